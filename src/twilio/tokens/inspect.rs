//! What a token says, whether that can be believed, and what about it is expired or too broad.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};

use super::LONGEST_LIFE;
use super::jwt::Decoded;

/// Which tokens there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An access token, signed with an API key's secret.
    Access,
    /// A capability token of TaskRouter's, signed with the auth token.
    TaskRouter,
    /// A capability token of the first voice SDK, signed with the auth token.
    Client,
    /// Somebody else's.
    Other,
}

impl Kind {
    /// Its name in words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Access => "access token",
            Self::TaskRouter => "TaskRouter capability token",
            Self::Client => "client capability token",
            Self::Other => "unknown",
        }
    }
}

/// Something about a token that its user should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Twilio refuses it.
    Refused(String),
    /// It may more than most pages need.
    Broad(String),
}

/// What a token says of itself. Nothing in it is proven by reading it.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// Which token it is.
    pub kind: Kind,
    /// The account it is for.
    pub account: Option<String>,
    /// Who signed: an API key, or the account itself.
    pub issuer: Option<String>,
    /// Whom it is for: the identity, or the channel.
    pub subject: Option<String>,
    /// When it was made.
    pub issued_at: Option<Timestamp>,
    /// When it begins.
    pub not_before: Option<Timestamp>,
    /// When it ends.
    pub expires: Option<Timestamp>,
    /// What it allows, a line each.
    pub allows: Vec<String>,
    /// What to know about it.
    pub findings: Vec<Finding>,
}

/// Reads what the token claims, as of this moment.
pub fn inspect(token: &Decoded, now: Timestamp) -> Inspection {
    let claims = &token.claims;
    let kind = if claims.get("grants").is_some_and(Json::is_object) {
        Kind::Access
    } else if claims.get("policies").is_some_and(Json::is_array) {
        Kind::TaskRouter
    } else if claims.contains_key("scope") {
        Kind::Client
    } else {
        Kind::Other
    };
    let text = |name: &str| token.text(name).map(str::to_owned);
    let grants = claims.get("grants").and_then(Json::as_object);
    let mut found = Inspection {
        kind,
        account: match kind {
            Kind::Access => text("sub"),
            Kind::TaskRouter => text("account_sid"),
            Kind::Client | Kind::Other => text("iss"),
        },
        issuer: text("iss"),
        subject: match kind {
            Kind::Access => grants.and_then(|grants| member(grants, "identity")),
            _ => text("channel"),
        },
        issued_at: moment(claims, "iat"),
        not_before: moment(claims, "nbf"),
        expires: moment(claims, "exp"),
        allows: Vec::new(),
        findings: Vec::new(),
    };
    found.judge_life(now);
    match kind {
        Kind::Access => {
            found.judge_header(token);
            found.judge_grants(grants.unwrap_or(&Map::new()));
        }
        Kind::TaskRouter => found.judge_policies(claims),
        Kind::Client => {
            let scopes = token.text("scope").unwrap_or_default();
            found.allows = scopes.split_whitespace().map(str::to_owned).collect();
        }
        Kind::Other => {
            found.refused("this is none of Twilio's tokens: it has neither grants nor policies");
        }
    }
    found
}

fn member(object: &Map<String, Json>, name: &str) -> Option<String> {
    object.get(name)?.as_str().map(str::to_owned)
}

/// Seconds since 1970, a fraction left out.
fn moment(claims: &Map<String, Json>, name: &str) -> Option<Timestamp> {
    let value = claims.get(name)?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "what is beyond is no moment either"
    )]
    let seconds = value
        .as_i64()
        .or_else(|| value.as_f64().map(|exact| exact as i64))?;
    Timestamp::from_second(seconds).ok()
}

impl Inspection {
    fn refused(&mut self, why: impl Into<String>) {
        self.findings.push(Finding::Refused(why.into()));
    }

    fn broad(&mut self, why: impl Into<String>) {
        self.findings.push(Finding::Broad(why.into()));
    }

    fn judge_life(&mut self, now: Timestamp) {
        let Some(expires) = self.expires else {
            return self.refused("it does not say when it ends (`exp`)");
        };
        if expires <= now {
            self.refused(format!("it expired at {expires}"));
        }
        if let Some(begins) = self.not_before
            && begins > now
        {
            self.refused(format!("it is not valid before {begins}"));
        }
        let Some(begins) = self.issued_at.or(self.not_before) else {
            return;
        };
        let long = expires.duration_since(begins);
        if long > LONGEST_LIFE.try_into().expect("a day is a span") {
            let said = format!("it lasts {} hours; a day is the most", long.as_hours());
            match self.kind {
                Kind::Access => self.refused(said),
                _ => self.broad(said),
            }
        }
    }

    fn judge_header(&mut self, token: &Decoded) {
        if token.header_text("cty") != Some("twilio-fpa;v=1") {
            self.refused("its header lacks `\"cty\": \"twilio-fpa;v=1\"`");
        }
        if self.subject.is_none() {
            self.refused("it has no identity");
        }
        if !self
            .issuer
            .as_deref()
            .is_some_and(|sid| sid.starts_with("SK"))
        {
            self.refused("an access token is issued by an API key (`SK…`)");
        }
    }

    fn judge_grants(&mut self, grants: &Map<String, Json>) {
        for (name, grant) in grants.iter().filter(|(name, _)| *name != "identity") {
            let members = grant.as_object();
            let has = |name: &str| members.is_some_and(|members| members.contains_key(name));
            self.allows.push(format!("{name} {grant}"));
            match name.as_str() {
                "task_router" => match members.and_then(|members| member(members, "role")) {
                    Some(role) if role != "worker" => {
                        self.broad(format!("the role `{role}` is more than a worker's"));
                    }
                    _ => {}
                },
                "video" if !has("room") => {
                    self.broad("the video grant names no room: every room is open to it");
                }
                _ => {}
            }
        }
        if self.allows.is_empty() {
            self.allows.push("nothing".to_owned());
        }
    }

    fn judge_policies(&mut self, claims: &Map<String, Json>) {
        let workspace = member(claims, "workspace_sid").unwrap_or_default();
        let policies = claims.get("policies").and_then(Json::as_array);
        for policy in policies.into_iter().flatten().filter_map(Json::as_object) {
            if policy.get("allow") == Some(&Json::Bool(false)) {
                continue;
            }
            let method = member(policy, "method").unwrap_or_default();
            let url = member(policy, "url").unwrap_or_default();
            let required = policy.get("post_filter").and_then(Json::as_object);
            let required: Vec<&str> = required
                .into_iter()
                .flat_map(|filter| filter.keys().map(String::as_str))
                .collect();
            let filter = if required.is_empty() {
                String::new()
            } else {
                format!(" with {}", required.join(", "))
            };
            self.allows.push(format!("{method} {url}{filter}"));
            self.judge_policy(&method, &url, &workspace);
        }
        if self.allows.is_empty() {
            self.allows.push("nothing".to_owned());
        }
    }

    fn judge_policy(&mut self, method: &str, url: &str, workspace: &str) {
        let Some((_, below)) = url.split_once("/Workspaces/") else {
            return;
        };
        let below = below.strip_prefix(workspace).unwrap_or(below);
        let verb = match method {
            "GET" => "reads",
            "DELETE" => "deletes",
            _ => "changes",
        };
        match below {
            "/**" | "/*" | "**" => {
                self.broad(format!(
                    "`{method} {url}` {verb} everything in the workspace"
                ));
            }
            "/Tasks/**" => {
                self.broad(format!(
                    "`{method} {url}` {verb} every task, not only the own ones"
                ));
            }
            "/Workers/**" | "/Workers/*" => {
                self.broad(format!("`{method} {url}` {verb} every worker"));
            }
            _ if method == "DELETE" => {
                self.broad(format!("`{method} {url}` deletes"));
            }
            _ => {}
        }
    }
}
