//! `GET /events/stream`: events as they become durable, resumable.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use futures::{Stream, stream};
use tokio::sync::watch;

use super::access::Viewer;
use super::live::{self, Seat};
use super::problem::Problem;
use super::query;
use super::shared::Shared;
use crate::events::Stored;

/// Events that are read from the store at once.
const CHUNK: usize = 200;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/events/stream", get(follow))
}

async fn follow(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let given = query::read(query.as_deref(), &["after"])?;
    let asked = match given.get("after") {
        Some(text) => Some(position(text)?),
        None => None,
    };
    let known = live::last_event_id(&headers)?;
    let seat = Seat::take(&shared)?;
    let positions = shared.store.positions();
    let last = *positions.borrow();
    Ok(live::answer(events(Reader {
        shared,
        viewer,
        positions,
        // Of a store that has been replaced nobody has read too much.
        position: known.or(asked).unwrap_or(last).min(last),
        waiting: VecDeque::new(),
        _seat: seat,
    })))
}

/// The position behind which to begin; 0 for the first event.
fn position(text: &str) -> Result<u64, Problem> {
    // What `FromStr` takes beside digits is a sign.
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let position = text.parse().ok().filter(|_| is_number);
    position.ok_or_else(|| Problem::bad_request("`after` is no position"))
}

struct Reader {
    shared: Arc<Shared>,
    viewer: Arc<Viewer>,
    positions: watch::Receiver<u64>,
    position: u64,
    waiting: VecDeque<Stored>,
    _seat: Seat,
}

fn events(
    reader: Reader,
) -> impl Stream<Item = Result<axum::response::sse::Event, Infallible>> + Send {
    stream::unfold(reader, |mut reader| async move {
        loop {
            while let Some(stored) = reader.waiting.pop_front() {
                if reader.viewer.limits.show_event(&stored.event)
                    && let Some(message) = message(&stored)
                {
                    return Some((Ok(message), reader));
                }
            }
            reader.refill().await?;
        }
    })
}

impl Reader {
    /// The next events, once there are any; nothing when the stream has to end.
    async fn refill(&mut self) -> Option<()> {
        loop {
            let stop = &self.shared.stop;
            let next = self.shared.store.after(self.position, CHUNK);
            match stop.run_until_cancelled(next).await? {
                Ok(events) => {
                    if let Some(last) = events.last() {
                        self.position = last.position;
                        self.waiting = events.into();
                        return Some(());
                    }
                }
                Err(error) => {
                    // The reader comes again from where it is.
                    tracing::warn!(%error, "a reader of events was cut off");
                    return None;
                }
            }
            let position = self.position;
            let come = self.positions.wait_for(|last| *last > position);
            stop.run_until_cancelled(come).await?.ok()?;
        }
    }
}

fn message(stored: &Stored) -> Option<axum::response::sse::Event> {
    let data = serde_json::to_string(stored).ok()?;
    let kind: String = stored
        .event
        .kind
        .chars()
        .filter(|letter| !letter.is_control())
        .collect();
    Some(
        axum::response::sse::Event::default()
            .id(stored.position.to_string())
            .event(kind)
            .data(data),
    )
}
