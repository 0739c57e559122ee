//! `trctl conferences hold`, `unhold`, `mute`, `unmute` and `kick`: one way for what becomes of a
//! call in a conference.

use clap::builder::PossibleValuesParser;

use super::noun;
use super::participants::COLUMNS;
use crate::app::{App, Changes};
use crate::bulk::{self, Edit, Item, Reached, Step};
use crate::cli::{BulkArgs, absolute_url};
use crate::exit_code::Failure;
use crate::model::instruction::METHODS;
use crate::model::{Conference, Participant};
use crate::twilio::{Form, Place, Record};

/// Who.
#[derive(Debug, clap::Args)]
pub(super) struct WhoArgs {
    /// SID or name of the conference, such as its task's SID
    #[arg(value_name = "CONFERENCE", required_unless_present = "resume")]
    conference: Option<String>,

    /// The calls in it, by SID or label
    #[arg(value_name = "PARTICIPANT", required_unless_present = "resume")]
    participants: Vec<String>,

    #[command(flatten)]
    bulk: BulkArgs,
}

impl WhoArgs {
    fn conference(&self) -> &str {
        let given = self.conference.as_deref();
        given.expect("a run that is gone on with has the arguments of its journal")
    }
}

/// Let participants hear music instead of the others
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl conferences hold WT… customer --hold-url https://example.com/music.mp3")]
pub(super) struct HoldArgs {
    /// URL of the music; Twilio's own unless given
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    hold_url: Option<String>,

    /// How it is called; `GET` unless given
    #[arg(long, value_name = "METHOD", value_parser = PossibleValuesParser::new(METHODS), requires = "hold_url")]
    hold_method: Option<String>,

    #[command(flatten)]
    who: WhoArgs,
}

/// Remove participants from a conference; their calls go on
///
/// Whoever ends the conference by leaving is refused; `--force` ends it nevertheless.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl conferences kick WT… customer")]
pub(super) struct KickArgs {
    /// Remove even those with whom the conference ends
    #[arg(long)]
    force: bool,

    #[command(flatten)]
    who: WhoArgs,
}

/// What becomes of a participant.
struct Act {
    verb: &'static str,
    imperative: &'static str,
    doing: &'static str,
    /// The participant afterwards, in words.
    word: &'static str,
    /// What is sent; `None` removes.
    form: Option<Form>,
    is_so: fn(&Participant) -> bool,
}

pub(super) async fn hold(app: &App, args: &HoldArgs) -> anyhow::Result<()> {
    let form = Form::new()
        .with("Hold", true)
        .with_option("HoldUrl", args.hold_url.as_ref())
        .with_option("HoldMethod", args.hold_method.as_ref());
    let act = Act {
        verb: "hold",
        imperative: "Hold",
        doing: "holding",
        word: "on hold",
        form: Some(form),
        is_so: |participant| participant.hold,
    };
    carry_out(app, &args.who, &act).await
}

pub(super) async fn unhold(app: &App, who: &WhoArgs) -> anyhow::Result<()> {
    let act = Act {
        verb: "unhold",
        imperative: "Unhold",
        doing: "unholding",
        word: "not on hold",
        form: Some(Form::new().with("Hold", false)),
        is_so: |participant| !participant.hold,
    };
    carry_out(app, who, &act).await
}

pub(super) async fn mute(app: &App, who: &WhoArgs) -> anyhow::Result<()> {
    let act = Act {
        verb: "mute",
        imperative: "Mute",
        doing: "muting",
        word: "muted",
        form: Some(Form::new().with("Muted", true)),
        is_so: |participant| participant.muted,
    };
    carry_out(app, who, &act).await
}

pub(super) async fn unmute(app: &App, who: &WhoArgs) -> anyhow::Result<()> {
    let act = Act {
        verb: "unmute",
        imperative: "Unmute",
        doing: "unmuting",
        word: "not muted",
        form: Some(Form::new().with("Muted", false)),
        is_so: |participant| !participant.muted,
    };
    carry_out(app, who, &act).await
}

pub(super) async fn kick(app: &App, args: &KickArgs) -> anyhow::Result<()> {
    let act = Act {
        verb: "kick",
        imperative: "Remove",
        doing: "removing",
        word: "removed",
        form: None,
        is_so: |_| false,
    };
    if !args.force {
        refuse_the_last(app, &args.who).await?;
    }
    carry_out(app, &args.who, &act).await
}

/// Refuses those with whom the conference would end.
async fn refuse_the_last(app: &App, who: &WhoArgs) -> anyhow::Result<()> {
    let conference = app
        .client()?
        .resolve::<Conference>((), who.conference())
        .await?;
    for record in noun::named::<Participant>(app, conference, &who.participants).await? {
        if record.value.end_conference_on_exit {
            return Err(Failure::usage(format!(
                "conference {conference} ends when {} leaves",
                called(&record.value)
            ))
            .with_hint("`--force` ends it; `trctl conferences hold` keeps it")
            .into());
        }
    }
    Ok(())
}

fn called(participant: &Participant) -> String {
    match &participant.label {
        Some(label) => format!("{label} ({})", participant.call_sid),
        None => participant.call_sid.to_string(),
    }
}

async fn carry_out(app: &App, who: &WhoArgs, act: &Act) -> anyhow::Result<()> {
    let bulk = app.bulk(&who.bulk)?;
    let client = app.client()?;
    let conference = client.resolve::<Conference>((), who.conference()).await?;
    let changes = Changes {
        verb: act.verb,
        imperative: act.imperative,
        doing: act.doing,
        noun: ("participant", "participants"),
        place: format!("conference {}", who.conference()),
        rows: noun::named::<Participant>(app, conference, &who.participants).await?,
        columns: &COLUMNS,
        legacy: None,
    };
    let subject = |row: Record<Participant>| Item {
        sid: row.value.call_sid.to_string(),
        name: row.value.label.clone().unwrap_or_default(),
        subject: row.value,
    };
    let operation = |item: Item<Participant>, step: Step| async move {
        let call = item.subject.call_sid;
        bulk::edit::<Participant>(
            client,
            &Place::of::<Participant>(client.account(), conference, call),
            &step,
            |now| {
                if (act.is_so)(now) {
                    return Err(format!("is {} already", act.word));
                }
                Ok(match &act.form {
                    Some(form) => Edit::Update(form.clone()),
                    None => Edit::Delete,
                })
            },
            |now| match (now, &act.form) {
                (Some(now), Some(_)) => Reached::if_so((act.is_so)(now), act.word),
                (now, _) => Reached::if_so(now.is_none(), act.word),
            },
            |_| act.word.to_owned(),
        )
        .await
    };
    bulk.change_named(changes, subject, operation).await
}
