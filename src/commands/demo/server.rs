//! `trctl serve` beside the story, a process of its own as it is in life.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
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

/// How many ports are tried.
const TRIES: u32 = 5;

/// A running server; killed with this value.
pub(super) struct Server {
    child: Child,
    url: String,
}

impl Server {
    /// Starts one and shows what it prints, until all proofs are among that.
    pub(super) async fn start(stage: &Stage<'_>, proofs: &[Proof<'_>]) -> anyhow::Result<Self> {
        let mut left = TRIES;
        loop {
            left -= 1;
            let log = stage.home().join("serve.log");
            let (server, mut lines) = Self::spawn(stage, &log)?;
            let begun =
                tokio::time::timeout(PATIENCE, begin(stage, &server.url, &mut lines, proofs)).await;
            match begun {
                Ok(Ok(Begun::Well)) => {
                    // A pipe that nobody reads would one day stop it.
                    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                    tokio::time::timeout(PATIENCE, server.is_ready(stage))
                        .await
                        .context("`trctl serve` does not get ready")?;
                    return Ok(server);
                }
                // Somebody may have taken the port meanwhile.
                Ok(Ok(Begun::Not)) if left > 0 => {}
                _ => {
                    let said = std::fs::read_to_string(&log).unwrap_or_default();
                    return Err(Failure::new(
                        ExitCode::CheckFailed,
                        format!("`trctl serve` did not come up as told: {}", said.trim_end()),
                    )
                    .into());
                }
            }
        }
    }

    fn spawn(
        stage: &Stage<'_>,
        log: &Path,
    ) -> anyhow::Result<(Self, Lines<BufReader<ChildStdout>>)> {
        let address = free_address()?;
        let url = format!("http://{address}");
        let mut child = stage
            .command(&line(&url, &address.port().to_string()))
            .env("TR_TOKEN_PASSWORD", super::PASSWORD)
            // It tells the time by the real clock, as the browsers do that it serves.
            .env_remove("TRCTL_NOW")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(log).context("cannot keep what the server says")?)
            .kill_on_drop(true)
            .spawn()
            .context("cannot start `trctl serve`")?;
        let stdout = child.stdout.take().context("the server has no output")?;
        Ok((Self { child, url }, BufReader::new(stdout).lines()))
    }

    /// Waits until it knows what the workspace's things are called: a call that comes earlier is
    /// told to try again.
    async fn is_ready(&self, stage: &Stage<'_>) {
        while self.get(stage, "/readyz").await.is_err() {
            tokio::time::sleep(AGAIN).await;
        }
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

fn line<'l>(url: &'l str, port: &'l str) -> [&'l str; 7] {
    [
        "serve",
        "--port",
        port,
        "--public-url",
        url,
        "--register",
        "--yes",
    ]
}

/// How a server began.
enum Begun {
    /// It said everything.
    Well,
    /// It ended before that.
    Badly,
    /// It ended without a word.
    Not,
}

async fn begin(
    stage: &Stage<'_>,
    url: &str,
    lines: &mut Lines<BufReader<ChildStdout>>,
    proofs: &[Proof<'_>],
) -> anyhow::Result<Begun> {
    let mut said = String::new();
    while !proofs.iter().all(|proof| says(&said, proof)) {
        let Some(printed) = lines.next_line().await? else {
            return Ok(if said.is_empty() {
                Begun::Not
            } else {
                Begun::Badly
            });
        };
        if said.is_empty() {
            let port = url.rsplit(':').next().unwrap_or_default();
            stage.show_command(&line(url, port))?;
        }
        stage.show_output(&printed)?;
        said.push_str(&printed);
        said.push('\n');
    }
    Ok(Begun::Well)
}

/// The server is told its own public URL before it listens, so a port has to be found for it.
fn free_address() -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr()?)
}
