//! The documented behaviour of routing, one test per rule.

use super::*;
use crate::model::sid::Sid as _;
use crate::model::{QueueOrder, TaskStatus};

/// A workspace with what the tests need, and a clock.
struct Centre {
    engine: Engine,
    now: Moment,
    workspace: WorkspaceSid,
}

impl Centre {
    fn new() -> Self {
        let now = Moment::from_millisecond(1_700_000_000_000);
        let mut engine = Engine::new(AccountSid::from_bits(1), 42, now);
        let workspace = engine
            .create_workspace(
                now,
                &NewWorkspace {
                    friendly_name: "writers".to_owned(),
                    ..NewWorkspace::default()
                },
            )
            .unwrap();
        Self {
            engine,
            now,
            workspace,
        }
    }

    fn workspace(&self) -> &Workspace {
        self.engine.workspace(self.workspace).unwrap()
    }

    fn pass(&mut self, seconds: u64) {
        self.now = self.now.plus_seconds(seconds);
        self.engine.advance(self.now);
    }

    fn activity(&self, name: &str) -> ActivitySid {
        self.workspace()
            .activities
            .iter()
            .find(|activity| &*activity.friendly_name == name)
            .unwrap()
            .sid
    }

    fn queue(&mut self, name: &str, target: &str) -> TaskQueueSid {
        self.queue_with(&NewQueue {
            friendly_name: name.to_owned(),
            target_workers: Some(target.to_owned()),
            ..NewQueue::default()
        })
    }

    fn queue_with(&mut self, new: &NewQueue) -> TaskQueueSid {
        self.engine
            .create_queue(self.now, self.workspace, new)
            .unwrap()
    }

    fn workflow(&mut self, configuration: &str) -> WorkflowSid {
        self.engine
            .create_workflow(
                self.now,
                self.workspace,
                &NewWorkflow {
                    friendly_name: format!("flow {}", self.workspace().workflows.len()),
                    configuration: configuration.to_owned(),
                    task_reservation_timeout: Some(10),
                    ..NewWorkflow::default()
                },
            )
            .unwrap()
    }

    fn default_workflow(&mut self, queue: TaskQueueSid) -> WorkflowSid {
        self.workflow(&format!(
            r#"{{"task_routing":{{"filters":[],"default_filter":{{"queue":"{queue}"}}}}}}"#
        ))
    }

    fn worker(&mut self, name: &str, attributes: &str) -> WorkerSid {
        let activity = Some(self.activity("Available"));
        self.engine
            .create_worker(
                self.now,
                self.workspace,
                &NewWorker {
                    friendly_name: name.to_owned(),
                    attributes: Some(attributes.to_owned()),
                    activity,
                },
            )
            .unwrap()
    }

    fn set_activity(&mut self, worker: WorkerSid, name: &str) {
        let activity = Some(self.activity(name));
        let update = WorkerUpdate {
            activity,
            ..WorkerUpdate::default()
        };
        self.engine
            .update_worker(self.now, self.workspace, worker, &update)
            .unwrap();
    }

    fn task(&mut self, attributes: &str) -> TaskSid {
        self.task_with(&NewTask {
            attributes: Some(attributes.to_owned()),
            ..NewTask::default()
        })
    }

    fn task_with(&mut self, new: &NewTask) -> TaskSid {
        self.engine
            .create_task(self.now, self.workspace, new)
            .unwrap()
    }

    fn update(&mut self, task: TaskSid, update: TaskUpdate) -> Result<(), Error> {
        self.engine
            .update_task(self.now, self.workspace, task, update)
    }

    fn set_status(&mut self, task: TaskSid, status: TaskStatus) -> Result<(), Error> {
        self.update(
            task,
            TaskUpdate {
                status: Some(status),
                ..TaskUpdate::default()
            },
        )
    }

    fn answer(&mut self, sid: ReservationSid, answer: ReservationAnswer) -> Result<(), Error> {
        self.engine
            .answer_reservation(self.now, self.workspace, sid, answer)
    }

    fn status(&self, task: TaskSid) -> TaskStatus {
        self.workspace().tasks.get(task).unwrap().status
    }

    /// The reservations of a task, oldest first: SID, worker's name, status.
    fn offers(&self, task: TaskSid) -> Vec<(ReservationSid, String, ReservationStatus)> {
        self.workspace()
            .reservations
            .iter()
            .filter(|reservation| reservation.task == task)
            .map(|found| (found.sid, found.worker_name.to_string(), found.status))
            .collect()
    }

    fn last_offer(&self, task: TaskSid) -> ReservationSid {
        self.offers(task).last().expect("the task was offered").0
    }

    fn offered_to(&self, task: TaskSid) -> Vec<String> {
        self.offers(task)
            .into_iter()
            .filter(|(_, _, status)| *status == ReservationStatus::Pending)
            .map(|(_, name, _)| name)
            .collect()
    }

    fn reason(&self, task: TaskSid) -> String {
        let task = self.workspace().tasks.get(task).unwrap();
        task.reason.as_deref().unwrap_or("").to_owned()
    }

    fn activity_of(&self, worker: WorkerSid) -> String {
        let activity = self.workspace().workers.get(worker).unwrap().activity;
        self.workspace().activity_name(activity).to_owned()
    }

    fn queue_of(&self, task: TaskSid) -> String {
        let queue = self.workspace().tasks.get(task).unwrap().queue.unwrap();
        self.workspace()
            .queues
            .get(queue)
            .unwrap()
            .friendly_name
            .to_string()
    }

    fn events(&mut self) -> Vec<&'static str> {
        self.engine
            .take_effects()
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Event(event) => Some(event.kind.as_str()),
                Effect::Assignment(_) => None,
            })
            .collect()
    }
}

#[test]
fn a_workspace_starts_with_activities_and_channels() {
    let centre = Centre::new();
    let workspace = centre.workspace();
    let activities: Vec<_> = workspace
        .activities
        .iter()
        .map(|activity| (&*activity.friendly_name, activity.available))
        .collect();
    assert_eq!(
        activities,
        [
            ("Offline", false),
            ("Available", true),
            ("Unavailable", false)
        ]
    );
    let channels: Vec<_> = workspace
        .channels
        .iter()
        .map(|channel| &*channel.unique_name)
        .collect();
    assert_eq!(channels, ["default", "voice", "chat", "sms", "video"]);
    assert_eq!(
        workspace.activity_name(workspace.timeout_activity),
        "Offline"
    );
}

#[test]
fn a_task_waits_for_a_worker_and_goes_to_the_first_who_comes() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", r#"skills HAS "support""#);
    centre.default_workflow(queue);
    let dave = centre.worker("dave", r#"{"skills":["support"]}"#);
    centre.set_activity(dave, "Offline");
    centre.engine.take_effects();
    let task = centre.task(r#"{"type":"call"}"#);
    assert_eq!(centre.status(task), TaskStatus::Pending);
    assert_eq!(
        centre.events(),
        [
            "workflow.entered",
            "task-queue.entered",
            "task.created",
            "workflow.target-matched"
        ]
    );
    centre.set_activity(dave, "Available");
    assert_eq!(centre.status(task), TaskStatus::Reserved);
    assert_eq!(
        centre.events(),
        ["worker.activity.update", "reservation.created"]
    );
    let offer = centre.last_offer(task);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    assert_eq!(centre.status(task), TaskStatus::Assigned);
    centre.answer(offer, ReservationAnswer::Wrap).unwrap();
    assert_eq!(centre.status(task), TaskStatus::Wrapping);
    centre.set_status(task, TaskStatus::Completed).unwrap();
    assert_eq!(
        centre.events(),
        [
            "reservation.accepted",
            "task.wrapup",
            "reservation.wrapup",
            "task.completed",
            "reservation.completed"
        ]
    );
}

#[test]
fn a_worker_who_does_not_answer_goes_to_the_timeout_activity_and_the_task_waits() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let dave = centre.worker("dave", "{}");
    let task = centre.task("{}");
    assert_eq!(centre.offered_to(task), ["dave"]);
    centre.pass(9);
    assert_eq!(centre.status(task), TaskStatus::Reserved);
    centre.pass(1);
    assert_eq!(centre.status(task), TaskStatus::Pending);
    assert_eq!(centre.activity_of(dave), "Offline");
    assert_eq!(centre.offers(task)[0].2, ReservationStatus::Timeout);
    centre.set_activity(dave, "Available");
    assert_eq!(centre.offered_to(task), ["dave"]);
}

#[test]
fn a_refused_task_goes_to_the_next_and_comes_back_to_the_same_worker_when_alone() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    centre.worker("dave", "{}");
    centre.pass(1);
    let edith = centre.worker("edith", "{}");
    let task = centre.task("{}");
    assert_eq!(centre.offered_to(task), ["dave"]);
    centre.pass(1);
    let offer = centre.last_offer(task);
    centre
        .answer(offer, ReservationAnswer::Reject { activity: None })
        .unwrap();
    assert_eq!(
        centre.offered_to(task),
        ["edith"],
        "the longest idle goes first"
    );
    let offer = centre.last_offer(task);
    let offline = Some(centre.activity("Offline"));
    centre
        .answer(offer, ReservationAnswer::Reject { activity: offline })
        .unwrap();
    assert_eq!(centre.activity_of(edith), "Offline");
    assert_eq!(centre.offered_to(task), ["dave"]);
}

#[test]
fn the_longest_idle_worker_is_reserved_first() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    for name in ["a", "b", "c"] {
        centre.worker(name, "{}");
        centre.pass(1);
    }
    let first = centre.task("{}");
    assert_eq!(centre.offered_to(first), ["a"]);
    centre.pass(1);
    let offer = centre.last_offer(first);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    centre.pass(5);
    centre.set_status(first, TaskStatus::Completed).unwrap();
    let names: Vec<_> = (0..3)
        .map(|_| {
            let task = centre.task("{}");
            centre.offered_to(task).join(",")
        })
        .collect();
    assert_eq!(names, ["b", "c", "a"]);
}

#[test]
fn idle_time_of_an_optimised_channel_counts_its_own_reservations_only() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let chat = centre.workspace().find_channel("chat").unwrap();
    let update = TaskChannelUpdate {
        channel_optimized_routing: Some(true),
        ..TaskChannelUpdate::default()
    };
    centre
        .engine
        .update_task_channel(centre.now, centre.workspace, chat, &update)
        .unwrap();
    centre.worker("a", "{}");
    centre.pass(1);
    centre.worker("b", "{}");
    centre.pass(1);
    let on = |channel: &str| NewTask {
        task_channel: Some(channel.to_owned()),
        ..NewTask::default()
    };
    let voice = centre.task_with(&on("voice"));
    assert_eq!(centre.offered_to(voice), ["a"]);
    let chat = centre.task_with(&on("chat"));
    assert_eq!(
        centre.offered_to(chat),
        ["a"],
        "a voice call does not count for chats"
    );
    let sms = centre.task_with(&on("sms"));
    assert_eq!(
        centre.offered_to(sms),
        ["b"],
        "on an ordinary channel it does"
    );
}

#[test]
fn order_by_beats_idle_time_and_missing_attributes_come_last() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","order_by":"worker.level DESC"}}]}}]}}}}"#
    ));
    centre.worker("none", "{}");
    centre.pass(1);
    centre.worker("low", r#"{"level":1}"#);
    centre.pass(1);
    centre.worker("high", r#"{"level":9}"#);
    let order: Vec<_> = (0..3)
        .map(|_| {
            let task = centre.task("{}");
            centre.offered_to(task).join(",")
        })
        .collect();
    assert_eq!(order, ["high", "low", "none"]);
}

#[test]
fn higher_priority_goes_first_and_among_equals_the_older() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let with_priority = |priority| NewTask {
        priority: Some(priority),
        ..NewTask::default()
    };
    let old = centre.task_with(&with_priority(0));
    centre.pass(1);
    let urgent = centre.task_with(&with_priority(10));
    centre.pass(1);
    let later = centre.task_with(&with_priority(10));
    centre.pass(1);
    let worker = centre.worker("dave", "{}");
    let mut order = Vec::new();
    for _ in 0..3 {
        let task = [old, urgent, later]
            .into_iter()
            .find(|task| centre.status(*task) == TaskStatus::Reserved)
            .unwrap();
        order.push(task);
        let offer = centre.last_offer(task);
        centre.answer(offer, ReservationAnswer::Accept).unwrap();
        centre.set_status(task, TaskStatus::Completed).unwrap();
    }
    assert_eq!(order, [urgent, later, old]);
    assert_eq!(centre.activity_of(worker), "Available");
}

#[test]
fn a_lifo_queue_gives_the_newest_first_whatever_the_priority() {
    let mut centre = Centre::new();
    let queue = centre.queue_with(&NewQueue {
        friendly_name: "Callbacks".to_owned(),
        task_order: Some(QueueOrder::Lifo),
        ..NewQueue::default()
    });
    centre.default_workflow(queue);
    let urgent = centre.task_with(&NewTask {
        priority: Some(10),
        ..NewTask::default()
    });
    centre.pass(1);
    let newest = centre.task("{}");
    centre.worker("dave", "{}");
    assert_eq!(centre.status(newest), TaskStatus::Reserved);
    assert_eq!(centre.status(urgent), TaskStatus::Pending);
}

#[test]
fn the_workspace_decides_which_kind_of_queue_goes_first() {
    for (order, expected) in [(QueueOrder::Fifo, "fifo"), (QueueOrder::Lifo, "lifo")] {
        let mut centre = Centre::new();
        let update = WorkspaceUpdate {
            prioritize_queue_order: Some(order),
            ..WorkspaceUpdate::default()
        };
        centre
            .engine
            .update_workspace(centre.now, centre.workspace, &update)
            .unwrap();
        let fifo = centre.queue("fifo", "1==1");
        let lifo = centre.queue_with(&NewQueue {
            friendly_name: "lifo".to_owned(),
            task_order: Some(QueueOrder::Lifo),
            ..NewQueue::default()
        });
        centre.workflow(&format!(
            r#"{{"task_routing":{{"filters":[{{"expression":"line=='fifo'","targets":[{{"queue":"{fifo}"}}]}}],
                "default_filter":{{"queue":"{lifo}"}}}}}}"#
        ));
        let tasks = [
            centre.task(r#"{"line":"lifo"}"#),
            centre.task(r#"{"line":"fifo"}"#),
        ];
        centre.worker("dave", "{}");
        let reserved = tasks
            .into_iter()
            .find(|task| centre.status(*task) == TaskStatus::Reserved)
            .unwrap();
        assert_eq!(centre.queue_of(reserved), expected);
    }
}

#[test]
fn several_workers_are_reserved_at_once_and_the_first_acceptance_rescinds_the_others() {
    let mut centre = Centre::new();
    let queue = centre.queue_with(&NewQueue {
        friendly_name: "Support".to_owned(),
        max_reserved_workers: Some(2),
        ..NewQueue::default()
    });
    centre.default_workflow(queue);
    for name in ["a", "b", "c"] {
        centre.worker(name, "{}");
        centre.pass(1);
    }
    let task = centre.task("{}");
    assert_eq!(centre.offered_to(task), ["a", "b"]);
    let offers = centre.offers(task);
    centre
        .answer(offers[1].0, ReservationAnswer::Accept)
        .unwrap();
    let statuses: Vec<_> = centre
        .offers(task)
        .into_iter()
        .map(|offer| offer.2)
        .collect();
    assert_eq!(
        statuses,
        [ReservationStatus::Rescinded, ReservationStatus::Accepted]
    );
    assert_eq!(
        centre.answer(offers[0].0, ReservationAnswer::Accept),
        Err(Error::Rescinded {
            reservation: offers[0].0
        })
    );
    assert_eq!(centre.workspace().tasks.get(task).unwrap().assignments, 1);
}

#[test]
fn the_task_waits_again_only_when_all_offers_have_ended() {
    let mut centre = Centre::new();
    let queue = centre.queue_with(&NewQueue {
        friendly_name: "Support".to_owned(),
        max_reserved_workers: Some(2),
        ..NewQueue::default()
    });
    centre.default_workflow(queue);
    centre.worker("a", "{}");
    centre.worker("b", "{}");
    let task = centre.task("{}");
    let offers = centre.offers(task);
    let offline = Some(centre.activity("Offline"));
    centre
        .answer(offers[0].0, ReservationAnswer::Reject { activity: offline })
        .unwrap();
    assert_eq!(centre.status(task), TaskStatus::Reserved);
    centre
        .answer(offers[1].0, ReservationAnswer::Reject { activity: offline })
        .unwrap();
    assert_eq!(centre.status(task), TaskStatus::Pending);
}

#[test]
fn step_timeouts_accumulate_and_the_end_cancels_the_task() {
    let mut centre = Centre::new();
    let first = centre.queue("first", "1==0");
    let second = centre.queue("second", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{first}","timeout":10}},
            {{"queue":"{second}","timeout":10,"priority":7}},
            {{"timeout":"10"}}]}}],
          "default_filter":{{"queue":"{first}"}}}}}}"#
    ));
    let task = centre.task("{}");
    centre.engine.take_effects();
    centre.pass(9);
    assert_eq!(centre.queue_of(task), "first");
    centre.pass(1);
    assert_eq!(centre.queue_of(task), "second");
    assert_eq!(centre.workspace().tasks.get(task).unwrap().priority, 7);
    assert_eq!(
        centre.events(),
        [
            "task-queue.timeout",
            "task-queue.moved",
            "task-queue.entered",
            "workflow.target-matched"
        ]
    );
    centre.pass(10);
    // The third target names no queue: the task stays where it is.
    assert_eq!(centre.queue_of(task), "second");
    centre.pass(10);
    assert_eq!(centre.status(task), TaskStatus::Canceled);
    assert_eq!(centre.reason(task), "Task canceled on Workflow timeout");
    let events = centre.events();
    assert_eq!(
        events[events.len() - 2..],
        ["workflow.timeout", "task.canceled"]
    );
}

#[test]
fn after_the_last_target_the_next_matching_filter_takes_over() {
    let mut centre = Centre::new();
    let first = centre.queue("first", "1==0");
    let second = centre.queue("second", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[
            {{"expression":"a==1","targets":[{{"queue":"{first}","timeout":10}}]}},
            {{"expression":"b==1","targets":[{{"queue":"{first}"}}]}},
            {{"expression":"a==1","targets":[{{"queue":"{second}"}}]}}]}}}}"#
    ));
    let task = centre.task(r#"{"a":1}"#);
    centre.pass(10);
    assert_eq!(centre.queue_of(task), "second");
    assert_eq!(centre.status(task), TaskStatus::Pending);
}

#[test]
fn skip_if_passes_a_step_over_and_the_default_filter_still_counts() {
    let mut centre = Centre::new();
    let empty = centre.queue("empty", r#"team == "none""#);
    let rest = centre.queue("rest", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{empty}","skip_if":"workers.available == 0"}}]}}],
          "default_filter":{{"queue":"{rest}"}}}}}}"#
    ));
    let task = centre.task("{}");
    assert_eq!(centre.queue_of(task), "rest");
    centre.worker("somebody", r#"{"team":"none"}"#);
    let stays = centre.task("{}");
    assert_eq!(centre.queue_of(stays), "empty");
}

#[test]
fn skipped_out_of_everything_a_task_is_canceled() {
    let mut centre = Centre::new();
    let queue = centre.queue("empty", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","skip_if":"1==1"}}]}}]}}}}"#
    ));
    let task = centre.task("{}");
    assert_eq!(centre.status(task), TaskStatus::Canceled);
    assert!(centre.events().contains(&"workflow.skipped"));
}

#[test]
fn a_pending_reservation_outlives_the_step_but_not_its_own_time() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","timeout":5}}]}}]}}}}"#
    ));
    centre.worker("dave", "{}");
    let task = centre.task("{}");
    centre.pass(6);
    assert_eq!(centre.status(task), TaskStatus::Reserved);
    centre.pass(4);
    assert_eq!(centre.status(task), TaskStatus::Canceled);
    assert_eq!(centre.reason(task), "Task canceled on Workflow timeout");
}

#[test]
fn a_known_worker_step_waits_for_that_worker_alone() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","known_worker_friendly_name":"task.agent","timeout":30}},
            {{"queue":"{queue}"}}]}}]}}}}"#
    ));
    centre.worker("anybody", "{}");
    let known = centre.worker("dave", "{}");
    centre.set_activity(known, "Offline");
    let task = centre.task(r#"{"agent":"dave"}"#);
    let lost = centre.task(r#"{"agent":"nobody"}"#);
    assert_eq!(centre.status(task), TaskStatus::Pending);
    centre.set_activity(known, "Available");
    assert_eq!(centre.offered_to(task), ["dave"]);
    let offer = centre.last_offer(task);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    assert_eq!(centre.status(lost), TaskStatus::Pending);
    centre.pass(30);
    assert_eq!(centre.offered_to(lost), ["anybody"]);
}

#[test]
fn a_known_worker_who_is_hired_later_gets_the_task() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","known_worker_friendly_name":"task.agent"}}]}}]}}}}"#
    ));
    let task = centre.task(r#"{"agent":"dave"}"#);
    centre.worker("dave", "{}");
    assert_eq!(centre.offered_to(task), ["dave"]);
}

#[test]
fn a_step_expression_passes_workers_over_without_blocking_others() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","expression":"task.language IN worker.languages"}}]}}]}}}}"#
    ));
    let german = centre.task(r#"{"language":"de"}"#);
    let english = centre.task(r#"{"language":"en"}"#);
    centre.worker("dave", r#"{"languages":["en"]}"#);
    assert_eq!(centre.status(german), TaskStatus::Pending);
    assert_eq!(centre.offered_to(english), ["dave"]);
}

#[test]
fn a_step_that_asks_for_the_load_is_matched_when_the_load_changes() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"kind=='quiet'","targets":[
            {{"queue":"{queue}","expression":"worker.channel.voice.assigned_tasks == 0"}}]}}],
          "default_filter":{{"queue":"{queue}"}}}}}}"#
    ));
    centre.worker("dave", "{}");
    let call = centre.task_with(&NewTask {
        task_channel: Some("voice".to_owned()),
        ..NewTask::default()
    });
    let offer = centre.last_offer(call);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    let chat = centre.task_with(&NewTask {
        attributes: Some(r#"{"kind":"quiet"}"#.to_owned()),
        task_channel: Some("chat".to_owned()),
        ..NewTask::default()
    });
    assert_eq!(centre.status(chat), TaskStatus::Pending);
    // Wrapping still takes up capacity, but the task no longer counts as assigned.
    centre.answer(offer, ReservationAnswer::Wrap).unwrap();
    assert_eq!(centre.offered_to(chat), ["dave"]);
}

#[test]
fn a_step_that_asks_for_the_time_is_matched_when_the_time_comes() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    // The clock of these tests starts at 22:13:20 UTC.
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","expression":"taskrouter.currentTime >= 2220"}}]}}]}}}}"#
    ));
    centre.worker("dave", "{}");
    let task = centre.task("{}");
    centre.pass(399);
    assert_eq!(centre.status(task), TaskStatus::Pending);
    centre.pass(1);
    assert_eq!(centre.offered_to(task), ["dave"]);
}

#[test]
fn capacity_is_counted_per_channel() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let dave = centre.worker("dave", "{}");
    let chat = centre.workspace().find_channel("chat").unwrap();
    let update = WorkerChannelUpdate {
        capacity: Some(2),
        available: None,
    };
    centre
        .engine
        .update_worker_channel(centre.now, centre.workspace, dave, chat, update)
        .unwrap();
    let on = |channel: &str| NewTask {
        task_channel: Some(channel.to_owned()),
        ..NewTask::default()
    };
    let tasks: Vec<_> = ["chat", "chat", "chat", "voice"]
        .into_iter()
        .map(|channel| centre.task_with(&on(channel)))
        .collect();
    let statuses: Vec<_> = tasks.iter().map(|task| centre.status(*task)).collect();
    assert_eq!(
        statuses,
        [
            TaskStatus::Reserved,
            TaskStatus::Reserved,
            TaskStatus::Pending,
            TaskStatus::Reserved
        ]
    );
    let worker = centre.workspace().workers.get(dave).unwrap();
    let own = worker
        .channels
        .values()
        .find(|own| own.channel == chat)
        .unwrap();
    assert_eq!((own.open, own.available_capacity_percentage()), (2, 0));
}

#[test]
fn an_unanswered_task_dies_after_its_life_span() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==0");
    centre.default_workflow(queue);
    let task = centre.task_with(&NewTask {
        timeout: Some(60),
        ..NewTask::default()
    });
    centre.pass(60);
    assert_eq!(centre.status(task), TaskStatus::Canceled);
    assert_eq!(centre.reason(task), "Task TTL Exceeded");
    centre.pass(299);
    assert!(centre.workspace().tasks.get(task).is_some());
    centre.pass(1);
    assert!(
        centre.workspace().tasks.get(task).is_none(),
        "finished tasks are removed"
    );
}

#[test]
fn an_assigned_task_is_removed_by_the_system_after_a_day() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    centre.worker("dave", "{}");
    let task = centre.task("{}");
    let offer = centre.last_offer(task);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    centre.engine.take_effects();
    centre.pass(86_400);
    assert!(centre.workspace().tasks.get(task).is_none());
    assert_eq!(
        centre.events(),
        ["task.system-deleted", "reservation.completed"]
    );
}

#[test]
fn a_task_that_nobody_takes_is_canceled_after_a_thousand_offers() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    centre.worker("dave", "{}");
    let task = centre.task("{}");
    for _ in 0..1000 {
        assert_eq!(centre.status(task), TaskStatus::Reserved);
        let offer = centre.last_offer(task);
        centre
            .answer(offer, ReservationAnswer::Reject { activity: None })
            .unwrap();
    }
    assert_eq!(centre.status(task), TaskStatus::Canceled);
    assert_eq!(
        centre.reason(task),
        "Task TTL Exceeded or Max assignment count exceeded"
    );
}

#[test]
fn status_changes_are_refused_in_the_service_s_own_words() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let task = centre.task("{}");
    let refusal = centre.set_status(task, TaskStatus::Completed).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        format!(
            "Cannot complete task {task} in workspace {} for account {} because it is not currently assigned.",
            centre.workspace,
            centre.engine.account()
        )
    );
    assert!(matches!(
        centre.set_status(task, TaskStatus::Wrapping),
        Err(Error::CannotWrap { .. })
    ));
    centre.worker("dave", "{}");
    let offer = centre.last_offer(task);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    assert!(matches!(
        centre.set_status(task, TaskStatus::Canceled),
        Err(Error::CannotCancel { .. })
    ));
    centre.set_status(task, TaskStatus::Completed).unwrap();
    let change = TaskUpdate {
        priority: Some(1),
        ..TaskUpdate::default()
    };
    assert!(matches!(
        centre.update(task, change),
        Err(Error::TaskFinished { .. })
    ));
}

#[test]
fn canceling_takes_the_offer_back_and_frees_the_worker() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    centre.worker("dave", "{}");
    let first = centre.task("{}");
    let second = centre.task("{}");
    assert_eq!(centre.status(second), TaskStatus::Pending);
    centre.set_status(first, TaskStatus::Canceled).unwrap();
    assert_eq!(centre.offers(first)[0].2, ReservationStatus::Canceled);
    assert_eq!(centre.offered_to(second), ["dave"]);
}

#[test]
fn rejecting_pending_reservations_goes_with_an_unavailable_activity_only() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let dave = centre.worker("dave", "{}");
    let task = centre.task("{}");
    let with = |activity| WorkerUpdate {
        activity: Some(activity),
        reject_pending_reservations: true,
        ..WorkerUpdate::default()
    };
    let (available, offline) = (centre.activity("Available"), centre.activity("Offline"));
    let refused = centre
        .engine
        .update_worker(centre.now, centre.workspace, dave, &with(available));
    assert!(matches!(refused, Err(Error::Invalid { .. })));
    assert_eq!(centre.status(task), TaskStatus::Reserved);
    centre
        .engine
        .update_worker(centre.now, centre.workspace, dave, &with(offline))
        .unwrap();
    assert_eq!(centre.status(task), TaskStatus::Pending);
    assert_eq!(centre.offers(task)[0].2, ReservationStatus::Rejected);
    assert_eq!(centre.activity_of(dave), "Offline");
}

#[test]
fn an_unavailable_worker_keeps_what_they_were_offered() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let dave = centre.worker("dave", "{}");
    let task = centre.task("{}");
    centre.set_activity(dave, "Unavailable");
    assert_eq!(centre.status(task), TaskStatus::Reserved);
    let offer = centre.last_offer(task);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    assert_eq!(centre.status(task), TaskStatus::Assigned);
}

#[test]
fn direct_routing_reaches_a_worker_whatever_their_capacity_unless_told_otherwise() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==0");
    centre.default_workflow(queue);
    let dave = centre.worker("dave", "{}");
    centre.set_activity(dave, "Offline");
    let to_dave = |ignore_capacity| NewTask {
        routing_target: Some(RoutingTarget::Worker(dave)),
        ignore_capacity,
        timeout: Some(100),
        ..NewTask::default()
    };
    let forced = centre.task_with(&to_dave(None));
    assert_eq!(centre.offered_to(forced), ["dave"]);
    let polite = centre.task_with(&to_dave(Some(false)));
    assert_eq!(centre.status(polite), TaskStatus::Pending);
    centre.pass(100);
    assert_eq!(
        centre.reason(polite),
        "RoutingTarget SLA for Reservation creation was not met"
    );
}

#[test]
fn new_attributes_send_a_waiting_task_through_the_filters_again() {
    let mut centre = Centre::new();
    let support = centre.queue("Support", "1==0");
    let sales = centre.queue("Sales", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"team=='sales'","targets":[{{"queue":"{sales}"}}]}}],
            "default_filter":{{"queue":"{support}"}}}}}}"#
    ));
    let task = centre.task("{}");
    assert_eq!(centre.queue_of(task), "Support");
    let update = TaskUpdate {
        attributes: Some(r#"{"team":"sales"}"#.to_owned()),
        ..TaskUpdate::default()
    };
    centre.update(task, update).unwrap();
    assert_eq!(centre.queue_of(task), "Sales");
    assert_eq!(centre.workspace().tasks.get(task).unwrap().version, 2);
}

#[test]
fn a_changed_workflow_moves_waiting_tasks_only_when_asked_to() {
    let mut centre = Centre::new();
    let support = centre.queue("Support", "1==0");
    let sales = centre.queue("Sales", "1==0");
    let workflow = centre.default_workflow(support);
    let task = centre.task("{}");
    let mut update = WorkflowUpdate {
        configuration: Some(format!(
            r#"{{"task_routing":{{"filters":[],"default_filter":{{"queue":"{sales}"}}}}}}"#
        )),
        ..WorkflowUpdate::default()
    };
    centre
        .engine
        .update_workflow(centre.now, centre.workspace, workflow, &update)
        .unwrap();
    assert_eq!(centre.queue_of(task), "Support");
    update.reevaluate_tasks = true;
    centre
        .engine
        .update_workflow(centre.now, centre.workspace, workflow, &update)
        .unwrap();
    assert_eq!(centre.queue_of(task), "Sales");
}

#[test]
fn a_single_tasking_worker_takes_one_task_and_changes_activity_with_it() {
    let now = Moment::from_millisecond(1_700_000_000_000);
    let mut engine = Engine::new(AccountSid::from_bits(1), 42, now);
    let workspace = engine
        .create_workspace(
            now,
            &NewWorkspace {
                friendly_name: "old".to_owned(),
                multi_task_enabled: Some(false),
                ..NewWorkspace::default()
            },
        )
        .unwrap();
    let mut centre = Centre {
        engine,
        now,
        workspace,
    };
    let busy = |name: &str| NewActivity {
        friendly_name: name.to_owned(),
        available: false,
    };
    for name in ["Reserved", "Busy"] {
        centre
            .engine
            .create_activity(centre.now, workspace, &busy(name))
            .unwrap();
    }
    let queue = centre.queue_with(&NewQueue {
        friendly_name: "Support".to_owned(),
        reservation_activity: Some(centre.activity("Reserved")),
        assignment_activity: Some(centre.activity("Busy")),
        ..NewQueue::default()
    });
    centre.default_workflow(queue);
    let dave = centre.worker("dave", "{}");
    let task = centre.task("{}");
    assert_eq!(centre.activity_of(dave), "Reserved");
    let offer = centre.last_offer(task);
    centre
        .answer(offer, ReservationAnswer::Reject { activity: None })
        .unwrap();
    // Back to Available, and so offered again at once.
    assert_eq!(centre.activity_of(dave), "Reserved");
    let offer = centre.last_offer(task);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    assert_eq!(centre.activity_of(dave), "Busy");
    centre.set_status(task, TaskStatus::Completed).unwrap();
    assert_eq!(
        centre.activity_of(dave),
        "Busy",
        "the application moves the worker back"
    );
}

#[test]
fn what_is_in_use_cannot_be_deleted() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==0");
    let workflow = centre.default_workflow(queue);
    let task = centre.task("{}");
    let (now, workspace) = (centre.now, centre.workspace);
    let (offline, available) = (centre.activity("Offline"), centre.activity("Available"));
    let voice = centre.workspace().find_channel("voice").unwrap();
    let in_use = |refused: Result<(), Error>| matches!(refused, Err(Error::InUse { .. }));
    assert!(in_use(centre.engine.delete_queue(now, workspace, queue)));
    assert!(in_use(
        centre.engine.delete_workflow(now, workspace, workflow)
    ));
    assert!(in_use(
        centre.engine.delete_activity(now, workspace, offline)
    ));
    assert!(in_use(
        centre.engine.delete_task_channel(now, workspace, voice)
    ));
    let dave = centre.worker("dave", "{}");
    assert!(in_use(
        centre.engine.delete_activity(now, workspace, available)
    ));
    centre.engine.delete_worker(now, workspace, dave).unwrap();
    centre
        .engine
        .delete_activity(now, workspace, available)
        .unwrap();
    centre.engine.delete_task(now, workspace, task).unwrap();
    centre
        .engine
        .delete_workflow(now, workspace, workflow)
        .unwrap();
    centre.engine.delete_queue(now, workspace, queue).unwrap();
}

#[test]
fn a_deleted_worker_s_offer_goes_to_somebody_else() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let dave = centre.worker("dave", "{}");
    centre.pass(1);
    centre.worker("edith", "{}");
    let task = centre.task("{}");
    assert_eq!(centre.offered_to(task), ["dave"]);
    centre
        .engine
        .delete_worker(centre.now, centre.workspace, dave)
        .unwrap();
    assert_eq!(centre.offered_to(task), ["edith"]);
    assert_eq!(centre.offers(task)[0].2, ReservationStatus::Rescinded);
}

#[test]
fn worker_names_are_unique_whatever_the_case() {
    let mut centre = Centre::new();
    centre.worker("Dave", "{}");
    let again = NewWorker {
        friendly_name: "dave".to_owned(),
        ..NewWorker::default()
    };
    let refused = centre
        .engine
        .create_worker(centre.now, centre.workspace, &again)
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Worker with the same friendly name already exists"
    );
}

#[test]
fn an_unheard_of_workflow_or_none_among_several_is_refused() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    let (now, workspace) = (centre.now, centre.workspace);
    let none = centre
        .engine
        .create_task(now, workspace, &NewTask::default());
    assert_eq!(none, Err(Error::WorkflowRequired));
    centre.default_workflow(queue);
    centre.default_workflow(queue);
    let several = centre
        .engine
        .create_task(now, workspace, &NewTask::default());
    assert_eq!(several, Err(Error::WorkflowRequired));
}

#[test]
fn attributes_that_match_nothing_are_refused_without_a_default_filter() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"a==1","targets":[{{"queue":"{queue}"}}]}}]}}}}"#
    ));
    let refused = centre
        .engine
        .create_task(centre.now, centre.workspace, &NewTask::default());
    assert!(matches!(refused, Err(Error::NoTarget { .. })));
    assert!(centre.workspace().tasks.is_empty());
}

#[test]
fn deadlines_are_told_and_things_happen_at_their_own_moment() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    centre.worker("dave", "{}");
    let task = centre.task("{}");
    let created = centre.now;
    assert_eq!(
        centre.engine.next_deadline(),
        Some(created.plus_seconds(10))
    );
    centre.engine.take_effects();
    // Looked at far too late, the time-out still carries its own moment.
    centre.pass(50);
    let timeout = centre
        .engine
        .take_effects()
        .into_iter()
        .find_map(|effect| match effect {
            Effect::Event(event) if event.kind == EventType::ReservationTimeout => Some(event.at),
            _ => None,
        });
    assert_eq!(timeout, Some(created.plus_seconds(10)));
    assert_eq!(centre.status(task), TaskStatus::Pending);
}
