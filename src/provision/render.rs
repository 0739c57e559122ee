//! A plan for people: one line for each thing, one below it for each difference.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::diff::{Difference, Shown};
use super::kind::Kind;
use super::plan::Plan;
use super::step::{Action, Step};

/// Longest line that is not cut.
const WIDTH: usize = 160;

/// The plan in lines. `most` is how many things are told of; of the others only their number is.
pub fn render(plan: &Plan, color: bool, most: usize) -> String {
    let mut text = String::new();
    for step in plan.steps.iter().take(most) {
        heading(step, color, &mut text);
        for difference in &step.differences {
            text.push_str("    ");
            text.push_str(&shortened(&line(step, difference)));
            text.push('\n');
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

fn line(step: &Step, difference: &Difference) -> String {
    match (step.action, difference) {
        // What is new altogether need not be told to be new in every part.
        (Action::Create, Difference::Added { at, new }) => match step.kind {
            Kind::Workflow => format!(
                "{}: {}",
                at.split(" at place").next().unwrap_or(at),
                Shown(new)
            ),
            _ => format!("{at}: {}", Shown(new)),
        },
        _ => difference.to_string(),
    }
}

fn shortened(line: &str) -> String {
    // Names and attributes come from others: nothing in them may move the cursor.
    let line: String = line
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if line.chars().count() <= WIDTH {
        return line;
    }
    let kept: String = line.chars().take(WIDTH - 1).collect();
    format!("{kept}…")
}
