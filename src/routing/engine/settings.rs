//! A workspace's own settings (<https://www.twilio.com/docs/taskrouter/api/workspace>).

use std::sync::Arc;

use super::context::Context;
use super::effect::About;
use super::error::Error;
use super::events_filter::checked_filter;
use super::rows::Ordinal;
use super::state::{Activity, Workspace};
use super::{
    NewActivity, NewQueue, NewTaskChannel, NewWorkflow, NewWorkspace, WorkspaceUpdate, channels,
    validate,
};
use crate::model::sid::{ActivitySid, EventSid, Sid as _, WorkspaceSid};
use crate::model::{EventType, QueueOrder};

impl Workspace {
    /// A new workspace with its activities and task channels, and with a sample queue and workflow
    /// when the template asks for them.
    pub(super) fn founded(context: &mut Context, new: &NewWorkspace) -> Result<Self, Error> {
        let friendly_name = validate::friendly_name(&new.friendly_name)?;
        let callback =
            validate::optional_url("EventCallbackUrl", new.event_callback_url.as_deref())?;
        if new.prioritize_queue_order == Some(QueueOrder::Unknown) {
            return Err(Error::invalid(
                "PrioritizeQueueOrder",
                "must be FIFO or LIFO",
            ));
        }
        let events_filter = new.events_filter.as_deref().map(checked_filter);
        let events_filter = events_filter.transpose()?.flatten();
        let sid: WorkspaceSid = context.new_sid();
        let offline = context.new_sid();
        let now = context.now;
        let mut workspace = Self::new(sid, friendly_name, now, context.scramble(), offline);
        workspace.event_callback_url = callback.value();
        workspace.events_filter = events_filter;
        workspace.multi_task = new.multi_task_enabled.unwrap_or(true);
        workspace.prioritize_queue_order = new.prioritize_queue_order.unwrap_or(QueueOrder::Fifo);
        let ordinal = workspace.activities.insert(Activity {
            sid: offline,
            friendly_name: Arc::from("Offline"),
            available: false,
            created: now,
            updated: now,
        });
        // The first event of a workspace has the number of the workspace: nothing was before it.
        let first = EventSid::from_bits(sid.bits());
        context.emit_as(
            first,
            EventType::WorkspaceCreated,
            &workspace,
            About::default(),
        );
        workspace.emit_activity(context, ordinal, EventType::ActivityCreated);
        for (name, available) in [("Available", true), ("Unavailable", false)] {
            let new = NewActivity {
                friendly_name: name.to_owned(),
                available,
            };
            workspace.create_activity(context, &new)?;
        }
        for (friendly_name, unique_name) in channels::PREDEFINED_CHANNELS {
            let new = NewTaskChannel {
                friendly_name: friendly_name.to_owned(),
                unique_name: unique_name.to_owned(),
                channel_optimized_routing: false,
            };
            workspace.create_channel(context, &new, true)?;
        }
        if new.fifo_template {
            let queue = workspace.create_queue(
                context,
                &NewQueue {
                    friendly_name: "Sample Queue".to_owned(),
                    ..NewQueue::default()
                },
            )?;
            workspace.create_workflow(
                context,
                &NewWorkflow {
                    friendly_name: "Default Fifo Workflow".to_owned(),
                    configuration: format!(
                        r#"{{"task_routing":{{"filters":[],"default_filter":{{"queue":"{queue}"}}}}}}"#
                    ),
                    ..NewWorkflow::default()
                },
            )?;
        }
        Ok(workspace)
    }

    pub(super) fn update_settings(
        &mut self,
        context: &mut Context,
        update: &WorkspaceUpdate,
    ) -> Result<(), Error> {
        let name = update
            .friendly_name
            .as_deref()
            .map(validate::friendly_name)
            .transpose()?;
        let callback =
            validate::optional_url("EventCallbackUrl", update.event_callback_url.as_deref())?;
        let filter = update.events_filter.as_deref().map(checked_filter);
        let filter = filter.transpose()?;
        let default_activity =
            self.known_activity("DefaultActivitySid", update.default_activity)?;
        let timeout_activity =
            self.known_activity("TimeoutActivitySid", update.timeout_activity)?;
        if update.multi_task_enabled == Some(false) && self.multi_task {
            return Err(Error::invalid(
                "MultiTaskEnabled",
                "cannot be switched off once it is on",
            ));
        }
        let order = validate::known_order("PrioritizeQueueOrder", update.prioritize_queue_order)?;
        if let Some(name) = name {
            self.friendly_name = name;
        }
        callback.apply(&mut self.event_callback_url);
        if let Some(filter) = filter {
            self.events_filter = filter;
        }
        self.default_activity = default_activity.unwrap_or(self.default_activity);
        self.timeout_activity = timeout_activity.unwrap_or(self.timeout_activity);
        if update.multi_task_enabled == Some(true) && !self.multi_task {
            self.multi_task = true;
            let workers: Vec<Ordinal> = self.workers.entries().map(|(worker, _)| worker).collect();
            for worker in workers {
                self.relist(worker);
                self.dirty.insert(worker);
            }
        }
        self.prioritize_queue_order = order.unwrap_or(self.prioritize_queue_order);
        self.updated = context.now;
        context.emit(EventType::WorkspaceUpdated, self, About::default());
        Ok(())
    }

    pub(super) fn known_activity(
        &self,
        parameter: &'static str,
        sid: Option<ActivitySid>,
    ) -> Result<Option<ActivitySid>, Error> {
        sid.map(|sid| {
            self.activities
                .get(sid)
                .map(|activity| activity.sid)
                .ok_or_else(|| Error::invalid(parameter, format!("{sid} was not found")))
        })
        .transpose()
    }
}
