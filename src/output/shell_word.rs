//! Words of command lines that are shown to be typed.

/// A word as it would have to be typed in a POSIX shell.
pub fn shell_word(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_=+.,:/@%".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::shell_word;

    #[test]
    fn a_command_line_can_be_typed_as_shown() {
        assert_eq!(shell_word("--older-than"), "--older-than");
        assert_eq!(
            shell_word("status == \"wrapping\""),
            "'status == \"wrapping\"'"
        );
        assert_eq!(shell_word("/home/on call/ca.pem"), "'/home/on call/ca.pem'");
        assert_eq!(shell_word("it's"), r"'it'\''s'");
        assert_eq!(shell_word(""), "''");
    }
}
