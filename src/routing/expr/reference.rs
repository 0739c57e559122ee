//! References (`task.language`, `skills[0]`), split and classified once, when parsed.

use std::fmt;

use serde_json::Value as Json;

/// A name to look up: keys and array indexes, e.g. `task.o.l[2]`.
///
/// What a built-in name could mean is decided when the reference is made, so that evaluating one
/// compares no prefixes.
#[derive(Debug, Clone)]
pub struct Reference {
    segments: Box<[Segment]>,
    /// The built-in meant when the first segment is read as a prefix.
    prefixed: Prefixed,
    /// The worker field meant when the reference is read without a prefix.
    bare_field: Option<WorkerField>,
}

/// One step of a [`Reference`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// The member of an object.
    Key(Box<str>),
    /// The element of an array, counted from 0.
    Index(usize),
}

/// What a reference means where prefixes count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefixed {
    /// `task.…`
    Task,
    /// `worker.…`, an attribute
    WorkerAttribute,
    /// `worker.sid` and its kin
    WorkerField(WorkerField),
    /// `worker.channel.<unique_name>.<figure>`
    WorkerChannel(ChannelFigure),
    /// `workers.…`: how many workers of a queue, by the second segment
    Workers(WorkersOf),
    /// `taskrouter.…`; `None` for a variable that does not exist
    Time(Option<TimeVariable>),
    /// no known prefix
    Nothing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkerField {
    Sid,
    FriendlyName,
    ActivitySid,
    ActivityName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChannelFigure {
    ConfiguredCapacity,
    AssignedTasks,
    AvailableCapacityPercentage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkersOf {
    Available,
    Unavailable,
    Activity,
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeVariable {
    CurrentTime,
    CurrentHour,
    CurrentMin,
    DayOfWeek,
}

impl Reference {
    /// `segments` holds at least one key; the first is always a key.
    pub(super) fn new(segments: Vec<Segment>) -> Self {
        let bare_field = match segments.as_slice() {
            [Segment::Key(name)] => WorkerField::named(name),
            _ => None,
        };
        let prefixed = Prefixed::of(&segments);
        Self {
            segments: segments.into_boxed_slice(),
            prefixed,
            bare_field,
        }
    }

    /// All segments, a prefix such as `task` included.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Whether the reference starts with `task.`.
    pub fn is_task(&self) -> bool {
        self.prefixed == Prefixed::Task
    }

    /// Whether the reference starts with `worker.`, be it a field, a channel or an attribute.
    pub fn is_worker(&self) -> bool {
        matches!(
            self.prefixed,
            Prefixed::WorkerAttribute | Prefixed::WorkerField(_) | Prefixed::WorkerChannel(_)
        )
    }

    /// Whether the reference starts with `taskrouter.`.
    pub fn is_time(&self) -> bool {
        matches!(self.prefixed, Prefixed::Time(_))
    }

    /// Whether the reference is one of the counts that `skip_if` knows: `workers.available`,
    /// `workers.unavailable` or `workers.WA…`.
    pub fn is_worker_count(&self) -> bool {
        matches!(
            self.prefixed,
            Prefixed::Workers(WorkersOf::Available | WorkersOf::Unavailable | WorkersOf::Activity)
        )
    }

    /// Whether the reference names the activity of a worker, with or without `worker.`.
    pub fn is_worker_activity(&self) -> bool {
        let names_activity =
            |field| matches!(field, WorkerField::ActivitySid | WorkerField::ActivityName);
        match self.prefixed {
            Prefixed::WorkerField(field) => names_activity(field),
            _ => self.bare_field.is_some_and(names_activity),
        }
    }

    /// The unique name of the task channel when the reference is
    /// `worker.channel.<unique_name>.<figure>`.
    pub fn worker_channel(&self) -> Option<&str> {
        match (self.prefixed, self.segments.get(2)) {
            (Prefixed::WorkerChannel(_), Some(Segment::Key(name))) => Some(name),
            _ => None,
        }
    }

    /// The value of a `task.…` reference in the task's attributes; `None` when it is missing or
    /// the reference is of another kind.
    pub fn find_in_task<'a>(&self, attributes: &'a Json) -> Option<&'a Json> {
        if self.is_task() {
            self.walk(1, attributes)
        } else {
            None
        }
    }

    /// Follows the segments from `skip` on.
    pub(super) fn walk<'a>(&self, skip: usize, document: &'a Json) -> Option<&'a Json> {
        let mut here = document;
        for segment in &self.segments[skip..] {
            here = match (segment, here) {
                (Segment::Key(key), Json::Object(members)) => members.get(&**key)?,
                (Segment::Index(index), Json::Array(elements)) => elements.get(*index)?,
                _ => return None,
            };
        }
        Some(here)
    }

    pub(super) fn prefixed(&self) -> Prefixed {
        self.prefixed
    }

    pub(super) fn bare_field(&self) -> Option<WorkerField> {
        self.bare_field
    }

    /// The key at `position`, empty when there is none (only asked for where one must be).
    pub(super) fn key(&self, position: usize) -> &str {
        match self.segments.get(position) {
            Some(Segment::Key(key)) => key,
            _ => "",
        }
    }
}

impl PartialEq for Reference {
    fn eq(&self, other: &Self) -> bool {
        self.segments == other.segments
    }
}

impl Eq for Reference {}

impl std::hash::Hash for Reference {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.segments.hash(state);
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.segments.iter().enumerate() {
            match segment {
                Segment::Key(key) if position == 0 => f.write_str(key)?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl Prefixed {
    fn of(segments: &[Segment]) -> Self {
        let [Segment::Key(prefix), rest @ ..] = segments else {
            return Self::Nothing;
        };
        // A lone `task` or `worker`, or one that is indexed, is an ordinary name.
        if !matches!(rest.first(), Some(Segment::Key(_))) {
            return Self::Nothing;
        }
        match (&**prefix, rest) {
            ("task", _) => Self::Task,
            ("worker", [Segment::Key(name)]) => {
                WorkerField::named(name).map_or(Self::WorkerAttribute, Self::WorkerField)
            }
            ("worker", [Segment::Key(channel), Segment::Key(_), Segment::Key(figure)])
                if &**channel == "channel" =>
            {
                ChannelFigure::named(figure).map_or(Self::WorkerAttribute, Self::WorkerChannel)
            }
            ("worker", _) => Self::WorkerAttribute,
            ("workers", [Segment::Key(name)]) => Self::Workers(WorkersOf::named(name)),
            ("workers", _) => Self::Workers(WorkersOf::Unknown),
            ("taskrouter", [Segment::Key(name)]) => Self::Time(TimeVariable::named(name)),
            ("taskrouter", _) => Self::Time(None),
            _ => Self::Nothing,
        }
    }
}

impl WorkerField {
    fn named(name: &str) -> Option<Self> {
        match name {
            "sid" => Some(Self::Sid),
            "friendly_name" => Some(Self::FriendlyName),
            "activity_sid" => Some(Self::ActivitySid),
            "activity_name" => Some(Self::ActivityName),
            _ => None,
        }
    }
}

impl ChannelFigure {
    fn named(name: &str) -> Option<Self> {
        match name {
            "configured_capacity" => Some(Self::ConfiguredCapacity),
            "assigned_tasks" => Some(Self::AssignedTasks),
            "available_capacity_percentage" => Some(Self::AvailableCapacityPercentage),
            _ => None,
        }
    }
}

impl WorkersOf {
    fn named(name: &str) -> Self {
        match name {
            "available" => Self::Available,
            "unavailable" => Self::Unavailable,
            _ if name.starts_with("WA") => Self::Activity,
            _ => Self::Unknown,
        }
    }
}

impl TimeVariable {
    fn named(name: &str) -> Option<Self> {
        match name {
            "currentTime" => Some(Self::CurrentTime),
            "currentHour" => Some(Self::CurrentHour),
            "currentMin" => Some(Self::CurrentMin),
            "dayOfWeek" => Some(Self::DayOfWeek),
            _ => None,
        }
    }
}
