//! The JSON Schema of the manifest, for editors.

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::manifest::Manifest;

/// The schema of a manifest as it is written: with variables, items for many and files of workers.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Manifest>();
    allow_variables(&mut schema);
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

    // What is inside first: what is made here must not be looked at again.
    transform_subschemas(&mut allow_variables, schema);
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
    use crate::provision::templates::TEMPLATES;

    /// `TRCTL_BLESS=1` writes it anew.
    #[test]
    fn the_schema_in_the_documentation_is_this_one() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/manifest.schema.json");
        let schema = format!("{:#}\n", schema());
        if std::env::var_os("TRCTL_BLESS").is_some() {
            std::fs::write(file, &schema).unwrap();
        }
        assert_eq!(std::fs::read_to_string(file).unwrap(), schema);
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
    /// What is wrong with a document, by the keywords that this schema uses.
    fn violations(schema: &Value, root: &Value, document: &Value, path: &str) -> Vec<String> {
        let mut found = Vec::new();
        let inner =
            |schema: &Value, document: &Value, path: &str| violations(schema, root, document, path);
        for (keyword, rule) in schema.as_object().into_iter().flatten() {
            match keyword.as_str() {
                "$ref" => {
                    let pointer = rule.as_str().unwrap().strip_prefix('#').unwrap();
                    found.extend(inner(root.pointer(pointer).unwrap(), document, path));
                }
                "type" => {
                    let kind = match document {
                        Value::Null => "null",
                        Value::Bool(_) => "boolean",
                        Value::Number(number) if number.is_f64() => "number",
                        Value::Number(_) => "integer",
                        Value::String(_) => "string",
                        Value::Array(_) => "array",
                        Value::Object(_) => "object",
                    };
                    let fits = match rule {
                        Value::Array(kinds) => kinds.contains(&kind.into()),
                        one => one == kind,
                    };
                    if !fits {
                        found.push(format!("{path}: {kind} is not {rule}"));
                    }
                }
                "anyOf" | "oneOf" => {
                    let rules = rule.as_array().unwrap();
                    let all: Vec<_> = rules
                        .iter()
                        .map(|rule| inner(rule, document, path))
                        .collect();
                    if all.iter().all(|found| !found.is_empty()) {
                        found.extend(all.concat());
                    }
                }
                "properties" => {
                    for (name, value) in document.as_object().into_iter().flatten() {
                        if let Some(rule) = rule.get(name) {
                            found.extend(inner(rule, value, &format!("{path}.{name}")));
                        } else if schema["additionalProperties"] == false {
                            found.push(format!("{path}: unknown key {name}"));
                        }
                    }
                }
                "additionalProperties" if rule.is_object() => {
                    for (name, value) in document.as_object().into_iter().flatten() {
                        found.extend(inner(rule, value, &format!("{path}.{name}")));
                    }
                }
                "items" => {
                    for item in document.as_array().into_iter().flatten() {
                        found.extend(inner(rule, item, &format!("{path}[]")));
                    }
                }
                "required" => {
                    for name in rule.as_array().unwrap() {
                        if document.is_object() && document.get(name.as_str().unwrap()).is_none() {
                            found.push(format!("{path}: {name} is missing"));
                        }
                    }
                }
                "const" if rule != document => found.push(format!("{path}: not {rule}")),
                "minimum" if document.as_f64() < rule.as_f64() => {
                    found.push(format!("{path}: less than {rule}"));
                }
                "maximum" if document.as_f64() > rule.as_f64() => {
                    found.push(format!("{path}: more than {rule}"));
                }
                // The only one: a value that is nothing but a variable.
                "pattern" if !document.as_str().is_some_and(|text| text.starts_with("${")) => {
                    found.push(format!("{path}: no variable"));
                }
                _ => {}
            }
        }
        found
    }

    #[test]
    fn the_templates_fit_the_schema() {
        let schema = schema();
        for template in TEMPLATES {
            let options = serde_saphyr::options! { strict_booleans: true };
            let document: Value =
                serde_saphyr::from_str_with_options(template.text, options).unwrap();
            let found = violations(&schema, &schema, &document, template.name);
            assert_eq!(found, [""; 0]);
        }
    }

    #[test]
    fn what_does_not_fit_is_found() {
        let schema = schema();
        let found = |document: Value| violations(&schema, &schema, &document, "").join("; ");
        for (document, expected) in [
            (json!({"workes": []}), ": unknown key workes"),
            (
                json!({"task_queues": [{}]}),
                ".task_queues[]: \"friendly_name\" is missing",
            ),
            (
                json!({"workflows": [{"friendly_name": "a", "task_reservation_timeout": 0}]}),
                "less than 1",
            ),
            (json!({"prioritize_queue_order": "FILO"}), "not \"FIFO\""),
            (json!({"multi_task_enabled": "yes"}), "string is not"),
            (
                json!({"workers": [{"friendly_name": "a", "channels": {"voice": "x"}}]}),
                "no variable",
            ),
        ] {
            let found = found(document);
            assert!(found.contains(expected), "{found}");
        }
        for fitting in [
            json!({}),
            json!({"prioritize_queue_order": "${ORDER:-FIFO}", "events_filter": "a,b"}),
            json!({"workers": [{"friendly_name": "a", "channels": {"voice": 1, "chat": {"capacity": 2}}}]}),
        ] {
            assert_eq!(found(fitting), "");
        }
    }
}
