//! Telling how conferences go on:
//! <https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback>.

use super::Stage;
use super::line::Form;
use crate::model::CallStatus;
use crate::model::sid::{CallSid, ConferenceSid};

impl Stage<'_> {
    pub(super) fn participant_facts(&self, room: ConferenceSid, call: CallSid) -> Form {
        let row = self
            .voice
            .conferences
            .get(room)
            .and_then(|row| row.participants.get(call));
        let Some(row) = row else {
            return Vec::new();
        };
        vec![
            ("CallSid".into(), call.to_string()),
            ("Muted".into(), row.muted.to_string()),
            ("Hold".into(), row.hold.to_string()),
            ("Coaching".into(), row.coaching.to_string()),
            (
                "EndConferenceOnExit".into(),
                row.end_conference_on_exit.to_string(),
            ),
            (
                "StartConferenceOnEnter".into(),
                row.start_conference_on_enter.to_string(),
            ),
            (
                "ParticipantLabel".into(),
                row.label.clone().unwrap_or_default(),
            ),
        ]
    }

    pub(super) fn tell_participant(
        &mut self,
        room: ConferenceSid,
        call: CallSid,
        event: &'static str,
    ) {
        let facts = self.participant_facts(room, call);
        self.tell_room(room, event, facts);
    }

    pub(super) fn tell_left(&mut self, room: ConferenceSid, call: CallSid, mut facts: Form) {
        let status = self
            .voice
            .calls
            .get(call)
            .map_or(CallStatus::Completed, |row| row.status);
        facts.push(("ParticipantCallStatus".into(), status.to_string()));
        self.tell_room(room, "participant-leave", facts);
    }

    pub(super) fn tell_room(&mut self, room: ConferenceSid, event: &'static str, extra: Form) {
        let Some(hosted) = self.network.rooms.get_mut(&room) else {
            return;
        };
        let name = hosted.name.clone();
        let Some(status) = &mut hosted.status else {
            return;
        };
        let kind = event
            .trim_start_matches("conference-")
            .trim_start_matches("participant-")
            .trim_start_matches("un");
        let kind = if event.starts_with("announcement") {
            "announcement"
        } else {
            kind
        };
        if !status.events.iter().any(|wanted| wanted == kind) {
            return;
        }
        status.sequence += 1;
        let sequence = status.sequence;
        let (target, own) = (status.target.clone(), status.extra.clone());
        let mut parameters: Form = vec![
            ("ConferenceSid".into(), room.to_string()),
            ("FriendlyName".into(), name),
            ("AccountSid".into(), self.engine.account().to_string()),
            ("SequenceNumber".into(), sequence.to_string()),
            ("Timestamp".into(), super::status::mail(self.now)),
            ("StatusCallbackEvent".into(), event.to_owned()),
        ];
        parameters.extend(extra);
        parameters.extend(own);
        self.tell(room.to_string(), "conference-status", target, parameters);
    }
}
