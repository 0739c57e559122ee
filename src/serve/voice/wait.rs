//! While a caller waits, and the ways out of waiting.

use super::super::flow::{Cue, Then};
use super::Route;
use super::call::Call;
use crate::twilio::twiml::{Gather, Play, Verb};

impl Call<'_> {
    /// What is heard while waiting; Twilio asks again when it is over.
    pub(super) fn wait(&mut self) -> Vec<Verb> {
        let hold = &self.flow().hold;
        let waited = self.parameters.number("QueueTime").unwrap_or(0);
        let is_too_long = |limit: super::super::flow::Span| waited >= u64::from(limit.0);
        if hold.give_up_after.is_some_and(is_too_long) {
            return self.give_up(hold.give_up, waited);
        }
        let mut heard = Vec::new();
        if waited == 0 {
            heard.extend(self.cue(Cue::Hold, &[]));
        }
        heard.extend(self.place_in_line());
        let keys = [
            (&hold.voicemail_key, Cue::OfferVoicemail),
            (&hold.callback_key, Cue::OfferCallback),
        ];
        for (key, cue) in keys {
            if let Some(key) = key {
                heard.extend(self.cue(cue, &[("key", key)]));
            }
        }
        heard.push(Verb::Play(Play {
            repeat: (hold.repeat != 1).then_some(hold.repeat.max(1)),
            url: hold.audio.clone(),
            ..Play::default()
        }));
        let mut keys = [&hold.voicemail_key, &hold.callback_key]
            .into_iter()
            .flatten();
        if keys.clone().next().is_none() {
            return heard;
        }
        let since = self.since(waited);
        vec![Verb::Gather(Gather {
            num_digits: Some(1),
            // The music is over when it begins to count.
            timeout: Some(1),
            action: Some(self.url(Route::Key, &[("since", &since)])),
            finish_on_key: keys.any(|key| key == "#").then(String::new),
            verbs: heard,
            ..Gather::default()
        })]
    }

    /// Since when the caller waits, in seconds of the epoch.
    pub(super) fn since(&self, waited: u64) -> String {
        let waited = i64::try_from(waited).unwrap_or(0);
        (self.ground.now.as_second().saturating_sub(waited)).to_string()
    }

    fn place_in_line(&self) -> Vec<Verb> {
        let hold = &self.flow().hold;
        let mut heard = Vec::new();
        if hold.position {
            heard.extend(match self.parameters.number("QueuePosition") {
                None | Some(0) => Vec::new(),
                Some(1) => self.cue(Cue::PositionNext, &[]),
                Some(position) => self.cue(Cue::Position, &[("position", &position.to_string())]),
            });
        }
        let seconds = self
            .queued_for()
            .and_then(|workflow| self.ground.waits?.of(workflow))
            .or_else(|| self.parameters.number("AvgQueueTime"));
        if let Some(seconds) = seconds.filter(|seconds| hold.expected_wait && *seconds > 0) {
            let minutes = seconds.div_ceil(60);
            heard.extend(if minutes == 1 {
                self.cue(Cue::ExpectedWaitSoon, &[])
            } else {
                self.cue(Cue::ExpectedWait, &[("minutes", &minutes.to_string())])
            });
        }
        heard
    }

    /// A key was pressed while waiting.
    pub(super) fn press_while_waiting(&mut self) -> Vec<Verb> {
        let hold = &self.flow().hold;
        let pressed = self.parameters.get("Digits");
        if pressed.is_some() && pressed == hold.voicemail_key.as_deref() {
            return vec![Verb::Leave];
        }
        if pressed.is_some() && pressed == hold.callback_key.as_deref() {
            return vec![self.to_call_back()];
        }
        vec![self.redirect(Route::Wait, &[])]
    }

    /// A caller who is called back stays in the queue until that is settled: what is said then is
    /// said by the wait document, which may end the call.
    fn to_call_back(&self) -> Verb {
        let waited = self.parameters.number("QueueTime").unwrap_or(0);
        let since = self
            .parameters
            .get("since")
            .map_or_else(|| self.since(waited), str::to_owned);
        self.redirect(Route::Callback, &[("queued", "yes"), ("since", &since)])
    }

    fn give_up(&mut self, then: Then, waited: u64) -> Vec<Verb> {
        match then {
            Then::Callback => {
                let since = self.since(waited);
                vec![self.redirect(Route::Callback, &[("queued", "yes"), ("since", &since)])]
            }
            Then::HangUp => {
                let mut verbs = self.cue(Cue::Trouble, &[]);
                verbs.extend(self.cue(Cue::Goodbye, &[]));
                verbs.push(Verb::Hangup);
                verbs
            }
            Then::Voicemail | Then::Queue => vec![Verb::Leave],
        }
    }
}
