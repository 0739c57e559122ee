//! The JSON Schema of the manifest, for editors.

use schemars::{Schema, SchemaGenerator, json_schema};

/// A list of event types, or Twilio's own text of them.
pub(super) fn event_types(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "anyOf": [
            { "type": "array", "items": { "type": "string" } },
            { "type": ["string", "null"] },
        ],
    })
}
