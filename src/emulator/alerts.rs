//! What Twilio's debugger would show: trouble with callbacks and instructions.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use url::Url;

use crate::model::time::IsoTime;
use crate::routing::Moment;

/// Alerts kept; the oldest go first.
const KEPT: usize = 1000;

/// One entry of the debugger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// When.
    pub date: Option<IsoTime>,
    /// Twilio's error code (<https://www.twilio.com/docs/api/errors>).
    pub code: u32,
    /// What went wrong.
    pub message: String,
    /// The SID of the resource it is about.
    pub resource_sid: String,
    /// The URL that was called, if any.
    pub url: Option<String>,
}

/// The latest alerts.
#[derive(Debug, Default)]
pub(crate) struct Alerts(Mutex<VecDeque<Alert>>);

impl Alerts {
    pub(crate) fn raise(
        &self,
        now: Moment,
        code: u32,
        message: impl Into<String>,
        resource: &dyn std::fmt::Display,
        url: Option<&str>,
    ) {
        let alert = Alert {
            date: now.to_iso(),
            code,
            message: message.into(),
            resource_sid: resource.to_string(),
            url: url.map(without_password),
        };
        tracing::warn!(
            code,
            resource = alert.resource_sid,
            url = alert.url,
            "{}",
            alert.message
        );
        let mut alerts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if alerts.len() == KEPT {
            alerts.pop_front();
        }
        alerts.push_back(alert);
    }

    /// All of them, oldest first.
    pub(crate) fn list(&self) -> Vec<Alert> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .cloned()
            .collect()
    }

    pub(crate) fn clear(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

/// A URL as it may be shown.
pub(crate) fn without_password(text: &str) -> String {
    match Url::parse(text) {
        Ok(mut url) if url.password().is_some() => {
            // It has a password, so it can have none.
            let _ = url.set_password(None);
            url.into()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_a_url_is_not_kept() {
        for (url, kept) in [
            (
                "https://me:hunter2@app.test/a#rc=2",
                "https://me@app.test/a#rc=2",
            ),
            ("https://app.test/a?b=c", "https://app.test/a?b=c"),
            ("no url", "no url"),
        ] {
            assert_eq!(without_password(url), kept);
        }
    }
}
