//! How often lists may be filtered by an expression: the limits TaskRouter puts on three list
//! parameters (<https://www.twilio.com/en-us/changelog/taskrouter-endpoint-rate-limit-correction>).
//!
//! They are enforced on request only, by the emulator's clock: the official clients do not repeat
//! what was refused, and on a manual clock the second that would free them comes only when told.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderName, HeaderValue};

use super::{Params, Problem};
use crate::model::sid::WorkspaceSid;
use crate::routing::Moment;

/// Requests that may be made in [`WINDOW`].
const REQUESTS: usize = 3;
/// Milliseconds.
const WINDOW: u64 = 1000;
/// Seconds after which a refused client may come again.
const RETRY_AFTER: u64 = 1;

pub(super) const LIMIT: HeaderName = HeaderName::from_static("x-rate-limit-limit");
pub(super) const REMAINING: HeaderName = HeaderName::from_static("x-rate-limit-remaining");
pub(super) const CONFIG: HeaderName = HeaderName::from_static("x-rate-limit-config");

/// A limit of its own for requests that carry a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quota {
    /// The list parameter: `EvaluateTaskAttributes`.
    pub(crate) parameter: &'static str,
    /// What Twilio calls the limit.
    pub(crate) key: &'static str,
}

/// What is left of a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    key: &'static str,
    remaining: usize,
}

impl Standing {
    /// Says it in Twilio's headers.
    pub(crate) fn tell(self, headers: &mut HeaderMap) {
        headers.insert(LIMIT, HeaderValue::from(REQUESTS));
        headers.insert(REMAINING, HeaderValue::from(self.remaining));
        headers.insert(CONFIG, HeaderValue::from_static(self.key));
    }
}

type Spent = BTreeMap<(WorkspaceSid, &'static str), VecDeque<Moment>>;

/// What was spent lately, by workspace.
#[derive(Debug)]
pub(crate) struct Quotas {
    enforced: bool,
    spent: Mutex<Spent>,
}

impl Quotas {
    pub(crate) fn new(enforced: bool) -> Self {
        Self {
            enforced,
            spent: Mutex::default(),
        }
    }

    /// Counts a request against its quota, if it has one. A refused request costs nothing.
    pub(crate) fn spend(
        &self,
        quota: Option<Quota>,
        workspace: WorkspaceSid,
        params: &Params,
        now: Moment,
    ) -> Result<Option<Standing>, Problem> {
        let Some(quota) =
            quota.filter(|quota| self.enforced && params.given(quota.parameter).is_some())
        else {
            return Ok(None);
        };
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let lately = spent.entry((workspace, quota.key)).or_default();
        while lately
            .front()
            .is_some_and(|then| now.milliseconds_since(*then) >= WINDOW)
        {
            lately.pop_front();
        }
        let standing = |remaining| Standing {
            key: quota.key,
            remaining,
        };
        if lately.len() >= REQUESTS {
            return Err(Problem::too_many_requests()
                .retry_after(Some(RETRY_AFTER))
                .with_standing(standing(0)));
        }
        lately.push_back(now);
        Ok(Some(standing(REQUESTS - lately.len())))
    }
}
