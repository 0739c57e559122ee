//! Activities (<https://www.twilio.com/docs/taskrouter/api/activity>).

use super::context::Context;
use super::effect::About;
use super::error::Error;
use super::rows::Ordinal;
use super::state::{Activity, Workspace};
use super::{NewActivity, limits, validate};
use crate::model::EventType;
use crate::model::sid::ActivitySid;

impl Workspace {
    pub(super) fn create_activity(
        &mut self,
        context: &mut Context,
        new: &NewActivity,
    ) -> Result<ActivitySid, Error> {
        let friendly_name = validate::friendly_name(&new.friendly_name)?;
        self.activity_name_is_free(&friendly_name, None)?;
        if self.activities.len() >= limits::ACTIVITIES {
            return Err(Error::invalid(
                "FriendlyName",
                "the workspace is full of activities",
            ));
        }
        let sid = context.new_sid();
        let ordinal = self.activities.insert(Activity {
            sid,
            friendly_name,
            available: new.available,
            created: context.now,
            updated: context.now,
        });
        self.emit_activity(context, ordinal, EventType::ActivityCreated);
        Ok(sid)
    }

    fn activity_name_is_free(&self, name: &str, own: Option<ActivitySid>) -> Result<(), Error> {
        let taken = self
            .activities
            .iter()
            .any(|activity| &*activity.friendly_name == name && Some(activity.sid) != own);
        validate::free(taken, "Activity", "friendly name")
    }

    pub(super) fn emit_activity(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let about = About {
            activity: self.activities.at(ordinal),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    pub(super) fn update_activity(
        &mut self,
        context: &mut Context,
        sid: ActivitySid,
        friendly_name: Option<&str>,
    ) -> Result<(), Error> {
        let ordinal = self
            .activities
            .get(sid)
            .and_then(|activity| self.activities.ordinal(activity.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        if let Some(name) = friendly_name {
            let name = validate::friendly_name(name)?;
            self.activity_name_is_free(&name, Some(sid))?;
            if let Some(activity) = self.activities.at_mut(ordinal) {
                activity.friendly_name = name;
                activity.updated = context.now;
            }
            let inside: Vec<Ordinal> = self
                .workers
                .entries()
                .filter(|(_, worker)| worker.activity == sid)
                .map(|(worker, _)| worker)
                .collect();
            for worker in inside {
                self.refresh_texts(worker);
                self.rejoin_for_activity(worker);
                self.dirty.insert(worker);
            }
        }
        self.emit_activity(context, ordinal, EventType::ActivityUpdated);
        Ok(())
    }

    pub(super) fn delete_activity(
        &mut self,
        context: &mut Context,
        sid: ActivitySid,
    ) -> Result<(), Error> {
        let ordinal = self
            .activities
            .get(sid)
            .and_then(|activity| self.activities.ordinal(activity.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let reason = if self.default_activity == sid {
            Some("it is the workspace's default activity".to_owned())
        } else if self.timeout_activity == sid {
            Some("it is the workspace's timeout activity".to_owned())
        } else if let Some(worker) = self.workers.iter().find(|worker| worker.activity == sid) {
            Some(format!("worker {} is in it", worker.sid))
        } else {
            self.queues
                .iter()
                .find(|queue| {
                    queue.reservation_activity == Some(sid)
                        || queue.assignment_activity == Some(sid)
                })
                .map(|queue| format!("task queue {} uses it", queue.sid))
        };
        validate::refuse_use("Activity", sid.to_string(), reason)?;
        self.emit_activity(context, ordinal, EventType::ActivityDeleted);
        self.activities.remove(ordinal);
        Ok(())
    }
}
