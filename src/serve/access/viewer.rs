//! Who is looking, and how much of it they see.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde::Deserialize;

use crate::serve::problem::Problem;

/// What somebody may; each may what those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Read figures.
    Viewer,
    /// Read everything about the teams and queues they lead.
    Lead,
    /// Everything.
    Admin,
}

/// Who is looking; an extension (`Extension<Arc<Viewer>>`) of every request behind the log-in.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// Their name in the settings; none on a server that asks nobody.
    pub name: Option<String>,
    /// What they may.
    pub role: Role,
    /// The only teams they see, when `teams` or `queues` has any.
    pub teams: BTreeSet<String>,
    /// The only queues they see, by name, when `teams` or `queues` has any.
    pub queues: BTreeSet<String>,
}

impl Viewer {
    /// Whether nothing is kept from them.
    pub fn sees_everything(&self) -> bool {
        self.teams.is_empty() && self.queues.is_empty()
    }

    /// Whether they see what belongs to this queue and this team: one of theirs is enough.
    pub fn sees(&self, queue: Option<&str>, team: Option<&str>) -> bool {
        self.sees_everything()
            || queue.is_some_and(|queue| self.queues.contains(queue))
            || team.is_some_and(|team| self.teams.contains(team))
    }

    /// Refuses whoever does not see everything, from what cannot be told apart by team or queue.
    pub(crate) fn require_everything(&self) -> Result<(), Problem> {
        if self.sees_everything() {
            return Ok(());
        }
        Err(Problem::new(
            StatusCode::FORBIDDEN,
            "you see some teams and queues only, and this is about all of them",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_sees_their_own() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mut viewer = Viewer {
            name: Some("anna".to_owned()),
            role: Role::Lead,
            teams: names(&["North"]),
            queues: names(&["Support"]),
        };
        assert!(viewer.sees(Some("Support"), None));
        assert!(viewer.sees(Some("Sales"), Some("North")));
        assert!(!viewer.sees(Some("Sales"), Some("South")));
        assert!(!viewer.sees(None, None));
        assert!(Role::Viewer < viewer.role && viewer.role < Role::Admin);
        assert!(viewer.require_everything().is_err());
        viewer.teams.clear();
        viewer.queues.clear();
        assert!(viewer.sees(None, None));
        assert!(viewer.require_everything().is_ok());
    }
}
