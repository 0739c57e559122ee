//! What a workspace's workflows, queues, activities and channels are called.

use std::collections::BTreeSet;

use futures::TryStreamExt as _;

use crate::events::{Facts, NamedFacts};
use crate::model::sid::{
    ActivitySid, Sid, TaskChannelSid, TaskQueueSid, WorkflowSid, WorkspaceSid,
};
use crate::model::{Activity, TaskChannel, TaskQueue, Workflow, Workspace};
use crate::twilio::{Client, Error, ListQuery, Resource};

/// Names and SIDs of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names<S> {
    known: Vec<(S, String)>,
    /// Whether there are no others.
    is_whole: bool,
}

impl<S> Default for Names<S> {
    fn default() -> Self {
        Self {
            known: Vec::new(),
            is_whole: false,
        }
    }
}

impl<S: Sid> Names<S> {
    /// These and no others, each with its name.
    pub fn new(known: impl IntoIterator<Item = (S, String)>) -> Self {
        Self {
            known: known.into_iter().collect(),
            is_whole: true,
        }
    }

    /// These, and perhaps others.
    pub fn some(known: impl IntoIterator<Item = (S, String)>) -> Self {
        Self {
            known: known.into_iter().collect(),
            is_whole: false,
        }
    }

    /// The SID that a name or a SID stands for: a SID means itself unless it is known that there is
    /// no such thing, a name is looked up exactly first and then in any case.
    pub fn find(&self, name_or_sid: &str) -> Option<S> {
        if let Ok(sid) = name_or_sid.parse::<S>() {
            return (!self.is_whole || self.name(sid).is_some()).then_some(sid);
        }
        let folded = name_or_sid.to_lowercase();
        let by = |fits: &dyn Fn(&str) -> bool| {
            let found = self.known.iter().find(|(_, name)| fits(name));
            found.map(|(sid, _)| *sid)
        };
        by(&|name| name == name_or_sid).or_else(|| by(&|name| name.to_lowercase() == folded))
    }

    /// What a SID is called.
    pub fn name(&self, sid: S) -> Option<&str> {
        let found = self.known.iter().find(|(known, _)| *known == sid);
        found.map(|(_, name)| name.as_str())
    }

    /// The only one there is.
    pub fn only(&self) -> Option<S> {
        match self.known.as_slice() {
            [(only, _)] => Some(*only),
            _ => None,
        }
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(|(_, name)| name.as_str())
    }
}

/// Names and SIDs of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directory {
    /// By friendly name.
    pub workflows: Names<WorkflowSid>,
    /// By friendly name.
    pub queues: Names<TaskQueueSid>,
    /// By friendly name.
    pub activities: Names<ActivitySid>,
    /// By unique name.
    pub channels: Names<TaskChannelSid>,
    /// The activity of workers who can be offered nothing: the one that TaskRouter itself sets who
    /// does not answer, or else the first that takes no tasks.
    pub resting: Option<ActivitySid>,
    /// The activities whose workers are offered tasks.
    pub taking: BTreeSet<ActivitySid>,
}

impl Directory {
    /// Reads the workspace: itself and four lists, at the same time.
    ///
    /// # Errors
    /// Twilio refuses or cannot be reached.
    pub async fn read(client: &Client, workspace: WorkspaceSid) -> Result<Self, Error> {
        let (workspace, workflows, queues, activities, channels) = futures::try_join!(
            client.get::<Workspace>((), workspace),
            all::<Workflow>(client, workspace),
            all::<TaskQueue>(client, workspace),
            all::<Activity>(client, workspace),
            all::<TaskChannel>(client, workspace),
        )?;
        let workspace = workspace.record.value;
        Ok(Self::of(
            &workspace,
            &workflows,
            &queues,
            &activities,
            &channels,
        ))
    }

    /// The directory of these.
    pub fn of(
        workspace: &Workspace,
        workflows: &[Workflow],
        queues: &[TaskQueue],
        activities: &[Activity],
        channels: &[TaskChannel],
    ) -> Self {
        Self {
            workflows: named(workflows, |each| (each.sid, &each.friendly_name)),
            queues: named(queues, |each| (each.sid, &each.friendly_name)),
            activities: named(activities, |each| (each.sid, &each.friendly_name)),
            channels: named(channels, |each| (each.sid, &each.unique_name)),
            resting: resting(
                workspace.timeout_activity_sid,
                activities.iter().map(|each| (each.sid, each.available)),
            ),
            taking: activities
                .iter()
                .filter(|each| each.available == Some(true))
                .map(|each| each.sid)
                .collect(),
        }
    }

    /// What is known before the workspace could be read: names from what it told earlier. A SID
    /// stands for itself.
    pub fn recalled(facts: &Facts) -> Self {
        let activities = facts.activities.iter().filter(|each| !each.is_deleted);
        Self {
            workflows: recalled(&facts.workflows),
            queues: recalled(&facts.queues),
            activities: Names::some(
                activities
                    .clone()
                    .filter_map(|each| Some((each.sid, each.name.clone()?))),
            ),
            channels: recalled(&facts.channels),
            resting: resting(
                None,
                activities.clone().map(|each| (each.sid, each.available)),
            ),
            taking: activities
                .filter(|each| each.available == Some(true))
                .map(|each| each.sid)
                .collect(),
        }
    }

    /// A directory that knows every name it is asked for, with SIDs that nobody has: for looking
    /// at a flow without a workspace.
    pub fn imagined<'a>(
        workflows: impl IntoIterator<Item = &'a str>,
        activities: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self {
            workflows: numbered(workflows),
            activities: numbered(activities),
            ..Self::default()
        }
    }
}

/// The activity of workers who can be offered nothing. A time-out activity that takes tasks would
/// have them offered the same task again.
fn resting(
    after_time_out: Option<ActivitySid>,
    activities: impl Iterator<Item = (ActivitySid, Option<bool>)>,
) -> Option<ActivitySid> {
    let closed: Vec<ActivitySid> = activities
        .filter(|(_, available)| *available == Some(false))
        .map(|(sid, _)| sid)
        .collect();
    after_time_out
        .filter(|sid| closed.contains(sid))
        .or_else(|| closed.first().copied())
}

fn named<R, S: Sid>(known: &[R], name: impl Fn(&R) -> (S, &String)) -> Names<S> {
    Names::new(known.iter().map(|each| {
        let (sid, name) = name(each);
        (sid, name.clone())
    }))
}

fn recalled<S: Sid>(known: &[NamedFacts<S>]) -> Names<S> {
    let there = known.iter().filter(|each| !each.is_deleted);
    Names::some(there.filter_map(|each| Some((each.sid, each.name.clone()?))))
}

fn numbered<'a, S: Sid>(names: impl IntoIterator<Item = &'a str>) -> Names<S> {
    let names: BTreeSet<&str> = names.into_iter().collect();
    let known = names.into_iter().zip(1..).map(|(name, number)| {
        let sid = name.parse().unwrap_or_else(|_| S::from_bits(number));
        (sid, name.to_owned())
    });
    Names::new(known)
}

/// Everything of a kind that a workspace has.
///
/// # Errors
/// Twilio refuses or cannot be reached.
pub(super) async fn all<R: Resource<Scope = WorkspaceSid>>(
    client: &Client,
    workspace: WorkspaceSid,
) -> Result<Vec<R>, Error> {
    client
        .list::<R>(workspace, &ListQuery::all())
        .map_ok(|record| record.value)
        .try_collect()
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_can_be_offered_nothing_rests_where_no_tasks_are_taken() {
        let sid = ActivitySid::from_bits;
        let activities = [
            (sid(1), Some(true)),
            (sid(2), None),
            (sid(3), Some(false)),
            (sid(4), Some(false)),
        ];
        for (after_time_out, wanted) in [(Some(4), 4), (Some(1), 3), (Some(9), 3), (None, 3)] {
            let found = resting(after_time_out.map(sid), activities.into_iter());
            assert_eq!(found, Some(sid(wanted)), "{after_time_out:?}");
        }
        let open = activities.into_iter().take(2);
        assert_eq!(resting(Some(sid(1)), open), None);
    }

    #[test]
    fn a_name_is_found_exactly_first_and_then_in_any_case() {
        let names = Names::<WorkflowSid>::new([
            (WorkflowSid::from_bits(1), "support".to_owned()),
            (WorkflowSid::from_bits(2), "Support".to_owned()),
            (WorkflowSid::from_bits(3), "Sales".to_owned()),
        ]);
        for (wanted, found) in [
            ("Support", Some(2)),
            ("support", Some(1)),
            ("SALES", Some(3)),
            ("WW00000000000000000000000000000003", Some(3)),
            ("WW00000000000000000000000000000009", None),
            ("Billing", None),
        ] {
            assert_eq!(
                names.find(wanted),
                found.map(WorkflowSid::from_bits),
                "{wanted}"
            );
        }
    }

    #[test]
    fn before_the_workspace_is_read_a_sid_stands_for_itself() {
        let sid = "WW00000000000000000000000000000009";
        let itself = Some(WorkflowSid::from_bits(9));
        assert_eq!(Names::<WorkflowSid>::default().find(sid), itself);
        assert_eq!(Names::<WorkflowSid>::new([]).find(sid), None);
        let named = |bits, name: &str, is_deleted| NamedFacts {
            sid: WorkflowSid::from_bits(bits),
            name: Some(name.to_owned()),
            is_deleted,
        };
        let facts = Facts {
            workflows: vec![
                named(1, "Support", true),
                named(2, "Support", false),
                NamedFacts {
                    name: None,
                    ..named(3, "", false)
                },
            ],
            ..Facts::default()
        };
        let recalled = Directory::recalled(&facts).workflows;
        assert_eq!(recalled.find("support"), Some(WorkflowSid::from_bits(2)));
        assert_eq!(recalled.find(sid), itself);
    }
}
