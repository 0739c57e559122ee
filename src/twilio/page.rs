//! Lists, page by page: cut into records without building a tree, the next page under way while
//! the present one is consumed. At most two pages are in memory.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures::Stream;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use tokio::sync::mpsc;
use tokio_util::task::AbortOnDropHandle;

use super::client::{Answer, Client, Request};
use super::error::Error;
use super::failure::not_json;
use super::resource::{Record, Resource};

/// Records handed over at once: enough to make the hand-over cheap, few enough to stay small.
const BATCH: usize = 64;

/// A page cut into its records, which are not looked into.
struct Page<'a> {
    items: Vec<&'a RawValue>,
    next: Option<String>,
}

/// The part of a `meta` block that matters here.
#[derive(Deserialize)]
struct Meta {
    next_page_url: Option<String>,
}

/// Reads a page whose records stand in the array of this name.
struct PageOf(&'static str);

impl<'de> DeserializeSeed<'de> for PageOf {
    type Value = Page<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Page<'de>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for PageOf {
    type Value = Page<'de>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "a page with an array `{}`", self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Page<'de>, A::Error> {
        let mut items = None;
        let mut next = None;
        while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            match name.as_ref() {
                "meta" => next = map.next_value::<Meta>()?.next_page_url,
                "next_page_uri" => next = map.next_value::<Option<String>>()?,
                name if name == self.0 => items = Some(map.next_value::<Vec<&'de RawValue>>()?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Page {
            items: items.ok_or_else(|| A::Error::custom(format!("no array `{}`", self.0)))?,
            next: next.filter(|link| !link.is_empty()),
        })
    }
}

impl<'a> Page<'a> {
    fn read<R: Resource>(answer: &'a Answer) -> Result<Self, Error> {
        let mut text = serde_json::Deserializer::from_slice(&answer.body);
        PageOf(R::KEY).deserialize(&mut text).map_err(|source| {
            if source.is_syntax() || source.is_eof() {
                return not_json(&answer.url, answer.status, &answer.body);
            }
            Error::Decode {
                what: R::MANY,
                path: answer.url.path().to_owned(),
                source,
            }
        })
    }
}

type Batch<R> = Result<VecDeque<Record<R>>, Error>;

/// The stream of a list. It ends after the first error; dropping it stops the fetching.
#[derive(Debug)]
pub struct List<R> {
    batches: mpsc::Receiver<Batch<R>>,
    present: VecDeque<Record<R>>,
    _reader: AbortOnDropHandle<()>,
}

impl<R: Resource> List<R> {
    pub(crate) fn start(client: Client, first: Request, limit: Option<u64>) -> Self {
        let (sender, batches) = mpsc::channel(2);
        let reader = tokio::spawn(async move {
            if limit == Some(0) {
                return;
            }
            if let Err(End::Failed(error)) = read_pages(&client, first, limit, &sender).await {
                // Nobody is left to hear it when the stream was dropped.
                let _ = sender.send(Err(error)).await;
            }
        });
        Self {
            batches,
            present: VecDeque::new(),
            _reader: AbortOnDropHandle::new(reader),
        }
    }
}

// Nothing in it is pinned: records are moved out whole.
impl<R> Unpin for List<R> {}

impl<R: Resource> Stream for List<R> {
    type Item = Result<Record<R>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(record) = self.present.pop_front() {
                return Poll::Ready(Some(Ok(record)));
            }
            match ready!(self.batches.poll_recv(context)) {
                None => return Poll::Ready(None),
                Some(Ok(batch)) => self.present = batch,
                Some(Err(error)) => {
                    self.batches.close();
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

/// Why reading ends before the last page.
enum End {
    /// Something went wrong.
    Failed(Error),
    /// Nobody listens any more.
    Unheard,
}

/// Fetches, cuts and hands over page after page.
async fn read_pages<R: Resource>(
    client: &Client,
    first: Request,
    limit: Option<u64>,
    sender: &mpsc::Sender<Batch<R>>,
) -> Result<(), End> {
    let mut left = limit.map_or(usize::MAX, |limit| {
        usize::try_from(limit).unwrap_or(usize::MAX)
    });
    let mut answer = client.send(&first).await.map_err(End::Failed)?;
    loop {
        let underway = limit
            .is_none()
            .then(|| ask_ahead(client, &answer))
            .flatten();
        let page = Page::read::<R>(&answer).map_err(End::Failed)?;
        let wanted = left.min(page.items.len());
        left -= wanted;
        let handed_over = hand_over::<R>(&page.items[..wanted], answer.url.path(), sender);
        let Some(link) = page.next.filter(|_| left > 0) else {
            return handed_over.await;
        };
        let next = match client.follow(&answer.url, &link) {
            Ok(next) => next,
            Err(error) => {
                // The records of the page that holds the bad link are good.
                handed_over.await?;
                return Err(End::Failed(error));
            }
        };
        let fetched = async {
            let answer = match underway {
                Some((link, ahead)) if link == next.url().as_str() => match ahead.await {
                    Ok(answer) => answer,
                    Err(ended) if ended.is_panic() => std::panic::resume_unwind(ended.into_panic()),
                    // The runtime is going down: the command has ended.
                    Err(_) => return Err(End::Unheard),
                },
                _ => client.send(&next).await,
            };
            answer.map_err(End::Failed)
        };
        answer = both(handed_over, fetched).await?;
    }
}

type Ahead = AbortOnDropHandle<Result<Answer, Error>>;

/// Asks for the next page before the records of this one are even cut apart, where the page
/// begins with its `meta` block as Twilio's do. Returns the link that was followed.
fn ask_ahead(client: &Client, answer: &Answer) -> Option<(String, Ahead)> {
    let next = client
        .follow(&answer.url, &early_link(&answer.body)?)
        .ok()?;
    let link = next.url().to_string();
    let client = client.clone();
    let request = tokio::spawn(async move { client.send(&next).await });
    Some((link, AbortOnDropHandle::new(request)))
}

/// The link to the next page in a `meta` block that comes first.
fn early_link(body: &[u8]) -> Option<String> {
    let mut rest = body;
    for token in ["{", "\"meta\"", ":"] {
        rest = rest.trim_ascii_start().strip_prefix(token.as_bytes())?;
    }
    let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<Meta>();
    values.next()?.ok()?.next_page_url
}

/// Both at once. A failed fetch waits for the records already there; a listener gone stops both.
async fn both(
    handed_over: impl Future<Output = Result<(), End>>,
    fetched: impl Future<Output = Result<Answer, End>>,
) -> Result<Answer, End> {
    let fetched = async { Ok(fetched.await) };
    let (fetched, ()) = futures::try_join!(fetched, handed_over)?;
    fetched
}

/// Decodes records and passes them on, as fast as they are taken.
async fn hand_over<R: Resource>(
    items: &[&RawValue],
    path: &str,
    sender: &mpsc::Sender<Batch<R>>,
) -> Result<(), End> {
    for items in items.chunks(BATCH) {
        let batch = items
            .iter()
            .map(|raw| Record::read(raw))
            .collect::<Result<VecDeque<_>, _>>()
            .map_err(|source| {
                End::Failed(Error::Decode {
                    what: R::ONE,
                    path: path.to_owned(),
                    source,
                })
            })?;
        sender.send(Ok(batch)).await.map_err(|_| End::Unheard)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(Vec<&str>, Option<String>), serde_json::Error> {
        let page = PageOf("tasks").deserialize(&mut serde_json::Deserializer::from_str(text))?;
        let items = page.items.into_iter().map(RawValue::get).collect();
        Ok((items, page.next))
    }

    #[test]
    fn both_styles_of_paging_are_read() {
        assert_eq!(
            read(r#"{"meta":{"key":"tasks","next_page_url":"u","page":0},"tasks":[{"a": 1},2]}"#)
                .unwrap(),
            (vec![r#"{"a": 1}"#, "2"], Some("u".to_owned()))
        );
        assert_eq!(
            read(r#"{"tasks":[],"start":0,"next_page_uri":"/2010?x","other":{"tasks":[1]}}"#)
                .unwrap(),
            (vec![], Some("/2010?x".to_owned()))
        );
        for last in [
            r#"{"tasks":[],"meta":{"next_page_url":null}}"#,
            r#"{"tasks":[],"meta":{}}"#,
            r#"{"tasks":[],"next_page_uri":""}"#,
        ] {
            assert_eq!(read(last).unwrap(), (vec![], None), "{last}");
        }
    }

    #[test]
    fn the_next_page_is_known_from_the_first_bytes() {
        let early = |text: &str| early_link(text.as_bytes());
        let begun = r#" { "meta" : {"page":0,"next_page_url":"u"}, "tasks":[{"si"#;
        assert_eq!(early(begun), Some("u".to_owned()));
        assert_eq!(early(r#"{"meta":{"next_page_url":null},"tasks":[]}"#), None);
        assert_eq!(early(r#"{"tasks":[],"meta":{"next_page_url":"u"}}"#), None);
        assert_eq!(early(r#"{"meta":{"next_page_"#), None);
    }

    #[test]
    fn a_page_without_its_array_is_an_error() {
        let error = read(r#"{"meta":{},"workers":[]}"#).unwrap_err();
        assert!(error.to_string().contains("no array `tasks`"), "{error}");
        assert!(error.is_data());
        assert!(read("[]").unwrap_err().is_data());
    }
}
