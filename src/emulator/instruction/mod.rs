//! Instructions for reservations, given through REST or as the answer to an assignment callback
//! (<https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>).

mod rules;

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::http::{Params, truth};
use crate::model::sid::{ActivitySid, CallSid, ReservationSid};
use crate::routing::engine::{Instruction, ReservationAnswer, Workspace};

/// What a reservation is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Order {
    /// A plain answer.
    Answer(ReservationAnswer),
    /// Something for the telephone network.
    Instruct(Instruction),
}

/// Why an instruction cannot be carried out, as the debugger says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// Twilio's error code.
    pub(crate) code: u32,
    pub(crate) message: String,
}

impl Refusal {
    fn new(code: u32, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}

/// Where an instruction's details come from; both sides spell them differently.
pub(crate) trait Details {
    /// A detail's text; `None` when it is missing or empty.
    fn detail(&self, rest: &'static str, callback: &'static str) -> Option<String>;

    /// Whether the details came through REST, where less has a default.
    fn through_rest(&self) -> bool;
}

impl Details for Params {
    /// Repeated parameters become one list, as callbacks write them.
    fn detail(&self, rest: &'static str, _: &'static str) -> Option<String> {
        let values: Vec<&str> = self.all(rest).filter(|value| !value.is_empty()).collect();
        (!values.is_empty()).then(|| values.join(","))
    }

    fn through_rest(&self) -> bool {
        true
    }
}

impl Details for Map<String, Value> {
    fn detail(&self, _: &'static str, callback: &'static str) -> Option<String> {
        match self.get(callback)? {
            Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
            Value::Null => None,
            Value::Array(list) => {
                let words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
                (!words.is_empty()).then(|| words.join(","))
            }
            other => Some(other.to_string()),
        }
    }

    fn through_rest(&self) -> bool {
        false
    }
}

/// Understands an instruction by its name, which may be in any case, and checks its details
/// against the reservation's task and worker.
pub(crate) fn understand(
    name: &str,
    details: &impl Details,
    workspace: &Workspace,
    reservation: ReservationSid,
) -> Result<Order, Refusal> {
    let facts = Facts::of(workspace, reservation);
    let order = match name.to_ascii_lowercase().as_str() {
        "accept" => Order::Answer(ReservationAnswer::Accept),
        "reject" => Order::Answer(ReservationAnswer::Reject {
            activity: activity(
                details.detail("WorkerActivitySid", "activity_sid"),
                workspace,
                40100,
            )?,
        }),
        "dequeue" => Order::Instruct(dequeue(details, workspace, &facts)?),
        "call" => Order::Instruct(call(details, &facts)?),
        "redirect" => Order::Instruct(redirect(details)?),
        "conference" => Order::Instruct(conference(details, workspace, &facts)?),
        "supervise" if details.through_rest() => Order::Instruct(supervise(details)?),
        other => {
            return Err(Refusal::new(
                55555,
                format!("`{other}` is not an instruction"),
            ));
        }
    };
    Ok(order)
}

/// What the task and the worker contribute to an instruction.
struct Facts {
    task: Value,
    contact_uri: Option<String>,
}

impl Facts {
    fn of(workspace: &Workspace, sid: ReservationSid) -> Self {
        let reservation = workspace.reservations.get(sid);
        let parse = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
        let worker = reservation
            .and_then(|reservation| workspace.workers.get(reservation.worker))
            .map_or(Value::Null, |worker| parse(&worker.attributes));
        Self {
            task: reservation
                .and_then(|reservation| workspace.tasks.get(reservation.task))
                .map_or(Value::Null, |task| parse(&task.attributes)),
            contact_uri: worker["contact_uri"]
                .as_str()
                .filter(|uri| !uri.is_empty())
                .map(str::to_owned),
        }
    }

    fn has(&self, attribute: &str) -> bool {
        self.task[attribute]
            .as_str()
            .is_some_and(|text| !text.is_empty())
    }
}

fn activity(
    text: Option<String>,
    workspace: &Workspace,
    code: u32,
) -> Result<Option<ActivitySid>, Refusal> {
    text.map(|text| {
        text.parse()
            .ok()
            .filter(|sid| workspace.activities.get(*sid).is_some())
            .ok_or_else(|| {
                Refusal::new(
                    code,
                    format!("`{text}` is not an activity of the workspace"),
                )
            })
    })
    .transpose()
}

/// Somebody must be named to dial, by the instruction or by the worker's `contact_uri`. Gives
/// how many seconds it may ring there.
fn dialled(to: Option<&str>, facts: &Facts, code: u32) -> Result<RangeInclusive<u32>, Refusal> {
    match to.or(facts.contact_uri.as_deref()) {
        Some(to) if to.starts_with("sip:") => Ok(rules::SIP_RINGING),
        Some(_) => Ok(rules::RINGING),
        None => Err(Refusal::new(
            code,
            "`to` is missing and the worker has no attribute `contact_uri`",
        )),
    }
}

fn absolute_url(url: Option<String>, code: u32) -> Result<(), Refusal> {
    match url {
        Some(url) if !url.starts_with("http://") && !url.starts_with("https://") => Err(
            Refusal::new(code, format!("`{url}` is not an absolute URL")),
        ),
        _ => Ok(()),
    }
}

fn required(value: Option<String>, name: &str, code: u32) -> Result<String, Refusal> {
    value.ok_or_else(|| Refusal::new(code, format!("`{name}` is missing")))
}

fn dequeue(
    details: &impl Details,
    workspace: &Workspace,
    facts: &Facts,
) -> Result<Instruction, Refusal> {
    if !facts.has("call_sid") {
        return Err(Refusal::new(40140, "the task has no attribute `call_sid`"));
    }
    let ringing = dialled(details.detail("DequeueTo", "to").as_deref(), facts, 40131)?;
    let from = details.detail("DequeueFrom", "from");
    // An assignment callback may leave it out: the number the caller dialled is used then.
    if details.through_rest() || !(facts.has("to") || facts.has("called")) {
        required(from, "DequeueFrom", 40132)?;
    }
    activity(
        details.detail("DequeuePostWorkActivitySid", "post_work_activity_sid"),
        workspace,
        40130,
    )?;
    absolute_url(
        details.detail("DequeueStatusCallbackUrl", "status_callback_url"),
        40157,
    )?;
    // The worker SDK sends the plural.
    let events = details
        .detail("DequeueStatusCallbackEvent", "status_callback_events")
        .or_else(|| details.detail("DequeueStatusCallbackEvents", "status_callback_events"));
    if let Some(events) = events {
        rules::call_events(&events, 40134)?;
    }
    rules::check_dequeue(details, ringing)?;
    Ok(Instruction::Dequeue)
}

fn call(details: &impl Details, facts: &Facts) -> Result<Instruction, Refusal> {
    let ringing = dialled(details.detail("CallTo", "to").as_deref(), facts, 40110)?;
    required(details.detail("CallFrom", "from"), "CallFrom", 40111)?;
    let url = required(details.detail("CallUrl", "url"), "CallUrl", 40112)?;
    absolute_url(Some(url), 40112)?;
    absolute_url(
        details.detail("CallStatusCallbackUrl", "status_callback_url"),
        40158,
    )?;
    rules::check_call(details, ringing)?;
    Ok(Instruction::Call {
        accept: details
            .detail("CallAccept", "accept")
            .is_some_and(|text| truth(&text)),
    })
}

fn redirect(details: &impl Details) -> Result<Instruction, Refusal> {
    let url = required(details.detail("RedirectUrl", "url"), "RedirectUrl", 40120)?;
    absolute_url(Some(url), 40120)?;
    let call = required(
        details.detail("RedirectCallSid", "call_sid"),
        "RedirectCallSid",
        40121,
    )?;
    call.parse::<CallSid>()
        .map_err(|error| Refusal::new(40121, error.to_string()))?;
    Ok(Instruction::Redirect {
        accept: details
            .detail("RedirectAccept", "accept")
            .is_some_and(|text| truth(&text)),
    })
}

fn conference(
    details: &impl Details,
    workspace: &Workspace,
    facts: &Facts,
) -> Result<Instruction, Refusal> {
    if !facts.has("call_sid") && !facts.has("outbound_to") {
        return Err(Refusal::new(
            40142,
            "the task has neither of the attributes `call_sid` and `outbound_to`",
        ));
    }
    dialled(details.detail("To", "to").as_deref(), facts, 40137)?;
    // The caller id is derived from the call where the task came with one.
    if !facts.has("to") && !facts.has("called") && !facts.has("from") {
        required(details.detail("From", "from"), "From", 40138)?;
    }
    activity(
        details.detail("PostWorkActivitySid", "post_work_activity_sid"),
        workspace,
        40139,
    )?;
    absolute_url(details.detail("StatusCallback", "status_callback"), 40159)?;
    absolute_url(
        details.detail("ConferenceStatusCallback", "conference_status_callback"),
        40159,
    )?;
    rules::check_conference(details)?;
    Ok(Instruction::Conference)
}

fn supervise(details: &impl Details) -> Result<Instruction, Refusal> {
    required(
        details.detail("Supervisor", "supervisor"),
        "Supervisor",
        40147,
    )?;
    rules::check_supervise(details)?;
    Ok(Instruction::Supervise)
}
