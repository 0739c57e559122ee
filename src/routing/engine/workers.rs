//! Workers, their activities and the capacity of their channels
//! (<https://www.twilio.com/docs/taskrouter/api/worker>).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::context::Context;
use super::effect::{About, ActivityChange, WorkerChannelFacts};
use super::error::Error;
use super::rows::Ordinal;
use super::state::{Worker, WorkerChannel, WorkerTexts, Workspace};
use super::{NewWorker, WorkerChannelUpdate, WorkerUpdate, limits, validate};
use crate::model::sid::{ActivitySid, TaskChannelSid, WorkerSid};
use crate::model::{EventType, ReservationStatus};

impl Workspace {
    pub(super) fn create_worker(
        &mut self,
        context: &mut Context,
        new: &NewWorker,
    ) -> Result<WorkerSid, Error> {
        let now = context.now;
        let friendly_name = self.free_worker_name(&new.friendly_name, None)?;
        let (attributes, document) = validate::attributes(new.attributes.as_deref())?;
        if self.workers.len() >= limits::WORKERS {
            return Err(Error::invalid(
                "FriendlyName",
                "the workspace is full of workers",
            ));
        }
        let activity = self
            .activities
            .get(new.activity.unwrap_or(self.default_activity))
            .ok_or_else(|| Error::invalid("ActivitySid", "was not found"))?;
        let (activity, available) = (activity.sid, activity.available);
        let channels: BTreeMap<Ordinal, WorkerChannel> = self
            .channels
            .entries()
            .map(|(ordinal, channel)| {
                let unique_name = Arc::clone(&channel.unique_name);
                (ordinal, new_channel(context, channel.sid, unique_name))
            })
            .collect();
        let sid: WorkerSid = context.new_sid();
        let name_key = friendly_name.to_lowercase();
        let ordinal = self.workers.insert(Worker {
            sid,
            friendly_name,
            activity,
            available,
            attributes,
            created: now,
            updated: now,
            status_changed: now,
            version: 0,
            channels,
            idle_since: now,
            open: BTreeSet::new(),
            reservations: BTreeSet::new(),
            document: Arc::new(document),
            texts: WorkerTexts::default(),
            queues: BTreeSet::new(),
            direct: BTreeSet::new(),
        });
        self.worker_names.insert(name_key, ordinal);
        self.refresh_texts(ordinal);
        self.relist(ordinal);
        self.rejoin_queues(ordinal);
        self.emit_worker(context, ordinal, EventType::WorkerCreated);
        self.dirty.insert(ordinal);
        self.look_for_known_workers();
        Ok(sid)
    }

    fn free_worker_name(&self, name: &str, own: Option<Ordinal>) -> Result<Arc<str>, Error> {
        let name = validate::friendly_name(name)?;
        match self.worker_names.get(&name.to_lowercase()) {
            Some(other) if Some(*other) != own => Err(Error::Duplicate {
                kind: "Worker",
                property: "friendly name",
            }),
            _ => Ok(name),
        }
    }

    /// Tasks whose known worker did not exist may find it now.
    fn look_for_known_workers(&mut self) {
        let apart: Vec<Ordinal> = self
            .queues
            .iter()
            .flat_map(|queue| queue.waiting.apart())
            .collect();
        self.unrouted.extend(apart);
    }

    pub(super) fn refresh_texts(&mut self, ordinal: Ordinal) {
        let Self {
            workers,
            activities,
            ..
        } = self;
        let Some(worker) = workers.at_mut(ordinal) else {
            return;
        };
        let activity = activities.get(worker.activity);
        worker.texts = WorkerTexts {
            sid: Arc::from(worker.sid.to_string()),
            activity_sid: Arc::from(worker.activity.to_string()),
            activity_name: activity.map_or_else(
                || Arc::from(""),
                |activity| Arc::clone(&activity.friendly_name),
            ),
        };
    }

    fn emit_worker(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let about = About {
            worker: self.workers.at(ordinal),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    pub(super) fn update_worker(
        &mut self,
        context: &mut Context,
        sid: WorkerSid,
        update: &WorkerUpdate,
    ) -> Result<(), Error> {
        let ordinal = self
            .workers
            .get(sid)
            .and_then(|worker| self.workers.ordinal(worker.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let name = update
            .friendly_name
            .as_deref()
            .map(|name| self.free_worker_name(name, Some(ordinal)))
            .transpose()?;
        let attributes = update
            .attributes
            .as_deref()
            .map(|text| validate::attributes(Some(text)))
            .transpose()?;
        let activity = update
            .activity
            .map(|sid| {
                self.activities
                    .get(sid)
                    .map(|activity| (activity.sid, activity.available))
                    .ok_or_else(|| Error::invalid("ActivitySid", format!("{sid} was not found")))
            })
            .transpose()?;
        if update.reject_pending_reservations && activity.is_none_or(|(_, available)| available) {
            return Err(Error::invalid(
                "RejectPendingReservations",
                "is only valid together with an activity that is not available",
            ));
        }
        let worker = self.workers.at_mut(ordinal).expect("the worker was found");
        if let Some(name) = name {
            let old = std::mem::replace(&mut worker.friendly_name, name);
            self.worker_names.remove(&old.to_lowercase());
            let new = self.workers.at(ordinal).expect("the worker was found");
            self.worker_names
                .insert(new.friendly_name.to_lowercase(), ordinal);
            self.look_for_known_workers();
        }
        let worker = self.workers.at_mut(ordinal).expect("the worker was found");
        let changed_attributes = attributes.is_some();
        if let Some((text, document)) = attributes {
            worker.attributes = text;
            worker.document = Arc::new(document);
        }
        worker.version += 1;
        worker.updated = context.now;
        if update.friendly_name.is_some() || changed_attributes {
            self.rejoin_queues(ordinal);
            self.dirty.insert(ordinal);
        }
        if changed_attributes {
            self.emit_worker(context, ordinal, EventType::WorkerAttributesUpdate);
        }
        if let Some((activity, _)) = activity {
            // The request as a whole is one version.
            self.enter_activity(context, ordinal, activity);
        }
        if update.reject_pending_reservations {
            let open: Vec<Ordinal> = self
                .workers
                .at(ordinal)
                .map(|worker| worker.open.iter().copied().collect())
                .unwrap_or_default();
            for reservation in open {
                let pending = self
                    .reservations
                    .at(reservation)
                    .is_some_and(|found| found.status == ReservationStatus::Pending);
                if pending {
                    // The worker has just been put where they should be.
                    if let Some(found) = self.reservations.at_mut(reservation) {
                        found.previous_activity = None;
                    }
                    self.reject(context, reservation, None);
                }
            }
        }
        Ok(())
    }

    /// Puts a worker into an activity as a change of its own; nothing happens when they are in it
    /// already.
    pub(super) fn move_worker(&mut self, context: &mut Context, ordinal: Ordinal, to: ActivitySid) {
        let Some(worker) = self.workers.at_mut(ordinal) else {
            return;
        };
        if worker.activity != to {
            worker.version += 1;
            self.enter_activity(context, ordinal, to);
        }
    }

    fn enter_activity(&mut self, context: &mut Context, ordinal: Ordinal, to: ActivitySid) {
        let now = context.now;
        let (Some(worker), Some(activity)) = (self.workers.at(ordinal), self.activities.get(to))
        else {
            return;
        };
        let from = worker.activity;
        if from == to {
            return;
        }
        let available = activity.available;
        let change = ActivityChange {
            previous_sid: from,
            previous_name: self
                .activities
                .get(from)
                .map_or_else(|| Arc::from(""), |from| Arc::clone(&from.friendly_name)),
            milliseconds: now.milliseconds_since(worker.status_changed),
        };
        let was_available = worker.available;
        self.count_activity(ordinal, from, to);
        let worker = self.workers.at_mut(ordinal).expect("the worker was found");
        worker.activity = to;
        worker.available = available;
        worker.status_changed = now;
        worker.updated = now;
        if available && !was_available {
            self.restart_idle(ordinal, None, now);
        }
        self.refresh_texts(ordinal);
        self.relist(ordinal);
        self.rejoin_for_activity(ordinal);
        self.dirty.insert(ordinal);
        let about = About {
            worker: self.workers.at(ordinal),
            activity_change: Some(change),
            ..About::default()
        };
        context.emit(EventType::WorkerActivityUpdate, self, about);
    }

    pub(super) fn delete_worker(
        &mut self,
        context: &mut Context,
        sid: WorkerSid,
    ) -> Result<(), Error> {
        let ordinal = self
            .workers
            .get(sid)
            .and_then(|worker| self.workers.ordinal(worker.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        self.emit_worker(context, ordinal, EventType::WorkerDeleted);
        let worker = self.workers.at(ordinal).expect("the worker was found");
        let name_key = worker.friendly_name.to_lowercase();
        let open: Vec<Ordinal> = worker.open.iter().copied().collect();
        let waiting: Vec<Ordinal> = worker.direct.iter().map(|(_, task)| *task).collect();
        self.leave_queues(ordinal);
        if let Some(worker) = self.workers.at_mut(ordinal) {
            // Nobody may be offered a task while the offers are taken back.
            worker.available = false;
            worker
                .channels
                .values_mut()
                .for_each(|own| own.listed = None);
        }
        for reservation in open {
            let Some(found) = self.reservations.at(reservation) else {
                continue;
            };
            let task = found.task;
            // An offer is taken back and its task waits for somebody else; accepted work goes on
            // without the worker's record and ends through its task.
            if found.status == ReservationStatus::Pending {
                self.set_reservation(context, reservation, ReservationStatus::Rescinded);
                self.come_back(context, task);
            }
        }
        for task in waiting {
            self.unplace(context, task);
            self.place(context, task);
        }
        self.worker_names.remove(&name_key);
        self.dirty.remove(&ordinal);
        self.workers.remove(ordinal);
        Ok(())
    }

    pub(super) fn update_worker_channel(
        &mut self,
        context: &mut Context,
        sid: WorkerSid,
        channel: TaskChannelSid,
        update: WorkerChannelUpdate,
    ) -> Result<(), Error> {
        let now = context.now;
        let ordinal = self
            .workers
            .get(sid)
            .and_then(|worker| self.workers.ordinal(worker.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let channel_ordinal = self
            .channels
            .ordinal(channel)
            .ok_or_else(|| Error::not_found(channel))?;
        let worker = self.workers.at_mut(ordinal).expect("the worker was found");
        let own = worker
            .channels
            .get_mut(&channel_ordinal)
            .ok_or_else(|| Error::not_found(channel))?;
        let previous_capacity = own.capacity;
        let previous_available = own.available;
        own.capacity = update.capacity.unwrap_or(own.capacity);
        own.available = update.available.unwrap_or(own.available);
        own.updated = now;
        let facts = WorkerChannelFacts {
            channel_sid: own.channel,
            channel_name: Arc::clone(&own.unique_name),
            available: own.available,
            capacity: own.capacity,
            previous_capacity,
            available_percentage: own.available_capacity_percentage(),
            tasks: own.open,
        };
        let capacity_changed = own.capacity != previous_capacity;
        let availability_changed = own.available != previous_available;
        worker.version += 1;
        worker.updated = now;
        self.relist(ordinal);
        self.dirty.insert(ordinal);
        for (changed, kind) in [
            (capacity_changed, EventType::WorkerCapacityUpdate),
            (
                availability_changed,
                EventType::WorkerChannelAvailabilityUpdate,
            ),
        ] {
            if changed {
                let about = About {
                    worker: self.workers.at(ordinal),
                    worker_channel: Some(facts.clone()),
                    ..About::default()
                };
                context.emit(kind, self, about);
            }
        }
        Ok(())
    }
}

/// The channel a worker gets with a task channel: open, with room for one task.
pub(super) fn new_channel(
    context: &mut Context,
    channel: TaskChannelSid,
    unique_name: Arc<str>,
) -> WorkerChannel {
    WorkerChannel {
        sid: context.new_sid(),
        channel,
        unique_name,
        capacity: 1,
        available: true,
        open: 0,
        assigned: 0,
        created: context.now,
        updated: context.now,
        idle_since: context.now,
        listed: None,
    }
}
