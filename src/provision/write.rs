//! A manifest as text that reads back as the same manifest.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value};

use super::manifest::Manifest;
use super::names;
use crate::output;

/// How a manifest is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Yaml,
    /// For programs.
    Json,
}

/// The manifest as text.
///
/// # Errors
/// It cannot be written in this format.
pub fn write(manifest: &Manifest, format: Format) -> Result<String, output::Error> {
    let mut document =
        serde_json::to_value(short(manifest)).expect("a manifest has no keys other than texts");
    names::in_texts(&mut document, escaped);
    match format {
        Format::Json => Ok(format!("{document:#}\n")),
        Format::Yaml => yaml(document),
    }
}

/// One paragraph for the settings and one for each list.
fn yaml(document: Value) -> Result<String, output::Error> {
    let Value::Object(members) = document else {
        return output::yaml_of(&document);
    };
    let (lists, settings): (Vec<_>, Vec<_>) = members
        .into_iter()
        .partition(|(key, value)| value.is_array() && key != "events_filter");
    let mut paragraphs = Vec::new();
    if !settings.is_empty() {
        paragraphs.push(encoded(settings)?);
    }
    for list in lists {
        paragraphs.push(encoded([list])?);
    }
    Ok(paragraphs.join("\n"))
}

fn encoded(members: impl IntoIterator<Item = (String, Value)>) -> Result<String, output::Error> {
    #[derive(Serialize)]
    #[serde(transparent)]
    struct Paragraph(Map<String, Value>);

    output::yaml_of(&Paragraph(members.into_iter().collect()))
}

/// Without what every workspace says the same of.
fn short(manifest: &Manifest) -> Manifest {
    let mut manifest = manifest.clone();
    let multi_tasking = manifest.multi_task_enabled == Some(true);
    for queue in manifest.task_queues.iter_mut().flatten() {
        for activity in [
            &mut queue.reservation_activity,
            &mut queue.assignment_activity,
        ] {
            // They are not for workers who handle several tasks at once.
            if multi_tasking && activity.as_deref() == Some("") {
                *activity = None;
            }
        }
    }
    for worker in manifest.workers.iter_mut().flatten() {
        for channel in worker
            .channels
            .iter_mut()
            .flat_map(|channels| channels.values_mut())
        {
            if channel.capacity.is_some() && channel.available == Some(true) {
                channel.available = None;
            }
        }
    }
    manifest
}

/// A text in which nothing reads as a variable; references to SIDs by name stay.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains('$') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 1);
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(reference) = names::at_start(rest) {
            out.push_str(&rest[..reference.span.end]);
            rest = &rest[reference.span.end..];
            continue;
        }
        rest = &rest[1..];
        out.push('$');
        if rest.starts_with(['$', '{']) {
            out.push('$');
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::provision::kind::Kind;
    use crate::provision::load::load_text;
    use crate::provision::manifest::{
        ActivitySpec, Document, FilterSpec, Order, QueueSpec, TargetSpec, TaskRouting,
        WorkerChannelSpec, WorkerSpec, WorkflowSpec,
    };
    use crate::provision::templates::TEMPLATES;

    fn again(manifest: &Manifest, format: Format) -> Manifest {
        let text = write(manifest, format).unwrap();
        load_text("again", &text, &|_| None)
            .unwrap_or_else(|error| panic!("{error}\n{text}"))
            .manifest
    }

    #[test]
    fn what_is_written_reads_back() {
        for template in TEMPLATES {
            let loaded = load_text(template.name, template.text, &|_| None).unwrap();
            for format in [Format::Yaml, Format::Json] {
                assert_eq!(again(&loaded.manifest, format), loaded.manifest);
            }
        }
    }

    fn name() -> impl Strategy<Value = String> {
        "[a-zA-Z0-9 ${}:#'\"\\\\é~,%&*!|>-]{1,12}"
            .prop_filter("blank", |name| !name.trim().is_empty())
    }

    fn attributes() -> impl Strategy<Value = Map<String, Value>> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            (-1e6..1e6).prop_map(Value::from),
            name().prop_map(Value::from),
            prop::sample::select(vec![
                "no",
                "on",
                "~",
                "1e3",
                "+16505550100",
                "2026-01-01",
                "a\nb",
                " "
            ])
            .prop_map(Value::from),
        ];
        let value = leaf.prop_recursive(3, 12, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((name(), inner), 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        });
        prop::collection::vec((name(), value), 0..5)
            .prop_map(|members| members.into_iter().collect())
    }

    fn names(most: usize) -> impl Strategy<Value = Vec<String>> {
        prop::collection::btree_set(name(), 0..most).prop_map(|names| {
            let mut seen = std::collections::HashSet::new();
            let is_new = |name: &String| seen.insert(name.to_lowercase());
            names.into_iter().filter(is_new).collect()
        })
    }

    prop_compose! {
        fn centres()(
            activities in names(4),
            queues in names(4),
            workers in names(4),
            attributes in prop::collection::vec(attributes(), 4),
            timeout in prop::option::of(1_u32..86_400),
            order in prop::sample::select(vec![Order::Fifo, Order::Lifo]),
            multi_tasking in any::<bool>(),
        ) -> Manifest {
            let target = workers.first().map_or_else(
                || "skills HAS 'a'".to_owned(),
                |worker| format!("sid == '{}'", names::written(Kind::Worker, worker)),
            );
            let filter = |queue: &String| FilterSpec {
                filter_friendly_name: Some(queue.clone()),
                expression: "type == \"a\"".to_owned(),
                targets: vec![TargetSpec { queue: Some(queue.clone()), ..TargetSpec::default() }],
            };
            let routing = TaskRouting {
                filters: queues.iter().map(filter).collect(),
                default_filter: None,
            };
            let activity = activities.first().cloned().unwrap_or_default();
            Manifest {
                friendly_name: activities.first().cloned(),
                events_filter: Some(vec!["task.created".to_owned()]),
                default_activity: Some(activity.clone()),
                prioritize_queue_order: Some(order),
                multi_task_enabled: Some(multi_tasking),
                activities: Some(activities.into_iter().map(|friendly_name| ActivitySpec {
                    friendly_name,
                    available: Some(multi_tasking),
                    ..ActivitySpec::default()
                }).collect()),
                task_queues: Some(queues.into_iter().map(|friendly_name| QueueSpec {
                    friendly_name,
                    target_workers: Some(target.clone()),
                    task_order: Some(order),
                    ..QueueSpec::default()
                }).collect()),
                workflows: Some(vec![WorkflowSpec {
                    friendly_name: "Route".to_owned(),
                    task_reservation_timeout: timeout,
                    configuration: Some(Document { task_routing: routing }),
                    ..WorkflowSpec::default()
                }]),
                workers: Some(workers.into_iter().zip(attributes).map(|(friendly_name, attributes)| WorkerSpec {
                    friendly_name,
                    activity: Some(activity.clone()),
                    attributes: Some(attributes),
                    channels: Some([("voice".to_owned(), WorkerChannelSpec { capacity: timeout, available: None })].into()),
                    ..WorkerSpec::default()
                }).collect()),
                ..Manifest::default()
            }
        }
    }

    proptest! {
        #[test]
        fn any_centre_reads_back(centre in centres()) {
            for format in [Format::Yaml, Format::Json] {
                prop_assert_eq!(&again(&centre, format), &centre);
            }
        }
    }

    #[test]
    fn dollars_are_escaped_where_they_would_mean_something() {
        for text in [
            "$",
            "$$",
            "US$ 5",
            "${HOME}",
            "$${HOME}",
            "$$$x",
            "a${",
            "${worker.sid:dave}",
            "$${worker.sid:dave}",
            "x${each.value}$",
        ] {
            let manifest = Manifest {
                friendly_name: Some(text.to_owned()),
                ..Manifest::default()
            };
            let read = again(&manifest, Format::Yaml);
            assert_eq!(read.friendly_name.as_deref(), Some(text));
        }
        assert_eq!(
            escaped("US$ 5 ${worker.sid:dave}"),
            "US$ 5 ${worker.sid:dave}"
        );
    }
}
