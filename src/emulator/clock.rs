//! The emulated time: standing still or running with the system's clock, and what happens by
//! itself when it runs.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::config::Clock;
use super::shared::Shared;
use crate::routing::Moment;

/// Where the emulated time comes from at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// It stands still.
    Manual(Moment),
    /// It runs on from a moment.
    Real {
        /// The emulated time when it began to run.
        from: Moment,
        /// The system's time when it began to run.
        since: Moment,
        /// Emulated milliseconds per millisecond.
        speed: NonZeroU32,
    },
}

impl Time {
    /// The time an emulator begins with whose state was last touched at `last`: a state that is
    /// ahead of the system's clock goes on from where it stopped.
    pub(crate) fn begin(clock: Clock, last: Moment) -> Self {
        match clock {
            Clock::Manual(moment) => Self::Manual(moment),
            Clock::Real => Self::run(system().max(last), NonZeroU32::MIN),
        }
    }

    /// A time that runs on from this moment.
    pub(crate) fn run(from: Moment, speed: NonZeroU32) -> Self {
        Self::Real {
            from,
            since: system(),
            speed,
        }
    }

    pub(crate) fn now(self) -> Moment {
        self.at(system())
    }

    /// The emulated time when the system's clock shows this.
    fn at(self, system: Moment) -> Moment {
        match self {
            Self::Manual(moment) => moment,
            Self::Real { from, since, speed } => from.plus_milliseconds(
                system
                    .milliseconds_since(since)
                    .saturating_mul(speed.get().into()),
            ),
        }
    }

    /// The same kind of time at another moment.
    pub(crate) fn moved_to(self, moment: Moment) -> Self {
        match self {
            Self::Manual(_) => Self::Manual(moment),
            Self::Real { speed, .. } => Self::run(moment, speed),
        }
    }

    /// How long the system's clock runs while this much emulated time passes; never too short.
    /// `None` while time stands still.
    pub(crate) fn wait(self, milliseconds: u64) -> Option<Duration> {
        match self {
            Self::Manual(_) => None,
            Self::Real { speed, .. } => Some(Duration::from_millis(
                milliseconds.div_ceil(speed.get().into()),
            )),
        }
    }
}

/// A clock as a document keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptClock {
    now: Moment,
    /// How fast it ran; `None` when it stood still.
    speed: Option<NonZeroU32>,
}

impl KeptClock {
    pub(crate) fn of(time: Time, now: Moment) -> Self {
        let speed = match time {
            Time::Manual(_) => None,
            Time::Real { speed, .. } => Some(speed),
        };
        Self { now, speed }
    }

    /// A clock that goes on from where this one was kept.
    pub(crate) fn resume(self) -> Time {
        match self.speed {
            None => Time::Manual(self.now),
            Some(speed) => Time::run(self.now, speed),
        }
    }
}

/// What the system's clock shows.
pub(crate) fn system() -> Moment {
    Moment::from(jiff::Timestamp::now())
}

/// Lets everything happen when it is due: one task that sleeps until the next deadline and is
/// woken when that changes. Runs until the emulator stops.
pub(crate) async fn drive(shared: Arc<Shared>) {
    loop {
        let wait = shared.lock().wait();
        let due = async {
            match wait {
                Some(wait) => tokio::time::sleep(wait).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = shared.stop.cancelled() => return,
            () = shared.rearmed.notified() => {}
            () = due => shared.catch_up(),
        }
    }
}

/// Waits until the emulator's time has come so far: on a manual clock until somebody sets it so.
pub(crate) async fn until(shared: &Shared, moment: Moment) {
    loop {
        let mut visited = std::pin::pin!(shared.visited.notified());
        // From here on no visit is missed.
        visited.as_mut().enable();
        let wait = {
            let world = shared.lock();
            let left = moment.milliseconds_since(world.now());
            if left == 0 {
                return;
            }
            world.time.wait(left)
        };
        let due = async {
            match wait {
                Some(wait) => tokio::time::sleep(wait).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = visited => {}
            () = due => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_running_clock_keeps_its_distance_and_its_speed() {
        let moment = Moment::from_millisecond;
        for (speed, later) in [(1, 7_500), (60, 155_000)] {
            let time = Time::Real {
                from: moment(5_000),
                since: moment(1_000_000),
                speed: NonZeroU32::new(speed).unwrap(),
            };
            assert_eq!(time.at(moment(1_002_500)), moment(later));
            // A system's clock that is set back does not take the emulated one back.
            assert_eq!(time.at(moment(900_000)), moment(5_000));
        }
    }

    #[test]
    fn nobody_wakes_before_the_deadline() {
        let speed = NonZeroU32::new(60).unwrap();
        let time = Time::run(Moment::default(), speed);
        assert_eq!(time.wait(0), Some(Duration::ZERO));
        assert_eq!(time.wait(1), Some(Duration::from_millis(1)));
        assert_eq!(time.wait(6_000), Some(Duration::from_millis(100)));
        assert_eq!(Time::Manual(Moment::default()).wait(1), None);
    }
}
