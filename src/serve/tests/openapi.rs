use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::{Request, header};
use tower::ServiceExt as _;

use serde_json::Value;

use super::lab::Lab;
use crate::serve::openapi::document;

fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .map(|(path, methods)| {
            let methods = methods.as_object().unwrap();
            (path.clone(), methods.keys().cloned().collect())
        })
        .collect()
}

/// The paths of a router, which tells them to nobody but who debugs it.
fn paths(router: &axum::Router) -> BTreeSet<String> {
    let told = format!("{router:?}");
    let start = told.find("paths: {").unwrap();
    let end = start + told[start..].find("} }").unwrap();
    told[start..end]
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|path| path.starts_with('/') && !path.contains("__private__"))
        .map(ToOwned::to_owned)
        .collect()
}

#[tokio::test]
async fn every_route_is_documented_and_every_documented_one_is_there() {
    let lab = Lab::new();
    let router = lab.router();
    let mut mounted = BTreeMap::new();
    for path in paths(&router) {
        // A method that nothing has: the refusal names those that there are.
        let request = Request::builder()
            .method("PROPFIND")
            .uri(path.replace(['{', '}'], ""))
            .body(Body::empty())
            .unwrap();
        let answer = router.clone().oneshot(request).await.unwrap();
        let allowed = answer.headers().get(header::ALLOW);
        let allowed = allowed.unwrap_or_else(|| panic!("{path}: {}", answer.status()));
        let methods: BTreeSet<String> = allowed
            .to_str()
            .unwrap()
            .split(',')
            .map(|method| method.trim().to_lowercase())
            .filter(|method| method != "head")
            .collect();
        mounted.insert(path, methods);
    }
    assert!(mounted.len() > 10, "{mounted:?}");
    assert_eq!(mounted, documented());
}

#[tokio::test]
async fn the_description_is_served_to_anybody() {
    let got = Lab::new().get("/openapi.json", &[]).await;
    assert_eq!(got.status, 200);
    assert_eq!(got.headers["content-type"], "application/json");
    assert_eq!(got.json(), document());
}

#[test]
fn references_lead_somewhere_and_names_are_given_once() {
    fn walk<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    match value.as_str() {
                        Some(target) if name == "$ref" => found.push(target),
                        _ => walk(value, found),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
            _ => {}
        }
    }

    let document = document();
    let mut references = Vec::new();
    walk(&document, &mut references);
    assert!(references.len() > 50);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    let mut names = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name), "{method} {path}: {name}");
            // Each answer by its status: one for all others would document whatever comes.
            let answers = operation["responses"].as_object().unwrap();
            let good = ["200", "204", "302", "303", "308"];
            assert!(good.iter().any(|status| answers.contains_key(*status)));
            assert!(!answers.contains_key("default"), "{method} {path}");
        }
    }
}

#[test]
fn every_field_is_described() {
    let document = document();
    let mut bare = Vec::new();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (field, schema) in schema["properties"].as_object().into_iter().flatten() {
            if schema["description"].as_str().is_none_or(str::is_empty) {
                bare.push(format!("{name}.{field}"));
            }
        }
    }
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn parameters_are_described_as_they_are_read() {
    let document = document();
    let parameters = document["paths"]["/stats"]["get"]["parameters"]
        .as_array()
        .unwrap();
    let minutes = &parameters[0];
    assert_eq!(minutes["name"], "minutes");
    assert_eq!(minutes["schema"]["type"], "integer");
    assert_eq!(minutes["schema"]["maximum"], 44_640);
    let names: Vec<_> = parameters
        .iter()
        .map(|parameter| parameter["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "minutes",
            "from",
            "to",
            "queue",
            "workflow",
            "channel",
            "team",
            "If-None-Match"
        ]
    );
}

#[tokio::test]
async fn parameters_that_are_not_described_are_not_overlooked() {
    let lab = Lab::new();
    let document = document();
    let names = [
        "minutes", "from", "to", "queue", "workflow", "channel", "team", "status", "limit", "after",
    ];
    for path in [
        "/stats",
        "/stats/stream",
        "/stats/tasks",
        "/stats/workers",
        "/stats/queues/Support",
        "/stats/minutes",
        "/stats/events",
        "/events/stream",
    ] {
        let described = document["paths"][path.replace("/Support", "/{name}")]["get"]["parameters"]
            .as_array()
            .unwrap();
        for name in names {
            let wanted = if described.iter().any(|known| known["name"] == name) {
                format!("`{name}` is empty")
            } else {
                format!("there is no parameter `{name}` here")
            };
            let got = lab.get(&format!("{path}?{name}="), &[]).await;
            assert_eq!(got.status, 400, "{path} {name}");
            assert!(got.body.contains(&wanted), "{path} {name}: {}", got.body);
        }
    }
}
