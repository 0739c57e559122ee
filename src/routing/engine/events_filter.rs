//! A workspace's `EventsFilter`, which says what is posted to its `EventCallbackUrl`
//! (<https://www.twilio.com/docs/taskrouter/api/workspace>).

use std::sync::Arc;

use super::error::Error;
use crate::model::EventType;

/// Whether an event type passes a workspace's filter; no filter lets everything pass.
pub(super) fn passes(filter: Option<&str>, kind: EventType) -> bool {
    filter.is_none_or(|filter| {
        filter.trim().is_empty() || words(filter).any(|word| event_type(word) == Some(kind))
    })
}

/// The words of a filter.
fn words(filter: &str) -> impl Iterator<Item = &str> {
    filter
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

/// The event type a word of a filter stands for. Twilio spells one of them in two ways.
fn event_type(word: &str) -> Option<EventType> {
    if word == "task-queue.expression-updated" {
        return Some(EventType::TaskQueueExpressionUpdated);
    }
    word.parse().ok()
}

/// A workspace's filter as it is kept: as written, `None` when it is empty.
///
/// # Errors
/// [`Error::Invalid`] when a word is no event type: such a filter would silently keep events back.
pub(super) fn checked_filter(filter: &str) -> Result<Option<Arc<str>>, Error> {
    match words(filter).find(|word| event_type(word).is_none()) {
        Some(word) => Err(Error::invalid(
            "EventsFilter",
            format!("`{word}` is not an event type"),
        )),
        None => Ok((!filter.trim().is_empty()).then(|| Arc::from(filter))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_names_event_types_with_or_without_blanks() {
        let filter = Some("task.created, reservation.created");
        assert!(passes(filter, EventType::ReservationCreated));
        assert!(!passes(filter, EventType::TaskCompleted));
        assert!(passes(None, EventType::TaskCompleted));
        assert!(passes(Some(""), EventType::TaskCompleted));
        let expression = EventType::TaskQueueExpressionUpdated;
        assert!(passes(Some("task-queue.expression.updated"), expression));
        assert!(passes(Some("task-queue.expression-updated"), expression));
    }

    #[test]
    fn a_filter_of_unknown_event_types_is_refused() {
        for kind in EventType::ALL {
            assert!(checked_filter(kind.as_str()).is_ok(), "{kind}");
        }
        let both = " task.created ,task.canceled, ";
        assert_eq!(checked_filter(both).unwrap().as_deref(), Some(both));
        assert_eq!(checked_filter(" ").unwrap(), None);
        assert_eq!(
            checked_filter("task.created,task.finished")
                .unwrap_err()
                .to_string(),
            "EventsFilter: `task.finished` is not an event type"
        );
    }
}
