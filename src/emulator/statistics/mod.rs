//! Statistics: figures of now, asked of the engine's state, and figures of a window of time, asked
//! of the event log.
//!
//! What happened is counted in one pass over the window, however many owners (queues, workflows)
//! are asked about. Times are added up in milliseconds and cut to whole seconds at the end.

mod live;
mod spans;
mod stays;
mod tally;

pub(crate) use live::{Live, live};
pub(crate) use spans::Spans;
pub(crate) use stays::stays;
pub(crate) use tally::{Tally, queue_of, tallies, workflow_of};

use crate::model::sid::TaskChannelSid;
use crate::model::statistics as model;
use crate::routing::Moment;

/// The window of time that is asked about; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) from: Moment,
    pub(crate) to: Moment,
}

impl Window {
    /// Milliseconds of a stay that lie in the window.
    fn share(self, since: Moment, until: Moment) -> u64 {
        until.min(self.to).milliseconds_since(since.max(self.from))
    }
}

impl From<Window> for model::Window {
    fn from(window: Window) -> Self {
        Self {
            start_time: window.from.to_iso(),
            end_time: window.to.to_iso(),
        }
    }
}

/// What cumulative statistics are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) window: Window,
    /// Only tasks of this channel.
    pub(crate) channel: Option<TaskChannelSid>,
    /// Seconds by which waits are split; empty when that was not asked for.
    pub(crate) thresholds: Vec<u64>,
}
