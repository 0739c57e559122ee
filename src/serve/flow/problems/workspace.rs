//! Names that the workspace does not have.

use super::super::super::directory::{Directory, Names};
use super::super::Flow;
use super::Problem;
use crate::model::sid::Sid;
use crate::routing::alike;

impl Flow {
    /// What is wrong with it in this workspace: names that are none.
    pub fn problems_in(&self, directory: &Directory) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut tell = |place: String, problem: Option<String>| {
            found.extend(problem.map(|text| Problem { place, text }));
        };
        for (place, name) in self.workflow_names() {
            tell(place, unknown("workflow", name, &directory.workflows));
        }
        if self.workflow.is_none() && directory.workflows.only().is_none() {
            let names: Vec<String> = directory
                .workflows
                .names()
                .map(|name| format!("`{name}`"))
                .collect();
            let problem = if names.is_empty() {
                "the workspace has no workflow".to_owned()
            } else {
                format!(
                    "the workspace has several workflows ({}): say which one gets the calls for \
                     which nothing else is said",
                    names.join(", ")
                )
            };
            tell("flow.workflow".to_owned(), Some(problem));
        }
        for (place, channel) in [
            ("flow.voicemail.channel", &self.voicemail.channel),
            ("flow.callback.channel", &self.callback.channel),
        ] {
            if let Some(name) = channel {
                tell(
                    place.to_owned(),
                    unknown("task channel", name, &directory.channels),
                );
            }
        }
        for (place, name) in self.activity_names() {
            tell(place, unknown("activity", name, &directory.activities));
        }
        for (place, policy) in self.policies() {
            let name = policy.reject_activity.as_deref();
            let sid = name.and_then(|name| directory.activities.find(name));
            if let Some(name) = name
                && sid.is_some_and(|sid| directory.taking.contains(&sid))
            {
                let problem = format!(
                    "`{name}` takes tasks: who was rejected would be offered the same one again at \
                     once"
                );
                tell(format!("{place}.reject_activity"), Some(problem));
            }
        }
        found
    }

    /// Every workflow the flow names, and where.
    pub fn workflow_names(&self) -> Vec<(String, &str)> {
        let at = |place: &str| format!("{place}.workflow");
        let mut names: Vec<(String, &str)> = [
            ("flow", &self.workflow),
            ("flow.voicemail", &self.voicemail.workflow),
            ("flow.callback", &self.callback.workflow),
        ]
        .into_iter()
        .filter_map(|(place, name)| Some((at(place), name.as_deref()?)))
        .collect();
        for (place, choice, _) in self.choices() {
            names.extend(choice.workflow.as_deref().map(|name| (at(&place), name)));
        }
        for name in self.assignment.workflows.keys() {
            names.push(("flow.assignment.workflows".to_owned(), name));
        }
        names
    }

    /// Every activity the flow names, and where.
    pub fn activity_names(&self) -> Vec<(String, &str)> {
        let mut names = Vec::new();
        for (place, policy) in self.policies() {
            for (key, name) in [
                ("post_work_activity", &policy.post_work_activity),
                ("reject_activity", &policy.reject_activity),
            ] {
                names.extend(name.as_deref().map(|name| (format!("{place}.{key}"), name)));
            }
        }
        names
    }
}

fn unknown<S: Sid>(kind: &str, name: &str, names: &Names<S>) -> Option<String> {
    names.find(name).is_none().then(|| {
        let question = alike::question(name, names.names());
        format!("the workspace has no {kind} `{name}`{question}")
    })
}
