//! What lies outside: flags, environment, directories. Read once, handed in.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The settings given on the command line.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `--profile`
    pub profile: Option<String>,
    /// `--workspace`
    pub workspace: Option<String>,
    /// `--base-url`
    pub base_url: Option<String>,
    /// `--output`
    pub output: Option<String>,
    /// `--page-size`
    pub page_size: Option<String>,
    /// `--timeout`
    pub timeout: Option<String>,
    /// `--color`
    pub color: Option<String>,
}

/// Everything settings are decided from.
#[derive(Clone, Default)]
pub struct Sources {
    /// The command line.
    pub flags: Flags,
    /// The environment; variables that are not UTF-8 are absent.
    pub environment: BTreeMap<String, String>,
    /// The working directory, which may hold a `.env`.
    pub directory: PathBuf,
    /// The user's home.
    pub home: Option<PathBuf>,
}

// The environment holds tokens: keep it out of every debug print.
impl std::fmt::Debug for Sources {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Sources")
            .field("flags", &self.flags)
            .field("directory", &self.directory)
            .field("home", &self.home)
            .finish_non_exhaustive()
    }
}

impl Sources {
    /// The sources of this process.
    pub fn of_process(flags: Flags) -> Self {
        Self {
            flags,
            environment: std::env::vars_os()
                .filter_map(|(name, value)| {
                    Some((name.into_string().ok()?, value.into_string().ok()?))
                })
                .collect(),
            directory: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            home: etcetera::home_dir().ok(),
        }
    }

    /// A variable of the environment; an empty one counts as unset.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.environment
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// The profile file: `TRCTL_CONFIG`, else `trctl/config.toml` under the XDG configuration
    /// directory. `None` without a home.
    pub fn config_file(&self) -> Option<PathBuf> {
        if let Some(path) = self.variable("TRCTL_CONFIG") {
            return Some(self.directory.join(path));
        }
        Some(
            self.xdg("XDG_CONFIG_HOME", ".config")?
                .join("trctl/config.toml"),
        )
    }

    /// Where trctl keeps what it should not lose, such as journals: `trctl` under the XDG state
    /// directory. `None` without a home.
    pub fn state_directory(&self) -> Option<PathBuf> {
        Some(self.xdg("XDG_STATE_HOME", ".local/state")?.join("trctl"))
    }

    /// Where trctl keeps what it can do without: `trctl` under the XDG cache directory. `None`
    /// without a home.
    pub fn cache_directory(&self) -> Option<PathBuf> {
        Some(self.xdg("XDG_CACHE_HOME", ".cache")?.join("trctl"))
    }

    /// twilio-cli's profile file.
    pub(super) fn twilio_cli_file(&self) -> Option<PathBuf> {
        Some(self.home.as_ref()?.join(".twilio-cli/config.json"))
    }

    // The XDG specification tells to ignore relative paths.
    fn xdg(&self, variable: &str, fallback: &str) -> Option<PathBuf> {
        self.variable(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| Some(self.home.as_ref()?.join(fallback)))
    }
}
