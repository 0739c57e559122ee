//! The account's voice numbers as a manifest tells of them. They belong to no workspace, and are
//! only ever pointed: never bought and never given back.

use std::collections::HashMap;

use futures::TryStreamExt as _;

use super::manifest::PhoneNumberSpec;
use super::read::ReadError;
use crate::model::PhoneNumber;
use crate::twilio::{Client, ListQuery, Resource as _};

/// Numbers that are there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers {
    /// What they are like, every field said.
    pub specs: Vec<PhoneNumberSpec>,
    /// The SIDs behind the numbers.
    pub sids: HashMap<String, String>,
}

/// Reads those of these numbers that the account has; nothing is asked when there are none.
///
/// # Errors
/// They cannot be read.
pub async fn read(client: &Client, wanted: &[String]) -> Result<Numbers, ReadError> {
    let mut numbers = Numbers::default();
    if wanted.is_empty() {
        return Ok(numbers);
    }
    let all: Vec<_> = client
        .list::<PhoneNumber>((), &ListQuery::all())
        .try_collect()
        .await
        .map_err(|source| ReadError::Twilio {
            what: PhoneNumber::MANY,
            source,
        })?;
    for record in all {
        let number = record.value;
        if wanted.contains(&number.phone_number) {
            let sid = number.sid.to_string();
            numbers.sids.insert(number.phone_number.clone(), sid);
            numbers.specs.push(spec(number));
        }
    }
    Ok(numbers)
}

fn spec(number: PhoneNumber) -> PhoneNumberSpec {
    // As long as one of these stands before it, the URL is never asked.
    let before = match (number.trunk_sid, number.voice_application_sid) {
        (Some(trunk), _) if !trunk.is_empty() => Some(format!("trunk {trunk}")),
        (_, Some(application)) => Some(format!("application {application}")),
        _ => None,
    };
    let url = number.voice_url.unwrap_or_default();
    let method = number.voice_method.unwrap_or_default();
    // A manifest's URL is called with `POST`.
    let url = match method.as_str() {
        "" | "POST" => url,
        _ if url.is_empty() => url,
        other => format!("{other} {url}"),
    };
    PhoneNumberSpec {
        phone_number: number.phone_number,
        friendly_name: Some(number.friendly_name),
        voice_url: Some(before.unwrap_or(url)),
        voice_fallback_url: Some(number.voice_fallback_url.unwrap_or_default()),
        status_callback: Some(number.status_callback.unwrap_or_default()),
    }
}
