//! Reads twilio-cli's profile file, `~/.twilio-cli/config.json`.
//!
//! Recent versions keep an API key with its secret in `profiles`; older ones list `projects` whose
//! secrets are in the system's keychain, out of reach here.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::layers::{Entries, Entry};
use super::names::Key;
use super::{Origin, Sources};

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct File {
    edge: Option<String>,
    active_project: Option<String>,
    projects: Vec<Project>,
    profiles: BTreeMap<String, Profile>,
}

#[derive(Deserialize)]
struct Project {
    id: String,
    #[serde(flatten)]
    profile: Profile,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Profile {
    account_sid: Option<String>,
    api_key: Option<String>,
    api_secret: Option<String>,
    region: Option<String>,
    edge: Option<String>,
}

/// twilio-cli's profiles.
#[derive(Default)]
pub(super) struct TwilioCli {
    active: Option<String>,
    profiles: BTreeMap<String, Entries>,
}

impl TwilioCli {
    /// Reads the file if there is one. It belongs to another program: one that cannot be read is
    /// no more than a warning.
    pub(super) fn read(sources: &Sources, warnings: &mut Vec<String>) -> Self {
        let Some(path) = sources.twilio_cli_file().filter(|path| path.exists()) else {
            return Self::default();
        };
        match read_file(&path) {
            Ok(file) => Self::from_file(file),
            Err(problem) => {
                warnings.push(format!(
                    "twilio-cli's `{}` is left aside: {problem}",
                    path.display()
                ));
                Self::default()
            }
        }
    }

    fn from_file(file: File) -> Self {
        let edge = file.edge;
        let profiles = file
            .projects
            .into_iter()
            .map(|project| (project.id, project.profile))
            .chain(file.profiles)
            .map(|(name, profile)| {
                let entries = [
                    (Key::AccountSid, profile.account_sid),
                    (Key::ApiKey, profile.api_key),
                    (Key::ApiSecret, profile.api_secret),
                    (Key::Region, profile.region),
                    (Key::Edge, profile.edge.or_else(|| edge.clone())),
                ]
                .into_iter()
                .filter_map(|(key, value)| {
                    let value = value.filter(|value| !value.is_empty())?;
                    Some((key, Entry::new(&value, Origin::TwilioCli(name.clone()))))
                })
                .collect();
                (name, entries)
            })
            .collect();
        Self {
            active: file.active_project.filter(|name| !name.is_empty()),
            profiles,
        }
    }

    /// The profile twilio-cli itself would use, if its secret is in the file.
    pub(super) fn active(&self) -> Option<&str> {
        let name = self.active.as_deref()?;
        let entries = self.profiles.get(name)?;
        entries.contains_key(&Key::ApiSecret).then_some(name)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Entries> {
        self.profiles.get(name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.profiles.keys().map(String::as_str)
    }
}

fn read_file(path: &Path) -> Result<File, String> {
    let text = std::fs::read_to_string(path).map_err(|cause| cause.to_string())?;
    // Only the place: the parser's message may quote a secret.
    serde_json::from_str(&text).map_err(|cause| format!("line {} is not valid", cause.line()))
}
