//! The names of every setting: its key in `config.toml` and its environment variables.
//!
//! Variables rank in [`Tier`]s. `TRCTL_*` overrules the others on purpose; two names below it that
//! say different things contradict each other, and the user is warned. A `Bare` name is not
//! Twilio's own (`AUTH_TOKEN` may belong to anything), so it counts only beside an account SID or
//! when its value cannot be anything else.

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// `AC…`
    AccountSid,
    /// The account's primary secret.
    AuthToken,
    /// `SK…`
    ApiKey,
    /// The API key's secret.
    ApiSecret,
    /// A command that prints the secret.
    CredentialCommand,
    /// Workspace name or SID.
    Workspace,
    /// One base URL for all hosts.
    BaseUrl,
    /// Edge location.
    Edge,
    /// Region.
    Region,
    /// Output format.
    Output,
    /// Records per page.
    PageSize,
    /// Time a request may take.
    Timeout,
    /// Colour.
    Color,
}

impl Key {
    /// Every key, in the order of a profile.
    pub const ALL: &'static [Self] = &[
        Self::AccountSid,
        Self::AuthToken,
        Self::ApiKey,
        Self::ApiSecret,
        Self::CredentialCommand,
        Self::Workspace,
        Self::BaseUrl,
        Self::Edge,
        Self::Region,
        Self::Output,
        Self::PageSize,
        Self::Timeout,
        Self::Color,
    ];

    /// The name in `config.toml` and in `profile show`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccountSid => "account_sid",
            Self::AuthToken => "auth_token",
            Self::ApiKey => "api_key",
            Self::ApiSecret => "api_secret",
            Self::CredentialCommand => "credential_command",
            Self::Workspace => "workspace",
            Self::BaseUrl => "base_url",
            Self::Edge => "edge",
            Self::Region => "region",
            Self::Output => "output",
            Self::PageSize => "page_size",
            Self::Timeout => "timeout",
            Self::Color => "color",
        }
    }

    /// Whether its value must never be shown.
    pub const fn is_secret(self) -> bool {
        matches!(self, Self::AuthToken | Self::ApiSecret)
    }
}

/// Rank of an environment variable among those of the same setting, first wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// `TRCTL_*`
    Trctl,
    /// `TWILIO_*`, and the names of the systems trctl replaces.
    Twilio,
    /// Names without a prefix.
    Bare,
}

/// The variable that names the profile.
pub const PROFILE: &str = "TRCTL_PROFILE";

/// Every variable, in order of rank within its setting.
pub const VARIABLES: &[(Key, Tier, &str)] = &[
    (Key::AccountSid, Tier::Trctl, "TRCTL_ACCOUNT_SID"),
    (Key::AccountSid, Tier::Twilio, "TWILIO_ACCOUNT_SID"),
    (Key::AccountSid, Tier::Twilio, "TR_ACCOUNT_SID"),
    (Key::AccountSid, Tier::Bare, "ACCOUNT_SID"),
    (Key::AccountSid, Tier::Bare, "ACCOUNT_ID"),
    (Key::AuthToken, Tier::Trctl, "TRCTL_AUTH_TOKEN"),
    (Key::AuthToken, Tier::Twilio, "TWILIO_AUTH_TOKEN"),
    (Key::AuthToken, Tier::Twilio, "TR_AUTH_TOKEN"),
    (Key::AuthToken, Tier::Bare, "AUTH_TOKEN"),
    (Key::ApiKey, Tier::Trctl, "TRCTL_API_KEY"),
    (Key::ApiKey, Tier::Twilio, "TWILIO_API_KEY_SID"),
    (Key::ApiKey, Tier::Twilio, "TWILIO_API_KEY"),
    (Key::ApiKey, Tier::Bare, "API_KEY"),
    (Key::ApiSecret, Tier::Trctl, "TRCTL_API_SECRET"),
    (Key::ApiSecret, Tier::Twilio, "TWILIO_API_KEY_SECRET"),
    (Key::ApiSecret, Tier::Twilio, "TWILIO_API_SECRET"),
    (Key::ApiSecret, Tier::Bare, "API_SECRET"),
    (Key::Workspace, Tier::Trctl, "TRCTL_WORKSPACE"),
    (Key::Workspace, Tier::Twilio, "TWILIO_WORKSPACE_SID"),
    (Key::Workspace, Tier::Twilio, "WORKSPACE_SID"),
    (Key::BaseUrl, Tier::Trctl, "TRCTL_BASE_URL"),
    (Key::Edge, Tier::Trctl, "TRCTL_EDGE"),
    (Key::Edge, Tier::Twilio, "TWILIO_EDGE"),
    (Key::Region, Tier::Trctl, "TRCTL_REGION"),
    (Key::Region, Tier::Twilio, "TWILIO_REGION"),
    (Key::Output, Tier::Trctl, "TRCTL_OUTPUT"),
    (Key::PageSize, Tier::Trctl, "TRCTL_PAGE_SIZE"),
    (Key::Timeout, Tier::Trctl, "TRCTL_TIMEOUT"),
    (Key::Color, Tier::Trctl, "TRCTL_COLOR"),
];
