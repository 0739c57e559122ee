//! `trctl twiml preview`: what a caller would hear.

use std::fmt::Write as _;

use anyhow::Context as _;
use serde::Serialize;

use crate::app::App;
use crate::cli::When;
use crate::commands::flow;
use crate::exit_code::Failure;
use crate::output::{Column, Format, Local};
use crate::routing::alike;
use crate::serve::directory::Directory;
use crate::serve::parameters::Parameters;
use crate::serve::voice::{Caller, End, Ground, Heard, Page, ROUTES, Work, follow};

/// Show what a caller would hear, without calling
///
/// Follows the flow of the settings from one of the paths that Twilio would ask for, as `trctl
/// serve` answers it, through every menu until the caller waits or the call ends. A caller without
/// `--digits` and `--speech` does nothing. Nothing is asked of Twilio unless `--live` is given.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl twiml preview
  trctl twiml preview /voice/incoming --digits 1
  trctl twiml preview /voice/incoming --speech 'technical support' --at 2026-12-25T10:00
  trctl twiml preview /voice/wait --param QueuePosition=3 --xml")]
pub(crate) struct PreviewArgs {
    /// The path where it begins, old ones such as `/incoming-call` included
    #[arg(value_name = "PATH", default_value = "/voice/incoming")]
    path: String,

    /// Keys the caller presses, one after the other, whenever asked
    #[arg(long, value_name = "KEYS", value_parser = keys)]
    digits: Option<String>,

    /// What the caller says when asked and pressing nothing (can be repeated)
    #[arg(long, value_name = "TEXT")]
    speech: Vec<String>,

    /// The number the caller calls from
    #[arg(long, value_name = "NUMBER", default_value = "+14155550100")]
    from: String,

    /// The number that is called
    #[arg(long, value_name = "NUMBER", default_value = "+14155550199")]
    to: String,

    /// When the call comes in; now unless given
    #[arg(long, value_name = "TIME")]
    at: Option<When>,

    /// Leave a message of this many seconds where one is asked for
    #[arg(long, value_name = "SECONDS")]
    message: Option<u32>,

    /// Another parameter of Twilio's request (can be repeated)
    #[arg(long, value_name = "NAME=VALUE", value_parser = parameter)]
    param: Vec<(String, String)>,

    /// Read the names of the workspace; made-up SIDs stand for them otherwise
    #[arg(long)]
    live: bool,

    /// Show the documents themselves
    #[arg(long)]
    xml: bool,
}

/// Keys as people write them: blanks and commas between them are none.
fn keys(text: &str) -> Result<String, String> {
    let pressed: String = text
        .chars()
        .filter(|each| !each.is_whitespace() && *each != ',')
        .collect();
    let is_key = |each: char| each.is_ascii_digit() || matches!(each, '*' | '#');
    match pressed.chars().find(|each| !is_key(*each)) {
        Some(other) => Err(format!("`{other}` is no key: use 0 to 9, `*` and `#`")),
        None => Ok(pressed),
    }
}

fn parameter(text: &str) -> Result<(String, String), String> {
    let (name, value) = text
        .split_once('=')
        .ok_or("write it as `NAME=VALUE`, such as `QueuePosition=3`")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// A document, as programs read it.
#[derive(Debug, Serialize)]
struct Shown {
    path: String,
    heard: Vec<Heard>,
    twiml: String,
    work: Vec<Work>,
    warnings: Vec<String>,
}

static COLUMNS: [Column<Local<Shown>>; 3] = [
    Column::new("path", "PATH", |row| row.value.path.as_str().into()),
    Column::new("heard", "WHAT HAPPENS", |row| {
        let lines: Vec<String> = row.value.heard.iter().map(sentence).collect();
        lines.join(" ").into()
    }),
    Column::wide("twiml", "TWIML", |row| row.value.twiml.as_str().into()),
];

pub(super) async fn run(app: &App, args: &PreviewArgs) -> anyhow::Result<()> {
    let (settings, _) = flow::of_settings(app)?;
    let directory = if args.live {
        flow::directory(app).await?
    } else {
        let workflows = settings.workflow_names();
        let activities = settings.activity_names();
        let mut names: Vec<&str> = workflows.iter().map(|(_, name)| *name).collect();
        if settings.workflow.is_none() && names.is_empty() {
            names.push("the only workflow");
        }
        Directory::imagined(names, activities.iter().map(|(_, name)| *name))
    };
    let zoned = app.now().to_zoned(jiff::tz::TimeZone::system());
    let now = match &args.at {
        Some(when) => when
            .resolve(&zoned)
            .context("cannot use the time of `--at`")?,
        None => zoned.timestamp(),
    };
    let ground = Ground {
        flow: &settings,
        directory: &directory,
        now,
        waits: None,
        prefix: "",
    };
    let path = if args.path.starts_with('/') {
        args.path.clone()
    } else {
        format!("/{}", args.path)
    };
    let Some((pages, end)) = follow(&ground, &path, caller(args)) else {
        let path = path.split('?').next().unwrap_or_default();
        let question = alike::question(path, ROUTES.iter().map(|(known, _)| *known));
        return Err(Failure::usage(format!("`{path}` is no path of the flow{question}")).into());
    };
    show(app, args, &pages, end)
}

fn caller(args: &PreviewArgs) -> Caller {
    let call_sid = format!("CA{:032x}", 1);
    let mut parameters = Parameters::default();
    // What is given goes before what is made up.
    for (name, value) in &args.param {
        parameters.add(name.as_str(), value.as_str());
    }
    for (name, value) in [
        ("From", args.from.as_str()),
        ("To", &args.to),
        ("Caller", &args.from),
        ("Called", &args.to),
        ("CallSid", &call_sid),
        ("CallStatus", "ringing"),
        ("Direction", "inbound"),
    ] {
        parameters.add(name, value);
    }
    Caller {
        parameters,
        keys: args.digits.iter().flat_map(|keys| keys.chars()).collect(),
        speech: args.speech.iter().cloned().collect(),
        message: args.message,
        dialled: None,
    }
}

fn show(app: &App, args: &PreviewArgs, pages: &[Page], end: End) -> anyhow::Result<()> {
    let console = app.console();
    for warning in pages.iter().flat_map(|page| &page.answer.warnings) {
        console.warn(warning);
    }
    if args.xml {
        app.refuse_row_flags("TwiML")?;
        for page in pages {
            console.print_line(&format!("<!-- {} -->", page.path))?;
            console.print_line(&page.answer.twiml.to_string())?;
        }
        return Ok(());
    }
    let printer = app.printer()?;
    let is_table = matches!(printer.format(), Format::Table | Format::Wide);
    if is_table && app.global().columns.is_none() {
        app.refuse_row_flags("a preview")?;
        for page in pages {
            console.print_line(&page.path)?;
            for heard in &page.heard {
                console.print_line(&format!("  {}", sentence(heard)))?;
            }
            for work in &page.answer.work {
                console.print_line(&format!("  afterwards: {}", task_of(work)))?;
            }
        }
        console.note(match end {
            End::Waiting => "the caller waits for a worker",
            End::HungUp => "the call is over",
            End::Noted => "the caller hears nothing of this",
            End::Exhausted => "the document ends here, and Twilio ends the call",
            End::Endless => "this goes on for ever",
            End::Elsewhere => "the call goes on elsewhere",
        });
        return Ok(());
    }
    let mut list = printer.list(&COLUMNS, None)?;
    for page in pages {
        list.row(&Local::new(Shown {
            path: page.path.clone(),
            heard: page.heard.clone(),
            twiml: page.answer.twiml.to_string(),
            work: page.answer.work.clone(),
            warnings: page.answer.warnings.clone(),
        }))?;
    }
    list.finish()?;
    Ok(())
}

fn sentence(heard: &Heard) -> String {
    match heard {
        Heard::Says { language, text, .. } => match language {
            Some(language) => format!("{language}: “{text}”"),
            None => format!("“{text}”"),
        },
        Heard::Plays { url } => format!("plays {url}"),
        Heard::Asks { keys } => {
            let keys: Vec<String> = keys
                .iter()
                .map(|(key, name)| format!("{key} {name}").trim().to_owned())
                .collect();
            format!("keys: {}", keys.join(", "))
        }
        Heard::Presses { keys } => format!("the caller presses {keys}"),
        Heard::Speaks { text } => format!("the caller says “{text}”"),
        Heard::Silence { seconds } => format!("silence for {seconds} s"),
        Heard::Records { seconds } => format!("records a message of {seconds} s at most"),
        Heard::Dials { address } => format!("calls {address}"),
        Heard::Leaves => "leaves the queue".to_owned(),
        Heard::HangsUp => "the call ends".to_owned(),
        Heard::Waits {
            workflow_sid,
            workflow,
            priority,
            timeout,
            attributes,
        } => {
            let sid = workflow_sid.map(|sid| sid.to_string()).unwrap_or_default();
            let mut text = format!("waits for workflow {}", workflow.as_ref().unwrap_or(&sid));
            if let Some(priority) = priority {
                let _ = write!(text, ", priority {priority}");
            }
            if let Some(timeout) = timeout {
                let _ = write!(text, ", {timeout} s at most");
            }
            let attributes = serde_json::Value::Object(attributes.clone());
            let _ = write!(text, ", with {attributes}");
            text
        }
    }
}

fn task_of(work: &Work) -> String {
    let attributes = |task: &crate::serve::voice::NewTask| {
        serde_json::Value::Object(task.attributes.clone()).to_string()
    };
    match work {
        Work::Voicemail { task, .. } => {
            format!("a task for the message, with {}", attributes(task))
        }
        Work::Callback { task, .. } => format!("a task to call back, with {}", attributes(task)),
        Work::Recording { recording, .. } => {
            format!("recording {} is noted at the call's task", recording.sid)
        }
        Work::Transcription { recording_sid, .. } => {
            format!("the text of recording {recording_sid} is noted at its task")
        }
    }
}
