//! `--watch`: the same again and again until somebody has seen enough.

use std::time::Duration;

use super::App;

impl App {
    /// Runs a command that shows something; with `--watch` again every few seconds, each time on
    /// a cleared screen where there is one. It ends with the first failure, or by Ctrl-C.
    ///
    /// # Errors
    /// Those of the command.
    pub async fn watch<F>(&self, show: impl Fn() -> F) -> anyhow::Result<()>
    where
        F: Future<Output = anyhow::Result<()>>,
    {
        let Some(seconds) = self.global.watch else {
            return show().await;
        };
        loop {
            self.console.clear()?;
            show().await?;
            tokio::time::sleep(Duration::from_secs(seconds.get())).await;
        }
    }
}
