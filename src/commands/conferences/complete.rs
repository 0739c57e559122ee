//! `trctl conferences complete`: ends conferences; all their calls leave.

use super::{COLUMNS, ConferenceRow, noun, row};
use crate::app::{App, Changes, Outcome};
use crate::bulk::{self, Edit, Item, Reached, Step};
use crate::cli::BulkArgs;
use crate::exit_code::Failure;
use crate::model::sid::TaskSid;
use crate::model::{Conference, ConferenceStatus};
use crate::output::{Legacy, Local};
use crate::twilio::{Form, Place};

/// End conferences; everybody in them is hung up on
///
/// Conferences that are not named after a task of the workspace are refused, lest somebody else's
/// call be ended; `--force` ends them too.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl conferences complete CF…
  trctl conferences complete --task WT…")]
pub(super) struct CompleteArgs {
    /// SIDs or names of the conferences
    #[arg(value_name = "CONFERENCE", required_unless_present_any = ["name", "task", "resume"])]
    conferences: Vec<String>,

    /// Name of a running conference (can be repeated)
    #[arg(long)]
    name: Vec<String>,

    /// Task whose conference it is (can be repeated)
    #[arg(long, value_name = "WT…")]
    task: Vec<TaskSid>,

    /// End conferences that belong to no task of the workspace, too
    #[arg(long)]
    force: bool,

    #[command(flatten)]
    bulk: BulkArgs,
}

impl CompleteArgs {
    /// Everything that was named, in the order of the flags.
    fn wanted(&self) -> Vec<String> {
        let tasks = self.task.iter().map(TaskSid::to_string);
        let names = self.conferences.iter().chain(&self.name).cloned();
        names.chain(tasks).collect()
    }
}

pub(super) async fn run(app: &App, args: &CompleteArgs) -> anyhow::Result<()> {
    let bulk = app.bulk(&args.bulk)?;
    let client = app.client()?;
    let workspace = app.workspace().await;
    let (workspace, place) = match workspace {
        Ok(workspace) => (Some(workspace), app.place(workspace)?),
        Err(_) if args.force => (None, "the account".to_owned()),
        Err(error) => return Err(error),
    };
    let mut rows: Vec<ConferenceRow> = Vec::new();
    let left = app.left_over::<Conference>()?;
    let wanted = if left.is_some() {
        Vec::new()
    } else {
        args.wanted()
    };
    for record in left.into_iter().flatten() {
        rows.push(row(client, workspace, record, app.now()).await?);
    }
    for name in wanted {
        let record = noun::find::<Conference>(app, (), &name).await?;
        if rows
            .iter()
            .any(|row| row.record.value.sid == record.value.sid)
        {
            continue;
        }
        let row = row(client, workspace, record, app.now()).await?;
        if row.task.is_none() && !args.force {
            let conference = &row.record.value;
            return Err(Failure::usage(format!(
                "conference {} (`{}`) belongs to no task of {place}",
                conference.sid, conference.friendly_name
            ))
            .with_hint("`--force` ends it nevertheless; is it the right workspace?")
            .into());
        }
        rows.push(row);
    }
    let legacy = match rows.as_slice() {
        [only] => Some(legacy(&only.record.value)),
        _ => None,
    };
    let changes = Changes {
        verb: "complete-conference",
        imperative: "Complete",
        doing: "completing",
        noun: ("conference", "conferences"),
        place,
        rows,
        columns: &COLUMNS,
        legacy,
    };
    let subject = |row: ConferenceRow| Item {
        sid: row.record.value.sid.to_string(),
        name: row.record.value.friendly_name.clone(),
        subject: row.record.value,
    };
    let ended = ConferenceStatus::Completed;
    let operation = |item: Item<Conference>, step: Step| async move {
        let conference = item.subject.sid;
        bulk::edit::<Conference>(
            client,
            &Place::of::<Conference>(client.account(), (), conference),
            &step,
            |now| {
                if now.status == ended {
                    return Err("is completed already".to_owned());
                }
                Ok(Edit::Update(Form::new().with("Status", ended)))
            },
            |now| Reached::if_so(now.is_some_and(|now| now.status == ended), &ended),
            |now| now.map_or(ended, |now| now.status).to_string(),
        )
        .await
    };
    bulk.change_named(changes, subject, operation).await
}

/// The lines of `conferenceSetCompleted.js`, which ends one.
fn legacy(conference: &Conference) -> Legacy<Local<Outcome>> {
    Legacy {
        before: vec![
            "+++ Set a conference call's status to: completed.".to_owned(),
            format!("+ theConferenceSid: {}", conference.sid),
        ],
        row: |row| {
            vec![format!(
                "++ Conference ended, set to completed: {}",
                row.value.name
            )]
        },
        after: Vec::new(),
    }
}
