//! What Twilio's debugger would show: trouble with callbacks and instructions.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

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
            url: url.map(str::to_owned),
        };
        tracing::warn!(
            code,
            resource = alert.resource_sid,
            url,
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
