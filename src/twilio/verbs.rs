//! The verbs that belong to one resource only.
//!
//! Each says the state that is wanted, so making the call twice does no more than making it once.

use crate::model::sid::{
    ActivitySid, ConferenceSid, ReservationSid, TaskSid, WorkerSid, WorkspaceSid,
};
use crate::model::{
    Conference, ConferenceStatus, Reservation, ReservationStatus, Task, TaskStatus, Worker,
};

use super::client::Client;
use super::error::Error;
use super::form::{Change, Form};
use super::nouns::ReservationScope;
use super::resource::Versioned;

impl Client {
    /// Sets a task's status: `completed` from assigned or wrapping, `wrapping` from assigned,
    /// `canceled` from pending or reserved. Twilio refuses others with 20001.
    pub async fn set_task_status(
        &self,
        workspace: WorkspaceSid,
        task: TaskSid,
        status: TaskStatus,
        reason: Option<&str>,
        if_match: Option<String>,
    ) -> Result<Versioned<Task>, Error> {
        let form = Form::new()
            .with("AssignmentStatus", status)
            .with_option("Reason", reason);
        let change = Change::new(form).if_match(if_match).idempotent();
        self.update::<Task>(workspace, task, change).await
    }

    /// Completes a task that is assigned or wrapping.
    pub async fn complete_task(
        &self,
        workspace: WorkspaceSid,
        task: TaskSid,
        reason: Option<&str>,
        if_match: Option<String>,
    ) -> Result<Versioned<Task>, Error> {
        self.set_task_status(workspace, task, TaskStatus::Completed, reason, if_match)
            .await
    }

    /// Cancels a task that is pending or reserved.
    pub async fn cancel_task(
        &self,
        workspace: WorkspaceSid,
        task: TaskSid,
        reason: Option<&str>,
        if_match: Option<String>,
    ) -> Result<Versioned<Task>, Error> {
        self.set_task_status(workspace, task, TaskStatus::Canceled, reason, if_match)
            .await
    }

    /// Accepts or completes a reservation, or sets any other status Twilio lets a client set.
    pub async fn set_reservation_status(
        &self,
        scope: ReservationScope,
        reservation: ReservationSid,
        status: ReservationStatus,
        if_match: Option<String>,
    ) -> Result<Versioned<Reservation>, Error> {
        let form = Form::new().with("ReservationStatus", status);
        let change = Change::new(form).if_match(if_match).idempotent();
        self.update::<Reservation>(scope, reservation, change).await
    }

    /// Rejects a reservation and moves the worker to an activity, if one is given.
    pub async fn reject_reservation(
        &self,
        scope: ReservationScope,
        reservation: ReservationSid,
        activity: Option<ActivitySid>,
        if_match: Option<String>,
    ) -> Result<Versioned<Reservation>, Error> {
        let form = Form::new()
            .with("ReservationStatus", ReservationStatus::Rejected)
            .with_option("WorkerActivitySid", activity);
        let change = Change::new(form).if_match(if_match).idempotent();
        self.update::<Reservation>(scope, reservation, change).await
    }

    /// Gives a reservation an instruction with its parameters. Done twice it would ring twice, so it
    /// is not repeated without an answer.
    pub async fn instruct_reservation(
        &self,
        scope: ReservationScope,
        reservation: ReservationSid,
        instruction: &str,
        parameters: Form,
        if_match: Option<String>,
    ) -> Result<Versioned<Reservation>, Error> {
        let mut form = Form::new().with("Instruction", instruction);
        for (name, value) in parameters.iter() {
            form.push(name.to_owned(), value);
        }
        let change = Change::new(form).if_match(if_match);
        self.update::<Reservation>(scope, reservation, change).await
    }

    /// Moves a worker to an activity. `reject_pending` rejects the reservations the worker has not
    /// answered; Twilio allows it only with an activity that is not available.
    pub async fn set_worker_activity(
        &self,
        workspace: WorkspaceSid,
        worker: WorkerSid,
        activity: ActivitySid,
        reject_pending: bool,
        if_match: Option<String>,
    ) -> Result<Versioned<Worker>, Error> {
        let form = Form::new()
            .with("ActivitySid", activity)
            .with_option("RejectPendingReservations", reject_pending.then_some(true));
        let change = Change::new(form).if_match(if_match).idempotent();
        self.update::<Worker>(workspace, worker, change).await
    }

    /// Ends a conference; all its calls leave.
    pub async fn end_conference(
        &self,
        conference: ConferenceSid,
    ) -> Result<Versioned<Conference>, Error> {
        let form = Form::new().with("Status", ConferenceStatus::Completed);
        self.update::<Conference>((), conference, Change::new(form).idempotent())
            .await
    }
}
