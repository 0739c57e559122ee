//! The form of an event callback: one event, names in `PascalCase`
//! (<https://www.twilio.com/docs/taskrouter/api/event/reference>).

use super::telling::{Names, Telling};
use super::{Malformed, RecordedEvent};

const NAMES: Names = Names {
    sid: "Sid",
    kind: "EventType",
    account: "AccountSid",
    workspace: "WorkspaceSid",
};

impl RecordedEvent {
    /// Reads the form of an event callback: its pairs, decoded, in any order.
    ///
    /// # Errors
    ///
    /// [`Malformed`] when it has no `Sid`, no `EventType` or no time, or a SID that is none.
    pub fn from_callback(
        pairs: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Malformed> {
        let mut telling = Telling::default();
        let (mut exact, mut whole) = (None, None);
        for (name, value) in pairs {
            let part = match name.as_str() {
                "Sid" => &mut telling.sid,
                "EventType" => &mut telling.kind,
                "TimestampMs" => &mut exact,
                "Timestamp" => &mut whole,
                "AccountSid" => &mut telling.account,
                "WorkspaceSid" => &mut telling.workspace,
                "ResourceType" => &mut telling.resource_type,
                "ResourceSid" => &mut telling.resource_sid,
                _ => {
                    telling.parameters.push((snake_case(&name), value));
                    continue;
                }
            };
            // A parameter told twice: the same choice whichever came first.
            if part
                .as_ref()
                .is_none_or(|known| super::parameters::outranks(&value, known))
            {
                *part = Some(value);
            }
        }
        telling.times = vec![("TimestampMs", exact), ("Timestamp", whole)];
        telling.into_event(NAMES)
    }
}

/// `TaskQueueSid` as JSON spells it: `task_queue_sid`. A run of capitals is one word.
fn snake_case(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len() + 8);
    let mut letters = name.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(letter) = letters.next() {
        if letter.is_ascii_uppercase()
            && let Some(before) = before
        {
            let word_ended = before.is_ascii_lowercase() || before.is_ascii_digit();
            let run_ended =
                before.is_ascii_uppercase() && letters.peek().is_some_and(char::is_ascii_lowercase);
            if word_ended || run_ended {
                spelled.push('_');
            }
        }
        spelled.push(letter.to_ascii_lowercase());
        before = Some(letter);
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::snake_case;

    #[test]
    fn names_are_spelled_as_json_spells_them() {
        for (name, spelled) in [
            ("Reason", "reason"),
            ("TaskQueueTargetExpression", "task_queue_target_expression"),
            (
                "WorkerTimeInPreviousActivityMs",
                "worker_time_in_previous_activity_ms",
            ),
            ("SIPCallID", "sip_call_id"),
            ("already_there", "already_there"),
            ("Line2Name", "line2_name"),
            ("", ""),
        ] {
            assert_eq!(snake_case(name), spelled);
        }
    }
}
