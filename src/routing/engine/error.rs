//! Why the engine refuses a command.

use crate::model::sid::{AccountSid, ReservationSid, TaskSid, WorkspaceSid};
use crate::routing::{expr, workflow};

/// Why a command was refused. The texts of refused state changes are Twilio's own
/// (<https://www.twilio.com/docs/taskrouter/api/task#task-statuses>); where the service's text is
/// not known, the sentence is ours.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// No such resource.
    #[error("{kind} {sid} was not found")]
    NotFound {
        /// What was looked for, with its article.
        kind: &'static str,
        /// The SID or name that was asked for.
        sid: String,
    },
    /// A parameter is missing, malformed or out of range.
    #[error("{parameter}: {problem}")]
    Invalid {
        /// The parameter, as Twilio spells it.
        parameter: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// An expression does not parse.
    #[error("{parameter}: {source}")]
    Expression {
        /// The parameter, as Twilio spells it.
        parameter: &'static str,
        /// Where and why.
        source: expr::Error,
    },
    /// A workflow configuration does not hold together.
    #[error("Configuration: {0}")]
    Configuration(workflow::Errors),
    /// The name is taken.
    #[error("{kind} with the same {property} already exists")]
    Duplicate {
        /// The kind of resource: `Worker`.
        kind: &'static str,
        /// What must be unique: `friendly name`.
        property: &'static str,
    },
    /// Something else still needs the resource.
    #[error("{kind} {sid} cannot be deleted: {reason}")]
    InUse {
        /// The kind of resource: `Activity`.
        kind: &'static str,
        /// Its SID.
        sid: String,
        /// Who needs it.
        reason: String,
    },
    /// A task was created without naming one of several workflows.
    #[error("WorkflowSid field is required")]
    WorkflowRequired,
    /// No filter of the workflow matches and it has no default filter.
    #[error(
        "Task attributes matched no filter of workflow {workflow}, which has no default filter"
    )]
    NoTarget {
        /// The workflow.
        workflow: String,
    },
    /// Only an assigned or wrapping task can be completed.
    #[error(
        "Cannot complete task {task} in workspace {workspace} for account {account} because it is not currently assigned."
    )]
    CannotComplete {
        /// The task.
        task: TaskSid,
        /// Its workspace.
        workspace: WorkspaceSid,
        /// Its account.
        account: AccountSid,
    },
    /// Only an assigned task can be wrapped up.
    #[error(
        "Cannot wrap up a task {task} in workspace {workspace} for account {account} because it is not currently assigned."
    )]
    CannotWrap {
        /// The task.
        task: TaskSid,
        /// Its workspace.
        workspace: WorkspaceSid,
        /// Its account.
        account: AccountSid,
    },
    /// Only a pending or reserved task can be canceled.
    #[error(
        "Cannot cancel task {task} in workspace {workspace} for account {account} because it is not pending or reserved."
    )]
    CannotCancel {
        /// The task.
        task: TaskSid,
        /// Its workspace.
        workspace: WorkspaceSid,
        /// Its account.
        account: AccountSid,
    },
    /// The task is completed or canceled and cannot change any more.
    #[error("Task {task} is {status} and cannot be changed")]
    TaskFinished {
        /// The task.
        task: TaskSid,
        /// Its status.
        status: crate::model::TaskStatus,
    },
    /// A reservation cannot go from where it is to where it should.
    #[error("Reservation {reservation} cannot change from {from} to {to}")]
    ReservationState {
        /// The reservation.
        reservation: ReservationSid,
        /// Where it is.
        from: crate::model::ReservationStatus,
        /// Where it should go.
        to: crate::model::ReservationStatus,
    },
    /// The reservation was rescinded because another worker took the task.
    #[error("Reservation {reservation} has been rescinded")]
    Rescinded {
        /// The reservation.
        reservation: ReservationSid,
    },
    /// An instruction needs a pending reservation.
    #[error(
        "Unable to execute {instruction} instruction. Reservation {reservation} is not currently in a Pending state."
    )]
    NotPending {
        /// The instruction, capitalised.
        instruction: &'static str,
        /// The reservation.
        reservation: ReservationSid,
    },
}

impl Error {
    pub(crate) fn invalid(parameter: &'static str, problem: impl Into<String>) -> Self {
        Self::Invalid {
            parameter,
            problem: problem.into(),
        }
    }

    pub(crate) fn not_found<S: crate::model::sid::Sid>(sid: S) -> Self {
        Self::NotFound {
            kind: S::KIND,
            sid: sid.to_string(),
        }
    }
}
