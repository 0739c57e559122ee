//! `trctl calls hang-up`: ends calls.

use super::{changes, item};
use crate::app::App;
use crate::bulk::{self, Edit, Item, Reached, Step};
use crate::cli::BulkArgs;
use crate::model::sid::CallSid;
use crate::model::{Call, CallStatus};
use crate::twilio::{Form, Place};

/// End calls, whether they talk, ring or wait
///
/// One call is ended at once; several are shown first. A call that is over is left alone.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl calls hang-up CA…
  trctl calls list --status ringing --older-than 5m -o sid | xargs trctl calls hang-up --yes")]
pub(super) struct HangUpArgs {
    /// SIDs of the calls
    #[arg(value_name = "CA…", required_unless_present = "resume")]
    calls: Vec<CallSid>,

    #[command(flatten)]
    bulk: BulkArgs,
}

pub(super) async fn run(app: &App, args: &HangUpArgs) -> anyhow::Result<()> {
    let bulk = app.bulk(&args.bulk)?;
    let client = app.client()?;
    let changes = changes(app, &args.calls, ("hang-up", "End", "ending")).await?;
    let operation = |item: Item<Call>, step: Step| async move {
        let call = item.subject.sid;
        bulk::edit::<Call>(
            client,
            &Place::of::<Call>(client.account(), (), call),
            &step,
            |now| {
                if now.status.is_final() {
                    return Err(format!("is {} already", now.status));
                }
                let form = Form::new().with("Status", CallStatus::Completed);
                Ok(Edit::Update(form))
            },
            |now| match now {
                Some(now) if now.status.is_final() => Reached::Yes(now.status.to_string()),
                _ => Reached::No,
            },
            |now| {
                now.map_or(CallStatus::Completed, |now| now.status)
                    .to_string()
            },
        )
        .await
    };
    bulk.change_named(changes, item, operation).await
}
