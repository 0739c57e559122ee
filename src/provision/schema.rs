//! The JSON Schema of the manifest, for editors.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::manifest::Manifest;

/// The schema of a manifest as it is written: with variables, items for many and files of workers.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Manifest>();
    RecursiveTransform(allow_variables).transform(&mut schema);
    let mut schema = schema.to_value();
    add_property(
        &mut schema,
        "workers_file",
        json!({
            "description": "Files with workers, beside the manifest: YAML, JSON, TOML or CSV.",
            "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "type": "string" } },
            ],
        }),
    );
    let definitions = schema.get_mut("$defs").and_then(Value::as_object_mut);
    for (name, definition) in definitions.into_iter().flatten() {
        if IN_LISTS.contains(&name.as_str()) {
            add_property(
                definition,
                "for_each",
                json!({
                    "description": "A list or mapping; the item stands here once for each of its \
                                    elements, as `${each.value}`, `${each.key}`, `${each.field}`.",
                    "type": ["array", "object"],
                }),
            );
        }
    }
    schema
}

/// What stands in lists.
const IN_LISTS: [&str; 8] = [
    "ActivitySpec",
    "TaskChannelSpec",
    "QueueSpec",
    "WorkflowSpec",
    "FilterSpec",
    "TargetSpec",
    "WorkerSpec",
    "PhoneNumberSpec",
];

fn add_property(schema: &mut Value, name: &str, property: Value) {
    let properties = schema
        .as_object_mut()
        .expect("a schema of a struct is an object")
        .entry("properties")
        .or_insert_with(|| Value::Object(Map::new()));
    properties[name] = property;
}

/// Where a number, a word or a truth value stands, a variable may stand.
fn allow_variables(schema: &mut Schema) {
    const LIMITED: [&str; 6] = ["type", "minimum", "maximum", "format", "enum", "oneOf"];
    let is_value = schema.get("type").is_some_and(|kind| {
        let names = |name: &Value| matches!(name.as_str(), Some("integer" | "boolean"));
        names(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(names))
    });
    // The words of an order, each with its description.
    let is_word = schema.get("oneOf").is_some();
    if !is_value && !is_word {
        return;
    }
    let mut plain = Map::new();
    for key in LIMITED {
        if let Some(value) = schema.remove(key) {
            plain.insert(key.to_owned(), value);
        }
    }
    let variable = json!({ "type": "string", "pattern": r"^\$\{[^}]+\}$" });
    schema.insert("anyOf".to_owned(), json!([plain, variable]));
}

/// A list of event types, or Twilio's own text of them.
pub(super) fn event_types(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "anyOf": [
            { "type": "array", "items": { "type": "string" } },
            { "type": ["string", "null"] },
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_pinned() {
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_snapshot_path("../../docs");
        settings.bind(|| insta::assert_json_snapshot!("manifest.schema", schema()));
    }

    #[test]
    fn everything_is_described() {
        fn walk(path: &str, schema: &Value, bare: &mut Vec<String>) {
            let properties = schema["properties"].as_object().into_iter().flatten();
            for (name, property) in properties {
                let path = format!("{path}.{name}");
                if property["description"].as_str().is_none_or(str::is_empty) {
                    bare.push(path.clone());
                }
            }
        }
        let schema = schema();
        let mut bare = Vec::new();
        walk("", &schema, &mut bare);
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            walk(name, definition, &mut bare);
        }
        assert_eq!(bare, [""; 0]);
    }
}
