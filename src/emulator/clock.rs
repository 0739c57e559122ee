//! Drives the engine by the system's clock: one task that sleeps until the next deadline and is
//! woken when that changes.

use std::sync::Arc;
use std::time::Duration;

use super::config::Clock;
use super::shared::Shared;
use crate::routing::Moment;

/// Runs until the emulator stops.
pub(crate) async fn drive(shared: Arc<Shared>) {
    loop {
        let wait = {
            let world = shared.lock();
            world
                .due()
                .map(|deadline| Duration::from_millis(deadline.milliseconds_since(world.now())))
        };
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
            let wait = moment.milliseconds_since(world.now());
            if wait == 0 {
                return;
            }
            match world.clock {
                Clock::Real => Some(Duration::from_millis(wait)),
                Clock::Manual(_) => None,
            }
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
