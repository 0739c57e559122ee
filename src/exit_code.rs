//! The exit codes, and errors of commands that know theirs.

use std::fmt;

/// Why the process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ExitCode {
    /// Done; also when the reader of stdout has seen enough.
    Done = 0,
    /// Anything not listed.
    Other = 1,
    /// Bad usage.
    Usage = 2,
    /// Settings or credentials missing or wrong.
    Settings = 3,
    /// The named thing does not exist.
    NotFound = 4,
    /// Twilio refused or could not be reached, retries used up.
    Twilio = 5,
    /// A bulk run left some items failed.
    ItemsFailed = 6,
    /// A check failed: drift, a routing test, a threshold.
    CheckFailed = 7,
    /// Interrupted, or the confirmation was declined.
    Interrupted = 130,
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(code: ExitCode) -> Self {
        Self::from(code as u8)
    }
}

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
        ];
        for (code, number) in codes {
            assert_eq!(code as u8, number, "{code:?}");
        }
    }
}
