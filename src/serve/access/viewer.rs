//! Who is looking, and how much of it they see.

use std::fmt;

use axum::http::StatusCode;
use serde::Deserialize;

use crate::events::statistics::Limits;
use crate::serve::problem::Problem;

/// What somebody may; each may what those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Read figures.
    Viewer,
    /// Read about single tasks, workers and events.
    Lead,
    /// Everything.
    Admin,
}

impl Role {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Viewer, Self::Lead, Self::Admin];
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Viewer => "viewer",
            Self::Lead => "lead",
            Self::Admin => "admin",
        })
    }
}

/// Who is looking; an extension (`Extension<Arc<Viewer>>`) of every request behind the log-in.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// Their name in the settings; none on a server that asks nobody.
    pub name: Option<String>,
    /// What they may.
    pub role: Role,
    /// The only things they see.
    pub limits: Limits,
}

impl Viewer {
    /// Refuses whoever does not see everything, from what cannot be told apart by team or queue.
    pub(crate) fn require_everything(&self) -> Result<(), Problem> {
        if self.limits.are_none() {
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
    fn a_lead_does_not_see_everything() {
        let mut viewer = Viewer {
            name: Some("anna".to_owned()),
            role: Role::Lead,
            limits: Limits {
                teams: ["North".to_owned()].into(),
                ..Limits::default()
            },
        };
        assert!(Role::Viewer < viewer.role && viewer.role < Role::Admin);
        assert!(viewer.require_everything().is_err());
        viewer.limits.teams.clear();
        assert!(viewer.require_everything().is_ok());
    }
}
