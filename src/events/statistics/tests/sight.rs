//! What is seen of it.

use super::*;

fn workers(ledger: &Ledger, question: &Question) -> WorkersNow {
    ledger.answer(question, &Thresholds::default()).workers
}

#[test]
fn reserved_and_busy_are_told_by_reservations() {
    let now = workers(&ledger(floor()), &question());
    assert_eq!((now.total_workers, now.available, now.idle), (6, 4, 2));
    assert_eq!((now.reserved, now.busy, now.wrapping), (2, 2, 1));
    let activities: Vec<_> = now
        .workers_by_activity
        .iter()
        .map(|activity| {
            let name = activity.activity_name.as_deref();
            (
                name,
                activity.available,
                activity.workers,
                activity.reserved,
                activity.busy,
            )
        })
        .collect();
    assert_eq!(
        activities,
        [
            (None, None, 1, 0, 0),
            (Some("Available"), Some(true), 4, 2, 1),
            (Some("Offline"), Some(false), 0, 0, 0),
            (Some("On Break"), Some(false), 1, 0, 1),
        ]
    );
}

#[test]
fn filters_narrow_tasks_and_a_team_workers_too() {
    let ledger = ledger(floor());
    let with = |change: fn(&mut Filters)| {
        let mut question = question();
        change(&mut question.filters);
        let answer = ledger.answer(&question, &Thresholds::default());
        (
            answer.in_window.tasks_created,
            answer.in_window.reservations_created,
            answer.workers.total_workers,
        )
    };
    assert_eq!(with(|_| {}), (3, 6, 6));
    assert_eq!(
        with(|filters| filters.queue = Some("Sales".to_owned())),
        (1, 2, 6)
    );
    let sid = TaskQueueSid::from_bits(SALES);
    let mut by_sid = question();
    by_sid.filters.queue = Some(sid.to_string());
    let answer = ledger.answer(&by_sid, &Thresholds::default());
    assert_eq!(answer.in_window.tasks_created, 1);
    assert_eq!(
        with(|filters| filters.workflow = Some("Route".to_owned())),
        (3, 6, 6)
    );
    assert_eq!(
        with(|filters| filters.workflow = Some("Other".to_owned())),
        (0, 0, 6)
    );
    assert_eq!(
        with(|filters| filters.channel = Some("chat".to_owned())),
        (0, 0, 6)
    );
    assert_eq!(
        with(|filters| filters.channel = Some("voice".to_owned())),
        (3, 6, 6)
    );
    assert_eq!(
        with(|filters| filters.team = Some("North".to_owned())),
        (1, 3, 2)
    );
    assert_eq!(
        with(|filters| filters.team = Some("north".to_owned())),
        (0, 0, 0)
    );
    assert!(ledger.knows_queue("Support") && ledger.knows_queue(&sid.to_string()));
    assert!(!ledger.knows_queue("support") && !ledger.knows_workflow("Support"));
}

#[test]
fn limits_hide_what_is_neither_of_a_team_nor_of_a_queue() {
    let ledger = ledger(floor());
    let with = |teams: &[&str], queues: &[&str], filter: Option<&str>| {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mut question = question();
        question.limits = Limits {
            teams: names(teams),
            queues: names(queues),
        };
        question.filters.queue = filter.map(ToOwned::to_owned);
        let answer = ledger.answer(&question, &Thresholds::default());
        let queues: Vec<String> = answer
            .by_queue
            .iter()
            .filter_map(|queue| queue.task_queue_name.clone())
            .collect();
        (
            answer.in_window.tasks_created,
            answer.in_window.reservations_created,
            answer.workers.total_workers,
            queues.join(","),
        )
    };
    let figures = |tasks, reservations, workers, queues: &str| {
        (tasks, reservations, workers, queues.to_owned())
    };
    assert_eq!(with(&["North"], &[], None), figures(1, 3, 2, "Support"));
    assert_eq!(with(&[], &["Sales"], None), figures(1, 2, 2, "Sales"));
    // One of them is enough.
    assert_eq!(
        with(&["North"], &["Sales"], None),
        figures(2, 5, 4, "Sales,Support")
    );
    // A filter takes away, it never adds.
    assert_eq!(with(&["North"], &[], Some("Sales")), figures(0, 0, 2, ""));
    assert_eq!(with(&["East"], &["Service"], None), figures(0, 0, 0, ""));
}

#[test]
fn a_workers_tasks_are_told_to_who_sees_those_tasks() {
    let ledger = ledger(floor());
    let rows = |teams: &[&str]| {
        let mut question = question();
        question.limits.teams = teams.iter().map(|team| (*team).to_owned()).collect();
        ledger.workers_one_by_one(&question)
    };
    let sid = |number| TaskSid::from_bits(number).to_string();
    let told = |rows: &[WorkerRow], name: &str| {
        let row = rows
            .iter()
            .find(|row| row.worker_name.as_deref() == Some(name));
        row.map(|row| {
            let tasks = (row.reserved_task_sids.clone(), row.task_sids.clone());
            ((row.reserved, row.busy, row.wrapping), tasks)
        })
    };
    let all = rows(&[]);
    assert_eq!(
        told(&all, "worker 1"),
        Some(((true, true, false), (vec![sid(1)], vec![sid(1)])))
    );
    assert_eq!(
        told(&all, "worker 4"),
        Some(((false, true, true), (vec![], vec![sid(2)])))
    );
    // The task of North goes to somebody of South, one of South to somebody of North.
    let mut facts = floor();
    facts.reservations[0].worker_sid = Some(WorkerSid::from_bits(3));
    facts.reservations[3].worker_sid = Some(WorkerSid::from_bits(2));
    let ledger = self::ledger(facts);
    let mut question = question();
    question.limits.teams = ["North".to_owned()].into();
    let north = ledger.workers_one_by_one(&question);
    assert_eq!(
        told(&north, "worker 2"),
        Some(((false, true, true), (vec![], vec![])))
    );
    assert_eq!(
        told(&north, "worker 3"),
        Some(((true, true, false), (vec![], vec![sid(1)])))
    );
    let tasks: Vec<String> = ledger
        .tasks_now(&question, &[], 10)
        .1
        .iter()
        .map(|row| row.task_sid.to_string())
        .collect();
    assert_eq!(tasks, [sid(1)]);
    let mut known: Vec<&String> = north
        .iter()
        .flat_map(|row| row.task_sids.iter().chain(&row.reserved_task_sids))
        .collect();
    known.dedup();
    assert!(known.iter().all(|known| tasks.contains(known)), "{north:?}");
}
