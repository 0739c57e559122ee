//! `trctl workflows lint`: what is wrong, or hardly meant, in the rules.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::ValueEnum;
use serde::Serialize;

use super::document;
use crate::app::App;
use crate::cli::Age;
use crate::commands::noun;
use crate::commands::roster::{Roster, all};
use crate::exit_code::{ExitCode, Failure};
use crate::model::Workflow;
use crate::output::{Cell, Column, Format, Local, Tone, plural};
use crate::routing::lint::{DEFAULT_TTL, Finding, Known, Severity, lint, lint_queues};

/// Find what is wrong, or hardly meant, in workflows and their queues
///
/// Finds filters and targets that nothing reaches, queues that do not exist or that nobody serves,
/// attributes no worker has, a `skip_if` that never holds and time-outs that outlive the task.
/// Without names every workflow of the workspace is looked at, and all queues besides; with
/// `--file` a workflow configuration (JSON or YAML), and nothing is asked of Twilio unless `--live`
/// is given. Places count from 0, as in the document.
///
/// Ends with exit code 7 when there are findings at or above `--fail-on`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workflows lint
  trctl workflows lint Support Sales --fail-on warning
  trctl workflows lint --file routing.yaml
  trctl workflows lint --file routing.yaml --live -o json")]
pub(super) struct LintArgs {
    /// Names or SIDs of workflows; every workflow unless given
    #[arg(value_name = "NAME", conflicts_with = "file")]
    names: Vec<String>,

    /// Look at this workflow configuration instead (can be repeated)
    #[arg(long, value_name = "FILE")]
    file: Vec<PathBuf>,

    /// With `--file`: compare it with the queues, workers and activities of the workspace
    #[arg(long, requires = "file")]
    live: bool,

    /// How bad a finding must be to end with exit code 7
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    fail_on: FailOn,

    /// How long tasks live without being assigned
    #[arg(long, value_name = "AGE", default_value = "1d")]
    ttl: Age,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Never,
}

impl FailOn {
    const fn takes(self, severity: Severity) -> bool {
        match self {
            Self::Error => matches!(severity, Severity::Error),
            Self::Warning => true,
            Self::Never => false,
        }
    }
}

/// A finding and the workflow or file it is in.
#[derive(Debug, Serialize)]
struct Found {
    /// The workflow's name, or the file; `None` for a queue.
    workflow: Option<String>,
    #[serde(flatten)]
    finding: Finding,
}

static COLUMNS: [Column<Local<Found>>; 8] = [
    Column::new("severity", "SEVERITY", |row| {
        let severity = row.value.finding.severity;
        let tone = match severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Notice,
        };
        Cell::from(severity.as_str()).tone(tone)
    }),
    Column::new("code", "CODE", |row| row.value.finding.code.into()),
    Column::new("workflow", "WORKFLOW", |row| {
        row.value.workflow.clone().into()
    }),
    Column::new("place", "PLACE", |row| {
        let path = &row.value.finding.path;
        path.strip_prefix("task_routing.").unwrap_or(path).into()
    }),
    Column::new("text", "FINDING", |row| {
        row.value.finding.text.as_str().into()
    }),
    Column::new("help", "WHAT TO DO", |row| {
        row.value.finding.help.as_str().into()
    }),
    Column::wide("filter", "FILTER", |row| index(row.value.finding.filter)),
    Column::wide("target", "TARGET", |row| index(row.value.finding.target)),
];

fn index(index: Option<usize>) -> Cell {
    index.and_then(|index| u64::try_from(index).ok()).into()
}

pub(super) async fn run(app: &App, args: &LintArgs) -> anyhow::Result<()> {
    let ttl = u64::try_from(args.ttl.0.as_secs()).unwrap_or(DEFAULT_TTL);
    let mut found = Vec::new();
    if args.file.is_empty() {
        let workspace = app.workspace().await?;
        let roster = Roster::read(app, workspace).await?;
        let known = known(&roster, ttl);
        for (name, text) in workflows(app, &args.names).await? {
            collect(&mut found, Some(&name), lint(&text, &known));
        }
        if args.names.is_empty() {
            let used: Vec<&str> = found
                .iter()
                .filter(|found: &&Found| found.finding.code == "nobody-serves-queue")
                .map(|found| found.finding.text.as_str())
                .collect();
            // Said already, with more weight, where tasks are sent there.
            let unsaid = lint_queues(&known).into_iter().filter(|finding| {
                let name = finding.path.strip_prefix("queues.").unwrap_or_default();
                finding.code != "nobody-serves-queue"
                    || !used.iter().any(|text| text.contains(&format!("`{name}`")))
            });
            let unsaid: Vec<Finding> = unsaid.collect();
            collect(&mut found, None, unsaid);
        }
    } else {
        let roster = if args.live {
            let workspace = app.workspace().await?;
            Some(Roster::read(app, workspace).await?)
        } else {
            None
        };
        let known = roster.as_ref().map_or(
            Known {
                ttl,
                ..Known::default()
            },
            |roster| known(roster, ttl),
        );
        for path in &args.file {
            let text = document::read(path)?;
            let name = path.display().to_string();
            collect(&mut found, Some(&name), lint(&text, &known));
        }
    }
    tell(app, args, &found)
}

fn known(roster: &Roster, ttl: u64) -> Known<'_> {
    Known {
        queues: Some(&roster.queues),
        workers: Some(&roster.workers),
        activities: Some(&roster.activities),
        ttl,
    }
}

fn collect(found: &mut Vec<Found>, workflow: Option<&str>, findings: Vec<Finding>) {
    found.extend(findings.into_iter().map(|finding| Found {
        workflow: workflow.map(str::to_owned),
        finding,
    }));
}

/// The named workflows, or all, with their documents.
async fn workflows(app: &App, names: &[String]) -> anyhow::Result<Vec<(String, String)>> {
    let workspace = app.workspace().await?;
    let mut workflows = Vec::new();
    if names.is_empty() {
        for workflow in all::<Workflow>(app.client()?, workspace).await? {
            workflows.push((workflow.friendly_name, workflow.configuration));
        }
    }
    for name in names {
        let workflow = noun::find::<Workflow>(app, workspace, name)
            .await
            .with_context(|| format!("cannot get workflow `{name}`"))?
            .value;
        workflows.push((workflow.friendly_name, workflow.configuration));
    }
    Ok(workflows)
}

fn tell(app: &App, args: &LintArgs, found: &[Found]) -> anyhow::Result<()> {
    let count = |severity| {
        found
            .iter()
            .filter(|found| found.finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let failing = found
        .iter()
        .any(|found| args.fail_on.takes(found.finding.severity));
    let printer = app.printer()?;
    let is_table = matches!(printer.format(), Format::Table | Format::Wide);
    let mut list = printer.list(&COLUMNS, None)?;
    let limit = app.global().limit.map_or(usize::MAX, |limit| {
        usize::try_from(limit.get()).unwrap_or(usize::MAX)
    });
    for row in found.iter().take(limit) {
        list.row(&Local::new(Found {
            workflow: row.workflow.clone(),
            finding: row.finding.clone(),
        }))?;
    }
    list.finish()?;
    if found.is_empty() {
        if is_table {
            app.console().note("nothing was found");
        }
        return Ok(());
    }
    let counts = format!(
        "{}, {}",
        plural::count(errors, "error"),
        plural::count(warnings, "warning")
    );
    if failing {
        return Err(Failure::new(ExitCode::CheckFailed, counts).into());
    }
    app.console().note(counts);
    Ok(())
}
