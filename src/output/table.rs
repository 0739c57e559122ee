//! Tables: columns with two blanks between them, no lines.

use std::borrow::Cow;
use std::io::Write as _;

use comfy_table::{
    Attribute, Cell as Drawn, CellAlignment, Color, ColumnConstraint, ContentArrangement, Table,
    TableStyle, Width,
};

use super::{Cell, Column, Console, Error, Row, Tone, write_line};
use crate::model::sid::looks_like_sid;

/// Rows that decide the widths, and that are laid out at once afterwards.
const BATCH: usize = 1000;

/// Words up to the length of a SID are kept whole while that fits.
const LONGEST_WORD: usize = 34;

/// Where whole words do not fit, others than SIDs are broken into pieces of at least this length: a
/// broken SID cannot be copied.
const LEAST_PIECE: usize = 10;

/// Blanks between columns.
const GUTTER: u16 = 2;

/// A table that is written as rows come. The first rows decide the widths; on a terminal longer
/// values are wrapped in their column, in a pipe they push the rest of the line.
pub(super) struct TableWriter {
    headers: Vec<String>,
    show_headers: bool,
    rows: Vec<Vec<Cell>>,
    layout: Option<Layout>,
}

struct Layout {
    widths: Vec<u16>,
    right: Vec<bool>,
    /// Where lines end when no wrapping would make them fit.
    edge: Option<u16>,
}

impl TableWriter {
    pub(super) fn new(headers: Vec<String>, show_headers: bool) -> Self {
        Self {
            headers,
            show_headers,
            rows: Vec::new(),
            layout: None,
        }
    }

    pub(super) fn row(&mut self, console: &Console, cells: Vec<Cell>) -> Result<(), Error> {
        self.rows.push(cells);
        if self.rows.len() == BATCH {
            self.flush(console)?;
        }
        Ok(())
    }

    /// Writes the rows that are waiting.
    pub(super) fn flush(&mut self, console: &Console) -> Result<(), Error> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let first = self.layout.is_none();
        let rows = std::mem::take(&mut self.rows);
        let mut table = new_table(console);
        if first && self.show_headers {
            table.set_header(
                self.headers
                    .iter()
                    .map(|header| Drawn::new(header).add_attribute(Attribute::Bold)),
            );
        }
        for cells in &rows {
            table.add_row(cells.iter().map(draw));
        }
        let layout = self
            .layout
            .get_or_insert_with(|| Layout::decide(&table, &self.headers, &rows, console.width()));
        for (index, column) in table.column_iter_mut().enumerate() {
            // A gutter behind the last column would pass the edge of a terminal the table fills.
            let gutter = if index + 1 < layout.widths.len() {
                GUTTER
            } else {
                0
            };
            column.set_padding((0, gutter));
            let width = Width::Fixed(layout.widths.get(index).copied().unwrap_or(1) + gutter);
            column.set_constraint(if console.width().is_some() {
                ColumnConstraint::Absolute(width)
            } else {
                ColumnConstraint::LowerBoundary(width)
            });
            if layout.right.get(index) == Some(&true) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let edge = layout.edge;
        print(console, &table, edge)
    }
}

impl Layout {
    fn decide(
        table: &Table,
        headers: &[String],
        rows: &[Vec<Cell>],
        terminal: Option<u16>,
    ) -> Self {
        let mut widths = table.column_max_content_widths();
        let narrowest = |of: fn(&str) -> u16| -> Vec<u16> {
            let column = |(index, header): (usize, &String)| {
                let cells = rows.iter().filter_map(|row| row.get(index));
                let words = cells.map(|cell| match cell.for_table() {
                    age if cell.is_number() => length(&age),
                    text => longest(&text, of),
                });
                words.max().unwrap_or(0).max(longest(header, of))
            };
            headers.iter().enumerate().map(column).collect()
        };
        let edge = terminal.and_then(|terminal| {
            let pieces = narrowest(piece);
            let fits = fit(&mut widths, &narrowest(length), terminal)
                || fit(&mut widths, &pieces, terminal);
            (!fits).then(|| edge(&widths, &pieces, terminal))
        });
        let right = (0..widths.len())
            .map(|index| is_of_numbers(rows, index))
            .collect();
        Self {
            widths,
            right,
            edge,
        }
    }
}

fn is_of_numbers(rows: &[Vec<Cell>], index: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(index));
    let mut values = cells.filter(|cell| !cell.is_empty()).peekable();
    values.peek().is_some() && values.all(Cell::is_number)
}

fn longest(text: &str, of: fn(&str) -> u16) -> u16 {
    text.split(' ').map(of).max().unwrap_or(0)
}

fn piece(word: &str) -> u16 {
    let whole = length(word);
    if looks_like_sid(word) {
        whole
    } else {
        whole.min(u16::try_from(LEAST_PIECE).unwrap_or(u16::MAX))
    }
}

fn length(word: &str) -> u16 {
    u16::try_from(word.chars().count().min(LONGEST_WORD)).unwrap_or(u16::MAX)
}

/// Takes from the widest column that can give, one by one, until the line fits. Where it cannot
/// fit nothing is taken, and it says so.
fn fit(widths: &mut [u16], narrowest: &[u16], terminal: u16) -> bool {
    let gutters = GUTTER.saturating_mul(u16::try_from(widths.len()).unwrap_or(u16::MAX));
    let room = terminal.saturating_add(GUTTER).saturating_sub(gutters);
    let sum = |widths: &[u16]| widths.iter().map(|width| u32::from(*width)).sum::<u32>();
    if sum(narrowest) > u32::from(room) {
        return false;
    }
    while sum(widths) > u32::from(room) {
        let giving = widths
            .iter_mut()
            .zip(narrowest)
            .filter(|(width, narrowest)| **width > **narrowest)
            .map(|(width, _)| width);
        match giving.max() {
            Some(widest) => *widest -= 1,
            None => return false,
        }
    }
    true
}

/// Where to end lines that cannot fit: at the edge, in the middle of a value, but before a SID; a
/// SID in the first column is let over the edge.
fn edge(widths: &[u16], narrowest: &[u16], terminal: u16) -> u16 {
    let mut start = 0;
    for (index, (width, narrowest)) in widths.iter().zip(narrowest).enumerate() {
        let end = start + width;
        if end > terminal {
            return match index {
                _ if usize::from(*narrowest) < LONGEST_WORD => terminal,
                0 => terminal.max(narrowest + GUTTER),
                _ => start,
            };
        }
        start = end + GUTTER;
    }
    terminal
}

/// Names and values under each other.
pub(super) fn print_pairs(
    console: &Console,
    pairs: impl Iterator<Item = (Cow<'static, str>, Cell)>,
) -> Result<(), Error> {
    let mut table = new_table(console);
    for (name, cell) in pairs {
        table.add_row([Drawn::new(name).add_attribute(Attribute::Bold), draw(&cell)]);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, GUTTER));
    }
    if let Some(width) = console.width() {
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width);
    }
    print(console, &table, None)?;
    console.stdout().flush()?;
    Ok(())
}

impl Console {
    /// Shows the first of some rows on stderr, and how many more there are: what a question that
    /// follows is about.
    pub fn preview<R: Row>(&self, columns: &'static [Column<R>], rows: &[R], most: usize) {
        let shown: Vec<&Column<R>> = columns.iter().filter(|column| !column.wide).collect();
        let mut table = new_table(self);
        table.set_header(shown.iter().map(|column| column.header));
        let rows_of_cells: Vec<Vec<Cell>> = rows
            .iter()
            .take(most)
            .map(|row| shown.iter().map(|column| (column.cell)(row)).collect())
            .collect();
        for cells in &rows_of_cells {
            table.add_row(cells.iter().map(Cell::for_table));
        }
        for (index, column) in table.column_iter_mut().enumerate() {
            column.set_padding((2, 0));
            if is_of_numbers(&rows_of_cells, index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        for line in table.lines() {
            let line = cut(line.trim_end(), self.width());
            self.write_stderr(format!("{line}\n").as_bytes());
        }
        if rows.len() > most {
            self.note(format_args!("  … and {} more", rows.len() - most));
        }
    }
}

fn new_table(console: &Console) -> Table {
    let mut table = Table::new();
    table
        .load_style(TableStyle::new())
        .set_content_arrangement(ContentArrangement::Disabled)
        .force_no_tty();
    if console.stdout_has_color() {
        table.enforce_styling();
    }
    table
}

fn draw(cell: &Cell) -> Drawn {
    let drawn = Drawn::new_owned(cell.for_table());
    match cell.its_tone() {
        None => drawn,
        Some(Tone::Good) => drawn.fg(Color::Green),
        Some(Tone::Notice) => drawn.fg(Color::Yellow),
        Some(Tone::Bad) => drawn.fg(Color::Red),
        Some(Tone::Dim) => drawn.add_attribute(Attribute::Dim),
    }
}

fn print(console: &Console, table: &Table, edge: Option<u16>) -> Result<(), Error> {
    let mut stdout = console.stdout();
    for line in table.lines() {
        write_line(&mut stdout, &cut(line.trim_end(), edge))?;
    }
    Ok(())
}

/// The line as far as the edge, colours not counted.
fn cut(line: &str, edge: Option<u16>) -> Cow<'_, str> {
    match edge {
        Some(edge) => console::truncate_str(line, usize::from(edge), "…"),
        None => Cow::Borrowed(line),
    }
}
