//! Settings: every value a user can configure, decided in one place.
//!
//! A value is taken from the first layer that has it:
//!
//! 1. a flag;
//! 2. the profile, when it was named by `--profile`;
//! 3. `TRCTL_*` in the environment;
//! 4. the profile, when it was named by `TRCTL_PROFILE`;
//! 5. `TWILIO_*`, then the names of older programs (see [`names`]);
//! 6. the same names in the `.env` file of the working directory;
//! 7. the current profile of `config.toml`, or twilio-cli's active one when there is none.
//!
//! A profile ranks where it was named, so `--profile staging` is not overruled by credentials that
//! happen to be exported. Credentials are a set and never mixed from two accounts: see
//! [`credentials`]. Nothing here reads the process: what is outside comes in as [`Sources`].

pub mod credentials;
pub mod emulator;
mod error;
mod layers;
pub mod names;
mod origin;
pub(crate) mod private;
pub mod profiles;
pub mod section;
mod sources;
mod twilio_cli;
mod variable;

use std::time::Duration;

use secrecy::SecretString;
use url::Url;

use crate::model::sid::AccountSid;

pub use credentials::{Credentials, Secret};
pub use error::{Error, OtherAccount};
pub use origin::{Origin, Setting};
pub use sources::{Flags, Sources};
pub use variable::variable;

use layers::{Layers, Place};
use names::Key;

/// Largest page Twilio serves, and the default: fewer, larger requests are always faster.
pub const LARGEST_PAGE: u16 = 1000;

/// Seconds a request may take when nothing else is set.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);

/// Every decided value, each with its origin. Credentials are decided here and fetched by
/// [`Settings::credentials`], because a `credential_command` may have to run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The profile in use, if any.
    pub profile: Option<Setting<String>>,
    /// The account.
    pub account_sid: Option<Setting<AccountSid>>,
    /// Workspace, by name or SID.
    pub workspace: Option<Setting<String>>,
    /// Replaces the host of every request.
    pub base_url: Option<Setting<Url>>,
    /// Twilio edge location, such as `sydney`.
    pub edge: Option<Setting<String>>,
    /// Twilio region, such as `au1`.
    pub region: Option<Setting<String>>,
    /// Name of the output format; `output` knows which there are.
    pub output: Setting<String>,
    /// Records per page, 1 to 1000.
    pub page_size: Setting<u16>,
    /// How long one request may take.
    pub timeout: Setting<Duration>,
    /// `auto`, `always` or `never`.
    pub color: Setting<String>,
    /// What the user should know about how these were decided; no secrets in it.
    pub warnings: Vec<String>,
    secret: credentials::Found,
    token_beside: Option<SecretString>,
}

impl Settings {
    /// Decides every setting.
    ///
    /// # Errors
    /// A file that cannot be read or parsed, an unknown profile, or a value that is not valid; the
    /// error names where the value came from. Missing credentials are no error until they are
    /// asked for.
    pub fn resolve(sources: &Sources) -> Result<Self, Error> {
        let mut layers = Layers::read(sources)?;
        let mut warnings = std::mem::take(&mut layers.warnings);
        warnings.extend(layers.contradictions());

        let (account_sid, secret) = credentials::decide(&layers, &mut warnings)?;
        let token_beside = credentials::token_beside(&layers);
        layers.leave_foreign_profile_aside(account_sid.as_ref(), &secret, &mut warnings);

        let base_url = layers.parse(Key::BaseUrl, plain_url)?;
        if let Some(url) = &base_url
            && url.value.scheme() == "http"
            && !is_loopback(&url.value)
        {
            warnings.push(format!(
                "`{}` ({}) is not encrypted: credentials are readable on the way",
                url.value, url.origin
            ));
        }
        Ok(Self {
            profile: layers.profile_name(),
            account_sid,
            workspace: layers.text(Key::Workspace),
            base_url,
            edge: layers.parse(Key::Edge, parse_host_label)?,
            region: layers.parse(Key::Region, parse_host_label)?,
            output: layers
                .text(Key::Output)
                .unwrap_or_else(|| Setting::default_of("table".to_owned())),
            page_size: layers
                .parse(Key::PageSize, parse_page_size)?
                .unwrap_or(Setting::default_of(LARGEST_PAGE)),
            timeout: layers
                .parse(Key::Timeout, parse_timeout)?
                .unwrap_or(Setting::default_of(DEFAULT_TIMEOUT)),
            color: layers
                .parse(Key::Color, parse_color)?
                .unwrap_or_else(|| Setting::default_of("auto".to_owned())),
            warnings,
            secret,
            token_beside,
        })
    }

    /// The credentials; runs the profile's `credential_command` if that is where they are.
    ///
    /// # Errors
    /// None were given, half of a pair is missing, or the command failed.
    pub fn credentials(&self) -> Result<Credentials, Error> {
        self.secret.fetch(self.account_sid.as_ref())
    }

    /// The account's auth token among these credentials. An API key opens the account as well, but
    /// Twilio signs its webhooks with the token: it counts when it stands where the key does.
    pub fn auth_token(&self, credentials: &Credentials) -> Option<SecretString> {
        match &credentials.secret {
            Secret::AuthToken(token) => Some(token.clone()),
            Secret::ApiKey(..) => self.token_beside.clone(),
        }
    }

    /// Whether [`Settings::credentials`] runs a command, which may ask its user something.
    pub const fn secret_needs_command(&self) -> bool {
        self.secret.needs_command()
    }

    /// Where the secret comes from and what kind it is, without fetching it.
    pub fn secret_origin(&self) -> Option<(&'static str, &Origin)> {
        self.secret.describe()
    }
}

/// Checks a value as [`Settings::resolve`] will when it is used.
///
/// # Errors
/// The value is not valid for the setting.
pub fn check(key: Key, value: &str, origin: Origin) -> Result<(), Error> {
    let verdict = match key {
        Key::BaseUrl => plain_url(value).map(|_| ()),
        Key::Edge | Key::Region => parse_host_label(value).map(|_| ()),
        Key::PageSize => parse_page_size(value).map(|_| ()),
        Key::Timeout => parse_timeout(value).map(|_| ()),
        Key::Color => parse_color(value).map(|_| ()),
        Key::AccountSid
        | Key::AuthToken
        | Key::ApiKey
        | Key::ApiSecret
        | Key::CredentialCommand
        | Key::Workspace
        | Key::Output => Ok(()),
    };
    verdict.map_err(|reason| Error::Invalid {
        name: key.name(),
        value: value.to_owned(),
        origin,
        reason,
    })
}

/// A URL of a host, with nothing but a path behind it.
///
/// # Errors
/// It is none; the text says why.
pub(crate) fn plain_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|cause| format!("it is not a URL ({cause})"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err("it must start with `http://` or `https://` and name a host".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("credentials do not belong in it".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("it must not have a query or a fragment".to_owned());
    }
    Ok(url)
}

/// Whether a URL stays on this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Edge and region become part of a host name that credentials are sent to.
fn parse_host_label(text: &str) -> Result<String, String> {
    let label = text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if label {
        Ok(text.to_owned())
    } else {
        Err("it must consist of letters, digits and hyphens, like `au1` or `sydney`".to_owned())
    }
}

fn parse_page_size(text: &str) -> Result<u16, String> {
    match text.parse() {
        Ok(size @ 1..=LARGEST_PAGE) => Ok(size),
        _ => Err(format!("it must be a number from 1 to {LARGEST_PAGE}")),
    }
}

fn parse_timeout(text: &str) -> Result<Duration, String> {
    let span = text.parse::<u64>().map(Duration::from_secs).or_else(|_| {
        text.parse::<jiff::SignedDuration>()
            .map_err(|_| ())
            .and_then(|span| Duration::try_from(span).map_err(|_| ()))
    });
    match span {
        Ok(span) if !span.is_zero() => Ok(span),
        _ => Err("it must be a time like `30s`, or a number of seconds above 0".to_owned()),
    }
}

fn parse_color(text: &str) -> Result<String, String> {
    if matches!(text, "auto" | "always" | "never") {
        Ok(text.to_owned())
    } else {
        Err("it must be `auto`, `always` or `never`".to_owned())
    }
}

#[cfg(test)]
mod tests;
