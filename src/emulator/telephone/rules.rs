//! The table of verbs, nouns and attributes (<https://www.twilio.com/docs/voice/twiml>): what may
//! stand in what, and of which kind a value is.

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Anything.
    Text,
    /// A URL, maybe relative, maybe empty.
    Url,
    /// `GET` or `POST`.
    Method,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// One of these.
    Word(&'static [&'static str]),
    /// Some of these, separated by blanks.
    Words(&'static [&'static str]),
}

/// What stands inside an element.
#[derive(Debug, Clone, Copy)]
pub(super) enum Inside {
    Nothing,
    Text,
    /// Text, or speech markup, of which the text counts.
    Speech,
    Elements(&'static [&'static str]),
    /// Elements or text.
    Either(&'static [&'static str]),
}

/// An element, its attributes and what stands inside.
pub(super) struct Rule {
    pub(super) name: &'static str,
    pub(super) attributes: &'static [(&'static str, Kind)],
    pub(super) inside: Inside,
}

const VERBS: &[&str] = &[
    "Say", "Play", "Pause", "Gather", "Redirect", "Hangup", "Reject", "Leave", "Enqueue", "Dial",
    "Record",
];

const RECORD: &[&str] = &[
    "true",
    "false",
    "do-not-record",
    "record-from-answer",
    "record-from-ringing",
    "record-from-answer-dual",
    "record-from-ringing-dual",
];
const TRIM: &[&str] = &["trim-silence", "do-not-trim", "true", "false"];
const CALL_EVENTS: &[&str] = &["initiated", "ringing", "answered", "completed"];
const RECORDING_EVENTS: &[&str] = &["in-progress", "completed", "absent", "failed"];
const CONFERENCE_EVENTS: &[&str] = &[
    "start",
    "end",
    "join",
    "leave",
    "mute",
    "hold",
    "modify",
    "speaker",
    "announcement",
];

/// Legs that are dialled to one address.
const LEG: &[(&str, Kind)] = &[
    ("url", Kind::Url),
    ("method", Kind::Method),
    ("statusCallback", Kind::Url),
    ("statusCallbackMethod", Kind::Method),
    ("statusCallbackEvent", Kind::Words(CALL_EVENTS)),
    ("sendDigits", Kind::Text),
    ("username", Kind::Text),
    ("password", Kind::Text),
    ("byoc", Kind::Text),
    ("machineDetection", Kind::Text),
    ("amdStatusCallback", Kind::Url),
    ("amdStatusCallbackMethod", Kind::Method),
    ("machineDetectionTimeout", Kind::Number),
    ("machineDetectionSpeechThreshold", Kind::Number),
    ("machineDetectionSpeechEndThreshold", Kind::Number),
    ("machineDetectionSilenceTimeout", Kind::Number),
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "Response",
        attributes: &[],
        inside: Inside::Elements(VERBS),
    },
    Rule {
        name: "Say",
        attributes: &[
            ("voice", Kind::Text),
            ("language", Kind::Text),
            ("loop", Kind::Number),
        ],
        inside: Inside::Speech,
    },
    Rule {
        name: "Play",
        attributes: &[("loop", Kind::Number), ("digits", Kind::Text)],
        inside: Inside::Text,
    },
    Rule {
        name: "Pause",
        attributes: &[("length", Kind::Number)],
        inside: Inside::Nothing,
    },
    Rule {
        name: "Gather",
        attributes: &[
            ("action", Kind::Url),
            ("method", Kind::Method),
            ("input", Kind::Words(&["dtmf", "speech"])),
            ("numDigits", Kind::Number),
            ("finishOnKey", Kind::Text),
            ("timeout", Kind::Text),
            ("speechTimeout", Kind::Text),
            ("actionOnEmptyResult", Kind::Flag),
            ("language", Kind::Text),
            ("hints", Kind::Text),
            ("partialResultCallback", Kind::Url),
            ("partialResultCallbackMethod", Kind::Method),
            ("profanityFilter", Kind::Flag),
            ("speechModel", Kind::Text),
            ("enhanced", Kind::Flag),
            ("bargeIn", Kind::Flag),
            ("dtmfDetection", Kind::Text),
            ("maxSpeechTime", Kind::Number),
            ("debug", Kind::Flag),
        ],
        inside: Inside::Elements(&["Say", "Play", "Pause"]),
    },
    Rule {
        name: "Redirect",
        attributes: &[("method", Kind::Method)],
        inside: Inside::Text,
    },
    Rule {
        name: "Hangup",
        attributes: &[],
        inside: Inside::Nothing,
    },
    Rule {
        name: "Reject",
        attributes: &[("reason", Kind::Word(&["rejected", "busy"]))],
        inside: Inside::Nothing,
    },
    Rule {
        name: "Leave",
        attributes: &[],
        inside: Inside::Nothing,
    },
    Rule {
        name: "Enqueue",
        attributes: &[
            ("action", Kind::Url),
            ("method", Kind::Method),
            ("waitUrl", Kind::Url),
            ("waitUrlMethod", Kind::Method),
            ("workflowSid", Kind::Text),
            ("maxQueueSize", Kind::Number),
        ],
        inside: Inside::Either(&["Task", "TaskAttributes"]),
    },
    Rule {
        name: "Task",
        attributes: &[("priority", Kind::Number), ("timeout", Kind::Number)],
        inside: Inside::Text,
    },
    Rule {
        name: "TaskAttributes",
        attributes: &[("priority", Kind::Number), ("timeout", Kind::Number)],
        inside: Inside::Text,
    },
    Rule {
        name: "Dial",
        attributes: &[
            ("action", Kind::Url),
            ("method", Kind::Method),
            ("timeout", Kind::Number),
            ("timeLimit", Kind::Number),
            ("callerId", Kind::Text),
            ("hangupOnStar", Kind::Flag),
            ("record", Kind::Word(RECORD)),
            ("trim", Kind::Word(TRIM)),
            ("answerOnBridge", Kind::Flag),
            ("ringTone", Kind::Text),
            ("sequential", Kind::Flag),
            ("recordingStatusCallback", Kind::Url),
            ("recordingStatusCallbackMethod", Kind::Method),
            (
                "recordingStatusCallbackEvent",
                Kind::Words(RECORDING_EVENTS),
            ),
            (
                "recordingTrack",
                Kind::Word(&["inbound", "outbound", "both"]),
            ),
            ("referUrl", Kind::Url),
            ("referMethod", Kind::Method),
            ("events", Kind::Text),
        ],
        inside: Inside::Either(&["Number", "Client", "Sip", "Queue", "Conference"]),
    },
    Rule {
        name: "Number",
        attributes: LEG,
        inside: Inside::Text,
    },
    Rule {
        name: "Client",
        attributes: LEG,
        inside: Inside::Text,
    },
    Rule {
        name: "Sip",
        attributes: LEG,
        inside: Inside::Text,
    },
    Rule {
        name: "Queue",
        attributes: &[
            ("url", Kind::Url),
            ("method", Kind::Method),
            ("reservationSid", Kind::Text),
            ("postWorkActivitySid", Kind::Text),
        ],
        inside: Inside::Text,
    },
    Rule {
        name: "Conference",
        attributes: &[
            ("muted", Kind::Flag),
            ("beep", Kind::Word(&["true", "false", "onEnter", "onExit"])),
            ("startConferenceOnEnter", Kind::Flag),
            ("endConferenceOnExit", Kind::Flag),
            ("participantLabel", Kind::Text),
            (
                "jitterBufferSize",
                Kind::Word(&["large", "medium", "small", "off"]),
            ),
            ("waitUrl", Kind::Url),
            ("waitMethod", Kind::Method),
            ("maxParticipants", Kind::Number),
            (
                "record",
                Kind::Word(&["do-not-record", "record-from-start", "true", "false"]),
            ),
            ("trim", Kind::Word(TRIM)),
            ("region", Kind::Text),
            ("coach", Kind::Text),
            ("statusCallback", Kind::Url),
            ("statusCallbackMethod", Kind::Method),
            ("statusCallbackEvent", Kind::Words(CONFERENCE_EVENTS)),
            ("recordingStatusCallback", Kind::Url),
            ("recordingStatusCallbackMethod", Kind::Method),
            (
                "recordingStatusCallbackEvent",
                Kind::Words(RECORDING_EVENTS),
            ),
            ("eventCallbackUrl", Kind::Url),
        ],
        inside: Inside::Text,
    },
    Rule {
        name: "Record",
        attributes: &[
            ("action", Kind::Url),
            ("method", Kind::Method),
            ("timeout", Kind::Number),
            ("finishOnKey", Kind::Text),
            ("maxLength", Kind::Number),
            ("playBeep", Kind::Flag),
            ("trim", Kind::Word(TRIM)),
            ("recordingStatusCallback", Kind::Url),
            ("recordingStatusCallbackMethod", Kind::Method),
            (
                "recordingStatusCallbackEvent",
                Kind::Words(RECORDING_EVENTS),
            ),
            ("transcribe", Kind::Flag),
            ("transcribeCallback", Kind::Url),
        ],
        inside: Inside::Nothing,
    },
];

pub(super) fn rule_of(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

impl Kind {
    /// What is wrong with a value, if anything is.
    pub(super) fn problem(self, value: &str) -> Option<String> {
        let one_of = |value: &str, words: &[&str]| {
            (!words.contains(&value))
                .then(|| format!("`{value}` is not one of {}", words.join(", ")))
        };
        match self {
            Self::Text | Self::Url => None,
            Self::Method => one_of(value, &["GET", "POST"]),
            Self::Flag => one_of(value, &["true", "false"]),
            Self::Number => value
                .trim()
                .parse::<u64>()
                .is_err()
                .then(|| format!("`{value}` is no whole number")),
            Self::Word(words) => one_of(value, words),
            Self::Words(words) => value
                .split_whitespace()
                .find_map(|word| one_of(word, words)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What stands in backticks.
    fn named(cell: &str) -> BTreeSet<&str> {
        cell.split('`').skip(1).step_by(2).collect()
    }

    #[test]
    fn the_page_tells_of_every_attribute_whether_it_has_an_effect() {
        let page = include_str!("../../../docs/telephone.md");
        let (mut played, mut known) = (0, 0);
        let rules: Vec<&Rule> = RULES
            .iter()
            .filter(|rule| rule.name != "Response")
            .collect();
        for rule in &rules {
            let row = page
                .lines()
                .filter(|line| line.starts_with('|'))
                .map(|line| line.trim_matches('|').split('|').collect::<Vec<_>>())
                .find(|cells| named(cells[0]).contains(rule.name) && cells.len() == 3);
            let cells = row.unwrap_or_else(|| panic!("there is no row of {}", rule.name));
            let names = |cell: usize| {
                let mut names = named(cells[cell]);
                names.remove("speaker");
                names
            };
            let both: BTreeSet<&str> = names(1).union(&names(2)).copied().collect();
            let expected: BTreeSet<&str> = rule.attributes.iter().map(|(name, _)| *name).collect();
            assert_eq!(both, expected, "{}", rule.name);
            assert!(names(1).is_disjoint(&names(2)), "{}", rule.name);
            played += names(1).len();
            known += expected.len();
        }
        let sum = format!(
            "All {} verbs and nouns and {played} of {known} attributes are executed.",
            rules.len()
        );
        assert!(page.contains(&sum), "{sum}");
    }
}
