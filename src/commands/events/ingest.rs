//! `trctl events ingest`: takes events from a file into the event store.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};

use anyhow::Context as _;
use serde::Serialize;
use serde_json::Value as Json;

use crate::app::App;
use crate::commands::event_store::StoreArgs;
use crate::events::{Encoding, EventStore, RecordedEvent, Rejected};
use crate::exit_code::{ExitCode, Failure};
use crate::model::Event;
use crate::output::{Column, Local, plural};

/// Events that are taken in at once.
const BATCH: usize = 1000;

/// The longest line that is read; an event is a thousandth of it.
const LONGEST_LINE: u64 = 16 << 20;

/// How many bad lines are told one by one.
const TOLD: u64 = 20;

/// Take events from a file into the event store
///
/// One JSON document per line: what `events export` or `events list -o ndjson` wrote, CloudEvents of
/// the Event Streams (also an array of them), or the parameters of an event callback. What is known
/// already is merged, so that reading a file twice does no harm. A line that is no event is told
/// with its number and kept in the quarantine; the exit code is then 6.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl events ingest events.ndjson
  trctl events list --since 30d -o ndjson | trctl events ingest -
  zcat archive/*.ndjson.gz | trctl events ingest - --store archive.db")]
pub(super) struct IngestArgs {
    /// The file; `-` is stdin
    #[arg(value_name = "FILE")]
    file: String,

    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Default, Serialize)]
struct Taken {
    lines: u64,
    new: u64,
    known: u64,
    quarantined: u64,
}

static COLUMNS: [Column<Local<Taken>>; 4] = [
    Column::new("lines", "LINES", |row| row.value.lines.into()),
    Column::new("new", "NEW", |row| row.value.new.into()),
    Column::new("known", "KNOWN", |row| row.value.known.into()),
    Column::new("quarantined", "QUARANTINED", |row| {
        row.value.quarantined.into()
    }),
];

pub(super) async fn run(app: &App, args: &IngestArgs) -> anyhow::Result<()> {
    app.refuse_watch()?;
    if app.global().dry_run {
        return Err(
            Failure::usage("`--dry-run` means nothing here: nothing is changed at Twilio")
                .with_hint("`--store FILE` with a new file shows what would be taken in")
                .into(),
        );
    }
    let name = args.file.as_str();
    let reader: Box<dyn BufRead> = if name == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let path = app.sources().directory.join(name);
        let file = File::open(path).with_context(|| format!("cannot open `{name}`"))?;
        Box::new(BufReader::with_capacity(1 << 16, file))
    };
    let opened = args.store.to_write(app).await?;
    let store = &*opened.store;
    let taken = take_in(app, store, reader, name).await;
    // Whoever reads the facts next is to find all of it there.
    let settled = store.settled().await;
    store.close().await;
    let taken = taken?;
    settled?;
    let bad = taken.quarantined;
    app.printer()?.object(&Local::new(taken), &COLUMNS, None)?;
    if bad == 0 {
        return Ok(());
    }
    let many = plural::count(usize::try_from(bad).unwrap_or(usize::MAX), "line");
    Err(Failure::new(
        ExitCode::ItemsFailed,
        format!("{many} could not be understood"),
    )
    .with_hint("`trctl events quarantine` shows what was kept of them")
    .into())
}

async fn take_in(
    app: &App,
    store: &dyn EventStore,
    mut reader: Box<dyn BufRead>,
    name: &str,
) -> anyhow::Result<Taken> {
    let mut taken = Taken::default();
    let mut batch = Vec::with_capacity(BATCH);
    let mut refused = Vec::new();
    let progress = app.console().progress_counting("taking in lines");
    while let Some(line) =
        read_line(&mut *reader).with_context(|| format!("cannot read `{name}`"))?
    {
        taken.lines += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let outcomes = if line.len() as u64 > LONGEST_LINE {
            vec![Err((
                Encoding::Rest,
                format!("it is longer than {LONGEST_LINE} bytes and was cut there"),
            ))]
        } else {
            events_of(&line)
        };
        for outcome in outcomes {
            match outcome {
                Ok(event) => batch.push(event),
                Err((encoding, reason)) => {
                    taken.quarantined += 1;
                    let number = taken.lines;
                    if taken.quarantined <= TOLD {
                        app.console()
                            .warn(format_args!("line {number} of `{name}`: {reason}"));
                    }
                    refused.push(Rejected {
                        at: app.now().as_millisecond(),
                        encoding,
                        reason: format!("line {number} of `{name}`: {reason}"),
                        body: line.trim_ascii_end().into(),
                    });
                }
            }
        }
        if batch.len() >= BATCH {
            append(store, &mut batch, &mut taken).await?;
        }
        if refused.len() >= BATCH {
            store.quarantine(std::mem::take(&mut refused)).await?;
        }
        if taken.lines.is_multiple_of(BATCH as u64) {
            progress.set(taken.lines);
        }
    }
    append(store, &mut batch, &mut taken).await?;
    if !refused.is_empty() {
        store.quarantine(refused).await?;
    }
    drop(progress);
    if taken.quarantined > TOLD {
        app.console().warn(format_args!(
            "and {} more lines that are no events",
            taken.quarantined - TOLD
        ));
    }
    Ok(taken)
}

async fn append(
    store: &dyn EventStore,
    batch: &mut Vec<RecordedEvent>,
    taken: &mut Taken,
) -> anyhow::Result<()> {
    if batch.is_empty() {
        return Ok(());
    }
    let appended = store
        .append(std::mem::take(batch))
        .await
        .context("cannot keep the events")?;
    taken.new += appended.new as u64;
    taken.known += appended.known as u64;
    Ok(())
}

/// The next line, cut where it is too long; `None` at the end.
fn read_line(reader: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let read = (&mut *reader)
        .take(LONGEST_LINE + 1)
        .read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.len() as u64 > LONGEST_LINE && line.last() != Some(&b'\n') {
        reader.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

type Read = Result<RecordedEvent, (Encoding, String)>;

/// The events of a line.
fn events_of(line: &[u8]) -> Vec<Read> {
    match serde_json::from_slice(line) {
        Ok(Json::Array(events)) => events.into_iter().map(event_of).collect(),
        Ok(event) => vec![event_of(event)],
        Err(error) => vec![Err((Encoding::Rest, format!("it is not JSON: {error}")))],
    }
}

/// The event of a document, by what only its encoding has.
fn event_of(document: Json) -> Read {
    let Some(object) = document.as_object() else {
        return Err((Encoding::Rest, "it is no JSON object".to_owned()));
    };
    let has = |name: &str| object.contains_key(name);
    if has("specversion") {
        return RecordedEvent::from_cloud_event(&document)
            .map_err(|malformed| (Encoding::CloudEvent, malformed.reason()));
    }
    if has("EventType") {
        let pairs: Vec<(String, String)> = object
            .iter()
            .map(|(name, value)| {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                (name.clone(), text)
            })
            .collect();
        return RecordedEvent::from_callback(pairs)
            .map_err(|malformed| (Encoding::Callback, malformed.reason()));
    }
    if !has("event_type") {
        return Err((
            Encoding::Rest,
            "it has neither `event_type` nor `EventType` nor `specversion`".to_owned(),
        ));
    }
    let no_event = |error: serde_json::Error| (Encoding::Rest, format!("it is no event: {error}"));
    // What Twilio lists has its time in both ways, what was exported in milliseconds alone.
    if has("event_date") || !has("event_date_ms") {
        let event: Event = serde_json::from_value(document).map_err(no_event)?;
        return RecordedEvent::from_rest(&event)
            .map_err(|malformed| (Encoding::Rest, malformed.reason()));
    }
    serde_json::from_value(document).map_err(no_event)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(line: &str) -> Vec<Result<String, String>> {
        events_of(line.as_bytes())
            .into_iter()
            .map(|read| read.map(|event| event.kind).map_err(|(_, reason)| reason))
            .collect()
    }

    #[test]
    fn every_encoding_is_known_by_what_only_it_has() {
        let sid = "EV00000000000000000000000000000001";
        let account = "AC00000000000000000000000000000001";
        let workspace = "WS00000000000000000000000000000001";
        for line in [
            format!(
                r#"{{"position":4,"sid":"{sid}","event_type":"task.created","event_date_ms":1,"event_data":{{"a":"b"}}}}"#
            ),
            format!(
                r#"{{"sid":"{sid}","account_sid":"{account}","workspace_sid":"{workspace}","event_type":"task.created","event_date":"2026-11-21T08:00:00Z","event_date_ms":1}}"#
            ),
            format!(
                r#"{{"specversion":"1.0","id":"{sid}","type":"com.twilio.taskrouter.task.created","time":"2026-11-21T08:00:00.000Z","data":{{}}}}"#
            ),
            format!(r#"{{"EventType":"task.created","Sid":"{sid}","TimestampMs":1}}"#),
        ] {
            assert_eq!(kinds(&line), [Ok("task.created".to_owned())], "{line}");
            let two = format!("[{line},{line}]");
            assert_eq!(kinds(&two).len(), 2);
        }
    }

    #[test]
    fn what_is_no_event_is_told() {
        for (line, wanted) in [
            ("{", "it is not JSON"),
            ("3", "it is no JSON object"),
            ("{}", "it has neither `event_type`"),
            (
                r#"{"event_type":"x","event_date_ms":1}"#,
                "missing field `sid`",
            ),
            (r#"{"EventType":"x"}"#, "`Sid` is missing"),
        ] {
            let found = kinds(line);
            let reason = found[0].as_ref().unwrap_err();
            assert!(reason.contains(wanted), "{line}: {reason}");
        }
    }

    #[test]
    fn lines_that_are_too_long_are_cut_and_passed_over() {
        let mut text = vec![b'a'; usize::try_from(LONGEST_LINE).unwrap() + 10];
        text.extend_from_slice(b"\nshort\nlast");
        let mut reader = BufReader::new(text.as_slice());
        let mut next = || read_line(&mut reader).unwrap();
        assert_eq!(next().unwrap().len() as u64, LONGEST_LINE + 1);
        assert_eq!(next().unwrap(), b"short\n");
        assert_eq!(next().unwrap(), b"last");
        assert_eq!(next(), None);
    }
}
