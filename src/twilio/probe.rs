//! Knocking at the doors that Twilio is to post to, without doing what a post would do.
//!
//! A `HEAD` is sent, without credentials, without following redirects. It tells whether the host is
//! found, its certificate holds, somebody listens and the path is known; most servers that only take
//! `POST` refuse it with 405, and those that check Twilio's signature with 401 or 403, which is as
//! it should be. A `POST` would tell more and could be taken for an event.

use std::time::Duration;

use reqwest::redirect;
use url::Url;

use super::failure::{root_cause, tls_failure};
use super::tls;

/// What was found behind a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Somebody answered with this status.
    Answer(u16),
    /// Nobody could be asked; why.
    Nobody(String),
    /// The encryption failed; why.
    Insecure(String),
    /// Nobody answered in time.
    Silence,
}

/// Knocks at a URL and waits so long for an answer.
pub async fn probe(url: &Url, timeout: Duration) -> Found {
    tls::install_provider();
    let mut builder = reqwest::Client::builder()
        .user_agent(concat!("trctl/", env!("CARGO_PKG_VERSION"), " (doctor)"))
        .redirect(redirect::Policy::none())
        .timeout(timeout);
    if url.scheme() == "http" {
        // Reading the system's certificates takes its time.
        builder = builder.tls_certs_only([]);
    }
    if crate::settings::is_loopback(url) {
        builder = builder.no_proxy();
    }
    let client = match builder.build() {
        Ok(client) => client,
        Err(error) => return Found::Nobody(root_cause(&error)),
    };
    match client.head(url.clone()).send().await {
        Ok(answer) => Found::Answer(answer.status().as_u16()),
        Err(error) if error.is_timeout() => Found::Silence,
        Err(error) => match tls_failure(&error) {
            Some(reason) => Found::Insecure(reason),
            None => Found::Nobody(root_cause(&error)),
        },
    }
}
