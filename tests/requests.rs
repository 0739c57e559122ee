//! Every request that trctl can send, written down for whoever judges them: every command and every
//! flag, run against an emulator that records. The recording ends up in `judges/requests.ndjson` of
//! the target directory, where `tests/judges/run` puts Twilio's OpenAPI description beside it.
#![cfg(feature = "server")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};
use common::lab::Lab;
use common::{TRCTL, words};
use trctl::emulator::ApiKey;
use trctl::model::{Reservation, Task, TaskChannel};
use trctl::twilio::{Form, ListQuery, ReservationScope};

use futures::StreamExt as _;

/// Commands that never talk to Twilio, by the beginning of their path.
const LOCAL_COMMANDS: [&str; 19] = [
    "agents list",
    "agents remove-password",
    "agents set-password offline",
    "completions",
    "demo",
    "emulator",
    "events export",
    "events ingest",
    "events quarantine",
    "events tail after",
    "events tail server",
    "flow check offline",
    "flow show",
    "man",
    "profile",
    "serve password",
    "tokens inspect",
    "workspace provision print",
    "workspace schema",
];

/// An API key of the account, for what is signed with one.
const KEY: &str = "SK00000000000000000000000000000001";
const SECRET: &str = "fedcba9876543210fedcba9876543210";

/// Flags, by their id, that no request depends on in any command; `conditions` is `--where`.
const LOCAL_FLAGS: [&str; 9] = [
    "canary",
    "conditions",
    "max",
    "max_failures",
    "older_than",
    "rate",
    "resume",
    "since",
    "until",
];

/// Command lines, each run in a call centre of its own with three calls: one pending, one assigned,
/// one in wrapping. Words in braces stand for what is found there, see [`filled`].
///
/// A new command or flag of trctl needs a line here that uses it, unless it stays local.
const LINES: &[&str] = &[
    "serve --check --bind 127.0.0.1 --port 0 --public-url https://voice.example.com \
     --store events.db --insecure-no-signature",
    "tasks list --order created:desc,priority --with-reservations --page-size 2",
    "tasks list --order virtual-start:asc --status pending,assigned --queue Support",
    "tasks list --workflow Sales --priority 3 --channel voice",
    "tasks list --attributes 'from == \"+15550202\"' --routing-target dave",
    "tasks list --routing-target {workflow} --limit 1",
    "tasks get {pending}",
    "tasks get {wrapping} -o json",
    "tasks create --workflow Support --attributes '{\"kind\":\"call\"}' --attribute lang=en \
     --priority 3 --ttl 2h --channel voice --virtual-start 2026-11-21T07:00:00Z",
    "tasks create --workflow Support --routing-target dave --ignore-capacity --queue Support",
    "tasks create --workflow Support --routing-target dave --ignore-capacity=false",
    "tasks update {pending} --set lang=en --unset from --priority 9 --channel chat \
     --virtual-start 2026-11-21T07:00:00Z",
    "tasks update {pending} --attributes '{\"a\":1}'",
    "tasks update {pending} --attributes-file attributes.json --replace",
    "tasks create --workflow Support --attributes-file attributes.json",
    "tasks complete {wrapping} --reason done --yes",
    "tasks complete --all --yes",
    "tasks complete --status assigned --queue Sales --workflow Sales --priority 0 \
     --channel voice --attributes 'from == \"+15550201\"' --routing-target susan --yes",
    "tasks complete --status assigned --yes",
    "tasks cancel {pending} --reason late --yes",
    "tasks cancel --all --yes",
    "tasks cancel --status pending --queue Support --workflow Support --priority 0 \
     --channel voice --attributes 'from == \"+15550202\"' --routing-target dave --yes",
    "tasks delete {pending} --yes",
    "tasks delete {assigned} --include-active --yes",
    "tasks delete --all --yes",
    "tasks delete --status pending --queue Support --workflow Support --priority 0 \
     --channel voice --attributes 'from == \"+15550202\"' --routing-target dave --yes",
    "tasks wrap-complete {wrapping} --reason stuck --yes",
    "tasks wrap-complete --all --yes",
    "tasks wrap-complete --queue Support --workflow Support --priority 0 --channel voice \
     --attributes 'from == \"+15550200\"' --routing-target dave --yes",
    "tasks purge --yes --older-than 1m",
    "tasks purge --include-active --status assigned --queue Sales --workflow Sales --priority 0 \
     --channel voice --attributes 'from == \"+15550201\"' --routing-target susan --yes",
    "tasks stuck --wrapping 1m --assigned 1m --reserved 1m --pending 1m --fail-if-any",
    "tasks stuck --queue Support --workflow Support --priority 0 --channel voice \
     --attributes 'from == \"+15550200\"' --routing-target dave",
    "tasks reservations {wrapping} {assigned}",
    "tasks stuck --wrapping 1m --over",
    "tasks stuck --wrapping 1m --pending 1s --fix --include-live --reason late --yes",
    "tasks trace {wrapping}",
    "tasks trace {reservation}",
    "tasks trace {named}",
    "tasks trace CA00000000000000000000000000000200",
    "tasks trace +15550201 --since 2h",
    "tasks trace dave --since 2h",
    "orphans --older-than 1s --kind conference --kind task --kind member --fail-if-any",
    "tasks explain {pending} --workers 3",
    "tasks explain {wrapping}",
    "tasks explain --would '{\"type\":\"a\"}' --workflow Support --priority 3 --channel voice",
    "events list --type task.created --minutes 60 --page-size 2",
    "events list --task {wrapping} --worker dave --queue Support --workflow Support \
     --reservation {reservation} --channel voice --since 2h --until 1m",
    "events get {event}",
    "events tail --type task.created --since 1h --interval 1s --limit 1 --follow",
    "events tail --task {wrapping} --worker dave --queue Support --workflow Support \
     --reservation {reservation} --channel voice --since 1h --limit 1",
    "events backfill --since 2h --until 1m --store events.db",
    "serve --check",
    "serve --register --unregister --number {number} --backfill --policy off --bind 127.0.0.1 \
     --port 0 --public-url https://example.com --store events.db --dry-run",
    "events verify --since 2h --until 1m --all --store {store}",
    "stats workspace --real-time --channel voice",
    "stats workspace --cumulative --minutes 60 --split 5,30 --fail-if 'reservations_created > 0'",
    "stats workspace --since 2h --until 1h",
    "stats queues --real-time --channel voice",
    "stats queues Support Sales --cumulative --minutes 60 --split 5,30 \
     --fail-if 'reservations_created > 0' --channel voice",
    "stats queues --since 2h --until 1h",
    "stats workflows --real-time --channel voice",
    "stats workflows Support --cumulative --minutes 60 --split 5,30 --channel voice \
     --fail-if 'reservations_created > 0'",
    "stats workflows --since 2h --until 1h",
    "stats workers --real-time --channel voice --queue Support",
    "stats workers --cumulative --minutes 60 --fail-if 'reservations_created > 0'",
    "stats workers --real-time",
    "stats workers dave --since 2h --until 1h",
    "stats workers --each --cumulative --minutes 60",
    "workspace list --name writers --page-size 1000",
    "workspace get",
    "workspace get writers",
    "workspace use writers",
    "workspace export",
    "workspace export --workers",
    "workspace diff writers writers --workers --check",
    "workspace plan -f {manifest} --prune --drain --re-evaluate --out plan.json",
    "workspace plan --template helpline --check",
    "workspace provision -f {manifest} --prune --drain --re-evaluate --out plan.json --yes",
    "workspace provision -f {manifest} --check",
    "workspace provision --template contact-center --yes",
    "workspace apply {plan} --yes",
    "workspace destroy -f {made} --yes=trial",
    "workspace destroy --template helpline --yes=helpline",
    "workspace create --friendly-name trial --template fifo --prioritize-queue-order lifo \
     --event-callback-url https://example.com/events --events-filter task.created,task.deleted \
     --multi-task-enabled",
    "workspace update writers --friendly-name authors --prioritize-queue-order lifo \
     --event-callback-url https://example.com/events --events-filter task.created \
     --multi-task-enabled --default-activity Available --timeout-activity Unavailable",
    "workspace delete writers --yes=writers",
    "activities list --name Available",
    "activities list --available",
    "activities list --available=false",
    "activities get Available",
    "activities create --friendly-name Lunch --available=false",
    "activities update Available --friendly-name Ready",
    "activities delete Unavailable --yes",
    "channels list",
    "channels get voice",
    "channels create --friendly-name Callback --unique-name callback --channel-optimized-routing",
    "channels update voice --friendly-name Phone --channel-optimized-routing",
    "channels delete {channel} --yes",
    "workers list --order asc --activity Available --available --queue Support",
    "workers list --order desc --available=false --target 'skills HAS \"sales\"' --name dave",
    "workers get dave",
    "workers create --friendly-name frank --activity Available --attributes '{\"skills\":[]}' \
     --set level=1",
    "workers create --friendly-name frank --attributes-file attributes.json",
    "workers update dave --set level=2 --unset skills",
    "workers update dave --attributes '{\"level\":2}' --replace",
    "workers update edith --friendly-name ada --activity Available --attributes-file attributes.json",
    "workers update edith --activity Unavailable --reject-pending-reservations",
    "workers delete edith --yes",
    "workers stats --real-time --channel voice --queue Support",
    "workers stats --cumulative --minutes 60 --fail-if 'reservations_created > 0'",
    "workers stats dave --since 2h --until 1h",
    "workers stats --each --cumulative --minutes 60",
    "workers set-activity edith Available --yes",
    "workers set-activity --to Offline --reject-pending --activity Available --available \
     --queue Sales --target 'skills HAS \"sales\"' --name susan --yes",
    "workers channels dave",
    "workers capacity dave chat=2 --available",
    "workers capacity dave voice=2 chat --unavailable --yes",
    "workers import {table} --format csv --yes",
    "workers export --no-channels",
    "workers export --activity Available --available --queue Sales \
     --target 'skills HAS \"sales\"' --name susan --attributes json",
    "api GET /v1/Workspaces/{workspace}/Workers --field ActivityName=Offline --paginate --include",
    "api POST /v1/Workspaces/{workspace}/Tasks -f WorkflowSid={workflow} -f Attributes={} \
     -f Priority=3",
    "api GET /v1/Workspaces/{workspace}/Statistics -f Minutes=60",
    "api GET /v1/Workspaces/{workspace}/TaskQueues/Statistics",
    "api GET /v1/Workspaces/{workspace}/TaskQueues/{queue}/Statistics",
    "api GET /v1/Workspaces/{workspace}/Workflows/{idle}/Statistics",
    "api POST /v1/Workspaces/{workspace}/TaskQueues/RealTimeStatistics --input {queues}",
    "flow check",
    "twiml preview /voice/incoming --digits 1 --speech sales --from +15550201 --to +15550100 \
     --at 2026-11-21T08:00:00Z --message 3 --param QueueTime=1 --xml --live",
    "doctor --json",
    "doctor --no-probe --probe-timeout 1s",
    "undo {journal} --yes",
    "undo {journal} --force --yes",
    "queues list --name Support --worker dave --order desc",
    "queues get Support",
    "queues create --friendly-name Callbacks --target-workers 'skills HAS \"support\"' \
     --max-reserved-workers 3 --task-order lifo --reservation-activity Unavailable \
     --assignment-activity Unavailable",
    "queues update Support --friendly-name Help --target-workers 1==1 --max-reserved-workers 2 \
     --task-order lifo --reservation-activity Unavailable --assignment-activity Offline",
    "queues delete {queue} --yes",
    "queues workers Support --available",
    "queues workers --target-workers 'skills HAS \"sales\"'",
    "queues stats --real-time --channel voice",
    "queues stats Support --cumulative --minutes 60 --split 5,30 \
     --fail-if 'reservations_created > 0'",
    "queues stats --since 2h --until 1h",
    "workflows list --name Sales",
    "workflows get Sales",
    "workflows create --friendly-name Callbacks --task-reservation-timeout 30 \
     --configuration '{\"task_routing\":{\"default_filter\":{\"queue\":\"Support\"}}}' \
     --assignment-callback-url https://example.com/assignment \
     --fallback-assignment-callback-url https://example.com/fallback",
    "workflows create --friendly-name Callbacks --configuration-file workflow.json",
    "workflows update Sales --friendly-name Deals --task-reservation-timeout 2m \
     --configuration '{\"task_routing\":{\"default_filter\":{\"queue\":\"Support\"}}}' \
     --assignment-callback-url https://example.com/assignment \
     --fallback-assignment-callback-url https://example.com/fallback --re-evaluate-tasks",
    "workflows update Sales --configuration-file workflow.json",
    "workflows delete {idle} --yes",
    "workflows stats --real-time --channel voice",
    "workflows stats Support --cumulative --minutes 60 --split 5,30 \
     --fail-if 'reservations_created > 0'",
    "workflows stats --since 2h --until 1h",
    "workflows lint --fail-on warning --ttl 2h",
    "workflows lint Support Sales",
    "workflows lint --file {rules} --live",
    "workflows test {cases} --live Support --junit report.xml",
    "reservations list",
    "reservations list --task {wrapping} --status wrapping",
    "reservations list --worker dave --status wrapping",
    "reservations get {reservation} --task {wrapping}",
    "reservations get {reservation} --worker dave",
    "reservations accept {offer} --task {offered} --yes",
    "reservations accept {offer} --worker edith --yes",
    "reservations reject {offer} --task {offered} --activity Offline --yes",
    "reservations reject {offer} --worker edith --yes",
    "reservations complete {reservation} --task {wrapping} --yes",
    "reservations complete {reservation} --worker dave --yes",
    "reservations dequeue {offer} --task {offered} --from +15550100 --to client:edith \
     --ring-timeout 20 --record record-from-answer --post-work-activity Offline \
     --status-callback-url https://example.com/status --status-callback-event initiated,answered",
    "reservations dequeue {offer} --worker edith --from +15550100",
    "reservations conference {offer} --task {offered} --from +15550100 --to sip:edith@example.com \
     --ring-timeout 20 --post-work-activity Offline --record --muted=false --early-media \
     --start-conference-on-enter --end-conference-on-exit --status-callback https://example.com/a \
     --status-callback-method GET --status-callback-event ringing --sip-auth-username edith \
     --sip-auth-password secret --beep onEnter --beep-on-customer-entrance \
     --end-conference-on-customer-exit --wait-url https://example.com/b --wait-method POST \
     --max-participants 3 --region ie1 --jitter-buffer-size small \
     --conference-status-callback https://example.com/c --conference-status-callback-method POST \
     --conference-status-callback-event start,end --conference-record record-from-start \
     --conference-trim trim-silence --conference-recording-status-callback https://example.com/d \
     --conference-recording-status-callback-method GET --recording-channels dual \
     --recording-status-callback https://example.com/e --recording-status-callback-method POST",
    "reservations conference {offer} --worker edith",
    "reservations call {offer} --task {offered} --from +15550100 --url https://example.com/agent \
     --to +15550109 --ring-timeout 20 --accept --record do-not-record \
     --status-callback-url https://example.com/status",
    "reservations call {offer} --worker edith --from +15550100 --url https://example.com/agent",
    "reservations redirect {offer} --task {offered} --call-sid CA00000000000000000000000000000202 \
     --url https://example.com/connect --accept",
    "reservations redirect {offer} --worker edith --call-sid CA00000000000000000000000000000202 \
     --url https://example.com/connect",
    "conferences list --status completed --name {assigned}",
    "conferences list --all",
    "conferences get {conference}",
    "conferences complete {conference} --force --yes",
    "conferences complete --name {named} --yes",
    "conferences complete --task {talking} --yes",
    "conferences participants {conference}",
    "conferences hold {room} customer --hold-url https://example.com/music --hold-method GET",
    "conferences unhold {held} customer",
    "conferences mute {room} customer",
    "conferences unmute {held} customer",
    "conferences kick {room} customer --force",
    "calls list --status in-progress --to +15550100 --from +15550301 --since 2026-11-21 --limit 5",
    "calls list --parent CA00000000000000000000000000000202",
    "calls get {call}",
    "calls redirect {call} --url https://example.com/voice --method GET",
    "calls redirect {call} --twiml '<Response><Hangup/></Response>'",
    "calls hang-up {call}",
    "numbers list --number +1555 --name {number}",
    "numbers get {number}",
    "numbers point {number} --voice-url https://example.com/voice --voice-method GET \
     --voice-fallback-url https://example.com/fallback --voice-fallback-method POST \
     --status-callback https://example.com/status --status-callback-method POST",
    "numbers point {number} --flow FW00000000000000000000000000000001",
    "numbers point {number} --voice-application-sid AP00000000000000000000000000000001",
    "voice-queues list",
    "voice-queues create --friendly-name overflow --max-size 5",
    "voice-queues update {voice-queue} --friendly-name late --max-size 7",
    "voice-queues delete {voice-queue} --yes",
    "voice-queues dequeue {line} --url https://example.com/voice --method POST",
    "voice-queues dequeue {line} --all --url https://example.com/voice --yes",
    "voice-queues dequeue {line} {waiting} --url https://example.com/voice",
    "tokens worker dave --allow activity,task-updates --ttl 8h",
    "tokens queue Support --allow read --ttl 8h",
    "tokens workspace --allow read --ttl 8h",
    "tokens access dave --profile {keyed} --worker dave --role supervisor --voice-incoming \
     --voice-application AP00000000000000000000000000000001 --video room --ttl 8h \
     --sync IS00000000000000000000000000000001 \
     --conversations IS00000000000000000000000000000002",
    "agents set-password dave --password-stdin --dry-run",
    "voice-queues get {voice-queue}",
    "voice-queues members {voice-queue}",
];

/// A call centre of the kind the lines speak of; what it and trctl ask is recorded.
struct Recorded {
    lab: Lab,
    directory: tempfile::TempDir,
}

impl Recorded {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("recording.ndjson");
        let lab = Lab::set_up(|config| {
            config.record_file = Some(file);
            config.api_keys = vec![ApiKey {
                sid: KEY.to_owned(),
                secret: SECRET.into(),
            }];
        });
        let lab = lab.with_writers().with_three_calls();
        lab.home
            .write("work/attributes.json", r#"{"level":3,"languages":["en"]}"#);
        lab.home.write(
            "work/workflow.json",
            r#"{"task_routing":{"filters":[],"default_filter":{"queue":"Sales"}}}"#,
        );
        Self { lab, directory }
    }

    fn lines(&self) -> Vec<String> {
        let text = fs::read_to_string(self.directory.path().join("recording.ndjson")).unwrap();
        text.lines().map(str::to_owned).collect()
    }

    /// Runs a command line to its success; what it asked for.
    fn run(&self, line: &str) -> Vec<String> {
        let line = filled(&self.lab, line);
        let before = self.lines().len();
        let ran = self.lab.trctl(&line);
        // 7 is the success of a check that found something.
        assert!(matches!(ran.code, 0 | 7), "trctl {line}\n{ran}");
        let asked = self.lines().split_off(before);
        assert!(!asked.is_empty(), "trctl {line} asked for nothing\n{ran}");
        asked
    }
}

/// A manifest that changes the call centre: everything it can name is made, changed or left out.
fn manifest(lab: &Lab) -> String {
    let text = r#"
friendly_name: writers
prioritize_queue_order: LIFO
activities:
  - { friendly_name: Offline }
  - { friendly_name: Available, available: true }
  - { friendly_name: Unavailable }
  - { friendly_name: Wrap-Up }
timeout_activity: Wrap-Up
task_channels:
  - { unique_name: callback, friendly_name: Callback }
task_queues:
  - { friendly_name: Support, target_workers: 'skills HAS "support"', task_order: LIFO }
  - { friendly_name: Sales, target_workers: 'skills HAS "sales"', max_reserved_workers: 2 }
  - { friendly_name: Callbacks, target_workers: 'skills HAS "callbacks"' }
workflows:
  - friendly_name: Support
    configuration: { task_routing: { filters: [], default_filter: { queue: Support } } }
  - friendly_name: Sales
    task_reservation_timeout: 90
    configuration: { task_routing: { filters: [], default_filter: { queue: Sales } } }
  - friendly_name: Callbacks
    configuration: { task_routing: { filters: [], default_filter: { queue: Callbacks } } }
workers:
  - { friendly_name: dave, attributes: { skills: [support] }, channels: { chat: 5 } }
  - { friendly_name: edith, attributes: { skills: [support, sales] } }
  - { friendly_name: frank, attributes: { skills: [callbacks] }, channels: { voice: 2 } }
"#;
    lab.home.write("work/centre.yaml", text);
    "centre.yaml".to_owned()
}

/// The line with what its braces stand for. Some of it is made here.
fn filled(lab: &Lab, line: &str) -> String {
    let mut line = line.to_owned();
    let mut fill = |word: &str, found: &dyn Fn() -> String| {
        let braced = format!("{{{word}}}");
        if line.contains(&braced) {
            line = line.replace(&braced, &found());
        }
    };
    for status in ["pending", "assigned", "wrapping"] {
        fill(status, &|| task(lab, status));
    }
    fill("store", &|| {
        assert_eq!(lab.trctl("events backfill --store events.db").code, 0);
        "events.db".to_owned()
    });
    fill("workflow", &|| {
        tasks(lab)[0].workflow_sid.unwrap().to_string()
    });
    fill("reservation", &|| reservation(lab, &task(lab, "wrapping")));
    fill("offer", &|| {
        // The waiting call is for her, and is one that can be connected.
        let call = format!(
            "tasks update {} --set call_sid=CA{:032x}",
            task(lab, "pending"),
            0x202
        );
        assert_eq!(lab.trctl(&call).code, 0);
        lab.set_activity("edith", "Available");
        reservation(lab, &task(lab, "reserved"))
    });
    fill("table", &|| {
        lab.home.write(
            "work/workers.csv",
            "friendly_name,activity,attributes.level,channels.chat.capacity\n\
             dave,Available,5,3\nfrank,Available,5,3\n",
        );
        "workers.csv".to_owned()
    });
    fill("manifest", &|| manifest(lab));
    fill("plan", &|| {
        let planned = format!("workspace plan -f {} --out plan.json", manifest(lab));
        assert_eq!(lab.trctl(&planned).code, 0);
        "plan.json".to_owned()
    });
    fill("made", &|| {
        let trial = "friendly_name: trial\nactivities: [{ friendly_name: Away }]\n";
        lab.home.write("work/trial.yaml", trial);
        let made = lab.trctl("workspace provision -f trial.yaml --yes");
        assert_eq!(made.code, 0, "{made}");
        "trial.yaml".to_owned()
    });
    fill("offered", &|| task(lab, "reserved"));
    fill("conference", &|| conference(lab, "board meeting"));
    fill("named", &|| {
        let name = task(lab, "assigned");
        conference(lab, &name);
        name
    });
    fill("talking", &|| {
        let task = task(lab, "assigned");
        conference(lab, &task);
        task
    });
    fill("rules", &|| {
        let rules = r#"{"task_routing":{"filters":[],"default_filter":{"queue":"Support"}}}"#;
        lab.home.write("work/rules.json", rules);
        "rules.json".to_owned()
    });
    fill("cases", &|| {
        let cases = "cases: [{name: one, task: {}, expect: {queue: Support}}]";
        lab.home.write("work/cases.yaml", cases);
        "cases.yaml".to_owned()
    });
    fill("event", &|| {
        let listed = lab.trctl("events list --limit 1 -o sid");
        listed.stdout.trim().to_owned()
    });
    fill("queues", &|| {
        let found = lab.trctl("queues list -o json --jq '{TaskQueueSids: [.[].sid]}'");
        lab.home.write("work/queues.json", &found.stdout);
        "queues.json".to_owned()
    });
    fill("queue", &|| lab.queue("Callbacks", "1==1").to_string());
    fill("idle", &|| lab.workflow("Callbacks", "Support").to_string());
    fill("channel", &|| {
        let form = Form::new()
            .with("FriendlyName", "Callback")
            .with("UniqueName", "callback");
        let made = lab.wait(lab.client.create::<TaskChannel>(lab.workspace, form));
        made.unwrap().record.value.sid.to_string()
    });
    for (word, held) in [("room", false), ("held", true)] {
        fill(word, &|| {
            let room = format!(
                r#"{{"friendly_name":"{word}","participants":[{{"label":"customer","hold":{held},"muted":{held}}}]}}"#
            );
            lab.control("conferences", &room);
            word.to_owned()
        });
    }
    fill("call", &|| {
        let made = lab.control("calls", r#"{"from":"+15550301","to":"+15550100"}"#);
        made["sid"].as_str().unwrap().to_owned()
    });
    fill("keyed", &|| {
        let account = lab.client.account();
        lab.home.write(
            lab.home.config(),
            &format!(
                "[profiles.keyed]\naccount_sid = \"{account}\"\napi_key = \"{KEY}\"\n\
                 api_secret = \"{SECRET}\"\nworkspace = \"writers\"\nbase_url = \"{}\"\n",
                lab.url()
            ),
        );
        "keyed".to_owned()
    });
    fill("number", &|| {
        lab.control("numbers", r#"{"phone_number":"+15550100"}"#);
        "+15550100".to_owned()
    });
    fill("line", &|| {
        lab.control("voice-queues", r#"{"friendly_name":"line","callers":2}"#);
        "line".to_owned()
    });
    fill("waiting", &|| {
        let waiting = lab.trctl("voice-queues members line --columns call --no-headers -o csv");
        waiting.stdout.lines().next().unwrap().to_owned()
    });
    fill("journal", &|| {
        let moved = lab.trctl("workers set-activity dave edith Available --yes");
        assert_eq!(moved.code, 0, "{moved}");
        "last".to_owned()
    });
    fill("voice-queue", &|| {
        lab.control("voice-queues", r#"{"friendly_name":"Support"}"#);
        "Support".to_owned()
    });
    line
}

fn tasks(lab: &Lab) -> Vec<Task> {
    lab.wait(async {
        let list = lab.client.list::<Task>(lab.workspace, &ListQuery::all());
        list.map(|task| task.unwrap().value).collect().await
    })
}

/// The only task in this status.
fn task(lab: &Lab, status: &str) -> String {
    let mut tasks = tasks(lab);
    tasks.retain(|task| task.assignment_status.to_string() == status);
    assert_eq!(tasks.len(), 1, "{status}: {tasks:?}");
    tasks[0].sid.to_string()
}

/// The newest reservation of a task.
fn reservation(lab: &Lab, task: &str) -> String {
    let scope = ReservationScope::Task(lab.workspace, task.parse().unwrap());
    let all: Vec<Reservation> = lab.wait(async {
        let list = lab.client.list::<Reservation>(scope, &ListQuery::all());
        list.map(|one| one.unwrap().value).collect().await
    });
    all.last().unwrap().sid.to_string()
}

fn conference(lab: &Lab, name: &str) -> String {
    let made = lab.control(
        "conferences",
        &format!(r#"{{"friendly_name":"{name}","participants":[{{}}]}}"#),
    );
    made["sid"].as_str().unwrap().to_owned()
}

/// `tasks list --status` for every leaf command and each of its own arguments, the command's path
/// alone among them.
fn everything(command: &Command, path: &str, found: &mut BTreeSet<String>) {
    for verb in command.get_subcommands() {
        let path = format!("{path} {}", verb.get_name());
        everything(verb, path.trim_start(), found);
    }
    if command.has_subcommands() {
        return;
    }
    found.insert(path.to_owned());
    for argument in command.get_arguments() {
        let id = argument.get_id().as_str();
        if !argument.is_global_set() && !["help", "version"].contains(&id) {
            found.insert(format!("{path} {id}"));
        }
    }
}

/// The same for what a command line uses.
fn used(line: &str) -> Vec<String> {
    let sids = words(line).into_iter().map(|word| match word.as_str() {
        "{reservation}" | "{offer}" => format!("WR{}", "0".repeat(32)),
        "{call}" | "{waiting}" => format!("CA{}", "0".repeat(32)),
        word if word.starts_with('{') && word.ends_with('}') && !word.contains('"') => {
            format!("WT{}", "0".repeat(32))
        }
        _ => word,
    });
    let words = std::iter::once(TRCTL.to_owned()).chain(sids);
    let matches = trctl::commands::command()
        .try_get_matches_from(words)
        .unwrap_or_else(|error| panic!("trctl {line}: {error}"));
    let mut path = Vec::new();
    let mut verb: &ArgMatches = &matches;
    while let Some((name, inner)) = verb.subcommand() {
        path.push(name);
        verb = inner;
    }
    let path = path.join(" ");
    let given = verb
        .ids()
        .filter(|id| verb.try_contains_id(id.as_str()).is_ok())
        .filter(|id| verb.value_source(id.as_str()) == Some(ValueSource::CommandLine))
        .map(|id| format!("{path} {id}"))
        .collect::<Vec<_>>();
    std::iter::once(path.clone()).chain(given).collect()
}

fn is_local(path: &str) -> bool {
    let last = path.rsplit(' ').next().unwrap();
    let begins = |local: &&str| {
        let rest = path.strip_prefix(*local);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    LOCAL_COMMANDS.iter().any(begins) || LOCAL_FLAGS.contains(&last)
}

#[test]
fn every_command_and_every_flag_has_a_line() {
    let mut trctl = trctl::commands::command();
    trctl.build();
    let mut everything_there = BTreeSet::new();
    everything(&trctl, "", &mut everything_there);
    let covered: BTreeSet<String> = LINES.iter().flat_map(|line| used(line)).collect();
    let missing: Vec<&String> = everything_there
        .iter()
        .filter(|path| !covered.contains(*path) && !is_local(path))
        .collect();
    assert!(
        missing.is_empty(),
        "what these ask of Twilio is judged by nobody: {missing:#?}\nadd command lines that use \
         them to LINES in tests/requests.rs, or name what never leaves the machine in \
         LOCAL_COMMANDS or LOCAL_FLAGS there"
    );
    let stale: Vec<&&str> = LOCAL_COMMANDS
        .iter()
        .filter(|local| {
            !everything_there
                .iter()
                .any(|path| path.starts_with(**local))
        })
        .collect();
    assert!(stale.is_empty(), "no such command any more: {stale:?}");
}

/// Where `tests/judges/run` looks.
fn recording() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    target.join("judges/requests.ndjson")
}

#[test]
fn every_line_succeeds_and_its_requests_are_written_down() {
    let several = LINES.len().div_ceil(3);
    let asked: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = LINES
            .chunks(several)
            .map(|lines| {
                scope.spawn(|| {
                    lines
                        .iter()
                        .flat_map(|line| Recorded::new().run(line))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        parts
            .into_iter()
            .flat_map(|part| {
                part.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    assert!(asked.len() > LINES.len());
    let file = recording();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    // As a whole, in case somebody reads it meanwhile.
    let mut written = tempfile::NamedTempFile::new_in(file.parent().unwrap()).unwrap();
    for line in asked {
        std::io::Write::write_all(&mut written, format!("{line}\n").as_bytes()).unwrap();
    }
    written.persist(file).unwrap();
}
