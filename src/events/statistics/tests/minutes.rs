//! What happened minute by minute.

use super::*;

/// Minutes of the clock.
fn last(minutes: i64, now: i64) -> Between {
    let window = Between {
        from: now - minutes * 60_000,
        to: now,
    };
    window.by_the_clock()
}

fn minutes(facts: Facts, now: i64, minutes: i64) -> Vec<MinuteFigures> {
    ledger(facts).by_minute(&Question {
        now,
        window: last(minutes, now),
        ..question()
    })
}

#[test]
fn minutes_are_those_of_the_clock_and_the_last_is_under_way() {
    let told = minutes(named(), NOON + 30_500, 3);
    let starts: Vec<i64> = told.iter().map(|minute| minute.start.0).collect();
    assert_eq!(starts, [NOON - 120_000, NOON - 60_000, NOON]);
    assert_eq!(minutes(named(), NOON, 1).len(), 1);
}

#[test]
fn everything_counts_in_the_minute_it_happened_in() {
    let mut facts = named();
    // Waiting since before the window.
    let mut old = task(1, TaskStatus::Pending);
    old.created = ago(7000);
    let mut taken = task(2, TaskStatus::Completed);
    (taken.created, taken.accepted, taken.completed) = (ago(170), ago(60), ago(1));
    let mut given_up = task(3, TaskStatus::Canceled);
    (given_up.created, given_up.canceled) = (ago(120), ago(61));
    let mut canceled = task(4, TaskStatus::Canceled);
    (canceled.created, canceled.accepted, canceled.canceled) = (ago(9000), ago(8000), ago(0));
    let mut deleted = task(5, TaskStatus::Pending);
    (deleted.created, deleted.deleted) = (ago(100), ago(90));
    // Nobody told when it was accepted.
    let mut untold = task(6, TaskStatus::Assigned);
    untold.created = ago(9000);
    // Of an event whose others did not come.
    let mut unknown = task(7, TaskStatus::Unknown);
    unknown.created = ago(100);
    // By the clock of somebody who is ahead.
    let mut to_come = task(8, TaskStatus::Pending);
    to_come.created = Some(NOON + 1);
    facts.tasks = vec![
        old, taken, given_up, canceled, deleted, untold, unknown, to_come,
    ];
    let told: Vec<[u64; 6]> = minutes(facts, NOON, 4)
        .iter()
        .map(|minute| {
            [
                minute.tasks_created,
                minute.tasks_accepted,
                minute.tasks_completed,
                minute.tasks_canceled,
                minute.tasks_abandoned,
                minute.tasks_waiting,
            ]
        })
        .collect();
    assert_eq!(
        told,
        [
            [1, 0, 0, 0, 0, 2],
            [3, 0, 0, 1, 1, 2],
            [0, 1, 1, 0, 0, 1],
            [0, 0, 0, 1, 0, 1],
        ]
    );
}

#[test]
fn the_minutes_of_a_window_are_the_window() {
    let mut facts = floor();
    for (number, line) in (0..).zip(&mut facts.tasks) {
        line.created = ago(60 + number * 7);
    }
    for queue in [None, Some("Sales".to_owned()), Some("Support".to_owned())] {
        let mut question = question();
        question.window = last(60, NOON);
        question.filters.queue = queue;
        let ledger = ledger(facts.clone());
        let whole = ledger.answer(&question, &Thresholds::default()).in_window;
        let parts = ledger.by_minute(&question);
        let sum = |of: fn(&MinuteFigures) -> u64| parts.iter().map(of).sum::<u64>();
        assert!(whole.tasks_created > 0, "{:?}", question.filters);
        assert_eq!(sum(|minute| minute.tasks_created), whole.tasks_created);
        assert_eq!(sum(|minute| minute.tasks_accepted), whole.tasks_accepted);
        assert_eq!(sum(|minute| minute.tasks_canceled), whole.tasks_canceled);
        assert_eq!(sum(|minute| minute.tasks_abandoned), whole.tasks_abandoned);
    }
}

#[test]
fn what_may_not_be_seen_is_in_no_minute() {
    let mut question = question();
    question.limits.teams.insert("North".to_owned());
    let told = ledger(floor()).by_minute(&question);
    assert_eq!(
        told.iter().map(|minute| minute.tasks_created).sum::<u64>(),
        1
    );
}
