//! `GET /events/stream`: events as they become durable, resumable.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use futures::{Stream, stream};
use serde::Deserialize;
use tokio::sync::watch;

use super::access::Viewer;
use super::live::{self, Seat};
use super::shared::Shared;
use crate::events::Stored;

/// Events that are read from the store at once.
const CHUNK: usize = 200;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/events/stream", get(follow))
}

#[derive(Debug, Deserialize)]
struct From {
    /// The position behind which to begin; 0 for the first event.
    after: Option<u64>,
}

async fn follow(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    headers: HeaderMap,
    Query(from): Query<From>,
) -> Response {
    let seat = match Seat::take(&shared) {
        Ok(seat) => seat,
        Err(problem) => return problem.into_response(),
    };
    let positions = shared.store.positions();
    let last = *positions.borrow();
    let after = match live::last_event_id(&headers) {
        Ok(Some(position)) => position,
        Ok(None) => from.after.unwrap_or(last),
        Err(problem) => return problem.into_response(),
    };
    live::answer(events(Reader {
        shared,
        viewer,
        positions,
        // Of a store that has been replaced nobody has read too much.
        position: after.min(last),
        waiting: VecDeque::new(),
        _seat: seat,
    }))
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
