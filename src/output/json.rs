//! JSON text on one line.

use std::borrow::Cow;

/// The same JSON without line breaks and the blanks around them. A line break in JSON text is
/// always between tokens, so nothing but layout goes.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for letter in text.chars() {
        if quoted {
            quoted = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
        } else if letter.is_ascii_whitespace() {
            continue;
        } else {
            quoted = letter == '"';
        }
        line.push(letter);
    }
    Cow::Owned(line)
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn only_layout_goes() {
        assert_eq!(one_line(r#"{ "a": 1 }"#), r#"{ "a": 1 }"#);
        assert_eq!(
            one_line("{\n  \"a b\": \"c \\\" d\\\\\",\r\n  \"e\": [ 1.50 ]\n}"),
            r#"{"a b":"c \" d\\","e":[1.50]}"#
        );
    }
}
