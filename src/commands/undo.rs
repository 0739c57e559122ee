//! `trctl undo`: takes a bulk run back as far as Twilio allows.

use std::collections::HashSet;

use serde::Serialize;

use crate::app::{App, Changes, check_account};
use crate::bulk::journal::{self, Account};
use crate::bulk::{self, Item, Planned, Undo};
use crate::cli::BulkArgs;
use crate::exit_code::Failure;
use crate::output::{Column, Local};

/// Undo a bulk run from its journal, as far as Twilio allows
///
/// What the run changed is set back to what it was: attributes, priority, activity, names and all
/// else that can be updated; what it made is deleted. What cannot come back is named and left alone:
/// a task that is completed or canceled, an answered reservation, anything deleted. So is what
/// somebody has changed since, unless `--force` says otherwise. The undoing is a bulk run itself and
/// leaves a journal of its own.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl undo last --dry-run
  trctl undo 20261121T081100.000Z-set-activity-4711 --yes
  trctl undo ./journal.ndjson --force")]
pub(super) struct UndoArgs {
    /// Journal of the run: a path, its name, or `last` for the last one that was no undo
    #[arg(value_name = "JOURNAL", required_unless_present = "resume")]
    journal: Option<String>,

    /// Set back what somebody has changed since, too
    #[arg(long)]
    force: bool,

    #[command(flatten)]
    bulk: BulkArgs,
}

/// An item of the journal and what can be done about it.
#[derive(Debug, Serialize)]
struct Row {
    sid: String,
    name: String,
    kind: Option<&'static str>,
    undo: String,
    possible: bool,
    #[serde(skip)]
    needs: Vec<String>,
    #[serde(skip)]
    how: Undo,
}

static COLUMNS: [Column<Local<Row>>; 4] = [
    Column::new("sid", "SID", |row| row.value.sid.as_str().into()),
    Column::new("name", "NAME", |row| row.value.name.as_str().into()),
    Column::new("kind", "KIND", |row| row.value.kind.into()),
    Column::new("undo", "UNDO", |row| row.value.undo.as_str().into()),
];

pub(super) fn run(app: &App, args: &UndoArgs) -> anyhow::Result<()> {
    let word = args.journal.as_deref().unwrap_or("last");
    let mut path = journal::find(&app.journals()?, word)?;
    let mut account = Account::read(&path)?;
    if word == "last" {
        // What was undone last is not meant: that would do it again.
        let mut older = journal::list(&app.journals()?)?;
        while account.header.verb == "undo" {
            let before = older.pop().ok_or_else(|| {
                Failure::usage("every journal is one of an undo")
                    .with_hint("name the journal to undo an undo")
            })?;
            account = Account::read(&before)?;
            path = before;
        }
    }
    let client = app.client()?;
    let ours = client.account().to_string();
    check_account(&account.header, &ours)?;
    let rows = rows(app, &account);
    let console = app.console();
    console.note(format_args!(
        "journal of `{}` on {}, {}",
        account.header.verb,
        account.header.started.strftime("%Y-%m-%d %H:%M:%S UTC"),
        if account.ended {
            "which came to its end"
        } else {
            "which broke off"
        }
    ));
    let impossible = rows.iter().filter(|row| !row.value.possible).count();
    if impossible > 0 {
        console.note(format_args!(
            "{impossible} of {} cannot be undone, or need not be",
            rows.len()
        ));
    }
    // Nothing to agree to: the reasons are all there is.
    if impossible == rows.len() && impossible > 0 && app.global().yes.is_none() {
        let mut list = app.printer()?.list(&COLUMNS, None)?;
        for row in &rows {
            list.row(row)?;
        }
        list.finish()?;
        return Ok(());
    }
    // `last` will be another one as soon as this run has a journal.
    let mut command: Vec<String> = ["trctl", "undo"].map(str::to_owned).to_vec();
    command.extend(args.force.then(|| "--force".to_owned()));
    command.push(path.display().to_string());
    let place = account.header.place.clone();
    app.block_on(async {
        let changes = Changes {
            verb: "undo",
            imperative: "Undo",
            doing: "undoing",
            noun: ("item", "items"),
            place: place.unwrap_or(ours),
            rows,
            columns: &COLUMNS,
            legacy: None,
        };
        let planned = |row: Local<Row>| Planned {
            needs: row.value.needs,
            selected: None,
            item: Item {
                sid: row.value.sid,
                name: row.value.name,
                subject: row.value.how,
            },
        };
        app.bulk(&args.bulk)?
            .known_as(command)
            .change_in_order(changes, planned, |item: Item<Undo>, step| async move {
                bulk::undo(client, &step, &item.subject, args.force).await
            })
            .await
    })
}

/// The items, the last first; those that are left, when a run that broke off is gone on with.
fn rows(app: &App, account: &Account) -> Vec<Local<Row>> {
    let left: Option<HashSet<&str>> = app
        .left_over_items()
        .map(|left| left.iter().map(|item| item.sid.as_str()).collect());
    bulk::undoing(account)
        .into_iter()
        .filter(|(item, ..)| {
            left.as_ref()
                .is_none_or(|left| left.contains(item.sid.as_str()))
        })
        .map(|(item, how, needs)| {
            let row = Row {
                sid: item.sid.clone(),
                name: item.name.clone(),
                kind: how.kind(),
                undo: how.to_string(),
                possible: how.is_possible(),
                needs,
                how,
            };
            Local::about(item.sid.clone(), row)
        })
        .collect()
}
