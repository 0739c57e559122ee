//! The columns of a table of workers, and what stands in their cells.

use serde_json::Value as Json;
use serde_json::map::Map;

/// How alike (Jaro-Winkler, 0 to 1) a name must be to be suggested.
const ALIKE: f64 = 0.8;

/// What a column is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Name,
    Activity,
    /// A whole document.
    Attributes,
    /// One attribute, by the keys that lead to it.
    Attribute(Vec<String>),
    /// Something about the task channel of this name.
    Channel(String, Part),
}

/// What is said of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Capacity,
    Available,
}

pub(super) const NAME: &str = "friendly_name";
pub(super) const ACTIVITY: &str = "activity";
pub(super) const ATTRIBUTES: &str = "attributes";
pub(super) const CHANNELS: &str = "channels";
pub(super) const CAPACITY: &str = "capacity";
pub(super) const AVAILABLE: &str = "available";

impl Column {
    /// The column with this heading.
    pub(super) fn of(heading: &str) -> Option<Self> {
        match heading {
            NAME => return Some(Self::Name),
            ACTIVITY => return Some(Self::Activity),
            ATTRIBUTES => return Some(Self::Attributes),
            _ => {}
        }
        let (first, rest) = heading.split_once('.')?;
        match first {
            ATTRIBUTES => {
                let keys: Vec<String> = rest.split('.').map(str::to_owned).collect();
                keys.iter()
                    .all(|key| is_plain(key))
                    .then_some(Self::Attribute(keys))
            }
            CHANNELS => match rest.rsplit_once('.')? {
                ("", _) => None,
                (channel, CAPACITY) => Some(Self::Channel(channel.to_owned(), Part::Capacity)),
                (channel, AVAILABLE) => Some(Self::Channel(channel.to_owned(), Part::Available)),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn heading(&self) -> String {
        match self {
            Self::Name => NAME.to_owned(),
            Self::Activity => ACTIVITY.to_owned(),
            Self::Attributes => ATTRIBUTES.to_owned(),
            Self::Attribute(keys) => format!("{ATTRIBUTES}.{}", keys.join(".")),
            Self::Channel(channel, Part::Capacity) => format!("{CHANNELS}.{channel}.{CAPACITY}"),
            Self::Channel(channel, Part::Available) => format!("{CHANNELS}.{channel}.{AVAILABLE}"),
        }
    }
}

/// What somebody may have meant by a heading that is no column.
pub(super) fn meant(heading: &str) -> Option<String> {
    let folded = heading.trim().to_lowercase();
    if let Some((first, rest)) = folded.split_once('.') {
        let (better, _) = likest(first, [ATTRIBUTES, CHANNELS])?;
        let suggestion = match rest.rsplit_once('.') {
            Some((channel, last)) if better == CHANNELS => {
                let (last, _) = likest(last, [CAPACITY, AVAILABLE])?;
                format!("{better}.{channel}.{last}")
            }
            None if better == CHANNELS => format!("{better}.{rest}.{CAPACITY}"),
            _ => format!("{better}.{rest}"),
        };
        return Column::of(&suggestion).map(|_| suggestion);
    }
    if folded == "name" || folded == "worker" {
        return Some(NAME.to_owned());
    }
    let underscored = folded.replace([' ', '-'], "_");
    match likest(&underscored, [NAME, ACTIVITY, ATTRIBUTES]) {
        Some((column, _)) => Some(column.to_owned()),
        None => Some(format!("{ATTRIBUTES}.{}", heading.trim()))
            .filter(|suggestion| Column::of(suggestion).is_some()),
    }
}

/// The most alike of some words, if one is alike enough.
fn likest<const N: usize>(text: &str, words: [&'static str; N]) -> Option<(&'static str, f64)> {
    words
        .into_iter()
        .map(|word| (word, strsim::jaro_winkler(text, word)))
        .filter(|(_, likeness)| *likeness >= ALIKE)
        .max_by(|(_, left), (_, right)| left.total_cmp(right))
}

/// Whether a key can stand in a heading as it is.
pub(super) fn is_plain(key: &str) -> bool {
    !key.is_empty() && !key.contains('.') && key.trim() == key && !key.starts_with('\u{feff}')
}

/// A value as a cell; nothing else reads as it.
pub(super) fn cell(value: &Json) -> String {
    match value {
        Json::String(text) if !text.is_empty() && serde_json::from_str::<Json>(text).is_err() => {
            text.clone()
        }
        other => other.to_string(),
    }
}

/// The value that a cell holds; an empty one holds none.
pub(super) fn value(cell: &str) -> Option<Json> {
    if cell.is_empty() {
        return None;
    }
    Some(serde_json::from_str(cell).unwrap_or_else(|_| Json::String(cell.to_owned())))
}

/// An attribute by the keys that lead to it.
pub(super) type Single = (Vec<String>, Json);

/// Takes a document apart into single attributes; members whose keys cannot stand in a heading are
/// left over.
pub(super) fn spread(document: &Map<String, Json>) -> (Vec<Single>, Map<String, Json>) {
    let mut single = Vec::new();
    let mut left = Map::new();
    for (key, value) in document {
        if is_plain(key) {
            descend(vec![key.clone()], value, &mut single);
        } else {
            left.insert(key.clone(), value.clone());
        }
    }
    (single, left)
}

fn descend(path: Vec<String>, value: &Json, single: &mut Vec<Single>) {
    match value {
        Json::Object(members) if !members.is_empty() && members.keys().all(|key| is_plain(key)) => {
            for (key, value) in members {
                let mut deeper = path.clone();
                deeper.push(key.clone());
                descend(deeper, value, single);
            }
        }
        leaf => single.push((path, leaf.clone())),
    }
}
