//! Whether the store has what Twilio's log has: both are read over a window, slice by slice, and
//! compared event by event.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::backfill::BackfillError;
use super::history::History;
use crate::events::{EventStore, Span};
use crate::model::sid::{EventSid, WorkspaceSid};
use crate::twilio::Client;

/// Events read from the store at once.
const CHUNK: usize = 2000;

/// How many events of a row are named.
const NAMED: usize = 10;

/// The events of a type on a day, on both sides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// How many Twilio's log has.
    pub twilio: u64,
    /// How many the store has.
    pub store: u64,
    /// How many only Twilio's log has.
    pub missing: u64,
    /// How many only the store has.
    pub extra: u64,
    /// The first of those that one side alone has.
    pub events: Vec<EventSid>,
}

impl Compared {
    /// Whether one side has what the other has not.
    pub const fn differs(&self) -> bool {
        self.missing > 0 || self.extra > 0
    }

    fn name(&mut self, sid: EventSid) {
        if self.events.len() < NAMED {
            self.events.push(sid);
        }
    }
}

/// Rows by day (UTC) and type.
pub type Comparison = BTreeMap<(Date, String), Compared>;

/// Compares both sides over a span. `progress` hears how many events of Twilio's were read.
///
/// # Errors
/// Twilio refused or could not be reached, or the store cannot be read.
pub async fn verify(
    client: &Client,
    store: &dyn EventStore,
    workspace: WorkspaceSid,
    span: Span,
    now: Timestamp,
    mut progress: impl FnMut(u64),
) -> Result<Comparison, BackfillError> {
    let mut comparison = Comparison::new();
    let mut history = History::new(client, workspace, span.from, Some(span.to), now);
    let mut told: HashMap<EventSid, (i64, String)> = HashMap::new();
    let mut from = span.from;
    let mut read = 0;
    while let Some(slice) = history.next().await? {
        read += slice.events.len() as u64;
        for record in slice.events {
            let event = record.value;
            let at = event.millisecond().unwrap_or(slice.from);
            if span.contains(at) {
                told.insert(event.sid, (at, event.event_type));
            }
        }
        let to = slice.to.clamp(from, span.to);
        compare(
            store,
            workspace,
            Span { from, to },
            &mut told,
            &mut comparison,
        )
        .await?;
        from = to;
        progress(read);
    }
    let rest = Span { from, to: span.to };
    compare(store, workspace, rest, &mut told, &mut comparison).await?;
    Ok(comparison)
}

/// Compares a span; what Twilio told of later moments stays for the next one.
async fn compare(
    store: &dyn EventStore,
    workspace: WorkspaceSid,
    span: Span,
    told: &mut HashMap<EventSid, (i64, String)>,
    comparison: &mut Comparison,
) -> Result<(), BackfillError> {
    let mut behind = None;
    loop {
        let chunk = store.between(span, behind, CHUNK).await?;
        let Some(last) = chunk.last() else {
            break;
        };
        behind = Some(last.mark());
        for stored in chunk {
            let event = stored.event;
            if event.workspace_sid.is_some_and(|its| its != workspace) {
                continue;
            }
            let row = row(comparison, event.at, event.kind);
            row.store += 1;
            if told.remove(&event.sid).is_some() {
                row.twilio += 1;
            } else {
                row.extra += 1;
                row.name(event.sid);
            }
        }
    }
    let left: Vec<EventSid> = told
        .iter()
        .filter(|(_, (at, _))| *at < span.to)
        .map(|(sid, _)| *sid)
        .collect();
    for sid in left {
        let Some((at, kind)) = told.remove(&sid) else {
            continue;
        };
        // The callback may have told another moment, on the other side of a border.
        let is_stored = store.event(sid).await?.is_some();
        let row = row(comparison, at, kind);
        row.twilio += 1;
        if is_stored {
            row.store += 1;
        } else {
            row.missing += 1;
            row.name(sid);
        }
    }
    Ok(())
}

fn row(comparison: &mut Comparison, at: i64, kind: String) -> &mut Compared {
    let day = Timestamp::from_millisecond(at)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .to_zoned(TimeZone::UTC)
        .date();
    comparison.entry((day, kind)).or_default()
}
