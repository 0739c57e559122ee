//! `trctl emulator start` as a process of its own.
#![cfg(all(feature = "server", unix))]

mod common;

use std::net::TcpListener;

use common::Sealed;
use common::started::Started;
use secrecy::SecretString;
use trctl::model::Workspace;
use trctl::twilio::{Client, ClientConfig, Form};

fn client(started: &Started, token: &str) -> Sealed {
    Sealed::new()
        .env("TRCTL_BASE_URL", &started.url)
        .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
        .env("TWILIO_AUTH_TOKEN", token)
}

fn create_workspace(started: &Started) {
    let account = "AC00000000000000000000000000000001";
    let mut config = ClientConfig::new(
        account.parse().unwrap(),
        account.to_owned(),
        SecretString::from("emulator-token"),
    );
    config.base_url = Some(started.url.parse().unwrap());
    let client = Client::new(config).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let form = Form::new().with("FriendlyName", "writers");
    runtime
        .block_on(client.create::<Workspace>((), form))
        .unwrap();
}

#[test]
fn it_says_how_to_reach_it_and_ends_gracefully() {
    let sealed = Sealed::new();
    let started = Started::new(&sealed, &["--clock", "manual=2026-11-21T08:00:00Z"], "");
    let (url, said) = (started.url.clone(), started.said.clone());
    insta::assert_snapshot!(said.replace(&url, "URL"), @"
    URL         URL
    ACCOUNT     AC00000000000000000000000000000001
    AUTH TOKEN  emulator-token
    CLOCK       manual
    ");
    let ran = client(&started, "emulator-token").trctl("workspace list -o json");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{ran}");
    let (code, stderr) = started.end();
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(stderr.replace(&url, "URL"), @"
    For all of a shell:
      export TRCTL_BASE_URL=URL
      export TWILIO_ACCOUNT_SID=AC00000000000000000000000000000001
      export TWILIO_AUTH_TOKEN=emulator-token

    Ctrl-C ends it.
    stopping; once more ends it at once
    ");
}

#[test]
fn a_given_token_is_never_printed() {
    let sealed = Sealed::new();
    let started = Started::new(&sealed, &["--auth-token-stdin"], "hunter2\n");
    assert!(!started.said.contains("hunter2"), "{}", started.said);
    assert_eq!(client(&started, "hunter2").trctl("workspace list").code, 0);
    assert_eq!(
        client(&started, "emulator-token")
            .trctl("workspace list")
            .code,
        3
    );
    let (code, stderr) = started.end();
    assert_eq!(code, Some(0));
    assert!(!stderr.contains("hunter2"), "{stderr}");
}

#[test]
fn the_state_is_kept_in_the_data_file() {
    let sealed = Sealed::new();
    let first = Started::new(&sealed, &["--data", "state.json"], "");
    create_workspace(&first);
    assert_eq!(first.end().0, Some(0));
    let second = Started::new(&sealed, &["--data", "state.json"], "");
    let ran = client(&second, "emulator-token").trctl("workspace list --columns name --no-headers");
    assert_eq!(ran.stdout, "writers\n", "{ran}");
    assert_eq!(second.end().0, Some(0));
}

#[test]
fn a_port_in_use_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = Sealed::new().trctl(&format!("emulator start --port {port}"));
    insta::assert_snapshot!(ran.to_string().replace(&port, "PORT"), @"
    exit code 1
    --- stderr
    error: cannot listen on 127.0.0.1:PORT: Address already in use (os error 98)
    hint: another emulator may be running; `--port 0` takes a free port
    ");
}

#[test]
fn other_machines_are_let_in_only_on_purpose() {
    insta::assert_snapshot!(Sealed::new().trctl("emulator start --bind 0.0.0.0"), @"
    exit code 2
    --- stderr
    error: other machines could reach the emulator on 0.0.0.0
    hint: say `--allow-remote` if they may; anyone who reaches it can reset it
    ");
    // An address that no machine has: what is said comes before anything listens.
    let said = Sealed::new()
        .trctl("emulator start --bind 192.0.2.1 --port 0 --connect-proxy 0 --allow-remote");
    assert_eq!(said.code, 1, "{said}");
    for sentence in [
        "warning: everybody who reaches 192.0.2.1 can read and reset the emulator\n",
        "other machines have to take its proxy\n",
        "cannot listen on 192.0.2.1:0: ",
    ] {
        assert!(said.stderr.contains(sentence), "{said}");
    }
    insta::assert_snapshot!(Sealed::new().trctl("emulator start --clock sundial"), @"
    exit code 2
    --- stderr
    error: invalid value 'sundial' for '--clock <CLOCK>': it must be `real`, `manual` or `manual=2026-11-21T08:00:00Z`

    For more information, try '--help'.
    ");
}

#[test]
fn a_seed_file_is_there_from_the_start() {
    let sealed = Sealed::new();
    sealed.write(
        "work/writers.yaml",
        r#"
workspaces:
  - friendly_name: writers
    task_queues:
      - { friendly_name: Support, target_workers: 'skills HAS "support"' }
    workflows:
      - friendly_name: Support
        configuration: { task_routing: { filters: [], default_filter: { queue: Support } } }
    workers:
      - friendly_name: dave
        activity: Available
        attributes: { skills: [support] }
    tasks:
      - { workflow: Support, attributes: { from: "+15550100" } }
      - { workflow: Support, attributes: { from: "+15550101" } }
"#,
    );
    let started = Started::new(&sealed, &["--seed-file", "writers.yaml"], "");
    let client = client(&started, "emulator-token").env("TRCTL_WORKSPACE", "writers");
    insta::assert_snapshot!(client.trctl("tasks list --columns status,from,worker"), @"
    exit code 0
    --- stdout
    STATUS    FROM       WORKER
    reserved  +15550100  dave
    pending   +15550101
    ");
    assert_eq!(started.end().0, Some(0));
    let ran = sealed.trctl("emulator start --port 0 --seed-file nobody.yaml");
    insta::assert_snapshot!(ran, @"
    exit code 1
    --- stderr
    error: cannot start the emulator
    caused by: cannot read the seed file `nobody.yaml`
    caused by: No such file or directory (os error 2)
    ");
}

#[test]
fn trouble_comes_from_a_file_or_by_the_name_of_a_scenario() {
    let sealed = Sealed::new();
    sealed.write(
        "work/amnesia",
        "requests: [{ status: 503, retry_after: 90 }]",
    );
    let started = Started::new(&sealed, &["--fault", "./amnesia"], "");
    let ran = client(&started, "emulator-token").trctl("workspace list");
    assert_eq!(ran.code, 5, "{ran}");
    assert!(ran.stderr.contains("20503"), "{ran}");
    assert_eq!(started.end().0, Some(0));
    let started = Started::new(&sealed, &["--fault", "amnesia"], "");
    let ran = client(&started, "emulator-token").trctl("workspace list -o json");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{ran}");
    assert_eq!(started.end().0, Some(0));

    sealed.write("work/wrong.yaml", "requests:\n  - { every: 2 }\n");
    insta::assert_snapshot!(sealed.trctl("emulator start --port 0 --fault wrong.yaml"), @"
    exit code 1
    --- stderr
    error: cannot make trouble
    caused by: cannot follow the fault plan `wrong.yaml`
    caused by: the rule requests[0] does nothing: give `latency_ms`, `status`, `reset`, `truncated_body` or `slow_body_ms`
    ");
    sealed.write("work/odd.yaml", "requests:\n  - { sttus: 429 }\n");
    let ran = sealed.trctl("emulator start --port 0 --fault odd.yaml");
    assert_eq!(ran.code, 1, "{ran}");
    for part in ["`odd.yaml`", "line 2 column 7: unknown field `sttus`"] {
        assert!(ran.stderr.contains(part), "{ran}");
    }
    insta::assert_snapshot!(sealed.trctl("emulator start --port 0 --fault amnesty"), @"
    exit code 2
    --- stderr
    error: there is neither a scenario nor a readable file `amnesty`
    hint: the scenarios are `rate-limited`, `flaky-network`, `event-storm`, `amnesia`
    ");
}

#[test]
fn every_answer_is_as_late_as_told() {
    let latency = std::time::Duration::from_millis(300);
    let sealed = Sealed::new();
    let started = Started::new(&sealed, &["--latency", "300ms"], "");
    let client = client(&started, "emulator-token");
    let begun = std::time::Instant::now();
    let ran = client.trctl("workspace list -o json");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{ran}");
    assert!(begun.elapsed() >= latency, "{:?}", begun.elapsed());
    assert_eq!(started.end().0, Some(0));
}
