//! The life of a task, and what happens to it when its time has come.

use super::*;

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
