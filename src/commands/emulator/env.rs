//! `trctl emulator env`: the variables that lead Twilio's own clients to a running emulator.

use anyhow::Context as _;
use serde::Serialize;

use super::announce::announced;
use super::environment::{Reach, Shell};
use super::state_directory;
use crate::app::App;
use crate::emulator::DEFAULT_PORT;
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Column, Format, Local};

/// Print the variables that lead Twilio's own clients to a running emulator
///
/// For `emulator start --connect-proxy`. With these variables twilio-cli, the SDKs, curl and
/// trctl reach it under Twilio's own addresses, and nothing of Twilio's or anybody else's through
/// the proxy. The auth token is among them: it is read from a file that `start` keeps for you alone
/// while it runs.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  eval \"$(trctl emulator env)\"
  trctl emulator env --shell fish | source
  trctl emulator env -o json")]
pub(super) struct EnvArgs {
    /// Shell to write for; that of `$SHELL` unless given
    #[arg(long, value_enum)]
    shell: Option<Shell>,

    /// The emulator on this port, where several run
    #[arg(long, conflicts_with = "url")]
    port: Option<u16>,

    /// The emulator with this base URL, where several run
    #[arg(long)]
    url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Variable {
    name: &'static str,
    value: Option<String>,
}

static COLUMNS: [Column<Local<Variable>>; 2] = [
    Column::new("name", "NAME", |row| row.value.name.into()),
    Column::new("value", "VALUE", |row| {
        row.value.value.as_deref().unwrap_or_default().into()
    }),
];

pub(super) fn run(app: &App, args: &EnvArgs) -> anyhow::Result<()> {
    let directory = state_directory(app)?;
    let running = announced(&directory)
        .with_context(|| format!("cannot look for emulators in `{}`", directory.display()))?;
    let variables = choose(running, args)?.variables();
    // A configured format is a preference for data; a shell can take over its own language only.
    if app.global().output.is_some() || app.global().jq.is_some() {
        return print(app, variables);
    }
    let shell = args
        .shell
        .unwrap_or_else(|| Shell::of_path(app.sources().variable("SHELL")));
    let lines: String = variables
        .iter()
        .map(|(name, value)| shell.line(name, value.as_deref()))
        .collect();
    app.console().print(&lines)?;
    if app.console().stdout_is_terminal() {
        app.console()
            .note(format_args!("\nTo take them over:\n  {}", shell.usage()));
    }
    Ok(())
}

fn print(app: &App, variables: Vec<(&'static str, Option<String>)>) -> anyhow::Result<()> {
    let printer = app.printer()?;
    if matches!(
        printer.format(),
        Format::Json | Format::Ndjson | Format::Yaml
    ) {
        let object: serde_json::Map<String, serde_json::Value> = variables
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect();
        return Ok(printer.object(&Local::new(object), &[], None)?);
    }
    let mut list = printer.list(&COLUMNS, None)?;
    for (name, value) in variables {
        list.row(&Local::new(Variable { name, value }))?;
    }
    list.finish()?;
    Ok(())
}

/// The emulator that is meant: the named one, the only one, or the one where emulators usually are.
fn choose(running: Vec<Reach>, args: &EnvArgs) -> Result<Reach, Failure> {
    let port = |reach: &Reach| url::Url::parse(&reach.url).ok()?.port();
    let urls: Vec<String> = running
        .iter()
        .map(|reach| format!("`{}`", reach.url))
        .collect();
    let wanted = |reach: &Reach| match (&args.url, args.port) {
        (Some(url), _) => reach.url == url.trim_end_matches('/'),
        (None, wanted) => port(reach) == Some(wanted.unwrap_or(DEFAULT_PORT)),
    };
    let named = args.url.is_some() || args.port.is_some();
    let several = running.len() > 1;
    let mut running = running.into_iter();
    let chosen = if named || several {
        running.find(wanted)
    } else {
        running.next()
    };
    chosen.ok_or_else(|| {
        if urls.is_empty() {
            Failure::new(ExitCode::NotFound, "no emulator with a proxy is running").with_hint(
                "start one in another terminal with `trctl emulator start --connect-proxy 0`, or \
                 run a single command with `trctl emulator run -- COMMAND`",
            )
        } else if named {
            Failure::new(
                ExitCode::NotFound,
                "no emulator with a proxy is running there",
            )
            .with_hint(format!("there is {}", urls.join(", ")))
        } else {
            Failure::new(
                ExitCode::Settings,
                format!("several emulators are running: {}", urls.join(", ")),
            )
            .with_hint("choose one with `--port PORT`")
        }
    })
}
