//! `-v`: what happens inside, on stderr.

use std::io;
use std::sync::Arc;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use super::Console;

/// Shows traces on the console: requests with `-v`, details with `-vv`, libraries with `-vvv`.
/// Does nothing without `-v`, or when a subscriber is set already.
pub fn install(verbosity: u8, console: &Arc<Console>) {
    let filter = match verbosity {
        0 => return,
        1 => "trctl=debug",
        2 => "trctl=trace",
        _ => "trctl=trace,debug",
    };
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter))
        .with_ansi(console.stderr_has_color())
        .with_writer(Lines(Arc::clone(console)))
        .finish();
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
