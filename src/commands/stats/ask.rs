//! What is asked: which figures, of which time, of which channel.

use super::check::Known;
use super::columns::Columns;
use super::row::StatsRow;
use crate::app::App;
use crate::cli::{PeriodArgs, Where};
use crate::model::TaskChannel;
use crate::model::sid::{TaskChannelSid, WorkspaceSid};
use crate::model::time::IsoTime;
use crate::output::Column;
use crate::twilio::Form;

/// What all statistics can be narrowed by, and what they are checked for.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Statistics")]
pub(super) struct AskArgs {
    /// Only how things are now
    #[arg(long, conflicts_with_all = ["cumulative", "minutes", "since", "until"])]
    pub(super) real_time: bool,

    /// Only what happened in the window of time
    #[arg(long)]
    pub(super) cumulative: bool,

    /// The window: this many minutes back; 15 unless given
    #[arg(
        long,
        value_name = "NUMBER",
        conflicts_with = "since",
        value_parser = clap::value_parser!(u64).range(1..=43_200)
    )]
    minutes: Option<u64>,

    #[command(flatten)]
    #[doc(hidden)]
    period: PeriodArgs,

    /// Only tasks of this task channel
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,

    /// Fail with exit code 7 when the expression is true of a row (can be repeated: any will do)
    ///
    /// TaskRouter's expression language over the figures by Twilio's names, such as
    /// `total_tasks > 20 OR wait_duration_until_accepted.max > 300`, and `tasks_waiting`,
    /// `tasks_reserved`, `tasks_assigned`, `tasks_wrapping`; of each activity such as On Break
    /// `workers_in_on_break` and `seconds_in_on_break`. `real_time.…` and `cumulative.…` lead into
    /// what Twilio said.
    #[arg(long, value_name = "EXPR")]
    pub(super) fail_if: Vec<Where>,
}

/// `--split`
#[derive(Debug, clap::Args)]
pub(super) struct SplitArgs {
    /// Count waits on both sides of these thresholds in seconds, such as `5,30`
    ///
    /// A wait exactly as long is within. For each threshold, `--fail-if` knows
    /// `accepted_within_N`, `accepted_after_N`, `canceled_within_N`, `canceled_after_N` and
    /// `service_level_N`, the per cent of acceptances that came in time.
    #[arg(
        long,
        value_name = "SECONDS,…",
        value_delimiter = ',',
        value_parser = seconds,
        conflicts_with = "real_time",
        help_heading = "Statistics"
    )]
    pub(super) split: Vec<u64>,
}

fn seconds(text: &str) -> Result<u64, &'static str> {
    text.parse()
        .map_err(|_| "it must be a whole number of seconds")
}

/// What is asked, with names looked up.
pub(super) struct Plan<'a> {
    pub(super) args: &'a AskArgs,
    thresholds: &'a [u64],
    channel: Option<TaskChannelSid>,
}

impl<'a> Plan<'a> {
    /// Checks what can be checked without asking.
    pub(super) fn check(
        args: &'a AskArgs,
        thresholds: &'a [u64],
        sample: impl FnOnce(&Self) -> StatsRow,
    ) -> anyhow::Result<Self> {
        let plan = Self {
            args,
            thresholds,
            channel: None,
        };
        if !args.fail_if.is_empty() {
            let sample = sample(&plan);
            let known = Known::of(&sample);
            for condition in &args.fail_if {
                known.check(condition)?;
            }
        }
        Ok(plan)
    }

    /// Looks the channel up.
    pub(super) async fn in_workspace(
        mut self,
        app: &App,
        workspace: WorkspaceSid,
    ) -> anyhow::Result<Self> {
        if let Some(name) = &self.args.channel {
            let channel = app
                .client()?
                .resolve::<TaskChannel>(workspace, name)
                .await?;
            self.channel = Some(channel);
        }
        Ok(self)
    }

    pub(super) fn wants_real_time(&self) -> bool {
        !self.args.cumulative
    }

    pub(super) fn wants_cumulative(&self) -> bool {
        !self.args.real_time
    }

    pub(super) fn thresholds(&self) -> &[u64] {
        self.thresholds
    }

    pub(super) fn columns(&self, of: &Columns) -> &'static [Column<StatsRow>] {
        match (
            self.wants_real_time(),
            self.wants_cumulative(),
            self.thresholds.is_empty(),
        ) {
            (true, false, _) => of.now,
            (false, _, true) => of.then,
            (false, _, false) => of.then_split,
            (true, true, true) => of.both,
            (true, true, false) => of.both_split,
        }
    }

    /// The parameters of real-time statistics.
    pub(super) fn now_query(&self) -> Form {
        Form::new().with_option("TaskChannel", self.channel)
    }

    /// The parameters of cumulative statistics; `--since 2h` is counted from now.
    pub(super) fn then_query(&self, app: &App) -> anyhow::Result<Form> {
        let (since, until) = app.period(&self.args.period)?;
        let split: Vec<String> = self.thresholds.iter().map(u64::to_string).collect();
        Ok(self
            .now_query()
            .with_option("Minutes", self.args.minutes)
            .with_option("StartDate", since.map(IsoTime))
            .with_option("EndDate", until.map(IsoTime))
            .with_option(
                "SplitByWaitTime",
                (!split.is_empty()).then(|| split.join(",")),
            ))
    }
}
