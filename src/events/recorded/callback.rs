//! The form of an event callback: one event, names in `PascalCase`
//! (<https://www.twilio.com/docs/taskrouter/api/event/reference>).

use super::telling::{Names, Telling};
use super::{Malformed, RecordedEvent};
use crate::model::event::push_snake_case;

const NAMES: Names = Names {
    sid: "Sid",
    kind: "EventType",
    account: "AccountSid",
    workspace: "WorkspaceSid",
};

/// How many parameters a callback has, and how long they are, when they are many.
const TYPICAL: (usize, usize) = (48, 3_000);

impl RecordedEvent {
    /// Reads the form of an event callback: its pairs, decoded, in any order.
    ///
    /// # Errors
    ///
    /// [`Malformed`] when it has no `Sid`, no `EventType` or no time, or a SID that is none.
    pub fn from_callback<N: AsRef<str>, V: AsRef<str>>(
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Self, Malformed> {
        let mut telling = Telling::with_room(TYPICAL);
        let (mut exact, mut whole) = (None, None);
        let mut spelled = String::new();
        for (name, value) in pairs {
            let (name, value) = (name.as_ref(), value.as_ref());
            let part = match name {
                "Sid" => &mut telling.sid,
                "EventType" => &mut telling.kind,
                "TimestampMs" => &mut exact,
                "Timestamp" => &mut whole,
                "AccountSid" => &mut telling.account,
                "WorkspaceSid" => &mut telling.workspace,
                "ResourceType" => &mut telling.resource_type,
                "ResourceSid" => &mut telling.resource_sid,
                _ => {
                    spelled.clear();
                    push_snake_case(&mut spelled, name);
                    telling.parameter(&spelled, value);
                    continue;
                }
            };
            // A parameter told twice: the same choice whichever came first.
            if part
                .as_ref()
                .is_none_or(|known| super::parameters::outranks(value, known))
            {
                *part = Some(value.to_owned());
            }
        }
        telling.times = vec![("TimestampMs", exact), ("Timestamp", whole)];
        telling.into_event(NAMES)
    }
}
