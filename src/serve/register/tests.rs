//! What is remembered of what stood there, and what is put back.

use serde_json::json;

use super::*;
use crate::model::sid::{AccountSid, Sid as _};

fn pointer(before: &Json, wanted: &str) -> Pointer {
    Pointer {
        place: Place::noted("number", "/numbers/1").unwrap(),
        sid: "PN1".to_owned(),
        name: "+15550100".to_owned(),
        fields: vec![Field {
            name: "voice_url",
            parameter: "VoiceUrl",
            before: before.clone(),
            wanted: wanted.to_owned(),
        }],
    }
}

fn record() -> Record {
    Record::new(AccountSid::from_bits(1), WorkspaceSid::from_bits(1))
}

/// Points a number, which has these values one after the other, at these servers.
fn pointed(steps: &[(&str, &str)]) -> Option<KeptField> {
    let mut record = record();
    for (before, wanted) in steps {
        record.take_in(
            &[pointer(&json!(before), wanted)],
            "https://x",
            jiff::Timestamp::UNIX_EPOCH,
        );
    }
    let kept = record.resources.pop()?;
    Some(kept.fields[0].clone())
}

#[test]
fn what_stood_there_first_is_remembered() {
    for (steps, before, left) in [
        (&[("mine", "one")][..], "mine", "one"),
        // A second server takes the first one's place.
        (&[("mine", "one"), ("one", "two")], "mine", "two"),
        // The first run broke off before the change.
        (&[("mine", "one"), ("mine", "one")], "mine", "one"),
        // Somebody put something else there in between.
        (&[("mine", "one"), ("other", "two")], "other", "two"),
        (&[("mine", "one"), ("one", "one")], "mine", "one"),
    ] {
        let field = pointed(steps).unwrap();
        assert_eq!(field.before, json!(before), "{steps:?}");
        assert_eq!(field.left, left, "{steps:?}");
    }
    // What pointed there already was not changed, so there is nothing to put back.
    assert_eq!(pointed(&[("one", "one")]), None);
}

#[test]
fn everything_that_is_pointed_at_is_answered() {
    use crate::serve::{assignment, voice};

    let voice: Vec<&str> = voice::ROUTES.iter().map(|(path, _)| *path).collect();
    for path in [INCOMING, FALLBACK, STATUS] {
        assert!(voice.contains(&path), "{path}");
    }
    for path in [ASSIGNMENT, ASSIGNMENT_FALLBACK] {
        assert!(assignment::PATHS.contains(&path), "{path}");
    }
}

#[test]
fn only_what_nobody_changed_is_put_back() {
    let field = |name: &str, before: Json, left: &str| KeptField {
        name: name.to_owned(),
        parameter: name.to_uppercase(),
        before,
        left: left.to_owned(),
    };
    let kept = Kept {
        kind: "number".to_owned(),
        path: String::new(),
        sid: String::new(),
        name: String::new(),
        fields: vec![
            field("ours", json!("mine"), "left"),
            field("theirs", json!("mine"), "left"),
            field("back", json!("mine"), "left"),
            field("cleared", json!(null), "left"),
            field("voice_method", json!(null), "POST"),
        ],
    };
    let now = json!({
        "ours": "left", "theirs": "new", "back": "mine", "cleared": "left", "voice_method": "POST",
    });
    let restoration = Restoration::of(&kept, &now);
    let names = |fields: &[&KeptField]| -> Vec<String> {
        fields.iter().map(|field| field.name.clone()).collect()
    };
    assert_eq!(names(&restoration.back), ["ours", "cleared"]);
    let changed: Vec<_> = restoration
        .changed
        .iter()
        .map(|(field, now)| (field.name.as_str(), now.as_str()))
        .collect();
    assert_eq!(changed, [("theirs", "new")]);
}

#[test]
fn a_record_outlives_the_process_and_ends_with_its_last_resource() {
    let directory = tempfile::tempdir().unwrap();
    let path = Record::path(directory.path(), WorkspaceSid::from_bits(1));
    assert_eq!(Record::read(&path).unwrap(), None);
    let mut record = record();
    let at = jiff::Timestamp::UNIX_EPOCH;
    record.take_in(&[pointer(&json!("mine"), "one")], "https://x", at);
    record.write(&path).unwrap();
    assert_eq!(Record::read(&path).unwrap(), Some(record.clone()));
    record.resources.clear();
    record.write(&path).unwrap();
    assert!(!path.exists());
    record.write(&path).unwrap();
    std::fs::write(&path, "[]").unwrap();
    assert!(matches!(
        Record::read(&path),
        Err(RecordError::Damaged { .. })
    ));
}
