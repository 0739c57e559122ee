//! `trctl serve --check`: everything that is wrong, before anything listens.

use std::collections::BTreeSet;
use std::error::Error as _;

use futures::TryStreamExt as _;
use serde::Serialize;

use super::decide;
use super::start::StartArgs;
use crate::app::App;
use crate::exit_code::{ExitCode, Failure};
use crate::model::TaskQueue;
use crate::output::{Column, Format, Local, plural};
use crate::serve::ServeSettings;
use crate::twilio::ListQuery;

/// Something to put right.
#[derive(Debug, Serialize)]
struct Problem {
    /// What it is about: `settings`, `credentials`, `workspace`, …
    about: &'static str,
    problem: String,
}

static COLUMNS: [Column<Local<Problem>>; 2] = [
    Column::new("about", "ABOUT", |row| row.value.about.into()),
    Column::new("problem", "PROBLEM", |row| {
        row.value.problem.as_str().into()
    }),
];

/// Problems as they are found.
#[derive(Default)]
struct Found(Vec<Problem>);

impl Found {
    fn add(&mut self, about: &'static str, problem: impl Into<String>) {
        self.0.push(Problem {
            about,
            problem: problem.into(),
        });
    }

    fn error(&mut self, about: &'static str, error: &anyhow::Error) {
        self.add(about, format!("{error:#}"));
    }
}

pub(super) async fn run(app: &App, args: &StartArgs) -> anyhow::Result<()> {
    let mut found = Found::default();
    let settings = match decide::settings(app, args) {
        Ok(settings) => settings,
        Err(error) => {
            let cause = error.source().map(|cause| format!(": {cause}"));
            found.add("settings", format!("{error}{}", cause.unwrap_or_default()));
            ServeSettings::default()
        }
    };
    for problem in settings.problems() {
        found.add("settings", problem);
    }
    if let Err(error) = decide::may_listen(&settings, args) {
        found.add("settings", error.to_string());
    }
    if !settings.bind.is_loopback() && settings.users.is_empty() && settings.tokens.is_empty() {
        found.add(
            "settings",
            "nobody can read: other machines reach the server, and neither [serve.users] nor \
             [serve.tokens] has anybody",
        );
    }
    if let Err(error) = decide::store(app, &settings) {
        found.add("store", error.to_string());
    }
    if let Err(error) = decide::auth_token(app, args) {
        found.error("credentials", &error);
    } else {
        workspace(app, &settings, &mut found).await;
    }
    show(app, found)
}

/// What the settings name must be there.
async fn workspace(app: &App, settings: &ServeSettings, found: &mut Found) {
    let names = match queue_names(app).await {
        Ok(names) => names,
        Err(error) => return found.error("workspace", &error),
    };
    let missing = |queue: &&String| !names.contains(queue.as_str());
    for queue in settings.service_level.queues.keys().filter(missing) {
        found.add(
            "workspace",
            format!("[serve.service_level] names the queue `{queue}`, which is not there"),
        );
    }
    let users = settings
        .users
        .iter()
        .map(|(name, user)| ("users", name, &user.queues));
    let tokens = settings
        .tokens
        .iter()
        .map(|(name, token)| ("tokens", name, &token.queues));
    for (kind, name, queues) in users.chain(tokens) {
        for queue in queues.iter().filter(missing) {
            found.add(
                "workspace",
                format!("[serve.{kind}.{name}] names the queue `{queue}`, which is not there"),
            );
        }
    }
}

async fn queue_names(app: &App) -> anyhow::Result<BTreeSet<String>> {
    let workspace = app.workspace().await?;
    let queues = app
        .client()?
        .list::<TaskQueue>(workspace, &ListQuery::all());
    let names = queues
        .map_ok(|queue| queue.value.friendly_name)
        .try_collect()
        .await?;
    Ok(names)
}

fn show(app: &App, found: Found) -> anyhow::Result<()> {
    let count = found.0.len();
    let printer = app.printer()?;
    let mut list = printer.list(&COLUMNS, None)?;
    for problem in found.0 {
        list.row(&Local::new(problem))?;
    }
    list.finish()?;
    if count > 0 {
        let said = format!("{} found", plural::count(count, "problem"));
        return Err(Failure::new(ExitCode::CheckFailed, said).into());
    }
    if matches!(printer.format(), Format::Table | Format::Wide) {
        app.console().note("nothing is wrong");
    }
    Ok(())
}
