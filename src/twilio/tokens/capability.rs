//! TaskRouter's capability tokens, signed with the account's auth token: what a worker, a queue or
//! a workspace may ask TaskRouter for, URL by URL.

use std::fmt;

use secrecy::SecretString;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::{Life, Token};
use crate::model::sid::{AccountSid, TaskQueueSid, WorkerSid, WorkspaceSid};

const TASKROUTER: &str = "https://taskrouter.twilio.com/v1/Workspaces";
const EVENT_BRIDGE: &str = "https://event-bridge.twilio.com/v1/wschannels";

/// What the token is about; events of it come through the event bridge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// One worker.
    Worker(WorkerSid),
    /// One queue.
    TaskQueue(TaskQueueSid),
    /// The whole workspace.
    Workspace,
}

/// A request that the token's holder may make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Policy {
    url: String,
    method: &'static str,
    query_filter: Filter,
    post_filter: Filter,
    allow: bool,
}

/// Parameters that must be there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Filter(Vec<&'static str>);

impl Serialize for Filter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Required {
            required: bool,
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for name in &self.0 {
            map.serialize_entry(name, &Required { required: true })?;
        }
        map.end()
    }
}

impl Policy {
    fn new(method: &'static str, url: String) -> Self {
        Self {
            url,
            method,
            query_filter: Filter::default(),
            post_filter: Filter::default(),
            allow: true,
        }
    }

    fn requiring(mut self, parameter: &'static str) -> Self {
        self.post_filter.0.push(parameter);
        self
    }
}

/// A capability token that is not signed yet. It begins without policies: nothing may be done with
/// it until something is allowed.
#[derive(Debug, Clone)]
pub struct Capability {
    account: AccountSid,
    workspace: WorkspaceSid,
    channel: Channel,
    friendly_name: Option<String>,
    policies: Vec<Policy>,
}

#[derive(Serialize)]
struct Claims<'a> {
    iss: AccountSid,
    exp: i64,
    version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    friendly_name: Option<&'a str>,
    account_sid: AccountSid,
    channel: String,
    workspace_sid: WorkspaceSid,
    policies: &'a [Policy],
    #[serde(skip_serializing_if = "Option::is_none")]
    worker_sid: Option<WorkerSid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    taskqueue_sid: Option<TaskQueueSid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iat: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
}

#[derive(Serialize)]
struct Header {
    alg: &'static str,
    typ: &'static str,
}

impl Capability {
    /// One for this channel, which may nothing yet.
    pub fn new(account: AccountSid, workspace: WorkspaceSid, channel: Channel) -> Self {
        Self {
            account,
            workspace,
            channel,
            friendly_name: None,
            policies: Vec::new(),
        }
    }

    /// The least a page needs: the channel's events, and reading what it is about. A worker reads
    /// themselves, the activities and their own reservations.
    pub fn least(account: AccountSid, workspace: WorkspaceSid, channel: Channel) -> Self {
        let token = Self::new(account, workspace, channel).events().read_self();
        match channel {
            Channel::Worker(_) => token.read_activities().read_reservations(),
            Channel::TaskQueue(_) | Channel::Workspace => token,
        }
    }

    /// A name in the token, for people.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.friendly_name = Some(name.into());
        self
    }

    /// Following the channel's events, and asking through the event bridge.
    #[must_use]
    pub fn events(self) -> Self {
        let url = format!("{EVENT_BRIDGE}/{}/{}", self.account, self.channel_sid());
        self.allow("GET", url.clone()).allow("POST", url)
    }

    /// Reading the worker, queue or workspace itself.
    #[must_use]
    pub fn read_self(self) -> Self {
        let url = self.own();
        self.allow("GET", url)
    }

    /// Reading the workspace's activities.
    #[must_use]
    pub fn read_activities(self) -> Self {
        let url = self.below("Activities");
        self.allow("GET", url)
    }

    /// Reading every task of the workspace.
    #[must_use]
    pub fn read_tasks(self) -> Self {
        let url = self.below("Tasks/**");
        self.allow("GET", url)
    }

    /// Reading the worker's reservations.
    #[must_use]
    pub fn read_reservations(self) -> Self {
        let url = self.reservations();
        self.allow("GET", url)
    }

    /// Changing the worker's activity, and nothing else of them.
    #[must_use]
    pub fn change_activity(mut self) -> Self {
        let policy = Policy::new("POST", self.own()).requiring("ActivitySid");
        self.policies.push(policy);
        self
    }

    /// Answering the worker's reservations.
    #[must_use]
    pub fn change_reservations(self) -> Self {
        let url = self.reservations();
        self.allow("POST", url)
    }

    /// Changing every task of the workspace, such as completing it.
    #[must_use]
    pub fn change_tasks(self) -> Self {
        let url = self.below("Tasks/**");
        self.allow("POST", url)
    }

    /// Reading everything below the channel: `GET`, changing it: `POST`, deleting it: `DELETE`.
    #[must_use]
    pub fn everything_below(self, method: &'static str) -> Self {
        let url = format!("{}/**", self.own());
        self.allow(method, url)
    }

    /// The token, signed with the account's auth token.
    pub fn sign(&self, life: Life, auth_token: &SecretString) -> Token {
        let (worker_sid, taskqueue_sid) = match self.channel {
            Channel::Worker(sid) => (Some(sid), None),
            Channel::TaskQueue(sid) => (None, Some(sid)),
            Channel::Workspace => (None, None),
        };
        let claims = Claims {
            iss: self.account,
            exp: life.expires.as_second(),
            version: "v1",
            friendly_name: self.friendly_name.as_deref(),
            account_sid: self.account,
            channel: self.channel_sid(),
            workspace_sid: self.workspace,
            policies: &self.policies,
            worker_sid,
            taskqueue_sid,
            iat: life.issued_at.map(jiff::Timestamp::as_second),
            nbf: life.not_before.map(jiff::Timestamp::as_second),
        };
        let header = Header {
            alg: "HS256",
            typ: "JWT",
        };
        Token::sign(&header, &claims, auth_token)
    }

    fn allow(mut self, method: &'static str, url: String) -> Self {
        self.policies.push(Policy::new(method, url));
        self
    }

    fn channel_sid(&self) -> String {
        match self.channel {
            Channel::Worker(sid) => sid.to_string(),
            Channel::TaskQueue(sid) => sid.to_string(),
            Channel::Workspace => self.workspace.to_string(),
        }
    }

    fn own(&self) -> String {
        match self.channel {
            Channel::Worker(sid) => self.below(format_args!("Workers/{sid}")),
            Channel::TaskQueue(sid) => self.below(format_args!("TaskQueues/{sid}")),
            Channel::Workspace => format!("{TASKROUTER}/{}", self.workspace),
        }
    }

    fn reservations(&self) -> String {
        format!("{}/Reservations/**", self.own())
    }

    fn below(&self, path: impl fmt::Display) -> String {
        format!("{TASKROUTER}/{}/{path}", self.workspace)
    }
}
