//! `trctl emulator start` as a process of its own.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Stdio};

use super::Sealed;

/// A started emulator and where it listens.
pub(crate) struct Started {
    child: Child,
    pub(crate) url: String,
    /// What stdout said until the emulator listened.
    pub(crate) said: String,
}

impl Started {
    pub(crate) fn new(sealed: &Sealed, arguments: &[&str], stdin: &str) -> Self {
        let mut line = vec!["emulator", "start", "--port", "0"];
        line.extend(arguments);
        let mut child = sealed
            .command(&line)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Dropped at once: that is the end of the token.
        let mut input = child.stdin.take().unwrap();
        input.write_all(stdin.as_bytes()).unwrap();
        drop(input);
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        while !said.contains("CLOCK") {
            assert!(stdout.read_line(&mut said).unwrap() > 0, "it ended: {said}");
        }
        let url = said.split_whitespace().nth(1).unwrap().to_owned();
        Self { child, url, said }
    }

    /// Sends SIGTERM and waits; the exit code and what stderr says.
    pub(crate) fn end(mut self) -> (Option<i32>, String) {
        let pid = self.child.id().to_string();
        let sent = std::process::Command::new("kill")
            .arg(&pid)
            .status()
            .unwrap();
        assert!(sent.success());
        let mut stderr = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut stderr)
            .unwrap();
        (self.child.wait().unwrap().code(), stderr)
    }
}
