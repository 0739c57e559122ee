//! The answers to assignment callbacks, by policy
//! (<https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>). Pure: a decision is made
//! of the settings, the workspace's names and the request alone.

mod http;
mod instruction;
mod policy;
#[cfg(test)]
mod tests;

use serde_json::Value;
use url::Url;

use super::directory::Directory;
use super::parameters::Parameters;
use super::voice::Route;
use crate::model::instruction::{RINGING, SIP_RINGING};
use crate::model::sid::{ActivitySid, CallSid, ReservationSid, WorkflowSid};

pub use http::response;
pub use instruction::{Call, Conference, Dequeue, Instruction, Redirect};
pub use policy::{Otherwise, Policies, Policy, Way};

/// The paths of assignment callbacks: `/assignment` and its fallback, which answers the same, and
/// those of programs that trctl replaces.
pub const PATHS: [&str; 5] = [
    "/assignment",
    "/assignment/fallback",
    "/assignment-fallback",
    "/taskrouter/assignment",
    "/taskrouter/assignment-fallback",
];

/// What is answered, and why when it is not what the policy says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What Twilio is told; `None` leaves the reservation to the worker.
    pub instruction: Option<Instruction>,
    /// For the log: why the policy could not be followed.
    pub reason: Option<String>,
}

impl Decision {
    /// The body of the answer; empty when there is nothing to say.
    ///
    /// # Panics
    /// Never: an instruction is a struct of texts, numbers and truths.
    pub fn body(&self) -> String {
        self.instruction.as_ref().map_or_else(String::new, |told| {
            serde_json::to_string(told).expect("an instruction has a JSON form")
        })
    }
}

/// Decides what becomes of a reservation.
///
/// `public_url` is where Twilio reaches us: paths in a policy are made URLs with it.
pub fn decide(
    policies: &Policies,
    directory: &Directory,
    parameters: &Parameters,
    public_url: Option<&Url>,
) -> Decision {
    let workflow: Option<WorkflowSid> = parameters
        .get("WorkflowSid")
        .and_then(|sid| sid.parse().ok());
    let policy = policies.of(workflow, directory);
    let asked = Asked {
        policy: &policy,
        directory,
        parameters,
        public_url,
        task: json_of(parameters, "TaskAttributes"),
        worker: json_of(parameters, "WorkerAttributes"),
    };
    match asked.instruction() {
        Ok(instruction) => Decision {
            instruction,
            reason: asked.shortcoming(),
        },
        Err(Refused {
            rejects,
            mut reason,
        }) => {
            let instruction = rejects.then(|| asked.reject()).flatten();
            if rejects && instruction.is_none() {
                reason.push_str(
                    "; the reservation is left to time out: no activity is known that takes no tasks",
                );
            }
            Decision {
                instruction,
                reason: Some(reason),
            }
        }
    }
}

/// Why a worker with these attributes cannot be called; `None` when they can.
pub fn cannot_be_reached(worker: &str, attributes: &Value) -> Option<String> {
    contact_uri(worker, attributes).err()
}

/// What a worker is called at.
fn contact_uri<'a>(worker: &str, attributes: &'a Value) -> Result<&'a str, String> {
    let uri = match &attributes["contact_uri"] {
        Value::String(uri) if !uri.trim().is_empty() => uri.trim(),
        Value::String(_) | Value::Null => {
            return Err(format!("worker `{worker}` has no attribute `contact_uri`"));
        }
        other => {
            return Err(format!(
                "worker `{worker}` has a `contact_uri` that is no text: {other}"
            ));
        }
    };
    if can_be_called(uri) {
        return Ok(uri);
    }
    Err(format!(
        "worker `{worker}` has the `contact_uri` `{uri}`, which is neither a number nor a `client:` \
         or `sip:` address"
    ))
}

fn json_of(parameters: &Parameters, name: &str) -> Value {
    let text = parameters.get(name).unwrap_or_default();
    serde_json::from_str(text).unwrap_or(Value::Null)
}

struct Asked<'a> {
    policy: &'a Policy,
    directory: &'a Directory,
    parameters: &'a Parameters,
    public_url: Option<&'a Url>,
    task: Value,
    worker: Value,
}

/// Why the policy's instruction cannot be given.
struct Refused {
    /// Whether the reservation is rejected instead; it is left to the worker otherwise.
    rejects: bool,
    reason: String,
}

type Outcome<T> = Result<T, Refused>;

impl Asked<'_> {
    fn instruction(&self) -> Outcome<Option<Instruction>> {
        let instruction = match self.way() {
            Way::Agent => return Ok(None),
            Way::Accept => Instruction::Accept,
            Way::Reject => return Ok(self.reject()),
            Way::Redirect => match self.call_sid() {
                Some(call_sid) => self.redirect(call_sid)?,
                None => return Ok(self.without_call()),
            },
            Way::Dequeue => match self.call_sid() {
                Some(_) => self.dequeue()?,
                None => return Ok(self.without_call()),
            },
            Way::Conference if self.call_sid().is_some() || self.text("outbound_to").is_some() => {
                self.conference()?
            }
            Way::Call if self.call_sid().is_some() => self.call()?,
            Way::Conference | Way::Call => return Ok(self.without_call()),
        };
        Ok(Some(instruction))
    }

    /// How the call reaches the worker. A call that is being passed on is in a conference already,
    /// and Twilio refuses to take it out of there (error 40151).
    fn way(&self) -> Way {
        match self.policy.instruction.unwrap_or_default() {
            Way::Dequeue | Way::Call | Way::Redirect if self.is_passed_on() => Way::Conference,
            way => way,
        }
    }

    /// Whether another worker has had the caller in a conference before.
    fn is_passed_on(&self) -> bool {
        let sid = self.task["conference"]["sid"].as_str();
        sid.is_some_and(|sid| !sid.is_empty())
    }

    /// What the policy asked for and had to be left out.
    fn shortcoming(&self) -> Option<String> {
        let wanted = self.policy.post_work_activity.as_deref()?;
        let is_gone = self.directory.activities.find(wanted).is_none();
        is_gone.then(|| format!("the workspace has no activity `{wanted}` for after the call"))
    }

    fn without_call(&self) -> Option<Instruction> {
        match self.policy.without_call.unwrap_or_default() {
            Otherwise::Agent => None,
            Otherwise::Accept => Some(Instruction::Accept),
            Otherwise::Reject => self.reject(),
        }
    }

    /// Rejects the reservation and moves the worker aside: who stays in an activity that takes tasks
    /// is offered the same one again at once, and so on without end. Where nothing is known to move
    /// them to, nothing is said: TaskRouter moves them when the reservation's time is up.
    fn reject(&self) -> Option<Instruction> {
        let wanted = self.activity(self.policy.reject_activity.as_deref());
        let activity_sid = wanted.or(self.directory.resting)?;
        Some(Instruction::Reject { activity_sid })
    }

    fn conference(&self) -> Outcome<Instruction> {
        let policy = self.policy;
        let from = self.from();
        // Twilio derives the number from the call where the task came with one.
        if from.is_none()
            && !["to", "called", "from"]
                .iter()
                .any(|name| self.text(name).is_some())
        {
            return Err(Self::to_agent(
                "nothing says which number the worker is to see",
            ));
        }
        let recorded = policy.record.unwrap_or(false);
        // Who takes over is not alone with the caller: the one who passes the call on may stay.
        let ends = (!self.is_passed_on()).then_some(true);
        Ok(Instruction::Conference(Box::new(Conference {
            to: self.to()?,
            from,
            post_work_activity_sid: self.post_work_activity(),
            timeout: self.timeout(None),
            status_callback: self.url(policy.status_callback.as_deref())?,
            status_callback_event: joined(policy.status_callback_events.as_deref()),
            start_conference_on_enter: policy.start_conference_on_enter,
            end_conference_on_exit: policy.end_conference_on_exit.or(ends),
            end_conference_on_customer_exit: policy.end_conference_on_customer_exit.or(ends),
            muted: policy.muted,
            beep: policy.beep.clone(),
            beep_on_customer_entrance: policy.beep_on_customer_entrance,
            early_media: policy.early_media,
            max_participants: policy.max_participants,
            wait_url: self.url(policy.wait_url.as_deref())?,
            conference_record: recorded.then_some("record-from-start"),
            conference_trim: policy.conference_trim.clone(),
            recording_channels: policy.recording_channels.clone(),
            region: policy.region.clone(),
            jitter_buffer_size: policy.jitter_buffer_size.clone(),
            conference_status_callback: self.url(policy.conference_status_callback.as_deref())?,
            conference_status_callback_event: joined(
                policy.conference_status_callback_events.as_deref(),
            ),
            conference_recording_status_callback: self.recording_callback(recorded)?,
        })))
    }

    fn dequeue(&self) -> Outcome<Instruction> {
        let to = self.to()?;
        let from = self.from();
        if from.is_none() && self.text("to").is_none() && self.text("called").is_none() {
            return Err(Self::to_agent(
                "nothing says which number the worker is to see",
            ));
        }
        Ok(Instruction::Dequeue(Dequeue {
            timeout: self.timeout(Some(&to)),
            to,
            from,
            post_work_activity_sid: self.post_work_activity(),
            record: self.record(),
            status_callback_url: self.url(self.policy.status_callback.as_deref())?,
            status_callback_events: joined(self.policy.status_callback_events.as_deref()),
        }))
    }

    fn call(&self) -> Outcome<Instruction> {
        let to = self.to()?;
        let Some(from) = self.from() else {
            return Err(Self::to_agent(
                "nothing says which number the worker is to see",
            ));
        };
        let url = match self.policy.url.as_deref() {
            Some(url) => url.to_owned(),
            None => self.path_to_caller(),
        };
        Ok(Instruction::Call(Call {
            timeout: self.timeout(Some(&to)),
            to,
            from,
            url: self.absolute(&url)?,
            accept: self.policy.accept,
            record: self.record(),
            status_callback_url: self.url(self.policy.status_callback.as_deref())?,
        }))
    }

    /// The document that connects a worker who was called with the caller who waits.
    fn path_to_caller(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let reservation: Option<ReservationSid> = self
            .parameters
            .get("ReservationSid")
            .and_then(|sid| sid.parse().ok());
        if let Some(reservation) = reservation {
            query.append_pair("reservation", &reservation.to_string());
        }
        if let Some(activity) = self.post_work_activity() {
            query.append_pair("post_work", &activity.to_string());
        }
        format!("{}?{}", Route::Agent.path(), query.finish())
    }

    fn redirect(&self, call_sid: CallSid) -> Outcome<Instruction> {
        let Some(url) = self.policy.url.as_deref() else {
            return Err(Self::to_agent("the policy `redirect` names no `url`"));
        };
        Ok(Instruction::Redirect(Redirect {
            call_sid,
            url: self.absolute(url)?,
            accept: self.policy.accept,
        }))
    }

    /// Whom to call. A worker whom nothing says how to reach is rejected: Twilio would try to
    /// reach nobody until the reservation's time is up.
    fn to(&self) -> Outcome<String> {
        let name = self.parameters.get("WorkerName");
        let worker = name.or_else(|| self.parameters.get("WorkerSid"));
        let worker = worker.unwrap_or("the worker");
        contact_uri(worker, &self.worker)
            .map(str::to_owned)
            .map_err(|reason| Refused {
                rejects: true,
                reason,
            })
    }

    fn from(&self) -> Option<String> {
        let of_task = |names: [&str; 2]| {
            let found = names.into_iter().find_map(|name| self.text(name));
            found.filter(|uri| can_be_called(uri)).map(str::to_owned)
        };
        match self.policy.from.as_deref() {
            // Whoever is called out is shown what the task says: nobody called us.
            None | Some("called" | "caller") if self.text("outbound_to").is_some() => {
                of_task(["from", "caller"])
            }
            None | Some("called") => of_task(["called", "to"]),
            Some("caller") => of_task(["caller", "from"]),
            Some(number) => Some(number.to_owned()),
        }
    }

    fn record(&self) -> Option<&'static str> {
        let recorded = self.policy.record?;
        Some(if recorded {
            "record-from-answer"
        } else {
            "do-not-record"
        })
    }

    fn recording_callback(&self, recorded: bool) -> Outcome<Option<String>> {
        match &self.policy.recording_callback {
            Some(url) => self.absolute(url).map(Some),
            None if recorded && self.public_url.is_some() => {
                let task = self.parameters.get("TaskSid").unwrap_or_default();
                let path = format!("{}?TaskSid={task}", Route::RecordingStatus.path());
                self.absolute(&path).map(Some)
            }
            None => Ok(None),
        }
    }

    /// How long it rings; SIP addresses do so less long.
    fn timeout(&self, to: Option<&str>) -> Option<u32> {
        let is_sip = to.is_some_and(|to| to.starts_with("sip:"));
        let range = if is_sip { SIP_RINGING } else { RINGING };
        let seconds = self.policy.timeout?.0;
        Some(seconds.clamp(*range.start(), *range.end()))
    }

    fn post_work_activity(&self) -> Option<ActivitySid> {
        self.activity(self.policy.post_work_activity.as_deref())
    }

    fn activity(&self, name: Option<&str>) -> Option<ActivitySid> {
        self.directory.activities.find(name?)
    }

    fn call_sid(&self) -> Option<CallSid> {
        self.text("call_sid")?.parse().ok()
    }

    /// An attribute of the task.
    fn text(&self, name: &str) -> Option<&str> {
        self.task[name].as_str().filter(|text| !text.is_empty())
    }

    fn url(&self, url: Option<&str>) -> Outcome<Option<String>> {
        url.map(|url| self.absolute(url)).transpose()
    }

    fn absolute(&self, url: &str) -> Outcome<String> {
        absolute(url, self.public_url).ok_or_else(|| {
            Self::to_agent(&format!(
                "`{url}` is no URL for Twilio without a `--public-url`"
            ))
        })
    }

    fn to_agent(reason: &str) -> Refused {
        Refused {
            rejects: false,
            reason: format!("left to the worker: {reason}"),
        }
    }
}

/// Whether Twilio can call it: a number, a client or a SIP address.
pub(super) fn can_be_called(uri: &str) -> bool {
    if let Some(name) = uri.strip_prefix("client:") {
        return !name.is_empty();
    }
    if let Some(address) = uri
        .strip_prefix("sip:")
        .or_else(|| uri.strip_prefix("sips:"))
    {
        return !address.is_empty();
    }
    let digits = uri.strip_prefix('+').unwrap_or(uri);
    let is_separator = |each: char| matches!(each, ' ' | '-' | '.' | '(' | ')');
    digits.chars().filter(char::is_ascii_digit).count() >= 3
        && digits
            .chars()
            .all(|each| each.is_ascii_digit() || is_separator(each))
}

/// A URL, or a path at `public_url`, whose own path comes before it.
pub(super) fn absolute(url: &str, public_url: Option<&Url>) -> Option<String> {
    if url.starts_with("https://") || url.starts_with("http://") {
        return Some(url.to_owned());
    }
    let base = public_url?.as_str().trim_end_matches('/');
    url.starts_with('/').then(|| format!("{base}{url}"))
}

fn joined(words: Option<&[String]>) -> Option<String> {
    words
        .filter(|words| !words.is_empty())
        .map(|words| words.join(","))
}
