//! The sections of `config.toml` that are no profile: what `trctl serve` does, each decoded by the
//! type that gives it its meaning.

use std::path::Path;

use serde::de::{DeserializeOwned, IntoDeserializer as _};

use super::{Error, Sources};

/// The sections a settings file may have beside its profiles.
pub const NAMES: &[&str] = &["serve", "flow"];

/// Decodes a section of the settings file; `None` when there is no file or no such section.
///
/// # Errors
/// The file cannot be read or is not TOML, or the section is not what the type wants; the error
/// names the line.
pub fn read<T: DeserializeOwned>(sources: &Sources, name: &str) -> Result<Option<T>, Error> {
    let Some(path) = sources.config_file() else {
        return Ok(None);
    };
    match std::fs::read_to_string(&path) {
        Ok(text) => decode(&path, &text, name),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Read { path, source }),
    }
}

fn decode<T: DeserializeOwned>(path: &Path, text: &str, name: &str) -> Result<Option<T>, Error> {
    let wrong = |span: Option<std::ops::Range<usize>>, message: &str| {
        let offset = span.map_or(0, |span| span.start).min(text.len());
        Error::Config {
            path: path.to_owned(),
            line: text[..offset].matches('\n').count() + 1,
            // The rest of it would print the line, and the line may hold a secret.
            message: message.lines().next().unwrap_or_default().to_owned(),
        }
    };
    let document = toml_edit::Document::parse(text.to_owned())
        .map_err(|cause| wrong(cause.span(), cause.message()))?;
    let Some(section) = document.get(name) else {
        return Ok(None);
    };
    let section = section
        .clone()
        .into_value()
        .map_err(|item| wrong(item.span(), &format!("`{name}` must be a table")))?;
    T::deserialize(section.into_deserializer())
        .map(Some)
        .map_err(|cause: toml_edit::de::Error| wrong(cause.span(), cause.message()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Small {
        hours: BTreeMap<String, u8>,
        name: Option<String>,
    }

    fn decode_small(text: &str) -> Result<Option<Small>, String> {
        decode(Path::new("config.toml"), text, "flow").map_err(|error| error.to_string())
    }

    #[test]
    fn a_section_is_decoded_where_it_stands() {
        let text = "profile = \"a\"\n[flow]\nname = \"x\"\n[flow.hours]\nmonday = 8\n";
        let found = decode_small(text).unwrap().unwrap();
        assert_eq!(found.name.as_deref(), Some("x"));
        assert_eq!(found.hours["monday"], 8);
        assert_eq!(decode_small("profile = \"a\"\n"), Ok(None));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let unknown = decode_small("[flow]\nhours = {}\n\ncolour = 3\n").unwrap_err();
        assert_eq!(
            unknown,
            "`config.toml` line 4: unknown field `colour`, expected `hours` or `name`"
        );
        let mistyped = decode_small("[flow.hours]\nmonday = \"eight\"\n").unwrap_err();
        assert_eq!(
            mistyped,
            "`config.toml` line 2: invalid type: string \"eight\", expected u8"
        );
    }
}
