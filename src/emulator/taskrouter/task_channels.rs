//! Task channels: <https://www.twilio.com/docs/taskrouter/api/task-channel>.

use super::collection::{Collection, SidOf};
use super::render::View;
use crate::emulator::http::{Params, Problem, Selection};
use crate::model;
use crate::model::sid::WorkspaceSid;
use crate::model::wire::Links;
use crate::routing::Moment;
use crate::routing::engine::{
    Channel, Engine, Error, NewTaskChannel, Rows, TaskChannelUpdate, Workspace,
};

pub(super) struct TaskChannels;

impl Collection for TaskChannels {
    type Row = Channel;
    type Body = model::TaskChannel;
    type New = NewTaskChannel;
    type Update = TaskChannelUpdate;
    const SEGMENT: &'static str = "TaskChannels";
    const KEY: &'static str = "channels";

    fn rows(workspace: &Workspace) -> &Rows<Channel> {
        &workspace.channels
    }

    /// By SID or by unique name.
    fn find<'a>(workspace: &'a Workspace, segment: &str) -> Option<&'a Channel> {
        match segment.parse() {
            Ok(sid) => workspace.channels.get(sid),
            Err(_) => workspace
                .channels
                .iter()
                .find(|channel| *channel.unique_name == *segment),
        }
    }

    fn render(view: &View<'_>, row: &Channel) -> model::TaskChannel {
        model::TaskChannel {
            sid: row.sid,
            account_sid: view.account,
            workspace_sid: view.workspace.sid,
            friendly_name: row.friendly_name.to_string(),
            unique_name: row.unique_name.to_string(),
            channel_optimized_routing: Some(row.optimized),
            date_created: row.created.to_iso(),
            date_updated: row.updated.to_iso(),
            url: Some(view.url_of(Self::SEGMENT, row.sid)),
            links: Links(vec![view.to_workspace()]),
        }
    }

    fn select<'a>(_: &View<'a>, _: &'a Params) -> Result<Selection<'a, Channel>, Problem> {
        Ok(Selection::default())
    }

    fn read_new(params: &Params) -> Result<NewTaskChannel, Problem> {
        Ok(NewTaskChannel {
            friendly_name: params.required("FriendlyName")?,
            unique_name: params.required("UniqueName")?,
            channel_optimized_routing: params.flag("ChannelOptimizedRouting").unwrap_or(false),
        })
    }

    fn read_update(params: &Params) -> Result<TaskChannelUpdate, Problem> {
        Ok(TaskChannelUpdate {
            friendly_name: params.text("FriendlyName"),
            channel_optimized_routing: params.flag("ChannelOptimizedRouting"),
        })
    }

    fn create(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        new: NewTaskChannel,
    ) -> Result<SidOf<Self>, Error> {
        engine.create_task_channel(now, workspace, &new)
    }

    fn update(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
        update: TaskChannelUpdate,
    ) -> Result<(), Error> {
        engine.update_task_channel(now, workspace, sid, &update)
    }

    fn delete(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
    ) -> Result<(), Error> {
        engine.delete_task_channel(now, workspace, sid)
    }
}
