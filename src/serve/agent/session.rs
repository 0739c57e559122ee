//! Who is signed in. Sessions are kept in memory: whoever was signed in signs in again when the server
//! has started anew, and finds everything where it was, for TaskRouter keeps it.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq as _;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::booth::Booth;
use crate::serve::access::{HashError, random};
use crate::serve::config::Config;

const COOKIE: &str = "trctl_agent";
/// Sessions of one worker; the oldest ends when there is another.
const MOST_OF_ONE: usize = 8;
/// Sessions in all.
const MOST: usize = 10_000;

/// Somebody who is signed in, in one browser.
pub(super) struct Session {
    /// The worker's place, which all their sessions share.
    pub(super) booth: Arc<Booth>,
    /// What every form of the page has to bring along.
    pub(super) csrf: String,
    began: Instant,
    ends: Instant,
    /// Cancelled when it has ended before its time.
    pub(super) gone: CancellationToken,
    said: Mutex<Option<String>>,
}

impl fmt::Debug for Session {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Session(…)")
    }
}

impl Session {
    /// How long it still lasts.
    pub(super) fn left(&self) -> Duration {
        self.ends.saturating_duration_since(Instant::now())
    }

    fn is_over(&self) -> bool {
        self.gone.is_cancelled() || self.left().is_zero()
    }

    /// Whether a form is of this session's page.
    pub(super) fn accepts(&self, csrf: &str) -> bool {
        self.csrf.as_bytes().ct_eq(csrf.as_bytes()).into()
    }

    /// Keeps a sentence for the page that is shown next, where scripts are off.
    pub(super) fn say(&self, text: String) {
        *self.said() = Some(text);
    }

    /// The sentence, once.
    pub(super) fn hear(&self) -> Option<String> {
        self.said().take()
    }

    fn said(&self) -> MutexGuard<'_, Option<String>> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Everybody who is signed in.
#[derive(Debug, Default)]
pub(super) struct Sessions(Mutex<HashMap<String, Arc<Session>>>);

impl Sessions {
    /// Lets somebody in: the cookie's value, and the session.
    pub(super) fn begin(
        &self,
        booth: Arc<Booth>,
        lasts: Duration,
    ) -> Result<(String, Arc<Session>), HashError> {
        let secret = || random().map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
        let (id, csrf) = (secret()?, secret()?);
        let now = Instant::now();
        let session = Arc::new(Session {
            booth,
            csrf,
            began: now,
            ends: now + lasts,
            gone: CancellationToken::new(),
            said: Mutex::default(),
        });
        let mut all = self.all();
        all.retain(|_, session| !session.is_over());
        let worker = session.booth.worker;
        let mut own: Vec<(Instant, String)> = all
            .iter()
            .filter(|(_, other)| other.booth.worker == worker)
            .map(|(id, other)| (other.began, id.clone()))
            .collect();
        own.sort();
        let surplus = (own.len() + 1).saturating_sub(MOST_OF_ONE);
        for (_, id) in own.into_iter().take(surplus) {
            end(&mut all, &id);
        }
        if all.len() >= MOST
            && let Some(oldest) = all.iter().min_by_key(|(_, session)| session.began)
        {
            let oldest = oldest.0.clone();
            end(&mut all, &oldest);
        }
        all.insert(id.clone(), Arc::clone(&session));
        Ok((id, session))
    }

    /// Whose request this is.
    pub(super) fn of(&self, headers: &HeaderMap) -> Option<Arc<Session>> {
        let id = cookie(headers)?;
        let mut all = self.all();
        let session = all.get(id)?;
        if session.is_over() {
            end(&mut all, id);
            return None;
        }
        Some(Arc::clone(session))
    }

    /// Ends the session of a request.
    pub(super) fn end(&self, headers: &HeaderMap) {
        if let Some(id) = cookie(headers) {
            end(&mut self.all(), id);
        }
    }

    /// How many sessions of a worker there are.
    pub(super) fn count(&self, booth: &Booth) -> usize {
        let all = self.all();
        let own = all
            .values()
            .filter(|other| other.booth.worker == booth.worker);
        own.filter(|session| !session.is_over()).count()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Arc<Session>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn end(all: &mut HashMap<String, Arc<Session>>, id: &str) {
    if let Some(session) = all.remove(id) {
        session.gone.cancel();
    }
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// The header that leaves the cookie with a browser, or takes it away. No script reads it, and no
/// other site's page sends it.
pub(super) fn set_cookie(
    config: &Config,
    https: bool,
    id: Option<(&str, Duration)>,
) -> HeaderValue {
    let public = config.way.public_url.as_ref();
    let path = public.map_or("", |public| public.path());
    let (value, age) = id.map_or(("", 0), |(id, lasts)| (id, lasts.as_secs()));
    let secure = if https { "; Secure" } else { "" };
    let text =
        format!("{COOKIE}={value}; Path={path}/; Max-Age={age}; HttpOnly; SameSite=Strict{secure}");
    let mut value = HeaderValue::try_from(text).expect("a path of a URL is visible ASCII");
    value.set_sensitive(true);
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sid::{Sid as _, WorkerSid};

    fn booth(number: u128) -> Arc<Booth> {
        Arc::new(Booth::new(WorkerSid::from_bits(number), "dave".to_owned()))
    }

    fn headers(id: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let value = format!("theme=dark; {COOKIE}={id}");
        headers.insert(header::COOKIE, value.parse().unwrap());
        headers
    }

    const SHIFT: Duration = Duration::from_hours(8);

    #[tokio::test(start_paused = true)]
    async fn a_session_ends_with_the_shift_and_when_it_is_told_to() {
        let sessions = Sessions::default();
        let (id, session) = sessions.begin(booth(1), SHIFT).unwrap();
        assert!(sessions.of(&headers(&id)).is_some());
        assert!(sessions.of(&headers("guess")).is_none());
        assert!(sessions.of(&HeaderMap::new()).is_none());
        assert!(session.accepts(&session.csrf.clone()) && !session.accepts(""));
        tokio::time::advance(SHIFT).await;
        assert!(sessions.of(&headers(&id)).is_none());
        assert!(session.gone.is_cancelled());

        let (id, session) = sessions.begin(booth(1), SHIFT).unwrap();
        sessions.end(&headers(&id));
        assert!(session.gone.is_cancelled());
        assert!(sessions.of(&headers(&id)).is_none());
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_has_any_number_of_sessions() {
        let sessions = Sessions::default();
        let (first, _) = sessions.begin(booth(1), SHIFT).unwrap();
        let (other, _) = sessions.begin(booth(2), SHIFT).unwrap();
        for _ in 0..MOST_OF_ONE {
            tokio::time::advance(Duration::from_secs(1)).await;
            sessions.begin(booth(1), SHIFT).unwrap();
        }
        assert!(sessions.of(&headers(&first)).is_none());
        assert!(sessions.of(&headers(&other)).is_some());
        assert_eq!(sessions.count(&booth(1)), MOST_OF_ONE);
    }
}
