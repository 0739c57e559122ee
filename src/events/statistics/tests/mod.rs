//! Hand-made facts and the figures counted from them by hand.

mod figures;
mod ledger;
mod minutes;
mod sight;

use super::*;
use crate::events::facts::{ActivityFacts, Facts, NamedFacts};
use crate::events::{ReservationFacts, TaskFacts, WorkerFacts};
use crate::model::sid::{
    ActivitySid, ReservationSid, Sid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid,
};
use crate::model::{ReservationStatus, TaskStatus};

/// Noon; midnight is twelve hours before.
const NOON: i64 = 1_795_262_400_000;
const MIDNIGHT: i64 = NOON - 12 * 3_600_000;
const SUPPORT: u128 = 1;
const SALES: u128 = 2;

/// Seconds before noon.
#[expect(
    clippy::unnecessary_wraps,
    reason = "facts have moments that may not have been"
)]
fn ago(seconds: i64) -> Option<i64> {
    Some(NOON - seconds * 1000)
}

fn task(number: u128, status: TaskStatus) -> TaskFacts {
    TaskFacts {
        sid: TaskSid::from_bits(number),
        workspace_sid: None,
        status,
        priority: Some(0),
        queue_sid: Some(TaskQueueSid::from_bits(SUPPORT)),
        queue_entered: None,
        workflow_sid: Some(WorkflowSid::from_bits(1)),
        channel_sid: None,
        channel: Some("voice".to_owned()),
        reason: None,
        attributes: None,
        team: None,
        virtual_start: None,
        version: None,
        created: None,
        first_queued: None,
        first_reserved: None,
        accepted: None,
        wrapping: None,
        completed: None,
        canceled: None,
        deleted: None,
    }
}

fn reservation(number: u128, of: u128, status: ReservationStatus) -> ReservationFacts {
    ReservationFacts {
        sid: ReservationSid::from_bits(number),
        task_sid: Some(TaskSid::from_bits(of)),
        worker_sid: Some(WorkerSid::from_bits(1)),
        queue_sid: Some(TaskQueueSid::from_bits(SUPPORT)),
        queue_entered: None,
        workflow_sid: None,
        channel: None,
        priority: None,
        task_created: None,
        status,
        reason_code: None,
        created: None,
        accepted: None,
        rejected: None,
        timed_out: None,
        canceled: None,
        rescinded: None,
        wrapping: None,
        completed: None,
        failed: None,
    }
}

fn worker(number: u128, activity: u128, team: &str) -> WorkerFacts {
    WorkerFacts {
        sid: WorkerSid::from_bits(number),
        workspace_sid: None,
        name: Some(format!("worker {number}")),
        attributes: Some(format!(r#"{{"team":"{team}"}}"#)),
        activity_sid: Some(ActivitySid::from_bits(activity)),
        activity_name: None,
        activity_since: None,
        created: None,
        deleted: None,
    }
}

fn activity(number: u128, name: &str, available: Option<bool>) -> ActivityFacts {
    ActivityFacts {
        sid: ActivitySid::from_bits(number),
        name: Some(name.to_owned()),
        available,
        is_deleted: false,
    }
}

/// Support, Sales and the workflow Route.
fn named() -> Facts {
    let queue = |bits, name: &str| NamedFacts {
        sid: TaskQueueSid::from_bits(bits),
        name: Some(name.to_owned()),
        is_deleted: false,
    };
    Facts {
        position: 7,
        last_event: ago(1),
        queues: vec![queue(SUPPORT, "Support"), queue(SALES, "Sales")],
        workflows: vec![NamedFacts {
            sid: WorkflowSid::from_bits(1),
            name: Some("Route".to_owned()),
            is_deleted: false,
        }],
        ..Facts::default()
    }
}

fn ledger(facts: Facts) -> Ledger {
    let mut ledger = Ledger::new(None);
    ledger.take_in(facts);
    ledger
}

/// The last hour, at noon.
fn question() -> Question {
    Question {
        now: NOON,
        midnight: MIDNIGHT,
        time_zone: "UTC".to_owned(),
        window: Between {
            from: NOON - 3_600_000,
            to: NOON,
        },
        filters: Filters::default(),
        limits: Limits::default(),
    }
}

fn answer(facts: Facts) -> Statistics {
    ledger(facts).answer(&question(), &Thresholds::default())
}

/// Six workers: three of them have something to do, one of those two things.
fn floor() -> Facts {
    use ReservationStatus as S;
    let mut facts = named();
    facts.activities = vec![
        activity(1, "Available", Some(true)),
        activity(2, "On Break", Some(false)),
        activity(3, "Offline", Some(false)),
    ];
    facts.workers = vec![
        worker(1, 1, "North"),
        worker(2, 1, "North"),
        worker(3, 1, "South"),
        worker(4, 2, "South"),
        // In an activity that nobody has told of.
        worker(5, 9, "South"),
        worker(6, 1, "South"),
    ];
    for (number, team) in [(1, "North"), (2, "South"), (3, "South")] {
        let mut line = task(number, TaskStatus::Assigned);
        line.team = Some(team.to_owned());
        (line.created, line.accepted) = (ago(60), ago(30));
        facts.tasks.push(line);
    }
    facts.tasks[1].queue_sid = Some(TaskQueueSid::from_bits(SALES));
    facts.tasks[2].status = TaskStatus::Canceled;
    facts.tasks[2].canceled = ago(20);
    for (number, of, by, queue, status) in [
        (1, 1, 1, SUPPORT, S::Accepted),
        (2, 1, 1, SUPPORT, S::Pending),
        (3, 2, 3, SALES, S::Pending),
        (4, 2, 4, SALES, S::Wrapping),
        (5, 1, 2, SUPPORT, S::Rejected),
        // Its task is gone, and nobody told its end.
        (6, 3, 6, SUPPORT, S::Pending),
    ] {
        let mut line = reservation(number, of, status);
        line.created = ago(50);
        line.worker_sid = Some(WorkerSid::from_bits(by));
        line.queue_sid = Some(TaskQueueSid::from_bits(queue));
        facts.reservations.push(line);
    }
    facts
}
