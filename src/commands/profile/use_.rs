//! `trctl profile use`: makes a profile the current one.

use anyhow::Context as _;

use crate::app::App;
use crate::settings::profiles::{self, ProfileFile};
use crate::settings::{Error, names};

/// Make a profile the current one
#[derive(Debug, clap::Args)]
#[command(
    name = "use",
    after_help = "Example:
  trctl profile use emulator"
)]
pub(super) struct UseArgs {
    /// Name of a stored profile, one of twilio-cli's, or `emulator`
    name: String,
}

pub(super) fn run(app: &App, args: &UseArgs) -> anyhow::Result<()> {
    let console = app.console();
    let mut file = ProfileFile::open(app.sources())?;
    let mut warnings = Vec::new();
    let known: Vec<String> = profiles::all(app.sources(), &file, &mut warnings)
        .into_iter()
        .map(|profile| profile.name)
        .collect();
    for warning in warnings {
        console.warn(warning);
    }
    if !known.contains(&args.name) {
        let name = args.name.clone();
        return Err(Error::UnknownProfile { name, known }.into());
    }
    if app.global().dry_run {
        console.note(format_args!("Would use profile `{}`", args.name));
        return Ok(());
    }
    file.set_current(Some(&args.name));
    file.save().context("cannot change the current profile")?;
    console.note(format_args!("Using profile `{}`", args.name));
    if let Some(other) = app.sources().variable(names::PROFILE)
        && other != args.name
    {
        console.warn(format_args!(
            "{} is set to `{other}` and goes before it",
            names::PROFILE
        ));
    }
    Ok(())
}
