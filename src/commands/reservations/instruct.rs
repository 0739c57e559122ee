//! `trctl reservations dequeue`, `conference`, `call` and `redirect`: what the telephone network
//! is to do for a reservation.

use clap::builder::PossibleValuesParser;

use super::find::{self, OfArgs};
use super::{COLUMNS, Row};
use crate::app::{App, Changes};
use crate::bulk::{self, Item, Reached, Step, Verdict};
use crate::cli::absolute_url;
use crate::exit_code::Failure;
use crate::model::instruction::{
    BEEP, CALL_EVENTS, CONFERENCE_EVENTS, CONFERENCE_RECORD, CONFERENCE_TRIM, JITTER_BUFFER_SIZES,
    METHODS, PARTICIPANTS, RECORD, RECORDING_CHANNELS, REGIONS, RINGING, SIP_RINGING,
};
use crate::model::sid::{CallSid, ReservationSid, WorkspaceSid};
use crate::model::{Activity, Reservation, ReservationStatus};
use crate::twilio::{Form, ReservationScope};

/// Which one.
#[derive(Debug, clap::Args)]
struct WhichArgs {
    /// SID of the reservation, which must be pending
    #[arg(value_name = "WR…")]
    sid: ReservationSid,

    #[command(flatten)]
    of: OfArgs,
}

/// Who is called, and for how long.
#[derive(Debug, clap::Args)]
struct DialArgs {
    /// Whom to call: a number, `client:NAME` or `sip:ADDRESS`; the worker's attribute
    /// `contact_uri` unless given
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,

    /// Seconds it rings (Twilio's `Timeout`), 1 to 999, to a SIP address 600; 60 unless given
    #[arg(long, value_name = "SECONDS", value_parser = ringing)]
    ring_timeout: Option<u32>,
}

impl DialArgs {
    fn check(&self) -> Result<(), Failure> {
        match (&self.to, self.ring_timeout) {
            (Some(to), Some(seconds))
                if to.starts_with("sip:") && !SIP_RINGING.contains(&seconds) =>
            {
                Err(Failure::usage(format!(
                    "`--ring-timeout {seconds}`: a SIP address rings {} to {} seconds",
                    SIP_RINGING.start(),
                    SIP_RINGING.end()
                )))
            }
            _ => Ok(()),
        }
    }
}

fn ringing(text: &str) -> Result<u32, String> {
    number_in(&RINGING, text)
}

fn participants(text: &str) -> Result<u32, String> {
    number_in(&PARTICIPANTS, text)
}

fn number_in(range: &std::ops::RangeInclusive<u32>, text: &str) -> Result<u32, String> {
    match text.parse::<u32>() {
        Ok(number) if range.contains(&number) => Ok(number),
        _ => Err(format!(
            "must be a whole number from {} to {}",
            range.start(),
            range.end()
        )),
    }
}

fn one_of(words: &'static [&'static str]) -> PossibleValuesParser {
    PossibleValuesParser::new(words)
}

/// Connect the waiting caller to the worker
///
/// The task must have come from `<Enqueue>`, so that it has the attribute `call_sid`. The
/// reservation is accepted when the worker answers.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl reservations dequeue WR… --worker dave --from +15550100 --post-work-activity WrapUp")]
pub(super) struct DequeueArgs {
    #[command(flatten)]
    which: WhichArgs,

    /// Number the worker sees
    #[arg(long, value_name = "NUMBER")]
    from: String,

    #[command(flatten)]
    dial: DialArgs,

    /// Activity to put the worker to after the call, by name or SID
    #[arg(long, value_name = "ACTIVITY")]
    post_work_activity: Option<String>,

    /// Whether the call is recorded; `do-not-record` unless given
    #[arg(long, value_name = "WORD", value_parser = one_of(RECORD))]
    record: Option<String>,

    /// URL that is told of the call
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    status_callback_url: Option<String>,

    /// What it is told of (can be repeated); `completed` unless given
    #[arg(
        long,
        visible_alias = "status-callback-events",
        value_name = "EVENT",
        value_delimiter = ',',
        value_parser = one_of(CALL_EVENTS)
    )]
    status_callback_event: Vec<String>,
}

/// Call the worker and run TwiML on that call
///
/// The waiting caller, if there is one, is left where it is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl reservations call WR… --task WT… --from +15550100 --url https://example.com/agent --accept")]
pub(super) struct CallArgs {
    #[command(flatten)]
    which: WhichArgs,

    /// Number the worker sees
    #[arg(long, value_name = "NUMBER")]
    from: String,

    /// URL of the TwiML for the worker's call
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    url: String,

    #[command(flatten)]
    dial: DialArgs,

    /// Accept the reservation too
    #[arg(long)]
    accept: bool,

    /// Whether the call is recorded; `do-not-record` unless given
    #[arg(long, value_name = "WORD", value_parser = one_of(RECORD))]
    record: Option<String>,

    /// URL that is told when the call is over
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    status_callback_url: Option<String>,
}

/// Send a call of the account to other TwiML
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl reservations redirect WR… --call-sid CA… --url https://example.com/connect --accept")]
pub(super) struct RedirectArgs {
    #[command(flatten)]
    which: WhichArgs,

    /// The call, usually that of the waiting caller
    #[arg(long, value_name = "CA…")]
    call_sid: CallSid,

    /// URL of the TwiML it goes on with
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    url: String,

    /// Accept the reservation too
    #[arg(long)]
    accept: bool,
}

/// Connect the caller and the worker in a conference
///
/// The task must have the attribute `call_sid` of a waiting caller, or `outbound_to` for somebody
/// who is to be called. The conference is named after the task.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl reservations conference WR… --from +15550100 --end-conference-on-exit --conference-record true")]
pub(super) struct ConferenceArgs {
    #[command(flatten)]
    which: WhichArgs,

    /// Number the worker sees
    #[arg(long, value_name = "NUMBER")]
    from: Option<String>,

    #[command(flatten)]
    dial: DialArgs,

    /// Activity to put the worker to after the call; not in workspaces with multi-tasking
    #[arg(long, value_name = "ACTIVITY")]
    post_work_activity: Option<String>,

    #[command(flatten)]
    participant: ParticipantArgs,

    #[command(flatten)]
    room: RoomArgs,

    #[command(flatten)]
    recording: RecordingArgs,
}

/// How the worker takes part.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "The worker's call")]
struct ParticipantArgs {
    /// Whether the worker's call is recorded
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    record: Option<bool>,

    /// Whether the worker joins muted
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    muted: Option<bool>,

    /// Whether the others hear the ringing and announcements before the worker answers
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    early_media: Option<bool>,

    /// Whether the conference starts when the worker joins
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    start_conference_on_enter: Option<bool>,

    /// Whether the conference ends when the worker leaves
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    end_conference_on_exit: Option<bool>,

    /// URL that is told of the worker's call
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    status_callback: Option<String>,

    /// How it is called
    #[arg(long, value_name = "METHOD", value_parser = one_of(METHODS))]
    status_callback_method: Option<String>,

    /// What it is told of (can be repeated)
    #[arg(long, value_name = "EVENT", value_delimiter = ',', value_parser = one_of(CALL_EVENTS))]
    status_callback_event: Vec<String>,

    /// User name for the SIP address
    #[arg(long, value_name = "NAME")]
    sip_auth_username: Option<String>,

    /// Password for the SIP address; the variable keeps it out of the shell's history
    #[arg(
        long,
        value_name = "PASSWORD",
        env = "TRCTL_SIP_AUTH_PASSWORD",
        hide_env_values = true
    )]
    sip_auth_password: Option<String>,
}

/// How the conference is.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "The conference")]
struct RoomArgs {
    /// When it beeps
    #[arg(long, value_name = "WHEN", value_parser = one_of(BEEP))]
    beep: Option<String>,

    /// Whether it beeps when the customer joins
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    beep_on_customer_entrance: Option<bool>,

    /// Whether it ends when the customer leaves
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    end_conference_on_customer_exit: Option<bool>,

    /// URL of the music before it starts
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    wait_url: Option<String>,

    /// How it is called
    #[arg(long, value_name = "METHOD", value_parser = one_of(METHODS))]
    wait_method: Option<String>,

    /// How many may take part, 2 to 250
    #[arg(long, value_name = "NUMBER", value_parser = participants)]
    max_participants: Option<u32>,

    /// Where it is mixed
    #[arg(long, value_parser = one_of(REGIONS))]
    region: Option<String>,

    /// How much it smooths out
    #[arg(long, value_name = "SIZE", value_parser = one_of(JITTER_BUFFER_SIZES))]
    jitter_buffer_size: Option<String>,

    /// URL that is told of the conference
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    conference_status_callback: Option<String>,

    /// How it is called
    #[arg(long, value_name = "METHOD", value_parser = one_of(METHODS))]
    conference_status_callback_method: Option<String>,

    /// What it is told of (can be repeated)
    #[arg(long, value_name = "EVENT", value_delimiter = ',', value_parser = one_of(CONFERENCE_EVENTS))]
    conference_status_callback_event: Vec<String>,
}

/// What is recorded, and who is told.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Recordings")]
struct RecordingArgs {
    /// Whether the conference is recorded
    #[arg(long, value_name = "WORD", value_parser = one_of(CONFERENCE_RECORD))]
    conference_record: Option<String>,

    /// What becomes of silence at its ends
    #[arg(long, value_name = "WORD", value_parser = one_of(CONFERENCE_TRIM))]
    conference_trim: Option<String>,

    /// URL that is told when the conference's recording is ready
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    conference_recording_status_callback: Option<String>,

    /// How it is called
    #[arg(long, value_name = "METHOD", value_parser = one_of(METHODS))]
    conference_recording_status_callback_method: Option<String>,

    /// Channels of the recording of the worker's call
    #[arg(long, value_name = "CHANNELS", value_parser = one_of(RECORDING_CHANNELS))]
    recording_channels: Option<String>,

    /// URL that is told when that recording is ready
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    recording_status_callback: Option<String>,

    /// How it is called
    #[arg(long, value_name = "METHOD", value_parser = one_of(METHODS))]
    recording_status_callback_method: Option<String>,
}

/// An instruction, and how it is spoken of.
struct Instruction {
    name: &'static str,
    imperative: &'static str,
    doing: &'static str,
    form: Form,
}

pub(super) async fn dequeue(app: &App, args: &DequeueArgs) -> anyhow::Result<()> {
    args.dial.check()?;
    let workspace = app.workspace().await?;
    let mut form = Form::new()
        .with("DequeueFrom", &args.from)
        .with_option("DequeueTo", args.dial.to.as_ref())
        .with_option("DequeueTimeout", args.dial.ring_timeout)
        .with_option("DequeueRecord", args.record.as_ref())
        .with_option(
            "DequeueStatusCallbackUrl",
            args.status_callback_url.as_ref(),
        );
    for event in &args.status_callback_event {
        form.push("DequeueStatusCallbackEvent", event);
    }
    let activity = args.post_work_activity.as_deref();
    push_activity(
        app,
        workspace,
        &mut form,
        "DequeuePostWorkActivitySid",
        activity,
    )
    .await?;
    let instruction = Instruction {
        name: "dequeue",
        imperative: "Dequeue",
        doing: "dequeuing",
        form,
    };
    give(app, workspace, &args.which, &instruction).await
}

pub(super) async fn call(app: &App, args: &CallArgs) -> anyhow::Result<()> {
    args.dial.check()?;
    let workspace = app.workspace().await?;
    let form = Form::new()
        .with("CallFrom", &args.from)
        .with("CallUrl", &args.url)
        .with_option("CallTo", args.dial.to.as_ref())
        .with_option("CallTimeout", args.dial.ring_timeout)
        .with_option("CallAccept", args.accept.then_some(true))
        .with_option("CallRecord", args.record.as_ref())
        .with_option("CallStatusCallbackUrl", args.status_callback_url.as_ref());
    let instruction = Instruction {
        name: "call",
        imperative: "Call for",
        doing: "calling",
        form,
    };
    give(app, workspace, &args.which, &instruction).await
}

pub(super) async fn redirect(app: &App, args: &RedirectArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let form = Form::new()
        .with("RedirectCallSid", args.call_sid)
        .with("RedirectUrl", &args.url)
        .with_option("RedirectAccept", args.accept.then_some(true));
    let instruction = Instruction {
        name: "redirect",
        imperative: "Redirect",
        doing: "redirecting",
        form,
    };
    give(app, workspace, &args.which, &instruction).await
}

pub(super) async fn conference(app: &App, args: &ConferenceArgs) -> anyhow::Result<()> {
    args.dial.check()?;
    let workspace = app.workspace().await?;
    let mut form = args.form();
    let activity = args.post_work_activity.as_deref();
    push_activity(app, workspace, &mut form, "PostWorkActivitySid", activity).await?;
    let instruction = Instruction {
        name: "conference",
        imperative: "Start a conference for",
        doing: "starting",
        form,
    };
    give(app, workspace, &args.which, &instruction).await
}

impl ConferenceArgs {
    fn form(&self) -> Form {
        let Self {
            participant,
            room,
            recording,
            ..
        } = self;
        let mut form = Form::new()
            .with_option("From", self.from.as_ref())
            .with_option("To", self.dial.to.as_ref())
            .with_option("Timeout", self.dial.ring_timeout)
            .with_option("Record", participant.record)
            .with_option("Muted", participant.muted)
            .with_option("EarlyMedia", participant.early_media)
            .with_option(
                "StartConferenceOnEnter",
                participant.start_conference_on_enter,
            )
            .with_option("EndConferenceOnExit", participant.end_conference_on_exit)
            .with_option("StatusCallback", participant.status_callback.as_ref())
            .with_option(
                "StatusCallbackMethod",
                participant.status_callback_method.as_ref(),
            )
            .with_option("SipAuthUsername", participant.sip_auth_username.as_ref())
            .with_option("SipAuthPassword", participant.sip_auth_password.as_ref())
            .with_option("Beep", room.beep.as_ref())
            .with_option("BeepOnCustomerEntrance", room.beep_on_customer_entrance)
            .with_option(
                "EndConferenceOnCustomerExit",
                room.end_conference_on_customer_exit,
            )
            .with_option("WaitUrl", room.wait_url.as_ref())
            .with_option("WaitMethod", room.wait_method.as_ref())
            .with_option("MaxParticipants", room.max_participants)
            .with_option("Region", room.region.as_ref())
            .with_option("JitterBufferSize", room.jitter_buffer_size.as_ref())
            .with_option(
                "ConferenceStatusCallback",
                room.conference_status_callback.as_ref(),
            )
            .with_option(
                "ConferenceStatusCallbackMethod",
                room.conference_status_callback_method.as_ref(),
            )
            .with_option("ConferenceRecord", recording.conference_record.as_ref())
            .with_option("ConferenceTrim", recording.conference_trim.as_ref())
            .with_option(
                "ConferenceRecordingStatusCallback",
                recording.conference_recording_status_callback.as_ref(),
            )
            .with_option(
                "ConferenceRecordingStatusCallbackMethod",
                recording
                    .conference_recording_status_callback_method
                    .as_ref(),
            )
            .with_option("RecordingChannels", recording.recording_channels.as_ref())
            .with_option(
                "RecordingStatusCallback",
                recording.recording_status_callback.as_ref(),
            )
            .with_option(
                "RecordingStatusCallbackMethod",
                recording.recording_status_callback_method.as_ref(),
            );
        for event in &participant.status_callback_event {
            form.push("StatusCallbackEvent", event);
        }
        for event in &room.conference_status_callback_event {
            form.push("ConferenceStatusCallbackEvent", event);
        }
        form
    }
}

async fn push_activity(
    app: &App,
    workspace: WorkspaceSid,
    form: &mut Form,
    parameter: &'static str,
    name: Option<&str>,
) -> anyhow::Result<()> {
    if let Some(name) = name {
        let sid = app.client()?.resolve::<Activity>(workspace, name).await?;
        form.push(parameter, sid);
    }
    Ok(())
}

/// Whether the reservation is still pending is for Twilio to say, in its own words.
async fn give(
    app: &App,
    workspace: WorkspaceSid,
    which: &WhichArgs,
    instruction: &Instruction,
) -> anyhow::Result<()> {
    let client = app.client()?;
    let changes = Changes {
        verb: instruction.name,
        imperative: instruction.imperative,
        doing: instruction.doing,
        noun: ("reservation", "reservations"),
        place: app.place(workspace)?,
        rows: find::find(app, workspace, &[which.sid], &which.of).await?,
        columns: &COLUMNS,
        legacy: None,
    };
    let subject = |row: Row| Item {
        sid: row.record.value.sid.to_string(),
        name: row.record.value.worker_name.clone(),
        subject: row.record.value,
    };
    let operation = |item: Item<Reservation>, step: Step| async move {
        let sid = item.subject.sid;
        let scope = ReservationScope::Task(workspace, item.subject.task_sid);
        bulk::guarded::<Reservation, _>(
            client,
            scope,
            sid,
            &step,
            |_| Ok(()),
            |now| match now.map(|now| now.reservation_status) {
                // A telephone may be ringing, or not.
                Some(ReservationStatus::Pending) => Reached::Unclear,
                Some(status @ ReservationStatus::Accepted) => Reached::Yes(status.to_string()),
                _ => Reached::No,
            },
            |etag| async move {
                let answered = client
                    .instruct_reservation(
                        scope,
                        sid,
                        instruction.name,
                        instruction.form.clone(),
                        etag,
                    )
                    .await?;
                let status = answered.record.value.reservation_status;
                Ok(Verdict::Done {
                    detail: format!("{} under way, {status}", instruction.name),
                    after: Some(answered.record.raw),
                })
            },
        )
        .await
    };
    app.change_named(changes, subject, operation).await
}
