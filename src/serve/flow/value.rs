//! The small values of a flow, read from text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::cli::Seconds;

/// A span of time: a number of seconds, or a text such as `"90s"`, `"10m"` or `"1h"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(pub u32);

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Span;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a number of seconds, or a span of time like `\"2m\"`")
            }

            fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<Span, E> {
                let wrong = || E::custom("a span of time is not negative and ends some day");
                u32::try_from(seconds).map(Span).map_err(|_| wrong())
            }

            fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Span, E> {
                let wrong = || E::custom("a span of time ends some day");
                u32::try_from(seconds).map(Span).map_err(|_| wrong())
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Span, E> {
                let Seconds(seconds) = text.parse().map_err(E::custom)?;
                self.visit_u64(seconds)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// Something a caller hears: text that is spoken, or a file that is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phrase {
    /// Spoken.
    Say(String),
    /// Played; a URL.
    Play(String),
}

/// What is heard, the same for everybody or by language.
///
/// A text is spoken; `{ play = "https://…" }` plays a file; `{ en = "…", fr = "…" }` has a text
/// or a file for each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spoken {
    /// For everybody.
    Every(Phrase),
    /// For each language by its key, in the order they are written.
    ByLanguage(Vec<(String, Phrase)>),
}

impl Spoken {
    /// What somebody of this language hears.
    pub fn in_language(&self, language: &str) -> Option<&Phrase> {
        match self {
            Self::Every(phrase) => Some(phrase),
            Self::ByLanguage(phrases) => {
                let found = phrases.iter().find(|(known, _)| known == language);
                found.map(|(_, phrase)| phrase)
            }
        }
    }
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Say(text) => serializer.serialize_str(text),
            Self::Play(url) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("play", url)?;
                map.end()
            }
        }
    }
}

impl Serialize for Spoken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Every(phrase) => phrase.serialize(serializer),
            Self::ByLanguage(phrases) => {
                serializer.collect_map(phrases.iter().map(|(language, phrase)| (language, phrase)))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Spoken::deserialize(deserializer)? {
            Spoken::Every(phrase) => Ok(phrase),
            Spoken::ByLanguage(_) => Err(D::Error::custom(
                "this is for one language already: write a text, or `{ play = \"https://…\" }`",
            )),
        }
    }
}

impl<'de> Deserialize<'de> for Spoken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Spoken;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(
                    "a text, `{ play = \"https://…\" }`, or one of these for each language",
                )
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Spoken, E> {
                Ok(Spoken::Every(Phrase::Say(text.to_owned())))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Spoken, A::Error> {
                let mut phrases = Vec::new();
                let mut alone = None;
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "say" => alone = Some(Phrase::Say(map.next_value()?)),
                        "play" => alone = Some(Phrase::Play(map.next_value()?)),
                        _ => phrases.push((key, map.next_value()?)),
                    }
                }
                match (alone, phrases.is_empty()) {
                    (Some(phrase), true) => Ok(Spoken::Every(phrase)),
                    (None, false) => Ok(Spoken::ByLanguage(phrases)),
                    (Some(_), false) => Err(A::Error::custom(
                        "either `say` or `play`, or languages, not both",
                    )),
                    (None, true) => Err(A::Error::custom("nothing is said here")),
                }
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// Words a caller may say, the same for everybody or by language.
///
/// `["sales", "buy"]`, or `{ en = ["sales"], fr = ["ventes"] }`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Words {
    /// In every language.
    Every(Vec<String>),
    /// By the language's key.
    ByLanguage(std::collections::BTreeMap<String, Vec<String>>),
}

impl Words {
    /// The words in a language.
    pub fn in_language(&self, language: &str) -> &[String] {
        match self {
            Self::Every(words) => words,
            Self::ByLanguage(words) => words.get(language).map_or(&[], Vec::as_slice),
        }
    }

    /// Whether there are any at all.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Every(words) => words.is_empty(),
            Self::ByLanguage(words) => words.values().all(Vec::is_empty),
        }
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::Every(Vec::new())
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Words;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list of words, or one for each language")
            }

            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Words, E> {
                Ok(Words::Every(vec![word.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Words, A::Error> {
                let mut words = Vec::new();
                while let Some(word) = list.next_element()? {
                    words.push(word);
                }
                Ok(Words::Every(words))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
                let mut words = std::collections::BTreeMap::new();
                while let Some((language, list)) = map.next_entry()? {
                    words.insert(language, list);
                }
                Ok(Words::ByLanguage(words))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}
