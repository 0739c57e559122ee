//! Access tokens, signed with an API key's secret: who somebody is, and which products they may use.

use std::fmt;

use secrecy::SecretString;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json};

use super::{Life, Token};
use crate::model::sid::{AccountSid, ApiKeySid, ApplicationSid, WorkerSid, WorkspaceSid};

/// What somebody is in TaskRouter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Works.
    Worker,
    /// Sees and steers workers.
    Supervisor,
    /// May everything.
    Admin,
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Worker => "worker",
            Self::Supervisor => "supervisor",
            Self::Admin => "admin",
        })
    }
}

/// TaskRouter, in one workspace.
#[derive(Debug, Clone, Serialize)]
pub struct TaskRouterGrant {
    /// Which workspace.
    pub workspace_sid: WorkspaceSid,
    /// As which worker; none for who is no worker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worker_sid: Option<WorkerSid>,
    /// As what.
    pub role: Role,
}

/// A service of Sync or of Conversations, and how this page names itself there.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ServiceGrant {
    /// `IS…`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_sid: Option<String>,
    /// What tells two pages of one person apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint_id: Option<String>,
    /// The role of Programmable Chat; Conversations has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deployment_role_sid: Option<String>,
    /// Push notifications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub push_credential_sid: Option<String>,
}

/// Video rooms.
#[derive(Debug, Clone, Default, Serialize)]
pub struct VideoGrant {
    /// The only room; any without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
}

/// Calls in the browser.
#[derive(Debug, Clone, Default, Serialize)]
pub struct VoiceGrant {
    /// Whether calls come in.
    #[serde(serialize_with = "allowed", skip_serializing_if = "is_false")]
    pub incoming: bool,
    /// How calls go out, if they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outgoing: Option<Outgoing>,
    /// Push notifications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub push_credential_sid: Option<String>,
    /// What tells two pages of one person apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint_id: Option<String>,
}

/// What a call that goes out follows.
#[derive(Debug, Clone, Serialize)]
pub struct Outgoing {
    /// The application whose voice URL it asks.
    pub application_sid: ApplicationSid,
    /// What the URL is told beside.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub params: Map<String, Json>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "what serde hands over is a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "what serde hands over is a reference"
)]
fn allowed<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Allow {
        allow: bool,
    }
    Allow { allow: *value }.serialize(serializer)
}

/// The products that may be used; none unless named.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Grants {
    /// TaskRouter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_router: Option<TaskRouterGrant>,
    /// Sync.
    #[serde(rename = "data_sync", skip_serializing_if = "Option::is_none")]
    pub sync: Option<ServiceGrant>,
    /// Conversations, and Programmable Chat before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat: Option<ServiceGrant>,
    /// Video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<VideoGrant>,
    /// Voice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice: Option<VoiceGrant>,
}

/// An access token that is not signed yet.
#[derive(Debug, Clone)]
pub struct Access {
    /// Whose it is.
    pub account: AccountSid,
    /// Who somebody is, in the products' eyes.
    pub identity: String,
    /// What they may use.
    pub grants: Grants,
    /// Where the key lives, such as `ie1`; the United States without one.
    pub region: Option<String>,
}

#[derive(Serialize)]
struct Header<'a> {
    alg: &'static str,
    typ: &'static str,
    cty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    twr: Option<&'a str>,
}

#[derive(Serialize)]
struct Claims<'a> {
    jti: String,
    grants: Granted<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iat: Option<i64>,
    exp: i64,
    iss: ApiKeySid,
    sub: AccountSid,
}

#[derive(Serialize)]
struct Granted<'a> {
    identity: &'a str,
    #[serde(flatten)]
    grants: &'a Grants,
}

impl Access {
    /// The token, signed with the API key's secret.
    pub fn sign(&self, life: Life, key: ApiKeySid, secret: &SecretString) -> Token {
        let made = life.issued_at.or(life.not_before);
        let made = made.unwrap_or(life.expires).as_second();
        let claims = Claims {
            jti: format!("{key}-{made}"),
            grants: Granted {
                identity: &self.identity,
                grants: &self.grants,
            },
            nbf: life.not_before.map(jiff::Timestamp::as_second),
            iat: life.issued_at.map(jiff::Timestamp::as_second),
            exp: life.expires.as_second(),
            iss: key,
            sub: self.account,
        };
        let header = Header {
            alg: "HS256",
            typ: "JWT",
            cty: "twilio-fpa;v=1",
            twr: self.region.as_deref(),
        };
        Token::sign(&header, &claims, secret)
    }
}
