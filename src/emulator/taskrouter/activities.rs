//! Activities: <https://www.twilio.com/docs/taskrouter/api/activity>.

use super::collection::{Collection, SidOf};
use super::render::View;
use crate::emulator::http::{Params, Problem, Selection};
use crate::model;
use crate::model::sid::WorkspaceSid;
use crate::model::wire::Links;
use crate::routing::Moment;
use crate::routing::engine::{Activity, Engine, Error, NewActivity, Rows, Workspace};

pub(super) struct Activities;

impl Collection for Activities {
    type Row = Activity;
    type Body = model::Activity;
    type New = NewActivity;
    type Update = Option<String>;
    const SEGMENT: &'static str = "Activities";
    const KEY: &'static str = "activities";

    fn rows(workspace: &Workspace) -> &Rows<Activity> {
        &workspace.activities
    }

    fn render(view: &View<'_>, row: &Activity) -> model::Activity {
        model::Activity {
            sid: row.sid,
            account_sid: view.account,
            workspace_sid: view.workspace.sid,
            friendly_name: row.friendly_name.to_string(),
            available: Some(row.available),
            date_created: row.created.to_iso(),
            date_updated: row.updated.to_iso(),
            url: Some(view.url_of(Self::SEGMENT, row.sid)),
            links: Links(vec![view.to_workspace()]),
        }
    }

    fn select<'a>(_: &View<'a>, params: &'a Params) -> Result<Selection<'a, Activity>, Problem> {
        let mut selection = Selection::default();
        if let Some(name) = params.given("FriendlyName") {
            selection.keep(move |row: &Activity| *row.friendly_name == *name);
        }
        if let Some(available) = params.flag("Available") {
            selection.keep(move |row: &Activity| row.available == available);
        }
        Ok(selection)
    }

    fn read_new(params: &Params) -> Result<NewActivity, Problem> {
        Ok(NewActivity {
            friendly_name: params.required("FriendlyName")?,
            available: params.flag("Available").unwrap_or(false),
        })
    }

    /// `Available` is accepted and changes nothing, as on the service.
    fn read_update(params: &Params) -> Result<Option<String>, Problem> {
        Ok(params.text("FriendlyName"))
    }

    fn create(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        new: NewActivity,
    ) -> Result<SidOf<Self>, Error> {
        engine.create_activity(now, workspace, &new)
    }

    fn update(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
        update: Option<String>,
    ) -> Result<(), Error> {
        engine.update_activity(now, workspace, sid, update.as_deref())
    }

    fn delete(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
    ) -> Result<(), Error> {
        engine.delete_activity(now, workspace, sid)
    }
}
