//! The columns of each kind of owner.

use super::row::StatsRow;
use crate::output::{Cell, Column, Tone};

/// The columns for what is asked.
pub(super) struct Columns {
    pub(super) both: &'static [Column<StatsRow>],
    pub(super) both_split: &'static [Column<StatsRow>],
    pub(super) now: &'static [Column<StatsRow>],
    pub(super) then: &'static [Column<StatsRow>],
    pub(super) then_split: &'static [Column<StatsRow>],
}

macro_rules! columns {
    ($name:ident { $($head:expr;)+ } now { $($now:expr;)* } then { $($then:expr;)* }) => {
        pub(super) static $name: Columns = Columns {
            both: &[$($head,)+ $($now,)* $($then,)*],
            both_split: &[$($head,)+ $($now,)* $($then,)* ACCEPTED_WITHIN, CANCELED_WITHIN],
            now: &[$($head,)+ $($now,)*],
            then: &[$($head,)+ $($then,)*],
            then_split: &[$($head,)+ $($then,)* ACCEPTED_WITHIN, CANCELED_WITHIN],
        };
    };
}

/// A count for every table.
macro_rules! count {
    ($path:literal, $header:literal) => {
        Column::new($path, $header, |row: &StatsRow| row.figure($path))
    };
}

/// A figure for `-o wide`.
macro_rules! more {
    ($path:literal, $header:literal) => {
        Column::wide($path, $header, |row: &StatsRow| row.figure($path))
    };
}

/// Seconds for `-o wide`.
macro_rules! seconds {
    ($path:literal, $header:literal) => {
        Column::wide($path, $header, |row: &StatsRow| row.seconds($path))
    };
}

const NAME: Column<StatsRow> = Column::new("name", "NAME", |row| row.name.as_str().into());
const SID: Column<StatsRow> = Column::wide("sid", "SID", |row| row.figure("sid"));
const LONGEST: Column<StatsRow> = Column::new("longest_task_waiting_age", "LONGEST", |row| {
    // The age of nothing is no age, and the mean of nothing is none.
    if row.figure("longest_task_waiting_sid") == Cell::EMPTY {
        Cell::EMPTY
    } else {
        row.seconds("longest_task_waiting_age").tone(Tone::Notice)
    }
});
const AVERAGE: Column<StatsRow> = Column::new("avg_task_acceptance_time", "AVG WAIT", |row| {
    if row.figure("reservations_accepted") == Cell::from(0_u64) {
        Cell::EMPTY
    } else {
        row.seconds("avg_task_acceptance_time")
    }
});
const ACCEPTED_WITHIN: Column<StatsRow> = Column::new(
    "accepted_within",
    "ACCEPTED WITHIN",
    StatsRow::accepted_within,
);
const CANCELED_WITHIN: Column<StatsRow> = Column::new(
    "canceled_within",
    "CANCELED WITHIN",
    StatsRow::canceled_within,
);
const WORKERS: Column<StatsRow> = Column::new("workers", "WORKERS", StatsRow::workers_by_activity);
const ACTIVITY: Column<StatsRow> =
    Column::new("activity", "ACTIVITY", |row| row.figure("activity"));
const TIME: Column<StatsRow> = Column::new("time", "TIME", StatsRow::time_by_activity);

columns! {
    WORKSPACE { NAME; SID; }
    now {
        count!("tasks_waiting", "WAITING");
        LONGEST;
        more!("longest_task_waiting_sid", "LONGEST SID");
        more!("tasks_reserved", "RESERVED");
        count!("tasks_assigned", "ASSIGNED");
        count!("tasks_wrapping", "WRAPPING");
        more!("total_tasks", "TASKS");
        more!("tasks_by_priority", "BY PRIORITY");
        more!("total_workers", "ALL WORKERS");
        WORKERS;
    }
    then {
        more!("start_time", "FROM");
        more!("end_time", "TO");
        count!("tasks_created", "CREATED");
        more!("tasks_moved", "MOVED");
        count!("tasks_canceled", "CANCELED");
        count!("tasks_completed", "COMPLETED");
        more!("tasks_deleted", "DELETED");
        more!("tasks_timed_out_in_workflow", "LEFT BY TIME-OUT");
        more!("reservations_created", "OFFERS");
        count!("reservations_accepted", "ACCEPTED");
        count!("reservations_rejected", "REJECTED");
        count!("reservations_timed_out", "TIMED OUT");
        more!("reservations_canceled", "OFFERS CANCELED");
        more!("reservations_rescinded", "RESCINDED");
        AVERAGE;
        seconds!("wait_duration_until_accepted.max", "MAX WAIT");
        seconds!("wait_duration_until_canceled.avg", "AVG GIVEN UP");
        seconds!("wait_duration_until_canceled.max", "MAX GIVEN UP");
    }
}

columns! {
    QUEUE { NAME; SID; }
    now {
        count!("tasks_waiting", "WAITING");
        LONGEST;
        more!("longest_task_waiting_sid", "LONGEST SID");
        seconds!("longest_relative_task_age_in_queue", "LONGEST IN QUEUE");
        more!("longest_relative_task_sid_in_queue", "LONGEST IN QUEUE SID");
        more!("tasks_reserved", "RESERVED");
        count!("tasks_assigned", "ASSIGNED");
        count!("tasks_wrapping", "WRAPPING");
        more!("total_tasks", "TASKS");
        more!("tasks_by_priority", "BY PRIORITY");
        count!("total_available_workers", "AVAILABLE");
        more!("total_eligible_workers", "ELIGIBLE");
    }
    then {
        more!("start_time", "FROM");
        more!("end_time", "TO");
        count!("tasks_entered", "ENTERED");
        more!("tasks_moved", "MOVED");
        count!("tasks_canceled", "CANCELED");
        more!("tasks_completed", "COMPLETED");
        more!("tasks_deleted", "DELETED");
        more!("reservations_created", "OFFERS");
        count!("reservations_accepted", "ACCEPTED");
        count!("reservations_rejected", "REJECTED");
        count!("reservations_timed_out", "TIMED OUT");
        more!("reservations_canceled", "OFFERS CANCELED");
        more!("reservations_rescinded", "RESCINDED");
        AVERAGE;
        seconds!("wait_duration_until_accepted.max", "MAX WAIT");
        seconds!("wait_duration_in_queue_until_accepted.avg", "AVG IN QUEUE");
        seconds!("wait_duration_in_queue_until_accepted.max", "MAX IN QUEUE");
        seconds!("wait_duration_until_canceled.avg", "AVG GIVEN UP");
        seconds!("wait_duration_until_canceled.max", "MAX GIVEN UP");
    }
}

columns! {
    WORKFLOW { NAME; SID; }
    now {
        count!("tasks_waiting", "WAITING");
        LONGEST;
        more!("longest_task_waiting_sid", "LONGEST SID");
        more!("tasks_reserved", "RESERVED");
        count!("tasks_assigned", "ASSIGNED");
        count!("tasks_wrapping", "WRAPPING");
        more!("total_tasks", "TASKS");
        more!("tasks_by_priority", "BY PRIORITY");
    }
    then {
        more!("start_time", "FROM");
        more!("end_time", "TO");
        count!("tasks_entered", "ENTERED");
        more!("tasks_moved", "MOVED");
        count!("tasks_canceled", "CANCELED");
        count!("tasks_timed_out_in_workflow", "LEFT BY TIME-OUT");
        count!("tasks_completed", "COMPLETED");
        more!("tasks_deleted", "DELETED");
        more!("reservations_created", "OFFERS");
        count!("reservations_accepted", "ACCEPTED");
        count!("reservations_rejected", "REJECTED");
        count!("reservations_timed_out", "TIMED OUT");
        more!("reservations_canceled", "OFFERS CANCELED");
        more!("reservations_rescinded", "RESCINDED");
        AVERAGE;
        seconds!("wait_duration_until_accepted.max", "MAX WAIT");
        seconds!("wait_duration_until_canceled.avg", "AVG GIVEN UP");
        seconds!("wait_duration_until_canceled.max", "MAX GIVEN UP");
    }
}

columns! {
    WORKERS_TOGETHER { NAME; }
    now {
        count!("total_workers", "ALL");
        WORKERS;
    }
    then {
        more!("start_time", "FROM");
        more!("end_time", "TO");
        TIME;
        count!("reservations_created", "OFFERS");
        count!("reservations_accepted", "ACCEPTED");
        count!("reservations_rejected", "REJECTED");
        count!("reservations_timed_out", "TIMED OUT");
        more!("reservations_canceled", "OFFERS CANCELED");
        more!("reservations_rescinded", "RESCINDED");
    }
}

columns! {
    WORKER { NAME; SID; }
    now { ACTIVITY; }
    then {
        more!("start_time", "FROM");
        more!("end_time", "TO");
        TIME;
        count!("reservations_created", "OFFERS");
        count!("reservations_accepted", "ACCEPTED");
        count!("reservations_rejected", "REJECTED");
        count!("reservations_timed_out", "TIMED OUT");
        more!("reservations_canceled", "OFFERS CANCELED");
        more!("reservations_rescinded", "RESCINDED");
    }
}
