//! How a server is set up, once flags, environment and settings file are decided.

use std::net::SocketAddr;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use secrecy::SecretString;

use super::caller::Way;
use super::flow::Flow;
use super::settings::{PublicUrl, ServeSettings};
use super::upkeep::Upkeep;
use crate::model::sid::{AccountSid, ApiKeySid, WorkspaceSid};

/// What tokens for browsers are signed with; `Debug` shows no secret.
#[derive(Debug, Clone, Default)]
pub struct Signing {
    /// For TaskRouter's capability tokens.
    pub auth_token: Option<SecretString>,
    /// For access tokens.
    pub api_key: Option<(ApiKeySid, SecretString)>,
}

/// Everything the server needs to know beside what it talks to.
#[derive(Debug, Clone)]
pub struct Config {
    /// The `[serve]` section, with what flags and environment overrule.
    pub settings: ServeSettings,
    /// The account whose webhooks come in.
    pub account: AccountSid,
    /// What callers hear and where their calls go.
    pub flow: Flow,
    /// The one workspace that is served.
    pub workspace: WorkspaceSid,
    /// The account's auth token, which webhooks are signed with; without it nothing is checked.
    pub auth_token: Option<SecretString>,
    /// What tokens for browsers are signed with.
    pub signing: Signing,
    /// The one password of all workers who have none of their own, where it is switched on.
    pub shared_by_agents: Option<SecretString>,
    /// Where a day begins.
    pub time_zone: TimeZone,
    /// The time, when it stands still.
    pub pinned_clock: Option<Timestamp>,
    /// What the server does by itself; nothing unless it is told where.
    pub upkeep: Upkeep,
    pub(crate) way: Way,
}

impl Config {
    /// A server with these settings for this workspace, which checks no signatures yet.
    pub fn new(settings: ServeSettings, account: AccountSid, workspace: WorkspaceSid) -> Self {
        let way = Way {
            public_url: settings.public_url.clone(),
            trusted: settings.trusted_proxies.clone(),
        };
        Self {
            time_zone: settings.time_zone.clone().unwrap_or_else(TimeZone::system),
            settings,
            account,
            flow: Flow::default(),
            workspace,
            auth_token: None,
            signing: Signing::default(),
            shared_by_agents: None,
            pinned_clock: None,
            upkeep: Upkeep::default(),
            way,
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        SocketAddr::new(self.settings.bind, self.settings.port)
    }

    /// Whether reading asks for no credentials when it is this machine that reads: nothing else
    /// reaches the server, not even through a proxy.
    pub fn open_to_this_machine(&self) -> bool {
        self.settings.bind.is_loopback()
            && self
                .way
                .public_url
                .as_ref()
                .is_none_or(PublicUrl::is_loopback)
            && self.way.trusted.is_empty()
    }
}
