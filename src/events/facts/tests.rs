//! What the facts must be, whatever became of the events on their way.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::merge::{Merge as _, from_bytes, to_bytes};
use super::states::States;
use super::task::Offers;
use super::{ReservationFacts, TaskFacts, WorkerFacts};
use crate::events::samples::{Played, steps};
use crate::events::{Observed, RecordedEvent};
use crate::model::sid::{ReservationSid, Sid as _, TaskSid, WorkerSid};
use crate::model::{EventType, ReservationStatus, TaskStatus};

fn states(events: &[RecordedEvent]) -> States {
    let mut states = States::default();
    for event in events {
        states.tell(event);
    }
    states
}

/// The rows as a store would answer with them.
struct Rows {
    tasks: BTreeMap<TaskSid, TaskFacts>,
    reservations: BTreeMap<ReservationSid, ReservationFacts>,
    workers: BTreeMap<WorkerSid, WorkerFacts>,
}

impl Rows {
    fn of(states: &States) -> Self {
        let reservations: BTreeMap<ReservationSid, ReservationFacts> = states
            .reservations
            .iter()
            .map(|(sid, state)| {
                let row = state.clone().into_row(*sid);
                (row.sid, row)
            })
            .collect();
        let tasks = states
            .tasks
            .iter()
            .map(|(sid, state)| {
                let mut offers = reservations
                    .values()
                    .filter(|offer| offer.task_sid == Some(TaskSid::from_bits(*sid)))
                    .peekable();
                let offers = if offers.peek().is_some() && !offers.any(ReservationFacts::is_open) {
                    Offers::AllEnded
                } else {
                    Offers::Open
                };
                let row = state.clone().into_row(*sid, true, offers);
                (row.sid, row)
            })
            .collect();
        let workers = states
            .workers
            .iter()
            .map(|(sid, state)| {
                let row = state.clone().into_row(*sid);
                (row.sid, row)
            })
            .collect();
        Self {
            tasks,
            reservations,
            workers,
        }
    }

    /// Everything that is there now is as the engine has it.
    fn check_state(&self, played: &Played) {
        let workspace = played.history.workspace();
        for task in workspace.tasks.iter() {
            let row = &self.tasks[&task.sid];
            assert_eq!(row.status, task.status, "status of {}", task.sid);
            assert_eq!(row.priority, Some(task.priority), "{}", task.sid);
            assert_eq!(row.queue_sid, task.queue, "{}", task.sid);
            assert_eq!(row.workflow_sid, Some(task.workflow));
            assert_eq!(row.channel_sid, Some(task.channel));
            assert_eq!(row.attributes.as_deref(), Some(&*task.attributes));
            assert_eq!(row.deleted, None);
            assert_eq!(
                row.queue_entered.map(|entered| entered / 1000),
                task.queue_entered.map(crate::routing::Moment::as_second)
            );
        }
        for task in self.tasks.values() {
            assert!(
                workspace.tasks.get(task.sid).is_some() || !task.is_open(),
                "{} is gone and counts as {}",
                task.sid,
                task.status
            );
        }
        for reservation in workspace.reservations.iter() {
            let row = &self.reservations[&reservation.sid];
            assert_eq!(row.status, reservation.status, "{}", reservation.sid);
            assert_eq!(row.task_sid, Some(reservation.task));
            assert_eq!(row.worker_sid, Some(reservation.worker));
            assert_eq!(row.queue_sid, Some(reservation.queue));
        }
        for reservation in self.reservations.values() {
            let is_there = workspace.reservations.get(reservation.sid).is_some();
            assert!(is_there || !reservation.is_open(), "{}", reservation.sid);
        }
        for worker in workspace.workers.iter() {
            let row = &self.workers[&worker.sid];
            assert_eq!(row.activity_sid, Some(worker.activity), "{}", worker.sid);
            assert_eq!(row.attributes.as_deref(), Some(&*worker.attributes));
            assert_eq!(row.name.as_deref(), Some(&*worker.friendly_name));
            assert_eq!(row.deleted, None);
        }
        for worker in self.workers.values() {
            let is_there = workspace.workers.get(worker.sid).is_some();
            assert_eq!(is_there, worker.deleted.is_none(), "{}", worker.sid);
        }
    }

    /// Every moment is that of the event that set it.
    fn check_moments(&self, played: &Played) {
        let workspace = played.history.workspace();
        for task in workspace.tasks.iter() {
            let row = &self.tasks[&task.sid];
            assert_eq!(row.created, Some(task.created.as_millisecond()));
        }
        for reservation in workspace.reservations.iter() {
            let row = &self.reservations[&reservation.sid];
            assert_eq!(row.created, Some(reservation.created.as_millisecond()));
            if reservation.status != ReservationStatus::Pending {
                let changed = match reservation.status {
                    ReservationStatus::Accepted => row.accepted,
                    ReservationStatus::Wrapping => row.wrapping,
                    _ => row.ended(),
                };
                assert_eq!(changed, Some(reservation.updated.as_millisecond()));
            }
        }
        for worker in workspace.workers.iter() {
            let row = &self.workers[&worker.sid];
            assert_eq!(
                row.activity_since,
                Some(worker.status_changed.as_millisecond())
            );
        }
        let mut moments: BTreeMap<(TaskSid, EventType), i64> = BTreeMap::new();
        for event in &played.told {
            if let Some(task) = &event.task {
                let at = event.at.as_millisecond();
                moments.entry((task.sid, event.kind)).or_insert(at);
            }
        }
        for row in self.tasks.values() {
            let told = |kind| moments.get(&(row.sid, kind)).copied();
            assert_eq!(row.accepted, told(EventType::ReservationAccepted));
            assert_eq!(row.wrapping, told(EventType::TaskWrapup));
            assert_eq!(row.completed, told(EventType::TaskCompleted));
            assert_eq!(row.canceled, told(EventType::TaskCanceled));
            assert_eq!(row.first_queued, told(EventType::TaskQueueEntered));
            assert_eq!(row.first_reserved, told(EventType::ReservationCreated));
        }
    }
}

/// An order of all events, with some of them told again: indexes into the history.
fn telling(length: usize, order: &[proptest::sample::Index]) -> Vec<usize> {
    let mut told: Vec<usize> = (0..length).collect();
    for (place, index) in order.iter().enumerate() {
        let other = index.index(length);
        if place % 3 == 0 {
            told.push(other);
        }
        let last = told.len() - 1;
        told.swap(place % length, other);
        told.swap(last, other);
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_order_and_any_duplicates_give_the_same_facts(
        steps in steps(60),
        order in proptest::collection::vec(any::<proptest::sample::Index>(), 1..400),
    ) {
        let played = Played::new(&steps);
        let events = played.recorded();
        let in_order = states(&events);
        let mut shuffled = States::default();
        for place in telling(events.len(), &order) {
            shuffled.tell(&events[place]);
        }
        prop_assert_eq!(&shuffled, &in_order);
        let rows = Rows::of(&in_order);
        rows.check_state(&played);
        rows.check_moments(&played);
    }

    #[test]
    fn versions_tell_what_is_now_when_the_clock_jumps(
        steps in steps(60),
        jumps in proptest::collection::vec(-7_200_000..7_200_000i64, 7),
    ) {
        let played = Played::new(&steps);
        let mut events = played.recorded();
        for event in &mut events {
            // The same jump for what happened at the same moment.
            let jump = usize::try_from(event.at.rem_euclid(7)).unwrap();
            event.at += jumps[jump];
        }
        Rows::of(&states(&events)).check_state(&played);
    }

    #[test]
    fn states_can_be_merged_in_any_groups(
        steps in steps(40),
        group in proptest::collection::vec(0..4usize, 1..50),
    ) {
        let events = Played::new(&steps).recorded();
        let whole = states(&events);
        let mut groups = vec![States::default(); 4];
        for (event, group) in events.iter().zip(group.iter().cycle()) {
            groups[*group].tell(event);
        }
        for (sid, state) in &whole.tasks {
            let mut merged = super::task::TaskState::default();
            for group in groups.iter().rev() {
                if let Some(part) = group.tasks.get(sid) {
                    merged.merge(part.clone());
                    merged.merge(part.clone());
                }
            }
            prop_assert_eq!(&merged, state);
        }
    }

    #[test]
    fn states_come_back_from_their_bytes(steps in steps(40)) {
        let states = states(&Played::new(&steps).recorded());
        for state in states.tasks.values() {
            prop_assert_eq!(&from_bytes::<super::task::TaskState>(&to_bytes(state)).unwrap(), state);
        }
        for state in states.reservations.values() {
            let read = from_bytes::<super::reservation::ReservationState>(&to_bytes(state));
            prop_assert_eq!(&read.unwrap(), state);
        }
        for state in states.workers.values() {
            let read = from_bytes::<super::worker::WorkerState>(&to_bytes(state));
            prop_assert_eq!(&read.unwrap(), state);
        }
        for state in states.stays.values() {
            let read = from_bytes::<super::stay::StayState>(&to_bytes(state));
            prop_assert_eq!(&read.unwrap(), state);
        }
        for state in states.names.values() {
            let read = from_bytes::<super::name::NameState>(&to_bytes(state));
            prop_assert_eq!(&read.unwrap(), state);
        }
    }
}

const TASK: &str = "WT00000000000000000000000000000001";
const WORKER: &str = "WK00000000000000000000000000000001";

fn event(number: u8, kind: &str, at: i64, parameters: &[(&str, &str)]) -> RecordedEvent {
    let mut form = vec![
        ("Sid".to_owned(), format!("EV{number:032x}")),
        ("EventType".to_owned(), kind.to_owned()),
        ("TimestampMs".to_owned(), at.to_string()),
    ];
    for (name, value) in parameters {
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    RecordedEvent::from_callback(form).unwrap()
}

#[test]
fn a_final_status_is_never_left() {
    let canceled = event(
        1,
        "task.canceled",
        5_000,
        &[("TaskSid", TASK), ("TaskVersion", "3")],
    );
    let late = event(
        2,
        "task.updated",
        9_000,
        &[
            ("TaskSid", TASK),
            ("TaskVersion", "9"),
            ("TaskAssignmentStatus", "pending"),
            ("TaskPriority", "7"),
        ],
    );
    for order in [[&canceled, &late], [&late, &canceled]] {
        let rows = Rows::of(&states(&order.map(Clone::clone)));
        let task = &rows.tasks[&TASK.parse().unwrap()];
        assert_eq!(task.status, TaskStatus::Canceled);
        assert_eq!(task.priority, Some(7));
        assert_eq!(task.canceled, Some(5_000));
        assert!(task.is_abandoned());
    }
}

#[test]
fn a_status_that_is_unheard_of_is_unknown_and_open() {
    let moved = event(
        1,
        "task.transfer-initiated",
        5_000,
        &[("TaskSid", TASK), ("TaskAssignmentStatus", "transferring")],
    );
    let task = &Rows::of(&states(&[moved])).tasks[&TASK.parse().unwrap()];
    assert_eq!(task.status, TaskStatus::Unknown);
    assert!(task.is_open());
}

fn seen_worker(activity: &str) -> crate::model::Worker {
    serde_json::from_value(serde_json::json!({
        "sid": WORKER,
        "account_sid": "AC00000000000000000000000000000001",
        "workspace_sid": "WS00000000000000000000000000000001",
        "friendly_name": "alice",
        "activity_sid": activity,
        "activity_name": "Break",
        "attributes": "{\"team\":\"a\"}",
        "date_created": "2023-11-14T22:13:20Z",
        "date_updated": null,
        "date_status_changed": "2023-11-14T22:14:00Z",
    }))
    .unwrap()
}

#[test]
fn a_worker_nobody_told_of_is_known_when_somebody_looked() {
    let activity = "WA00000000000000000000000000000001";
    let look = Observed {
        as_of: 1_700_000_100_000,
        workers: vec![seen_worker(activity)],
        ..Observed::default()
    };
    let mut looked = States::default();
    looked.see(&look);
    let worker = &Rows::of(&looked).workers[&WORKER.parse().unwrap()];
    assert_eq!(worker.name.as_deref(), Some("alice"));
    assert_eq!(worker.activity_sid, Some(activity.parse().unwrap()));
    assert_eq!(worker.activity_since, Some(1_700_000_040_000));
    assert_eq!(worker.created, Some(1_700_000_000_000));
}

#[test]
fn of_looks_and_events_the_later_counts_whichever_came_first() {
    let (seen, told) = (
        "WA00000000000000000000000000000001",
        "WA00000000000000000000000000000002",
    );
    let look = |as_of| Observed {
        as_of,
        workers: vec![seen_worker(seen)],
        ..Observed::default()
    };
    let change = event(
        1,
        "worker.activity.update",
        1_700_000_100_500,
        &[
            ("WorkerSid", WORKER),
            ("WorkerVersion", "4"),
            ("WorkerActivitySid", told),
        ],
    );
    for (as_of, activity, since) in [
        (1_700_000_100_000, told, 1_700_000_100_500),
        (1_700_000_101_000, seen, 1_700_000_040_000),
    ] {
        let mut looked_first = States::default();
        looked_first.see(&look(as_of));
        looked_first.tell(&change);
        let mut told_first = States::default();
        told_first.tell(&change);
        told_first.see(&look(as_of));
        told_first.see(&look(as_of - 60_000));
        assert_eq!(looked_first, told_first);
        let worker = &Rows::of(&told_first).workers[&WORKER.parse().unwrap()];
        assert_eq!(worker.activity_sid, Some(activity.parse().unwrap()));
        assert_eq!(worker.activity_since, Some(since));
    }
}
