//! The journal of a run, version 2: one JSON document per line, each on its way to the disk before
//! the next call is made.
//!
//! Every line is an object with one member that says what it is:
//!
//! | line | when | members |
//! |---|---|---|
//! | `journal` | first | [`Header`]: version, verb, command line, account, workspace, count |
//! | `item` | before anything is begun, one for each | key (`sid`), name, what it needs, and the resource as it was `selected` |
//! | `begin` | before every change | kind, request (method, path, form), `etag` and the image `before`; none for a creation |
//! | `outcome` | behind every item | outcome, detail and the image `after` |
//! | `resumed` | when a run goes on | when |
//! | `end` | last | the counts |
//!
//! A run that goes on appends to its own journal, so that `undo` finds everything in one place. Of
//! several `begin` lines of an item the last counts: it has what was there before the change that
//! was made. A line that a crash cut short is the last one and is dropped. Version 1 had neither
//! items nor requests: it can be read by people only.

use std::collections::HashMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::summary::{Outcome, Summary};
use super::{Error, StepError, Verdict};
use crate::settings::private;

/// The version that is written, and the only one that is read.
pub const VERSION: u32 = 2;

/// What the file of a journal is called behind its name.
const EXTENSION: &str = "ndjson";

/// What a run is: the first line of its journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// [`VERSION`]
    pub version: u32,
    /// When it began.
    pub started: Timestamp,
    /// What is done: `wrap-complete`.
    pub verb: String,
    /// The command line.
    pub command: Vec<String>,
    /// The account it happens in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The SID of the workspace it happens in, if it happens in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workspace: Option<String>,
    /// Where it happens, as people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Items in all.
    pub count: usize,
}

/// What is asked of Twilio for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// `POST` or `DELETE`.
    pub method: String,
    /// The path of the resource, or of the collection in which it is made.
    pub path: String,
    /// The parameters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub form: Vec<(String, String)>,
}

/// A change that was begun.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Begun {
    /// The item's key.
    pub sid: String,
    /// The kind of resource, singular: `task`.
    pub kind: String,
    /// What was about to be asked.
    pub request: Asked,
    /// The version that was judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// What was there; nothing for a creation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<RawValue>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct ItemLine {
    sid: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    needs: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    selected: Option<Box<RawValue>>,
}

/// How an item ended, as it was written down.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Ended {
    /// The item's key.
    pub sid: String,
    /// [`Outcome::word`]
    pub outcome: String,
    /// [`Outcome::detail`]
    pub detail: String,
    /// What was left, where something was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Box<RawValue>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Counts {
    at: Timestamp,
    done: usize,
    unchanged: usize,
    failed: usize,
    not_run: usize,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Journal(Header),
    Item(ItemLine),
    Begin(Begun),
    Outcome(Ended),
    Resumed { at: Timestamp },
    End(Counts),
}

/// An item of a journal and how far it came.
#[derive(Debug, Clone)]
pub struct Noted {
    /// Its key.
    pub sid: String,
    /// What people call it.
    pub name: String,
    /// The keys of what must be done before it.
    pub needs: Vec<String>,
    /// The resource as it was selected.
    pub selected: Option<Box<RawValue>>,
    /// The last change that was begun.
    pub begun: Option<Begun>,
    /// How it ended, if that was written.
    pub ended: Option<Ended>,
}

impl Noted {
    /// Whether nothing is left to be done about it.
    pub fn is_settled(&self) -> bool {
        self.ended
            .as_ref()
            .is_some_and(|ended| matches!(ended.outcome.as_str(), "done" | "unchanged"))
    }
}

/// What a journal says.
#[derive(Debug, Clone)]
pub struct Account {
    /// The run.
    pub header: Header,
    /// Its items, in their order.
    pub items: Vec<Noted>,
    /// Whether the last line is there: the run came to its end.
    pub ended: bool,
}

impl Account {
    /// Reads a journal that nobody is writing.
    ///
    /// # Errors
    /// It cannot be read, is of another version, is damaged, or belongs to a run under way.
    pub fn read(path: &Path) -> Result<Self, Error> {
        Opened::open(path).map(|opened| opened.account)
    }

    /// Items that are not settled.
    pub fn left(&self) -> impl Iterator<Item = &Noted> {
        self.items.iter().filter(|item| !item.is_settled())
    }

    fn parse(text: &str, path: &Path) -> Result<Self, Error> {
        let mut lines = text.lines();
        let header = match lines.next().map(serde_json::from_str::<Line>) {
            Some(Ok(Line::Journal(header))) if header.version == VERSION => header,
            first => {
                return Err(Error::OtherJournal {
                    path: path.to_owned(),
                    version: match first {
                        Some(Ok(Line::Journal(header))) => Some(header.version),
                        _ => old_version(text),
                    },
                });
            }
        };
        let mut account = Self {
            header,
            items: Vec::new(),
            ended: false,
        };
        let mut places: HashMap<String, usize> = HashMap::new();
        for (number, line) in (2..).zip(lines) {
            let damaged = |reason: String| Error::DamagedJournal {
                path: path.to_owned(),
                line: number,
                reason,
            };
            let line: Line =
                serde_json::from_str(line).map_err(|error| damaged(error.to_string()))?;
            let item = |sid: &str| {
                let place = places.get(sid).copied();
                place.ok_or_else(|| damaged(format!("there is no item `{sid}`")))
            };
            match line {
                Line::Journal(_) => return Err(damaged("a second beginning".to_owned())),
                Line::Item(line) => {
                    places.insert(line.sid.clone(), account.items.len());
                    account.items.push(Noted {
                        sid: line.sid,
                        name: line.name,
                        needs: line.needs,
                        selected: line.selected,
                        begun: None,
                        ended: None,
                    });
                }
                Line::Begin(begun) => {
                    let place = item(&begun.sid)?;
                    account.items[place].begun = Some(begun);
                }
                Line::Outcome(ended) => {
                    let place = item(&ended.sid)?;
                    account.items[place].ended = Some(ended);
                }
                Line::Resumed { .. } => account.ended = false,
                Line::End(_) => account.ended = true,
            }
        }
        if account.items.len() < account.header.count {
            return Err(Error::DamagedJournal {
                path: path.to_owned(),
                line: account.items.len() + 2,
                reason: "the run broke off before its first item; nothing was changed".to_owned(),
            });
        }
        Ok(account)
    }
}

/// The version of journals that did not say theirs.
fn old_version(text: &str) -> Option<u32> {
    #[derive(Deserialize)]
    struct First {
        #[serde(rename = "started")]
        _started: Timestamp,
        #[serde(rename = "verb")]
        _verb: String,
    }
    serde_json::from_str::<First>(text.lines().next()?)
        .ok()
        .map(|_| 1)
}

/// A journal that a run goes on with. Nobody else can, as long as it is open.
#[derive(Debug)]
pub struct Opened {
    /// What it says so far.
    pub account: Account,
    file: File,
    path: PathBuf,
}

impl Opened {
    /// Opens a journal and keeps others from going on with it.
    ///
    /// # Errors
    /// As [`Account::read`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let failed = |source| Error::ReadJournal {
            path: path.to_owned(),
            source,
        };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(path)
            .map_err(failed)?;
        lock(&file, path)?;
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(failed)?;
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        let account = Account::parse(&text[..whole], path)?;
        if whole < text.len() {
            file.set_len(whole as u64).map_err(failed)?;
        }
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        Ok(Self {
            account,
            file,
            path: path.to_owned(),
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Whoever runs holds the lock; the system lets go of it however the run ends. File systems without
/// locks go without.
fn lock(file: &File, path: &Path) -> Result<(), Error> {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(Error::BusyJournal {
            path: path.to_owned(),
        }),
        Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
    }
}

/// The file that a path, a journal's name or `last` stands for.
///
/// # Errors
/// There is none, or the directory cannot be read.
pub fn find(directory: &Path, word: &str) -> Result<PathBuf, Error> {
    let missing = || Error::NoJournal {
        word: word.to_owned(),
        directory: directory.to_owned(),
    };
    if word == "last" {
        return list(directory)?.pop().ok_or_else(missing);
    }
    let path = Path::new(word);
    let file = format!("{}.{EXTENSION}", word.trim_end_matches(".ndjson"));
    let candidates = [path.to_owned(), directory.join(file)];
    candidates
        .into_iter()
        .find(|candidate| candidate.is_file())
        .ok_or_else(missing)
}

/// All journals of a directory, oldest first: their names begin with the time.
///
/// # Errors
/// The directory cannot be read; one that is missing has none.
pub fn list(directory: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |source| Error::ReadJournal {
        path: directory.to_owned(),
        source,
    };
    let entries = match std::fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|found| found == EXTENSION) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// An item that is about to be written down.
pub(super) struct Plan<'a> {
    pub(super) sid: &'a str,
    pub(super) name: &'a str,
    pub(super) needs: &'a [String],
    pub(super) selected: Option<&'a RawValue>,
}

#[derive(Debug, Clone)]
pub(super) struct Journal {
    file: Arc<Mutex<File>>,
    path: Arc<Path>,
}

impl Journal {
    /// Writes down what is to be done, all of it before anything is.
    pub(super) fn begin<'a>(
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
            file: Arc::new(Mutex::new(file)),
            path: path.into(),
        })
    }

    /// Goes on with a journal.
    pub(super) fn resume(opened: Opened) -> Result<Self, Error> {
        let journal = Self {
            file: Arc::new(Mutex::new(opened.file)),
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

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn step(&self, sid: &str, earlier: Option<Begun>) -> Step {
        Step {
            journal: Some(self.clone()),
            sid: sid.into(),
            earlier: earlier.map(Arc::new),
        }
    }

    /// The last line. Every outcome is written already, so failing to write the counts loses
    /// nothing.
    pub(super) fn end(&self, summary: &Summary) {
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
        self.file
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .write_all(&text)
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
}

impl Step {
    /// The step of a single change, which leaves nothing behind.
    pub fn unrecorded(sid: &str) -> Self {
        Self {
            journal: None,
            sid: sid.into(),
            earlier: None,
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
        self.write(&Line::Begin(Begun {
            sid: self.sid.to_string(),
            kind: kind.to_owned(),
            request,
            etag: etag.map(str::to_owned),
            before: before.map(RawValue::to_owned),
        }))
    }

    /// Keeps what is there before a change of several requests.
    pub fn before(&self, raw: &RawValue, etag: Option<&str>) -> Result<(), StepError> {
        let request = Asked {
            method: "POST".to_owned(),
            path: String::new(),
            form: Vec::new(),
        };
        self.begin("", request, etag, Some(raw))
    }

    /// Keeps the outcome and turns it into the summary's.
    pub(super) fn conclude(&self, result: Result<Verdict, StepError>) -> Outcome {
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
