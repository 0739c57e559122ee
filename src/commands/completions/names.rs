//! The names that complete a line: asked of Twilio, kept for a minute, and none rather than late.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use futures::TryStreamExt as _;
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::cli::GlobalArgs;
use crate::commands::changes::first_name;
use crate::commands::voice_queues::workflow_names;
use crate::model::{Activity, TaskChannel, TaskQueue, VoiceQueue, Worker, Workflow, Workspace};
use crate::settings::private;
use crate::twilio::{ListQuery, Resource};

/// How long somebody who types is kept waiting.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long names are good.
const FRESH: Duration = Duration::from_mins(1);

/// Names at most, a page of Twilio's: more are no help to anybody.
const MOST: u64 = 1000;

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Workspaces,
    Activities,
    Channels,
    Workers,
    Queues,
    VoiceQueues,
    Workflows,
}

impl Kind {
    /// What a noun of the command line is about.
    pub(super) fn of_noun(noun: &str) -> Option<Self> {
        Some(match noun {
            "workspace" => Self::Workspaces,
            "activities" => Self::Activities,
            "channels" => Self::Channels,
            "workers" => Self::Workers,
            "queues" => Self::Queues,
            "voice-queues" => Self::VoiceQueues,
            "workflows" => Self::Workflows,
            _ => return None,
        })
    }
}

/// Where names come from.
pub(super) struct Names {
    /// The global flags of the line: they choose the account and the workspace.
    pub(super) global: GlobalArgs,
    /// Whether the shell takes what it is told as it is, so that blanks need a backslash.
    pub(super) escaped: bool,
}

impl Names {
    /// The names that begin with what was typed, as the shell wants them.
    pub(super) fn starting_with(&self, kind: Kind, typed: &str) -> Vec<String> {
        let names = self.all(kind).unwrap_or_default();
        let begins = |name: &String| name.starts_with(typed);
        if !self.escaped {
            return names.into_iter().filter(begins).collect();
        }
        names
            .into_iter()
            .map(|name| (escaped(&name), name))
            .filter(|(escaped, name)| escaped.starts_with(typed) || begins(name))
            .map(|(escaped, _)| escaped)
            .collect()
    }

    /// All names of a kind; `None` when Twilio cannot be asked, for whatever reason.
    fn all(&self, kind: Kind) -> Option<Vec<String>> {
        let app = App::silent(GlobalArgs {
            profile: self.global.profile.clone(),
            workspace: self.global.workspace.clone(),
            base_url: self.global.base_url.clone(),
            ..GlobalArgs::default()
        });
        let kept = kept_in(&app, kind)?;
        if let Some(names) = fresh(&kept) {
            return Some(names);
        }
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .ok()?;
        let asked =
            runtime.block_on(async { tokio::time::timeout(PATIENCE, ask(&app, kind)).await });
        // A name server that does not answer is not waited for either.
        runtime.shutdown_background();
        let names = asked.ok()?.ok()?;
        // Names that cannot be kept are asked for again, that is all.
        let _ = keep(&kept, &names);
        Some(names)
    }
}

/// The file with the names of a kind; one for each account, workspace and server. `None` without
/// credentials at hand: a command that fetches them may have a question of its own.
fn kept_in(app: &App, kind: Kind) -> Option<PathBuf> {
    let settings = app.settings().ok()?;
    if settings.secret_needs_command() {
        return None;
    }
    let credentials = settings.credentials().ok()?;
    let text = |part: Option<String>| part.unwrap_or_default();
    let parts = [
        format!("{kind:?}"),
        credentials.account_sid.to_string(),
        credentials.username(),
        text(settings.base_url.as_ref().map(|url| url.value.to_string())),
        text(settings.region.as_ref().map(|region| region.value.clone())),
        text(
            settings
                .workspace
                .as_ref()
                .map(|workspace| workspace.value.clone()),
        ),
    ];
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    let digest = digest.finalize();
    let name = hex::encode(&digest[..16]);
    let directory = app.sources().cache_directory()?.join("names");
    Some(directory.join(format!("{name}.json")))
}

fn fresh(file: &Path) -> Option<Vec<String>> {
    let written = fs::metadata(file).ok()?.modified().ok()?;
    if written.elapsed().ok()? > FRESH {
        return None;
    }
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

fn keep(file: &Path, names: &[String]) -> std::io::Result<()> {
    if let Some(directory) = file.parent() {
        private::make_directory(directory)?;
    }
    private::replace(file, &serde_json::to_vec(names)?)
}

async fn ask(app: &App, kind: Kind) -> anyhow::Result<Vec<String>> {
    match kind {
        Kind::Workspaces => names_of::<Workspace>(app, ()).await,
        Kind::Activities => names_of::<Activity>(app, app.workspace().await?).await,
        Kind::Channels => names_of::<TaskChannel>(app, app.workspace().await?).await,
        Kind::Workers => names_of::<Worker>(app, app.workspace().await?).await,
        Kind::Queues => names_of::<TaskQueue>(app, app.workspace().await?).await,
        Kind::VoiceQueues => voice_queues(app).await,
        Kind::Workflows => names_of::<Workflow>(app, app.workspace().await?).await,
    }
}

async fn names_of<R: Resource>(app: &App, scope: R::Scope) -> anyhow::Result<Vec<String>> {
    let query = ListQuery::all().limit(MOST);
    let names = app
        .client()?
        .list::<R>(scope, &query)
        .map_ok(|record| first_name(&record.value))
        .try_collect()
        .await?;
    Ok(names)
}

/// Those named after a workflow go by the workflow's name, which the verbs take, too.
async fn voice_queues(app: &App) -> anyhow::Result<Vec<String>> {
    let (names, workflows) = tokio::join!(names_of::<VoiceQueue>(app, ()), workflow_names(app));
    Ok(names?
        .into_iter()
        .map(|name| workflows.get(&name).cloned().unwrap_or(name))
        .collect())
}

/// A word as bash wants it where no quote is open.
fn escaped(word: &str) -> String {
    let mut text = String::with_capacity(word.len());
    for letter in word.chars() {
        if !letter.is_alphanumeric() && !"-_=+.,:/@%".contains(letter) {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_is_one_word_to_bash() {
        assert_eq!(escaped("Support"), "Support");
        assert_eq!(escaped("Back office"), r"Back\ office");
        assert_eq!(escaped("it's $5 (größe)"), r"it\'s\ \$5\ \(größe\)");
    }
}
