//! Flows as they are written, and what is wrong with them.

use super::*;
use crate::model::sid::{ActivitySid, Sid as _, TaskChannelSid, WorkflowSid};
use crate::serve::directory::{Directory, Names};

/// The settings of the reference, as a flow.
pub(in crate::serve) fn documented() -> Flow {
    let page = include_str!("../../../docs/flow.md");
    let (_, rest) = page.split_once("```toml\n").expect("there is an example");
    let (example, _) = rest.split_once("```").expect("it ends");
    flow(example)
}

/// A flow from settings.
pub(in crate::serve) fn flow(settings: &str) -> Flow {
    #[derive(serde::Deserialize)]
    struct Settings {
        flow: Flow,
    }
    let settings: Settings = toml_edit::de::from_str(settings).unwrap();
    settings.flow
}

/// A workspace with workflows Support (1) and Sales (2).
pub(in crate::serve) fn workspace() -> Directory {
    Directory {
        workflows: Names::new([
            (WorkflowSid::from_bits(1), "Support".to_owned()),
            (WorkflowSid::from_bits(2), "Sales".to_owned()),
        ]),
        activities: Names::new([
            (ActivitySid::from_bits(1), "Offline".to_owned()),
            (ActivitySid::from_bits(2), "Wrap-Up".to_owned()),
            (ActivitySid::from_bits(3), "Available".to_owned()),
        ]),
        channels: Names::new([(TaskChannelSid::from_bits(1), "default".to_owned())]),
        resting: Some(ActivitySid::from_bits(1)),
        taking: [ActivitySid::from_bits(3)].into(),
        ..Directory::default()
    }
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}

#[test]
fn what_is_no_table_is_told_what_belongs_there() {
    #[derive(Debug, serde::Deserialize)]
    struct Settings {
        #[expect(dead_code, reason = "only read")]
        flow: Flow,
    }
    for (wrong, expected) in [
        ("languages = { en = 1 }", "a language, such as"),
        ("menus = { team = \"1\" }", "a menu, with"),
        (
            "menus = { team = { prompt = \"x\", options = [], default = \"1\" } }",
            "where to go, such as",
        ),
        ("hold = true", "the section of the waiting"),
        ("voicemail = true", "the section of the voicemail"),
        ("callback = true", "the section of the calls back"),
    ] {
        let read = toml_edit::de::from_str::<Settings>(&format!("[flow]\n{wrong}\n"));
        let error = read.unwrap_err().to_string();
        assert!(error.contains(expected), "{wrong}: {error}");
    }
}

#[test]
fn the_documented_flow_is_sound_and_has_every_key() {
    let flow = documented();
    assert_eq!(told(&flow.problems()), Vec::<String>::new());
    assert_eq!(told(&flow.problems_in(&workspace())), Vec::<String>::new());
    // Whatever can be set is in the example: nothing of it is as if it were not written.
    let value = serde_json::to_value(&flow).unwrap();
    let mut unset = Vec::new();
    unset_in("flow", &value, &mut unset);
    let policy = flow.assignment.workflows["Support"].clone();
    assert!(policy.url.is_some());
    unset.retain(|place| {
        // Keys that exclude each other, and what one workflow or option does not say.
        let repeated = [
            "options",
            "numbers",
            "workflows",
            "closed",
            "default",
            "after_queue",
            "languages",
            "holidays",
        ];
        !repeated.iter().any(|part| place.contains(part)) || place == "flow.assignment.default"
    });
    assert_eq!(unset, Vec::<String>::new());
}

fn unset_in(place: &str, value: &Value, unset: &mut Vec<String>) {
    match value {
        Value::Null => unset.push(place.to_owned()),
        Value::Object(map) => {
            for (key, value) in map {
                unset_in(&format!("{place}.{key}"), value, unset);
            }
        }
        _ => {}
    }
}

#[test]
fn a_flow_reads_back_as_it_is_shown() {
    for flow in [documented(), Flow::default()] {
        let shown = serde_json::to_value(&flow).unwrap();
        let again: Flow = serde_json::from_value(shown).unwrap();
        assert_eq!(again, flow);
    }
}

#[test]
fn the_flow_is_shown_as_a_tree() {
    insta::assert_snapshot!(tree(&documented()).join("\n"));
    insta::assert_snapshot!(tree(&Flow::default()).join("\n"));
}

#[test]
fn without_settings_there_is_a_flow_for_the_only_workflow() {
    let flow = Flow::default();
    assert_eq!(told(&flow.problems()), Vec::<String>::new());
    let only = Directory {
        workflows: Names::new([(WorkflowSid::from_bits(1), "Support".to_owned())]),
        ..Directory::default()
    };
    assert_eq!(told(&flow.problems_in(&only)), Vec::<String>::new());
    assert_eq!(
        told(&flow.problems_in(&workspace())),
        [
            "flow.workflow: the workspace has several workflows (`Support`, `Sales`): say which \
             one gets the calls for which nothing else is said"
        ]
    );
}

#[test]
fn what_is_wrong_is_told_where_it_stands() {
    for (settings, problems) in [
        (
            r#"[flow.menus.main]
            prompt = "?"
            options = [{digits = "1"}, {digits = "1"}, {digits = "22"}, {}, {digits = "x"}]"#,
            vec![
                "flow.menus.main.options[2].digits: `1` is option 1 already",
                "flow.menus.main.options[3].digits: all options of a menu must have the same \
                 number of keys",
                "flow.menus.main.options[4]: nothing can be pressed or said for it: give it \
                 `digits` or `speech`",
                "flow.menus.main.options[5].digits: `x` are no keys: use 0 to 9, `*` and `#`",
            ],
        ),
        (
            r#"[flow.menus.main]
            prompt = "?"
            options = [{speech = ["help", "Sales"]}, {speech = ["sales"]}]"#,
            vec!["flow.menus.main.options[2].speech: `sales` is option 1 already"],
        ),
        (
            r#"[flow]
            menu = "mian"
            language = "en"
            languages = {en = {}, tlh = {}}
            hold = {position = false, expected_wait = false}
            [flow.menus.main]
            prompt = {en = "?"}
            options = [{digits = "1", language = "fr"}]"#,
            vec![
                "flow.prompts: nothing is written in `tlh` for `not_heard`, `not_understood`, \
                 `hold`, `voicemail`, `voicemail_nothing`, `voicemail_thanks`, `queue_full`, \
                 `trouble`, `goodbye`",
                "flow.menu: `flow.menus` has no `mian` (did you mean `main`?)",
                "flow.menus.main.prompt: nothing is written in `tlh`",
                "flow.menus.main.options[1].language: `flow.languages` has no `fr`",
            ],
        ),
        (
            "[flow]\nlanguages = {english = {}}\nprompts = {hold = \"Wait.\"}",
            vec![
                "flow.languages.english.code: `english` is no language: write it like `en-GB`",
                "flow.prompts: nothing is written in `english` for `position`, `position_next`, \
                 `expected_wait`, `expected_wait_soon`, `voicemail`, `voicemail_nothing`, \
                 `voicemail_thanks`, `queue_full`, `trouble`, `goodbye`",
            ],
        ),
        (
            "[flow]\nlanguages = {en = {}, fr = {}}",
            vec![
                "flow.language: with several languages, say which one callers hear who have not \
                 chosen",
            ],
        ),
        (
            r#"[flow.hours]
            time_zone = "Europe/Berln"
            open = {}
            closed = {digits = "1", menu = "x", then = "queue"}"#,
            vec![
                "flow.hours.closed: `digits` and `speech` are for the options of menus",
                "flow.hours.closed: only one of `menu`, `dial` and `then` can come next",
                "flow.hours.closed.menu: `flow.menus` has no `x`",
                "flow.hours.time_zone: there is no time zone `Europe/Berln` (did you mean \
                 `Europe/Berlin`?)",
                "flow.hours.open: it is never open",
            ],
        ),
        (
            r#"[flow.menus.a]
            prompt = "?"
            options = [{digits = "1"}]
            default = {menu = "b"}
            [flow.menus.b]
            prompt = "?"
            options = [{digits = "1"}]
            default = {menu = "a"}"#,
            vec![
                "flow.menus.a.default: a caller who chooses nothing comes back here for ever",
                "flow.menus.b.default: a caller who chooses nothing comes back here for ever",
            ],
        ),
        (
            r#"[flow.hold]
            audio = "hold.mp3"
            voicemail_key = "12"
            callback_key = "12"
            [flow.callback]
            country_code = "+49"
            [flow.assignment.default]
            beep = "onenter"
            from = "nobody"
            timeout = 0
            [flow.assignment.workflows.Support]
            instruction = "redirect""#,
            vec![
                "flow.hold.audio: `hold.mp3` is not an absolute URL",
                "flow.hold.voicemail_key: `12` is no key: use one of 0 to 9, `*` and `#`",
                "flow.hold.callback_key: `12` is no key: use one of 0 to 9, `*` and `#`",
                "flow.hold.callback_key: it leads to voicemail already",
                "flow.callback.country_code: `+49` is no country code: write it like `49`",
                "flow.assignment.default.from: `nobody` is neither `called`, `caller` nor a number",
                "flow.assignment.default.timeout: it rings 1 to 999 seconds",
                "flow.assignment.default.beep: `onenter` is not one of true, false, onEnter, \
                 onExit (did you mean `onEnter`?)",
                "flow.assignment.workflows.Support.url: `redirect` needs the URL of what the \
                 caller hears",
            ],
        ),
        (
            r#"[flow]
            caller_id = "910000000"
            attributes = {call_sid = "{call_sid}", phone = "{from}"}
            [flow.languages.en]
            voice = "Poly.Amy"
            [flow.numbers."6505550123".attributes]
            outbound_to = "{from}"
            [flow.numbers."sip:desk@example.sip.twilio.com"]
            [flow.voicemail]
            transcribe = true
            max_length = 121
            attributes = {conference = {}, outbound_to = "{from}"}
            [flow.callback]
            attributes = {callback_for = "x", outbound_to = "{from}"}"#,
            vec![
                "flow.languages.en.voice: `Poly.Amy` is no voice: write `man`, `woman`, or one like \
                 `Polly.Amy-Neural` or `Google.en-GB-Standard-A`",
                "flow.caller_id: `910000000` is no number with `+` and country code, without blanks",
                "flow.numbers.6505550123: no call is to this number: write it with `+` and country \
                 code, without blanks",
                "flow.voicemail.transcribe: Twilio writes down messages of 120 seconds at most: \
                 shorten `max_length`",
                "flow.attributes.call_sid: Twilio or the server sets this one itself: give yours \
                 another name",
                "flow.numbers.6505550123.attributes.outbound_to: Twilio or the server sets this one \
                 itself: give yours another name",
                "flow.voicemail.attributes.conference: Twilio or the server sets this one itself: \
                 give yours another name",
                "flow.callback.attributes.callback_for: Twilio or the server sets this one itself: \
                 give yours another name",
            ],
        ),
    ] {
        assert_eq!(told(&flow(settings).problems()), problems, "{settings}");
    }
}

#[test]
fn voices_are_known_by_their_form() {
    for (voice, is_one) in [
        ("man", true),
        ("alice", true),
        ("Polly.Amy", true),
        ("Polly.Léa-Neural", true),
        ("Polly.Joanna-Generative", true),
        ("Google.en-GB-Standard-A", true),
        ("Google.hi-IN-Chirp3-HD-Aoede", true),
        ("Amy", false),
        ("polly.Amy", false),
        ("Polly.", false),
        ("Polly.Amy-Neurall", false),
        ("Google.Standard-A", false),
    ] {
        let flow = flow(&format!("[flow.languages.en]\nvoice = \"{voice}\""));
        assert_eq!(flow.problems().is_empty(), is_one, "{voice}");
    }
}

#[test]
fn a_text_is_no_longer_than_its_voice_reads() {
    for (voice, most) in [
        ("man", 4096),
        ("Polly.Amy", 3000),
        ("Google.en-GB-Standard-A", 5000),
    ] {
        for (length, wanted) in [(most, 0), (most + 1, 2)] {
            let text = "x".repeat(length);
            let flow = flow(&format!(
                "[flow.languages.en]\nvoice = \"{voice}\"\n[flow.prompts]\nhold = \"{text}\"\n\
                 goodbye = {{en = \"{text}\"}}"
            ));
            let problems = told(&flow.problems());
            assert_eq!(problems.len(), wanted, "{voice}: {problems:?}");
            assert!(problems.iter().all(|problem| problem.contains("at most")));
        }
    }
}

#[test]
fn one_text_for_all_languages_is_doubted() {
    let several = r#"
        [flow]
        language = "en"
        languages = {en = {}, hi = {}}
        [flow.prompts]
        hold = "Please hold."
        closed = {en = "Closed.", hi = "बंद है."}
        goodbye = {play = "https://example.com/bye.mp3"}
        [flow.menus.language]
        prompt = "For English press 1. हिन्दी के लिए 2 दबाएँ."
        options = [{digits = "1", language = "en"}, {digits = "2", language = "hi", say = "जी."}]
        [flow.menus.team]
        prompt = "For sales press 1."
        options = [{digits = "1", say = "Sales."}]
        "#;
    assert_eq!(told(&flow(several).problems()), Vec::<String>::new());
    let doubt = "every language's voice reads the same text: write it for each language";
    assert_eq!(
        told(&flow(several).warnings()),
        [
            format!("flow.prompts.hold: {doubt}"),
            format!("flow.menus.team.prompt: {doubt}"),
            format!("flow.menus.team.options[1].say: {doubt}"),
        ]
    );
    let one = several.replace(", hi = {}}", "}");
    assert_eq!(flow(&one).warnings(), []);
    assert_eq!(documented().warnings(), []);
}

#[test]
fn names_are_looked_up_in_the_workspace() {
    let flow = flow(
        r#"
        [flow]
        workflow = "Suport"
        [flow.menus.main]
        prompt = "?"
        options = [{digits = "1", workflow = "Sales"}, {digits = "2", workflow = "Billing"}]
        [flow.voicemail]
        channel = "mail"
        [flow.assignment.default]
        post_work_activity = "wrap-up"
        [flow.assignment.workflows.Sales]
        reject_activity = "Available"
        [flow.assignment.workflows.Support]
        reject_activity = "Ofline"
        "#,
    );
    assert_eq!(
        told(&flow.problems_in(&workspace())),
        [
            "flow.workflow: the workspace has no workflow `Suport` (did you mean `Support`?)",
            "flow.menus.main.options[2].workflow: the workspace has no workflow `Billing`",
            "flow.voicemail.channel: the workspace has no task channel `mail`",
            "flow.assignment.workflows.Support.reject_activity: the workspace has no activity \
             `Ofline` (did you mean `Offline`?)",
            "flow.assignment.workflows.Sales.reject_activity: `Available` takes tasks: who was \
             rejected would be offered the same one again at once",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_told() {
    for (settings, told) in [
        ("[flow]\ncolour = 1", "unknown field `colour`"),
        ("[flow]\ntimeout = \"soon\"", "write a number of seconds"),
        ("[flow]\ntimeout = -1", "a span of time is not negative"),
        (
            "[flow.prompts]\ngreating = \"Hi\"",
            "unknown variant `greating`",
        ),
        (
            "[flow.prompts]\ngreeting = {say = \"a\", en = \"b\"}",
            "not both",
        ),
        (
            "[flow.prompts]\ngreeting = {en = {fr = \"b\"}}",
            "for one language already",
        ),
        ("[flow.prompts]\ngreeting = {}", "nothing is said here"),
        (
            "[flow.after_queue.lost]\nthen = \"queue\"",
            "unknown variant `lost`",
        ),
        (
            "[flow.hours]\ntime_zone = \"UTC\"\nopen = {someday = \"09:00-10:00\"}",
            "are no days",
        ),
    ] {
        let document: Result<toml_edit::DocumentMut, _> = settings.parse();
        let section = document.unwrap()["flow"].clone().into_value().unwrap();
        let error = <Flow as Deserialize>::deserialize(
            serde::de::IntoDeserializer::into_deserializer(section),
        )
        .unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
    }
}
