//! From text to entries.

use std::collections::HashMap;

use serde_json::Value as Json;
use serde_json::map::Map;

use super::columns::{self, Column, Part};
use super::{ChannelEntry, Entry, Format};

/// Why a text is not a table of workers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The table has no column of names.
    #[error("there is no column `friendly_name`")]
    NoNames,
    /// A heading or key is none of those there are.
    #[error("line {line}: there is no column `{column}`")]
    UnknownColumn {
        /// The line, from 1.
        line: u64,
        /// As it was written.
        column: String,
        /// What may have been meant.
        meant: Option<String>,
    },
    /// Two columns, or two workers, of one name.
    #[error("line {line}: `{name}` was there already, {before}")]
    Twice {
        /// The line, from 1.
        line: u64,
        /// What was there.
        name: String,
        /// Where.
        before: String,
    },
    /// Something else about a row.
    #[error("line {line}: {problem}")]
    Row {
        /// The line it begins on, from 1.
        line: u64,
        /// What is wrong with it.
        problem: String,
    },
}

impl Error {
    /// The line it is about, from 1.
    pub const fn line(&self) -> u64 {
        match self {
            Self::NoNames => 1,
            Self::UnknownColumn { line, .. }
            | Self::Twice { line, .. }
            | Self::Row { line, .. } => *line,
        }
    }

    /// What is wrong, without the line.
    pub fn problem(&self) -> String {
        let said = self.to_string();
        match said.strip_prefix(&format!("line {}: ", self.line())) {
            Some(problem) => problem.to_owned(),
            None => said,
        }
    }

    /// What to write instead.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::UnknownColumn {
                meant: Some(meant), ..
            } => Some(format!("did you mean `{meant}`?")),
            Self::NoNames | Self::UnknownColumn { .. } => Some(
                "the columns are `friendly_name`, `activity`, `attributes`, `attributes.PATH`, \
                 `channels.NAME.capacity` and `channels.NAME.available`"
                    .to_owned(),
            ),
            Self::Twice { .. } | Self::Row { .. } => None,
        }
    }
}

/// Reads a table; every worker in it has a name of its own, whatever the case.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(text: &str, format: Format) -> Result<Vec<Entry>, Error> {
    // Spreadsheets write a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let entries = match format {
        Format::Csv => csv(text)?,
        Format::Ndjson => ndjson(text)?,
    };
    let mut lines = HashMap::new();
    for entry in &entries {
        let before = lines.insert(entry.friendly_name.to_lowercase(), entry.line);
        if let Some(before) = before {
            return Err(Error::Twice {
                line: entry.line,
                name: entry.friendly_name.clone(),
                before: format!("on line {before}"),
            });
        }
    }
    Ok(entries)
}

fn csv(text: &str) -> Result<Vec<Entry>, Error> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let Some(header) = records.next() else {
        return Err(Error::NoNames);
    };
    let header = header.map_err(|error| of_csv(&error))?;
    let mut columns: Vec<Column> = Vec::new();
    for heading in &header {
        let heading = heading.trim();
        let column = Column::of(heading).ok_or_else(|| Error::UnknownColumn {
            line: 1,
            column: heading.to_owned(),
            meant: columns::meant(heading),
        })?;
        if columns.contains(&column) {
            return Err(Error::Twice {
                line: 1,
                name: heading.to_owned(),
                before: "as a column further left".to_owned(),
            });
        }
        columns.push(column);
    }
    if !columns.contains(&Column::Name) {
        return Err(Error::NoNames);
    }
    records
        .map(|record| {
            let record = record.map_err(|error| of_csv(&error))?;
            let line = record.position().map_or(0, csv::Position::line);
            entry(line, &columns, &record)
        })
        .collect()
}

fn of_csv(error: &csv::Error) -> Error {
    let line = error.position().map_or(1, csv::Position::line);
    let problem = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("has {len} cells, the header has {expected_len}"),
        _ => error.to_string(),
    };
    Error::Row { line, problem }
}

fn entry(line: u64, columns: &[Column], record: &csv::StringRecord) -> Result<Entry, Error> {
    let wrong = |column: &Column, problem: &str| Error::Row {
        line,
        problem: format!("{}: {problem}", column.heading()),
    };
    let mut entry = Entry {
        line,
        ..Entry::default()
    };
    // The whole document first, whatever its place: single attributes add to it.
    let document = columns
        .iter()
        .zip(record)
        .find(|(column, _)| **column == Column::Attributes)
        .and_then(|(column, cell)| Some((column, columns::value(cell.trim())?)));
    match document {
        None => {}
        Some((_, Json::Object(members))) => entry.attributes = members,
        Some((column, _)) => return Err(wrong(column, "is not a JSON object")),
    }
    for (column, cell) in columns.iter().zip(record) {
        match column {
            Column::Attributes => {}
            Column::Attribute(keys) => {
                if let Some(value) = columns::value(cell) {
                    place(&mut entry.attributes, keys, value)
                        .map_err(|problem| wrong(column, &problem))?;
                }
            }
            Column::Name => cell.clone_into(&mut entry.friendly_name),
            _ if cell.trim().is_empty() => {}
            Column::Activity => entry.activity = Some(cell.to_owned()),
            Column::Channel(channel, Part::Capacity) => {
                let capacity = cell.trim().parse().map_err(|_| {
                    wrong(column, &format!("`{cell}` is not a whole number of tasks"))
                })?;
                let channel = entry.channels.entry(channel.clone()).or_default();
                channel.capacity = Some(capacity);
            }
            Column::Channel(channel, Part::Available) => {
                let available = match cell.trim().to_ascii_lowercase().as_str() {
                    "true" => true,
                    "false" => false,
                    _ => return Err(wrong(column, &format!("`{cell}` is not true or false"))),
                };
                let channel = entry.channels.entry(channel.clone()).or_default();
                channel.available = Some(available);
            }
        }
    }
    named(entry)
}

fn named(entry: Entry) -> Result<Entry, Error> {
    if entry.friendly_name.trim().is_empty() {
        return Err(Error::Row {
            line: entry.line,
            problem: "the worker has no name".to_owned(),
        });
    }
    Ok(entry)
}

/// Puts a value behind its keys; what the row says there already must leave room for it.
fn place(document: &mut Map<String, Json>, keys: &[String], value: Json) -> Result<(), String> {
    let Some((last, before)) = keys.split_last() else {
        return Ok(());
    };
    let mut here = document;
    for key in before {
        here = here
            .entry(key.clone())
            .or_insert_with(|| Json::Object(Map::new()))
            .as_object_mut()
            .ok_or_else(|| format!("`{key}` is no object in the same row"))?;
    }
    match (here.get_mut(last), value) {
        (None, value) => {
            here.insert(last.clone(), value);
            Ok(())
        }
        (Some(Json::Object(there)), Json::Object(members)) => {
            super::merge(there, &members);
            Ok(())
        }
        (Some(_), _) => Err("the same row gives it another value".to_owned()),
    }
}

fn ndjson(text: &str) -> Result<Vec<Entry>, Error> {
    text.lines()
        .zip(1..)
        .filter(|(text, _)| !text.trim().is_empty())
        .map(|(text, line)| object(text, line))
        .collect()
}

fn object(text: &str, line: u64) -> Result<Entry, Error> {
    let wrong = |problem: String| Error::Row { line, problem };
    let unknown = |column: String| Error::UnknownColumn {
        line,
        meant: columns::meant(&column),
        column,
    };
    let members = match serde_json::from_str(text) {
        Ok(Json::Object(members)) => members,
        Ok(_) => return Err(wrong("is not a JSON object".to_owned())),
        Err(error) => return Err(wrong(format!("is not JSON: {error}"))),
    };
    let mut entry = Entry {
        line,
        ..Entry::default()
    };
    for (key, value) in members {
        match (key.as_str(), value) {
            (columns::NAME, Json::String(name)) => entry.friendly_name = name,
            (columns::ACTIVITY, Json::String(name)) => entry.activity = Some(name),
            (columns::ATTRIBUTES, Json::Object(members)) => entry.attributes = members,
            (columns::CHANNELS, Json::Object(members)) => {
                for (name, value) in members {
                    let channel = channel(&name, value, &wrong, &unknown)?;
                    entry.channels.insert(name, channel);
                }
            }
            (columns::ACTIVITY | columns::ATTRIBUTES | columns::CHANNELS, Json::Null) => {}
            (columns::NAME | columns::ACTIVITY, _) => {
                return Err(wrong(format!("{key}: is not text")));
            }
            (columns::ATTRIBUTES | columns::CHANNELS, _) => {
                return Err(wrong(format!("{key}: is not a JSON object")));
            }
            _ => return Err(unknown(key)),
        }
    }
    named(entry)
}

fn channel(
    name: &str,
    value: Json,
    wrong: &impl Fn(String) -> Error,
    unknown: &impl Fn(String) -> Error,
) -> Result<ChannelEntry, Error> {
    let place = format!("{}.{name}", columns::CHANNELS);
    let Json::Object(members) = value else {
        return Err(wrong(format!("{place}: is not a JSON object")));
    };
    let mut channel = ChannelEntry::default();
    for (key, value) in members {
        match (key.as_str(), value) {
            (columns::CAPACITY | columns::AVAILABLE, Json::Null) => {}
            (columns::CAPACITY, value) => {
                let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
                channel.capacity = Some(number.ok_or_else(|| {
                    wrong(format!(
                        "{place}.{key}: `{value}` is not a whole number of tasks"
                    ))
                })?);
            }
            (columns::AVAILABLE, Json::Bool(available)) => channel.available = Some(available),
            (columns::AVAILABLE, value) => {
                return Err(wrong(format!(
                    "{place}.{key}: `{value}` is not true or false"
                )));
            }
            _ => return Err(unknown(format!("{place}.{key}"))),
        }
    }
    Ok(channel)
}
