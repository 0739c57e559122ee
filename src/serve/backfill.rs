//! Taking in what was missed: Twilio's log is read over a window and goes through the same merge as
//! everything else, so that doing it twice does no more than doing it once.
//!
//! How far it came is noted beside the store after every slice, unless it began behind the last such
//! note. The next back-fill that is not told where to begin goes on from there.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::history::{History, KEPT};
use crate::events::{Encoding, EventStore, RecordedEvent, Rejected, StoreError};
use crate::model::sid::WorkspaceSid;
use crate::settings::private;
use crate::twilio::{self, Client};

/// How late an event may turn up in Twilio's log behind others that are younger, in milliseconds:
/// what is not older is read again the next time.
const LATENESS: i64 = 5 * 60 * 1000;

/// Which events are to be read, in milliseconds since 1970 began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// The first moment; where the last back-fill ended, or 30 days ago, when nothing is said.
    pub since: Option<i64>,
    /// The last moment; everything until now when nothing is said.
    pub until: Option<i64>,
}

/// What a back-fill did so far, or in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Filled {
    /// The first moment that was read.
    pub since: i64,
    /// The moment that was reached.
    pub reached: i64,
    /// Events nobody had told of.
    pub new: usize,
    /// Events that were known.
    pub known: usize,
    /// Events that could not be understood; they are in the quarantine.
    pub quarantined: usize,
}

/// Why a back-fill ended early. What it took in until then stays.
#[derive(Debug, thiserror::Error)]
pub enum BackfillError {
    /// Twilio refused or could not be reached.
    #[error("cannot read Twilio's log of events")]
    Twilio(#[from] twilio::Error),
    /// The store could not take them in.
    #[error("cannot keep the events")]
    Store(#[from] StoreError),
    /// How far it came could not be noted.
    #[error("cannot note in `{}` how far it came", path.display())]
    Mark {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// Takes in what Twilio's log has over a window. `store_file` is where the store is; how far it came
/// is noted beside it. `progress` hears of every slice.
///
/// # Errors
/// [`BackfillError`]; what was taken in until then stays.
pub async fn backfill(
    client: &Client,
    store: &dyn EventStore,
    store_file: &Path,
    workspace: WorkspaceSid,
    window: Window,
    now: Timestamp,
    mut progress: impl FnMut(&Filled),
) -> Result<Filled, BackfillError> {
    let mut marks = Marks::read(store_file);
    let oldest = now.as_millisecond() - KEPT;
    let known = marks.reached(workspace, store).await?;
    let next = known.map_or(oldest, |reached| reached.max(oldest));
    let since = window.since.map_or(next, |since| since.max(oldest));
    // What lies between what was read before and this would never be read.
    let follows = since <= next;
    let mut history = History::new(client, workspace, since, window.until, now);
    let mut filled = Filled {
        since,
        reached: since,
        ..Filled::default()
    };
    while let Some(slice) = history.next().await? {
        let mut events = Vec::with_capacity(slice.events.len());
        let mut rejected = Vec::new();
        for record in &slice.events {
            match RecordedEvent::from_rest(&record.value) {
                Ok(event) => events.push(event),
                Err(malformed) => {
                    rejected.push(Rejected {
                        at: now.as_millisecond(),
                        encoding: Encoding::Rest,
                        reason: malformed.reason(),
                        body: record.raw.get().to_owned().into(),
                    });
                }
            }
        }
        if !rejected.is_empty() {
            filled.quarantined += rejected.len();
            store.quarantine(rejected).await?;
        }
        if !events.is_empty() {
            let appended = store.append(events).await?;
            filled.new += appended.new;
            filled.known += appended.known;
        }
        filled.reached = slice.to;
        if follows {
            let sure = slice.to.min(now.as_millisecond() - LATENESS).max(since);
            marks.note(workspace, sure.max(next), store).await?;
        }
        progress(&filled);
    }
    Ok(filled)
}

/// How far the back-fills of a store came, by workspace.
#[derive(Debug)]
struct Marks {
    path: PathBuf,
    marks: BTreeMap<String, Mark>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Mark {
    /// Everything before this moment was read.
    reached: i64,
    /// How many events the store had then: one that has fewer is another one.
    events: u64,
}

impl Marks {
    /// What cannot be read counts as nothing: reading the log again does no harm.
    fn read(store_file: &Path) -> Self {
        let mut path = store_file.as_os_str().to_owned();
        path.push(".backfill.json");
        let path = PathBuf::from(path);
        let marks = std::fs::read(&path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        Self { path, marks }
    }

    async fn reached(
        &self,
        workspace: WorkspaceSid,
        store: &dyn EventStore,
    ) -> Result<Option<i64>, StoreError> {
        let Some(mark) = self.marks.get(&workspace.to_string()) else {
            return Ok(None);
        };
        Ok((size(store).await? >= mark.events).then_some(mark.reached))
    }

    async fn note(
        &mut self,
        workspace: WorkspaceSid,
        reached: i64,
        store: &dyn EventStore,
    ) -> Result<(), BackfillError> {
        let events = size(store).await?;
        self.marks
            .insert(workspace.to_string(), Mark { reached, events });
        let bytes = serde_json::to_vec(&self.marks).expect("texts and numbers have a JSON form");
        private::replace(&self.path, &bytes).map_err(|source| BackfillError::Mark {
            path: self.path.clone(),
            source,
        })
    }
}

async fn size(store: &dyn EventStore) -> Result<u64, StoreError> {
    Ok(store.extent().await?.map_or(0, |extent| extent.events))
}
