//! A workspace's own settings (<https://www.twilio.com/docs/taskrouter/api/workspace>).

use std::sync::Arc;

use super::context::Context;
use super::effect::About;
use super::error::Error;
use super::rows::Ordinal;
use super::state::Workspace;
use super::{WorkspaceUpdate, validate};
use crate::model::EventType;
use crate::model::sid::ActivitySid;

impl Workspace {
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
        if let Some(filter) = update.events_filter.as_deref() {
            self.events_filter = (!filter.is_empty()).then(|| Arc::from(filter));
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
