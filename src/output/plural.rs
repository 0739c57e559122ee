//! Counts in words.

/// `1 task`, `2 tasks`; words in `-y` and `-s` that trctl speaks of are given whole by
/// [`count_of`].
pub fn count(number: usize, noun: &str) -> String {
    count_of(number, noun, &format!("{noun}s"))
}

/// A count with its noun in the right number.
pub fn count_of(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `3 tasks`
pub fn tasks(number: usize) -> String {
    count(number, "task")
}

/// `3 workers`
pub fn workers(number: usize) -> String {
    count(number, "worker")
}

/// `3 reservations`
pub fn reservations(number: usize) -> String {
    count(number, "reservation")
}

/// `3 conferences`
pub fn conferences(number: usize) -> String {
    count(number, "conference")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_none_is_not() {
        assert_eq!(tasks(0), "0 tasks");
        assert_eq!(tasks(1), "1 task");
        assert_eq!(count_of(2, "activity", "activities"), "2 activities");
    }
}
