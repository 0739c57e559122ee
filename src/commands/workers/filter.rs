//! Which workers: the filters Twilio has for them.

use super::noun::filter_by;
use crate::app::App;
use crate::cli::{SelectArgs, Where};
use crate::model::sid::WorkspaceSid;
use crate::model::{Activity, TaskQueue};
use crate::twilio::Form;

/// What Twilio narrows a list of workers by, and what trctl does.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Selection")]
pub(super) struct FilterArgs {
    /// Only those in this activity
    #[arg(long, value_name = "ACTIVITY")]
    activity: Option<String>,

    /// Only those whose activity takes tasks; `=false` for the others
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    available: Option<bool>,

    /// Only those who serve this task queue
    #[arg(long, value_name = "QUEUE")]
    queue: Option<String>,

    /// Only those an expression over their attributes selects, such as `skills HAS "sales"`
    ///
    /// Twilio judges it, as it judges a queue's target workers.
    #[arg(long, value_name = "EXPR")]
    target: Option<Where>,

    /// Only the one with exactly this friendly name
    #[arg(long)]
    name: Option<String>,

    #[command(flatten)]
    pub(super) select: SelectArgs,
}

impl FilterArgs {
    /// Whether anything is asked for.
    pub(super) fn is_given(&self) -> bool {
        self.activity.is_some()
            || self.available.is_some()
            || self.queue.is_some()
            || self.target.is_some()
            || self.name.is_some()
            || !self.select.conditions.conditions.is_empty()
            || self.select.age.older_than.is_some()
            || self.select.period.since.is_some()
            || self.select.period.until.is_some()
    }

    /// The part that Twilio judges.
    pub(super) async fn form(&self, app: &App, workspace: WorkspaceSid) -> anyhow::Result<Form> {
        let mut form = Form::new()
            .with_option("Available", self.available)
            .with_option(
                "TargetWorkersExpression",
                self.target.as_ref().map(|target| &target.source),
            )
            .with_option("FriendlyName", self.name.as_deref());
        let activity = self.activity.as_deref();
        filter_by::<Activity>(app, workspace, &mut form, "ActivitySid", activity).await?;
        let queue = self.queue.as_deref();
        filter_by::<TaskQueue>(app, workspace, &mut form, "TaskQueueSid", queue).await?;
        Ok(form)
    }
}
