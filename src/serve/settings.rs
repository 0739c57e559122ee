//! The `[serve]` section of the settings file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, de};
use url::Url;

use super::access::{PasswordHash, Role};
use super::agent::AgentSettings;
use super::network::Network;
use super::policy::PolicySettings;
use super::register::RegisterSettings;
use crate::cli::Age;
use crate::settings::{is_loopback, plain_url};

/// The port of a server that was not told another one.
pub const DEFAULT_PORT: u16 = 8000;

/// What `trctl serve` is told by the settings file.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServeSettings {
    /// Address to listen on.
    pub bind: IpAddr,
    /// Port to listen on; 0 takes a free one.
    pub port: u16,
    /// The URL under which Twilio and browsers reach the server: scheme, host, a port that is not
    /// the scheme's own, and the path that a proxy takes off before it hands a request on.
    #[serde(deserialize_with = "public_url")]
    pub public_url: Option<PublicUrl>,
    /// Addresses and networks of proxies whose `X-Forwarded-*` headers are believed.
    pub trusted_proxies: Vec<Network>,
    /// The file of the event store; `events.db` in the state directory when nothing else is said.
    pub store: Option<PathBuf>,
    /// Where a day begins, as in `Europe/Berlin`; the system's when nothing else is said.
    #[serde(deserialize_with = "time_zone")]
    pub time_zone: Option<TimeZone>,
    /// How often a server that takes in what was missed looks for more of it.
    #[serde(deserialize_with = "span")]
    pub backfill_every: Duration,
    /// How much of everything.
    pub limits: Limits,
    /// How long callers may wait.
    pub service_level: ServiceLevel,
    /// People who may read, by name, with a password.
    pub users: BTreeMap<String, User>,
    /// Programs that may read, by name, with a token.
    pub tokens: BTreeMap<String, Token>,
    /// Workers who work in the browser.
    pub agents: AgentSettings,
    /// What happens by itself after a call.
    pub policy: PolicySettings,
    /// What is pointed at the server.
    pub register: RegisterSettings,
}

impl Default for ServeSettings {
    fn default() -> Self {
        Self {
            bind: Ipv4Addr::LOCALHOST.into(),
            port: DEFAULT_PORT,
            public_url: None,
            trusted_proxies: Vec::new(),
            store: None,
            time_zone: None,
            backfill_every: Duration::from_mins(10),
            limits: Limits::default(),
            service_level: ServiceLevel::default(),
            users: BTreeMap::new(),
            tokens: BTreeMap::new(),
            agents: AgentSettings::default(),
            policy: PolicySettings::default(),
            register: RegisterSettings::default(),
        }
    }
}

/// How much of everything, and how long. Spans are texts like `10s` or numbers of seconds.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Connections at the same time; more wait to be accepted.
    pub connections: usize,
    /// Readers that are kept up to date by `/events/stream` and its like at the same time.
    pub streams: usize,
    /// Bytes of a form, headers not counted.
    pub form_bytes: usize,
    /// Bytes of a batch of events.
    pub batch_bytes: usize,
    /// How long a request's head may take, from its first byte.
    #[serde(deserialize_with = "span")]
    pub header_timeout: Duration,
    /// How long a request's body may take.
    #[serde(deserialize_with = "span")]
    pub body_timeout: Duration,
    /// How long a connection is kept without a request. Longer than the proxy in front keeps it, or
    /// the proxy sends a request into a connection that is being closed.
    #[serde(deserialize_with = "span")]
    pub idle_timeout: Duration,
    /// How long a client may read nothing of its answer.
    #[serde(deserialize_with = "span")]
    pub write_timeout: Duration,
    /// How long requests under way may take once the server is told to end.
    #[serde(deserialize_with = "span")]
    pub shutdown_timeout: Duration,
    /// Failed log-ins a minute, of one address and for one name.
    pub failed_logins: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            streams: 256,
            form_bytes: 64 * 1024,
            batch_bytes: 4 * 1024 * 1024,
            header_timeout: Duration::from_secs(10),
            body_timeout: Duration::from_secs(10),
            idle_timeout: Duration::from_secs(75),
            write_timeout: Duration::from_secs(30),
            shutdown_timeout: Duration::from_secs(10),
            failed_logins: 10,
        }
    }
}

/// Within which time a task is to be accepted.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServiceLevel {
    /// Of queues that are not named.
    #[serde(deserialize_with = "span")]
    pub default: Duration,
    /// By the queue's name.
    #[serde(deserialize_with = "spans")]
    pub queues: BTreeMap<String, Duration>,
    /// How many tasks, in per cent, are to be accepted within their time.
    pub target: u8,
}

impl Default for ServiceLevel {
    fn default() -> Self {
        Self {
            default: Duration::from_mins(2),
            queues: BTreeMap::new(),
            target: 80,
        }
    }
}

impl ServiceLevel {
    /// The threshold of the queue with this name.
    pub fn of(&self, queue: &str) -> Duration {
        self.queues.get(queue).copied().unwrap_or(self.default)
    }
}

/// Somebody with a password.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// What `trctl serve password` printed.
    pub password: PasswordHash,
    /// What they may.
    pub role: Role,
    /// The only teams they see.
    #[serde(default)]
    pub teams: BTreeSet<String>,
    /// The only queues they see, by name.
    #[serde(default)]
    pub queues: BTreeSet<String>,
}

/// Something with a token.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Token {
    /// What `trctl serve password --token NAME` printed.
    pub token: PasswordHash,
    /// What it may.
    pub role: Role,
    /// The only teams it sees.
    #[serde(default)]
    pub teams: BTreeSet<String>,
    /// The only queues it sees, by name.
    #[serde(default)]
    pub queues: BTreeSet<String>,
}

impl ServeSettings {
    /// What is wrong beyond what the file's syntax shows, as sentences without an end.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let accounts =
            self.users
                .iter()
                .map(|(name, user)| ("users", name, user.role, &user.teams, &user.queues))
                .chain(self.tokens.iter().map(|(name, token)| {
                    ("tokens", name, token.role, &token.teams, &token.queues)
                }));
        for (kind, name, role, teams, queues) in accounts {
            if name.is_empty() || name.contains([':', '.']) || name.chars().any(char::is_control) {
                problems.push(format!(
                    "[serve.{kind}] has the name `{}`: a name has neither `:` nor `.`",
                    name.escape_default()
                ));
            }
            if role == Role::Admin && !(teams.is_empty() && queues.is_empty()) {
                problems.push(format!(
                    "[serve.{kind}.{name}] is an admin and sees everything: `teams` and `queues` \
                     are for a viewer or a lead"
                ));
            }
        }
        let limits = &self.limits;
        for (name, zero) in [
            ("connections", limits.connections == 0),
            ("streams", limits.streams == 0),
            ("form_bytes", limits.form_bytes == 0),
            ("batch_bytes", limits.batch_bytes == 0),
            ("header_timeout", limits.header_timeout.is_zero()),
            ("body_timeout", limits.body_timeout.is_zero()),
            ("idle_timeout", limits.idle_timeout.is_zero()),
            ("write_timeout", limits.write_timeout.is_zero()),
            ("failed_logins", limits.failed_logins == 0),
        ] {
            if zero {
                problems.push(format!("[serve.limits] {name} must be above 0"));
            }
        }
        if self.backfill_every.is_zero() {
            problems.push("[serve] backfill_every must be above 0".to_owned());
        }
        let target = self.service_level.target;
        if !(1..=100).contains(&target) {
            problems.push(format!(
                "[serve.service_level] target ({target}) must be a percentage from 1 to 100"
            ));
        }
        problems.extend(self.agents.problems());
        problems.extend(self.policy.problems());
        if limits.streams >= limits.connections {
            problems.push(format!(
                "[serve.limits] streams ({}) must be below connections ({}), or readers leave \
                 nothing for Twilio",
                limits.streams, limits.connections
            ));
        }
        problems
    }
}

/// A URL as the public writes it, kept as text: signatures are made over characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    text: String,
    https: bool,
}

impl PublicUrl {
    /// Without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is encrypted on the way to the proxy.
    pub const fn is_https(&self) -> bool {
        self.https
    }

    /// The path that a proxy takes off, such as `/twilio`; empty without one.
    pub fn path(&self) -> &str {
        &self.text[self.origin().len()..]
    }

    /// Whether it leads nowhere but to this machine.
    pub fn is_loopback(&self) -> bool {
        Url::parse(&self.text).is_ok_and(|url| is_loopback(&url))
    }

    /// `scheme://host[:port]`, as browsers write an origin.
    pub fn origin(&self) -> &str {
        let start = self.text.find("://").map_or(0, |place| place + 3);
        let end = self.text[start..].find('/');
        &self.text[..end.map_or(self.text.len(), |end| start + end)]
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let url = plain_url(text)?;
        Ok(Self {
            text: text.trim_end_matches('/').to_owned(),
            https: url.scheme() == "https",
        })
    }
}

fn public_url<'de, D: Deserializer<'de>>(decoder: D) -> Result<Option<PublicUrl>, D::Error> {
    let text = String::deserialize(decoder)?;
    text.parse().map(Some).map_err(de::Error::custom)
}

fn time_zone<'de, D: Deserializer<'de>>(decoder: D) -> Result<Option<TimeZone>, D::Error> {
    let name = String::deserialize(decoder)?;
    TimeZone::get(&name).map(Some).map_err(|_| {
        de::Error::custom(format!(
            "there is no time zone `{name}`; write one like `Europe/Berlin`"
        ))
    })
}

/// A span of time in the settings: a text, or a whole number of seconds.
struct Span(Duration);

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Seconds(u64),
            Text(String),
        }

        let wrong = || de::Error::custom("write a span like `10s`, or a number of seconds");
        match Written::deserialize(decoder).map_err(|_| wrong())? {
            Written::Seconds(seconds) => Ok(Self(Duration::from_secs(seconds))),
            Written::Text(text) => {
                let Age(span) = text.parse().map_err(de::Error::custom)?;
                Duration::try_from(span).map(Self).map_err(|_| wrong())
            }
        }
    }
}

pub(super) fn span<'de, D: Deserializer<'de>>(decoder: D) -> Result<Duration, D::Error> {
    Span::deserialize(decoder).map(|Span(span)| span)
}

fn spans<'de, D: Deserializer<'de>>(decoder: D) -> Result<BTreeMap<String, Duration>, D::Error> {
    let spans = BTreeMap::<String, Span>::deserialize(decoder)?;
    Ok(spans
        .into_iter()
        .map(|(name, Span(span))| (name, span))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str) -> Result<ServeSettings, String> {
        toml_edit::de::from_str(text).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn nothing_said_is_loopback_with_bounds() {
        let settings = decode("").unwrap();
        assert!(settings.bind.is_loopback());
        assert_eq!(settings.port, 8000);
        assert_eq!(settings.service_level.of("Support").as_secs(), 120);
        assert_eq!(settings.problems(), Vec::<String>::new());
    }

    #[test]
    fn every_key_is_read() {
        let settings = decode(
            r#"
            bind = "0.0.0.0"
            port = 8080
            public_url = "https://voice.example.com/twilio/"
            trusted_proxies = ["10.0.0.0/8", "::1"]
            store = "/var/lib/trctl/events.db"
            time_zone = "Europe/Berlin"
            [limits]
            connections = 10
            streams = 2
            form_bytes = 1024
            batch_bytes = 2048
            header_timeout = "200ms"
            body_timeout = 3
            idle_timeout = "1m"
            write_timeout = "4s"
            shutdown_timeout = 0
            failed_logins = 3
            [service_level]
            default = "90s"
            queues = { Support = 60 }
            target = 90
            [users.anna]
            password = "$argon2id$v=19$m=8,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw"
            role = "lead"
            teams = ["North"]
            [tokens.grafana]
            token = "$argon2id$v=19$m=8,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw"
            role = "viewer"
            queues = ["Support"]
            "#,
        )
        .unwrap();
        let url = settings.public_url.as_ref().unwrap();
        assert_eq!(url.as_str(), "https://voice.example.com/twilio");
        assert_eq!(url.origin(), "https://voice.example.com");
        assert_eq!(url.path(), "/twilio");
        assert!(!url.is_loopback());
        assert!(
            "http://[::1]:8000"
                .parse::<PublicUrl>()
                .unwrap()
                .is_loopback()
        );
        assert_eq!(settings.limits.header_timeout.as_millis(), 200);
        assert_eq!(settings.limits.body_timeout.as_secs(), 3);
        assert_eq!(settings.service_level.of("Support").as_secs(), 60);
        assert_eq!(settings.service_level.of("Sales").as_secs(), 90);
        assert_eq!(settings.service_level.target, 90);
        assert!(settings.users["anna"].teams.contains("North"));
        assert_eq!(settings.problems(), Vec::<String>::new());
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, wanted) in [
            ("colour = 1", "unknown field `colour`"),
            ("public_url = \"ftp://x\"", "it must start with `http://`"),
            (
                "public_url = \"https://me:pw@x\"",
                "credentials do not belong in it",
            ),
            ("trusted_proxies = [\"10.0.0.0/33\"]", "`10.0.0.0/33`"),
            (
                "time_zone = \"Mars/North\"",
                "there is no time zone `Mars/North`",
            ),
            ("limits.idle_timeout = \"soon\"", "write a span of time"),
            (
                "users.anna = { password = \"hunter2\", role = \"lead\" }",
                "trctl serve password",
            ),
            (
                "tokens.a = { token = \"x\", role = \"boss\" }",
                "trctl serve password",
            ),
        ] {
            let error = decode(text).unwrap_err();
            assert!(error.contains(wanted), "{text}: {error}");
            assert!(!error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn contradictions_are_listed_together() {
        let settings = decode(
            r#"
            [limits]
            connections = 4
            failed_logins = 0
            [service_level]
            target = 101
            [users."an:na"]
            password = "$argon2id$v=19$m=8,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw"
            role = "admin"
            teams = ["North"]
            "#,
        )
        .unwrap();
        let problems = settings.problems();
        assert_eq!(problems.len(), 5, "{problems:#?}");
    }
}
