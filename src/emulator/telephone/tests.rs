//! Whatever our own documents say can be played, and nothing is left of a call that is over.

use std::collections::BTreeSet;

use proptest::option;
use proptest::prelude::*;
use serde_json::json;

use super::document::{Element, read};
use super::fetch::Fetched;
use super::*;
use crate::emulator::voice::SeedNumber;
use crate::model::CallStatus;
use crate::model::sid::{AccountSid, Sid as _};
use crate::routing::engine::{NewQueue, NewWorker, NewWorkflow, NewWorkspace};
use crate::twilio::twiml;
use crate::twilio::twiml::Verb;

const NUMBER: &str = "+15550100";

/// An engine with a workflow, and a network with a number.
struct Ground {
    now: Moment,
    engine: Engine,
    voice: Voice,
    network: Network,
    agents: Agents,
    alerts: Vec<(u32, String)>,
}

impl Ground {
    fn new() -> Self {
        let now = Moment::from_millisecond(1_767_603_600_000);
        let mut engine = Engine::new(AccountSid::from_bits(1), 1, now);
        let new = NewWorkspace {
            friendly_name: "writers".to_owned(),
            ..NewWorkspace::default()
        };
        let workspace = engine.create_workspace(now, &new).unwrap();
        let new = NewQueue {
            friendly_name: "All".to_owned(),
            ..NewQueue::default()
        };
        let queue = engine.create_queue(now, workspace, &new).unwrap();
        let new = NewWorkflow {
            friendly_name: "Route".to_owned(),
            configuration: format!(
                r#"{{"task_routing":{{"default_filter":{{"queue":"{queue}"}}}}}}"#
            ),
            ..NewWorkflow::default()
        };
        engine.create_workflow(now, workspace, &new).unwrap();
        let new = NewWorker {
            friendly_name: "dave".to_owned(),
            ..NewWorker::default()
        };
        engine.create_worker(now, workspace, &new).unwrap();
        let mut voice = Voice::new(1);
        let number: SeedNumber = serde_json::from_value(
            json!({"phone_number": NUMBER, "voice_url": "https://app.test/voice"}),
        )
        .unwrap();
        voice.add_number(now, number).unwrap();
        Self {
            now,
            engine,
            voice,
            network: Network::default(),
            agents: Agents::default(),
            alerts: Vec::new(),
        }
    }

    fn stage(&mut self) -> Stage<'_> {
        Stage {
            now: self.now,
            engine: &mut self.engine,
            voice: &mut self.voice,
            network: &mut self.network,
            agents: &mut self.agents,
        }
    }

    /// Answers what is asked for: the first with the document, all others with ends.
    fn answer_all(&mut self, document: &str) {
        for _ in 0..1000 {
            let outgoing = self.network.take_outgoing();
            if outgoing.is_empty() {
                return;
            }
            for outgoing in outgoing {
                match outgoing {
                    Outgoing::Tell(_) => {}
                    Outgoing::Alert { code, message, .. } => self.alerts.push((code, message)),
                    Outgoing::Fetch(number) => {
                        let Some(request) = self.network.requests.get(&number) else {
                            continue;
                        };
                        let url = request.target.url.clone();
                        let body = match url.as_str() {
                            "https://app.test/voice" => document,
                            _ => "<Response><Pause/></Response>",
                        };
                        let fetched = Fetched {
                            url: url.clone(),
                            status: 200,
                            content_type: "text/xml".to_owned(),
                            body: body.to_owned(),
                        };
                        self.stage().answered(number, Ok(fetched));
                    }
                }
            }
        }
        panic!("documents are asked for without end");
    }

    /// Plays a document for an hour, hangs up, and looks whether anything is left.
    fn play(&mut self, document: &str) {
        let call = self
            .stage()
            .place(
                serde_json::from_value(
                    json!({"to": NUMBER, "digits": ["1", "23#"], "say": ["yes"]}),
                )
                .unwrap(),
            )
            .unwrap();
        let end = self.now.plus_seconds(3600);
        self.answer_all(document);
        while let Some(due) = self.network.next_deadline().filter(|due| *due <= end) {
            self.engine.advance(due);
            self.now = due;
            self.stage().fire();
            self.answer_all(document);
        }
        self.stage().end(call, CallStatus::Completed);
        self.answer_all(document);
        // A message is the only thing a phone of its own still does.
        assert!(self.network.lines.is_empty(), "{:?}", self.network.lines);
        assert!(self.network.alarms.is_empty(), "{:?}", self.network.alarms);
        assert!(self.network.requests.is_empty());
        assert!(self.network.rooms.is_empty());
        assert!(self.network.names.is_empty());
        assert!(
            self.voice
                .queues
                .iter()
                .all(|queue| queue.members.is_empty())
        );
        assert!(self.voice.calls.iter().all(|call| call.status.is_final()));
        assert!(
            self.voice
                .conferences
                .iter()
                .all(|conference| conference.participants.is_empty())
        );
    }
}

fn text() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9 <>&\"'é#]{0,40}".prop_map(|text| text.trim().to_owned())
}

fn url() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("/next?a=1&b=2".to_owned()),
        Just("https://app.test/other".to_owned())
    ]
}

fn method() -> impl Strategy<Value = Option<twiml::Method>> {
    option::of(prop_oneof![
        Just(twiml::Method::Get),
        Just(twiml::Method::Post)
    ])
}

fn small() -> impl Strategy<Value = Option<u32>> {
    option::of(0..20_u32)
}

fn say() -> impl Strategy<Value = Verb> {
    (option::of(text()), option::of(text()), small(), text()).prop_map(
        |(voice, language, repeat, text)| {
            Verb::Say(twiml::Say {
                voice,
                language,
                repeat,
                text,
            })
        },
    )
}

fn play() -> impl Strategy<Value = Verb> {
    (small(), option::of("[0-9w]{0,4}"), url()).prop_map(|(repeat, digits, url)| {
        Verb::Play(twiml::Play {
            repeat,
            digits,
            url,
        })
    })
}

fn pause() -> impl Strategy<Value = Verb> {
    small().prop_map(|length| Verb::Pause(twiml::Pause { length }))
}

fn gather() -> impl Strategy<Value = Verb> {
    (
        option::of(prop_oneof![
            Just(twiml::Input::Dtmf),
            Just(twiml::Input::Speech),
            Just(twiml::Input::DtmfSpeech)
        ]),
        (
            small(),
            small(),
            option::of(prop_oneof![Just("auto".to_owned()), Just("2".to_owned())]),
        ),
        (option::of(url()), method(), option::of(any::<bool>())),
        (
            option::of("[0-9#*]{0,1}"),
            option::of(text()),
            option::of(text()),
        ),
        proptest::collection::vec(prop_oneof![say(), play(), pause()], 0..3),
    )
        .prop_map(
            |(
                input,
                (num_digits, timeout, speech_timeout),
                (action, method, empty),
                (key, language, hints),
                verbs,
            )| {
                Verb::Gather(twiml::Gather {
                    input,
                    num_digits,
                    timeout,
                    speech_timeout,
                    action,
                    method,
                    action_on_empty_result: empty,
                    finish_on_key: key,
                    language,
                    hints,
                    verbs,
                })
            },
        )
}

fn enqueue(workflow: crate::model::sid::WorkflowSid) -> impl Strategy<Value = Verb> {
    (
        option::of(url()),
        method(),
        option::of(prop_oneof![Just(String::new()), url()]),
        method(),
        any::<bool>(),
        (small(), option::of(1..20_u32), text()),
    )
        .prop_map(
            move |(
                action,
                method,
                wait_url,
                wait_url_method,
                routed,
                (priority, timeout, word),
            )| {
                let task = twiml::EnqueuedTask {
                    priority,
                    timeout,
                    attributes: json!({"word": word}).as_object().unwrap().clone(),
                };
                Verb::Enqueue(twiml::Enqueue {
                    workflow_sid: routed.then_some(workflow),
                    action,
                    method,
                    wait_url,
                    wait_url_method,
                    task: routed.then_some(task),
                    queue: (!routed).then(|| "support".to_owned()),
                })
            },
        )
}

fn target() -> impl Strategy<Value = twiml::Target> {
    let conference = (
        (
            option::of(any::<bool>()),
            option::of(any::<bool>()),
            option::of(any::<bool>()),
        ),
        (option::of(2..9_u32), option::of(url()), option::of(text())),
        proptest::collection::vec(
            prop_oneof![Just("join".to_owned()), Just("end".to_owned())],
            0..2,
        ),
    )
        .prop_map(
            |((muted, start, end), (max_participants, status_callback, label), events)| {
                twiml::Target::Conference(twiml::Conference {
                    muted,
                    start_conference_on_enter: start,
                    end_conference_on_exit: end,
                    coach: None,
                    max_participants,
                    record: Some("record-from-start".to_owned()),
                    status_callback,
                    status_callback_event: events,
                    wait_url: Some(String::new()),
                    beep: Some("onEnter".to_owned()),
                    participant_label: label,
                    name: "room".to_owned(),
                })
            },
        );
    prop_oneof![
        option::of(url()).prop_map(|url| twiml::Target::Number {
            number: "+15550200".to_owned(),
            url
        }),
        Just(twiml::Target::Client {
            identity: "dave".to_owned()
        }),
        Just(twiml::Target::Sip {
            uri: "sip:dave@app.test".to_owned()
        }),
        (option::of(url()), method()).prop_map(|(url, method)| {
            twiml::Target::Queue(twiml::Queue {
                url,
                method,
                name: "support".to_owned(),
                ..twiml::Queue::default()
            })
        }),
        conference,
    ]
}

fn dial() -> impl Strategy<Value = Verb> {
    (
        (option::of(url()), method(), small(), small()),
        (option::of(any::<bool>()), option::of(any::<bool>())),
        option::of(prop_oneof![
            Just("record-from-answer".to_owned()),
            Just("do-not-record".to_owned())
        ]),
        option::of(url()),
        proptest::collection::vec(target(), 0..3),
    )
        .prop_map(
            |((action, method, timeout, time_limit), (star, bridge), record, callback, targets)| {
                Verb::Dial(twiml::Dial {
                    action,
                    method,
                    timeout,
                    time_limit,
                    caller_id: None,
                    hangup_on_star: star,
                    answer_on_bridge: bridge,
                    record,
                    recording_status_callback: callback,
                    targets,
                })
            },
        )
}

fn record() -> impl Strategy<Value = Verb> {
    (
        (
            option::of(url()),
            method(),
            small(),
            option::of("[0-9#*]{1,3}"),
        ),
        (
            option::of(1..60_u32),
            option::of(any::<bool>()),
            option::of(url()),
        ),
        (option::of(any::<bool>()), option::of(url())),
    )
        .prop_map(
            |(
                (action, method, timeout, finish_on_key),
                (max_length, play_beep, callback),
                (transcribe, transcribe_callback),
            )| {
                Verb::Record(twiml::Record {
                    // Without an action the document itself is asked for again and again.
                    action: Some(action.unwrap_or_else(|| "/recorded".to_owned())),
                    method,
                    timeout,
                    finish_on_key,
                    max_length,
                    play_beep,
                    recording_status_callback: callback,
                    transcribe,
                    transcribe_callback,
                })
            },
        )
}

fn document(workflow: crate::model::sid::WorkflowSid) -> impl Strategy<Value = twiml::Response> {
    let verb = prop_oneof![
        say(),
        play(),
        pause(),
        gather(),
        (method(), url()).prop_map(|(method, url)| Verb::Redirect(twiml::Redirect { method, url })),
        Just(Verb::Hangup),
        any::<bool>().prop_map(|busy| Verb::Reject(twiml::Reject { busy })),
        Just(Verb::Leave),
        enqueue(workflow),
        dial(),
        record(),
    ];
    proptest::collection::vec(verb, 0..5).prop_map(twiml::Response::new)
}

fn count(elements: &[Element]) -> usize {
    elements
        .iter()
        .map(|element| 1 + element.attributes.len() + count(&element.children))
        .sum()
}

#[test]
fn whatever_is_written_here_can_be_played() {
    let workflow = {
        let ground = Ground::new();
        let workspace = ground.engine.workspaces().iter().next().unwrap();
        let workflow = workspace.workflows.iter().next().unwrap();
        workflow.sid
    };
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(300)
    };
    proptest!(config, |(document in document(workflow))| {
        let text = document.to_string();
        let (verbs, flaws) = read(&text).unwrap();
        prop_assert_eq!(flaws, []);
        prop_assert_eq!(verbs.len(), document.verbs.len());
        // Every element and attribute that was written was read.
        let written = text.matches("=\"").count() - 2
            + text.matches('<').count()
            - text.matches("</").count()
            - 2;
        // Texts may hold what looks like markup only when it is escaped.
        prop_assert_eq!(count(&verbs), written, "{}", text);
        let mut ground = Ground::new();
        ground.play(&text);
        let codes: BTreeSet<u32> = ground.alerts.iter().map(|(code, _)| *code).collect();
        // A queue nobody has entered is not there, a label may be taken, and no time is no limit.
        let known = BTreeSet::from([13216, 14212, 16025]);
        prop_assert!(codes.is_subset(&known), "{:?}", ground.alerts);
    });
}
