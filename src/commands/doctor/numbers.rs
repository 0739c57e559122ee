//! The account's phone numbers: whether a call to them gets anywhere.
//!
//! Follows <https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource>.

use futures::TryStreamExt as _;

use super::Probing;
use super::callbacks::{self, Callback};
use super::finding::Finding;
use crate::app::App;
use crate::commands::numbers::{Target, target};
use crate::model::PhoneNumber;
use crate::twilio::{self, ListQuery};

const CHECK: &str = "number";

/// What new numbers are answered by until somebody changes it.
const DEMO: &str = "demo.twilio.com";

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
            Judged::Url(url) => urls.push(Callback {
                check: CHECK,
                subject: number.phone_number,
                url,
            }),
            Judged::Known(finding) => findings.push(finding.about(number.phone_number)),
        }
    }
    findings.extend(callbacks::check(urls, probing).await);
    findings
}

/// `None` from a server that knows no numbers.
async fn list(app: &App) -> anyhow::Result<Option<Vec<PhoneNumber>>> {
    let numbers = app
        .client()?
        .list::<PhoneNumber>((), &ListQuery::all())
        .map_ok(|record| record.value)
        .try_collect()
        .await;
    match numbers {
        Ok(numbers) => Ok(Some(numbers)),
        Err(twilio::Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

enum Judged {
    /// A URL that is to answer.
    Url(String),
    /// No need to ask.
    Known(Finding),
}

fn point(number: &PhoneNumber) -> String {
    format!(
        "`trctl numbers point {} --voice-url URL`, or `--flow FW…`",
        number.phone_number
    )
}

fn judge(number: &PhoneNumber) -> Judged {
    let can = number.capabilities.as_ref();
    Judged::Known(if can.is_some_and(|can| !can.voice) {
        Finding::ok(CHECK, "takes no calls")
    } else {
        match target(number) {
            Some(Target::Trunk(_)) => Finding::ok(CHECK, "goes to a SIP trunk"),
            Some(Target::Application(_)) => Finding::ok(CHECK, "goes to a TwiML application"),
            Some(Target::Url(url)) if url.contains(DEMO) => {
                Finding::warn(CHECK, "is answered by Twilio's demo", point(number))
            }
            Some(Target::Url(url)) => return Judged::Url(url.to_owned()),
            None => Finding::fail(
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
        let number = |rest: &str| -> PhoneNumber {
            let sid = "00000000000000000000000000000001";
            serde_json::from_str(&format!(
                r#"{{"sid":"PN{sid}","account_sid":"AC{sid}","phone_number":"+15550100"{rest}}}"#
            ))
            .unwrap()
        };
        for (rest, verdict) in [
            (r#","voice_url":"""#, Some(Verdict::Fail)),
            ("", Some(Verdict::Fail)),
            (
                r#","voice_url":"https://demo.twilio.com/welcome/voice/""#,
                Some(Verdict::Warn),
            ),
            (
                r#","voice_url":null,"voice_application_sid":"AP00000000000000000000000000000001""#,
                Some(Verdict::Ok),
            ),
            (r#","voice_url":"","trunk_sid":"TK1""#, Some(Verdict::Ok)),
            (r#","capabilities":{"voice":false}"#, Some(Verdict::Ok)),
            (r#","voice_url":"https://example.com/voice""#, None),
        ] {
            let judged = match judge(&number(rest)) {
                Judged::Url(_) => None,
                Judged::Known(finding) => Some(finding.verdict),
            };
            assert_eq!(judged, verdict, "{rest}");
        }
    }
}
