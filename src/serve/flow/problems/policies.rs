//! How workers are reached.

use super::super::super::assignment::{Policy, Way, can_be_called};
use super::{Check, is_url};
use crate::model::instruction as words;
use crate::routing::alike;

impl Check<'_> {
    pub(super) fn policy(&mut self, place: &str, policy: &Policy) {
        let from = policy.from.as_deref();
        let is_from = |from: &str| matches!(from, "called" | "caller") || can_be_called(from);
        if let Some(from) = from.filter(|from| !is_from(from)) {
            self.tell(
                format!("{place}.from"),
                format!("`{from}` is neither `called`, `caller` nor a number"),
            );
        }
        if policy
            .timeout
            .is_some_and(|span| !words::RINGING.contains(&span.0))
        {
            let (shortest, longest) = words::RINGING.into_inner();
            self.tell(
                format!("{place}.timeout"),
                format!("it rings {shortest} to {longest} seconds"),
            );
        }
        let participants = policy.max_participants;
        if participants.is_some_and(|most| !words::PARTICIPANTS.contains(&most)) {
            self.tell(format!("{place}.max_participants"), "it must be 2 to 250");
        }
        for (key, word, known) in [
            ("beep", &policy.beep, words::BEEP),
            (
                "conference_trim",
                &policy.conference_trim,
                words::CONFERENCE_TRIM,
            ),
            (
                "recording_channels",
                &policy.recording_channels,
                words::RECORDING_CHANNELS,
            ),
            ("region", &policy.region, words::REGIONS),
            (
                "jitter_buffer_size",
                &policy.jitter_buffer_size,
                words::JITTER_BUFFER_SIZES,
            ),
        ] {
            if let Some(word) = word {
                self.word(&format!("{place}.{key}"), word, known);
            }
        }
        for (key, list, known) in [
            (
                "status_callback_events",
                &policy.status_callback_events,
                words::CALL_EVENTS,
            ),
            (
                "conference_status_callback_events",
                &policy.conference_status_callback_events,
                words::CONFERENCE_EVENTS,
            ),
        ] {
            for word in list.iter().flatten() {
                self.word(&format!("{place}.{key}"), word, known);
            }
        }
        for (key, url) in [
            ("url", &policy.url),
            ("status_callback", &policy.status_callback),
            ("wait_url", &policy.wait_url),
            (
                "conference_status_callback",
                &policy.conference_status_callback,
            ),
            ("recording_callback", &policy.recording_callback),
        ] {
            if let Some(url) = url
                .as_deref()
                .filter(|url| !is_url(url) && !url.starts_with('/'))
            {
                self.tell(
                    format!("{place}.{key}"),
                    format!("`{url}` is neither a URL nor a path that begins with `/`"),
                );
            }
        }
        let default = &self.flow.assignment.default;
        let url = policy.url.as_ref().or(default.url.as_ref());
        if policy.instruction == Some(Way::Redirect) && url.is_none() {
            self.tell(
                format!("{place}.url"),
                "`redirect` needs the URL of what the caller hears",
            );
        }
    }

    pub(super) fn word(&mut self, place: &str, word: &str, known: &[&str]) {
        if !known.contains(&word) {
            self.tell(
                place,
                format!(
                    "`{word}` is not one of {}{}",
                    known.join(", "),
                    alike::question(word, known.iter().copied())
                ),
            );
        }
    }
}
