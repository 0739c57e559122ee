//! URLs that Twilio is to ask: whether somebody is there.

use std::collections::BTreeMap;

use futures::StreamExt as _;
use url::{Host, Url};

use super::Probing;
use super::finding::Finding;
use crate::settings;
use crate::twilio::probe::{Found, probe};

/// Knocks under way at once.
const AT_ONCE: usize = 8;

/// A URL and what it is for.
pub(super) struct Callback {
    pub(super) check: &'static str,
    pub(super) subject: String,
    pub(super) url: String,
}

/// Each once, however many things it is for.
pub(super) async fn check(callbacks: Vec<Callback>, probing: Probing) -> Vec<Finding> {
    let mut by_url: BTreeMap<String, Vec<(&'static str, String)>> = BTreeMap::new();
    for callback in callbacks {
        let users = by_url.entry(callback.url).or_default();
        users.push((callback.check, callback.subject));
    }
    futures::stream::iter(by_url)
        .map(|(url, users)| async move {
            let (check, _) = users[0];
            let subjects: Vec<String> = users.into_iter().map(|(_, subject)| subject).collect();
            look_at(check, &url, probing)
                .await
                .about(subjects.join(", "))
        })
        .buffered(AT_ONCE)
        .collect()
        .await
}

async fn look_at(check: &'static str, text: &str, probing: Probing) -> Finding {
    let Ok(url) = Url::parse(text) else {
        return Finding::fail(check, format!("`{text}` is no URL"), "give a full URL");
    };
    let shown = shown(&url);
    if probing.from_outside && is_inside(&url) {
        return Finding::fail(
            check,
            format!("{shown} cannot be reached from outside"),
            "give a public URL; for trying things out, a tunnel's",
        );
    }
    let Some(timeout) = probing.timeout else {
        return Finding::skip(check, format!("{shown} not asked"));
    };
    let found = probe(&url, timeout).await;
    judge(check, &url, &shown, &found)
}

fn judge(check: &'static str, url: &Url, shown: &str, found: &Found) -> Finding {
    let fail = |why: String, advice: &str| Finding::fail(check, format!("{shown} {why}"), advice);
    match found {
        Found::Answer(404 | 410) => fail(
            "is not known there".to_owned(),
            "does the path belong to what runs there? is the right version deployed?",
        ),
        Found::Answer(status @ 300..=399) => Finding::warn(
            check,
            format!("{shown} redirects (HTTP {status})"),
            "give the URL it leads to: a redirect costs time and turns posts into other requests",
        ),
        Found::Answer(405 | 501 | ..=299) if is_open(url) => Finding::warn(
            check,
            format!("{shown} is not encrypted"),
            "what is posted can be read and changed on the way; use `https://`",
        ),
        // Only posts are taken, or only signed ones: as it should be.
        Found::Answer(401 | 403 | 405 | 501 | ..=299) => Finding::ok(check, shown),
        Found::Answer(status) if *status >= 500 => fail(
            format!("answers HTTP {status}"),
            "see in the log of what runs there what went wrong",
        ),
        // It wants more than a HEAD has, and somebody is there to say so.
        Found::Answer(status) => Finding::ok(check, format!("{shown} (HTTP {status})")),
        Found::Silence => fail(
            "does not answer in time".to_owned(),
            "Twilio waits 5 s (15 s for calls); is it overloaded, or a firewall in between?",
        ),
        Found::Insecure(reason) => fail(
            format!("has no valid certificate: {reason}"),
            "renew the certificate and serve the whole chain",
        ),
        Found::Nobody(reason) => fail(
            format!("cannot be reached: {reason}"),
            "does it run, and is the URL the right one?",
        ),
    }
}

fn is_open(url: &Url) -> bool {
    url.scheme() == "http" && !settings::is_loopback(url)
}

/// Without the password and the query that may hold a secret.
fn shown(url: &Url) -> String {
    let mut url = url.clone();
    let _ = url.set_password(None);
    let _ = url.set_username("");
    url.set_query(None);
    url.to_string()
}

/// Whether a URL leads to this machine or to a network of one's own.
fn is_inside(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => {
            address.is_private() || address.is_loopback() || address.is_link_local()
        }
        Some(Host::Ipv6(address)) => address.is_loopback() || address.is_unique_local(),
        Some(Host::Domain(name)) => {
            settings::is_loopback(url)
                || name
                    .rsplit_once('.')
                    .is_some_and(|(_, last)| last == "local")
                || !name.contains('.')
        }
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::doctor::finding::Verdict;

    #[test]
    fn whoever_refuses_an_unsigned_head_is_there() {
        let url = Url::parse("https://me:secret@example.com/events?token=secret").unwrap();
        for (found, verdict) in [
            (Found::Answer(200), Verdict::Ok),
            (Found::Answer(405), Verdict::Ok),
            (Found::Answer(403), Verdict::Ok),
            (Found::Answer(400), Verdict::Ok),
            (Found::Answer(301), Verdict::Warn),
            (Found::Answer(404), Verdict::Fail),
            (Found::Answer(502), Verdict::Fail),
            (Found::Silence, Verdict::Fail),
            (Found::Nobody("connection refused".into()), Verdict::Fail),
            (Found::Insecure("expired".into()), Verdict::Fail),
        ] {
            let finding = judge("events", &url, &shown(&url), &found);
            assert_eq!(finding.verdict, verdict, "{found:?}");
            assert!(!finding.found.contains("secret"), "{}", finding.found);
        }
        let open = Url::parse("http://example.com/events").unwrap();
        let finding = judge("events", &open, "", &Found::Answer(200));
        assert_eq!(finding.verdict, Verdict::Warn);
    }

    #[test]
    fn what_is_inside_twilio_cannot_reach() {
        for (url, inside) in [
            ("https://example.com/", false),
            ("http://localhost:3000/", true),
            ("http://127.0.0.1/", true),
            ("http://10.0.0.7/", true),
            ("http://[::1]/", true),
            ("http://printer.local/", true),
            ("http://intranet/", true),
            ("https://203.0.113.5/", false),
        ] {
            assert_eq!(is_inside(&Url::parse(url).unwrap()), inside, "{url}");
        }
    }
}
