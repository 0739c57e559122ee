//! `trctl workflows test`: runs cases against the rules, in virtual time.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::Serialize;

use super::document;
use crate::app::App;
use crate::commands::noun;
use crate::commands::roster::all;
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::WorkspaceSid;
use crate::model::{Activity, TaskChannel, TaskQueue, Worker, Workflow, Workspace};
use crate::output::{Cell, Column, Format, Local, Printer, Tone, plural};
use crate::routing::trial::{
    CaseReport, FilterHits, Report, Stage, StageActivity, StageQueue, StageWorker, TestFile, Trial,
    WorkflowSource,
};

/// Run cases against a workflow's rules, in virtual time and without Twilio
///
/// A file of cases (YAML or JSON) says which workers there are, which task comes and how long it
/// waits, and what is expected: `filter`, `target`, `queue`, `priority`, `worker`, `outcome`
/// (pending, reserved, assigned, workflow-timeout, workflow-skipped, ttl, refused) and `reason`.
/// The workflow is the file that `workflow:` names, the configuration that stands there, or with
/// `--live` one of the workspace; then queues, activities and channels are the workspace's too, and
/// so are the attributes of workers whose attributes the file leaves out.
///
/// Whoever is offered a task accepts it at once, unless a case says `answers: nobody`. Filters that
/// no case took are named. Ends with exit code 7 when a case came out otherwise than expected.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workflows test routing.test.yaml
  trctl workflows test routing.test.yaml --live Support --junit report.xml
  trctl workflows test tests/*.yaml -o json

A file of cases:
  workflow: routing.yaml
  queues:
    - {name: Support, target_workers: skills HAS 'support'}
  workers:
    - {name: ana, attributes: {skills: [support]}, channels: {voice: 1}}
  cases:
    - name: a call goes to ana
      task: {attributes: {type: call}, channel: voice}
      expect: {queue: Support, worker: ana}
    - name: nobody is there for an hour
      workers: [{name: ana, activity: Offline}]
      task: {attributes: {type: call}, priority: 5, timeout: 30m}
      waits: 1h
      expect: {outcome: ttl}")]
pub(super) struct TestArgs {
    /// Files of cases
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Test this workflow of the workspace, by name or SID
    #[arg(long, value_name = "WORKFLOW")]
    live: Option<String>,

    /// Write a report for CI systems here (`JUnit` XML)
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,
}

/// What became of a file.
#[derive(Debug, Serialize)]
struct Tested {
    file: String,
    passed: usize,
    failed: usize,
    #[serde(flatten)]
    report: Report,
}

/// A case in the table.
#[derive(Debug, Clone, Serialize)]
struct CaseLine {
    file: String,
    #[serde(flatten)]
    case: CaseReport,
}

static CASES: [Column<Local<CaseLine>>; 9] = [
    Column::new("case", "CASE", |row| row.value.case.name.as_str().into()),
    Column::new("result", "RESULT", |row| {
        if row.value.case.passed() {
            Cell::from("passed").tone(Tone::Good)
        } else {
            Cell::from("failed").tone(Tone::Bad)
        }
    }),
    Column::new("filter", "FILTER", |row| {
        row.value.case.found.filter.clone().into()
    }),
    Column::new("queue", "QUEUE", |row| {
        row.value.case.found.queue.clone().into()
    }),
    Column::new("priority", "PRIORITY", |row| {
        row.value.case.found.priority.into()
    }),
    Column::new("worker", "WORKER", |row| {
        let workers = &row.value.case.found.workers;
        (!workers.is_empty()).then(|| workers.join(", ")).into()
    }),
    Column::new("outcome", "OUTCOME", |row| {
        row.value.case.found.outcome.as_str().into()
    }),
    Column::wide("target", "TARGET", |row| {
        let target = row.value.case.found.target;
        target.and_then(|target| u64::try_from(target).ok()).into()
    }),
    Column::wide("file", "FILE", |row| {
        let place = row.value.case.place;
        format!("{}:{}:{}", row.value.file, place.line, place.column).into()
    }),
];

/// An expectation that was not met, in the table.
#[derive(Debug, Serialize)]
struct MismatchLine {
    place: String,
    case: String,
    what: String,
}

static MISMATCHES: [Column<Local<MismatchLine>>; 3] = [
    Column::new("place", "PLACE", |row| row.value.place.as_str().into()),
    Column::new("case", "CASE", |row| row.value.case.as_str().into()),
    Column::new("what", "WHAT", |row| row.value.what.as_str().into()),
];

pub(super) async fn run(app: &App, args: &TestArgs) -> anyhow::Result<()> {
    let live = match &args.live {
        Some(name) => Some(Live::read(app, name).await?),
        None => None,
    };
    let mut tested = Vec::new();
    for path in &args.files {
        tested.push(test(path, live.as_ref())?);
    }
    if let Some(path) = &args.junit {
        std::fs::write(path, junit(&tested))
            .with_context(|| format!("cannot write `{}`", path.display()))?;
    }
    tell(app, &tested)
}

/// A workflow of the workspace with all that is around it.
struct Live {
    configuration: String,
    stage: Stage,
}

impl Live {
    async fn read(app: &App, name: &str) -> anyhow::Result<Self> {
        let workspace: WorkspaceSid = app.workspace().await?;
        let client = app.client()?;
        let workflow = async { noun::find::<Workflow>(app, workspace, name).await };
        let place = async {
            let place = client.get::<Workspace>((), workspace).await;
            place.context("cannot get the workspace")
        };
        let (workflow, place, activities, channels, queues, workers) = futures::try_join!(
            workflow,
            place,
            all::<Activity>(client, workspace),
            all::<TaskChannel>(client, workspace),
            all::<TaskQueue>(client, workspace),
            all::<Worker>(client, workspace),
        )?;
        let workflow = workflow.value;
        let stage = Stage {
            activities: activities
                .into_iter()
                .map(|activity| StageActivity {
                    sid: Some(activity.sid.to_string()),
                    available: activity.available.unwrap_or(false),
                    name: activity.friendly_name,
                })
                .collect(),
            channels: channels
                .into_iter()
                .map(|channel| channel.unique_name)
                .collect(),
            queues: queues
                .into_iter()
                .map(|queue| StageQueue {
                    sid: Some(queue.sid.to_string()),
                    name: queue.friendly_name,
                    // Unlike a missing one, an empty expression is nobody's.
                    target_workers: Some(queue.target_workers.unwrap_or_default()),
                    max_reserved_workers: Some(queue.max_reserved_workers.max(1)),
                    task_order: Some(queue.task_order),
                })
                .collect(),
            workers: workers
                .into_iter()
                .map(|worker| StageWorker {
                    sid: Some(worker.sid.to_string()),
                    name: worker.friendly_name,
                    attributes: worker.attributes,
                })
                .collect(),
            reservation_timeout: Some(workflow.task_reservation_timeout),
            timeout_activity: place.record.value.timeout_activity_name,
        };
        Ok(Self {
            configuration: workflow.configuration,
            stage,
        })
    }
}

fn test(path: &Path, live: Option<&Live>) -> anyhow::Result<Tested> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::usage(format!("cannot read `{name}`: {error}")))?;
    let wrong = |error: crate::routing::trial::Error| {
        // As compilers write it, so that editors find the place.
        let between = if error.place.is_some() { ":" } else { ": " };
        Failure::usage(format!("{name}{between}{error}"))
    };
    let file = TestFile::parse(&text).map_err(wrong)?;
    let (configuration, stage) = match live {
        Some(live) => (live.configuration.clone(), live.stage.clone()),
        None => (configuration(&file, path)?, Stage::default()),
    };
    let report = Trial::new(file, &configuration, stage)
        .and_then(|trial| trial.run())
        .map_err(wrong)?;
    let failed = report.failed();
    Ok(Tested {
        file: name,
        passed: report.cases.len() - failed,
        failed,
        report,
    })
}

/// The rules that a file of cases names or holds.
fn configuration(file: &TestFile, path: &Path) -> anyhow::Result<String> {
    match file.workflow() {
        WorkflowSource::File(rules) => {
            let beside = path.parent().unwrap_or(Path::new(""));
            document::read(&beside.join(rules))
        }
        WorkflowSource::Inline(rules) => document::configuration(rules.clone()).ok_or_else(|| {
            Failure::usage(format!(
                "{}: `workflow` is no workflow configuration: `task_routing` is missing",
                path.display()
            ))
            .into()
        }),
        WorkflowSource::Missing => Err(Failure::usage(format!(
            "`{}` does not say which workflow is tested",
            path.display()
        ))
        .with_hint("add `workflow: FILE`, or test one of the workspace with `--live NAME`")
        .into()),
    }
}

fn tell(app: &App, tested: &[Tested]) -> anyhow::Result<()> {
    let printer = app.printer()?;
    let lines = tested.iter().flat_map(|tested| {
        tested.report.cases.iter().map(|case| CaseLine {
            file: tested.file.clone(),
            case: case.clone(),
        })
    });
    let mut list = printer.list(&CASES, None)?;
    for line in lines {
        list.row(&Local::new(line))?;
    }
    list.finish()?;
    let sum = |count: fn(&Tested) -> usize| tested.iter().map(count).sum::<usize>();
    let (passed, failed) = (sum(|one| one.passed), sum(|one| one.failed));
    let is_table = matches!(printer.format(), Format::Table | Format::Wide);
    if is_table && failed > 0 && app.global().columns.is_none() {
        mismatches(printer, tested)?;
    }
    for tested in tested {
        let missed: Vec<&FilterHits> = unhit(&tested.report);
        if !missed.is_empty() {
            let names: Vec<String> = missed
                .iter()
                .map(|filter| format!("`{}`", filter.name))
                .collect();
            app.console().note(format_args!(
                "{}: no case took {} of {}: {}",
                tested.file,
                missed.len(),
                plural::count(tested.report.filters.len(), "filter"),
                names.join(", ")
            ));
        }
    }
    let counts = format!("{passed} passed, {failed} failed");
    if failed > 0 {
        return Err(Failure::new(ExitCode::CheckFailed, counts).into());
    }
    app.console().note(counts);
    Ok(())
}

fn unhit(report: &Report) -> Vec<&FilterHits> {
    report
        .filters
        .iter()
        .filter(|filter| filter.hits == 0)
        .collect()
}

fn mismatches(printer: &Printer, tested: &[Tested]) -> anyhow::Result<()> {
    printer.console().print_heading("Otherwise than expected")?;
    let mut list = printer.list(&MISMATCHES, None)?;
    for tested in tested {
        for case in &tested.report.cases {
            for one in &case.mismatches {
                list.row(&Local::new(MismatchLine {
                    place: format!("{}:{}:{}", tested.file, one.place.line, one.place.column),
                    case: case.name.clone(),
                    what: format!(
                        "{}: expected `{}`, found `{}`",
                        one.key, one.expected, one.found
                    ),
                }))?;
            }
        }
    }
    list.finish()?;
    Ok(())
}

/// The report in the form that CI systems read, one suite per file.
fn junit(tested: &[Tested]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for tested in tested {
        let file = escaped(&tested.file);
        let _ = writeln!(
            xml,
            "  <testsuite name=\"{file}\" tests=\"{}\" failures=\"{}\">",
            tested.report.cases.len(),
            tested.failed
        );
        for case in &tested.report.cases {
            let _ = write!(
                xml,
                "    <testcase classname=\"{file}\" name=\"{}\" file=\"{file}\" line=\"{}\"",
                escaped(&case.name),
                case.place.line
            );
            if case.passed() {
                xml.push_str("/>\n");
                continue;
            }
            xml.push_str(">\n");
            for one in &case.mismatches {
                let what = format!(
                    "{}: expected `{}`, found `{}`",
                    one.key, one.expected, one.found
                );
                let _ = writeln!(
                    xml,
                    "      <failure message=\"{}\">{file}:{}:{}</failure>",
                    escaped(&what),
                    one.place.line,
                    one.place.column
                );
            }
            xml.push_str("    </testcase>\n");
        }
        xml.push_str("  </testsuite>\n");
    }
    xml.push_str("</testsuites>\n");
    xml
}

/// A text within XML. What XML cannot hold at all is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\n' | '\t' => escaped.push(' '),
            letter if letter.is_control() || ('\u{fffe}'..='\u{ffff}').contains(&letter) => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn texts_within_xml_are_escaped() {
        assert_eq!(
            escaped("a<b> & \"c\" 'd'\n\u{7}"),
            "a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos; "
        );
    }
}
