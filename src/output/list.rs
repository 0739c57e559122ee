//! A list that is printed while it arrives.

use std::io::Write as _;
use std::pin::pin;
use std::time::Duration;

use futures::{FutureExt as _, Stream, StreamExt as _};
use tokio::time::{Instant, timeout_at};

use super::column::Field;
use super::console::Stdout;
use super::sort;
use super::table::TableWriter;
use super::{Cell, Column, Error, Format, Printer, Row, json, write_line, yaml};

/// How long rows wait for others: those that are shown together decide the widths of a table, and
/// rows that are joined with something come one by one.
const PAUSE: Duration = Duration::from_millis(200);

/// The exact lines of the script that a command replaces.
#[derive(Debug, Clone)]
pub struct Legacy<R> {
    /// Lines before the first row.
    pub before: Vec<String>,
    /// The lines of a row.
    pub row: fn(&R) -> Vec<String>,
    /// Lines behind the last row.
    pub after: Vec<String>,
}

/// A list being printed. Rows are written as they are given, in constant memory, unless `--sort`
/// or `--jq` need all of them first.
pub struct List<'p, R: Row + 'static> {
    printer: &'p Printer,
    columns: &'static [Column<R>],
    fields: Vec<Field<R>>,
    order: Vec<Field<R>>,
    legacy: Option<Legacy<R>>,
    waiting: Vec<(Vec<Cell>, Rendered)>,
    sink: Sink<'p>,
    count: u64,
}

/// A row, ready to be written.
enum Rendered {
    Cells(Vec<Cell>),
    Text(String),
}

enum Sink<'p> {
    Table(TableWriter),
    Delimited {
        writer: Box<csv::Writer<Stdout<'p>>>,
        header: Option<Vec<String>>,
    },
    /// One array; whether it has been opened.
    Array(bool),
    /// Whole lines.
    Lines,
    /// Everything, for the filter.
    Filter(Vec<u8>),
}

impl<'p, R: Row + 'static> List<'p, R> {
    pub(super) fn begin(
        printer: &'p Printer,
        columns: &'static [Column<R>],
        legacy: Option<Legacy<R>>,
    ) -> Result<Self, Error> {
        let format = printer.format;
        if format == Format::Legacy && legacy.is_none() {
            return Err(Error::NoLegacy);
        }
        let fields = printer.fields(columns, format);
        let header = || fields.iter().map(|field| field.name().to_owned()).collect();
        let sink = match format {
            _ if printer.filter.is_some() => Sink::Filter(b"[".to_vec()),
            Format::Table | Format::Wide => Sink::Table(TableWriter::new(
                fields
                    .iter()
                    .map(|field| field.header().into_owned())
                    .collect(),
                printer.headers,
            )),
            // Values are quoted where the format needs it and never altered: a formula in a
            // name stays what Twilio stores, and a spreadsheet must import it as text.
            Format::Csv | Format::Tsv => Sink::Delimited {
                writer: Box::new(
                    csv::WriterBuilder::new()
                        .delimiter(if format == Format::Csv { b',' } else { b'\t' })
                        .from_writer(printer.console.stdout()),
                ),
                header: printer.headers.then(header),
            },
            Format::Json => Sink::Array(false),
            Format::Ndjson | Format::Yaml | Format::Sid | Format::Legacy => Sink::Lines,
        };
        Ok(Self {
            printer,
            columns,
            order: printer
                .sort
                .iter()
                .map(|key| Field::named(&key.name, columns))
                .collect(),
            fields,
            legacy,
            waiting: Vec::new(),
            sink,
            count: 0,
        })
    }

    /// Prints a row.
    ///
    /// # Errors
    /// A column is unknown, the format does not fit, or stdout cannot be written.
    pub fn row(&mut self, row: &R) -> Result<(), Error> {
        if self.count == 0 {
            Field::check(&self.fields, self.columns, row)?;
            Field::check(&self.order, self.columns, row)?;
            self.write_legacy(|legacy| &legacy.before)?;
        }
        self.count += 1;
        let rendered = self.render(row)?;
        if self.order.is_empty() {
            self.write(rendered)
        } else {
            self.waiting
                .push((Field::cells(&self.order, row), rendered));
            Ok(())
        }
    }

    /// Prints the rows of a stream as they come; when the stream has to wait, what there is is
    /// shown soon. Returns the number of rows.
    ///
    /// # Errors
    /// Those of the stream, after showing what came before, and those of [`List::row`].
    pub async fn drain<E: From<Error>>(
        mut self,
        rows: impl Stream<Item = Result<R, E>>,
    ) -> Result<u64, E> {
        let mut rows = pin!(rows);
        let mut due: Option<Instant> = None;
        loop {
            let next = if let Some(ready) = rows.next().now_or_never() {
                ready
            } else {
                let at = *due.get_or_insert_with(|| Instant::now() + PAUSE);
                if let Ok(next) = timeout_at(at, rows.next()).await {
                    next
                } else {
                    self.flush()?;
                    due = None;
                    rows.next().await
                }
            };
            match next {
                Some(Ok(row)) => self.row(&row)?,
                Some(Err(error)) => {
                    self.flush()?;
                    return Err(error);
                }
                None => return Ok(self.finish()?),
            }
        }
    }

    /// Shows what has been given so far, as far as the order allows.
    ///
    /// # Errors
    /// Stdout cannot be written.
    pub fn flush(&mut self) -> Result<(), Error> {
        let console = self.printer.console();
        match &mut self.sink {
            Sink::Table(table) => table.flush(console)?,
            Sink::Delimited { writer, .. } => writer.flush()?,
            Sink::Array(_) | Sink::Lines | Sink::Filter(_) => {}
        }
        console.stdout().flush()?;
        Ok(())
    }

    /// Ends the list. Returns the number of rows.
    ///
    /// # Errors
    /// Stdout cannot be written, or the filter failed.
    pub fn finish(mut self) -> Result<u64, Error> {
        if self.count == 0 {
            self.write_legacy(|legacy| &legacy.before)?;
        }
        let mut waiting = std::mem::take(&mut self.waiting);
        sort::sort(&mut waiting, &self.printer.sort);
        for (_, rendered) in waiting {
            self.write(rendered)?;
        }
        let mut stdout = self.printer.console.stdout();
        match &mut self.sink {
            Sink::Array(false) => write_line(&mut stdout, "[]")?,
            Sink::Array(true) => write_line(&mut stdout, "\n]")?,
            Sink::Lines if self.count == 0 && self.printer.format == Format::Yaml => {
                write_line(&mut stdout, "[]")?;
            }
            Sink::Delimited { writer, header } => write_header(writer, header)?,
            Sink::Filter(text) => {
                text.push(b']');
                if let Some(filter) = &self.printer.filter {
                    filter.print(text, &mut stdout)?;
                }
            }
            Sink::Table(_) | Sink::Lines => {}
        }
        self.write_legacy(|legacy| &legacy.after)?;
        self.flush()?;
        Ok(self.count)
    }

    fn render(&self, row: &R) -> Result<Rendered, Error> {
        let json = || {
            if self.printer.columns.is_some() {
                Field::object(&self.fields, row)
            } else {
                json::one_line(row.raw().get()).into_owned()
            }
        };
        Ok(Rendered::Text(match self.printer.format {
            _ if self.printer.filter.is_some() => json(),
            Format::Table | Format::Wide | Format::Csv | Format::Tsv => {
                return Ok(Rendered::Cells(Field::cells(&self.fields, row)));
            }
            // Verbatim: even the layout is Twilio's.
            Format::Json if self.printer.columns.is_none() => row.raw().get().to_owned(),
            Format::Json => json(),
            Format::Ndjson => json() + "\n",
            Format::Yaml => yaml::item(&json())?,
            Format::Sid => row.sid().ok_or(Error::NoSid)? + "\n",
            Format::Legacy => {
                let legacy = self.legacy.as_ref().ok_or(Error::NoLegacy)?;
                (legacy.row)(row)
                    .into_iter()
                    .map(|line| line + "\n")
                    .collect()
            }
        }))
    }

    fn write(&mut self, rendered: Rendered) -> Result<(), Error> {
        let mut stdout = self.printer.console.stdout();
        match (&mut self.sink, rendered) {
            (Sink::Table(table), Rendered::Cells(cells)) => table.row(&self.printer.console, cells),
            (Sink::Delimited { writer, header }, Rendered::Cells(cells)) => {
                write_header(writer, header)?;
                write_record(
                    writer,
                    cells.iter().map(|cell| cell.for_program().into_owned()),
                )
            }
            (Sink::Array(open), Rendered::Text(text)) => {
                stdout.write_all(if *open { b",\n" } else { b"[\n" })?;
                *open = true;
                Ok(stdout.write_all(text.as_bytes())?)
            }
            (Sink::Filter(all), Rendered::Text(text)) => {
                if all.len() > 1 {
                    all.push(b',');
                }
                all.extend_from_slice(text.as_bytes());
                Ok(())
            }
            (Sink::Lines, Rendered::Text(text)) => Ok(stdout.write_all(text.as_bytes())?),
            (Sink::Table(_) | Sink::Delimited { .. }, Rendered::Text(_))
            | (_, Rendered::Cells(_)) => unreachable!("a row is rendered for its sink"),
        }
    }

    fn write_legacy(&self, lines: impl Fn(&Legacy<R>) -> &Vec<String>) -> Result<(), Error> {
        let mut stdout = self.printer.console.stdout();
        if self.printer.format == Format::Legacy
            && self.printer.filter.is_none()
            && let Some(legacy) = &self.legacy
        {
            for line in lines(legacy) {
                write_line(&mut stdout, line)?;
            }
        }
        Ok(())
    }
}

fn write_header(
    writer: &mut csv::Writer<Stdout<'_>>,
    header: &mut Option<Vec<String>>,
) -> Result<(), Error> {
    match header.take() {
        Some(names) => write_record(writer, names.into_iter()),
        None => Ok(()),
    }
}

fn write_record(
    writer: &mut csv::Writer<Stdout<'_>>,
    values: impl Iterator<Item = String>,
) -> Result<(), Error> {
    writer
        .write_record(values)
        .map_err(|cause| match cause.into_kind() {
            csv::ErrorKind::Io(cause) => cause.into(),
            other => Error::Encode {
                format: "CSV",
                problem: format!("{other:?}"),
            },
        })
}
