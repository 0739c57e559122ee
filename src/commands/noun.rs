//! What all nouns share: listing a collection, showing one of it, names for SIDs.

use std::collections::BTreeSet;

use anyhow::Context as _;
use futures::future::{self, Ready};
use futures::{Stream, StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;

use crate::app::{App, Selection};
use crate::cli::BulkArgs;
use crate::model::sid::WorkspaceSid;
use crate::output::{Cell, Column, Format, Legacy, Row};
use crate::twilio::{Form, Record, Resource};

/// Rows whose joins are under way at once; the order of the list is kept.
pub(super) const JOINS_AT_ONCE: usize = 8;

/// The same where `--concurrency` is obeyed: so many unless it says otherwise.
pub(super) fn joins_at_once(app: &App) -> usize {
    let wanted = app.global().concurrency;
    wanted.map_or(JOINS_AT_ONCE, std::num::NonZeroUsize::get)
}

/// Which one.
#[derive(Debug, clap::Args)]
pub(super) struct NameArgs {
    /// Name or SID
    pub(super) name: String,
}

/// Which ones.
#[derive(Debug, clap::Args)]
pub(super) struct NamesArgs {
    /// Names or SIDs
    #[arg(value_name = "NAME", required_unless_present = "resume")]
    pub(super) names: Vec<String>,

    #[command(flatten)]
    pub(super) bulk: BulkArgs,
}

/// A resource with what was found out about it elsewhere.
#[derive(Debug)]
pub(super) struct Joined<R, J> {
    pub(super) record: Record<R>,
    pub(super) joined: J,
}

impl<R, J> AsRef<Record<R>> for Joined<R, J> {
    fn as_ref(&self) -> &Record<R> {
        &self.record
    }
}

impl<R: Resource, J> Row for Joined<R, J> {
    fn raw(&self) -> &serde_json::value::RawValue {
        self.record.raw()
    }

    fn sid(&self) -> Option<String> {
        self.record.sid()
    }

    fn members() -> &'static [&'static str] {
        Record::<R>::members()
    }
}

/// A list: what Twilio is asked for and how it is shown.
pub(super) struct Listing<'a, R: Resource, T: Row + 'static> {
    /// What the collection belongs to.
    pub(super) scope: R::Scope,
    /// The filters Twilio has.
    pub(super) filters: Form,
    /// What is judged here.
    pub(super) selection: &'a Selection<T>,
    /// What is shown.
    pub(super) columns: &'static [Column<T>],
    /// The lines of the script that is replaced.
    pub(super) legacy: Option<Legacy<T>>,
}

/// The row of a resource to which nothing is joined.
pub(super) fn alone<R>(record: Record<R>) -> Ready<anyhow::Result<Record<R>>> {
    future::ready(Ok(record))
}

/// The selected resources of a collection, each made a row, in Twilio's order.
pub(super) fn rows<R, T, F>(
    app: &App,
    scope: R::Scope,
    filters: Form,
    selection: &Selection<T>,
    join: impl Fn(Record<R>) -> F,
) -> anyhow::Result<impl Stream<Item = anyhow::Result<T>>>
where
    R: Resource,
    T: Row + 'static,
    F: Future<Output = anyhow::Result<T>>,
{
    let mut query = app.list_query(selection.judges())?;
    query.filters = filters;
    let rows = app
        .client()?
        .list::<R>(scope, &query)
        .map(|record| record.with_context(|| format!("cannot list the {}", R::MANY)))
        .map_ok(join)
        .try_buffered(JOINS_AT_ONCE);
    Ok(selection.of(rows))
}

/// Lists a collection.
pub(super) async fn list<R, T, F>(
    app: &App,
    listing: Listing<'_, R, T>,
    join: impl Fn(Record<R>) -> F,
) -> anyhow::Result<()>
where
    R: Resource,
    T: Row + 'static,
    F: Future<Output = anyhow::Result<T>>,
{
    let Listing {
        scope,
        filters,
        selection,
        columns,
        legacy,
    } = listing;
    let rows = rows(app, scope, filters, selection, join)?;
    print(app, rows, columns, legacy, R::MANY).await
}

/// Prints rows as they come; says so when there are none to see.
pub(super) async fn print<T: Row + 'static>(
    app: &App,
    rows: impl Stream<Item = anyhow::Result<T>>,
    columns: &'static [Column<T>],
    legacy: Option<Legacy<T>>,
    many: &str,
) -> anyhow::Result<()> {
    let printer = app.printer()?;
    let count = printer.list(columns, legacy)?.drain(rows).await?;
    if count == 0 && matches!(printer.format(), Format::Table | Format::Wide) {
        app.console().note(format_args!("no {many}"));
    }
    Ok(())
}

/// Shows one resource, found by its name or SID.
pub(super) async fn get<R, T, F>(
    app: &App,
    scope: R::Scope,
    name: &str,
    columns: &'static [Column<T>],
    join: impl FnOnce(Record<R>) -> F,
) -> anyhow::Result<()>
where
    R: Resource,
    T: Row + 'static,
    F: Future<Output = anyhow::Result<T>>,
{
    let row = join(find::<R>(app, scope, name).await?).await?;
    app.printer()?.object(&row, columns, None)?;
    Ok(())
}

/// One resource, by its name or SID.
pub(super) async fn find<R: Resource>(
    app: &App,
    scope: R::Scope,
    name: &str,
) -> anyhow::Result<Record<R>> {
    let client = app.client()?;
    let sid = client.resolve::<R>(scope, name).await?;
    Ok(client.get::<R>(scope, sid).await?.record)
}

/// Those with these names or SIDs, each once, in the order they were given.
pub(super) async fn named<R: Resource>(
    app: &App,
    scope: R::Scope,
    names: &[String],
) -> anyhow::Result<Vec<Record<R>>> {
    if let Some(left) = app.left_over::<R>()? {
        return Ok(left);
    }
    let finds = names.iter().map(|name| find::<R>(app, scope, name));
    let found: Vec<Record<R>> = stream::iter(finds)
        .buffered(JOINS_AT_ONCE)
        .try_collect()
        .await?;
    let mut seen = BTreeSet::new();
    Ok(found
        .into_iter()
        .filter(|record| seen.insert(record.value.sid()))
        .collect())
}

/// Whether anybody looks at one of these columns: on the screen, in the order, in a condition. What
/// only they need can be left unasked otherwise.
pub(super) fn looked_at<T: Row + 'static>(
    app: &App,
    selection: &Selection<T>,
    columns: &'static [Column<T>],
    names: &[&str],
) -> anyhow::Result<bool> {
    let printer = app.printer()?;
    Ok(columns
        .iter()
        .filter(|column| names.contains(&column.name))
        .any(|column| printer.shows(column) || selection.looks_at(column.name)))
}

/// How long ago something was.
pub(super) fn age(since: Option<Timestamp>, now: Timestamp) -> Cell {
    since.map_or(Cell::EMPTY, |since| {
        let seconds = now.duration_since(since).as_secs();
        // The clocks of two machines differ: what is said to come is now.
        Cell::age(u64::try_from(seconds).unwrap_or(0))
    })
}

/// Adds a filter by the SID of what a name stands for, so that an unknown name is an error and
/// not an empty list.
pub(super) async fn filter_by<R: Resource<Scope = WorkspaceSid>>(
    app: &App,
    workspace: WorkspaceSid,
    form: &mut Form,
    parameter: &'static str,
    name: Option<&str>,
) -> anyhow::Result<()> {
    if let Some(name) = name {
        let sid = app.client()?.resolve::<R>(workspace, name).await?;
        form.push(parameter, sid);
    }
    Ok(())
}
