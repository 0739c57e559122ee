//! `trctl doctor`: whether everything stands as it should, and what to do where it does not.

mod callbacks;
mod connection;
mod finding;
mod numbers;
mod workspace;

use std::time::Duration;

use crate::app::App;
use crate::cli::Age;
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Local, plural};

use finding::{COLUMNS, Finding, Verdict};

/// Check credentials, connection, workspace, callbacks and numbers, and tell what to do
///
/// Nothing is changed. Callback URLs are asked with a HEAD and no credentials, so that nothing
/// takes it for an event; 405, 401 and 403 count as somebody being there. Ends with exit code 7
/// when a check fails; warnings do not count.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl doctor
  trctl doctor --profile production --json | jq '.[] | select(.verdict == \"fail\")'
  trctl doctor --no-probe")]
pub(super) struct DoctorArgs {
    /// Print JSON, as `-o json` does
    #[arg(long, conflicts_with = "output")]
    pub(super) json: bool,

    /// Do not ask the callback URLs
    #[arg(long)]
    no_probe: bool,

    /// How long a callback URL may take to answer
    #[arg(long, value_name = "TIME", default_value = "5s")]
    probe_timeout: Age,
}

/// How callback URLs are asked.
#[derive(Debug, Clone, Copy)]
struct Probing {
    /// `None` for not at all.
    timeout: Option<Duration>,
    /// Whether it is Twilio that will ask them, from outside.
    from_outside: bool,
}

pub(super) fn run(app: &App, args: &DoctorArgs) -> anyhow::Result<()> {
    // What cannot be printed need not be looked for.
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    let timeout = Duration::try_from(args.probe_timeout.0).unwrap_or(Duration::MAX);
    app.block_on(async {
        let mut findings = Vec::new();
        if connection::check(app, &mut findings).await {
            let probing = Probing {
                timeout: (!args.no_probe).then_some(timeout),
                from_outside: app.settings()?.base_url.is_none(),
            };
            let (workspace, numbers) =
                tokio::join!(workspace::check(app, probing), numbers::check(app, probing));
            findings.extend(workspace);
            findings.extend(numbers);
        }
        let failed = of(&findings, Verdict::Fail);
        let warned = of(&findings, Verdict::Warn);
        for finding in findings {
            list.row(&Local::new(finding))?;
        }
        list.finish()?;
        if failed > 0 {
            let failed = plural::count_of(failed, "check failed", "checks failed");
            return Err(Failure::new(ExitCode::CheckFailed, failed).into());
        }
        app.console().note(match warned {
            0 => "all is well".to_owned(),
            warned => plural::count(warned, "warning"),
        });
        Ok(())
    })
}

fn of(findings: &[Finding], verdict: Verdict) -> usize {
    let found = findings.iter().filter(|finding| finding.verdict == verdict);
    found.count()
}
