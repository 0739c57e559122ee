use proptest::prelude::*;
use serde_json::json;

use super::*;

fn entry(name: &str, attributes: Json) -> Entry {
    let Json::Object(attributes) = attributes else {
        panic!("{attributes} is not an object");
    };
    Entry {
        friendly_name: name.to_owned(),
        attributes,
        ..Entry::default()
    }
}

/// Without the lines, which are not written down.
fn read_again(text: &str, format: Format) -> Vec<Entry> {
    let mut entries = read(text, format).unwrap_or_else(|error| panic!("{error}\n{text}"));
    for entry in &mut entries {
        entry.line = 0;
    }
    entries
}

fn come_back(entries: &[Entry]) {
    for (format, spread) in [
        (Format::Csv, Spread::Columns),
        (Format::Csv, Spread::Json),
        (Format::Ndjson, Spread::Columns),
    ] {
        let text = write(entries, format, spread);
        assert_eq!(read_again(&text, format), entries, "{format:?}\n{text}");
    }
}

#[test]
fn awkward_values_come_back_as_they_were() {
    for value in [
        json!("plain"),
        json!(""),
        json!(" 5 "),
        json!("5"),
        json!(5),
        json!(5.0),
        json!(0.1),
        json!(-3),
        json!(1e300),
        json!(u64::MAX),
        json!("true"),
        json!(true),
        json!(null),
        json!("null"),
        json!("say \"hi\", twice"),
        json!("\"quoted\""),
        json!("two\nlines"),
        json!("two\r\nlines\r"),
        json!("größe 日本 🎧"),
        json!("\u{feff}mark"),
        json!("tab\tand nul\u{0}"),
        json!("=SUM(A1)"),
        json!("+15550100"),
        json!("0123"),
        json!(["a", 1, null]),
        json!([]),
        json!({}),
        json!("{"),
        json!("[1]"),
        json!({"deep": {"er": [{}]}}),
        json!({"with.dot": 1}),
        json!({"": 1}),
        json!({" padded": {"a": 1}}),
    ] {
        come_back(&[entry("dave", json!({"x": value.clone()}))]);
        come_back(&[
            entry(
                "dave",
                json!({"x": value.clone(), "y.z": value.clone(), "": value}),
            ),
            entry("edith", json!({"x": {"a": 1}})),
        ]);
    }
    for name in ["a,b", "\"q\"", "two\nlines", "größe", " padded "] {
        come_back(&[entry(name, json!({}))]);
    }
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        any::<String>().prop_map(Json::from),
        "[0-9. {}\\[\\]\"a,\r\n]{0,6}".prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            proptest::collection::btree_map("[a-c. ]{0,2}", inner, 0..4)
                .prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let channel = (
        proptest::option::of(any::<u32>()),
        proptest::option::of(any::<bool>()),
    )
        .prop_map(|(capacity, available)| ChannelEntry {
            capacity,
            available,
        })
        .prop_filter("one that says nothing is not written", |it| !it.is_empty());
    (
        ".{0,8}[a-z]",
        proptest::option::of("[^\\s]{1,8}"),
        proptest::collection::btree_map("[a-c. \n]{0,3}|.{0,4}", any_json(), 0..5),
        proptest::collection::btree_map("[a-z.]{1,6}", channel, 0..3),
    )
        .prop_map(|(friendly_name, activity, attributes, channels)| Entry {
            line: 0,
            friendly_name,
            activity,
            attributes: attributes.into_iter().collect(),
            channels: channels
                .into_iter()
                .filter(|(name, _)| name.trim() == name)
                .collect(),
        })
}

proptest! {
    #[test]
    fn any_worker_comes_back_as_it_was(one in any_entry(), mut other in any_entry()) {
        other.friendly_name.push_str("-other");
        prop_assume!(one.friendly_name.to_lowercase() != other.friendly_name.to_lowercase());
        come_back(&[one, other]);
    }
}

#[test]
fn a_table_is_laid_out_for_people() {
    let mut dave = entry(
        "dave",
        json!({"skills": ["a", "b"], "contact": {"uri": "client:dave", "pin": "0042"}}),
    );
    dave.activity = Some("Offline".to_owned());
    dave.channels.insert(
        "voice".to_owned(),
        ChannelEntry {
            capacity: Some(2),
            available: Some(true),
        },
    );
    let edith = entry("edith", json!({"level": "5"}));
    let text = write(&[dave, edith], Format::Csv, Spread::Columns);
    insta::assert_snapshot!(text, @r#"
    friendly_name,activity,attributes.contact.pin,attributes.contact.uri,attributes.level,attributes.skills,channels.voice.capacity,channels.voice.available
    dave,Offline,0042,client:dave,,"[""a"",""b""]",2,true
    edith,,,,"""5""",,,
    "#);
}

#[test]
fn what_a_row_does_not_say_is_left_alone() {
    let read = read_again(
        "friendly_name, activity,attributes.level,channels.chat.capacity\ndave,,,\n",
        Format::Csv,
    );
    assert_eq!(read, [entry("dave", json!({}))]);
    let read = read_again(
        r#"{"friendly_name":"dave","activity":null}"#,
        Format::Ndjson,
    );
    assert_eq!(read, [entry("dave", json!({}))]);
}

#[test]
fn a_document_and_single_attributes_add_up() {
    let text = "attributes.a.x,friendly_name,attributes\n1,dave,\"{\"\"a\"\":{\"\"y\"\":2},\"\"b\"\":3}\"\n";
    assert_eq!(
        read_again(text, Format::Csv),
        [entry("dave", json!({"a": {"y": 2, "x": 1}, "b": 3}))]
    );
}

#[test]
fn mistakes_are_named_with_their_place() {
    let csv = |text: &str| match read(text, Format::Csv) {
        Ok(read) => panic!("{read:?}"),
        Err(error) => format!("{error} / {}", error.hint().unwrap_or_default()),
    };
    for (text, said) in [
        (
            "friendly_nam\ndave",
            "line 1: there is no column `friendly_nam` / did you mean `friendly_name`?",
        ),
        (
            "name\ndave",
            "line 1: there is no column `name` / did you mean `friendly_name`?",
        ),
        (
            "friendly_name,skills\n",
            "line 1: there is no column `skills` / did you mean `attributes.skills`?",
        ),
        (
            "friendly_name,atributes.a\n",
            "line 1: there is no column `atributes.a` / did you mean `attributes.a`?",
        ),
        (
            "friendly_name,channel.voice.capacty\n",
            "line 1: there is no column `channel.voice.capacty` / did you mean `channels.voice.capacity`?",
        ),
        (
            "friendly_name,channels.voice\n",
            "line 1: there is no column `channels.voice` / did you mean `channels.voice.capacity`?",
        ),
        (
            "friendly_name,Activity \n",
            "line 1: there is no column `Activity` / did you mean `activity`?",
        ),
        (
            "friendly_name,activity,activity\n",
            "line 1: `activity` was there already, as a column further left / ",
        ),
        (
            "friendly_name\ndave\nDave\n",
            "line 3: `Dave` was there already, on line 2 / ",
        ),
        (
            "friendly_name,activity\ndave\n",
            "line 2: has 1 cells, the header has 2 / ",
        ),
        (
            "friendly_name,activity\n,Offline\n",
            "line 2: the worker has no name / ",
        ),
        (
            "friendly_name,channels.voice.capacity\ndave,two\n",
            "line 2: channels.voice.capacity: `two` is not a whole number of tasks / ",
        ),
        (
            "friendly_name,channels.voice.available\ndave,yes\n",
            "line 2: channels.voice.available: `yes` is not true or false / ",
        ),
        (
            "friendly_name,attributes\ndave,[1]\n",
            "line 2: attributes: is not a JSON object / ",
        ),
        (
            "friendly_name,attributes.a,attributes.a.b\ndave,1,2\n",
            "line 2: attributes.a.b: `a` is no object in the same row / ",
        ),
        (
            "friendly_name,attributes.a.b,attributes.a\ndave,1,2\n",
            "line 2: attributes.a: the same row gives it another value / ",
        ),
    ] {
        assert_eq!(csv(text), said, "{text}");
    }
    assert_eq!(read("", Format::Csv), Err(Error::NoNames));
    assert_eq!(read("activity\n", Format::Csv), Err(Error::NoNames));
    let json = |text: &str| read(text, Format::Ndjson).unwrap_err().to_string();
    for (text, said) in [
        ("[]", "line 1: is not a JSON object"),
        (
            "\n{\"friendly_name\":5}",
            "line 2: friendly_name: is not text",
        ),
        ("{}", "line 1: the worker has no name"),
        (
            r#"{"friendly_name":"a","sid":"WK"}"#,
            "line 1: there is no column `sid`",
        ),
        (
            r#"{"friendly_name":"a","attributes":"{}"}"#,
            "line 1: attributes: is not a JSON object",
        ),
        (
            r#"{"friendly_name":"a","channels":{"voice":2}}"#,
            "line 1: channels.voice: is not a JSON object",
        ),
        (
            r#"{"friendly_name":"a","channels":{"voice":{"capacity":-1}}}"#,
            "line 1: channels.voice.capacity: `-1` is not a whole number of tasks",
        ),
        (
            r#"{"friendly_name":"a","channels":{"voice":{"available":"x"}}}"#,
            "line 1: channels.voice.available: `\"x\"` is not true or false",
        ),
        (
            r#"{"friendly_name":"a","channels":{"voice":{"max":1}}}"#,
            "line 1: there is no column `channels.voice.max`",
        ),
    ] {
        assert_eq!(json(text), said, "{text}");
    }
}

#[test]
fn merging_changes_only_what_is_said() {
    let mut document = entry("", json!({"a": {"b": 1, "c": [1]}, "d": 2})).attributes;
    merge(
        &mut document,
        &entry("", json!({"a": {"c": [2], "e": null}, "f": 3})).attributes,
    );
    assert_eq!(
        Json::Object(document),
        json!({"a": {"b": 1, "c": [2], "e": null}, "d": 2, "f": 3})
    );
}
