//! Reservations, seen from their task or from their worker:
//! <https://www.twilio.com/docs/taskrouter/api/reservations>.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::collection::{list_of, workspace_of};
use super::render::{View, link};
use crate::emulator::http::{Call, PageRequest, Params, Problem, Selection, answer};
use crate::emulator::instruction::{Order, understand};
use crate::emulator::shared::{Shared, World};
use crate::model;
use crate::model::ReservationStatus;
use crate::model::sid::{ReservationSid, Sid as _, TaskSid, WorkerSid, WorkspaceSid};
use crate::model::wire::Links;
use crate::routing::Moment;
use crate::routing::engine::{Error, Instruction, Reservation, ReservationAnswer, Workspace};

pub(super) fn routes() -> Router<Arc<Shared>> {
    let mut router = Router::new();
    for side in ["Tasks", "Workers"] {
        router = router
            .route(
                &format!("/Workspaces/{{workspace}}/{side}/{{owner}}/Reservations"),
                get(list),
            )
            .route(
                &format!("/Workspaces/{{workspace}}/{side}/{{owner}}/Reservations/{{sid}}"),
                get(fetch).post(update),
            );
    }
    router
}

/// From where reservations are looked at.
#[derive(Debug, Clone, Copy)]
enum Side {
    Task(TaskSid),
    Worker(WorkerSid),
}

impl Side {
    /// The task or worker of the path, which must exist.
    fn of(workspace: &Workspace, owner: &str, call: &Call) -> Result<Self, Problem> {
        let side = match owner.get(..2) {
            Some(TaskSid::PREFIX) => owner
                .parse()
                .ok()
                .and_then(|sid| workspace.tasks.get(sid))
                .map(|task| Self::Task(task.sid)),
            Some(WorkerSid::PREFIX) => owner
                .parse()
                .ok()
                .and_then(|sid| workspace.workers.get(sid))
                .map(|worker| Self::Worker(worker.sid)),
            _ => None,
        };
        let right_path = |side: &Self| {
            let segment = match side {
                Self::Task(_) => "/Tasks/",
                Self::Worker(_) => "/Workers/",
            };
            call.path.contains(segment)
        };
        side.filter(right_path).ok_or_else(|| call.not_found())
    }

    fn has(self, reservation: &Reservation) -> bool {
        match self {
            Self::Task(sid) => reservation.task == sid,
            Self::Worker(sid) => reservation.worker == sid,
        }
    }

    fn url(self, view: &View<'_>) -> String {
        match self {
            Self::Task(sid) => view.url_of("Tasks", sid),
            Self::Worker(sid) => view.url_of("Workers", sid),
        }
    }
}

fn render(view: &View<'_>, side: Side, row: &Reservation) -> model::Reservation {
    model::Reservation {
        sid: row.sid,
        account_sid: view.account,
        workspace_sid: view.workspace.sid,
        task_sid: row.task,
        worker_sid: row.worker,
        worker_name: row.worker_name.to_string(),
        reservation_status: row.status,
        date_created: row.created.to_iso(),
        date_updated: row.updated.to_iso(),
        url: Some(format!("{}/Reservations/{}", side.url(view), row.sid)),
        links: Links(vec![
            link("task", view.url_of("Tasks", row.task)),
            link("worker", view.url_of("Workers", row.worker)),
            view.to_workspace(),
        ]),
    }
}

async fn list(
    State(shared): State<Arc<Shared>>,
    Path((workspace, owner)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let page = shared.read(|world, now| {
        let workspace = workspace_of(&world.engine, &workspace, &call)?;
        let side = Side::of(workspace, &owner, &call)?;
        let request = PageRequest::read(&call.params)?;
        let status = call
            .params
            .word::<ReservationStatus>("ReservationStatus", str::to_ascii_lowercase)?;
        let by_worker = call.params.sid::<WorkerSid>("WorkerSid")?;
        let view = View::new(&call, world.engine.account(), workspace, now);
        let mut selection = Selection::default();
        selection.among(
            match side {
                Side::Task(sid) => workspace
                    .tasks
                    .get(sid)
                    .map(|task| workspace.reservations_of(task).collect()),
                Side::Worker(sid) => workspace
                    .workers
                    .get(sid)
                    .map(|worker| workspace.reservations_of_worker(worker).collect()),
            }
            .ok_or_else(|| call.not_found())?,
        );
        if let Some(status) = status {
            selection.keep(move |row: &Reservation| row.status == status);
        }
        if let (Some(worker), Side::Task(_)) = (by_worker, side) {
            selection.keep(move |row: &Reservation| row.worker == worker);
        }
        list_of(
            &call,
            "reservations",
            &workspace.reservations,
            &request,
            &selection,
            |row| render(&view, side, row),
        )
    })?;
    Ok(answer::json(StatusCode::OK, &page))
}

/// The reservation of the path under its owner.
fn reservation_of<'a>(
    workspace: &'a Workspace,
    owner: &str,
    segment: &str,
    call: &Call,
) -> Result<(Side, &'a Reservation), Problem> {
    let side = Side::of(workspace, owner, call)?;
    segment
        .parse()
        .ok()
        .and_then(|sid| workspace.reservations.get(sid))
        .filter(|reservation| side.has(reservation))
        .map(|reservation| (side, reservation))
        .ok_or_else(|| call.not_found())
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path((workspace, owner, segment)): Path<(String, String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let (version, body) = shared.read(|world, now| {
        let workspace = workspace_of(&world.engine, &workspace, &call)?;
        let (side, row) = reservation_of(workspace, &owner, &segment, &call)?;
        let view = View::new(&call, world.engine.account(), workspace, now);
        Ok::<_, Problem>((row.version, render(&view, side, row)))
    })?;
    Ok(answer::versioned(StatusCode::OK, Some(version), &body))
}

async fn update(
    State(shared): State<Arc<Shared>>,
    Path((workspace, owner, segment)): Path<(String, String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let (version, body) = shared.write(|world, now| {
        let (workspace, side, sid) = {
            let workspace = workspace_of(&world.engine, &workspace, &call)?;
            let (side, row) = reservation_of(workspace, &owner, &segment, &call)?;
            call.if_match.check(Some(row.version))?;
            (workspace.sid, side, row.sid)
        };
        carry_out(&shared, world, now, (workspace, side, sid), &call.params)?;
        let workspace = world.engine.workspace(workspace)?;
        let row = workspace
            .reservations
            .get(sid)
            .ok_or_else(|| call.not_found())?;
        let view = View::new(&call, world.engine.account(), workspace, now);
        Ok::<_, Problem>((row.version, render(&view, side, row)))
    })?;
    Ok(answer::versioned(StatusCode::OK, Some(version), &body))
}

fn carry_out(
    shared: &Shared,
    world: &mut World,
    now: Moment,
    (workspace, side, sid): (WorkspaceSid, Side, ReservationSid),
    params: &Params,
) -> Result<(), Problem> {
    let order = if let Some(name) = params.given("Instruction") {
        if name.eq_ignore_ascii_case("supervise") && matches!(side, Side::Worker(_)) {
            return Err(Problem::invalid(
                "Instruction: supervise is given to reservations of tasks only",
            ));
        }
        let found = world.engine.workspace(workspace)?;
        check_pending(name, found, sid)?;
        understand(name, params, found, sid).map_err(|refusal| {
            shared
                .alerts
                .raise(now, refusal.code, refusal.message.as_str(), &sid, None);
            Problem::invalid(format!(
                "Unable to execute {name} instruction. {} ({})",
                refusal.message, refusal.code
            ))
        })?
    } else {
        Order::Answer(answer_in(params)?)
    };
    match order {
        Order::Answer(answer) => world
            .engine
            .answer_reservation(now, workspace, sid, answer)?,
        Order::Instruct(instruction, leg) => {
            world
                .stage(now)
                .instruct(workspace, sid, instruction, &leg)?;
        }
    }
    Ok(())
}

/// What the telephone network is to do must find the reservation pending; that is said before
/// anything about the instruction's details.
fn check_pending(name: &str, workspace: &Workspace, sid: ReservationSid) -> Result<(), Problem> {
    let dialling = [
        Instruction::Dequeue,
        Instruction::Call { accept: false },
        Instruction::Redirect { accept: false },
        Instruction::Conference,
    ]
    .into_iter()
    .find(|instruction| instruction.name().eq_ignore_ascii_case(name));
    let pending = workspace
        .reservations
        .get(sid)
        .is_some_and(|row| row.status == ReservationStatus::Pending);
    match dialling {
        Some(instruction) if !pending => Err(Error::NotPending {
            instruction: instruction.name(),
            reservation: sid,
        }
        .into()),
        _ => Ok(()),
    }
}

/// The answer that `ReservationStatus` stands for.
fn answer_in(params: &Params) -> Result<ReservationAnswer, Problem> {
    let status = params
        .word::<ReservationStatus>("ReservationStatus", str::to_ascii_lowercase)?
        .ok_or_else(|| Problem::missing("ReservationStatus"))?;
    match status {
        ReservationStatus::Accepted => Ok(ReservationAnswer::Accept),
        ReservationStatus::Rejected => Ok(ReservationAnswer::Reject {
            activity: params.sid("WorkerActivitySid")?,
        }),
        ReservationStatus::Wrapping => Ok(ReservationAnswer::Wrap),
        ReservationStatus::Completed => Ok(ReservationAnswer::Complete),
        other => Err(Problem::invalid(format!(
            "ReservationStatus: `{other}` cannot be set"
        ))),
    }
}
