//! `trctl tokens worker`, `queue` and `workspace`: capability tokens of TaskRouter's.

use clap::ValueEnum;

use super::made::{self, LifeArgs};
use crate::app::App;
use crate::model::{TaskQueue, Worker};
use crate::twilio::tokens::{Capability, Channel};

/// Make the token for a worker's page
///
/// It follows the worker's events and reads the worker, the activities and the worker's own
/// reservations. What else the page does has to be allowed. Signed with the account's auth token.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tokens worker dave
  trctl tokens worker dave --allow activity,reservations --ttl 8h
  trctl tokens worker dave -o json --jq .allows")]
pub(super) struct WorkerArgs {
    /// Name or SID
    #[arg(value_name = "WORKER")]
    worker: String,

    /// What the page may do beside reading (can be repeated, or separated by commas)
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    allow: Vec<Work>,

    #[command(flatten)]
    life: LifeArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Work {
    /// Change the worker's own activity
    Activity,
    /// Answer the worker's own reservations
    Reservations,
    /// Read every task of the workspace
    Tasks,
    /// Change every task of the workspace: complete it, write its attributes
    TaskUpdates,
}

/// Make the token for a page about a queue
///
/// It follows the queue's events and reads the queue. Signed with the account's auth token.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl tokens queue Support")]
pub(super) struct QueueArgs {
    /// Name or SID
    #[arg(value_name = "QUEUE")]
    queue: String,

    /// What may be done to everything below the queue (can be repeated, or separated by commas)
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    allow: Vec<Below>,

    #[command(flatten)]
    life: LifeArgs,
}

/// Make the token for a page about the whole workspace
///
/// It follows the workspace's events and reads the workspace. Signed with the account's auth token.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tokens workspace
  trctl tokens workspace --allow read --ttl 15m")]
pub(super) struct WorkspaceArgs {
    /// What may be done to everything in the workspace (can be repeated, or separated by commas)
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    allow: Vec<Below>,

    #[command(flatten)]
    life: LifeArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Below {
    /// Read all of it
    Read,
    /// Change and create
    Change,
    /// Delete
    Delete,
}

pub(super) async fn worker(app: &App, args: &WorkerArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let worker = app.client()?.resolve::<Worker>(workspace, &args.worker);
    let channel = Channel::Worker(worker.await?);
    let account = app.credentials()?.account_sid;
    let mut token = Capability::least(account, workspace, channel);
    for what in sorted(&args.allow) {
        token = match what {
            Work::Activity => token.change_activity(),
            Work::Reservations => token.change_reservations(),
            Work::Tasks => token.read_tasks(),
            Work::TaskUpdates => token.change_tasks(),
        };
    }
    sign(app, &token, &args.life)
}

pub(super) async fn queue(app: &App, args: &QueueArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let queue = app.client()?.resolve::<TaskQueue>(workspace, &args.queue);
    let channel = Channel::TaskQueue(queue.await?);
    let account = app.credentials()?.account_sid;
    let token = Capability::least(account, workspace, channel);
    sign(app, &below(token, &args.allow), &args.life)
}

pub(super) async fn workspace(app: &App, args: &WorkspaceArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let account = app.credentials()?.account_sid;
    let token = Capability::least(account, workspace, Channel::Workspace);
    sign(app, &below(token, &args.allow), &args.life)
}

fn below(token: Capability, allowed: &[Below]) -> Capability {
    sorted(allowed).fold(token, |token, what| {
        token.everything_below(match what {
            Below::Read => "GET",
            Below::Change => "POST",
            Below::Delete => "DELETE",
        })
    })
}

/// Each once.
fn sorted<T: Copy + Ord>(given: &[T]) -> impl Iterator<Item = T> {
    let all: std::collections::BTreeSet<T> = given.iter().copied().collect();
    all.into_iter()
}

fn sign(app: &App, token: &Capability, life: &LifeArgs) -> anyhow::Result<()> {
    let life = life.life(app)?;
    made::show(app, &token.sign(life, &made::auth_token(app)?), life)
}
