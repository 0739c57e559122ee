//! Simulated agents and callers.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};

use super::application::{Application, NUMBER, steps, telephone_centre};
use super::lab::{Centre, Lab, Reply, START};
use crate::emulator::Config;
use crate::routing::Moment;

async fn ask(lab: &Lab, method: Method, path: &str, body: &str) -> Reply {
    let request = Request::builder()
        .method(method)
        .uri(format!("/_emulator/{path}"))
        .body(Body::from(body.to_owned()))
        .unwrap();
    lab.send(request).await
}

async fn employ(lab: &Lab, behaviours: &str) -> Value {
    ask(lab, Method::PUT, "agents", behaviours).await.ok()
}

async fn report(lab: &Lab) -> Value {
    lab.get("/_emulator/agents").await.ok()
}

async fn agent(lab: &Lab, name: &str) -> Value {
    let report = report(lab).await;
    let agents = report["agents"].as_array().unwrap();
    agents
        .iter()
        .find(|agent| agent["worker_name"] == name)
        .unwrap()
        .clone()
}

async fn activity_of(centre: &Centre, worker: &str) -> String {
    let row = centre
        .lab
        .get(&format!("{}/Workers/{worker}", centre.path))
        .await
        .ok();
    row["activity_name"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_agent_works_on_tasks_that_are_no_calls() {
    let centre = Centre::new().await;
    let lab = &centre.lab;
    let worker = centre.worker("dave", "Offline").await;
    employ(
        lab,
        "agents: [{ answer_after: 4s, handle: 60s, wrap: 20s }]",
    )
    .await;
    assert_eq!(activity_of(&centre, &worker).await, "Available");
    let task = centre.task(&[]).await;
    for (span, status) in [
        ("3999ms", "reserved"),
        ("1ms", "assigned"),
        ("59999ms", "assigned"),
        ("1ms", "wrapping"),
        ("19999ms", "wrapping"),
        ("1ms", "completed"),
    ] {
        lab.advance(span).await;
        assert_eq!(centre.task_status(&task).await, status, "after {span}");
    }
    lab.advance("16s").await;
    let dave = agent(lab, "dave").await;
    let expected = json!({
        "offered": 1, "accepted": 1, "rejected": 0, "not_answered": 0, "withdrawn": 0,
        "talk_seconds": 60, "wrap_seconds": 20, "there_seconds": 100, "occupancy": 0.8,
        "activity": "Available", "on_duty": true, "behaviour": 0,
        "worker_name": "dave", "worker_sid": worker,
    });
    assert_eq!(dave, expected);
}

#[tokio::test]
async fn who_does_not_answer_is_moved_away_and_comes_back() {
    let centre = Centre::new().await;
    let lab = &centre.lab;
    let worker = centre.worker("dave", "Available").await;
    employ(lab, "agents: [{ no_answer: 1, back_after: 90s }]").await;
    let task = centre.task(&[]).await;
    // The workflow's offers last ten seconds.
    lab.advance("10s").await;
    assert_eq!(activity_of(&centre, &worker).await, "Offline");
    assert_eq!(centre.task_status(&task).await, "pending");
    lab.advance("89999ms").await;
    assert_eq!(activity_of(&centre, &worker).await, "Offline");
    lab.advance("1ms").await;
    assert_eq!(activity_of(&centre, &worker).await, "Available");
    assert_eq!(centre.task_status(&task).await, "reserved");
    let dave = agent(lab, "dave").await;
    assert_eq!(
        (
            &dave["offered"],
            &dave["not_answered"],
            &dave["there_seconds"]
        ),
        (&json!(2), &json!(1), &json!(10))
    );
}

#[tokio::test]
async fn whoever_somebody_sends_away_stays_away() {
    let centre = Centre::new().await;
    let lab = &centre.lab;
    let worker = centre.worker("dave", "Offline").await;
    employ(
        lab,
        "agents: [{ answer_after: 1s, handle: 10s, wrap: 5s, back_after: 1s }]",
    )
    .await;
    let task = centre.task(&[]).await;
    lab.advance("5s").await;
    let away = centre.activity("Unavailable").await;
    let path = format!("{}/Workers/{worker}", centre.path);
    lab.post(&path, &[("ActivitySid", &away)]).await.ok();
    lab.advance("2m").await;
    assert_eq!(centre.task_status(&task).await, "completed");
    assert_eq!(activity_of(&centre, &worker).await, "Unavailable");
    // Until somebody lets them work again.
    let duty = centre.activity("Available").await;
    lab.post(&path, &[("ActivitySid", &duty)]).await.ok();
    let task = centre.task(&[]).await;
    lab.advance("16s").await;
    assert_eq!(centre.task_status(&task).await, "completed");
}

#[tokio::test]
async fn rejected_offers_go_to_somebody_else() {
    let centre = Centre::new().await;
    let lab = &centre.lab;
    centre.worker("dave", "Offline").await;
    lab.advance("1s").await;
    centre.worker("edith", "Offline").await;
    employ(
        lab,
        "agents: [{ workers: [DAVE], reject: 1, answer_after: 3s }, { answer_after: 2s, handle: 5s, wrap: 0 }]",
    )
    .await;
    let task = centre.task(&[]).await;
    lab.advance("4s").await;
    assert_eq!(centre.task_status(&task).await, "reserved");
    assert_eq!(agent(lab, "dave").await["rejected"], 1);
    lab.advance("6s").await;
    assert_eq!(centre.task_status(&task).await, "completed");
    let edith = agent(lab, "edith").await;
    assert_eq!(
        (&edith["accepted"], &edith["behaviour"]),
        (&json!(1), &json!(1))
    );
}

#[tokio::test]
async fn shifts_begin_and_end() {
    let centre = Centre::new().await;
    let lab = &centre.lab;
    let worker = centre.worker("dave", "Unavailable").await;
    let now = lab.get("/_emulator/clock").await.ok();
    let now: jiff::Timestamp = now["now"].as_str().unwrap().parse().unwrap();
    let minute = |minutes: i64| {
        let moment = now + jiff::SignedDuration::from_mins(minutes);
        moment.strftime("%H:%M").to_string()
    };
    let (begin, end) = (minute(10), minute(20));
    employ(
        lab,
        &format!("agents: [{{ shifts: {{ days: {{ every-day: \"{begin}-{end}\" }} }}, off_duty: Unavailable }}]"),
    )
    .await;
    let mut seen = Vec::new();
    for span in ["9m", "2m", "7m", "4m"] {
        lab.advance(span).await;
        seen.push(activity_of(&centre, &worker).await);
    }
    assert_eq!(
        seen,
        ["Unavailable", "Available", "Available", "Unavailable"]
    );
    assert_eq!(agent(lab, "dave").await["there_seconds"], 600);
}

/// A centre with calls, whose workflow lets worker and caller meet.
async fn call_centre() -> (Centre, Application) {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Play>https://music.test/a.mp3</Play>"),
        ("/left", "<Hangup/>"),
        (
            "/assign",
            r#"{"instruction": "conference", "end_conference_on_exit": "true"}"#,
        ),
    ])
    .await;
    (centre, application)
}

fn days_work(patience: &str) -> String {
    format!(
        "seed: 11\nagents:\n  - {{ answer_after: {{ uniform: [1s, 6s] }}, reject: 0.1, no_answer: 0.1, \
         handle: {{ lognormal: {{ mean: 60s, deviation: 40s }} }}, wrap: {{ exponential: 10s }}, \
         back_after: 30s }}\narrivals:\n  - {{ to: \"{NUMBER}\", from: \"+1555123####\", per_hour: 120, \
         total: 40, callers: [{{ patience: {patience} }}] }}\n"
    )
}

async fn end_of(lab: &Lab) -> (Value, Vec<Value>) {
    let report = report(lab).await;
    (report, steps(lab).await)
}

#[tokio::test]
async fn callers_arrive_and_agents_talk_to_them() {
    let (centre, _application) = call_centre().await;
    let lab = &centre.lab;
    for name in ["dave", "edith", "frank"] {
        centre.worker(name, "Offline").await;
    }
    employ(lab, &days_work("60s")).await;
    lab.advance("2h").await;
    let (report, steps) = end_of(lab).await;
    let arrivals = &report["arrivals"][0];
    assert_eq!(report["seed"], 11);
    assert_eq!(
        (
            &arrivals["placed"],
            &arrivals["under_way"],
            &arrivals["next"]
        ),
        (&json!(40), &json!(0), &Value::Null)
    );
    let number = |value: &Value| value.as_u64().unwrap();
    let (answered, abandoned) = (
        number(&arrivals["answered"]),
        number(&arrivals["abandoned"]),
    );
    assert_eq!(answered + abandoned, 40);
    assert!(answered > 25, "{report}");
    let sum = |figure: &str| -> u64 {
        let agents = report["agents"].as_array().unwrap();
        agents.iter().map(|agent| number(&agent[figure])).sum()
    };
    assert_eq!(sum("accepted"), answered);
    assert_eq!(
        sum("offered"),
        sum("accepted") + sum("rejected") + sum("not_answered") + sum("withdrawn")
    );
    assert!(sum("rejected") > 0 && sum("not_answered") > 0, "{report}");
    // Whoever talked hung up or was hung up on; nobody is left in a conference.
    let count = |name: &str| steps.iter().filter(|step| step["step"] == name).count();
    assert_eq!(count("joined-conference"), count("left-conference"));
    let list = lab.get(&format!("{}/Tasks", centre.path)).await.ok();
    let open = list["tasks"].as_array().unwrap().iter().filter(|task| {
        !matches!(
            task["assignment_status"].as_str(),
            Some("completed" | "canceled")
        )
    });
    assert_eq!(open.count(), 0);
}

#[tokio::test]
async fn the_same_seed_gives_the_same_history_through_a_snapshot() {
    let mut ends = Vec::new();
    for pauses in [false, true] {
        let (centre, application) = call_centre().await;
        let mut lab = centre.lab;
        let centre = Centre {
            lab: Lab::new(),
            ..centre
        };
        let names = ["dave", "edith"];
        for name in names {
            let form = [
                ("FriendlyName", name),
                ("Attributes", r#"{"contact_uri":"client:worker"}"#),
            ];
            lab.post(&format!("{}/Workers", centre.path), &form)
                .await
                .ok();
        }
        employ(&lab, &days_work("45s")).await;
        if pauses {
            lab.advance("20m").await;
            let document = lab.get("/_emulator/snapshot").await.text;
            let fresh = Lab::new();
            fresh.load(&document).await.ok();
            lab = fresh;
            lab.advance("100m").await;
        } else {
            lab.advance("2h").await;
        }
        let mut report = report(&lab).await;
        let list = lab
            .get(&format!("{}/Events?PageSize=1000&Minutes=300", centre.path))
            .await
            .ok();
        let events: Vec<Value> = list["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|event| json!([event["sid"], event["event_type"], event["event_date_ms"]]))
            .collect();
        report["events"] = json!(events);
        drop(application);
        ends.push(report);
    }
    assert_eq!(ends[0]["arrivals"][0]["placed"], 40);
    let count = ends[0]["events"].as_array().unwrap().len();
    assert!(count > 200, "{count}");
    assert_eq!(ends[0], ends[1]);
}

#[tokio::test]
async fn an_agent_calls_the_caller_without_an_assignment_callback() {
    let application = Application::new(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Play>https://music.test/a.mp3</Play>"),
        ("/left", "<Hangup/>"),
        ("/status", ""),
    ])
    .await;
    let centre = Centre::with(Lab::new(), &[]).await;
    let lab = &centre.lab;
    application.take_number(lab).await;
    let enqueue = format!(
        r#"<Enqueue workflowSid="{}" action="/left" waitUrl="/wait"/>"#,
        centre.workflow
    );
    application.answer("/enqueue", &enqueue);
    centre.worker("dave", "Offline").await;
    employ(
        lab,
        &format!(
            "agents: [{{ answer_after: 2s, handle: 30s, wrap: 5s }}]\narrivals: [{{ to: \"{NUMBER}\", \
             per_hour: 3600, total: 1 }}]"
        ),
    )
    .await;
    lab.advance("5m").await;
    let report = report(lab).await;
    assert_eq!(report["arrivals"][0]["answered"], 1, "{report}");
    let dave = agent(lab, "dave").await;
    assert_eq!(
        (&dave["talk_seconds"], &dave["wrap_seconds"]),
        (&json!(30), &json!(5))
    );
}

#[tokio::test]
async fn calls_of_another_file_are_not_counted() {
    let (centre, _application) = call_centre().await;
    let lab = &centre.lab;
    let one = format!("arrivals: [{{ to: \"{NUMBER}\", per_hour: 3600, total: 1 }}]");
    employ(lab, &one).await;
    lab.advance("1m").await;
    assert_eq!(report(lab).await["arrivals"][0]["under_way"], 1);
    let patient = format!("arrivals: [{{ to: \"{NUMBER}\", per_hour: 1, for: 1s }}]");
    employ(lab, &patient).await;
    let calls = lab.get(&super::application::account("Calls")).await.ok();
    let call = calls["calls"][0]["sid"].as_str().unwrap();
    let path = super::application::account(&format!("Calls/{call}"));
    lab.post(&path, &[("Status", "completed")]).await.ok();
    let arrivals = report(lab).await["arrivals"][0].clone();
    assert_eq!(
        (
            &arrivals["placed"],
            &arrivals["abandoned"],
            &arrivals["under_way"]
        ),
        (&json!(0), &json!(0), &json!(0))
    );
}

#[tokio::test]
async fn behaviours_that_name_what_is_not_there_change_nothing() {
    let (centre, _application) = call_centre().await;
    let lab = &centre.lab;
    centre.worker("dave", "Offline").await;
    employ(lab, "seed: 3\nagents: [{}]").await;
    for (text, told) in [
        (
            "agents:\n  - workers: [dav]",
            "2:15: there is no worker `dav` (did you mean `dave`?)",
        ),
        (
            "agents:\n  - on_duty: Availabel",
            "2:14: the workspace writers has no activity `Availabel` (did you mean `Available`?)",
        ),
        (
            "arrivals:\n  - to: \"+15550199\"\n    per_hour: 3",
            "2:9: the account has no number +15550199",
        ),
        ("agents: 3", "1:9: "),
    ] {
        let reply = ask(lab, Method::PUT, "agents", text).await;
        assert_eq!(reply.status, 400, "{text}");
        assert!(reply.message().starts_with(told), "{}", reply.message());
    }
    let checked = ask(
        lab,
        Method::PUT,
        "agents?check=true",
        "seed: 4\nagents: [{}]",
    )
    .await
    .ok();
    assert_eq!(checked["seed"], 3);
    assert_eq!(report(lab).await["seed"], 3);
    let ended = ask(lab, Method::DELETE, "agents", "").await.ok();
    assert_eq!(ended["agents"].as_array().unwrap().len(), 1);
    assert_eq!(
        report(lab).await,
        json!({"seed": null, "agents": [], "arrivals": []})
    );
}

#[tokio::test]
async fn several_events_at_once_all_arrive_before_the_clock_rests() {
    let config = Config {
        events_at_once: 16,
        ..Config::for_tests(Moment::from_millisecond(START))
    };
    let application = Application::new(&[("/events", "")]).await;
    let centre = Centre::with(Lab::with(&config), &[]).await;
    let lab = &centre.lab;
    let url = format!("{}/events", application.url);
    lab.post(&centre.path, &[("EventCallbackUrl", &url)])
        .await
        .ok();
    centre.worker("dave", "Offline").await;
    employ(lab, "agents: [{ answer_after: 1s, handle: 5s, wrap: 1s }]").await;
    let mut last = String::new();
    for _ in 0..30 {
        last = centre.task(&[]).await;
    }
    lab.advance("5m").await;
    assert_eq!(centre.task_status(&last).await, "completed");
    let told: BTreeSet<String> = application
        .asked("/events")
        .iter()
        .map(|event| event["Sid"].clone())
        .collect();
    let page = lab
        .get(&format!("{}/Events?PageSize=1000&Minutes=60", centre.path))
        .await
        .ok();
    let log: BTreeSet<String> = page["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["sid"].as_str().unwrap().to_owned())
        .collect();
    // What was before, nobody was told.
    assert!(told.len() > 300);
    let untold: Vec<&String> = log.difference(&told).collect();
    assert!(told.is_subset(&log) && untold.len() < 15, "{untold:?}");
}

#[tokio::test]
async fn the_documented_file_is_played() {
    let text = std::fs::read_to_string("docs/simulated-agents.md").unwrap();
    let file = text.split("```yaml\n").nth(1).unwrap();
    let file = file.split("```").next().unwrap();
    let (centre, _application) = call_centre().await;
    let lab = &centre.lab;
    centre.worker("dave", "Offline").await;
    employ(lab, file).await;
    lab.advance("1h").await;
    let report = report(lab).await;
    // It is ten in Paris when it begins.
    assert!(
        report["arrivals"][0]["placed"].as_u64().unwrap() > 60,
        "{report}"
    );
    assert!(
        report["agents"][0]["accepted"].as_u64().unwrap() > 3,
        "{report}"
    );
}
