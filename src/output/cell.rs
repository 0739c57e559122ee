//! One value of a row, typed so that it sorts and exports as what it is.

use std::borrow::Cow;
use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::Value as Json;

use super::age;
use crate::model::time::{IsoTime, MailTime};

/// What a value means for the reader; shown as colour, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Worth a look.
    Notice,
    /// Wrong.
    Bad,
    /// Beside the point.
    Dim,
}

/// A value to show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    content: Content,
    tone: Option<Tone>,
}

#[derive(Debug, Clone, PartialEq, Default)]
enum Content {
    #[default]
    Empty,
    Text(Cow<'static, str>),
    Integer(i64),
    /// Seconds.
    Age(u64),
    Time(Timestamp),
    Json(Json),
}

impl Cell {
    /// Nothing to show.
    pub const EMPTY: Self = Self {
        content: Content::Empty,
        tone: None,
    };

    /// An age in seconds: `2h 5m` for people, the number of seconds for programs.
    pub const fn age(seconds: u64) -> Self {
        Self::of(Content::Age(seconds))
    }

    /// A JSON value, as found in a resource.
    pub fn json(value: Json) -> Self {
        Self::of(match value {
            Json::Null => Content::Empty,
            Json::String(text) => Content::Text(text.into()),
            other => match other.as_i64() {
                Some(number) => Content::Integer(number),
                None => Content::Json(other),
            },
        })
    }

    /// The same value with a meaning.
    #[must_use]
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = Some(tone);
        self
    }

    const fn of(content: Content) -> Self {
        Self {
            content,
            tone: None,
        }
    }

    pub(super) const fn its_tone(&self) -> Option<Tone> {
        self.tone
    }

    pub(super) const fn is_empty(&self) -> bool {
        matches!(self.content, Content::Empty)
    }

    pub(super) fn is_number(&self) -> bool {
        match &self.content {
            Content::Integer(_) | Content::Age(_) => true,
            Content::Json(json) => json.is_number(),
            _ => false,
        }
    }

    /// For people: one line, no control characters (a name could otherwise drive the terminal).
    pub(super) fn for_table(&self) -> String {
        match &self.content {
            Content::Age(seconds) => age::short(*seconds),
            _ => one_line(self.for_program()).into_owned(),
        }
    }

    /// For programs: exact.
    pub(super) fn for_program(&self) -> Cow<'_, str> {
        match &self.content {
            Content::Empty => Cow::Borrowed(""),
            Content::Text(text) => Cow::Borrowed(text),
            Content::Integer(number) => number.to_string().into(),
            Content::Age(seconds) => seconds.to_string().into(),
            Content::Time(time) => IsoTime(*time).to_string().into(),
            Content::Json(json) => json.to_string().into(),
        }
    }

    pub(super) fn to_json(&self) -> Json {
        match &self.content {
            Content::Empty => Json::Null,
            Content::Integer(number) => (*number).into(),
            Content::Age(seconds) => (*seconds).into(),
            Content::Json(json) => json.clone(),
            Content::Text(_) | Content::Time(_) => Json::String(self.for_program().into_owned()),
        }
    }

    /// Numbers by size, then texts; nothing comes last whatever the direction.
    pub(super) fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let directed = |ordering: Ordering| {
            if descending {
                ordering.reverse()
            } else {
                ordering
            }
        };
        match (self.is_empty(), other.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => directed(match (self.number(), other.number()) {
                (Some(one), Some(two)) => one.total_cmp(&two),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => self.for_program().cmp(&other.for_program()),
            }),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "only for the order of numbers Twilio counts in: seconds, sizes, priorities"
    )]
    fn number(&self) -> Option<f64> {
        match &self.content {
            Content::Integer(number) => Some(*number as f64),
            Content::Age(seconds) => Some(*seconds as f64),
            Content::Json(json) => json.as_f64(),
            _ => None,
        }
    }
}

/// Text without anything that could drive a terminal.
pub(super) fn one_line(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.chars().any(char::is_control) {
        return text;
    }
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\t' => line.push(' '),
            '\r' => {}
            letter if letter.is_control() => line.extend(letter.escape_unicode()),
            letter => line.push(letter),
        }
    }
    Cow::Owned(line)
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::of(Content::Text(text.into()))
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::of(Content::Json(Json::Bool(yes)))
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::of(Content::Json(number.into()))
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::of(Content::Integer(number))
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::from(i64::from(number))
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::json(number.into())
    }
}

impl From<Timestamp> for Cell {
    fn from(time: Timestamp) -> Self {
        Self::of(Content::Time(time))
    }
}

impl From<IsoTime> for Cell {
    fn from(time: IsoTime) -> Self {
        time.0.into()
    }
}

impl From<MailTime> for Cell {
    fn from(time: MailTime) -> Self {
        time.0.into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::EMPTY, Into::into)
    }
}
