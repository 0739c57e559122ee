//! Drives the engine by the system's clock: one task that sleeps until the next deadline and is
//! woken when that changes.

use std::sync::Arc;
use std::time::Duration;

use super::shared::Shared;

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
