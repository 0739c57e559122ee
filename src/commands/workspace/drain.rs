//! Queues that are to be deleted while tasks are in them.

use std::collections::{BTreeMap, HashMap};

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _};

use crate::commands::guards;
use crate::exit_code::Failure;
use crate::model::sid::{TaskQueueSid, WorkflowSid};
use crate::model::{Task, TaskStatus};
use crate::output::plural;
use crate::provision::kind::Kind;
use crate::provision::plan::Planned;
use crate::provision::read::Live;
use crate::provision::step::Action;
use crate::twilio::{self, Client, ListQuery};

/// Sees to it that no task is in a queue that is to be deleted.
pub(super) async fn drain(
    client: &Client,
    live: &Live,
    planned: &mut Planned,
    may: bool,
) -> anyhow::Result<()> {
    let doomed: Vec<(String, TaskQueueSid)> = planned
        .plan
        .steps
        .iter()
        .filter(|step| step.action == Action::Delete && step.kind == Kind::TaskQueue)
        .filter_map(|step| Some((step.name.clone(), *live.sids.task_queues.get(&step.name)?)))
        .collect();
    let tasks = doomed.into_iter().map(|(name, queue)| async move {
        let query = ListQuery::all()
            .filter("TaskQueueSid", queue)
            .filter("AssignmentStatus", guards::open());
        let list = client.list::<Task>(live.sid, &query);
        let tasks: Vec<Task> = list.map_ok(|task| task.value).try_collect().await?;
        Ok::<_, twilio::Error>((name, tasks))
    });
    let found: BTreeMap<String, Vec<Task>> = futures::stream::iter(tasks)
        .buffer_unordered(32)
        .try_collect()
        .await
        .context("cannot see who waits in the queues that are to be deleted")?;
    let names: HashMap<WorkflowSid, &String> = live
        .sids
        .workflows
        .iter()
        .map(|(name, sid)| (*sid, name))
        .collect();
    for (queue, tasks) in found.iter().filter(|(_, tasks)| !tasks.is_empty()) {
        let count = plural::count_of(tasks.len(), "task", "tasks");
        let refused = |why: &str, hint: &str| {
            let wait = if tasks.len() == 1 { "waits" } else { "wait" };
            let hint = hint.replace("QUEUE", queue);
            Failure::usage(format!(
                "task queue `{queue}` cannot be deleted: {count} {wait} in it{why}"
            ))
            .with_hint(hint)
        };
        let is_with_worker = |task: &&Task| {
            matches!(
                task.assignment_status,
                TaskStatus::Assigned | TaskStatus::Wrapping
            )
        };
        if let Some(task) = tasks.iter().find(is_with_worker) {
            let (task, status) = (task.sid, task.assignment_status);
            return Err(Failure::usage(format!(
                "task queue `{queue}` cannot be deleted: task {task} is {status}"
            ))
            .with_hint(format!(
                "try again when it is over, or end it: `trctl tasks complete {task}`"
            ))
            .into());
        }
        if !may {
            return Err(refused(
                "",
                "`--drain` sends them through their workflows again first; \
                 `trctl tasks cancel --queue 'QUEUE'` gives them up",
            )
            .into());
        }
        let is_offered = |task: &&Task| task.assignment_status == TaskStatus::Reserved;
        if let Some(task) = tasks.iter().find(is_offered) {
            return Err(refused(
                &format!(", and {} is offered to a worker", task.sid),
                "try again when the offer is answered",
            )
            .into());
        }
        for task in tasks {
            let workflow = task.workflow_sid.and_then(|sid| names.get(&sid));
            let stays = workflow.is_some_and(|workflow| planned.re_evaluate(workflow, live));
            if !stays {
                return Err(refused(
                    ", and their workflow is not there to send them elsewhere",
                    "give them up with `trctl tasks cancel --queue 'QUEUE'`",
                )
                .into());
            }
        }
    }
    Ok(())
}
