//! The things of a manifest, all in one shape: a kind, a name, and fields as they would be written.

use serde::{Deserialize as _, Serialize};
use serde_json::{Map, Value as Json};

use super::kind::{Field, Kind};
use super::manifest::{Manifest, PhoneNumberSpec, WorkerChannelSpec};
use super::names;

/// Fields by the names they have in a manifest. What is not there is not spoken of.
pub type Fields = Map<String, Json>;

/// A thing that a manifest names.
#[derive(Debug, Clone, PartialEq)]
pub struct Object {
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// What it was called before.
    pub renamed_from: Option<String>,
    /// What is said of it beside that.
    pub fields: Fields,
}

impl Object {
    /// Everything a manifest names, in the order of [`Kind::ALL`] and then of the manifest; the
    /// workspace comes first, whether it has a name or not.
    pub fn all_of(manifest: &Manifest) -> Vec<Self> {
        let mut objects = vec![Self::workspace(manifest)];
        add(&mut objects, Kind::Activity, manifest.activities());
        add(&mut objects, Kind::TaskChannel, manifest.task_channels());
        add(&mut objects, Kind::TaskQueue, manifest.task_queues());
        add(&mut objects, Kind::Workflow, manifest.workflows());
        add(&mut objects, Kind::Worker, manifest.workers());
        add(&mut objects, Kind::PhoneNumber, manifest.phone_numbers());
        objects
    }

    /// Voice numbers.
    pub fn of_numbers(numbers: &[PhoneNumberSpec]) -> Vec<Self> {
        let mut objects = Vec::new();
        add(&mut objects, Kind::PhoneNumber, numbers);
        objects
    }

    fn workspace(manifest: &Manifest) -> Self {
        let settings = Manifest {
            friendly_name: manifest.friendly_name.clone(),
            renamed_from: manifest.renamed_from.clone(),
            event_callback_url: manifest.event_callback_url.clone(),
            events_filter: manifest.events_filter.clone(),
            default_activity: manifest.default_activity.clone(),
            timeout_activity: manifest.timeout_activity.clone(),
            prioritize_queue_order: manifest.prioritize_queue_order,
            multi_task_enabled: manifest.multi_task_enabled,
            ..Manifest::default()
        };
        Self::of(Kind::Workspace, &settings)
    }

    fn of(kind: Kind, spec: &impl Serialize) -> Self {
        let Ok(Json::Object(mut fields)) = serde_json::to_value(spec) else {
            unreachable!("what a manifest names is written as an object with texts as keys");
        };
        let mut text = |field: &str| match fields.shift_remove(field) {
            Some(Json::String(text)) => Some(text),
            _ => None,
        };
        let name = text(kind.name_field()).unwrap_or_default();
        let renamed_from = text("renamed_from");
        Self {
            kind,
            name,
            renamed_from,
            fields,
        }
    }

    /// What tells it apart from others of its kind.
    pub fn key(&self) -> (Kind, String) {
        (self.kind, self.kind.key(&self.name))
    }

    /// Everything its fields refer to: the field, and what of which name.
    pub fn references(&self) -> Vec<Reference> {
        let mut found = Vec::new();
        for (field, value) in &self.fields {
            each_reference(self.kind.field(field), value, &mut |kind, name| {
                found.push(Reference {
                    field: field.clone(),
                    kind,
                    name: name.to_owned(),
                });
            });
        }
        found
    }

    /// Whether a field refers to the thing of that name.
    pub fn field_refers_to(&self, field: &str, kind: Kind, name: &str) -> bool {
        let mut found = false;
        if let Some(value) = self.fields.get(field) {
            each_reference(self.kind.field(field), value, &mut |its_kind, its_name| {
                found |= its_kind == kind && kind.key(its_name) == kind.key(name);
            });
        }
        found
    }

    /// Calls what it refers to by other names, where `new` has one.
    pub fn rename_references(&mut self, new: &impl Fn(Kind, &str) -> Option<String>) {
        for (field, value) in &mut self.fields {
            rename_references(self.kind.field(field), value, new);
        }
    }
}

/// What a field refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The field.
    pub field: String,
    /// What is referred to.
    pub kind: Kind,
    /// Its name.
    pub name: String,
}

fn add<S: Serialize>(objects: &mut Vec<Object>, kind: Kind, specs: &[S]) {
    objects.extend(specs.iter().map(|spec| Object::of(kind, spec)));
}

fn each_reference(field: Option<Field>, value: &Json, see: &mut dyn FnMut(Kind, &str)) {
    match field {
        Some(Field::Activity | Field::FirstActivity) => {
            if let Some(name) = value.as_str().filter(|name| !name.is_empty()) {
                see(Kind::Activity, name);
            }
        }
        Some(Field::Channels) => {
            for name in value.as_object().into_iter().flat_map(Map::keys) {
                see(Kind::TaskChannel, name);
            }
        }
        Some(Field::Configuration) => {
            for target in targets_of(value) {
                if let Some(queue) = target.get("queue").and_then(Json::as_str) {
                    see(Kind::TaskQueue, queue);
                }
            }
            in_expressions(value, see);
        }
        Some(Field::TargetWorkers) => in_expressions(value, see),
        _ => {}
    }
}

fn rename_references(
    field: Option<Field>,
    value: &mut Json,
    new: &impl Fn(Kind, &str) -> Option<String>,
) {
    match field {
        Some(Field::Activity | Field::FirstActivity) => {
            if let Some(name) = value.as_str().and_then(|name| new(Kind::Activity, name)) {
                *value = Json::String(name);
            }
        }
        Some(Field::Configuration | Field::TargetWorkers) => {
            names::in_texts(value, |text| {
                names::resolved(text, |reference| {
                    let name = new(reference.kind, &reference.name)?;
                    Some(names::written(reference.kind, &name))
                })
            });
            if field == Some(Field::Configuration) {
                each_target_mut(value, &mut |target| {
                    let queue = target.get_mut("queue");
                    if let Some(Json::String(queue)) = queue
                        && let Some(name) = new(Kind::TaskQueue, queue)
                    {
                        *queue = name;
                    }
                });
            }
        }
        _ => {}
    }
}

/// The steps in the document of a workflow: those of the filters, then the default filter.
fn targets_of(document: &Json) -> impl Iterator<Item = &Json> {
    let routing = &document["task_routing"];
    let filters = routing["filters"].as_array().into_iter().flatten();
    let in_filters = filters.flat_map(|filter| filter["targets"].as_array().into_iter().flatten());
    in_filters.chain(routing.get("default_filter"))
}

/// The same to be changed.
pub(super) fn each_target_mut(document: &mut Json, change: &mut dyn FnMut(&mut Json)) {
    let Some(routing) = document.get_mut("task_routing") else {
        return;
    };
    let filters = routing.get_mut("filters").and_then(Json::as_array_mut);
    for filter in filters.into_iter().flatten() {
        let targets = filter.get_mut("targets").and_then(Json::as_array_mut);
        targets.into_iter().flatten().for_each(&mut *change);
    }
    if let Some(target) = routing.get_mut("default_filter") {
        change(target);
    }
}

/// The references to SIDs by name in all texts of a value.
fn in_expressions(value: &Json, see: &mut dyn FnMut(Kind, &str)) {
    each_text(value, &mut |text| {
        for reference in names::references(text) {
            see(reference.kind, &reference.name);
        }
    });
}

fn each_text<'v>(value: &'v Json, see: &mut impl FnMut(&'v str)) {
    match value {
        Json::String(text) => see(text),
        Json::Array(elements) => elements.iter().for_each(|one| each_text(one, see)),
        Json::Object(members) => members.values().for_each(|one| each_text(one, see)),
        _ => {}
    }
}

/// The capacities in the field `channels` of a worker.
pub(super) fn channels_in(value: &Json) -> Vec<(String, WorkerChannelSpec)> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, spec)| {
            let spec = WorkerChannelSpec::deserialize(spec).ok()?;
            Some((name.clone(), spec))
        })
        .collect()
}
