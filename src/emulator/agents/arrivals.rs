//! Calls that arrive as a Poisson process.

use serde::{Deserialize, Serialize};

use super::chance::Chance;
use super::plan::Stream;
use super::{Due, Stage};
use crate::emulator::telephone::NewCall;
use crate::routing::Moment;

/// Tells the chances of arrivals from those of agents.
const ARRIVALS: u64 = 1;
/// When the next one calls.
const WHEN: u64 = 0;
/// Who the next one is.
const WHO: u64 = 1;

/// How far the calls of an entry of the script have come.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Arriving {
    /// Nobody calls any more from here on.
    end: Option<Moment>,
    /// When the next one calls.
    pub(super) next: Option<Moment>,
    pub(super) placed: u64,
    /// Calls to a number that is gone.
    pub(super) refused: u64,
    /// Calls that are over whose caller talked to somebody.
    pub(super) answered: u64,
    /// Calls that are over whose caller did not.
    pub(super) abandoned: u64,
}

impl Arriving {
    pub(super) fn begin(stream: &Stream, now: Moment) -> Self {
        Self {
            end: stream.lasts.map(|lasts| now.plus_milliseconds(lasts.0)),
            ..Self::default()
        }
    }
}

impl Stage<'_> {
    fn chance_of(&self, place: usize, matter: u64) -> Chance {
        let number = self
            .agents
            .arriving
            .get(place)
            .map_or(0, |arriving| arriving.placed + arriving.refused);
        let place = u64::try_from(place).expect("there are not that many");
        Chance::of(self.agents.seed(), &[ARRIVALS, place, number, matter])
    }

    /// Sets when the next one calls.
    pub(super) fn await_arrival(&mut self, place: usize, after: Moment) {
        let mut chance = self.chance_of(place, WHEN);
        let agents = &mut *self.agents;
        let stream = agents
            .script
            .as_ref()
            .and_then(|script| script.plan.arrivals.get(place));
        let (Some(stream), Some(arriving)) = (stream, agents.arriving.get_mut(place)) else {
            return;
        };
        let is_full = stream
            .total
            .is_some_and(|total| arriving.placed + arriving.refused >= total);
        let next = stream
            .next(after, &mut chance)
            .filter(|next| !is_full && arriving.end.is_none_or(|end| *next < end));
        arriving.next = next;
        if let Some(next) = next {
            self.agents.alarm(next, Due::Arrival(place));
        }
    }

    pub(super) fn arrives(&mut self, place: usize) {
        let mut chance = self.chance_of(place, WHO);
        let stream = self
            .agents
            .script
            .as_ref()
            .and_then(|script| script.plan.arrivals.get(place));
        let Some(stream) = stream else {
            return;
        };
        let (to, from, caller) = stream.pick(&mut chance);
        let mut new = NewCall::new(to, from);
        new.arrival = Some(place);
        if let Some(caller) = caller {
            new.digits.clone_from(&caller.digits);
            new.say.clone_from(&caller.say);
            new.patience_ms = caller.patience.map(|spread| spread.draw(&mut chance));
            new.talk_ms = caller.talk.map(|spread| spread.draw(&mut chance));
        }
        let placed = self.place(new).is_ok();
        if let Some(arriving) = self.agents.arriving.get_mut(place) {
            if placed {
                arriving.placed += 1;
            } else {
                arriving.refused += 1;
            }
        }
        self.await_arrival(place, self.now);
    }

    /// A call that arrived is over.
    pub(in crate::emulator) fn arrival_over(&mut self, place: usize, met: bool) {
        if let Some(arriving) = self.agents.arriving.get_mut(place) {
            if met {
                arriving.answered += 1;
            } else {
                arriving.abandoned += 1;
            }
        }
    }
}
