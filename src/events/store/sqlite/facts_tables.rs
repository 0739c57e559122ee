//! Merges states into the rows of the facts.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::failure::Outcome;
use super::writer::noun_number;
use crate::events::ActivityChange;
use crate::events::facts::merge::{Keep, Merge, from_bytes, to_bytes};
use crate::events::facts::name::{NameState, Noun};
use crate::events::facts::reservation::ReservationState;
use crate::events::facts::states::{States, Subject};
use crate::events::facts::stay::{StayKey, StayState};
use crate::events::facts::task::TaskState;
use crate::events::facts::worker::WorkerState;
use crate::model::sid::Sid as _;

/// A change of activity and the position of the event that told it.
pub(super) struct Change {
    pub(super) position: i64,
    pub(super) change: ActivityChange,
}

/// Merges everything into what is known; only what that changes is written.
pub(super) fn merge(connection: &Connection, states: States, changes: &[Change]) -> Outcome<()> {
    for (sid, told) in states.tasks {
        task(connection, sid, told)?;
    }
    for (sid, told) in states.reservations {
        reservation(connection, sid, told)?;
    }
    for (sid, told) in states.workers {
        worker(connection, sid, told)?;
    }
    for (key, told) in states.stays {
        stay(connection, key, told)?;
    }
    for ((noun, sid), told) in states.names {
        name(connection, noun, sid, told)?;
    }
    for change in changes {
        self::change(connection, change)?;
    }
    Ok(())
}

/// Forgets a row.
pub(super) fn forget(connection: &Connection, subject: Subject) -> Outcome<()> {
    let (table, sid) = match subject {
        Subject::Task(sid) => ("tasks", sid),
        Subject::Reservation(sid) => ("reservations", sid),
        Subject::Worker(sid) => ("workers", sid),
        Subject::Stay(key) => {
            connection
                .prepare_cached("DELETE FROM stays WHERE task = ? AND second = ? AND queue = ?")?
                .execute(params![
                    key.task.to_be_bytes(),
                    key.second,
                    key.queue.to_be_bytes()
                ])?;
            return Ok(());
        }
        Subject::Name(noun, sid) => {
            connection
                .prepare_cached("DELETE FROM names WHERE noun = ? AND sid = ?")?
                .execute(params![noun_number(noun), sid.to_be_bytes()])?;
            return Ok(());
        }
    };
    connection
        .prepare_cached(&format!("DELETE FROM {table} WHERE sid = ?"))?
        .execute([sid.to_be_bytes()])?;
    Ok(())
}

/// Forgets the change of activity that the event at a position told.
pub(super) fn forget_change(connection: &Connection, position: i64) -> Outcome<()> {
    connection
        .prepare_cached("DELETE FROM changes WHERE position = ?")?
        .execute([position])?;
    Ok(())
}

/// What is known, with what was told; `None` when that is nothing new.
fn merged<S: Keep + Merge + Clone + PartialEq>(bytes: &[u8], told: S) -> Outcome<Option<(S, S)>> {
    let known: S = from_bytes(bytes)?;
    let mut state = known.clone();
    state.merge(told);
    Ok((state != known).then_some((known, state)))
}

type Moments = (Option<i64>, Option<i64>, Option<i64>, bool);

fn task_moments(state: &TaskState) -> Moments {
    let (created, accepted) = (state.created(), state.accepted.0);
    (created, accepted, state.ended(), state.is_open())
}

fn task(connection: &Connection, sid: u128, told: TaskState) -> Outcome<()> {
    let known: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT id, state FROM tasks WHERE sid = ?")?
        .query_row([sid.to_be_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((id, bytes)) = known else {
        let (created, accepted, ended, open) = task_moments(&told);
        connection
            .prepare_cached(
                "INSERT INTO tasks (sid, created, accepted, ended, open, state)
                 VALUES (?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                sid.to_be_bytes(),
                created,
                accepted,
                ended,
                open,
                to_bytes(&told)
            ])?;
        return Ok(());
    };
    let Some((before, state)) = merged(&bytes, told)? else {
        return Ok(());
    };
    let moments = task_moments(&state);
    if moments == task_moments(&before) {
        // What is looked up by stays as it is: so do the indexes.
        connection
            .prepare_cached("UPDATE tasks SET state = ? WHERE id = ?")?
            .execute(params![to_bytes(&state), id])?;
    } else {
        let (created, accepted, ended, open) = moments;
        connection
            .prepare_cached(
                "UPDATE tasks SET created = ?, accepted = ?, ended = ?, open = ?, state = ?
                 WHERE id = ?",
            )?
            .execute(params![
                created,
                accepted,
                ended,
                open,
                to_bytes(&state),
                id
            ])?;
    }
    Ok(())
}

fn reservation_moments(state: &ReservationState) -> (Option<u128>, Moments) {
    let task = state.task.as_ref().map(|told| told.value);
    let (created, accepted) = (state.created.0, state.accepted.0);
    (task, (created, accepted, state.ended(), state.is_open()))
}

fn reservation(connection: &Connection, sid: u128, told: ReservationState) -> Outcome<()> {
    let known: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT id, state FROM reservations WHERE sid = ?")?
        .query_row([sid.to_be_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((id, bytes)) = known else {
        let (task, (created, accepted, ended, open)) = reservation_moments(&told);
        connection
            .prepare_cached(
                "INSERT INTO reservations (sid, task, created, accepted, ended, open, state)
                 VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                sid.to_be_bytes(),
                task.map(u128::to_be_bytes),
                created,
                accepted,
                ended,
                open,
                to_bytes(&told)
            ])?;
        return Ok(());
    };
    let Some((before, state)) = merged(&bytes, told)? else {
        return Ok(());
    };
    let moments = reservation_moments(&state);
    if moments == reservation_moments(&before) {
        connection
            .prepare_cached("UPDATE reservations SET state = ? WHERE id = ?")?
            .execute(params![to_bytes(&state), id])?;
    } else {
        let (task, (created, accepted, ended, open)) = moments;
        connection
            .prepare_cached(
                "UPDATE reservations
                 SET task = ?, created = ?, accepted = ?, ended = ?, open = ?, state = ?
                 WHERE id = ?",
            )?
            .execute(params![
                task.map(u128::to_be_bytes),
                created,
                accepted,
                ended,
                open,
                to_bytes(&state),
                id
            ])?;
    }
    Ok(())
}

fn worker(connection: &Connection, sid: u128, told: WorkerState) -> Outcome<()> {
    let known: Option<Vec<u8>> = connection
        .prepare_cached("SELECT state FROM workers WHERE sid = ?")?
        .query_row([sid.to_be_bytes()], |row| row.get(0))
        .optional()?;
    let state = match known {
        None => told,
        Some(bytes) => match merged(&bytes, told)? {
            None => return Ok(()),
            Some((_, state)) => state,
        },
    };
    connection
        .prepare_cached("INSERT OR REPLACE INTO workers VALUES (?, ?)")?
        .execute(params![sid.to_be_bytes(), to_bytes(&state)])?;
    Ok(())
}

fn stay(connection: &Connection, key: StayKey, told: StayState) -> Outcome<()> {
    let known: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT id, state FROM stays WHERE task = ? AND second = ? AND queue = ?")?
        .query_row(
            params![key.task.to_be_bytes(), key.second, key.queue.to_be_bytes()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((id, bytes)) = known else {
        connection
            .prepare_cached(
                "INSERT INTO stays (task, queue, second, entered, ended, state)
                 VALUES (?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                key.task.to_be_bytes(),
                key.queue.to_be_bytes(),
                key.second,
                told.entered(key),
                told.ended(),
                to_bytes(&told)
            ])?;
        return Ok(());
    };
    if let Some((_, state)) = merged(&bytes, told)? {
        connection
            .prepare_cached("UPDATE stays SET entered = ?, ended = ?, state = ? WHERE id = ?")?
            .execute(params![
                state.entered(key),
                state.ended(),
                to_bytes(&state),
                id
            ])?;
    }
    Ok(())
}

fn name(connection: &Connection, noun: Noun, sid: u128, told: NameState) -> Outcome<()> {
    let known: Option<Vec<u8>> = connection
        .prepare_cached("SELECT state FROM names WHERE noun = ? AND sid = ?")?
        .query_row(params![noun_number(noun), sid.to_be_bytes()], |row| {
            row.get(0)
        })
        .optional()?;
    let state = match known {
        None => told,
        Some(bytes) => match merged(&bytes, told)? {
            None => return Ok(()),
            Some((_, state)) => state,
        },
    };
    connection
        .prepare_cached("INSERT OR REPLACE INTO names VALUES (?, ?, ?)")?
        .execute(params![
            noun_number(noun),
            sid.to_be_bytes(),
            to_bytes(&state)
        ])?;
    Ok(())
}

fn change(connection: &Connection, told: &Change) -> Outcome<()> {
    let change = &told.change;
    connection
        .prepare_cached("INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![
            told.position,
            change.event_sid.bits().to_be_bytes(),
            change.worker_sid.bits().to_be_bytes(),
            change.at,
            change.activity_sid.map(|sid| sid.bits().to_be_bytes()),
            change.previous_sid.map(|sid| sid.bits().to_be_bytes()),
            change.previous_milliseconds
        ])?;
    Ok(())
}
