//! What stood where the server is pointed at now: a file in the state directory.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{Pointer, same};
use crate::model::sid::{AccountSid, WorkspaceSid};
use crate::settings::private;

/// What was pointed at a server, and what stood there before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The account it happened in.
    pub account: AccountSid,
    /// The workspace.
    pub workspace: WorkspaceSid,
    /// The server it was pointed at last.
    pub public_url: String,
    /// When.
    pub at: Timestamp,
    /// Each resource once.
    pub resources: Vec<Kept>,
}

/// A resource of which something points at the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The kind of resource, singular.
    pub kind: String,
    /// Where it is.
    pub path: String,
    /// Its SID.
    pub sid: String,
    /// What people call it.
    pub name: String,
    /// Its properties that were changed.
    pub fields: Vec<KeptField>,
}

/// A property that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptField {
    /// Its name in the resource's JSON.
    pub name: String,
    /// The parameter that sets it.
    pub parameter: String,
    /// What was there.
    pub before: Json,
    /// What was put there.
    pub left: String,
}

/// The record cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The file cannot be read or written.
    #[error("cannot keep in `{}` what stood there before", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The file holds something else.
    #[error("`{}` does not say what stood there before", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
}

impl Record {
    /// Nothing yet.
    pub fn new(account: AccountSid, workspace: WorkspaceSid) -> Self {
        Self {
            account,
            workspace,
            public_url: String::new(),
            at: Timestamp::UNIX_EPOCH,
            resources: Vec::new(),
        }
    }

    /// Where the record of a workspace is, below the state directory.
    pub fn path(state: &Path, workspace: WorkspaceSid) -> PathBuf {
        state
            .join("registrations")
            .join(format!("{workspace}.json"))
    }

    /// Reads a record; `None` if nothing is registered.
    ///
    /// # Errors
    /// It cannot be read, or is something else.
    pub fn read(path: &Path) -> Result<Option<Self>, RecordError> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(failed(path, source)),
        };
        serde_json::from_slice(&bytes)
            .map(Some)
            .map_err(|source| RecordError::Damaged {
                path: path.to_owned(),
                source,
            })
    }

    /// Writes it, or takes it away when nothing is left in it.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), RecordError> {
        let written = if self.resources.is_empty() {
            match std::fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            }
        } else {
            let bytes = serde_json::to_vec_pretty(self).expect("a record has a JSON form");
            path.parent()
                .map_or(Ok(()), private::make_directory)
                .and_then(|()| private::replace(path, &bytes))
        };
        written.map_err(|source| failed(path, source))
    }

    /// Takes in what is about to be changed. What a server was pointed at before stays known by
    /// what stood there first, unless somebody has put something else there since.
    pub fn take_in(&mut self, pointers: &[Pointer], public_url: &str, at: Timestamp) {
        public_url.clone_into(&mut self.public_url);
        self.at = at;
        for pointer in pointers {
            let path = pointer.place.path();
            let place = self
                .resources
                .iter()
                .position(|known| known.path == path)
                .unwrap_or_else(|| {
                    self.resources.push(Kept {
                        kind: pointer.place.kind().to_owned(),
                        path: path.to_owned(),
                        sid: pointer.sid.clone(),
                        name: pointer.name.clone(),
                        fields: Vec::new(),
                    });
                    self.resources.len() - 1
                });
            let kept = &mut self.resources[place];
            pointer.name.clone_into(&mut kept.name);
            for field in &pointer.fields {
                let known = kept
                    .fields
                    .iter_mut()
                    .find(|known| known.name == field.name);
                match known {
                    Some(known) => {
                        // Somebody's own value is what has to come back.
                        let is_ours = same(Some(&field.before), &known.left);
                        if !is_ours && field.differs() {
                            known.before.clone_from(&field.before);
                        }
                        field.wanted.clone_into(&mut known.left);
                    }
                    None if field.differs() => kept.fields.push(KeptField {
                        name: field.name.to_owned(),
                        parameter: field.parameter.to_owned(),
                        before: field.before.clone(),
                        left: field.wanted.clone(),
                    }),
                    None => {}
                }
            }
        }
        self.resources.retain(|kept| !kept.fields.is_empty());
    }
}

fn failed(path: &Path, source: io::Error) -> RecordError {
    RecordError::File {
        path: path.to_owned(),
        source,
    }
}
