//! `--sort`: the order of a list that is collected before it is printed.

use std::cmp::Ordering;

use super::Cell;

/// One key of the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SortKey {
    pub(super) name: String,
    pub(super) descending: bool,
}

impl SortKey {
    pub(super) fn parse(text: &str) -> Self {
        let (name, descending) = match text.strip_prefix('-') {
            Some(name) => (name, true),
            None => (text, false),
        };
        Self {
            name: name.to_owned(),
            descending,
        }
    }
}

/// Orders rows by their key cells; rows that are equal keep the order they came in.
pub(super) fn sort<T>(rows: &mut [(Vec<Cell>, T)], keys: &[SortKey]) {
    rows.sort_by(|(one, _), (two, _)| {
        one.iter()
            .zip(two)
            .zip(keys)
            .map(|((one, two), key)| one.compare(two, key.descending))
            .find(|ordering| *ordering != Ordering::Equal)
            .unwrap_or(Ordering::Equal)
    });
}
