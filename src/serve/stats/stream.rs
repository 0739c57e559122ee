//! `GET /stats/stream`: the figures whenever they change, at most once a second.
//!
//! Every message is the whole answer of `/stats`, and its id says which: a reader that comes again
//! with the id of the answer it has is told nothing until there is another.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::response::sse::Event;
use futures::{Stream, stream};

use super::answers::Given;
use super::parameters::Known;
use super::{Asking, Viewer};
use crate::serve::live::{self, Seat};
use crate::serve::problem::Problem;
use crate::serve::shared::Shared;

/// Between one answer and the next. Windows move on with the clock, so that there may be another
/// without any event.
const PAUSE: Duration = Duration::from_secs(1);

pub(super) async fn follow(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Figures)?;
    let seat = Seat::take(&asking.shared)?;
    // What is wrong with the question is told before the stream begins.
    let first = asking.figures().await?;
    let known = headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok())
        .map(|value| Arc::from(value.trim()));
    Ok(live::answer(figures(Reader {
        asking,
        known,
        next: Some(first),
        _seat: seat,
    })))
}

struct Reader {
    asking: Asking,
    /// The id of the answer the reader has.
    known: Option<Arc<str>>,
    next: Option<Given>,
    _seat: Seat,
}

fn figures(reader: Reader) -> impl Stream<Item = Result<Event, Infallible>> + Send {
    stream::unfold(reader, |mut reader| async move {
        loop {
            let given = match reader.next.take() {
                Some(given) => given,
                None => reader.ask_again().await?,
            };
            if reader.known.as_ref() != Some(&given.tag)
                && let Ok(data) = std::str::from_utf8(&given.body)
            {
                let message = Event::default().id(&*given.tag).event("stats").data(data);
                reader.known = Some(given.tag);
                return Some((Ok(message), reader));
            }
        }
    })
}

impl Reader {
    /// The answer a moment later; nothing when the stream has to end.
    async fn ask_again(&mut self) -> Option<Given> {
        let stop = self.asking.shared.stop.clone();
        stop.run_until_cancelled(tokio::time::sleep(PAUSE)).await?;
        self.asking.now = self.asking.shared.now();
        let given = stop.run_until_cancelled(self.asking.figures()).await?;
        if given.is_err() {
            // The reader comes again with the id of what it has.
            tracing::warn!("a reader of the figures was cut off");
        }
        given.ok()
    }
}
