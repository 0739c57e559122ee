//! `workers_file`: workers from a file of their own.

use std::path::Path;

use serde_json::Value;

use super::node::{Content, Member, Node, Place};
use super::problem::{Problem, Source};
use super::{LoadError, Loader, has_extension, merge, read_file};
use crate::provision::manifest::{WorkerChannelSpec, WorkerSpec};
use crate::worker_table::{self, Entry};

impl Loader<'_> {
    /// Puts the workers of the files that a manifest names under its own.
    pub(super) fn fetch_workers(
        &mut self,
        manifest: &Path,
        document: &mut Node,
    ) -> Result<(), LoadError> {
        let Content::Map(members) = &mut document.content else {
            return Ok(());
        };
        let Some(at) = members.iter().position(|one| one.key == "workers_file") else {
            return Ok(());
        };
        let named = members.remove(at).value;
        let files = match named.content {
            Content::List(files) => files,
            _ => vec![named],
        };
        let directory = manifest.parent().unwrap_or_else(|| Path::new(""));
        let mut base = Node {
            place: document.place,
            content: Content::Map(Vec::new()),
        };
        for file in files {
            let Some(name) = file.text() else {
                let problem = Problem::new(file.place, "expected the path of a file");
                return Err(self.wrong(&[problem]));
            };
            let path = directory.join(name);
            let text = read_file(&path).map_err(|error| match error {
                LoadError::Read { path, source } => {
                    let message = format!("cannot read `{}`: {source}", path.display());
                    self.wrong(&[Problem::new(file.place, message)])
                }
                other @ LoadError::Wrong(_) => other,
            })?;
            let workers = self.workers(&path, text)?;
            base = merge::manifests(base, workers);
        }
        let own = Node {
            place: document.place,
            content: std::mem::replace(&mut document.content, Content::Null),
        };
        *document = merge::manifests(base, own);
        Ok(())
    }

    /// A file of workers as a manifest that has nothing else: a list, or a mapping `workers`.
    fn workers(&mut self, path: &Path, text: String) -> Result<Node, LoadError> {
        let name = path.display().to_string();
        let document = if has_extension(path, "csv") {
            self.table(name, text)?
        } else {
            self.document(&name, text)?
        };
        let place = document.place;
        let list = match document.content {
            Content::Map(members) => match <[Member; 1]>::try_from(members) {
                Ok([workers]) if workers.key == "workers" => workers.value,
                _ => return Err(self.no_workers(place)),
            },
            Content::List(items) => Node {
                place,
                content: Content::List(items),
            },
            _ => return Err(self.no_workers(place)),
        };
        Ok(Node {
            place,
            content: Content::Map(vec![Member {
                key: "workers".to_owned(),
                place,
                value: list,
            }]),
        })
    }

    /// A table of workers as a list of them. It has no variables.
    fn table(&mut self, name: String, text: String) -> Result<Node, LoadError> {
        let source = self.sources.len();
        let read = worker_table::read(&text, worker_table::Format::Csv);
        let lines = Lines::of(source, &text);
        self.sources.push(Source { name, text });
        let entries = read.map_err(|error| {
            let place = lines.place(error.line());
            let problem = Problem::new(place, error.problem()).with_help(error.hint());
            self.wrong(&[problem])
        })?;
        let items = entries.into_iter().map(|entry| {
            let place = lines.place(entry.line);
            Node::of_value(worker(entry), place)
        });
        Ok(Node {
            place: lines.place(1),
            content: Content::List(items.collect()),
        })
    }

    fn no_workers(&self, place: Place) -> LoadError {
        let message = "a file of workers is a list of them, or a mapping with `workers` alone";
        self.wrong(&[Problem::new(place, message)])
    }
}

fn worker(entry: Entry) -> Value {
    let channels = entry.channels.into_iter().map(|(name, channel)| {
        let channel = WorkerChannelSpec {
            capacity: channel.capacity,
            available: channel.available,
        };
        (name, channel)
    });
    let channels: std::collections::BTreeMap<_, _> = channels.collect();
    let worker = WorkerSpec {
        friendly_name: entry.friendly_name,
        renamed_from: None,
        activity: entry.activity,
        attributes: Some(entry.attributes).filter(|attributes| !attributes.is_empty()),
        channels: Some(channels).filter(|channels| !channels.is_empty()),
    };
    serde_json::to_value(worker).expect("a worker has no keys other than texts")
}

/// Where the lines of a source begin and end.
struct Lines {
    source: usize,
    spans: Vec<(usize, usize)>,
}

impl Lines {
    fn of(source: usize, text: &str) -> Self {
        let mut start = 0;
        let spans = text.split_inclusive('\n').map(|line| {
            let span = (start, start + line.trim_end().len());
            start += line.len();
            span
        });
        Self {
            source,
            spans: spans.collect(),
        }
    }

    /// The place of a line, counted from 1.
    fn place(&self, line: u64) -> Place {
        let at = usize::try_from(line).unwrap_or(usize::MAX).max(1) - 1;
        let (start, end) = self.spans.get(at).copied().unwrap_or_default();
        Place::new(self.source, start..end)
    }
}
