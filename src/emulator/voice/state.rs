//! What there is on the voice side, and how it changes.

use serde::{Deserialize, Serialize};

use super::numbers::NumberRow;
use super::recordings::RecordingRow;
use crate::model::sid::{CallSid, ConferenceSid, PhoneNumberSid, RecordingSid, Sid, VoiceQueueSid};
use crate::model::{CallStatus, ConferenceStatus, ParticipantStatus};
use crate::routing::Moment;
use crate::routing::engine::{Row, Rows, Scramble};

/// Everything of the voice side.
#[derive(Debug, Serialize, Deserialize)]
#[serde(from = "Kept")]
pub(crate) struct Voice {
    scramble: Scramble,
    last: u64,
    pub(crate) calls: Rows<CallRow>,
    pub(crate) conferences: Rows<ConferenceRow>,
    pub(crate) queues: Rows<QueueRow>,
    pub(crate) numbers: Rows<NumberRow>,
    pub(crate) recordings: Rows<RecordingRow>,
}

/// The same as it was written down.
#[derive(Deserialize)]
struct Kept {
    scramble: Scramble,
    last: u64,
    calls: Rows<CallRow>,
    conferences: Rows<ConferenceRow>,
    queues: Rows<QueueRow>,
    /// Older documents have none.
    numbers: Option<Rows<NumberRow>>,
    recordings: Option<Rows<RecordingRow>>,
}

impl From<Kept> for Voice {
    fn from(kept: Kept) -> Self {
        Self {
            scramble: kept.scramble,
            last: kept.last,
            calls: kept.calls,
            conferences: kept.conferences,
            queues: kept.queues,
            numbers: kept.numbers.unwrap_or_else(|| Rows::new(kept.scramble)),
            recordings: kept.recordings.unwrap_or_else(|| Rows::new(kept.scramble)),
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CallRow {
    pub(crate) sid: CallSid,
    pub(crate) parent: Option<CallSid>,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) direction: String,
    pub(crate) status: CallStatus,
    pub(crate) created: Moment,
    pub(crate) updated: Moment,
    pub(crate) started: Option<Moment>,
    pub(crate) ended: Option<Moment>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ConferenceRow {
    pub(crate) sid: ConferenceSid,
    pub(crate) friendly_name: String,
    pub(crate) region: String,
    pub(crate) status: ConferenceStatus,
    pub(crate) created: Moment,
    pub(crate) updated: Moment,
    pub(crate) reason_ended: Option<String>,
    pub(crate) call_ending: Option<CallSid>,
    pub(crate) participants: Rows<ParticipantRow>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ParticipantRow {
    pub(crate) call: CallSid,
    pub(crate) label: Option<String>,
    pub(crate) muted: bool,
    pub(crate) hold: bool,
    pub(crate) coaching: bool,
    pub(crate) call_to_coach: Option<CallSid>,
    pub(crate) start_conference_on_enter: bool,
    pub(crate) end_conference_on_exit: bool,
    pub(crate) status: ParticipantStatus,
    pub(crate) created: Moment,
    pub(crate) updated: Moment,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct QueueRow {
    pub(crate) sid: VoiceQueueSid,
    pub(crate) friendly_name: String,
    pub(crate) max_size: u32,
    pub(crate) created: Moment,
    pub(crate) updated: Moment,
    pub(crate) members: Rows<MemberRow>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct MemberRow {
    pub(crate) call: CallSid,
    pub(crate) enqueued: Moment,
}

macro_rules! rows {
    ($($row:ty: $sid:ty = $field:ident,)+) => {
        $(impl Row for $row {
            type Sid = $sid;

            fn sid(&self) -> $sid {
                self.$field
            }
        })+
    };
}

rows! {
    CallRow: CallSid = sid,
    ConferenceRow: ConferenceSid = sid,
    ParticipantRow: CallSid = call,
    QueueRow: VoiceQueueSid = sid,
    MemberRow: CallSid = call,
    RecordingRow: RecordingSid = sid,
}

/// A call to put there.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeedCall {
    #[serde(default = "caller")]
    from: String,
    #[serde(default = "callee")]
    to: String,
    #[serde(default = "inbound")]
    direction: String,
    #[serde(default = "in_progress")]
    status: CallStatus,
    #[serde(default)]
    parent_call_sid: Option<CallSid>,
}

impl SeedCall {
    pub(crate) fn new(
        from: String,
        to: String,
        direction: &str,
        status: CallStatus,
        parent_call_sid: Option<CallSid>,
    ) -> Self {
        Self {
            from,
            to,
            direction: direction.to_owned(),
            status,
            parent_call_sid,
        }
    }
}

impl ParticipantRow {
    /// A participant with nothing special.
    pub(crate) fn of(call: CallSid, now: Moment) -> Self {
        Self {
            call,
            label: None,
            muted: false,
            hold: false,
            coaching: false,
            call_to_coach: None,
            start_conference_on_enter: true,
            end_conference_on_exit: false,
            status: ParticipantStatus::Connected,
            created: now,
            updated: now,
        }
    }
}

impl Default for SeedCall {
    fn default() -> Self {
        Self {
            from: caller(),
            to: callee(),
            direction: inbound(),
            status: in_progress(),
            parent_call_sid: None,
        }
    }
}

fn caller() -> String {
    "+15551230001".to_owned()
}

fn callee() -> String {
    "+15551230002".to_owned()
}

fn inbound() -> String {
    "inbound".to_owned()
}

const fn in_progress() -> CallStatus {
    CallStatus::InProgress
}

/// A conference to put there.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeedConference {
    friendly_name: String,
    #[serde(default = "us1")]
    region: String,
    #[serde(default)]
    participants: Vec<SeedParticipant>,
}

fn us1() -> String {
    "us1".to_owned()
}

/// A participant to put there; a call is made for it unless one is named.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeedParticipant {
    #[serde(default)]
    call_sid: Option<CallSid>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    muted: bool,
    #[serde(default)]
    hold: bool,
    #[serde(default)]
    end_conference_on_exit: bool,
}

/// A voice queue to put there. Callers may be named or counted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeedVoiceQueue {
    friendly_name: String,
    #[serde(default = "hundred")]
    max_size: u32,
    #[serde(default)]
    call_sids: Vec<CallSid>,
    #[serde(default)]
    callers: u32,
}

const fn hundred() -> u32 {
    100
}

impl Voice {
    pub(crate) fn new(seed: u64) -> Self {
        let scramble = Scramble::new(seed.rotate_left(17) ^ 0x766f_6963_6500_0000);
        Self {
            scramble,
            last: 0,
            calls: Rows::new(scramble),
            conferences: Rows::new(scramble),
            queues: Rows::new(scramble),
            numbers: Rows::new(scramble),
            recordings: Rows::new(scramble),
        }
    }

    pub(crate) fn new_sid<S: Sid>(&mut self) -> S {
        self.last += 1;
        self.scramble.sid(self.last)
    }

    /// Makes a call.
    pub(crate) fn add_call(&mut self, now: Moment, seed: SeedCall) -> CallSid {
        let sid = self.new_sid();
        let answered = !matches!(seed.status, CallStatus::Queued | CallStatus::Ringing);
        self.calls.insert(CallRow {
            sid,
            parent: seed.parent_call_sid,
            from: seed.from,
            to: seed.to,
            direction: seed.direction,
            status: seed.status,
            created: now,
            updated: now,
            started: answered.then_some(now),
            ended: seed.status.is_final().then_some(now),
        });
        sid
    }

    fn call_or_new(&mut self, now: Moment, sid: Option<CallSid>) -> Result<CallSid, String> {
        match sid {
            None => Ok(self.add_call(now, SeedCall::default())),
            Some(sid) if self.calls.get(sid).is_some() => Ok(sid),
            Some(sid) => Err(format!("there is no call {sid}")),
        }
    }

    /// Makes a conference with its participants.
    pub(crate) fn add_conference(
        &mut self,
        now: Moment,
        seed: SeedConference,
    ) -> Result<ConferenceSid, String> {
        let sid = self.new_sid();
        let mut participants = Rows::new(self.scramble);
        for participant in seed.participants {
            let call = self.call_or_new(now, participant.call_sid)?;
            participants.insert(ParticipantRow {
                label: participant.label,
                muted: participant.muted,
                hold: participant.hold,
                end_conference_on_exit: participant.end_conference_on_exit,
                ..ParticipantRow::of(call, now)
            });
        }
        self.conferences.insert(ConferenceRow {
            sid,
            friendly_name: seed.friendly_name,
            region: seed.region,
            status: if participants.is_empty() {
                ConferenceStatus::Init
            } else {
                ConferenceStatus::InProgress
            },
            created: now,
            updated: now,
            reason_ended: None,
            call_ending: None,
            participants,
        });
        Ok(sid)
    }

    /// Makes a voice queue with its callers.
    pub(crate) fn add_queue(
        &mut self,
        now: Moment,
        seed: SeedVoiceQueue,
    ) -> Result<VoiceQueueSid, String> {
        if self
            .queues
            .iter()
            .any(|queue| queue.friendly_name == seed.friendly_name)
        {
            return Err(format!(
                "a voice queue named `{}` exists",
                seed.friendly_name
            ));
        }
        let named = seed.call_sids.into_iter().map(Some);
        let counted = (0..seed.callers).map(|_| None);
        let calls = named
            .chain(counted)
            .map(|call| self.call_or_new(now, call))
            .collect::<Result<Vec<_>, _>>()?;
        let sid = self.create_queue(now, seed.friendly_name, seed.max_size);
        if let Some(queue) = self.queue_mut(sid) {
            for call in calls {
                queue.members.insert(MemberRow {
                    call,
                    enqueued: now,
                });
            }
        }
        Ok(sid)
    }

    /// Makes an empty voice queue.
    pub(crate) fn create_queue(
        &mut self,
        now: Moment,
        friendly_name: String,
        max_size: u32,
    ) -> VoiceQueueSid {
        let sid = self.new_sid();
        self.queues.insert(QueueRow {
            sid,
            friendly_name,
            max_size,
            created: now,
            updated: now,
            members: Rows::new(self.scramble),
        });
        sid
    }

    /// Lets a call enter a queue, at the end.
    pub(crate) fn enter_queue(&mut self, now: Moment, queue: VoiceQueueSid, call: CallSid) {
        if let Some(queue) = self.queue_mut(queue) {
            queue.members.insert(MemberRow {
                call,
                enqueued: now,
            });
        }
    }

    /// Takes a call out of one queue.
    pub(crate) fn leave_queue(&mut self, queue: VoiceQueueSid, call: CallSid) {
        if let Some(queue) = self.queue_mut(queue)
            && let Some(ordinal) = queue.members.ordinal(call)
        {
            queue.members.remove(ordinal);
        }
    }

    /// Makes an empty conference that has not begun.
    pub(crate) fn create_conference(&mut self, now: Moment, name: String) -> ConferenceSid {
        let sid = self.new_sid();
        self.conferences.insert(ConferenceRow {
            sid,
            friendly_name: name,
            region: us1(),
            status: ConferenceStatus::Init,
            created: now,
            updated: now,
            reason_ended: None,
            call_ending: None,
            participants: Rows::new(self.scramble),
        });
        sid
    }

    /// Lets a call enter a conference.
    pub(crate) fn enter_conference(
        &mut self,
        now: Moment,
        conference: ConferenceSid,
        participant: ParticipantRow,
    ) {
        if let Some(conference) = self.conference_mut(conference) {
            conference.participants.insert(participant);
            conference.updated = now;
        }
    }

    /// Takes a call out of a conference, which goes on whoever is left.
    pub(crate) fn leave_conference(
        &mut self,
        now: Moment,
        conference: ConferenceSid,
        call: CallSid,
    ) -> Option<ParticipantRow> {
        let found = self.conference_mut(conference)?;
        let ordinal = found.participants.ordinal(call)?;
        found.updated = now;
        found.participants.remove(ordinal)
    }

    /// Ends an empty conference.
    pub(crate) fn complete_conference(
        &mut self,
        now: Moment,
        conference: ConferenceSid,
        reason: &str,
        by: Option<CallSid>,
    ) {
        if let Some(conference) = self.conference_mut(conference) {
            conference.status = ConferenceStatus::Completed;
            conference.reason_ended = Some(reason.to_owned());
            conference.call_ending = by;
            conference.updated = now;
        }
    }

    /// Removes a participant; the call goes on.
    pub(crate) fn kick(&mut self, now: Moment, conference: ConferenceSid, call: CallSid) {
        self.leave(now, conference, call, Leaving::Kicked);
    }

    pub(crate) fn call_mut(&mut self, sid: CallSid) -> Option<&mut CallRow> {
        let ordinal = self.calls.ordinal(sid)?;
        self.calls.at_mut(ordinal)
    }

    pub(crate) fn conference_mut(&mut self, sid: ConferenceSid) -> Option<&mut ConferenceRow> {
        let ordinal = self.conferences.ordinal(sid)?;
        self.conferences.at_mut(ordinal)
    }

    pub(crate) fn queue_mut(&mut self, sid: VoiceQueueSid) -> Option<&mut QueueRow> {
        let ordinal = self.queues.ordinal(sid)?;
        self.queues.at_mut(ordinal)
    }

    pub(crate) fn number_mut(&mut self, sid: PhoneNumberSid) -> Option<&mut NumberRow> {
        let ordinal = self.numbers.ordinal(sid)?;
        self.numbers.at_mut(ordinal)
    }

    pub(crate) fn recording_mut(&mut self, sid: RecordingSid) -> Option<&mut RecordingRow> {
        let ordinal = self.recordings.ordinal(sid)?;
        self.recordings.at_mut(ordinal)
    }

    pub(crate) fn remove_recording(&mut self, sid: RecordingSid) {
        if let Some(ordinal) = self.recordings.ordinal(sid) {
            self.recordings.remove(ordinal);
        }
    }

    pub(crate) fn remove_call(&mut self, sid: CallSid) {
        if let Some(ordinal) = self.calls.ordinal(sid) {
            self.calls.remove(ordinal);
        }
    }

    pub(crate) fn remove_queue(&mut self, sid: VoiceQueueSid) {
        if let Some(ordinal) = self.queues.ordinal(sid) {
            self.queues.remove(ordinal);
        }
    }

    /// Ends a call: it leaves its conferences and queues.
    pub(crate) fn hang_up(&mut self, now: Moment, sid: CallSid, status: CallStatus) {
        if let Some(call) = self.call_mut(sid)
            && !call.status.is_final()
        {
            call.status = status;
            call.ended = Some(now);
            call.updated = now;
        }
        self.leave_queues(sid);
        let conferences: Vec<ConferenceSid> = self
            .conferences
            .iter()
            .filter(|conference| conference.participants.get(sid).is_some())
            .map(|conference| conference.sid)
            .collect();
        for conference in conferences {
            self.leave(now, conference, sid, Leaving::HungUp);
        }
    }

    /// Takes a call out of every voice queue.
    pub(crate) fn leave_queues(&mut self, sid: CallSid) {
        for (_, queue) in self.queues.entries_mut() {
            if let Some(ordinal) = queue.members.ordinal(sid) {
                queue.members.remove(ordinal);
            }
        }
    }

    /// Takes a participant out of a conference, which may end by that.
    pub(crate) fn leave(
        &mut self,
        now: Moment,
        conference: ConferenceSid,
        call: CallSid,
        leaving: Leaving,
    ) {
        let Some(found) = self.conference_mut(conference) else {
            return;
        };
        let gone = found
            .participants
            .ordinal(call)
            .and_then(|ordinal| found.participants.remove(ordinal));
        let Some(gone) = gone else {
            return;
        };
        found.updated = now;
        let reason = match (gone.end_conference_on_exit, leaving) {
            (true, Leaving::HungUp) => "participant-with-end-conference-on-exit-left",
            (true, Leaving::Kicked) => "participant-with-end-conference-on-exit-kicked",
            (false, _) if !found.participants.is_empty() => return,
            (false, Leaving::HungUp) => "last-participant-left",
            (false, Leaving::Kicked) => "last-participant-kicked",
        };
        self.end_conference(now, conference, reason, Some(call));
    }

    /// Ends a conference; those who are left are hung up.
    pub(crate) fn end_conference(
        &mut self,
        now: Moment,
        sid: ConferenceSid,
        reason: &str,
        call: Option<CallSid>,
    ) {
        let scramble = self.scramble;
        let Some(conference) = self.conference_mut(sid) else {
            return;
        };
        if conference.status == ConferenceStatus::Completed {
            return;
        }
        conference.status = ConferenceStatus::Completed;
        conference.reason_ended = Some(reason.to_owned());
        conference.call_ending = call;
        conference.updated = now;
        let left = std::mem::replace(&mut conference.participants, Rows::new(scramble));
        for participant in left.iter() {
            self.hang_up(now, participant.call, CallStatus::Completed);
        }
    }

    /// Removes everything; SIDs go on from where they were.
    pub(crate) fn clear(&mut self) {
        self.calls = Rows::new(self.scramble);
        self.conferences = Rows::new(self.scramble);
        self.queues = Rows::new(self.scramble);
        self.numbers = Rows::new(self.scramble);
        self.recordings = Rows::new(self.scramble);
    }
}

/// How a participant left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// The call ended.
    HungUp,
    /// The API removed it.
    Kicked,
}

/// Callers in the order they entered: position 1 is the front.
pub(crate) fn in_line(queue: &QueueRow) -> Vec<&MemberRow> {
    let mut members: Vec<&MemberRow> = queue.members.iter().collect();
    members.sort_by_key(|member| member.enqueued);
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conference(voice: &mut Voice, json: &str) -> ConferenceSid {
        let seed = serde_json::from_str(json).unwrap();
        voice.add_conference(Moment::default(), seed).unwrap()
    }

    #[test]
    fn a_conference_ends_with_its_last_participant() {
        let mut voice = Voice::new(1);
        let sid = conference(
            &mut voice,
            r#"{"friendly_name": "a", "participants": [{}, {"label": "agent"}]}"#,
        );
        let calls: Vec<CallSid> = voice.calls.iter().map(|call| call.sid).collect();
        voice.leave(Moment::default(), sid, calls[0], Leaving::Kicked);
        assert_eq!(
            voice.conferences.get(sid).unwrap().status,
            ConferenceStatus::InProgress
        );
        voice.hang_up(Moment::default(), calls[1], CallStatus::Completed);
        let ended = voice.conferences.get(sid).unwrap();
        assert_eq!(ended.status, ConferenceStatus::Completed);
        assert_eq!(ended.reason_ended.as_deref(), Some("last-participant-left"));
    }

    #[test]
    fn who_ends_the_conference_on_exit_takes_the_others_along() {
        let mut voice = Voice::new(1);
        let sid = conference(
            &mut voice,
            r#"{"friendly_name": "a", "participants": [{"end_conference_on_exit": true}, {}]}"#,
        );
        let calls: Vec<CallSid> = voice.calls.iter().map(|call| call.sid).collect();
        voice.leave(Moment::default(), sid, calls[0], Leaving::Kicked);
        assert_eq!(
            voice.calls.get(calls[1]).unwrap().status,
            CallStatus::Completed
        );
        assert!(voice.conferences.get(sid).unwrap().participants.is_empty());
    }
}
