//! Finding and reading journals, to undo what they tell or to go on with it.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::Deserialize;

use super::{EXTENSION, Header, Line, Noted, VERSION, lock};
use crate::bulk::Error;

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
        let mut options = OpenOptions::new();
        let (account, ..) = read(path, options.read(true))?;
        Ok(account)
    }

    /// Items that are not settled.
    pub fn left(&self) -> impl Iterator<Item = &Noted> {
        self.items.iter().filter(|item| !item.is_settled())
    }

    /// From bytes, since whatever is no text is to be told with its line.
    fn parse(text: &[u8], path: &Path) -> Result<Self, Error> {
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        let mut lines = text.split(|byte| *byte == b'\n');
        let first = lines.next().unwrap_or_default();
        let header = match serde_json::from_slice::<Line>(first) {
            Ok(Line::Journal(header)) if header.version == VERSION => header,
            other => {
                return Err(Error::OtherJournal {
                    path: path.to_owned(),
                    version: match other {
                        Ok(Line::Journal(header)) => Some(header.version),
                        _ => old_version(first),
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
                serde_json::from_slice(line).map_err(|error| damaged(error.to_string()))?;
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
                    let item = &mut account.items[place];
                    item.begun = Some(begun);
                    // How an earlier attempt ended says nothing of this one.
                    item.ended = None;
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
fn old_version(first: &[u8]) -> Option<u32> {
    #[derive(Deserialize)]
    struct First {
        #[serde(rename = "started")]
        _started: Timestamp,
        #[serde(rename = "verb")]
        _verb: String,
    }
    serde_json::from_slice::<First>(first).ok().map(|_| 1)
}

/// A journal that a run goes on with. Nobody else can, as long as it is open.
#[derive(Debug)]
pub struct Opened {
    /// What it says so far.
    pub account: Account,
    pub(super) file: File,
    pub(super) path: PathBuf,
    /// Bytes of its lines.
    pub(super) whole: u64,
}

impl Opened {
    /// Opens a journal and keeps others from going on with it.
    ///
    /// # Errors
    /// As [`Account::read`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let mut options = OpenOptions::new();
        let (account, mut file, whole) = read(path, options.read(true).write(true))?;
        let cut = file
            .set_len(whole)
            .and_then(|()| file.seek(SeekFrom::Start(whole)));
        cut.map_err(|source| Error::ReadJournal {
            path: path.to_owned(),
            source,
        })?;
        Ok(Self {
            account,
            file,
            path: path.to_owned(),
            whole,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// A journal's whole lines, their bytes and the file; nobody else can go on with it as long as that
/// is open. A line that a crash cut short, be it within a letter, is left out.
fn read(path: &Path, options: &OpenOptions) -> Result<(Account, File, u64), Error> {
    let failed = |source| Error::ReadJournal {
        path: path.to_owned(),
        source,
    };
    let mut file = options.open(path).map_err(failed)?;
    lock(&file, path)?;
    let mut text = Vec::new();
    file.read_to_end(&mut text).map_err(failed)?;
    let whole = text.iter().rposition(|byte| *byte == b'\n');
    text.truncate(whole.map_or(0, |end| end + 1));
    let account = Account::parse(&text, path)?;
    Ok((account, file, text.len() as u64))
}

/// The file that a path, a journal's name or `last` stands for, as it is found from anywhere.
///
/// # Errors
/// There is none, or the directory cannot be read.
pub fn find(directory: &Path, word: &str) -> Result<PathBuf, Error> {
    let missing = || Error::NoJournal {
        word: word.to_owned(),
        directory: directory.to_owned(),
    };
    let absolute = |path: PathBuf| {
        std::path::absolute(&path).map_err(|source| Error::ReadJournal { path, source })
    };
    if word == "last" {
        return absolute(list(directory)?.pop().ok_or_else(missing)?);
    }
    let path = Path::new(word);
    let file = format!("{}.{EXTENSION}", word.trim_end_matches(".ndjson"));
    let candidates = [path.to_owned(), directory.join(file)];
    let found = candidates.into_iter().find(|candidate| candidate.is_file());
    absolute(found.ok_or_else(missing)?)
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
