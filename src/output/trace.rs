//! `-v`: what happens inside, on stderr.

use std::io;
use std::sync::Arc;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::{self, MakeWriter};
use tracing_subscriber::layer::SubscriberExt as _;

use super::Console;

/// Shows traces on the console: requests with `-v`, details with `-vv`, libraries with `-vvv`.
/// Does nothing without `-v`, or when a subscriber is set already.
pub fn install(verbosity: u8, console: &Arc<Console>) {
    if verbosity > 0 {
        show(verbosity, console);
    }
}

/// The same for a server, which also tells what it meets without being asked: it runs where nobody
/// looks on.
pub fn install_for_server(verbosity: u8, console: &Arc<Console>) {
    show(verbosity, console);
}

fn show(verbosity: u8, console: &Arc<Console>) {
    let (own, libraries) = match verbosity {
        0 => (LevelFilter::INFO, LevelFilter::OFF),
        1 => (LevelFilter::DEBUG, LevelFilter::OFF),
        2 => (LevelFilter::TRACE, LevelFilter::OFF),
        _ => (LevelFilter::TRACE, LevelFilter::DEBUG),
    };
    let filter = Targets::new()
        .with_target("trctl", own)
        .with_default(libraries);
    let lines = fmt::layer()
        .with_ansi(console.stderr_has_color())
        .with_writer(Lines(Arc::clone(console)));
    let subscriber = tracing_subscriber::registry().with(filter).with(lines);
    let _ = tracing::subscriber::set_global_default(subscriber);
}

struct Lines(Arc<Console>);

impl<'w> MakeWriter<'w> for Lines {
    type Writer = Line<'w>;

    fn make_writer(&'w self) -> Line<'w> {
        Line(&self.0)
    }
}

struct Line<'c>(&'c Console);

impl io::Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write_stderr(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
