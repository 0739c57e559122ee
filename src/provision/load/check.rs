//! What types cannot tell: names that must resolve, expressions that must parse, limits.

use std::collections::HashMap;

use super::node::{Node, Place, Step, steps};
use super::problem::{Problem, Source, suggestion};
use crate::model::EventType;
use crate::provision::given;
use crate::provision::kind::Kind;
use crate::provision::manifest::{Document, Manifest, QueueSpec, WorkerSpec};
use crate::provision::names;
use crate::routing::engine::limits;
use crate::routing::expr;
use crate::routing::workflow::{Configuration, ErrorKind};

/// What was found.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) problems: Vec<Problem>,
    pub(super) warnings: Vec<Problem>,
}

pub(super) fn check(manifest: &Manifest, document: &Node, sources: &[Source]) -> Findings {
    let mut checker = Checker {
        document,
        sources,
        known: Known::of(manifest),
        found: Findings::default(),
    };
    checker.manifest(manifest);
    checker.found
}

/// The names that things may be called by; `None` where the manifest leaves a list as it is, so
/// that only the workspace can tell.
struct Known<'a> {
    activities: Option<Vec<&'a str>>,
    channels: Option<Vec<&'a str>>,
    queues: Option<Vec<&'a str>>,
    workflows: Option<Vec<&'a str>>,
    workers: Option<Vec<&'a str>>,
}

impl<'a> Known<'a> {
    fn of(manifest: &'a Manifest) -> Self {
        fn names<'a, T>(
            list: Option<&'a Vec<T>>,
            given: &[&'static str],
            name: impl Fn(&'a T) -> &'a String,
        ) -> Option<Vec<&'a str>> {
            let names = list?.iter().map(|one| name(one).as_str());
            Some(names.chain(given.iter().copied()).collect())
        }
        Self {
            activities: names(
                manifest.activities.as_ref(),
                &given::ACTIVITIES.map(|(name, _)| name),
                |one| &one.friendly_name,
            ),
            channels: names(manifest.task_channels.as_ref(), &given::CHANNELS, |one| {
                &one.unique_name
            }),
            queues: names(manifest.task_queues.as_ref(), &[], |one| &one.friendly_name),
            workflows: names(manifest.workflows.as_ref(), &[], |one| &one.friendly_name),
            workers: names(manifest.workers.as_ref(), &[], |one| &one.friendly_name),
        }
    }

    fn get(&self, kind: Kind) -> Option<&[&'a str]> {
        match kind {
            Kind::Activity => self.activities.as_deref(),
            Kind::TaskChannel => self.channels.as_deref(),
            Kind::TaskQueue => self.queues.as_deref(),
            Kind::Workflow => self.workflows.as_deref(),
            Kind::Worker => self.workers.as_deref(),
            Kind::Workspace | Kind::PhoneNumber => None,
        }
    }
}

struct Checker<'a> {
    document: &'a Node,
    sources: &'a [Source],
    known: Known<'a>,
    found: Findings,
}

fn key(name: &str) -> Step {
    Step::Key(name.to_owned())
}

/// A path, one step longer.
fn into(path: &[Step], name: &str) -> Vec<Step> {
    [path, &[key(name)]].concat()
}

impl<'a> Checker<'a> {
    fn place(&self, path: &[Step]) -> Place {
        self.document.nearest(path).place
    }

    fn wrong(&mut self, path: &[Step], message: impl Into<String>) {
        let problem = Problem::new(self.place(path), message);
        self.found.problems.push(problem);
    }

    fn manifest(&mut self, manifest: &'a Manifest) {
        self.name(&[], "friendly_name", manifest.friendly_name.as_deref());
        self.url(
            &[],
            "event_callback_url",
            manifest.event_callback_url.as_deref(),
        );
        self.event_types(manifest);
        for (field, name) in [
            ("default_activity", &manifest.default_activity),
            ("timeout_activity", &manifest.timeout_activity),
        ] {
            self.activity(&[key(field)], name.as_deref());
        }
        self.lists(manifest);
        for (at, queue) in manifest.task_queues().iter().enumerate() {
            self.queue(&[key("task_queues"), Step::Item(at)], queue);
        }
        for (at, workflow) in manifest.workflows().iter().enumerate() {
            let path = [key("workflows"), Step::Item(at)];
            for (field, url) in [
                ("assignment_callback_url", &workflow.assignment_callback_url),
                (
                    "fallback_assignment_callback_url",
                    &workflow.fallback_assignment_callback_url,
                ),
            ] {
                self.url(&path, field, url.as_deref());
            }
            let most = limits::RESERVATION_TIMEOUT;
            self.range(
                &path,
                "task_reservation_timeout",
                workflow.task_reservation_timeout,
                most,
            );
            if let Some(configuration) = &workflow.configuration {
                self.configuration(&into(&path, "configuration"), configuration);
            }
        }
        for (at, worker) in manifest.workers().iter().enumerate() {
            self.worker(&[key("workers"), Step::Item(at)], worker);
        }
        for (at, number) in manifest.phone_numbers().iter().enumerate() {
            let path = [key("phone_numbers"), Step::Item(at)];
            let digits = number.phone_number.strip_prefix('+').unwrap_or_default();
            let is_number = (8..=15).contains(&digits.len())
                && digits.bytes().all(|digit| digit.is_ascii_digit());
            if !is_number {
                let message = format!(
                    "`{}` is not `+`, country code and number without blanks",
                    number.phone_number
                );
                self.wrong(&into(&path, "phone_number"), message);
            }
            for (field, url) in [
                ("voice_url", &number.voice_url),
                ("voice_fallback_url", &number.voice_fallback_url),
                ("status_callback", &number.status_callback),
            ] {
                self.url(&path, field, url.as_deref());
            }
        }
    }

    /// Names of the items of each list, and how many there may be.
    fn lists(&mut self, manifest: &'a Manifest) {
        let activities = manifest.activities().iter();
        self.names(
            "activities",
            "friendly_name",
            Some(limits::ACTIVITIES),
            activities.map(|one| (one.friendly_name.as_str(), one.renamed_from.as_deref())),
        );
        let channels = manifest.task_channels().iter();
        self.names(
            "task_channels",
            "unique_name",
            None,
            channels.map(|one| (one.unique_name.as_str(), None)),
        );
        let queues = manifest.task_queues().iter();
        self.names(
            "task_queues",
            "friendly_name",
            Some(limits::QUEUES),
            queues.map(|one| (one.friendly_name.as_str(), one.renamed_from.as_deref())),
        );
        let workflows = manifest.workflows().iter();
        self.names(
            "workflows",
            "friendly_name",
            None,
            workflows.map(|one| (one.friendly_name.as_str(), one.renamed_from.as_deref())),
        );
        let workers = manifest.workers().iter();
        self.names(
            "workers",
            "friendly_name",
            Some(limits::WORKERS),
            workers.map(|one| (one.friendly_name.as_str(), one.renamed_from.as_deref())),
        );
        let numbers = manifest.phone_numbers().iter();
        self.names(
            "phone_numbers",
            "phone_number",
            None,
            numbers.map(|one| (one.phone_number.as_str(), None)),
        );
    }

    fn names(
        &mut self,
        list: &'static str,
        field: &str,
        most: Option<usize>,
        items: impl ExactSizeIterator<Item = (&'a str, Option<&'a str>)>,
    ) {
        if let Some(most) = most.filter(|most| items.len() > *most) {
            let message = format!("{} items, at most {most} are allowed", items.len());
            self.wrong(&[key(list)], message);
        }
        let mut first: HashMap<String, usize> = HashMap::new();
        for (at, (name, renamed_from)) in items.enumerate() {
            let path = [key(list), Step::Item(at)];
            self.name(&path, field, Some(name));
            if renamed_from == Some(name) {
                let path = into(&path, "renamed_from");
                self.wrong(&path, format!("it is still called `{name}`"));
            }
            // Twilio does not tell workers apart by the case of their names.
            let same = if list == "workers" {
                name.to_lowercase()
            } else {
                name.to_owned()
            };
            let path = into(&path, field);
            match first.get(&same) {
                Some(before) => {
                    let before = self.place(&[key(list), Step::Item(*before), key(field)]);
                    let problem = Problem::new(self.place(&path), format!("a second `{name}`"))
                        .beside(before, "the first");
                    self.found.problems.push(problem);
                }
                None => {
                    first.insert(same, at);
                }
            }
        }
    }

    fn name(&mut self, path: &[Step], field: &str, name: Option<&str>) {
        let Some(name) = name else { return };
        let length = name.chars().count();
        if name.trim().is_empty() {
            self.wrong(&into(path, field), format!("`{field}` is empty"));
        } else if length > limits::FRIENDLY_NAME && field == "friendly_name" {
            let most = limits::FRIENDLY_NAME;
            let message = format!("{length} characters, at most {most} are allowed");
            self.wrong(&into(path, field), message);
        }
    }

    fn url(&mut self, path: &[Step], field: &str, url: Option<&str>) {
        let Some(url) = url.filter(|url| !url.is_empty()) else {
            return;
        };
        let has_host = url::Url::parse(url)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !has_host {
            let message = format!("`{url}` is not an absolute URL");
            self.wrong(&into(path, field), message);
        }
    }

    fn event_types(&mut self, manifest: &Manifest) {
        let types = manifest.events_filter.iter().flatten();
        for (at, name) in types.enumerate() {
            if name.parse::<EventType>().is_ok() {
                continue;
            }
            let known = EventType::ALL.iter().map(|known| known.as_str());
            let place = self.place(&[key("events_filter"), Step::Item(at)]);
            let problem = Problem::new(place, format!("there is no event type `{name}`"))
                .with_help(suggestion(name, known));
            self.found.problems.push(problem);
        }
    }

    fn range(&mut self, path: &[Step], field: &str, value: Option<u32>, most: u32) {
        if let Some(value) = value
            && !(1..=most).contains(&value)
        {
            let message = format!("{value} is not between 1 and {most}");
            self.wrong(&into(path, field), message);
        }
    }

    /// Reports a name that nothing has, where that can be told.
    fn resolves(&mut self, place: Place, kind: Kind, name: &str) {
        let Some(known) = self.known.get(kind) else {
            return;
        };
        if !known.contains(&name) {
            let problem = Problem::new(place, format!("there is no {kind} `{name}`"))
                .with_help(suggestion(name, known.iter().copied()));
            self.found.problems.push(problem);
        }
    }

    fn activity(&mut self, path: &[Step], name: Option<&str>) {
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            self.resolves(self.place(path), Kind::Activity, name);
        }
    }

    fn queue(&mut self, path: &[Step], queue: &QueueSpec) {
        self.range(
            path,
            "max_reserved_workers",
            queue.max_reserved_workers,
            limits::MAX_RESERVED_WORKERS,
        );
        for (field, name) in [
            ("reservation_activity", &queue.reservation_activity),
            ("assignment_activity", &queue.assignment_activity),
        ] {
            self.activity(&into(path, field), name.as_deref());
        }
        let path = into(path, "target_workers");
        if let (Some(text), Some(Err(error))) = (&queue.target_workers, queue.target()) {
            self.expression(&path, text, &error);
        }
        self.references(&path, queue.target_workers.as_deref());
    }

    /// References to SIDs by name inside an expression.
    fn references(&mut self, path: &[Step], text: Option<&str>) {
        for reference in names::references(text.unwrap_or_default()) {
            self.resolves(self.place(path), reference.kind, &reference.name);
        }
    }

    fn expression(&mut self, path: &[Step], text: &str, error: &expr::Error) {
        let place = self.place(path);
        let problem = Problem::new(
            self.within(place, text, error).unwrap_or(place),
            error.kind.to_string(),
        );
        let help = error.suggestion.as_ref().map(ToString::to_string);
        self.found.problems.push(problem.with_help(help));
    }

    /// Where in a source a mistake in an expression is, if the expression stands there verbatim.
    fn within(&self, place: Place, text: &str, error: &expr::Error) -> Option<Place> {
        let written = &self.sources[place.source].text[place.start..];
        let quotes = [0, 1, 3];
        let skipped = quotes.into_iter().find(|skipped| {
            written
                .get(*skipped..)
                .is_some_and(|rest| rest.starts_with(text))
        })?;
        let start = place.start + skipped;
        Some(Place {
            source: place.source,
            start: start + error.span.start,
            end: start + error.span.end,
        })
    }

    fn configuration(&mut self, path: &[Step], document: &Document) {
        let json = document.to_json();
        let length = json.to_string().len();
        if length > limits::CONFIGURATION {
            let most = limits::CONFIGURATION;
            let message = format!("{length} bytes, at most {most} are allowed");
            self.wrong(path, message);
        }
        let at = |inner: &str| [path, &steps(inner)].concat();
        match document.compile_with_warnings() {
            Ok((configuration, warnings)) => {
                self.queues(path, &configuration);
                for warning in warnings {
                    let place = self.place(&at(&warning.path));
                    let problem = Problem::new(place, warning.kind.to_string());
                    self.found.warnings.push(problem);
                }
            }
            Err(problems) => {
                for problem in problems {
                    let path = at(&problem.path);
                    match &problem.kind {
                        ErrorKind::Expression { text, error } => {
                            self.expression(&path, text, error);
                        }
                        kind => self.wrong(&path, format!("`{}`: {kind}", problem.path)),
                    }
                }
            }
        }
        let mut texts = Vec::new();
        document
            .task_routing
            .each_expression(|text| texts.push(text));
        for text in texts {
            self.references(path, Some(text));
        }
    }

    fn queues(&mut self, path: &[Step], configuration: &Configuration) {
        let Some(known) = self.known.get(Kind::TaskQueue).map(<[_]>::to_vec) else {
            return;
        };
        let Err(problems) = configuration.check_queues(|queue| known.contains(&queue)) else {
            return;
        };
        for problem in problems {
            let place = self.place(&[path, &steps(&problem.path)].concat());
            if let ErrorKind::UnknownQueue(name) = &problem.kind {
                self.resolves(place, Kind::TaskQueue, name);
            }
        }
    }

    fn worker(&mut self, path: &[Step], worker: &WorkerSpec) {
        self.activity(&into(path, "activity"), worker.activity.as_deref());
        if let Some(attributes) = &worker.attributes {
            let text = serde_json::to_string(attributes).unwrap_or_default();
            let length = text.chars().count();
            if length > limits::ATTRIBUTES {
                let most = limits::ATTRIBUTES;
                let message = format!("{length} characters as JSON, at most {most} are allowed");
                self.wrong(&into(path, "attributes"), message);
            }
        }
        for channel in worker.channels.iter().flatten().map(|(name, _)| name) {
            let channels = into(path, "channels");
            let node = self.document.nearest(&channels);
            let place = node.get(channel).map_or(node.place, |member| member.place);
            self.resolves(place, Kind::TaskChannel, channel);
        }
    }
}
