//! `trctl completions`: the script that completes trctl's commands in a shell.

use clap::ValueEnum as _;
use clap_complete::Shell;

use crate::app::App;

/// Print the completion script of a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl completions bash > ~/.local/share/bash-completion/completions/trctl
  trctl completions zsh > \"${fpath[1]}/_trctl\"
  trctl completions fish > ~/.config/fish/completions/trctl.fish")]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_parser = clap::builder::EnumValueParser::<Shell>::new())]
    shell: Shell,
}

pub(super) fn run(app: &App, args: &CompletionsArgs) -> anyhow::Result<()> {
    app.console().print(&script(args.shell))?;
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
