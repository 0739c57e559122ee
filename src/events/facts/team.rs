//! The one attribute that figures are told apart by.

use serde_json::Value;

/// The attribute `team` of a worker or a task: a text, or a number.
pub(crate) fn team_in(attributes: Option<&str>) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Attributes {
        #[serde(default)]
        team: Option<Value>,
    }

    let attributes = attributes
        // A list would be read as the fields in their order.
        .filter(|text| text.trim_start().starts_with('{') && text.contains("\"team\""))?;
    let attributes: Attributes = serde_json::from_str(attributes).ok()?;
    match attributes.team? {
        Value::String(team) => Some(team).filter(|team| !team.is_empty()),
        Value::Number(team) => Some(team.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_is_a_text_or_a_number() {
        for (attributes, wanted) in [
            (r#"{"team":"North","x":[1]}"#, Some("North")),
            (r#"{"x":"team", "team" : 7}"#, Some("7")),
            (r#"{"team":""}"#, None),
            (r#"{"team":["North"]}"#, None),
            (r#"{"team":null}"#, None),
            (r#"{"Team":"North"}"#, None),
            (r#"["team"]"#, None),
            ("{}", None),
            ("not json", None),
        ] {
            assert_eq!(team_in(Some(attributes)).as_deref(), wanted, "{attributes}");
        }
        assert_eq!(team_in(None), None);
    }
}
