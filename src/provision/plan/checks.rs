//! What is in the way of a plan.

use serde_json::json;

use super::planner::Planner;
use super::{Future, Problem};
use crate::output::plural;
use crate::provision::compare;
use crate::provision::kind::Kind;
use crate::provision::object::Object;

impl Planner<'_> {
    /// Whatever will be there must find what it refers to.
    pub(super) fn check(&mut self, future: &Future, doomed: &[Object]) {
        for object in future.values() {
            for reference in object.references() {
                let key = (reference.kind, reference.kind.key(&reference.name));
                // Workers that were not read may be there.
                let unread = reference.kind == Kind::Worker && self.has_unread_workers;
                if future.contains_key(&key) || unread {
                    continue;
                }
                if reference.kind == Kind::Activity && self.replaced.contains_key(&reference.name) {
                    continue;
                }
                let is_doomed = doomed.iter().any(|doomed| doomed.key() == key);
                let (kind, name, field) =
                    (object.kind, object.name.clone(), reference.field.clone());
                // Where a worker is at the moment is told of the activity, and channels come to
                // workers and leave them by themselves.
                if object.kind == Kind::Worker
                    && (is_doomed && field == "activity" || field == "channels")
                {
                    continue;
                }
                self.problems.push(if is_doomed {
                    Problem::Needed {
                        kind,
                        name,
                        field,
                        what: reference.kind,
                        doomed: reference.name,
                    }
                } else {
                    Problem::Missing {
                        kind,
                        name,
                        field,
                        what: reference.kind,
                        missing: reference.name,
                    }
                });
            }
        }
        for activity in doomed.iter().filter(|one| one.kind == Kind::Activity) {
            let in_it: Vec<&str> = future
                .values()
                .filter(|one| one.kind == Kind::Worker)
                .filter(|one| one.fields.get("activity") == Some(&json!(activity.name)))
                .map(|one| one.name.as_str())
                .collect();
            if let Some(one) = in_it.first() {
                let is = if in_it.len() == 1 { "is" } else { "are" };
                let workers = plural::count_of(in_it.len(), "worker", "workers");
                self.problems.push(Problem::Occupied {
                    activity: activity.name.clone(),
                    count: format!("{workers} {is}"),
                    one: (*one).to_owned(),
                });
            }
        }
    }

    /// Capacities must be for channels that will be there.
    pub(super) fn check_channels(&mut self, wanted: &[Object], future: &Future) {
        for worker in wanted.iter().filter(|object| object.kind == Kind::Worker) {
            for reference in worker.references() {
                if reference.kind == Kind::TaskChannel
                    && !future.contains_key(&(Kind::TaskChannel, reference.name.clone()))
                {
                    self.problems.push(Problem::Missing {
                        kind: worker.kind,
                        name: worker.name.clone(),
                        field: reference.field,
                        what: Kind::TaskChannel,
                        missing: reference.name,
                    });
                }
            }
        }
    }

    pub(super) fn check_texts(&mut self, object: &Object) {
        for (field, value) in &object.fields {
            if let Some(reason) = compare::unreadable(object.kind, field, value) {
                self.problems.push(Problem::Unreadable {
                    kind: object.kind,
                    name: object.name.clone(),
                    field: field.clone(),
                    reason,
                });
            }
        }
    }
}
