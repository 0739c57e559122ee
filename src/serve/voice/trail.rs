//! What a caller has chosen so far, as it travels in the URLs.

use super::super::flow::{Choice, Flow, Menu, QueueResult};

/// The parameter that each step is carried in.
pub(super) const CHOSE: &str = "chose";

/// The id of what becomes of a caller who chooses nothing.
pub(super) const DEFAULT: &str = "default";

/// Something that decided where the call goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// A choice in a menu.
    Option { menu: String, id: String },
    /// Nobody is there at this time.
    Closed,
    /// Nobody is there for a choice at this time.
    OptionClosed { menu: String, id: String },
    /// The call left the queue.
    Left(QueueResult),
}

impl Step {
    /// Reads a step; `None` when it is none, which only somebody who forges signatures can send.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (kind, first, second) = (parts.next()?, parts.next(), parts.next());
        match (kind, first, second) {
            ("closed", None, None) => Some(Self::Closed),
            ("left", Some(result), None) => QueueResult::from_word(result).map(Self::Left),
            ("closed", Some(menu), Some(id)) => Some(Self::OptionClosed {
                menu: menu.to_owned(),
                id: id.to_owned(),
            }),
            ("menu", Some(menu), Some(id)) => Some(Self::Option {
                menu: menu.to_owned(),
                id: id.to_owned(),
            }),
            _ => None,
        }
    }

    /// As it is carried.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Option { menu, id } => format!("menu.{menu}.{id}"),
            Self::Closed => "closed".to_owned(),
            Self::OptionClosed { menu, id } => format!("closed.{menu}.{id}"),
            Self::Left(result) => {
                let word = serde_json::to_value(result).unwrap_or_default();
                format!("left.{}", word.as_str().unwrap_or_default())
            }
        }
    }

    /// The same place, whatever was chosen there.
    pub(super) fn is_at(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Option { menu: this, .. }, Self::Option { menu: that, .. }) => this == that,
            _ => self == other,
        }
    }

    /// What the settings say of it; `None` when they do not know it any more.
    pub(super) fn choice<'a>(
        &self,
        flow: &'a Flow,
        number: Option<&'a Choice>,
    ) -> Option<&'a Choice> {
        match self {
            Self::Option { menu, id } => option(flow.menus.get(menu)?, id),
            Self::Closed => {
                let hours = number.and_then(|number| number.hours.as_ref());
                Some(&*hours.or(flow.hours.as_ref())?.closed)
            }
            Self::OptionClosed { menu, id } => {
                let option = option(flow.menus.get(menu)?, id)?;
                Some(&*option.hours.as_ref()?.closed)
            }
            Self::Left(result) => flow.after_queue.get(result),
        }
    }
}

/// What an option is called in URLs: its key, or its place if it has none.
pub(super) fn id(menu: &Menu, place: usize) -> String {
    let digits = menu
        .options
        .get(place)
        .and_then(|option| option.digits.clone());
    digits.unwrap_or_else(|| format!("o{}", place + 1))
}

fn option<'a>(menu: &'a Menu, wanted: &str) -> Option<&'a Choice> {
    if wanted == DEFAULT {
        return Some(&menu.default);
    }
    let place = (0..menu.options.len()).find(|place| id(menu, *place) == wanted)?;
    menu.options.get(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_read_as_they_are_written() {
        let menu = || "team".to_owned();
        for step in [
            Step::Option {
                menu: menu(),
                id: "*".to_owned(),
            },
            Step::Option {
                menu: menu(),
                id: DEFAULT.to_owned(),
            },
            Step::Closed,
            Step::OptionClosed {
                menu: menu(),
                id: "o2".to_owned(),
            },
            Step::Left(QueueResult::QueueFull),
        ] {
            assert_eq!(Step::parse(&step.written()), Some(step));
        }
        for text in ["", "menu", "menu.team", "left.nowhere", "left", "open"] {
            assert_eq!(Step::parse(text), None, "{text}");
        }
    }
}
