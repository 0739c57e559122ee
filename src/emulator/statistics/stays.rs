//! How long workers were in which activity.

use std::collections::BTreeMap;

use super::{Spans, Window};
use crate::emulator::event_log::EventLog;
use crate::model::EventType;
use crate::model::sid::{ActivitySid, WorkerSid};
use crate::routing::Moment;
use crate::routing::engine::Workspace;

/// The stays of the wanted workers by activity, as far as they lie in the window. A stay ends with
/// the change to another activity, with the worker's deletion, or now.
pub(crate) fn stays(
    workspace: &Workspace,
    events: &EventLog,
    window: Window,
    now: Moment,
    wanted: impl Fn(WorkerSid) -> bool,
) -> BTreeMap<ActivitySid, Spans> {
    let mut spans: BTreeMap<ActivitySid, Spans> = BTreeMap::new();
    let mut note = |activity: ActivitySid, since: Moment, until: Moment| {
        let share = window.share(since, until);
        if share > 0 {
            spans.entry(activity).or_default().add(share);
        }
    };
    // Since when workers are in their activity, as far as the log tells.
    let mut since: BTreeMap<WorkerSid, Moment> = BTreeMap::new();
    // A stay that goes on beyond the window is known by its end only.
    for event in events.between(workspace.sid, window.from, now) {
        let Some(worker) = event.worker.as_ref().filter(|worker| wanted(worker.sid)) else {
            continue;
        };
        match event.kind {
            EventType::WorkerCreated => {
                since.insert(worker.sid, event.at);
            }
            EventType::WorkerActivityUpdate => {
                if let Some(change) = &event.activity_change {
                    let lasted = i64::try_from(change.milliseconds).unwrap_or(i64::MAX);
                    let began = event.at.as_millisecond().saturating_sub(lasted);
                    note(
                        change.previous_sid,
                        Moment::from_millisecond(began),
                        event.at,
                    );
                }
                since.insert(worker.sid, event.at);
            }
            EventType::WorkerDeleted => {
                let began = since.get(&worker.sid).copied().unwrap_or(window.from);
                note(worker.activity_sid, began, event.at);
            }
            _ => {}
        }
    }
    for worker in workspace.workers.iter() {
        if wanted(worker.sid) {
            note(worker.activity, worker.status_changed, now);
        }
    }
    spans
}
