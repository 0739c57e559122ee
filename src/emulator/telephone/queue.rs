//! Waiting in line: `<Enqueue>` (<https://www.twilio.com/docs/voice/twiml/enqueue>), with a task of
//! a workflow or without, and the ways out of the line.

use serde_json::{Map, Value, json};

use super::Stage;
use super::document::Element;
use super::fetch::country;
use super::line::{Doing, Due, Form, Frame, Queued, Role, Target};
use crate::emulator::voice::{API_VERSION, in_line};
use crate::model::TaskStatus;
use crate::model::sid::{CallSid, Sid as _, TaskSid, VoiceQueueSid, WorkflowSid, WorkspaceSid};
use crate::routing::engine::{NewTask, TaskUpdate};

/// Callers a queue holds that was made by somebody entering it.
const SIZE: u32 = 1000;
/// Characters a queue's name may have.
const LONGEST_NAME: usize = 64;
/// Twilio's code for a queue's name that is too long.
const NAME_TOO_LONG: u32 = 14204;
/// Twilio's code for a task that cannot be created.
const NO_TASK: u32 = 14222;

impl Stage<'_> {
    pub(super) fn enqueue(&mut self, call: CallSid, verb: &Element) {
        let Some(action) = self.optional_target(call, verb, "action", "method") else {
            return;
        };
        let Some(wait) = self.optional_target(call, verb, "waitUrl", "waitUrlMethod") else {
            return;
        };
        let has_music = verb.get("waitUrl").is_none();
        let workflow = verb.given("workflowSid").map(str::to_owned);
        let name = workflow.clone().unwrap_or_else(|| verb.text.clone());
        let mut queued = Queued {
            queue: VoiceQueueSid::from_bits(0),
            since: self.now,
            left: None,
            action,
            wait,
            task: None,
            wanted_by: None,
        };
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            let message = format!("`{name}` is no name of a queue");
            self.alert(call, NAME_TOO_LONG, message, None);
            return self.refuse_queue(call, queued, "error");
        }
        let queue = self.queue_named(&name);
        let is_full = self
            .voice
            .queues
            .get(queue)
            .is_some_and(|row| row.members.len() >= row.max_size as usize);
        if is_full {
            return self.refuse_queue(call, queued, "queue-full");
        }
        queued.queue = queue;
        if let Some(workflow) = workflow {
            match self.create_task(call, &workflow, verb) {
                Ok(task) => {
                    self.network.callers.insert(task.1, call);
                    queued.task = Some(task);
                }
                Err(message) => {
                    self.alert(call, NO_TASK, message, None);
                    return self.refuse_queue(call, queued, "error");
                }
            }
        }
        self.voice.enter_queue(self.now, queue, call);
        let task = queued.task.map(|(_, task)| task);
        let waits = queued.wait.is_some();
        let now = self.now;
        if let Some(line) = self.line(call) {
            line.queued = Some(queued);
            if let Some(frame) = line.frame() {
                frame.doing = Doing::Queued;
            }
        }
        self.step(
            call,
            "enqueued",
            json!({"queue": name, "queue_sid": queue, "task_sid": task}),
        );
        if waits {
            self.wait_again(call);
        } else if has_music && let Some(line) = self.line(call) {
            // Twilio's own music is not asked for here, and never ends.
            line.frames.push(Frame {
                role: Role::Wait,
                document: None,
                at: 0,
                doing: Doing::Sounding,
                since: now,
            });
        }
        self.somebody_waits(queue);
    }

    /// A URL that may be missing, made absolute; `None` when it is none, which ended the call.
    #[expect(clippy::option_option, reason = "missing and wrong are told apart")]
    fn optional_target(
        &mut self,
        call: CallSid,
        verb: &Element,
        name: &str,
        method: &str,
    ) -> Option<Option<Target>> {
        let Some(url) = verb.given(name).map(str::to_owned) else {
            return Some(None);
        };
        let url = self.resolved(call, &url)?;
        Some(Some(Target {
            url,
            method: verb.method(method),
        }))
    }

    fn queue_named(&mut self, name: &str) -> VoiceQueueSid {
        let found = self
            .voice
            .queues
            .iter()
            .find(|row| row.friendly_name == name)
            .map(|row| row.sid);
        found.unwrap_or_else(|| self.voice.create_queue(self.now, name.to_owned(), SIZE))
    }

    /// The caller does not get into the queue.
    fn refuse_queue(&mut self, call: CallSid, queued: Queued, result: &str) {
        self.step(call, "not-enqueued", json!({"result": result}));
        let extra: Form = vec![("QueueResult".into(), result.to_owned())];
        match queued.action {
            Some(target) => self.fetch(call, Role::Main, target, extra),
            None => self.go_on(call),
        }
    }

    fn create_task(
        &mut self,
        call: CallSid,
        workflow: &str,
        verb: &Element,
    ) -> Result<(WorkspaceSid, TaskSid), String> {
        let sid: WorkflowSid = workflow
            .parse()
            .map_err(|_| format!("`{workflow}` is no workflow"))?;
        let workspace = self
            .engine
            .workspaces()
            .iter()
            .find(|workspace| workspace.workflows.get(sid).is_some())
            .ok_or_else(|| format!("there is no workflow {sid}"))?;
        let channel = workspace
            .channels
            .iter()
            .find(|channel| &*channel.unique_name == "voice")
            .map(|channel| channel.unique_name.to_string());
        let workspace = workspace.sid;
        let task = verb.children.first();
        let body = task.map_or("", |task| task.text.as_str());
        let own: Map<String, Value> = match body {
            "" => Map::new(),
            body => serde_json::from_str(body)
                .map_err(|error| format!("the attributes of <Task> are no JSON object: {error}"))?,
        };
        let mut attributes = self.call_attributes(call);
        attributes.extend(own);
        let priority = task.and_then(|task| task.number("priority"));
        let new = NewTask {
            workflow: Some(sid),
            attributes: Some(Value::Object(attributes).to_string()),
            priority: priority.and_then(|priority| i64::try_from(priority).ok()),
            timeout: task.and_then(|task| task.number("timeout")),
            task_channel: channel,
            ..NewTask::default()
        };
        let created = self.engine.create_task(self.now, workspace, &new);
        let task = created.map_err(|error| error.to_string())?;
        Ok((workspace, task))
    }

    /// What a task knows of the call that brought it.
    fn call_attributes(&self, call: CallSid) -> Map<String, Value> {
        let Some(row) = self.voice.calls.get(call) else {
            return Map::new();
        };
        let mut map = Map::new();
        let mut set = |name: &str, value: Value| {
            map.insert(name.to_owned(), value);
        };
        set("call_sid", json!(call));
        set("account_sid", json!(self.engine.account()));
        set("from", json!(row.from));
        set("to", json!(row.to));
        set("caller", json!(row.from));
        set("called", json!(row.to));
        set("direction", json!(row.direction));
        set("call_status", json!(row.status));
        set("api_version", json!(API_VERSION));
        for (side, address) in [
            ("from", &row.from),
            ("caller", &row.from),
            ("to", &row.to),
            ("called", &row.to),
        ] {
            set(&format!("{side}_country"), json!(country(address)));
            for part in ["state", "city", "zip"] {
                set(&format!("{side}_{part}"), json!(""));
            }
        }
        map
    }

    /// Where the caller stands, as the wait URL is told.
    pub(super) fn place_in_line(&self, call: CallSid) -> Form {
        let queued = self
            .network
            .lines
            .get(&call)
            .and_then(|line| line.queued.as_ref());
        let Some(queued) = queued else {
            return Vec::new();
        };
        let Some(row) = self.voice.queues.get(queued.queue) else {
            return Vec::new();
        };
        let members = in_line(row);
        let position = members
            .iter()
            .position(|member| member.call == call)
            .map_or(1, |before| before + 1);
        let waited: u64 = members
            .iter()
            .map(|member| self.now.seconds_since(member.enqueued))
            .sum();
        let average = waited.checked_div(members.len() as u64).unwrap_or(0);
        vec![
            ("QueueSid".into(), queued.queue.to_string()),
            ("QueuePosition".into(), position.to_string()),
            (
                "QueueTime".into(),
                self.now.seconds_since(queued.since).to_string(),
            ),
            ("AvgQueueTime".into(), average.to_string()),
            ("CurrentQueueSize".into(), members.len().to_string()),
            ("MaxQueueSize".into(), row.max_size.to_string()),
        ]
    }

    /// Asks for the wait URL, the first time or again.
    pub(super) fn wait_again(&mut self, call: CallSid) {
        let wait = self
            .line(call)
            .and_then(|line| line.queued.as_ref())
            .and_then(|queued| queued.wait.clone());
        if let Some(target) = wait {
            let extra = self.place_in_line(call);
            self.fetch(call, Role::Wait, target, extra);
        }
    }

    /// `<Leave>`, which means something in the document of a wait URL alone.
    pub(super) fn leave_by_document(&mut self, call: CallSid, role: Role) {
        if role == Role::Wait {
            self.out_of_queue(call, "leave");
        }
    }

    /// The caller leaves the queue alive and goes on behind `<Enqueue>`.
    pub(super) fn out_of_queue(&mut self, call: CallSid, result: &str) {
        self.leave_line(call);
        let task = self
            .line(call)
            .and_then(|line| line.queued.as_ref())
            .and_then(|queued| queued.task);
        if let Some(task) = task {
            self.cancel_task(task, result);
        }
        self.after_queue(call, result);
    }

    /// Takes a caller out of the line; what was heard in it is over. Where the caller goes is
    /// up to who took them.
    pub(super) fn leave_line(&mut self, call: CallSid) {
        let now = self.now;
        self.silence(call, Due::Step);
        self.silence(call, Due::Input);
        self.silence(call, Due::Word);
        let Some(line) = self.network.lines.get_mut(&call) else {
            return;
        };
        if line.queued.is_none() {
            return;
        }
        while let Some(frame) = line.frames.last()
            && !matches!(frame.doing, Doing::Queued)
        {
            if let Doing::Fetching(number) = frame.doing {
                self.network.requests.remove(&number);
            }
            line.frames.pop();
        }
        if let Some(queued) = &mut line.queued
            && queued.left.is_none()
        {
            queued.left = Some(now);
            let queue = queued.queue;
            self.voice.leave_queue(queue, call);
        }
    }

    /// The action of `<Enqueue>` is asked for, or the document goes on behind it.
    pub(super) fn after_queue(&mut self, call: CallSid, result: &str) {
        let Some(queued) = self.line(call).and_then(|line| line.queued.take()) else {
            return;
        };
        self.step(call, "left-queue", json!({"result": result}));
        let extra = self.result_of(&queued, result);
        match queued.action {
            Some(target) => self.fetch(call, Role::Main, target, extra),
            None => self.go_on(call),
        }
    }

    fn result_of(&self, queued: &Queued, result: &str) -> Form {
        let left = queued.left.unwrap_or(self.now);
        vec![
            ("QueueResult".into(), result.to_owned()),
            ("QueueSid".into(), queued.queue.to_string()),
            (
                "QueueTime".into(),
                left.seconds_since(queued.since).to_string(),
            ),
        ]
    }

    /// A caller who waited, or was connected out of the queue, is gone.
    pub(super) fn hung_up_in_queue(&mut self, call: CallSid, queued: &Queued) {
        self.voice.leave_queue(queued.queue, call);
        let waited = queued.left.is_none();
        if let Some(task) = queued.task {
            self.network.callers.remove(&task.1);
            if waited {
                self.cancel_task(task, "hangup");
            }
        }
        if let Some(target) = queued.action.clone() {
            let result = if waited { "hangup" } else { "bridged" };
            let mut parameters = self.parameters(call);
            parameters.extend(self.result_of(queued, result));
            self.tell(call.to_string(), "queue", target, parameters);
        }
    }

    /// Redirected by the API or an instruction: what the call did is over.
    pub(super) fn drop_queue(&mut self, call: CallSid, cancel: bool) {
        let was_connected = self
            .line(call)
            .and_then(|line| line.queued.as_ref())
            .is_some_and(|queued| queued.left.is_some());
        self.leave_line(call);
        let Some(queued) = self.line(call).and_then(|line| line.queued.take()) else {
            return;
        };
        let result = if was_connected {
            "redirected-from-bridged"
        } else {
            "redirected"
        };
        if let Some(task) = queued.task.filter(|_| cancel) {
            self.cancel_task(task, result);
        }
        self.step(call, "left-queue", json!({"result": result}));
        if let Some(target) = queued.action.clone() {
            let mut parameters = self.parameters(call);
            parameters.extend(self.result_of(&queued, result));
            self.tell(call.to_string(), "queue", target, parameters);
        }
    }

    fn cancel_task(&mut self, (workspace, task): (WorkspaceSid, TaskSid), reason: &str) {
        let open = self
            .engine
            .workspace(workspace)
            .ok()
            .and_then(|workspace| workspace.tasks.get(task))
            .is_some_and(|task| matches!(task.status, TaskStatus::Pending | TaskStatus::Reserved));
        if !open {
            return;
        }
        let update = TaskUpdate {
            status: Some(TaskStatus::Canceled),
            reason: Some(reason.to_owned()),
            ..TaskUpdate::default()
        };
        // It is pending or reserved and can be canceled.
        let _ = self.engine.update_task(self.now, workspace, task, update);
    }

    /// Somebody came into a queue; perhaps somebody waits for them.
    fn somebody_waits(&mut self, queue: VoiceQueueSid) {
        let lines = &mut self.network.lines;
        let mut first = None;
        self.network.wanting.retain(|call| {
            let Some(line) = lines.get_mut(call) else {
                return false;
            };
            let since = line.asked.0;
            let wanted = line.dialling().and_then(|dialling| dialling.queue);
            if wanted == Some(queue) && first.is_none_or(|first| (since, *call) < first) {
                first = Some((since, *call));
            }
            wanted.is_some()
        });
        if let Some((_, wanting)) = first {
            self.take_front(wanting, queue);
        }
    }

    /// Takes whoever is in front of a queue for somebody who dialled it; whether there is anybody.
    pub(super) fn take_front(&mut self, wanting: CallSid, queue: VoiceQueueSid) -> bool {
        let Some(row) = self.voice.queues.get(queue) else {
            return false;
        };
        let free: Vec<CallSid> = in_line(row).iter().map(|member| member.call).collect();
        let front = free.into_iter().find(|call| {
            self.network.lines.get(call).is_some_and(|line| {
                line.queued
                    .as_ref()
                    .is_some_and(|queued| queued.wanted_by.is_none())
            })
        });
        match front {
            Some(front) => {
                self.take(wanting, front);
                true
            }
            None => false,
        }
    }

    /// Takes a caller out of the queue for somebody, who may let them hear something first.
    pub(super) fn take(&mut self, wanting: CallSid, caller: CallSid) {
        let whisper = self.whisper_of(wanting);
        if let Some(dialling) = self.line(wanting).and_then(|line| line.dialling()) {
            dialling.queue = None;
            dialling.failed = None;
        }
        self.silence(wanting, Due::RingsOut);
        if let Some(queued) = self.line(caller).and_then(|line| line.queued.as_mut()) {
            queued.wanted_by = Some(wanting);
        }
        match whisper {
            None => self.connect_queued(wanting, caller),
            Some(target) => {
                let mut extra = self.place_in_line(caller);
                extra.retain(|(name, _)| name == "QueueSid" || name == "QueueTime");
                extra.push(("DequeingCallSid".into(), wanting.to_string()));
                self.leave_line(caller);
                self.fetch(caller, Role::Whisper, target, extra);
            }
        }
    }

    fn connect_queued(&mut self, wanting: CallSid, caller: CallSid) {
        self.leave_line(caller);
        let queued = self.line(caller).and_then(|line| line.queued.clone());
        if let Some(queued) = queued {
            let waited = queued
                .left
                .unwrap_or(self.now)
                .seconds_since(queued.since)
                .to_string();
            if let Some(dialling) = self.line(wanting).and_then(|line| line.dialling()) {
                dialling.extra.extend([
                    ("QueueSid".into(), queued.queue.to_string()),
                    ("DequeueResult".into(), "bridged".to_owned()),
                    ("DequeuedCallSid".into(), caller.to_string()),
                    ("DequeuedCallQueueTime".into(), waited),
                ]);
            }
        }
        self.connect(caller, wanting);
        self.dial_connected(wanting, None);
    }

    /// What was to be heard before two are connected is over.
    pub(super) fn whispered(&mut self, call: CallSid) {
        self.silence(call, Due::Step);
        let Some(line) = self.line(call) else {
            return;
        };
        line.frames.retain(|frame| frame.role != Role::Whisper);
        if let super::line::Purpose::Dialled { by, .. } = line.purpose {
            return self.connect_leg(by, call);
        }
        let wanted_by = line
            .queued
            .as_mut()
            .and_then(|queued| queued.wanted_by.take());
        match wanted_by {
            Some(wanting) if self.network.lines.contains_key(&wanting) => {
                self.connect_queued(wanting, call);
            }
            _ => self.after_queue(call, "error"),
        }
    }
}
