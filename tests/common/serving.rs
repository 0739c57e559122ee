//! `trctl serve` as a process of its own.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::JoinHandle;

use super::Sealed;

/// A started server; killed when the test ends.
pub(crate) struct Serving {
    child: Child,
    stdout: BufReader<ChildStdout>,
    /// Reads on, or what it says would one day stop it.
    stderr: Option<JoinHandle<String>>,
    pub(crate) url: String,
    /// The lines of NDJSON it began with.
    pub(crate) said: Vec<serde_json::Value>,
}

/// How a server ended.
pub(crate) struct Ended {
    /// `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    /// What else it said.
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Serving {
    /// On a free port.
    pub(crate) fn start(sealed: &Sealed, arguments: &[&str]) -> Self {
        Self::saying(1, sealed, arguments)
    }

    /// The same, when it has so many lines to say.
    pub(crate) fn saying(lines: usize, sealed: &Sealed, arguments: &[&str]) -> Self {
        Self::spawn(lines, sealed.command(&Self::line(arguments)))
    }

    /// The command line of a server on a free port.
    pub(crate) fn line<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
        let mut line = vec!["serve", "--port", "0", "-o", "ndjson"];
        line.extend(arguments);
        line
    }

    pub(crate) fn spawn(lines: usize, mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let stderr = std::thread::spawn(move || {
            let mut told = Vec::new();
            let _ = stderr.read_to_end(&mut told);
            String::from_utf8_lossy(&told).into_owned()
        });
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut said: Vec<serde_json::Value> = Vec::new();
        while said.len() < lines {
            let mut line = String::new();
            stdout.read_line(&mut line).unwrap();
            let Ok(value) = serde_json::from_str(&line) else {
                panic!("it did not start: {line}{}", stderr.join().unwrap())
            };
            said.push(value);
        }
        Self {
            url: said[0]["url"].as_str().unwrap().to_owned(),
            child,
            stdout,
            stderr: Some(stderr),
            said,
        }
    }

    /// The URL without its scheme.
    pub(crate) fn address(&self) -> &str {
        self.url.strip_prefix("http://").unwrap()
    }

    pub(crate) fn process(&self) -> String {
        self.child.id().to_string()
    }

    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([name, &self.process()]).status();
        assert!(sent.unwrap().success());
    }

    /// Waits for its end.
    pub(crate) fn ended(mut self) -> Ended {
        let mut stdout = String::new();
        self.stdout.read_to_string(&mut stdout).unwrap();
        let stderr = self.stderr.take().unwrap().join().unwrap();
        Ended {
            code: self.child.wait().unwrap().code(),
            stdout,
            stderr,
        }
    }

    /// Tells it to end, and waits.
    pub(crate) fn stop(self) -> Ended {
        self.signal("-TERM");
        self.ended()
    }

    /// Ends it without a word.
    pub(crate) fn kill(self) -> Ended {
        self.signal("-KILL");
        self.ended()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
