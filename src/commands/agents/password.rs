//! `trctl agents set-password`, `remove-password` and `list`: who may sign in, in the settings file.

use anyhow::Context as _;
use secrecy::ExposeSecret as _;
use serde::Serialize;

use crate::app::App;
use crate::commands::noun;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Worker;
use crate::output::{Column, Local};
use crate::serve::ServeSettings;
use crate::serve::access::PasswordHash;
use crate::settings::profiles::ProfileFile;
use crate::settings::section;

/// Where the settings keep the hashes.
const TABLES: [&str; 3] = ["serve", "agents", "passwords"];
/// What is shorter is guessed.
const SHORTEST: usize = 8;

/// Give a worker a password for the agent's page
///
/// The password is asked for, twice, or read from stdin; it is never an argument. The settings file
/// keeps its argon2 hash, under the worker's name. A server that runs reads it when it starts again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl agents set-password dave
  pass show trctl/dave | trctl agents set-password dave --password-stdin")]
pub(super) struct SetArgs {
    /// Name or SID
    #[arg(value_name = "WORKER")]
    worker: String,

    /// Read the password from stdin
    #[arg(long)]
    password_stdin: bool,

    /// Take the name as it is, without asking Twilio whether there is such a worker
    #[arg(long)]
    offline: bool,
}

/// Take a worker's password away
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl agents remove-password dave")]
pub(super) struct RemoveArgs {
    /// The name as `trctl agents list` shows it
    #[arg(value_name = "NAME")]
    name: String,
}

/// List the workers who have a password of their own
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {}

#[derive(Debug, Serialize)]
struct Agent {
    name: String,
}

static COLUMNS: [Column<Local<Agent>>; 1] = [Column::new("name", "NAME", |row| {
    row.value.name.as_str().into()
})];

pub(super) fn list(app: &App, _args: &ListArgs) -> anyhow::Result<()> {
    let settings: ServeSettings = section::read(app.sources(), "serve")?.unwrap_or_default();
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    for name in settings.agents.passwords.into_keys() {
        list.row(&Local::new(Agent { name }))?;
    }
    list.finish()?;
    Ok(())
}

pub(super) fn set(app: &App, args: &SetArgs) -> anyhow::Result<()> {
    let name = if args.offline {
        args.worker.clone()
    } else {
        app.block_on(async {
            let workspace = app.workspace().await?;
            let found = noun::find::<Worker>(app, workspace, &args.worker).await?;
            anyhow::Ok(found.value.friendly_name)
        })?
    };
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(Failure::usage("this is no name to sign in with").into());
    }
    let console = app.console();
    let mut file = ProfileFile::open(app.sources())?;
    let path = file.path().display().to_string();
    if app.global().dry_run {
        console.note(format_args!(
            "Would store a password for `{name}` in `{path}`"
        ));
        return Ok(());
    }
    let secret = if args.password_stdin {
        console.read_secret()?
    } else {
        let instead = "give it on stdin with `--password-stdin`";
        let secret = console.ask_secret("password", instead)?;
        let again = console.ask_secret("the same again", instead)?;
        if secret.expose_secret() != again.expose_secret() {
            return Err(Failure::usage("the two passwords differ").into());
        }
        secret
    };
    if secret.expose_secret().chars().count() < SHORTEST {
        return Err(
            Failure::usage(format!("a password has at least {SHORTEST} characters")).into(),
        );
    }
    let hash = PasswordHash::of(&secret)?.to_string();
    file.set_text(&TABLES, &name, &hash).map_err(|part| {
        Failure::new(
            ExitCode::Settings,
            format!("`{part}` in `{path}` is no table"),
        )
    })?;
    file.save().context("cannot store the password")?;
    console.note(format_args!(
        "Stored a password for `{name}` in `{path}`; a server that runs reads it when it starts again"
    ));
    Ok(())
}

pub(super) fn remove(app: &App, args: &RemoveArgs) -> anyhow::Result<()> {
    let mut file = ProfileFile::open(app.sources())?;
    let path = file.path().display().to_string();
    if !file.remove_from(&TABLES, &args.name) {
        return Err(Failure::new(
            ExitCode::NotFound,
            format!("`{}` has no password in `{path}`", args.name),
        )
        .with_hint("`trctl agents list` shows who has")
        .into());
    }
    if app.global().dry_run {
        app.console().note(format_args!(
            "Would remove the password of `{}` from `{path}`",
            args.name
        ));
        return Ok(());
    }
    file.save().context("cannot remove the password")?;
    app.console().note(format_args!(
        "Removed the password of `{}` from `{path}`; who is signed in stays so until the server \
         starts again",
        args.name
    ));
    Ok(())
}
