//! `trctl emulator call`: somebody calls one of a running emulator's numbers.

use std::collections::BTreeSet;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::control::Control;
use crate::app::App;
use crate::cli::Age;
use crate::emulator::Step;
use crate::model::sid::CallSid;
use crate::output::{Column, Local};

/// Call a number of the emulator, which plays the TwiML of its voice URL
///
/// The number comes from the seed file, the control endpoint, or `trctl serve --register`. The
/// caller presses keys and speaks when they are asked to, waits, talks and hangs up, all in
/// emulated time: on a clock that stands still nothing happens until it is turned.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator call --to +15550100 --digits 1 --patience 90s --wait
  trctl emulator call --to +15550100 --say sales --talk 2m --count 20
  trctl emulator call --to +15550100 --wait -o ndjson | jq .step")]
pub(super) struct CallArgs {
    /// The number that is called
    #[arg(long, value_name = "NUMBER")]
    to: String,

    /// The number the caller calls from
    #[arg(long, value_name = "NUMBER", default_value = "+15551230001")]
    from: String,

    /// Keys to press at one `<Gather>`, `w` for half a second of waiting (can be repeated, for one
    /// after the other)
    #[arg(long, value_name = "KEYS", value_delimiter = ',')]
    digits: Vec<String>,

    /// What to say at one `<Gather>` or `<Record>` (can be repeated, for one after the other)
    #[arg(long, value_name = "TEXT")]
    say: Vec<String>,

    /// Hang up after this time unless talking to somebody by then
    #[arg(long, value_name = "TIME")]
    patience: Option<Age>,

    /// Hang up after talking to somebody for this time; otherwise the other side does
    #[arg(long, value_name = "TIME")]
    talk: Option<Age>,

    /// How many call at once
    #[arg(long, value_name = "NUMBER", default_value_t = 1,
          value_parser = clap::value_parser!(u32).range(1..=10_000))]
    count: u32,

    /// Show what happens, step by step, until all of them are over
    #[arg(long)]
    wait: bool,
}

#[derive(Deserialize)]
struct Placed {
    sid: CallSid,
}

/// A call that was placed.
#[derive(Debug, Clone, Serialize)]
struct Call {
    sid: CallSid,
    from: String,
    to: String,
}

#[derive(Deserialize)]
struct Steps {
    steps: Vec<Step>,
    playing: Vec<CallSid>,
}

static CALLS: [Column<Local<Call>>; 3] = [
    Column::new("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::new("from", "FROM", |row| row.value.from.clone().into()),
    Column::new("to", "TO", |row| row.value.to.clone().into()),
];

static STEPS: [Column<Local<Step>>; 5] = [
    Column::new("date", "DATE", |row| row.value.date.into()),
    Column::wide("call_sid", "CALL", |row| {
        row.value.call_sid.to_string().into()
    }),
    Column::new("leg_sid", "LEG", |row| row.value.leg_sid.to_string().into()),
    Column::new("step", "STEP", |row| row.value.step.clone().into()),
    Column::new("details", "DETAILS", |row| {
        sentence(&row.value.details).into()
    }),
];

/// Details as people read them.
fn sentence(details: &Map<String, Value>) -> String {
    let told: Vec<String> = details
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| match value {
            Value::String(text) => format!("{name}={text}"),
            other => format!("{name}={other}"),
        })
        .collect();
    told.join(" ")
}

pub(super) async fn run(app: &App, args: &CallArgs) -> anyhow::Result<()> {
    let control = Control::reach(app).await?;
    let milliseconds = |age: &Option<Age>| age.map(|age| age.0.as_millis());
    let call = json!({
        "to": args.to,
        "from": args.from,
        "digits": args.digits,
        "say": args.say,
        "patience_ms": milliseconds(&args.patience),
        "talk_ms": milliseconds(&args.talk),
    });
    // What happened before is not shown.
    let mut last = 0;
    if args.wait {
        let before: Steps = control.get("steps/0").await?;
        last = before.steps.last().map_or(0, |step| step.number);
    }
    let mut calls = Vec::new();
    for _ in 0..args.count {
        let placed: Placed = control
            .post("phone-calls", &call)
            .await
            .with_context(|| format!("cannot call {}", args.to))?;
        calls.push(placed.sid);
    }
    let printer = app.printer()?;
    if !args.wait {
        let mut rows = printer.list(&CALLS, None)?;
        for sid in calls {
            rows.row(&Local::new(Call {
                sid,
                from: args.from.clone(),
                to: args.to.clone(),
            }))?;
        }
        rows.finish()?;
        return Ok(());
    }
    let placed: BTreeSet<CallSid> = calls.into_iter().collect();
    let mut shown = printer.list(&STEPS, None)?;
    loop {
        let found: Steps = control.get(&format!("steps/{last}")).await?;
        for step in found.steps {
            last = step.number;
            if placed.contains(&step.call_sid) {
                shown.row(&Local::new(step))?;
            }
        }
        shown.flush()?;
        if !found.playing.iter().any(|call| placed.contains(call)) {
            break;
        }
    }
    shown.finish()?;
    Ok(())
}
