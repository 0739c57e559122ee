//! Writes a configuration as the JSON document Twilio reads.

use std::fmt::Display;

use serde_json::{Map, Value as Json, json};

use super::{Configuration, Filter, Target};

impl Configuration {
    /// The document, with expressions in canonical form and the queue named in every target.
    pub fn to_json(&self) -> Json {
        let mut routing = Map::new();
        let filters: Json = self.filters.iter().map(Filter::to_json).collect();
        routing.insert("filters".to_owned(), filters);
        if let Some(target) = &self.default_filter {
            routing.insert("default_filter".to_owned(), target.to_json());
        }
        json!({"task_routing": routing})
    }
}

/// The document as compact JSON text.
impl Display for Configuration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.to_json().fmt(f)
    }
}

impl Filter {
    fn to_json(&self) -> Json {
        let mut members = Map::new();
        if let Some(name) = &self.friendly_name {
            members.insert("filter_friendly_name".to_owned(), json!(name));
        }
        members.insert("expression".to_owned(), text(&self.expression));
        let targets: Json = self.targets.iter().map(Target::to_json).collect();
        members.insert("targets".to_owned(), targets);
        members.into()
    }
}

impl Target {
    fn to_json(&self) -> Json {
        let known_worker = self.known_worker.as_ref();
        let members = [
            ("queue", Some(text(&self.queue))),
            ("priority", self.priority.map(Json::from)),
            ("timeout", self.timeout.map(Json::from)),
            ("expression", self.expression.as_ref().map(text)),
            ("order_by", self.order_by.as_ref().map(text)),
            ("skip_if", self.skip_if.as_ref().map(text)),
            (
                known_worker.map_or("", |known| known.key()),
                known_worker.map(|known| text(known.reference())),
            ),
        ];
        let present = members
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)));
        present.collect::<Map<_, _>>().into()
    }
}

fn text(value: &impl Display) -> Json {
    Json::String(value.to_string())
}
