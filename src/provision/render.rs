//! A plan for people: one line for each thing, one below it for each difference.

use std::fmt::Write as _;
use std::iter;

use anstyle::{AnsiColor, Style};
use serde_json::Value as Json;

use super::diff::{Difference, Shown};
use super::plan::Plan;
use super::step::{Action, Step};

/// Longest line on which an old and a new value stand beside each other.
const WIDTH: usize = 160;

/// Longest value that is not cut: a document of attributes may be long, and the plan as data has
/// it whole.
const LONGEST: usize = 1000;

/// The plan in lines. `most` is how many things are told of; of the others only their number is.
pub fn render(plan: &Plan, color: bool, most: usize) -> String {
    let mut text = String::new();
    for step in plan.steps.iter().take(most) {
        heading(step, color, &mut text);
        for difference in &step.differences {
            for line in lines(step, difference) {
                let _ = writeln!(text, "    {}", shortened(&line));
            }
        }
        if step.re_evaluate {
            text.push_str("    waiting tasks go through it again\n");
        }
    }
    if let Some(more @ 1..) = plan.steps.len().checked_sub(most) {
        let _ = writeln!(text, "… and {more} more");
    }
    text
}

fn heading(step: &Step, color: bool, text: &mut String) {
    let style = match step.action {
        Action::Create => AnsiColor::Green,
        Action::Update => AnsiColor::Yellow,
        Action::Replace => AnsiColor::Magenta,
        Action::Delete => AnsiColor::Red,
    };
    let style: Style = if color {
        style.on_default()
    } else {
        Style::new()
    };
    let sign = step.action.sign();
    let (kind, name) = (step.kind, &step.name);
    let _ = write!(text, "{style}{sign}{style:#} {kind} {name}");
    if let Some(old) = &step.renamed_from {
        let _ = write!(text, " (was {old})");
    }
    text.push('\n');
}

fn lines(step: &Step, difference: &Difference) -> Vec<String> {
    match difference {
        // A rule is read step by step.
        Difference::Added { at, new } if new.get("targets").is_some() => {
            let at = if step.action == Action::Create {
                // What is new altogether need not be told to be new in every part.
                at.split(" at place").next().unwrap_or(at).to_owned()
            } else {
                format!("{at} added")
            };
            rule(&at, new)
        }
        Difference::Removed { at, old } if old.get("targets").is_some() => {
            rule(&format!("{at} removed"), old)
        }
        Difference::Added { at, new } if step.action == Action::Create => {
            vec![format!("{at}: {}", Shown(new))]
        }
        Difference::Changed { at, old, new } => {
            let line = difference.to_string();
            if line.chars().count() <= WIDTH {
                return vec![line];
            }
            vec![
                format!("{at}:"),
                format!("  - {}", Shown(old)),
                format!("  + {}", Shown(new)),
            ]
        }
        _ => vec![difference.to_string()],
    }
}

/// A filter: its expression, and a line for each target.
fn rule(at: &str, filter: &Json) -> Vec<String> {
    let targets = filter["targets"].as_array().into_iter().flatten();
    let targets = targets.map(|target| format!("  {}", Shown(target)));
    iter::once(format!("{at}: {}", Shown(&filter["expression"])))
        .chain(targets)
        .collect()
}

fn shortened(line: &str) -> String {
    // Names and attributes come from others: nothing in them may move the cursor.
    let line: String = line
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if line.chars().count() <= LONGEST {
        return line;
    }
    let kept: String = line.chars().take(LONGEST - 1).collect();
    format!("{kept}…")
}
