//! YAML that reads back as the same values, by YAML 1.1 readers too: `no`, `on`, `1_000` and the
//! like are texts and stay texts.

use serde_json::Value as Json;

use super::Error;

/// One JSON document as YAML.
pub(super) fn document(json: &str) -> Result<String, Error> {
    encode(&parse(json)?)
}

/// One JSON document as an item of a YAML sequence.
pub(super) fn item(json: &str) -> Result<String, Error> {
    encode(&[parse(json)?])
}

fn parse(json: &str) -> Result<Json, Error> {
    serde_json::from_str(json).map_err(|cause| failed(&cause))
}

pub(super) fn encode(value: &impl serde::Serialize) -> Result<String, Error> {
    // Block scalars would fold long text: what was written on one line stays on one line.
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
    serde_saphyr::to_string_with_options(value, options).map_err(|cause| failed(&cause))
}

fn failed(cause: &dyn std::fmt::Display) -> Error {
    Error::Encode {
        format: "YAML",
        problem: cause.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_look_like_something_else_stay_texts() {
        let json = serde_json::json!({
            "words": ["no", "on", "y", "Yes", "null", "~", "true", "123", "1_000", "0x1f", "1e3",
                      "2026-01-01", "", " lead", "a: b", "# c", "- d", "12:30:45", ".5", "+1555",
                      "{\"skills\":[\"a\"]}", "line\nbreak", "tab\t", "=", "<<", "0o17", "017"],
            "number": 1, "float": 1.5, "nothing": null, "no": false, "nested": {"on": []},
        });
        let yaml = document(&json.to_string()).unwrap();
        let read: Json = serde_saphyr::from_str(&yaml).unwrap();
        assert_eq!(read, json, "{yaml}");
    }

    #[test]
    fn items_follow_each_other_in_one_sequence() {
        let yaml = [r#"{"a":"x","b":{"c":1}}"#, r#"{"a":"y"}"#]
            .map(|json| item(json).unwrap())
            .concat();
        insta::assert_snapshot!(yaml, @r#"
        - a: x
          b:
            c: 1
        - a: "y"
        "#);
    }
}
