//! What a browser shows where there is no answer: the problem on a page. Programs, which do not ask for
//! `text/html`, get the problem as it is.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use maud::{Markup, html};

use super::{Page, Theme};
use crate::serve::problem::Detail;

/// A browser that wants to show what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::serve) struct Onlooker {
    /// The way from what was asked for to the root of the server.
    root: String,
    /// Whether the same can be asked again.
    asks: bool,
}

impl Onlooker {
    /// The one who sent a request, if it is one.
    pub(in crate::serve) fn of(request: &Request) -> Option<Self> {
        let wanted = request.headers().get(header::ACCEPT)?.to_str().ok()?;
        if !wanted.contains("text/html") || wanted.contains("json") {
            return None;
        }
        let depth = request.uri().path().matches('/').count();
        Some(Self {
            root: "../".repeat(depth.saturating_sub(1)),
            asks: request.method() == Method::GET,
        })
    }

    /// The same answer on a page, if it is a problem.
    pub(in crate::serve) fn shown(
        &self,
        now: Timestamp,
        number: u64,
        answer: Response,
    ) -> Response {
        let Some(Detail(detail)) = answer.extensions().get::<Detail>() else {
            return answer;
        };
        let status = answer.status();
        let wait = answer.headers().get(header::RETRY_AFTER);
        let wait = wait.and_then(|value| value.to_str().ok()?.parse().ok());
        let page = Page {
            title: "TaskRouter",
            root: &self.root,
            theme: Theme::Browser,
            live: false,
            refresh: None,
            now,
            files: &[],
            bar: html! {},
            main: self.told(status, detail, wait.map(Duration::from_secs), number),
        };
        let (shown, body) = page.into_response().into_parts();
        let mut answer = answer.map(|_| Body::empty());
        *answer.body_mut() = body;
        let headers = answer.headers_mut();
        headers.remove(header::CONTENT_LENGTH);
        headers.extend(shown.headers);
        // A screen on a wall comes back by itself.
        if let Some(seconds) =
            wait.filter(|_| self.asks && status == StatusCode::SERVICE_UNAVAILABLE)
        {
            headers.insert(header::REFRESH, HeaderValue::from(seconds));
        }
        answer
    }

    fn told(
        &self,
        status: StatusCode,
        detail: &str,
        wait: Option<Duration>,
        number: u64,
    ) -> Markup {
        let again = self.asks
            && (status.is_server_error()
                || matches!(
                    status,
                    StatusCode::UNAUTHORIZED | StatusCode::TOO_MANY_REQUESTS
                ));
        html! {
            section.card.trouble aria-labelledby="trouble" {
                h2 #trouble { (heading(status)) }
                p { (sentence(detail)) }
                @if let Some(wait) = wait {
                    p { "It may work again in " (super::spell(wait.as_secs())) "." }
                }
                ul {
                    // An empty address is the page's own.
                    @if again { li { a href="" { "Try again" } } }
                    li { a href={ (self.root) "dashboard" } { "The board" } }
                    li { a href={ (self.root) "agent" } { "The agents' page" } }
                }
                p.quiet { (status.as_u16()) " · request " (number) }
            }
        }
    }
}

fn heading(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => "This cannot be asked like that",
        StatusCode::UNAUTHORIZED => "Who are you?",
        StatusCode::FORBIDDEN => "You may not do this",
        StatusCode::NOT_FOUND | StatusCode::GONE => "There is no such page",
        StatusCode::TOO_MANY_REQUESTS => "Too many at once",
        StatusCode::SERVICE_UNAVAILABLE => "Not just now",
        status if status.is_server_error() => "Something broke",
        _ => "That did not work",
    }
}

/// A problem's detail as people write.
fn sentence(detail: &str) -> String {
    let mut letters = detail.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let mut text: String = first.chain(letters).collect();
    if !text.ends_with(['.', '!', '?']) {
        text.push('.');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::problem::Problem;

    fn request(path: &str, accept: &str) -> Request {
        let request = Request::builder().uri(path).header("accept", accept);
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn who_asks_for_a_page_is_told_from_who_asks_for_data() {
        const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (path, root) in [
            ("/agent", ""),
            ("/agent/act", "../"),
            ("/dashboard/", "../"),
            ("/a/b/c?d=/e", "../../"),
        ] {
            let onlooker = Onlooker::of(&request(path, BROWSER)).unwrap();
            assert_eq!(onlooker.root, root, "{path}");
        }
        for accept in [
            "*/*",
            "application/json",
            "application/json, text/html",
            "text/event-stream",
        ] {
            assert_eq!(Onlooker::of(&request("/agent", accept)), None, "{accept}");
        }
    }

    #[test]
    fn a_problem_becomes_a_page_and_anything_else_stays() {
        let onlooker = Onlooker::of(&request("/agent", "text/html")).unwrap();
        let now = Timestamp::UNIX_EPOCH;
        let wait = Duration::from_secs(5);
        let answer = Problem::unavailable("not <now>", wait).into_response();
        let shown = onlooker.shown(now, 7, answer);
        assert_eq!(shown.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(shown.headers()["content-type"], "text/html; charset=utf-8");
        assert_eq!(shown.headers()["retry-after"], "5");
        assert_eq!(shown.headers()["refresh"], "5");
        let told = onlooker.told(shown.status(), "not <now>", Some(wait), 7);
        let told = told.into_string();
        assert!(told.contains("Not &lt;now&gt;."), "{told}");
        assert!(told.contains("in 0:05."), "{told}");
        assert!(told.contains("request 7"), "{told}");

        let answer = (StatusCode::NOT_FOUND, "as it is").into_response();
        let shown = onlooker.shown(now, 8, answer);
        assert_eq!(shown.headers()["content-type"], "text/plain; charset=utf-8");
    }
}
