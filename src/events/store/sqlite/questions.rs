//! Reads the facts. Rows come in an order that does not depend on how they came in.

use rusqlite::{Connection, Params, Row, params};

use super::changes::Rows;
use super::failure::Outcome;
use super::writer::noun_number;
use crate::events::facts::merge::{Keep, from_bytes};
use crate::events::facts::name::{NameState, Noun};
use crate::events::facts::reservation::ReservationState;
use crate::events::facts::stay::{StayKey, StayState};
use crate::events::facts::task::{Offers, TaskState};
use crate::events::facts::worker::WorkerState;
use crate::events::{
    ActivityChange, ActivityFacts, Facts, NamedFacts, OfferedTask, QueueStay, ReservationFacts,
    Span, TaskFacts, WorkerFacts,
};
use crate::model::TaskStatus;
use crate::model::sid::{Sid, TaskSid, WorkerSid};

/// Rows that are open.
pub(super) const OPEN: &str = "open = 1";

/// Stays that began or ended within a span, and when the next one of the task began.
pub(super) const STAYS: &str = "SELECT task, queue, second, state, (
             SELECT min(next.entered) FROM stays AS next
             WHERE next.task = stays.task AND next.entered > stays.entered
         )
         FROM stays WHERE id IN (
             SELECT id FROM stays WHERE entered >= ?1 AND entered < ?2
             UNION SELECT id FROM stays WHERE ended >= ?1 AND ended < ?2
         )";

/// The rows that were created, accepted or ended within a span, each by its own index.
pub(super) fn within(table: &str) -> String {
    format!(
        "id IN (
            SELECT id FROM {table} WHERE created >= ?1 AND created < ?2
            UNION SELECT id FROM {table} WHERE accepted >= ?1 AND accepted < ?2
            UNION SELECT id FROM {table} WHERE ended >= ?1 AND ended < ?2
        )"
    )
}

/// The same, and those that are open.
pub(super) fn within_or_open(table: &str) -> String {
    format!(
        "id IN (
            SELECT id FROM {table} WHERE open = 1
            UNION SELECT id FROM {table} WHERE created >= ?1 AND created < ?2
            UNION SELECT id FROM {table} WHERE accepted >= ?1 AND accepted < ?2
            UNION SELECT id FROM {table} WHERE ended >= ?1 AND ended < ?2
        )"
    )
}

fn rows<T>(
    connection: &Connection,
    query: &str,
    parameters: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Outcome<T>,
) -> Outcome<Vec<T>> {
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn bits(row: &Row<'_>, column: usize) -> Outcome<u128> {
    Ok(u128::from_be_bytes(row.get(column)?))
}

fn state<S: Keep>(row: &Row<'_>, column: usize) -> Outcome<S> {
    let bytes = row
        .get_ref(column)?
        .as_blob()
        .map_err(rusqlite::Error::from)?;
    Ok(from_bytes(bytes)?)
}

/// Which tasks come with their attributes.
#[derive(Debug, Clone, Copy)]
enum Attributes {
    LeftOut,
    OfOpen,
    OfAll,
}

fn tasks(
    connection: &Connection,
    which: &str,
    parameters: impl Params,
    attributes: Attributes,
) -> Outcome<Vec<TaskFacts>> {
    let mut offers = connection.prepare_cached(
        "SELECT count(*), coalesce(max(open), 0) FROM reservations WHERE task = ?",
    )?;
    let query = format!("SELECT sid, state FROM tasks WHERE {which}");
    let mut found = rows(connection, &query, parameters, |row| {
        let sid = bits(row, 0)?;
        let state: TaskState = state(row, 1)?;
        let known = if state.status() == TaskStatus::Reserved {
            let (many, open): (i64, bool) =
                offers.query_row([sid.to_be_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if many > 0 && !open {
                Offers::AllEnded
            } else {
                Offers::Open
            }
        } else {
            Offers::Open
        };
        let with_attributes = match attributes {
            Attributes::LeftOut => false,
            Attributes::OfOpen => state.is_open(),
            Attributes::OfAll => true,
        };
        Ok(state.into_row(sid, with_attributes, known))
    })?;
    found.sort_unstable_by_key(|task| (task.created, task.sid));
    Ok(found)
}

pub(super) fn open_tasks(connection: &Connection) -> Outcome<Vec<TaskFacts>> {
    tasks(connection, OPEN, [], Attributes::OfOpen)
}

pub(super) fn task(connection: &Connection, sid: TaskSid) -> Outcome<Option<TaskFacts>> {
    let sid = sid.bits().to_be_bytes();
    let found = tasks(connection, "sid = ?", [sid], Attributes::OfAll)?;
    Ok(found.into_iter().next())
}

pub(super) fn tasks_in(connection: &Connection, span: Span) -> Outcome<Vec<TaskFacts>> {
    let span = [span.from, span.to];
    tasks(connection, &within("tasks"), span, Attributes::OfOpen)
}

fn reservations(
    connection: &Connection,
    which: &str,
    parameters: impl Params,
) -> Outcome<Vec<ReservationFacts>> {
    let query = format!("SELECT sid, state FROM reservations WHERE {which}");
    let mut found = rows(connection, &query, parameters, |row| {
        Ok(state::<ReservationState>(row, 1)?.into_row(bits(row, 0)?))
    })?;
    found.sort_unstable_by_key(|reservation| (reservation.created, reservation.sid));
    Ok(found)
}

pub(super) fn open_reservations(connection: &Connection) -> Outcome<Vec<ReservationFacts>> {
    reservations(connection, OPEN, [])
}

pub(super) fn reservations_in(
    connection: &Connection,
    span: Span,
) -> Outcome<Vec<ReservationFacts>> {
    reservations(connection, &within("reservations"), [span.from, span.to])
}

pub(super) fn reservations_of(
    connection: &Connection,
    task: TaskSid,
) -> Outcome<Vec<ReservationFacts>> {
    reservations(connection, "task = ?", [task.bits().to_be_bytes()])
}

pub(super) fn tasks_with_reservations(
    connection: &mut Connection,
    sids: &[TaskSid],
) -> Outcome<Vec<OfferedTask>> {
    let reading = connection.transaction()?;
    let mut found = Vec::with_capacity(sids.len());
    for sid in sids {
        if let Some(task) = task(&reading, *sid)? {
            found.push((task, reservations_of(&reading, *sid)?));
        }
    }
    Ok(found)
}

pub(super) fn queue_stays_in(connection: &Connection, span: Span) -> Outcome<Vec<QueueStay>> {
    let mut found = rows(connection, STAYS, [span.from, span.to], |row| {
        let key = StayKey {
            task: bits(row, 0)?,
            queue: bits(row, 1)?,
            second: row.get(2)?,
        };
        Ok(state::<StayState>(row, 3)?.into_row(key, row.get(4)?))
    })?;
    found.sort_unstable_by_key(|stay| (stay.entered, stay.task_sid, stay.queue_sid));
    Ok(found)
}

pub(super) fn activity_changes_in(
    connection: &Connection,
    span: Span,
) -> Outcome<Vec<ActivityChange>> {
    const COLUMNS: &str = "event, worker, at, activity, previous, milliseconds";
    let read = |row: &Row<'_>| {
        let missing = super::failure::Failure::Corrupt("a change of activity has no SID");
        Ok(ActivityChange {
            event_sid: super::events::sid(row, 0)?.ok_or(missing)?,
            worker_sid: WorkerSid::from_bits(bits(row, 1)?),
            at: row.get(2)?,
            activity_sid: super::events::sid(row, 3)?,
            previous_sid: super::events::sid(row, 4)?,
            previous_milliseconds: row.get(5)?,
        })
    };
    let mut found = rows(
        connection,
        &format!("SELECT {COLUMNS} FROM changes WHERE at >= ? AND at < ?"),
        [span.from, span.to],
        read,
    )?;
    let later: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM changes WHERE at >= ?)",
        [span.to],
        |row| row.get(0),
    )?;
    if later {
        // Of each worker the first change behind the span, found by one look into the index.
        found.extend(rows(
            connection,
            &format!(
                "SELECT {COLUMNS} FROM workers JOIN changes ON position = (
                     SELECT position FROM changes WHERE worker = workers.sid AND at >= ?
                     ORDER BY at, event LIMIT 1
                 )"
            ),
            [span.to],
            read,
        )?);
    }
    found.sort_unstable_by_key(|change| (change.at, change.event_sid));
    Ok(found)
}

pub(super) fn workers(connection: &Connection) -> Outcome<Vec<WorkerFacts>> {
    rows(
        connection,
        "SELECT sid, state FROM workers ORDER BY sid",
        [],
        |row| Ok(state::<WorkerState>(row, 1)?.into_row(bits(row, 0)?)),
    )
}

pub(super) fn activities(connection: &Connection) -> Outcome<Vec<ActivityFacts>> {
    names(connection, Noun::Activity, NameState::into_activity)
}

pub(super) fn named<S: Sid>(connection: &Connection, noun: Noun) -> Outcome<Vec<NamedFacts<S>>> {
    names(connection, noun, NameState::into_row)
}

fn names<T>(
    connection: &Connection,
    noun: Noun,
    into_row: impl Fn(NameState, u128) -> T,
) -> Outcome<Vec<T>> {
    rows(
        connection,
        "SELECT sid, state FROM names WHERE noun = ? ORDER BY sid",
        [noun_number(noun)],
        |row| Ok(into_row(state(row, 1)?, bits(row, 0)?)),
    )
}

/// How far the facts are true.
pub(super) fn position(connection: &Connection) -> Outcome<u64> {
    let position: i64 = connection.query_row("SELECT position FROM mark", [], |row| row.get(0))?;
    Ok(position.cast_unsigned())
}

/// These rows as they are now, tasks without their attributes, and all names. How far all rows are
/// true is left to who chose these.
pub(super) fn rows_as_they_are(connection: &mut Connection, changed: &Rows) -> Outcome<Facts> {
    let reading = connection.transaction()?;
    let last_event: Option<i64> =
        reading.query_row("SELECT last FROM mark", [], |row| row.get(0))?;
    let mut facts = Facts {
        last_event,
        activities: activities(&reading)?,
        queues: named(&reading, Noun::Queue)?,
        workflows: named(&reading, Noun::Workflow)?,
        channels: named(&reading, Noun::Channel)?,
        ..Facts::default()
    };
    for sid in &changed.tasks {
        let sid = [sid.to_be_bytes()];
        facts
            .tasks
            .extend(tasks(&reading, "sid = ?", sid, Attributes::LeftOut)?);
    }
    for sid in &changed.reservations {
        let sid = [sid.to_be_bytes()];
        facts
            .reservations
            .extend(reservations(&reading, "sid = ?", sid)?);
    }
    for sid in &changed.workers {
        let found = rows(
            &reading,
            "SELECT sid, state FROM workers WHERE sid = ?",
            [sid.to_be_bytes()],
            |row| Ok(state::<WorkerState>(row, 1)?.into_row(bits(row, 0)?)),
        )?;
        facts.workers.extend(found);
    }
    Ok(facts)
}

/// Everything about a span, as it was at one moment.
pub(super) fn facts(connection: &mut Connection, span: Span) -> Outcome<Facts> {
    let reading = connection.transaction()?;
    let (position, last_event): (i64, Option<i64>) =
        reading.query_row("SELECT position, last FROM mark", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let parameters = params![span.from, span.to];
    let mut workers = workers(&reading)?;
    workers.retain(|worker| worker.deleted.is_none());
    Ok(Facts {
        position: position.cast_unsigned(),
        last_event,
        tasks: tasks(
            &reading,
            &within_or_open("tasks"),
            parameters,
            Attributes::OfOpen,
        )?,
        reservations: reservations(&reading, &within_or_open("reservations"), parameters)?,
        queue_stays: queue_stays_in(&reading, span)?,
        activity_changes: activity_changes_in(&reading, span)?,
        workers,
        activities: activities(&reading)?,
        queues: named(&reading, Noun::Queue)?,
        workflows: named(&reading, Noun::Workflow)?,
        channels: named(&reading, Noun::Channel)?,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::events::samples::{Played, steps};
    use crate::events::{EventStore, RecordedEvent, Span};
    use crate::model::sid::TaskSid;
    use proptest::strategy::{Strategy as _, ValueTree as _};
    use proptest::test_runner::TestRunner;

    /// The events of one random history, always the same.
    fn history() -> Vec<RecordedEvent> {
        let mut runner = TestRunner::deterministic();
        let mut told = Vec::new();
        while told.len() < 100 {
            let steps = steps(200).new_tree(&mut runner).unwrap().current();
            told = Played::new(&steps).recorded();
        }
        told
    }

    async fn take_in(store: &Arc<dyn EventStore>, events: &[RecordedEvent]) {
        store.append(events.to_vec()).await.unwrap();
        store.settled().await.unwrap();
    }

    #[tokio::test]
    async fn changes_are_no_further_than_the_rows_that_were_chosen() {
        let place = tempfile::tempdir().unwrap();
        let store = crate::events::open(&place.path().join("events.db")).unwrap();
        let events = history();
        let (first, second) = events.split_at(events.len() / 2);
        take_in(&store, first).await;
        let chosen = store.changes(0);
        // More is projected before the rows are read.
        take_in(&store, second).await;
        let changes = chosen.await.unwrap().unwrap();
        assert_eq!(changes.facts.position, first.len() as u64);
        let rest = store.changes(changes.revision).await.unwrap().unwrap();
        assert_eq!(rest.facts.position, events.len() as u64);
        assert!(!rest.facts.tasks.is_empty());
        store.close().await;
    }

    #[tokio::test]
    async fn a_task_comes_with_all_its_reservations() {
        let place = tempfile::tempdir().unwrap();
        let store = crate::events::open(&place.path().join("events.db")).unwrap();
        take_in(&store, &history()).await;
        let facts = store.facts(Span::ALL).await.unwrap();
        let mut sids: Vec<TaskSid> = facts.tasks.iter().map(|task| task.sid).collect();
        assert!(facts.reservations.len() > 3, "{}", facts.reservations.len());
        // Nobody has heard of this one.
        sids.push(crate::model::sid::Sid::from_bits(u128::MAX));
        let known = store.tasks_with_reservations(sids).await.unwrap();
        assert_eq!(known.len(), facts.tasks.len());
        for (task, reservations) in known {
            assert_eq!(store.task(task.sid).await.unwrap(), Some(task.clone()));
            let mut wanted = facts.reservations.clone();
            wanted.retain(|reservation| reservation.task_sid == Some(task.sid));
            assert_eq!(reservations, wanted);
        }
        store.close().await;
    }
}
