//! From entries to text.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use serde_json::map::Map;

use super::columns::{self, Column, Part};
use super::{Entry, Format};

/// How attributes are laid out in a table with columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// A column for each.
    Columns,
    /// One column of JSON.
    Json,
}

/// Writes entries down; reading the text gives them again.
///
/// # Panics
/// Never: what is written is written into memory.
pub fn write(entries: &[Entry], format: Format, spread: Spread) -> String {
    match format {
        Format::Csv => csv(entries, spread),
        Format::Ndjson => entries.iter().map(|entry| line(entry) + "\n").collect(),
    }
}

/// A row that is still to be fitted to the columns.
type Cells = Vec<(Column, String)>;

fn csv(entries: &[Entry], spread: Spread) -> String {
    let rows: Vec<Cells> = entries.iter().map(|entry| cells(entry, spread)).collect();
    let mut columns: BTreeSet<&Column> = rows.iter().flatten().map(|(column, _)| column).collect();
    columns.insert(&Column::Name);
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let whole = "memory takes everything";
    writer
        .write_record(columns.iter().map(|column| column.heading()))
        .expect(whole);
    for row in &rows {
        let cell = |column: &Column| {
            row.iter()
                .find(|(its, _)| its == column)
                .map_or("", |(_, text)| text.as_str())
        };
        writer
            .write_record(columns.iter().map(|column| cell(column)))
            .expect(whole);
    }
    let bytes = writer.into_inner().expect(whole);
    String::from_utf8(bytes).expect("only text was written")
}

fn cells(entry: &Entry, spread: Spread) -> Cells {
    let mut cells = vec![(Column::Name, entry.friendly_name.clone())];
    if let Some(activity) = &entry.activity {
        cells.push((Column::Activity, activity.clone()));
    }
    let (single, left) = match spread {
        Spread::Columns => columns::spread(&entry.attributes),
        Spread::Json => (Vec::new(), entry.attributes.clone()),
    };
    if !left.is_empty() {
        cells.push((Column::Attributes, Json::Object(left).to_string()));
    }
    for (keys, value) in single {
        cells.push((Column::Attribute(keys), columns::cell(&value)));
    }
    for (name, channel) in &entry.channels {
        if let Some(capacity) = channel.capacity {
            cells.push((
                Column::Channel(name.clone(), Part::Capacity),
                capacity.to_string(),
            ));
        }
        if let Some(available) = channel.available {
            cells.push((
                Column::Channel(name.clone(), Part::Available),
                available.to_string(),
            ));
        }
    }
    cells
}

fn line(entry: &Entry) -> String {
    let mut object = Map::new();
    object.insert(columns::NAME.to_owned(), entry.friendly_name.clone().into());
    if let Some(activity) = &entry.activity {
        object.insert(columns::ACTIVITY.to_owned(), activity.clone().into());
    }
    let attributes = Json::Object(entry.attributes.clone());
    object.insert(columns::ATTRIBUTES.to_owned(), attributes);
    if !entry.channels.is_empty() {
        let mut channels = Map::new();
        for (name, channel) in &entry.channels {
            let mut members = Map::new();
            if let Some(capacity) = channel.capacity {
                members.insert(columns::CAPACITY.to_owned(), capacity.into());
            }
            if let Some(available) = channel.available {
                members.insert(columns::AVAILABLE.to_owned(), available.into());
            }
            channels.insert(name.clone(), Json::Object(members));
        }
        object.insert(columns::CHANNELS.to_owned(), Json::Object(channels));
    }
    Json::Object(object).to_string()
}
