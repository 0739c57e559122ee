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
    use super::*;
    use crate::provision::load::load_text;
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
