//! Takes events in: those that are new, and those that were told before.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{DAY, Done, Packed, Place, Writer};
use crate::events::RecordedEvent;
use crate::events::facts::merge::to_bytes;
use crate::events::facts::states::Subjects;
use crate::events::recorded::Merged;
use crate::events::store::sqlite::failure::{Failure, Outcome};
use crate::events::store::sqlite::{body, events as store_events};
use crate::model::sid::Sid as _;

impl Writer {
    /// Keeps an event; whether nobody had told of it.
    pub(super) fn append(
        &mut self,
        Packed { event, body }: Packed,
        done: &mut Done,
    ) -> Outcome<bool> {
        if let Some(position) = self.sids.find(&self.connection, event.sid)? {
            self.retell(position, event, done)?;
            return Ok(false);
        }
        let kind = self.kind(&event.kind)?;
        let place = self.place((event.account_sid, event.workspace_sid))?;
        let position = self.last + 1;
        self.connection
            .prepare_cached("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![
                position,
                event.sid.bits().to_be_bytes(),
                event.at,
                kind,
                place,
                body
            ])?;
        self.last = position;
        self.sids.add(event.sid, position);
        *done
            .counts
            .entry((event.at.div_euclid(DAY), kind, place))
            .or_default() += 1;
        done.new.push(event);
        Ok(true)
    }

    /// Merges an event with what is known of it.
    fn retell(&mut self, position: i64, told: RecordedEvent, done: &mut Done) -> Outcome<()> {
        let (mut event, kind, place) = self.known(position)?;
        let before = event.at;
        let merged = event.merge(told);
        if merged == Merged::Nothing {
            return Ok(());
        }
        let lost = match merged {
            Merged::Contradiction => self.lost(position, &event)?,
            Merged::More | Merged::Nothing => None,
        };
        let new_kind = self.kind(&event.kind)?;
        let new_place = self.place((event.account_sid, event.workspace_sid))?;
        self.connection
            .prepare_cached(
                "UPDATE events SET at = ?, kind = ?, place = ?, body = ? WHERE position = ?",
            )?
            .execute(params![
                event.at,
                new_kind,
                new_place,
                body::to_bytes(&event),
                position
            ])?;
        *done
            .counts
            .entry((before.div_euclid(DAY), kind, place))
            .or_default() -= 1;
        *done
            .counts
            .entry((event.at.div_euclid(DAY), new_kind, new_place))
            .or_default() += 1;
        self.connection
            .prepare_cached("INSERT INTO retold (position, contradicts, lost) VALUES (?, ?, ?)")?
            .execute(params![position, merged == Merged::Contradiction, lost])?;
        done.beside = true;
        // What is new in this very group is handed on as it is now.
        let first = self.last - i64::try_from(done.new.len()).unwrap_or(i64::MAX) + 1;
        if let Ok(place) = usize::try_from(position - first)
            && let Some(new) = done.new.get_mut(place)
        {
            *new = event;
        }
        Ok(())
    }

    /// What an event as it is kept still speaks of, and from now on no longer does.
    fn lost(&self, position: i64, now: &RecordedEvent) -> Outcome<Option<Vec<u8>>> {
        let (before, _, _) = self.known(position)?;
        let mut lost = Subjects::of(&before);
        let still = Subjects::of(now);
        lost.0.retain(|subject| !still.0.contains(subject));
        Ok((!lost.0.is_empty()).then(|| to_bytes(&lost)))
    }

    /// An event as it is kept, and the numbers of its kind and place.
    fn known(&self, position: i64) -> Outcome<(RecordedEvent, i64, i64)> {
        let missing = || Failure::Corrupt("an event is listed and not there");
        let event = store_events::at(&self.connection, position)?.ok_or_else(missing)?;
        let (kind, place) = self
            .connection
            .prepare_cached("SELECT kind, place FROM events WHERE position = ?")?
            .query_row([position], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((event.event, kind, place))
    }

    fn kind(&mut self, name: &str) -> Outcome<i64> {
        if let Some(id) = self.kinds.get(name) {
            return Ok(*id);
        }
        self.connection
            .execute("INSERT INTO kinds (name) VALUES (?)", [name])?;
        let id = self.connection.last_insert_rowid();
        self.kinds.insert(name.to_owned(), id);
        Ok(id)
    }

    fn place(&mut self, place: Place) -> Outcome<i64> {
        if let Some(id) = self.places.get(&place) {
            return Ok(*id);
        }
        self.connection.execute(
            "INSERT INTO places (account, workspace) VALUES (?, ?)",
            params![
                place.0.map(|sid| sid.bits().to_be_bytes()),
                place.1.map(|sid| sid.bits().to_be_bytes())
            ],
        )?;
        let id = self.connection.last_insert_rowid();
        self.places.insert(place, id);
        Ok(id)
    }

    pub(super) fn count(&self, counts: &BTreeMap<(i64, i64, i64), i64>) -> Outcome<()> {
        let mut add = self.connection.prepare_cached(
            "INSERT INTO counts VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET events = events + ?4",
        )?;
        for ((day, kind, place), more) in counts {
            if *more != 0 {
                add.execute(params![day, kind, place, more])?;
            }
        }
        Ok(())
    }
}
