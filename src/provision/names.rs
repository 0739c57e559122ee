//! SIDs by name inside expressions.
//!
//! Some expressions need a SID: `worker.sid == "WK…"`, `workers.WA… == 0`. A manifest writes
//! `${worker.sid:Dave}` and `${activity.sid:Break}` in its place, and likewise for `task_queue`,
//! `workflow` and `task_channel`; a closing brace in a name is doubled. To read and to compare such
//! an expression, every reference is replaced by a stand-in, a SID that depends on the name alone.

use std::borrow::Cow;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::kind::Kind;

/// The kinds of things that can be referred to.
pub const REFERABLE: [Kind; 5] = [
    Kind::Activity,
    Kind::TaskChannel,
    Kind::TaskQueue,
    Kind::Workflow,
    Kind::Worker,
];

/// A reference found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameReference {
    /// What is referred to.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Bytes of the text that it takes.
    pub span: std::ops::Range<usize>,
}

/// How a reference is written.
pub fn written(kind: Kind, name: &str) -> String {
    format!("${{{}.sid:{}}}", kind.word(), name.replace('}', "}}"))
}

/// The reference that a text begins with; its span begins at 0.
pub(super) fn at_start(text: &str) -> Option<NameReference> {
    let rest = text.strip_prefix("${")?;
    let (kind, rest) = REFERABLE.into_iter().find_map(|kind| {
        let rest = rest.strip_prefix(kind.word())?.strip_prefix(".sid:")?;
        Some((kind, rest))
    })?;
    let mut name = String::new();
    let mut signs = rest.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if sign == '}' {
            if signs.peek().is_some_and(|(_, next)| *next == '}') {
                signs.next();
            } else {
                let end = text.len() - rest.len() + at + 1;
                return Some(NameReference {
                    kind,
                    name,
                    span: 0..end,
                });
            }
        }
        name.push(sign);
    }
    None
}

/// The references in a text, in order.
pub fn references(text: &str) -> Vec<NameReference> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("${") {
        let start = from + at;
        if let Some(mut reference) = at_start(&text[start..]) {
            reference.span = start..start + reference.span.end;
            from = reference.span.end;
            found.push(reference);
        } else {
            from = start + 2;
        }
    }
    found
}

/// The text with every reference replaced by what `sid` gives; where it gives nothing the
/// reference stays.
pub fn resolved(text: &str, mut sid: impl FnMut(&NameReference) -> Option<String>) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for reference in references(text) {
        if let Some(sid) = sid(&reference) {
            out.push_str(&text[from..reference.span.start]);
            out.push_str(&sid);
            from = reference.span.end;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Rewrites every text inside a document.
pub fn in_texts(document: &mut Value, mut rewrite: impl FnMut(&str) -> Cow<'_, str>) {
    fn walk(value: &mut Value, rewrite: &mut impl FnMut(&str) -> Cow<'_, str>) {
        match value {
            Value::String(text) => {
                if let Cow::Owned(new) = rewrite(text) {
                    *text = new;
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, rewrite)),
            Value::Object(members) => members.values_mut().for_each(|item| walk(item, rewrite)),
            _ => {}
        }
    }
    walk(document, &mut rewrite);
}

/// The text with every reference replaced by its stand-in.
pub fn stand_ins(text: &str) -> Cow<'_, str> {
    resolved(text, |reference| {
        Some(stand_in(reference.kind, &reference.name))
    })
}

/// A SID that depends on kind and name alone.
pub fn stand_in(kind: Kind, name: &str) -> String {
    let digest = Sha256::digest(format!("{}:{name}", kind.word()));
    format!("{}{}", kind.prefix(), hex::encode(&digest[..16]))
}

/// The text with the SIDs that `name` knows replaced by references.
pub fn named(text: &str, mut name: impl FnMut(Kind, &str) -> Option<String>) -> Cow<'_, str> {
    const LENGTH: usize = 34;
    let bytes = text.as_bytes();
    let mut out = String::new();
    let mut from = 0;
    let mut at = 0;
    while at + LENGTH <= bytes.len() {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let alone = (at == 0 || !is_word(bytes[at - 1]))
            && bytes.get(at + LENGTH).is_none_or(|byte| !is_word(*byte));
        let hex = || {
            bytes[at + 2..at + LENGTH]
                .iter()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        let kind = REFERABLE
            .into_iter()
            .find(|kind| bytes[at..].starts_with(kind.prefix().as_bytes()));
        let found = kind
            .filter(|_| alone && hex())
            .and_then(|kind| Some(written(kind, &name(kind, &text[at..at + LENGTH])?)));
        if let Some(reference) = found {
            out.push_str(&text[from..at]);
            out.push_str(&reference);
            at += LENGTH;
            from = at;
        } else {
            at += 1;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sid::WorkerSid;

    const WORKER: &str = "WK0123456789abcdef0123456789abcdef";
    const ACTIVITY: &str = "WA0123456789abcdef0123456789abcdef";

    #[test]
    fn sids_become_names_and_names_sids() {
        let text = format!("worker.sid == \"{WORKER}\" OR workers.{ACTIVITY} == 0 OR x == 'W'");
        let name = |kind, sid: &str| match (kind, sid) {
            (Kind::Worker, WORKER) => Some("Da}ve".to_owned()),
            (Kind::Activity, ACTIVITY) => Some("On {break}".to_owned()),
            other => panic!("{other:?}"),
        };
        let by_name = named(&text, name);
        assert_eq!(
            by_name,
            "worker.sid == \"${worker.sid:Da}}ve}\" OR workers.${activity.sid:On {break}}} == 0 \
             OR x == 'W'"
        );
        let back = resolved(&by_name, |reference| match reference.kind {
            Kind::Worker => Some(WORKER.to_owned()),
            _ => Some(ACTIVITY.to_owned()),
        });
        assert_eq!(back, text);
    }

    #[test]
    fn what_is_no_reference_is_left_alone() {
        for text in ["", "a ${b} ${worker:x} ${worker.sid:open", "$${", "WK12"] {
            assert_eq!(references(text), [], "{text}");
            assert_eq!(stand_ins(text), text);
        }
        let longer = format!("{WORKER}0 x{WORKER}");
        assert_eq!(named(&longer, |_, _| Some(String::new())), longer);
    }

    #[test]
    fn stand_ins_are_sids_that_depend_on_the_name() {
        let dave = stand_in(Kind::Worker, "dave");
        assert!(dave.parse::<WorkerSid>().is_ok(), "{dave}");
        assert_eq!(dave, stand_in(Kind::Worker, "dave"));
        assert_ne!(dave, stand_in(Kind::Worker, "susan"));
        assert_eq!(
            stand_ins("worker.sid == '${worker.sid:dave}'"),
            format!("worker.sid == '{dave}'")
        );
    }
}
