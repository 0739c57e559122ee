//! What simulated agents and callers have to do with telephones.

use super::caller::{Person, Phone, Pickup};
use super::{Network, Stage};
use crate::model::sid::{ReservationSid, TaskSid};

impl Network {
    /// Calls that are played are those of no simulated callers any more.
    pub(in crate::emulator) fn forget_arrivals(&mut self) {
        for line in self.lines.values_mut() {
            line.arrival = None;
        }
    }
}

impl Stage<'_> {
    /// How the telephone behaves at which somebody is called for a reservation, wherever it
    /// stands: picked up after so many milliseconds or not at all, and hung up after so many.
    pub(in crate::emulator) fn expect_call(
        &mut self,
        reservation: ReservationSid,
        picks_up: Option<u64>,
        talks: u64,
    ) {
        let phone = Phone {
            pickup: match picks_up {
                Some(_) => Pickup::Answers,
                None => Pickup::NoAnswer,
            },
            after: picks_up.unwrap_or(0),
            person: Person {
                talk: Some(talks),
                ..Person::default()
            },
        };
        self.network.phones.expect(reservation, phone);
    }

    /// The reservation is over.
    pub(in crate::emulator) fn expect_no_call(&mut self, reservation: ReservationSid) {
        self.network.phones.forget(reservation);
    }

    /// Whether somebody's telephone rings for the reservation.
    pub(in crate::emulator) fn rings(&self, reservation: ReservationSid) -> bool {
        self.network.ringing.contains_key(&reservation)
    }

    /// Whether the call that brought the task is being played.
    pub(in crate::emulator) fn has_caller(&self, task: TaskSid) -> bool {
        let call = self.network.callers.get(&task);
        call.is_some_and(|call| self.network.lines.contains_key(call))
    }

    /// Whether the caller who brought the task talks to somebody.
    pub(in crate::emulator) fn is_talking(&self, task: TaskSid) -> bool {
        let line = self
            .network
            .callers
            .get(&task)
            .and_then(|call| self.network.lines.get(call));
        line.is_some_and(|line| line.talk.is_some() || line.room.is_some())
    }
}
