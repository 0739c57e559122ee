//! What is kept, and what is forgotten.

use super::*;

#[test]
fn taking_rows_in_again_changes_nothing() {
    let mut ledger = ledger(floor());
    let once = ledger.answer(&question(), &Thresholds::default());
    let size = ledger.size();
    let mut again = floor();
    again.tasks.reverse();
    again.reservations.reverse();
    again.workers.reverse();
    ledger.take_in(again);
    assert_eq!(ledger.answer(&question(), &Thresholds::default()), once);
    assert_eq!(ledger.size(), size);
}

#[test]
fn a_changed_row_takes_the_place_of_the_one_before() {
    let mut ledger = ledger(floor());
    let mut facts = Facts {
        position: 9,
        ..named()
    };
    facts.activities = floor().activities;
    let mut line = task(1, TaskStatus::Completed);
    line.team = Some("North".to_owned());
    (line.created, line.accepted, line.completed) = (ago(60), ago(30), ago(5));
    facts.tasks.push(line);
    let mut gone = worker(6, 1, "South");
    gone.deleted = ago(3);
    facts.workers.push(gone);
    ledger.take_in(facts);
    let answer = ledger.answer(&question(), &Thresholds::default());
    assert_eq!(answer.position, 9);
    assert_eq!(answer.in_window.tasks_created, 3);
    assert_eq!(answer.in_window.tasks_completed, 1);
    assert_eq!(answer.workers.total_workers, 5);
    // The reservation of the finished task keeps nobody busy.
    assert_eq!(answer.workers.busy, 1);
}

#[test]
fn what_ended_long_ago_is_forgotten() {
    let mut facts = floor();
    for number in 10..20 {
        let mut line = task(number, TaskStatus::Completed);
        (line.created, line.accepted, line.completed) = (ago(90_000), ago(90_000), ago(80_000));
        facts.tasks.push(line);
        let mut line = reservation(number, number, ReservationStatus::Completed);
        (line.created, line.accepted, line.completed) = (ago(90_000), ago(90_000), ago(80_000));
        // The last one was only just finished.
        if number == 19 {
            line.completed = ago(10);
        }
        facts.reservations.push(line);
    }
    let mut ledger = ledger(facts);
    let before = ledger.answer(&question(), &Thresholds::default());
    ledger.forget_before(MIDNIGHT);
    assert_eq!(ledger.answer(&question(), &Thresholds::default()), before);
    assert_eq!((ledger.tasks.len(), ledger.reservations.len()), (4, 7));
    // Places are right after it.
    ledger.take_in(floor());
    assert_eq!(ledger.answer(&question(), &Thresholds::default()), before);
}

#[test]
fn tasks_that_only_reservations_speak_of_are_asked_for() {
    let mut ledger = Ledger::new(None);
    let mut facts = named();
    facts
        .reservations
        .push(reservation(1, 5, ReservationStatus::Completed));
    facts
        .reservations
        .push(reservation(2, 5, ReservationStatus::Rejected));
    assert_eq!(ledger.missing_tasks(&facts), [TaskSid::from_bits(5)]);
    facts.tasks.push(task(5, TaskStatus::Completed));
    assert_eq!(ledger.missing_tasks(&facts), []);
    ledger.take_in(facts.clone());
    facts.tasks.clear();
    assert_eq!(ledger.missing_tasks(&facts), []);
}

#[test]
fn a_channel_may_be_named_after_its_tasks() {
    let sid = crate::model::sid::TaskChannelSid::from_bits(1);
    let mut facts = named();
    let mut line = task(1, TaskStatus::Pending);
    (line.created, line.channel, line.channel_sid) = (ago(9), None, Some(sid));
    facts.tasks.push(line);
    let mut ledger = ledger(facts);
    let mut of_voice = question();
    of_voice.filters.channel = Some("voice".to_owned());
    let created = |ledger: &Ledger| {
        let answer = ledger.answer(&of_voice, &Thresholds::default());
        answer.in_window.tasks_created
    };
    assert_eq!(created(&ledger), 0);
    let mut names = named();
    names.channels.push(NamedFacts {
        sid,
        name: Some("voice".to_owned()),
        is_deleted: false,
    });
    ledger.take_in(names);
    assert_eq!(created(&ledger), 1);
    let row = &ledger.tasks_now(&of_voice, &[], 10).1[0];
    assert_eq!(row.channel.as_deref(), Some("voice"));
}
