//! `/_emulator/` in a browser: the same as `/_emulator/inspect`, to look at. A page without
//! scripts, forms and links, that asks for itself every few seconds.

use std::sync::{Arc, LazyLock};

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use minijinja::{Environment, Value, value};

use super::inspect::Inspection;
use super::summary;
use crate::emulator::http::Problem;
use crate::emulator::shared::Shared;
use crate::output::age;

/// The name decides that every value is escaped as HTML needs it.
const NAME: &str = "page.html";

static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.add_filter("age", |seconds: Option<u64>| {
        seconds.map_or_else(String::new, age::short)
    });
    templates.add_filter("shown", |value: Value| {
        if value.is_none() {
            Value::from("")
        } else {
            value
        }
    });
    templates
        .add_template(NAME, include_str!("page.html"))
        .expect("a test renders the page");
    templates
});

/// Nothing but the page's own style; it is nobody's frame.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

/// The page for a browser, the summary in JSON for everybody else.
pub(super) async fn summary_or_page(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
) -> Response {
    let mut response = if wants_page(&headers) {
        page(&shared)
    } else {
        summary(State(shared)).await
    };
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("Accept"));
    response
}

fn wants_page(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|accepted| accepted.contains("text/html"))
}

fn page(shared: &Arc<Shared>) -> Response {
    let rendered = TEMPLATES
        .get_template(NAME)
        .and_then(|template| template.render(value::Serde(Inspection::of(shared))));
    let mut response = match rendered {
        Ok(page) => Html(page).into_response(),
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "no page");
            return Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                20500,
                "The page cannot be shown",
            )
            .into_response();
        }
    };
    for (name, text) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(text));
    }
    response
}
