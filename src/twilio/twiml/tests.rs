//! Documents are written as Twilio's own library writes them.

use serde_json::json;

use super::*;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

fn written(verbs: impl IntoIterator<Item = Verb>) -> String {
    let text = Response::new(verbs).to_string();
    text.strip_prefix(HEAD)
        .expect("every document begins so")
        .to_owned()
}

#[test]
fn menus_are_written_as_twilios_library_writes_them() {
    let gather = Gather {
        input: Some(Input::DtmfSpeech),
        num_digits: Some(1),
        timeout: Some(5),
        action: Some("/menu?lang=fr&x=1".to_owned()),
        method: Some(Method::Post),
        action_on_empty_result: Some(true),
        hints: Some("a, b".to_owned()),
        verbs: vec![Verb::Say(Say {
            voice: Some("Polly.Lea".to_owned()),
            language: Some("fr-FR".to_owned()),
            text: "Tapez 1 & attendez <l'agent>".to_owned(),
            ..Say::default()
        })],
        ..Gather::default()
    };
    let redirect = Redirect {
        method: Some(Method::Post),
        url: "/voice".to_owned(),
    };
    assert_eq!(
        written([Verb::Gather(gather), Verb::Redirect(redirect)]),
        r#"<Response><Gather input="dtmf speech" numDigits="1" timeout="5" action="/menu?lang=fr&amp;x=1" method="POST" actionOnEmptyResult="true" hints="a, b"><Say voice="Polly.Lea" language="fr-FR">Tapez 1 &amp; attendez &lt;l'agent&gt;</Say></Gather><Redirect method="POST">/voice</Redirect></Response>"#
    );
}

#[test]
fn queues_are_written_as_twilios_library_writes_them() {
    let attributes = json!({"type": "support", "lang": "fr"});
    let enqueue = Enqueue {
        workflow_sid: Some("WW00000000000000000000000000000001".parse().unwrap()),
        action: Some("/after-queue".to_owned()),
        wait_url: Some("/wait".to_owned()),
        wait_url_method: Some(Method::Post),
        task: Some(EnqueuedTask {
            priority: Some(5),
            timeout: Some(200),
            attributes: attributes.as_object().unwrap().clone(),
        }),
        ..Enqueue::default()
    };
    assert_eq!(
        written([Verb::Enqueue(enqueue)]),
        r#"<Response><Enqueue workflowSid="WW00000000000000000000000000000001" action="/after-queue" waitUrl="/wait" waitUrlMethod="POST"><Task priority="5" timeout="200">{"type":"support","lang":"fr"}</Task></Enqueue></Response>"#
    );
    let dial = Dial {
        timeout: Some(20),
        answer_on_bridge: Some(true),
        targets: vec![Target::Queue(Queue {
            url: Some("/whisper".to_owned()),
            reservation_sid: Some("WR00000000000000000000000000000001".parse().unwrap()),
            post_work_activity_sid: Some("WA00000000000000000000000000000001".parse().unwrap()),
            name: "WW00000000000000000000000000000001".to_owned(),
            ..Queue::default()
        })],
        ..Dial::default()
    };
    assert_eq!(
        written([Verb::Dial(dial)]),
        r#"<Response><Dial timeout="20" answerOnBridge="true"><Queue url="/whisper" reservationSid="WR00000000000000000000000000000001" postWorkActivitySid="WA00000000000000000000000000000001">WW00000000000000000000000000000001</Queue></Dial></Response>"#
    );
}

#[test]
fn conferences_are_written_as_twilios_library_writes_them() {
    let dial = Dial {
        record: Some("record-from-answer".to_owned()),
        targets: vec![Target::Conference(Conference {
            start_conference_on_enter: Some(true),
            end_conference_on_exit: Some(false),
            status_callback: Some("https://e.com/cb".to_owned()),
            status_callback_event: ["start", "end", "join", "leave"].map(String::from).into(),
            wait_url: Some(String::new()),
            beep: Some("onEnter".to_owned()),
            participant_label: Some("agent".to_owned()),
            name: "WT00000000000000000000000000000001".to_owned(),
            ..Conference::default()
        })],
        ..Dial::default()
    };
    assert_eq!(
        written([Verb::Dial(dial)]),
        r#"<Response><Dial record="record-from-answer"><Conference startConferenceOnEnter="true" endConferenceOnExit="false" statusCallback="https://e.com/cb" statusCallbackEvent="start end join leave" waitUrl="" beep="onEnter" participantLabel="agent">WT00000000000000000000000000000001</Conference></Dial></Response>"#
    );
}

#[test]
fn small_verbs_are_written_as_twilios_library_writes_them() {
    let verbs = [
        Verb::Say(Say {
            text: "x".to_owned(),
            ..Say::default()
        }),
        Verb::Play(Play {
            repeat: Some(0),
            url: "http://e.com/a.mp3".to_owned(),
            ..Play::default()
        }),
        Verb::Pause(Pause { length: Some(2) }),
        Verb::Leave,
        Verb::Hangup,
        Verb::Reject(Reject { busy: true }),
        Verb::Enqueue(Enqueue {
            queue: Some("support".to_owned()),
            ..Enqueue::default()
        }),
    ];
    assert_eq!(
        written(verbs),
        r#"<Response><Say>x</Say><Play loop="0">http://e.com/a.mp3</Play><Pause length="2"/><Leave/><Hangup/><Reject reason="busy"/><Enqueue>support</Enqueue></Response>"#
    );
    assert_eq!(written([]), "<Response/>");
}

#[test]
fn nothing_a_caller_says_breaks_the_document() {
    let say = |text: &str| {
        Verb::Say(Say {
            voice: Some("a\"b<\n>&".to_owned()),
            text: text.to_owned(),
            ..Say::default()
        })
    };
    assert_eq!(
        written([say("\"]]></Say>\u{1}\u{0}&amp;")]),
        "<Response><Say voice=\"a&quot;b&lt;&#xA;&gt;&amp;\">\
         \"]]&gt;&lt;/Say&gt;&amp;amp;</Say></Response>"
    );
}

#[test]
fn others_are_dialled_and_messages_recorded() {
    let dial = Dial {
        caller_id: Some("+15550100".to_owned()),
        targets: vec![
            Target::Number {
                number: "+15550101".to_owned(),
                url: None,
            },
            Target::Client {
                identity: "ana".to_owned(),
            },
            Target::Sip {
                uri: "sip:ana@example.com".to_owned(),
            },
        ],
        ..Dial::default()
    };
    let record = Record {
        action: Some("/voice/recording".to_owned()),
        max_length: Some(120),
        ..Record::default()
    };
    assert_eq!(
        written([Verb::Dial(dial), Verb::Record(record)]),
        r#"<Response><Dial callerId="+15550100"><Number>+15550101</Number><Client>ana</Client><Sip>sip:ana@example.com</Sip></Dial><Record action="/voice/recording" maxLength="120"/></Response>"#
    );
}
