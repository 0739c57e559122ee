//! `trctl emulator snapshot`: the whole state of a running emulator into a file and back.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use tokio::io::AsyncReadExt as _;

use super::control::Control;
use super::reset;
use crate::app::App;
use crate::settings::private;

/// Save the emulator's whole state to a file and load it again
///
/// A snapshot has everything that the API shows, the event log and the clock. Loaded again,
/// into whatever emulator of the same account, the same commands lead to the same history,
/// the SIDs included. It also serves as a data file: `trctl emulator start --data FILE`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator snapshot save monday.json
  trctl emulator snapshot load monday.json --yes
  trctl emulator snapshot save - | gzip > monday.json.gz")]
pub(super) struct SnapshotArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    /// Save the state to a file
    Save(FileArgs),
    /// Replace the state with that in a file
    Load(FileArgs),
}

#[derive(Debug, clap::Args)]
struct FileArgs {
    /// The file; `-` is stdout and stdin
    file: PathBuf,
}

pub(super) async fn run(app: &App, args: &SnapshotArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::Save(args) => save(app, &args.file).await,
        Verb::Load(args) => load(app, &args.file).await,
    }
}

async fn save(app: &App, file: &Path) -> anyhow::Result<()> {
    let control = Control::reach(app).await?;
    let document = control
        .text("snapshot")
        .await
        .context("cannot get the state")?;
    if is_stream(file) {
        app.console().print_line(&document)?;
        return Ok(());
    }
    if app.global().dry_run {
        app.console().note(format_args!(
            "Would save the state of {} to `{}`",
            control.place(),
            file.display()
        ));
        return Ok(());
    }
    private::replace(file, document.as_bytes())
        .with_context(|| format!("cannot write `{}`", file.display()))?;
    app.console().note(format_args!(
        "Saved the state of {} to `{}`",
        control.place(),
        file.display()
    ));
    Ok(())
}

async fn load(app: &App, file: &Path) -> anyhow::Result<()> {
    let control = Control::reach(app).await?;
    let document = read(file).await?;
    let what = if is_stream(file) {
        "stdin".to_owned()
    } else {
        format!("`{}`", file.display())
    };
    let contents = reset::Contents::of(&control).await?;
    if app.global().dry_run {
        app.console().note(format_args!(
            "Would replace everything in {contents} with {what}"
        ));
        return Ok(());
    }
    app.confirm(format_args!(
        "Replace everything in {contents} with {what}?"
    ))?;
    control
        .put("snapshot", document)
        .await
        .with_context(|| format!("cannot load {what}"))?;
    let contents = reset::Contents::of(&control).await?;
    app.console()
        .note(format_args!("Loaded {what} into {contents}"));
    Ok(())
}

fn is_stream(file: &Path) -> bool {
    file.as_os_str() == "-"
}

async fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    if is_stream(file) {
        let mut document = Vec::new();
        tokio::io::stdin()
            .read_to_end(&mut document)
            .await
            .context("cannot read stdin")?;
        return Ok(document);
    }
    tokio::fs::read(file)
        .await
        .with_context(|| format!("cannot read `{}`", file.display()))
}
