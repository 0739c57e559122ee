//! Everything the user sees: data on stdout in the chosen format; notes, progress and prompts on
//! stderr. Nothing else writes to the terminal.
//!
//! [`Console`] owns the streams and what may be done with them (colour, prompts, progress).
//! [`Printer`] adds the chosen view: format, columns, order. Rows are [`Row`]s, printed through a
//! list of [`Column`]s; `json` and `ndjson` print a row's own JSON as it came, so nothing that
//! Twilio said is lost.

pub mod age;
mod cell;
mod column;
mod console;
mod error;
mod jq;
mod json;
mod list;
pub mod plural;
mod progress;
mod prompt;
mod row;
mod shell_word;
mod sort;
mod table;
pub mod trace;
mod yaml;

use std::io::Write as _;
use std::str::FromStr;
use std::sync::Arc;

pub use cell::{Cell, Tone};
pub use column::{Column, document};
pub use console::{Captured, ColorChoice, Console, Terminals};
pub use error::Error;
pub use list::{Legacy, List};
pub use progress::Progress;
pub use row::{Local, Row};
pub use shell_word::shell_word;

use column::Field;
use jq::Filter;
use sort::SortKey;

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Columns for people.
    Table,
    /// All columns for people.
    Wide,
    /// One JSON array, or one object.
    Json,
    /// One JSON object per line.
    Ndjson,
    /// A YAML sequence, or one mapping.
    Yaml,
    /// Comma-separated values with a header line.
    Csv,
    /// The same separated by tabs.
    Tsv,
    /// SIDs alone, one per line.
    Sid,
    /// The lines of the script a command replaces.
    Legacy,
}

impl Format {
    /// Every format by its name.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("table", Self::Table),
        ("wide", Self::Wide),
        ("json", Self::Json),
        ("ndjson", Self::Ndjson),
        ("yaml", Self::Yaml),
        ("csv", Self::Csv),
        ("tsv", Self::Tsv),
        ("sid", Self::Sid),
        ("legacy", Self::Legacy),
    ];
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(name, _)| *name == text);
        found.map(|(_, format)| *format).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|(name, _)| *name).collect();
            format!("it must be one of {}", names.join(", "))
        })
    }
}

/// How data is to be shown.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// The format; `None` is a table, or JSON when there is a filter.
    pub format: Option<Format>,
    /// Column names and paths into the resource, instead of the usual columns.
    pub columns: Option<Vec<String>>,
    /// Column names and paths to order by, `-` in front for descending.
    pub sort: Vec<String>,
    /// Leave out the header line.
    pub no_headers: bool,
    /// A jq filter over the whole result.
    pub jq: Option<String>,
}

/// Prints data in the chosen view.
pub struct Printer {
    console: Arc<Console>,
    format: Format,
    columns: Option<Vec<String>>,
    sort: Vec<SortKey>,
    headers: bool,
    filter: Option<Filter>,
}

impl Printer {
    /// A printer for this view.
    ///
    /// # Errors
    /// The jq filter is not valid, or the format cannot hold what it yields.
    pub fn new(console: Arc<Console>, view: View) -> Result<Self, Error> {
        let filter = view.jq.as_deref().map(Filter::compile).transpose()?;
        let format = match (view.format, &filter) {
            (None, None) => Format::Table,
            (None | Some(Format::Json | Format::Ndjson), Some(_)) => Format::Json,
            (Some(format), None) => format,
            (Some(_), Some(_)) => return Err(Error::JqNeedsJson),
        };
        Ok(Self {
            console,
            format,
            columns: view.columns,
            sort: view.sort.iter().map(|key| SortKey::parse(key)).collect(),
            headers: !view.no_headers,
            filter,
        })
    }

    /// The console behind it.
    pub fn console(&self) -> &Console {
        &self.console
    }

    /// The format in use.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// Whether anybody will see a column, so that what only it needs can be left unasked.
    pub fn shows<R>(&self, column: &Column<R>) -> bool {
        let is_it = |name: &String| name == column.name;
        if self.sort.iter().any(|key| is_it(&key.name)) {
            return true;
        }
        match (&self.columns, self.format) {
            (_, Format::Sid | Format::Legacy) => false,
            (Some(names), _) => names.iter().any(is_it),
            (None, Format::Table) => !column.wide,
            (None, Format::Wide | Format::Csv | Format::Tsv) => true,
            (None, _) => false,
        }
    }

    /// Begins a list of rows; nothing is printed before the first row.
    ///
    /// # Errors
    /// The format is `legacy` and the command replaces no script.
    pub fn list<R: Row>(
        &self,
        columns: &'static [Column<R>],
        legacy: Option<Legacy<R>>,
    ) -> Result<List<'_, R>, Error> {
        List::begin(self, columns, legacy)
    }

    /// Prints one row: its columns under each other, or exactly its JSON.
    ///
    /// # Errors
    /// A column is unknown, the format does not fit, or stdout cannot be written.
    pub fn object<R: Row>(
        &self,
        row: &R,
        columns: &'static [Column<R>],
        legacy: Option<Legacy<R>>,
    ) -> Result<(), Error> {
        if let Some(filter) = &self.filter {
            return filter.print(row.raw().get().as_bytes(), &mut self.console.stdout());
        }
        match self.format {
            Format::Table | Format::Wide => {
                let fields = self.fields(columns, Format::Wide);
                Field::check(&fields, columns, row)?;
                let cells = Field::cells(&fields, row);
                let pairs = fields.iter().map(Field::header).zip(cells);
                table::print_pairs(&self.console, pairs)
            }
            Format::Json => {
                let text = self.json_of(row, columns)?;
                self.console.print_line(&text)
            }
            Format::Yaml => {
                let text = self.json_of(row, columns)?;
                let yaml = yaml::document(&text)?;
                self.console.print(&yaml)
            }
            Format::Ndjson | Format::Csv | Format::Tsv | Format::Sid | Format::Legacy => {
                let mut list = List::begin(self, columns, legacy)?;
                list.row(row)?;
                list.finish().map(|_| ())
            }
        }
    }

    /// Prints what the filter makes of a JSON document; without a filter nothing is printed, and it
    /// answers so.
    ///
    /// # Errors
    /// The text is not JSON, the filter fails on it, or stdout cannot be written.
    pub fn filtered(&self, json: &[u8]) -> Result<bool, Error> {
        let Some(filter) = &self.filter else {
            return Ok(false);
        };
        filter.print(json, &mut self.console.stdout())?;
        Ok(true)
    }

    fn json_of<R: Row>(&self, row: &R, columns: &'static [Column<R>]) -> Result<String, Error> {
        if self.columns.is_none() {
            return Ok(row.raw().get().to_owned());
        }
        let fields = self.fields(columns, self.format);
        Field::check(&fields, columns, row)?;
        Ok(Field::object(&fields, row))
    }

    /// The chosen fields, or those the format shows.
    fn fields<R: Row>(&self, columns: &'static [Column<R>], format: Format) -> Vec<Field<R>> {
        match &self.columns {
            Some(names) => names
                .iter()
                .map(|name| Field::named(name, columns))
                .collect(),
            None => columns
                .iter()
                .filter(|column| !column.wide || format != Format::Table)
                .map(Field::Column)
                .collect(),
        }
    }
}

/// A value as YAML that reads back as the same value.
///
/// # Errors
/// YAML cannot hold it.
pub fn yaml_of(value: &impl serde::Serialize) -> Result<String, Error> {
    yaml::encode(value)
}

fn write_line(out: &mut impl std::io::Write, text: &str) -> Result<(), Error> {
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")?;
    Ok(())
}

impl Console {
    /// Prints text on stdout as it is, at once.
    ///
    /// # Errors
    /// Stdout cannot be written, or nobody reads it any more.
    pub fn print(&self, text: &str) -> Result<(), Error> {
        let mut stdout = self.stdout();
        stdout.write_all(text.as_bytes())?;
        stdout.flush()?;
        Ok(())
    }

    /// Prints bytes on stdout as they are, at once.
    ///
    /// # Errors
    /// Stdout cannot be written, or nobody reads it any more.
    pub fn print_bytes(&self, bytes: &[u8]) -> Result<(), Error> {
        let mut stdout = self.stdout();
        stdout.write_all(bytes)?;
        stdout.flush()?;
        Ok(())
    }

    /// Makes room for the next showing, on a terminal.
    ///
    /// # Errors
    /// Stdout cannot be written, or nobody reads it any more.
    pub fn clear(&self) -> Result<(), Error> {
        if self.terminals.stdout {
            self.print("\x1b[H\x1b[2J")?;
        }
        Ok(())
    }

    /// Prints a heading on stdout, a blank line before it.
    ///
    /// # Errors
    /// Stdout cannot be written, or nobody reads it any more.
    pub fn print_heading(&self, text: &str) -> Result<(), Error> {
        let text = cell::one_line(text.into());
        if self.stdout_has_color() {
            let bold = anstyle::Style::new().bold();
            self.print_line(&format!("\n{bold}{text}{bold:#}"))
        } else {
            self.print_line(&format!("\n{text}"))
        }
    }

    /// Prints a line on stdout, at once.
    ///
    /// # Errors
    /// Stdout cannot be written, or nobody reads it any more.
    pub fn print_line(&self, text: &str) -> Result<(), Error> {
        let mut stdout = self.stdout();
        write_line(&mut stdout, text)?;
        stdout.flush()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
