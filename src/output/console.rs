//! The terminal, or what stands in for it.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use anstyle::{AnsiColor, Effects, Style};
use indicatif::{MultiProgress, ProgressDrawTarget};

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl ColorChoice {
    /// `auto`, `always` or `never`; anything else is `auto`.
    pub fn from_word(word: &str) -> Self {
        match word {
            "always" => Self::Always,
            "never" => Self::Never,
            _ => Self::Auto,
        }
    }
}

/// Which streams are terminals.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminals {
    /// Somebody can type.
    pub stdin: bool,
    /// Data is looked at, not read by a program.
    pub stdout: bool,
    /// Notes and progress are looked at.
    pub stderr: bool,
}

type Stream = Mutex<Box<dyn Write + Send>>;

/// The streams and what may be done with them.
pub struct Console {
    stdout: Stream,
    stderr: Stream,
    pub(super) terminals: Terminals,
    /// Columns of the terminal that stdout is.
    width: Option<u16>,
    color: AtomicU8,
    no_color: bool,
    quiet: bool,
    progress: OnceLock<MultiProgress>,
}

/// What was written to a console that is not connected to anything.
#[derive(Clone, Default)]
pub struct Captured {
    stdout: Arc<Mutex<Vec<u8>>>,
    stderr: Arc<Mutex<Vec<u8>>>,
}

impl Captured {
    /// What is on stdout so far.
    pub fn stdout(&self) -> String {
        text_of(&self.stdout)
    }

    /// What is on stderr so far.
    pub fn stderr(&self) -> String {
        text_of(&self.stderr)
    }
}

fn text_of(bytes: &Mutex<Vec<u8>>) -> String {
    String::from_utf8_lossy(&lock(bytes)).into_owned()
}

// A writer that panicked left the stream as it is: still good enough to write to.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Capture(Arc<Mutex<Vec<u8>>>);

impl Write for Capture {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        lock(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Console {
    /// The console of this process. `no_color`: whether `NO_COLOR` is set.
    pub fn of_process(color: ColorChoice, no_color: bool, quiet: bool) -> Self {
        let terminals = Terminals {
            stdin: io::stdin().is_terminal(),
            stdout: io::stdout().is_terminal(),
            stderr: io::stderr().is_terminal(),
        };
        // The table library asks the terminal; without one there is no width to keep to.
        let width = terminals
            .stdout
            .then(|| comfy_table::Table::new().width())
            .flatten()
            .filter(|width| *width > 0);
        Self {
            stdout: Mutex::new(Box::new(BufWriter::with_capacity(64 * 1024, io::stdout()))),
            stderr: Mutex::new(Box::new(io::stderr())),
            terminals,
            width,
            color: AtomicU8::new(color as u8),
            no_color,
            quiet,
            progress: OnceLock::new(),
        }
    }

    /// A console that keeps what is written, with a terminal of this width or none.
    pub fn captured(width: Option<u16>, quiet: bool) -> (Self, Captured) {
        let captured = Captured::default();
        let console = Self {
            stdout: Mutex::new(Box::new(Capture(Arc::clone(&captured.stdout)))),
            stderr: Mutex::new(Box::new(Capture(Arc::clone(&captured.stderr)))),
            terminals: Terminals {
                stdout: width.is_some(),
                ..Terminals::default()
            },
            width,
            color: AtomicU8::new(ColorChoice::Never as u8),
            no_color: false,
            quiet,
            progress: OnceLock::new(),
        };
        (console, captured)
    }

    /// Changes when colour is used.
    pub fn choose_color(&self, choice: ColorChoice) {
        self.color.store(choice as u8, Ordering::Relaxed);
    }

    fn color_on(&self, terminal: bool) -> bool {
        match self.color.load(Ordering::Relaxed) {
            color if color == ColorChoice::Always as u8 => true,
            color if color == ColorChoice::Never as u8 => false,
            _ => terminal && !self.no_color,
        }
    }

    /// Whether stdout may have colour.
    pub fn stdout_has_color(&self) -> bool {
        self.color_on(self.terminals.stdout)
    }

    /// Whether stderr may have colour.
    pub fn stderr_has_color(&self) -> bool {
        self.color_on(self.terminals.stderr)
    }

    /// The width to keep to, when a terminal shows stdout.
    pub const fn width(&self) -> Option<u16> {
        self.width
    }

    /// Whether stdout is a terminal.
    pub const fn stdout_is_terminal(&self) -> bool {
        self.terminals.stdout
    }

    /// Whether notes and progress are wanted.
    pub const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Stdout, buffered: flush at the end and whenever the data pauses.
    pub fn stdout(&self) -> Stdout<'_> {
        Stdout(&self.stdout)
    }

    /// Something worth knowing; not with `--quiet`.
    pub fn note(&self, text: impl fmt::Display) {
        if !self.quiet {
            self.say(None, &text);
        }
    }

    /// Something that may be wrong.
    pub fn warn(&self, text: impl fmt::Display) {
        let style = AnsiColor::Yellow.on_default().effects(Effects::BOLD);
        self.say(Some(("warning", style)), &text);
    }

    /// What to type next; not with `--quiet`.
    pub fn hint(&self, text: impl fmt::Display) {
        if !self.quiet {
            let style = AnsiColor::Cyan.on_default().effects(Effects::BOLD);
            self.say(Some(("hint", style)), &text);
        }
    }

    /// What went wrong.
    pub fn error(&self, text: impl fmt::Display) {
        let style = AnsiColor::Red.on_default().effects(Effects::BOLD);
        self.say(Some(("error", style)), &text);
    }

    /// Why it went wrong.
    pub fn caused_by(&self, text: impl fmt::Display) {
        self.say(
            Some(("caused by", Style::new().effects(Effects::BOLD))),
            &text,
        );
    }

    fn say(&self, label: Option<(&str, Style)>, text: &dyn fmt::Display) {
        let line = match label {
            Some((word, style)) if self.stderr_has_color() => {
                format!("{style}{word}:{style:#} {text}\n")
            }
            Some((word, _)) => format!("{word}: {text}\n"),
            None => format!("{text}\n"),
        };
        self.write_stderr(line.as_bytes());
    }

    /// Writes to stderr between two drawings of the progress. That stderr is gone is no reason to
    /// stop: there is nobody left to tell.
    pub(super) fn write_stderr(&self, bytes: &[u8]) {
        let write = || {
            let mut stderr = lock(&self.stderr);
            let _ = stderr.write_all(bytes).and_then(|()| stderr.flush());
        };
        match self.progress.get() {
            Some(progress) => progress.suspend(write),
            None => write(),
        }
    }

    pub(super) fn progress(&self) -> &MultiProgress {
        self.progress.get_or_init(|| {
            let target = if self.terminals.stderr && !self.quiet {
                ProgressDrawTarget::stderr()
            } else {
                ProgressDrawTarget::hidden()
            };
            MultiProgress::with_draw_target(target)
        })
    }
}

/// Stdout of a [`Console`].
#[derive(Clone, Copy)]
pub struct Stdout<'c>(&'c Stream);

impl Write for Stdout<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        lock(self.0).write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        lock(self.0).write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        lock(self.0).flush()
    }
}
