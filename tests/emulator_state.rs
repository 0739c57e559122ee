//! `trctl emulator clock`, `snapshot`, `reset` and `inspect` against running emulators.
#![cfg(all(feature = "server", unix))]

mod common;

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;

use common::lab::Lab;
use common::started::Started;
use common::{Sealed, free_port};

#[test]
fn the_clock_is_shown_and_turned() {
    let lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.task("Support", "{}");
    insta::assert_snapshot!(lab.trctl("emulator clock show"), @"
    exit code 0
    --- stdout
    CLOCK          manual
    NOW            2026-11-21T08:00:00Z
    SPEED
    NEXT DEADLINE  2026-11-21T08:00:10Z
    DUE IN         10s
    ");
    insta::assert_snapshot!(lab.trctl("emulator clock advance next -o json"), @r#"
    exit code 0
    --- stdout
    {"mode":"manual","now":"2026-11-21T08:00:10Z","now_ms":1795248010000,"speed":null,"next_deadline":"2026-11-22T08:00:00Z","next_deadline_ms":1795334400000}
    "#);
    insta::assert_snapshot!(lab.trctl("emulator clock advance 30m --columns now,mode"), @"
    exit code 0
    --- stdout
    NOW    2026-11-21T08:30:10Z
    CLOCK  manual
    ");
    let ran = lab.trctl("emulator clock set 2026-11-21T09:00 --jq .now");
    assert_eq!(ran.stdout, "2026-11-21T09:00:00Z\n", "{ran}");
    let ran = lab.trctl("emulator clock run --speed 3 --jq '[.mode, .speed]'");
    assert_eq!(ran.stdout, "[\"real\",3]\n", "{ran}");
    let ran = lab.trctl("emulator clock stop --jq '[.mode, .speed]'");
    assert_eq!(ran.stdout, "[\"manual\",null]\n", "{ran}");
}

#[test]
fn the_clock_says_what_it_cannot_do() {
    let lab = Lab::new();
    let place = lab.url();
    let told = |line: &str| lab.trctl(line).to_string().replace(&place, "URL");
    insta::assert_snapshot!(told("emulator clock set 2026-11-21T07:00:00Z"), @"
    exit code 5
    --- stderr
    error: cannot turn the clock
    caused by: the emulator at URL refused: time does not go back, and it is 2026-11-21T08:00:00Z already
    ");
    insta::assert_snapshot!(told("emulator clock advance next"), @"
    exit code 5
    --- stderr
    error: cannot turn the clock
    caused by: the emulator at URL refused: nothing is due, so there is no next deadline
    ");
    insta::assert_snapshot!(told("emulator clock advance soon"), @"
    exit code 2
    --- stderr
    error: invalid value 'soon' for '<TIME>': write a span of time like `90s`, `10m`, `2h 30m` or `3d`, or `next`

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(told("emulator clock set 2h"), @"
    exit code 2
    --- stderr
    error: invalid value '2h' for '<TIME>': write a time like `2026-11-21T08:00:00Z` or `2026-11-21T08:00`, or `now`

    For more information, try '--help'.
    ");
}

#[test]
fn where_no_emulator_is_nothing_is_sent() {
    let place = format!("http://127.0.0.1:{}", free_port());
    let ran = Sealed::new()
        .env("TRCTL_BASE_URL", &place)
        .trctl("emulator reset --yes");
    insta::assert_snapshot!(ran.to_string().replace(&place, "URL"), @"
    exit code 5
    --- stderr
    error: no emulator answers at URL: Connection refused (os error 111)
    hint: the base URL comes from environment TRCTL_BASE_URL; `trctl emulator start` starts one
    ");

    // Something else that speaks HTTP sees the question what time it is, and nothing more.
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = format!("http://{}", other.local_addr().unwrap());
    let asked = std::thread::spawn(move || {
        let (mut stream, _) = other.accept().unwrap();
        let mut request = [0; 4096];
        let length = stream.read(&mut request).unwrap();
        stream
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}")
            .unwrap();
        String::from_utf8_lossy(&request[..length]).into_owned()
    });
    let ran = Sealed::new().trctl(&format!("emulator reset --yes --base-url {place}"));
    insta::assert_snapshot!(ran.to_string().replace(&place, "URL"), @"
    exit code 3
    --- stderr
    error: what answers at URL is no emulator
    hint: name where the emulator is with `--base-url`
    ");
    assert!(asked.join().unwrap().starts_with("GET /_emulator/clock "));
}

#[test]
fn a_snapshot_goes_on_in_another_process() {
    let lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.task("Support", r#"{"from":"+15550200"}"#);
    lab.task("Support", r#"{"from":"+15550201"}"#);
    let ran = lab.trctl("emulator snapshot save monday.json");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
    let file = lab.home.work().join("monday.json");
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let saved = std::fs::read_to_string(&file).unwrap();

    let sealed = Sealed::new();
    let started = Started::new(&sealed, &["--seed", "99"], "");
    let elsewhere = Sealed::new()
        .env("TRCTL_BASE_URL", &started.url)
        .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
        .env("TWILIO_AUTH_TOKEN", "emulator-token")
        .env("TRCTL_WORKSPACE", "writers")
        .env("TRCTL_NOW", common::lab::START);
    elsewhere.write("work/monday.json", &saved);
    let ran = elsewhere.trctl("emulator snapshot load monday.json --yes");
    insta::assert_snapshot!(ran.to_string().replace(&started.url, "URL"), @"
    exit code 0
    --- stderr
    Loaded `monday.json` into the emulator at URL (1 workspace, 2 tasks)
    ");
    for line in [
        "tasks create --workflow Sales --attributes '{\"from\":\"+15550202\"}' --channel voice -o json",
        "workers set-activity susan Available -o json",
        "emulator clock advance 10s -o json",
        "tasks list -o json",
        "workers list -o json",
        "emulator snapshot save -",
    ] {
        let (here, there) = (lab.trctl(line), elsewhere.trctl(line));
        assert_eq!(here.code, 0, "{here}");
        let place = started.url.as_str();
        assert!(
            there.stdout.replace(place, &lab.url()) == here.stdout,
            "{line}\n{there}\n{here}"
        );
    }
    assert_eq!(started.end().0, Some(0));
}

#[test]
fn a_snapshot_that_does_not_fit_is_refused_with_what_to_do() {
    let lab = Lab::writers();
    let before = lab.trctl("emulator snapshot save -").stdout;
    lab.home
        .write("work/half.json", &before[..before.len() / 2]);
    lab.home.write(
        "work/foreign.json",
        &before.replacen(
            "AC00000000000000000000000000000001",
            "AC00000000000000000000000000000002",
            1,
        ),
    );
    lab.home.write("work/newer.json", r#"{"format":2}"#);
    let place = lab.url();
    let told = |line: &str| lab.trctl(line).to_string().replace(&place, "URL");
    for name in ["half", "foreign", "newer", "nobody"] {
        let said = told(&format!("emulator snapshot load {name}.json --yes"));
        insta::assert_snapshot!(format!("refused_{name}"), said);
    }
    insta::assert_snapshot!(told("emulator snapshot load half.json"), @"
    exit code 2
    --- stderr
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(told("emulator snapshot load half.json --dry-run"), @"
    exit code 0
    --- stderr
    Would replace everything in the emulator at URL (1 workspace, 0 tasks) with `half.json`
    ");
    assert_eq!(lab.trctl("emulator snapshot save -").stdout, before);
    // What does not fit leaves nothing behind where it was to be saved.
    assert_eq!(lab.trctl("emulator snapshot save nowhere/x.json").code, 1);
}

#[test]
fn reset_asks_first() {
    let lab = Lab::three_calls();
    let place = lab.url();
    let told = |line: &str| lab.trctl(line).to_string().replace(&place, "URL");
    insta::assert_snapshot!(told("emulator reset"), @"
    exit code 2
    --- stderr
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(told("emulator reset --dry-run"), @"
    exit code 0
    --- stderr
    Would remove everything in the emulator at URL (1 workspace, 3 tasks)
    ");
    assert_eq!(lab.control_get("")["workspaces"][0]["tasks"]["pending"], 1);
    let clock = lab.control_get("/clock")["now_ms"].clone();
    insta::assert_snapshot!(told("emulator reset --yes"), @"
    exit code 0
    --- stderr
    Removed everything in the emulator at URL (1 workspace, 3 tasks)
    ");
    assert_eq!(lab.control_get("")["workspaces"], serde_json::json!([]));
    assert_eq!(lab.control_get("/clock")["now_ms"], clock);
}

#[test]
fn inspect_shows_sections_to_people_and_one_document_to_programs() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(lab.trctl("emulator inspect"), @"
    exit code 0
    --- stdout
    VERSION            0.1.0
    ACCOUNT            AC00000000000000000000000000000001
    CLOCK              manual
    NOW                2026-11-21T08:11:00Z
    NEXT DEADLINE      2026-11-22T08:00:00Z
    WAITING            1
    OPEN RESERVATIONS  2
    EVENTS TO DELIVER  0

    Tasks of writers by queue
    QUEUE    WAITING  LONGEST WAIT  TOP PRIORITY  RESERVED  ASSIGNED  WRAPPING
    Support        1            0s             0         0         0         1
    Sales          0                                     0         1         0

    Workers of writers by activity
    ACTIVITY     AVAILABLE  WORKERS
    Offline      false            2
    Available    true             1
    Unavailable  false            0

    Open reservations of writers
    STATUS    WORKER  QUEUE    LEFT  TASK
    wrapping  dave    Support        WTaa7a623aa3c246bdaf6d6b60e97eb148
    accepted  susan   Sales          WTbcf9fa396e089908654241c7deea3e1e
    ");
    let ran = lab.trctl("emulator inspect --jq '[.workspaces[0].queues[] | .waiting]'");
    assert_eq!(ran.stdout, "[1,0]\n", "{ran}");
    let ran = lab.trctl("emulator inspect -o csv --columns clock,waiting,reservations");
    assert_eq!(
        ran.stdout, "clock,waiting,reservations\nmanual,1,2\n",
        "{ran}"
    );
}

#[test]
fn a_call_is_shown_step_by_step() {
    let lab = Lab::new();
    let refused = lab.trctl("emulator call --to +15550100");
    assert_eq!(refused.code, 5, "{refused}");
    assert!(refused.stderr.contains("no number +15550100"), "{refused}");
    let number = r#"{"phone_number": "+15550100", "voice_url": "http://127.0.0.1:9/voice"}"#;
    lab.control("numbers", number);
    // Nobody answers there, but this caller has no patience at all.
    let ran = lab.trctl("emulator call --to +15550100 --patience 0s --wait -o csv --columns step");
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (0, "step\nringing\ngives-up\nended\n"),
        "{ran}"
    );
    let ran = lab.trctl("emulator call --to +15550100 --count 3 -o csv --columns from,to");
    let caller = "+15551230001,+15550100\n";
    assert_eq!(
        ran.stdout,
        format!("from,to\n{}", caller.repeat(3)),
        "{ran}"
    );
}

#[test]
fn agents_are_simulated_as_a_file_says() {
    let mut lab = Lab::writers();
    let example = lab.trctl("emulator agents --example");
    assert_eq!(example.code, 0, "{example}");
    lab.home.write("work/example.yaml", &example.stdout);
    insta::assert_snapshot!(lab.trctl("emulator agents --from example.yaml --check"), @"
    exit code 0
    --- stderr
    nothing is wrong with the file by itself; its names were not looked up
    ");
    // It has a number, and there is none.
    let refused = lab.trctl("emulator agents --from example.yaml");
    assert_eq!(refused.code, 5, "{refused}");
    assert!(
        refused
            .stderr
            .contains("refused: 28:9: the account has no number +15550100"),
        "{refused}"
    );
    lab.home
        .write("work/wrong.yaml", "agents:\n  - worker: [dave]\n");
    let wrong = lab.trctl("emulator agents --from wrong.yaml --check");
    assert_eq!(wrong.code, 7, "{wrong}");
    assert!(
        wrong
            .stderr
            .starts_with("error: wrong.yaml:2:5: unknown key `worker` (did you mean `workers`?)"),
        "{wrong}"
    );
    let behaviours = "agents: [{ workers: [dave], answer_after: 2s, handle: 30s, wrap: 10s }]\n";
    lab.home.write("work/behaviours.yaml", behaviours);
    let ran = lab.trctl("emulator agents --from behaviours.yaml --dry-run");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
    insta::assert_snapshot!(lab.trctl("emulator agents"), @"
    exit code 0
    --- stderr
    nobody is simulated
    ");
    let ran =
        lab.trctl("emulator agents --from behaviours.yaml -o csv --columns worker_name,activity");
    assert_eq!(
        ran.stdout, "worker_name,activity\ndave,Available\n",
        "{ran}"
    );
    lab.task("Support", "{}");
    lab.pass(100);
    insta::assert_snapshot!(lab.trctl("emulator agents"), @"
    exit code 0
    --- stdout
    WORKER  ACTIVITY   OFFERED  ACCEPTED  REJECTED  MISSED  TALK S  WRAP S  OCCUPANCY
    dave    Available        1         1         0       0      30      10        0.4
    ");
    let ran = lab.trctl("emulator agents --arrivals -o json");
    assert_eq!(ran.stdout, "[]\n", "{ran}");
    let ran = lab.trctl("emulator agents --stop -o csv --columns accepted");
    assert_eq!(
        (ran.stdout.as_str(), ran.stderr.as_str()),
        (
            "accepted\n1\n",
            "1 agent simulated no longer; this is how it went\n"
        ),
        "{ran}"
    );
    let ran = lab.trctl("emulator agents -o csv --columns accepted");
    assert_eq!(ran.stdout, "accepted\n", "{ran}");
}
