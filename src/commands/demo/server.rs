//! `trctl serve` beside the story, a process of its own as it is in life.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::Stdio;
use std::time::Duration;

use anyhow::Context as _;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout};

use super::stage::{Proof, Stage, says};
use crate::commands::signals::{self, Caught};
use crate::exit_code::{ExitCode, Failure};

/// How long it may take to start, and events to be counted.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often it is asked whether everything has been counted.
const AGAIN: Duration = Duration::from_millis(20);

/// How long it may take to end: longer than it waits itself for requests under way.
const FAREWELL: Duration = Duration::from_secs(15);

/// A running server; killed with this value.
pub(super) struct Server {
    child: Child,
    url: String,
}

impl Server {
    /// Starts one and shows what it prints, until all proofs are among that.
    pub(super) async fn start(stage: &Stage<'_>, proofs: &[Proof<'_>]) -> anyhow::Result<Self> {
        let url = format!("http://{}", free_address()?);
        let port = url.rsplit(':').next().unwrap_or_default();
        let line = [
            "serve",
            "--port",
            port,
            "--public-url",
            &url,
            "--register",
            "--yes",
        ];
        stage.show_command(&line)?;
        let log = stage.home().join("serve.log");
        let mut child = stage
            .command(&line)
            .env("TR_TOKEN_PASSWORD", super::PASSWORD)
            // It tells the time by the real clock, as the browsers do that it serves.
            .env_remove("TRCTL_NOW")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&log).context("cannot keep what the server says")?)
            .kill_on_drop(true)
            .spawn()
            .context("cannot start `trctl serve`")?;
        let stdout = child.stdout.take().context("the server has no output")?;
        let mut lines = BufReader::new(stdout).lines();
        let begun = tokio::time::timeout(PATIENCE, begin(stage, &mut lines, proofs)).await;
        if !matches!(begun, Ok(Ok(true))) {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            return Err(Failure::new(
                ExitCode::CheckFailed,
                format!("`trctl serve` did not come up as told: {}", said.trim_end()),
            )
            .into());
        }
        // A pipe that nobody reads would one day stop it.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(Self { child, url })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// What it answers.
    pub(super) async fn get(&self, stage: &Stage<'_>, path: &str) -> anyhow::Result<String> {
        let url = format!("{}{path}", self.url);
        let answer = stage
            .http()
            .get(&url)
            .send()
            .await
            .and_then(reqwest::Response::error_for_status)
            .with_context(|| format!("cannot read {url}"))?;
        Ok(answer.text().await?)
    }

    /// The same as data, asked for again until it is as wanted: events are on their way for a moment.
    /// If it never is, what came last.
    pub(super) async fn settled<T: DeserializeOwned>(
        &self,
        stage: &Stage<'_>,
        path: &str,
        wanted: impl Fn(&T) -> bool,
    ) -> anyhow::Result<T> {
        let mut tries = PATIENCE.as_millis() / AGAIN.as_millis();
        loop {
            let answer = serde_json::from_str(&self.get(stage, path).await?)
                .with_context(|| format!("cannot understand {path}"))?;
            tries -= 1;
            if tries == 0 || wanted(&answer) {
                return Ok(answer);
            }
            tokio::time::sleep(AGAIN).await;
        }
    }

    /// Tells it to end, and waits for a while.
    pub(super) async fn end(mut self) {
        signals::send(&self.child, Caught::Terminate);
        let _ = tokio::time::timeout(FAREWELL, self.child.wait()).await;
    }
}

/// Whether everything was said before the output ended.
async fn begin(
    stage: &Stage<'_>,
    lines: &mut Lines<BufReader<ChildStdout>>,
    proofs: &[Proof<'_>],
) -> anyhow::Result<bool> {
    let mut said = String::new();
    while !proofs.iter().all(|proof| says(&said, proof)) {
        let Some(line) = lines.next_line().await? else {
            return Ok(false);
        };
        stage.show_output(&line)?;
        said.push_str(&line);
        said.push('\n');
    }
    Ok(true)
}

/// The server is told its own public URL before it listens, so a port has to be found for it.
fn free_address() -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr()?)
}
