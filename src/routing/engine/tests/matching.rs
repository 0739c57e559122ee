//! Which worker gets which task, and which task goes first.

use super::*;

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
