//! Statistics: <https://www.twilio.com/docs/taskrouter/api/statistics>.
//!
//! Real-time statistics tell how things are now, cumulative ones what happened in a window of
//! time. The older combined resources hold both, with fewer figures. All times are whole seconds.

mod shapes;
mod task_queue;
mod worker;
mod workflow;
mod workspace;

pub use shapes::{
    ActivityCount, ActivityDuration, Backlog, Duration, ReservationCounts, SplitByWaitTime,
    SplitCounts, TasksByPriority, TasksByStatus, WaitSplit, Window,
};
pub use task_queue::{
    TaskQueueBulkRealTimeStatistics, TaskQueueCumulative, TaskQueueCumulativeStatistics,
    TaskQueueData, TaskQueueRealTime, TaskQueueRealTimeStatistics, TaskQueueStatistics,
};
pub use worker::{
    WorkerCumulative, WorkerStatistics, WorkersCumulativeStatistics, WorkersRealTime,
    WorkersRealTimeStatistics, WorkersStatistics,
};
pub use workflow::{
    WorkflowCumulative, WorkflowCumulativeStatistics, WorkflowRealTime, WorkflowRealTimeStatistics,
    WorkflowStatistics,
};
pub use workspace::{
    WorkspaceCumulative, WorkspaceCumulativeStatistics, WorkspaceRealTime,
    WorkspaceRealTimeStatistics, WorkspaceStatistics,
};
