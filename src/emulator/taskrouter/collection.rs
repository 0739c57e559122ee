//! List, create, fetch, update and delete, for every collection of a workspace.
//!
//! What is wrong is looked for in this order: the resources of the path (404), the version the
//! client knows (412), the parameters (400).

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::render::View;
use crate::emulator::http::{
    Call, PageRequest, Paged, Params, Problem, Quota, Selection, answer, paged,
};
use crate::emulator::shared::Shared;
use crate::model::sid::WorkspaceSid;
use crate::model::wire::Meta;
use crate::routing::Moment;
use crate::routing::engine::{Engine, Error, Row, Rows, Workspace};

/// The SID of a collection's rows.
pub(super) type SidOf<C> = <<C as Collection>::Row as Row>::Sid;

/// What is a resource's own.
pub(super) trait Collection: 'static {
    /// What the engine holds.
    type Row: Row;
    /// What goes over the wire.
    type Body: Serialize + Send;
    /// The parameters of a creation.
    type New: Send;
    /// The parameters of an update.
    type Update: Send;
    /// The collection's path segment: `Tasks`.
    const SEGMENT: &'static str;
    /// The name of the array in a list: `tasks`.
    const KEY: &'static str;
    /// The limit on lists that are filtered by an expression.
    const QUOTA: Option<Quota> = None;

    fn rows(workspace: &Workspace) -> &Rows<Self::Row>;

    fn render(view: &View<'_>, row: &Self::Row) -> Self::Body;

    /// What the answer to a creation shows, with the version: the resource as it is now, unless
    /// Twilio answers before it goes on with it.
    fn render_new(view: &View<'_>, row: &Self::Row) -> (Option<u32>, Self::Body) {
        (Self::version(row), Self::render(view, row))
    }

    /// The version that `ETag` and `If-Match` speak of, for resources that have one.
    fn version(_row: &Self::Row) -> Option<u32> {
        None
    }

    /// The row a path segment names.
    fn find<'a>(workspace: &'a Workspace, segment: &str) -> Option<&'a Self::Row> {
        Self::rows(workspace).get(segment.parse().ok()?)
    }

    fn select<'a>(view: &View<'a>, params: &'a Params)
    -> Result<Selection<'a, Self::Row>, Problem>;

    fn read_new(params: &Params) -> Result<Self::New, Problem>;

    fn read_update(params: &Params) -> Result<Self::Update, Problem>;

    fn create(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        new: Self::New,
    ) -> Result<SidOf<Self>, Error>;

    fn update(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
        update: Self::Update,
    ) -> Result<(), Error>;

    fn delete(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
    ) -> Result<(), Error>;
}

pub(super) fn routes<C: Collection>() -> Router<Arc<Shared>> {
    let collection = format!("/Workspaces/{{workspace}}/{}", C::SEGMENT);
    let instance = format!("{collection}/{{sid}}");
    Router::new()
        .route(&collection, get(list::<C>).post(create::<C>))
        .route(
            &instance,
            get(fetch::<C>).post(update::<C>).delete(delete::<C>),
        )
}

/// The workspace a path segment names.
pub(super) fn workspace_of<'a>(
    engine: &'a Engine,
    segment: &str,
    call: &Call,
) -> Result<&'a Workspace, Problem> {
    segment
        .parse::<WorkspaceSid>()
        .ok()
        .and_then(|sid| engine.workspaces().get(sid))
        .ok_or_else(|| call.not_found())
}

async fn list<C: Collection>(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    let (standing, page) = shared.read(|world, now| {
        let workspace = workspace_of(&world.engine, &workspace, &call)?;
        let standing = shared
            .quotas
            .spend(C::QUOTA, workspace.sid, &call.params, now)?;
        let request = PageRequest::read(&call.params)?;
        let view = View::new(&call, world.engine.account(), workspace, now);
        let selection = C::select(&view, &call.params)?;
        let page = list_of(
            &call,
            C::KEY,
            C::rows(workspace),
            &request,
            &selection,
            |row| C::render(&view, row),
        )?;
        Ok::<_, Problem>((standing, page))
    })?;
    let mut response = answer::json(StatusCode::OK, &page);
    if let Some(standing) = standing {
        standing.tell(response.headers_mut());
    }
    Ok(response)
}

async fn create<C: Collection>(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    // Read before the state is locked, told after what is looked at first.
    let new = C::read_new(&call.params);
    let (version, body) = shared.write(|world, now| {
        let workspace = workspace_of(&world.engine, &workspace, &call)?.sid;
        let new = new?;
        let sid = C::create(&mut world.engine, now, workspace, new)?;
        rendered::<C, _>(&world.engine, now, (workspace, sid), &call, C::render_new)
    })?;
    Ok(answer::versioned(StatusCode::CREATED, version, &body))
}

async fn fetch<C: Collection>(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let (version, body) = shared.read(|world, now| {
        let workspace = workspace_of(&world.engine, &workspace, &call)?;
        let row = C::find(workspace, &segment).ok_or_else(|| call.not_found())?;
        let view = View::new(&call, world.engine.account(), workspace, now);
        Ok::<_, Problem>((C::version(row), C::render(&view, row)))
    })?;
    Ok(answer::versioned(StatusCode::OK, version, &body))
}

async fn update<C: Collection>(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let update = C::read_update(&call.params);
    let (version, body) = shared.write(|world, now| {
        let (workspace, sid) = target::<C>(&world.engine, &workspace, &segment, &call)?;
        let update = update?;
        C::update(&mut world.engine, now, workspace, sid, update)?;
        rendered::<C, _>(&world.engine, now, (workspace, sid), &call, |view, row| {
            (C::version(row), C::render(view, row))
        })
    })?;
    Ok(answer::versioned(StatusCode::OK, version, &body))
}

async fn delete<C: Collection>(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    shared.write(|world, now| {
        let (workspace, sid) = target::<C>(&world.engine, &workspace, &segment, &call)?;
        C::delete(&mut world.engine, now, workspace, sid)?;
        Ok::<_, Problem>(())
    })?;
    Ok(answer::deleted())
}

/// The row a change is about, if it is there and has the version the client knows.
fn target<C: Collection>(
    engine: &Engine,
    workspace: &str,
    segment: &str,
    call: &Call,
) -> Result<(WorkspaceSid, SidOf<C>), Problem> {
    let workspace = workspace_of(engine, workspace, call)?;
    let row = C::find(workspace, segment).ok_or_else(|| call.not_found())?;
    call.if_match.check(C::version(row))?;
    Ok((workspace.sid, row.sid()))
}

fn rendered<C: Collection, B>(
    engine: &Engine,
    now: Moment,
    (workspace, sid): (WorkspaceSid, SidOf<C>),
    call: &Call,
    render: impl Fn(&View<'_>, &C::Row) -> B,
) -> Result<B, Problem> {
    let workspace = engine.workspace(workspace)?;
    let row = C::rows(workspace)
        .get(sid)
        .ok_or_else(|| call.not_found())?;
    let view = View::new(call, engine.account(), workspace, now);
    Ok(render(&view, row))
}

/// Cuts a page out of a table and renders it.
pub(super) fn list_of<'a, T: Row, B>(
    call: &Call,
    key: &'static str,
    table: &'a Rows<T>,
    request: &PageRequest,
    selection: &Selection<'a, T>,
    render: impl Fn(&T) -> B,
) -> Result<List<B>, Problem> {
    let page = paged(table, request, selection)?;
    Ok(wrapped(call, key, page, render))
}

/// A page as TaskRouter wraps it, with the links to its neighbours.
pub(super) fn wrapped<T, B>(
    call: &Call,
    key: &'static str,
    page: Paged<'_, T>,
    render: impl Fn(&T) -> B,
) -> List<B> {
    let base = format!("{}{}", call.origin, call.path);
    let links = page.links(&base, &call.params);
    List {
        meta: Meta {
            page: page.page(),
            page_size: page.size(),
            first_page_url: links.first,
            previous_page_url: links.previous,
            url: links.current,
            next_page_url: links.next,
            key: key.to_owned(),
        },
        items: page.rows.into_iter().map(render).collect(),
    }
}

/// A page as TaskRouter wraps it.
pub(super) struct List<B> {
    meta: Meta,
    items: Vec<B>,
}

impl<B: Serialize> Serialize for List<B> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("meta", &self.meta)?;
        map.serialize_entry(&self.meta.key, &self.items)?;
        map.end()
    }
}
