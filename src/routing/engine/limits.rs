//! TaskRouter's limits: <https://www.twilio.com/docs/taskrouter/limits>.

/// Characters of a friendly name.
pub const FRIENDLY_NAME: usize = 64;
/// Characters of a task's or worker's attributes.
pub const ATTRIBUTES: usize = 4096;
/// Bytes of a workflow configuration.
pub const CONFIGURATION: usize = 1_038_576;
/// Workers reserved at once for one task.
pub const MAX_RESERVED_WORKERS: u32 = 50;
/// Seconds a reservation may stay pending.
pub const RESERVATION_TIMEOUT: u32 = 86_400;
/// Seconds a reservation stays pending unless the workflow says otherwise.
pub const DEFAULT_RESERVATION_TIMEOUT: u32 = 120;
/// Seconds a task may live without being assigned.
pub const TASK_TIMEOUT: u64 = 1_209_600;
/// Seconds a task lives without being assigned unless it says otherwise.
pub const DEFAULT_TASK_TIMEOUT: u64 = 86_400;
/// Seconds a task may be assigned before the system deletes it.
pub const ASSIGNED: u64 = 86_400;
/// Seconds a completed or canceled task can still be read.
pub const FINISHED: u64 = 300;
/// Times a task may be reserved.
pub const ASSIGNMENTS: u32 = 1_000;
/// The largest priority.
pub const PRIORITY: i64 = 2_147_483_647;
/// Activities of a workspace.
pub const ACTIVITIES: usize = 100;
/// Queues of a workspace.
pub const QUEUES: usize = 5_000;
/// Workers of a workspace.
pub const WORKERS: usize = 15_000;
