//! The account itself, which clients fetch to check their credentials:
//! <https://www.twilio.com/docs/iam/api/account>.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::{API_VERSION, bare, check_account};
use crate::emulator::http::{Call as Request, Problem, answer};
use crate::emulator::shared::Shared;
use crate::model::Account;
use crate::model::wire::Links;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/Accounts/{account}", get(fetch))
}

const PARTS: [(&str, &str); 4] = [
    ("calls", "Calls"),
    ("conferences", "Conferences"),
    ("incoming_phone_numbers", "IncomingPhoneNumbers"),
    ("queues", "Queues"),
];

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path(account): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, bare(&account), &request)?;
    let path = format!("/{API_VERSION}/Accounts/{}", shared.account);
    let since = shared.since.to_mail();
    let body = Account {
        sid: shared.account,
        owner_account_sid: shared.account,
        friendly_name: Some("trctl emulator".to_owned()),
        status: Some("active".to_owned()),
        kind: Some("Full".to_owned()),
        // Whoever has it knows it, and the holder of an API key must not learn it.
        auth_token: None,
        date_created: since,
        date_updated: since,
        subresource_uris: Links(
            PARTS
                .iter()
                .map(|(name, segment)| ((*name).into(), format!("{path}/{segment}.json")))
                .collect(),
        ),
        uri: Some(format!("{path}.json")),
    };
    Ok(answer::json(StatusCode::OK, &body))
}
