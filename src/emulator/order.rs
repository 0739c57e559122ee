//! What is under way outside of the state: so that a clock that stands still can wait for it, and
//! so that answers change the state in the order of their questions, whatever machine answers
//! first.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// Questions and webhooks under way.
#[derive(Debug, Default)]
pub(crate) struct Order {
    under_way: Mutex<UnderWay>,
    /// Something is no longer under way.
    changed: Notify,
}

#[derive(Debug, Default)]
struct UnderWay {
    last: u64,
    /// Questions whose answers change the state.
    questions: BTreeSet<u64>,
    /// Webhooks whose answers do not.
    others: usize,
    /// Webhooks that time may leave behind.
    trailing: usize,
}

/// Webhooks that time leaves behind at most before it waits for them.
const TRAILING: usize = 1024;

/// A question under way, until it is dropped.
#[derive(Debug)]
pub(crate) struct Ticket {
    order: Arc<Order>,
    number: u64,
}

/// A webhook under way, until it is dropped.
#[derive(Debug)]
pub(crate) struct Busy(Arc<Order>);

/// A webhook under way that time may leave behind, until it is dropped.
#[derive(Debug)]
pub(crate) struct Trailing(Arc<Order>);

impl Order {
    fn lock(&self) -> MutexGuard<'_, UnderWay> {
        self.under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// A question begins, behind all that have begun.
    pub(crate) fn ticket(self: &Arc<Self>) -> Ticket {
        let mut under_way = self.lock();
        under_way.last += 1;
        let number = under_way.last;
        under_way.questions.insert(number);
        Ticket {
            order: Arc::clone(self),
            number,
        }
    }

    /// A webhook begins.
    pub(crate) fn busy(self: &Arc<Self>) -> Busy {
        self.lock().others += 1;
        Busy(Arc::clone(self))
    }

    /// A webhook begins that time may leave behind.
    pub(crate) fn trailing(self: &Arc<Self>) -> Trailing {
        self.lock().trailing += 1;
        Trailing(Arc::clone(self))
    }

    /// Waits until nothing is under way, apart from some webhooks that time may leave behind.
    pub(crate) async fn idle(&self) {
        self.until(|under_way| under_way.is_idle() && under_way.trailing <= TRAILING)
            .await;
    }

    /// Waits until nothing at all is under way.
    pub(crate) async fn rest(&self) {
        self.until(|under_way| under_way.is_idle() && under_way.trailing == 0)
            .await;
    }

    async fn until(&self, is_so: impl Fn(&UnderWay) -> bool) {
        loop {
            let mut changed = std::pin::pin!(self.changed.notified());
            // From here on no change is missed.
            changed.as_mut().enable();
            if is_so(&self.lock()) {
                return;
            }
            changed.await;
        }
    }
}

impl UnderWay {
    fn is_idle(&self) -> bool {
        self.questions.is_empty() && self.others == 0
    }
}

impl Ticket {
    /// Waits until all questions before this one have been answered.
    pub(crate) async fn turn(&self) {
        self.order
            .until(|under_way| under_way.questions.first() == Some(&self.number))
            .await;
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.order.lock().questions.remove(&self.number);
        self.order.changed.notify_waiters();
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.lock().others -= 1;
        self.0.changed.notify_waiters();
    }
}

impl Drop for Trailing {
    fn drop(&mut self) {
        self.0.lock().trailing -= 1;
        self.0.changed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn answers_wait_for_those_to_earlier_questions() {
        let order = Arc::new(Order::default());
        let (first, second) = (order.ticket(), order.ticket());
        first.turn().await;
        let waits = tokio::spawn(async move { second.turn().await });
        tokio::task::yield_now().await;
        assert!(!waits.is_finished());
        drop(first);
        waits.await.unwrap();
        order.idle().await;
        let busy = order.busy();
        let idle = tokio::spawn({
            let order = Arc::clone(&order);
            async move { order.idle().await }
        });
        tokio::task::yield_now().await;
        assert!(!idle.is_finished());
        drop(busy);
        idle.await.unwrap();
        let trailing = order.trailing();
        order.idle().await;
        let rest = tokio::spawn({
            let order = Arc::clone(&order);
            async move { order.rest().await }
        });
        tokio::task::yield_now().await;
        assert!(!rest.is_finished());
        drop(trailing);
        rest.await.unwrap();
    }
}
