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
}

/// A question under way, until it is dropped.
#[derive(Debug)]
pub(crate) struct Ticket {
    order: Arc<Order>,
    number: u64,
}

/// A webhook under way, until it is dropped.
#[derive(Debug)]
pub(crate) struct Busy(Arc<Order>);

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

    /// Waits until nothing is under way.
    pub(crate) async fn idle(&self) {
        self.until(|under_way| under_way.questions.is_empty() && under_way.others == 0)
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
    }
}
