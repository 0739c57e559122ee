//! A sealed home beside an emulator of its own: the whole of trctl against the whole of TaskRouter,
//! on a clock that stands still.

use std::time::Duration;

use secrecy::SecretString;
use trctl::emulator::{Config, DEFAULT_TOKEN, Emulator, FaultPlan, Running};
use trctl::model::sid::{ActivitySid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid, WorkspaceSid};
use trctl::model::{Activity, Reservation, Task, TaskQueue, Worker, Workflow, Workspace};
use trctl::routing::Moment;
use trctl::twilio::{Change, Client, ClientConfig, Form, ListQuery, ReservationScope};

use futures::StreamExt as _;

use super::{Ran, Sealed};

/// When every lab's clock stands at first.
pub(crate) const START: &str = "2026-11-21T08:00:00Z";

/// An emulator, a home whose trctl reaches it, and a client to prepare things with.
pub(crate) struct Lab {
    pub(crate) home: Sealed,
    pub(crate) client: Client,
    pub(crate) workspace: WorkspaceSid,
    runtime: tokio::runtime::Runtime,
    running: Option<Running>,
    now: jiff::Timestamp,
}

impl Lab {
    /// An empty workspace called `writers`.
    pub(crate) fn new() -> Self {
        Self::with(FaultPlan::default())
    }

    /// The same behind artificial trouble.
    pub(crate) fn with(faults: FaultPlan) -> Self {
        Self::set_up(|config| config.faults = faults)
    }

    /// The same on an emulator that is set up differently.
    pub(crate) fn set_up(change: impl FnOnce(&mut Config)) -> Self {
        let now: jiff::Timestamp = START.parse().unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let mut config = Config::for_tests(Moment::from(now));
        change(&mut config);
        let running = runtime.block_on(Emulator::start(&config)).unwrap();
        let account = config.account_sid;
        let mut client = ClientConfig::new(
            account,
            account.to_string(),
            SecretString::from(DEFAULT_TOKEN),
        );
        client.base_url = Some(running.url().parse().unwrap());
        let client = Client::new(client).unwrap();
        let home = Sealed::new()
            .env("TRCTL_BASE_URL", &running.url())
            .env("TWILIO_ACCOUNT_SID", &account.to_string())
            .env("TWILIO_AUTH_TOKEN", DEFAULT_TOKEN)
            .env("TRCTL_WORKSPACE", "writers")
            .env("TRCTL_NOW", START);
        let workspace = runtime
            .block_on(client.create::<Workspace>((), Form::new().with("FriendlyName", "writers")))
            .unwrap()
            .record
            .value
            .sid;
        Self {
            home,
            client,
            workspace,
            runtime,
            running: Some(running),
            now,
        }
    }

    /// The call centre of the documentation: queues and workflows Support and Sales; dave and
    /// edith for support, susan for sales, all Offline; ten seconds to answer.
    pub(crate) fn writers() -> Self {
        Self::new().with_writers()
    }

    /// The same in this lab.
    pub(crate) fn with_writers(self) -> Self {
        let lab = self;
        lab.queue("Support", r#"skills HAS "support""#);
        lab.queue("Sales", r#"skills HAS "sales""#);
        lab.workflow("Support", "Support");
        lab.workflow("Sales", "Sales");
        for (name, skill, number) in [
            ("dave", "support", "+15550100"),
            ("edith", "support", "+15550101"),
            ("susan", "sales", "+15550102"),
        ] {
            lab.worker(
                name,
                &format!(r#"{{"name":"{name}","skills":["{skill}"],"contact_uri":"{number}"}}"#),
            );
        }
        lab
    }

    /// A pending call, an assigned one and one that is stuck in wrapping.
    pub(crate) fn three_calls() -> Self {
        Self::writers().with_three_calls()
    }

    /// The same in a lab of the writers.
    pub(crate) fn with_three_calls(self) -> Self {
        let mut lab = self;
        lab.wrapping_task(r#"{"from":"+15550200","call_sid":"CA00000000000000000000000000000200","selected_product":"phone","selected_language":"en","conference":{"sid":"CF00000000000000000000000000000200","participants":{"worker":"CA00000000000000000000000000000201","customer":"CA00000000000000000000000000000200"}}}"#);
        lab.pass(60);
        lab.set_activity("susan", "Available");
        let sale = lab.task("Sales", r#"{"from":"+15550201"}"#);
        lab.answer(sale, "accepted");
        lab.pass(600);
        lab.task("Support", r#"{"from":"+15550202"}"#);
        // Else the waiting call would be offered to dave as soon as his is gone.
        lab.set_activity("dave", "Offline");
        lab
    }

    /// The only task in this status.
    pub(crate) fn sid_of(&self, status: &str) -> String {
        let ran = self.trctl(&format!("tasks list --status {status} -o sid"));
        ran.stdout.trim().to_owned()
    }

    pub(crate) fn url(&self) -> String {
        self.running.as_ref().unwrap().url()
    }

    /// Runs trctl, see [`Sealed::trctl`].
    pub(crate) fn trctl(&self, line: &str) -> Ran {
        self.home.trctl(line)
    }

    /// Runs something of the client's to its end.
    pub(crate) fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    pub(crate) fn queue(&self, name: &str, target: &str) -> TaskQueueSid {
        let form = Form::new()
            .with("FriendlyName", name)
            .with("TargetWorkers", target);
        let made = self.wait(self.client.create::<TaskQueue>(self.workspace, form));
        made.unwrap().record.value.sid
    }

    /// A workflow that sends everything to one queue; ten seconds to answer.
    pub(crate) fn workflow(&self, name: &str, queue: &str) -> WorkflowSid {
        let queue = self
            .wait(self.client.resolve::<TaskQueue>(self.workspace, queue))
            .unwrap();
        let form = Form::new()
            .with("FriendlyName", name)
            .with("TaskReservationTimeout", 10)
            .with(
                "Configuration",
                format!(
                    r#"{{"task_routing":{{"filters":[],"default_filter":{{"queue":"{queue}"}}}}}}"#
                ),
            );
        let made = self.wait(self.client.create::<Workflow>(self.workspace, form));
        made.unwrap().record.value.sid
    }

    pub(crate) fn worker(&self, name: &str, attributes: &str) -> WorkerSid {
        let form = Form::new()
            .with("FriendlyName", name)
            .with("Attributes", attributes);
        let made = self.wait(self.client.create::<Worker>(self.workspace, form));
        made.unwrap().record.value.sid
    }

    pub(crate) fn set_activity(&self, worker: &str, activity: &str) {
        let (worker, activity): (WorkerSid, ActivitySid) = self.wait(async {
            let workspace = self.workspace;
            (
                self.client
                    .resolve::<Worker>(workspace, worker)
                    .await
                    .unwrap(),
                self.client
                    .resolve::<Activity>(workspace, activity)
                    .await
                    .unwrap(),
            )
        });
        let change = Change::new(Form::new().with("ActivitySid", activity));
        self.wait(self.client.update::<Worker>(self.workspace, worker, change))
            .unwrap();
    }

    /// A task of a workflow with these attributes.
    pub(crate) fn task(&self, workflow: &str, attributes: &str) -> TaskSid {
        let workflow = self
            .wait(self.client.resolve::<Workflow>(self.workspace, workflow))
            .unwrap();
        let form = Form::new()
            .with("WorkflowSid", workflow)
            .with("TaskChannel", "voice")
            .with("Attributes", attributes);
        let made = self.wait(self.client.create::<Task>(self.workspace, form));
        made.unwrap().record.value.sid
    }

    /// The task's newest reservation is given this status.
    pub(crate) fn answer(&self, task: TaskSid, status: &str) {
        let scope = ReservationScope::Task(self.workspace, task);
        let newest = self.wait(async {
            let list = self.client.list::<Reservation>(scope, &ListQuery::all());
            list.map(|item| item.unwrap().value.sid)
                .collect::<Vec<_>>()
                .await
                .pop()
                .expect("the task was offered")
        });
        let change = Change::new(Form::new().with("ReservationStatus", status));
        self.wait(self.client.update::<Reservation>(scope, newest, change))
            .unwrap();
    }

    /// A task of Support that dave accepted and has wrapped up.
    pub(crate) fn wrapping_task(&self, attributes: &str) -> TaskSid {
        self.set_activity("dave", "Available");
        let task = self.task("Support", attributes);
        self.answer(task, "accepted");
        self.answer(task, "wrapping");
        task
    }

    pub(crate) fn get_task(&self, task: TaskSid) -> Task {
        self.wait(self.client.get::<Task>(self.workspace, task))
            .unwrap()
            .record
            .value
    }

    /// A server is told everything that happens from now on.
    pub(crate) fn tell(&self, server: &str) {
        let form = Form::new().with("EventCallbackUrl", format!("{server}/events"));
        let change = Change::new(form);
        let told = self.client.update::<Workspace>((), self.workspace, change);
        self.wait(told).unwrap();
    }

    /// Lets time pass, for the emulator and for every trctl run from now on.
    pub(crate) fn pass(&mut self, seconds: u64) {
        self.now += Duration::from_secs(seconds);
        self.control("clock", &format!(r#"{{"advance":{seconds}}}"#));
        self.home.set_env("TRCTL_NOW", &self.now.to_string());
    }

    /// What time it is.
    pub(crate) fn now(&self) -> jiff::Timestamp {
        self.now
    }

    /// What a control endpoint of the emulator says: `/clock`, or nothing for the summary.
    pub(crate) fn control_get(&self, what: &str) -> serde_json::Value {
        let url = format!("{}/_emulator{what}", self.url());
        let text = self.wait(async { reqwest::get(url).await.unwrap().text().await.unwrap() });
        serde_json::from_str(&text).unwrap()
    }

    /// Posts to a control endpoint of the emulator.
    pub(crate) fn control(&self, what: &str, body: &str) -> serde_json::Value {
        let url = format!("{}/_emulator/{what}", self.url());
        self.wait(async {
            let answer = reqwest::Client::new()
                .post(url)
                .header("Content-Type", "application/json")
                .body(body.to_owned())
                .send()
                .await
                .unwrap();
            assert!(
                answer.status().is_success(),
                "{}",
                answer.text().await.unwrap()
            );
            let text = answer.text().await.unwrap();
            serde_json::from_str(&text).unwrap_or(serde_json::Value::Null)
        })
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            let _ = self.runtime.block_on(running.shut_down());
        }
    }
}
