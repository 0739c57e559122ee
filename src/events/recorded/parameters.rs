//! The parameters of an event: names in `snake_case`, values that are texts and never empty.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Parameters in the order of their names, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        let place = self.place(name).ok()?;
        Some(&self.0[place].1)
    }

    /// Names and values in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
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
    pub(super) fn tell(&mut self, name: String, value: String) -> Told {
        if value.is_empty() || name.is_empty() {
            return Told::Nothing;
        }
        match self.place(&name) {
            Err(place) => {
                self.0.insert(place, (name, value));
                Told::Added
            }
            Ok(place) => {
                let known = &mut self.0[place].1;
                if outranks(&value, known) {
                    *known = value;
                    Told::Replaced
                } else {
                    Told::Nothing
                }
            }
        }
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.as_str().cmp(name))
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

impl FromIterator<(String, String)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut pairs: Vec<(String, String)> = pairs
            .into_iter()
            .filter(|(name, value)| !name.is_empty() && !value.is_empty())
            .collect();
        pairs.sort_unstable_by(|(one, first), (other, second)| {
            // What outranks comes first, and the first of a name stays.
            one.cmp(other)
                .then_with(|| (second.len(), second).cmp(&(first.len(), first)))
        });
        pairs.dedup_by(|later, earlier| later.0 == earlier.0);
        Self(pairs)
    }
}

impl IntoIterator for Parameters {
    type Item = (String, String);
    type IntoIter = std::vec::IntoIter<(String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
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
                let mut pairs = Vec::with_capacity(map.size_hint().unwrap_or(0).min(64));
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(pairs.into_iter().collect())
            }
        }
        deserializer.deserialize_map(Map)
    }
}
