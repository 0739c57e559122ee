//! What a client asks for, and what all owners' figures are made with.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use crate::emulator::event_log::{EventLog, RETENTION};
use crate::emulator::http::{Call, Params, Problem, answer};
use crate::emulator::shared::Shared;
use crate::emulator::statistics::{Live, Question, Tally, Window, live, tallies};
use crate::emulator::taskrouter::collection::workspace_of;
use crate::emulator::taskrouter::render::View;
use crate::model::sid::{ActivitySid, TaskChannelSid};
use crate::model::statistics::ActivityCount;
use crate::routing::Moment;
use crate::routing::engine::{Event, Task, Workspace};

/// The window unless another is asked for.
const DEFAULT_MINUTES: u64 = 15;

/// A request for statistics in front of the state that answers it.
pub(super) struct Asked<'a> {
    pub(super) call: &'a Call,
    pub(super) view: View<'a>,
    pub(super) events: &'a EventLog,
}

/// Answers a request for statistics of something in a workspace.
pub(super) fn answered<B: Serialize>(
    shared: &Arc<Shared>,
    workspace: &str,
    call: &Call,
    look: impl FnOnce(&Asked<'_>) -> Result<B, Problem>,
) -> Result<Response, Problem> {
    let body = shared.read(|world, now| {
        let workspace = workspace_of(&world.engine, workspace, call)?;
        look(&Asked {
            call,
            view: View::new(call, world.engine.account(), workspace, now),
            events: &world.events,
        })
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

impl<'a> Asked<'a> {
    pub(super) fn workspace(&self) -> &'a Workspace {
        self.view.workspace
    }

    pub(super) fn now(&self) -> Moment {
        self.view.now
    }

    /// The URL that was asked, without the parameters.
    pub(super) fn url(&self) -> String {
        format!("{}{}", self.call.origin, self.call.path)
    }

    /// The channel the figures are to be of, by its SID or unique name.
    pub(super) fn channel(&self) -> Result<Option<TaskChannelSid>, Problem> {
        let Some(name) = self.call.params.given("TaskChannel") else {
            return Ok(None);
        };
        let channels = &self.workspace().channels;
        name.parse()
            .ok()
            .and_then(|sid| channels.get(sid))
            .or_else(|| {
                channels
                    .iter()
                    .find(|channel| *channel.unique_name == *name)
            })
            .map(|channel| Some(channel.sid))
            .ok_or_else(|| Problem::invalid(format!("TaskChannel: `{name}` was not found")))
    }

    pub(super) fn question(&self) -> Result<Question, Problem> {
        Ok(Question {
            window: window(&self.call.params, self.now())?,
            channel: self.channel()?,
            thresholds: thresholds(&self.call.params)?,
        })
    }

    /// What happened to one owner.
    pub(super) fn tally(&self, question: &Question, is_its: impl Fn(&Event) -> bool) -> Tally {
        tallies(self.events, self.workspace().sid, question, |event| {
            is_its(event).then_some(())
        })
        .remove(&())
        .unwrap_or_else(|| Tally::new(&question.thresholds))
    }

    /// The tasks of one owner.
    pub(super) fn live(
        &self,
        channel: Option<TaskChannelSid>,
        is_its: impl Fn(&Task) -> bool,
    ) -> Live {
        live(self.workspace(), channel, |task| is_its(task).then_some(()))
            .remove(&())
            .unwrap_or_default()
    }

    /// Every activity of the workspace with the number of workers in it.
    pub(super) fn activities(&self, workers: impl Fn(ActivitySid) -> usize) -> Vec<ActivityCount> {
        self.workspace()
            .activities
            .iter()
            .map(|activity| ActivityCount {
                sid: activity.sid,
                friendly_name: activity.friendly_name.to_string(),
                workers: workers(activity.sid) as u64,
            })
            .collect()
    }
}

/// `StartDate` and `EndDate`, or the `Minutes` before `EndDate`, which is now unless given.
fn window(params: &Params, now: Moment) -> Result<Window, Problem> {
    let to = params.moment("EndDate")?.map_or(now, |end| end.min(now));
    let minutes = match params.number::<u64>("Minutes")? {
        Some(0) => return Err(Problem::invalid("Minutes: must be 1 or more")),
        Some(minutes) => minutes,
        None => DEFAULT_MINUTES,
    };
    let from = params.moment("StartDate")?.unwrap_or_else(|| {
        let length = minutes.saturating_mul(60_000);
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        Moment::from_millisecond(to.as_millisecond().saturating_sub(length))
    });
    if now.milliseconds_since(from) > RETENTION {
        return Err(Problem::new(
            StatusCode::BAD_REQUEST,
            14241,
            "Statistics StartDate cannot be older than 30 days",
        ));
    }
    if from > to {
        return Err(Problem::invalid("StartDate: is behind EndDate"));
    }
    Ok(Window { from, to })
}

fn thresholds(params: &Params) -> Result<Vec<u64>, Problem> {
    let Some(text) = params.given("SplitByWaitTime") else {
        return Ok(Vec::new());
    };
    let mut thresholds = text
        .split(',')
        .map(|seconds| {
            seconds.trim().parse().map_err(|_| {
                Problem::invalid(format!(
                    "SplitByWaitTime: `{text}` is not a list of seconds such as 5,30"
                ))
            })
        })
        .collect::<Result<Vec<u64>, _>>()?;
    thresholds.sort_unstable();
    thresholds.dedup();
    Ok(thresholds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_given_by_minutes_or_by_dates() {
        let now: jiff::Timestamp = "2026-01-31T12:00:00.500Z".parse().unwrap();
        for (asked, from, to) in [
            ("", "2026-01-31T11:45:00.5Z", "2026-01-31T12:00:00.5Z"),
            (
                "Minutes=60",
                "2026-01-31T11:00:00.5Z",
                "2026-01-31T12:00:00.5Z",
            ),
            (
                "StartDate=2026-01-30T00:00:00Z&Minutes=1",
                "2026-01-30T00:00:00Z",
                "2026-01-31T12:00:00.5Z",
            ),
            (
                "StartDate=2026-01-30T00:00:00Z&EndDate=2026-01-30T01:00:00%2B00:00",
                "2026-01-30T00:00:00Z",
                "2026-01-30T01:00:00Z",
            ),
            (
                "EndDate=2026-01-31T10:00:00Z&Minutes=30",
                "2026-01-31T09:30:00Z",
                "2026-01-31T10:00:00Z",
            ),
            (
                "EndDate=2027-01-01T00:00:00Z",
                "2026-01-31T11:45:00.5Z",
                "2026-01-31T12:00:00.5Z",
            ),
            (
                "StartDate=2026-01-01T12:00:00.5Z",
                "2026-01-01T12:00:00.5Z",
                "2026-01-31T12:00:00.5Z",
            ),
        ] {
            let moment = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap());
            assert_eq!(
                window(&Params::of(asked), Moment::from(now)),
                Ok(Window {
                    from: moment(from),
                    to: moment(to)
                }),
                "{asked}"
            );
        }
    }

    #[test]
    fn windows_that_cannot_be_are_refused() {
        let now: jiff::Timestamp = "2026-01-31T12:00:00Z".parse().unwrap();
        for asked in [
            "Minutes=0",
            "Minutes=-5",
            "Minutes=some",
            "Minutes=43201",
            "Minutes=18446744073709551615",
            "StartDate=2026-01-01T11:59:59Z",
            "StartDate=yesterday",
            "StartDate=2026-01-31T12:00:01Z",
            "StartDate=2026-01-31T10:00:00Z&EndDate=2026-01-31T09:00:00Z",
        ] {
            assert!(
                window(&Params::of(asked), Moment::from(now)).is_err(),
                "{asked}"
            );
        }
    }

    #[test]
    fn thresholds_are_whole_seconds_each_once() {
        assert_eq!(
            thresholds(&Params::of("SplitByWaitTime=30,5,+5")),
            Ok(vec![5, 30])
        );
        assert_eq!(thresholds(&Params::of("")), Ok(Vec::new()));
        for text in ["5;30", "5,", "-1", "1.5"] {
            let asked = format!("SplitByWaitTime={text}");
            assert!(thresholds(&Params::of(&asked)).is_err(), "{text}");
        }
    }
}
