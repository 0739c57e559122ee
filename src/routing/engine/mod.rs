//! The routing engine: a state machine that takes commands and moments and gives effects.
//!
//! There are no threads, timers or I/O in here. The caller says what time it is with every
//! command, asks for [`Engine::next_deadline`], comes back then with [`Engine::advance`], and
//! carries out what [`Engine::take_effects`] returns. Same seed, same commands at the same
//! moments: same history, byte for byte.
//!
//! Where to look: `settings`, `activities`, `channels`, `workers`, `queues` and `workflows` for what
//! stands still, `tasks` and `reservations` for their lives, `route` for the walk through a
//! workflow, `line` for standing between its steps, `matching` for who gets what, `waiting` and
//! `idle` for the two indexes matching rests on.

mod activities;
mod channels;
mod command;
mod context;
mod effect;
mod error;
mod events_filter;
mod idle;
pub mod limits;
mod line;
mod matching;
mod plan;
mod queues;
mod reservations;
mod route;
mod rows;
mod settings;
mod snapshot;
mod state;
mod tasks;
mod validate;
mod waiting;
mod workers;
mod workflows;

#[cfg(test)]
pub(crate) mod histories;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use command::{
    Instruction, NewActivity, NewQueue, NewTask, NewTaskChannel, NewWorker, NewWorkflow,
    NewWorkspace, QueueUpdate, ReservationAnswer, TaskChannelUpdate, TaskUpdate, Update,
    WorkerChannelUpdate, WorkerUpdate, WorkflowUpdate, WorkspaceUpdate,
};
pub use effect::{
    ActivityChange, Alert, Assignment, Cause, ChannelFacts, Effect, Event, KnownWorkerProblem,
    QueueFacts, StepFacts, TaskFacts, WorkerChannelFacts, WorkerFacts,
};
pub use error::Error;
pub use rows::{Row, Rows};
#[cfg(feature = "server")]
pub(crate) use rows::{Scramble, mix};
pub use snapshot::RestoreError;
pub use state::{
    Activity, Channel, Position, Queue, Reservation, RoutingTarget, Task, Worker, WorkerChannel,
    Workflow, Workspace,
};

use context::{Context, Timer};
use effect::About;

use crate::model::sid::{
    AccountSid, ActivitySid, ReservationSid, TaskChannelSid, TaskQueueSid, TaskSid, WorkerSid,
    WorkflowSid, WorkspaceSid,
};
use crate::model::{EventType, ReservationStatus};
use crate::routing::Moment;

/// The workspaces of one account and everything in them.
#[derive(Debug)]
pub struct Engine {
    context: Context,
    workspaces: Rows<Workspace>,
}

impl Engine {
    /// An empty engine. The seed decides every SID; `now` is the first moment.
    pub fn new(account: AccountSid, seed: u64, now: Moment) -> Self {
        let context = Context::new(account, seed, now);
        let workspaces = Rows::new(context.scramble());
        Self {
            context,
            workspaces,
        }
    }

    /// What turns ordinals into SIDs here and back.
    #[cfg(feature = "server")]
    pub(crate) fn scramble(&self) -> Scramble {
        self.context.scramble()
    }

    /// The account everything belongs to.
    pub fn account(&self) -> AccountSid {
        self.context.account
    }

    /// The latest moment the engine was told.
    pub fn now(&self) -> Moment {
        self.context.now
    }

    /// All workspaces.
    pub fn workspaces(&self) -> &Rows<Workspace> {
        &self.workspaces
    }

    /// One workspace.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn workspace(&self, sid: WorkspaceSid) -> Result<&Workspace, Error> {
        self.workspaces
            .get(sid)
            .ok_or_else(|| Error::not_found(sid))
    }

    /// When something will happen by itself; `None` while nothing is due.
    pub fn next_deadline(&self) -> Option<Moment> {
        self.context.timers.first().map(|(moment, _, _)| *moment)
    }

    /// What happened since this was last asked, in order.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        let mut effects = std::mem::take(&mut self.context.effects);
        for effect in &mut effects {
            if let Effect::Alert(alert) = effect {
                self.look_in_other_workspaces(&mut alert.problem);
            }
        }
        effects
    }

    /// A workspace does not know its neighbours, in which a worker it misses may be.
    fn look_in_other_workspaces(&self, problem: &mut KnownWorkerProblem) {
        let KnownWorkerProblem::Unknown { named } = problem else {
            return;
        };
        let Ok(worker) = named.parse::<WorkerSid>() else {
            return;
        };
        let is_elsewhere = self
            .workspaces
            .iter()
            .any(|workspace| workspace.workers.get(worker).is_some());
        if is_elsewhere {
            *problem = KnownWorkerProblem::OtherWorkspace { worker };
        }
    }

    /// Lets time pass: everything that was due until then happens, each at its own moment. A
    /// moment before the engine's present changes nothing.
    pub fn advance(&mut self, now: Moment) {
        while let Some((moment, workspace, timer)) = self.context.timers.first().copied() {
            if moment > now {
                break;
            }
            self.context.timers.pop_first();
            self.context.now = self.context.now.max(moment);
            if let Some(workspace) = self.workspaces.at_mut(workspace) {
                match timer {
                    Timer::Task(task) => workspace.task_is_due(&mut self.context, task),
                    Timer::Reservation(reservation) => {
                        workspace.time_out(&mut self.context, reservation);
                    }
                    Timer::Clock(queue) => workspace.clock_has_moved(&mut self.context, queue),
                }
                workspace.settle(&mut self.context);
            }
        }
        self.context.now = self.context.now.max(now);
    }

    /// Lets time pass, then changes one workspace and brings tasks and workers together.
    fn change<T>(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        change: impl FnOnce(&mut Workspace, &mut Context) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.advance(now);
        let ordinal = self
            .workspaces
            .ordinal(workspace)
            .ok_or_else(|| Error::not_found(workspace))?;
        let found = self
            .workspaces
            .at_mut(ordinal)
            .ok_or_else(|| Error::not_found(workspace))?;
        let done = self.context.on_request(|context| change(found, context))?;
        found.settle(&mut self.context);
        Ok(done)
    }

    /// Creates a workspace with its activities and task channels, and with a sample queue and
    /// workflow when the template asks for them.
    ///
    /// # Errors
    /// [`Error::Invalid`]
    pub fn create_workspace(
        &mut self,
        now: Moment,
        new: &NewWorkspace,
    ) -> Result<WorkspaceSid, Error> {
        self.advance(now);
        let Self {
            context,
            workspaces,
        } = self;
        let workspace = context.on_request(|context| Workspace::founded(context, new))?;
        let sid = workspace.sid;
        workspaces.insert(workspace);
        Ok(sid)
    }

    /// Changes a workspace's settings.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`]
    pub fn update_workspace(
        &mut self,
        now: Moment,
        sid: WorkspaceSid,
        update: &WorkspaceUpdate,
    ) -> Result<(), Error> {
        self.change(now, sid, |workspace, context| {
            workspace.update_settings(context, update)
        })
    }

    /// Deletes a workspace and everything in it.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn delete_workspace(&mut self, now: Moment, sid: WorkspaceSid) -> Result<(), Error> {
        self.advance(now);
        self.workspace(sid)?;
        let ordinal = self
            .workspaces
            .ordinal(sid)
            .expect("the workspace was found");
        self.context
            .timers
            .retain(|(_, owner, _)| *owner != ordinal);
        let workspace = self
            .workspaces
            .remove(ordinal)
            .expect("the workspace was found");
        self.context.on_request(|context| {
            context.emit(EventType::WorkspaceDeleted, &workspace, About::default());
        });
        Ok(())
    }

    /// Creates an activity.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Duplicate`]
    pub fn create_activity(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        new: &NewActivity,
    ) -> Result<ActivitySid, Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.create_activity(context, new)
        })
    }

    /// Renames an activity; its availability never changes.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Duplicate`]
    pub fn update_activity(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: ActivitySid,
        friendly_name: Option<&str>,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.update_activity(context, sid, friendly_name)
        })
    }

    /// Deletes an activity nobody needs.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::InUse`]
    pub fn delete_activity(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: ActivitySid,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.delete_activity(context, sid)
        })
    }

    /// Creates a task channel and gives every worker a channel of it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Duplicate`]
    pub fn create_task_channel(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        new: &NewTaskChannel,
    ) -> Result<TaskChannelSid, Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.create_channel(context, new, false)
        })
    }

    /// Changes a task channel.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`]
    pub fn update_task_channel(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: TaskChannelSid,
        update: &TaskChannelUpdate,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.update_channel(context, sid, update)
        })
    }

    /// Deletes a task channel that did not come with the workspace and is not in use.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::InUse`]
    pub fn delete_task_channel(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: TaskChannelSid,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.delete_channel(context, sid)
        })
    }

    /// Creates a worker.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Duplicate`]
    pub fn create_worker(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        new: &NewWorker,
    ) -> Result<WorkerSid, Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.create_worker(context, new)
        })
    }

    /// Changes a worker.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Duplicate`]
    pub fn update_worker(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: WorkerSid,
        update: &WorkerUpdate,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.update_worker(context, sid, update)
        })
    }

    /// Deletes a worker; their offers go to others, their accepted tasks stay.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn delete_worker(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: WorkerSid,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.delete_worker(context, sid)
        })
    }

    /// Changes capacity or availability of a worker's channel.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn update_worker_channel(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        worker: WorkerSid,
        channel: TaskChannelSid,
        update: WorkerChannelUpdate,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.update_worker_channel(context, worker, channel, update)
        })
    }

    /// Creates a queue.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Expression`], [`Error::Duplicate`]
    pub fn create_queue(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        new: &NewQueue,
    ) -> Result<TaskQueueSid, Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.create_queue(context, new)
        })
    }

    /// Changes a queue.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Expression`], [`Error::Duplicate`]
    pub fn update_queue(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: TaskQueueSid,
        update: &QueueUpdate,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.update_queue(context, sid, update)
        })
    }

    /// Deletes a queue that no workflow names and no unfinished task is in.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::InUse`]
    pub fn delete_queue(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: TaskQueueSid,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.delete_queue(context, sid)
        })
    }

    /// Creates a workflow.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Configuration`], [`Error::Duplicate`]
    pub fn create_workflow(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        new: &NewWorkflow,
    ) -> Result<WorkflowSid, Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.create_workflow(context, new)
        })
    }

    /// Changes a workflow.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::Configuration`], [`Error::Duplicate`]
    pub fn update_workflow(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: WorkflowSid,
        update: &WorkflowUpdate,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.update_workflow(context, sid, update)
        })
    }

    /// Deletes a workflow whose tasks are all finished.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::InUse`]
    pub fn delete_workflow(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: WorkflowSid,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.delete_workflow(context, sid)
        })
    }

    /// Creates a task and routes it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::WorkflowRequired`], [`Error::NoTarget`]
    pub fn create_task(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        new: &NewTask,
    ) -> Result<TaskSid, Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.create_task(context, new)
        })
    }

    /// Changes a task, or cancels, wraps up or completes it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], [`Error::TaskFinished`] and the refusals of
    /// status changes
    pub fn update_task(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: TaskSid,
        update: TaskUpdate,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.update_task(context, sid, update)
        })
    }

    /// Deletes a task in any state.
    ///
    /// # Errors
    /// [`Error::NotFound`]
    pub fn delete_task(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: TaskSid,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.delete_task(context, sid)
        })
    }

    /// Answers a reservation.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::ReservationState`], [`Error::Rescinded`]
    pub fn answer_reservation(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: ReservationSid,
        answer: ReservationAnswer,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            workspace.answer(context, sid, &answer)
        })
    }

    /// Gives a reservation an instruction; it is recorded, and accepts the reservation where
    /// [`Instruction::accepts`] says so.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NotPending`], [`Error::Rescinded`]
    pub fn instruct_reservation(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: ReservationSid,
        instruction: Instruction,
    ) -> Result<(), Error> {
        self.take_instruction(now, workspace, sid, instruction, instruction.accepts())
    }

    /// Records an instruction that has yet to be carried out: whoever does it accepts the
    /// reservation when it is time.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NotPending`]
    pub fn note_instruction(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: ReservationSid,
        instruction: Instruction,
    ) -> Result<(), Error> {
        self.take_instruction(now, workspace, sid, instruction, false)
    }

    /// Ends a pending reservation whose worker did not pick up, as if its time were over.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::ReservationState`]
    pub fn time_out_reservation(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: ReservationSid,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            let reservation = workspace
                .reservations
                .get(sid)
                .ok_or_else(|| Error::not_found(sid))?;
            if reservation.status != ReservationStatus::Pending {
                return Err(Error::ReservationState {
                    reservation: sid,
                    from: reservation.status,
                    to: ReservationStatus::Timeout,
                });
            }
            let ordinal = workspace
                .reservations
                .ordinal(sid)
                .expect("the reservation was found");
            workspace.time_out(context, ordinal);
            Ok(())
        })
    }

    fn take_instruction(
        &mut self,
        now: Moment,
        workspace: WorkspaceSid,
        sid: ReservationSid,
        instruction: Instruction,
        accepts: bool,
    ) -> Result<(), Error> {
        self.change(now, workspace, |workspace, context| {
            let ordinal = workspace
                .reservations
                .get(sid)
                .and_then(|found| workspace.reservations.ordinal(found.sid))
                .ok_or_else(|| Error::not_found(sid))?;
            let reservation = workspace
                .reservations
                .at_mut(ordinal)
                .expect("the reservation was found");
            let pending = reservation.status == ReservationStatus::Pending;
            let fits = match instruction {
                Instruction::Supervise => {
                    !pending && reservation.status != ReservationStatus::Canceled
                }
                _ => pending,
            };
            if !fits {
                return Err(Error::NotPending {
                    instruction: instruction.name(),
                    reservation: sid,
                });
            }
            reservation.instruction = Some(Arc::from(instruction.name().to_lowercase()));
            if accepts {
                return workspace.answer(context, sid, &ReservationAnswer::Accept);
            }
            reservation.version += 1;
            reservation.updated = context.now;
            Ok(())
        })
    }
}
