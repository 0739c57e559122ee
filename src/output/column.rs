//! Columns: what a command shows of a row, and what `--columns` may ask for besides.

use std::borrow::Cow;

use serde_json::Value as Json;
use serde_json::map::Map;

use super::{Cell, Error, Row};

/// A column of a kind of row.
#[derive(Debug)]
pub struct Column<R> {
    /// Its name in `--columns`, `--sort` and in the header of `csv`.
    pub name: &'static str,
    /// Its heading in a table.
    pub header: &'static str,
    /// Whether a table leaves it to `-o wide`.
    pub wide: bool,
    /// What it shows.
    pub cell: fn(&R) -> Cell,
}

impl<R> Column<R> {
    /// A column that every table shows.
    pub const fn new(name: &'static str, header: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self {
            name,
            header,
            wide: false,
            cell,
        }
    }

    /// A column for `-o wide` and the formats for programs.
    pub const fn wide(name: &'static str, header: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self {
            name,
            header,
            wide: true,
            cell,
        }
    }
}

/// A column that was asked for.
pub(super) enum Field<R: 'static> {
    Column(&'static Column<R>),
    /// A dotted path into the row's JSON; text that holds JSON, as attributes do, is entered.
    Path(String),
}

impl<R: Row> Field<R> {
    pub(super) fn named(name: &str, columns: &'static [Column<R>]) -> Self {
        columns
            .iter()
            .find(|column| column.name == name)
            .map_or_else(|| Self::Path(name.to_owned()), Self::Column)
    }

    /// Whether every path starts at a field the row has. The rows of a list are of one kind, so
    /// the first speaks for all.
    pub(super) fn check(
        fields: &[Self],
        columns: &'static [Column<R>],
        row: &R,
    ) -> Result<(), Error> {
        if fields.iter().all(|field| matches!(field, Self::Column(_))) {
            return Ok(());
        }
        let json = parse(row);
        for field in fields {
            if let Self::Path(path) = field
                && json.get(path.split('.').next().unwrap_or(path)).is_none()
            {
                let mut known: Vec<String> = columns
                    .iter()
                    .map(|column| column.name.to_owned())
                    .collect();
                for name in json.as_object().into_iter().flat_map(Map::keys) {
                    if !known.contains(name) {
                        known.push(name.clone());
                    }
                }
                return Err(Error::UnknownColumn {
                    name: path.clone(),
                    known,
                });
            }
        }
        Ok(())
    }

    pub(super) fn name(&self) -> &str {
        match self {
            Self::Column(column) => column.name,
            Self::Path(path) => path,
        }
    }

    pub(super) fn header(&self) -> Cow<'static, str> {
        match self {
            Self::Column(column) => Cow::Borrowed(column.header),
            Self::Path(path) => path.to_uppercase().into(),
        }
    }

    pub(super) fn cells(fields: &[Self], row: &R) -> Vec<Cell> {
        let has_path = fields.iter().any(|field| matches!(field, Self::Path(_)));
        let json = if has_path { parse(row) } else { Json::Null };
        fields
            .iter()
            .map(|field| match field {
                Self::Column(column) => (column.cell)(row),
                Self::Path(path) => Cell::json(look_up(&json, path)),
            })
            .collect()
    }

    /// The fields as one JSON object.
    pub(super) fn object(fields: &[Self], row: &R) -> String {
        let cells = Self::cells(fields, row);
        let object: Map<String, Json> = fields
            .iter()
            .zip(cells)
            .map(|(field, cell)| (field.name().to_owned(), cell.to_json()))
            .collect();
        Json::Object(object).to_string()
    }
}

/// A row as one JSON document for expressions over it: its own fields, with JSON-in-a-text opened
/// (`attributes.channel`, `event_data.task_attributes.channel`), and the columns by their names where no field is called so (`status`).
pub fn document<R: Row>(row: &R, columns: &[Column<R>]) -> Json {
    let mut document = parse(row);
    if let Json::Object(fields) = &mut document {
        for value in fields.values_mut() {
            match value {
                Json::Object(inner) => inner.values_mut().for_each(open),
                other => open(other),
            }
        }
        for column in columns {
            if !fields.contains_key(column.name) {
                fields.insert(column.name.to_owned(), (column.cell)(row).to_json());
            }
        }
    }
    document
}

/// Makes JSON of a text that holds an object or a list.
fn open(value: &mut Json) {
    if let Json::String(text) = value
        && text.starts_with(['{', '['])
        && let Ok(opened) = serde_json::from_str(text)
    {
        *value = opened;
    }
}

fn parse<R: Row>(row: &R) -> Json {
    serde_json::from_str(row.raw().get()).expect("a raw value is JSON")
}

fn look_up(json: &Json, path: &str) -> Json {
    let mut here = Cow::Borrowed(json);
    for segment in path.split('.') {
        if let Json::String(text) = here.as_ref() {
            match serde_json::from_str(text) {
                Ok(inner) => here = Cow::Owned(inner),
                Err(_) => return Json::Null,
            }
        }
        let next = match here.as_ref() {
            Json::Object(object) => object.get(segment),
            Json::Array(list) => segment
                .parse::<usize>()
                .ok()
                .and_then(|index| list.get(index)),
            _ => None,
        };
        here = match next {
            Some(next) => Cow::Owned(next.clone()),
            None => return Json::Null,
        };
    }
    here.into_owned()
}
