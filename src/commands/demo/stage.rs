//! Where the story is told: runs trctl's own commands beside the emulator, shows them with their
//! output, and checks what they say.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tokio::process::Command;
use url::Url;

use super::{CENTRE, NUMBER, PASSWORD};
use crate::commands::http_client::http_client;
use crate::emulator::{Config, DEFAULT_TOKEN};
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Console, shell_word};
use crate::settings::private;

/// How long the emulator and the server may be silent.
const PATIENCE: Duration = Duration::from_mins(1);

/// Name of the settings file in the story's home.
const SETTINGS: &str = "config.toml";

/// Words that must stand together in one line of what a command prints.
pub(super) type Proof<'p> = &'p [&'p str];

/// Whether a line has them all.
pub(super) fn says(text: &str, proof: Proof<'_>) -> bool {
    text.lines()
        .any(|line| proof.iter().all(|word| line.contains(word)))
}

/// The stage of a story.
pub(super) struct Stage<'a> {
    console: &'a Console,
    trctl: PathBuf,
    home: tempfile::TempDir,
    account: String,
    url: String,
    now: Timestamp,
    http: reqwest::Client,
    /// Whether a command was the last thing shown.
    after_command: Cell<bool>,
}

impl<'a> Stage<'a> {
    pub(super) fn new(
        console: &'a Console,
        config: &Config,
        url: String,
        now: Timestamp,
    ) -> anyhow::Result<Self> {
        let base: Url = url.parse()?;
        let home = tempfile::tempdir().context("cannot make a home for the demo")?;
        private::replace(&home.path().join(SETTINGS), CENTRE.as_bytes())
            .context("cannot write the settings of the demo")?;
        Ok(Self {
            console,
            trctl: std::env::current_exe().context("cannot find trctl itself")?,
            home,
            account: config.account_sid.to_string(),
            url,
            now,
            http: http_client(&base, PATIENCE)?,
            after_command: Cell::new(false),
        })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Where the story keeps its files.
    pub(super) fn home(&self) -> &Path {
        self.home.path()
    }

    /// The way to the emulator and to the server.
    pub(super) fn http(&self) -> &reqwest::Client {
        &self.http
    }

    /// Tells what happens next.
    pub(super) fn say(&self, text: &str) -> anyhow::Result<()> {
        self.after_command.set(false);
        Ok(self.console.print_heading(text)?)
    }

    /// Shows what happened without a command.
    pub(super) fn show(&self, line: &str) -> anyhow::Result<()> {
        Ok(self.console.print_line(&format!("  {line}"))?)
    }

    /// Shows a command that is about to run.
    pub(super) fn show_command(&self, line: &[&str]) -> anyhow::Result<()> {
        let gap = if self.after_command.replace(true) {
            "\n"
        } else {
            ""
        };
        let shown = shown(line);
        Ok(self.console.print_line(&format!("{gap}$ {shown}"))?)
    }

    /// Shows a line that a command printed.
    pub(super) fn show_output(&self, line: &str) -> anyhow::Result<()> {
        self.show(&line.replace(&*self.home.path().to_string_lossy(), "~"))
    }

    /// Runs a command, shows it with what it prints, and looks for the proofs in that.
    pub(super) async fn run(&self, line: &[&str], proofs: &[Proof<'_>]) -> anyhow::Result<String> {
        self.show_command(line)?;
        let output = self.output(line).await?;
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        for line in stdout.lines().chain(stderr.lines()) {
            self.show_output(line)?;
        }
        let problem = if output.status.success() {
            proofs
                .iter()
                .find(|proof| !says(&stdout, proof))
                .map(|proof| format!("no line of it says `{}`", proof.join(" … ")))
        } else {
            Some(format!("it ended with {}", output.status))
        };
        match problem {
            None => Ok(stdout),
            Some(problem) => Err(Failure::new(
                ExitCode::CheckFailed,
                format!("`{}` did not come out as told: {problem}", shown(line)),
            )
            .into()),
        }
    }

    /// The first line a command prints, without showing the command.
    pub(super) async fn ask(&self, line: &[&str]) -> anyhow::Result<String> {
        let output = self.output(line).await?;
        let text = String::from_utf8_lossy(&output.stdout);
        text.lines().next().map(str::to_owned).with_context(|| {
            let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
            format!("`trctl {}` found nothing: {stderr}", line.join(" "))
        })
    }

    async fn output(&self, line: &[&str]) -> anyhow::Result<Output> {
        let mut command = self.command(line);
        command
            .output()
            .await
            .with_context(|| format!("cannot run {}", self.trctl.display()))
    }

    /// A command of trctl's, with nothing of whoever started the demo.
    pub(super) fn command(&self, line: &[&str]) -> Command {
        let mut command = Command::new(&self.trctl);
        command
            .args(line)
            .env_clear()
            .env("HOME", self.home.path())
            .current_dir(self.home.path())
            .env("TRCTL_CONFIG", self.home.path().join(SETTINGS))
            .env("TRCTL_BASE_URL", &self.url)
            .env("TWILIO_ACCOUNT_SID", &self.account)
            .env("TWILIO_AUTH_TOKEN", DEFAULT_TOKEN)
            .env("TRCTL_WORKSPACE", "writers")
            .env("TRCTL_NOW", self.now.to_string());
        command
    }

    /// Turns the emulated clock.
    pub(super) async fn pass(&mut self, time: SignedDuration) -> anyhow::Result<()> {
        self.now += time;
        self.post("clock", &json!({ "advance": time.as_secs() }))
            .await
    }

    /// Hands the emulated clock over to the real one.
    pub(super) async fn let_time_run(&self) -> anyhow::Result<()> {
        self.post("clock", &json!({ "mode": "real", "now": Timestamp::now() }))
            .await
    }

    /// What went wrong that no command was told of: webhooks that failed, impossible TwiML.
    pub(super) async fn alerts(&self) -> anyhow::Result<Vec<Value>> {
        let answer = self
            .http
            .get(format!("{}/_emulator/alerts", self.url))
            .send()
            .await
            .and_then(reqwest::Response::error_for_status)
            .context("the emulator does not tell its alerts")?;
        let mut told: Value = serde_json::from_str(&answer.text().await?)?;
        let alerts = told["alerts"].take();
        Ok(serde_json::from_value(alerts)?)
    }

    async fn post(&self, control: &str, body: &Value) -> anyhow::Result<()> {
        self.http
            .post(format!("{}/_emulator/{control}", self.url))
            .header("Content-Type", "application/json")
            .body(body.to_string())
            .send()
            .await
            .and_then(reqwest::Response::error_for_status)
            .with_context(|| format!("the emulator refused `{control}`"))?;
        Ok(())
    }

    /// What can be done with a story that goes on.
    pub(super) fn directions(&self, server: &str) -> String {
        format!(
            "\nIt goes on until Ctrl-C:\n\n  \
             {server}/dashboard   the board\n  \
             {server}/agent       the agents' page: dave, edith or susan, password `{PASSWORD}`\n\n\
             In another shell:\n\n  \
             export TRCTL_BASE_URL={url} TRCTL_WORKSPACE=writers\n  \
             export TWILIO_ACCOUNT_SID={account} TWILIO_AUTH_TOKEN={DEFAULT_TOKEN}\n  \
             trctl emulator call --to {NUMBER} --digits 1 --patience 5m --talk 2m\n  \
             trctl tasks list",
            url = self.url,
            account = self.account,
        )
    }
}

/// A command as a shell would be told.
fn shown(line: &[&str]) -> String {
    let words: Vec<String> = line.iter().map(|word| shell_word(word)).collect();
    format!("trctl {}", words.join(" "))
}
