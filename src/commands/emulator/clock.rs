//! `trctl emulator clock`: reading and turning the clock of a running emulator.

use std::num::NonZeroU32;
use std::str::FromStr;

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::control::Control;
use crate::app::App;
use crate::cli::{Age, When};
use crate::emulator::{ClockMode, ClockReport};
use crate::output::{Cell, Column, Local};

/// See and turn the emulated clock
///
/// Everything that is due until the new time happens at once, each thing at its own moment:
/// reservations time out, tasks move on and end. Time never goes back.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator clock advance 30m
  trctl emulator clock advance next
  trctl emulator clock run --speed 60")]
pub(super) struct ClockArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    /// Show the emulated time, whether it runs, and when something is due
    Show,
    Set(SetArgs),
    Advance(AdvanceArgs),
    /// Stop the clock: it moves only when told to
    #[command(alias = "hold")]
    Stop,
    Run(RunArgs),
}

/// Set the clock to a later time
///
/// A clock that runs runs on from there.
#[derive(Debug, clap::Args)]
struct SetArgs {
    /// A time such as `2026-11-21T08:00:00Z`, or `now` for the system's
    time: SetTime,
}

#[derive(Debug, Clone)]
enum SetTime {
    System,
    At(When),
}

impl FromStr for SetTime {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "now" => Ok(Self::System),
            text => match text.parse() {
                Ok(when @ (When::At(_) | When::Local(_))) => Ok(Self::At(when)),
                _ => Err(
                    "write a time like `2026-11-21T08:00:00Z` or `2026-11-21T08:00`, or `now`"
                        .to_owned(),
                ),
            },
        }
    }
}

/// Move the clock forward
///
/// A clock that runs runs on from there.
#[derive(Debug, clap::Args)]
struct AdvanceArgs {
    /// How far, such as `90s`, `30m` or `2h 30m`; `next` goes to the next deadline
    #[arg(value_name = "TIME")]
    by: AdvanceBy,
}

#[derive(Debug, Clone, Copy)]
enum AdvanceBy {
    NextDeadline,
    Time(Age),
}

impl FromStr for AdvanceBy {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "next" => Ok(Self::NextDeadline),
            text => text
                .parse()
                .map(Self::Time)
                .map_err(|wrong: String| format!("{wrong}, or `next`")),
        }
    }
}

/// Let the clock run on from where it stands
#[derive(Debug, clap::Args)]
struct RunArgs {
    /// How many times faster than the system's clock, 1 to 1000
    #[arg(long, value_name = "NUMBER", default_value_t = 1,
          value_parser = clap::value_parser!(u32).range(1..=1000))]
    speed: u32,
}

static COLUMNS: [Column<Local<ClockReport>>; 5] = [
    Column::new("mode", "CLOCK", |row| {
        match row.value.mode {
            ClockMode::Real => "real",
            ClockMode::Manual => "manual",
        }
        .into()
    }),
    Column::new("now", "NOW", |row| row.value.now.into()),
    Column::new("speed", "SPEED", |row| {
        row.value.speed.map(NonZeroU32::get).into()
    }),
    Column::new("next_deadline", "NEXT DEADLINE", |row| {
        row.value.next_deadline.into()
    }),
    Column::new("due_in", "DUE IN", |row| {
        row.value.next_deadline_ms.map_or(Cell::EMPTY, |deadline| {
            let left = deadline.saturating_sub(row.value.now_ms);
            Cell::age(u64::try_from(left).unwrap_or(0).div_ceil(1000))
        })
    }),
];

pub(super) async fn run(app: &App, args: &ClockArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::Show => {
            app.watch(|| async {
                let clock = Control::reach(app).await?.get("clock").await?;
                print(app, clock)
            })
            .await
        }
        Verb::Set(args) => {
            let time = match &args.time {
                SetTime::System => Timestamp::now(),
                SetTime::At(when) => when
                    .resolve(&app.now().to_zoned(TimeZone::system()))
                    .context("cannot set the clock to this")?,
            };
            change(app, &json!({ "now": time })).await
        }
        Verb::Advance(args) => match args.by {
            AdvanceBy::NextDeadline => change(app, &json!({ "advance": "next_deadline" })).await,
            AdvanceBy::Time(age) => change(app, &json!({ "advance": age.0 })).await,
        },
        Verb::Stop => change(app, &json!({ "mode": "manual" })).await,
        Verb::Run(args) => change(app, &json!({ "mode": "real", "speed": args.speed })).await,
    }
}

async fn change(app: &App, change: &Value) -> anyhow::Result<()> {
    let control = Control::reach(app).await?;
    let clock = control
        .post("clock", change)
        .await
        .context("cannot turn the clock")?;
    print(app, clock)
}

fn print(app: &App, clock: ClockReport) -> anyhow::Result<()> {
    app.printer()?.object(&Local::new(clock), &COLUMNS, None)?;
    Ok(())
}
