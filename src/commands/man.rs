//! `trctl man`: the manual.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::app::App;
use crate::exit_code::Failure;

/// Print a page of the manual, or write all of them
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl man | man -l -
  trctl man profile add | man -l -
  trctl man --directory ~/.local/share/man/man1")]
pub(super) struct ManArgs {
    /// The command to show; trctl itself without one
    #[arg(value_name = "COMMAND")]
    path: Vec<String>,

    /// Write a page for every command into this directory
    #[arg(long, value_name = "DIRECTORY", conflicts_with = "path")]
    directory: Option<PathBuf>,
}

pub(super) fn run(app: &App, args: &ManArgs) -> anyhow::Result<()> {
    let mut root = super::command();
    if let Some(directory) = &args.directory {
        std::fs::create_dir_all(directory)
            .and_then(|()| clap_mangen::generate_to(root, directory))
            .with_context(|| format!("cannot write the manual to `{}`", directory.display()))?;
        return Ok(());
    }
    root.build();
    let mut command = &root;
    for word in &args.path {
        command = command.find_subcommand(word).ok_or_else(|| {
            Failure::usage(format!(
                "there is no command `trctl {}`",
                args.path.join(" ")
            ))
            .with_hint("`trctl --help` lists the commands")
        })?;
    }
    // The display name of a subcommand is its whole path, joined with hyphens.
    let name = command
        .get_display_name()
        .unwrap_or_else(|| command.get_name())
        .to_owned();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone().name(name)).render(&mut page)?;
    app.console().print(&String::from_utf8_lossy(&page))?;
    Ok(())
}
