//! `trctl serve` itself: from the settings to a server that runs until it is told to end.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use serde::Serialize;

use super::decide;
use super::register::{self, RegisterArgs};
use crate::app::App;
use crate::commands::event_store::{self, Opened};
use crate::commands::signals::{Caught, Signals};
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::WorkspaceSid;
use crate::output::{Column, Format, Local, trace};
use crate::serve::policy::Mode;
use crate::serve::{Config, Error, Parts, PublicUrl, Server, Upkeep};

/// How to start.
#[derive(Debug, clap::Args)]
pub(super) struct StartArgs {
    /// Address to listen on [default: 127.0.0.1]
    #[arg(long, value_name = "ADDRESS")]
    pub(super) bind: Option<IpAddr>,

    /// Port to listen on; 0 takes a free one [default: 8000]
    #[arg(long, value_name = "PORT")]
    pub(super) port: Option<u16>,

    /// The URL under which Twilio reaches the server
    #[arg(long, value_name = "URL")]
    pub(super) public_url: Option<PublicUrl>,

    /// File of the event store [default: `events.db` in the state directory]
    #[arg(long, value_name = "FILE")]
    pub(super) store: Option<PathBuf>,

    /// Believe every webhook of this machine, signed or not; without a proxy or a tunnel
    #[arg(long)]
    pub(super) insecure_no_signature: bool,

    /// Check settings, flow and workspace, and end; exit code 7 with every problem
    #[arg(long)]
    pub(super) check: bool,

    /// Take in what was missed, from Twilio's log: before the server says that it is ready, and
    /// every ten minutes from then on
    #[arg(long)]
    pub(super) backfill: bool,

    /// Whether policies act after a call: `off`, `dry-run` (only tell what they would do) or `on`
    /// [default: `mode` in [serve.policy]]
    #[arg(long, value_name = "MODE", value_parser = PossibleValuesParser::new(Mode::WORDS).map(|word| word.parse::<Mode>().unwrap_or_default()))]
    pub(super) policy: Option<Mode>,

    #[command(flatten)]
    pub(super) register: RegisterArgs,
}

/// How to reach it.
#[derive(Debug, Serialize)]
struct Started {
    url: String,
    public_url: Option<String>,
    account_sid: String,
    workspace_sid: String,
    store: PathBuf,
    /// Whether webhooks are checked.
    signatures: bool,
}

static COLUMNS: [Column<Local<Started>>; 5] = [
    Column::new("url", "URL", |row| row.value.url.as_str().into()),
    Column::new("public_url", "PUBLIC URL", |row| {
        row.value.public_url.as_deref().unwrap_or("none").into()
    }),
    Column::new("workspace_sid", "WORKSPACE", |row| {
        row.value.workspace_sid.as_str().into()
    }),
    Column::new("store", "STORE", |row| {
        row.value.store.display().to_string().into()
    }),
    Column::new("signatures", "SIGNATURES", |row| {
        if row.value.signatures {
            "checked".into()
        } else {
            "NOT CHECKED".into()
        }
    }),
];

pub(super) async fn run(app: &App, args: &StartArgs) -> anyhow::Result<()> {
    let settings = decide::settings(app, args)?;
    decide::may_listen(&settings, args)?;
    let flow = decide::flow(app)?;
    let mut problems = settings.problems();
    problems.extend(flow.problems().iter().map(ToString::to_string));
    if !problems.is_empty() {
        return Err(Failure::new(ExitCode::Settings, problems.join("; "))
            .with_hint("`trctl serve --check` shows them one by one")
            .into());
    }
    for warning in flow.warnings() {
        app.console().warn(warning);
    }
    let token = decide::auth_token(app, args)?;
    let client = app.client()?.clone();
    let path = event_store::path(app, args.store.as_deref(), &settings)?;
    let workspace = workspace(app).await?;
    let signing = decide::signing(app)?;
    let shared_by_agents = decide::shared_by_agents(app, &settings)?;
    let agreed = if args.register.register {
        register::agree(app, &args.register, &settings, workspace).await?
    } else {
        None
    };
    if app.global().dry_run {
        return Ok(());
    }
    let mut config = Config::new(settings, app.credentials()?.account_sid, workspace);
    config.flow = flow;
    config.auth_token = token;
    config.signing = signing;
    config.shared_by_agents = shared_by_agents;
    config.pinned_clock = app.pinned_clock();
    config.upkeep = Upkeep {
        backfill: args.backfill.then(|| path.clone()),
        journals: Some(app.journals()?),
    };

    trace::install_for_server(app.global().verbose, app.shared_console());
    // Handlers first: a signal that comes while the address is being printed counts too.
    let mut signals =
        Signals::of(&[Caught::Interrupt, Caught::Terminate]).context("cannot wait for signals")?;
    let Opened { store, path } = event_store::to_write(path).await?;
    let started = Started {
        url: String::new(),
        public_url: config.settings.public_url.as_ref().map(ToString::to_string),
        account_sid: config.account.to_string(),
        workspace_sid: workspace.to_string(),
        store: path,
        signatures: config.auth_token.is_some(),
    };
    let parts = Parts {
        config,
        store: Arc::clone(&store),
        client,
    };
    let running = match Server::start(parts).await {
        Ok(running) => running,
        Err(error) => {
            store.close().await;
            return Err(explain(error));
        }
    };
    tell(
        app,
        Started {
            url: running.url(),
            ..started
        },
    )?;

    if let Some(agreed) = agreed
        && let Err(error) = agreed.carry_out(app).await
    {
        running.shut_down().await?;
        return Err(error);
    }

    let stop = running.stop_handle();
    let mut finished = std::pin::pin!(running.finished());
    let answered = tokio::select! {
        ended = &mut finished => ended?,
        _ = signals.next() => {
            app.console().note("stopping; once more ends it at once");
            stop.stop();
            tokio::select! {
                ended = &mut finished => ended?,
                _ = signals.next() => false,
            }
        }
    };
    if args.register.register && args.register.unregister {
        register::unregister(app, workspace, true).await?;
    }
    if answered {
        return Ok(());
    }
    Err(Failure::new(
        ExitCode::Interrupted,
        "ended before every request was answered",
    )
    .into())
}

/// Only puts back what stood where the server is pointed at.
pub(super) async fn unregister(app: &App) -> anyhow::Result<()> {
    let workspace = workspace(app).await?;
    register::unregister(app, workspace, false).await
}

/// The workspace; a SID is taken as it is, so that events are kept even when Twilio's API is not to
/// be reached.
async fn workspace(app: &App) -> anyhow::Result<WorkspaceSid> {
    let named = app.settings()?.workspace.as_ref();
    if let Some(sid) = named.and_then(|setting| setting.value.parse().ok()) {
        return Ok(sid);
    }
    app.workspace().await
}

fn explain(error: Error) -> anyhow::Error {
    match error {
        Error::Listen { address, source } => {
            let hint = match source.kind() {
                std::io::ErrorKind::AddrInUse => {
                    "another server may be running; `--port 0` takes a free port"
                }
                _ => "choose another `--port` or `--bind`",
            };
            Failure::new(
                ExitCode::Other,
                format!("cannot listen on {address}: {source}"),
            )
            .with_hint(hint)
            .into()
        }
        other => anyhow::Error::from(other).context("cannot start the server"),
    }
}

/// Data on stdout for programs, what it is about on stderr.
fn tell(app: &App, started: Started) -> anyhow::Result<()> {
    let console = app.console();
    if !started.signatures {
        console.warn(
            "webhooks are NOT checked: whoever reaches this machine's loopback can pass for Twilio \
             (--insecure-no-signature)",
        );
    }
    let row = Local::new(started);
    let printer = app.printer()?;
    printer.object(&row, &COLUMNS, None)?;
    if matches!(printer.format(), Format::Table | Format::Wide) {
        let started = row.value;
        let url = started.public_url.as_ref().unwrap_or(&started.url);
        console.note(format_args!(
            "\ntrctl {} keeps the events of workspace {} in account {}.\n\
             Twilio's event callbacks and Event Streams go to {url}/events.\n\
             Ctrl-C ends it.",
            env!("CARGO_PKG_VERSION"),
            started.workspace_sid,
            started.account_sid,
        ));
        if started.public_url.is_none() && started.signatures {
            console.note(
                "Twilio signs the URL it was given: behind a proxy or a tunnel, say it with \
                 --public-url.",
            );
        }
    }
    Ok(())
}
