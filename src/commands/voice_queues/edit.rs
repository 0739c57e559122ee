//! `trctl voice-queues create`, `update` and `delete`.

use std::sync::Arc;

use futures::future;

use super::{COLUMNS, NamesArgs, Row, find, list, noun};
use crate::app::App;
use crate::commands::changes::{self, Deletion, Edit, View};
use crate::commands::guards;
use crate::model::VoiceQueue;
use crate::output::{plural, shell_word};
use crate::twilio::Form;

/// Create a voice queue
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl voice-queues create --friendly-name overflow --max-size 50")]
pub(super) struct CreateArgs {
    /// Name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: String,

    #[command(flatten)]
    size: SizeArgs,
}

/// Change a voice queue
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl voice-queues update overflow --max-size 100")]
pub(super) struct UpdateArgs {
    /// SID or name of the voice queue, or its workflow's
    #[arg(value_name = "VOICE-QUEUE")]
    name: String,

    /// New name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: Option<String>,

    #[command(flatten)]
    size: SizeArgs,
}

#[derive(Debug, clap::Args)]
struct SizeArgs {
    /// Callers it holds at most, 1 to 5000
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=5000))]
    max_size: Option<u32>,
}

pub(super) async fn create(app: &App, args: &CreateArgs) -> anyhow::Result<()> {
    let form = Form::new()
        .with("FriendlyName", &args.friendly_name)
        .with_option("MaxSize", args.size.max_size);
    let joined = Arc::new(list::workflow_names(app).await);
    changes::create::<VoiceQueue, _, _>(app, (), form, View::of(&COLUMNS), |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

pub(super) async fn update(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let form = Form::new()
        .with_option("FriendlyName", args.friendly_name.as_ref())
        .with_option("MaxSize", args.size.max_size);
    let sid = find(app, &args.name).await?.to_string();
    let joined = Arc::new(list::workflow_names(app).await);
    let (edit, view) = (Edit::new(form), View::of(&COLUMNS));
    changes::update::<VoiceQueue, _, _>(app, (), &sid, &edit, view, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

pub(super) async fn delete(app: &App, args: &NamesArgs) -> anyhow::Result<()> {
    let mut sids = Vec::new();
    for name in &args.names {
        sids.push(find(app, name).await?.to_string());
    }
    let found = noun::named::<VoiceQueue>(app, (), &sids).await?;
    for queue in found.iter().map(|record| &record.value) {
        if queue.current_size > 0 {
            let callers = plural::count_of(queue.current_size as usize, "caller", "callers");
            return Err(guards::refused(
                queue,
                &format!("{callers} in line"),
                &format!(
                    "`trctl voice-queues dequeue {} --all --url URL` sends them on",
                    shell_word(&queue.friendly_name)
                ),
            )
            .into());
        }
    }
    let names = Arc::new(list::workflow_names(app).await);
    let deletion = Deletion {
        bulk: &args.bulk,
        verb: "delete-voice-queue",
        place: format!("account {}", app.client()?.account()),
        rows: found
            .into_iter()
            .map(|record| Row {
                record,
                joined: Arc::clone(&names),
            })
            .collect(),
        columns: &COLUMNS,
        is_confirmed: false,
    };
    changes::delete::<VoiceQueue, _>(app, (), deletion).await
}
