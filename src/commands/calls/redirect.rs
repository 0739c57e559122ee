//! `trctl calls redirect`: sends calls on to other TwiML.

use clap::builder::PossibleValuesParser;

use super::{changes, item};
use crate::app::App;
use crate::bulk::{self, Edit, Item, Reached, Step};
use crate::cli::{BulkArgs, absolute_url};
use crate::exit_code::Failure;
use crate::model::Call;
use crate::model::instruction::METHODS;
use crate::model::sid::CallSid;
use crate::twilio::{Form, Place};

/// Characters of TwiML that a call takes at most.
const LONGEST_TWIML: usize = 4000;

/// Send calls on to other TwiML
///
/// A call that waits in a voice queue or talks in a conference leaves it. One call is sent on at
/// once; several are shown first.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl calls redirect CA… --url https://example.com/voicemail
  trctl calls redirect CA… --twiml '<Response><Say>Goodbye</Say></Response>'")]
pub(super) struct RedirectArgs {
    /// SIDs of the calls, which must be in progress
    #[arg(value_name = "CA…", required_unless_present = "resume")]
    calls: Vec<CallSid>,

    /// URL of the TwiML
    #[arg(long, value_name = "URL", value_parser = absolute_url, required_unless_present_any = ["twiml", "resume"])]
    url: Option<String>,

    /// How it is called; `POST` unless given
    #[arg(long, value_name = "METHOD", value_parser = PossibleValuesParser::new(METHODS), requires = "url")]
    method: Option<String>,

    /// The TwiML itself, at most 4000 characters
    #[arg(long, value_name = "TWIML", conflicts_with = "url")]
    twiml: Option<String>,

    #[command(flatten)]
    bulk: BulkArgs,
}

pub(super) async fn run(app: &App, args: &RedirectArgs) -> anyhow::Result<()> {
    if let Some(twiml) = &args.twiml {
        let characters = twiml.chars().count();
        if characters > LONGEST_TWIML {
            return Err(Failure::usage(format!(
                "the TwiML has {characters} characters, a call takes {LONGEST_TWIML}"
            ))
            .with_hint("serve it, and give its address with `--url`")
            .into());
        }
    }
    let bulk = app.bulk(&args.bulk)?;
    let client = app.client()?;
    let form = Form::new()
        .with_option("Url", args.url.as_ref())
        .with_option("Method", args.method.as_ref())
        .with_option("Twiml", args.twiml.as_ref());
    let changes = changes(
        app,
        &args.calls,
        ("redirect-call", "Redirect", "redirecting"),
    )
    .await?;
    let form = &form;
    let operation = |item: Item<Call>, step: Step| async move {
        let call = item.subject.sid;
        bulk::edit::<Call>(
            client,
            &Place::of::<Call>(client.account(), (), call),
            &step,
            |_| Ok(Edit::UpdateOnce(form.clone())),
            // It looks the same on either TwiML.
            |now| match now {
                Some(now) if !now.status.is_final() => Reached::Unclear,
                _ => Reached::No,
            },
            |_| "redirected".to_owned(),
        )
        .await
    };
    bulk.change_named(changes, item, operation).await
}
