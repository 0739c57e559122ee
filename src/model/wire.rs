//! What several resources share on the wire: links, names of statuses, null handling, envelopes.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The `links` of a resource: relation name to URL, in the order Twilio documents them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links(pub Vec<(Cow<'static, str>, String)>);

impl Links {
    /// The URL of a relation.
    pub fn get(&self, relation: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(name, _)| name == relation)
            .map(|(_, url)| url.as_str())
    }
}

impl Serialize for Links {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (relation, url) in &self.0 {
            map.serialize_entry(relation, url)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Links {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Links;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map from relation to URL")
            }
            fn visit_unit<E>(self) -> Result<Links, E> {
                Ok(Links::default())
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Links, A::Error> {
                let mut links = Vec::new();
                while let Some((relation, url)) = map.next_entry::<String, Option<String>>()? {
                    if let Some(url) = url {
                        links.push((Cow::Owned(relation), url));
                    }
                }
                Ok(Links(links))
            }
        }
        deserializer.deserialize_any(Map)
    }
}

/// Reads `null` as the type's default: Twilio declares nearly every property nullable.
pub fn null_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Declares a closed list of words as an enum that reads any other word as `Unknown`, so that a
/// status Twilio adds tomorrow does not break a listing today.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
            /// A word this version does not know.
            Unknown,
        }

        impl $name {
            /// Every known word, in the order Twilio documents them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word on the wire.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Unknown => "unknown",
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::model::wire::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::model::wire::UnknownWord {
                        text: text.to_owned(),
                        known: &[$($word,)+],
                    }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Option::<std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Ok(text.and_then(|text| text.parse().ok()).unwrap_or(Self::Unknown))
            }
        }
    };
}
pub(crate) use words;

/// A word that is not in the list it was looked up in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not one of {}", known.join(", "))]
pub struct UnknownWord {
    /// What was given.
    pub text: String,
    /// What there is.
    pub known: &'static [&'static str],
}

/// The body of an error answer, of both APIs.
///
/// Follows <https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions>.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ErrorBody {
    /// Twilio's error code, such as 20404.
    pub code: Option<u32>,
    /// What went wrong, in English.
    #[serde(default)]
    pub message: String,
    /// The page of the error dictionary.
    #[serde(default)]
    pub more_info: Option<String>,
    /// The HTTP status.
    pub status: u16,
}

/// The `meta` block of a TaskRouter list.
///
/// Follows <https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information>.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Meta {
    /// Counted from 0.
    pub page: u64,
    /// Items asked for per page.
    pub page_size: u64,
    /// The first page.
    pub first_page_url: String,
    /// The page before, if any.
    pub previous_page_url: Option<String>,
    /// This page.
    pub url: String,
    /// The page behind, if any.
    pub next_page_url: Option<String>,
    /// The name of the sibling array that holds the records.
    pub key: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::QueueOrder;

    #[test]
    fn an_unheard_of_word_is_unknown_on_the_wire_and_an_error_in_a_flag() {
        let read = |text: &str| serde_json::from_str::<QueueOrder>(text).unwrap();
        assert_eq!(read("\"FIFO\""), QueueOrder::Fifo);
        assert_eq!(read("\"RANDOM\""), QueueOrder::Unknown);
        assert_eq!(read("null"), QueueOrder::Unknown);
        assert_eq!(
            "RANDOM".parse::<QueueOrder>().unwrap_err().to_string(),
            "`RANDOM` is not one of FIFO, LIFO"
        );
    }

    #[test]
    fn links_keep_their_order_and_drop_nulls() {
        let links: Links =
            serde_json::from_str(r#"{"workspace":"w","activity":"a","gone":null}"#).unwrap();
        assert_eq!(links.get("activity"), Some("a"));
        assert_eq!(
            serde_json::to_string(&links).unwrap(),
            r#"{"workspace":"w","activity":"a"}"#
        );
    }
}
