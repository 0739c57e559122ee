//! `GET /openapi.json`: what the server answers, for programs. The shapes are made from the types
//! that are sent; what there is to ask stands in `operations`.

mod operations;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::problem;
use super::shared::Shared;
use super::stats::{Asked, MOST_MINUTES_IN_MEMORY, MOST_ROWS_ON_BOARD, statuses};
use operations::{Body, Door, Field, Operation, Parameters};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/openapi.json", get(show))
}

async fn show() -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_string());
    let json = (
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    ([json], TEXT.as_str()).into_response()
}

/// The whole description.
pub(super) fn document() -> Value {
    let mut schemas = SchemaSettings::draft2020_12()
        .for_serialize()
        .with(|settings| settings.definitions_path = "/components/schemas".into())
        .into_generator();
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for operation in operations::all() {
        for method in operation.methods {
            let told = describe(&operation, method, &mut schemas);
            paths
                .entry(operation.path)
                .or_default()
                .insert((*method).to_owned(), told);
        }
    }
    let problem = reference::<problem::Document<'_>>(&mut schemas);
    let problem = json!({
        "description": "A problem, with a sentence about it; who asks for `text/html` is shown a page.",
        "content": {
            "application/problem+json": { "schema": problem },
            "text/html": { "schema": { "type": "string" } },
        },
    });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "trctl serve",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The webhooks of a Twilio TaskRouter contact centre, its events and \
                            its numbers.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "tags": [
            { "name": "numbers", "description": "How things are, and what happened." },
            { "name": "events", "description": "What TaskRouter told." },
            { "name": "old dashboard", "description": "The numbers by their old names." },
            { "name": "pages", "description": "What browsers show." },
            { "name": "old worker application", "description": "The agent's page by its old names." },
            { "name": "flow", "description": "What becomes of calls." },
            { "name": "server", "description": "How the server itself is." },
            { "name": "twilio", "description": "What only Twilio may ask: every request is signed." },
        ],
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "responses": { "Problem": problem },
            "securitySchemes": {
                "password": { "type": "http", "scheme": "basic" },
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": "The token's name, a dot and its secret.",
                },
                "session": { "type": "apiKey", "in": "cookie", "name": "trctl_agent" },
                "signature": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "X-Twilio-Signature",
                    "description": "See https://www.twilio.com/docs/usage/security.",
                },
            },
        },
    })
}

fn reference<T: schemars::JsonSchema>(schemas: &mut SchemaGenerator) -> Value {
    schemas.subschema_for::<T>().to_value()
}

fn describe(operation: &Operation, method: &str, schemas: &mut SchemaGenerator) -> Value {
    let mut answers = Map::new();
    for (status, description, body) in &operation.answers {
        let mut answer = json!({ "description": description });
        if let Some(content) = content(body, schemas) {
            answer["content"] = content;
        }
        answers.insert(status.to_string(), answer);
    }
    for status in operation.problems() {
        answers.insert(
            status.to_string(),
            json!({ "$ref": "#/components/responses/Problem" }),
        );
    }
    let mut told = json!({
        "operationId": operation.id(method),
        "summary": operation.summary,
        "tags": [operation.tag],
        "responses": answers,
        "security": match operation.door {
            Door::Open | Door::SignIn => json!([]),
            // On loopback nobody is asked.
            Door::Readers(_) => json!([{}, { "password": [] }, { "token": [] }]),
            Door::Twilio => json!([{}, { "signature": [] }]),
            Door::Agents => json!([{ "session": [] }]),
            Door::TwilioAndReaders => {
                json!([{}, { "password": [] }, { "token": [] }, { "signature": [] }])
            }
        },
    });
    if let Door::Readers(role) = operation.door {
        told["description"] = format!("For the role `{role}` and those that may more.").into();
        told["x-role"] = role.to_string().into();
    }
    let parameters = parameters(operation.parameters, schemas);
    if !parameters.is_empty() {
        told["parameters"] = parameters.into();
    }
    if method == "post"
        && let Some(content) = operation
            .takes
            .as_ref()
            .and_then(|body| content(body, schemas))
    {
        told["requestBody"] = json!({ "required": true, "content": content });
    }
    told
}

fn content(body: &Body, schemas: &mut SchemaGenerator) -> Option<Value> {
    let mut content = Map::new();
    let mut add = |kind: &str, schema: Value| {
        content.insert(kind.to_owned(), json!({ "schema": schema }));
    };
    let text = || json!({ "type": "string" });
    match body {
        Body::None => return None,
        Body::Json(schema) => add("application/json", schema(schemas)),
        Body::JsonOrOk(schema) => {
            add("application/json", schema(schemas));
            add("text/plain", json!({ "type": "string", "const": "OK" }));
        }
        Body::Stream => add("text/event-stream", text()),
        Body::Metrics => add("application/openmetrics-text", text()),
        Body::Text => add("text/plain", text()),
        Body::Page => add("text/html", text()),
        Body::File => {
            add("text/css", text());
            add("text/javascript", text());
            add("image/svg+xml", text());
        }
        Body::TwiMl => add("text/xml", text()),
        Body::Form => add(
            "application/x-www-form-urlencoded",
            json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        ),
        Body::FormOf(fields) => {
            let fields = fields
                .iter()
                .map(|field| (field.0.to_owned(), text_of(field)));
            let fields: Map<String, Value> = fields.collect();
            add(
                "application/x-www-form-urlencoded",
                json!({
                    "type": "object",
                    "properties": fields,
                    "additionalProperties": { "type": "string" },
                }),
            );
        }
        Body::Events => {
            add(
                "application/x-www-form-urlencoded",
                json!({ "type": "object", "additionalProperties": { "type": "string" } }),
            );
            let event = json!({ "type": "object" });
            add(
                "application/json",
                json!({ "type": "array", "items": event }),
            );
        }
    }
    Some(content.into())
}

fn parameters(parameters: Parameters, schemas: &mut SchemaGenerator) -> Vec<Value> {
    let query = |name: &str, description: &str, schema: Value| json!({ "name": name, "in": "query", "description": description, "schema": schema });
    let header = |name: &str, description: &str| {
        json!({
            "name": name,
            "in": "header",
            "description": description,
            "schema": { "type": "string" },
        })
    };
    let known = header("If-None-Match", "Entity tags of answers that are known.");
    let window = ["minutes", "from", "to"];
    let ends = &window[1..];
    let rows = query(
        "limit",
        "Tasks of each list at most; 20 unless given.",
        json!({ "type": "integer", "minimum": 1, "maximum": MOST_ROWS_ON_BOARD }),
    );
    let mut told = Vec::new();
    match parameters {
        Parameters::None => {}
        Parameters::Window => {
            told.extend(asked(schemas, |name| window.contains(&name)));
            told.push(known);
        }
        Parameters::Figures => {
            told.extend(asked(schemas, |_| true));
            told.push(known);
        }
        Parameters::Queue => {
            told.push(json!({
                "name": "name",
                "in": "path",
                "required": true,
                "description": "The queue's name or SID.",
                "schema": { "type": "string" },
            }));
            told.extend(asked(schemas, |name| name != "queue"));
            told.push(known);
        }
        Parameters::Minutes => {
            told.extend(short(asked(schemas, |name| !ends.contains(&name))));
            told.push(known);
        }
        Parameters::Board => {
            told.extend(short(asked(schemas, |name| !ends.contains(&name))));
            told.push(rows);
            told.push(query(
                "theme",
                "Light or dark; as the browser is set unless given.",
                json!({ "type": "string", "enum": ["browser", "light", "dark"] }),
            ));
        }
        Parameters::BoardStream => {
            told.extend(short(asked(schemas, |name| !ends.contains(&name))));
            told.push(rows);
            told.push(header(
                "Last-Event-ID",
                "The id of the board the reader has: nothing is sent until there is another.",
            ));
        }
        Parameters::File => {
            told.push(json!({
                "name": "file",
                "in": "path",
                "required": true,
                "description": "The file's name, as pages tell it.",
                "schema": { "type": "string" },
            }));
            told.push(known);
        }
        Parameters::OldTasks => {
            told.extend(asked(schemas, |name| !window.contains(&name)));
            told.push(known);
        }
        Parameters::Workers => {
            told.extend(asked(schemas, |name| name == "team"));
            told.push(known);
        }
        Parameters::Tasks => {
            told.extend(asked(schemas, |name| !window.contains(&name)));
            let words: Vec<&str> = statuses().collect();
            let words = json!({ "type": "string", "enum": words });
            told.push(query("status", "Only tasks of this status.", words));
            told.push(query(
                "limit",
                "Tasks to list at most; 1000 unless given.",
                json!({ "type": "integer", "minimum": 1, "maximum": 10_000 }),
            ));
            told.push(known);
        }
        Parameters::FiguresStream => {
            told.extend(asked(schemas, |_| true));
            told.push(header(
                "Last-Event-ID",
                "The id of the answer the reader has: nothing is sent until there is another.",
            ));
        }
        Parameters::EventStream => {
            told.push(query(
                "after",
                "The position behind which to begin; 0 for the first event.",
                json!({ "type": "integer", "minimum": 0 }),
            ));
            told.push(header(
                "Last-Event-ID",
                "The position of the last event the reader has; it goes before `after`.",
            ));
        }
        Parameters::Texts(texts) => {
            for text in texts {
                let (name, description, _) = text;
                let mut schema = text_of(text);
                if let Some(schema) = schema.as_object_mut() {
                    schema.remove("description");
                }
                told.push(query(name, description, schema));
            }
        }
        Parameters::Transfer => {
            for (name, description) in [
                ("call", "The caller's call."),
                ("worker", "The worker who is to take over."),
                ("by", "The worker who passes the call on."),
            ] {
                told.push(json!({
                    "name": name,
                    "in": "path",
                    "required": true,
                    "description": description,
                    "schema": { "type": "string" },
                }));
            }
        }
        Parameters::Hours => {
            let text = json!({ "type": "string" });
            told.push(query(
                "number",
                "The number that is called: it may have hours of its own.",
                text.clone(),
            ));
            told.push(query(
                "at",
                "The moment, with its offset; now unless given.",
                text,
            ));
        }
    }
    told
}

/// The schema of a text.
fn text_of((_, description, words): &Field) -> Value {
    let mut schema = json!({ "type": "string", "description": description });
    if !words.is_empty() {
        schema["enum"] = json!(words);
    }
    schema
}

/// Parameters of a question about what is in memory.
fn short(mut parameters: Vec<Value>) -> Vec<Value> {
    for parameter in &mut parameters {
        if parameter["name"] == "minutes" {
            parameter["schema"]["maximum"] = MOST_MINUTES_IN_MEMORY.into();
        }
    }
    parameters
}

/// What a question may say, as parameters.
fn asked(schemas: &mut SchemaGenerator, wanted: impl Fn(&str) -> bool) -> Vec<Value> {
    let mut asked = schemas.root_schema_for::<Asked>().to_value();
    let properties = asked["properties"].take();
    let properties = properties.as_object().cloned().unwrap_or_default();
    properties
        .into_iter()
        .filter(|(name, _)| wanted(name))
        .map(|(name, mut schema)| {
            let description = schema
                .as_object_mut()
                .and_then(|schema| schema.remove("description"));
            // What may be left out is never `null` in a URL.
            if let Some(kind) = schema["type"].get(0).cloned() {
                schema["type"] = kind;
            }
            json!({ "name": name, "in": "query", "description": description, "schema": schema })
        })
        .collect()
}
