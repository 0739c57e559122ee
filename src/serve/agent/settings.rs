//! The `[serve.agents]` section: who works in the browser.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;

use crate::serve::access::PasswordHash;
use crate::serve::settings::span;

/// The longest a session may be told to last.
const LONGEST_SESSION: Duration = Duration::from_hours(24 * 7);

/// Who may sign in at `/agent`, and what they find there.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgentSettings {
    /// What `trctl agents set-password` wrote, by the worker's name.
    pub passwords: BTreeMap<String, PasswordHash>,
    /// How long somebody stays signed in: a shift. A text like `12h` or a number of seconds.
    #[serde(deserialize_with = "span")]
    pub session: Duration,
    /// Whether every worker may sign in with the one password of `TR_TOKEN_PASSWORD`.
    pub shared_password: bool,
    /// What can be said of how a task ended; anything when nothing is named.
    pub dispositions: Vec<String>,
}

impl Default for AgentSettings {
    fn default() -> Self {
        Self {
            passwords: BTreeMap::new(),
            session: Duration::from_hours(12),
            shared_password: false,
            dispositions: Vec::new(),
        }
    }
}

impl AgentSettings {
    /// What is wrong with it, as sentences without an end.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        if self.session.is_zero() || self.session > LONGEST_SESSION {
            problems.push("[serve.agents] session must be above 0 and a week at most".to_owned());
        }
        if self.passwords.keys().any(String::is_empty) {
            problems.push("[serve.agents.passwords] has an empty name".to_owned());
        }
        if self.dispositions.iter().any(|text| text.trim().is_empty()) {
            problems.push("[serve.agents] dispositions has an empty text".to_owned());
        }
        problems
    }
}
