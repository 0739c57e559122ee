//! Calls through flows.

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::serve::flow::tests::{documented, flow, workspace};
use crate::twilio::twiml::Verb;

/// A Friday, 11:00 in Madrid: everybody is there.
const OPEN: &str = "2026-11-20T10:00:00Z";

/// The same day, 22:00.
const CLOSED: &str = "2026-11-20T21:00:00Z";

fn asked(flow: &Flow, at: &str, path: &str, parameters: &[(&str, &str)]) -> Answer {
    let directory = workspace();
    let ground = Ground {
        flow,
        directory: &directory,
        now: at.parse().unwrap(),
        waits: None,
        prefix: "",
    };
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut all = Parameters::default();
    all.add_encoded(query);
    for (name, value) in parameters.iter().copied().chain([
        ("From", "+34600000001"),
        ("To", "+34910000000"),
        ("CallSid", "CA00000000000000000000000000000001"),
    ]) {
        all.add(name, value);
    }
    answer(&ground, Route::of(path).expect("it is one of ours"), &all)
}

fn twiml(flow: &Flow, path: &str, parameters: &[(&str, &str)]) -> String {
    let answer = asked(flow, OPEN, path, parameters);
    assert_eq!(answer.warnings, Vec::<String>::new());
    // A verb a line, to be read.
    let text = answer.twiml.to_string();
    let text = text.replace("><", ">\n<");
    text.split_once('\n')
        .map_or(text.clone(), |(_, rest)| rest.to_owned())
}

#[test]
fn a_call_comes_in() {
    let flow = documented();
    insta::assert_snapshot!("in_all_languages", twiml(&flow, "/voice/incoming", &[]));
    insta::assert_snapshot!(
        "a_number_with_a_language",
        twiml(&flow, "/voice/incoming", &[("To", "+34910000001")])
    );
    insta::assert_snapshot!(
        "a_number_without_a_menu",
        twiml(&flow, "/voice/incoming", &[("To", "+34910000002")])
    );
    insta::assert_snapshot!("the_built_in_flow", {
        let flow = Flow {
            workflow: Some("Support".to_owned()),
            ..Flow::default()
        };
        twiml(&flow, "/voice/incoming", &[])
    });
}

#[test]
fn old_paths_answer_as_the_new_ones_do() {
    let flow = documented();
    for (old, new) in [
        ("/incoming-call", "/voice/incoming"),
        ("/api/ivr/welcome", "/voice/incoming"),
        ("/hold-music", "/voice/wait"),
        ("/voicemail", "/voice/voicemail"),
    ] {
        assert_eq!(twiml(&flow, old, &[]), twiml(&flow, new, &[]), "{old}");
    }
    // The menu an older program would have asked is the first one.
    let chosen = twiml(&flow, "/enqueue-call", &[("Digits", "2")]);
    assert!(chosen.contains("chose=menu.language.2"), "{chosen}");
    assert!(chosen.contains("es-ES"), "{chosen}");
    let back = asked(
        &flow,
        OPEN,
        "/api/ivr/create-task?teamId=sales&asked=1",
        &[],
    );
    match back.work.as_slice() {
        [Work::Callback { task, .. }] => assert_eq!(task.attributes["team"], "sales"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn choices_add_up_to_a_task() {
    let flow = documented();
    let path = "/voice/enqueue?menu=team&try=1&chose=menu.language.2";
    insta::assert_snapshot!("sales_in_spanish", twiml(&flow, path, &[("Digits", "1")]));
    let spoken = [
        ("SpeechResult", "Quiero hablar con Ventas."),
        ("Confidence", "0.9"),
    ];
    assert_eq!(
        twiml(&flow, path, &spoken),
        twiml(&flow, path, &[("Digits", "1")])
    );
    let unsure = [("SpeechResult", "ventas"), ("Confidence", "0.2")];
    assert!(twiml(&flow, path, &unsure).contains("Esa opción no existe."));
    // A word of another language is none.
    assert!(twiml(&flow, path, &[("SpeechResult", "sales")]).contains("Esa opción no existe."));
    insta::assert_snapshot!("put_through", twiml(&flow, path, &[("Digits", "8")]));
}

#[test]
fn what_was_hardly_understood_is_asked_again() {
    let flow = flow(
        r#"
        [flow]
        workflow = "Support"
        menu = "main"
        [flow.menus.main]
        prompt = "?"
        options = [{speech = ["sales"], workflow = "Sales"}, {digits = "1"}]
        "#,
    );
    let path = "/voice/enqueue?menu=main&try=1";
    for (confidence, is_sure) in [
        (Some("0.1"), false),
        (Some("0.39"), false),
        (Some("0.4"), true),
        (Some("0.9"), true),
        // Some models do not say.
        (None, true),
    ] {
        let mut said = vec![("SpeechResult", "Sales.")];
        said.extend(confidence.map(|confidence| ("Confidence", confidence)));
        let text = twiml(&flow, path, &said);
        assert_eq!(text.contains("<Enqueue"), is_sure, "{confidence:?}: {text}");
    }
}

#[test]
fn who_presses_nothing_goes_on_to_the_default() {
    let flow = documented();
    let again = twiml(
        &flow,
        "/voice/enqueue?menu=team&try=1&chose=menu.language.1",
        &[],
    );
    assert!(again.contains("We did not hear your choice."), "{again}");
    assert!(again.contains("try=2"), "{again}");
    let last = twiml(
        &flow,
        "/voice/enqueue?menu=team&try=3&chose=menu.language.1",
        &[],
    );
    assert!(
        last.contains("<Enqueue workflowSid=\"WW00000000000000000000000000000001\""),
        "{last}"
    );
    let wrong = twiml(&flow, "/voice/enqueue?menu=team&try=3", &[("Digits", "7")]);
    assert!(wrong.contains("<Enqueue"), "{wrong}");
}

#[test]
fn nobody_is_there() {
    let flow = documented();
    let closed = asked(&flow, CLOSED, "/voice/incoming", &[])
        .twiml
        .to_string();
    // In both languages, as none was chosen.
    for text in [
        "We are closed at the moment.",
        "estamos cerrados",
        "<Record",
    ] {
        assert!(closed.contains(text), "{closed}");
    }
    let holiday = asked(&flow, "2026-01-06T15:00:00Z", "/voice/incoming", &[]);
    assert!(holiday.twiml.to_string().contains("Happy Epiphany."));
    let open = asked(&flow, "2026-01-06T10:00:00Z", "/voice/incoming", &[]);
    assert!(open.twiml.to_string().contains("For English"));
    // Sales closes before the others do.
    let path = "/voice/enqueue?menu=team&chose=menu.language.1";
    let sales = asked(&flow, "2026-11-20T13:30:00Z", path, &[("Digits", "1")]);
    let sales = sales.twiml.to_string();
    assert!(
        sales.contains("Sales is closed.") && sales.contains("/voice/callback?"),
        "{sales}"
    );
    assert!(sales.contains("chose=closed.team.1"), "{sales}");
}

#[test]
fn the_fallback_knows_the_hours_and_where_a_number_leads() {
    let flow = documented();
    let closed = asked(&flow, CLOSED, "/voice/fallback", &[]);
    let text = closed.twiml.to_string();
    assert!(
        text.contains("We are closed") && text.contains("<Record"),
        "{text}"
    );
    assert!(twiml(&flow, "/voice/fallback", &[]).contains("<Enqueue"));
    let numbers = self::flow(
        r#"
        [flow]
        workflow = "Support"
        numbers."+34910000001".then = "voicemail"
        numbers."+34910000002".dial = "+34910000009"
        numbers."+34910000003".menu = "main"
        menus.main = {prompt = "?", options = [{digits = "1"}]}
        [flow.numbers."+34910000004".hours]
        time_zone = "UTC"
        open = {sunday = "09:00-10:00"}
        closed = {then = "hang-up"}
        "#,
    );
    for (to, part) in [
        ("+34910000001", "<Record"),
        ("+34910000002", "<Number>+34910000009</Number>"),
        ("+34910000003", "<Enqueue"),
        ("+34910000004", "<Hangup/>"),
    ] {
        let text = twiml(&numbers, "/voice/fallback", &[("To", to)]);
        assert!(text.contains(part), "{to}: {text}");
    }
}

#[test]
fn waiting_is_told_and_has_ways_out() {
    let flow = documented();
    let path = "/voice/wait?chose=menu.language.1";
    let waited = [
        ("QueueTime", "0"),
        ("QueuePosition", "3"),
        ("AvgQueueTime", "130"),
    ];
    insta::assert_snapshot!("the_first_time", twiml(&flow, path, &waited));
    let waited = [
        ("QueueTime", "60"),
        ("QueuePosition", "1"),
        ("AvgQueueTime", "50"),
    ];
    insta::assert_snapshot!("as_the_next", twiml(&flow, path, &waited));
    let directory = workspace();
    let workflow = directory.workflows.find(flow.workflow.as_deref().unwrap());
    let waits = Waits::new([(workflow.unwrap(), 600)]);
    let ground = Ground {
        flow: &flow,
        directory: &directory,
        now: OPEN.parse().unwrap(),
        waits: Some(&waits),
        prefix: "/centre",
    };
    let average = Parameters::from_iter([("AvgQueueTime", "1200")]);
    let text = answer(&ground, Route::Wait, &average).twiml.to_string();
    assert!(text.contains("about 10 minutes"), "{text}");
    // Of a workflow that nothing is known of Twilio's average is told.
    let nothing = Waits::default();
    let unknown = Ground {
        waits: Some(&nothing),
        ..ground
    };
    let other = answer(&unknown, Route::Wait, &average).twiml.to_string();
    assert!(other.contains("about 20 minutes"), "{other}");
    assert!(
        text.contains("action=\"/centre/voice/key?since=1795168800\""),
        "{text}"
    );
    assert!(twiml(&flow, path, &[("QueueTime", "1200")]).contains("<Leave/>"));
    let key = "/voice/key?since=1795168000&chose=menu.language.1";
    assert!(twiml(&flow, key, &[("Digits", "1")]).contains("<Leave/>"));
    let back = twiml(&flow, key, &[("Digits", "2")]);
    assert!(
        back.contains("/voice/callback?queued=yes&amp;since=1795168000&amp;chose=menu.language.1"),
        "{back}"
    );
    assert!(twiml(&flow, key, &[("Digits", "5")]).contains("/voice/wait?"));
}

#[test]
fn a_call_back_keeps_its_place() {
    let flow = documented();
    let path = "/voice/callback?queued=yes&since=1795168000&chose=menu.team.1";
    insta::assert_snapshot!("asked_for_a_number", twiml(&flow, path, &[]));
    let given = asked(&flow, OPEN, &format!("{path}&asked=1"), &[]);
    insta::assert_json_snapshot!("on_the_own_number", given.work);
    let text = given.twiml.to_string();
    assert!(
        text.contains("3 4 6 0 0 0 0 0 0 0 1") && text.contains("<Hangup/>"),
        "{text}"
    );
    let other = asked(
        &flow,
        OPEN,
        &format!("{path}&asked=1"),
        &[("Digits", "910000077")],
    );
    match other.work.as_slice() {
        [Work::Callback { task, .. }] => assert_eq!(task.attributes["phone"], "+34910000077"),
        other => panic!("{other:?}"),
    }
    // Who has no number is asked twice, and may leave a message then.
    let nobody = [("From", "anonymous")];
    assert!(twiml(&flow, &format!("{path}&asked=1"), &nobody).contains("<Gather"));
    assert!(twiml(&flow, &format!("{path}&asked=2"), &nobody).contains("<Leave/>"));
    assert!(twiml(&flow, "/voice/callback?asked=2", &nobody).contains("<Record"));
    // The same call is one piece of work, however often it is asked for.
    assert_eq!(given.work[0].key(), other.work[0].key());
}

#[test]
fn a_call_back_after_the_queue_keeps_its_place_too() {
    let flow = flow(
        "[flow]\nworkflow = \"Support\"\n[flow.after_queue.queue-full]\nthen = \"callback\"\n\
         [flow.after_queue.leave]\nthen = \"callback\"",
    );
    let left = [("QueueResult", "leave"), ("QueueTime", "300")];
    let text = twiml(&flow, "/voice/after-queue", &left);
    let since = "since=1795168500&amp;chose=left.leave";
    assert!(text.contains(&format!("/voice/callback?{since}")), "{text}");
    let path = format!("/voice/callback?{}", since.replace("&amp;", "&"));
    match asked(&flow, OPEN, &path, &[]).work.as_slice() {
        [Work::Callback { task, .. }] => {
            let start: Timestamp = "2026-11-20T09:55:00Z".parse().unwrap();
            assert_eq!(task.virtual_start, Some(start));
        }
        other => panic!("{other:?}"),
    }
    let never = [("QueueResult", "queue-full")];
    assert!(!twiml(&flow, "/voice/after-queue", &never).contains("since="));
}

#[test]
fn a_message_becomes_a_task() {
    let flow = documented();
    let path = "/voice/voicemail?chose=menu.language.2";
    insta::assert_snapshot!("is_asked_for", twiml(&flow, path, &[]));
    let recorded = [
        (
            "RecordingUrl",
            "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1",
        ),
        ("RecordingSid", "RE00000000000000000000000000000001"),
        ("RecordingDuration", "12"),
    ];
    let left = asked(
        &flow,
        OPEN,
        "/voice/recording?chose=menu.language.2",
        &recorded,
    );
    insta::assert_json_snapshot!("is_left", left.work);
    assert!(left.twiml.to_string().contains("Gracias."));
    let short = [recorded[0], ("RecordingDuration", "1")];
    let short = asked(&flow, OPEN, "/voice/recording", &short);
    assert_eq!(short.work, []);
    // At a task there is already.
    let task = "/voicemail/recording?taskSid=WT00000000000000000000000000000001";
    match asked(&flow, OPEN, task, &recorded).work.as_slice() {
        [
            Work::Voicemail {
                task_sid: Some(_), ..
            },
        ] => {}
        other => panic!("{other:?}"),
    }
    let status = "/taskrouter_recording_callback?TaskSid=WT00000000000000000000000000000001";
    let noted = asked(&flow, OPEN, status, &recorded);
    assert_eq!(noted.twiml, Response::default());
    match noted.work.as_slice() {
        [
            Work::Recording {
                task_sid: Some(_),
                recording,
                ..
            },
        ] => {
            assert_eq!(recording.duration, Some(12));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_message_and_a_call_back_outlast_a_long_weekend() {
    let recorded = [
        ("RecordingUrl", "https://api.example.com/Recordings/RE1"),
        ("RecordingSid", "RE00000000000000000000000000000001"),
        ("RecordingDuration", "12"),
    ];
    for (settings, seconds) in [
        ("", 7 * 86_400),
        (
            "[flow.voicemail]\ntimeout = \"14d\"\n[flow.callback]\ntimeout = \"14d\"",
            14 * 86_400,
        ),
    ] {
        let flow = flow(&format!(
            "[flow]\nworkflow = \"Support\"\ntimeout = 60\n{settings}"
        ));
        assert_eq!(flow.problems(), []);
        let message = asked(&flow, OPEN, "/voice/recording", &recorded);
        let back = asked(&flow, OPEN, "/voice/callback", &[]);
        for work in message.work.iter().chain(&back.work) {
            let (Work::Voicemail { task, .. } | Work::Callback { task, .. }) = work else {
                panic!("{work:?}");
            };
            assert_eq!(task.timeout, Some(seconds), "{work:?}");
        }
        assert_eq!(message.work.len() + back.work.len(), 2);
    }
    let longer = flow("[flow.voicemail]\ntimeout = \"15d\"\n[flow.callback]\ntimeout = \"15d\"");
    assert_eq!(longer.problems().len(), 2);
}

#[test]
fn what_comes_after_the_queue_depends_on_how_it_was_left() {
    let flow = documented();
    for (result, part) in [
        ("bridged", "<Hangup/>"),
        ("redirected", "<Hangup/>"),
        ("hangup", "<Hangup/>"),
        ("leave", "<Record"),
        ("error", "cannot be connected"),
        ("system-error", "<Record"),
        ("queue-full", "All lines are busy."),
        ("queue-full", "/voice/callback?chose=left.queue-full"),
    ] {
        let text = twiml(&flow, "/voice/after-queue", &[("QueueResult", result)]);
        assert!(text.contains(part), "{result}: {text}");
    }
    let odd = asked(
        &flow,
        OPEN,
        "/voice/after-queue",
        &[("QueueResult", "vanished")],
    );
    assert_eq!(
        odd.warnings,
        ["`vanished` is no known way to leave a queue"]
    );
    let again =
        self::flow("[flow]\nworkflow = \"Support\"\n[flow.after_queue.leave]\nthen = \"queue\"");
    let left = [("QueueResult", "leave")];
    assert!(twiml(&again, "/voice/after-queue", &left).contains("<Enqueue"));
    let twice = "/voice/after-queue?chose=left.leave";
    assert!(twiml(&again, twice, &left).contains("<Record"));
}

#[test]
fn a_worker_who_was_called_is_connected() {
    let flow = documented();
    let path = "/voice/agent?reservation=WR00000000000000000000000000000001&post_work=WA00000000000000000000000000000002";
    assert_eq!(
        twiml(&flow, path, &[]).replace('\n', ""),
        r#"<Response><Dial><Queue reservationSid="WR00000000000000000000000000000001" postWorkActivitySid="WA00000000000000000000000000000002"/></Dial><Hangup/></Response>"#
    );
}

#[test]
fn a_worker_calls_somebody() {
    let flow = documented();
    let from = ("From", "client:ana");
    for path in ["/api/phone/call", "/voice/outbound"] {
        assert_eq!(
            twiml(&flow, path, &[from, ("phone", "+34600000077")]).replace('\n', ""),
            "<Response><Dial callerId=\"+34910000000\" answerOnBridge=\"true\">\
             <Number>+34600000077</Number></Dial><Hangup/></Response>"
        );
    }
    for phone in ["", "client:bob", "sip:bob@example.com", "nobody"] {
        let answer = asked(&flow, OPEN, "/api/phone/call", &[from, ("phone", phone)]);
        let text = answer.twiml.to_string();
        assert!(
            text.contains("<Hangup/>") && !text.contains("<Dial"),
            "{text}"
        );
        assert_eq!(answer.warnings.len(), 1, "{phone}");
    }
    // Twilio does not call for a client without a number to show.
    let nameless = asked(
        &Flow::default(),
        OPEN,
        "/voice/outbound",
        &[from, ("phone", "+34600000077")],
    );
    assert!(!nameless.twiml.to_string().contains("<Dial"));
    assert_eq!(nameless.warnings.len(), 1);
}

#[test]
fn a_workflow_that_is_gone_does_not_lose_the_caller() {
    let flow = flow("[flow]\nworkflow = \"Gone\"");
    let answer = asked(&flow, OPEN, "/voice/incoming", &[]);
    assert_eq!(answer.warnings, ["the workspace has no workflow `Gone`"]);
    assert!(answer.twiml.to_string().contains("<Record"));
    let several = asked(
        &Flow::default(),
        OPEN,
        "/voice/fallback",
        &[("ErrorCode", "11200")],
    );
    assert_eq!(several.warnings.len(), 2, "{:?}", several.warnings);
}

#[test]
fn attributes_are_filled_in_from_the_call() {
    let flow = flow(
        r#"
        [flow]
        workflow = "Support"
        attributes = {phone = "{from}", deep = {called = ["{to}"]}, number = 3}
        "#,
    );
    let answer = asked(&flow, OPEN, "/voice/incoming", &[]);
    let Some(Verb::Enqueue(enqueue)) = answer.twiml.verbs.last() else {
        panic!("{}", answer.twiml);
    };
    let attributes = enqueue.task.clone().unwrap().attributes;
    assert_eq!(
        serde_json::Value::Object(attributes),
        json!({
            "selected_language": "en", "phone": "+34600000001",
            "deep": {"called": ["+34910000000"]}, "number": 3,
        })
    );
}

/// What is wrong with where a document ends.
fn dead_end(page: &Page) -> Option<String> {
    let verbs = &page.answer.twiml.verbs;
    let is_wait = page.path.starts_with("/voice/wait");
    let said = page
        .heard
        .iter()
        .any(|heard| !matches!(heard, Heard::HangsUp));
    let was_connected = page.path.starts_with("/voice/after-");
    let ends_well = match verbs.last() {
        Some(Verb::Redirect(_) | Verb::Leave) => true,
        Some(Verb::Hangup) => said || was_connected,
        Some(Verb::Enqueue(enqueue)) => enqueue.action.is_some() && enqueue.wait_url.is_some(),
        Some(Verb::Dial(dial)) => dial.action.is_some(),
        // Twilio asks for it again when it is over.
        Some(Verb::Gather(_) | Verb::Play(_)) => is_wait,
        _ => false,
    };
    (!ends_well).then(|| format!("{}: {}", page.path, page.answer.twiml))
}

fn choices() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("then = \"voicemail\"".to_owned()),
        Just("then = \"callback\"".to_owned()),
        Just("then = \"hang-up\"".to_owned()),
        Just("then = \"hang-up\", say = \"Bye.\"".to_owned()),
        Just("dial = \"+34910000009\"".to_owned()),
        Just("workflow = \"Sales\", priority = 3, language = \"es\"".to_owned()),
        Just("workflow = \"Gone\"".to_owned()),
        (0..3_usize).prop_map(|menu| format!("menu = \"m{menu}\"")),
        Just(
            "hours = {time_zone = \"UTC\", open = {mon = \"09:00-10:00\"}, closed = {then = \"callback\"}}"
                .to_owned()
        ),
        (0..3_usize).prop_map(|menu| format!(
            "hours = {{time_zone = \"UTC\", open = {{mon = \"09:00-10:00\"}}, closed = {{menu = \"m{menu}\"}}}}"
        )),
    ]
}

fn flows() -> impl Strategy<Value = Flow> {
    let menu = (
        proptest::collection::vec(choices(), 1..5),
        choices(),
        1..4_u32,
    );
    let after = proptest::collection::vec(choices(), 9);
    (
        proptest::collection::vec(menu, 3),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        after,
        choices(),
    )
        .prop_map(|(menus, (first, hours, keys, asks), after, closed)| {
            let mut text = "[flow]\nworkflow = \"Support\"\nlanguage = \"en\"\n".to_owned();
            if first {
                text.push_str("menu = \"m0\"\n");
            }
            text.push_str("[flow.languages]\nen = {}\nes = {}\n");
            if keys {
                text.push_str("[flow.hold]\nvoicemail_key = \"1\"\ncallback_key = \"2\"\n");
            }
            writeln!(text, "[flow.callback]\nask_number = {asks}").unwrap();
            if hours && !closed.contains("hours") {
                writeln!(text, "[flow.hours]\ntime_zone = \"UTC\"\nopen = {{sun = \"00:00-00:01\"}}\nclosed = {{{closed}}}"
                ).unwrap();
            }
            for (number, (options, default, tries)) in menus.iter().enumerate() {
                let options: Vec<String> = (0..)
                    .zip(options)
                    .map(|(digit, option)| {
                        let comma = if option.is_empty() { "" } else { "," };
                        format!(
                            "{{digits = \"{digit}\", speech = [\"word {digit}\"]{comma} {option}}}"
                        )
                    })
                    .collect();
                writeln!(text, "[flow.menus.m{number}]\nprompt = \"Well?\"\ntries = {tries}\n\
                     default = {{{default}}}\noptions = [{}]",
                    options.join(", ")
                ).unwrap();
            }
            let results = [
                "bridged",
                "bridging-in-process",
                "error",
                "hangup",
                "leave",
                "redirected",
                "redirected-from-bridged",
                "queue-full",
                "system-error",
            ];
            text.push_str("[flow.after_queue]\n");
            for (result, choice) in results.iter().zip(after) {
                if !choice.contains("hours") {
                    writeln!(text, "{result} = {{{choice}}}").unwrap();
                }
            }
            flow(&text)
        })
}

fn callers() -> impl Strategy<Value = Caller> {
    (
        proptest::collection::vec(
            proptest::sample::select("0123456789*#".chars().collect::<Vec<char>>()),
            0..8,
        ),
        proptest::collection::vec(
            proptest::sample::select(vec!["word 1", "nonsense", "2"]),
            0..3,
        ),
        proptest::option::of(0..200_u32),
        proptest::sample::select(vec!["completed", "busy", "no-answer"]),
        proptest::sample::select(vec!["+34600000001", "anonymous", "client:x", ""]),
    )
        .prop_map(|(keys, speech, message, dialled, from)| Caller {
            parameters: [("From", from), ("To", "+34910000000")]
                .into_iter()
                .collect(),
            keys: keys.into(),
            speech: speech.into_iter().map(str::to_owned).collect(),
            message,
            dialled: Some(dialled.to_owned()),
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever a caller does in a sound flow, they are never silently off the line, and never
    /// sent round for ever by doing nothing.
    #[test]
    fn nobody_falls_off_the_line(
        flow in flows(), caller in callers(),
        start in proptest::sample::select(vec![
            "/voice/incoming", "/voice/fallback", "/voice/callback", "/voice/voicemail",
            "/voice/enqueue", "/voice/after-dial", "/voice/recording",
            "/voice/after-queue?QueueResult=leave", "/voice/after-queue?QueueResult=queue-full",
            "/voice/after-queue?QueueResult=error", "/voice/after-queue?QueueResult=bridged",
        ]),
    ) {
        prop_assume!(flow.problems().is_empty());
        let directory = workspace();
        let ground = Ground {
            flow: &flow,
            directory: &directory,
            now: OPEN.parse().unwrap(),
            waits: None,
            prefix: "",
        };
        let (pages, end) = follow(&ground, start, caller).unwrap();
        prop_assert!(matches!(end, End::Waiting | End::HungUp), "{end:?} {:?}", pages.last());
        for page in &pages {
            prop_assert_eq!(dead_end(page), None);
        }
    }
}
