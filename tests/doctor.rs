//! `trctl api` and `trctl doctor`.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;
use serde_json::{Value as Json, json};
use trctl::model::{Workflow, Workspace};
use trctl::twilio::{Change, Form};
use wiremock::matchers::{method, path, path_regex};
use wiremock::{Mock, MockServer, ResponseTemplate};

#[test]
fn any_request_can_be_sent_and_its_answer_is_printed_as_it_came() {
    let lab = Lab::writers();
    let ran = lab.trctl("api GET /v1/Workspaces/{workspace}/Workers?PageSize=2 --paginate");
    assert_eq!(ran.code, 0, "{ran}");
    let pages: Vec<Json> = serde_json::Deserializer::from_str(&ran.stdout)
        .into_iter()
        .map(Result::unwrap)
        .collect();
    let sizes: Vec<usize> = pages
        .iter()
        .map(|page| page["workers"].as_array().unwrap().len())
        .collect();
    assert_eq!(sizes, [2, 1]);

    let made = lab.trctl("api post /v1/Workspaces/{workspace}/Activities -f FriendlyName=Lunch -f Available=false --include");
    assert_eq!(made.code, 0, "{made}");
    let (head, body) = made.stdout.split_once("\n\n").unwrap();
    assert!(head.starts_with("HTTP 201\n"), "{head}");
    assert!(head.contains("\ncontent-type: application/json"), "{head}");
    let body: Json = serde_json::from_str(body).unwrap();
    assert_eq!(body["friendly_name"], "Lunch");

    let names = lab.trctl("api GET /v1/Workspaces --jq .workspaces[].friendly_name --include");
    assert_eq!(
        (names.code, names.stdout.as_str()),
        (0, "writers\n"),
        "{names}"
    );
    let account = lab.trctl("api GET /2010-04-01/Accounts/{account}.json");
    let account: Json = serde_json::from_str(&account.stdout).unwrap();
    assert_eq!(account["status"], "active");
    let full = lab.trctl(&format!(
        "api GET {}/v1/Workspaces -f FriendlyName=writers",
        lab.url()
    ));
    assert_eq!(full.code, 0, "{full}");

    let gone =
        lab.trctl("api DELETE /v1/Workspaces/{workspace}/Tasks/WT00000000000000000000000000000001");
    assert_eq!(gone.code, 4, "{gone}");
    let body: Json = serde_json::from_str(&gone.stdout).unwrap();
    assert_eq!(body["code"], 20404);
    assert_eq!(
        lab.trctl("api POST /v1/Workspaces/{workspace}/Tasks -f Priority=high")
            .code,
        5
    );
    lab.home.write("work/body.json", r#"{"FriendlyName": "x"}"#);
    let body = lab.trctl("api POST /v1/Workspaces --input body.json --dry-run");
    assert!(
        body.stderr.ends_with("\n  {\"FriendlyName\": \"x\"}\n"),
        "{body}"
    );
    insta::assert_snapshot!(lab.trctl("api POST /v1/Workspaces -f FriendlyName=x --dry-run").stderr.replace(&lab.url(), "[URL]"), @"
    dry run: would send a request to [URL]/v1/Workspaces
      FriendlyName=x
    ");
}

#[test]
fn credentials_are_sent_to_nobody_else() {
    let lab = Lab::new();
    for url in [
        "https://evil.example/v1/Workspaces",
        "https://api.twilio.com/2010-04-01/Accounts.json",
        "v1/Workspaces",
    ] {
        let ran = lab.trctl(&format!("api GET {url}"));
        assert_eq!(ran.code, 2, "{ran}");
    }
    insta::assert_snapshot!(lab.trctl("api GET https://evil.example/v1/Workspaces").steady(), @"
    exit code 2
    --- stderr
    error: `https://evil.example/v1/Workspaces` is none of Twilio's URLs
    hint: the credentials would be seen there; give a path, such as `/v1/Workspaces`, or a URL below https://…twilio.com or below `--base-url`
    ");
}

/// A server that callbacks reach: any HEAD to `/known` is refused as something that takes posts.
async fn receiver() -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("HEAD"))
        .and(path("/known"))
        .respond_with(ResponseTemplate::new(405))
        .mount(&server)
        .await;
    server
}

fn findings(ran: &common::Ran) -> Vec<Json> {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}\n{ran}"))
}

/// The verdicts and findings of one check.
fn of<'a>(findings: &'a [Json], check: &str) -> Vec<(&'a str, &'a str)> {
    let found = findings.iter().filter(|finding| finding["check"] == check);
    found
        .map(|finding| {
            (
                finding["verdict"].as_str().unwrap(),
                finding["found"].as_str().unwrap(),
            )
        })
        .collect()
}

#[test]
fn a_healthy_workspace_has_nothing_that_fails() {
    let lab = Lab::writers();
    let server = lab.wait(receiver());
    let known = format!("{}/known", server.uri());
    let update = Change::new(Form::new().with("EventCallbackUrl", &known));
    lab.wait(lab.client.update::<Workspace>((), lab.workspace, update))
        .unwrap();
    let ran = lab.trctl("doctor --json");
    assert_eq!(ran.code, 0, "{ran}");
    let all = findings(&ran);
    for check in [
        "credentials",
        "account",
        "clock",
        "workspace",
        "event callback",
        "events",
    ] {
        assert_eq!(of(&all, check)[0].0, "ok", "{check}: {ran}");
    }
    // It was looked at, and nothing was posted.
    let asked = lab.wait(server.received_requests()).unwrap();
    let heads = asked.iter().filter(|asked| asked.method.as_str() == "HEAD");
    assert_eq!(heads.count(), 1);
    assert!(!ran.stdout.contains(trctl::emulator::DEFAULT_TOKEN));
    let table = lab.trctl("doctor --no-probe --columns check,verdict,found");
    assert_eq!(table.code, 0, "{table}");
}

#[test]
fn what_is_wrong_is_said_with_what_to_do() {
    let lab = Lab::writers();
    let server = lab.wait(receiver());
    let available = lab.trctl("activities list --available -o sid").stdout;
    let update = Form::new()
        .with("EventCallbackUrl", format!("{}/unknown", server.uri()))
        .with("EventsFilter", "task.created,reservation.accepted")
        .with("TimeoutActivitySid", available.trim());
    lab.wait(
        lab.client
            .update::<Workspace>((), lab.workspace, Change::new(update)),
    )
    .unwrap();
    let workflow = lab
        .wait(lab.client.resolve::<Workflow>(lab.workspace, "Sales"))
        .unwrap();
    let update = Form::new()
        .with("AssignmentCallbackUrl", format!("{}/known", server.uri()))
        .with(
            "FallbackAssignmentCallbackUrl",
            "http://127.0.0.1:1/assignment",
        );
    lab.wait(
        lab.client
            .update::<Workflow>(lab.workspace, workflow, Change::new(update)),
    )
    .unwrap();
    let ran = lab.trctl("doctor -o json");
    assert_eq!(ran.code, 7, "{ran}");
    let all = findings(&ran);
    assert_eq!(of(&all, "event callback")[0].0, "fail");
    assert_eq!(of(&all, "time-out activity")[0].0, "fail");
    let (verdict, found) = of(&all, "events")[0];
    assert_eq!(verdict, "warn");
    assert!(
        found.contains("task.completed") && !found.contains("task.created"),
        "{found}"
    );
    let mut assignments: Vec<&str> = of(&all, "assignment callback")
        .iter()
        .map(|(verdict, _)| *verdict)
        .collect();
    assignments.sort_unstable();
    assert_eq!(assignments, ["fail", "ok", "ok"], "{ran}");
    for finding in &all {
        let is_bad = finding["verdict"] == "fail" || finding["verdict"] == "warn";
        assert_eq!(finding["advice"].is_string(), is_bad, "{finding}");
    }
    assert!(ran.stderr.contains("3 checks failed"), "{ran}");
}

#[test]
fn wrong_and_missing_credentials_are_told_apart() {
    let mut lab = Lab::new();
    lab.home.set_env("TWILIO_AUTH_TOKEN", "not-the-token");
    let ran = lab.trctl("doctor --json");
    assert_eq!(ran.code, 7, "{ran}");
    let all = findings(&ran);
    let (verdict, found) = of(&all, "credentials")[0];
    assert_eq!(verdict, "fail");
    assert!(
        found.contains("refused (environment TWILIO_AUTH_TOKEN)"),
        "{found}"
    );
    assert!(
        of(&all, "workspace").is_empty(),
        "what cannot be reached is not judged"
    );
    assert!(!ran.to_string().contains("not-the-token"));

    let home = common::Sealed::new();
    let ran = home.trctl("doctor --json");
    assert_eq!(ran.code, 7, "{ran}");
    let all = findings(&ran);
    assert_eq!(of(&all, "credentials")[0].0, "fail", "{ran}");

    // Nobody is there.
    lab.home.set_env("TRCTL_BASE_URL", "http://127.0.0.1:1");
    let ran = lab.trctl("doctor --json");
    assert_eq!(of(&findings(&ran), "connection")[0].0, "fail", "{ran}");
}

#[tokio::test]
async fn the_clock_the_account_and_the_numbers_are_looked_at() {
    let server = MockServer::start().await;
    let answer = |body: Json| ResponseTemplate::new(200).set_body_json(body);
    Mock::given(path("/v1/Workspaces"))
        .respond_with(
            answer(json!({"workspaces": [], "meta": {"key": "workspaces", "next_page_url": null}}))
                .insert_header("date", "Wed, 21 Oct 2015 07:28:00 GMT"),
        )
        .mount(&server)
        .await;
    Mock::given(path_regex("/Accounts/AC[0-9a-f]{32}.json$"))
        .respond_with(answer(json!({
            "sid": "AC00000000000000000000000000000001",
            "owner_account_sid": "AC00000000000000000000000000000001",
            "status": "suspended",
            "type": "Full",
            "date_created": null,
            "date_updated": null,
        })))
        .mount(&server)
        .await;
    let number = |digits: u32, voice_url: &str| {
        json!({
            "sid": format!("PN{digits:032}"),
            "account_sid": "AC00000000000000000000000000000001",
            "phone_number": format!("+15550{digits}"),
            "voice_url": voice_url,
        })
    };
    Mock::given(path_regex("/IncomingPhoneNumbers.json$"))
        .respond_with(answer(json!({
            "incoming_phone_numbers": [
                number(100, ""),
                number(101, "https://demo.twilio.com/welcome/voice/"),
                number(102, "http://127.0.0.1:1/voice?token=secret"),
            ],
            "next_page_uri": null,
        })))
        .mount(&server)
        .await;
    let home = common::Sealed::new()
        .env("TRCTL_BASE_URL", &server.uri())
        .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
        .env("TWILIO_AUTH_TOKEN", "secret");
    let ran = home.trctl("doctor --json");
    assert_eq!(ran.code, 7, "{ran}");
    let all = findings(&ran);
    assert_eq!(of(&all, "clock")[0].0, "fail");
    assert_eq!(of(&all, "account"), [("fail", "suspended")]);
    assert_eq!(
        of(&all, "workspace"),
        [("fail", "the account has no workspace")]
    );
    let verdicts: Vec<&str> = of(&all, "number")
        .iter()
        .map(|(verdict, _)| *verdict)
        .collect();
    assert_eq!(verdicts, ["fail", "warn", "fail"], "{ran}");
    assert!(!ran.to_string().contains("secret"), "{ran}");
}
