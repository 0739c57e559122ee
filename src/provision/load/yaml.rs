//! YAML, and JSON, which is YAML as well.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use serde_saphyr::{Location, Spanned};

use super::node::{Content, Member, Node, Place};
use super::problem::Problem;

/// Reads one document.
pub(super) fn read(source: usize, text: &str) -> Result<Node, Problem> {
    // Without this, a bare `y` or `on` in attributes would become a boolean.
    let options = serde_saphyr::options! { strict_booleans: true, with_snippet: false };
    let read: Result<Spanned<Raw>, _> = serde_saphyr::from_str_with_options(text, options);
    match read {
        Ok(document) => Ok(node(source, text, document)),
        Err(error) => {
            let start = error
                .location()
                .map_or(0, |location| offset(text, location));
            let said = said(&error);
            Err(Problem::new(Place::new(source, start..start), said))
        }
    }
}

/// The reader's message without its place, which is drawn.
fn said(error: &serde_saphyr::Error) -> String {
    let said = error.to_string();
    let said = said.strip_prefix("error: ").unwrap_or(&said);
    let said = match said.split_once(": ") {
        Some((place, rest)) if place.starts_with("line ") => rest,
        _ => said,
    };
    let said = said.split(" at line ").next().unwrap_or(said).trim_end();
    match said.strip_prefix("duplicate mapping key: ") {
        Some(key) => format!(
            "`{}` stands here twice",
            key.split(',').next().unwrap_or(key)
        ),
        None => said.to_owned(),
    }
}

fn node(source: usize, text: &str, spanned: Spanned<Raw>) -> Node {
    let place = place(source, text, spanned.referenced);
    let content = match spanned.value {
        Raw::Null => Content::Null,
        Raw::Bool(value) => Content::Bool(value),
        Raw::Number(number) => Content::Number(number),
        Raw::Text(text) => Content::Text(text),
        Raw::List(items) => Content::List(
            items
                .into_iter()
                .map(|item| node(source, text, item))
                .collect(),
        ),
        Raw::Map(members) => Content::Map(
            members
                .into_iter()
                .map(|(key, value)| Member {
                    place: self::place(source, text, key.referenced),
                    key: key.value,
                    value: node(source, text, value),
                })
                .collect(),
        ),
    };
    Node { place, content }
}

fn place(source: usize, text: &str, location: Location) -> Place {
    let start = offset(text, location);
    let length = location.span().byte_len().unwrap_or(0);
    let end = usize::try_from(length).map_or(start, |length| start + length);
    Place::new(source, start..end.clamp(start, text.len()))
}

fn offset(text: &str, location: Location) -> usize {
    let byte = location
        .span()
        .byte_offset()
        .and_then(|byte| usize::try_from(byte).ok());
    byte.unwrap_or_else(|| by_line(text, location))
        .min(text.len())
}

/// Where the bytes are not told.
fn by_line(text: &str, location: Location) -> usize {
    let line = usize::try_from(location.line()).unwrap_or(1).max(1) - 1;
    let column = usize::try_from(location.column()).unwrap_or(1).max(1) - 1;
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.clone().take(line).map(str::len).sum();
    let inside = lines.nth(line).unwrap_or_default();
    let inside = inside
        .char_indices()
        .nth(column)
        .map_or(inside.len(), |(at, _)| at);
    before + inside
}

/// A value as the YAML reader hands it over.
enum Raw {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Anything;

        impl<'de> Visitor<'de> for Anything {
            type Value = Raw;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a value")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Raw, E> {
                Ok(Raw::Null)
            }

            fn visit_none<E: de::Error>(self) -> Result<Raw, E> {
                Ok(Raw::Null)
            }

            fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<Raw, D::Error> {
                Raw::deserialize(value)
            }

            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Raw, E> {
                Ok(Raw::Bool(value))
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Raw, E> {
                Ok(Raw::Number(value.into()))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Raw, E> {
                Ok(Raw::Number(value.into()))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Raw, E> {
                Number::from_f64(value)
                    .map(Raw::Number)
                    .ok_or_else(|| E::custom("not a number that JSON has"))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Raw, E> {
                Ok(Raw::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Raw::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Raw::Map(members))
            }
        }

        deserializer.deserialize_any(Anything)
    }
}
