//! The signals that reach trctl while something runs, and those it sends to what it runs.

use tokio::process::Child;

/// A signal that asks for an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    not(unix),
    expect(dead_code, reason = "elsewhere there is only Ctrl-C")
)]
pub(in crate::commands) enum Caught {
    Interrupt,
    Terminate,
    Hangup,
    Quit,
}

/// Waits for signals from the moment it is made.
pub(in crate::commands) struct Signals {
    #[cfg(unix)]
    waiting: Vec<(Caught, tokio::signal::unix::Signal)>,
}

impl Signals {
    /// Takes these signals from now on; where there are none, Ctrl-C alone.
    #[cfg(unix)]
    pub(in crate::commands) fn of(kinds: &[Caught]) -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let waiting = kinds
            .iter()
            .map(|caught| {
                let kind = match caught {
                    Caught::Interrupt => SignalKind::interrupt(),
                    Caught::Terminate => SignalKind::terminate(),
                    Caught::Hangup => SignalKind::hangup(),
                    Caught::Quit => SignalKind::quit(),
                };
                Ok((*caught, signal(kind)?))
            })
            .collect::<std::io::Result<_>>()?;
        Ok(Self { waiting })
    }

    /// Takes these signals from now on; where there are none, Ctrl-C alone.
    #[cfg(not(unix))]
    pub(in crate::commands) fn of(_: &[Caught]) -> std::io::Result<Self> {
        Ok(Self {})
    }

    /// The next one.
    #[cfg(unix)]
    pub(in crate::commands) async fn next(&mut self) -> Caught {
        use std::task::Poll;
        std::future::poll_fn(|context| {
            for (caught, signal) in &mut self.waiting {
                if signal.poll_recv(context).is_ready() {
                    return Poll::Ready(*caught);
                }
            }
            Poll::Pending
        })
        .await
    }

    /// The next one.
    #[cfg(not(unix))]
    pub(in crate::commands) async fn next(&mut self) -> Caught {
        let _ = tokio::signal::ctrl_c().await;
        Caught::Interrupt
    }
}

/// Sends a signal to a command that trctl runs. That it has just ended is no failure.
#[cfg(unix)]
pub(in crate::commands) fn send(child: &Child, signal: Caught) {
    use rustix::process::{Pid, Signal, kill_process};
    let signal = match signal {
        Caught::Interrupt => Signal::INT,
        Caught::Terminate => Signal::TERM,
        Caught::Hangup => Signal::HUP,
        Caught::Quit => Signal::QUIT,
    };
    let pid = child
        .id()
        .and_then(|id| i32::try_from(id).ok())
        .and_then(Pid::from_raw);
    if let Some(pid) = pid {
        let _ = kill_process(pid, signal);
    }
}

/// The console has told the command already.
#[cfg(not(unix))]
pub(in crate::commands) fn send(_: &Child, _: Caught) {}
