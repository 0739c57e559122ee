//! What happens on a terminal only: the question, its answers and Ctrl-C. `script` gives trctl a
//! terminal of its own.
#![cfg(all(feature = "server", target_os = "linux"))]

mod common;

use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};

use common::TRCTL;
use common::lab::Lab;

/// Runs a command line on a terminal and types when the question is there. Exit code and what the
/// terminal showed; `None` on a machine without `script`.
fn answered(lab: &Lab, line: &str, typed: &str) -> Option<(i32, String)> {
    asked(lab, line, "[y/N] ", typed)
}

/// The same for another question than one for a yes, by its last words.
#[expect(clippy::print_stderr, reason = "what is skipped is named")]
fn asked(lab: &Lab, line: &str, question: &str, typed: &str) -> Option<(i32, String)> {
    let environment = lab.home.command(&[]);
    let mut command = Command::new("script");
    command
        .args(["-qec", &format!("{TRCTL} {line}"), "/dev/null"])
        .env_clear()
        .envs(
            environment
                .get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        )
        .env("TERM", "xterm")
        .current_dir(lab.home.work())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = match command.spawn() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("skipped: there is no `script` here");
            return None;
        }
        spawned => spawned.unwrap(),
    };
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut shown = Vec::new();
    let mut byte = [0];
    while !shown.ends_with(question.as_bytes()) {
        assert_eq!(stdout.read(&mut byte).unwrap(), 1, "no question: {shown:?}");
        shown.push(byte[0]);
    }
    stdin.write_all(typed.as_bytes()).unwrap();
    stdout.read_to_end(&mut shown).unwrap();
    let code = child.wait().unwrap().code().unwrap();
    Some((code, String::from_utf8_lossy(&shown).into_owned()))
}

#[test]
fn a_yes_goes_ahead() {
    let lab = Lab::three_calls();
    let task = lab.sid_of("wrapping");
    let Some((code, shown)) = answered(&lab, "tasks wrap-complete", "y\r") else {
        return;
    };
    assert_eq!(code, 0, "{shown}");
    assert!(
        shown.contains("Complete 1 task in writers? [y/N] "),
        "{shown}"
    );
    assert!(shown.contains("1 done in "), "{shown}");
    assert_eq!(lab.sid_of("completed"), task);
}

#[test]
fn everything_else_is_a_no() {
    let lab = Lab::three_calls();
    let task = lab.sid_of("wrapping");
    for typed in ["n\r", "\r", "perhaps\r"] {
        let Some((code, shown)) = answered(&lab, "tasks wrap-complete", typed) else {
            return;
        };
        assert_eq!(code, 130, "{shown}");
        assert!(shown.contains("nothing was done"), "{shown}");
        assert!(!shown.contains("error"), "{shown}");
    }
    assert_eq!(lab.sid_of("wrapping"), task);
}

#[test]
fn a_workspace_goes_when_its_name_is_typed() {
    let lab = Lab::new();
    for (typed, code, said) in [
        ("y\r", 2, "this needs the name `writers`, not `y`"),
        ("\r", 130, "nothing was done"),
        ("writers\r", 0, "deleted"),
    ] {
        let Some((ended, shown)) = asked(&lab, "workspace delete writers", "Its name: ", typed)
        else {
            return;
        };
        assert_eq!(ended, code, "{shown}");
        assert!(shown.contains(said), "{shown}");
    }
    assert_eq!(lab.trctl("workspace list -o sid").stdout, "");
}

#[test]
fn ctrl_c_at_the_question_leaves_tasks_and_terminal_as_they_were() {
    let lab = Lab::three_calls();
    let task = lab.sid_of("wrapping");
    let Some((code, shown)) = answered(&lab, "tasks wrap-complete", "\u{3}") else {
        return;
    };
    assert_eq!(code, 130, "{shown}");
    assert!(
        !shown.contains("\u{1b}[?25l"),
        "the cursor is hidden: {shown:?}"
    );
    assert_eq!(lab.sid_of("wrapping"), task);
}
