//! Each of Twilio's resources as a [`Resource`].

use std::borrow::Cow;

use serde::Deserialize;

use crate::model::sid::{
    AccountSid, ActivitySid, CallSid, ConferenceSid, EventSid, PhoneNumberSid, ReservationSid,
    TaskChannelSid, TaskQueueSid, TaskSid, VoiceQueueSid, WorkerChannelSid, WorkerSid, WorkflowSid,
    WorkspaceSid,
};
use crate::model::{
    Activity, Call, Conference, ConferenceStatus, Event, Member, Participant, PhoneNumber,
    Reservation, Task, TaskChannel, TaskQueue, VoiceQueue, Worker, WorkerChannel, Workflow,
    Workspace,
};

use super::host::Host;
use super::resource::{Naming, Resource};

/// Whose reservations are meant; the object is the same under both parents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReservationScope {
    /// Those of a task.
    Task(WorkspaceSid, TaskSid),
    /// Those of a worker.
    Worker(WorkspaceSid, WorkerSid),
}

/// The worker whose channels are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkerScope {
    /// The workspace.
    pub workspace: WorkspaceSid,
    /// The worker.
    pub worker: WorkerSid,
}

fn in_workspace(workspace: WorkspaceSid, collection: &str) -> String {
    format!("/v1/Workspaces/{workspace}/{collection}")
}

fn in_account(account: AccountSid, collection: &str) -> String {
    format!("/2010-04-01/Accounts/{account}/{collection}")
}

fn named(name: &str) -> Vec<Cow<'_, str>> {
    vec![Cow::Borrowed(name)]
}

impl Resource for Workspace {
    type Sid = WorkspaceSid;
    type Scope = ();

    const ONE: &'static str = "workspace";
    const MANY: &'static str = "workspaces";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "workspaces";
    const FILTERS: &'static [&'static str] = &["FriendlyName"];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("friendly_name", "FriendlyName"),
        ("default_activity_sid", "DefaultActivitySid"),
        ("timeout_activity_sid", "TimeoutActivitySid"),
        ("event_callback_url", "EventCallbackUrl"),
        ("events_filter", "EventsFilter"),
        ("multi_task_enabled", "MultiTaskEnabled"),
        ("prioritize_queue_order", "PrioritizeQueueOrder"),
    ];
    const NAMING: Naming = Naming::FilteredThenListed("FriendlyName");

    fn sid(&self) -> WorkspaceSid {
        self.sid
    }

    fn collection(_: AccountSid, (): ()) -> String {
        "/v1/Workspaces".to_owned()
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        named(&self.friendly_name)
    }
}

impl Resource for Activity {
    type Sid = ActivitySid;
    type Scope = WorkspaceSid;

    const ONE: &'static str = "activity";
    const MANY: &'static str = "activities";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "activities";
    const FILTERS: &'static [&'static str] = &["FriendlyName", "Available"];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[("friendly_name", "FriendlyName")];
    const NAMING: Naming = Naming::FilteredThenListed("FriendlyName");

    fn sid(&self) -> ActivitySid {
        self.sid
    }

    fn collection(_: AccountSid, workspace: WorkspaceSid) -> String {
        in_workspace(workspace, "Activities")
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        named(&self.friendly_name)
    }
}

impl Resource for TaskChannel {
    type Sid = TaskChannelSid;
    type Scope = WorkspaceSid;

    const ONE: &'static str = "task channel";
    const MANY: &'static str = "task channels";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "channels";
    const FILTERS: &'static [&'static str] = &[];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("friendly_name", "FriendlyName"),
        ("channel_optimized_routing", "ChannelOptimizedRouting"),
    ];
    const NAMING: Naming = Naming::Listed;

    fn sid(&self) -> TaskChannelSid {
        self.sid
    }

    fn collection(_: AccountSid, workspace: WorkspaceSid) -> String {
        in_workspace(workspace, "TaskChannels")
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        vec![
            Cow::Borrowed(&self.unique_name),
            Cow::Borrowed(&self.friendly_name),
        ]
    }
}

impl Resource for Worker {
    type Sid = WorkerSid;
    type Scope = WorkspaceSid;

    const ONE: &'static str = "worker";
    const MANY: &'static str = "workers";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "workers";
    const FILTERS: &'static [&'static str] = &[
        "ActivityName",
        "ActivitySid",
        "Available",
        "FriendlyName",
        "TargetWorkersExpression",
        "TaskQueueName",
        "TaskQueueSid",
        "Ordering",
    ];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("friendly_name", "FriendlyName"),
        ("attributes", "Attributes"),
        ("activity_sid", "ActivitySid"),
    ];
    const NAMING: Naming = Naming::FilteredThenListed("FriendlyName");

    fn sid(&self) -> WorkerSid {
        self.sid
    }

    fn collection(_: AccountSid, workspace: WorkspaceSid) -> String {
        in_workspace(workspace, "Workers")
    }

    fn attributes(&self) -> Option<&str> {
        Some(&self.attributes)
    }

    /// The friendly name, then the attribute `name`.
    fn names(&self) -> Vec<Cow<'_, str>> {
        #[derive(Deserialize)]
        struct Attributes<'a> {
            #[serde(borrow)]
            name: Cow<'a, str>,
        }
        let mut names = named(&self.friendly_name);
        if let Ok(attributes) = serde_json::from_str::<Attributes<'_>>(&self.attributes) {
            names.push(attributes.name);
        }
        names
    }
}

impl Resource for WorkerChannel {
    type Sid = WorkerChannelSid;
    type Scope = WorkerScope;

    const ONE: &'static str = "worker channel";
    const MANY: &'static str = "worker channels";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "channels";
    const FILTERS: &'static [&'static str] = &[];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("configured_capacity", "Capacity"),
        ("available", "Available"),
    ];
    const NAMING: Naming = Naming::Listed;

    fn sid(&self) -> WorkerChannelSid {
        self.sid
    }

    fn collection(_: AccountSid, scope: WorkerScope) -> String {
        in_workspace(
            scope.workspace,
            &format!("Workers/{}/Channels", scope.worker),
        )
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        named(&self.task_channel_unique_name)
    }
}

impl Resource for TaskQueue {
    type Sid = TaskQueueSid;
    type Scope = WorkspaceSid;

    const ONE: &'static str = "task queue";
    const MANY: &'static str = "task queues";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "task_queues";
    const FILTERS: &'static [&'static str] = &[
        "FriendlyName",
        "EvaluateWorkerAttributes",
        "WorkerSid",
        "Ordering",
    ];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("friendly_name", "FriendlyName"),
        ("target_workers", "TargetWorkers"),
        ("reservation_activity_sid", "ReservationActivitySid"),
        ("assignment_activity_sid", "AssignmentActivitySid"),
        ("max_reserved_workers", "MaxReservedWorkers"),
        ("task_order", "TaskOrder"),
    ];
    const NAMING: Naming = Naming::FilteredThenListed("FriendlyName");

    fn sid(&self) -> TaskQueueSid {
        self.sid
    }

    fn collection(_: AccountSid, workspace: WorkspaceSid) -> String {
        in_workspace(workspace, "TaskQueues")
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        named(&self.friendly_name)
    }
}

impl Resource for Workflow {
    type Sid = WorkflowSid;
    type Scope = WorkspaceSid;

    const ONE: &'static str = "workflow";
    const MANY: &'static str = "workflows";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "workflows";
    const FILTERS: &'static [&'static str] = &["FriendlyName"];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("friendly_name", "FriendlyName"),
        ("configuration", "Configuration"),
        ("assignment_callback_url", "AssignmentCallbackUrl"),
        (
            "fallback_assignment_callback_url",
            "FallbackAssignmentCallbackUrl",
        ),
        ("task_reservation_timeout", "TaskReservationTimeout"),
    ];
    const NAMING: Naming = Naming::FilteredThenListed("FriendlyName");

    fn sid(&self) -> WorkflowSid {
        self.sid
    }

    fn collection(_: AccountSid, workspace: WorkspaceSid) -> String {
        in_workspace(workspace, "Workflows")
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        named(&self.friendly_name)
    }
}

impl Resource for Task {
    type Sid = TaskSid;
    type Scope = WorkspaceSid;

    const ONE: &'static str = "task";
    const MANY: &'static str = "tasks";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "tasks";
    const FILTERS: &'static [&'static str] = &[
        "Priority",
        "AssignmentStatus",
        "WorkflowSid",
        "WorkflowName",
        "TaskQueueSid",
        "TaskQueueName",
        "EvaluateTaskAttributes",
        "RoutingTarget",
        "Ordering",
        "HasAddons",
    ];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("attributes", "Attributes"),
        ("priority", "Priority"),
        ("task_channel_unique_name", "TaskChannel"),
        ("virtual_start_time", "VirtualStartTime"),
    ];

    fn sid(&self) -> TaskSid {
        self.sid
    }

    fn collection(_: AccountSid, workspace: WorkspaceSid) -> String {
        in_workspace(workspace, "Tasks")
    }

    fn attributes(&self) -> Option<&str> {
        Some(&self.attributes)
    }
}

impl Resource for Reservation {
    type Sid = ReservationSid;
    type Scope = ReservationScope;

    const ONE: &'static str = "reservation";
    const MANY: &'static str = "reservations";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "reservations";
    const FILTERS: &'static [&'static str] = &["ReservationStatus", "WorkerSid"];

    fn sid(&self) -> ReservationSid {
        self.sid
    }

    fn collection(_: AccountSid, scope: ReservationScope) -> String {
        match scope {
            ReservationScope::Task(workspace, task) => {
                in_workspace(workspace, &format!("Tasks/{task}/Reservations"))
            }
            ReservationScope::Worker(workspace, worker) => {
                in_workspace(workspace, &format!("Workers/{worker}/Reservations"))
            }
        }
    }
}

impl Resource for Event {
    type Sid = EventSid;
    type Scope = WorkspaceSid;

    const ONE: &'static str = "event";
    const MANY: &'static str = "events";
    const HOST: Host = Host::TaskRouter;
    const KEY: &'static str = "events";
    const FILTERS: &'static [&'static str] = &[
        "EndDate",
        "EventType",
        "Minutes",
        "ReservationSid",
        "StartDate",
        "TaskQueueSid",
        "TaskSid",
        "WorkerSid",
        "WorkflowSid",
        "TaskChannel",
        "Sid",
    ];

    fn sid(&self) -> EventSid {
        self.sid
    }

    fn collection(_: AccountSid, workspace: WorkspaceSid) -> String {
        in_workspace(workspace, "Events")
    }
}

impl Resource for Conference {
    type Sid = ConferenceSid;
    type Scope = ();

    const ONE: &'static str = "conference";
    const MANY: &'static str = "conferences";
    const HOST: Host = Host::Api;
    const KEY: &'static str = "conferences";
    const FILTERS: &'static [&'static str] = &[
        "DateCreated",
        "DateCreated<",
        "DateCreated>",
        "DateUpdated",
        "DateUpdated<",
        "DateUpdated>",
        "FriendlyName",
        "Status",
    ];
    const NAMING: Naming = Naming::Filtered("FriendlyName");
    const NAMED_AFTER_SIDS: bool = true;

    fn sid(&self) -> ConferenceSid {
        self.sid
    }

    fn collection(account: AccountSid, (): ()) -> String {
        in_account(account, "Conferences")
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        named(&self.friendly_name)
    }

    fn answers_to_its_name(&self) -> bool {
        self.status != ConferenceStatus::Completed
    }
}

/// Known by its call; there is no SID of its own.
impl Resource for Participant {
    type Sid = CallSid;
    type Scope = ConferenceSid;

    const ONE: &'static str = "participant";
    const MANY: &'static str = "participants";
    const HOST: Host = Host::Api;
    const KEY: &'static str = "participants";
    const FILTERS: &'static [&'static str] = &["Muted", "Hold", "Coaching"];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("muted", "Muted"),
        ("hold", "Hold"),
        ("coaching", "Coaching"),
    ];
    const NAMING: Naming = Naming::Listed;

    fn sid(&self) -> CallSid {
        self.call_sid
    }

    fn collection(account: AccountSid, conference: ConferenceSid) -> String {
        in_account(account, &format!("Conferences/{conference}/Participants"))
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        self.label.as_deref().map(named).unwrap_or_default()
    }
}

impl Resource for VoiceQueue {
    type Sid = VoiceQueueSid;
    type Scope = ();

    const ONE: &'static str = "voice queue";
    const MANY: &'static str = "voice queues";
    const HOST: Host = Host::Api;
    const KEY: &'static str = "queues";
    const FILTERS: &'static [&'static str] = &[];
    const SETTABLE: &'static [(&'static str, &'static str)] =
        &[("friendly_name", "FriendlyName"), ("max_size", "MaxSize")];
    const NAMING: Naming = Naming::Listed;
    const NAMED_AFTER_SIDS: bool = true;

    fn sid(&self) -> VoiceQueueSid {
        self.sid
    }

    fn collection(account: AccountSid, (): ()) -> String {
        in_account(account, "Queues")
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        named(&self.friendly_name)
    }
}

/// Known by its call; there is no SID of its own.
impl Resource for Member {
    type Sid = CallSid;
    type Scope = VoiceQueueSid;

    const ONE: &'static str = "member";
    const MANY: &'static str = "members";
    const HOST: Host = Host::Api;
    const KEY: &'static str = "queue_members";
    const FILTERS: &'static [&'static str] = &[];

    fn sid(&self) -> CallSid {
        self.call_sid
    }

    fn collection(account: AccountSid, queue: VoiceQueueSid) -> String {
        in_account(account, &format!("Queues/{queue}/Members"))
    }
}

impl Resource for Call {
    type Sid = CallSid;
    type Scope = ();

    const ONE: &'static str = "call";
    const MANY: &'static str = "calls";
    const HOST: Host = Host::Api;
    const KEY: &'static str = "calls";
    const FILTERS: &'static [&'static str] = &[
        "To",
        "From",
        "ParentCallSid",
        "Status",
        "StartTime",
        "StartTime<",
        "StartTime>",
        "EndTime",
        "EndTime<",
        "EndTime>",
    ];

    fn sid(&self) -> CallSid {
        self.sid
    }

    fn collection(account: AccountSid, (): ()) -> String {
        in_account(account, "Calls")
    }
}

impl Resource for PhoneNumber {
    type Sid = PhoneNumberSid;
    type Scope = ();

    const ONE: &'static str = "number";
    const MANY: &'static str = "numbers";
    const HOST: Host = Host::Api;
    const KEY: &'static str = "incoming_phone_numbers";
    const FILTERS: &'static [&'static str] = &["PhoneNumber", "FriendlyName", "Beta", "Origin"];
    const SETTABLE: &'static [(&'static str, &'static str)] = &[
        ("friendly_name", "FriendlyName"),
        ("voice_url", "VoiceUrl"),
        ("voice_method", "VoiceMethod"),
        ("voice_fallback_url", "VoiceFallbackUrl"),
        ("voice_fallback_method", "VoiceFallbackMethod"),
        ("voice_application_sid", "VoiceApplicationSid"),
        ("trunk_sid", "TrunkSid"),
        ("status_callback", "StatusCallback"),
        ("status_callback_method", "StatusCallbackMethod"),
    ];
    // The filter by number takes letters for the digits they stand for.
    const NAMING: Naming = Naming::Listed;

    fn sid(&self) -> PhoneNumberSid {
        self.sid
    }

    fn collection(account: AccountSid, (): ()) -> String {
        in_account(account, "IncomingPhoneNumbers")
    }

    fn names(&self) -> Vec<Cow<'_, str>> {
        vec![
            Cow::Borrowed(&self.phone_number),
            Cow::Borrowed(&self.friendly_name),
        ]
    }
}
