//! What became of the items of a change, as it is printed.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::App;
use crate::bulk;
use crate::model::sid::looks_like_sid;
use crate::output::{Column, List, Local};

/// What became of one item, as it is printed.
#[derive(Debug, Serialize)]
pub struct Outcome {
    /// SID of what the item changes; empty for what is yet to be made.
    pub sid: String,
    /// What people call it.
    pub name: String,
    /// `done`, `unchanged`, `failed` or `not-run`.
    pub outcome: String,
    /// What exactly, or why.
    pub detail: String,
    #[serde(skip)]
    pub(super) before: Option<Box<RawValue>>,
}

impl Outcome {
    /// The item as it was selected, for the lines of `-o legacy`; with any other format it is not
    /// kept.
    pub fn before<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.before.as_ref()?.get()).ok()
    }
}

/// The SID in an item's key: several requests on one thing go by `SID/what`.
pub(super) fn sid_of(key: &str) -> &str {
    let first = key.split('/').next().unwrap_or_default();
    if looks_like_sid(first) { first } else { "" }
}

pub(super) static OUTCOME_COLUMNS: [Column<Local<Outcome>>; 4] = [
    Column::new("sid", "SID", |row| row.value.sid.as_str().into()),
    Column::new("name", "NAME", |row| row.value.name.as_str().into()),
    Column::new("outcome", "OUTCOME", |row| {
        row.value.outcome.as_str().into()
    }),
    Column::new("detail", "DETAIL", |row| row.value.detail.as_str().into()),
];

impl App {
    /// Prints what became of every item, and how the run ended.
    ///
    /// # Errors
    /// Some items failed or were not reached, or stdout cannot be written.
    pub(super) fn tell(
        &self,
        summary: &bulk::Summary,
        mut list: List<'_, Local<Outcome>>,
        before: &[Option<Box<RawValue>>],
    ) -> anyhow::Result<()> {
        let outcomes = || {
            let before = before.iter().cloned().chain(std::iter::repeat(None));
            for (item, before) in summary.items.iter().zip(before) {
                let sid = sid_of(&item.sid);
                list.row(&Local::about(
                    sid.to_owned(),
                    Outcome {
                        sid: sid.to_owned(),
                        name: item.name.clone(),
                        outcome: item.outcome.word().to_owned(),
                        detail: item.outcome.detail(),
                        before,
                    },
                ))?;
            }
            list.finish()
        };
        // The changes are made: that nobody reads the rows must not hide how the run ended.
        let told = outcomes();
        if summary.total > 0 {
            let counts = [
                (summary.done, "done"),
                (summary.unchanged, "unchanged"),
                (summary.failed, "failed"),
                (summary.not_run, "not run"),
            ];
            let counts: Vec<String> = counts
                .iter()
                .filter(|(count, word)| *count > 0 || *word == "done")
                .map(|(count, word)| format!("{count} {word}"))
                .collect();
            self.console.note(format_args!(
                "{} in {:.1} s",
                counts.join(", "),
                summary.elapsed.as_secs_f64()
            ));
            if let Some(journal) = &summary.journal {
                self.console
                    .note(format_args!("journal: {}", journal.display()));
            }
        }
        for (_, error) in summary.failures() {
            if let Some(hint) = error.hint() {
                self.console.hint(hint);
                break;
            }
        }
        summary.result()?;
        told?;
        Ok(())
    }
}
