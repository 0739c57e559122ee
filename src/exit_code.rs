//! The exit codes, and errors of commands that know theirs.

use std::fmt;

/// Why the process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitCode {
    /// Done; also when the reader of stdout has seen enough.
    Done,
    /// Anything not listed.
    Other,
    /// Bad usage.
    Usage,
    /// Settings or credentials missing or wrong.
    Settings,
    /// The named thing does not exist.
    NotFound,
    /// Twilio refused or could not be reached, retries used up.
    Twilio,
    /// A bulk run left some items failed.
    ItemsFailed,
    /// A check failed: drift, a routing test, a threshold.
    CheckFailed,
    /// Interrupted, or the confirmation was declined.
    Interrupted,
    /// A program that was run for the user ended with this code, or could not be run.
    OfProgram(u8),
}

impl ExitCode {
    /// The number that scripts see.
    pub const fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Other => 1,
            Self::Usage => 2,
            Self::Settings => 3,
            Self::NotFound => 4,
            Self::Twilio => 5,
            Self::ItemsFailed => 6,
            Self::CheckFailed => 7,
            Self::Interrupted => 130,
            Self::OfProgram(code) => code,
        }
    }
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(code: ExitCode) -> Self {
        Self::from(code.number())
    }
}

/// A program that was run for the user did not succeed. It has said itself why; trctl only ends
/// with its exit code.
#[derive(Debug, thiserror::Error)]
#[error("the command ended with exit code {0}")]
pub struct ProgramEnded(pub u8);

/// An error that a command finds itself: its text, its exit code and what to type next.
#[derive(Debug)]
pub struct Failure {
    /// What the process ends with.
    pub code: ExitCode,
    message: String,
    /// What to type next.
    pub hint: Option<String>,
}

impl Failure {
    /// A failure with this exit code.
    pub fn new(code: ExitCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            hint: None,
        }
    }

    /// Bad usage that the argument parser cannot see.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ExitCode::Usage, message)
    }

    /// The same with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::ExitCode;

    #[test]
    fn scripts_rely_on_these_numbers() {
        let codes = [
            (ExitCode::Done, 0),
            (ExitCode::Other, 1),
            (ExitCode::Usage, 2),
            (ExitCode::Settings, 3),
            (ExitCode::NotFound, 4),
            (ExitCode::Twilio, 5),
            (ExitCode::ItemsFailed, 6),
            (ExitCode::CheckFailed, 7),
            (ExitCode::Interrupted, 130),
            (ExitCode::OfProgram(42), 42),
        ];
        for (code, number) in codes {
            assert_eq!(code.number(), number, "{code:?}");
        }
    }
}
