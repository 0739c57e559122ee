//! What can be printed.

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

/// Something with a JSON form and maybe a SID.
pub trait Row {
    /// Its JSON, as it came.
    fn raw(&self) -> &RawValue;

    /// Its SID; `None` when its kind has none.
    fn sid(&self) -> Option<String>;

    /// What the members of its JSON are called; none when nobody knows beforehand.
    fn members() -> &'static [&'static str]
    where
        Self: Sized,
    {
        &[]
    }
}

/// A row that trctl itself made, such as a profile or an outcome.
#[derive(Debug)]
pub struct Local<T> {
    /// What it is about.
    pub value: T,
    raw: Box<RawValue>,
    sid: Option<String>,
}

impl<T: Serialize> Local<T> {
    /// A row whose JSON is the value's.
    ///
    /// # Panics
    /// When the value has no JSON form, such as a map with keys that are not text.
    pub fn new(value: T) -> Self {
        let raw = to_raw_value(&value).expect("trctl's own rows have a JSON form");
        Self {
            value,
            raw,
            sid: None,
        }
    }

    /// The same for a row about something with a SID.
    ///
    /// # Panics
    /// As [`Local::new`].
    pub fn about(sid: String, value: T) -> Self {
        Self {
            sid: Some(sid),
            ..Self::new(value)
        }
    }
}

impl<T> Row for Local<T> {
    fn raw(&self) -> &RawValue {
        &self.raw
    }

    fn sid(&self) -> Option<String> {
        self.sid.clone()
    }
}
