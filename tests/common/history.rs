//! A history that has a bit of everything in it, and what the workspace's log tells of it.

use futures::TryStreamExt as _;
use trctl::events::RecordedEvent;
use trctl::model::sid::TaskSid;
use trctl::model::{Event, Reservation, ReservationStatus, Task, TaskStatus};
use trctl::twilio::{Change, Form, ListQuery, ReservationScope};

use super::lab::Lab;

/// The same numbers every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from((self.0 >> 33) % most as u64).unwrap()
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// Two hours of everything that can happen to a call.
pub(crate) fn history(lab: &mut Lab) {
    let mut dice = Dice(7);
    let mut tasks: Vec<TaskSid> = Vec::new();
    for _ in 0..260 {
        match dice.below(10) {
            0 | 1 => {
                let team = dice.of(&["North", "South"]);
                let attributes = format!(r#"{{"team":"{team}","from":"+15550200"}}"#);
                tasks.push(lab.task(dice.of(&["Support", "Sales"]), &attributes));
                // No two of the same age: which of them waits longest is nobody's business.
                lab.pass(1);
            }
            2 | 3 => {
                let worker = dice.of(&["dave", "edith", "susan"]);
                lab.set_activity(worker, dice.of(&["Available", "Available", "Offline"]));
            }
            4..=6 if !tasks.is_empty() => {
                // Most have nothing that could go on.
                for _ in 0..6 {
                    let task = dice.of(&tasks);
                    go_on(lab, task, &mut dice);
                }
            }
            7 if !tasks.is_empty() => {
                let task = dice.of(&tasks);
                if dice.below(3) == 0 && status(lab, task) == Some(TaskStatus::Pending) {
                    let form = Form::new()
                        .with("AssignmentStatus", "canceled")
                        .with("Reason", "hangup");
                    let cancel = lab
                        .client
                        .update::<Task>(lab.workspace, task, Change::new(form));
                    lab.wait(cancel).unwrap();
                }
            }
            8 => lab.pass(60 + dice.below(90) as u64),
            _ => lab.pass(1 + dice.below(9) as u64),
        }
    }
}

pub(crate) fn status(lab: &Lab, task: TaskSid) -> Option<TaskStatus> {
    let task = lab.wait(lab.client.get::<Task>(lab.workspace, task)).ok()?;
    Some(task.record.value.assignment_status)
}

/// The task's newest reservation goes a step on.
fn go_on(lab: &Lab, task: TaskSid, dice: &mut Dice) {
    let scope = ReservationScope::Task(lab.workspace, task);
    let reservations = lab.wait(async {
        let list = lab.client.list::<Reservation>(scope, &ListQuery::all());
        list.try_collect::<Vec<_>>().await
    });
    // TaskRouter keeps no task for ever.
    let Ok(reservations) = reservations else {
        return;
    };
    let Some(newest) = reservations.last() else {
        return;
    };
    let next = match newest.value.reservation_status {
        ReservationStatus::Pending => dice.of(&["accepted", "accepted", "rejected"]),
        ReservationStatus::Accepted => dice.of(&["wrapping", "completed"]),
        ReservationStatus::Wrapping => "completed",
        _ => return,
    };
    let change = Change::new(Form::new().with("ReservationStatus", next));
    let update = lab
        .client
        .update::<Reservation>(scope, newest.value.sid, change);
    lab.wait(update).unwrap();
}

/// Everything the workspace's log tells.
pub(crate) fn events(lab: &Lab) -> Vec<RecordedEvent> {
    let mut query = ListQuery::all();
    query.filters = query.filters.with("Minutes", 600);
    let events = lab.wait(async {
        let list = lab.client.list::<Event>(lab.workspace, &query);
        list.try_collect::<Vec<_>>().await
    });
    let events = events.unwrap();
    let mut events: Vec<RecordedEvent> = events
        .iter()
        .map(|event| RecordedEvent::from_rest(&event.value).unwrap())
        .collect();
    events.sort_by_key(|event| (event.at, event.sid));
    events
}
