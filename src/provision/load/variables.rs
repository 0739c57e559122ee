//! Variables, and items that stand for many.
//!
//! `${NAME}` is a variable of the environment, `${NAME:-text}` has a value for when it is unset or
//! empty, `$$` is a dollar sign. Inside an item with `for_each`, `${each.value}` and `${each.key}`
//! are the element and its position or key, `${each.field}` a field of it. A text that is nothing
//! but one unquoted variable is a number or a truth value if JSON writes one like that:
//! `${TIMEOUT:-120}` is a number.

use super::node::{Content, Member, Node, Place};
use super::problem::{Problem, Source, suggestion};
use crate::provision::names;

/// Where variables get their values.
pub(super) type Environment<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// The element an item stands for at the moment.
#[derive(Clone)]
struct Each {
    key: Node,
    value: Node,
}

/// Replaces variables and multiplies items.
pub(super) struct Expander<'a> {
    pub(super) environment: &'a Environment<'a>,
    pub(super) sources: &'a [Source],
    pub(super) problems: Vec<Problem>,
}

impl Expander<'_> {
    pub(super) fn expand(&mut self, node: Node) -> Node {
        self.node(node, None)
    }

    fn node(&mut self, node: Node, each: Option<&Each>) -> Node {
        let place = node.place;
        let content = match node.content {
            Content::Text(text) => return self.text(text, place, each),
            Content::List(items) => {
                let mut expanded = Vec::with_capacity(items.len());
                for item in items {
                    self.item(item, each, &mut expanded);
                }
                Content::List(expanded)
            }
            Content::Map(members) => {
                let members = members.into_iter().map(|member| Member {
                    value: self.node(member.value, each),
                    ..member
                });
                Content::Map(members.collect())
            }
            other => other,
        };
        Node { place, content }
    }

    fn item(&mut self, mut item: Node, each: Option<&Each>, out: &mut Vec<Node>) {
        let position = match &item.content {
            Content::Map(members) => members.iter().position(|member| member.key == "for_each"),
            _ => None,
        };
        let (Some(position), Content::Map(members)) = (position, &mut item.content) else {
            out.push(self.node(item, each));
            return;
        };
        let over = members.remove(position);
        let over = self.node(over.value, each);
        let key = |name: String, place| Node {
            place,
            content: Content::Text(name),
        };
        let elements: Vec<Each> = match over.content {
            Content::List(elements) => elements
                .into_iter()
                .enumerate()
                .map(|(position, value)| Each {
                    key: key(position.to_string(), value.place),
                    value,
                })
                .collect(),
            Content::Map(members) => members
                .into_iter()
                .map(|member| Each {
                    key: key(member.key, member.place),
                    value: member.value,
                })
                .collect(),
            _ => {
                let problem = Problem::new(over.place, "`for_each` needs a list or a mapping");
                self.problems.push(problem);
                return;
            }
        };
        for element in &elements {
            out.push(self.node(item.clone(), Some(element)));
        }
    }

    fn text(&mut self, text: String, place: Place, each: Option<&Each>) -> Node {
        if !text.contains('$') {
            return Node {
                place,
                content: Content::Text(text),
            };
        }
        match self.whole(&text, place, each) {
            Some(node) => node,
            None => Node {
                place,
                content: Content::Text(self.filled(&text, place, each)),
            },
        }
    }

    /// The value of a text that is nothing but one variable, if it is more than a text.
    fn whole(&mut self, text: &str, place: Place, each: Option<&Each>) -> Option<Node> {
        let inner = text.strip_prefix("${")?.strip_suffix('}')?;
        if inner.contains('}') || names::at_start(text).is_some() {
            return None;
        }
        if let Some(path) = inner.strip_prefix("each.")
            && let Some(found) = each.and_then(|each| each.look_up(path))
        {
            return Some(found.clone());
        }
        if self.is_quoted(place) {
            return None;
        }
        let value = self.filled(text, place, each);
        let content = match serde_json::from_str(&value) {
            Ok(serde_json::Value::Number(number)) => Content::Number(number),
            Ok(serde_json::Value::Bool(value)) => Content::Bool(value),
            _ => Content::Text(value),
        };
        Some(Node { place, content })
    }

    fn is_quoted(&self, place: Place) -> bool {
        let text = &self.sources[place.source].text;
        text[place.start..].starts_with(['"', '\'', '|', '>'])
    }

    fn filled(&mut self, text: &str, place: Place, each: Option<&Each>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('$') {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some(after) = rest.strip_prefix("$$") {
                out.push('$');
                rest = after;
            } else if let Some(reference) = names::at_start(rest) {
                out.push_str(&rest[..reference.span.end]);
                rest = &rest[reference.span.end..];
            } else if let Some(after) = rest.strip_prefix("${") {
                let Some(end) = after.find('}') else {
                    self.problem(
                        place,
                        "`${` without `}`",
                        Some("write `$$` for a dollar sign"),
                    );
                    return out;
                };
                out.push_str(&self.value(&after[..end], place, each));
                rest = &after[end + 1..];
            } else {
                out.push('$');
                rest = &rest[1..];
            }
        }
        out.push_str(rest);
        out
    }

    fn problem(&mut self, place: Place, message: &str, help: Option<&str>) {
        let problem = Problem::new(place, message).with_help(help.map(str::to_owned));
        self.problems.push(problem);
    }

    fn value(&mut self, inner: &str, place: Place, each: Option<&Each>) -> String {
        let (name, fallback) = match inner.split_once(":-") {
            Some((name, fallback)) => (name, Some(fallback)),
            None => (inner, None),
        };
        if let Some(path) = name.strip_prefix("each.") {
            return self.field(path, fallback, place, each);
        }
        let is_name = name.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_')
            && name
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || sign == '_');
        if !is_name {
            let message = format!("`${{{inner}}}` is no variable");
            let known = ["NAME", "NAME:-default", "each.value", "each.key"];
            let help = format!(
                "there are {}; write `$$` for a dollar sign",
                known.map(|one| format!("`${{{one}}}`")).join(", ")
            );
            self.problem(place, &message, Some(&help));
            return String::new();
        }
        let value = (self.environment)(name).filter(|value| !value.is_empty());
        match (value, fallback) {
            (Some(value), _) => value,
            (None, Some(fallback)) => fallback.to_owned(),
            (None, None) => {
                let message = format!("the variable `{name}` is not set");
                let help = format!("set it, or write `${{{name}:-default}}`");
                self.problem(place, &message, Some(&help));
                String::new()
            }
        }
    }

    fn field(
        &mut self,
        path: &str,
        fallback: Option<&str>,
        place: Place,
        each: Option<&Each>,
    ) -> String {
        let Some(each) = each else {
            let message = format!("`${{each.{path}}}` outside of an item with `for_each`");
            self.problem(place, &message, None);
            return String::new();
        };
        match each.look_up(path).map(|node| &node.content) {
            Some(Content::Text(text)) => text.clone(),
            Some(Content::Number(number)) => number.to_string(),
            Some(Content::Bool(value)) => value.to_string(),
            Some(Content::Null) | None if fallback.is_some() => {
                fallback.unwrap_or_default().to_owned()
            }
            Some(Content::Null) | None => {
                let fields = each.fields();
                let help = suggestion(path, fields.iter().copied());
                let problem = Problem::new(each.value.place, format!("there is no field `{path}`"))
                    .beside(place, "asked for here")
                    .with_help(help);
                self.problems.push(problem);
                String::new()
            }
            Some(Content::List(_) | Content::Map(_)) => {
                let message = format!("`${{each.{path}}}` is no text");
                let help = "a list or mapping can only be a whole value";
                self.problem(place, &message, Some(help));
                String::new()
            }
        }
    }
}

impl Each {
    fn look_up(&self, path: &str) -> Option<&Node> {
        let mut steps = path.split('.');
        let first = steps.next()?;
        let start = match first {
            "key" => &self.key,
            "value" => &self.value,
            field => &self.value.get(field)?.value,
        };
        steps.try_fold(start, |node, step| Some(&node.get(step)?.value))
    }

    fn fields(&self) -> Vec<&str> {
        let own = match &self.value.content {
            Content::Map(members) => members.iter().map(|member| member.key.as_str()).collect(),
            _ => Vec::new(),
        };
        [own, vec!["value", "key"]].concat()
    }
}
