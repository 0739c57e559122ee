//! Why something that was sent as an event is none.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::sid::SidError;

/// How an event was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// The form of an event callback.
    Callback,
    /// A `CloudEvent` of the Event Streams.
    CloudEvent,
    /// The Events resource.
    Rest,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Callback, Self::CloudEvent, Self::Rest];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Callback => "callback",
            Self::CloudEvent => "cloud-event",
            Self::Rest => "rest",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// Why something that was sent as an event is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// What every event has is missing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A SID is none, or one of another kind.
    #[error("`{name}` is wrong")]
    Sid {
        /// The parameter.
        name: &'static str,
        /// What is wrong with it.
        #[source]
        source: SidError,
    },
    /// A time is none.
    #[error("`{name}` is not a time: `{text}`")]
    Time {
        /// The parameter.
        name: &'static str,
        /// What was given.
        text: String,
    },
    /// The body is not JSON.
    #[error("the body is not JSON")]
    Json(#[source] JsonError),
    /// The body is JSON, but no `CloudEvent` and no array of them.
    #[error("{0}")]
    Shape(&'static str),
}

/// What the JSON parser said, comparable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct JsonError(pub String);

impl Malformed {
    /// The reason in one line, with what caused it.
    pub fn reason(&self) -> String {
        use std::error::Error as _;
        match self.source() {
            Some(source) => format!("{self}: {source}"),
            None => self.to_string(),
        }
    }
}
