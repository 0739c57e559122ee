//! The way to Twilio: settings, credentials, proxy, TLS, clock, account.

use std::path::Path;

use jiff::fmt::rfc2822;
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::finding::Finding;
use crate::app::App;
use crate::model::Account;
use crate::settings::{self, Settings};
use crate::twilio::{Client, Form, Host, Reply, Verb};

/// From here on clocks differ noticeably: tokens expire early or are not valid yet.
const NOTICEABLE: SignedDuration = SignedDuration::from_secs(5);
/// From here on tokens and signed requests are refused.
const HARMFUL: SignedDuration = SignedDuration::from_secs(60);

const PROXIES: [&str; 6] = [
    "HTTPS_PROXY",
    "https_proxy",
    "HTTP_PROXY",
    "http_proxy",
    "ALL_PROXY",
    "all_proxy",
];

/// Whether Twilio is reached with the credentials, so that it makes sense to look further.
pub(super) async fn check(app: &App, findings: &mut Vec<Finding>) -> bool {
    let settings = match app.settings() {
        Ok(settings) => settings,
        Err(error) => {
            findings.push(Finding::of_error("settings", &error.into()));
            return false;
        }
    };
    findings.push(proxy(app, settings));
    findings.extend(custom_authority(app));
    let client = match app.client() {
        Ok(client) => client,
        Err(error) => {
            findings.push(Finding::of_error("credentials", &error));
            return false;
        }
    };
    let one = Form::new().with("PageSize", 1);
    let ask = client
        .request(Verb::Get, Host::TaskRouter, "/v1/Workspaces")
        .query(&one);
    let reply = match client.exchange(&ask).await {
        Ok(reply) => reply,
        Err(error) => {
            findings.push(Finding::of_error("connection", &error.into()));
            return false;
        }
    };
    findings.push(encryption(&reply.url));
    findings.push(clock(&reply, Timestamp::now()));
    let (credentials, accepted) = credentials(settings, reply.status);
    findings.push(credentials);
    if accepted {
        findings.push(account(client, settings).await);
    }
    accepted
}

fn credentials(settings: &Settings, status: u16) -> (Finding, bool) {
    let (kind, origin) = settings.secret_origin().map_or_else(
        || ("credentials", String::new()),
        |(kind, origin)| (kind, origin.to_string()),
    );
    let account = settings
        .account_sid
        .as_ref()
        .map(|account| account.value.to_string())
        .unwrap_or_default();
    let finding = match status {
        200..=299 => Finding::ok("credentials", format!("{kind} accepted ({origin})")),
        401 if is_key(kind) => Finding::fail(
            "credentials",
            format!("{kind} refused ({origin})"),
            "is the key of this account and region, and not revoked? its secret is shown once \
             only, so make a new key if in doubt",
        ),
        401 => Finding::fail(
            "credentials",
            format!("{kind} refused ({origin})"),
            "copy account SID and auth token from the Console anew; after a rotation the old token \
             is void; test credentials do not work with TaskRouter",
        ),
        403 => Finding::fail(
            "credentials",
            format!("{kind} accepted, TaskRouter forbidden ({origin})"),
            "give the API key the rights for TaskRouter, or use a standard key",
        ),
        status => Finding::fail(
            "credentials",
            format!("HTTP {status} instead of an answer"),
            "does `--base-url` point at Twilio or an emulator? `-vv` shows the whole exchange",
        ),
    };
    (finding.about(account), (200..300).contains(&status))
}

fn is_key(kind: &str) -> bool {
    kind.to_lowercase().contains("key")
}

async fn account(client: &Client, settings: &Settings) -> Finding {
    let sid = client.account();
    let path = format!("/2010-04-01/Accounts/{sid}.json");
    let reply = match client
        .exchange(&client.request(Verb::Get, Host::Api, &path))
        .await
    {
        Ok(reply) => reply,
        Err(error) => {
            return Finding::of_error("account", &error.into()).about(sid.to_string());
        }
    };
    let finding = match (reply.status, serde_json::from_slice::<Account>(&reply.body)) {
        (200, Ok(account)) => {
            let status = account.status.as_deref().unwrap_or("active");
            let kind = account.kind.as_deref().unwrap_or("Full");
            match (status, kind) {
                ("active", "Trial") => Finding::warn(
                    "account",
                    "active, on trial",
                    "a trial account calls verified numbers only; upgrade it before it goes live",
                ),
                ("active", _) => Finding::ok("account", "active"),
                (status, _) => Finding::fail(
                    "account",
                    status,
                    "see in the Console why, and what ends it",
                ),
            }
        }
        (401 | 403, _)
            if settings
                .secret_origin()
                .is_some_and(|(kind, _)| is_key(kind)) =>
        {
            Finding::ok("account", "not shown to an API key of this kind")
        }
        (status, _) => Finding::warn(
            "account",
            format!("HTTP {status} instead of the account"),
            "calls, conferences and numbers may not be reached either; `-vv` shows the exchange",
        ),
    };
    finding.about(sid.to_string())
}

fn clock(reply: &Reply, received: Timestamp) -> Finding {
    let Some(theirs) = reply
        .header("date")
        .and_then(|date| rfc2822::parse(date).ok())
    else {
        return Finding::skip("clock", "the answer has no date");
    };
    // Somewhere in the middle of the exchange, and of the second that the date says.
    let way = SignedDuration::try_from(reply.took / 2).unwrap_or_default();
    let ours = received - way - SignedDuration::from_millis(500);
    let skew = ours.duration_since(theirs.timestamp());
    let size = skew.abs();
    let told = format!(
        "{} s {} Twilio's",
        size.as_secs(),
        if skew.is_negative() {
            "behind"
        } else {
            "ahead of"
        }
    );
    let advice = "set the clock by NTP: tokens and signatures hold only for a time";
    if size >= HARMFUL {
        Finding::fail("clock", told, advice)
    } else if size >= NOTICEABLE {
        Finding::warn("clock", told, advice)
    } else {
        Finding::ok("clock", "as Twilio's")
    }
}

fn proxy(app: &App, settings: &Settings) -> Finding {
    let base = settings.base_url.as_ref().map(|base| &base.value);
    let named = PROXIES
        .iter()
        .find_map(|name| Some((name, app.sources().variable(name)?)));
    match (named, base) {
        (None, _) => Finding::ok("proxy", "none"),
        (Some(_), Some(base)) if settings::is_loopback(base) => {
            Finding::ok("proxy", "not used on this machine")
        }
        (Some((name, value)), _) => match Url::parse(value) {
            // Without the password that may stand in it.
            Ok(url) if url.host_str().is_some() => {
                let host = url.host_str().unwrap_or_default();
                let port = url.port_or_known_default().unwrap_or(80);
                Finding::ok("proxy", format!("{host}:{port}")).about(*name)
            }
            _ => Finding::warn(
                "proxy",
                "is no URL",
                "write it like `http://proxy.example.com:3128`",
            )
            .about(*name),
        },
    }
}

fn encryption(url: &Url) -> Finding {
    let host = url.host_str().unwrap_or_default().to_owned();
    let finding = if url.scheme() == "https" {
        Finding::ok("tls", "certificate accepted")
    } else if settings::is_loopback(url) {
        Finding::ok("tls", "not needed on this machine")
    } else {
        Finding::warn(
            "tls",
            "not encrypted",
            "credentials can be read on the way; use a base URL with `https://`",
        )
    };
    finding.about(host)
}

/// Certificates that somebody named instead of the system's.
fn custom_authority(app: &App) -> Option<Finding> {
    let finding = if let Some(path) = app.sources().variable("SSL_CERT_FILE") {
        let finding = match std::fs::read(path) {
            Ok(bytes) if bytes.windows(17).any(|part| part == b"BEGIN CERTIFICATE") => {
                Finding::ok("tls", format!("certificates from `{path}`"))
            }
            Ok(_) => Finding::fail(
                "tls",
                format!("there is no certificate in `{path}`"),
                "name a file in PEM format, or unset the variable",
            ),
            Err(error) => Finding::fail(
                "tls",
                format!("cannot read `{path}`: {error}"),
                "correct the path, or unset the variable",
            ),
        };
        finding.about("SSL_CERT_FILE")
    } else {
        let path = app.sources().variable("SSL_CERT_DIR")?;
        let is_there = std::env::split_paths(path).any(|path| Path::new(&path).is_dir());
        let finding = if is_there {
            Finding::ok("tls", format!("certificates from `{path}`"))
        } else {
            Finding::fail(
                "tls",
                format!("there is no directory `{path}`"),
                "correct the path, or unset the variable",
            )
        };
        finding.about("SSL_CERT_DIR")
    };
    Some(finding)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::commands::doctor::finding::Verdict;

    #[test]
    fn clocks_may_differ_by_a_little() {
        let reply = |date: &str| Reply {
            status: 200,
            headers: vec![("date".to_owned(), date.to_owned())],
            body: Vec::new(),
            url: Url::parse("https://taskrouter.twilio.com/v1/Workspaces").unwrap(),
            took: Duration::from_millis(200),
        };
        let now: Timestamp = "2026-11-21T08:00:00.6Z".parse().unwrap();
        for (date, verdict, told) in [
            ("Sat, 21 Nov 2026 08:00:00 GMT", Verdict::Ok, "as Twilio's"),
            (
                "Sat, 21 Nov 2026 08:00:20 GMT",
                Verdict::Warn,
                "20 s behind Twilio's",
            ),
            (
                "Sat, 21 Nov 2026 07:50:00 GMT",
                Verdict::Fail,
                "600 s ahead of Twilio's",
            ),
            ("today", Verdict::Skip, "the answer has no date"),
        ] {
            let finding = clock(&reply(date), now);
            assert_eq!((finding.verdict, finding.found.as_str()), (verdict, told));
        }
    }
}
