//! What rendering a resource needs besides the engine's row.

use std::borrow::Cow;

use crate::emulator::http::Call;
use crate::model::sid::AccountSid;
use crate::model::wire::Links;
use crate::routing::Moment;
use crate::routing::engine::Workspace;

/// A workspace seen by a client at a moment.
pub(super) struct View<'a> {
    pub(super) account: AccountSid,
    pub(super) workspace: &'a Workspace,
    pub(super) now: Moment,
    /// The absolute URL of the workspace.
    pub(super) url: String,
}

impl<'a> View<'a> {
    pub(super) fn new(
        call: &Call,
        account: AccountSid,
        workspace: &'a Workspace,
        now: Moment,
    ) -> Self {
        Self {
            account,
            workspace,
            now,
            url: format!("{}/v1/Workspaces/{}", call.origin, workspace.sid),
        }
    }

    /// The URL of something in the workspace.
    pub(super) fn url_of(&self, collection: &str, sid: impl std::fmt::Display) -> String {
        format!("{}/{collection}/{sid}", self.url)
    }

    /// A link to the workspace itself.
    pub(super) fn to_workspace(&self) -> (Cow<'static, str>, String) {
        link("workspace", self.url.clone())
    }
}

pub(super) const fn link(relation: &'static str, url: String) -> (Cow<'static, str>, String) {
    (Cow::Borrowed(relation), url)
}

/// Links to parts of a resource: relation and last path segment.
pub(super) fn parts(url: &str, parts: &[(&'static str, &str)]) -> Links {
    Links(
        parts
            .iter()
            .map(|(relation, segment)| link(relation, format!("{url}/{segment}")))
            .collect(),
    )
}

/// The three statistics every kind of owner links to.
pub(super) const STATISTICS: [(&str, &str); 3] = [
    ("statistics", "Statistics"),
    ("real_time_statistics", "RealTimeStatistics"),
    ("cumulative_statistics", "CumulativeStatistics"),
];
