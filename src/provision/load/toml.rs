//! TOML.

use std::ops::Range;

use serde_json::Number;
use toml_edit::{Document, Item, Key, TableLike, Value};

use super::node::{Content, Member, Node, Place};
use super::problem::Problem;

/// Reads one document.
pub(super) fn read(source: usize, text: &str) -> Result<Node, Problem> {
    match Document::parse(text) {
        Ok(document) => Reader { source }.item(document.as_item(), 0..0),
        Err(error) => Err(Problem::new(
            Place::new(source, error.span().unwrap_or(0..0)),
            error.message().trim_end().replace('\n', ", "),
        )),
    }
}

#[derive(Clone, Copy)]
struct Reader {
    source: usize,
}

impl Reader {
    /// `around` is the place of what has none of its own.
    fn item(self, item: &Item, around: Range<usize>) -> Result<Node, Problem> {
        let span = item.span().unwrap_or(around);
        let place = Place::new(self.source, span.clone());
        let content = match item {
            Item::None => Content::Null,
            Item::Value(value) => return self.value(value, span),
            Item::Table(table) => self.table(table, &span)?,
            Item::ArrayOfTables(tables) => {
                let items = tables.iter().map(|table| {
                    let span = table.span().unwrap_or(span.clone());
                    Ok(Node {
                        place: Place::new(self.source, span.clone()),
                        content: self.table(table, &span)?,
                    })
                });
                Content::List(items.collect::<Result<_, _>>()?)
            }
        };
        Ok(Node { place, content })
    }

    fn table(self, table: &dyn TableLike, around: &Range<usize>) -> Result<Content, Problem> {
        let members = table.iter().map(|(name, item)| {
            let span = table
                .key(name)
                .and_then(Key::span)
                .unwrap_or(around.clone());
            Ok(Member {
                key: name.to_owned(),
                place: Place::new(self.source, span.clone()),
                value: self.item(item, span)?,
            })
        });
        Ok(Content::Map(members.collect::<Result<_, _>>()?))
    }

    fn value(self, value: &Value, around: Range<usize>) -> Result<Node, Problem> {
        let span = value.span().unwrap_or(around);
        let place = Place::new(self.source, span.clone());
        let content = match value {
            Value::String(text) => Content::Text(text.value().clone()),
            Value::Integer(number) => Content::Number((*number.value()).into()),
            Value::Float(number) => Content::Number(
                Number::from_f64(*number.value())
                    .ok_or_else(|| Problem::new(place, "not a number that JSON has"))?,
            ),
            Value::Boolean(value) => Content::Bool(*value.value()),
            // There are no moments in a manifest, but there may be some in attributes.
            Value::Datetime(moment) => Content::Text(moment.value().to_string()),
            Value::Array(items) => {
                let items = items.iter().map(|item| self.value(item, span.clone()));
                Content::List(items.collect::<Result<_, _>>()?)
            }
            Value::InlineTable(table) => self.table(table, &span)?,
        };
        Ok(Node { place, content })
    }
}
