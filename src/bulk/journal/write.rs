//! Writing a journal, a line at a time and every line whole.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use serde_json::value::RawValue;

use super::read::Opened;
use super::{Asked, Begun, Counts, EXTENSION, Ended, Header, ItemLine, Line, lock};
use crate::bulk::summary::{Outcome, Summary};
use crate::bulk::{Error, StepError, Verdict};
use crate::settings::private;

/// An item that is about to be written down.
pub(in crate::bulk) struct Plan<'a> {
    pub(in crate::bulk) sid: &'a str,
    pub(in crate::bulk) name: &'a str,
    pub(in crate::bulk) needs: &'a [String],
    pub(in crate::bulk) selected: Option<&'a RawValue>,
}

#[derive(Debug, Clone)]
pub(in crate::bulk) struct Journal {
    lines: Arc<Mutex<Lines<File>>>,
    path: Arc<Path>,
}

impl Journal {
    /// Writes down what is to be done, all of it before anything is.
    pub(in crate::bulk) fn begin<'a>(
        directory: &Path,
        header: Header,
        items: impl Iterator<Item = Plan<'a>>,
    ) -> Result<Self, Error> {
        let name = format!(
            "{}-{}-{}.{EXTENSION}",
            header.started.strftime("%Y%m%dT%H%M%S%.3fZ"),
            header.verb,
            std::process::id()
        );
        let path = directory.join(name);
        let failed = |source| Error::Journal {
            path: path.clone(),
            source,
        };
        let file = create(directory, &path).map_err(failed)?;
        lock(&file, &path)?;
        let mut text = Vec::new();
        append(&mut text, &Line::Journal(header)).map_err(failed)?;
        for item in items {
            let line = Line::Item(ItemLine {
                sid: item.sid.to_owned(),
                name: item.name.to_owned(),
                needs: item.needs.to_vec(),
                selected: item.selected.map(RawValue::to_owned),
            });
            append(&mut text, &line).map_err(failed)?;
        }
        (&file).write_all(&text).map_err(failed)?;
        Ok(Self {
            lines: Arc::new(Mutex::new(Lines::new(file, text.len() as u64))),
            path: path.into(),
        })
    }

    /// Goes on with a journal.
    pub(in crate::bulk) fn resume(opened: Opened) -> Result<Self, Error> {
        let journal = Self {
            lines: Arc::new(Mutex::new(Lines::new(opened.file, opened.whole))),
            path: opened.path.into(),
        };
        let line = Line::Resumed {
            at: Timestamp::now(),
        };
        journal.write(&line).map_err(|source| Error::Journal {
            path: journal.path.to_path_buf(),
            source,
        })?;
        Ok(journal)
    }

    pub(in crate::bulk) fn path(&self) -> &Path {
        &self.path
    }

    pub(in crate::bulk) fn step(&self, sid: &str, earlier: Option<Begun>) -> Step {
        Step {
            journal: Some(self.clone()),
            sid: sid.into(),
            earlier: earlier.map(Arc::new),
            is_refused: Arc::default(),
        }
    }

    /// The last line. Every outcome is written already, so failing to write the counts loses
    /// nothing.
    pub(in crate::bulk) fn end(&self, summary: &Summary) {
        let written = self.write(&Line::End(Counts {
            at: Timestamp::now(),
            done: summary.done,
            unchanged: summary.unchanged,
            failed: summary.failed,
            not_run: summary.not_run,
        }));
        if let Err(error) = written {
            tracing::warn!(journal = %self.path.display(), "cannot end the journal: {error}");
        }
    }

    /// One write per line, so that lines of several tasks do not mix and none waits in a buffer.
    fn write(&self, line: &Line) -> io::Result<()> {
        let mut text = Vec::new();
        append(&mut text, line)?;
        self.lines
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .add(&text)
    }
}

/// Where lines are put.
trait Paper: Write + Seek {
    fn cut(&mut self, length: u64) -> io::Result<()>;
}

impl Paper for File {
    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }
}

/// Lines, each of which is written whole or not at all: behind half a line nothing could be
/// understood.
#[derive(Debug)]
struct Lines<P> {
    paper: P,
    /// Bytes of those that are whole.
    whole: u64,
    /// Whether half a line could not be taken away.
    is_spoilt: bool,
}

impl<P: Paper> Lines<P> {
    const fn new(paper: P, whole: u64) -> Self {
        Self {
            paper,
            whole,
            is_spoilt: false,
        }
    }

    fn add(&mut self, line: &[u8]) -> io::Result<()> {
        if self.is_spoilt {
            return Err(io::Error::other(
                "half a line stands at its end, and cannot be taken away",
            ));
        }
        if let Err(error) = self.paper.write_all(line) {
            let cut = self.paper.cut(self.whole);
            let back = cut.and_then(|()| self.paper.seek(SeekFrom::Start(self.whole)));
            self.is_spoilt = back.is_err();
            return Err(error);
        }
        self.whole += line.len() as u64;
        Ok(())
    }
}

fn append(text: &mut Vec<u8>, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *text, line)?;
    text.push(b'\n');
    Ok(())
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
    earlier: Option<Arc<Begun>>,
    /// Whether what was begun last was clearly refused.
    is_refused: Arc<AtomicBool>,
}

impl Step {
    /// The step of a single change, which leaves nothing behind.
    pub fn unrecorded(sid: &str) -> Self {
        Self {
            journal: None,
            sid: sid.into(),
            earlier: None,
            is_refused: Arc::default(),
        }
    }

    /// What an earlier part of this run began without coming to know how it ended. It may have been
    /// done: look before you do it again.
    pub fn earlier(&self) -> Option<&Begun> {
        self.earlier.as_deref()
    }

    /// Keeps what is about to be asked and what is there before; call it before every change. When
    /// it fails, the change must not be made.
    pub fn begin(
        &self,
        kind: &str,
        request: Asked,
        etag: Option<&str>,
        before: Option<&RawValue>,
    ) -> Result<(), StepError> {
        if self.journal.is_none() {
            return Ok(());
        }
        self.is_refused.store(false, Relaxed);
        self.write(&Line::Begin(Begun {
            sid: self.sid.to_string(),
            kind: kind.to_owned(),
            request,
            etag: etag.map(str::to_owned),
            before: before.map(RawValue::to_owned),
        }))
    }

    /// Notes that what was begun last was clearly not made, so that nobody need look whether it was.
    pub(in crate::bulk) fn refuse(&self) {
        self.is_refused.store(true, Relaxed);
    }

    /// Keeps the outcome and turns it into the summary's.
    pub(in crate::bulk) fn conclude(&self, result: Result<Verdict, StepError>) -> Outcome {
        let (outcome, after) = match result {
            Ok(Verdict::Done { detail, after }) => (Outcome::Done(detail), after),
            Ok(Verdict::Unchanged(reason)) => (Outcome::Unchanged(reason), None),
            Err(error) => (Outcome::Failed(error), None),
        };
        let written = self.write(&Line::Outcome(Ended {
            sid: self.sid.to_string(),
            outcome: outcome.word().to_owned(),
            detail: outcome.detail(),
            after,
            refused: matches!(outcome, Outcome::Failed(_)) && self.is_refused.load(Relaxed),
        }));
        if let Err(error) = written {
            // The change is made and its before-image kept; the summary still tells the outcome.
            tracing::warn!(sid = %self.sid, "{error}");
        }
        outcome
    }

    fn write(&self, line: &Line) -> Result<(), StepError> {
        let Some(journal) = &self.journal else {
            return Ok(());
        };
        journal.write(line).map_err(|source| StepError::Journal {
            path: PathBuf::from(&*journal.path),
            source,
        })
    }
}

#[cfg(test)]
mod tests {
    use io::Cursor;

    use super::*;

    /// Holds no more than so many bytes, and can be cut or not.
    struct Disk {
        file: Cursor<Vec<u8>>,
        room: usize,
        can_cut: bool,
    }

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let fits = self.room.saturating_sub(self.file.get_ref().len());
            if fits == 0 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.file.write(&bytes[..bytes.len().min(fits)])
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Disk {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.file.seek(to)
        }
    }

    impl Paper for Disk {
        fn cut(&mut self, length: u64) -> io::Result<()> {
            if !self.can_cut {
                return Err(io::ErrorKind::Unsupported.into());
            }
            self.file
                .get_mut()
                .truncate(usize::try_from(length).unwrap());
            Ok(())
        }
    }

    fn lines(can_cut: bool) -> Lines<Disk> {
        let disk = Disk {
            file: Cursor::default(),
            room: 10,
            can_cut,
        };
        let mut lines = Lines::new(disk, 0);
        lines.add(b"first\n").unwrap();
        let full = lines.add(b"second\n").unwrap_err();
        assert_eq!(full.kind(), io::ErrorKind::StorageFull);
        lines.paper.room = 100;
        lines
    }

    #[test]
    fn half_a_line_is_taken_away_before_the_next_is_written() {
        let mut lines = lines(true);
        lines.add(b"third\n").unwrap();
        assert_eq!(lines.paper.file.get_ref(), b"first\nthird\n");
    }

    #[test]
    fn nothing_is_written_behind_half_a_line() {
        let mut lines = lines(false);
        let refused = lines.add(b"third\n").unwrap_err();
        assert!(refused.to_string().starts_with("half a line"), "{refused}");
        assert_eq!(lines.paper.file.get_ref(), b"first\nseco");
    }
}
