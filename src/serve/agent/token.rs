//! `GET /agent/token`: tokens for pages that talk to Twilio by themselves, for the session's worker
//! and nobody else.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::signed_out;
use crate::model::sid::WorkerSid;
use crate::serve::problem::Problem;
use crate::serve::query;
use crate::serve::shared::Shared;
use crate::twilio::tokens::{
    Access, Capability, Channel, DEFAULT_LIFE, Grants, Life, Role, TaskRouterGrant, Token,
    VoiceGrant,
};

/// A token, and how long it lasts.
#[derive(Serialize, JsonSchema)]
pub(in crate::serve) struct TokenAnswer {
    /// The token.
    token: String,
    /// Whom it is for.
    identity: String,
    /// `WK…`
    worker_sid: String,
    /// When it ends.
    expires: String,
}

/// What the token of a worker's page may: what an agent does, and no more.
pub(super) fn capability(shared: &Shared, worker: WorkerSid, life: Life) -> Result<Token, Problem> {
    let Some(auth_token) = &shared.config.signing.auth_token else {
        return Err(cannot("the server has no auth token to sign with"));
    };
    let (account, workspace) = (shared.config.account, shared.config.workspace);
    let token = Capability::least(account, workspace, Channel::Worker(worker))
        .change_activity()
        .change_reservations();
    Ok(token.sign(life, auth_token))
}

fn cannot(why: &str) -> Problem {
    Problem::new(StatusCode::NOT_IMPLEMENTED, why)
}

pub(super) fn life(now: Timestamp) -> Life {
    Life::starting(now, DEFAULT_LIFE)
}

pub(super) async fn show(
    State(shared): State<Arc<Shared>>,
    RawQuery(asked): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = query::read(asked.as_deref(), &["kind"])?;
    let session = shared.agents.sessions.of(&headers).ok_or_else(signed_out)?;
    let (worker, name) = (session.booth.worker, &session.booth.name);
    // It is of no use once nobody is signed in.
    let now = shared.now();
    let life = Life::starting(now, DEFAULT_LIFE.min(session.left()));
    let token = match asked.get("kind").map(String::as_str) {
        None | Some("worker") => capability(&shared, worker, life)?,
        Some("access") => access(&shared, worker, name, life)?,
        Some(_) => return Err(Problem::bad_request("`kind` is neither worker nor access")),
    };
    let answer = TokenAnswer {
        token: token.expose().to_owned(),
        identity: name.clone(),
        worker_sid: worker.to_string(),
        expires: life.expires.to_string(),
    };
    let json = serde_json::to_vec(&answer).map_err(Problem::internal)?;
    let kind = HeaderValue::from_static("application/json");
    Ok(([(header::CONTENT_TYPE, kind)], json).into_response())
}

/// TaskRouter as this worker, and calls that come in.
fn access(shared: &Shared, worker: WorkerSid, name: &str, life: Life) -> Result<Token, Problem> {
    let Some((key, secret)) = &shared.config.signing.api_key else {
        return Err(cannot(
            "the server has no API key to sign access tokens with",
        ));
    };
    let token = Access {
        account: shared.config.account,
        identity: name.to_owned(),
        grants: Grants {
            task_router: Some(TaskRouterGrant {
                workspace_sid: shared.config.workspace,
                worker_sid: Some(worker),
                role: Role::Worker,
            }),
            voice: Some(VoiceGrant {
                incoming: true,
                ..VoiceGrant::default()
            }),
            ..Grants::default()
        },
        region: None,
    };
    Ok(token.sign(life, *key, secret))
}
