//! The form of an event callback: one event, names in `PascalCase`
//! (<https://www.twilio.com/docs/taskrouter/api/event/reference>).

use super::telling::{Names, Telling};
use super::{Malformed, RecordedEvent};
use crate::model::event::snake_case;

const NAMES: Names = Names {
    sid: "Sid",
    kind: "EventType",
    account: "AccountSid",
    workspace: "WorkspaceSid",
};

impl RecordedEvent {
    /// Reads the form of an event callback: its pairs, decoded, in any order.
    ///
    /// # Errors
    ///
    /// [`Malformed`] when it has no `Sid`, no `EventType` or no time, or a SID that is none.
    pub fn from_callback(
        pairs: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Malformed> {
        let mut telling = Telling::default();
        let (mut exact, mut whole) = (None, None);
        for (name, value) in pairs {
            let part = match name.as_str() {
                "Sid" => &mut telling.sid,
                "EventType" => &mut telling.kind,
                "TimestampMs" => &mut exact,
                "Timestamp" => &mut whole,
                "AccountSid" => &mut telling.account,
                "WorkspaceSid" => &mut telling.workspace,
                "ResourceType" => &mut telling.resource_type,
                "ResourceSid" => &mut telling.resource_sid,
                _ => {
                    telling.parameters.push((snake_case(&name), value));
                    continue;
                }
            };
            // A parameter told twice: the same choice whichever came first.
            if part
                .as_ref()
                .is_none_or(|known| super::parameters::outranks(&value, known))
            {
                *part = Some(value);
            }
        }
        telling.times = vec![("TimestampMs", exact), ("Timestamp", whole)];
        telling.into_event(NAMES)
    }
}
