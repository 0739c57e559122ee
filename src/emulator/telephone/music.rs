//! What a participant of a conference hears apart from the others: the `waitUrl` until it begins,
//! the `HoldUrl` while on hold, and announcements
//! (<https://www.twilio.com/docs/voice/api/conference-participant-resource>).

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Stage;
use super::document::Method;
use super::line::{Doing, Due, Form, Role, Target};
use crate::model::sid::{CallSid, ConferenceSid};

/// An announcement in a conference. One for everybody is played on one participant's line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Announcement {
    room: ConferenceSid,
    url: String,
    /// Whether everybody hears it.
    to_all: bool,
}

impl Stage<'_> {
    /// Lets a participant hear a document instead of what they hear now.
    pub(super) fn hear(&mut self, call: CallSid, role: Role, target: Target) {
        self.hear_no_more(call);
        let extra = self.extra(call, role);
        self.fetch(call, role, target, extra);
    }

    /// What the documents of a conference are asked for with besides.
    pub(super) fn conference_of(&self, call: CallSid) -> Form {
        let room = self.network.lines.get(&call).and_then(|line| line.room);
        let row = room.and_then(|room| self.voice.conferences.get(room));
        row.map_or_else(Vec::new, |row| {
            vec![
                ("ConferenceSid".into(), row.sid.to_string()),
                ("FriendlyName".into(), row.friendly_name.clone()),
            ]
        })
    }

    /// Ends what a participant hears until the conference begins or they are off hold.
    pub(super) fn stop_music(&mut self, call: CallSid) {
        self.drop_frames(call, |role| role == Role::Music);
    }

    /// Ends all that a participant hears apart from the others.
    pub(super) fn hear_no_more(&mut self, call: CallSid) {
        self.drop_frames(call, |role| {
            matches!(role, Role::Music | Role::Announcement)
        });
        let cut_off = self.line(call).and_then(|line| line.announcement.take());
        if let Some(announcement) = cut_off {
            self.tell_announced(call, &announcement, Some("interrupted"));
        }
    }

    fn drop_frames(&mut self, call: CallSid, is_dropped: impl Fn(Role) -> bool) {
        let network = &mut *self.network;
        let Some(line) = network.lines.get_mut(&call) else {
            return;
        };
        let before = line.frames.len();
        line.frames.retain(|frame| {
            let stays = !is_dropped(frame.role);
            if !stays && let Doing::Fetching(number) = frame.doing {
                network.requests.remove(&number);
            }
            stays
        });
        if line.frames.len() < before {
            self.silence(call, Due::Step);
        }
    }

    /// What a participant hears while waiting is over and not repeated: silence.
    pub(super) fn music_over(&mut self, call: CallSid) {
        if let Some(frame) = self.line(call).and_then(|line| line.frame()) {
            frame.doing = Doing::Sounding;
        }
    }

    /// The API announces something, to one participant or to all.
    pub(crate) fn announce(
        &mut self,
        room: ConferenceSid,
        to: Option<CallSid>,
        (url, method): (String, Method),
    ) {
        let first = self.inside(room).first().copied();
        let Some(call) = to.or(first) else {
            return;
        };
        if self.line(call).is_none_or(|line| line.room != Some(room)) {
            return;
        }
        self.step(call, "announcement", json!({"url": url}));
        let target = Target {
            url: url.clone(),
            method,
        };
        self.hear(call, Role::Announcement, target);
        if let Some(line) = self.line(call) {
            line.announcement = Some(Announcement {
                room,
                url,
                to_all: to.is_none(),
            });
        }
    }

    /// An announcement is over, or could not be heard.
    pub(super) fn announced(&mut self, call: CallSid, problem: Option<&str>) {
        self.drop_frames(call, |role| role == Role::Announcement);
        let announcement = self.line(call).and_then(|line| line.announcement.take());
        if let Some(announcement) = announcement {
            self.tell_announced(call, &announcement, problem);
        }
    }

    /// Tells how an announcement ended.
    pub(super) fn tell_announced(
        &mut self,
        call: CallSid,
        announcement: &Announcement,
        problem: Option<&str>,
    ) {
        let mut extra: Form = vec![("AnnounceUrl".into(), announcement.url.clone())];
        if !announcement.to_all {
            extra.push(("CallSid".into(), call.to_string()));
        }
        let event = match problem {
            None => "announcement-end",
            Some(problem) => {
                extra.push(("ReasonAnnouncementFailed".into(), problem.to_owned()));
                "announcement-fail"
            }
        };
        self.tell_room(announcement.room, event, extra);
    }
}
