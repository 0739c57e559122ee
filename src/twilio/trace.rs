//! What `-v` and `-vv` show of the exchange with Twilio, with everything secret blanked.

use std::borrow::Cow;

use reqwest::header::HeaderMap;
use serde_json::Value;
use tracing::Level;
use url::Url;

use super::form::Form;

/// The target of all events; one line per attempt at debug level, headers and bodies at trace.
pub const TARGET: &str = "trctl::http";

const BLANK: &str = "[blanked]";

/// Characters of a body that are shown.
const SHOWN: usize = 4096;

/// Whether anybody looks at headers and bodies; blanking them is not free.
pub(crate) fn wants_bodies() -> bool {
    tracing::enabled!(target: TARGET, Level::TRACE)
}

/// Whether a parameter, header or property of this name holds something that must not be shown.
fn is_secret(name: &str) -> bool {
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    name != "pagetoken"
        && [
            "password",
            "secret",
            "token",
            "authorization",
            "cookie",
            "apikey",
        ]
        .iter()
        .any(|word| name.contains(word))
}

/// The URL with the values of secret query parameters blanked.
pub(crate) fn url(url: &Url) -> Cow<'_, str> {
    if !url.query_pairs().any(|(name, _)| is_secret(&name)) {
        return Cow::Borrowed(url.as_str());
    }
    let shown: Vec<String> = url
        .query_pairs()
        .map(|(name, value)| parameter(&name, &value))
        .collect();
    let mut bare = url.clone();
    bare.set_query(None);
    Cow::Owned(format!("{bare}?{}", shown.join("&")))
}

/// The parameters of a form, decoded.
pub(crate) fn form(form: &Form) -> String {
    let shown: Vec<String> = form
        .iter()
        .map(|(name, value)| parameter(name, value))
        .collect();
    shown.join("&")
}

fn parameter(name: &str, value: &str) -> String {
    if is_secret(name) {
        format!("{name}={BLANK}")
    } else {
        format!("{name}={}", without_credentials(value))
    }
}

/// The headers of an answer.
pub(crate) fn headers(headers: &HeaderMap) -> String {
    let shown: Vec<String> = headers
        .iter()
        .map(|(name, value)| {
            let value = if is_secret(name.as_str()) {
                Cow::Borrowed(BLANK)
            } else {
                String::from_utf8_lossy(value.as_bytes())
            };
            format!("{name}: {value}")
        })
        .collect();
    shown.join("; ")
}

/// The beginning of a JSON body; other bodies are shown as text.
pub(crate) fn body(bytes: &[u8]) -> String {
    match serde_json::from_slice::<Value>(bytes) {
        Ok(mut value) => {
            blank(&mut value);
            shorten(&value.to_string(), SHOWN)
        }
        Err(_) => excerpt(bytes, SHOWN),
    }
}

/// The first characters of a text that should have been something else, on one line.
pub(crate) fn excerpt(bytes: &[u8], limit: usize) -> String {
    let head = &bytes[..bytes.len().min(limit * 4)];
    let text: Vec<String> = String::from_utf8_lossy(head)
        .split_whitespace()
        .map(|word| word.chars().filter(|letter| !letter.is_control()).collect())
        .collect();
    shorten(&text.join(" "), limit)
}

fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn blank(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                if is_secret(name) && !value.is_null() {
                    *value = BLANK.into();
                } else {
                    blank(value);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(blank),
        Value::String(text) => {
            if let Cow::Owned(clean) = without_credentials(text) {
                *text = clean;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A URL without the user and password a webhook URL may carry.
fn without_credentials(text: &str) -> Cow<'_, str> {
    let Some((scheme, rest)) = text.split_once("://") else {
        return Cow::Borrowed(text);
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    match rest[..end].rsplit_once('@') {
        Some((_, host)) => Cow::Owned(format!("{scheme}://{BLANK}@{host}{}", &rest[end..])),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_blanked_wherever_they_stand() {
        let asked = Url::parse("https://h/p?AuthToken=abc&Status=x").unwrap();
        assert_eq!(url(&asked), "https://h/p?AuthToken=[blanked]&Status=x");
        let paging = Url::parse("https://h/p?PageToken=PA1").unwrap();
        assert_eq!(url(&paging), "https://h/p?PageToken=PA1");
        let sent = Form::new()
            .with("SipAuthPassword", "abc")
            .with("Url", "https://me:abc@h/x?y");
        assert_eq!(
            form(&sent),
            "SipAuthPassword=[blanked]&Url=https://[blanked]@h/x?y"
        );
        let answered =
            body(br#"{"auth_token":"abc","list":[{"secret":"abc","u":"http://a:abc@h"}]}"#);
        assert!(!answered.contains("abc"), "{answered}");
        let mut answer = HeaderMap::new();
        answer.insert("set-cookie", "abc".parse().unwrap());
        answer.insert("etag", "3".parse().unwrap());
        assert_eq!(headers(&answer), "set-cookie: [blanked]; etag: 3");
    }

    #[test]
    fn excerpts_are_one_short_line() {
        assert_eq!(
            excerpt(b"<html>\n  <b>\x1b[31mNo\x00pe</b>", 80),
            "<html> <b>[31mNope</b>"
        );
        assert_eq!(excerpt("ééééé".as_bytes(), 3), "ééé…");
    }
}
