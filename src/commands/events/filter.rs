//! Which events: the filters Twilio has, and those trctl adds.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{COLUMNS, Row};
use crate::app::{App, By, Selection};
use crate::cli::{SelectArgs, WhereArgs};
use crate::commands::noun;
use crate::model::sid::WorkspaceSid;
use crate::model::{EventType, Reservation, Task, TaskChannel, TaskQueue, Worker, Workflow};
use crate::twilio::Form;

/// Words for all event types that start alike.
const FAMILIES: [&str; 8] = [
    "activity.*",
    "reservation.*",
    "task.*",
    "task-channel.*",
    "task-queue.*",
    "worker.*",
    "workflow.*",
    "workspace.*",
];

/// One `--type`: an event type, or all of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kinds(Vec<EventType>);

impl Kinds {
    fn of(word: &str) -> Self {
        let all = EventType::ALL.iter().copied();
        Self(match word.strip_suffix('*') {
            Some(family) => all
                .filter(|kind| kind.as_str().starts_with(family))
                .collect(),
            None => all.filter(|kind| kind.as_str() == word).collect(),
        })
    }
}

fn kinds_parser() -> impl TypedValueParser<Value = Kinds> {
    let words = EventType::ALL.iter().map(|kind| kind.as_str());
    PossibleValuesParser::new(words.chain(FAMILIES)).map(|word| Kinds::of(&word))
}

/// What events are narrowed by, whenever they happened.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Selection")]
pub(super) struct FilterArgs {
    /// Only events of this type, such as `task.created` or `reservation.*` (can be repeated)
    ///
    /// One type is judged by Twilio, several are judged here.
    #[arg(
        long = "type",
        value_name = "TYPE",
        value_delimiter = ',',
        value_parser = kinds_parser(),
        hide_possible_values = true
    )]
    kinds: Vec<Kinds>,

    /// Only those about this task, by SID
    #[arg(long, value_name = "TASK")]
    task: Option<String>,

    /// Only those about this worker, by name or SID
    #[arg(long, value_name = "WORKER")]
    worker: Option<String>,

    /// Only those about this queue, by name or SID
    #[arg(long, value_name = "QUEUE")]
    queue: Option<String>,

    /// Only those about this workflow, by name or SID
    #[arg(long, value_name = "WORKFLOW")]
    workflow: Option<String>,

    /// Only those about this reservation, by SID
    #[arg(long, value_name = "RESERVATION")]
    reservation: Option<String>,

    /// Only those of this channel, by name or SID
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,

    #[command(flatten)]
    #[doc(hidden)]
    conditions: WhereArgs,
}

impl FilterArgs {
    /// Whether Twilio has to be asked what a name stands for.
    #[cfg(feature = "server")]
    pub(super) fn has_names(&self) -> bool {
        let named = [
            &self.task,
            &self.worker,
            &self.queue,
            &self.workflow,
            &self.channel,
        ];
        named.into_iter().any(Option::is_some)
    }
}

/// A selection of events, ready to be asked for and judged.
pub(super) struct Filter {
    /// What Twilio judges.
    pub(super) form: Form,
    /// What is judged here; none for every type.
    kinds: Vec<EventType>,
    selection: Selection<Row>,
}

impl Filter {
    /// Looks the names up.
    pub(super) async fn new(
        app: &App,
        workspace: WorkspaceSid,
        args: &FilterArgs,
    ) -> anyhow::Result<Self> {
        let mut form = Form::new();
        let mut kinds: Vec<EventType> = args
            .kinds
            .iter()
            .flat_map(|kinds| kinds.0.iter().copied())
            .collect();
        if let [only] = kinds.as_slice() {
            form.push("EventType", *only);
            kinds.clear();
        }
        // Tasks and reservations have no names: what is given must be a SID.
        if let Some(task) = &args.task {
            let task = app.client()?.resolve::<Task>(workspace, task).await?;
            form.push("TaskSid", task);
        }
        if let Some(reservation) = &args.reservation {
            let sid: <Reservation as crate::twilio::Resource>::Sid =
                reservation.parse().map_err(crate::twilio::Error::from)?;
            form.push("ReservationSid", sid);
        }
        let [worker, queue, workflow, channel] =
            [&args.worker, &args.queue, &args.workflow, &args.channel].map(Option::as_deref);
        noun::filter_by::<Worker>(app, workspace, &mut form, "WorkerSid", worker).await?;
        noun::filter_by::<TaskQueue>(app, workspace, &mut form, "TaskQueueSid", queue).await?;
        noun::filter_by::<Workflow>(app, workspace, &mut form, "WorkflowSid", workflow).await?;
        noun::filter_by::<TaskChannel>(app, workspace, &mut form, "TaskChannel", channel).await?;
        let select = SelectArgs {
            conditions: args.conditions.clone(),
            ..SelectArgs::default()
        };
        Ok(Self {
            form,
            kinds,
            // Without ages and periods it does not matter what they would be measured by.
            selection: app.selection(&select, By::Created, &COLUMNS)?,
        })
    }

    /// Whether an event that did not come from Twilio's log is one that Twilio would have listed.
    #[cfg(feature = "server")]
    pub(super) fn takes_what_twilio_would(&self, row: &Row) -> bool {
        let event = &row.value;
        self.form.iter().all(|(name, wanted)| match name {
            "EventType" => event.event_type == wanted,
            "TaskSid" => event.parameter("task_sid") == Some(wanted),
            "ReservationSid" => event.parameter("reservation_sid") == Some(wanted),
            "WorkerSid" => event.parameter("worker_sid") == Some(wanted),
            "TaskQueueSid" => ["task_queue_sid", "previous_task_queue_sid"]
                .into_iter()
                .any(|queue| event.parameter(queue) == Some(wanted)),
            "WorkflowSid" => event.parameter("workflow_sid") == Some(wanted),
            "TaskChannel" => ["task_channel_sid", "task_channel_unique_name"]
                .into_iter()
                .any(|channel| event.parameter(channel) == Some(wanted)),
            _ => true,
        })
    }

    /// Whether an event that Twilio sent can be turned away here.
    pub(super) fn judges(&self) -> bool {
        !self.kinds.is_empty() || self.selection.judges()
    }

    /// Whether an event that Twilio sent is wanted.
    pub(super) fn takes(&self, row: &Row) -> bool {
        let of_kind = |kind: &EventType| kind.as_str() == row.value.event_type;
        (self.kinds.is_empty() || self.kinds.iter().any(of_kind)) && self.selection.takes(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_every_type_that_starts_alike() {
        let count = |word| Kinds::of(word).0.len();
        assert_eq!(count("task.created"), 1);
        assert_eq!(count("reservation.*"), 9);
        assert_eq!(count("workspace.*"), 3);
        let families: usize = FAMILIES.into_iter().map(count).sum();
        assert_eq!(families, EventType::ALL.len());
    }
}
