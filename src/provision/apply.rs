//! Carries a plan out: every step becomes work for the runner, each piece one request, and needs the
//! pieces that make what it refers to.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::str::FromStr;
use std::sync::{Mutex, OnceLock, PoisonError};

use futures::{TryStreamExt as _, future};
use serde_json::Value as Json;

use super::kind::{Field, Kind, parameter};
use super::names;
use super::object::{Object, channels_in, each_target_mut};
use super::plan::{Future, Plan};
use super::read::Sids;
use super::step::{Action, Step};
use crate::bulk::{self, Edit, Item, Planned, Reached, StepError, Verdict};
use crate::model::sid::WorkspaceSid;
use crate::model::{
    Activity, PhoneNumber, Reservation, ReservationStatus, TaskChannel, TaskQueue, Worker,
    WorkerChannel, Workflow, Workspace,
};
use crate::twilio::{self, Client, Form, ListQuery, Place, ReservationScope, WorkerScope};

/// One request of a plan.
#[derive(Debug, Clone)]
pub struct Work {
    step: Step,
    part: Part,
}

/// Which request of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// The thing is made, changed or deleted.
    Whole,
    /// A new workspace is told the activities it begins with.
    Settings,
    /// A worker's channel gets its capacity.
    Channel(String),
    /// The old activity makes room for the new one's name.
    Aside,
    /// The new activity is made.
    Successor,
    /// A worker goes from the old activity to the new one.
    Move(String),
    /// The old activity is deleted.
    OldOne,
}

/// The pieces of a plan, each with what it needs, which comes before it. `future` tells which workers are in an
/// activity that is exchanged.
pub fn pieces(plan: &Plan, future: &Future) -> Vec<Planned<Work>> {
    let mut pieces = Vec::new();
    let maker: HashMap<(Kind, String), String> = plan
        .steps
        .iter()
        .filter_map(|step| {
            let part = match step.action {
                Action::Create => Part::Whole,
                Action::Replace => Part::Successor,
                Action::Update | Action::Delete => return None,
            };
            Some(((step.kind, step.kind.key(&step.name)), key(step, &part)))
        })
        .collect();
    let workspace = plan
        .steps
        .iter()
        .find(|step| step.kind == Kind::Workspace && step.action == Action::Create)
        .map(|step| key(step, &Part::Whole));
    let mut last: Vec<Planned<Work>> = Vec::new();
    for step in &plan.steps {
        let piece = |part: Part, needs: Vec<String>| Planned {
            item: Item {
                sid: key(step, &part),
                name: label(step, &part),
                subject: Work {
                    step: step.clone(),
                    part,
                },
            },
            needs,
            selected: None,
        };
        let is_new_workspace = step.kind == Kind::Workspace && step.action == Action::Create;
        // A new workspace is told of its activities by a piece of its own.
        let mut needs: Vec<String> = workspace.iter().cloned().collect();
        let mut referred = HashSet::new();
        for reference in refers_to(step) {
            let made = maker.get(&(reference.0, reference.0.key(&reference.1)));
            if let Some(made) = made.filter(|made| referred.insert((*made).clone())) {
                needs.push(made.clone());
            }
        }
        match step.action {
            Action::Create if is_new_workspace => {
                pieces.push(piece(Part::Whole, Vec::new()));
                if activities_in(step).next().is_some() {
                    pieces.push(piece(Part::Settings, needs));
                }
            }
            Action::Create | Action::Update => {
                let whole = key(step, &Part::Whole);
                let has_more = step.action == Action::Create
                    || step.renamed_from.is_some()
                    || step.re_evaluate
                    || step.set.keys().any(|field| field != "channels");
                if has_more {
                    pieces.push(piece(Part::Whole, needs.clone()));
                    needs.push(whole);
                }
                for (channel, _) in step.set.get("channels").into_iter().flat_map(channels_in) {
                    pieces.push(piece(Part::Channel(channel), needs.clone()));
                }
            }
            Action::Replace => {
                let aside = key(step, &Part::Aside);
                let successor = key(step, &Part::Successor);
                pieces.push(piece(Part::Aside, needs.clone()));
                needs.push(aside);
                pieces.push(piece(Part::Successor, needs));
                let aside = step.aside.as_deref().unwrap_or_default();
                let is_in_it = |one: &&Object| {
                    let activity = one.fields.get("activity").and_then(Json::as_str);
                    one.kind == Kind::Worker
                        && activity
                            .is_some_and(|activity| activity == step.name || activity == aside)
                };
                for worker in future.values().filter(is_in_it) {
                    let part = Part::Move(worker.name.clone());
                    last.push(piece(part, vec![successor.clone()]));
                }
                last.push(piece(Part::OldOne, vec![successor]));
            }
            Action::Delete => last.push(piece(Part::Whole, Vec::new())),
        }
    }
    // What is deleted waits for those that could still refer to it.
    let order = |planned: &Planned<Work>| match (
        &planned.item.subject.part,
        planned.item.subject.step.kind,
    ) {
        (Part::Move(_), _) => 0,
        (Part::OldOne, _) => 6,
        (_, Kind::Worker) => 1,
        (_, Kind::Workflow) => 2,
        (_, Kind::TaskQueue) => 3,
        (_, Kind::TaskChannel) => 4,
        (_, Kind::Activity) => 5,
        (_, Kind::Workspace | Kind::PhoneNumber) => 7,
    };
    last.sort_by_key(order);
    for mut planned in last {
        let kind = planned.item.subject.step.kind;
        let is_move = matches!(planned.item.subject.part, Part::Move(_));
        let users: &[Kind] = match kind {
            _ if is_move => &[],
            Kind::Activity => &[
                Kind::Workspace,
                Kind::TaskQueue,
                Kind::Workflow,
                Kind::Worker,
            ],
            Kind::TaskQueue | Kind::TaskChannel => &[Kind::Workflow],
            Kind::Worker => &[Kind::TaskQueue, Kind::Workflow],
            Kind::Workspace => &Kind::ALL,
            Kind::Workflow | Kind::PhoneNumber => &[],
        };
        let mine = &planned.item.subject;
        let is_user = |other: &Work| {
            // New things refer only to what stays; a new workspace refers to its settings' activities.
            let refers = matches!(other.step.action, Action::Update | Action::Delete)
                || matches!(other.part, Part::Settings);
            let moves = kind == Kind::Activity
                && matches!(other.part, Part::Move(_))
                && other.step.name == mine.step.name;
            let earlier = other.step.action != Action::Delete
                || delete_rank(other.step.kind) < delete_rank(kind);
            moves || refers && earlier && users.contains(&other.step.kind)
        };
        let needs: Vec<String> = pieces
            .iter()
            .filter(|other| is_user(&other.item.subject))
            .map(|other| other.item.sid.clone())
            .collect();
        planned.needs.extend(needs);
        pieces.push(planned);
    }
    in_order(pieces)
}

/// The pieces in an order in which they can be done one after the other; otherwise as they stand.
/// Those that need each other come last, and the runner says so.
fn in_order(mut pieces: Vec<Planned<Work>>) -> Vec<Planned<Work>> {
    let mut missing: HashSet<String> = pieces.iter().map(|one| one.item.sid.clone()).collect();
    let mut ordered = Vec::with_capacity(pieces.len());
    while !pieces.is_empty() {
        let (before, mut later) = (ordered.len(), Vec::new());
        for piece in pieces {
            if piece.needs.iter().any(|needed| missing.contains(needed)) {
                later.push(piece);
            } else {
                missing.remove(&piece.item.sid);
                ordered.push(piece);
            }
        }
        if ordered.len() == before {
            ordered.append(&mut later);
        }
        pieces = later;
    }
    ordered
}

/// In which order kinds are deleted.
const fn delete_rank(kind: Kind) -> u8 {
    match kind {
        Kind::Worker => 0,
        Kind::Workflow => 1,
        Kind::TaskQueue => 2,
        Kind::TaskChannel => 3,
        Kind::Activity => 4,
        Kind::Workspace | Kind::PhoneNumber => 5,
    }
}

fn refers_to(step: &Step) -> Vec<(Kind, String)> {
    let object = Object {
        kind: step.kind,
        name: step.name.clone(),
        renamed_from: None,
        fields: step.set.clone(),
    };
    object
        .references()
        .into_iter()
        .map(|reference| (reference.kind, reference.name))
        .collect()
}

fn activities_in(step: &Step) -> impl Iterator<Item = (&String, &Json)> {
    let is_activity =
        |(field, _): &(&String, &Json)| step.kind.field(field) == Some(Field::Activity);
    step.set.iter().filter(is_activity)
}

/// What tells a piece apart from all others, and is shown in the place of a SID.
fn key(step: &Step, part: &Part) -> String {
    let thing = match &step.sid {
        Some(sid) => sid.clone(),
        None => format!("new {} {}", step.kind, step.name),
    };
    match part {
        Part::Whole => thing,
        Part::Settings => format!("{thing}: activities"),
        Part::Channel(channel) => format!("{thing}: {channel}"),
        Part::Aside => format!("{thing}: aside"),
        Part::Successor => format!("{thing}: successor"),
        Part::Move(worker) => format!("{thing}: {worker}"),
        Part::OldOne => format!("{thing}: removal"),
    }
}

fn label(step: &Step, part: &Part) -> String {
    let (kind, name) = (step.kind, &step.name);
    match part {
        Part::Channel(channel) => format!("{kind} {name}, channel {channel}"),
        Part::Move(worker) => format!("worker {worker}"),
        Part::OldOne => format!("{kind} {}", step.aside.as_ref().unwrap_or(name)),
        _ => format!("{kind} {name}"),
    }
}

/// Where a plan is carried out: the client, and the SIDs by name as far as they are known.
pub struct Ground {
    client: Client,
    workspace: OnceLock<WorkspaceSid>,
    sids: Mutex<HashMap<(Kind, String), String>>,
}

impl Ground {
    /// The ground of a workspace that is there, or of one that is to be made.
    pub fn new(client: Client, workspace: Option<(WorkspaceSid, &Sids)>) -> Self {
        let ground = Self {
            client,
            workspace: OnceLock::new(),
            sids: Mutex::default(),
        };
        if let Some((workspace, sids)) = workspace {
            let _ = ground.workspace.set(workspace);
            for (name, sid) in &sids.activities {
                ground.learn(Kind::Activity, name, &sid.to_string());
            }
            for (name, sid) in &sids.task_channels {
                ground.learn(Kind::TaskChannel, name, &sid.to_string());
            }
            for (name, sid) in &sids.task_queues {
                ground.learn(Kind::TaskQueue, name, &sid.to_string());
            }
            for (name, sid) in &sids.workflows {
                ground.learn(Kind::Workflow, name, &sid.to_string());
            }
            for (name, sid) in &sids.workers {
                ground.learn(Kind::Worker, name, &sid.to_string());
            }
        }
        ground
    }

    fn learn(&self, kind: Kind, name: &str, sid: &str) {
        let mut sids = self.sids.lock().unwrap_or_else(PoisonError::into_inner);
        sids.insert((kind, kind.key(name)), sid.to_owned());
    }

    fn forget(&self, kind: Kind, name: &str) -> Option<String> {
        let mut sids = self.sids.lock().unwrap_or_else(PoisonError::into_inner);
        sids.remove(&(kind, kind.key(name)))
    }

    fn known(&self, kind: Kind, name: &str) -> Option<String> {
        let sids = self.sids.lock().unwrap_or_else(PoisonError::into_inner);
        sids.get(&(kind, kind.key(name))).cloned()
    }

    fn sid(&self, kind: Kind, name: &str) -> Result<String, StepError> {
        self.known(kind, name)
            .ok_or_else(|| StepError::Refused(format!("there is no {kind} `{name}`")))
    }

    fn workspace(&self) -> Result<WorkspaceSid, StepError> {
        let workspace = self.workspace.get().copied();
        workspace.ok_or_else(|| StepError::Refused("the workspace was not made".to_owned()))
    }

    /// Does one piece.
    ///
    /// # Errors
    /// Twilio refused, could not be reached or left open what happened; what is referred to is not
    /// there; the journal cannot be written.
    pub async fn carry_out(&self, work: Work, step: bulk::Step) -> Result<Verdict, StepError> {
        let Work {
            step: planned,
            part,
        } = &work;
        match (part, planned.action) {
            (Part::Whole, Action::Delete) => self.delete(planned, &step).await,
            (Part::Whole, Action::Create) if planned.kind == Kind::Workspace => {
                self.create_workspace(planned, &step).await
            }
            (Part::Whole, Action::Create) | (Part::Successor, _) => {
                if let Some(sid) = self.known(planned.kind, &planned.name) {
                    // It came with the workspace, or an earlier run made it.
                    return self.update(planned, &sid, &step).await;
                }
                let form = self.form(planned, true)?;
                self.create(planned, form, &step).await
            }
            (Part::Whole, _) => {
                let before = planned.renamed_from.as_ref().unwrap_or(&planned.name);
                let sid = match planned.kind {
                    Kind::Workspace => self.workspace()?.to_string(),
                    // They are not the workspace's, and are there before any plan is made.
                    Kind::PhoneNumber => planned.sid.clone().unwrap_or_default(),
                    kind => match self.known(kind, before) {
                        Some(sid) => sid,
                        None => self.sid(kind, &planned.name)?,
                    },
                };
                let verdict = self.update(planned, &sid, &step).await?;
                if planned.kind != Kind::Workspace {
                    self.forget(planned.kind, before);
                    self.learn(planned.kind, &planned.name, &sid);
                }
                Ok(verdict)
            }
            (Part::Settings, _) => {
                let mut form = Form::new();
                for (field, value) in activities_in(planned) {
                    self.push(&mut form, planned.kind, field, value, false)?;
                }
                let place = self.place(planned.kind, &self.workspace()?.to_string())?;
                self.send(&place, form, "default and time-out activity set", &step)
                    .await
            }
            (Part::Channel(channel), _) => self.set_channel(planned, channel, &step).await,
            (Part::Aside, _) => self.set_aside(planned, &step).await,
            (Part::Move(worker), _) => self.move_worker(planned, worker, &step).await,
            (Part::OldOne, _) => {
                let aside = planned.aside.as_deref().unwrap_or_default();
                let Some(sid) = self.known(Kind::Activity, aside) else {
                    return Ok(Verdict::Unchanged("is gone by now".to_owned()));
                };
                self.remove(&self.place(Kind::Activity, &sid)?, &step).await
            }
        }
    }

    fn place(&self, kind: Kind, sid: &str) -> Result<Place, StepError> {
        let account = self.client.account();
        let collection = match kind {
            Kind::Workspace => Place::collection::<Workspace>(account, ()),
            Kind::Activity => Place::collection::<Activity>(account, self.workspace()?),
            Kind::TaskChannel => Place::collection::<TaskChannel>(account, self.workspace()?),
            Kind::TaskQueue => Place::collection::<TaskQueue>(account, self.workspace()?),
            Kind::Workflow => Place::collection::<Workflow>(account, self.workspace()?),
            Kind::Worker => Place::collection::<Worker>(account, self.workspace()?),
            Kind::PhoneNumber => Place::collection::<PhoneNumber>(account, ()),
        };
        Ok(collection.member(sid))
    }

    async fn create_workspace(
        &self,
        planned: &Step,
        step: &bulk::Step,
    ) -> Result<Verdict, StepError> {
        let mut form = Form::new()
            .with("FriendlyName", &planned.name)
            .with("Template", "NONE");
        for (field, value) in &planned.set {
            if planned.kind.field(field) != Some(Field::Activity) {
                self.push(&mut form, planned.kind, field, value, true)?;
            }
        }
        let verdict =
            bulk::create::<Workspace>(&self.client, (), step, Some(&planned.name), form).await?;
        let (workspace, verdict) = made::<WorkspaceSid>(verdict)?;
        let _ = self.workspace.set(workspace);
        // Some things come with it.
        let client = &self.client;
        let query = ListQuery::all();
        let activities = client
            .list::<Activity>(workspace, &query)
            .try_collect::<Vec<_>>();
        let channels = client
            .list::<TaskChannel>(workspace, &query)
            .try_collect::<Vec<_>>();
        let (activities, channels) = future::try_join(activities, channels).await?;
        for activity in activities {
            let activity = activity.value;
            self.learn(
                Kind::Activity,
                &activity.friendly_name,
                &activity.sid.to_string(),
            );
        }
        for channel in channels {
            let channel = channel.value;
            self.learn(
                Kind::TaskChannel,
                &channel.unique_name,
                &channel.sid.to_string(),
            );
        }
        Ok(verdict)
    }

    async fn create(
        &self,
        planned: &Step,
        form: Form,
        step: &bulk::Step,
    ) -> Result<Verdict, StepError> {
        let (client, workspace) = (&self.client, self.workspace()?);
        let name = Some(planned.name.as_str());
        let verdict = match planned.kind {
            Kind::Workspace => bulk::create::<Workspace>(client, (), step, name, form).await?,
            Kind::Activity => bulk::create::<Activity>(client, workspace, step, name, form).await?,
            Kind::TaskChannel => {
                bulk::create::<TaskChannel>(client, workspace, step, name, form).await?
            }
            Kind::TaskQueue => {
                bulk::create::<TaskQueue>(client, workspace, step, name, form).await?
            }
            Kind::Workflow => bulk::create::<Workflow>(client, workspace, step, name, form).await?,
            Kind::Worker => bulk::create::<Worker>(client, workspace, step, name, form).await?,
            Kind::PhoneNumber => {
                return Err(StepError::Refused("numbers are not bought".to_owned()));
            }
        };
        let (sid, verdict) = made::<String>(verdict)?;
        self.learn(planned.kind, &planned.name, &sid);
        Ok(verdict)
    }

    async fn update(
        &self,
        planned: &Step,
        sid: &str,
        step: &bulk::Step,
    ) -> Result<Verdict, StepError> {
        let mut form = self.form(planned, false)?;
        if planned.re_evaluate {
            if !planned.set.contains_key("configuration") {
                // Twilio looks at the tasks again when it is given the rules again.
                form = self.with_present_configuration(sid, form).await?;
            }
            form.push("ReEvaluateTasks", true);
        }
        if form.is_empty() {
            return Ok(Verdict::Unchanged("is there already".to_owned()));
        }
        let mut fields: Vec<&str> = planned
            .set
            .keys()
            .map(String::as_str)
            .filter(|field| *field != "channels" && planned.kind.field(field) != Some(Field::Fixed))
            .collect();
        if planned.renamed_from.is_some() {
            fields.insert(0, planned.kind.name_field());
        }
        let mut detail = format!("changed {}", fields.join(", "));
        if planned.re_evaluate {
            detail = match fields.as_slice() {
                [] => "waiting tasks re-evaluated".to_owned(),
                _ => format!("{detail}; waiting tasks re-evaluated"),
            };
        }
        self.send(&self.place(planned.kind, sid)?, form, &detail, step)
            .await
    }

    async fn with_present_configuration(&self, sid: &str, form: Form) -> Result<Form, StepError> {
        let now = self
            .client
            .get_at::<Workflow>(&self.place(Kind::Workflow, sid)?)
            .await?;
        Ok(form.with("Configuration", now.record.value.configuration))
    }

    /// Changes what is at a place, whatever it is like: the parameters say all that is wanted.
    async fn send(
        &self,
        place: &Place,
        form: Form,
        detail: &str,
        step: &bulk::Step,
    ) -> Result<Verdict, StepError> {
        let is_so = |now: Option<&Json>| now.is_some_and(|now| has_all(now, &form));
        let verdict = bulk::edit::<Json>(
            &self.client,
            place,
            step,
            |_| Ok(Edit::Update(form.clone())),
            |now| Reached::if_so(is_so(now), detail),
            |_| detail.to_owned(),
        )
        .await?;
        match verdict {
            // What was to be changed must be there, unlike what was to be deleted.
            Verdict::Unchanged(reason) => Err(StepError::Refused(reason)),
            done @ Verdict::Done { .. } => Ok(done),
        }
    }

    async fn remove(&self, place: &Place, step: &bulk::Step) -> Result<Verdict, StepError> {
        bulk::edit::<Json>(
            &self.client,
            place,
            step,
            |_| Ok(Edit::Delete),
            |now| Reached::if_so(now.is_none(), "deleted"),
            |_| "deleted".to_owned(),
        )
        .await
    }

    async fn delete(&self, planned: &Step, step: &bulk::Step) -> Result<Verdict, StepError> {
        let sid = match planned.kind {
            Kind::Workspace => Some(self.workspace()?.to_string()),
            kind => self.known(kind, &planned.name),
        };
        let Some(sid) = sid else {
            return Ok(Verdict::Unchanged("is gone by now".to_owned()));
        };
        if planned.kind == Kind::Worker {
            self.refuse_busy(&sid).await?;
        }
        self.remove(&self.place(planned.kind, &sid)?, step).await
    }

    /// Whose work is not done is not deleted.
    async fn refuse_busy(&self, worker: &str) -> Result<(), StepError> {
        let sid = worker.parse().map_err(twilio::Error::from)?;
        let scope = ReservationScope::Worker(self.workspace()?, sid);
        let open = [
            ReservationStatus::Pending,
            ReservationStatus::Accepted,
            ReservationStatus::Wrapping,
        ];
        let lists = open.map(|status| {
            let query = ListQuery::all()
                .filter("ReservationStatus", status)
                .limit(1);
            self.client
                .list::<Reservation>(scope, &query)
                .try_collect::<Vec<_>>()
        });
        for found in future::try_join_all(lists).await? {
            if let Some(reservation) = found.first() {
                let reservation = &reservation.value;
                return Err(StepError::Refused(format!(
                    "has a reservation that is {}, {} of task {}",
                    reservation.reservation_status, reservation.sid, reservation.task_sid
                )));
            }
        }
        Ok(())
    }

    async fn set_channel(
        &self,
        planned: &Step,
        channel: &str,
        step: &bulk::Step,
    ) -> Result<Verdict, StepError> {
        let worker = self.sid(Kind::Worker, &planned.name)?;
        let scope = WorkerScope {
            workspace: self.workspace()?,
            worker: worker.parse().map_err(twilio::Error::from)?,
        };
        let spec = planned
            .set
            .get("channels")
            .into_iter()
            .flat_map(channels_in);
        let spec = spec.into_iter().find(|(name, _)| name == channel);
        let spec = spec.map(|(_, spec)| spec).unwrap_or_default();
        let form = Form::new()
            .with_option("Capacity", spec.capacity)
            .with_option("Available", spec.available);
        // The unique name of the task channel stands for the SID.
        let place =
            Place::collection::<WorkerChannel>(self.client.account(), scope).member(channel);
        let detail = match (spec.capacity, spec.available) {
            (Some(capacity), None) => format!("capacity {capacity}"),
            (Some(capacity), Some(available)) => {
                format!("capacity {capacity}, available {available}")
            }
            (None, available) => format!("available {}", available.unwrap_or_default()),
        };
        let is_so = |now: Option<&WorkerChannel>| {
            now.is_some_and(|now| {
                spec.capacity
                    .is_none_or(|capacity| capacity == now.configured_capacity)
                    && spec
                        .available
                        .is_none_or(|available| now.available == Some(available))
            })
        };
        bulk::edit::<WorkerChannel>(
            &self.client,
            &place,
            step,
            |now| {
                if is_so(Some(now)) {
                    return Err("is so already".to_owned());
                }
                Ok(Edit::Update(form.clone()))
            },
            |now| Reached::if_so(is_so(now), &detail),
            |_| detail.clone(),
        )
        .await
    }

    async fn set_aside(&self, planned: &Step, step: &bulk::Step) -> Result<Verdict, StepError> {
        let aside = planned.aside.as_deref().unwrap_or_default();
        if self.known(Kind::Activity, aside).is_some() {
            return Ok(Verdict::Unchanged("is set aside already".to_owned()));
        }
        let before = planned.renamed_from.as_ref().unwrap_or(&planned.name);
        let sid = self.sid(Kind::Activity, before)?;
        let form = Form::new().with("FriendlyName", aside);
        let place = self.place(Kind::Activity, &sid)?;
        let verdict = self
            .send(&place, form, &format!("renamed to {aside}"), step)
            .await?;
        self.forget(Kind::Activity, before);
        self.learn(Kind::Activity, aside, &sid);
        Ok(verdict)
    }

    async fn move_worker(
        &self,
        planned: &Step,
        worker: &str,
        step: &bulk::Step,
    ) -> Result<Verdict, StepError> {
        let aside = planned.aside.as_deref().unwrap_or_default();
        let old = self.known(Kind::Activity, aside);
        let new = self.sid(Kind::Activity, &planned.name)?;
        let place = self.place(Kind::Worker, &self.sid(Kind::Worker, worker)?)?;
        let is_in = |now: &Worker, activity: Option<&String>| {
            now.activity_sid.map(|sid| sid.to_string()).as_ref() == activity
        };
        let form = Form::new().with("ActivitySid", &new);
        let detail = format!("moved to the new {}", planned.name);
        bulk::edit::<Worker>(
            &self.client,
            &place,
            step,
            |now| {
                if old.is_none() || !is_in(now, old.as_ref()) {
                    return Err(format!("is {} by now", now.activity_name));
                }
                Ok(Edit::Update(form.clone()))
            },
            |now| Reached::if_so(now.is_some_and(|now| is_in(now, Some(&new))), &detail),
            |_| detail.clone(),
        )
        .await
    }

    /// The parameters of a step.
    fn form(&self, planned: &Step, creates: bool) -> Result<Form, StepError> {
        let mut form = Form::new();
        if creates || planned.renamed_from.is_some() {
            form.push(parameter(planned.kind.name_field()), &planned.name);
        }
        for (field, value) in &planned.set {
            self.push(&mut form, planned.kind, field, value, creates)?;
        }
        if planned.kind == Kind::PhoneNumber && planned.set.contains_key("voice_url") {
            // The method of the URL before may be another one, and what stands before a URL must go,
            // or the URL is never asked.
            form.push("VoiceMethod", "POST");
            form.push("VoiceApplicationSid", "");
            form.push("TrunkSid", "");
        }
        Ok(form)
    }

    fn push(
        &self,
        form: &mut Form,
        kind: Kind,
        field: &str,
        value: &Json,
        creates: bool,
    ) -> Result<(), StepError> {
        let activity = |name: &Json| match name.as_str() {
            None | Some("") => Ok(String::new()),
            Some(name) => self.sid(Kind::Activity, name),
        };
        let (parameter, value) = match kind.field(field) {
            None | Some(Field::Channels) => return Ok(()),
            Some(Field::Fixed | Field::FirstActivity) if !creates => return Ok(()),
            Some(Field::Plain | Field::Fixed) => (parameter(field), text(value)),
            Some(Field::Names) => {
                let names = value.as_array().into_iter().flatten();
                let names: Vec<&str> = names.filter_map(Json::as_str).collect();
                (parameter(field), names.join(","))
            }
            Some(Field::Activity) => (format!("{}Sid", parameter(field)), activity(value)?),
            Some(Field::FirstActivity) => ("ActivitySid".to_owned(), activity(value)?),
            Some(Field::TargetWorkers) => {
                let mut value = value.clone();
                self.resolve(&mut value)?;
                (parameter(field), text(&value))
            }
            Some(Field::Configuration) => {
                let mut document = value.clone();
                self.resolve(&mut document)?;
                let mut missing = None;
                each_target_mut(&mut document, &mut |target| {
                    if let Some(Json::String(queue)) = target.get_mut("queue") {
                        match self.known(Kind::TaskQueue, queue) {
                            Some(sid) => *queue = sid,
                            None => missing = Some(queue.clone()),
                        }
                    }
                });
                if let Some(queue) = missing {
                    self.sid(Kind::TaskQueue, &queue)?;
                }
                (parameter(field), document.to_string())
            }
            Some(Field::Attributes) => (parameter(field), value.to_string()),
        };
        form.push(parameter, value);
        Ok(())
    }

    /// Puts SIDs where expressions have names.
    fn resolve(&self, value: &mut Json) -> Result<(), StepError> {
        let mut missing = None;
        names::in_texts(value, |text| {
            names::resolved(text, |reference| {
                let sid = self.known(reference.kind.into(), &reference.name);
                if sid.is_none() {
                    missing = Some(reference.clone());
                }
                sid
            })
        });
        match missing {
            Some(reference) => self.sid(reference.kind.into(), &reference.name).map(|_| ()),
            None => Ok(()),
        }
    }
}

/// The SID of what was made, which the detail then tells.
fn made<S: FromStr + Display>(verdict: Verdict) -> Result<(S, Verdict), StepError> {
    let Verdict::Done {
        detail,
        after: Some(after),
    } = verdict
    else {
        return Err(StepError::Refused("was not made".to_owned()));
    };
    let made: Json = serde_json::from_str(after.get()).unwrap_or_default();
    let sid = made["sid"].as_str().and_then(|sid| sid.parse::<S>().ok());
    let sid =
        sid.ok_or_else(|| StepError::Refused("was made, but the answer has no SID".to_owned()))?;
    let detail = format!("{detail} {sid}");
    let after = Some(after);
    Ok((sid, Verdict::Done { detail, after }))
}

fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a resource has what the parameters say, as far as it can be seen.
fn has_all(now: &Json, form: &Form) -> bool {
    form.iter().all(|(parameter, wanted)| {
        let Some(present) = now.get(member(parameter)) else {
            // What is only a command leaves nothing behind.
            return true;
        };
        let present = text(present);
        let document = |text: &str| serde_json::from_str::<Json>(text).ok();
        present == wanted || document(&present).is_some_and(|it| document(wanted) == Some(it))
    })
}

/// The member that a parameter sets: `TaskOrder` is `task_order`.
fn member(parameter: &str) -> String {
    let mut member = String::new();
    for letter in parameter.chars() {
        if letter.is_ascii_uppercase() && !member.is_empty() {
            member.push('_');
        }
        member.push(letter.to_ascii_lowercase());
    }
    member
}
