//! The parameters of an event: names in `snake_case`, values that are texts and never empty.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::model::Pairs;

/// Parameters in the order of their names, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Parameters(Pairs);

impl Parameters {
    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        let place = self.0.search(name).ok()?;
        Some(self.0.at(place).1)
    }

    /// Names and values in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes a parameter in; an empty value says nothing. Of two values the longer stays, of two
    /// as long the greater: whichever came first, the same one does.
    pub(super) fn tell(&mut self, name: &str, value: &str) -> Told {
        if value.is_empty() || name.is_empty() {
            return Told::Nothing;
        }
        match self.0.search(name) {
            Err(place) => {
                self.0.insert(place, name, value);
                Told::Added
            }
            Ok(place) if outranks(value, self.0.at(place).1) => {
                self.0.replace(place, value);
                Told::Replaced
            }
            Ok(_) => Told::Nothing,
        }
    }
}

/// What became of a parameter that was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It was not known.
    Added,
    /// It was known by another value, which had to make room.
    Replaced,
    /// It said nothing new.
    Nothing,
}

/// Which of two tellings of one thing stays: a rule that does not ask which came first. A redacted
/// text is shorter than what it was made from.
pub(in crate::events) fn outranks(value: &str, known: &str) -> bool {
    (value.len(), value) > (known.len(), known)
}

impl From<Pairs> for Parameters {
    fn from(mut pairs: Pairs) -> Self {
        pairs.retain(|(name, value)| !name.is_empty() && !value.is_empty());
        // What outranks comes first, and the first of a name stays.
        pairs
            .sort_and_keep_first(|first, second| (second.len(), second).cmp(&(first.len(), first)));
        Self(pairs)
    }
}

impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self::from(Pairs::from_iter(pairs))
    }
}

impl Serialize for Parameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Parameters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Parameters;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map from names to texts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parameters, A::Error> {
                let mut pairs = Pairs::default();
                while let Some((name, value)) = map.next_entry::<String, String>()? {
                    pairs.push(&name, &value);
                }
                Ok(Parameters::from(pairs))
            }
        }
        deserializer.deserialize_map(Map)
    }
}
