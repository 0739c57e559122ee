//! What Twilio's documentation leaves open, one test per decision of `docs/emulator-fidelity.md`.

use super::*;
use crate::model::ReservationStatus as R;
use crate::model::TaskStatus as T;

/// A queue for everybody, a default workflow and a worker.
fn staffed() -> (Centre, TaskQueueSid, WorkerSid) {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.default_workflow(queue);
    let dave = centre.worker("dave", "{}");
    (centre, queue, dave)
}

/// A task in a status, of a staffed centre, and its reservation.
fn task_in(status: T) -> (Centre, TaskSid, Option<ReservationSid>) {
    let (mut centre, _, dave) = staffed();
    if status == T::Pending {
        centre.set_activity(dave, "Offline");
    }
    let task = centre.task("{}");
    let offer = (status != T::Pending).then(|| centre.last_offer(task));
    if let (Some(offer), T::Assigned | T::Wrapping | T::Completed) = (offer, status) {
        centre.answer(offer, ReservationAnswer::Accept).unwrap();
    }
    if matches!(status, T::Wrapping | T::Completed | T::Canceled) {
        centre.set_status(task, status).unwrap();
    }
    assert_eq!(centre.status(task), status);
    (centre, task, offer)
}

#[test]
fn every_change_of_a_tasks_status_is_allowed_or_refused_as_decided() {
    let statuses = [
        T::Pending,
        T::Reserved,
        T::Assigned,
        T::Wrapping,
        T::Completed,
        T::Canceled,
    ];
    for from in statuses {
        for to in statuses {
            let (mut centre, task, offer) = task_in(from);
            let answer = centre.set_status(task, to);
            let allowed = matches!(
                (from, to),
                (T::Pending | T::Reserved, T::Canceled)
                    | (T::Assigned, T::Wrapping | T::Completed)
                    | (T::Wrapping, T::Completed)
            );
            assert_eq!(answer.is_ok(), allowed, "{from} to {to}: {answer:?}");
            assert_eq!(centre.status(task), if allowed { to } else { from });
            if let (true, Some(offer)) = (allowed, offer) {
                let status = centre.workspace().reservations.get(offer).unwrap().status;
                let expected = match to {
                    T::Canceled => R::Canceled,
                    T::Wrapping => R::Wrapping,
                    _ => R::Completed,
                };
                assert_eq!(status, expected, "{from} to {to}");
            }
        }
    }
}

#[test]
fn a_task_is_completed_without_a_reason_too() {
    let (mut centre, task, _) = task_in(T::Assigned);
    centre.set_status(task, T::Completed).unwrap();
    assert_eq!(centre.reason(task), "");
}

#[test]
fn every_answer_to_a_reservation_is_allowed_or_refused_as_decided() {
    type Prepare = fn(&mut Centre, ReservationSid, TaskSid);
    let starts: [(R, Prepare); 8] = [
        (R::Pending, |_, _, _| ()),
        (R::Accepted, |centre, offer, _| {
            centre.answer(offer, ReservationAnswer::Accept).unwrap();
        }),
        (R::Wrapping, |centre, offer, _| {
            centre.answer(offer, ReservationAnswer::Accept).unwrap();
            centre.answer(offer, ReservationAnswer::Wrap).unwrap();
        }),
        (R::Completed, |centre, offer, _| {
            centre.answer(offer, ReservationAnswer::Accept).unwrap();
            centre.answer(offer, ReservationAnswer::Complete).unwrap();
        }),
        (R::Rejected, |centre, offer, _| {
            let activity = Some(centre.activity("Offline"));
            centre
                .answer(offer, ReservationAnswer::Reject { activity })
                .unwrap();
        }),
        (R::Timeout, |centre, _, _| centre.pass(10)),
        (R::Canceled, |centre, _, task| {
            centre.set_status(task, T::Canceled).unwrap();
        }),
        (R::Rescinded, |centre, _, task| {
            let other = centre.offers(task)[1].0;
            centre.answer(other, ReservationAnswer::Accept).unwrap();
        }),
    ];
    let answers = [
        ReservationAnswer::Accept,
        ReservationAnswer::Reject { activity: None },
        ReservationAnswer::Wrap,
        ReservationAnswer::Complete,
    ];
    for (from, prepare) in starts {
        for answer in &answers {
            let mut centre = Centre::new();
            let queue = centre.queue_with(&NewQueue {
                friendly_name: "Support".to_owned(),
                max_reserved_workers: Some(2),
                ..NewQueue::default()
            });
            centre.default_workflow(queue);
            centre.worker("a", "{}");
            if from == R::Rescinded {
                centre.worker("b", "{}");
            }
            let task = centre.task("{}");
            let offer = centre.offers(task)[0].0;
            prepare(&mut centre, offer, task);
            assert_eq!(centre.offers(task)[0].2, from);
            let done = centre.answer(offer, *answer);
            let allowed = matches!(
                (from, answer),
                (
                    R::Pending,
                    ReservationAnswer::Accept | ReservationAnswer::Reject { .. }
                ) | (
                    R::Accepted,
                    ReservationAnswer::Wrap | ReservationAnswer::Complete
                ) | (R::Wrapping, ReservationAnswer::Complete)
            );
            assert_eq!(done.is_ok(), allowed, "{from}, {answer:?}: {done:?}");
            if !allowed {
                let gone = from == R::Rescinded && *answer == ReservationAnswer::Accept;
                let rescinded = matches!(done, Err(Error::Rescinded { .. }));
                assert_eq!(rescinded, gone, "{from}, {answer:?}");
                assert_eq!(centre.offers(task)[0].2, from);
            }
        }
    }
}

#[test]
fn what_becomes_of_the_reservation_of_a_deleted_task() {
    for (status, expected) in [
        (T::Reserved, "reservation.canceled"),
        (T::Assigned, "reservation.completed"),
        (T::Wrapping, "reservation.completed"),
    ] {
        let (mut centre, task, _) = task_in(status);
        centre.events();
        centre
            .engine
            .delete_task(centre.now, centre.workspace, task)
            .unwrap();
        assert_eq!(centre.events(), ["task.deleted", expected], "{status}");
        assert!(centre.workspace().reservations.is_empty());
    }
}

#[test]
fn a_wrapping_task_is_removed_a_day_after_it_was_assigned() {
    let (mut centre, _, _) = staffed();
    let task = centre.task("{}");
    let offer = centre.last_offer(task);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    centre.pass(80_000);
    centre.answer(offer, ReservationAnswer::Wrap).unwrap();
    centre.pass(6_399);
    assert_eq!(centre.status(task), T::Wrapping);
    centre.events();
    centre.pass(1);
    assert!(centre.workspace().tasks.get(task).is_none());
    assert_eq!(
        centre.events(),
        ["task.system-deleted", "reservation.completed"]
    );
}

#[test]
fn the_virtual_start_moves_a_task_forward_but_does_not_shorten_its_life() {
    let (mut centre, _, dave) = staffed();
    centre.set_activity(dave, "Offline");
    let first = centre.task("{}");
    centre.pass(5);
    let earlier = centre.task_with(&NewTask {
        virtual_start: Some(Moment::from_millisecond(0)),
        timeout: Some(60),
        ..NewTask::default()
    });
    centre.pass(59);
    assert_eq!(centre.status(earlier), T::Pending);
    centre.set_activity(dave, "Available");
    assert_eq!(centre.status(earlier), T::Reserved);
    assert_eq!(centre.status(first), T::Pending);
    centre.pass(1);
    assert_eq!(centre.status(earlier), T::Canceled);
    assert_eq!(centre.offers(earlier)[0].2, R::Canceled);
}

#[test]
fn several_fifo_queues_are_one_line_for_a_worker_who_serves_them() {
    let mut centre = Centre::new();
    let queues = ["one", "two"].map(|name| centre.queue(name, "1==1"));
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"line == 1","targets":[{{"queue":"{}"}}]}}],
            "default_filter":{{"queue":"{}"}}}}}}"#,
        queues[0], queues[1]
    ));
    let mut expected = Vec::new();
    for (line, priority) in [(1, 0), (2, 0), (1, 5), (2, 9), (1, 0), (2, 5)] {
        let task = centre.task_with(&NewTask {
            attributes: Some(format!(r#"{{"line":{line}}}"#)),
            priority: Some(priority),
            ..NewTask::default()
        });
        expected.push((-priority, expected.len(), task));
        centre.pass(1);
    }
    expected.sort_unstable();
    centre.worker("dave", "{}");
    for (_, _, task) in expected {
        assert_eq!(centre.offered_to(task), ["dave"]);
        let offer = centre.last_offer(task);
        centre.answer(offer, ReservationAnswer::Accept).unwrap();
        centre.set_status(task, T::Completed).unwrap();
    }
}

#[test]
fn every_worker_who_does_not_answer_is_moved() {
    let mut centre = Centre::new();
    let queue = centre.queue_with(&NewQueue {
        friendly_name: "Support".to_owned(),
        max_reserved_workers: Some(2),
        ..NewQueue::default()
    });
    centre.default_workflow(queue);
    let workers = ["a", "b"].map(|name| centre.worker(name, "{}"));
    let task = centre.task("{}");
    centre.pass(10);
    assert_eq!(
        centre
            .offers(task)
            .iter()
            .map(|offer| offer.2)
            .collect::<Vec<_>>(),
        [R::Timeout, R::Timeout]
    );
    assert_eq!(
        workers.map(|worker| centre.activity_of(worker)),
        ["Offline"; 2]
    );
    assert_eq!(centre.workspace().tasks.get(task).unwrap().assignments, 1);
}

#[test]
fn the_moment_of_an_activity_changes_with_the_activity_only() {
    let (mut centre, _, dave) = staffed();
    let changed = |centre: &Centre| {
        let worker = centre.workspace().workers.get(dave).unwrap();
        (worker.status_changed, worker.version)
    };
    let (start, version) = changed(&centre);
    centre.pass(5);
    centre.set_activity(dave, "Available");
    let update = WorkerUpdate {
        attributes: Some(r#"{"a":1}"#.to_owned()),
        ..WorkerUpdate::default()
    };
    centre
        .engine
        .update_worker(centre.now, centre.workspace, dave, &update)
        .unwrap();
    assert_eq!(changed(&centre), (start, version + 2));
    centre.set_activity(dave, "Unavailable");
    assert_eq!(changed(&centre), (centre.now, version + 3));
}

#[test]
fn a_channel_is_never_less_than_empty() {
    let (mut centre, _, dave) = staffed();
    let figures = |centre: &Centre| {
        let worker = centre.workspace().workers.get(dave).unwrap();
        let own = worker
            .channels
            .values()
            .find(|own| &*own.unique_name == "default")
            .unwrap();
        (own.open, own.available_capacity_percentage())
    };
    let capacity = |centre: &mut Centre, capacity| {
        let channel = centre.workspace().find_channel("default").unwrap();
        let update = WorkerChannelUpdate {
            capacity: Some(capacity),
            available: None,
        };
        centre
            .engine
            .update_worker_channel(centre.now, centre.workspace, dave, channel, update)
            .unwrap();
    };
    let forced = NewTask {
        routing_target: Some(RoutingTarget::Worker(dave)),
        ..NewTask::default()
    };
    capacity(&mut centre, 3);
    for expected in [(1, 66), (2, 33), (3, 0), (4, 0)] {
        centre.task_with(&forced);
        assert_eq!(figures(&centre), expected);
    }
    capacity(&mut centre, 0);
    assert_eq!(figures(&centre), (4, 0));
    let task = centre.task("{}");
    assert_eq!(centre.status(task), T::Pending);
    // There is no upper bound.
    capacity(&mut centre, u32::MAX);
    assert_eq!(figures(&centre), (5, 99));
}

#[test]
fn skip_if_is_asked_again_when_an_offer_has_failed() {
    let mut centre = Centre::new();
    let first = centre.queue("first", "team == 'first'");
    let second = centre.queue("second", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{first}","skip_if":"workers.available == 0"}},
            {{"queue":"{second}"}}]}}]}}}}"#
    ));
    centre.worker("dave", r#"{"team":"first"}"#);
    let task = centre.task("{}");
    assert_eq!(centre.queue_of(task), "first");
    let offline = Some(centre.activity("Offline"));
    let offer = centre.last_offer(task);
    centre
        .answer(offer, ReservationAnswer::Reject { activity: offline })
        .unwrap();
    assert_eq!(centre.queue_of(task), "second");
}

#[test]
fn skip_if_is_asked_on_entry_and_not_while_a_task_waits() {
    let mut centre = Centre::new();
    let first = centre.queue("first", "team == 'first'");
    let second = centre.queue("second", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{first}","skip_if":"workers.available == 0"}},
            {{"queue":"{second}"}}]}}]}}}}"#
    ));
    let dave = centre.worker("dave", r#"{"team":"first"}"#);
    let tasks = [centre.task("{}"), centre.task("{}")];
    centre.set_activity(dave, "Unavailable");
    assert_eq!(centre.queue_of(tasks[1]), "first");
    let late = centre.task("{}");
    assert_eq!(centre.queue_of(late), "second");
}

#[test]
fn after_a_timeout_the_default_filter_is_not_used() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","timeout":5}}]}}],"default_filter":{{"queue":"{queue}"}}}}}}"#
    ));
    let task = centre.task("{}");
    centre.pass(5);
    assert_eq!(centre.status(task), T::Canceled);
    assert_eq!(centre.reason(task), "Task canceled on Workflow timeout");
}

#[test]
fn a_task_past_its_workflow_needs_one_all_the_same() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    let dave = centre.worker("dave", "{}");
    let to = |target| NewTask {
        routing_target: Some(target),
        ..NewTask::default()
    };
    for target in [RoutingTarget::Worker(dave), RoutingTarget::Queue(queue)] {
        let refused = centre
            .engine
            .create_task(centre.now, centre.workspace, &to(target));
        assert_eq!(refused, Err(Error::WorkflowRequired));
    }
    let workflow = centre.default_workflow(queue);
    let task = centre.task_with(&to(RoutingTarget::Queue(queue)));
    let made = centre.workspace().tasks.get(task).unwrap();
    assert_eq!((made.workflow, made.queue), (workflow, Some(queue)));
    assert_eq!(made.ignore_capacity, None);
    // The workflow's time for reservations counts.
    centre.pass(10);
    assert_eq!(centre.offers(task)[0].2, R::Timeout);
    centre.default_workflow(queue);
    let task = centre.task_with(&to(RoutingTarget::Workflow(workflow)));
    let made = centre.workspace().tasks.get(task).unwrap();
    assert_eq!(made.workflow, workflow);
}

#[test]
fn what_has_a_name_that_is_taken_is_refused() {
    let (mut centre, queue, _) = staffed();
    let (now, workspace) = (centre.now, centre.workspace);
    let text = "Support".to_owned();
    let configuration = format!(r#"{{"task_routing":{{"default_filter":{{"queue":"{queue}"}}}}}}"#);
    let engine = &mut centre.engine;
    let activity = NewActivity {
        friendly_name: "Offline".to_owned(),
        available: true,
    };
    let channel = NewTaskChannel {
        friendly_name: "Another".to_owned(),
        unique_name: "voice".to_owned(),
        ..NewTaskChannel::default()
    };
    let new_queue = NewQueue {
        friendly_name: text,
        ..NewQueue::default()
    };
    let workflow = NewWorkflow {
        friendly_name: "flow 0".to_owned(),
        configuration,
        ..NewWorkflow::default()
    };
    for refused in [
        engine.create_activity(now, workspace, &activity).err(),
        engine.create_task_channel(now, workspace, &channel).err(),
        engine.create_queue(now, workspace, &new_queue).err(),
        engine.create_workflow(now, workspace, &workflow).err(),
    ] {
        assert!(
            matches!(refused, Some(Error::Duplicate { .. })),
            "{refused:?}"
        );
    }
    let twin = NewWorkspace {
        friendly_name: "writers".to_owned(),
        ..NewWorkspace::default()
    };
    engine.create_workspace(now, &twin).unwrap();
    // Only workers are compared in any case.
    let other = NewQueue {
        friendly_name: "SUPPORT".to_owned(),
        ..NewQueue::default()
    };
    engine.create_queue(now, workspace, &other).unwrap();
}

#[test]
fn a_workflow_is_checked_when_it_is_written() {
    let (mut centre, queue, _) = staffed();
    for configuration in [
        "{",
        "{}",
        r#"{"task_routing":{"default_filter":{"queue":"WQ00000000000000000000000000000009"}}}"#,
        r#"{"task_routing":{"filters":[{"expression":"a ==","targets":[{"queue":"QUEUE"}]}]}}"#,
        r#"{"task_routing":{"filters":[{"expression":"1==1","targets":[]}]}}"#,
        r#"{"task_routing":{"filters":[{"expression":"1==1","targets":[{"timeout":5}]}]}}"#,
    ] {
        let new = NewWorkflow {
            friendly_name: "broken".to_owned(),
            configuration: configuration.replace("QUEUE", &queue.to_string()),
            ..NewWorkflow::default()
        };
        let refused = centre
            .engine
            .create_workflow(centre.now, centre.workspace, &new);
        assert!(
            matches!(refused, Err(Error::Configuration(_))),
            "{configuration}: {refused:?}"
        );
    }
}

#[test]
fn the_fifo_template_routes_everything_to_its_queue() {
    let mut centre = Centre::new();
    centre.workspace = centre
        .engine
        .create_workspace(
            centre.now,
            &NewWorkspace {
                friendly_name: "fifo".to_owned(),
                fifo_template: true,
                ..NewWorkspace::default()
            },
        )
        .unwrap();
    let workflow = centre.workspace().workflows.iter().next().unwrap();
    assert_eq!(&*workflow.friendly_name, "Default Fifo Workflow");
    assert_eq!(workflow.task_reservation_timeout, 120);
    let task = centre.task("{}");
    assert_eq!(centre.queue_of(task), "Sample Queue");
    centre.worker("dave", "{}");
    assert_eq!(centre.offered_to(task), ["dave"]);
}
