//! Faults of callbacks: decided when the callback is due, in the order in which things happened.

use super::Faults;
use super::plan::{CallbackKind, CallbackRule};
use crate::model::EventType;

/// What happens to one callback.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CallbackFate {
    pub(crate) lost: bool,
    pub(crate) duplicated: bool,
    pub(crate) late_ms: u64,
    pub(crate) out_of_order: bool,
    pub(crate) wrong_signature: bool,
    pub(crate) skew_ms: i64,
}

impl CallbackRule {
    /// `None` stands for an assignment.
    fn matches(&self, event: Option<EventType>) -> bool {
        match event {
            Some(kind) => {
                self.callback != Some(CallbackKind::Assignment)
                    && self.event.as_ref().is_none_or(|patterns| {
                        patterns.any(|pattern| pattern.matches(kind.as_str()))
                    })
            }
            None => self.callback != Some(CallbackKind::Event) && self.event.is_none(),
        }
    }
}

impl Faults {
    /// Counts an event at every rule it matches.
    pub(crate) fn of_event(&self, kind: EventType) -> CallbackFate {
        self.of_callback(Some(kind))
    }

    /// Counts an assignment at every rule it matches.
    pub(crate) fn of_assignment(&self) -> CallbackFate {
        self.of_callback(None)
    }

    fn of_callback(&self, event: Option<EventType>) -> CallbackFate {
        let mut fate = CallbackFate::default();
        let Some(active) = self.active_if(|active| !active.callbacks.is_empty()) else {
            return fate;
        };
        for counted in &active.callbacks {
            let rule = &counted.rule;
            if !rule.matches(event) {
                continue;
            }
            let Some(dice) = counted.meets() else {
                continue;
            };
            fate.lost |= rule.lost;
            fate.duplicated |= rule.duplicated;
            if let Some(least) = rule.late_ms {
                let more = dice.milliseconds(least, rule.jitter_ms.unwrap_or(0));
                fate.late_ms = fate.late_ms.saturating_add(more);
            }
            fate.out_of_order |= rule.out_of_order;
            fate.wrong_signature |= rule.wrong_signature;
            fate.skew_ms = fate.skew_ms.saturating_add(rule.skew_ms.unwrap_or(0));
        }
        fate
    }
}
