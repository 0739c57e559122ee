//! Which of the known names a misspelt one was meant to be.

/// How alike (Jaro-Winkler, 0 to 1) a name must be to be taken for the one that was meant.
const ALIKE: f64 = 0.8;

/// The known name that comes nearest, unless none comes near.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = written.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&folded, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, name)| name)
}

/// ` (did you mean …?)`, or nothing when no known name comes near.
pub fn question<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(written, known)
        .map(|name| format!(" (did you mean `{name}`?)"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_comes_near_is_asked_for() {
        let known = ["Support", "Sales", "Technical Support"];
        assert_eq!(nearest("suport", known), Some("Support"));
        assert_eq!(nearest("Sale", known), Some("Sales"));
        assert_eq!(nearest("xyz", known), None);
        assert_eq!(question("Salse", known), " (did you mean `Sales`?)");
        assert_eq!(question("xyz", known), "");
    }
}
