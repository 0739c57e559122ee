//! The way from what a workspace is like to what it is to be like, as steps that can be shown,
//! kept in a file and carried out. Pure: what there is was read before.

mod checks;
mod destroy;
mod exchange;
mod planner;

pub use destroy::destroy;
pub(super) use planner::new_workspace;
pub use planner::plan;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::kind::Kind;
use super::object::{Fields, Object};
use super::read::{Live, Sids};
use super::step::{Action, Step, fingerprint};
use crate::model::sid::WorkspaceSid;

/// The version of plan files that this version writes and reads.
pub const VERSION: u32 = 1;

/// How far a plan goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Delete what the manifest does not name, of the kinds it has a section for.
    pub prune: bool,
    /// Let waiting tasks go through their changed workflows again.
    pub re_evaluate: bool,
}

/// Everything that is to be done, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// See [`VERSION`].
    pub version: u32,
    /// Where.
    pub workspace: Place,
    /// How many steps of each kind.
    pub counts: Counts,
    /// The steps.
    pub steps: Vec<Step>,
    /// What is to be considered before it is done.
    #[serde(default)]
    pub warnings: Vec<String>,
}

/// The workspace a plan is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its name when the plan is carried out.
    pub name: String,
    /// Its SID; none if it is to be made.
    pub sid: Option<WorkspaceSid>,
}

/// How many steps of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// What is new.
    pub create: usize,
    /// What is changed.
    pub update: usize,
    /// What is exchanged for another of the same name.
    pub replace: usize,
    /// What goes.
    pub delete: usize,
}

impl Counts {
    /// The counts of these steps.
    pub fn of(steps: &[Step]) -> Self {
        let count = |action| steps.iter().filter(|step| step.action == action).count();
        Self {
            create: count(Action::Create),
            update: count(Action::Update),
            replace: count(Action::Replace),
            delete: count(Action::Delete),
        }
    }
}

/// `2 to create, 1 to delete`
impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.create, "create"),
            (self.update, "change"),
            (self.replace, "replace"),
            (self.delete, "delete"),
        ];
        let mut first = true;
        for (count, verb) in counts.into_iter().filter(|(count, _)| *count > 0) {
            if !first {
                formatter.write_str(", ")?;
            }
            write!(formatter, "{count} to {verb}")?;
            first = false;
        }
        if first {
            formatter.write_str("nothing to do")?;
        }
        Ok(())
    }
}

/// Why there is no way.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Something is referred to that is not there and will not be.
    #[error("{kind} `{name}`: `{field}` refers to {what} `{missing}`, which does not exist")]
    Missing {
        /// What refers.
        kind: Kind,
        /// Its name.
        name: String,
        /// The field that refers.
        field: String,
        /// What is referred to.
        what: Kind,
        /// Its name.
        missing: String,
    },
    /// Something is to be deleted that is still needed.
    #[error("{what} `{doomed}` cannot be deleted: `{field}` of {kind} `{name}` refers to it")]
    Needed {
        /// What refers.
        kind: Kind,
        /// Its name.
        name: String,
        /// The field that refers.
        field: String,
        /// What is to be deleted.
        what: Kind,
        /// Its name.
        doomed: String,
    },
    /// Workers are in an activity that is to be deleted.
    #[error("activity `{activity}` cannot be deleted: {count} in it, `{one}` for one")]
    Occupied {
        /// The activity.
        activity: String,
        /// `3 workers are`.
        count: String,
        /// The name of one of them.
        one: String,
    },
    /// The old name of one thing is the present name of another.
    #[error("{kind} `{name}` cannot be renamed from `{old}`: the manifest names that one too")]
    RenamedFromNamed {
        /// What it is.
        kind: Kind,
        /// Its new name.
        name: String,
        /// Its old name.
        old: String,
    },
    /// Two things are to be what one was.
    #[error("{kind} `{old}` cannot become both `{first}` and `{second}`")]
    ClaimedTwice {
        /// What it is.
        kind: Kind,
        /// Its name.
        old: String,
        /// One new name.
        first: String,
        /// The other.
        second: String,
    },
    /// A workflow cannot be made without its rules.
    #[error("workflow `{0}` is not there yet, and cannot be made without a `configuration`")]
    NoConfiguration(String),
    /// A name stands twice in a manifest.
    #[error("the manifest names {kind} `{name}` twice")]
    Twice {
        /// What it is.
        kind: Kind,
        /// Its name.
        name: String,
    },
    /// A number is not the account's.
    #[error("the account has no phone number `{0}`; numbers are not bought")]
    NoNumber(String),
    /// Twilio does not switch it off again.
    #[error("multi-tasking cannot be switched off again: `multi_task_enabled` must stay true")]
    MultiTasking,
    /// A workflow or an expression cannot be read.
    #[error("{kind} `{name}`: `{field}` cannot be read: {reason}")]
    Unreadable {
        /// What has it.
        kind: Kind,
        /// Its name.
        name: String,
        /// The field.
        field: String,
        /// What is wrong.
        reason: String,
    },
}

/// Everything that is in the way; never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", one_per_line(.0))]
pub struct Problems(pub Vec<Problem>);

fn one_per_line(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n  ")
}

/// What there will be when a plan has been carried out, by kind and key.
pub type Future = BTreeMap<(Kind, String), Object>;

/// The plan, and what there will be afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What there will be.
    pub future: Future,
}

impl Planned {
    /// Lets the tasks that wait in a workflow, by its name as it is now, go through it again,
    /// changed or not; whether it is there to stay.
    pub fn re_evaluate(&mut self, workflow: &str, live: &Live) -> bool {
        let renamed = self.plan.steps.iter().find(|step| {
            step.kind == Kind::Workflow && step.renamed_from.as_deref() == Some(workflow)
        });
        let renamed = renamed.map(|step| step.name.clone());
        let workflow = renamed.as_deref().unwrap_or(workflow);
        let Some(object) = self.future.get(&(Kind::Workflow, workflow.to_owned())) else {
            return false;
        };
        let steps = &mut self.plan.steps;
        if let Some(step) = steps
            .iter_mut()
            .find(|step| step.is(Kind::Workflow, workflow))
        {
            step.re_evaluate = true;
            return true;
        }
        let there = present(live);
        let Some(before) = there.get(&object.key()) else {
            return false;
        };
        let place = steps
            .iter()
            .position(|step| step.action == Action::Delete || step.kind > Kind::Workflow)
            .unwrap_or(steps.len());
        steps.insert(
            place,
            Step {
                action: Action::Update,
                kind: Kind::Workflow,
                name: workflow.to_owned(),
                sid: live.sids.get(Kind::Workflow, workflow),
                renamed_from: None,
                differences: Vec::new(),
                set: Fields::new(),
                re_evaluate: true,
                aside: None,
                read: Some(fingerprint(before, workflow)),
                read_channels: Fields::new(),
            },
        );
        self.plan.counts = Counts::of(&self.plan.steps);
        true
    }
}

/// What there is, by kind and key.
pub fn present(live: &Live) -> Future {
    Object::all_of(&live.manifest)
        .into_iter()
        .map(|object| (object.key(), object))
        .collect()
}

fn sid_of(object: &Object, workspace: Option<WorkspaceSid>, sids: &Sids) -> Option<String> {
    match object.kind {
        Kind::Workspace => workspace.map(|sid| sid.to_string()),
        kind => sids.get(kind, &object.name),
    }
}
