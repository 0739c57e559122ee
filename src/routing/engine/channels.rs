//! Task channels (<https://www.twilio.com/docs/taskrouter/api/task-channel>).

use std::sync::Arc;

use super::context::Context;
use super::effect::About;
use super::error::Error;
use super::rows::Ordinal;
use super::state::{Channel, Workspace};
use super::workers::new_channel;
use super::{NewTaskChannel, TaskChannelUpdate, validate};
use crate::model::EventType;
use crate::model::sid::TaskChannelSid;

/// The task channels every workspace starts with: friendly and unique name.
pub(super) const PREDEFINED_CHANNELS: [(&str, &str); 5] = [
    ("Default", "default"),
    ("Voice", "voice"),
    ("Chat", "chat"),
    ("SMS", "sms"),
    ("Video", "video"),
];

impl Workspace {
    pub(super) fn create_channel(
        &mut self,
        context: &mut Context,
        new: &NewTaskChannel,
        predefined: bool,
    ) -> Result<TaskChannelSid, Error> {
        let friendly_name = validate::friendly_name(&new.friendly_name)?;
        let unique_name = validate::unique_name(&new.unique_name)?;
        let taken = self
            .channels
            .iter()
            .any(|channel| channel.unique_name == unique_name);
        validate::free(taken, "TaskChannel", "unique name")?;
        let sid = context.new_sid();
        let ordinal = self.channels.insert(Channel {
            sid,
            friendly_name,
            unique_name: Arc::clone(&unique_name),
            optimized: new.channel_optimized_routing,
            predefined,
            created: context.now,
            updated: context.now,
        });
        let workers: Vec<Ordinal> = self.workers.entries().map(|(worker, _)| worker).collect();
        for worker in workers {
            let own = new_channel(context, sid, Arc::clone(&unique_name));
            if let Some(worker) = self.workers.at_mut(worker) {
                worker.channels.insert(ordinal, own);
            }
            self.relist(worker);
        }
        self.emit_channel(context, ordinal, EventType::TaskChannelCreated);
        Ok(sid)
    }

    fn emit_channel(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let about = About {
            channel: self.channels.at(ordinal),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    pub(super) fn update_channel(
        &mut self,
        context: &mut Context,
        sid: TaskChannelSid,
        update: &TaskChannelUpdate,
    ) -> Result<(), Error> {
        let ordinal = self
            .channels
            .get(sid)
            .and_then(|channel| self.channels.ordinal(channel.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let name = update
            .friendly_name
            .as_deref()
            .map(validate::friendly_name)
            .transpose()?;
        let channel = self
            .channels
            .at_mut(ordinal)
            .expect("the channel was found");
        if let Some(name) = name {
            channel.friendly_name = name;
        }
        channel.optimized = update
            .channel_optimized_routing
            .unwrap_or(channel.optimized);
        channel.updated = context.now;
        if update.channel_optimized_routing.is_some() {
            let workers: Vec<Ordinal> = self.workers.entries().map(|(worker, _)| worker).collect();
            for worker in workers {
                self.relist(worker);
            }
        }
        self.emit_channel(context, ordinal, EventType::TaskChannelUpdated);
        Ok(())
    }

    pub(super) fn delete_channel(
        &mut self,
        context: &mut Context,
        sid: TaskChannelSid,
    ) -> Result<(), Error> {
        let channel = self
            .channels
            .get(sid)
            .ok_or_else(|| Error::not_found(sid))?;
        let ordinal = self.channels.ordinal(sid).expect("the channel was found");
        let reason = if channel.predefined {
            Some("it came with the workspace".to_owned())
        } else {
            self.tasks
                .iter()
                .find(|task| task.channel == sid && !task.status.is_final())
                .map(|task| format!("task {} uses it", task.sid))
        };
        validate::refuse_use("TaskChannel", sid.to_string(), reason)?;
        self.emit_channel(context, ordinal, EventType::TaskChannelDeleted);
        let Self {
            workers, queues, ..
        } = self;
        for (_, worker) in workers.entries_mut() {
            worker.channels.remove(&ordinal);
        }
        for (_, queue) in queues.entries_mut() {
            queue.free.remove(&ordinal);
        }
        self.channels.remove(ordinal);
        Ok(())
    }
}
