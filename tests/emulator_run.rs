//! `trctl emulator run` and `trctl emulator env`: commands that find the emulator under Twilio's
//! addresses.
#![cfg(all(feature = "server", unix))]

mod common;

use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Command, Stdio};

use common::{Sealed, TRCTL};

/// A sealed home where trctl and the usual programs are found.
fn home() -> Sealed {
    let directory = std::path::Path::new(TRCTL).parent().unwrap().display();
    let path = std::env::var("PATH").unwrap();
    Sealed::new().env("PATH", &format!("{directory}:{path}"))
}

fn script(home: &Sealed, name: &str, text: &str) {
    home.write(format!("work/{name}"), text);
    let executable = std::fs::Permissions::from_mode(0o700);
    std::fs::set_permissions(home.work().join(name), executable).unwrap();
}

/// `emulator start --connect-proxy 0`, until it is dropped.
struct Started {
    child: Child,
    url: String,
}

impl Started {
    fn new(home: &Sealed) -> Self {
        let mut child = home
            .command(&[
                "emulator",
                "start",
                "--port",
                "0",
                "--connect-proxy",
                "0",
                "-o",
                "json",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        let said: serde_json::Value = serde_json::from_str(&said).unwrap();
        Self {
            child,
            url: said["url"].as_str().unwrap().to_owned(),
        }
    }

    fn port(&self) -> &str {
        self.url.rsplit_once(':').unwrap().1
    }

    fn signal(&mut self, signal: &str) {
        kill(&self.child, signal);
        self.child.wait().unwrap();
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn kill(child: &Child, signal: &str) {
    let pid = child.id().to_string();
    let sent = Command::new("kill").args([signal, &pid]).status().unwrap();
    assert!(sent.success());
}

#[test]
fn it_ends_as_its_command_ends() {
    let home = home();
    for (line, code) in [
        ("true", 0),
        ("sh -c 'exit 42'", 42),
        ("sh -c 'kill -TERM $$'", 143),
        ("sh -c 'kill -KILL $$'", 137),
    ] {
        let ran = home.trctl(&format!("emulator run -- {line}"));
        assert_eq!(
            (ran.code, ran.stdout.as_str(), ran.stderr.as_str()),
            (code, "", ""),
            "{line}"
        );
    }
}

#[test]
fn a_command_that_cannot_be_run_is_told_as_a_shell_would() {
    let home = home();
    home.write("work/notes.txt", "no program");
    insta::assert_snapshot!(home.trctl("emulator run -- nonesuch"), @"
    exit code 127
    --- stderr
    error: cannot run `nonesuch`: No such file or directory (os error 2)
    ");
    insta::assert_snapshot!(home.trctl("emulator run -- ./notes.txt"), @"
    exit code 126
    --- stderr
    error: cannot run `./notes.txt`: Permission denied (os error 13)
    ");
    assert_eq!(home.trctl("emulator run").code, 2);
}

#[test]
fn the_command_finds_the_emulator_under_twilio_s_addresses() {
    let home = home()
        .env("TRCTL_PROFILE", "nobody")
        .env("TWILIO_API_KEY", "SKother");
    home.write(
        "work/writers.yaml",
        "workspaces: [{ friendly_name: writers }]\n",
    );
    // Without the base URL it is an outside client like any other.
    script(
        &home,
        "check.sh",
        "#!/bin/sh\nunset TRCTL_BASE_URL\ntrctl workspace list --jq '.[] | .friendly_name, .url[:29]'\n\
         trctl --base-url https://example.org workspace list\n",
    );
    insta::assert_snapshot!(home.trctl("emulator run --seed-file writers.yaml -- ./check.sh"), @"
    exit code 5
    --- stdout
    writers
    https://taskrouter.twilio.com
    --- stderr
    error: cannot list the workspaces
    caused by: cannot connect to example.org:443: tunnel error: unsuccessful
    hint: check the network, the proxy variables (`HTTPS_PROXY`, `NO_PROXY`) and `--base-url`
    ");
}

#[test]
fn its_base_url_reaches_it_too_and_a_script_needs_no_first_line() {
    let home = home().env("TRCTL_EMULATOR_AUTH_TOKEN", "hunter2");
    script(
        &home,
        "check.sh",
        "trctl workspace list -o json && echo $1 $TWILIO_AUTH_TOKEN\n",
    );
    let ran = home.trctl("emulator run ./check.sh --verbose");
    assert_eq!(
        (ran.code, ran.stdout.as_str(), ran.stderr.as_str()),
        (0, "[]\n--verbose hunter2\n", "")
    );
}

#[test]
fn a_state_that_cannot_be_kept_is_told_before_the_command_runs() {
    let home = home();
    let ran = home.trctl("emulator run --data nowhere/state.json -- echo ran");
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{ran}");
    assert!(
        ran.stderr
            .contains("cannot write the data file `nowhere/state.json`"),
        "{ran}"
    );
}

#[test]
fn signals_are_handed_on() {
    let home = home();
    let mut child = home
        .command(&[
            "emulator",
            "run",
            "--",
            "sh",
            "-c",
            "trap 'echo asked to end; exit 7' TERM; echo ready; while :; do read line; done",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    stdout.read_line(&mut said).unwrap();
    assert_eq!(said, "ready\n");
    kill(&child, "-TERM");
    // Some shells finish reading a line first.
    drop(child.stdin.take());
    said.clear();
    stdout.read_to_string(&mut said).unwrap();
    assert_eq!(said, "asked to end\n");
    assert_eq!(child.wait().unwrap().code(), Some(7));
}

#[test]
fn bash_takes_the_variables_over() {
    let home = home();
    let _started = Started::new(&home);
    evaluates(&home, "bash", r#"eval "$(trctl emulator env)"; "#);
}

#[test]
#[ignore = "needs fish"]
fn fish_takes_the_variables_over() {
    let home = home().env("SHELL", "/usr/bin/fish");
    let _started = Started::new(&home);
    evaluates(&home, "fish", "trctl emulator env | source; ");
    evaluates(&home, "fish", "eval (trctl emulator env); ");
}

fn evaluates(home: &Sealed, shell: &str, first: &str) {
    let mut command = home.command(&[]);
    let environment: Vec<_> = command
        .get_envs()
        .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())))
        .collect();
    let line = format!("{first}trctl workspace list -o json; env");
    command = Command::new(shell);
    let output = command
        .args(["-c", &line])
        .env_clear()
        .envs(environment)
        .env("TWILIO_API_KEY", "SKother")
        .current_dir(home.work())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("[]\n"), "{shell}: {said}");
    assert!(
        said.contains("TWILIO_AUTH_TOKEN=emulator-token\n"),
        "{said}"
    );
    assert!(!said.contains("TWILIO_API_KEY="), "{said}");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{shell}");
}

#[test]
fn every_shell_is_told_in_its_language() {
    let home = home();
    let started = Started::new(&home);
    let proxy = home.trctl("emulator env --jq .HTTPS_PROXY").stdout;
    let say = |line: &str| {
        let ran = home.trctl(line);
        assert_eq!(ran.code, 0, "{ran}");
        ran.stdout
            .replace(proxy.trim(), "PROXY")
            .replace(&started.url, "URL")
    };
    insta::assert_snapshot!(say("emulator env --shell bash"), @"
    export TWILIO_ACCOUNT_SID='AC00000000000000000000000000000001';
    export TWILIO_AUTH_TOKEN='emulator-token';
    export TRCTL_BASE_URL='URL';
    export HTTP_PROXY='PROXY';
    export HTTPS_PROXY='PROXY';
    export NO_PROXY='localhost,127.0.0.1,::1';
    export http_proxy='PROXY';
    export https_proxy='PROXY';
    export no_proxy='localhost,127.0.0.1,::1';
    export NODE_EXTRA_CA_CERTS='~/.local/state/trctl/emulator/ca.pem';
    export REQUESTS_CA_BUNDLE='~/.local/state/trctl/emulator/ca.pem';
    export SSL_CERT_FILE='~/.local/state/trctl/emulator/ca.pem';
    export CURL_CA_BUNDLE='~/.local/state/trctl/emulator/ca.pem';
    unset TRCTL_ACCOUNT_SID;
    unset TRCTL_API_KEY;
    unset TRCTL_API_SECRET;
    unset TRCTL_AUTH_TOKEN;
    unset TRCTL_PROFILE;
    unset TR_ACCOUNT_SID;
    unset TR_AUTH_TOKEN;
    unset TWILIO_API_KEY;
    unset TWILIO_API_KEY_SECRET;
    unset TWILIO_API_KEY_SID;
    unset TWILIO_API_SECRET;
    unset SSL_CERT_DIR;
    unset ALL_PROXY;
    unset all_proxy;
    ");
    insta::assert_snapshot!(say("emulator env --shell powershell"), @"
    $env:TWILIO_ACCOUNT_SID = 'AC00000000000000000000000000000001';
    $env:TWILIO_AUTH_TOKEN = 'emulator-token';
    $env:TRCTL_BASE_URL = 'URL';
    $env:HTTP_PROXY = 'PROXY';
    $env:HTTPS_PROXY = 'PROXY';
    $env:NO_PROXY = 'localhost,127.0.0.1,::1';
    $env:http_proxy = 'PROXY';
    $env:https_proxy = 'PROXY';
    $env:no_proxy = 'localhost,127.0.0.1,::1';
    $env:NODE_EXTRA_CA_CERTS = '~/.local/state/trctl/emulator/ca.pem';
    $env:REQUESTS_CA_BUNDLE = '~/.local/state/trctl/emulator/ca.pem';
    $env:SSL_CERT_FILE = '~/.local/state/trctl/emulator/ca.pem';
    $env:CURL_CA_BUNDLE = '~/.local/state/trctl/emulator/ca.pem';
    Remove-Item Env:TRCTL_ACCOUNT_SID -ErrorAction SilentlyContinue;
    Remove-Item Env:TRCTL_API_KEY -ErrorAction SilentlyContinue;
    Remove-Item Env:TRCTL_API_SECRET -ErrorAction SilentlyContinue;
    Remove-Item Env:TRCTL_AUTH_TOKEN -ErrorAction SilentlyContinue;
    Remove-Item Env:TRCTL_PROFILE -ErrorAction SilentlyContinue;
    Remove-Item Env:TR_ACCOUNT_SID -ErrorAction SilentlyContinue;
    Remove-Item Env:TR_AUTH_TOKEN -ErrorAction SilentlyContinue;
    Remove-Item Env:TWILIO_API_KEY -ErrorAction SilentlyContinue;
    Remove-Item Env:TWILIO_API_KEY_SECRET -ErrorAction SilentlyContinue;
    Remove-Item Env:TWILIO_API_KEY_SID -ErrorAction SilentlyContinue;
    Remove-Item Env:TWILIO_API_SECRET -ErrorAction SilentlyContinue;
    Remove-Item Env:SSL_CERT_DIR -ErrorAction SilentlyContinue;
    Remove-Item Env:ALL_PROXY -ErrorAction SilentlyContinue;
    Remove-Item Env:all_proxy -ErrorAction SilentlyContinue;
    ");
    let said = say("emulator env --shell fish");
    assert!(said.starts_with("set -gx TWILIO_ACCOUNT_SID 'AC"), "{said}");
    let said = say("emulator env -o csv --no-headers");
    assert!(said.starts_with("TWILIO_ACCOUNT_SID,AC"), "{said}");
}

#[test]
fn a_given_token_is_told_to_its_owner_alone() {
    let home = home().env("TRCTL_EMULATOR_AUTH_TOKEN", "it's a secret");
    let _started = Started::new(&home);
    let said = home.trctl("emulator env --shell bash").stdout;
    assert!(
        said.contains(r"TWILIO_AUTH_TOKEN='it'\''s a secret';"),
        "{said}"
    );
    let directory = home.home().join(".local/state/trctl/emulator/running");
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&directory), 0o700);
    let files: Vec<_> = std::fs::read_dir(&directory).unwrap().collect();
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(mode(&file.unwrap().path()), 0o600);
    }
}

#[test]
fn the_emulator_that_is_meant_is_found() {
    let home = home();
    insta::assert_snapshot!(home.trctl("emulator env"), @"
    exit code 4
    --- stderr
    error: no emulator with a proxy is running
    hint: start one in another terminal with `trctl emulator start --connect-proxy 0`, or run a single command with `trctl emulator run -- COMMAND`
    ");
    let (mut one, mut other) = (Started::new(&home), Started::new(&home));
    let url = |line: &str| home.trctl(line).stdout.trim().to_owned();
    for started in [&one, &other] {
        let port = started.port();
        assert_eq!(
            url(&format!("emulator env --port {port} --jq .TRCTL_BASE_URL")),
            started.url
        );
        assert_eq!(
            url(&format!(
                "emulator env --url {} --jq .TRCTL_BASE_URL",
                started.url
            )),
            started.url
        );
    }
    let ran = home.trctl("emulator env");
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{ran}");
    assert!(
        ran.stderr.contains("several emulators are running"),
        "{ran}"
    );
    let ran = home.trctl("emulator env --port 1");
    assert_eq!((ran.code, ran.stdout.as_str()), (4, ""), "{ran}");
    // One says goodbye, the other cannot.
    one.signal("-TERM");
    assert_eq!(url("emulator env --jq .TRCTL_BASE_URL"), other.url);
    other.signal("-KILL");
    assert_eq!(home.trctl("emulator env").code, 4);
    let left = home.home().join(".local/state/trctl/emulator/running");
    assert_eq!(std::fs::read_dir(left).unwrap().count(), 0);
}
