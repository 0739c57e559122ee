//! What can be wrong with settings.

use std::path::PathBuf;

use crate::model::sid::AccountSid;

use super::{Origin, Setting};

/// A setting is missing or wrong. Never carries a secret.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file exists and cannot be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file cannot be written.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The profile file is not what it should be.
    #[error("`{}` line {line}: {message}", path.display())]
    Config {
        /// Which file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// A line of the `.env` file cannot be understood.
    #[error("`{}` line {line} is not `NAME=value`", path.display())]
    DotEnv {
        /// Which file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
    },
    /// Neither a home directory nor `TRCTL_CONFIG` says where profiles are kept.
    #[error("there is no home directory to keep profiles in")]
    NoHome,
    /// No profile has this name.
    #[error("there is no profile `{name}`{}", known_profiles(known))]
    UnknownProfile {
        /// The name that was asked for.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// The profile is not one of the profile file's.
    #[error("profile `{name}` is {what} and cannot be removed")]
    NotStored {
        /// Its name.
        name: String,
        /// Whose it is.
        what: &'static str,
    },
    /// A value is not valid.
    #[error("{name} `{value}` ({origin}) is not valid: {reason}")]
    Invalid {
        /// Name of the setting.
        name: &'static str,
        /// What it is set to; never a secret.
        value: String,
        /// Who said so.
        origin: Origin,
        /// What it should be.
        reason: String,
    },
    /// No secret was found anywhere.
    #[error("no Twilio credentials: neither an auth token nor an API key is set")]
    NoCredentials,
    /// A secret was found but no account.
    #[error("no account SID: {origin} has {what} and nothing names its account")]
    NoAccount {
        /// What was found.
        what: &'static str,
        /// Where.
        origin: Origin,
    },
    /// Half of an API key.
    #[error("{present} is set ({origin}) but {missing} is not")]
    HalfPair {
        /// The half that is there.
        present: &'static str,
        /// Where it is.
        origin: Origin,
        /// The half that is not.
        missing: &'static str,
    },
    /// The account that was asked for is not the one there is a secret for.
    #[error(
        "account {} is asked for ({}), but the only credentials are for {} ({})",
        .0.wanted.value, .0.wanted.origin, .0.found.value, .0.found.origin
    )]
    OtherAccount(Box<OtherAccount>),
    /// The credential command did not deliver.
    #[error("the credential_command of profile `{profile}` {problem}")]
    Command {
        /// The profile it belongs to.
        profile: String,
        /// What happened, without its output.
        problem: String,
        /// Why it could not be started.
        source: Option<std::io::Error>,
    },
}

/// Two accounts where one was meant.
#[derive(Debug, Clone)]
pub struct OtherAccount {
    /// The account with precedence.
    pub wanted: Setting<AccountSid>,
    /// The account of the secret.
    pub found: Setting<AccountSid>,
}

impl Error {
    /// What to type next.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::UnknownProfile { .. } => {
                "`trctl profile list` shows the profiles, `trctl profile add NAME` makes one"
            }
            Self::NoCredentials => {
                "`trctl profile add NAME` stores them; or set TWILIO_ACCOUNT_SID and \
                 TWILIO_AUTH_TOKEN; or try `--profile emulator` with `trctl emulator start`"
            }
            Self::NoAccount { .. } => "set TWILIO_ACCOUNT_SID (`AC…`) beside it",
            Self::OtherAccount(_) => {
                "`trctl profile show --origin` tells where each value comes from; name the profile \
                 with `--profile`, or set the token beside the account SID"
            }
            Self::HalfPair { .. } => {
                "`trctl profile show --origin` tells where each value comes from"
            }
            Self::DotEnv { .. } => "put the value in quotes, or start the line with `#`",
            Self::NoHome => "set HOME, or TRCTL_CONFIG to the path of a file",
            Self::Config { .. } => {
                "correct the file, or point TRCTL_CONFIG at another while you do"
            }
            // These name the place that has to be mended themselves.
            Self::Invalid { .. }
            | Self::NotStored { .. }
            | Self::Read { .. }
            | Self::Write { .. }
            | Self::Command { .. } => return None,
        };
        Some(hint.to_owned())
    }
}

fn known_profiles(known: &[String]) -> String {
    format!(" (there are: {})", known.join(", "))
}
