//! `trctl serve --register` and `--unregister`: what points at the server, shown, asked about and
//! changed like every bulk change.

use std::path::PathBuf;

use anyhow::Context as _;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value as Json;

use crate::app::App;
use crate::bulk::{Item, Planned, Step};
use crate::cli::BulkArgs;
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::WorkspaceSid;
use crate::output::{Cell, Column, Local, Tone, plural};
use crate::serve::ServeSettings;
use crate::serve::register::{self, Kept, PlanError, Pointer, Record, Restoration};
use crate::twilio::{self, Place};

/// How many changes are shown before the question.
const SHOWN: usize = 60;

/// What is pointed at the server.
#[derive(Debug, clap::Args)]
pub(super) struct RegisterArgs {
    /// Point the number, the workflows and the workspace at `--public-url`, after showing a plan
    #[arg(long)]
    pub(super) register: bool,

    /// Put back what stood there before, where nobody changed it since; with `--register` when the
    /// server ends
    #[arg(long)]
    pub(super) unregister: bool,

    /// With `--register`: the number, by itself, by name or SID; the account's only one unless given
    /// (can be repeated)
    #[arg(long = "number", value_name = "NUMBER", requires = "register")]
    pub(super) numbers: Vec<String>,
}

/// A property that is to change.
#[derive(Debug, Serialize)]
struct Change {
    kind: String,
    name: String,
    sid: String,
    property: String,
    before: String,
    after: String,
}

type Row = Local<Change>;

static COLUMNS: [Column<Row>; 6] = [
    Column::new("kind", "KIND", |row| row.value.kind.as_str().into()),
    Column::new("name", "NAME", |row| row.value.name.as_str().into()),
    Column::wide("sid", "SID", |row| row.value.sid.as_str().into()),
    Column::new("property", "PROPERTY", |row| {
        row.value.property.as_str().into()
    }),
    Column::new("before", "BEFORE", |row| value(&row.value.before)),
    Column::new("after", "AFTER", |row| value(&row.value.after)),
];

fn value(text: &str) -> Cell {
    if text.is_empty() {
        Cell::from("nothing").tone(Tone::Dim)
    } else {
        text.into()
    }
}

/// Changes that were shown and agreed to.
pub(super) struct Agreed {
    pointers: Vec<Pointer>,
    public_url: String,
    workspace: WorkspaceSid,
}

/// Shows what is to point at the server and asks; `None` when there is nothing to change, or when it
/// was only to be shown.
pub(super) async fn agree(
    app: &App,
    args: &RegisterArgs,
    settings: &ServeSettings,
    workspace: WorkspaceSid,
) -> anyhow::Result<Option<Agreed>> {
    let Some(public_url) = &settings.public_url else {
        return Err(
            Failure::usage("what Twilio is to be pointed at is not known")
                .with_hint("give the server's `--public-url`")
                .into(),
        );
    };
    let public_url = public_url.as_str();
    let mut wanted = settings.register.clone();
    if !args.numbers.is_empty() {
        wanted.numbers.clone_from(&args.numbers);
    }
    let pointers = register::plan(app.client()?, workspace, public_url, &wanted)
        .await
        .map_err(explain)?;
    let rows: Vec<Row> = pointers.iter().flat_map(changes).collect();
    let question = format!(
        "Point {} at {public_url}?",
        plural::count(
            pointers.iter().filter(|pointer| pointer.differs()).count(),
            "resource"
        )
    );
    if rows.is_empty() {
        app.console()
            .note(format_args!("everything points at {public_url} already"));
    }
    if !ask(app, rows, &question)? {
        return Ok(None);
    }
    Ok(Some(Agreed {
        pointers,
        public_url: public_url.to_owned(),
        workspace,
    }))
}

fn explain(error: PlanError) -> anyhow::Error {
    match error {
        PlanError::SeveralNumbers(_) => Failure::usage(error.to_string())
            .with_hint(
                "say which with `--number` (can be repeated), or in [serve.register] numbers",
            )
            .into(),
        PlanError::Twilio(error) => {
            anyhow::Error::from(error).context("cannot tell what points where")
        }
    }
}

fn changes(pointer: &Pointer) -> impl Iterator<Item = Row> {
    let fields = pointer.fields.iter().filter(|field| field.differs());
    fields.map(|field| {
        row(
            pointer.place.kind(),
            &pointer.name,
            &pointer.sid,
            field.name,
            text(&field.before),
            field.wanted.clone(),
        )
    })
}

fn row(kind: &str, name: &str, sid: &str, property: &str, before: String, after: String) -> Row {
    Local::about(
        sid.to_owned(),
        Change {
            kind: kind.to_owned(),
            name: name.to_owned(),
            sid: sid.to_owned(),
            property: property.to_owned(),
            before,
            after,
        },
    )
}

fn text(value: &Json) -> String {
    value.as_str().map_or_else(
        || {
            if value.is_null() {
                String::new()
            } else {
                value.to_string()
            }
        },
        str::to_owned,
    )
}

/// Shows the changes and asks; with `--dry-run` they are only shown.
fn ask(app: &App, rows: Vec<Row>, question: &str) -> anyhow::Result<bool> {
    if app.global().dry_run {
        let count = rows.len();
        let mut list = app.printer()?.list(&COLUMNS, None)?;
        for row in rows {
            list.row(&row)?;
        }
        list.finish()?;
        app.console().note(format_args!(
            "dry run: would change {}",
            plural::count_of(count, "property", "properties")
        ));
        return Ok(false);
    }
    if rows.is_empty() {
        return Ok(false);
    }
    app.console().preview(&COLUMNS, &rows, SHOWN);
    app.confirm(question)?;
    Ok(true)
}

impl Agreed {
    /// Notes what stands there, then points everything at the server.
    pub(super) async fn carry_out(self, app: &App) -> anyhow::Result<()> {
        let path = path(app, self.workspace)?;
        let client = app.client()?;
        let mut record =
            Record::read(&path)?.unwrap_or_else(|| Record::new(client.account(), self.workspace));
        // Whatever becomes of the run: what is not known cannot be put back.
        record.take_in(&self.pointers, &self.public_url, app.now());
        record.write(&path)?;
        let pieces: Vec<Planned<Pointer>> = self
            .pointers
            .into_iter()
            .filter(Pointer::differs)
            .map(|pointer| {
                Planned::from(Item {
                    sid: pointer.sid.clone(),
                    name: pointer.name.clone(),
                    subject: pointer,
                })
            })
            .collect();
        let place = (app.place(self.workspace)?, Some(self.workspace));
        app.bulk(&BulkArgs::default())?
            .carry_out(
                "register",
                "pointing",
                place,
                pieces,
                |item: Item<Pointer>, step: Step| async move {
                    register::point(client, &item.subject, &step).await
                },
            )
            .await
            .context("not everything points at the server")
    }
}

/// Puts back what stood there before. Who asked for it at the start is not asked again at the end.
pub(super) async fn unregister(
    app: &App,
    workspace: WorkspaceSid,
    is_agreed: bool,
) -> anyhow::Result<()> {
    let path = path(app, workspace)?;
    let Some(mut record) = Record::read(&path)? else {
        return Err(Failure::new(
            ExitCode::NotFound,
            format!("nothing is registered in {}", app.place(workspace)?),
        )
        .with_hint("only what `trctl serve --register` changed can be put back")
        .into());
    };
    if !is_agreed && !may_put_back(app, &record).await? {
        return Ok(());
    }
    let pieces: Vec<Planned<Kept>> = record
        .resources
        .iter()
        .map(|kept| {
            Planned::from(Item {
                sid: kept.sid.clone(),
                name: kept.name.clone(),
                subject: kept.clone(),
            })
        })
        .collect();
    let client = app.client()?;
    let settled = std::sync::Mutex::new(Vec::new());
    let settled_ones = &settled;
    let place = (app.place(workspace)?, Some(workspace));
    let outcome = app
        .bulk(&BulkArgs::default())?
        .carry_out(
            "unregister",
            "putting back",
            place,
            pieces,
            |item: Item<Kept>, step: Step| async move {
                let verdict = register::restore(client, &item.subject, &step).await?;
                settled_ones
                    .lock()
                    .unwrap_or_else(std::sync::PoisonError::into_inner)
                    .push(item.subject.path);
                Ok(verdict)
            },
        )
        .await;
    let settled = settled
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    record
        .resources
        .retain(|kept| !settled.contains(&kept.path));
    record.at = Timestamp::now();
    record.write(&path)?;
    outcome.context("not everything was put back; `--unregister` once more tries the rest")
}

/// Shows what would be put back and asks.
async fn may_put_back(app: &App, record: &Record) -> anyhow::Result<bool> {
    let mut rows = Vec::new();
    for kept in &record.resources {
        rows.extend(restored(app, kept).await?);
    }
    let nothing = rows.is_empty();
    let question = format!(
        "Put back what stood before {} in {}?",
        record.public_url,
        plural::count(record.resources.len(), "resource")
    );
    let is_agreed = ask(app, rows, &question)?;
    if nothing && !app.global().dry_run {
        app.console()
            .note("nothing points at the server any more; nothing is put back");
        return Ok(true);
    }
    Ok(is_agreed)
}

/// What would be put back of a resource, and what somebody has changed since.
async fn restored(app: &App, kept: &Kept) -> anyhow::Result<Vec<Row>> {
    let client = app.client()?;
    let Some(place) = Place::noted(&kept.kind, &kept.path) else {
        return Ok(Vec::new());
    };
    let now = match client.get_at::<Json>(&place).await {
        Ok(now) => now.record.value,
        Err(twilio::Error::NotFound(_)) => {
            app.console().note(format_args!(
                "{} {} ({}) is gone",
                kept.kind, kept.sid, kept.name
            ));
            return Ok(Vec::new());
        }
        Err(error) => {
            return Err(anyhow::Error::from(error)
                .context(format!("cannot read {} {}", kept.kind, kept.sid)));
        }
    };
    let restoration = Restoration::of(kept, &now);
    for (field, now) in &restoration.changed {
        let now = if now.is_empty() { "nothing" } else { now };
        app.console().note(format_args!(
            "{} {} ({}): {} was changed since and stays {now}",
            kept.kind, kept.sid, kept.name, field.name
        ));
    }
    let back = restoration.back.iter().map(|field| {
        row(
            &kept.kind,
            &kept.name,
            &kept.sid,
            &field.name,
            field.left.clone(),
            text(&field.before),
        )
    });
    Ok(back.collect())
}

fn path(app: &App, workspace: WorkspaceSid) -> anyhow::Result<PathBuf> {
    let state = app
        .sources()
        .state_directory()
        .context("there is no home directory to note in what stood there before")?;
    Ok(Record::path(&state, workspace))
}
