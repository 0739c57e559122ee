//! A sealed home to run trctl in: no environment, no files but the ones a test puts there.
#![allow(
    dead_code,
    reason = "every test binary has its own copy and uses a part of it"
)]

#[cfg(all(feature = "server", unix))]
pub(crate) mod browser;
#[cfg(all(feature = "server", unix))]
pub(crate) mod floor;
#[cfg(feature = "server")]
pub(crate) mod history;
#[cfg(feature = "server")]
pub(crate) mod lab;
#[cfg(feature = "server")]
pub(crate) mod scripted;
#[cfg(all(feature = "server", unix))]
pub(crate) mod serving;
#[cfg(all(feature = "server", unix))]
pub(crate) mod started;

use std::fmt;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The built trctl.
pub(crate) const TRCTL: &str = env!("CARGO_BIN_EXE_trctl");

/// A home and a working directory that nobody else uses, and the environment trctl is to see.
pub(crate) struct Sealed {
    root: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

/// A port for a server that has to be told its URL before it listens. The system gives away ports
/// from 32768 on, and one that was let go of at any moment: these it does not.
pub(crate) fn free_port() -> u16 {
    static ASKED: AtomicU32 = AtomicU32::new(0);
    loop {
        let asked = ASKED.fetch_add(1, Ordering::Relaxed);
        let step = std::process::id().wrapping_mul(7).wrapping_add(asked);
        let port = u16::try_from(10_000 + step % 20_000).unwrap();
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
}

/// What a run of trctl came to; prints as exit code, stdout and stderr for a snapshot.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Sealed {
    pub(crate) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("home")).unwrap();
        std::fs::create_dir(root.path().join("work")).unwrap();
        Self {
            root,
            environment: Vec::new(),
        }
    }

    /// Adds a variable to the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets a variable for the runs to come.
    pub(crate) fn set_env(&mut self, name: &str, value: &str) {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.to_owned()));
    }

    /// Takes a variable away from the runs to come.
    pub(crate) fn unset_env(&mut self, name: &str) {
        self.environment.retain(|(known, _)| known != name);
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.root.path().join("home")
    }

    /// The directory trctl runs in.
    pub(crate) fn work(&self) -> PathBuf {
        self.root.path().join("work")
    }

    pub(crate) fn config(&self) -> PathBuf {
        self.home().join(".config/trctl/config.toml")
    }

    /// Writes a file that only its owner can read; the path may be one of those above, or start
    /// with `home` or `work`.
    pub(crate) fn write(&self, path: impl AsRef<Path>, text: &str) {
        let path = &self.root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
        }
    }

    /// A command that runs trctl in here, with these arguments.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(TRCTL);
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.home())
            .env("TZ", "UTC")
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(self.work())
            .stdin(Stdio::null());
        command
    }

    /// Runs a command line; single and double quotes group words, as in a shell.
    pub(crate) fn trctl(&self, line: &str) -> Ran {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.ran(self.command(&words).output().unwrap())
    }

    /// The same with something on stdin.
    pub(crate) fn trctl_with_stdin(&self, line: &str, stdin: &str) -> Ran {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut child = self
            .command(&words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(stdin.as_bytes())
            .unwrap();
        self.ran(child.wait_with_output().unwrap())
    }

    // The directory's name is another one every time: say `~` and `.` for it.
    fn ran(&self, output: Output) -> Ran {
        let (home, work) = (self.home(), self.work());
        let readable = |bytes: Vec<u8>| {
            String::from_utf8(bytes)
                .unwrap()
                .replace(home.to_str().unwrap(), "~")
                .replace(work.to_str().unwrap(), ".")
        };
        Ran {
            code: output.status.code().unwrap(),
            stdout: readable(output.stdout),
            stderr: readable(output.stderr),
        }
    }
}

impl Ran {
    /// The whole without what is another every time: the journal's name, the seconds.
    pub(crate) fn steady(&self) -> String {
        let mut lines: Vec<String> = self.to_string().lines().map(str::to_owned).collect();
        for line in &mut lines {
            if let Some((directory, _)) = line.split_once("/journals/") {
                *line = format!("{directory}/journals/[JOURNAL]");
            } else if let Some((counts, seconds)) = line.rsplit_once(" in ")
                && seconds.ends_with(" s")
            {
                *line = format!("{counts} in [SECONDS]");
            }
        }
        lines.join("\n")
    }

    /// The same without SIDs: those of what is made at once depend on what came first.
    pub(crate) fn without_sids(&self) -> String {
        let mut text = self.steady();
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        for place in places {
            let sid = place..place + 34;
            if text
                .get(sid.clone())
                .is_some_and(trctl::model::sid::looks_like_sid)
            {
                text.replace_range(place + 2..sid.end, &"x".repeat(32));
            }
        }
        text
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "exit code {}", self.code)?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                write!(formatter, "\n--- {name}\n{}", text.trim_end())?;
            }
        }
        Ok(())
    }
}

/// The words of a command line; single and double quotes group them, as in a shell.
pub(crate) fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for letter in line.chars() {
        match (quote, letter) {
            (Some(open), letter) if open == letter => quote = None,
            (None, '\'' | '"') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, ' ' | '\n') => words.extend(word.take()),
            (_, letter) => word.get_or_insert_default().push(letter),
        }
    }
    assert!(quote.is_none(), "a quote is open in {line}");
    words.extend(word);
    words
}
