//! Workers as a table: what `workers export` writes and `workers import` reads, as CSV or as one
//! JSON object per line.
//!
//! A row names a worker and says what is to be so; what it does not say stays as it is. Pure: text
//! in, entries out, and back.
//!
//! | Column | Value |
//! |---|---|
//! | `friendly_name` | the worker; must be there |
//! | `activity` | the activity's name |
//! | `attributes` | a JSON object that is merged into the attributes |
//! | `attributes.PATH` | one attribute: JSON if it reads as such, else text |
//! | `channels.NAME.capacity` | tasks at once on a task channel |
//! | `channels.NAME.available` | `true` or `false` |
//!
//! An empty cell says nothing. A text that would read as JSON is written with its quotes, so that
//! the text `5` and the number 5 stay apart.

mod columns;
mod read;
mod write;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::Value as Json;
use serde_json::map::Map;

pub use read::{Error, read};
pub use write::{Spread, write};

/// How a table is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values with a header line.
    Csv,
    /// One JSON object per line.
    Ndjson,
}

/// What a row says of a worker.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// The line it begins on, from 1; 0 for one that was never written down.
    pub line: u64,
    /// The worker's name.
    pub friendly_name: String,
    /// The activity's name.
    pub activity: Option<String>,
    /// What is merged into the attributes.
    pub attributes: Map<String, Json>,
    /// By the task channel's unique name.
    pub channels: BTreeMap<String, ChannelEntry>,
}

/// What a row says of a worker's channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChannelEntry {
    /// Tasks at once.
    pub capacity: Option<u32>,
    /// Whether tasks of the channel are taken.
    pub available: Option<bool>,
}

impl ChannelEntry {
    /// Whether it says nothing.
    pub const fn is_empty(self) -> bool {
        self.capacity.is_none() && self.available.is_none()
    }
}

/// Merges a document into another: objects member by member, anything else is replaced.
pub fn merge(into: &mut Map<String, Json>, patch: &Map<String, Json>) {
    for (key, value) in patch {
        match (into.get_mut(key), value) {
            (Some(Json::Object(there)), Json::Object(members)) => merge(there, members),
            (Some(there), value) => *there = value.clone(),
            (None, value) => {
                into.insert(key.clone(), value.clone());
            }
        }
    }
}
