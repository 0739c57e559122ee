//! Connections whose other end is waited for, but not for ever.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

use super::settings::Limits;

/// Whether a request of the connection is being answered. Its body has a time-out of its own, and
/// its answer may take as long as it takes.
#[derive(Debug, Default)]
pub(super) struct Phase {
    answering: AtomicBool,
    begun: AtomicU64,
    /// Whether the other end has said anything at all.
    heard: AtomicBool,
}

/// A request that is being answered, from its head to the last byte of its answer.
#[derive(Debug)]
pub(super) struct Answering(Arc<Phase>);

impl Phase {
    pub(super) fn begin(self: &Arc<Self>) -> Answering {
        self.begun.fetch_add(1, Ordering::Relaxed);
        self.answering.store(true, Ordering::Release);
        Answering(Arc::clone(self))
    }

    /// Whether the other end has never said anything: nobody waits for an answer.
    pub(super) fn is_untouched(&self) -> bool {
        !self.heard.load(Ordering::Relaxed)
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.answering.store(false, Ordering::Release);
    }
}

/// What the connection is waiting for, between answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    FirstRequest,
    NextRequest,
    RestOfHead,
}

/// A connection that ends when its other end takes too long.
pub(super) struct Patient<S> {
    stream: S,
    phase: Arc<Phase>,
    header: Duration,
    idle: Duration,
    write: Duration,
    waiting: Waiting,
    since: Instant,
    answered: u64,
    alarm: Option<Pin<Box<Sleep>>>,
    stuck: Option<Pin<Box<Sleep>>>,
}

impl<S> Patient<S> {
    pub(super) fn new(stream: S, limits: &Limits, phase: Arc<Phase>) -> Self {
        Self {
            stream,
            phase,
            header: limits.header_timeout,
            idle: limits.idle_timeout,
            write: limits.write_timeout,
            waiting: Waiting::FirstRequest,
            since: Instant::now(),
            answered: 0,
            alarm: None,
            stuck: None,
        }
    }

    /// Notices what happened since it was last asked.
    fn look(&mut self) {
        let begun = self.phase.begun.load(Ordering::Relaxed);
        if begun != self.answered && !self.phase.answering.load(Ordering::Acquire) {
            self.answered = begun;
            self.waiting = Waiting::NextRequest;
            self.since = Instant::now();
        }
    }

    fn deadline(&self) -> Instant {
        let patience = match self.waiting {
            Waiting::FirstRequest | Waiting::RestOfHead => self.header,
            Waiting::NextRequest => self.idle,
        };
        self.since + patience
    }

    /// Whether nothing came for too long; else somebody is told when it will be.
    fn is_late(&mut self, context: &mut Context<'_>) -> bool {
        if self.phase.answering.load(Ordering::Acquire) {
            return false;
        }
        let deadline = self.deadline();
        let alarm = self
            .alarm
            .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline)));
        // A later deadline is looked at when the earlier one has passed: moving the alarm with
        // every request would cost more than it saves.
        if alarm.deadline() > deadline || alarm.is_elapsed() {
            alarm.as_mut().reset(deadline);
        }
        while alarm.as_mut().poll(context).is_ready() {
            if deadline <= Instant::now() {
                return true;
            }
            alarm.as_mut().reset(deadline);
        }
        false
    }

    /// The end of a write that did not get on for too long.
    fn check_write<T>(
        &mut self,
        context: &mut Context<'_>,
        outcome: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if outcome.is_ready() {
            self.stuck = None;
            return outcome;
        }
        let write = self.write;
        let stuck = self
            .stuck
            .get_or_insert_with(|| Box::pin(tokio::time::sleep(write)));
        if stuck.as_mut().poll(context).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        Poll::Pending
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.look();
        match Pin::new(&mut self.stream).poll_read(context, buffer) {
            Poll::Ready(outcome) => {
                // A client that sends byte by byte gains nothing: the first one counts.
                if self.waiting != Waiting::RestOfHead {
                    match self.waiting {
                        Waiting::NextRequest => self.since = Instant::now(),
                        _ => self.phase.heard.store(true, Ordering::Relaxed),
                    }
                    self.waiting = Waiting::RestOfHead;
                }
                Poll::Ready(outcome)
            }
            Poll::Pending if self.is_late(context) => {
                Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
            }
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.check_write(context, outcome)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_flush(context);
        self.check_write(context, outcome)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_shutdown(context);
        self.check_write(context, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.check_write(context, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream};

    fn connection() -> (DuplexStream, Patient<DuplexStream>, Arc<Phase>) {
        let limits = Limits {
            header_timeout: Duration::from_secs(10),
            idle_timeout: Duration::from_secs(75),
            write_timeout: Duration::from_secs(30),
            ..Limits::default()
        };
        let (client, server) = tokio::io::duplex(16);
        let phase = Arc::new(Phase::default());
        let patient = Patient::new(server, &limits, Arc::clone(&phase));
        (client, patient, phase)
    }

    async fn waited(patient: &mut Patient<DuplexStream>) -> Duration {
        let start = Instant::now();
        let error = patient.read_u8().await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        start.elapsed()
    }

    fn about(span: Duration, seconds: u64) -> bool {
        // The timer counts milliseconds.
        span.abs_diff(Duration::from_secs(seconds)) < Duration::from_millis(5)
    }

    #[tokio::test(start_paused = true)]
    async fn who_says_nothing_is_let_go_as_early_as_who_says_half() {
        let (_client, mut patient, _) = connection();
        assert!(about(waited(&mut patient).await, 10));

        let (mut client, mut patient, _) = connection();
        client.write_all(b"G").await.unwrap();
        assert_eq!(patient.read_u8().await.unwrap(), b'G');
        tokio::time::advance(Duration::from_secs(6)).await;
        client.write_all(b"E").await.unwrap();
        assert_eq!(patient.read_u8().await.unwrap(), b'E');
        assert!(about(waited(&mut patient).await, 4));
    }

    #[tokio::test(start_paused = true)]
    async fn an_idle_connection_is_kept_longer_and_counts_anew() {
        let (mut client, mut patient, phase) = connection();
        for _ in 0..3 {
            client.write_all(b"G").await.unwrap();
            assert_eq!(patient.read_u8().await.unwrap(), b'G');
            drop(phase.begin());
            let silent = tokio::time::timeout(Duration::from_mins(1), patient.read_u8());
            assert!(silent.await.is_err());
        }
        assert!(about(waited(&mut patient).await, 15));
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_may_take_its_time() {
        let (mut client, mut patient, phase) = connection();
        client.write_all(b"G").await.unwrap();
        assert_eq!(patient.read_u8().await.unwrap(), b'G');
        let answering = phase.begin();
        let silent = tokio::time::timeout(Duration::from_hours(1), patient.read_u8());
        assert!(silent.await.is_err());
        drop(answering);
        assert!(about(waited(&mut patient).await, 75));
    }

    #[tokio::test(start_paused = true)]
    async fn who_does_not_read_is_let_go() {
        let (_client, mut patient, _) = connection();
        let start = Instant::now();
        let error = patient.write_all(&[0; 64]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert!(about(start.elapsed(), 30));
    }
}
