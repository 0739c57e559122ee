//! What becomes of an offer.

use super::*;

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
