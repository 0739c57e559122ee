//! `/_emulator/snapshot` and `/_emulator/reset`: the whole state out, in, and away.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;
use tokio::task::spawn_blocking;

use crate::emulator::data::{self, Unfit};
use crate::emulator::event_log::EventLog;
use crate::emulator::faults::FaultPlan;
use crate::emulator::http::{Problem, answer};
use crate::emulator::shared::{Shared, World};
use crate::emulator::telephone::Network;
use crate::model::sid::AccountSid;

/// The largest snapshot that is taken in: some millions of tasks. It must fit into memory.
const LARGEST: usize = 1024 * 1024 * 1024;

pub(super) async fn save(State(shared): State<Arc<Shared>>) -> Result<Response, Problem> {
    let writing = spawn_blocking(move || {
        shared.catch_up();
        data::write(&mut shared.lock())
    });
    let bytes = writing
        .await
        .ok()
        .and_then(Result::ok)
        .ok_or_else(|| broken("The state cannot be written"))?;
    let mut response = Response::new(Body::from(bytes));
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    Ok(response)
}

fn broken(text: &str) -> Problem {
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, 20500, text)
}

/// Nothing changes until the whole document has been understood; then everything does at once.
pub(super) async fn load(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let bytes = to_bytes(request.into_body(), LARGEST)
        .await
        .map_err(|_| Problem::invalid("The snapshot is larger than 1 GiB or was cut off"))?;
    let account = shared.account;
    let kept = spawn_blocking(move || data::read(&bytes, account))
        .await
        .map_err(|_| Problem::invalid("The snapshot is damaged"))?
        .map_err(|unfit| refusal(&unfit, account))?;
    shared.write(|world, _| {
        world.replace(kept);
        forget(&shared);
    });
    // The new state may be due at the same moment, by another clock.
    shared.rearmed.notify_one();
    Ok(super::summary(State(shared)).await)
}

fn refusal(unfit: &Unfit, account: AccountSid) -> Problem {
    Problem::invalid(match unfit {
        Unfit::Damaged(error) => {
            format!("This is no snapshot, or a damaged one ({error}); nothing was changed")
        }
        Unfit::Format { found } => format!(
            "The snapshot has format {found}, which this version of trctl does not read; load it \
             with the one that saved it"
        ),
        Unfit::Account { found } => format!(
            "The snapshot belongs to account {found} and this emulator has {account}; start one \
             with `--account-sid {found}`"
        ),
    })
}

pub(super) async fn reset(State(shared): State<Arc<Shared>>) -> Result<Response, Problem> {
    shared.write(|world, _| {
        clear(world)?;
        forget(&shared);
        Ok::<_, Problem>(())
    })?;
    shared.faults.set(FaultPlan::default());
    Ok(answer::json(StatusCode::OK, &json!({})))
}

/// Removes everything. What is made afterwards gets other SIDs: those of before may be known to
/// somebody.
fn clear(world: &mut World) -> Result<(), Problem> {
    let now = world.now();
    let sids: Vec<_> = world
        .engine
        .workspaces()
        .iter()
        .map(|workspace| workspace.sid)
        .collect();
    for sid in sids {
        world.engine.delete_workspace(now, sid)?;
    }
    // That everything is gone is no event of any workspace.
    world.engine.take_effects();
    world.events = EventLog::default();
    world.voice.clear();
    world.network = Network::default();
    world.dismiss();
    Ok(())
}

/// What is known beside a state that is gone: calls under way, their history, the alerts.
fn forget(shared: &Shared) {
    shared.callbacks.forget();
    shared.wire.forget();
    shared.alerts.clear();
}
