//! Instructions for reservations, given through REST or as the answer to an assignment callback
//! (<https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>).

mod rules;

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::http::{Params, truth};
use super::telephone::{Method, Tape};
use crate::model::sid::{ActivitySid, CallSid, ReservationSid};
use crate::routing::engine::{Instruction, ReservationAnswer, Workspace};

/// What a reservation is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Order {
    /// A plain answer.
    Answer(ReservationAnswer),
    /// Something for the telephone network, and how it is to be done.
    Instruct(Instruction, Box<Leg>),
}

/// How a worker is called, or a call sent elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Leg {
    /// Whom to call.
    pub(crate) to: String,
    /// The number that is shown; that which the customer dialled unless given.
    pub(crate) from: Option<String>,
    /// Seconds it may ring.
    pub(crate) timeout: Option<u64>,
    /// The document of a call or of a redirected call.
    pub(crate) url: Option<String>,
    /// The call that is redirected.
    pub(crate) call: Option<CallSid>,
    /// The worker's activity afterwards.
    pub(crate) post_work: Option<ActivitySid>,
    pub(crate) status_callback: Option<String>,
    pub(crate) status_method: Method,
    pub(crate) status_events: Vec<String>,
    /// How the worker's call is recorded.
    pub(crate) tape: Option<Tape>,
    pub(crate) conference: Meeting,
}

/// What the conference of an instruction is like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Meeting {
    pub(crate) muted: bool,
    pub(crate) start_on_enter: bool,
    pub(crate) end_on_exit: bool,
    pub(crate) end_on_customer_exit: bool,
    pub(crate) max: Option<u64>,
    pub(crate) tape: Option<Tape>,
    /// What is heard until it begins.
    pub(crate) wait: Option<(String, Method)>,
    pub(crate) status_callback: Option<String>,
    pub(crate) status_method: Method,
    pub(crate) status_events: Vec<String>,
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
        "dequeue" => dequeue(details, workspace, &facts)?,
        "call" => call(details, &facts)?,
        "redirect" => redirect(details)?,
        "conference" => conference(details, workspace, &facts)?,
        "supervise" if details.through_rest() => supervise(details)?,
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

/// Somebody must be named to dial, by the instruction or by the worker's `contact_uri`. Gives them
/// and how many seconds it may ring there.
fn dialled(
    to: Option<String>,
    facts: &Facts,
    code: u32,
) -> Result<(String, RangeInclusive<u32>), Refusal> {
    match to.or_else(|| facts.contact_uri.clone()) {
        Some(to) if to.starts_with("sip:") => Ok((to, rules::SIP_RINGING)),
        Some(to) => Ok((to, rules::RINGING)),
        None => Err(Refusal::new(
            code,
            "`to` is missing and the worker has no attribute `contact_uri`",
        )),
    }
}

/// A list, separated by commas or blanks.
fn list(text: Option<String>) -> Vec<String> {
    text.unwrap_or_default()
        .split([',', ' '])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn seconds(text: Option<String>) -> Option<u64> {
    text.and_then(|text| text.trim().parse().ok())
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

/// How a worker's call is recorded by a word of `record`.
fn recorded(record: Option<&str>) -> Option<Tape> {
    record
        .is_some_and(|word| word.eq_ignore_ascii_case("record-from-answer"))
        .then(|| Tape::of("OutboundAPI"))
}

/// A URL and its method.
fn webhook(url: Option<String>, method: Option<&str>) -> Option<(String, Method)> {
    url.map(|url| (url, Method::of(method)))
}

fn dequeue(details: &impl Details, workspace: &Workspace, facts: &Facts) -> Result<Order, Refusal> {
    if !facts.has("call_sid") {
        return Err(Refusal::new(40140, "the task has no attribute `call_sid`"));
    }
    let (to, ringing) = dialled(details.detail("DequeueTo", "to"), facts, 40131)?;
    let mut from = details.detail("DequeueFrom", "from");
    // An assignment callback may leave it out: the number the caller dialled is used then.
    if details.through_rest() || !(facts.has("to") || facts.has("called")) {
        from = Some(required(from, "DequeueFrom", 40132)?);
    }
    let post_work = activity(
        details.detail("DequeuePostWorkActivitySid", "post_work_activity_sid"),
        workspace,
        40130,
    )?;
    let status_callback = details.detail("DequeueStatusCallbackUrl", "status_callback_url");
    absolute_url(status_callback.clone(), 40157)?;
    // The worker SDK sends the plural.
    let events = details
        .detail("DequeueStatusCallbackEvent", "status_callback_events")
        .or_else(|| details.detail("DequeueStatusCallbackEvents", "status_callback_events"));
    if let Some(events) = &events {
        rules::call_events(events, 40134)?;
    }
    rules::check_dequeue(details, ringing)?;
    let leg = Leg {
        to,
        from,
        timeout: seconds(details.detail("DequeueTimeout", "timeout")),
        post_work,
        status_callback,
        status_method: Method::Get,
        status_events: list(events),
        tape: recorded(details.detail("DequeueRecord", "record").as_deref()),
        ..Leg::default()
    };
    Ok(Order::Instruct(Instruction::Dequeue, Box::new(leg)))
}

fn call(details: &impl Details, facts: &Facts) -> Result<Order, Refusal> {
    let (to, ringing) = dialled(details.detail("CallTo", "to"), facts, 40110)?;
    let from = required(details.detail("CallFrom", "from"), "CallFrom", 40111)?;
    let url = required(details.detail("CallUrl", "url"), "CallUrl", 40112)?;
    absolute_url(Some(url.clone()), 40112)?;
    let status_callback = details.detail("CallStatusCallbackUrl", "status_callback_url");
    absolute_url(status_callback.clone(), 40158)?;
    rules::check_call(details, ringing)?;
    let leg = Leg {
        to,
        from: Some(from),
        timeout: seconds(details.detail("CallTimeout", "timeout")),
        url: Some(url),
        status_callback,
        tape: recorded(details.detail("CallRecord", "record").as_deref()),
        ..Leg::default()
    };
    let accept = details
        .detail("CallAccept", "accept")
        .is_some_and(|text| truth(&text));
    Ok(Order::Instruct(Instruction::Call { accept }, Box::new(leg)))
}

fn redirect(details: &impl Details) -> Result<Order, Refusal> {
    let url = required(details.detail("RedirectUrl", "url"), "RedirectUrl", 40120)?;
    absolute_url(Some(url.clone()), 40120)?;
    let call = required(
        details.detail("RedirectCallSid", "call_sid"),
        "RedirectCallSid",
        40121,
    )?;
    let call = call
        .parse::<CallSid>()
        .map_err(|error| Refusal::new(40121, error.to_string()))?;
    let accept = details
        .detail("RedirectAccept", "accept")
        .is_some_and(|text| truth(&text));
    let leg = Leg {
        url: Some(url),
        call: Some(call),
        ..Leg::default()
    };
    Ok(Order::Instruct(
        Instruction::Redirect { accept },
        Box::new(leg),
    ))
}

fn conference(
    details: &impl Details,
    workspace: &Workspace,
    facts: &Facts,
) -> Result<Order, Refusal> {
    if !facts.has("call_sid") && !facts.has("outbound_to") {
        return Err(Refusal::new(
            40142,
            "the task has neither of the attributes `call_sid` and `outbound_to`",
        ));
    }
    let (to, _) = dialled(details.detail("To", "to"), facts, 40137)?;
    let mut from = details.detail("From", "from");
    // The caller id is derived from the call where the task came with one.
    if !facts.has("to") && !facts.has("called") && !facts.has("from") {
        from = Some(required(from, "From", 40138)?);
    }
    let post_work = activity(
        details.detail("PostWorkActivitySid", "post_work_activity_sid"),
        workspace,
        40139,
    )?;
    let status_callback = details.detail("StatusCallback", "status_callback");
    absolute_url(status_callback.clone(), 40159)?;
    let meeting_callback = details.detail("ConferenceStatusCallback", "conference_status_callback");
    absolute_url(meeting_callback.clone(), 40159)?;
    rules::check_conference(details)?;
    let flag = |rest, callback, otherwise| {
        details
            .detail(rest, callback)
            .map_or(otherwise, |text| truth(&text))
    };
    let mut meeting_events = list(details.detail(
        "ConferenceStatusCallbackEvent",
        "conference_status_callback_event",
    ));
    if meeting_events.is_empty() {
        meeting_events = vec!["start".to_owned(), "end".to_owned()];
    }
    let record = details.detail("ConferenceRecord", "conference_record");
    let is_dual = details
        .detail("RecordingChannels", "recording_channels")
        .is_some_and(|word| word.eq_ignore_ascii_case("dual"));
    let tape = flag("Record", "record", false).then(|| {
        let report = webhook(
            details.detail("RecordingStatusCallback", "recording_status_callback"),
            details
                .detail(
                    "RecordingStatusCallbackMethod",
                    "recording_status_callback_method",
                )
                .as_deref(),
        );
        Tape::of("OutboundAPI")
            .reported(report, Vec::new())
            .dual(is_dual)
    });
    let meeting_tape = record
        .is_some_and(|word| matches!(word.as_str(), "true" | "record-from-start"))
        .then(|| {
            let report = webhook(
                details.detail(
                    "ConferenceRecordingStatusCallback",
                    "conference_recording_status_callback",
                ),
                details
                    .detail(
                        "ConferenceRecordingStatusCallbackMethod",
                        "conference_recording_status_callback_method",
                    )
                    .as_deref(),
            );
            Tape::of("Conference").reported(report, Vec::new())
        });
    let leg = Leg {
        to,
        from,
        timeout: seconds(details.detail("Timeout", "timeout")),
        post_work,
        status_callback,
        status_method: Method::of(
            details
                .detail("StatusCallbackMethod", "status_callback_method")
                .as_deref(),
        ),
        status_events: list(details.detail("StatusCallbackEvent", "status_callback_event")),
        tape,
        conference: Meeting {
            muted: flag("Muted", "muted", false),
            start_on_enter: flag("StartConferenceOnEnter", "start_conference_on_enter", true),
            end_on_exit: flag("EndConferenceOnExit", "end_conference_on_exit", false),
            end_on_customer_exit: flag(
                "EndConferenceOnCustomerExit",
                "end_conference_on_customer_exit",
                false,
            ),
            max: seconds(details.detail("MaxParticipants", "max_participants")),
            tape: meeting_tape,
            wait: webhook(
                details.detail("WaitUrl", "wait_url"),
                details.detail("WaitMethod", "wait_method").as_deref(),
            ),
            status_callback: meeting_callback,
            status_method: Method::of(
                details
                    .detail(
                        "ConferenceStatusCallbackMethod",
                        "conference_status_callback_method",
                    )
                    .as_deref(),
            ),
            status_events: meeting_events,
        },
        ..Leg::default()
    };
    Ok(Order::Instruct(Instruction::Conference, Box::new(leg)))
}

fn supervise(details: &impl Details) -> Result<Order, Refusal> {
    required(
        details.detail("Supervisor", "supervisor"),
        "Supervisor",
        40147,
    )?;
    rules::check_supervise(details)?;
    Ok(Order::Instruct(Instruction::Supervise, Box::default()))
}
