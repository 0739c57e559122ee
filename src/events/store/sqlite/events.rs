//! Reads what was sent: events by position and by time, counts, what was refused.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, params};

use super::body;
use super::failure::{Failure, Outcome};
use super::writer::DAY;
use crate::events::{
    Count, Encoding, Extent, Mark, Promise, Quarantined, RecordedEvent, Rejected, Span, Stored,
};
use crate::model::sid::{EventSid, Sid, WorkspaceSid};

const COLUMNS: &str = "position, sid, at, body, kinds.name, account, workspace
    FROM events JOIN kinds ON kinds.id = kind JOIN places ON places.id = place";

/// A SID, kept as its bits.
pub(super) fn sid<S: Sid>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<S>> {
    let bits: Option<[u8; 16]> = row.get(column)?;
    Ok(bits.map(|bits| S::from_bits(u128::from_be_bytes(bits))))
}

fn stored(row: &Row<'_>) -> Outcome<Stored> {
    let body = body::from_bytes(row.get_ref(3)?.as_blob().map_err(rusqlite::Error::from)?)?;
    let position: i64 = row.get(0)?;
    Ok(Stored {
        position: position.cast_unsigned(),
        event: RecordedEvent {
            sid: sid(row, 1)?.ok_or(Failure::Corrupt("an event has no SID"))?,
            at: row.get(2)?,
            kind: row.get(4)?,
            account_sid: sid(row, 5)?,
            workspace_sid: sid(row, 6)?,
            resource_type: body.resource_type,
            resource_sid: body.resource_sid,
            parameters: body.parameters,
        },
    })
}

fn read(
    connection: &Connection,
    what: &str,
    parameters: impl rusqlite::Params,
) -> Outcome<Vec<Stored>> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} {what}"))?;
    let mut rows = statement.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(stored(row)?);
    }
    Ok(found)
}

pub(super) fn after(connection: &Connection, position: u64, limit: usize) -> Outcome<Vec<Stored>> {
    let what = "WHERE position > ? ORDER BY position LIMIT ?";
    read(connection, what, params![capped(position), limit_of(limit)])
}

pub(super) fn between(
    connection: &Connection,
    span: Span,
    behind: Option<Mark>,
    limit: usize,
) -> Outcome<Vec<Stored>> {
    let (at, position) = match behind {
        Some(mark) if mark.at >= span.from => (mark.at, capped(mark.position)),
        _ => (span.from, 0),
    };
    let what = "WHERE (at, position) > (?, ?) AND at < ? ORDER BY at, position LIMIT ?";
    read(
        connection,
        what,
        params![at, position, span.to, limit_of(limit)],
    )
}

pub(super) fn event(connection: &Connection, sid: EventSid) -> Outcome<Option<Stored>> {
    // What is not listed is among the last; it is one look at both, for it is being listed.
    let what = "WHERE position = coalesce(
        (SELECT position FROM sids WHERE sid = ?1),
        (SELECT position FROM events WHERE sid = ?1
         AND position > (SELECT value FROM about WHERE name = 'listed')))";
    let found = read(connection, what, [sid.bits().to_be_bytes()])?;
    Ok(found.into_iter().next())
}

/// The event at a position.
pub(super) fn at(connection: &Connection, position: i64) -> Outcome<Option<Stored>> {
    let found = read(connection, "WHERE position = ?", [position])?;
    Ok(found.into_iter().next())
}

/// Whole days are counted already, the rest of the first and of the last day is counted now.
pub(super) fn counts(
    connection: &mut Connection,
    span: Span,
    workspace: Option<WorkspaceSid>,
) -> Outcome<Vec<Count>> {
    if span.from >= span.to {
        return Ok(Vec::new());
    }
    let reading = connection.transaction()?;
    let workspace = workspace.map(|sid| sid.bits().to_be_bytes());
    let mut found: BTreeMap<(i64, String), i64> = BTreeMap::new();
    let first = span.from.div_euclid(DAY) + i64::from(span.from.rem_euclid(DAY) != 0);
    let last = span.to.div_euclid(DAY);
    let parts = if first < last {
        let mut statement = reading.prepare_cached(
            "SELECT day, kinds.name, sum(events) FROM counts
             JOIN kinds ON kinds.id = kind JOIN places ON places.id = place
             WHERE day >= ?1 AND day < ?2 AND (?3 IS NULL OR workspace = ?3)
             GROUP BY day, kinds.name",
        )?;
        let mut rows = statement.query(params![first, last, workspace])?;
        while let Some(row) = rows.next()? {
            *found.entry((row.get(0)?, row.get(1)?)).or_default() += row.get::<_, i64>(2)?;
        }
        vec![
            (span.from, first.saturating_mul(DAY)),
            (last.saturating_mul(DAY), span.to),
        ]
    } else {
        vec![(span.from, span.to)]
    };
    for (from, to) in parts.into_iter().filter(|(from, to)| from < to) {
        let mut statement = reading.prepare_cached(
            "SELECT (at - ?4) / 86400000, kinds.name, count(*) FROM events
             JOIN kinds ON kinds.id = kind JOIN places ON places.id = place
             WHERE at >= ?1 AND at < ?2 AND (?3 IS NULL OR workspace = ?3)
             GROUP BY 1, kinds.name",
        )?;
        let day = from.div_euclid(DAY);
        let begins = day.saturating_mul(DAY);
        let mut rows = statement.query(params![from, to, workspace, begins])?;
        while let Some(row) = rows.next()? {
            let day = day + row.get::<_, i64>(0)?;
            *found.entry((day, row.get(1)?)).or_default() += row.get::<_, i64>(2)?;
        }
    }
    Ok(found
        .into_iter()
        .filter(|(_, events)| *events > 0)
        .filter_map(|((day, kind), events)| {
            Some(Count {
                day: date(day)?,
                kind,
                events: events.cast_unsigned(),
            })
        })
        .collect())
}

fn date(day: i64) -> Option<Date> {
    let begins = jiff::Timestamp::from_millisecond(day.checked_mul(DAY)?).ok()?;
    Some(begins.to_zoned(jiff::tz::TimeZone::UTC).date())
}

pub(super) fn extent(connection: &Connection) -> Outcome<Option<Extent>> {
    let events: i64 =
        connection.query_row("SELECT coalesce(max(position), 0) FROM events", [], |row| {
            row.get(0)
        })?;
    let ends = connection.query_row(
        "SELECT (SELECT min(at) FROM events), (SELECT max(at) FROM events)",
        [],
        |row| Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<i64>>(1)?)),
    )?;
    Ok(match ends {
        (Some(first), Some(last)) => Some(Extent {
            events: events.cast_unsigned(),
            first,
            last,
        }),
        _ => None,
    })
}

pub(super) fn quarantined(connection: &Connection, limit: usize) -> Outcome<Vec<Quarantined>> {
    read_quarantine(connection, "ORDER BY number DESC LIMIT ?", limit_of(limit))
}

pub(super) fn rejected(connection: &Connection, number: u64) -> Outcome<Option<Quarantined>> {
    let found = read_quarantine(connection, "WHERE number = ?", capped(number))?;
    Ok(found.into_iter().next())
}

fn read_quarantine(connection: &Connection, which: &str, one: i64) -> Outcome<Vec<Quarantined>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT number, at, encoding, reason, body FROM quarantine {which}"
    ))?;
    let mut rows = statement.query([one])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let encoding: String = row.get(2)?;
        found.push(Quarantined {
            number: number.cast_unsigned(),
            rejected: Rejected {
                at: row.get(1)?,
                encoding: Encoding::ALL
                    .into_iter()
                    .find(|known| known.as_str() == encoding)
                    .ok_or(Failure::Corrupt("the quarantine has an unknown encoding"))?,
                reason: row.get(3)?,
                // A text where an older version wrote it.
                body: match row.get_ref(4)? {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.into(),
                    _ => return Err(Failure::Corrupt("the quarantine has no body")),
                },
            },
        });
    }
    Ok(found)
}

pub(super) fn promised(connection: &Connection, limit: usize) -> Outcome<Vec<Promise>> {
    let mut statement = connection.prepare_cached(
        "SELECT key, at, what FROM promises WHERE what IS NOT NULL ORDER BY number LIMIT ?",
    )?;
    let rows = statement.query_map([limit_of(limit)], |row| {
        Ok(Promise {
            key: row.get(0)?,
            at: row.get(1)?,
            what: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn quarantine_size(connection: &Connection) -> Outcome<u64> {
    let number: i64 = connection.query_row(
        "SELECT coalesce(max(number), 0) FROM quarantine",
        [],
        |row| row.get(0),
    )?;
    Ok(number.cast_unsigned())
}

fn capped(position: u64) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}

fn limit_of(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
