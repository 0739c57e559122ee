//! `GET /stats/stream`: the figures whenever they change, at most once a second.
//!
//! Every message is the whole answer of `/stats`, and its id says which: a reader that comes again
//! with the id of the answer it has is told nothing until there is another. The board is followed the
//! same way.

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
use super::asking::Asking;
use super::parameters::Known;
use crate::serve::access::Viewer;
use crate::serve::live::{self, Seat};
use crate::serve::problem::Problem;
use crate::serve::shared::Shared;

/// Between one answer and the next. Windows move on with the clock, so that there may be another
/// without any event.
const PAUSE: Duration = Duration::from_secs(1);

/// What is told whenever it changes.
pub(in crate::serve) trait Followed: Send + Sync + 'static {
    /// What its messages are called.
    const EVENT: &'static str;
    /// After how many pauses without another answer a reader is told the time, in a message `alive`:
    /// scripts do not see the signs of life that all streams have.
    const ALIVE: Option<u32>;

    /// The answer as it is now.
    fn answer(&self, asking: &Asking) -> impl Future<Output = Result<Given, Problem>> + Send;
}

struct Figures;

impl Followed for Figures {
    const EVENT: &'static str = "stats";
    const ALIVE: Option<u32> = None;

    async fn answer(&self, asking: &Asking) -> Result<Given, Problem> {
        asking.figures().await
    }
}

pub(super) async fn follow(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Figures)?;
    answer(asking, Figures, &headers).await
}

/// The answer that goes on.
pub(in crate::serve) async fn answer(
    asking: Asking,
    followed: impl Followed,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let seat = Seat::take(&asking.shared)?;
    // What is wrong with the question is told before the stream begins.
    let first = followed.answer(&asking).await?;
    let known = headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok())
        .map(|value| Arc::from(value.trim()));
    Ok(live::answer(messages(Reader {
        asking,
        followed,
        known,
        next: Some(first),
        silent: 0,
        _seat: seat,
    })))
}

struct Reader<F> {
    asking: Asking,
    followed: F,
    /// The id of the answer the reader has.
    known: Option<Arc<str>>,
    next: Option<Given>,
    /// Pauses since the last message.
    silent: u32,
    _seat: Seat,
}

fn messages<F: Followed>(
    reader: Reader<F>,
) -> impl Stream<Item = Result<Event, Infallible>> + Send {
    stream::unfold(reader, |mut reader| async move {
        loop {
            let given = match reader.next.take() {
                Some(given) => given,
                None => reader.ask_again().await?,
            };
            if let Some(message) = reader.message(given) {
                reader.silent = 0;
                return Some((Ok(message), reader));
            }
            reader.silent += 1;
        }
    })
}

impl<F: Followed> Reader<F> {
    /// The answer a moment later; nothing when the stream has to end.
    async fn ask_again(&mut self) -> Option<Given> {
        let stop = self.asking.shared.stop.clone();
        stop.run_until_cancelled(tokio::time::sleep(PAUSE)).await?;
        self.asking.now = self.asking.shared.now();
        let answer = self.followed.answer(&self.asking);
        let given = stop.run_until_cancelled(answer).await?;
        if given.is_err() {
            // The reader comes again with the id of what it has.
            tracing::warn!("a reader of the figures was cut off");
        }
        given.ok()
    }

    /// What the reader is told, if anything.
    fn message(&mut self, given: Given) -> Option<Event> {
        if self.known.as_ref() != Some(&given.tag)
            && let Ok(data) = std::str::from_utf8(&given.body)
        {
            let message = Event::default().id(&*given.tag).event(F::EVENT).data(data);
            self.known = Some(given.tag);
            return Some(message);
        }
        let is_time = F::ALIVE.is_some_and(|pauses| self.silent >= pauses);
        let now = self.asking.now.as_millisecond();
        is_time.then(|| Event::default().event("alive").data(now.to_string()))
    }
}
