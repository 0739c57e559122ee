//! What Twilio puts into a workspace that is made.

use super::manifest::WorkerChannelSpec;

/// The task channels that every workspace has and keeps.
pub(super) const CHANNELS: [&str; 5] = ["default", "voice", "chat", "sms", "video"];

/// The activities of a new workspace and whether they take tasks; the first is its default and
/// time-out activity.
pub(super) const ACTIVITIES: [(&str, bool); 3] = [
    ("Offline", false),
    ("Available", true),
    ("Unavailable", false),
];

/// Every channel of a new worker.
pub(super) const WORKER_CHANNEL: WorkerChannelSpec = WorkerChannelSpec {
    capacity: Some(1),
    available: Some(true),
};
