//! Tokens that let a browser talk to Twilio: what TaskRouter's own scripts are given
//! ([`Capability`]) and what every newer SDK is given ([`Access`]). Both are JSON web tokens, made
//! and read here without a request.

mod access;
mod capability;
mod inspect;
mod jwt;

pub use access::{
    Access, Grants, Outgoing, Role, ServiceGrant, TaskRouterGrant, VideoGrant, VoiceGrant,
};
pub use capability::{Capability, Channel, Policy};
pub use inspect::{Finding, Inspection, Kind, inspect};
pub use jwt::{Check, DecodeError, Decoded, Token, decode};

use std::time::Duration;

use jiff::Timestamp;

/// How long a token lasts unless told otherwise.
pub const DEFAULT_LIFE: Duration = Duration::from_hours(1);

/// The longest life that Twilio grants an access token (error 20157 beyond it).
pub const LONGEST_LIFE: Duration = Duration::from_hours(24);

/// From when until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    /// When it was made, for those that say so.
    pub issued_at: Option<Timestamp>,
    /// When it begins, for those that say so.
    pub not_before: Option<Timestamp>,
    /// When it ends.
    pub expires: Timestamp,
}

impl Life {
    /// From now on for so long, with the moment it was made.
    pub fn starting(now: Timestamp, long: Duration) -> Self {
        Self {
            issued_at: Some(now),
            not_before: None,
            expires: after(now, long),
        }
    }
}

fn after(now: Timestamp, long: Duration) -> Timestamp {
    now.saturating_add(long)
        .expect("a span of time without a calendar can be added")
}

#[cfg(test)]
mod tests;
