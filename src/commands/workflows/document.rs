//! A workflow's rules from a file: the configuration as JSON or YAML, bare or within a workflow as
//! Twilio shows it.

use std::path::Path;

use serde_json::Value as Json;

use crate::exit_code::Failure;

/// The configuration in a file, as JSON text.
pub(super) fn read(path: &Path) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::usage(format!("cannot read `{}`: {error}", path.display())))?;
    from_text(&text, &path.display().to_string())
}

/// The configuration in a text; `place` is what errors call it.
pub(super) fn from_text(text: &str, place: &str) -> anyhow::Result<String> {
    // Without this, a bare `y` or `on` would become a boolean.
    let options = serde_saphyr::options! { strict_booleans: true };
    let document: Json = serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let text = error.to_string();
        let reason = text.strip_prefix("error: ").unwrap_or(&text);
        Failure::usage(format!("`{place}` is neither JSON nor YAML: {reason}"))
    })?;
    configuration(document).ok_or_else(|| {
        Failure::usage(format!(
            "`{place}` is no workflow configuration: `task_routing` is missing"
        ))
        .with_hint("give the document that stands in a workflow's `Configuration`")
        .into()
    })
}

/// The configuration in a document: itself, or under `configuration`, there also as a text.
pub(super) fn configuration(mut document: Json) -> Option<String> {
    if document.get("task_routing").is_some() {
        return Some(document.to_string());
    }
    match document.get_mut("configuration")?.take() {
        Json::String(text) => Some(text),
        inner => inner
            .get("task_routing")
            .is_some()
            .then(|| inner.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configuration_is_found_bare_or_in_a_workflow_as_json_or_yaml() {
        let bare = r#"{"task_routing":{"filters":[]}}"#;
        for text in [
            bare.to_owned(),
            "task_routing:\n  filters: []\n".to_owned(),
            format!("{{\"sid\":\"WW1\",\"configuration\":{}}}", Json::from(bare)),
            "configuration:\n  task_routing: {filters: []}".to_owned(),
        ] {
            assert_eq!(from_text(&text, "f").unwrap(), bare, "{text}");
        }
        let error = from_text("filters: []", "routes.yaml").unwrap_err();
        assert_eq!(
            error.to_string(),
            "`routes.yaml` is no workflow configuration: `task_routing` is missing"
        );
        assert!(from_text("a: [", "f").is_err());
    }
}
