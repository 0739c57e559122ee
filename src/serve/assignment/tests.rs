//! Decisions, and what Twilio's look-alike makes of them.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::emulator::instruction::understand;
use crate::model::instruction as known;
use crate::model::sid::{AccountSid, Sid as _, WorkspaceSid};
use crate::routing::Moment;
use crate::routing::engine::{
    Engine, NewQueue, NewTask, NewWorker, NewWorkflow, NewWorkspace, Workspace,
};
use crate::serve::directory::Names;
use crate::serve::flow::Span;
use crate::serve::flow::tests::{documented, workspace};

fn url() -> Url {
    Url::parse("https://centre.example.com/hooks").unwrap()
}

fn request(task: &Value, worker: &Value) -> Parameters {
    Parameters::from(vec![
        (
            "WorkflowSid".to_owned(),
            WorkflowSid::from_bits(1).to_string(),
        ),
        ("TaskSid".to_owned(), format!("WT{:032x}", 1)),
        ("ReservationSid".to_owned(), format!("WR{:032x}", 1)),
        ("WorkerName".to_owned(), "ana".to_owned()),
        ("TaskAttributes".to_owned(), task.to_string()),
        ("WorkerAttributes".to_owned(), worker.to_string()),
    ])
}

fn a_call() -> Value {
    json!({"call_sid": format!("CA{:032x}", 1), "from": "+14155550100", "called": "+14155550199"})
}

fn ana() -> Value {
    json!({"contact_uri": "client:ana"})
}

fn decided(policy: Policy, task: &Value, worker: &Value) -> (Value, Option<String>) {
    let policies = Policies {
        default: policy,
        ..Policies::default()
    };
    let decision = decide(
        &policies,
        &workspace(),
        &request(task, worker),
        Some(&url()),
    );
    let body = decision.body();
    let told = if body.is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&body).unwrap()
    };
    (told, decision.reason)
}

#[test]
fn every_policy_has_its_answer() {
    let with = |way| Policy {
        instruction: Some(way),
        ..Policy::default()
    };
    let rich = |way| Policy {
        post_work_activity: Some("wrap-up".to_owned()),
        timeout: Some(Span(20)),
        record: Some(true),
        ..with(way)
    };
    for (policy, told) in [
        (
            Policy::default(),
            json!({
                "instruction": "conference", "to": "client:ana", "from": "+14155550199",
                "end_conference_on_exit": true, "end_conference_on_customer_exit": true,
            }),
        ),
        (
            rich(Way::Conference),
            json!({
                "instruction": "conference", "to": "client:ana", "from": "+14155550199",
                "post_work_activity_sid": "WA00000000000000000000000000000002", "timeout": 20,
                "end_conference_on_exit": true, "end_conference_on_customer_exit": true,
                "conference_record": "record-from-start",
                "conference_recording_status_callback":
                    "https://centre.example.com/hooks/voice/recording-status?TaskSid=WT00000000000000000000000000000001",
            }),
        ),
        (
            rich(Way::Dequeue),
            json!({
                "instruction": "dequeue", "to": "client:ana", "from": "+14155550199",
                "post_work_activity_sid": "WA00000000000000000000000000000002", "timeout": 20,
                "record": "record-from-answer",
            }),
        ),
        (
            rich(Way::Call),
            json!({
                "instruction": "call", "to": "client:ana", "from": "+14155550199", "timeout": 20,
                "record": "record-from-answer",
                "url": "https://centre.example.com/hooks/voice/agent?reservation=WR00000000000000000000000000000001&post_work=WA00000000000000000000000000000002",
            }),
        ),
        (
            Policy {
                url: Some("/voice/voicemail".to_owned()),
                accept: Some(true),
                ..with(Way::Redirect)
            },
            json!({
                "instruction": "redirect", "call_sid": "CA00000000000000000000000000000001",
                "url": "https://centre.example.com/hooks/voice/voicemail", "accept": true,
            }),
        ),
        (with(Way::Accept), json!({"instruction": "accept"})),
        (
            with(Way::Reject),
            json!({
                "instruction": "reject", "activity_sid": "WA00000000000000000000000000000001",
            }),
        ),
        (with(Way::Agent), Value::Null),
    ] {
        assert_eq!(
            decided(policy.clone(), &a_call(), &ana()),
            (told, None),
            "{policy:?}"
        );
    }
}

#[test]
fn a_worker_who_cannot_be_reached_is_rejected_and_never_called() {
    for way in [Way::Conference, Way::Dequeue, Way::Call] {
        let policy = Policy {
            instruction: Some(way),
            reject_activity: Some("Wrap-Up".to_owned()),
            ..Policy::default()
        };
        for (worker, told) in [
            (json!({}), "worker `ana` has no attribute `contact_uri`"),
            (
                json!({"contact_uri": null}),
                "worker `ana` has no attribute `contact_uri`",
            ),
            (
                json!({"contact_uri": " "}),
                "worker `ana` has no attribute `contact_uri`",
            ),
            (
                json!({"contact_uri": 7}),
                "worker `ana` has a `contact_uri` that is no text: 7",
            ),
            (
                json!({"contact_uri": "null"}),
                "worker `ana` has the `contact_uri` `null`, which is neither a number nor a \
                 `client:` or `sip:` address",
            ),
            (
                json!("nonsense"),
                "worker `ana` has no attribute `contact_uri`",
            ),
        ] {
            let rejected = json!({
                "instruction": "reject", "activity_sid": "WA00000000000000000000000000000002",
            });
            assert_eq!(
                decided(policy.clone(), &a_call(), &worker),
                (rejected, Some(told.to_owned())),
                "{way:?}"
            );
        }
    }
}

#[test]
fn who_is_rejected_is_never_left_where_the_same_task_comes_back_to() {
    for (name, told) in [
        (None, "WA00000000000000000000000000000001"),
        (Some("gone"), "WA00000000000000000000000000000001"),
        (Some("Wrap-Up"), "WA00000000000000000000000000000002"),
    ] {
        let policy = Policy {
            reject_activity: name.map(str::to_owned),
            ..Policy::default()
        };
        let (told_now, _) = decided(policy, &a_call(), &json!({}));
        assert_eq!(told_now["activity_sid"], told, "{name:?}");
    }
    // With nowhere to go the reservation's time runs out, and TaskRouter moves them.
    let nowhere = Directory::default();
    let asked = request(&a_call(), &json!({}));
    let decision = decide(&Policies::default(), &nowhere, &asked, Some(&url()));
    assert_eq!(decision.body(), "");
    assert_eq!(
        decision.reason.as_deref(),
        Some(
            "worker `ana` has no attribute `contact_uri`; the reservation is left to time out: no \
             activity is known that takes no tasks"
        )
    );
}

#[test]
fn a_task_that_is_no_call_is_not_called() {
    let chat = json!({"type": "chat"});
    for way in [Way::Conference, Way::Dequeue, Way::Call, Way::Redirect] {
        for (otherwise, told) in [
            (None, Value::Null),
            (Some(Otherwise::Accept), json!({"instruction": "accept"})),
            (
                Some(Otherwise::Reject),
                json!({
                    "instruction": "reject", "activity_sid": "WA00000000000000000000000000000001",
                }),
            ),
        ] {
            let policy = Policy {
                instruction: Some(way),
                without_call: otherwise,
                ..Policy::default()
            };
            assert_eq!(decided(policy, &chat, &ana()), (told, None), "{way:?}");
        }
    }
    let outbound = json!({"outbound_to": "+14155550101", "from": "+14155550199"});
    for (from, seen) in [
        (None, "+14155550199"),
        (Some("called"), "+14155550199"),
        (Some("+14155550123"), "+14155550123"),
    ] {
        let policy = Policy {
            from: from.map(str::to_owned),
            ..Policy::default()
        };
        let (told, reason) = decided(policy, &outbound, &ana());
        assert_eq!(
            (told["instruction"].as_str(), reason),
            (Some("conference"), None)
        );
        assert_eq!(told["from"], seen, "{from:?}");
    }
}

#[test]
fn a_call_that_is_passed_on_stays_in_its_conference() {
    let mut passed_on = a_call();
    passed_on["conference"] = json!({"sid": "CF00000000000000000000000000000001"});
    let met = json!({"instruction": "conference", "to": "client:ana", "from": "+14155550199"});
    for (way, told) in [
        (Way::Conference, met.clone()),
        (Way::Dequeue, met.clone()),
        (Way::Call, met.clone()),
        (Way::Redirect, met),
        (Way::Accept, json!({"instruction": "accept"})),
        (
            Way::Reject,
            json!({"instruction": "reject", "activity_sid": "WA00000000000000000000000000000001"}),
        ),
        (Way::Agent, Value::Null),
    ] {
        let policy = Policy {
            instruction: Some(way),
            url: Some("/voice/voicemail".to_owned()),
            ..Policy::default()
        };
        assert_eq!(decided(policy, &passed_on, &ana()), (told, None), "{way:?}");
    }
    let ending = Policy {
        end_conference_on_exit: Some(true),
        end_conference_on_customer_exit: Some(true),
        ..Policy::default()
    };
    let (told, _) = decided(ending, &passed_on, &ana());
    assert_eq!(told["end_conference_on_exit"], true);
    assert_eq!(told["end_conference_on_customer_exit"], true);
}

#[test]
fn the_number_the_worker_sees_is_chosen() {
    for (from, seen) in [
        (None, "+14155550199"),
        (Some("called"), "+14155550199"),
        (Some("caller"), "+14155550100"),
        (Some("+14155550123"), "+14155550123"),
    ] {
        let policy = Policy {
            from: from.map(str::to_owned),
            ..Policy::default()
        };
        assert_eq!(decided(policy, &a_call(), &ana()).0["from"], seen);
    }
    let nameless = json!({"call_sid": format!("CA{:032x}", 1)});
    let (told, reason) = decided(Policy::default(), &nameless, &ana());
    assert_eq!(told, Value::Null);
    assert_eq!(
        reason.as_deref(),
        Some("left to the worker: nothing says which number the worker is to see")
    );
}

#[test]
fn a_workflow_has_its_own_policy_over_the_default() {
    let policies = documented().assignment;
    let of = |bits| policies.of(Some(WorkflowSid::from_bits(bits)), &workspace());
    assert_eq!(of(1).instruction, Some(Way::Call));
    assert_eq!(of(2).instruction, Some(Way::Dequeue));
    assert_eq!(of(3).instruction, Some(Way::Conference));
    assert_eq!(of(2).post_work_activity.as_deref(), Some("Wrap-Up"));
    assert_eq!(of(2).url, None);
}

#[test]
fn an_activity_that_is_gone_is_left_out_and_told() {
    let policy = Policy {
        post_work_activity: Some("Paperwork".to_owned()),
        ..Policy::default()
    };
    let (told, reason) = decided(policy, &a_call(), &ana());
    assert_eq!(told["instruction"], "conference");
    assert_eq!(told.get("post_work_activity_sid"), None);
    assert_eq!(
        reason.as_deref(),
        Some("the workspace has no activity `Paperwork` for after the call")
    );
}

/// A workspace of the engine with a reservation for one call and one worker.
fn reserved(task: &Value, worker: &Value) -> (Engine, WorkspaceSid, ReservationSid) {
    let now = Moment::from_millisecond(1_700_000_000_000);
    let mut engine = Engine::new(AccountSid::from_bits(1), 1, now);
    let new = NewWorkspace {
        friendly_name: "centre".to_owned(),
        ..NewWorkspace::default()
    };
    let workspace = engine.create_workspace(now, &new).unwrap();
    let queue = NewQueue {
        friendly_name: "All".to_owned(),
        ..NewQueue::default()
    };
    let queue = engine.create_queue(now, workspace, &queue).unwrap();
    let routing = json!({"task_routing": {"filters": [], "default_filter": {"queue": queue}}});
    let workflow = NewWorkflow {
        friendly_name: "Support".to_owned(),
        configuration: routing.to_string(),
        ..NewWorkflow::default()
    };
    let workflow = engine.create_workflow(now, workspace, &workflow).unwrap();
    let available = activity(engine.workspace(workspace).unwrap(), "Available");
    let worker = NewWorker {
        friendly_name: "ana".to_owned(),
        attributes: Some(worker.to_string()),
        activity: Some(available),
    };
    engine.create_worker(now, workspace, &worker).unwrap();
    let task = NewTask {
        workflow: Some(workflow),
        attributes: Some(task.to_string()),
        ..NewTask::default()
    };
    engine.create_task(now, workspace, &task).unwrap();
    let reservations = &engine.workspace(workspace).unwrap().reservations;
    let reservation = reservations.iter().next().expect("ana is free").sid;
    (engine, workspace, reservation)
}

fn activity(workspace: &Workspace, name: &str) -> ActivitySid {
    let mut activities = workspace.activities.iter();
    let found = activities.find(|activity| &*activity.friendly_name == name);
    found.expect("every workspace has it").sid
}

fn policies() -> impl Strategy<Value = Policy> {
    let way = prop_oneof![
        Just(Way::Conference),
        Just(Way::Dequeue),
        Just(Way::Call),
        Just(Way::Redirect),
        Just(Way::Accept),
        Just(Way::Reject),
        Just(Way::Agent),
    ];
    let words = |list: &'static [&'static str]| {
        proptest::option::of(proptest::sample::select(list).prop_map(str::to_owned))
    };
    let events = |list: &'static [&'static str]| {
        proptest::option::of(proptest::collection::vec(
            proptest::sample::select(list).prop_map(str::to_owned),
            0..4,
        ))
    };
    let link = || words(&["/voice/status", "https://other.example.com/x?a=b"]);
    let flag = proptest::option::of(any::<bool>());
    (
        (
            way,
            words(&["called", "caller", "+14155550123"]),
            words(&["Offline", "gone"]),
        ),
        (
            proptest::option::of(1..=999_u32),
            flag.clone(),
            link(),
            flag.clone(),
        ),
        (
            link(),
            events(known::CALL_EVENTS),
            link(),
            events(known::CONFERENCE_EVENTS),
        ),
        (
            words(known::BEEP),
            proptest::option::of(2..=250_u32),
            link(),
            words(known::CONFERENCE_TRIM),
        ),
        (
            words(known::RECORDING_CHANNELS),
            words(known::REGIONS),
            words(known::JITTER_BUFFER_SIZES),
            link(),
            flag,
        ),
    )
        .prop_map(|(first, second, third, fourth, fifth)| Policy {
            instruction: Some(first.0),
            without_call: None,
            from: first.1,
            post_work_activity: first.2.clone(),
            reject_activity: first.2,
            timeout: second.0.map(Span),
            record: second.1,
            url: second.2,
            accept: second.3,
            status_callback: third.0,
            status_callback_events: third.1,
            conference_status_callback: third.2,
            conference_status_callback_events: third.3,
            beep: fourth.0,
            max_participants: fourth.1,
            wait_url: fourth.2,
            conference_trim: fourth.3,
            recording_channels: fifth.0,
            region: fifth.1,
            jitter_buffer_size: fifth.2,
            recording_callback: fifth.3,
            start_conference_on_enter: fifth.4,
            end_conference_on_exit: fifth.4,
            end_conference_on_customer_exit: second.1,
            muted: second.3,
            beep_on_customer_entrance: second.3,
            early_media: fifth.4,
        })
}

fn tasks() -> impl Strategy<Value = Value> {
    proptest::sample::select(vec![
        a_call(),
        json!({"call_sid": format!("CA{:032x}", 2), "from": "anonymous", "to": "sip:a@b.test"}),
        json!({"call_sid": format!("CA{:032x}", 3)}),
        json!({"call_sid": "not a SID", "from": "+14155550100"}),
        json!({"outbound_to": "+14155550101", "from": "+14155550199"}),
        json!({
            "call_sid": format!("CA{:032x}", 4), "from": "+14155550100",
            "conference": {"sid": format!("CF{:032x}", 4)},
        }),
        json!({"type": "chat"}),
        json!({}),
    ])
}

fn workers() -> impl Strategy<Value = Value> {
    proptest::sample::select(vec![
        ana(),
        json!({"contact_uri": "+14155550111"}),
        json!({"contact_uri": "sip:ana@example.com"}),
        json!({"contact_uri": "undefined"}),
        json!({"contact_uri": null}),
        json!({}),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// What we answer, Twilio's look-alike understands as an instruction it can carry out.
    #[test]
    fn every_decision_is_an_instruction(
        policy in policies(), task in tasks(), worker in workers(), reachable in any::<bool>(),
    ) {
        let (engine, sid, reservation) = reserved(&task, &worker);
        let centre = engine.workspace(sid).unwrap();
        let activities = centre.activities.iter();
        let directory = Directory {
            activities: Names::new(
                activities.map(|activity| (activity.sid, activity.friendly_name.to_string())),
            ),
            resting: Some(activity(centre, "Offline")),
            ..Directory::default()
        };
        let policies = Policies { default: policy, ..Policies::default() };
        let url = url();
        let public_url = reachable.then_some(&url);
        let decision = decide(&policies, &directory, &request(&task, &worker), public_url);
        if let Some(instruction) = &decision.instruction {
            let told = serde_json::to_value(instruction).unwrap();
            let details = told.as_object().unwrap();
            let name = details["instruction"].as_str().unwrap();
            let read = understand(name, details, centre, reservation);
            prop_assert!(read.is_ok(), "{told}: {read:?}");
            prop_assert!(!told.to_string().contains("null"), "{told}");
        }
    }
}
