//! One signed POST with Twilio's time-outs and the connection overrides of its URL.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, LOCATION};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::time::timeout;

use crate::routing::Moment;
use crate::twilio::overrides::Overrides;
use crate::twilio::signature::{Algorithm, HEADER, sign};
use crate::twilio::tls;

/// Bytes of an answer that are read; instructions are far smaller.
const LARGEST_ANSWER: usize = 64 * 1024;

/// What a wrong signature is made with.
const FORGER: &str = "somebody else's token";

/// A form: names and decoded values.
pub(super) type Form = Vec<(&'static str, String)>;

/// What came back.
#[derive(Debug)]
pub(in crate::emulator) struct Answer {
    pub(in crate::emulator) status: StatusCode,
    pub(in crate::emulator) content_type: String,
    /// Where it has moved to.
    pub(in crate::emulator) location: Option<String>,
    pub(in crate::emulator) body: Vec<u8>,
}

/// Why nothing came back.
#[derive(Debug, thiserror::Error)]
pub(in crate::emulator) enum Failure {
    #[error("no connection: {0}")]
    Connect(String),
    #[error("no answer within {0:?}")]
    TooLate(Duration),
    #[error("the answer broke off: {0}")]
    Broken(String),
}

/// Posts forms.
#[derive(Debug)]
pub(super) struct Poster {
    token: SecretString,
    /// A client per connect time-out, which cannot be given per request; made on first use.
    clients: Mutex<BTreeMap<Duration, reqwest::Client>>,
}

impl Poster {
    pub(super) fn new(token: SecretString) -> Self {
        Self {
            token,
            clients: Mutex::default(),
        }
    }

    fn client(&self, connect_timeout: Duration) -> Result<reqwest::Client, Failure> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(&connect_timeout) {
            return Ok(client.clone());
        }
        tls::install_provider();
        // Proxies are for the way to Twilio; this is the way back.
        let client = reqwest::Client::builder()
            .no_proxy()
            .user_agent("TwilioProxy/1.1")
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(connect_timeout)
            .tcp_nodelay(true)
            .build()
            .map_err(|error| Failure::Connect(error.to_string()))?;
        clients.insert(connect_timeout, client.clone());
        Ok(client)
    }

    /// Posts a form and repeats it as the URL's overrides say, all within `limit`. The token of
    /// idempotency is the same for every attempt. `forged` signs with somebody else's token.
    pub(super) async fn post(
        &self,
        url: &str,
        form: &Form,
        limit: Duration,
        token: &str,
        forged: bool,
    ) -> Result<Answer, Failure> {
        self.send(false, url, form, limit, token, forged).await
    }

    /// The same, with the parameters in the query when it is a `GET`.
    pub(super) async fn send<N: AsRef<str>>(
        &self,
        get: bool,
        url: &str,
        form: &[(N, String)],
        limit: Duration,
        token: &str,
        forged: bool,
    ) -> Result<Answer, Failure> {
        let overrides = Overrides::of(url);
        let limit = limit.min(overrides.total_timeout);
        let target = url.split('#').next().unwrap_or(url);
        let client = self.client(overrides.connect_timeout)?;
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form.iter().map(|(name, value)| (name.as_ref(), value)))
            .finish();
        let queried;
        let (target, signed) = if get {
            let sign = if target.contains('?') { '&' } else { '?' };
            queried = if body.is_empty() {
                target.to_owned()
            } else {
                format!("{target}{sign}{body}")
            };
            (queried.as_str(), &form[..0])
        } else {
            (target, form)
        };
        let secret = if forged {
            FORGER
        } else {
            self.token.expose_secret()
        };
        let signature = sign(Algorithm::Sha1, secret, target, signed);
        let attempts = async {
            let mut left = overrides.retries;
            loop {
                let request = if get {
                    client.get(target)
                } else {
                    client
                        .post(target)
                        .header(
                            CONTENT_TYPE,
                            "application/x-www-form-urlencoded; charset=utf-8",
                        )
                        .body(body.clone())
                };
                let request = request
                    .header(HEADER, &signature)
                    .header("I-Twilio-Idempotency-Token", token);
                let outcome = once(request, overrides.read_timeout).await;
                let again = match &outcome {
                    Ok(answer) => {
                        (answer.status.is_client_error() && overrides.retry_on.client_errors)
                            || (answer.status.is_server_error() && overrides.retry_on.server_errors)
                    }
                    Err(Failure::Connect(_)) => overrides.retry_on.connect,
                    Err(_) => overrides.retry_on.read,
                };
                if !again || left == 0 {
                    return outcome;
                }
                left -= 1;
            }
        };
        timeout(limit, attempts)
            .await
            .unwrap_or(Err(Failure::TooLate(limit)))
    }
}

/// Makes a form as if it had been sent by a machine whose clock is so far ahead, or behind.
pub(super) fn skew(form: &mut Form, at: Moment, milliseconds: i64) {
    if milliseconds == 0 {
        return;
    }
    let at = Moment::from_millisecond(at.as_millisecond().saturating_add(milliseconds));
    for (name, value) in form {
        match *name {
            "Timestamp" => *value = at.as_second().to_string(),
            "TimestampMs" => *value = at.as_millisecond().to_string(),
            _ => {}
        }
    }
}

async fn once(request: reqwest::RequestBuilder, limit: Duration) -> Result<Answer, Failure> {
    let exchange = async {
        let mut response = request.send().await.map_err(|error| {
            if error.is_connect() {
                Failure::Connect(root_cause(&error))
            } else {
                Failure::Broken(root_cause(&error))
            }
        })?;
        let header = |name| {
            let value = response.headers().get(name)?;
            value.to_str().ok().map(str::to_owned)
        };
        let content_type = header(CONTENT_TYPE).unwrap_or_default();
        let location = header(LOCATION);
        let mut body = Vec::new();
        while body.len() < LARGEST_ANSWER
            && let Some(chunk) = response
                .chunk()
                .await
                .map_err(|error| Failure::Broken(root_cause(&error)))?
        {
            body.extend_from_slice(&chunk);
        }
        Ok(Answer {
            status: response.status(),
            content_type,
            location,
            body,
        })
    };
    timeout(limit, exchange)
        .await
        .unwrap_or(Err(Failure::TooLate(limit)))
}

/// The innermost cause says what happened; the outer ones only where.
fn root_cause(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
