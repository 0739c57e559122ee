//! One request to Twilio and its answer: sent at the common pace, repeated where that is safe.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, ETAG, HeaderValue, IF_MATCH};
use reqwest::{Method, redirect};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::time::Instant;
use tracing::{debug, trace};
use url::Url;

use crate::model::sid::AccountSid;

use super::config::ClientConfig;
use super::error::Error;
use super::failure::{no_answer, refused, root_cause, text_header};
use super::form::Form;
use super::host::{Bases, Host};
use super::pace::Pace;
use super::retry::{Failure, Jitter, Retry, RetryPolicy, repeat};
use super::tls;
use super::trace as show;

/// No answer of Twilio's comes near it; a thousand tasks with full attributes are 6 MB.
const LARGEST_BODY: usize = 64 << 20;

/// What is done to a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Read it.
    Get,
    /// Create or update it.
    Post,
    /// Delete it.
    Delete,
}

impl Verb {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// A request, before it is known which host answers it.
#[derive(Debug, Clone)]
pub struct Request {
    pub(super) verb: Verb,
    pub(super) url: Url,
    form: Form,
    json: Option<String>,
    if_match: Option<String>,
    pub(super) idempotent: bool,
}

impl Request {
    /// The body of a `POST`.
    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        self.form = form;
        self
    }

    /// A JSON document as the body of a `POST`, instead of a form.
    #[must_use]
    pub fn json(mut self, text: String) -> Self {
        self.json = Some(text);
        self
    }

    /// Parameters behind those that are there.
    #[must_use]
    pub fn more_query(mut self, query: &Form) -> Self {
        if !query.is_empty() {
            self.url.query_pairs_mut().extend_pairs(query.iter());
        }
        self
    }

    /// Parameters behind the path.
    #[must_use]
    pub fn query(mut self, query: &Form) -> Self {
        if !query.is_empty() {
            self.url.set_query(Some(&query.encoded()));
        }
        self
    }

    /// Only if the resource still has this version.
    #[must_use]
    pub fn if_match(mut self, etag: Option<String>) -> Self {
        self.if_match = etag;
        self
    }

    /// Whether a `POST` may be repeated when no answer came. Reading and deleting always may.
    #[must_use]
    pub fn idempotent(mut self, idempotent: bool) -> Self {
        self.idempotent = idempotent;
        self
    }

    /// Where it goes.
    pub fn url(&self) -> &Url {
        &self.url
    }
}

/// A successful answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The HTTP status, 200 to 299.
    pub status: u16,
    /// The version of the resource, as it was written.
    pub etag: Option<String>,
    /// `Twilio-Request-Id`
    pub request_id: Option<String>,
    /// The body; empty after a deletion.
    pub body: Vec<u8>,
    /// What was asked, for messages and for links relative to it.
    pub url: Url,
}

/// An answer of any status, as it came.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Names, in lower case, and values of the headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// What was asked.
    pub url: Url,
    /// Between sending and having the answer.
    pub took: Duration,
}

impl Reply {
    /// The value of a header; its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// A client for all of Twilio's hosts. Clones share connections and pace.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    http: reqwest::Client,
    bases: Bases,
    account: AccountSid,
    authorization: HeaderValue,
    pace: Pace,
    retry: RetryPolicy,
    jitter: Jitter,
    timeout: Duration,
    run: u64,
    requests: AtomicU64,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Client")
            .field("account", &self.inner.account)
            .field("bases", &self.inner.bases)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// Prepares connections; nothing is sent yet.
    ///
    /// Proxies come from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, and loopback needs
    /// none; certificates are checked against the system's, or those in `SSL_CERT_FILE` and `SSL_CERT_DIR`.
    pub fn new(config: ClientConfig) -> Result<Self, Error> {
        tls::install_provider();
        let bases = Bases::new(
            config.base_url.as_ref(),
            config.edge.as_deref(),
            config.region.as_deref(),
        )?;
        let mut builder = reqwest::Client::builder()
            .user_agent(config.user_agent)
            .redirect(redirect::Policy::none())
            .timeout(config.timeout)
            .connect_timeout(config.connect_timeout)
            .tcp_nodelay(true)
            .gzip(true);
        if bases.all_plain() {
            // Reading the system's certificates takes longer than a request to loopback.
            builder = builder.tls_certs_only([]);
        }
        if bases.all_loopback() {
            // A company's proxy knows no emulator on this machine.
            builder = builder.no_proxy();
        }
        let http = builder.build().map_err(|error| Error::Setup {
            reason: root_cause(&error),
        })?;
        let seed = RandomState::new().hash_one(std::process::id());
        Ok(Self {
            inner: Arc::new(Inner {
                http,
                bases,
                account: config.account_sid,
                authorization: basic(&config.username, &config.password)?,
                pace: Pace::new(config.concurrency),
                retry: config.retry,
                jitter: Jitter::seeded(seed),
                timeout: config.timeout,
                run: seed,
                requests: AtomicU64::new(0),
            }),
        })
    }

    /// The account whose resources of the 2010 API are meant.
    pub fn account(&self) -> AccountSid {
        self.inner.account
    }

    /// The pace of everything this client does.
    pub fn pace(&self) -> &Pace {
        &self.inner.pace
    }

    /// A request for a path, with its leading slash, on a host.
    pub fn request(&self, verb: Verb, host: Host, path: &str) -> Request {
        Request {
            verb,
            url: self.inner.bases.url(host, path),
            form: Form::new(),
            json: None,
            if_match: None,
            idempotent: verb != Verb::Post,
        }
    }

    /// A request for the next page, if the link stays on the host that gave it.
    pub(crate) fn follow(&self, asked: &Url, link: &str) -> Result<Request, Error> {
        let url = self.inner.bases.follow(asked, link)?;
        if url == *asked {
            return Err(Error::PageLoop {
                asked: Box::new(url),
            });
        }
        Ok(Request {
            verb: Verb::Get,
            url,
            form: Form::new(),
            json: None,
            if_match: None,
            idempotent: true,
        })
    }

    /// A request for a full URL, if it is one of Twilio's (or of the server that stands in for it):
    /// nobody else is to see the credentials.
    ///
    /// # Errors
    /// [`Error::ForeignUrl`]
    pub fn request_to(&self, verb: Verb, url: &Url) -> Result<Request, Error> {
        if !self.inner.bases.trusts(url) {
            return Err(Error::ForeignUrl {
                url: Box::new(url.clone()),
            });
        }
        Ok(Request {
            verb,
            url: url.clone(),
            form: Form::new(),
            json: None,
            if_match: None,
            idempotent: verb != Verb::Post,
        })
    }

    /// Sends a request and waits for its answer, again where a failure allows it.
    pub async fn send(&self, request: &Request) -> Result<Answer, Error> {
        self.send_keeping(request, None).await
    }

    /// The same, but any answer will do: the last one, whatever its status, is no error.
    ///
    /// # Errors
    /// No answer came.
    pub async fn exchange(&self, request: &Request) -> Result<Reply, Error> {
        let kept = Mutex::new(None);
        let outcome = self.send_keeping(request, Some(&kept)).await;
        let reply = kept.into_inner().unwrap_or_else(PoisonError::into_inner);
        match (reply, outcome) {
            (Some(reply), _) => Ok(reply),
            (None, Err(error)) => Err(error),
            (None, Ok(_)) => unreachable!("every answer is kept"),
        }
    }

    async fn send_keeping(
        &self,
        request: &Request,
        kept: Option<&Mutex<Option<Reply>>>,
    ) -> Result<Answer, Error> {
        let number = self.inner.requests.fetch_add(1, Ordering::Relaxed) + 1;
        let id = format!("{:016x}-{number}", self.inner.run);
        let id = id.as_str();
        repeat(
            &self.inner.retry,
            &self.inner.jitter,
            |attempt| async move {
                let permit = self.inner.pace.acquire().await;
                let outcome = self.attempt(request, id, attempt, kept).await;
                match &outcome {
                    Ok(_) => permit.answered(),
                    Err(failure) => match failure.retry {
                        Retry::Refused { after } => {
                            // Beyond the patience every call fails; nobody is to wait for that.
                            permit
                                .refused(after.filter(|after| *after <= self.inner.retry.patience));
                        }
                        Retry::Never => permit.answered(),
                        Retry::Fault { .. } => drop(permit),
                    },
                }
                outcome
            },
        )
        .await
    }

    async fn attempt(
        &self,
        request: &Request,
        id: &str,
        attempt: u32,
        kept: Option<&Mutex<Option<Reply>>>,
    ) -> Result<Answer, Failure> {
        let keep = |reply| {
            if let Some(kept) = kept {
                *kept.lock().unwrap_or_else(PoisonError::into_inner) = reply;
            }
        };
        keep(None);
        let method = match request.verb {
            Verb::Get => Method::GET,
            Verb::Post => Method::POST,
            Verb::Delete => Method::DELETE,
        };
        let verb = request.verb.as_str();
        let mut builder = self
            .inner
            .http
            .request(method, request.url.clone())
            .header(AUTHORIZATION, self.inner.authorization.clone())
            .header(ACCEPT, "application/json")
            .header("x-request-id", id);
        if let Some(etag) = &request.if_match {
            builder = builder.header(IF_MATCH, etag);
        }
        if request.verb == Verb::Post {
            builder = match &request.json {
                Some(text) => builder
                    .header(CONTENT_TYPE, "application/json")
                    .body(text.clone()),
                None => builder
                    .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(request.form.encoded()),
            };
        }
        if show::wants_bodies() {
            trace!(
                target: show::TARGET,
                id,
                if_match = request.if_match,
                form = show::form(&request.form),
                "> {verb} {}", show::url(&request.url)
            );
        }
        let start = Instant::now();
        let sent = builder.send().await;
        let response = match sent {
            Ok(response) => response,
            Err(error) => {
                let failure = no_answer(request, &error, self.inner.timeout);
                debug!(
                    target: show::TARGET,
                    id, attempt, ms = milliseconds(start),
                    "{verb} {}: {}", show::url(&request.url), failure.error
                );
                return Err(failure);
            }
        };
        let status = response.status();
        let headers = response.headers().clone();
        let body = self.read_body(request, response).await;
        debug!(
            target: show::TARGET,
            id, attempt, ms = milliseconds(start),
            twilio_request_id = text_header(&headers, "twilio-request-id"),
            "{verb} {}: {status}", show::url(&request.url)
        );
        let body = body?;
        if kept.is_some() {
            keep(Some(Reply {
                status: status.as_u16(),
                headers: headers
                    .iter()
                    .map(|(name, value)| {
                        let value = String::from_utf8_lossy(value.as_bytes());
                        (name.to_string(), value.into_owned())
                    })
                    .collect(),
                body: body.clone(),
                url: request.url.clone(),
                took: start.elapsed(),
            }));
        }
        if show::wants_bodies() {
            trace!(
                target: show::TARGET,
                id,
                headers = show::headers(&headers),
                body = show::body(&body),
                "< {status}"
            );
        }
        if status.is_success() {
            return Ok(Answer {
                status: status.as_u16(),
                etag: text_header(&headers, ETAG.as_str()),
                request_id: text_header(&headers, "twilio-request-id"),
                body,
                url: request.url.clone(),
            });
        }
        Err(refused(request, status, &headers, &body))
    }

    async fn read_body(
        &self,
        request: &Request,
        mut response: reqwest::Response,
    ) -> Result<Vec<u8>, Failure> {
        let announced = response.content_length().unwrap_or(0);
        let announced = usize::try_from(announced).unwrap_or(usize::MAX);
        let mut body = Vec::with_capacity(announced.min(LARGEST_BODY));
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() > LARGEST_BODY => {
                    return Err(Failure {
                        error: Error::TooLarge {
                            path: request.url.path().to_owned(),
                            limit: LARGEST_BODY,
                        },
                        retry: Retry::Never,
                        open: request.verb != Verb::Get,
                    });
                }
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => return Ok(body),
                Err(error) => return Err(no_answer(request, &error, self.inner.timeout)),
            }
        }
    }
}

fn basic(username: &str, password: &SecretString) -> Result<HeaderValue, Error> {
    if username.contains(':') {
        return Err(Error::Setup {
            reason: "a user name must not contain a colon".to_owned(),
        });
    }
    let pair = STANDARD.encode(format!("{username}:{}", password.expose_secret()));
    let mut value = HeaderValue::from_str(&format!("Basic {pair}"))
        .expect("base64 is made of visible characters");
    value.set_sensitive(true);
    Ok(value)
}

fn milliseconds(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX)
}
