//! Where a plan is carried out, and how each piece is.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::{Mutex, OnceLock, PoisonError};

use futures::{TryStreamExt as _, future};
use serde_json::Value as Json;

use super::form::has_all;
use super::pieces::{Part, Work, activities_in};
use crate::bulk::{self, Edit, Reached, StepError, Verdict};
use crate::model::sid::WorkspaceSid;
use crate::model::{
    Activity, PhoneNumber, TaskChannel, TaskQueue, Worker, WorkerChannel, Workflow, Workspace,
};
use crate::provision::kind::{Field, Kind};
use crate::provision::object::channels_in;
use crate::provision::read::Sids;
use crate::provision::step::{Action, Step};
use crate::twilio::{self, ChannelSetting, Client, Form, ListQuery, Place, WorkerScope};

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

    pub(super) fn known(&self, kind: Kind, name: &str) -> Option<String> {
        let sids = self.sids.lock().unwrap_or_else(PoisonError::into_inner);
        sids.get(&(kind, kind.key(name))).cloned()
    }

    pub(super) fn sid(&self, kind: Kind, name: &str) -> Result<String, StepError> {
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
                    Kind::PhoneNumber => planned.sid.clone().ok_or_else(|| {
                        StepError::Refused("the plan does not tell its SID".to_owned())
                    })?,
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
            (Part::FirstActivity, _) => {
                let mut form = Form::new();
                let activity = &planned.set["activity"];
                self.push(&mut form, planned.kind, "activity", activity, true)?;
                let detail = format!("is {}", activity.as_str().unwrap_or_default());
                let sid = self.sid(Kind::Worker, &planned.name)?;
                self.send(&self.place(Kind::Worker, &sid)?, form, &detail, &step)
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
        let open = self
            .client
            .open_reservations(self.workspace()?, sid)
            .await?;
        match open.first() {
            None => Ok(()),
            Some(reservation) => {
                let reservation = &reservation.value;
                Err(StepError::Refused(format!(
                    "has a reservation that is {}, {} of task {}",
                    reservation.reservation_status, reservation.sid, reservation.task_sid
                )))
            }
        }
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
        let setting = ChannelSetting {
            capacity: spec.capacity,
            available: spec.available,
        };
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
        bulk::edit::<WorkerChannel>(
            &self.client,
            &place,
            step,
            |now| {
                if setting.is_met(now) {
                    return Err("is so already".to_owned());
                }
                Ok(Edit::Update(setting.form()))
            },
            |now| Reached::if_so(now.is_some_and(|now| setting.is_met(now)), &detail),
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
