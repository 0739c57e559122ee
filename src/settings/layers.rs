//! The layers values are looked up in, highest first.

use std::collections::BTreeMap;
use std::path::Path;

use secrecy::{ExposeSecret as _, SecretString};

use crate::model::sid::{AccountSid, ApiKeySid};

use super::credentials::Found;
use super::names::{self, Key, Tier, VARIABLES};
use super::profiles::{self, ProfileFile};
use super::{Error, Origin, Setting, Sources};

/// A value as it was written down.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) text: SecretString,
    pub(super) origin: Origin,
}

impl Entry {
    pub(super) fn new(text: &str, origin: Origin) -> Self {
        Self {
            text: text.into(),
            origin,
        }
    }

    pub(super) fn text(&self) -> &str {
        self.text.expose_secret()
    }
}

/// What belongs together: values of one place were set by one person at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Flags,
    Environment,
    DotEnv,
    Profile,
}

pub(super) type Entries = BTreeMap<Key, Entry>;

/// All layers, highest first.
#[derive(Debug)]
pub(super) struct Layers {
    ranked: Vec<(Place, Entries)>,
    profile: Option<Setting<String>>,
    contradictions: Vec<String>,
    pub(super) warnings: Vec<String>,
}

impl Layers {
    pub(super) fn read(sources: &Sources) -> Result<Self, Error> {
        let mut contradictions = Vec::new();
        let environment = Variables::new(
            |name| sources.variable(name).map(str::to_owned),
            Origin::Env,
            &mut contradictions,
        );
        let dot_env_path = sources.directory.join(".env");
        let dot_env_file = read_dot_env(&dot_env_path)?;
        let dot_env = Variables::new(
            |name| dot_env_file.get(name).cloned(),
            |name| Origin::DotEnv(dot_env_path.clone(), name),
            &mut contradictions,
        );

        let mut warnings = Vec::new();
        let file = ProfileFile::open(sources)?;
        warnings.extend(file.permission_warning());
        let chosen = choose_profile(sources, &dot_env_file, &dot_env_path, &file, &mut warnings);
        let mut profile_entries = match &chosen {
            Some(name) => Some(profiles::entries(
                sources,
                &file,
                &name.value,
                &mut warnings,
            )?),
            None => None,
        };

        let mut layers = vec![(Place::Flags, flag_entries(sources))];
        let mut add_profile_if = |layers: &mut Vec<_>, here: bool| {
            if here && let Some(entries) = profile_entries.take() {
                layers.push((Place::Profile, entries));
            }
        };
        let named_by = chosen.as_ref().map(|name| &name.origin);
        add_profile_if(&mut layers, matches!(named_by, Some(Origin::Flag(_))));
        layers.push((Place::Environment, environment.canonical));
        add_profile_if(&mut layers, matches!(named_by, Some(Origin::Env(_))));
        layers.push((Place::Environment, environment.older));
        layers.push((Place::DotEnv, dot_env.canonical));
        layers.push((Place::DotEnv, dot_env.older));
        add_profile_if(&mut layers, true);

        Ok(Self {
            ranked: layers,
            profile: chosen,
            contradictions,
            warnings,
        })
    }

    pub(super) fn contradictions(&mut self) -> Vec<String> {
        std::mem::take(&mut self.contradictions)
    }

    pub(super) fn profile_name(&self) -> Option<Setting<String>> {
        self.profile.clone()
    }

    /// The highest layer with the key: its rank, place and entry.
    pub(super) fn find(&self, key: Key) -> Option<(usize, Place, &Entry)> {
        self.find_where(key, |_| true)
    }

    /// The same among the layers of one place.
    pub(super) fn find_in(&self, place: Place, key: Key) -> Option<(usize, &Entry)> {
        self.find_where(key, |candidate| candidate == place)
            .map(|(rank, _, entry)| (rank, entry))
    }

    fn find_where(
        &self,
        key: Key,
        wanted: impl Fn(Place) -> bool,
    ) -> Option<(usize, Place, &Entry)> {
        self.ranked
            .iter()
            .enumerate()
            .filter(|(_, (place, _))| wanted(*place))
            .find_map(|(rank, (place, entries))| Some((rank, *place, entries.get(&key)?)))
    }

    pub(super) fn text(&self, key: Key) -> Option<Setting<String>> {
        let (_, _, entry) = self.find(key)?;
        Some(Setting::new(entry.text().to_owned(), entry.origin.clone()))
    }

    pub(super) fn parse<T>(
        &self,
        key: Key,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<Setting<T>>, Error> {
        let Some((_, _, entry)) = self.find(key) else {
            return Ok(None);
        };
        match parse(entry.text()) {
            Ok(value) => Ok(Some(Setting::new(value, entry.origin.clone()))),
            Err(reason) => Err(Error::Invalid {
                name: key.name(),
                value: entry.text().to_owned(),
                origin: entry.origin.clone(),
                reason,
            }),
        }
    }

    /// With credentials of one account, a profile of another has no say about which host and
    /// which workspace they are used for.
    pub(super) fn leave_foreign_profile_aside(
        &mut self,
        account: Option<&Setting<AccountSid>>,
        secret: &Found,
        warnings: &mut Vec<String>,
    ) {
        let (Some(account), Some((_, secret_origin))) = (account, secret.describe()) else {
            return;
        };
        let Some((_, entries)) = self
            .ranked
            .iter_mut()
            .find(|(place, _)| *place == Place::Profile)
        else {
            return;
        };
        let foreign = entries
            .get(&Key::AccountSid)
            .is_some_and(|own| own.text().parse() != Ok(account.value));
        if !foreign {
            return;
        }
        let bound = [Key::Workspace, Key::BaseUrl, Key::Edge, Key::Region];
        let left: Vec<&str> = bound
            .into_iter()
            .filter_map(|key| entries.remove(&key).map(|_| key.name()))
            .collect();
        if let Some(profile) = &self.profile
            && !left.is_empty()
        {
            warnings.push(format!(
                "the credentials are those of account {} ({secret_origin}); profile `{}` belongs \
                 to another account, so its {} is not used",
                account.value,
                profile.value,
                left.join(", ")
            ));
        }
    }
}

fn flag_entries(sources: &Sources) -> Entries {
    let flags = &sources.flags;
    [
        (Key::Workspace, &flags.workspace, "--workspace"),
        (Key::BaseUrl, &flags.base_url, "--base-url"),
        (Key::Output, &flags.output, "--output"),
        (Key::PageSize, &flags.page_size, "--page-size"),
        (Key::Timeout, &flags.timeout, "--timeout"),
        (Key::Color, &flags.color, "--color"),
    ]
    .into_iter()
    .filter_map(|(key, value, flag)| {
        let value = value.as_deref()?;
        Some((key, Entry::new(value, Origin::Flag(flag))))
    })
    .collect()
}

/// Which profile is in use, by whoever names it first.
fn choose_profile(
    sources: &Sources,
    dot_env: &BTreeMap<String, String>,
    dot_env_path: &Path,
    file: &ProfileFile,
    warnings: &mut Vec<String>,
) -> Option<Setting<String>> {
    if let Some(name) = &sources.flags.profile {
        return Some(Setting::new(name.clone(), Origin::Flag("--profile")));
    }
    if let Some(name) = sources.variable(names::PROFILE) {
        return Some(Setting::new(name.to_owned(), Origin::Env(names::PROFILE)));
    }
    if let Some(name) = dot_env.get(names::PROFILE).filter(|name| !name.is_empty()) {
        let origin = Origin::DotEnv(dot_env_path.to_owned(), names::PROFILE);
        return Some(Setting::new(name.clone(), origin));
    }
    profiles::current(sources, file, warnings)
}

/// The variables of the environment or of a `.env` file, by rank.
struct Variables {
    canonical: Entries,
    older: Entries,
}

impl Variables {
    fn new(
        value_of: impl Fn(&str) -> Option<String>,
        origin_of: impl Fn(&'static str) -> Origin,
        contradictions: &mut Vec<String>,
    ) -> Self {
        let mut variables = Self {
            canonical: Entries::new(),
            older: Entries::new(),
        };
        for &(key, tier, name) in VARIABLES {
            let Some(value) = value_of(name).filter(|value| !value.is_empty()) else {
                continue;
            };
            if tier == Tier::Bare && !variables.vouches_for(key, &value) {
                continue;
            }
            let entries = match tier {
                Tier::Trctl => &mut variables.canonical,
                Tier::Twilio | Tier::Bare => &mut variables.older,
            };
            match entries.get(&key) {
                None => {
                    entries.insert(key, Entry::new(&value, origin_of(name)));
                }
                Some(used) if used.text() != value => contradictions.push(format!(
                    "{} and {} say different things; the first is used",
                    used.origin,
                    origin_of(name)
                )),
                Some(_) => {}
            }
        }
        variables
    }

    /// Whether a variable with a name anybody might use is about Twilio. Account SIDs come first
    /// in the table, key SIDs before their secrets, so what vouches has been read.
    fn vouches_for(&self, key: Key, value: &str) -> bool {
        let has = |key| self.canonical.contains_key(&key) || self.older.contains_key(&key);
        match key {
            Key::AccountSid => value.parse::<AccountSid>().is_ok(),
            Key::AuthToken => has(Key::AccountSid),
            Key::ApiKey => value.parse::<ApiKeySid>().is_ok(),
            Key::ApiSecret => has(Key::ApiKey),
            _ => true,
        }
    }
}

pub(super) fn read_dot_env(path: &Path) -> Result<BTreeMap<String, String>, Error> {
    // A directory of this name is a Python virtual environment, not ours to complain about.
    if !path.exists() || path.is_dir() {
        return Ok(BTreeMap::new());
    }
    let unreadable = |source| Error::Read {
        path: path.to_owned(),
        source,
    };
    let items = dotenvy::from_path_iter(path).map_err(|error| match error {
        dotenvy::Error::Io(source) => unreadable(source),
        other => unreadable(std::io::Error::other(other.to_string())),
    })?;
    let mut variables = BTreeMap::new();
    for item in items {
        match item {
            // The first assignment wins, as with every loader of such files.
            Ok((name, value)) => {
                let name = name.trim_start_matches('\u{feff}').to_owned();
                variables.entry(name).or_insert(value);
            }
            Err(dotenvy::Error::LineParse(text, _)) => {
                return Err(Error::DotEnv {
                    path: path.to_owned(),
                    line: line_of(path, &text),
                });
            }
            Err(dotenvy::Error::Io(source)) => return Err(unreadable(source)),
            Err(other) => return Err(unreadable(std::io::Error::other(other.to_string()))),
        }
    }
    Ok(variables)
}

// The parser tells the text of a bad line, which may hold a secret, and not its number.
fn line_of(path: &Path, text: &str) -> usize {
    let content = std::fs::read_to_string(path).unwrap_or_default();
    let start = content.find(text.trim_end()).unwrap_or(0);
    content[..start].matches('\n').count() + 1
}
