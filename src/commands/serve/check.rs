//! `trctl serve --check`: everything that is wrong, before anything listens.

use std::error::Error as _;

use futures::TryStreamExt as _;
use serde::Serialize;

use super::decide;
use super::start::StartArgs;
use crate::app::App;
use crate::commands::event_store;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Worker;
use crate::output::{Column, Format, Local, plural};
use crate::serve::ServeSettings;
use crate::serve::assignment;
use crate::serve::directory::Directory;
use crate::serve::flow::Flow;
use crate::serve::policy;
use crate::settings;
use crate::twilio::{ErrorKind, ListQuery};

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

    /// What could be read.
    fn read<T>(&mut self, about: &'static str, read: Result<T, settings::Error>) -> Option<T> {
        read.map_err(|error| {
            let cause = error.source().map(|cause| format!(": {cause}"));
            self.add(about, format!("{error}{}", cause.unwrap_or_default()));
        })
        .ok()
    }

    fn error(&mut self, about: &'static str, error: &anyhow::Error) {
        self.add(about, format!("{error:#}"));
    }
}

pub(super) async fn run(app: &App, args: &StartArgs) -> anyhow::Result<()> {
    let mut found = Found::default();
    let settings = found.read("settings", decide::settings(app, args));
    let settings = settings.unwrap_or_default();
    let flow = found.read("flow", decide::flow(app));
    if let Some(flow) = &flow {
        for problem in flow.problems() {
            found.add("flow", problem.to_string());
        }
        for warning in flow.warnings() {
            app.console().warn(warning);
        }
    }
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
    if let Err(error) = event_store::path(app, args.store.as_deref(), &settings) {
        found.error("store", &error);
    }
    if let Err(error) = decide::shared_by_agents(app, &settings) {
        found.error("agents", &error);
    }
    if let Err(error) = decide::auth_token(app, args) {
        found.error("credentials", &error);
    } else {
        workspace(app, &settings, flow.as_ref(), &mut found).await;
    }
    show(app, found)
}

/// What the policies name must be there.
async fn policies(app: &App, settings: &ServeSettings) -> anyhow::Result<Vec<String>> {
    let workspace = app.workspace().await?;
    let problems = policy::check(&settings.policy, app.client()?, workspace).await?;
    Ok(problems)
}

/// Whom nothing says how to call, where workers are called.
async fn workers(app: &App, flow: &Flow) -> anyhow::Result<Vec<String>> {
    if !flow.assignment.call_workers() {
        return Ok(Vec::new());
    }
    let workspace = app.workspace().await?;
    let workers: Vec<Worker> = app
        .client()?
        .list(workspace, &ListQuery::all())
        .map_ok(|record| record.value)
        .try_collect()
        .await?;
    Ok(workers
        .iter()
        .filter_map(|worker| {
            let attributes = serde_json::from_str(&worker.attributes).unwrap_or_default();
            assignment::cannot_be_reached(&worker.friendly_name, &attributes)
        })
        .collect())
}

fn warn_of(app: &App, unreachable: &[String]) {
    /// How many are named.
    const NAMED: usize = 5;

    for reason in unreachable.iter().take(NAMED) {
        app.console()
            .warn(format!("{reason}: their calls are rejected"));
    }
    if unreachable.len() > NAMED {
        let more = plural::count(unreachable.len() - NAMED, "more worker");
        app.console().warn(format!("{more} cannot be called"));
    }
}

/// Who has a password and is no worker.
async fn agents(app: &App, settings: &ServeSettings) -> anyhow::Result<Vec<String>> {
    let (client, workspace) = (app.client()?, app.workspace().await?);
    let mut problems = Vec::new();
    for name in settings.agents.passwords.keys() {
        match client.resolve::<Worker>(workspace, name).await {
            Ok(_) => {}
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Usage) => {
                problems.push(format!("[serve.agents.passwords] {error}"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(problems)
}

/// What the settings name must be there.
async fn workspace(app: &App, settings: &ServeSettings, flow: Option<&Flow>, found: &mut Found) {
    let directory = match directory(app).await {
        Ok(directory) => directory,
        Err(error) => return found.error("workspace", &error),
    };
    if let Some(flow) = flow {
        for problem in flow.problems_in(&directory) {
            found.add("flow", problem.to_string());
        }
        // No problem: who takes no calls needs no telephone.
        match workers(app, flow).await {
            Ok(unreachable) => warn_of(app, &unreachable),
            Err(error) => found.error("workers", &error),
        }
    }
    match agents(app, settings).await {
        Ok(problems) => problems
            .into_iter()
            .for_each(|problem| found.add("agents", problem)),
        Err(error) => found.error("agents", &error),
    }
    match policies(app, settings).await {
        Ok(problems) => problems
            .into_iter()
            .for_each(|problem| found.add("policy", problem)),
        Err(error) => found.error("policy", &error),
    }
    let missing = |queue: &&String| !directory.queues.names().any(|name| name == *queue);
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

async fn directory(app: &App) -> anyhow::Result<Directory> {
    let workspace = app.workspace().await?;
    Ok(Directory::read(app.client()?, workspace).await?)
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
