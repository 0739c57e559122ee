//! `trctl completions`: the script that completes trctl's commands in a shell.

mod live;
mod names;

use clap::ValueEnum as _;
use clap_complete::Shell;

use crate::app::App;

pub(super) use live::answer;

/// Print the completion script of a shell
///
/// With `--live` the script asks trctl each time, which completes names too: of workspaces, queues,
/// workers, workflows, activities and channels. They are asked of Twilio at most once a minute;
/// without an answer within a second there are none. Credentials that a command fetches are not
/// used for it. Such a script belongs to the trctl that printed it: load it where the shell starts
/// instead of keeping it in a file.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  source <(trctl completions bash --live)      # in ~/.bashrc
  source <(trctl completions zsh --live)       # in ~/.zshrc, behind compinit
  trctl completions fish --live | source       # in ~/.config/fish/config.fish
  trctl completions bash > ~/.local/share/bash-completion/completions/trctl
  trctl completions zsh > \"${fpath[1]}/_trctl\"
  trctl completions fish > ~/.config/fish/completions/trctl.fish")]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_parser = clap::builder::EnumValueParser::<Shell>::new())]
    shell: Shell,

    /// Complete names, too, by asking trctl
    #[arg(long)]
    live: bool,
}

pub(super) fn run(app: &App, args: &CompletionsArgs) -> anyhow::Result<()> {
    let text = if args.live {
        live::registration(args.shell)?
    } else {
        script(args.shell)
    };
    app.console().print(&text)?;
    Ok(())
}

fn script(shell: Shell) -> String {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut super::command(), "trctl", &mut text);
    String::from_utf8(text).expect("completion scripts are text")
}

/// Every shell's script by the name of its file, as kept in the repository.
pub(super) fn files() -> Vec<(&'static str, String)> {
    Shell::value_variants()
        .iter()
        .filter_map(|shell| {
            let name = match shell {
                Shell::Bash => "trctl.bash",
                Shell::Elvish => "trctl.elv",
                Shell::Fish => "trctl.fish",
                Shell::PowerShell => "_trctl.ps1",
                Shell::Zsh => "_trctl",
                _ => return None,
            };
            Some((name, script(*shell)))
        })
        .collect()
}
