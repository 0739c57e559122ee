//! `trctl events tail`: what happens, as it happens.
//!
//! Twilio has no stream to listen to here, so the log is read again and again. Every reading
//! begins well before the newest event that is known: events are written by many machines, and one
//! may turn up behind another that is younger. What was read before is known by its SID.
//!
//! A running `trctl serve` has a stream; with `--server` that is followed instead.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::Context as _;
use futures::TryStreamExt as _;
use jiff::{SignedDuration, Timestamp};

use super::filter::{Filter, FilterArgs};
use super::list::{moment, second_of};
use super::{COLUMNS, Row};
use crate::app::App;
use crate::cli::{Age, When};
use crate::exit_code::{ExitCode, Failure};
use crate::model::Event;
use crate::model::sid::{EventSid, WorkspaceSid};
use crate::output::List;
use crate::twilio::{Client, Error, ListQuery};

/// How far every reading goes back behind the newest event that is known.
const OVERLAP: SignedDuration = SignedDuration::from_secs(30);

/// How much this machine's clock may be ahead of Twilio's.
const CLOCK_SKEW: SignedDuration = SignedDuration::from_mins(5);

/// The shortest pause between two readings.
const SHORTEST: SignedDuration = SignedDuration::from_millis(100);

/// Follow what happens, oldest first, until Ctrl-C
///
/// The log is read every few seconds; nothing is left out or shown twice, and a reading that fails
/// is told and made up for. `--limit` ends it after so many events, with exit code 0. With `--sort`
/// and `--jq` everything is shown at the end.
///
/// With `--server`, events come from a running `trctl serve` the moment it has them, and Twilio is
/// not asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl events tail --worker dave
  trctl events tail --since 10m -o ndjson
  trctl events tail --type task.completed --limit 1 -o json
  trctl events tail --server http://127.0.0.1:8000 -o ndjson")]
pub(super) struct TailArgs {
    /// Begin with what happened since then: a time, or how long ago (`10m`)
    #[arg(long, value_name = "TIME")]
    since: Option<When>,

    /// Time between two readings
    #[arg(long, value_name = "TIME", default_value = "2s", value_parser = interval)]
    interval: Age,

    /// Follow the `trctl serve` that runs there; a token for it comes from `TRCTL_SERVER_TOKEN`
    #[cfg(feature = "server")]
    #[arg(long, value_name = "URL", conflicts_with_all = ["since", "interval"], value_parser = server)]
    server: Option<url::Url>,

    /// With `--server`: begin behind the event in this position; 0 begins with the first
    #[cfg(feature = "server")]
    #[arg(long, value_name = "POSITION", requires = "server")]
    after: Option<u64>,

    /// Go on until Ctrl-C, as without it
    #[arg(long, short)]
    follow: bool,

    #[command(flatten)]
    filters: FilterArgs,
}

#[cfg(feature = "server")]
fn server(text: &str) -> Result<url::Url, String> {
    crate::cli::absolute_url(text)?
        .parse()
        .map_err(|error| format!("it is no URL ({error})"))
}

fn interval(text: &str) -> Result<Age, String> {
    let age: Age = text.parse()?;
    if age.0 < SHORTEST {
        return Err("it must be 100ms or more".to_owned());
    }
    Ok(age)
}

pub(super) async fn run(app: &App, args: &TailArgs) -> anyhow::Result<()> {
    if app.global().watch.is_some() {
        return Err(
            Failure::usage("`--watch` shows things again; `tail` goes on by itself")
                .with_hint("`--interval` sets the time between two readings")
                .into(),
        );
    }
    #[cfg(feature = "server")]
    if let Some(server) = &args.server {
        return run_beside(app, server, args).await;
    }
    let workspace = app.workspace().await?;
    let filter = Filter::new(app, workspace, &args.filters).await?;
    let tail = match moment(app, args.since.as_ref())? {
        Some(since) => Tail::since(since),
        None => Tail::from_now_on(app.now())?,
    };
    let mut query = app.list_query(true)?;
    query.filters = filter.form.clone();
    let follower = Follower {
        app,
        client: app.client()?,
        workspace,
        filter,
        query,
        pause: args.interval.0.unsigned_abs(),
    };
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    let outcome = tokio::select! {
        outcome = follower.follow(tail, &mut list) => outcome,
        Ok(()) = tokio::signal::ctrl_c() => {
            Err(Failure::new(ExitCode::Interrupted, "stopped").into())
        }
    };
    // A JSON array is closed whatever ended it.
    list.finish()?;
    outcome
}

#[cfg(feature = "server")]
async fn run_beside(app: &App, server: &url::Url, args: &TailArgs) -> anyhow::Result<()> {
    use crate::model::sid::Sid as _;

    let workspace = if args.filters.has_names() {
        app.workspace().await?
    } else {
        // Nothing is looked up in it.
        WorkspaceSid::from_bits(0)
    };
    let filter = Filter::new(app, workspace, &args.filters).await?;
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    let outcome = tokio::select! {
        outcome = super::stream::follow(app, server, args.after, &filter, &mut list) => outcome,
        Ok(()) = tokio::signal::ctrl_c() => {
            Err(Failure::new(ExitCode::Interrupted, "stopped").into())
        }
    };
    list.finish()?;
    outcome
}

/// Reads, judges and prints.
struct Follower<'a> {
    app: &'a App,
    client: &'a Client,
    workspace: WorkspaceSid,
    filter: Filter,
    query: ListQuery,
    pause: Duration,
}

impl Follower<'_> {
    async fn follow(&self, mut tail: Tail, list: &mut List<'_, Row>) -> anyhow::Result<()> {
        let mut left = self.app.global().limit.map(std::num::NonZeroU64::get);
        let console = self.app.console();
        let mut is_first = true;
        loop {
            match self.read(&tail).await {
                Ok(rows) => {
                    for row in tail.news(rows) {
                        if !self.filter.takes(&row) {
                            continue;
                        }
                        list.row(&row)?;
                        left = left.map(|left| left - 1);
                        if left == Some(0) {
                            return Ok(());
                        }
                    }
                    list.flush()?;
                    if is_first {
                        console.note("following; Ctrl-C ends it");
                    }
                }
                Err(error) if !is_first && passes(&error) => {
                    console.note(format_args!(
                        "cannot read the events, trying again: {error}"
                    ));
                }
                Err(error) => return Err(error).context("cannot read the events"),
            }
            is_first = false;
            tokio::time::sleep(self.pause).await;
        }
    }

    /// Everything since the tail's beginning, in Twilio's order. A reading that fails half-way
    /// gives nothing, so that the next one finds nothing missing.
    async fn read(&self, tail: &Tail) -> Result<Vec<Row>, Error> {
        let mut query = self.query.clone();
        query.filters.push("StartDate", second_of(tail.start));
        self.client
            .list::<Event>(self.workspace, &query)
            .try_collect()
            .await
    }
}

/// Whether a failure may be over when it is tried again.
fn passes(error: &Error) -> bool {
    match error {
        Error::Api(refusal) => refusal.status >= 500,
        Error::RateLimited { .. }
        | Error::Timeout { .. }
        | Error::Connect { .. }
        | Error::Broken { .. }
        | Error::NotJson { .. } => true,
        _ => false,
    }
}

/// What was read already, and from when on to read.
#[derive(Debug)]
struct Tail {
    start: Timestamp,
    /// The SIDs of what was read since `start`, with the moments.
    known: HashMap<EventSid, Option<i64>>,
    /// Whether what is read first is known to everybody.
    skips_the_past: bool,
}

impl Tail {
    fn since(start: Timestamp) -> Self {
        Self {
            start,
            known: HashMap::new(),
            skips_the_past: false,
        }
    }

    /// Begins behind everything that has happened.
    fn from_now_on(now: Timestamp) -> Result<Self, jiff::Error> {
        Ok(Self {
            skips_the_past: true,
            ..Self::since(now.checked_sub(CLOCK_SKEW)?)
        })
    }

    /// What is new in a reading, oldest first.
    fn news(&mut self, mut rows: Vec<Row>) -> Vec<Row> {
        let moment = |row: &Row| row.value.millisecond();
        // Twilio lists the newest first; of the same moment, the last one was the first.
        if rows.first().map(moment) >= rows.last().map(moment) {
            rows.reverse();
        }
        rows.sort_by_key(|row| moment(row).unwrap_or(i64::MAX));
        rows.retain(|row| self.known.insert(row.value.sid, moment(row)).is_none());
        self.move_on();
        if std::mem::take(&mut self.skips_the_past) {
            rows.clear();
        }
        rows
    }

    /// Forgets what will not be read again.
    fn move_on(&mut self) {
        let newest = self.known.values().flatten().max();
        let start = newest
            .and_then(|newest| Timestamp::from_millisecond(*newest).ok())
            .and_then(|newest| newest.checked_sub(OVERLAP).ok());
        let Some(start) = start.filter(|start| *start > self.start) else {
            return;
        };
        self.start = second_of(start).0;
        let oldest = self.start.as_millisecond();
        self.known
            .retain(|_, moment| moment.is_none_or(|moment| moment >= oldest));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use serde_json::value::to_raw_value;

    use super::*;

    const NOON: i64 = 1_800_000_000_000;

    fn at(moment: i64) -> Timestamp {
        Timestamp::from_millisecond(moment).unwrap()
    }

    /// An event of this number, so many milliseconds after noon.
    fn event(number: u32, milliseconds: i64) -> Row {
        let raw = to_raw_value(&json!({
            "sid": format!("EV{number:032x}"),
            "account_sid": format!("AC{:032x}", 1),
            "workspace_sid": format!("WS{:032x}", 1),
            "event_type": "task.created",
            "event_date": null,
            "event_date_ms": NOON + milliseconds,
        }))
        .unwrap();
        let value = serde_json::from_str(raw.get()).unwrap();
        Row { value, raw }
    }

    fn numbers(rows: &[Row]) -> Vec<u128> {
        use crate::model::sid::Sid as _;
        rows.iter().map(|row| row.value.sid.bits()).collect()
    }

    #[test]
    fn news_come_oldest_first_in_whichever_order_they_are_listed() {
        let newest_first = vec![event(4, 20), event(3, 10), event(2, 10), event(1, 0)];
        let mut tail = Tail::since(at(NOON));
        assert_eq!(numbers(&tail.news(newest_first)), [1, 2, 3, 4]);
        let oldest_first = vec![event(1, 0), event(2, 10), event(3, 10), event(4, 20)];
        let mut tail = Tail::since(at(NOON));
        assert_eq!(numbers(&tail.news(oldest_first)), [1, 2, 3, 4]);
    }

    #[test]
    fn nothing_comes_twice_and_a_straggler_is_not_lost() {
        let mut tail = Tail::since(at(NOON));
        assert_eq!(numbers(&tail.news(vec![event(1, 60_000)])), [1]);
        assert_eq!(tail.start, at(NOON + 30_000));
        let second = vec![event(1, 60_000), event(2, 45_000)];
        assert_eq!(numbers(&tail.news(second)), [2]);
        assert_eq!(tail.start, at(NOON + 30_000));
        let third = vec![event(3, 90_500), event(1, 60_000), event(2, 45_000)];
        assert_eq!(numbers(&tail.news(third)), [3]);
        assert_eq!(tail.start, at(NOON + 60_000));
        assert_eq!(tail.known.len(), 2);
        assert!(
            tail.news(vec![event(3, 90_500), event(1, 60_000)])
                .is_empty()
        );
    }

    #[test]
    fn what_was_there_at_the_beginning_is_left_out_unless_asked_for() {
        let mut tail = Tail::from_now_on(at(NOON)).unwrap();
        assert!(tail.news(vec![event(1, 0)]).is_empty());
        assert_eq!(numbers(&tail.news(vec![event(2, 0), event(1, 0)])), [2]);
        let mut quiet = Tail::from_now_on(at(NOON)).unwrap();
        assert!(quiet.news(Vec::new()).is_empty());
        assert_eq!(quiet.start, at(NOON - 300_000));
        assert_eq!(numbers(&quiet.news(vec![event(1, -10_000)])), [1]);
    }
}
