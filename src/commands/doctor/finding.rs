//! What a check found.

use serde::Serialize;

use crate::output::{Cell, Column, Local, Tone};
use crate::report_error;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Verdict {
    /// As it should be.
    Ok,
    /// It works, and somebody should look at it.
    Warn,
    /// It does not work, or will not.
    Fail,
    /// It could not be looked at.
    Skip,
}

impl Verdict {
    const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Fail => "fail",
            Self::Skip => "skip",
        }
    }
}

/// A line of the report.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    pub(super) check: &'static str,
    pub(super) verdict: Verdict,
    pub(super) subject: String,
    pub(super) found: String,
    pub(super) advice: Option<String>,
}

impl Finding {
    fn new(verdict: Verdict, check: &'static str, found: impl Into<String>) -> Self {
        Self {
            check,
            verdict,
            subject: String::new(),
            found: found.into(),
            advice: None,
        }
    }

    pub(super) fn ok(check: &'static str, found: impl Into<String>) -> Self {
        Self::new(Verdict::Ok, check, found)
    }

    pub(super) fn skip(check: &'static str, found: impl Into<String>) -> Self {
        Self::new(Verdict::Skip, check, found)
    }

    pub(super) fn warn(
        check: &'static str,
        found: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self::new(Verdict::Warn, check, found).advise(advice)
    }

    pub(super) fn fail(
        check: &'static str,
        found: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self::new(Verdict::Fail, check, found).advise(advice)
    }

    /// What went wrong while it was looked at.
    pub(super) fn of_error(check: &'static str, error: &anyhow::Error) -> Self {
        let failed = Self::new(Verdict::Fail, check, format!("{error:#}"));
        match report_error::hint_of(error) {
            Some(hint) => failed.advise(hint),
            None => failed,
        }
    }

    /// What it is about.
    pub(super) fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }

    fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }
}

pub(super) static COLUMNS: [Column<Local<Finding>>; 5] = [
    Column::new("check", "CHECK", |row| row.value.check.into()),
    Column::new("verdict", "VERDICT", |row| {
        let tone = match row.value.verdict {
            Verdict::Ok => Tone::Good,
            Verdict::Warn => Tone::Notice,
            Verdict::Fail => Tone::Bad,
            Verdict::Skip => Tone::Dim,
        };
        Cell::from(row.value.verdict.word()).tone(tone)
    }),
    Column::new("subject", "SUBJECT", |row| {
        row.value.subject.as_str().into()
    }),
    Column::new("found", "FOUND", |row| row.value.found.as_str().into()),
    Column::new("advice", "WHAT TO DO", |row| {
        row.value.advice.clone().into()
    }),
];
