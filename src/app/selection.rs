//! Selection on this side: what the server has no filter for.

use futures::{Stream, StreamExt as _, future};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value as Json;

use super::App;
use crate::cli::{PeriodArgs, SelectArgs, When, WhereArgs};
use crate::exit_code::Failure;
use crate::model::time::{IsoTime, MailTime};
use crate::output::{Column, Row, document};
use crate::routing::alike;
use crate::routing::expr::Expr;

/// The date of a resource that ages and periods are measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// When it was created.
    Created,
    /// When it last changed: since when it has been in its status.
    Updated,
    /// When a worker's activity last changed.
    StatusChanged,
}

impl By {
    const fn field(self) -> &'static str {
        match self {
            Self::Created => "date_created",
            Self::Updated => "date_updated",
            Self::StatusChanged => "date_status_changed",
        }
    }
}

/// What the user asked for beyond the server's filters, ready to judge rows.
#[derive(Debug)]
pub struct Selection<R: 'static> {
    conditions: Vec<Expr>,
    columns: &'static [Column<R>],
    by: By,
    from: Option<Timestamp>,
    before: Option<Timestamp>,
    limit: Option<u64>,
}

impl App {
    /// The moments of a period, seen from now.
    ///
    /// # Errors
    /// A moment is outside of the calendar, or the period ends before it begins.
    pub fn period(
        &self,
        args: &PeriodArgs,
    ) -> anyhow::Result<(Option<Timestamp>, Option<Timestamp>)> {
        let local = self.now().to_zoned(TimeZone::system());
        let moment =
            |when: &Option<When>| when.as_ref().map(|when| when.resolve(&local)).transpose();
        let (since, until) = (moment(&args.since)?, moment(&args.until)?);
        if let (Some(since), Some(until)) = (since, until)
            && since > until
        {
            return Err(Failure::usage(format!(
                "the period ends before it begins: `--since` is {since}, `--until` is {until}"
            ))
            .into());
        }
        Ok((since, until))
    }

    /// The selection of a list or bulk verb; ages are measured by `by`.
    ///
    /// # Errors
    /// A condition is about something that no row has, a moment is outside of the calendar, or the
    /// period ends before it begins.
    pub fn selection<R: Row>(
        &self,
        args: &SelectArgs,
        by: By,
        columns: &'static [Column<R>],
    ) -> anyhow::Result<Selection<R>> {
        refuse_unknown_names(&args.conditions, columns)?;
        let (since, mut before) = self.period(&args.period)?;
        if let Some(age) = args.age.older_than {
            let limit = self.now().checked_sub(age.0)?;
            before = Some(before.map_or(limit, |before| before.min(limit)));
        }
        Ok(Selection {
            conditions: args
                .conditions
                .conditions
                .iter()
                .map(|condition| condition.expression.clone())
                .collect(),
            columns,
            by,
            from: since,
            before,
            limit: self.global.limit.map(std::num::NonZeroU64::get),
        })
    }
}

impl<R: Row> Selection<R> {
    /// Whether any row can be turned away here; if not, the server can be told the limit.
    pub fn judges(&self) -> bool {
        !self.conditions.is_empty() || self.from.is_some() || self.before.is_some()
    }

    /// The first and the last moment that is selected.
    pub const fn period(&self) -> (Option<Timestamp>, Option<Timestamp>) {
        (self.from, self.before)
    }

    /// Whether a condition looks at a column.
    pub fn looks_at(&self, column: &str) -> bool {
        self.conditions
            .iter()
            .flat_map(Expr::references)
            .any(|reference| first_part(&reference.to_string()) == column)
    }

    /// Whether a row is selected. A row without the date that is asked for is not.
    pub fn takes(&self, row: &R) -> bool {
        if !self.judges() {
            return true;
        }
        let document = document(row, self.columns);
        let in_time = (self.from.is_none() && self.before.is_none())
            || date(&document, self.by.field()).is_some_and(|date| {
                self.from.is_none_or(|from| date >= from)
                    && self.before.is_none_or(|before| date <= before)
            });
        in_time
            && self
                .conditions
                .iter()
                .all(|condition| condition.matches_document(&document))
    }

    /// The selected rows of a stream, at most `--limit` of them.
    pub fn of<E>(
        &self,
        rows: impl Stream<Item = Result<R, E>>,
    ) -> impl Stream<Item = Result<R, E>> {
        let limit = self.limit.map_or(usize::MAX, |limit| {
            usize::try_from(limit).unwrap_or(usize::MAX)
        });
        rows.filter(move |row| future::ready(row.as_ref().map_or(true, |row| self.takes(row))))
            .take(limit)
    }
}

/// The first part of what a condition refers to.
fn first_part(reference: &str) -> &str {
    reference.split(['.', '[']).next().unwrap_or_default()
}

/// What no row has is nothing for every row, and a misspelt condition would select by that.
fn refuse_unknown_names<R: Row>(
    conditions: &WhereArgs,
    columns: &[Column<R>],
) -> Result<(), Failure> {
    let members = R::members();
    if members.is_empty() {
        return Ok(());
    }
    let known = || {
        let columns = columns.iter().map(|column| column.name);
        members.iter().copied().chain(columns)
    };
    let references = conditions
        .conditions
        .iter()
        .flat_map(|condition| condition.expression.references());
    for reference in references {
        let reference = reference.to_string();
        let name = first_part(&reference);
        if known().any(|known| known == name) {
            continue;
        }
        let failure = Failure::usage(format!(
            "`--where` asks for `{name}`, which nothing here has"
        ));
        return Err(match alike::nearest(name, known()) {
            Some(meant) => failure.with_hint(format!("did you mean `{meant}`?")),
            None => failure.with_hint(
                "`-o json` shows what there is; what is in the attributes goes by \
                 `attributes.NAME`, and texts stand in double quotes",
            ),
        });
    }
    Ok(())
}

fn date(document: &Json, field: &str) -> Option<Timestamp> {
    let value = document.get(field)?;
    serde_json::from_value::<IsoTime>(value.clone())
        .map(|time| time.0)
        .or_else(|_| serde_json::from_value::<MailTime>(value.clone()).map(|time| time.0))
        .ok()
}
