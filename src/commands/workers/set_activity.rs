//! `trctl workers set-activity`: puts workers to another activity.

use futures::TryStreamExt as _;

use super::filter::FilterArgs;
use super::noun;
use super::row::{COLUMNS, WorkerRow};
use crate::app::{App, By, Changes};
use crate::bulk::{self, Edit, Item, Reached};
use crate::cli::BulkArgs;
use crate::exit_code::Failure;
use crate::model::sid::WorkspaceSid;
use crate::model::{Activity, Worker};
use crate::twilio::{Form, Place};

/// Put workers to another activity
///
/// One worker who is named is changed at once; several, or a selection, are shown first. A worker
/// who is in the activity already is left alone.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workers set-activity dave Available
  trctl workers set-activity dave edith Offline --yes
  trctl workers set-activity --queue Support --activity Available --to Break --dry-run
  trctl workers set-activity --where 'attributes.team == \"night\"' --to Offline --reject-pending")]
pub(super) struct SetActivityArgs {
    /// Workers by name or SID, then the activity, unless `--to` names it
    #[arg(value_name = "WORKER… ACTIVITY")]
    words: Vec<String>,

    /// Activity to put them to
    #[arg(long, value_name = "ACTIVITY")]
    to: Option<String>,

    /// Reject the offers they have not answered; for an activity that takes no tasks
    #[arg(long)]
    reject_pending: bool,

    #[command(flatten)]
    filter: FilterArgs,

    #[command(flatten)]
    bulk: BulkArgs,
}

impl SetActivityArgs {
    /// The named workers, and the activity.
    fn workers_and_activity(&self) -> Result<(&[String], &str), Failure> {
        let (workers, activity) = match (&self.to, self.words.split_last()) {
            (Some(activity), _) => (self.words.as_slice(), activity),
            (None, Some((activity, workers))) => (workers, activity),
            (None, None) => {
                return Err(Failure::usage("no activity is given")
                    .with_hint("write `trctl workers set-activity dave Available`"));
            }
        };
        match (workers.is_empty(), self.filter.is_given()) {
            (true, false) => Err(Failure::usage(format!(
                "no worker is given to be put to `{activity}`"
            ))
            .with_hint(
                "name workers before the activity, or select them with `--queue`, `--activity` or \
                 `--where`",
            )),
            (false, true) => Err(
                Failure::usage("workers are named and selected at the same time")
                    .with_hint("leave out one of the two"),
            ),
            _ => Ok((workers, activity)),
        }
    }
}

pub(super) async fn run(app: &App, args: &SetActivityArgs) -> anyhow::Result<()> {
    let (names, activity) = args.workers_and_activity()?;
    let bulk = app.bulk(&args.bulk)?;
    let workspace = app.workspace().await?;
    let activity = noun::find::<Activity>(app, workspace, activity)
        .await?
        .value;
    if args.reject_pending && activity.available == Some(true) {
        return Err(Failure::usage(format!(
            "`--reject-pending` is not for `{}`, which takes tasks",
            activity.friendly_name
        ))
        .with_hint("reject single offers with `trctl reservations reject`")
        .into());
    }
    let rows = if let Some(left) = app.left_over::<Worker>()? {
        left.into_iter()
            .map(|record| WorkerRow::without_tasks(app, record))
            .collect()
    } else if names.is_empty() {
        selected(app, args, workspace).await?
    } else {
        let found = noun::named::<Worker>(app, workspace, names).await?;
        found
            .into_iter()
            .map(|record| WorkerRow::without_tasks(app, record))
            .collect()
    };
    let client = app.client()?;
    let target = activity.friendly_name.as_str();
    if app.global().dry_run || names.len() != 1 {
        app.console().note(format_args!("activity: {target}"));
    }
    let changes = Changes {
        verb: "set-activity",
        imperative: "Move",
        doing: "moving",
        noun: ("worker", "workers"),
        place: app.place(workspace)?,
        rows,
        columns: &COLUMNS,
        legacy: None,
    };
    let subject = |row: WorkerRow| Item {
        sid: row.worker().sid.to_string(),
        name: row.worker().friendly_name.clone(),
        subject: row.record.value,
    };
    let operation = |item: Item<Worker>, step: bulk::Step| async move {
        let worker = item.subject.sid;
        let place = Place::of::<Worker>(client.account(), workspace, worker);
        let moved_to = || format!("{target} (was {})", item.subject.activity_name);
        bulk::edit::<Worker>(
            client,
            &place,
            &step,
            |now| {
                // Offers are rejected even if the activity stays.
                if now.activity_sid == Some(activity.sid) && !args.reject_pending {
                    return Err(format!("is {target} already"));
                }
                let reject = args.reject_pending.then_some(true);
                let form = Form::new().with("ActivitySid", activity.sid);
                Ok(Edit::Update(
                    form.with_option("RejectPendingReservations", reject),
                ))
            },
            |now| {
                let is_so = now.is_some_and(|now| now.activity_sid == Some(activity.sid));
                if is_so && item.subject.activity_sid == Some(activity.sid) {
                    // It was so before; the offers that were to be rejected are not looked at.
                    return Reached::Unclear;
                }
                Reached::if_so(is_so, &moved_to())
            },
            |_| moved_to(),
        )
        .await
    };
    if names.is_empty() {
        bulk.change(changes, subject, operation).await
    } else {
        bulk.change_named(changes, subject, operation).await
    }
}

async fn selected(
    app: &App,
    args: &SetActivityArgs,
    workspace: WorkspaceSid,
) -> anyhow::Result<Vec<WorkerRow>> {
    let filters = args.filter.form(app, workspace).await?;
    let selection = app.selection(&args.filter.select, By::StatusChanged, &COLUMNS)?;
    noun::rows::<Worker, _, _>(app, workspace, filters, &selection, async |record| {
        Ok(WorkerRow::without_tasks(app, record))
    })?
    .try_collect()
    .await
}
