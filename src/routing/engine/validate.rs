//! Checks of parameters against TaskRouter's documented limits.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::sync::Arc;

use serde_json::Value;

use super::error::Error;
use super::{Update, limits};
use crate::model::QueueOrder;
use crate::routing::Moment;

/// 1900-01-01T00:00:00Z: virtual start times before it are refused.
const YEAR_1900: Moment = Moment::from_millisecond(-2_208_988_800_000);

pub(super) fn friendly_name(name: &str) -> Result<Arc<str>, Error> {
    if name.trim().is_empty() {
        return Err(Error::invalid("FriendlyName", "must not be empty"));
    }
    let length = name.chars().count();
    if length > limits::FRIENDLY_NAME {
        return Err(Error::invalid(
            "FriendlyName",
            format!(
                "has {length} characters, at most {} are allowed",
                limits::FRIENDLY_NAME
            ),
        ));
    }
    Ok(Arc::from(name))
}

/// The text and document of an `Attributes` parameter; `{}` when it is missing or empty.
pub(super) fn attributes(text: Option<&str>) -> Result<(Arc<str>, Value), Error> {
    let text = text.filter(|text| !text.is_empty()).unwrap_or("{}");
    let length = text.chars().count();
    if length > limits::ATTRIBUTES {
        return Err(Error::invalid(
            "Attributes",
            format!(
                "has {length} characters, at most {} are allowed",
                limits::ATTRIBUTES
            ),
        ));
    }
    let document: Value = serde_json::from_str(text)
        .map_err(|error| Error::invalid("Attributes", format!("is not JSON: {error}")))?;
    if !document.is_object() {
        return Err(Error::invalid("Attributes", "must be a JSON object"));
    }
    Ok((Arc::from(text), document))
}

pub(super) fn in_range<N: PartialOrd + Display>(
    parameter: &'static str,
    value: N,
    range: RangeInclusive<N>,
) -> Result<N, Error> {
    if range.contains(&value) {
        Ok(value)
    } else {
        Err(Error::invalid(
            parameter,
            format!(
                "{value} is not between {} and {}",
                range.start(),
                range.end()
            ),
        ))
    }
}

pub(super) fn virtual_start(start: Moment, now: Moment) -> Result<(), Error> {
    if start > now {
        return Err(Error::invalid(
            "VirtualStartTime",
            "must not be in the future",
        ));
    }
    if start < YEAR_1900 {
        return Err(Error::invalid(
            "VirtualStartTime",
            "must not be before 1900",
        ));
    }
    Ok(())
}

/// A URL parameter: `None` when it is empty, which clears it.
fn url(parameter: &'static str, text: &str) -> Result<Option<Arc<str>>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let has_host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    if has_host {
        Ok(Some(Arc::from(text)))
    } else {
        Err(Error::invalid(
            parameter,
            format!("`{text}` is not an absolute URL"),
        ))
    }
}

/// Characters that would break expressions are accepted in unique names, as the service does;
/// an empty name is not.
pub(super) fn unique_name(name: &str) -> Result<Arc<str>, Error> {
    if name.trim().is_empty() {
        return Err(Error::invalid("UniqueName", "must not be empty"));
    }
    Ok(Arc::from(name))
}

pub(super) fn free(taken: bool, kind: &'static str, property: &'static str) -> Result<(), Error> {
    if taken {
        Err(Error::Duplicate { kind, property })
    } else {
        Ok(())
    }
}

pub(super) fn refuse_use(
    kind: &'static str,
    sid: String,
    reason: Option<String>,
) -> Result<(), Error> {
    reason.map_or(Ok(()), |reason| Err(Error::InUse { kind, sid, reason }))
}

pub(super) fn known_order(
    parameter: &'static str,
    order: Option<QueueOrder>,
) -> Result<Option<QueueOrder>, Error> {
    if order == Some(QueueOrder::Unknown) {
        return Err(Error::invalid(parameter, "must be FIFO or LIFO"));
    }
    Ok(order)
}

/// A URL parameter that may be missing, and that clears when it is empty.
pub(super) fn optional_url(
    parameter: &'static str,
    text: Option<&str>,
) -> Result<Update<Arc<str>>, Error> {
    Ok(match text.map(|text| url(parameter, text)).transpose()? {
        None => Update::Keep,
        Some(None) => Update::Clear,
        Some(Some(url)) => Update::Set(url),
    })
}
