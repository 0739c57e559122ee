//! Doing what is due, by the runner and with the journal of every bulk change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::due::{Action, Since};
use super::{End, Policy, PolicyError};
use crate::bulk::{self, Edit, Item, Outcome, Planned, Reached, Step, StepError, Verdict};
use crate::model::sid::{ActivitySid, TaskSid, WorkerSid};
use crate::model::{Activity, Task, TaskStatus, Worker};
use crate::twilio::{Form, Place};

/// What became of the tasks of a run.
#[derive(Default)]
struct Tasks {
    completed: BTreeSet<TaskSid>,
    /// Those that may wrap up until then.
    later: BTreeMap<TaskSid, Timestamp>,
}

impl Tasks {
    /// When an action is to be tried again because its task, or one it goes with, was too early.
    fn again(&self, action: &Action) -> Option<Timestamp> {
        match action {
            Action::Complete { task, .. } => self.later.get(task).copied(),
            Action::Return { with, .. } => {
                let later = with.iter().filter_map(|task| self.later.get(task));
                later.max().copied()
            }
            Action::HandBack { .. } => None,
        }
    }
}

fn locked(tasks: &Mutex<Tasks>) -> MutexGuard<'_, Tasks> {
    tasks.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Policy {
    /// Does what is due and tells how each ended, in the same order.
    pub(super) async fn act(
        &self,
        actions: &[Action],
        now: Timestamp,
    ) -> Result<Vec<End>, PolicyError> {
        let activities = self.activities(actions).await;
        let tasks = Mutex::new(Tasks::default());
        let pieces: Vec<Planned<&Action>> = actions.iter().map(planned).collect();
        let (activities, tasks) = (&activities, &tasks);
        let summary = bulk::run(
            pieces,
            self.options(),
            |_| {},
            |item: Item<&Action>, step: Step| async move {
                match item.subject {
                    Action::Complete { task, since, wait } => {
                        let late = match since {
                            Since::Told(_) => None,
                            Since::NotBefore(_) => Some(*wait),
                        };
                        self.complete(*task, late, &step, tasks, now).await
                    }
                    Action::Return { worker, to, .. } | Action::HandBack { worker, to, .. } => {
                        let found = &activities[to.as_str()];
                        let found = found.as_ref().map_err(|why| {
                            StepError::Refused(format!("cannot find the activity `{to}`: {why}"))
                        })?;
                        let to = (to.as_str(), *found);
                        self.move_on(item.subject, *worker, to, &step, tasks, now)
                            .await
                    }
                }
            },
        )
        .await?;
        let tasks = locked(tasks);
        let ends = summary.items.into_iter().zip(actions);
        Ok(ends
            .map(|(item, action)| End {
                outcome: word(&item.outcome),
                detail: item.outcome.detail(),
                again: tasks.again(action),
            })
            .collect())
    }

    fn options(&self) -> bulk::Options {
        bulk::Options {
            verb: "policy".to_owned(),
            command: vec!["trctl".to_owned(), "serve".to_owned()],
            account: Some(self.client.account().to_string()),
            workspace: Some(self.workspace.to_string()),
            place: Some(self.workspace.to_string()),
            journals: self.journals.clone(),
            resume: None,
            canary: None,
            max_failures: None,
            pace: self.client.pace().clone(),
            cancel: self.cancel.clone(),
        }
    }

    /// The activities that workers are to be moved to, by name, or why one was not found: others can
    /// be moved all the same.
    async fn activities<'a>(
        &self,
        actions: &'a [Action],
    ) -> BTreeMap<&'a str, Result<ActivitySid, String>> {
        let mut activities = BTreeMap::new();
        for action in actions {
            if let Action::Return { to, .. } | Action::HandBack { to, .. } = action
                && !activities.contains_key(to.as_str())
            {
                let found = self.client.resolve::<Activity>(self.workspace, to).await;
                activities.insert(to.as_str(), found.map_err(|error| error.to_string()));
            }
        }
        activities
    }

    /// Completes a task; one of which nothing told since when it has been wrapping, once it has not
    /// changed for as long as `late`.
    async fn complete(
        &self,
        task: TaskSid,
        late: Option<SignedDuration>,
        step: &Step,
        tasks: &Mutex<Tasks>,
        now: Timestamp,
    ) -> Result<Verdict, StepError> {
        let may_still_wrap_up = |found: &Task| {
            let changed = found.date_updated?.0;
            let over = changed.checked_add(late?).ok()?;
            (over > now).then_some((changed, over))
        };
        let form = Form::new()
            .with("AssignmentStatus", TaskStatus::Completed)
            .with("Reason", &self.settings.wrap_up.reason);
        let verdict = bulk::edit::<Task>(
            &self.client,
            &Place::of::<Task>(self.client.account(), self.workspace, task),
            step,
            // Facts may be behind: what counts is what is there now.
            |found| match (found.assignment_status, may_still_wrap_up(found)) {
                (TaskStatus::Wrapping, None) => Ok(Edit::Update(form.clone())),
                (TaskStatus::Wrapping, Some((changed, over))) => {
                    locked(tasks).later.insert(task, over);
                    Err(format!("has not changed since {changed}"))
                }
                (status, _) => Err(format!("is {status}, not wrapping")),
            },
            |task| {
                let is_over = |task: &Task| task.assignment_status == TaskStatus::Completed;
                Reached::if_so(task.is_some_and(is_over), &TaskStatus::Completed)
            },
            |task| {
                task.map_or_else(
                    || "deleted".to_owned(),
                    |task| task.assignment_status.to_string(),
                )
            },
        )
        .await?;
        if matches!(verdict, Verdict::Done { .. }) {
            locked(tasks).completed.insert(task);
        }
        Ok(verdict)
    }

    async fn move_on(
        &self,
        action: &Action,
        worker: WorkerSid,
        (name, activity): (&str, ActivitySid),
        step: &Step,
        tasks: &Mutex<Tasks>,
        now: Timestamp,
    ) -> Result<Verdict, StepError> {
        let mut form = Form::new().with("ActivitySid", activity);
        match action {
            Action::Return { with, .. } => {
                let completed = &locked(tasks).completed;
                if let Some(task) = with.iter().find(|task| !completed.contains(task)) {
                    return Ok(Verdict::Unchanged(format!(
                        "{task} was not completed by the policy"
                    )));
                }
            }
            // What was only offered goes back into the queue.
            Action::HandBack { .. } => form.push("RejectPendingReservations", true),
            Action::Complete { .. } => {}
        }
        let told = || format!("is {name}");
        bulk::edit::<Worker>(
            &self.client,
            &Place::of::<Worker>(self.client.account(), self.workspace, worker),
            step,
            |worker| {
                self.judge(action, worker, now)?;
                Ok(Edit::Update(form.clone()))
            },
            |worker| {
                let is_there = |worker: &Worker| worker.activity_sid == Some(activity);
                Reached::if_so(worker.is_some_and(is_there), &told())
            },
            |_| told(),
        )
        .await
    }

    /// Whether a worker is still as the facts say.
    fn judge(&self, action: &Action, worker: &Worker, now: Timestamp) -> Result<(), String> {
        let from = &self.settings.back.from;
        let since = worker.date_status_changed.map(|since| since.0);
        match action {
            Action::Return { with, after, .. } => {
                if worker.activity_name != *from {
                    return Err(format!("is {}, not {from}", worker.activity_name));
                }
                let is_anew = since.is_some_and(|since| now.duration_since(since) < *after);
                if with.is_empty() && is_anew {
                    return Err(format!("has come to {from} again"));
                }
            }
            Action::HandBack { ended, .. } => {
                if worker.available != Some(true) {
                    return Err(format!("is {} by now", worker.activity_name));
                }
                if since.is_some_and(|since| since >= *ended) {
                    return Err("has become available since".to_owned());
                }
            }
            Action::Complete { .. } => {}
        }
        Ok(())
    }
}

fn planned(action: &Action) -> Planned<&Action> {
    let mut planned = Planned::from(Item {
        sid: action.subject(),
        name: action.name().to_owned(),
        subject: action,
    });
    if let Action::Return { with, .. } = action {
        planned.needs = with.iter().map(ToString::to_string).collect();
    }
    planned
}

fn word(outcome: &Outcome) -> &'static str {
    outcome.word()
}

/// How long a failed action is left alone: longer every time.
pub(super) fn pause(tries: u32) -> SignedDuration {
    let seconds = 30_i64.saturating_mul(1 << tries.min(5));
    SignedDuration::from_secs(seconds.min(15 * 60))
}
