//! Statistics: not resources with a SID, but questions asked of one that has.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::model::sid::{TaskQueueSid, WorkerSid, WorkflowSid, WorkspaceSid};
use crate::model::statistics::{
    TaskQueueCumulativeStatistics, TaskQueueRealTimeStatistics, WorkerStatistics,
    WorkersCumulativeStatistics, WorkersRealTimeStatistics, WorkersStatistics,
    WorkflowCumulativeStatistics, WorkflowRealTimeStatistics, WorkspaceCumulativeStatistics,
    WorkspaceRealTimeStatistics,
};

use super::client::{Client, Verb};
use super::error::Error;
use super::form::Form;
use super::host::Host;
use super::resource::{Record, read_record};

/// A kind of statistics: whose they are and where they are asked for.
pub trait Statistics: DeserializeOwned + Serialize {
    /// What in the workspace they are of; `()` for the workspace and for all its workers.
    type Owner: Copy;

    /// What they are, in messages.
    const WHAT: &'static str;

    /// Their path in the workspace.
    fn path(owner: Self::Owner) -> String;
}

macro_rules! statistics {
    ($($what:literal: $type:ty { $owner:ty: |$name:pat_param| $path:expr })+) => {
        $(impl Statistics for $type {
            type Owner = $owner;

            const WHAT: &'static str = $what;

            fn path($name: $owner) -> String {
                $path
            }
        })+
    };
}

statistics! {
    "real-time statistics of a workspace": WorkspaceRealTimeStatistics {
        (): |()| "RealTimeStatistics".to_owned()
    }
    "cumulative statistics of a workspace": WorkspaceCumulativeStatistics {
        (): |()| "CumulativeStatistics".to_owned()
    }
    "real-time statistics of a task queue": TaskQueueRealTimeStatistics {
        TaskQueueSid: |queue| format!("TaskQueues/{queue}/RealTimeStatistics")
    }
    "cumulative statistics of a task queue": TaskQueueCumulativeStatistics {
        TaskQueueSid: |queue| format!("TaskQueues/{queue}/CumulativeStatistics")
    }
    "real-time statistics of a workflow": WorkflowRealTimeStatistics {
        WorkflowSid: |workflow| format!("Workflows/{workflow}/RealTimeStatistics")
    }
    "cumulative statistics of a workflow": WorkflowCumulativeStatistics {
        WorkflowSid: |workflow| format!("Workflows/{workflow}/CumulativeStatistics")
    }
    "real-time statistics of the workers": WorkersRealTimeStatistics {
        (): |()| "Workers/RealTimeStatistics".to_owned()
    }
    "cumulative statistics of the workers": WorkersCumulativeStatistics {
        (): |()| "Workers/CumulativeStatistics".to_owned()
    }
    "statistics of the workers": WorkersStatistics {
        (): |()| "Workers/Statistics".to_owned()
    }
    "statistics of a worker": WorkerStatistics {
        WorkerSid: |worker| format!("Workers/{worker}/Statistics")
    }
}

impl Client {
    /// The statistics of something in a workspace, with Twilio's parameters for them.
    pub async fn statistics<S: Statistics>(
        &self,
        workspace: WorkspaceSid,
        owner: S::Owner,
        query: &Form,
    ) -> Result<Record<S>, Error> {
        let path = format!("/v1/Workspaces/{workspace}/{}", S::path(owner));
        let request = self
            .request(Verb::Get, Host::TaskRouter, &path)
            .query(query);
        read_record(&self.send(&request).await?, S::WHAT)
    }
}
