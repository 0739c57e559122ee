//! What all agents of the workspace have in common, asked for every few minutes.

use std::collections::HashMap;
use std::time::Duration;

use super::view::Choice;
use crate::model::sid::{WorkflowSid, WorkspaceSid};
use crate::model::{Activity, Workflow, Workspace};
use crate::serve::directory::all;
use crate::twilio::{Client, Error};

/// How old it gets.
pub(super) const FRESH: Duration = Duration::from_mins(1);

/// The workspace, as agents see it.
#[derive(Debug, Clone)]
pub(super) struct Centre {
    pub(super) workspace: String,
    pub(super) activities: Vec<Choice>,
    timeouts: HashMap<WorkflowSid, Duration>,
}

impl Centre {
    pub(super) async fn read(client: &Client, workspace: WorkspaceSid) -> Result<Self, Error> {
        let (itself, activities, workflows) = futures::try_join!(
            client.get::<Workspace>((), workspace),
            all::<Activity>(client, workspace),
            all::<Workflow>(client, workspace),
        )?;
        let mut activities: Vec<Choice> = activities
            .into_iter()
            .map(|activity| Choice {
                sid: activity.sid,
                takes: activity.available == Some(true),
                name: activity.friendly_name,
            })
            .collect();
        activities.sort_by(|one, other| (!one.takes, &one.name).cmp(&(!other.takes, &other.name)));
        Ok(Self {
            workspace: itself.record.value.friendly_name,
            activities,
            timeouts: workflows
                .into_iter()
                .map(|workflow| {
                    let seconds = u64::from(workflow.task_reservation_timeout);
                    (workflow.sid, Duration::from_secs(seconds))
                })
                .collect(),
        })
    }

    /// How long a worker has to answer an offer of this workflow.
    pub(super) fn timeout(&self, workflow: Option<WorkflowSid>) -> Option<Duration> {
        self.timeouts.get(&workflow?).copied()
    }
}
