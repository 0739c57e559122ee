//! `--watch`: the same again and again until somebody has seen enough.

use std::time::Duration;

use super::App;
use crate::exit_code::Failure;

impl App {
    /// Refuses `--watch` where something is changed: it would be changed once, and nothing watched.
    ///
    /// # Errors
    /// The flag was given.
    pub fn refuse_watch(&self) -> Result<(), Failure> {
        Self::refuse_flag(
            "--watch",
            self.global.watch.is_some(),
            "what changes something",
        )
    }

    /// Refuses the flags for rows where one whole document is printed.
    ///
    /// # Errors
    /// Such a flag was given.
    pub fn refuse_row_flags(&self, of: &str) -> Result<(), Failure> {
        Self::refuse_flag("--columns", self.global.columns.is_some(), of)?;
        Self::refuse_flag("--sort", !self.global.sort.is_empty(), of)?;
        Self::refuse_flag("--watch", self.global.watch.is_some(), of)
    }

    fn refuse_flag(flag: &str, is_given: bool, of: &str) -> Result<(), Failure> {
        if is_given {
            return Err(Failure::usage(format!("`{flag}` means nothing for {of}")));
        }
        Ok(())
    }

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
