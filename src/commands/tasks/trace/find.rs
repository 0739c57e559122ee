//! Which tasks a SID or a number has to do with.

use anyhow::Context as _;
use futures::TryStreamExt as _;
use jiff::Timestamp;
use serde_json::Value as Json;

use crate::app::App;
use crate::commands::events::KEPT;
use crate::commands::tasks::evidence::{CALLS, look_up};
use crate::exit_code::Failure;
use crate::model::sid::{
    CallSid, ConferenceSid, EventSid, ReservationSid, TaskSid, WorkerSid, WorkspaceSid, kind_of,
    looks_like_sid,
};
use crate::model::time::IsoTime;
use crate::model::{Conference, Event, EventType, Participant, Task, Worker};
use crate::twilio::{Form, ListQuery};

/// Where tasks keep the numbers of a call.
const NUMBERS: [&str; 4] = ["from", "to", "caller", "called"];

/// The tasks, oldest first as far as that is known.
pub(super) async fn tasks(
    app: &App,
    workspace: WorkspaceSid,
    what: &str,
    since: Timestamp,
) -> anyhow::Result<Vec<TaskSid>> {
    let client = app.client()?;
    let find = Find {
        app,
        workspace,
        since,
    };
    if let Ok(task) = what.parse::<TaskSid>() {
        return Ok(vec![task]);
    }
    if let Ok(reservation) = what.parse::<ReservationSid>() {
        let form = Form::new().with("ReservationSid", reservation);
        return find.of_events(form, find.oldest()?).await;
    }
    if let Ok(event) = what.parse::<EventSid>() {
        let event = client.get::<Event>(workspace, event).await?.record.value;
        return Ok(task_of(&event).into_iter().collect());
    }
    if let Ok(call) = what.parse::<CallSid>() {
        return find.with(&CALLS, &[call.to_string()]).await;
    }
    if let Ok(conference) = what.parse::<ConferenceSid>() {
        return find.of_conference(conference).await;
    }
    if is_number(what) {
        return find.with(&NUMBERS, &spellings(what)).await;
    }
    let is_other = looks_like_sid(what) && what.parse::<WorkerSid>().is_err();
    if is_other {
        let kind = kind_of(what).unwrap_or("something else");
        return Err(Failure::usage(format!(
            "`{what}` is the SID of {kind}, which has no one chain"
        ))
        .with_hint("give a task, reservation, call, conference, event or worker, or a number")
        .into());
    }
    let worker = client.resolve::<Worker>(workspace, what).await?;
    find.of_events(Form::new().with("WorkerSid", worker), since)
        .await
}

struct Find<'a> {
    app: &'a App,
    workspace: WorkspaceSid,
    since: Timestamp,
}

impl Find<'_> {
    fn oldest(&self) -> anyhow::Result<Timestamp> {
        Ok(self.app.now().checked_sub(KEPT)?)
    }

    /// The tasks of the events that pass a filter.
    async fn of_events(&self, form: Form, since: Timestamp) -> anyhow::Result<Vec<TaskSid>> {
        let mut tasks = Vec::new();
        self.events(form, since, |event| {
            if let Some(task) = task_of(event) {
                tasks.push(task);
            }
        })
        .await?;
        Ok(in_order(tasks))
    }

    async fn events(
        &self,
        form: Form,
        since: Timestamp,
        mut each: impl FnMut(&Event),
    ) -> anyhow::Result<()> {
        let mut query = self.app.list_query(true)?;
        query.filters = form.with("StartDate", IsoTime(since));
        let mut events = self.app.client()?.list::<Event>(self.workspace, &query);
        while let Some(event) = events.try_next().await.context("cannot list the events")? {
            each(&event.value);
        }
        Ok(())
    }

    /// The tasks that have one of these values in one of these attributes: those that are there,
    /// and those that were made since.
    async fn with(&self, names: &[&str], values: &[String]) -> anyhow::Result<Vec<TaskSid>> {
        let conditions: Vec<String> = names
            .iter()
            .flat_map(|name| {
                values
                    .iter()
                    .map(move |value| format!("{name} == \"{value}\""))
            })
            .collect();
        let query = ListQuery::all().filter("EvaluateTaskAttributes", conditions.join(" OR "));
        let live: Vec<TaskSid> = self
            .app
            .client()?
            .list::<Task>(self.workspace, &query)
            .map_ok(|task| task.value.sid)
            .try_collect()
            .await
            .context("cannot list the tasks")?;
        let mut past = Vec::new();
        let form = Form::new().with("EventType", EventType::TaskCreated);
        self.events(form, self.since, |event| {
            if let (Some(task), Some(attributes)) = (task_of(event), attributes_of(event))
                && names.iter().any(|name| {
                    look_up(&attributes, name)
                        .is_some_and(|text| values.iter().any(|value| value == text))
                })
            {
                past.push(task);
            }
        })
        .await?;
        let mut tasks = in_order(past);
        tasks.extend(
            live.into_iter()
                .filter(|task| !tasks.contains(task))
                .collect::<Vec<_>>(),
        );
        Ok(tasks)
    }

    /// A conference of TaskRouter's is named after its task; of any other, the calls in it may be
    /// some task's.
    async fn of_conference(&self, sid: ConferenceSid) -> anyhow::Result<Vec<TaskSid>> {
        let client = self.app.client()?;
        let conference = client.get::<Conference>((), sid).await?.record.value;
        if let Ok(task) = conference.friendly_name.parse() {
            return Ok(vec![task]);
        }
        let calls: Vec<String> = client
            .list::<Participant>(sid, &ListQuery::all())
            .map_ok(|participant| participant.value.call_sid.to_string())
            .try_collect()
            .await
            .context("cannot list the participants")?;
        if calls.is_empty() {
            return Ok(Vec::new());
        }
        self.with(&CALLS, &calls).await
    }
}

/// Events come newest first: each task once, oldest first.
fn in_order(mut tasks: Vec<TaskSid>) -> Vec<TaskSid> {
    tasks.reverse();
    let mut seen = std::collections::HashSet::new();
    tasks.retain(|task| seen.insert(*task));
    tasks
}

fn task_of(event: &Event) -> Option<TaskSid> {
    event.parameter("task_sid")?.parse().ok()
}

/// The attributes of the task an event is about.
pub(super) fn attributes_of(event: &Event) -> Option<Json> {
    serde_json::from_str(event.parameter("task_attributes")?).ok()
}

/// Digits with the signs people put between them.
fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let other = |letter: char| !letter.is_ascii_digit() && !"+-(). ".contains(letter);
    digits >= 3 && !text.contains(other)
}

/// A number as it was typed, and as Twilio writes it.
fn spellings(text: &str) -> Vec<String> {
    let mut bare: String = text.chars().filter(char::is_ascii_digit).collect();
    if text.trim_start().starts_with('+') {
        bare.insert(0, '+');
    }
    let mut spellings = vec![bare.clone()];
    if !bare.starts_with('+') {
        spellings.push(format!("+{bare}"));
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_however_they_are_written() {
        for number in ["+15550100", "1 (555) 01-00", "+1.555.0100", "110"] {
            assert!(is_number(number), "{number}");
        }
        for other in ["dave", "WT123", "12", "a1234", "user2024"] {
            assert!(!is_number(other), "{other}");
        }
        assert_eq!(spellings("+1 555-0100"), ["+15550100"]);
        assert_eq!(spellings("15550100"), ["15550100", "+15550100"]);
    }
}
