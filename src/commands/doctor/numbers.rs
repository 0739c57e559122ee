//! The account's phone numbers: whether a call to them gets anywhere.
//!
//! Follows <https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource>.

use serde::Deserialize;

use super::Probing;
use super::callbacks::{self, Callback};
use super::finding::Finding;
use crate::app::App;
use crate::commands::api::next_page;
use crate::twilio::{Form, Host, MAXIMUM_PAGE_SIZE, Verb};

const CHECK: &str = "number";

/// What new numbers are answered by until somebody changes it.
const DEMO: &str = "demo.twilio.com";

#[derive(Deserialize)]
struct Page {
    incoming_phone_numbers: Vec<Number>,
}

#[derive(Deserialize)]
struct Number {
    #[serde(rename = "phone_number")]
    digits: String,
    #[serde(default)]
    voice_url: Option<String>,
    #[serde(default)]
    voice_application_sid: Option<String>,
    #[serde(default)]
    trunk_sid: Option<String>,
    #[serde(default)]
    capabilities: Capabilities,
}

#[derive(Default, Deserialize)]
struct Capabilities {
    #[serde(default)]
    voice: Option<bool>,
}

pub(super) async fn check(app: &App, probing: Probing) -> Vec<Finding> {
    let numbers = match list(app).await {
        Ok(Some(numbers)) => numbers,
        Ok(None) => return vec![Finding::skip(CHECK, "no list of numbers is served here")],
        Err(error) => return vec![Finding::of_error(CHECK, &error)],
    };
    let mut findings = Vec::new();
    let mut urls = Vec::new();
    if numbers.is_empty() {
        findings.push(Finding::ok(CHECK, "the account has none"));
    }
    for number in numbers {
        match judge(&number) {
            Target::Url(url) => urls.push(Callback {
                check: CHECK,
                subject: number.digits,
                url,
            }),
            Target::Known(finding) => findings.push(finding.about(number.digits)),
        }
    }
    findings.extend(callbacks::check(urls, probing).await);
    findings
}

/// `None` from a server that knows no numbers.
async fn list(app: &App) -> anyhow::Result<Option<Vec<Number>>> {
    let client = app.client()?;
    let path = format!(
        "/2010-04-01/Accounts/{}/IncomingPhoneNumbers.json",
        client.account()
    );
    let mut request = client
        .request(Verb::Get, Host::Api, &path)
        .query(&Form::new().with("PageSize", MAXIMUM_PAGE_SIZE));
    let mut numbers = Vec::new();
    loop {
        let reply = client.exchange(&request).await?;
        if reply.status == 404 {
            return Ok(None);
        }
        if reply.status != 200 {
            anyhow::bail!("Twilio answered {path} with HTTP {}", reply.status);
        }
        let page: Page = serde_json::from_slice(&reply.body)?;
        numbers.extend(page.incoming_phone_numbers);
        match next_page(client, &reply)? {
            Some(next) => request = next,
            None => return Ok(Some(numbers)),
        }
    }
}

enum Target {
    /// A URL that is to answer.
    Url(String),
    /// No need to ask.
    Known(Finding),
}

fn point(number: &Number) -> String {
    format!(
        "`trctl numbers point {} --voice-url URL`, or `--flow FW…`",
        number.digits
    )
}

fn judge(number: &Number) -> Target {
    let is_set = |value: &Option<String>| value.as_ref().is_some_and(|value| !value.is_empty());
    Target::Known(if number.capabilities.voice == Some(false) {
        Finding::ok(CHECK, "takes no calls")
    } else if is_set(&number.trunk_sid) {
        Finding::ok(CHECK, "goes to a SIP trunk")
    } else if is_set(&number.voice_application_sid) {
        Finding::ok(CHECK, "goes to a TwiML application")
    } else {
        match &number.voice_url {
            Some(url) if url.contains(DEMO) => {
                Finding::warn(CHECK, "is answered by Twilio's demo", point(number))
            }
            Some(url) if !url.is_empty() => return Target::Url(url.clone()),
            _ => Finding::fail(
                CHECK,
                "has no voice URL: callers hear an error",
                point(number),
            ),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::doctor::finding::Verdict;

    #[test]
    fn a_call_must_get_somewhere() {
        let number = |rest: &str| -> Number {
            serde_json::from_str(&format!(r#"{{"phone_number":"+15550100"{rest}}}"#)).unwrap()
        };
        for (rest, verdict) in [
            (r#","voice_url":"""#, Some(Verdict::Fail)),
            ("", Some(Verdict::Fail)),
            (
                r#","voice_url":"https://demo.twilio.com/welcome/voice/""#,
                Some(Verdict::Warn),
            ),
            (
                r#","voice_url":null,"voice_application_sid":"AP1""#,
                Some(Verdict::Ok),
            ),
            (r#","voice_url":"","trunk_sid":"TK1""#, Some(Verdict::Ok)),
            (r#","capabilities":{"voice":false}"#, Some(Verdict::Ok)),
            (r#","voice_url":"https://example.com/voice""#, None),
        ] {
            let judged = match judge(&number(rest)) {
                Target::Url(_) => None,
                Target::Known(finding) => Some(finding.verdict),
            };
            assert_eq!(judged, verdict, "{rest}");
        }
    }
}
