//! Guesses which word of the language a misspelt one was meant to be.

/// Which words may stand at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    /// Between two operands.
    Operator,
    /// After a comparison.
    Conjunction,
    /// After an `order_by` key.
    Direction,
}

impl Position {
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Operator => &["CONTAINS", "HAS", "IN", "NOT IN"],
            Self::Conjunction => &["AND", "OR"],
            Self::Direction => &["ASC", "DESC"],
        }
    }

    /// Words of other languages and what stands for them here.
    fn foreign(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Operator => &[
                ("LIKE", "CONTAINS"),
                ("INCLUDES", "CONTAINS"),
                ("MATCHES", "CONTAINS"),
                ("IS", "=="),
                ("EQ", "=="),
                ("EQUALS", "=="),
                ("NE", "!="),
                ("GT", ">"),
                ("GE", ">="),
                ("LT", "<"),
                ("LE", "<="),
                ("NOTIN", "NOT IN"),
                ("NOT_IN", "NOT IN"),
                ("NIN", "NOT IN"),
            ],
            Self::Conjunction => &[],
            Self::Direction => &[("ASCENDING", "ASC"), ("DESCENDING", "DESC")],
        }
    }
}

/// The word nearest to `written`, unless all are too far off to be meant.
pub(super) fn nearest(written: &str, position: Position) -> Option<&'static str> {
    // Longer than any misspelling of ours; also bounds the work on hostile input.
    if written.is_empty() || written.len() > 12 {
        return None;
    }
    let written = written.to_ascii_uppercase();
    if let Some((_, word)) = position.foreign().iter().find(|(word, _)| *word == written) {
        return Some(word);
    }
    position
        .words()
        .iter()
        .map(|word| (distance(&written, word), *word))
        .filter(|(distance, word)| *distance <= tolerance(word))
        .min_by_key(|(distance, word)| (*distance, word.as_bytes()[0] != written.as_bytes()[0]))
        .map(|(_, word)| word)
}

/// How many slips still leave a word recognisable.
fn tolerance(word: &str) -> usize {
    match word.len() {
        0..=2 => 1,
        3..=5 => 2,
        _ => 3,
    }
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised() {
        for (written, position, meant) in [
            ("HSA", Position::Operator, Some("HAS")),
            ("hass", Position::Operator, Some("HAS")),
            ("CONTAIN", Position::Operator, Some("CONTAINS")),
            ("cotnains", Position::Operator, Some("CONTAINS")),
            ("ni", Position::Operator, Some("IN")),
            ("like", Position::Operator, Some("CONTAINS")),
            ("is", Position::Operator, Some("==")),
            ("nad", Position::Conjunction, Some("AND")),
            ("orr", Position::Conjunction, Some("OR")),
            ("dsc", Position::Direction, Some("DESC")),
            ("descending", Position::Direction, Some("DESC")),
            ("evel", Position::Operator, None),
            ("a_very_long_attribute", Position::Operator, None),
        ] {
            assert_eq!(nearest(written, position), meant, "{written}");
        }
    }

    #[test]
    fn distance_counts_a_swap_once() {
        assert_eq!(distance("HSA", "HAS"), 1);
        assert_eq!(distance("", "IN"), 2);
        assert_eq!(distance("DESC", "DESC"), 0);
    }
}
