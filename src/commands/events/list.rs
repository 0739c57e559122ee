//! `trctl events list`: what happened in a period.

use std::num::NonZeroU64;

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _, future};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::filter::{Filter, FilterArgs};
use super::{COLUMNS, KEPT, noun};
use crate::app::App;
use crate::cli::{PeriodArgs, When};
use crate::model::Event;
use crate::model::time::IsoTime;

/// List what happened, newest first; the last 15 minutes unless told otherwise
///
/// Twilio keeps events for 30 days. The names of workers, queues and so on are those that they had
/// when it happened.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl events list --minutes 60 --type reservation.timeout
  trctl events list --since 8h --worker dave --type 'reservation.*,worker.activity.update'
  trctl events list --task WT… --since 2d --sort time
  trctl events list --since 2026-11-20 --where 'event_data.task_attributes.from == \"+15550100\"' -o ndjson")]
pub(super) struct ListArgs {
    /// Only the last so many minutes
    #[arg(long, value_name = "NUMBER", conflicts_with = "since", value_parser = minutes)]
    minutes: Option<NonZeroU64>,

    #[command(flatten)]
    period: PeriodArgs,

    #[command(flatten)]
    filters: FilterArgs,
}

fn minutes(text: &str) -> Result<NonZeroU64, &'static str> {
    text.parse()
        .map_err(|_| "it must be a whole number, 1 or more")
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let (since, until) = app.period(&args.period)?;
    let workspace = app.workspace().await?;
    let mut filter = Filter::new(app, workspace, &args.filters).await?;
    if let Some(minutes) = args.minutes {
        filter.form.push("Minutes", minutes);
    } else if let Some(since) = since {
        filter.form.push("StartDate", second_of(since));
    } else if until.is_some() {
        // What an end without a start means is nowhere said.
        let oldest = app.now().checked_sub(KEPT)?;
        filter.form.push("StartDate", second_of(oldest));
    }
    if let Some(until) = until {
        let next_second = until.checked_add(SignedDuration::from_millis(999))?;
        filter.form.push("EndDate", second_of(next_second));
    }
    let judges = filter.judges() || since.is_some() || until.is_some();
    let mut query = app.list_query(judges)?;
    query.filters = filter.form.clone();
    let is_in_time = |event: &Event| {
        let moment = event.millisecond();
        since.is_none_or(|since| moment >= Some(since.as_millisecond()))
            && until.is_none_or(|until| moment <= Some(until.as_millisecond()))
    };
    let limit = app.global().limit.map_or(usize::MAX, |limit| {
        usize::try_from(limit.get()).unwrap_or(usize::MAX)
    });
    let rows = app
        .client()?
        .list::<Event>(workspace, &query)
        .map(|record| record.context("cannot list the events"))
        .try_filter(|row| future::ready(is_in_time(&row.value) && filter.takes(row)))
        .take(limit);
    let many = if args.minutes.is_none() && since.is_none() && until.is_none() {
        "events in the last 15 minutes; `--since 8h` looks further back"
    } else {
        "events"
    };
    noun::print(app, rows, &COLUMNS, None, many).await
}

/// A moment that was asked for.
pub(super) fn moment(app: &App, when: Option<&When>) -> anyhow::Result<Option<Timestamp>> {
    let local = app.now().to_zoned(TimeZone::system());
    Ok(when.map(|when| when.resolve(&local)).transpose()?)
}

/// The second that a moment lies in: Twilio's dates have no fractions.
pub(super) fn second_of(moment: Timestamp) -> IsoTime {
    IsoTime::from_millisecond(moment.as_millisecond()).unwrap_or(IsoTime(moment))
}
