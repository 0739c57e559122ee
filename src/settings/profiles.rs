//! Profiles: the file they are kept in, and the ones that come from elsewhere.
//!
//! ```toml
//! profile = "production"           # the current one
//!
//! [profiles.production]
//! account_sid = "AC…"
//! credential_command = "pass show twilio"   # or auth_token, or api_key and api_secret
//! workspace = "writers"
//! ```
//!
//! A stored profile may have the name of a built-in one or of one of twilio-cli's; its values then
//! lie over theirs, so `workspace use` can remember a workspace without copying a secret.

use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, Table, Value};

use super::layers::{Entries, Entry};
use super::names::Key;
use super::private;
use super::twilio_cli::TwilioCli;
use super::{Error, Origin, Setting, Settings, Sources, emulator, section};

/// Name of the profile that is made when a value must be remembered and there is none.
const FIRST_PROFILE: &str = "default";

const SECRETS: [Key; 4] = [
    Key::AuthToken,
    Key::ApiKey,
    Key::ApiSecret,
    Key::CredentialCommand,
];

/// The profile file, with the user's comments and order kept.
#[derive(Debug)]
pub struct ProfileFile {
    path: PathBuf,
    document: DocumentMut,
}

impl ProfileFile {
    /// Opens the profile file; one that does not exist yet is empty.
    ///
    /// # Errors
    /// The file cannot be read, is not TOML, or has keys trctl does not know.
    pub fn open(sources: &Sources) -> Result<Self, Error> {
        let Some(path) = sources.config_file() else {
            return Ok(Self {
                path: PathBuf::new(),
                document: DocumentMut::new(),
            });
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                let document = parse(&path, &text)?;
                Ok(Self { path, document })
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(Self {
                path,
                document: DocumentMut::new(),
            }),
            Err(source) => Err(Error::Read { path, source }),
        }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The stored profiles' names, in the order of the file.
    pub fn names(&self) -> Vec<String> {
        self.profiles()
            .map(|profiles| profiles.iter().map(|(name, _)| name.to_owned()).collect())
            .unwrap_or_default()
    }

    /// Whether a profile of this name is stored.
    pub fn contains(&self, name: &str) -> bool {
        self.profiles()
            .is_some_and(|profiles| profiles.contains_key(name))
    }

    /// The profile the file says is current.
    pub fn current(&self) -> Option<&str> {
        self.document.get("profile")?.as_str()
    }

    /// Sets a value of a profile, making the profile if it is new.
    pub fn set(&mut self, name: &str, key: Key, value: &str) {
        let value = match (key, value.parse::<i64>()) {
            (Key::PageSize | Key::Timeout, Ok(number)) => Value::from(number),
            _ => Value::from(value),
        };
        self.profile_mut(name)[key.name()] = toml_edit::value(value);
    }

    /// Removes a value of a profile.
    pub fn unset(&mut self, name: &str, key: Key) {
        if let Some(profile) = self.profile_mut(name).as_table_like_mut() {
            profile.remove(key.name());
        }
    }

    /// Makes a profile the current one; `None` leaves none current.
    pub fn set_current(&mut self, name: Option<&str>) {
        match name {
            Some(name) => self.document["profile"] = toml_edit::value(name),
            None => {
                self.document.remove("profile");
            }
        }
    }

    /// Removes a profile; whether there was one. It stops being current.
    pub fn remove(&mut self, name: &str) -> bool {
        if self.current() == Some(name) {
            self.set_current(None);
        }
        self.document
            .get_mut("profiles")
            .and_then(Item::as_table_like_mut)
            .is_some_and(|profiles| profiles.remove(name).is_some())
    }

    /// Sets a text in a table that is no profile's, making the table if it is new.
    ///
    /// # Errors
    /// Something on the way to it is no table; its name.
    pub fn set_text(&mut self, tables: &[&str], key: &str, text: &str) -> Result<(), String> {
        let mut at: &mut dyn toml_edit::TableLike = self.document.as_table_mut();
        for name in tables {
            let next = at.entry(name).or_insert_with(|| {
                let mut table = Table::new();
                // Only the last one is written as a heading.
                table.set_implicit(true);
                Item::Table(table)
            });
            at = next.as_table_like_mut().ok_or_else(|| (*name).to_owned())?;
        }
        at.insert(key, toml_edit::value(text));
        Ok(())
    }

    /// Removes a value from a table that is no profile's; whether there was one.
    pub fn remove_from(&mut self, tables: &[&str], key: &str) -> bool {
        let mut at: &mut dyn toml_edit::TableLike = self.document.as_table_mut();
        for name in tables {
            match at.get_mut(name).and_then(Item::as_table_like_mut) {
                Some(next) => at = next,
                None => return false,
            }
        }
        at.remove(key).is_some()
    }

    /// Writes the file: whole or not at all, readable by its owner alone.
    ///
    /// # Errors
    /// There is no place for it, or it cannot be written.
    pub fn save(&self) -> Result<(), Error> {
        if self.path.as_os_str().is_empty() {
            return Err(Error::NoHome);
        }
        self.write().map_err(|source| Error::Write {
            path: self.path.clone(),
            source,
        })
    }

    fn write(&self) -> std::io::Result<()> {
        // Keep a link into a directory of dot files a link.
        let target = std::fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        std::fs::create_dir_all(target.parent().unwrap_or(Path::new(".")))?;
        private::replace(&target, self.document.to_string().as_bytes())
    }

    /// A warning when others than the owner may read the file.
    pub(super) fn permission_warning(&self) -> Option<String> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(&self.path).ok()?.permissions().mode() & 0o777;
            if mode & 0o077 != 0 {
                return Some(format!(
                    "`{path}` can be read by others (mode {mode:04o}); `chmod 600 {path}` closes it",
                    path = self.path.display()
                ));
            }
        }
        None
    }

    fn profiles(&self) -> Option<&dyn toml_edit::TableLike> {
        self.document.get("profiles")?.as_table_like()
    }

    fn profile_mut(&mut self, name: &str) -> &mut Item {
        let profiles = self.document.entry("profiles").or_insert_with(|| {
            // Without a header of its own: only `[profiles.NAME]` is worth a line.
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        let profile = &mut profiles[name];
        if profile.is_none() {
            *profile = Item::Table(Table::new());
        }
        profile
    }

    fn entries(&self, name: &str) -> Option<Entries> {
        let profile = self.profiles()?.get(name)?.as_table_like()?;
        let origin = || Origin::Profile(name.to_owned(), self.path.clone());
        Some(
            Key::ALL
                .iter()
                .filter_map(|key| {
                    let text = value_text(profile.get(key.name())?)?;
                    Some((*key, Entry::new(&text, origin())))
                })
                .collect(),
        )
    }
}

fn value_text(item: &Item) -> Option<String> {
    match item.as_value()? {
        Value::String(text) => Some(text.value().clone()),
        Value::Integer(number) => Some(number.value().to_string()),
        _ => None,
    }
}

/// Parses and checks the file, so that a misspelt key is found where it stands.
fn parse(path: &Path, text: &str) -> Result<DocumentMut, Error> {
    let wrong = |offset: usize, message: String| Error::Config {
        path: path.to_owned(),
        line: text[..offset.min(text.len())].matches('\n').count() + 1,
        message,
    };
    let start = |span: Option<std::ops::Range<usize>>| span.map_or(0, |span| span.start);

    // Its `Display` would print the line, and the line may hold a token.
    let document = toml_edit::Document::parse(text)
        .map_err(|cause| wrong(start(cause.span()), first_line(cause.message())))?;
    let root = document.as_table();
    for (name, item) in root {
        let place = root
            .key(name)
            .and_then(toml_edit::Key::span)
            .or(item.span());
        match name {
            "profile" if item.is_str() => {}
            "profile" => return Err(wrong(start(place), "`profile` must be a text".to_owned())),
            "profiles" if item.is_table_like() => {}
            name if section::NAMES.contains(&name) && item.is_table_like() => {}
            _ => {
                let message = format!(
                    "unknown key `{name}`; there are `profile`, `[profiles.NAME]`, `[{}]`",
                    section::NAMES.join("]`, `[")
                );
                return Err(wrong(start(place), message));
            }
        }
    }
    let profiles = root.get("profiles").and_then(Item::as_table_like);
    for (profile, item) in profiles.into_iter().flat_map(toml_edit::TableLike::iter) {
        let Some(table) = item.as_table_like() else {
            let message = format!("profile `{profile}` must be a table");
            return Err(wrong(start(item.span()), message));
        };
        for (name, item) in table.iter() {
            let place = table
                .key(name)
                .and_then(toml_edit::Key::span)
                .or(item.span());
            if !Key::ALL.iter().any(|key| key.name() == name) {
                let known: Vec<&str> = Key::ALL.iter().map(|key| key.name()).collect();
                let message = format!("unknown key `{name}`; there are {}", known.join(", "));
                return Err(wrong(start(place), message));
            }
            if value_text(item).is_none() {
                let message = format!("`{name}` must be a text in quotes");
                return Err(wrong(start(place), message));
            }
        }
    }
    Ok(document.into_mut())
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

/// The values of a profile: what is stored, over what is built in or twilio-cli's.
pub(super) fn entries(
    sources: &Sources,
    file: &ProfileFile,
    name: &str,
    warnings: &mut Vec<String>,
) -> Result<Entries, Error> {
    let stored = file.entries(name);
    let base = if name == emulator::PROFILE {
        Some(emulator_entries())
    } else {
        TwilioCli::read(sources, warnings).get(name).cloned()
    };
    match (stored, base) {
        (Some(stored), Some(mut base)) => {
            if SECRETS.iter().any(|key| stored.contains_key(key)) {
                base.retain(|key, _| !SECRETS.contains(key));
            }
            base.extend(stored);
            Ok(base)
        }
        (Some(only), None) | (None, Some(only)) => Ok(only),
        (None, None) => Err(Error::UnknownProfile {
            name: name.to_owned(),
            known: all(sources, file, warnings)
                .into_iter()
                .map(|profile| profile.name)
                .collect(),
        }),
    }
}

fn emulator_entries() -> Entries {
    [
        (Key::AccountSid, emulator::ACCOUNT_SID),
        (Key::AuthToken, emulator::AUTH_TOKEN),
        (Key::BaseUrl, emulator::BASE_URL),
    ]
    .into_iter()
    .map(|(key, value)| (key, Entry::new(value, Origin::BuiltIn(emulator::PROFILE))))
    .collect()
}

/// The profile in use when nobody names one.
pub(super) fn current(
    sources: &Sources,
    file: &ProfileFile,
    warnings: &mut Vec<String>,
) -> Option<Setting<String>> {
    if let Some(name) = file.current() {
        let origin = Origin::Profile(name.to_owned(), file.path.clone());
        return Some(Setting::new(name.to_owned(), origin));
    }
    let name = TwilioCli::read(sources, warnings).active()?.to_owned();
    let origin = Origin::TwilioCli(name.clone());
    Some(Setting::new(name, origin))
}

/// A profile as `profile list` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its name.
    pub name: String,
    /// Its account, as written.
    pub account_sid: Option<String>,
    /// Its workspace, by name or SID.
    pub workspace: Option<String>,
    /// Where it is kept: a file, `twilio-cli` or `built-in`.
    pub kept_in: String,
}

/// Every profile there is: stored ones in the order of the file, then twilio-cli's, then the
/// built-in one.
pub fn all(sources: &Sources, file: &ProfileFile, warnings: &mut Vec<String>) -> Vec<Summary> {
    let twilio_cli = TwilioCli::read(sources, warnings);
    let mut names = file.names();
    let others = twilio_cli.names().chain([emulator::PROFILE]);
    for name in others {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
        .into_iter()
        .map(|name| {
            let entries = entries(sources, file, &name, &mut Vec::new()).unwrap_or_default();
            let text = |key| entries.get(&key).map(|entry| entry.text().to_owned());
            Summary {
                account_sid: text(Key::AccountSid),
                workspace: text(Key::Workspace),
                kept_in: if file.contains(&name) {
                    file.path.display().to_string()
                } else if name == emulator::PROFILE {
                    "built-in".to_owned()
                } else {
                    "twilio-cli".to_owned()
                },
                name,
            }
        })
        .collect()
}

/// What became of a value that was to be remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// The profile it was stored in.
    pub profile: String,
    /// The file that profile is in.
    pub path: PathBuf,
    /// What overrules the stored value today, if anything.
    pub overruled_by: Option<Origin>,
}

/// Stores the workspace, by name or SID, in the profile in use; the first profile is made, and
/// made current, when there is none.
///
/// # Errors
/// The profile file cannot be read or written.
pub fn remember_workspace(
    sources: &Sources,
    settings: &Settings,
    workspace: &str,
) -> Result<Remembered, Error> {
    let mut file = ProfileFile::open(sources)?;
    let profile = settings
        .profile
        .as_ref()
        .map_or_else(|| FIRST_PROFILE.to_owned(), |profile| profile.value.clone());
    file.set(&profile, Key::Workspace, workspace);
    if file.current().is_none() && !settings.profile.as_ref().is_some_and(named_for_this_run) {
        file.set_current(Some(&profile));
    }
    file.save()?;

    // A flag is for one command; anything else will overrule the stored value tomorrow too.
    let mut later = sources.clone();
    later.flags.workspace = None;
    let overruled_by = Settings::resolve(&later)?
        .workspace
        .map(|workspace| workspace.origin)
        .filter(|origin| !matches!(origin, Origin::Profile(name, _) if *name == profile));
    Ok(Remembered {
        profile,
        path: file.path,
        overruled_by,
    })
}

fn named_for_this_run(profile: &Setting<String>) -> bool {
    matches!(
        profile.origin,
        Origin::Flag(_) | Origin::Env(_) | Origin::DotEnv(..)
    )
}
