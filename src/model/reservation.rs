//! Reservation: <https://www.twilio.com/docs/taskrouter/api/reservations>.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, ReservationSid, TaskSid, WorkerSid, WorkspaceSid};
use super::time::IsoTime;
use super::wire::{Links, null_default, words};

words! {
    /// Where a reservation is in its life.
    ReservationStatus {
        /// Offered, not answered.
        Pending = "pending",
        /// The worker has the task.
        Accepted = "accepted",
        /// The worker refused.
        Rejected = "rejected",
        /// The worker did not answer in time.
        Timeout = "timeout",
        /// The task was canceled meanwhile.
        Canceled = "canceled",
        /// Another worker took the task.
        Rescinded = "rescinded",
        /// The work is finished, the after-work is not.
        Wrapping = "wrapping",
        /// Done.
        Completed = "completed",
    }
}

impl ReservationStatus {
    /// Whether the reservation takes up capacity of its worker.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::Accepted | Self::Wrapping)
    }
}

/// The offer of a task to a worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// `WR…`
    pub sid: ReservationSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it belongs to.
    pub workspace_sid: WorkspaceSid,
    /// The task offered.
    pub task_sid: TaskSid,
    /// The worker it is offered to.
    pub worker_sid: WorkerSid,
    /// That worker's name.
    #[serde(default, deserialize_with = "null_default")]
    pub worker_name: String,
    /// Where it is in its life.
    pub reservation_status: ReservationStatus,
    /// When it was created.
    pub date_created: Option<IsoTime>,
    /// When it last changed.
    pub date_updated: Option<IsoTime>,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
    /// Related resources.
    #[serde(default)]
    pub links: Links,
}
