//! What happened to a worker, in words.

use jiff::Timestamp;

use super::view;
use crate::events::RecordedEvent;
use crate::model::EventType;
use crate::model::sid::{ReservationSid, WorkerSid};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) at: Timestamp,
    pub(super) text: String,
    /// Whether the page says so until the worker does something: it was not what they did.
    pub(super) is_news: bool,
    pub(super) reservation: Option<ReservationSid>,
}

/// The worker an event is about.
pub(super) fn worker_of(event: &RecordedEvent) -> Option<WorkerSid> {
    event.parameter("worker_sid")?.parse().ok()
}

/// The offer an event is about.
pub(super) fn reservation_of(event: &RecordedEvent) -> Option<ReservationSid> {
    event.parameter("reservation_sid")?.parse().ok()
}

impl Told {
    /// What an event says to the worker it is about, who may have `taken` the offer; nothing of what
    /// they need not know.
    pub(super) fn of(event: &RecordedEvent, taken: bool) -> Option<Self> {
        let (text, is_news) = match event.event_type() {
            EventType::ReservationCreated => (about("Offered to you", event), false),
            EventType::ReservationAccepted => (about("Accepted", event), false),
            EventType::ReservationRejected => (about("Rejected", event), false),
            EventType::ReservationTimeout if taken => (
                "Your telephone was not picked up, and the offer is gone".to_owned(),
                true,
            ),
            EventType::ReservationTimeout => (
                "The offer was not answered in time and is gone".to_owned(),
                true,
            ),
            EventType::ReservationRescinded => ("Somebody else took it".to_owned(), true),
            EventType::ReservationCanceled => (canceled(event), true),
            EventType::ReservationWrapup => (about("Wrapping up", event), false),
            EventType::ReservationCompleted => (about("Completed", event), false),
            EventType::WorkerActivityUpdate => {
                let activity = event.parameter("worker_activity_name")?;
                (format!("You are {activity}"), false)
            }
            _ => return None,
        };
        Some(Self {
            at: Timestamp::from_millisecond(event.at).ok()?,
            text,
            is_news,
            reservation: reservation_of(event),
        })
    }
}

/// What happened, and with whom if the task says so.
fn about(what: &str, event: &RecordedEvent) -> String {
    let attributes = event.parameter("task_attributes").unwrap_or_default();
    let attributes = view::object(attributes);
    let who = ["name", "from", "caller"].iter().find_map(|name| {
        attributes
            .get(*name)?
            .as_str()
            .filter(|text| !text.is_empty())
    });
    who.map_or_else(|| what.to_owned(), |who| format!("{what}: {who}"))
}

fn canceled(event: &RecordedEvent) -> String {
    let reason = event
        .parameter("task_canceled_reason")
        .or_else(|| event.parameter("reason"));
    match reason {
        Some("hangup") => "The caller hung up".to_owned(),
        Some(reason) => format!("The task was canceled: {reason}"),
        None => "The offer was withdrawn".to_owned(),
    }
}
