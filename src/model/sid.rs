//! SIDs: Twilio's identifiers, a two-letter prefix and 32 hexadecimal digits.
//!
//! Each kind is a type of its own, so that a queue's SID cannot be handed to something that wants
//! a task's. A SID is 16 bytes, `Copy`, and prints in lower case.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::ser::{Serialize, Serializer};

/// Why a text is not the SID that was wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SidError {
    /// The text is a SID of another kind.
    #[error("`{text}` is the SID of {found}, not of {expected}")]
    WrongKind {
        /// What was given.
        text: String,
        /// The kind the prefix stands for, with its article.
        found: &'static str,
        /// The kind that was wanted, with its article.
        expected: &'static str,
    },
    /// The prefix is right and the rest is not 32 hexadecimal digits.
    #[error("`{text}` is not a SID: `{prefix}` must be followed by 32 hexadecimal digits")]
    Malformed {
        /// What was given.
        text: String,
        /// The prefix of the wanted kind.
        prefix: &'static str,
    },
    /// The text does not look like any SID.
    #[error("`{text}` is not the SID of {expected} (`{prefix}` and 32 hexadecimal digits)")]
    NotASid {
        /// What was given.
        text: String,
        /// The kind that was wanted, with its article.
        expected: &'static str,
        /// The prefix of the wanted kind.
        prefix: &'static str,
    },
}

impl SidError {
    /// The kind that was wanted, with its article.
    pub fn expected(&self) -> &'static str {
        match self {
            Self::WrongKind { expected, .. } | Self::NotASid { expected, .. } => expected,
            Self::Malformed { prefix, .. } => {
                kind_of(prefix).expect("every prefix that is wanted has its kind")
            }
        }
    }
}

/// What all SID types have in common.
pub trait Sid:
    Copy + Eq + Ord + fmt::Display + FromStr<Err = SidError> + Send + Sync + 'static
{
    /// The two letters every SID of this kind starts with.
    const PREFIX: &'static str;
    /// The resource in words, with its article: `a task`.
    const KIND: &'static str;

    /// The SID with these 128 bits behind its prefix.
    fn from_bits(bits: u128) -> Self;

    /// The 128 bits behind the prefix.
    fn bits(self) -> u128;
}

/// Whether the text has the outward form of a SID: two capitals and 32 hexadecimal digits.
pub fn looks_like_sid(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 34
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..].iter().all(u8::is_ascii_hexdigit)
}

/// The kind of resource a SID belongs to, judged by its prefix: `a task` for `WT…`.
pub fn kind_of(text: &str) -> Option<&'static str> {
    let prefix = text.get(..2)?;
    KINDS
        .iter()
        .find(|(known, _)| *known == prefix)
        .map(|(_, kind)| *kind)
}

fn parse_bits<S: Sid>(text: &str) -> Result<u128, SidError> {
    if let Some(digits) = text.strip_prefix(S::PREFIX) {
        if digits.len() == 32
            && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
            && let Ok(bits) = u128::from_str_radix(digits, 16)
        {
            return Ok(bits);
        }
        return Err(SidError::Malformed {
            text: text.to_owned(),
            prefix: S::PREFIX,
        });
    }
    match kind_of(text) {
        Some(found) if looks_like_sid(text) => Err(SidError::WrongKind {
            text: text.to_owned(),
            found,
            expected: S::KIND,
        }),
        _ => Err(SidError::NotASid {
            text: text.to_owned(),
            expected: S::KIND,
            prefix: S::PREFIX,
        }),
    }
}

/// A SID written out, without a heap: lists print dozens of them for every row.
struct Written([u8; 34]);

impl Written {
    fn new(prefix: &str, bits: u128) -> Self {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0u8; 34];
        text[..2].copy_from_slice(prefix.as_bytes());
        for (place, byte) in text[2..].chunks_exact_mut(2).zip(bits.to_be_bytes()) {
            place[0] = DIGITS[usize::from(byte >> 4)];
            place[1] = DIGITS[usize::from(byte & 15)];
        }
        Self(text)
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only ASCII was written")
    }
}

macro_rules! sids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal $kind:literal;)+) => {
        const KINDS: &[(&str, &str)] = &[$(($prefix, $kind)),+];

        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(u128);

            impl Sid for $name {
                const PREFIX: &'static str = $prefix;
                const KIND: &'static str = $kind;

                fn from_bits(bits: u128) -> Self {
                    Self(bits)
                }

                fn bits(self) -> u128 {
                    self.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.pad(Written::new($prefix, self.0).as_str())
                }
            }

            impl fmt::Debug for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(Written::new($prefix, self.0).as_str())
                }
            }

            impl FromStr for $name {
                type Err = SidError;

                fn from_str(text: &str) -> Result<Self, SidError> {
                    parse_bits::<Self>(text).map(Self)
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(Written::new($prefix, self.0).as_str())
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Text;
                    impl Visitor<'_> for Text {
                        type Value = $name;
                        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                            formatter.write_str(concat!("the SID of ", $kind))
                        }
                        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                            text.parse().map_err(E::custom)
                        }
                    }
                    deserializer.deserialize_str(Text)
                }
            }
        )+
    };
}

sids! {
    /// An account.
    AccountSid "AC" "an account";
    /// An API key.
    ApiKeySid "SK" "an API key";
    /// A TaskRouter workspace.
    WorkspaceSid "WS" "a workspace";
    /// An activity of a workspace.
    ActivitySid "WA" "an activity";
    /// A task channel of a workspace.
    TaskChannelSid "TC" "a task channel";
    /// A worker.
    WorkerSid "WK" "a worker";
    /// The channel of one worker.
    WorkerChannelSid "WC" "a worker channel";
    /// A task queue.
    TaskQueueSid "WQ" "a task queue";
    /// A workflow.
    WorkflowSid "WW" "a workflow";
    /// A task.
    TaskSid "WT" "a task";
    /// A reservation of a task for a worker.
    ReservationSid "WR" "a reservation";
    /// An event of the workspace's log.
    EventSid "EV" "an event";
    /// A call.
    CallSid "CA" "a call";
    /// A conference.
    ConferenceSid "CF" "a conference";
    /// A voice queue of the 2010 API, not a task queue.
    VoiceQueueSid "QU" "a voice queue";
    /// A phone number of the account.
    PhoneNumberSid "PN" "a phone number";
    /// A TwiML application.
    ApplicationSid "AP" "an application";
    /// A flow of Studio.
    FlowSid "FW" "a Studio flow";
    /// A recording.
    RecordingSid "RE" "a recording";
}

/// Reads an optional SID; Twilio writes "not set" as `null` or as an empty string.
pub fn optional<'de, D, S>(deserializer: D) -> Result<Option<S>, D::Error>
where
    D: Deserializer<'de>,
    S: Sid,
{
    match Option::<std::borrow::Cow<'de, str>>::deserialize(deserializer)? {
        None => Ok(None),
        Some(text) if text.is_empty() => Ok(None),
        Some(text) => text.parse().map(Some).map_err(D::Error::custom),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sid_prints_as_it_was_read() {
        let text = "WT0123456789abcdef0123456789abcdef";
        let sid: TaskSid = text.parse().unwrap();
        assert_eq!(sid.to_string(), text);
        assert_eq!(TaskSid::from_bits(sid.bits()), sid);
        assert_eq!(serde_json::to_string(&sid).unwrap(), format!("\"{text}\""));
        assert_eq!(
            serde_json::from_str::<TaskSid>(&format!("\"{text}\"")).unwrap(),
            sid
        );
    }

    #[test]
    fn upper_case_digits_are_the_same_sid() {
        let upper: TaskSid = "WT0123456789ABCDEF0123456789ABCDEF".parse().unwrap();
        let lower: TaskSid = "WT0123456789abcdef0123456789abcdef".parse().unwrap();
        assert_eq!(upper, lower);
    }

    #[test]
    fn errors_name_both_kinds() {
        let queue = "WQ0123456789abcdef0123456789abcdef";
        assert_eq!(
            queue.parse::<TaskSid>().unwrap_err().to_string(),
            format!("`{queue}` is the SID of a task queue, not of a task")
        );
        assert_eq!(
            "WT12".parse::<TaskSid>().unwrap_err().to_string(),
            "`WT12` is not a SID: `WT` must be followed by 32 hexadecimal digits"
        );
        assert_eq!(
            "support".parse::<TaskQueueSid>().unwrap_err().to_string(),
            "`support` is not the SID of a task queue (`WQ` and 32 hexadecimal digits)"
        );
        assert!(
            "WT+123456789abcdef0123456789abcdef"
                .parse::<TaskSid>()
                .is_err()
        );
    }
}
