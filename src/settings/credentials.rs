//! Credentials: which account, and the secret that opens it.
//!
//! The two are a set. The secret is taken from the highest place that has one (environment,
//! `.env`, profile), and the account SID from the same place. When a higher place names another
//! account than the one the secret belongs to, there are no credentials for what was asked, and
//! that is an error rather than a guess. When the secret's place names no account, the account
//! comes from elsewhere: quietly between the environment and `.env`, which are made to complete
//! each other, and with a warning across the border of a profile.

use std::process::{Command, Stdio};

use secrecy::{ExposeSecret as _, SecretString};

use crate::model::sid::{AccountSid, ApiKeySid};

use super::error::OtherAccount;
use super::layers::Entry;
use super::names::Key;
use super::{Error, Layers, Origin, Place, Setting};

/// What opens an account.
#[derive(Debug, Clone)]
pub enum Secret {
    /// The account's auth token.
    AuthToken(SecretString),
    /// An API key with its secret.
    ApiKey(ApiKeySid, SecretString),
}

/// A complete set of credentials. `Debug` shows no secret.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The account.
    pub account_sid: AccountSid,
    /// What opens it.
    pub secret: Secret,
    /// Where the secret came from.
    pub origin: Origin,
}

impl Credentials {
    /// User name of Twilio's basic authentication.
    pub fn username(&self) -> String {
        match &self.secret {
            Secret::AuthToken(_) => self.account_sid.to_string(),
            Secret::ApiKey(key, _) => key.to_string(),
        }
    }

    /// Password of Twilio's basic authentication.
    pub fn password(&self) -> &SecretString {
        match &self.secret {
            Secret::AuthToken(secret) | Secret::ApiKey(_, secret) => secret,
        }
    }
}

/// What the layers say about the secret. Complaints wait here until credentials are asked for, so
/// that commands which need none work.
#[derive(Debug, Clone)]
pub(super) enum Found {
    Nothing,
    Secret(Secret, Origin),
    Command {
        command: String,
        profile: String,
        origin: Origin,
    },
    HalfPair {
        present: Key,
        origin: Origin,
        missing: Key,
    },
    OtherAccount(Box<OtherAccount>),
}

const SECRET_KEYS: [Key; 4] = [
    Key::ApiKey,
    Key::ApiSecret,
    Key::AuthToken,
    Key::CredentialCommand,
];

pub(super) fn decide(
    layers: &Layers,
    warnings: &mut Vec<String>,
) -> Result<(Option<Setting<AccountSid>>, Found), Error> {
    let wanted = layers
        .find(Key::AccountSid)
        .map(|(_, place, entry)| Ok::<_, Error>((place, parse_account(entry)?)))
        .transpose()?;
    let Some(place) = place_of_secret(layers) else {
        return Ok((wanted.map(|(_, account)| account), Found::Nothing));
    };
    let found = secret_of(layers, place, warnings)?;

    let own = layers
        .find_in(place, Key::AccountSid)
        .map(|(_, entry)| parse_account(entry))
        .transpose()?;
    match (own, wanted) {
        (Some(own), Some((_, wanted))) if own.value != wanted.value => {
            let found = Found::OtherAccount(Box::new(OtherAccount {
                wanted: wanted.clone(),
                found: own,
            }));
            Ok((Some(wanted), found))
        }
        (own, wanted) => {
            if own.is_none()
                && let Some((account_place, account)) = &wanted
                && [*account_place, place].contains(&Place::Profile)
                && let Some((what, origin)) = found.describe()
            {
                warnings.push(format!(
                    "account {} ({}) is used with the {what} of another place ({origin}); if \
                     Twilio answers 20003, they do not belong together",
                    account.value, account.origin
                ));
            }
            Ok((wanted.map(|(_, account)| account), found))
        }
    }
}

/// The highest place that has a secret.
fn place_of_secret(layers: &Layers) -> Option<Place> {
    SECRET_KEYS
        .iter()
        .filter_map(|key| layers.find(*key))
        .min_by_key(|(rank, _, _)| *rank)
        .map(|(_, place, _)| place)
}

/// The auth token that stands where the secret does, whichever of the two is used.
pub(super) fn token_beside(layers: &Layers) -> Option<SecretString> {
    let (_, token) = layers.find_in(place_of_secret(layers)?, Key::AuthToken)?;
    Some(token.text.clone())
}

/// The secret of one place: the kind whose variable ranks higher, the API key when they are equal
/// because it can be revoked alone.
fn secret_of(layers: &Layers, place: Place, warnings: &mut Vec<String>) -> Result<Found, Error> {
    let find = |key| layers.find_in(place, key);
    let key = find(Key::ApiKey);
    let key_secret = find(Key::ApiSecret);
    let token = find(Key::AuthToken);
    let rank = |found: Option<(usize, &Entry)>| found.map_or(usize::MAX, |(rank, _)| rank);
    let key_rank = rank(key).min(rank(key_secret));

    if key_rank <= rank(token) && key_rank != usize::MAX {
        match (key, key_secret) {
            (Some((_, key)), Some((_, secret))) => {
                let sid = parse_api_key(key)?;
                return Ok(Found::Secret(
                    Secret::ApiKey(sid, secret.text.clone()),
                    secret.origin.clone(),
                ));
            }
            (key, secret) => {
                let (present, missing) = if key.is_some() {
                    (Key::ApiKey, Key::ApiSecret)
                } else {
                    (Key::ApiSecret, Key::ApiKey)
                };
                let origin = key
                    .or(secret)
                    .map_or(Origin::Default, |(_, entry)| entry.origin.clone());
                if token.is_none() {
                    return Ok(Found::HalfPair {
                        present,
                        origin,
                        missing,
                    });
                }
                warnings.push(format!(
                    "{} is set ({origin}) but {} is not; the auth token is used",
                    present.name(),
                    missing.name()
                ));
            }
        }
    }
    if let Some((_, token)) = token {
        return Ok(Found::Secret(
            Secret::AuthToken(token.text.clone()),
            token.origin.clone(),
        ));
    }
    Ok(
        find(Key::CredentialCommand).map_or(Found::Nothing, |(_, entry)| {
            let (profile, origin) = match &entry.origin {
                Origin::Profile(name, path) => {
                    (name.clone(), Origin::Command(name.clone(), path.clone()))
                }
                other => (String::new(), other.clone()),
            };
            Found::Command {
                command: entry.text().to_owned(),
                profile,
                origin,
            }
        }),
    )
}

impl Found {
    /// Whether a command must run to fetch it.
    pub(super) const fn needs_command(&self) -> bool {
        matches!(self, Self::Command { .. })
    }

    pub(super) fn describe(&self) -> Option<(&'static str, &Origin)> {
        match self {
            Self::Secret(Secret::AuthToken(_), origin) => Some(("auth token", origin)),
            Self::Secret(Secret::ApiKey(..), origin) => Some(("API key", origin)),
            Self::Command { origin, .. } => Some(("credential command", origin)),
            Self::Nothing | Self::HalfPair { .. } | Self::OtherAccount(_) => None,
        }
    }

    pub(super) fn fetch(
        &self,
        account: Option<&Setting<AccountSid>>,
    ) -> Result<Credentials, Error> {
        match self {
            Self::Nothing => Err(Error::NoCredentials),
            Self::HalfPair {
                present,
                origin,
                missing,
            } => Err(Error::HalfPair {
                present: present.name(),
                origin: origin.clone(),
                missing: missing.name(),
            }),
            Self::OtherAccount(accounts) => Err(Error::OtherAccount(accounts.clone())),
            Self::Secret(secret, origin) => Ok(Credentials {
                account_sid: account
                    .ok_or_else(|| Error::NoAccount {
                        what: match secret {
                            Secret::AuthToken(_) => "an auth token",
                            Secret::ApiKey(..) => "an API key",
                        },
                        origin: origin.clone(),
                    })?
                    .value,
                secret: secret.clone(),
                origin: origin.clone(),
            }),
            Self::Command {
                command,
                profile,
                origin,
            } => {
                let output = run(command, profile)?;
                let (printed_account, secret) = read_output(&output, profile)?;
                let account_sid = match (printed_account, account) {
                    (Some(printed), Some(known)) if printed != known.value => {
                        return Err(Error::OtherAccount(Box::new(OtherAccount {
                            wanted: known.clone(),
                            found: Setting::new(printed, origin.clone()),
                        })));
                    }
                    (Some(printed), _) => printed,
                    (None, Some(known)) => known.value,
                    (None, None) => {
                        return Err(Error::NoAccount {
                            what: "a secret",
                            origin: origin.clone(),
                        });
                    }
                };
                Ok(Credentials {
                    account_sid,
                    secret,
                    origin: origin.clone(),
                })
            }
        }
    }
}

/// Runs a command line by the system's shell. Its standard error and input stay the user's: it may
/// have to ask for a passphrase.
fn run(command: &str, profile: &str) -> Result<SecretString, Error> {
    let failed = |problem: String, source| Error::Command {
        profile: profile.to_owned(),
        problem,
        source,
    };
    let mut shell = if cfg!(windows) {
        let mut shell = Command::new("cmd");
        shell.arg("/C");
        shell
    } else {
        let mut shell = Command::new("sh");
        shell.arg("-c");
        shell
    };
    let output = shell
        .arg(command)
        .stdin(Stdio::inherit())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|cause| failed("cannot be started".to_owned(), Some(cause)))?;
    if !output.status.success() {
        return Err(failed(format!("failed ({})", output.status), None));
    }
    let text = String::from_utf8(output.stdout)
        .map_err(|_| failed("printed something that is not text".to_owned(), None))?;
    Ok(text.into())
}

/// What a credential command printed: the auth token, or a JSON object with `auth_token` or with
/// `api_key` and `api_secret`, and optionally `account_sid`.
fn read_output(
    output: &SecretString,
    profile: &str,
) -> Result<(Option<AccountSid>, Secret), Error> {
    #[derive(serde::Deserialize)]
    struct Printed {
        account_sid: Option<AccountSid>,
        auth_token: Option<String>,
        api_key: Option<ApiKeySid>,
        api_secret: Option<String>,
    }

    let failed = |problem: &str| Error::Command {
        profile: profile.to_owned(),
        problem: problem.to_owned(),
        source: None,
    };
    let text = output.expose_secret().trim();
    if text.is_empty() {
        return Err(failed("printed nothing"));
    }
    if !text.starts_with('{') {
        if text.contains('\n') {
            return Err(failed(
                "printed more than one line; it must print the auth token or a JSON object",
            ));
        }
        return Ok((None, Secret::AuthToken(text.into())));
    }
    // The parser's own message may quote what it read.
    let printed: Printed = serde_json::from_str(text).map_err(|_| {
        failed(
            "printed JSON that is not an object of `account_sid`, `auth_token`, `api_key`, \
             `api_secret`",
        )
    })?;
    let secret = match (printed.api_key, printed.api_secret, printed.auth_token) {
        (Some(key), Some(secret), _) => Secret::ApiKey(key, secret.into()),
        (_, _, Some(token)) => Secret::AuthToken(token.into()),
        _ => {
            return Err(failed(
                "printed neither `auth_token` nor `api_key` with `api_secret`",
            ));
        }
    };
    Ok((printed.account_sid, secret))
}

fn parse_account(entry: &Entry) -> Result<Setting<AccountSid>, Error> {
    match entry.text().parse() {
        Ok(sid) => Ok(Setting::new(sid, entry.origin.clone())),
        Err(_) => Err(not_a_sid(Key::AccountSid, entry, "AC")),
    }
}

fn parse_api_key(entry: &Entry) -> Result<ApiKeySid, Error> {
    entry
        .text()
        .parse()
        .map_err(|_| not_a_sid(Key::ApiKey, entry, "SK"))
}

// A secret put into the wrong variable must not be printed: two characters tell a SID's kind.
fn not_a_sid(key: Key, entry: &Entry, prefix: &str) -> Error {
    Error::Invalid {
        name: key.name(),
        value: format!("{}…", entry.text().chars().take(2).collect::<String>()),
        origin: entry.origin.clone(),
        reason: format!("it must be `{prefix}` and 32 hexadecimal digits"),
    }
}
