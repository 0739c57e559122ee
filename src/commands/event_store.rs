//! Where the event store is, and opening it beside a server that may be running.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;

use crate::app::App;
use crate::events::{self, EventStore, StoreError};
use crate::exit_code::{ExitCode, Failure};
use crate::serve::ServeSettings;
use crate::settings::{private, section, variable};

/// Which store.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct StoreArgs {
    /// File of the event store [default: that of `trctl serve`]
    #[arg(long, value_name = "FILE")]
    pub(super) store: Option<PathBuf>,
}

/// A store and where it is.
pub(super) struct Opened {
    pub(super) store: Arc<dyn EventStore>,
    pub(super) path: PathBuf,
}

impl StoreArgs {
    fn path(&self, app: &App) -> anyhow::Result<PathBuf> {
        let settings: Option<ServeSettings> = section::read(app.sources(), "serve")?;
        path(app, self.store.as_deref(), &settings.unwrap_or_default())
    }

    /// Opens it to read, whoever writes to it meanwhile.
    pub(super) async fn to_read(&self, app: &App) -> anyhow::Result<Opened> {
        opened(self.path(app)?, events::open_to_read).await
    }

    /// Opens it to write, making it if it is missing.
    pub(super) async fn to_write(&self, app: &App) -> anyhow::Result<Opened> {
        to_write(self.path(app)?).await
    }
}

/// The file that is meant: the flag's, the environment's, the settings', the state directory's.
pub(super) fn path(
    app: &App,
    flag: Option<&Path>,
    settings: &ServeSettings,
) -> anyhow::Result<PathBuf> {
    let sources = app.sources();
    let given = match flag {
        Some(flag) => Some(flag.to_owned()),
        None => match variable(sources, &["TRCTL_STORE"])? {
            Some(setting) => Some(setting.value.into()),
            None => settings.store.clone(),
        },
    };
    if let Some(path) = given {
        return Ok(sources.directory.join(path));
    }
    let state = sources.state_directory().ok_or_else(|| {
        Failure::new(
            ExitCode::Settings,
            "there is no home directory to keep the events in",
        )
        .with_hint("say `--store FILE`, or set HOME")
    })?;
    Ok(state.join("events.db"))
}

/// Opens a store to write to, making it and its directory if they are missing.
pub(super) async fn to_write(path: PathBuf) -> anyhow::Result<Opened> {
    if let Some(directory) = path.parent() {
        private::make_directory(directory)
            .with_context(|| format!("cannot make the directory `{}`", directory.display()))?;
    }
    opened(path, events::open).await
}

async fn opened(
    path: PathBuf,
    open: fn(&Path) -> Result<Arc<dyn EventStore>, StoreError>,
) -> anyhow::Result<Opened> {
    let file = path.clone();
    let store = tokio::task::spawn_blocking(move || open(&file))
        .await
        .context("cannot open the event store")?
        .map_err(explain)?;
    Ok(Opened { store, path })
}

fn explain(error: StoreError) -> anyhow::Error {
    let (code, hint) = match &error {
        StoreError::InUse { .. } => (
            ExitCode::Other,
            "a `trctl serve` that is running has it: `trctl serve --backfill` takes in what was \
             missed when it starts; else stop it first, or take another `--store FILE`",
        ),
        StoreError::Missing { .. } => (
            ExitCode::NotFound,
            "`trctl serve` and `trctl events backfill` make one; `--store FILE` names another",
        ),
        StoreError::Newer { .. } => (
            ExitCode::Other,
            "a newer trctl wrote it: take that one, or another `--store FILE`",
        ),
        StoreError::NotAStore { .. } => (ExitCode::Other, "`--store FILE` names another file"),
        _ => return error.into(),
    };
    Failure::new(code, error.to_string()).with_hint(hint).into()
}
