//! Workflows (<https://www.twilio.com/docs/taskrouter/api/workflow>).

use std::sync::Arc;

use super::context::Context;
use super::effect::About;
use super::error::Error;
use super::plan::Plan;
use super::rows::Ordinal;
use super::state::{Workflow, Workspace};
use super::{NewWorkflow, WorkflowUpdate, limits, validate};
use crate::model::EventType;
use crate::model::sid::WorkflowSid;

impl Workspace {
    pub(super) fn create_workflow(
        &mut self,
        context: &mut Context,
        new: &NewWorkflow,
    ) -> Result<WorkflowSid, Error> {
        let friendly_name = validate::friendly_name(&new.friendly_name)?;
        self.workflow_name_is_free(&friendly_name, None)?;
        let plan = self.make_plan(context, &new.configuration)?;
        let assignment_callback_url = validate::optional_url(
            "AssignmentCallbackUrl",
            new.assignment_callback_url.as_deref(),
        )?;
        let fallback = validate::optional_url(
            "FallbackAssignmentCallbackUrl",
            new.fallback_assignment_callback_url.as_deref(),
        )?;
        let timeout = validate::in_range(
            "TaskReservationTimeout",
            new.task_reservation_timeout
                .unwrap_or(limits::DEFAULT_RESERVATION_TIMEOUT),
            1..=limits::RESERVATION_TIMEOUT,
        )?;
        let sid = context.new_sid();
        let ordinal = self.workflows.insert(Workflow {
            sid,
            friendly_name,
            configuration: Arc::clone(&plan.text),
            assignment_callback_url: assignment_callback_url.value(),
            fallback_assignment_callback_url: fallback.value(),
            task_reservation_timeout: timeout,
            created: context.now,
            updated: context.now,
            live_tasks: 0,
            plan: Some(plan),
        });
        self.emit_workflow(context, ordinal, EventType::WorkflowCreated);
        Ok(sid)
    }

    fn workflow_name_is_free(&self, name: &str, own: Option<WorkflowSid>) -> Result<(), Error> {
        let taken = self
            .workflows
            .iter()
            .any(|workflow| &*workflow.friendly_name == name && Some(workflow.sid) != own);
        validate::free(taken, "Workflow", "friendly name")
    }

    fn make_plan(&self, context: &mut Context, text: &str) -> Result<Arc<Plan>, Error> {
        if text.len() > limits::CONFIGURATION {
            return Err(Error::invalid(
                "Configuration",
                format!(
                    "has {} bytes, at most {} are allowed",
                    text.len(),
                    limits::CONFIGURATION
                ),
            ));
        }
        let plan = Plan::parse(context.next_plan(), text).map_err(Error::Configuration)?;
        let known = |queue: &str| {
            queue
                .parse()
                .is_ok_and(|sid| self.queues.get(sid).is_some())
        };
        plan.configuration
            .check_queues(known)
            .map_err(Error::Configuration)?;
        Ok(Arc::new(plan))
    }

    fn emit_workflow(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let about = About {
            named_workflow: self
                .workflows
                .at(ordinal)
                .map(|workflow| (workflow.sid, Arc::clone(&workflow.friendly_name))),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    pub(super) fn update_workflow(
        &mut self,
        context: &mut Context,
        sid: WorkflowSid,
        update: &WorkflowUpdate,
    ) -> Result<(), Error> {
        let ordinal = self
            .workflows
            .get(sid)
            .and_then(|workflow| self.workflows.ordinal(workflow.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let name = update
            .friendly_name
            .as_deref()
            .map(validate::friendly_name)
            .transpose()?;
        if let Some(name) = &name {
            self.workflow_name_is_free(name, Some(sid))?;
        }
        let callback = validate::optional_url(
            "AssignmentCallbackUrl",
            update.assignment_callback_url.as_deref(),
        )?;
        let fallback = validate::optional_url(
            "FallbackAssignmentCallbackUrl",
            update.fallback_assignment_callback_url.as_deref(),
        )?;
        let timeout = update
            .task_reservation_timeout
            .map(|timeout| {
                validate::in_range(
                    "TaskReservationTimeout",
                    timeout,
                    1..=limits::RESERVATION_TIMEOUT,
                )
            })
            .transpose()?;
        let plan = update
            .configuration
            .as_deref()
            .map(|text| self.make_plan(context, text))
            .transpose()?;
        let workflow = self
            .workflows
            .at_mut(ordinal)
            .expect("the workflow was found");
        if let Some(name) = name {
            workflow.friendly_name = name;
        }
        callback.apply(&mut workflow.assignment_callback_url);
        fallback.apply(&mut workflow.fallback_assignment_callback_url);
        workflow.task_reservation_timeout = timeout.unwrap_or(workflow.task_reservation_timeout);
        workflow.updated = context.now;
        if let Some(plan) = plan {
            workflow.configuration = Arc::clone(&plan.text);
            workflow.plan = Some(plan);
        }
        let plan = workflow.plan.clone();
        self.emit_workflow(context, ordinal, EventType::WorkflowUpdated);
        if let Some(plan) = plan.filter(|_| update.reevaluate_tasks) {
            self.reevaluate(sid, &plan);
        }
        Ok(())
    }

    pub(super) fn delete_workflow(
        &mut self,
        context: &mut Context,
        sid: WorkflowSid,
    ) -> Result<(), Error> {
        let workflow = self
            .workflows
            .get(sid)
            .ok_or_else(|| Error::not_found(sid))?;
        let ordinal = self.workflows.ordinal(sid).expect("the workflow was found");
        let reason = (workflow.live_tasks > 0)
            .then(|| format!("{} of its tasks are not finished", workflow.live_tasks));
        validate::refuse_use("Workflow", sid.to_string(), reason)?;
        self.emit_workflow(context, ordinal, EventType::WorkflowDeleted);
        self.workflows.remove(ordinal);
        Ok(())
    }
}
