//! `trctl voice-queues dequeue`: takes callers out of line and sends them on.

use anyhow::Context as _;
use clap::builder::PossibleValuesParser;
use futures::TryStreamExt as _;

use super::find;
use super::members::COLUMNS;
use crate::app::{App, Changes};
use crate::bulk::{self, Edit, Item, Reached, Step};
use crate::cli::{BulkArgs, absolute_url};
use crate::exit_code::{ExitCode, Failure};
use crate::model::Member;
use crate::model::instruction::METHODS;
use crate::model::sid::CallSid;
use crate::twilio::{Form, ListQuery, Place, Record};

/// Why what may be left out beside `--resume` is there.
const NAMED: &str = "a run that is gone on with has the arguments of its journal";

/// Take callers out of a voice queue and send them on to TwiML
///
/// The one who waits longest unless calls are named. A task of TaskRouter's stays: connect its
/// caller with `trctl reservations dequeue` instead.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl voice-queues dequeue hold --url https://example.com/voicemail
  trctl voice-queues dequeue hold --all --url https://example.com/closed --yes")]
pub(super) struct DequeueArgs {
    /// SID or name of the voice queue, or its workflow's
    #[arg(value_name = "VOICE-QUEUE", required_unless_present = "resume")]
    name: Option<String>,

    /// Calls to take out, by SID
    #[arg(value_name = "CA…")]
    calls: Vec<CallSid>,

    /// Take out everybody
    #[arg(long, conflicts_with = "calls")]
    all: bool,

    /// URL of the TwiML they go on with
    #[arg(long, value_name = "URL", value_parser = absolute_url, required_unless_present = "resume")]
    url: Option<String>,

    /// How it is called; `POST` unless given
    #[arg(long, value_name = "METHOD", value_parser = PossibleValuesParser::new(METHODS))]
    method: Option<String>,

    #[command(flatten)]
    bulk: BulkArgs,
}

impl DequeueArgs {
    fn name(&self) -> &str {
        self.name.as_deref().expect(NAMED)
    }

    /// Those of the line who are meant.
    fn meant(&self, mut line: Vec<Record<Member>>) -> Result<Vec<Record<Member>>, Failure> {
        line.sort_by_key(|member| member.value.position);
        if self.all {
            return Ok(line);
        }
        if self.calls.is_empty() {
            line.truncate(1);
            return Ok(line);
        }
        let waits = |sid: &CallSid| line.iter().any(|member| member.value.call_sid == *sid);
        if let Some(stranger) = self.calls.iter().find(|sid| !waits(sid)) {
            return Err(Failure::new(
                ExitCode::NotFound,
                format!("call {stranger} does not wait in `{}`", self.name()),
            )
            .with_hint("`trctl voice-queues members` lists who does"));
        }
        line.retain(|member| self.calls.contains(&member.value.call_sid));
        Ok(line)
    }
}

pub(super) async fn run(app: &App, args: &DequeueArgs) -> anyhow::Result<()> {
    let bulk = app.bulk(&args.bulk)?;
    let queue = find(app, args.name()).await?;
    let client = app.client()?;
    let rows = if let Some(left) = app.left_over::<Member>()? {
        left
    } else {
        let line = client
            .list::<Member>(queue, &ListQuery::all())
            .try_collect()
            .await
            .context("cannot list the callers in line")?;
        args.meant(line)?
    };
    let form = Form::new()
        .with("Url", args.url.as_deref().expect(NAMED))
        .with_option("Method", args.method.as_ref());
    let changes = Changes {
        verb: "dequeue-caller",
        imperative: "Dequeue",
        doing: "dequeuing",
        noun: ("caller", "callers"),
        place: format!("voice queue {}", args.name()),
        rows,
        columns: &COLUMNS,
        legacy: None,
    };
    let subject = |row: Record<Member>| Item {
        sid: row.value.call_sid.to_string(),
        name: String::new(),
        subject: row.value.call_sid,
    };
    let form = &form;
    let operation = |item: Item<CallSid>, step: Step| async move {
        let call = item.subject;
        bulk::edit::<Member>(
            client,
            &Place::of::<Member>(client.account(), queue, call),
            &step,
            |_| Ok(Edit::UpdateOnce(form.clone())),
            |now| Reached::if_so(now.is_none(), "dequeued"),
            |_| "dequeued".to_owned(),
        )
        .await
    };
    bulk.change_named(changes, subject, operation).await
}
