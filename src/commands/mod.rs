//! What happens: a folder per noun, a file per verb, arguments and logic together.

mod activities;
#[cfg(feature = "server")]
mod agents;
mod api;
mod attributes;
mod calls;
mod changes;
mod channels;
mod completions;
mod conferences;
#[cfg(feature = "server")]
mod demo;
mod doctor;
#[cfg(feature = "server")]
mod emulator;
#[cfg(feature = "server")]
mod event_store;
mod events;
#[cfg(feature = "server")]
mod flow;
mod guards;
#[cfg(feature = "server")]
mod http_client;
mod man;
mod noun;
mod numbers;
mod orphans;
mod profile;
mod queues;
mod reservations;
mod resume;
mod roster;
#[cfg(feature = "server")]
mod serve;
#[cfg(feature = "server")]
mod signals;
mod stats;
mod tasks;
mod tokens;
#[cfg(feature = "server")]
mod twiml;
mod undo;
mod voice_queues;
mod workers;
mod workflows;
mod workspace;

use std::ffi::OsString;

use clap::{CommandFactory as _, FromArgMatches as _};

use crate::app::App;
use crate::cli::GlobalArgs;
use crate::exit_code::ExitCode;
use crate::output::{ColorChoice, Console};
use crate::report_error;

/// Run a Twilio TaskRouter contact centre from the terminal and from CI
///
/// Wherever Twilio wants a SID, a name does too. Lists are complete unless `--limit` says
/// otherwise. Commands that delete, or change many things, show what they are about to do and ask
/// first.
#[derive(Debug, clap::Parser)]
#[command(
    name = "trctl",
    version,
    arg_required_else_help = true,
    infer_subcommands = false,
    disable_help_subcommand = true,
    after_help = "Exit codes: 0 done, 1 other, 2 usage, 3 settings, 4 not found, 5 Twilio, \
                  6 items failed, 7 check failed, 130 interrupted"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    #[command(flatten)]
    global: GlobalArgs,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    #[command(alias = "task")]
    Tasks(tasks::TasksArgs),
    #[command(alias = "workspaces")]
    Workspace(workspace::WorkspaceArgs),
    #[command(alias = "activity")]
    Activities(activities::ActivitiesArgs),
    #[command(alias = "channel")]
    Channels(channels::ChannelsArgs),
    #[command(alias = "worker")]
    Workers(workers::WorkersArgs),
    #[command(alias = "queue")]
    Queues(queues::QueuesArgs),
    #[command(alias = "workflow")]
    Workflows(workflows::WorkflowsArgs),
    #[command(alias = "reservation")]
    Reservations(reservations::ReservationsArgs),
    #[command(alias = "conference")]
    Conferences(conferences::ConferencesArgs),
    #[command(alias = "voice-queue")]
    VoiceQueues(voice_queues::VoiceQueuesArgs),
    #[command(alias = "call")]
    Calls(calls::CallsArgs),
    #[command(alias = "number")]
    Numbers(numbers::NumbersArgs),
    #[command(alias = "orphan")]
    Orphans(orphans::OrphansArgs),
    #[command(alias = "event")]
    Events(events::EventsArgs),
    #[command(alias = "statistics")]
    Stats(stats::StatsArgs),
    #[command(alias = "token")]
    Tokens(tokens::TokensArgs),
    #[cfg(feature = "server")]
    Serve(serve::ServeArgs),
    #[cfg(feature = "server")]
    #[command(alias = "agent")]
    Agents(agents::AgentsArgs),
    #[cfg(feature = "server")]
    #[command(alias = "flows")]
    Flow(flow::FlowArgs),
    #[cfg(feature = "server")]
    Twiml(twiml::TwimlArgs),
    #[cfg(feature = "server")]
    Emulator(emulator::EmulatorArgs),
    #[command(alias = "profiles")]
    Profile(profile::ProfileArgs),
    Undo(undo::UndoArgs),
    Api(api::ApiArgs),
    Doctor(doctor::DoctorArgs),
    #[cfg(feature = "server")]
    Demo(demo::DemoArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl Command {
    fn run(&self, app: &App) -> anyhow::Result<()> {
        match self {
            Self::Tasks(args) => tasks::run(app, args),
            Self::Workspace(args) => workspace::run(app, args),
            Self::Activities(args) => activities::run(app, args),
            Self::Channels(args) => channels::run(app, args),
            Self::Workers(args) => workers::run(app, args),
            Self::Queues(args) => queues::run(app, args),
            Self::Workflows(args) => workflows::run(app, args),
            Self::Reservations(args) => reservations::run(app, args),
            Self::Conferences(args) => conferences::run(app, args),
            Self::VoiceQueues(args) => voice_queues::run(app, args),
            Self::Calls(args) => calls::run(app, args),
            Self::Numbers(args) => numbers::run(app, args),
            Self::Orphans(args) => orphans::run(app, args),
            Self::Events(args) => events::run(app, args),
            Self::Stats(args) => stats::run(app, args),
            Self::Tokens(args) => tokens::run(app, args),
            #[cfg(feature = "server")]
            Self::Serve(args) => serve::run(app, args),
            #[cfg(feature = "server")]
            Self::Agents(args) => agents::run(app, args),
            #[cfg(feature = "server")]
            Self::Flow(args) => flow::run(app, args),
            #[cfg(feature = "server")]
            Self::Twiml(args) => twiml::run(app, args),
            #[cfg(feature = "server")]
            Self::Emulator(args) => emulator::run(app, args),
            Self::Profile(args) => profile::run(app, args),
            Self::Undo(args) => undo::run(app, args),
            Self::Api(args) => api::run(app, args),
            Self::Doctor(args) => doctor::run(app, args),
            #[cfg(feature = "server")]
            Self::Demo(args) => demo::run(app, args),
            Self::Completions(args) => completions::run(app, args),
            Self::Man(args) => man::run(app, args),
        }
    }
}

/// The whole command tree, as the parser, the completions and the manual see it.
pub fn command() -> clap::Command {
    Cli::command()
}

/// The completion scripts by the name of their file.
pub fn completion_files() -> Vec<(&'static str, String)> {
    completions::files()
}

/// Parses the arguments, runs the command and reports its error.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(answer) = completions::answer(&arguments) {
        // A shell that has gone away needs no completions.
        let _ = Console::of_process(ColorChoice::Never, true, true).print(&answer);
        return ExitCode::Done;
    }
    let parsed = command()
        .try_get_matches_from(arguments)
        .and_then(|matches| Ok((Cli::from_arg_matches(&matches)?, matches)));
    let (cli, matches) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            // Help and version come here too; that nobody reads them is no failure.
            let _ = error.print();
            return if error.use_stderr() {
                ExitCode::Usage
            } else {
                ExitCode::Done
            };
        }
    };
    let mut global = cli.global.clone();
    if matches!(&cli.command, Command::Doctor(args) if args.json) {
        global.output = Some("json".to_owned());
    }
    let app = App::of_process(global);
    let ran = resume::or_as_typed(&app, cli, &matches).and_then(|cli| cli.command.run(&app));
    match ran {
        Ok(()) => ExitCode::Done,
        Err(error) => report_error::report(&error, app.console()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_tree_is_sound() {
        super::command().debug_assert();
    }
}
