//! Equal, claim by claim, to tokens that Twilio's own libraries made; the clock stands still.

use serde_json::Value as Json;

use super::*;
use crate::model::sid::{AccountSid, ApiKeySid, Sid as _, TaskQueueSid, WorkerSid, WorkspaceSid};

/// An id and the header; the payload; the signature. `N` and `A1` to `A7` were made by the Node
/// library, the others by the Python library, whose members stand in another order.
const VECTORS: &str = include_str!("vectors.txt");
const AUTH_TOKEN: &str = "0123456789abcdef0123456789abcdef";
const SECRET: &str = "fedcba9876543210fedcba9876543210";

fn now() -> Timestamp {
    Timestamp::from_second(1_700_000_000).unwrap()
}

fn vector(wanted: &str) -> String {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    let lines: Vec<&str> = VECTORS.lines().collect();
    let found = lines
        .chunks(3)
        .find_map(|lines| match (lines[0].split_once(' ')?, lines) {
            ((id, header), [_, payload, signature]) if id == wanted => {
                let [header, payload] = [header, payload].map(|part| URL_SAFE_NO_PAD.encode(part));
                Some(format!("{header}.{payload}.{signature}"))
            }
            _ => None,
        });
    found.unwrap_or_else(|| panic!("there is no vector {wanted}"))
}

fn account() -> AccountSid {
    AccountSid::from_bits(1)
}

fn workspace() -> WorkspaceSid {
    WorkspaceSid::from_bits(1)
}

fn new(channel: Channel) -> Capability {
    Capability::new(account(), workspace(), channel)
}

const WORKER: fn() -> Channel = || Channel::Worker(WorkerSid::from_bits(1));
const QUEUE: fn() -> Channel = || Channel::TaskQueue(TaskQueueSid::from_bits(1));

fn hours(count: u64) -> Duration {
    Duration::from_hours(count)
}

/// What the Node library allows a worker when asked for its defaults, in its order.
fn defaults_of_node() -> Capability {
    new(WORKER())
        .events()
        .read_activities()
        .read_tasks()
        .read_reservations()
        .read_self()
}

/// The same of the Python library.
fn defaults_of_python() -> Capability {
    new(WORKER())
        .named(WorkerSid::from_bits(1).to_string())
        .events()
        .read_self()
        .read_activities()
        .read_tasks()
        .read_reservations()
}

#[test]
fn capability_tokens_are_those_of_the_node_library_to_the_letter() {
    let signed = |token: Capability, long| {
        let life = Life::starting(now(), long);
        token.sign(life, &AUTH_TOKEN.into()).expose().to_owned()
    };
    let hour = hours(1);
    for (id, token, long) in [
        ("N1", new(WORKER()), hour),
        ("N1-named", new(WORKER()).named("alice"), hour),
        ("N2", defaults_of_node(), hour),
        ("N3", defaults_of_node().change_activity(), hours(2)),
        ("N4", new(QUEUE()).events().read_self(), hour),
        (
            "N5",
            new(Channel::Workspace)
                .events()
                .read_self()
                .everything_below("GET")
                .everything_below("POST"),
            hour,
        ),
    ] {
        assert_eq!(signed(token, long), vector(id), "{id}");
    }
}

#[test]
fn capability_tokens_are_those_of_the_python_library_claim_by_claim() {
    let python = |token: Capability, long| {
        let life = Life {
            issued_at: None,
            not_before: Some(now()),
            expires: after(now(), long),
        };
        token.sign(life, &AUTH_TOKEN.into())
    };
    for (id, token, long) in [
        ("P1", defaults_of_python(), hours(1)),
        (
            "P2",
            defaults_of_python()
                .change_activity()
                .change_tasks()
                .change_reservations(),
            hours(8),
        ),
        (
            "P3",
            new(QUEUE())
                .named(TaskQueueSid::from_bits(1).to_string())
                .events()
                .read_self(),
            hours(1),
        ),
        (
            "P4",
            new(Channel::Workspace)
                .named(workspace().to_string())
                .events()
                .read_self()
                .everything_below("GET")
                .everything_below("POST"),
            hours(1),
        ),
    ] {
        same_claims(id, &python(token, long), AUTH_TOKEN);
    }
}

/// As the vector's, whatever the order; both signatures are right.
fn same_claims(id: &str, made: &Token, key: &str) {
    let theirs = decode(&vector(id)).unwrap();
    let ours = decode(made.expose()).unwrap();
    assert_eq!(
        Json::Object(ours.claims.clone()),
        Json::Object(theirs.claims.clone()),
        "{id}"
    );
    assert_eq!(
        Json::Object(ours.header.clone()),
        Json::Object(theirs.header.clone()),
        "{id}"
    );
    for token in [ours, theirs] {
        assert_eq!(token.check(&key.into()), Check::Valid, "{id}");
        assert_eq!(token.check(&"another".into()), Check::Wrong, "{id}");
    }
}

fn task_router() -> TaskRouterGrant {
    TaskRouterGrant {
        workspace_sid: workspace(),
        worker_sid: Some(WorkerSid::from_bits(1)),
        role: Role::Worker,
    }
}

fn service(number: u8) -> ServiceGrant {
    ServiceGrant {
        service_sid: Some(format!("IS{number:032x}")),
        ..ServiceGrant::default()
    }
}

fn alice(grants: Grants) -> Access {
    Access {
        account: account(),
        identity: "alice".to_owned(),
        grants,
        region: None,
    }
}

#[test]
fn access_tokens_are_those_of_the_node_library_to_the_letter() {
    let credential = || Some("CR00000000000000000000000000000001".to_owned());
    let grants = |id| match id {
        "A2" => Grants {
            task_router: Some(task_router()),
            ..Grants::default()
        },
        "A3" => Grants {
            sync: Some(ServiceGrant {
                endpoint_id: Some("dash:alice:1".to_owned()),
                ..service(1)
            }),
            ..Grants::default()
        },
        "A4" => Grants {
            chat: Some(ServiceGrant {
                endpoint_id: Some("web:alice".to_owned()),
                deployment_role_sid: Some("RL00000000000000000000000000000001".to_owned()),
                push_credential_sid: credential(),
                ..service(2)
            }),
            ..Grants::default()
        },
        "A5" => Grants {
            video: Some(VideoGrant {
                room: Some("room-1".to_owned()),
            }),
            ..Grants::default()
        },
        "A6" => Grants {
            voice: Some(VoiceGrant {
                incoming: true,
                outgoing: Some(Outgoing {
                    application_sid: "AP00000000000000000000000000000001".parse().unwrap(),
                    params: serde_json::from_str(r#"{"foo":"bar"}"#).unwrap(),
                }),
                push_credential_sid: credential(),
                endpoint_id: Some("ep1".to_owned()),
            }),
            ..Grants::default()
        },
        _ => Grants::default(),
    };
    for id in ["A1", "A2", "A3", "A4", "A5", "A6"] {
        let life = Life::starting(now(), DEFAULT_LIFE);
        let token = alice(grants(id)).sign(life, ApiKeySid::from_bits(1), &SECRET.into());
        assert_eq!(token.expose(), vector(id), "{id}");
    }
    let everything = Access {
        region: Some("us1".to_owned()),
        ..alice(Grants {
            task_router: Some(task_router()),
            sync: Some(service(1)),
            chat: Some(service(2)),
            video: Some(VideoGrant::default()),
            voice: Some(VoiceGrant {
                incoming: true,
                ..VoiceGrant::default()
            }),
        })
    };
    let life = Life {
        not_before: Some(Timestamp::from_second(1_699_999_990).unwrap()),
        ..Life::starting(now(), LONGEST_LIFE)
    };
    let token = everything.sign(life, ApiKeySid::from_bits(1), &SECRET.into());
    assert_eq!(token.expose(), vector("A7"));
}

#[test]
fn access_tokens_are_those_of_the_python_library_claim_by_claim() {
    let life = Life {
        issued_at: None,
        not_before: Some(now()),
        expires: after(now(), DEFAULT_LIFE),
    };
    let routing = Grants {
        task_router: Some(task_router()),
        ..Grants::default()
    };
    let sync = Grants {
        sync: Some(service(1)),
        ..Grants::default()
    };
    for (id, grants) in [("A8", routing), ("A9", sync)] {
        let token = alice(grants).sign(life, ApiKeySid::from_bits(1), &SECRET.into());
        same_claims(id, &token, SECRET);
    }
}

#[test]
fn the_least_reads_what_is_the_holders_own_and_changes_nothing() {
    let life = Life::starting(now(), DEFAULT_LIFE);
    for (channel, count) in [(WORKER(), 5), (QUEUE(), 3), (Channel::Workspace, 3)] {
        let token = Capability::least(account(), workspace(), channel);
        let token = decode(token.sign(life, &AUTH_TOKEN.into()).expose()).unwrap();
        let found = inspect(&token, now());
        assert_eq!(found.findings, [], "{channel:?}");
        assert_eq!(found.allows.len(), count, "{:?}", found.allows);
        for allowed in &found.allows {
            let bridge = allowed.starts_with("POST https://event-bridge.twilio.com/");
            assert!(allowed.starts_with("GET ") || bridge, "{allowed}");
        }
    }
}

fn findings(text: &str, at: Timestamp) -> (Kind, Vec<String>) {
    let found = inspect(&decode(text).unwrap(), at);
    let said = found.findings.into_iter().map(|finding| match finding {
        Finding::Refused(why) => format!("refused: {why}"),
        Finding::Broad(why) => format!("broad: {why}"),
    });
    (found.kind, said.collect())
}

#[test]
fn what_is_expired_or_broad_is_found() {
    const BASE: &str =
        "https://taskrouter.twilio.com/v1/Workspaces/WS00000000000000000000000000000001";
    let (kind, said) = findings(&vector("N5"), now());
    assert_eq!(kind, Kind::TaskRouter);
    assert_eq!(
        said,
        [
            format!("broad: `GET {BASE}/**` reads everything in the workspace"),
            format!("broad: `POST {BASE}/**` changes everything in the workspace"),
        ]
    );
    let (_, said) = findings(&vector("P2"), now());
    assert_eq!(said.len(), 2, "{said:?}");
    let (kind, said) = findings(&vector("A7"), now());
    assert_eq!(kind, Kind::Access);
    assert_eq!(
        said,
        ["broad: the video grant names no room: every room is open to it"]
    );
    let (_, said) = findings(&vector("A1"), after(now(), DEFAULT_LIFE));
    assert_eq!(said, ["refused: it expired at 2023-11-14T23:13:20Z"]);
    let earlier = Timestamp::from_second(1_699_999_999).unwrap();
    let (_, said) = findings(&vector("A8"), earlier);
    assert_eq!(
        said,
        ["refused: it is not valid before 2023-11-14T22:13:20Z"]
    );
}

#[test]
fn an_access_token_that_lasts_too_long_is_refused() {
    let life = Life::starting(now(), LONGEST_LIFE + Duration::from_secs(1));
    let token = alice(Grants::default()).sign(life, ApiKeySid::from_bits(1), &SECRET.into());
    let (_, said) = findings(token.expose(), now());
    assert_eq!(said, ["refused: it lasts 24 hours; a day is the most"]);
}

#[test]
fn what_is_no_token_is_said_and_not_repeated() {
    for (text, wanted) in [
        ("", DecodeError::Parts(1)),
        ("a.b", DecodeError::Parts(2)),
        ("a.b.c.d.e", DecodeError::Encrypted),
        ("e30.e30.!", DecodeError::Signature),
        ("e31.e30.e30", DecodeError::Part("header")),
        ("e30.W10.e30", DecodeError::Part("payload")),
    ] {
        assert_eq!(decode(text).unwrap_err(), wanted, "{text}");
    }
    assert_eq!(
        decode("eyJhbGciOiJub25lIn0.e30.")
            .unwrap()
            .check(&"".into()),
        Check::Algorithm
    );
}

#[test]
fn tokens_are_not_shown_by_accident() {
    let life = Life::starting(now(), DEFAULT_LIFE);
    let token = new(WORKER()).sign(life, &AUTH_TOKEN.into());
    assert_eq!(format!("{token:?}"), "Token(…)");
    let decoded = decode(token.expose()).unwrap();
    let signature = token.expose().rsplit('.').next().unwrap();
    assert!(!format!("{decoded:?}").contains(signature));
}
