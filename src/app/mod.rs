//! What a command may touch: settings, printer, prompts, clock, client. Everything is made when it
//! is first asked for, so a command pays for nothing it does not use.

mod change;
mod outcome;
mod resume;
mod selection;
mod watch;

use std::fmt;
use std::sync::{Arc, OnceLock};

use anyhow::Context as _;
use futures::StreamExt as _;
use jiff::Timestamp;

use crate::cli::GlobalArgs;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Workspace;
use crate::model::sid::WorkspaceSid;
use crate::output::{self, ColorChoice, Console, Format, Printer, View};
use crate::settings::{self, Credentials, Flags, Settings, Sources};
use crate::twilio::{Client, ClientConfig, ListQuery};

pub use change::{Bulk, Changes};
pub use outcome::Outcome;
pub use resume::check_account;
pub use selection::{By, Selection};

/// Everything a command may touch.
pub struct App {
    global: GlobalArgs,
    console: Arc<Console>,
    sources: Sources,
    settings: OnceLock<Settings>,
    printer: OnceLock<Printer>,
    credentials: OnceLock<Credentials>,
    client: OnceLock<Client>,
    pinned_clock: Option<Timestamp>,
    /// The workspace that was asked for, once it is known.
    workspace_sid: OnceLock<WorkspaceSid>,
    resume: resume::Resume,
}

impl App {
    /// The app of this process.
    pub fn of_process(global: GlobalArgs) -> Self {
        let sources = Sources::of_process(flags_of(&global));
        let color = global
            .color
            .as_deref()
            .or_else(|| sources.variable("TRCTL_COLOR"))
            .map_or(ColorChoice::Auto, ColorChoice::from_word);
        let no_color = sources.variable("NO_COLOR").is_some();
        let console = Arc::new(Console::of_process(color, no_color, global.quiet));
        // Beside an emulator whose clock stands still, ages must be measured by that clock.
        let pinned_clock = sources
            .variable("TRCTL_NOW")
            .and_then(|moment| moment.parse().ok());
        output::trace::install(global.verbose, &console);
        Self::new(global, console, sources, pinned_clock)
    }

    /// An app that says nothing to anybody, for what happens while somebody types.
    pub fn silent(global: GlobalArgs) -> Self {
        let sources = Sources::of_process(flags_of(&global));
        let (console, _) = Console::captured(None, true);
        Self::new(global, Arc::new(console), sources, None)
    }

    fn new(
        global: GlobalArgs,
        console: Arc<Console>,
        sources: Sources,
        pinned_clock: Option<Timestamp>,
    ) -> Self {
        Self {
            global,
            console,
            sources,
            settings: OnceLock::new(),
            printer: OnceLock::new(),
            credentials: OnceLock::new(),
            client: OnceLock::new(),
            pinned_clock,
            workspace_sid: OnceLock::new(),
            resume: resume::Resume::default(),
        }
    }

    /// The same command with another profile, and the workspace that it names unless one is given.
    #[must_use]
    pub fn with_profile(&self, profile: &str, workspace: Option<&str>) -> Self {
        let mut global = self.global.clone();
        global.profile = Some(profile.to_owned());
        global.workspace = workspace.map(str::to_owned);
        let mut sources = self.sources.clone();
        sources.flags = flags_of(&global);
        Self::new(
            global,
            Arc::clone(&self.console),
            sources,
            self.pinned_clock,
        )
    }

    /// The flags every command takes.
    pub const fn global(&self) -> &GlobalArgs {
        &self.global
    }

    /// Where notes, prompts and progress go.
    pub fn console(&self) -> &Console {
        &self.console
    }

    /// The same for what outlives a command's borrow of it: a log.
    pub const fn shared_console(&self) -> &Arc<Console> {
        &self.console
    }

    /// The time that was pinned with `TRCTL_NOW`.
    pub const fn pinned_clock(&self) -> Option<Timestamp> {
        self.pinned_clock
    }

    /// Where settings are decided from.
    pub const fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The settings; the first call reads them and shows their warnings.
    ///
    /// # Errors
    /// A setting is wrong.
    pub fn settings(&self) -> Result<&Settings, settings::Error> {
        if let Some(settings) = self.settings.get() {
            return Ok(settings);
        }
        let settings = Settings::resolve(&self.sources)?;
        self.console
            .choose_color(ColorChoice::from_word(&settings.color.value));
        for warning in &settings.warnings {
            self.console.warn(warning);
        }
        Ok(self.settings.get_or_init(|| settings))
    }

    /// The printer, with the view that flags and settings ask for.
    ///
    /// # Errors
    /// A setting is wrong, or the flags contradict each other.
    pub fn printer(&self) -> anyhow::Result<&Printer> {
        if let Some(printer) = self.printer.get() {
            return Ok(printer);
        }
        let output = &self.settings()?.output;
        let format: Format = output
            .value
            .parse()
            .map_err(|reason| settings::Error::Invalid {
                name: "output",
                value: output.value.clone(),
                origin: output.origin.clone(),
                reason,
            })?;
        // A configured format is a preference; with `--jq` only one that was typed can be wrong.
        let chosen = self.global.jq.is_none() || self.global.output.is_some();
        let view = self.view(chosen.then_some(format));
        let printer = Printer::new(Arc::clone(&self.console), view)?;
        Ok(self.printer.get_or_init(|| printer))
    }

    /// A printer for what is written for programs: in this format unless `-o` or `--jq` asks for
    /// another one, whatever the settings prefer.
    ///
    /// # Errors
    /// As [`App::printer`].
    #[cfg(feature = "server")]
    pub fn export_printer(&self, format: Format) -> anyhow::Result<Printer> {
        let format = match &self.global.output {
            Some(_) => self.printer()?.format(),
            None => format,
        };
        let chosen = self.global.jq.is_none() || self.global.output.is_some();
        let view = self.view(chosen.then_some(format));
        Ok(Printer::new(Arc::clone(&self.console), view)?)
    }

    fn view(&self, format: Option<Format>) -> View {
        View {
            format,
            columns: self.global.columns.clone(),
            sort: self.global.sort.clone(),
            no_headers: self.global.no_headers,
            jq: self.global.jq.clone(),
        }
    }

    /// The credentials that the settings choose; the first call may run a command for them.
    ///
    /// # Errors
    /// They are missing or wrong.
    pub fn credentials(&self) -> Result<&Credentials, settings::Error> {
        if let Some(credentials) = self.credentials.get() {
            return Ok(credentials);
        }
        let credentials = self.settings()?.credentials()?;
        Ok(self.credentials.get_or_init(|| credentials))
    }

    /// The client for the account that the settings choose.
    ///
    /// # Errors
    /// Credentials are missing or wrong, or TLS cannot be set up.
    pub fn client(&self) -> anyhow::Result<&Client> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let settings = self.settings()?;
        let credentials = self.credentials()?;
        let mut config = ClientConfig::new(
            credentials.account_sid,
            credentials.username(),
            credentials.password().clone(),
        );
        config.base_url = settings.base_url.as_ref().map(|url| url.value.clone());
        config.edge = settings.edge.as_ref().map(|edge| edge.value.clone());
        config.region = settings.region.as_ref().map(|region| region.value.clone());
        config.timeout = settings.timeout.value;
        if let Some(concurrency) = self.global.concurrency {
            config.concurrency = concurrency.get();
        }
        let client = Client::new(config)?;
        Ok(self.client.get_or_init(|| client))
    }

    /// The workspace that the settings choose; the account's only one when they choose none.
    ///
    /// # Errors
    /// There is no such workspace, or several and none is chosen.
    pub async fn workspace(&self) -> anyhow::Result<WorkspaceSid> {
        let workspace = self.find_workspace().await?;
        let _ = self.workspace_sid.set(workspace);
        Ok(workspace)
    }

    async fn find_workspace(&self) -> anyhow::Result<WorkspaceSid> {
        let client = self.client()?;
        if let Some(workspace) = &self.settings()?.workspace {
            return client
                .resolve::<Workspace>((), &workspace.value)
                .await
                .with_context(|| {
                    format!(
                        "cannot use workspace `{}` ({})",
                        workspace.value, workspace.origin
                    )
                });
        }
        let mut found = client.list::<Workspace>((), &ListQuery::all());
        let mut workspaces = Vec::new();
        while let Some(workspace) = found.next().await {
            workspaces.push(workspace.context("cannot list the workspaces")?.value);
        }
        match workspaces.as_slice() {
            [only] => Ok(only.sid),
            [] => Err(
                Failure::new(ExitCode::NotFound, "the account has no workspace")
                    .with_hint(
                        "create one with `trctl workspace create`, or look at another `--profile`",
                    )
                    .into(),
            ),
            several => {
                let names: Vec<String> = several
                    .iter()
                    .map(|workspace| format!("`{}`", workspace.friendly_name))
                    .collect();
                Err(Failure::new(
                    ExitCode::Settings,
                    format!("the account has several workspaces: {}", names.join(", ")),
                )
                .with_hint("choose one with `--workspace NAME`, or for good with `trctl workspace use NAME`")
                .into())
            }
        }
    }

    /// The workspace as questions and summaries call it: as it was chosen, else by its SID.
    ///
    /// # Errors
    /// A setting is wrong.
    pub fn place(&self, workspace: WorkspaceSid) -> anyhow::Result<String> {
        Ok(self.settings()?.workspace.as_ref().map_or_else(
            || workspace.to_string(),
            |workspace| workspace.value.clone(),
        ))
    }

    /// What a list is asked for: the page size from the settings, `--limit` unless rows are
    /// still to be judged here.
    ///
    /// # Errors
    /// A setting is wrong.
    pub fn list_query(&self, judged_here: bool) -> anyhow::Result<ListQuery> {
        let mut query = ListQuery::all();
        query.page_size = self.settings()?.page_size.value;
        query.limit = self
            .global
            .limit
            .map(std::num::NonZeroU64::get)
            .filter(|_| !judged_here);
        Ok(query)
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        self.pinned_clock.unwrap_or_else(Timestamp::now)
    }

    /// Asks before something that cannot be taken back; `--yes` is a yes.
    ///
    /// # Errors
    /// The answer was no, or there is nobody to ask.
    pub fn confirm(&self, question: impl fmt::Display) -> Result<(), output::Error> {
        match self.global.yes.as_deref() {
            None => self.console.confirm(question),
            Some("") => Ok(()),
            // Who writes `--yes=no` must not be taken at the first word.
            Some(name) => Err(output::Error::YesWithName(name.to_owned())),
        }
    }

    /// Has the name typed of what is about to be lost for good; `--yes=NAME` is a yes, `--yes`
    /// alone is not.
    ///
    /// # Errors
    /// Another name was typed or given, or there is nobody to ask.
    pub fn confirm_by_name(
        &self,
        question: impl fmt::Display,
        name: &str,
    ) -> Result<(), output::Error> {
        match self.global.yes.as_deref() {
            None => self.console.confirm_by_name(question, name),
            Some(given) if given == name => Ok(()),
            Some(given) => Err(output::Error::NeedsName {
                name: name.to_owned(),
                given: Some(given.to_owned()).filter(|given| !given.is_empty()),
            }),
        }
    }

    /// Runs a command that talks to the network. Commands that do not, build no runtime.
    ///
    /// # Errors
    /// The command's own, or the system has no threads left.
    pub fn block_on<T>(
        &self,
        future: impl Future<Output = anyhow::Result<T>>,
    ) -> anyhow::Result<T> {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .context("cannot start the runtime")?
            .block_on(future)
    }
}

fn flags_of(global: &GlobalArgs) -> Flags {
    Flags {
        profile: global.profile.clone(),
        workspace: global.workspace.clone(),
        base_url: global.base_url.clone(),
        output: global.output.clone(),
        page_size: global.page_size.clone(),
        timeout: global.timeout.clone(),
        color: global.color.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::OUTPUT_FORMATS;

    #[test]
    fn the_flag_takes_exactly_the_formats_there_are() {
        let formats: Vec<&str> = Format::ALL.iter().map(|(name, _)| *name).collect();
        assert_eq!(formats, OUTPUT_FORMATS);
    }
}
