//! The journal of a run, version 2: one JSON document per line, each on its way to the disk before
//! the next call is made.
//!
//! Every line is an object with one member that says what it is:
//!
//! | line | when | members |
//! |---|---|---|
//! | `journal` | first | [`Header`]: version, verb, command line, account, workspace, count |
//! | `item` | before anything is begun, one for each | key (`sid`), name, what it needs, and the resource as it was `selected` |
//! | `begin` | before every change | kind, request (method, path, form), `etag` and the image `before`; none for a creation |
//! | `outcome` | behind every item | outcome, detail, the image `after`, and whether the change was clearly `refused` |
//! | `resumed` | when a run goes on | when |
//! | `end` | last | the counts |
//!
//! A run that goes on appends to its own journal, so that `undo` finds everything in one place. Of
//! several `begin` lines of an item the last counts: it has what was there before the change that
//! was made. A line that a crash cut short is the last one and is dropped. Version 1 had neither
//! items nor requests: it can be read by people only.

mod read;
mod write;

use std::fs::{File, TryLockError};
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::Error;

pub use read::{Account, Opened, find, list};
pub use write::Step;
pub(super) use write::{Journal, Plan};

/// The version that is written, and the only one that is read.
pub const VERSION: u32 = 2;

/// What the file of a journal is called behind its name.
const EXTENSION: &str = "ndjson";

/// What a run is: the first line of its journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// [`VERSION`]
    pub version: u32,
    /// When it began.
    pub started: Timestamp,
    /// What is done: `wrap-complete`.
    pub verb: String,
    /// The command line.
    pub command: Vec<String>,
    /// The account it happens in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The SID of the workspace it happens in, if it happens in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workspace: Option<String>,
    /// Where it happens, as people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Items in all.
    pub count: usize,
}

/// What is asked of Twilio for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// `POST` or `DELETE`.
    pub method: String,
    /// The path of the resource, or of the collection in which it is made.
    pub path: String,
    /// The parameters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub form: Vec<(String, String)>,
}

/// A change that was begun.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Begun {
    /// The item's key.
    pub sid: String,
    /// The kind of resource, singular: `task`.
    pub kind: String,
    /// What was about to be asked.
    pub request: Asked,
    /// The version that was judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// What was there; nothing for a creation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<RawValue>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct ItemLine {
    sid: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    needs: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    selected: Option<Box<RawValue>>,
}

/// How an item ended, as it was written down.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Ended {
    /// The item's key.
    pub sid: String,
    /// [`Outcome::word`](crate::bulk::Outcome::word)
    pub outcome: String,
    /// [`Outcome::detail`](crate::bulk::Outcome::detail)
    pub detail: String,
    /// What was left, where something was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Box<RawValue>>,
    /// Whether the change that was begun last was clearly not made: refused, or never sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct Counts {
    at: Timestamp,
    done: usize,
    unchanged: usize,
    failed: usize,
    not_run: usize,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Journal(Header),
    Item(ItemLine),
    Begin(Begun),
    Outcome(Ended),
    Resumed { at: Timestamp },
    End(Counts),
}

/// An item of a journal and how far it came.
#[derive(Debug, Clone)]
pub struct Noted {
    /// Its key.
    pub sid: String,
    /// What people call it.
    pub name: String,
    /// The keys of what must be done before it.
    pub needs: Vec<String>,
    /// The resource as it was selected.
    pub selected: Option<Box<RawValue>>,
    /// The last change that was begun.
    pub begun: Option<Begun>,
    /// How it ended, if that was written.
    pub ended: Option<Ended>,
}

impl Noted {
    /// Whether nothing is left to be done about it.
    pub fn is_settled(&self) -> bool {
        self.ended
            .as_ref()
            .is_some_and(|ended| matches!(ended.outcome.as_str(), "done" | "unchanged"))
    }

    /// What was begun without its becoming clear whether it was made.
    pub fn left_open(&self) -> Option<&Begun> {
        let refused = self.ended.as_ref().is_some_and(|ended| ended.refused);
        self.begun
            .as_ref()
            .filter(|_| !refused && !self.is_settled())
    }
}

/// Whoever runs holds the lock; the system lets go of it however the run ends. File systems without
/// locks go without.
fn lock(file: &File, path: &Path) -> Result<(), Error> {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(Error::BusyJournal {
            path: path.to_owned(),
        }),
        Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
    }
}
