//! What is asked of a worker in several places: the open reservations, and what a channel is to be
//! like.

use futures::{StreamExt as _, TryStreamExt as _, stream};

use super::{Client, Error, Form, ListQuery, Record, ReservationScope};
use crate::model::sid::{WorkerSid, WorkspaceSid};
use crate::model::{Reservation, ReservationStatus, WorkerChannel};

impl Client {
    /// The open reservations of a worker, a request for each status: Twilio filters by one only, and
    /// without a filter the list is the worker's whole past.
    ///
    /// # Errors
    /// Twilio refuses, or cannot be reached.
    pub async fn open_reservations(
        &self,
        workspace: WorkspaceSid,
        worker: WorkerSid,
    ) -> Result<Vec<Record<Reservation>>, Error> {
        let open: Vec<_> = ReservationStatus::ALL
            .iter()
            .copied()
            .filter(|status| status.is_open())
            .collect();
        let at_once = open.len();
        stream::iter(open)
            .map(|status| {
                let query = ListQuery::all().filter("ReservationStatus", status);
                self.list::<Reservation>(ReservationScope::Worker(workspace, worker), &query)
                    .try_collect::<Vec<_>>()
            })
            .buffered(at_once)
            .try_concat()
            .await
    }
}

/// What a worker's channel is to be like; what is `None` stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChannelSetting {
    /// Tasks at once.
    pub capacity: Option<u32>,
    /// Whether tasks of the channel are taken.
    pub available: Option<bool>,
}

impl ChannelSetting {
    /// Whether a channel is like that.
    pub fn is_met(self, channel: &WorkerChannel) -> bool {
        self.capacity
            .is_none_or(|capacity| channel.configured_capacity == capacity)
            && self
                .available
                .is_none_or(|available| channel.available == Some(available))
    }

    /// The parameters that make one like that.
    pub fn form(self) -> Form {
        Form::new()
            .with_option("Capacity", self.capacity)
            .with_option("Available", self.available)
    }
}
