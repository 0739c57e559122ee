//! `trctl profile remove`: forgets a profile.

use anyhow::Context as _;

use crate::app::App;
use crate::settings::profiles::{self, ProfileFile};
use crate::settings::{Error, emulator};

/// Remove a stored profile, its secret included
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl profile remove old --yes")]
pub(super) struct RemoveArgs {
    /// Name of the profile
    name: String,
}

pub(super) fn run(app: &App, args: &RemoveArgs) -> anyhow::Result<()> {
    let name = args.name.as_str();
    let mut file = ProfileFile::open(app.sources())?;
    if !file.contains(name) {
        let profiles = profiles::all(app.sources(), &file, &mut Vec::new());
        let known: Vec<String> = profiles.into_iter().map(|profile| profile.name).collect();
        let name = args.name.clone();
        let error = match name.as_str() {
            emulator::PROFILE => Error::NotStored {
                name,
                what: "built in",
            },
            _ if known.contains(&name) => Error::NotStored {
                name,
                what: "twilio-cli's",
            },
            _ => Error::UnknownProfile { name, known },
        };
        return Err(error.into());
    }
    let path = file.path().display().to_string();
    if app.global().dry_run {
        app.console()
            .note(format_args!("Would remove profile `{name}` from `{path}`"));
        return Ok(());
    }
    app.confirm(format_args!("Remove profile `{name}` from `{path}`?"))?;
    file.remove(name);
    file.save().context("cannot remove the profile")?;
    app.console()
        .note(format_args!("Removed profile `{name}` from `{path}`"));
    Ok(())
}
