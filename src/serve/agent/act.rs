//! What a worker does on their page. Every act is done by serve's own client, and is the session's
//! worker's: a reservation is addressed below the worker, so that TaskRouter itself knows no other's,
//! and a task or a conference is the one of such a reservation.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};

use super::booth::Booth;
use super::view::{self, DISPOSITION, NOTE};
use crate::model::sid::{ActivitySid, CallSid, ConferenceSid, ReservationSid};
use crate::model::{Participant, Reservation, ReservationStatus, Task, Worker};
use crate::serve::assignment::{self, Instruction, Policies, Way};
use crate::serve::parameters::Parameters;
use crate::serve::problem::Problem;
use crate::serve::shared::Shared;
use crate::twilio::{Change, Error, ErrorKind, Form, ReservationScope};

/// How often attributes that others change as well are tried.
const TRIES: u32 = 5;
/// Characters of a note.
const LONGEST_NOTE: usize = 2000;

/// Something a worker does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// Go to an activity.
    Activity(ActivitySid),
    /// Take an offer: the worker's telephone is called when it is a call.
    Accept(ReservationSid),
    /// Refuse an offer.
    Reject(ReservationSid),
    /// Let the caller hear music, or not any more.
    Hold(ReservationSid, bool),
    /// Not be heard, or be heard again.
    Mute(ReservationSid, bool),
    /// End the conference for everybody.
    End(ReservationSid),
    /// Write down how it ended.
    Note {
        reservation: ReservationSid,
        disposition: String,
        note: String,
    },
    /// Begin the after-work.
    Wrap(ReservationSid),
    /// Be done with it; with the note that is on the page.
    Complete {
        reservation: ReservationSid,
        noted: Option<(String, String)>,
    },
}

/// Why something was not done.
#[derive(Debug)]
pub(super) enum Refused {
    /// A sentence for the worker.
    Said(String),
    /// TaskRouter's answer.
    Twilio(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Twilio(error)
    }
}

impl Refused {
    /// What the worker is told.
    pub(super) fn problem(self) -> Problem {
        match self {
            Self::Said(text) => Problem::new(StatusCode::CONFLICT, text),
            Self::Twilio(error) => {
                let said = match (error.refusal(), error.kind()) {
                    (_, ErrorKind::NotFound) => "it is gone: nothing was done".to_owned(),
                    (Some(refusal), _) => format!("TaskRouter refused: {}", refusal.message),
                    (None, _) => {
                        "TaskRouter cannot be reached: nothing is known to be done".to_owned()
                    }
                };
                Problem::new(StatusCode::CONFLICT, said).with_inside(error)
            }
        }
    }
}

type Done = Result<(), Refused>;

impl Act {
    /// The act of a form.
    pub(super) fn read(form: &BTreeMap<String, String>) -> Result<Self, Problem> {
        let text = |name: &str| form.get(name).cloned().unwrap_or_default();
        let wrong = |name: &str| Problem::bad_request(format!("the form's `{name}` is none"));
        let reservation = || {
            let sid = text("reservation").parse::<ReservationSid>();
            sid.map_err(|_| wrong("reservation"))
        };
        Ok(match text("act").as_str() {
            "activity" => Self::Activity(text("activity").parse().map_err(|_| wrong("activity"))?),
            "accept" => Self::Accept(reservation()?),
            "reject" => Self::Reject(reservation()?),
            "hold" => Self::Hold(reservation()?, true),
            "unhold" => Self::Hold(reservation()?, false),
            "mute" => Self::Mute(reservation()?, true),
            "unmute" => Self::Mute(reservation()?, false),
            "end" => Self::End(reservation()?),
            "note" => Self::Note {
                reservation: reservation()?,
                disposition: text("disposition"),
                note: text("note"),
            },
            "wrap" => Self::Wrap(reservation()?),
            "complete" => Self::Complete {
                reservation: reservation()?,
                noted: form
                    .contains_key("note")
                    .then(|| (text("disposition"), text("note"))),
            },
            _ => return Err(wrong("act")),
        })
    }

    /// Does it.
    pub(super) fn carry_out<'a>(
        &'a self,
        shared: &'a Shared,
        booth: &'a Booth,
    ) -> BoxFuture<'a, Done> {
        Box::pin(self.done_by(Doer { shared, booth }))
    }

    async fn done_by(&self, doer: Doer<'_>) -> Done {
        match self {
            Self::Activity(activity) => doer.go_to(*activity).await,
            Self::Accept(reservation) => doer.accept(*reservation).await,
            Self::Reject(reservation) => doer.set(*reservation, ReservationStatus::Rejected).await,
            Self::Hold(reservation, held) => {
                let talk = doer.talk(*reservation).await?;
                let Some(call) = talk.customer else {
                    return Err(said("the caller is not in the conference"));
                };
                doer.participant(talk.conference, call, "Hold", *held).await
            }
            Self::Mute(reservation, muted) => {
                let talk = doer.talk(*reservation).await?;
                let Some(call) = talk.worker else {
                    return Err(said("you are not in the conference"));
                };
                doer.participant(talk.conference, call, "Muted", *muted)
                    .await
            }
            Self::End(reservation) => {
                let talk = doer.talk(*reservation).await?;
                doer.shared.client.end_conference(talk.conference).await?;
                Ok(())
            }
            Self::Note {
                reservation,
                disposition,
                note,
            } => doer.write(*reservation, disposition, note).await,
            Self::Wrap(reservation) => doer.set(*reservation, ReservationStatus::Wrapping).await,
            Self::Complete { reservation, noted } => {
                if let Some((disposition, note)) = noted {
                    doer.write(*reservation, disposition, note).await?;
                }
                doer.set(*reservation, ReservationStatus::Completed).await
            }
        }
    }
}

fn said(text: &str) -> Refused {
    Refused::Said(text.to_owned())
}

struct Doer<'a> {
    shared: &'a Shared,
    booth: &'a Booth,
}

/// The calls of a conference.
struct Calls {
    conference: ConferenceSid,
    customer: Option<CallSid>,
    worker: Option<CallSid>,
}

impl Doer<'_> {
    fn scope(&self) -> ReservationScope {
        ReservationScope::Worker(self.shared.config.workspace, self.booth.worker)
    }

    async fn go_to(&self, activity: ActivitySid) -> Done {
        let (client, workspace) = (&self.shared.client, self.shared.config.workspace);
        client
            .set_worker_activity(workspace, self.booth.worker, activity, false, None)
            .await?;
        Ok(())
    }

    /// The worker's reservation, as it is now.
    async fn reservation(&self, sid: ReservationSid) -> Result<Reservation, Refused> {
        let found = self.shared.client.get::<Reservation>(self.scope(), sid);
        let found = found.await?.record.value;
        // TaskRouter has no other's below the worker.
        if found.worker_sid != self.booth.worker {
            return Err(said("this is another worker's"));
        }
        Ok(found)
    }

    async fn set(&self, sid: ReservationSid, status: ReservationStatus) -> Done {
        let now = self.reservation(sid).await?;
        if now.reservation_status == status {
            // The other tab was faster.
            return Ok(());
        }
        let client = &self.shared.client;
        client
            .set_reservation_status(self.scope(), sid, status, None)
            .await?;
        Ok(())
    }

    /// Takes an offer as the workflow's policy would, if the worker's telephone is to be called.
    async fn accept(&self, sid: ReservationSid) -> Done {
        let (client, workspace) = (&self.shared.client, self.shared.config.workspace);
        let reservation = self.reservation(sid).await?;
        if reservation.reservation_status != ReservationStatus::Pending {
            let word = reservation.reservation_status.to_string();
            return match reservation.reservation_status {
                ReservationStatus::Accepted => Ok(()),
                _ => Err(Refused::Said(format!("the offer is `{word}` already"))),
            };
        }
        if self.shared.agents.has_called(sid) {
            return Ok(());
        }
        let (task, worker) = futures::try_join!(
            client.get::<Task>(workspace, reservation.task_sid),
            client.get::<Worker>(workspace, self.booth.worker),
        )?;
        let decision = assignment::decide(
            &answered(&self.shared.config.flow.assignment),
            &self.shared.directory(),
            &parameters(&reservation, &task.record.value, &worker.record.value),
            self.shared
                .config
                .way
                .public_url
                .as_ref()
                .and_then(|url| url.as_str().parse().ok())
                .as_ref(),
        );
        let form = match decision.instruction {
            None | Some(Instruction::Accept) => {
                return self.set(sid, ReservationStatus::Accepted).await;
            }
            Some(Instruction::Reject { .. }) => {
                let why = decision
                    .reason
                    .unwrap_or_else(|| "the flow rejects it".to_owned());
                return Err(Refused::Said(why));
            }
            Some(instruction) => instruction_form(&instruction),
        };
        if !self.booth.take(sid) {
            // The other tab was faster, and the telephone rings.
            return Ok(());
        }
        let change = Change::new(form);
        let told = client.update::<Reservation>(self.scope(), sid, change);
        if let Err(error) = told.await {
            self.booth.give_back(sid);
            return Err(error.into());
        }
        Ok(())
    }

    /// The conference of a reservation that the worker has taken.
    async fn talk(&self, sid: ReservationSid) -> Result<Calls, Refused> {
        let reservation = self.reservation(sid).await?;
        if !matches!(
            reservation.reservation_status,
            ReservationStatus::Accepted | ReservationStatus::Wrapping
        ) {
            return Err(said("this is not being worked on"));
        }
        let workspace = self.shared.config.workspace;
        let task = self
            .shared
            .client
            .get::<Task>(workspace, reservation.task_sid);
        let attributes = view::object(&task.await?.record.value.attributes);
        let named = attributes.get("conference");
        let member = |path: &str| named?.pointer(path)?.as_str();
        let call = |path: &str| member(path)?.parse::<CallSid>().ok();
        let conference = member("/sid").and_then(|sid| sid.parse().ok());
        Ok(Calls {
            conference: conference.ok_or_else(|| said("there is no conference"))?,
            customer: call("/participants/customer"),
            worker: call("/participants/worker"),
        })
    }

    async fn participant(
        &self,
        conference: ConferenceSid,
        call: CallSid,
        name: &'static str,
        value: bool,
    ) -> Done {
        let change = Change::new(Form::new().with(name, value)).idempotent();
        let client = &self.shared.client;
        client
            .update::<Participant>(conference, call, change)
            .await?;
        Ok(())
    }

    /// Writes how it ended into the task's attributes, whoever else writes there.
    async fn write(&self, sid: ReservationSid, disposition: &str, note: &str) -> Done {
        let (disposition, note) = (disposition.trim(), note.trim());
        let allowed = &self.shared.config.settings.agents.dispositions;
        if !(disposition.is_empty()
            || allowed.is_empty()
            || allowed.iter().any(|known| known == disposition))
        {
            return Err(said("this disposition is none of those to choose from"));
        }
        if note.chars().count() > LONGEST_NOTE || disposition.chars().count() > LONGEST_NOTE {
            return Err(Refused::Said(format!(
                "a note has at most {LONGEST_NOTE} characters"
            )));
        }
        let reservation = self.reservation(sid).await?;
        if !reservation.reservation_status.is_open() {
            return Err(said("this is not being worked on any more"));
        }
        let (client, workspace) = (&self.shared.client, self.shared.config.workspace);
        for _ in 0..TRIES {
            let task = client.get::<Task>(workspace, reservation.task_sid).await?;
            let before = &task.record.value.attributes;
            let Some(after) = noted(before, disposition, note) else {
                return Ok(());
            };
            let form = Form::new().with("Attributes", after);
            let change = Change::new(form).if_match(task.etag).idempotent();
            match client
                .update::<Task>(workspace, reservation.task_sid, change)
                .await
            {
                Ok(_) => return Ok(()),
                Err(error) if is_outrun(&error) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(said("the task is being changed all the time; try again"))
    }
}

/// Whether somebody else was faster.
fn is_outrun(error: &Error) -> bool {
    error.refusal().is_some_and(|refusal| refusal.status == 412)
}

/// The attributes with what was noted; `None` when that is what they say.
fn noted(before: &str, disposition: &str, note: &str) -> Option<String> {
    let old = view::object(before);
    let mut new = old.clone();
    let mut put = |name: &str, text: &str| {
        if text.is_empty() {
            new.shift_remove(name);
        } else {
            new.insert(name.to_owned(), text.into());
        }
    };
    put(DISPOSITION, disposition);
    put(NOTE, note);
    (new != old).then(|| Json::Object(new).to_string())
}

/// The policies of who is at the page: where they leave the answer to the worker, the worker's
/// telephone is called once the worker has answered.
fn answered(policies: &Policies) -> Policies {
    let mut policies = policies.clone();
    let all = std::iter::once(&mut policies.default).chain(policies.workflows.values_mut());
    for policy in all {
        if policy.instruction == Some(Way::Agent) {
            policy.instruction = Some(Way::Conference);
        }
    }
    policies
}

/// What an assignment callback would say of it.
fn parameters(reservation: &Reservation, task: &Task, worker: &Worker) -> Parameters {
    let mut parameters = Parameters::default();
    parameters.add("ReservationSid", reservation.sid.to_string());
    parameters.add("TaskSid", task.sid.to_string());
    parameters.add("TaskAttributes", task.attributes.clone());
    parameters.add("WorkerSid", worker.sid.to_string());
    parameters.add("WorkerName", worker.friendly_name.clone());
    parameters.add("WorkerAttributes", worker.attributes.clone());
    if let Some(workflow) = task.workflow_sid {
        parameters.add("WorkflowSid", workflow.to_string());
    }
    parameters
}

/// An instruction as the REST API takes it: the names of an answer to an assignment callback, in
/// capitals, and behind the instruction's own name where it is no conference.
fn instruction_form(instruction: &Instruction) -> Form {
    let told = serde_json::to_value(instruction).expect("an instruction has a JSON form");
    let empty = Map::new();
    let told = told.as_object().unwrap_or(&empty);
    let word = told
        .get("instruction")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let prefix = match word {
        "conference" => String::new(),
        word => capitals(word),
    };
    let mut form = Form::new().with("Instruction", word);
    for (name, value) in told.iter().filter(|(name, _)| *name != "instruction") {
        let name = format!("{prefix}{}", capitals(name));
        match value {
            Json::String(text) if name.ends_with("Event") || name.ends_with("Events") => {
                for event in text.split(',') {
                    form.push(name.clone(), event.trim());
                }
            }
            Json::String(text) => form.push(name, text),
            other => form.push(name, other),
        }
    }
    form
}

/// `post_work_activity_sid` as `PostWorkActivitySid`.
fn capitals(name: &str) -> String {
    let mut text = String::new();
    for word in name.split('_') {
        let mut letters = word.chars();
        text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        text.push_str(letters.as_str());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::assignment::Dequeue;

    #[test]
    fn instructions_are_named_as_the_api_names_them() {
        let dequeue = Instruction::Dequeue(Dequeue {
            to: "client:dave".to_owned(),
            from: Some("+15550100".to_owned()),
            post_work_activity_sid: None,
            timeout: Some(20),
            record: None,
            status_callback_url: None,
            status_callback_events: Some("initiated,answered".to_owned()),
        });
        let form = instruction_form(&dequeue);
        assert_eq!(
            form.iter().collect::<Vec<_>>(),
            [
                ("Instruction", "dequeue"),
                ("DequeueTo", "client:dave"),
                ("DequeueFrom", "+15550100"),
                ("DequeueTimeout", "20"),
                ("DequeueStatusCallbackEvents", "initiated"),
                ("DequeueStatusCallbackEvents", "answered"),
            ]
        );
    }

    #[test]
    fn a_note_leaves_the_other_attributes_alone() {
        let after = noted(r#"{"from":"+1","note":"old"}"#, "Solved", "").unwrap();
        assert_eq!(after, r#"{"from":"+1","disposition":"Solved"}"#);
        assert_eq!(noted(&after, "Solved", ""), None);
        assert_eq!(noted("", "", "hello").unwrap(), r#"{"note":"hello"}"#);
    }

    #[test]
    fn forms_that_say_nothing_are_refused() {
        let form = |pairs: &[(&str, &str)]| {
            let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
            Act::read(&pairs.iter().map(own).collect())
        };
        let sid = "WR00000000000000000000000000000001";
        assert!(form(&[]).is_err());
        assert!(form(&[("act", "accept")]).is_err());
        assert!(form(&[("act", "accept"), ("reservation", "WT1")]).is_err());
        assert!(form(&[("act", "delete"), ("reservation", sid)]).is_err());
        assert_eq!(
            form(&[("act", "unhold"), ("reservation", sid)]).unwrap(),
            Act::Hold(sid.parse().unwrap(), false)
        );
    }
}
