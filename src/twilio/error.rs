//! What can go wrong between asking Twilio for something and having it.

use std::fmt;
use std::time::Duration;

use url::Url;

use super::lister;
use crate::model::sid::SidError;

/// A refusal in Twilio's own words, with where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// Twilio's error code, such as 20404, where the body had one.
    pub code: Option<u32>,
    /// Twilio's message.
    pub message: String,
    /// The page of the error dictionary.
    pub more_info: Option<String>,
    /// The HTTP method of the request.
    pub method: &'static str,
    /// The path of the request, without host and query.
    pub path: String,
    /// `Twilio-Request-Id`, what support asks for.
    pub request_id: Option<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => write!(formatter, "{code} {}", self.message),
            None => write!(formatter, "HTTP {} {}", self.status, self.message),
        }
    }
}

/// A failure of the client. Texts are fragments; [`Error::hint`] says what to try next.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The client cannot be built from what it was given.
    #[error("cannot set up the connection to Twilio: {reason}")]
    Setup {
        /// What is wrong.
        reason: String,
    },
    /// Twilio refused for a reason without a variant of its own.
    #[error("Twilio refused {} {}: {}", .0.method, .0.path, .0)]
    Api(Box<Refusal>),
    /// 404: no such resource (any more).
    #[error("Twilio does not know {}: {}", .0.path, .0)]
    NotFound(Box<Refusal>),
    /// 401: missing or wrong credentials.
    #[error("Twilio did not accept the credentials: {0}")]
    Unauthorized(Box<Refusal>),
    /// 403: right credentials, insufficient rights.
    #[error("the credentials do not allow {} {}: {}", .0.method, .0.path, .0)]
    Forbidden(Box<Refusal>),
    /// 412: somebody changed the resource since it was read.
    #[error("{} changed meanwhile: {}", .0.path, .0)]
    PreconditionFailed(Box<Refusal>),
    /// 429 again and again until the patience was used up.
    #[error("Twilio refused {}: {refusal}", patience_of(*attempts, *waited, *asked))]
    RateLimited {
        /// The last refusal.
        refusal: Box<Refusal>,
        /// Attempts made.
        attempts: u32,
        /// Time spent on them.
        waited: Duration,
        /// The wait Twilio asked for last, if it did.
        asked: Option<Duration>,
    },
    /// No answer in time.
    #[error("no answer from {host} within {} s", after.as_secs_f32())]
    Timeout {
        /// Host and port.
        host: String,
        /// The limit that ran out.
        after: Duration,
    },
    /// No connection could be made.
    #[error("cannot connect to {host}: {reason}")]
    Connect {
        /// Host and port.
        host: String,
        /// What the operating system says.
        reason: String,
    },
    /// The other side could not prove who it is, or does not speak TLS.
    #[error("no secure connection to {host}: {reason}")]
    Tls {
        /// Host and port.
        host: String,
        /// What the TLS library says.
        reason: String,
    },
    /// The connection broke after the request had gone out.
    #[error("the connection to {host} broke during {method} {path}: {reason}")]
    Broken {
        /// Host and port.
        host: String,
        /// The HTTP method.
        method: &'static str,
        /// The path.
        path: String,
        /// What happened to it.
        reason: String,
    },
    /// The last failure of a change of which an earlier attempt got no answer: it may have been made.
    #[error("{last} (an earlier attempt got no answer)")]
    Unanswered {
        /// The last failure.
        last: Box<Self>,
    },
    /// No answer came to a creation, which must not be repeated: what it was to make may exist.
    #[error("whether the {what} was created is not known")]
    MaybeCreated {
        /// What was to be made.
        what: &'static str,
        /// What came instead of the answer.
        #[source]
        source: Box<Self>,
    },
    /// The answer is not JSON; a proxy's page, for instance.
    #[error("{url} answered HTTP {status} with something that is not JSON: `{excerpt}`")]
    NotJson {
        /// What was asked.
        url: Box<Url>,
        /// The HTTP status.
        status: u16,
        /// The first characters of the body, on one line.
        excerpt: String,
    },
    /// The answer is JSON of an unexpected shape.
    #[error("cannot read {what} in the answer of {path}")]
    Decode {
        /// What was expected.
        what: &'static str,
        /// The path that answered.
        path: String,
        /// Where and why.
        #[source]
        source: serde_json::Error,
    },
    /// The answer is larger than any Twilio gives.
    #[error("the answer of {path} is larger than {limit} bytes")]
    TooLarge {
        /// The path that answered.
        path: String,
        /// The limit in bytes.
        limit: usize,
    },
    /// A redirect; following it could hand the credentials to somebody else.
    #[error(
        "{host} answered with a redirect (HTTP {status}) to `{location}`, which is not followed"
    )]
    Redirect {
        /// Host and port.
        host: String,
        /// The HTTP status.
        status: u16,
        /// Where it points.
        location: String,
    },
    /// The link to the next page leaves the host that was asked.
    #[error("the next page of {asked} lies at `{link}`, outside the host that was asked")]
    ForeignPageLink {
        /// The page that held the link.
        asked: Box<Url>,
        /// The link.
        link: String,
    },
    /// A URL that is none of Twilio's; the credentials are not sent there.
    #[error("`{url}` is none of Twilio's URLs")]
    ForeignUrl {
        /// The URL.
        url: Box<Url>,
    },
    /// The link to the next page points at the page it is on.
    #[error("the next page of {asked} is that page itself")]
    PageLoop {
        /// The page.
        asked: Box<Url>,
    },
    /// Nothing has this name.
    #[error("there is no {kind} named `{name}`")]
    NoSuchName {
        /// The kind of thing, singular.
        kind: &'static str,
        /// The name that was given.
        name: String,
        /// Names that come close, best first.
        suggestions: Vec<String>,
    },
    /// Several things have this name.
    #[error("{} {kinds} are named `{name}`: {}", candidates.len(), candidate_list(candidates))]
    Ambiguous {
        /// The kind of thing, plural.
        kinds: &'static str,
        /// The name that was given.
        name: String,
        /// SID and exact name of each.
        candidates: Vec<(String, String)>,
    },
    /// The text is not a SID of the wanted kind, and names do not apply.
    #[error(transparent)]
    Sid(#[from] SidError),
}

fn candidate_list(candidates: &[(String, String)]) -> String {
    candidates
        .iter()
        .map(|(sid, name)| format!("{sid} ({name})"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a caller can make of an [`Error`]; the exit code follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// What was typed cannot be meant.
    Usage,
    /// Settings or credentials are missing or wrong.
    Settings,
    /// The named thing does not exist.
    NotFound,
    /// Twilio refused, or could not be reached.
    Service,
}

impl Error {
    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Setup { .. } | Self::Unauthorized(_) => ErrorKind::Settings,
            Self::NotFound(_) | Self::NoSuchName { .. } => ErrorKind::NotFound,
            Self::Ambiguous { .. } | Self::Sid(_) | Self::ForeignUrl { .. } => ErrorKind::Usage,
            Self::Api(_)
            | Self::Forbidden(_)
            | Self::PreconditionFailed(_)
            | Self::RateLimited { .. }
            | Self::Timeout { .. }
            | Self::Connect { .. }
            | Self::Tls { .. }
            | Self::Broken { .. }
            | Self::NotJson { .. }
            | Self::Decode { .. }
            | Self::TooLarge { .. }
            | Self::Redirect { .. }
            | Self::ForeignPageLink { .. }
            | Self::PageLoop { .. } => ErrorKind::Service,
            Self::Unanswered { last } => last.kind(),
            Self::MaybeCreated { source, .. } => source.kind(),
        }
    }

    /// Whether a change that failed like this may have been made all the same.
    pub fn leaves_open(&self) -> bool {
        match self {
            Self::Timeout { .. }
            | Self::Broken { .. }
            | Self::Decode { .. }
            | Self::TooLarge { .. }
            | Self::Unanswered { .. }
            | Self::MaybeCreated { .. } => true,
            Self::NotJson { status, .. } => !(300..500).contains(status),
            Self::Api(refusal) => refusal.status >= 500,
            _ => false,
        }
    }

    /// What Twilio said, where it said something.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Api(refusal)
            | Self::NotFound(refusal)
            | Self::Unauthorized(refusal)
            | Self::Forbidden(refusal)
            | Self::PreconditionFailed(refusal)
            | Self::RateLimited { refusal, .. } => Some(refusal),
            Self::Unanswered { last } => last.refusal(),
            Self::MaybeCreated { source, .. } => source.refusal(),
            _ => None,
        }
    }

    /// Twilio's error code, where there is one.
    pub fn code(&self) -> Option<u32> {
        self.refusal().and_then(|refusal| refusal.code)
    }

    /// Whether every further call would fail alike, so that a run had better end here.
    pub fn ends_the_run(&self) -> bool {
        match self {
            Self::Unauthorized(_)
            | Self::RateLimited { .. }
            | Self::Connect { .. }
            | Self::Tls { .. }
            | Self::Redirect { .. } => true,
            Self::Unanswered { last } => last.ends_the_run(),
            Self::MaybeCreated { source, .. } => source.ends_the_run(),
            _ => false,
        }
    }

    /// What to try next, as a sentence fragment.
    pub fn hint(&self) -> Option<String> {
        let fixed = match self {
            Self::Unauthorized(_) => {
                "check the account SID and the auth token (or API key) with `trctl profile show \
                 --origin`; a regional host needs credentials of its region"
            }
            Self::Forbidden(_) => {
                "use the account's auth token or an API key with the rights for this call"
            }
            Self::PreconditionFailed(_) => {
                "run the command again; it reads the present state first"
            }
            Self::RateLimited { .. } => {
                "wait a minute, or run again with a smaller `--concurrency`; see who else uses the \
                 account"
            }
            Self::Timeout { .. } => "try again, or allow more time with `--timeout`",
            Self::Connect { host, .. } if is_loopback(host) => {
                "is the emulator running? start it with `trctl emulator start`, or check `--base-url`"
            }
            Self::Connect { .. } => {
                "check the network, the proxy variables (`HTTPS_PROXY`, `NO_PROXY`) and `--base-url`"
            }
            Self::Tls { .. } => {
                "if a company proxy or a private server answers, name its CA file in `SSL_CERT_FILE`; \
                 a server without TLS needs a `--base-url` that starts with `http://`"
            }
            Self::MaybeCreated { what, .. } => {
                return Some(format!(
                    "if it was, {} shows it (`--since 5m` narrows it down); create it again only \
                     if it is not there",
                    lister::of_noun(what)
                ));
            }
            Self::Unanswered { .. } => "the change may have been made; look before you repeat it",
            Self::Broken { method, .. } if *method != "GET" => {
                "the change may have been made; look before you repeat it"
            }
            Self::Broken { .. } => "try again",
            Self::NotJson { .. } | Self::Decode { .. } | Self::Redirect { .. } => {
                "does `--base-url` point at Twilio or an emulator? `-vv` shows the whole exchange"
            }
            Self::ForeignPageLink { .. } => {
                "nothing was sent there; a server behind a proxy must build its links from the public \
                 host"
            }
            Self::ForeignUrl { .. } => {
                "the credentials would be seen there; give a path, such as `/v1/Workspaces`, or a \
                 URL below https://…twilio.com or below `--base-url`"
            }
            Self::NoSuchName { suggestions, .. } if !suggestions.is_empty() => {
                return Some(format!("did you mean {}?", either(suggestions)));
            }
            Self::NoSuchName { kind, .. } => return Some(see(&lister::of_noun(kind))),
            Self::NotFound(refusal) => return Some(see(&lister::of_path(&refusal.path))),
            Self::Ambiguous { .. } => "use the SID of the one you mean",
            Self::Api(refusal) => {
                return refusal.more_info.as_ref().map(|page| format!("see {page}"));
            }
            Self::Sid(error) => {
                return Some(format!(
                    "look the right one up with {}",
                    lister::of_noun(error.expected())
                ));
            }
            Self::Setup { .. } | Self::TooLarge { .. } | Self::PageLoop { .. } => return None,
        };
        Some(fixed.to_owned())
    }
}

fn see(lister: &str) -> String {
    format!("see what there is with {lister}; is it the right workspace?")
}

fn patience_of(attempts: u32, waited: Duration, asked: Option<Duration>) -> String {
    match (asked, attempts) {
        (Some(asked), 1) => format!(
            "and asks to wait {} s, too long to wait here",
            asked.as_secs()
        ),
        (_, 1) => "once".to_owned(),
        _ => format!("{attempts} times in {} s", waited.as_secs()),
    }
}

fn either(names: &[String]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(" or ")
}

/// Whether a `host:port` is this machine.
fn is_loopback(authority: &str) -> bool {
    let host = authority
        .rsplit_once(':')
        .map_or(authority, |(host, _)| host);
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || bare
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
