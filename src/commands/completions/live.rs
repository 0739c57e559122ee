//! Completion that asks: the shell runs trctl with the words so far, and trctl answers.

use std::ffi::{OsStr, OsString};
use std::sync::Arc;

use anyhow::Context as _;
use clap::{Arg, Command, FromArgMatches as _};
use clap_complete::Shell;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use super::names::{Kind, Names};
use crate::cli::GlobalArgs;

/// Names the shell that asks. It is trctl's own, so that nothing else turns trctl into a completer.
const VARIABLE: &str = "_TRCTL_COMPLETE";

/// What a shell runs at its start to ask trctl from then on.
pub(super) fn registration(shell: Shell) -> anyhow::Result<String> {
    let shells = Shells::builtins();
    let shell = shells
        .completer(&shell.to_string())
        .context("cannot complete live in this shell")?;
    let mut script = Vec::new();
    shell.write_registration(VARIABLE, "trctl", "trctl", "trctl", &mut script)?;
    Ok(String::from_utf8(script)?)
}

/// The answer to a shell that asks; `None` for a run of any other kind. Whatever goes wrong, a
/// shell is told nothing: somebody is in the middle of a line.
pub(in crate::commands) fn answer(arguments: &[OsString]) -> Option<String> {
    let shell = std::env::var(VARIABLE).ok()?;
    let [_, separator, words @ ..] = arguments else {
        return None;
    };
    if separator != "--" {
        return None;
    }
    let complete = || {
        let shells = Shells::builtins();
        let shell = shells.completer(&shell)?;
        let names = Arc::new(Names {
            global: globals(words),
            escaped: shell.name() == "bash",
        });
        let mut command = with_names(crate::commands::command(), None, &names);
        let directory = std::env::current_dir().ok();
        let mut text = Vec::new();
        shell
            .write_complete(
                &mut command,
                words.to_vec(),
                directory.as_deref(),
                &mut text,
            )
            .ok()?;
        String::from_utf8(text).ok()
    };
    Some(complete().unwrap_or_default())
}

/// The global flags among the words so far: they decide whose names are meant.
fn globals(words: &[OsString]) -> GlobalArgs {
    crate::commands::command()
        .ignore_errors(true)
        .try_get_matches_from(words)
        .ok()
        .and_then(|matches| GlobalArgs::from_arg_matches(&matches).ok())
        .unwrap_or_default()
}

/// The command, its arguments and those of its verbs completed by the names they take. `noun` is
/// what the names of the command are names of.
fn with_names(command: Command, noun: Option<Kind>, names: &Arc<Names>) -> Command {
    let noun = noun.or_else(|| Kind::of_noun(command.get_name()));
    command
        .mut_args(|argument| {
            let kinds = kinds_of(&argument, noun);
            if kinds.is_empty() {
                return argument;
            }
            let names = Arc::clone(names);
            argument.add(ArgValueCompleter::new(move |typed: &OsStr| {
                let typed = typed.to_str().unwrap_or_default();
                kinds
                    .iter()
                    .flat_map(|kind| names.starting_with(*kind, typed))
                    .map(CompletionCandidate::new)
                    .collect()
            }))
        })
        .mut_subcommands(|verb| with_names(verb, noun, names))
}

/// What the values of an argument are names of.
fn kinds_of(argument: &Arg, noun: Option<Kind>) -> Vec<Kind> {
    let value = argument.get_value_names().and_then(<[_]>::first);
    let kind = match (
        argument.get_long(),
        value.map_or("", |value| value.as_str()),
    ) {
        // The last word is the activity, and which is the last nobody knows yet.
        (None, "WORKER… ACTIVITY") => return vec![Kind::Workers, Kind::Activities],
        (Some("worker" | "routing-target"), _) | (_, "WORKER") => Some(Kind::Workers),
        (Some("workspace"), _) => Some(Kind::Workspaces),
        (_, "ACTIVITY") => Some(Kind::Activities),
        (_, "CHANNEL") | (Some("channel"), _) => Some(Kind::Channels),
        (_, "QUEUE") => Some(Kind::Queues),
        (_, "VOICE-QUEUE") => Some(Kind::VoiceQueues),
        (_, "WORKFLOW") => Some(Kind::Workflows),
        (None | Some("name"), "NAME") => noun,
        _ => None,
    };
    kind.into_iter().collect()
}
