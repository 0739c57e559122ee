//! What stands in a file, every value with its place.

use std::ops::Range;

use serde_json::{Number, Value};

/// Bytes of one of the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Which source, counted from 0.
    pub(super) source: usize,
    /// The first byte.
    pub(super) start: usize,
    /// The byte after the last; the same as `start` where only the beginning is known.
    pub(super) end: usize,
}

impl Place {
    pub(super) const fn new(source: usize, span: Range<usize>) -> Self {
        Self {
            source,
            start: span.start,
            end: span.end,
        }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) place: Place,
    pub(super) content: Content,
}

/// A value.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Member>),
}

/// A key, where it stands, and its value.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) key: String,
    pub(super) place: Place,
    pub(super) value: Node,
}

/// One step into a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Item(usize),
}

impl Node {
    /// The member of this key.
    pub(super) fn get(&self, key: &str) -> Option<&Member> {
        match &self.content {
            Content::Map(members) => members.iter().find(|member| member.key == key),
            _ => None,
        }
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Member> {
        match &mut self.content {
            Content::Map(members) => members.iter_mut().find(|member| member.key == key),
            _ => None,
        }
    }

    /// The items; none of what is no list.
    pub(super) fn items_mut(&mut self) -> &mut [Self] {
        match &mut self.content {
            Content::List(items) => items,
            _ => &mut [],
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value a path leads to, or the last one on the way that exists.
    pub(super) fn nearest(&self, path: &[Step]) -> &Self {
        let Some((step, rest)) = path.split_first() else {
            return self;
        };
        let next = match (step, &self.content) {
            (Step::Key(key), _) => self.get(key).map(|member| &member.value),
            (Step::Item(at), Content::List(items)) => items.get(*at),
            _ => None,
        };
        next.map_or(self, |next| next.nearest(rest))
    }

    /// A document in which every value stands at the same place.
    pub(super) fn of_value(value: Value, place: Place) -> Self {
        let content = match value {
            Value::Null => Content::Null,
            Value::Bool(value) => Content::Bool(value),
            Value::Number(number) => Content::Number(number),
            Value::String(text) => Content::Text(text),
            Value::Array(items) => Content::List(
                items
                    .into_iter()
                    .map(|item| Self::of_value(item, place))
                    .collect(),
            ),
            Value::Object(members) => Content::Map(
                members
                    .into_iter()
                    .map(|(key, value)| Member {
                        key,
                        place,
                        value: Self::of_value(value, place),
                    })
                    .collect(),
            ),
        };
        Self { place, content }
    }
}

/// The steps of a path as it is written: `task_routing.filters[1].queue`.
pub(super) fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.').filter(|part| !part.is_empty()) {
        let mut pieces = part.split('[');
        if let Some(key) = pieces.next().filter(|key| !key.is_empty()) {
            steps.push(Step::Key(key.to_owned()));
        }
        let positions = pieces.filter_map(|piece| piece.strip_suffix(']')?.parse().ok());
        steps.extend(positions.map(Step::Item));
    }
    steps
}
