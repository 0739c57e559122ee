//! Where the story is told: runs trctl's own commands beside the emulator, shows them with their
//! output, and checks what they say.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::Output;
use std::time::Duration;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::process::Command;
use url::Url;

use crate::commands::http_client::http_client;
use crate::emulator::{Config, DEFAULT_TOKEN};
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Console, shell_word};
use crate::twilio::{Client, ClientConfig};

/// How long the emulator may be silent.
const PATIENCE: Duration = Duration::from_mins(1);

/// The stage of a story.
pub(super) struct Stage<'a> {
    console: &'a Console,
    trctl: PathBuf,
    home: tempfile::TempDir,
    account: String,
    url: String,
    now: Timestamp,
    client: Client,
    control: reqwest::Client,
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
        let account = config.account_sid;
        let token = SecretString::from(DEFAULT_TOKEN);
        let mut client = ClientConfig::new(account, account.to_string(), token);
        let base: Url = url.parse()?;
        client.base_url = Some(base.clone());
        Ok(Self {
            console,
            trctl: std::env::current_exe().context("cannot find trctl itself")?,
            home: tempfile::tempdir().context("cannot make a home for the demo")?,
            account: account.to_string(),
            url,
            now,
            client: Client::new(client)?,
            control: http_client(&base, PATIENCE)?,
            after_command: Cell::new(false),
        })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// For what happens without a command.
    pub(super) fn client(&self) -> &Client {
        &self.client
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

    /// Runs a command and shows it. Each proof is a set of words that must stand together in one
    /// line of its output.
    pub(super) async fn run(&self, line: &[&str], proofs: &[&[&str]]) -> anyhow::Result<String> {
        let shown: Vec<String> = line.iter().map(|word| shell_word(word)).collect();
        let gap = if self.after_command.replace(true) {
            "\n"
        } else {
            ""
        };
        self.console
            .print_line(&format!("{gap}$ trctl {}", shown.join(" ")))?;
        let output = self.command(line).await?;
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        let stderr = String::from_utf8_lossy(&output.stderr)
            .replace(&*self.home.path().to_string_lossy(), "~");
        for line in stdout.lines().chain(stderr.lines()) {
            self.console.print_line(&format!("  {line}"))?;
        }
        let problem = if output.status.success() {
            proofs
                .iter()
                .find(|words| {
                    !stdout
                        .lines()
                        .any(|line| words.iter().all(|word| line.contains(word)))
                })
                .map(|words| format!("no line of it says `{}`", words.join(" … ")))
        } else {
            Some(format!("it ended with {}", output.status))
        };
        match problem {
            None => Ok(stdout),
            Some(problem) => Err(Failure::new(
                ExitCode::CheckFailed,
                format!(
                    "`trctl {}` did not come out as told: {problem}",
                    shown.join(" ")
                ),
            )
            .into()),
        }
    }

    /// The first line a command prints, without showing the command.
    pub(super) async fn ask(&self, line: &[&str]) -> anyhow::Result<String> {
        let output = self.command(line).await?;
        let text = String::from_utf8_lossy(&output.stdout);
        text.lines().next().map(str::to_owned).with_context(|| {
            let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
            format!("`trctl {}` found nothing: {stderr}", line.join(" "))
        })
    }

    async fn command(&self, line: &[&str]) -> anyhow::Result<Output> {
        let mut command = Command::new(&self.trctl);
        command
            .args(line)
            .env_clear()
            .env("HOME", self.home.path())
            .current_dir(self.home.path())
            .env("TRCTL_BASE_URL", &self.url)
            .env("TWILIO_ACCOUNT_SID", &self.account)
            .env("TWILIO_AUTH_TOKEN", DEFAULT_TOKEN)
            .env("TRCTL_WORKSPACE", "writers")
            .env("TRCTL_NOW", self.now.to_string());
        command
            .output()
            .await
            .with_context(|| format!("cannot run {}", self.trctl.display()))
    }

    /// Turns the emulated clock.
    pub(super) async fn pass(&mut self, time: SignedDuration) -> anyhow::Result<()> {
        self.now += time;
        self.post("clock", &json!({ "advance": time.as_secs() }))
            .await?;
        Ok(())
    }

    /// Hands the emulated clock over to the real one.
    pub(super) async fn let_time_run(&self) -> anyhow::Result<()> {
        self.post("clock", &json!({ "mode": "real", "now": Timestamp::now() }))
            .await?;
        Ok(())
    }

    /// Does something that happens on the telephone network or in an agent's page.
    pub(super) async fn post(&self, control: &str, body: &Value) -> anyhow::Result<Value> {
        let answer = self
            .control
            .post(format!("{}/_emulator/{control}", self.url))
            .header("Content-Type", "application/json")
            .body(body.to_string())
            .send()
            .await
            .and_then(reqwest::Response::error_for_status)
            .with_context(|| format!("the emulator refused `{control}`"))?;
        let text = answer.text().await?;
        Ok(serde_json::from_str(&text)?)
    }

    /// How a shell reaches the emulator that was left running.
    pub(super) fn directions(&self) -> String {
        format!(
            "\nThe emulator goes on at {url} until Ctrl-C. In another shell:\n\
             \n  export TRCTL_BASE_URL={url} TRCTL_WORKSPACE=writers\n  \
             export TWILIO_ACCOUNT_SID={account} TWILIO_AUTH_TOKEN={DEFAULT_TOKEN}\n  \
             trctl tasks list",
            url = self.url,
            account = self.account,
        )
    }
}
