//! Where a setting came from.

use std::fmt;
use std::path::PathBuf;

/// Where a value came from, in the words of the person who set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A flag of this command line, with its dashes.
    Flag(&'static str),
    /// A variable of the environment.
    Env(&'static str),
    /// A variable in a `.env` file.
    DotEnv(PathBuf, &'static str),
    /// A profile of the profile file.
    Profile(String, PathBuf),
    /// The output of a profile's `credential_command`.
    Command(String, PathBuf),
    /// A profile of twilio-cli.
    TwilioCli(String),
    /// A profile that is part of trctl.
    BuiltIn(&'static str),
    /// Nobody set it.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(formatter, "flag {name}"),
            Self::Env(name) => write!(formatter, "environment {name}"),
            Self::DotEnv(path, name) => write!(formatter, "{name} in {}", path.display()),
            Self::Profile(name, path) => {
                write!(formatter, "profile {name} in {}", path.display())
            }
            Self::Command(name, path) => write!(
                formatter,
                "credential_command of profile {name} in {}",
                path.display()
            ),
            Self::TwilioCli(name) => write!(formatter, "twilio-cli profile {name}"),
            Self::BuiltIn(name) => write!(formatter, "built-in profile {name}"),
            Self::Default => formatter.write_str("default"),
        }
    }
}

/// A value and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub origin: Origin,
}

impl<T> Setting<T> {
    /// A value with its origin.
    pub const fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// A value nobody set.
    pub const fn default_of(value: T) -> Self {
        Self::new(value, Origin::Default)
    }
}
