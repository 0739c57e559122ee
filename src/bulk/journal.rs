//! The journal of a run: one JSON document per line, each on its way to the disk before the next
//! call is made. A header, then for every item its before-image and its outcome, then the counts.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use serde::Serialize;
use serde_json::value::RawValue;

use super::summary::{Outcome, Summary};
use super::{Error, StepError, Verdict};
use crate::settings::private;

/// The first line.
#[derive(Debug, Serialize)]
pub(super) struct Header<'a> {
    pub(super) verb: &'a str,
    pub(super) command: &'a [String],
    pub(super) workspace: Option<&'a str>,
    pub(super) count: usize,
}

#[derive(Debug, Clone)]
pub(super) struct Journal {
    file: Arc<Mutex<File>>,
    path: Arc<Path>,
}

impl Journal {
    pub(super) fn begin(directory: &Path, header: &Header<'_>) -> Result<Self, Error> {
        #[derive(Serialize)]
        struct Line<'a> {
            started: Timestamp,
            #[serde(flatten)]
            header: &'a Header<'a>,
        }
        let started = Timestamp::now();
        let name = format!(
            "{}-{}-{}.ndjson",
            started.strftime("%Y%m%dT%H%M%S%.3fZ"),
            header.verb,
            std::process::id()
        );
        let path = directory.join(name);
        let file = create(directory, &path).map_err(|source| Error::Journal {
            path: path.clone(),
            source,
        })?;
        let journal = Self {
            file: Arc::new(Mutex::new(file)),
            path: path.into(),
        };
        journal
            .write(&Line { started, header })
            .map_err(|source| Error::Journal {
                path: journal.path.to_path_buf(),
                source,
            })?;
        Ok(journal)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn step(&self, sid: &str) -> Step {
        Step {
            journal: Some(self.clone()),
            sid: sid.into(),
        }
    }

    /// The last line. Every outcome is written already, so failing to write the counts loses
    /// nothing.
    pub(super) fn end(&self, summary: &Summary) {
        #[derive(Serialize)]
        struct Line {
            ended: Timestamp,
            done: usize,
            unchanged: usize,
            failed: usize,
            not_run: usize,
        }
        let written = self.write(&Line {
            ended: Timestamp::now(),
            done: summary.done,
            unchanged: summary.unchanged,
            failed: summary.failed,
            not_run: summary.not_run,
        });
        if let Err(error) = written {
            tracing::warn!(journal = %self.path.display(), "cannot end the journal: {error}");
        }
    }

    /// One write per line, so that lines of several tasks do not mix and none waits in a buffer.
    fn write(&self, line: &impl Serialize) -> io::Result<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        self.file
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .write_all(&text)
    }
}

/// Journals hold attributes of callers, so they are for their owner alone.
fn create(directory: &Path, path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    private::make_directory(directory)?;
    options.open(path)
}

/// One item's place in the journal.
#[derive(Debug, Clone)]
pub struct Step {
    journal: Option<Journal>,
    sid: Arc<str>,
}

impl Step {
    /// The step of a single change, which leaves nothing behind.
    pub fn unrecorded(sid: &str) -> Self {
        Self {
            journal: None,
            sid: sid.into(),
        }
    }

    /// Keeps what is there before a change; call it before every change. When it fails, the change
    /// must not be made.
    pub fn before(&self, raw: &RawValue, etag: Option<&str>) -> Result<(), StepError> {
        #[derive(Serialize)]
        struct Line<'a> {
            sid: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            etag: Option<&'a str>,
            before: &'a RawValue,
        }
        self.write(&Line {
            sid: &self.sid,
            etag,
            before: raw,
        })
    }

    /// Keeps the outcome and turns it into the summary's.
    pub(super) fn conclude(&self, result: Result<Verdict, StepError>) -> Outcome {
        #[derive(Serialize)]
        struct Line<'a> {
            sid: &'a str,
            outcome: &'static str,
            detail: String,
            #[serde(skip_serializing_if = "Option::is_none")]
            after: Option<Box<RawValue>>,
        }
        let (outcome, after) = match result {
            Ok(Verdict::Done { detail, after }) => (Outcome::Done(detail), after),
            Ok(Verdict::Unchanged(reason)) => (Outcome::Unchanged(reason), None),
            Err(error) => (Outcome::Failed(error), None),
        };
        let written = self.write(&Line {
            sid: &self.sid,
            outcome: outcome.word(),
            detail: outcome.detail(),
            after,
        });
        if let Err(error) = written {
            // The change is made and its before-image kept; the summary still tells the outcome.
            tracing::warn!(sid = %self.sid, "{error}");
        }
        outcome
    }

    fn write(&self, line: &impl Serialize) -> Result<(), StepError> {
        let Some(journal) = &self.journal else {
            return Ok(());
        };
        journal.write(line).map_err(|source| StepError::Journal {
            path: PathBuf::from(&*journal.path),
            source,
        })
    }
}
