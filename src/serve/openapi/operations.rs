//! Everything there is to ask. A test holds this against the routes that are there.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use crate::events::statistics::{EventCounts, Statistics};
use crate::serve::access::Role;
use crate::serve::agent::TokenAnswer;
use crate::serve::assignment;
use crate::serve::health::{Alive, ReadyAnswer};
use crate::serve::hours::HoursAnswer;
use crate::serve::stats::{
    MinuteList, OldStatistics, OldTask, OldWorker, QueueAnswer, TaskList, WorkerList,
};
use crate::serve::voice::{self, Route};

/// Who is let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Door {
    /// Anybody.
    Open,
    /// Who may read and has this role or more.
    Readers(Role),
    /// Twilio.
    Twilio,
    /// Twilio, and who may read.
    TwilioAndReaders,
    /// Anybody, to sign in.
    SignIn,
    /// Workers who are signed in.
    Agents,
}

/// What is sent.
pub(super) enum Body {
    None,
    Json(fn(&mut SchemaGenerator) -> Value),
    /// `OK` for who asks for plain text.
    JsonOrOk(fn(&mut SchemaGenerator) -> Value),
    Stream,
    Metrics,
    Page,
    Text,
    File,
    TwiMl,
    Form,
    FormOf(&'static [Field]),
    Events,
}

/// A field of a query or of a form: its name, what it says, and the words it has where they are few.
pub(super) type Field = (&'static str, &'static str, &'static [&'static str]);

/// What may be said in the URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parameters {
    None,
    Window,
    Figures,
    Queue,
    Minutes,
    Board,
    BoardStream,
    File,
    Tasks,
    OldTasks,
    Workers,
    FiguresStream,
    EventStream,
    Hours,
    Transfer,
    Texts(&'static [Field]),
}

/// A path, what is done there, and how it ends.
pub(super) struct Operation {
    pub(super) path: &'static str,
    pub(super) methods: &'static [&'static str],
    pub(super) summary: &'static str,
    pub(super) tag: &'static str,
    pub(super) door: Door,
    pub(super) parameters: Parameters,
    pub(super) takes: Option<Body>,
    pub(super) answers: Vec<(u16, &'static str, Body)>,
}

impl Operation {
    /// The name of the operation: its method and path.
    pub(super) fn id(&self, method: &str) -> String {
        let mut id = method.to_owned();
        for part in self.path.split('/') {
            let part = part.trim_matches(['{', '}']).replace(['.', '-'], "_");
            let mut letters = part.chars();
            if let Some(first) = letters.next() {
                id.extend(first.to_uppercase());
                id.push_str(letters.as_str());
            }
        }
        if self.path.ends_with('/') {
            id.push_str("Slash");
        }
        id
    }

    /// The same for those who have this role or more.
    fn needs(self, role: Role) -> Self {
        Self {
            door: Door::Readers(role),
            ..self
        }
    }

    /// The statuses of problems that are to be expected.
    pub(super) fn problems(&self) -> Vec<u16> {
        let mut problems = match self.door {
            Door::Open => vec![],
            Door::Readers(_) => vec![401, 403, 429],
            Door::Twilio => vec![400, 403, 408, 413, 415, 503],
            Door::SignIn => vec![400, 403, 408, 413, 429, 503],
            Door::Agents => vec![400, 401, 403, 404, 408, 409, 413, 429, 501, 503],
            Door::TwilioAndReaders => vec![400, 401, 403, 408, 413, 415, 429],
        };
        match self.parameters {
            Parameters::None | Parameters::Hours | Parameters::Transfer | Parameters::Texts(_) => {}
            Parameters::File => problems.push(404),
            Parameters::Queue => problems.extend([400, 404, 503]),
            _ => problems.extend([400, 503]),
        }
        let answered = |status: &u16| self.answers.iter().any(|(known, ..)| known == status);
        problems.retain(|status| !answered(status));
        problems
    }
}

fn of<T: JsonSchema>(schemas: &mut SchemaGenerator) -> Value {
    schemas.subschema_for::<T>().to_value()
}

fn list_of<T: JsonSchema>(schemas: &mut SchemaGenerator) -> Value {
    serde_json::json!({ "type": "array", "items": of::<T>(schemas) })
}

fn read(
    path: &'static str,
    summary: &'static str,
    tag: &'static str,
    parameters: Parameters,
    body: Body,
) -> Operation {
    let mut answers = vec![(200, "The answer.", body)];
    if !matches!(
        parameters,
        Parameters::None | Parameters::FiguresStream | Parameters::EventStream | Parameters::Hours
    ) {
        answers.push((304, "The answer is one that is known.", Body::None));
    }
    Operation {
        path,
        methods: &["get"],
        summary,
        tag,
        door: Door::Readers(Role::Viewer),
        parameters,
        takes: None,
        answers,
    }
}

fn numbers(path: &'static str, summary: &'static str, asked: Parameters, body: Body) -> Operation {
    read(path, summary, "numbers", asked, body)
}

fn old(path: &'static str, summary: &'static str, asked: Parameters, body: Body) -> Operation {
    read(path, summary, "old dashboard", asked, body)
}

/// What browsers show.
fn page(path: &'static str, summary: &'static str, asked: Parameters, body: Body) -> Operation {
    Operation {
        answers: vec![(200, "The answer.", body)],
        ..read(path, summary, "pages", asked, Body::None)
    }
}

fn moved(path: &'static str) -> Operation {
    Operation {
        door: Door::Open,
        answers: vec![(308, "The board is at `/dashboard`.", Body::None)],
        ..page(path, "Lead to the board", Parameters::None, Body::None)
    }
}

fn open(path: &'static str, summary: &'static str, body: Body) -> Operation {
    Operation {
        door: Door::Open,
        ..read(path, summary, "server", Parameters::None, body)
    }
}

/// Where event callbacks and Event Streams come in.
fn events(path: &'static str) -> Operation {
    Operation {
        methods: &["post"],
        door: Door::Twilio,
        takes: Some(Body::Events),
        answers: vec![(204, "The events are durable.", Body::None)],
        ..read(
            path,
            "Take a form of an event callback or a batch of the Event Streams",
            "twilio",
            Parameters::None,
            Body::None,
        )
    }
}

/// What Twilio asks with a form or with a URL.
fn asked(
    path: &'static str,
    summary: &'static str,
    answers: &'static str,
    body: Body,
) -> Operation {
    Operation {
        methods: &["get", "post"],
        door: Door::Twilio,
        takes: Some(Body::Form),
        answers: vec![(200, answers, body)],
        ..read(path, summary, "twilio", Parameters::None, Body::None)
    }
}

fn call(path: &'static str, route: Route) -> Operation {
    let summary = match route {
        Route::Incoming => "Answer a call that comes in",
        Route::Enqueue => "Answer what a caller chose from a menu",
        Route::Wait => "Tell what a caller hears who waits",
        Route::Key => "Answer a key that was pressed while waiting",
        Route::AfterQueue => "Tell how a call goes on that has left the queue",
        Route::Voicemail => "Ask a caller to leave a message",
        Route::Recording => "Take a message that was recorded",
        Route::RecordingStatus => "Take the recording of a conversation",
        Route::Transcription => "Take a message that was written down",
        Route::Callback => "Take a caller's wish to be called back",
        Route::AfterDial => "Tell how a call goes on after somebody outside was called",
        Route::Agent => "Connect a worker who was called with the caller",
        Route::Outbound => "Call whom a worker wants to call",
        Route::Transfer => "Put a caller in line again for one worker",
        Route::Fallback => "Answer a call whose usual document could not be had",
        Route::Status => "Take the news of a call's status",
    };
    asked(path, summary, "What happens to the call.", Body::TwiMl)
}

fn assigned(path: &'static str) -> Operation {
    let body = Body::Json(|_| serde_json::json!({ "type": "object" }));
    asked(
        path,
        "Answer an assignment callback",
        "An assignment instruction, or nothing where the worker decides.",
        body,
    )
}

pub(super) fn all() -> Vec<Operation> {
    let mut all = own();
    all.extend(voice::ROUTES.map(|(path, route)| call(path, route)));
    all.push(Operation {
        parameters: Parameters::Transfer,
        ..call(voice::TRANSFER, Route::Transfer)
    });
    all.extend(assignment::PATHS.map(assigned));
    all.extend(agents());
    all
}

/// What a worker's page asks.
fn agents() -> Vec<Operation> {
    const CSRF: Field = (
        "csrf",
        "What the session's page has in each of its forms.",
        &[],
    );
    const ACT: &[Field] = &[
        CSRF,
        (
            "act",
            "What is done.",
            &[
                "activity", "accept", "reject", "hold", "unhold", "mute", "unmute", "end", "note",
                "wrap", "complete",
            ],
        ),
        ("reservation", "The reservation it is about, `WR…`.", &[]),
        ("activity", "Where the worker goes, `WA…`.", &[]),
        ("disposition", "How the task ended.", &[]),
        ("note", "What is noted of it.", &[]),
    ];
    let of_agents = |path, summary, door, texts, body| Operation {
        door,
        ..page(path, summary, Parameters::Texts(texts), body)
    };
    let sent = |path, summary, door, fields, statuses: &[(u16, &'static str)]| Operation {
        methods: &["post"],
        takes: Some(Body::FormOf(fields)),
        answers: statuses
            .iter()
            .map(|(status, text)| (*status, *text, Body::None))
            .collect(),
        ..of_agents(path, summary, door, &[], Body::None)
    };
    let old = |path, summary, door, texts, body| Operation {
        tag: "old worker application",
        ..of_agents(path, summary, door, texts, body)
    };
    let changes = |path, summary, texts| Operation {
        methods: &["get", "post"],
        ..old(path, summary, Door::Agents, texts, Body::None)
    };
    let leads = |path| Operation {
        answers: vec![(302, "The page is at `/agent`.", Body::None)],
        ..old(
            path,
            "Lead to the agent's page",
            Door::Open,
            &[],
            Body::None,
        )
    };
    vec![
        of_agents(
            "/agent",
            "Show the agent's page, or ask for a sign-in",
            Door::SignIn,
            &[("ended", "Said by a page whose session has ended.", &[])],
            Body::Page,
        ),
        sent(
            "/agent/sign-in",
            "Begin a session with a worker's name and password",
            Door::SignIn,
            &[
                ("name", "The worker's name in TaskRouter.", &[]),
                ("password", "Their own password.", &[]),
            ],
            &[
                (303, "Signed in; the page is at `/agent`."),
                (401, "The name or the password is wrong."),
                (429, "Too many sign-ins failed."),
            ],
        ),
        sent(
            "/agent/sign-out",
            "End the session",
            Door::SignIn,
            &[CSRF],
            &[(303, "Signed out.")],
        ),
        sent(
            "/agent/act",
            "Do something for the session's worker",
            Door::Agents,
            ACT,
            &[
                (200, "Done: what the page shows now, for scripts."),
                (303, "Done, or refused; the page tells."),
                (403, "The form is of another session."),
                (409, "TaskRouter did not do it."),
            ],
        ),
        of_agents(
            "/agent/stream",
            "Tell what the agent's page shows whenever it changes",
            Door::SignIn,
            &[],
            Body::Stream,
        ),
        of_agents(
            "/agent/token",
            "Make a token for Twilio's SDKs, for the session's worker",
            Door::Agents,
            &[(
                "kind",
                "A capability token of a worker, unless given, or an access token.",
                &["worker", "access"],
            )],
            Body::Json(of::<TokenAnswer>),
        ),
        leads("/"),
        leads("/index.html"),
        leads("/tfptaskrouter/index.html"),
        old(
            "/tfptaskrouter/generateToken",
            "Make a worker's token for the shared password, where that is switched on",
            Door::Agents,
            &[
                ("clientid", "The worker's name in TaskRouter.", &[]),
                ("tokenPassword", "The shared password.", &[]),
            ],
            Body::Text,
        ),
        old(
            "/tfptaskrouter/getTrActivites",
            "Tell the workspace's name and activities",
            Door::Agents,
            &[],
            Body::Text,
        ),
        changes(
            "/tfptaskrouter/taskSetWrapToCompleted",
            "Complete the worker's own task that is wrapping",
            &[("taskSid", "The task, `WT…`.", &[])],
        ),
        changes(
            "/tfptaskrouter/conferenceCompleted",
            "End the conference of the worker's own task",
            &[("conferenceSid", "The conference, `CF…`.", &[])],
        ),
    ]
}

fn own() -> Vec<Operation> {
    vec![
        numbers(
            "/stats",
            "Tell how things are now, and what happened in the window and today",
            Parameters::Figures,
            Body::JsonOrOk(of::<Statistics>),
        ),
        numbers(
            "/stats/stream",
            "Tell the figures whenever they change, at most once a second",
            Parameters::FiguresStream,
            Body::Stream,
        ),
        numbers(
            "/stats/tasks",
            "List the tasks that TaskRouter has now",
            Parameters::Tasks,
            Body::Json(of::<TaskList>),
        )
        .needs(Role::Lead),
        numbers(
            "/stats/workers",
            "List the workers and what they are doing",
            Parameters::Workers,
            Body::Json(of::<WorkerList>),
        )
        .needs(Role::Lead),
        numbers(
            "/stats/queues/{name}",
            "Tell the figures of one queue",
            Parameters::Queue,
            Body::Json(of::<QueueAnswer>),
        ),
        numbers(
            "/stats/minutes",
            "Tell what happened minute by minute",
            Parameters::Minutes,
            Body::Json(of::<MinuteList>),
        ),
        numbers(
            "/stats/events",
            "Count the events of the window by type",
            Parameters::Window,
            Body::Json(of::<EventCounts>),
        ),
        old(
            "/api/dashboard/statistics",
            "Tell the figures of the old dashboard",
            Parameters::Figures,
            Body::JsonOrOk(of::<OldStatistics>),
        ),
        old(
            "/sync_taskrouter_statistics",
            "Tell the figures of the old dashboard",
            Parameters::Figures,
            Body::JsonOrOk(of::<OldStatistics>),
        ),
        old(
            "/api/dashboard/tasks",
            "List the tasks as the old dashboard did",
            Parameters::OldTasks,
            Body::Json(list_of::<OldTask>),
        )
        .needs(Role::Lead),
        old(
            "/taskrouter_tasks",
            "List the tasks as the old dashboard did",
            Parameters::OldTasks,
            Body::Json(list_of::<OldTask>),
        )
        .needs(Role::Lead),
        old(
            "/api/dashboard/workers",
            "List the workers as the old dashboard did",
            Parameters::Workers,
            Body::Json(list_of::<OldWorker>),
        )
        .needs(Role::Lead),
        old(
            "/taskrouter_workers",
            "List the workers as the old dashboard did",
            Parameters::Workers,
            Body::Json(list_of::<OldWorker>),
        )
        .needs(Role::Lead),
        read(
            "/events/stream",
            "Tell events as they become durable",
            "events",
            Parameters::EventStream,
            Body::Stream,
        )
        .needs(Role::Lead),
        read(
            "/metrics",
            "Tell what the server counts of itself",
            "server",
            Parameters::None,
            Body::Metrics,
        )
        .needs(Role::Admin),
        Operation {
            door: Door::TwilioAndReaders,
            ..read(
                "/hours",
                "Tell whether somebody is there, as the flow's hours say",
                "flow",
                Parameters::Hours,
                Body::Json(of::<HoursAnswer>),
            )
        },
        page(
            "/dashboard",
            "Show the board",
            Parameters::Board,
            Body::Page,
        ),
        page(
            "/taskrouter_dashboard.html",
            "Show the board at the old dashboard's place",
            Parameters::Board,
            Body::Page,
        ),
        page(
            "/dashboard/stream",
            "Tell what the board shows whenever it changes, at most once a second",
            Parameters::BoardStream,
            Body::Stream,
        ),
        moved("/dashboard/"),
        moved("/dashboard/taskrouter_dashboard.html"),
        Operation {
            door: Door::Open,
            answers: vec![
                (200, "The file.", Body::File),
                (304, "The file is one that is known.", Body::None),
            ],
            ..page(
                "/assets/{file}",
                "Send a file that pages load",
                Parameters::File,
                Body::File,
            )
        },
        open(
            "/openapi.json",
            "Describe everything there is to ask",
            Body::Json(|_| serde_json::json!({ "type": "object" })),
        ),
        open(
            "/healthz",
            "Tell that the server lives",
            Body::Json(of::<Alive>),
        ),
        open(
            "/hello",
            "Tell that the server lives",
            Body::Json(of::<Alive>),
        ),
        Operation {
            answers: vec![
                (200, "It is ready.", Body::Json(of::<ReadyAnswer>)),
                (
                    503,
                    "It waits for something.",
                    Body::Json(of::<ReadyAnswer>),
                ),
            ],
            ..open(
                "/readyz",
                "Tell whether the answers are to be relied on",
                Body::None,
            )
        },
        events("/events"),
        events("/taskrouter/events"),
        events("/taskrouter_event"),
        events("/api/dashboard/event"),
        events("/api/dashboard/event-receiver"),
    ]
}
