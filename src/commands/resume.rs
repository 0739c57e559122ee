//! `--resume`: a bulk verb that goes on with a run that broke off, as it was told then.

use anyhow::Context as _;
use clap::{ArgMatches, FromArgMatches as _};

use super::Cli;
use crate::app::App;
use crate::cli::BulkArgs;
use crate::exit_code::Failure;

/// The command to run: the one that was typed, or the one of the journal it is to go on with. The
/// flags that every command takes, and those of bulk runs, are today's.
pub(super) fn or_as_typed(app: &App, typed: Cli, matches: &ArgMatches) -> anyhow::Result<Cli> {
    let (path, verb) = leaf(matches);
    let Ok(Some(word)) = verb.try_get_one::<String>("resume") else {
        return Ok(typed);
    };
    let args = BulkArgs::from_arg_matches(verb)?;
    let command = app.resume(word, args)?;
    let noted = super::command()
        .try_get_matches_from(&command)
        .with_context(|| format!("the journal is of a command that is none: {command:?}"))?;
    let (noted_path, _) = leaf(&noted);
    if noted_path != path {
        return Err(Failure::usage(format!(
            "the journal is of `trctl {noted_path}`, not of `trctl {path}`"
        ))
        .with_hint(format!("go on with `trctl {noted_path} --resume {word}`"))
        .into());
    }
    Ok(Cli::from_arg_matches(&noted)?)
}

/// The verb that is run: the words that lead to it, and what it was given.
fn leaf(matches: &ArgMatches) -> (String, &ArgMatches) {
    let mut path: Vec<&str> = Vec::new();
    let mut verb = matches;
    while let Some((name, inner)) = verb.subcommand() {
        path.push(name);
        verb = inner;
    }
    (path.join(" "), verb)
}
