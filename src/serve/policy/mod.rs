//! What happens by itself after a call: tasks that nobody takes out of wrapping are completed,
//! workers come back from after-work, and at the end of a shift nobody is offered anything more.
//!
//! What is due is a pure function of facts and time ([`due`]); it asks nobody and remembers nothing,
//! so that a restart changes nothing. Facts may be behind: before anything is changed the resource
//! itself is read, and changed under the version that was judged, by the runner and with the
//! journal of every bulk change.

mod act;
mod check;
mod due;
mod settings;
mod situation;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use tokio_util::sync::CancellationToken;

pub use check::check;
pub use due::{Action, Since, Situation, WorkerNow, WrappingTask, due};
pub use settings::{Mode, PolicySettings, Return, Shift, Wait, WrapUp};

use crate::bulk::{self, journal};
use crate::events::{EventStore, Span, StoreError};
use crate::model::sid::WorkspaceSid;
use crate::settings::private;
use crate::twilio::Client;

/// How often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(5);

/// How long journals of policies are kept, in hours.
const JOURNALS_KEPT: i64 = 30 * 24;

/// Why nothing could be done this time.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// The facts cannot be read.
    #[error("cannot read the facts")]
    Store(#[from] StoreError),
    /// The journal cannot be written.
    #[error(transparent)]
    Journal(#[from] bulk::Error),
}

/// What became of something that was due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deed {
    /// `complete`, `return` or `hand-back`.
    pub action: &'static str,
    /// The SID of the task or worker.
    pub sid: String,
    /// What people call it; nothing for a task.
    pub name: String,
    /// Why it was due.
    pub reason: String,
    /// `done`, `unchanged`, `failed` or `not-run`; `would` in a dry run.
    pub outcome: &'static str,
    /// What there is to say about that.
    pub detail: String,
}

impl fmt::Display for Deed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.name.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.name)
        };
        write!(
            formatter,
            "policy: {} {}{name}, {}: {}",
            self.action, self.sid, self.reason, self.outcome
        )?;
        if !self.detail.is_empty() {
            write!(formatter, ", {}", self.detail)?;
        }
        Ok(())
    }
}

/// The policies of a workspace, and what they have tried.
pub struct Policy {
    settings: PolicySettings,
    zone: TimeZone,
    client: Client,
    workspace: WorkspaceSid,
    journals: PathBuf,
    cancel: CancellationToken,
    tried: Mutex<BTreeMap<Key, Tried>>,
}

/// How something that was due ended.
struct End {
    outcome: &'static str,
    detail: String,
    /// When it is to be tried again although it did not fail.
    again: Option<Timestamp>,
}

/// What was due and since when: the same thing is not tried again once it is settled.
type Key = (String, &'static str, Timestamp);

#[derive(Debug, Clone, Copy)]
struct Tried {
    tries: u32,
    /// When it may be tried again; never what is settled.
    again: Option<Timestamp>,
}

impl Policy {
    /// Policies that act in a workspace. `zone` is that of the shifts; `journals` is the directory
    /// of all journals, in which policies have one of their own; `cancel` ends them.
    pub fn new(
        settings: PolicySettings,
        zone: TimeZone,
        client: Client,
        workspace: WorkspaceSid,
        journals: &std::path::Path,
        cancel: CancellationToken,
    ) -> Self {
        Self {
            settings,
            zone,
            client,
            workspace,
            journals: journals.join("policy"),
            cancel,
            tried: Mutex::default(),
        }
    }

    /// Looks every few seconds whether something is due and does it, until it is cancelled. What
    /// was done is handed to `tell`, and why nothing could be done: ever more seldom while that goes
    /// on.
    pub async fn keep(
        &self,
        store: &dyn EventStore,
        clock: impl Fn() -> Timestamp,
        tell: impl Fn(Result<&Deed, &PolicyError>),
    ) {
        if self.settings.mode == Mode::Off {
            return;
        }
        let mut ticks = tokio::time::interval(EVERY);
        let mut failures: u32 = 0;
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = self.cancel.cancelled() => return,
                _ = ticks.tick() => {}
            }
            match self.tick(store, clock()).await {
                Ok(deeds) => {
                    failures = 0;
                    for deed in &deeds {
                        tell(Ok(deed));
                    }
                }
                Err(error) => {
                    failures = failures.saturating_add(1);
                    if failures.is_power_of_two() {
                        tell(Err(&error));
                    }
                }
            }
        }
    }

    /// Does what is due at a moment, or tells what it would do.
    ///
    /// # Errors
    /// The facts cannot be read, or the journal cannot be written. What could not be done is a [`Deed`] that failed, and is tried again later.
    pub async fn tick(
        &self,
        store: &dyn EventStore,
        now: Timestamp,
    ) -> Result<Vec<Deed>, PolicyError> {
        if self.settings.mode == Mode::Off {
            return Ok(Vec::new());
        }
        let nothing = Span {
            from: now.as_millisecond(),
            to: now.as_millisecond(),
        };
        let situation = Situation::of(&store.facts(nothing).await?, self.workspace);
        let actions = self.untried(due(&self.settings, &self.zone, &situation, now), now);
        if actions.is_empty() {
            return Ok(Vec::new());
        }
        let ends = if self.settings.mode == Mode::On {
            self.forget_old_journals(now);
            self.act(&actions, now).await?
        } else {
            actions.iter().map(would).collect()
        };
        let mut tried = self.tried.lock().unwrap_or_else(PoisonError::into_inner);
        let mut deeds = Vec::with_capacity(actions.len());
        for (action, end) in actions.iter().zip(ends) {
            let entry = tried.entry(key(action)).or_insert(Tried {
                tries: 0,
                again: None,
            });
            entry.again = match end.outcome {
                "failed" | "not-run" => now.checked_add(act::pause(entry.tries)).ok(),
                _ => end.again,
            };
            entry.tries += 1;
            deeds.push(Deed {
                action: word(action),
                sid: action.subject(),
                name: action.name().to_owned(),
                reason: reason(action, now),
                outcome: end.outcome,
                detail: end.detail,
            });
        }
        Ok(deeds)
    }

    /// What was not tried, or failed long enough ago. What is not due any more is forgotten.
    fn untried(&self, actions: Vec<Action>, now: Timestamp) -> Vec<Action> {
        let mut tried = self.tried.lock().unwrap_or_else(PoisonError::into_inner);
        let keys: std::collections::BTreeSet<Key> = actions.iter().map(key).collect();
        tried.retain(|key, _| keys.contains(key));
        let may_be_tried = |action: &Action| {
            let known = tried.get(&key(action));
            known.is_none_or(|tried| tried.again.is_some_and(|again| again <= now))
        };
        let mut wanted: Vec<Action> = actions.into_iter().filter(may_be_tried).collect();
        // A return that goes with a task waits for that one to be tried again.
        let tasks: Vec<_> = wanted
            .iter()
            .filter_map(|action| match action {
                Action::Complete { task, .. } => Some(*task),
                _ => None,
            })
            .collect();
        wanted.retain(|action| match action {
            Action::Return { with, .. } => with.iter().all(|task| tasks.contains(task)),
            _ => true,
        });
        wanted
    }

    /// A busy day leaves many journals, and undoing what happened a month ago helps nobody.
    fn forget_old_journals(&self, now: Timestamp) {
        if let Err(error) = private::make_directory(&self.journals) {
            tracing::debug!(%error, "cannot make the directory of the policy's journals");
        }
        let Ok(oldest) = now.checked_sub(SignedDuration::from_hours(JOURNALS_KEPT)) else {
            return;
        };
        let oldest = oldest.strftime("%Y%m%dT%H%M%S").to_string();
        for path in journal::list(&self.journals).unwrap_or_default() {
            let name = path.file_name().and_then(|name| name.to_str());
            // They come oldest first.
            if name.is_none_or(|name| *name >= *oldest) {
                return;
            }
            if let Err(error) = std::fs::remove_file(&path) {
                tracing::warn!(path = %path.display(), %error, "cannot remove an old journal");
                return;
            }
        }
    }
}

fn key(action: &Action) -> Key {
    let (word, since) = match action {
        Action::Complete { since, .. } => ("complete", since.moment()),
        Action::Return { since, with, .. } if with.is_empty() => ("return", *since),
        Action::Return { since, .. } => ("return with a task", *since),
        Action::HandBack { ended, .. } => ("hand-back", *ended),
    };
    (action.subject(), word, since)
}

fn word(action: &Action) -> &'static str {
    match action {
        Action::Complete { .. } => "complete",
        Action::Return { .. } => "return",
        Action::HandBack { .. } => "hand-back",
    }
}

fn reason(action: &Action, now: Timestamp) -> String {
    let seconds = |since: Timestamp| now.duration_since(since).as_secs();
    match action {
        Action::Complete { since, .. } => match since {
            Since::Told(since) => format!("wrapping for {} s", seconds(*since)),
            Since::NotBefore(_) => "wrapping, and nothing told since when".to_owned(),
        },
        Action::Return { since, with, .. } if with.is_empty() => {
            format!("in after-work for {} s", seconds(*since))
        }
        Action::Return { .. } => "the task's wrap-up time is over".to_owned(),
        Action::HandBack { shift, ended, .. } => {
            format!("shift {shift} ended {} s ago", seconds(*ended))
        }
    }
}

fn would(action: &Action) -> End {
    let detail = match action {
        Action::Complete { .. } => "be completed".to_owned(),
        Action::Return { to, .. } | Action::HandBack { to, .. } => format!("be set to {to}"),
    };
    End {
        outcome: "would",
        detail,
        again: None,
    }
}
