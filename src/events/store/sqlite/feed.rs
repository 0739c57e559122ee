//! What the writer hands to the one who makes facts: new events as they are in memory, unless those
//! are too many, for then they can be read from the disk.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender};

use crate::events::RecordedEvent;

/// How many events may be on their way.
const ON_THE_WAY: usize = 4_000;

/// How much there is to be made facts of beside new events, and how much of it is: the numbers of the
/// last event told anew and of the last look.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub(super) retold: AtomicI64,
    pub(super) seen: AtomicI64,
    /// The last event told anew that the facts have in them.
    pub(super) taken: AtomicI64,
}

impl Beside {
    /// Events told anew that the facts do not have in them.
    pub(super) fn lag(&self) -> u64 {
        let (retold, taken) = (&self.retold, &self.taken);
        let lag = retold.load(Ordering::Relaxed) - taken.load(Ordering::Relaxed);
        lag.max(0).cast_unsigned()
    }
}

/// Something for the one who makes facts.
pub(super) enum Fed {
    /// Events, the first of which has this position.
    Events(i64, Vec<RecordedEvent>),
    /// There is something to be read.
    Look,
    /// Say when the facts have caught up.
    Settle(super::writer::Reply<()>),
    /// Make the facts anew, and say when that is begun.
    Rebuild(super::writer::Reply<()>),
}

/// The writer's end, and that of who opened the store.
#[derive(Clone)]
pub(super) struct Feed {
    sender: Sender<Fed>,
    on_the_way: Arc<AtomicUsize>,
    pub(super) beside: Arc<Beside>,
    copier: std::sync::mpsc::SyncSender<()>,
}

/// The other end.
pub(super) struct Fodder {
    receiver: Receiver<Fed>,
    on_the_way: Arc<AtomicUsize>,
}

impl Feed {
    /// A feed, and a bell for who copies the log back.
    pub(super) fn new(copier: std::sync::mpsc::SyncSender<()>) -> (Self, Fodder) {
        let (sender, receiver) = std::sync::mpsc::channel();
        let on_the_way = Arc::new(AtomicUsize::new(0));
        let feed = Self {
            sender,
            on_the_way: Arc::clone(&on_the_way),
            beside: Arc::default(),
            copier,
        };
        let fodder = Fodder {
            receiver,
            on_the_way,
        };
        (feed, fodder)
    }

    /// Hands events on; `beside` says that there is something else to be read.
    pub(super) fn give(&self, first: i64, events: Vec<RecordedEvent>, beside: bool) {
        let many = events.len();
        let way = self.on_the_way.load(Ordering::Relaxed);
        // Who is behind reads from the disk, and need not be told twice to look.
        if many > 0 && way + many <= ON_THE_WAY {
            self.on_the_way.fetch_add(many, Ordering::Relaxed);
            self.send(Fed::Events(first, events));
            if beside {
                self.send(Fed::Look);
            }
        } else if way < ON_THE_WAY {
            self.send(Fed::Look);
        }
    }

    /// Has it said when the facts have caught up.
    pub(super) fn settle(&self, reply: super::writer::Reply<()>) {
        self.send(Fed::Settle(reply));
    }

    /// Has the facts made anew.
    pub(super) fn rebuild(&self, reply: super::writer::Reply<()>) {
        self.send(Fed::Rebuild(reply));
    }

    /// Has the log copied back, unless that is being done.
    pub(super) fn copy_back(&self) {
        let _ = self.copier.try_send(());
    }

    fn send(&self, fed: Fed) {
        // Nobody listens when the facts cannot be written; they are made when the store is opened.
        let _ = self.sender.send(fed);
    }
}

impl Fodder {
    pub(super) fn next(
        &self,
        within: std::time::Duration,
    ) -> Result<Fed, std::sync::mpsc::RecvTimeoutError> {
        let fed = self.receiver.recv_timeout(within)?;
        if let Fed::Events(_, events) = &fed {
            self.on_the_way.fetch_sub(events.len(), Ordering::Relaxed);
        }
        Ok(fed)
    }
}
