//! Which path is which occasion.

/// An occasion at which Twilio asks what happens to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// A call comes in.
    Incoming,
    /// A menu was answered, or nothing was.
    Enqueue,
    /// A caller waits.
    Wait,
    /// A key was pressed while waiting.
    Key,
    /// A call has left the queue.
    AfterQueue,
    /// A caller is to leave a message.
    Voicemail,
    /// A message was recorded.
    Recording,
    /// The recording of a conversation is there.
    RecordingStatus,
    /// A message was written down.
    Transcription,
    /// A caller wants to be called back.
    Callback,
    /// Somebody outside was called.
    AfterDial,
    /// A worker was called, and is to be connected with the caller.
    Agent,
    /// A worker calls somebody; `phone` says whom.
    Outbound,
    /// A worker passes a call on; `worker` says to whom, `by` who does.
    Transfer,
    /// The usual document could not be had.
    Fallback,
    /// A call's status has changed.
    Status,
}

/// Every path, the canonical one of each route first; the others are those of programs that trctl
/// replaces. All of them are asked for by GET and POST.
pub const ROUTES: [(&str, Route); 31] = [
    ("/voice/incoming", Route::Incoming),
    ("/voice/enqueue", Route::Enqueue),
    ("/voice/wait", Route::Wait),
    ("/voice/key", Route::Key),
    ("/voice/after-queue", Route::AfterQueue),
    ("/voice/voicemail", Route::Voicemail),
    ("/voice/recording", Route::Recording),
    ("/voice/recording-status", Route::RecordingStatus),
    ("/voice/transcription", Route::Transcription),
    ("/voice/callback", Route::Callback),
    ("/voice/after-dial", Route::AfterDial),
    ("/voice/agent", Route::Agent),
    ("/voice/outbound", Route::Outbound),
    ("/voice/transfer", Route::Transfer),
    ("/voice/fallback", Route::Fallback),
    ("/voice/status", Route::Status),
    ("/incoming-call", Route::Incoming),
    ("/api/ivr/welcome", Route::Incoming),
    ("/api/phone/incoming", Route::Incoming),
    ("/api/phone/call", Route::Outbound),
    ("/enqueue-call", Route::Enqueue),
    ("/api/ivr/select-team", Route::Enqueue),
    ("/hold-music", Route::Wait),
    ("/api/ivr/create-task", Route::Callback),
    ("/voice/callback-request", Route::Callback),
    ("/voicemail", Route::Voicemail),
    ("/voicemail/recording", Route::Recording),
    ("/voicemail/transcription", Route::Transcription),
    ("/api/dashboard/recording-callback", Route::RecordingStatus),
    ("/taskrouter_recording_callback", Route::RecordingStatus),
    ("/studio/call-complete", Route::Status),
];

/// The old path of [`Route::Transfer`], which says to whom and who does in itself.
pub const TRANSFER: &str = "/api/phone/transfer/{call}/forward/{worker}/initiated-by/{by}";

impl Route {
    /// The route of a path.
    pub fn of(path: &str) -> Option<Self> {
        let found = ROUTES.iter().find(|(known, _)| *known == path);
        found.map(|(_, route)| *route)
    }

    /// The canonical path.
    ///
    /// # Panics
    /// Never: every route has a path, which a test checks.
    pub fn path(self) -> &'static str {
        let found = ROUTES.iter().find(|(_, route)| *route == self);
        found
            .map(|(path, _)| *path)
            .expect("every route has a path")
    }

    /// Whether the answer is a document that a caller hears, and not only an acknowledgement.
    pub const fn is_heard(self) -> bool {
        !matches!(
            self,
            Self::RecordingStatus | Self::Transcription | Self::Status
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_path_is_one_route_and_every_route_has_a_path() {
        let paths: BTreeSet<&str> = ROUTES.iter().map(|(path, _)| *path).collect();
        assert_eq!(paths.len(), ROUTES.len());
        for (path, route) in ROUTES {
            assert_eq!(Route::of(path), Some(route));
            assert!(route.path().starts_with("/voice/"), "{route:?}");
        }
        assert_eq!(Route::of("/voice"), None);
    }
}
