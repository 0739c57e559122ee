//! The committed completion scripts are those of the whole command tree; the live ones complete
//! names, quietly.
#![cfg(feature = "server")]

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::lab::Lab;
use common::{Ran, Sealed};

#[test]
fn the_committed_completions_are_fresh() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    let bless = std::env::var_os("TRCTL_BLESS").is_some();
    let mut stale = Vec::new();
    for (name, script) in trctl::commands::completion_files() {
        let path = directory.join(name);
        if bless {
            std::fs::create_dir_all(&directory).unwrap();
            std::fs::write(&path, &script).unwrap();
        }
        if std::fs::read_to_string(&path).ok().as_deref() != Some(&script) {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "completions/ is stale: {}\nwrite it anew with `TRCTL_BLESS=1 cargo test --test completions`",
        stale.join(", ")
    );
}

/// What trctl answers a shell that asks for the last of these words.
fn asked(home: &Sealed, shell: &str, words: &[&str]) -> Ran {
    let mut arguments = vec!["--", "trctl"];
    arguments.extend(words);
    let output = home
        .command(&arguments)
        .env("_TRCTL_COMPLETE", shell)
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .env("_CLAP_IFS", "\n")
        .output()
        .unwrap();
    Ran {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The same as one line, without the flags that could come as well.
fn completed(home: &Sealed, words: &[&str]) -> String {
    let ran = asked(home, "bash", words);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{words:?}: {ran}");
    let candidates = ran.stdout.lines().filter(|line| !line.starts_with('-'));
    candidates.collect::<Vec<_>>().join(" ")
}

#[test]
fn names_are_completed_wherever_one_can_stand() {
    let lab = Lab::writers();
    lab.queue("Back office", "1==1");
    for (words, found) in [
        (&["queues", "get", "S"][..], "Support Sales"),
        (&["queue", "delete", "Support", "Sa"], "Sales"),
        (&["queues", "workers", "Sup"], "Support"),
        (&["queues", "get", "B"], r"Back\ office"),
        (&["queues", "get", r"Back\ o"], r"Back\ office"),
        (&["queues", "list", "--name", "Su"], "Support"),
        (&["tasks", "list", "--queue", "Sa"], "Sales"),
        (&["tasks", "list", "--workflow", "Su"], "Support"),
        (&["tasks", "list", "--channel", "v"], "voice video"),
        (&["workers", "get", ""], "dave edith susan"),
        (&["workers", "update", "d"], "dave"),
        (&["reservations", "list", "--worker", "e"], "edith"),
        (&["stats", "workers", "s"], "susan"),
        (&["workers", "set-activity", "d"], "dave"),
        (&["workers", "set-activity", "dave", "Av"], "Available"),
        (&["workers", "list", "--activity", "U"], "Unavailable"),
        (
            &["workspace", "update", "--default-activity", "U"],
            "Unavailable",
        ),
        (&["channels", "get", "vo"], "voice"),
        (&["workflows", "get", "S"], "Support Sales"),
        (&["workspace", "get", "w"], "writers"),
        (&["queues", "list", "--workspace", "w"], "writers"),
        // What no name is wanted for.
        (&["queues", "create", "--friendly-name", "S"], ""),
        (&["queues", "st"], "stats"),
    ] {
        assert_eq!(completed(&lab.home, words), found, "{words:?}");
    }
    let fish = asked(&lab.home, "fish", &["queues", "get", "Back"]);
    assert_eq!(fish.stdout, "Back office\n", "{fish}");
}

#[test]
fn voice_queues_go_by_the_names_of_their_workflows() {
    let lab = Lab::writers();
    lab.queue("Holidays", "1==1");
    lab.control("voice-queues", r#"{"friendly_name":"hold"}"#);
    let workflow = lab.trctl("workflows get Support -o sid").stdout;
    lab.control(
        "voice-queues",
        &format!(r#"{{"friendly_name":"{}"}}"#, workflow.trim()),
    );
    for (words, found) in [
        (&["voice-queues", "get", ""][..], "Support hold"),
        (&["voice-queues", "members", "h"], "hold"),
        (&["voice-queues", "dequeue", "S"], "Support"),
        (&["voice-queues", "update", "H"], ""),
    ] {
        let completed = completed(&lab.home, words);
        let mut names: Vec<&str> = completed.split(' ').collect();
        names.sort_unstable();
        assert_eq!(names.join(" "), found, "{words:?}");
    }
}

#[test]
fn names_are_asked_for_once_and_kept_for_their_owner() {
    let lab = Lab::writers();
    let requests = || lab.control_get("")["requests"].as_u64().unwrap();
    assert_eq!(completed(&lab.home, &["queues", "get", "Su"]), "Support");
    let before = requests();
    assert_eq!(completed(&lab.home, &["queues", "get", "Sa"]), "Sales");
    // Only this question itself.
    assert_eq!(requests() - before, 1);
    let kept = lab.home.home().join(".cache/trctl/names");
    let files: Vec<_> = std::fs::read_dir(kept).unwrap().collect();
    assert_eq!(files.len(), 1);
    let file = files.into_iter().next().unwrap().unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // Old names are asked for again.
    lab.queue("Surveys", "1==1");
    assert_eq!(completed(&lab.home, &["queues", "get", "Su"]), "Support");
    let old = std::time::SystemTime::now() - Duration::from_secs(61);
    std::fs::File::options()
        .write(true)
        .open(file.path())
        .unwrap()
        .set_modified(old)
        .unwrap();
    assert_eq!(
        completed(&lab.home, &["queues", "get", "Su"]),
        "Support Surveys"
    );
}

#[test]
fn the_line_itself_says_whose_names_are_meant() {
    let lab = Lab::writers();
    let made = lab.trctl("workspace create --friendly-name other --template fifo");
    assert_eq!(made.code, 0, "{made}");
    for (words, found) in [
        (&["queues", "get", "S"][..], "Support Sales"),
        (
            &["--workspace", "other", "queues", "get", "S"],
            r"Sample\ Queue",
        ),
        (
            &["queues", "--workspace=other", "get", "S"],
            r"Sample\ Queue",
        ),
        (
            &["queues", "get", "--base-url", "http://127.0.0.1:9", "S"],
            "",
        ),
    ] {
        assert_eq!(completed(&lab.home, words), found, "{words:?}");
    }
}

#[test]
fn without_an_answer_there_are_no_names_and_no_words() {
    let nobody = Sealed::new();
    assert_eq!(completed(&nobody, &["queues", "get", "S"]), "");
    assert_eq!(completed(&nobody, &["queues", "g"]), "get");
    let broken = Sealed::new();
    broken.write(broken.config(), "this is not TOML");
    assert_eq!(completed(&broken, &["queues", "get", "S"]), "");

    // Somebody who takes the call and says nothing.
    let mute = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", mute.local_addr().unwrap());
    let home = || {
        Sealed::new()
            .env("TRCTL_BASE_URL", &url)
            .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
    };
    let begun = Instant::now();
    let waiting = home().env("TWILIO_AUTH_TOKEN", "secret");
    assert_eq!(completed(&waiting, &["workspace", "get", "w"]), "");
    // A request of any other kind waits for half a minute.
    assert!(begun.elapsed() < Duration::from_secs(15));

    // A command that fetches credentials may have a question of its own.
    let home = home();
    home.write(
        home.config(),
        "profile = \"p\"\n[profiles.p]\naccount_sid = \"AC00000000000000000000000000000001\"\n\
         credential_command = \"touch asked; echo secret\"\n",
    );
    assert_eq!(completed(&home, &["workspace", "get", "w"]), "");
    assert!(!home.work().join("asked").exists());
}

#[test]
fn the_variable_alone_makes_no_completer_of_trctl() {
    let home = Sealed::new().env("_TRCTL_COMPLETE", "bash");
    assert!(home.trctl("--version").stdout.starts_with("trctl "));
    let unknown = asked(&Sealed::new(), "cmd", &["queues", ""]);
    assert_eq!(
        (unknown.code, unknown.stdout.as_str()),
        (0, ""),
        "{unknown}"
    );
}

#[test]
fn a_live_script_asks_trctl() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = Sealed::new().trctl(&format!("completions {shell} --live"));
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran}");
        assert!(ran.stdout.contains("_TRCTL_COMPLETE"), "{ran}");
    }
}

/// Both scripts: the committed one, and the one that asks.
fn shell_understands(shell: &str, file: &str) {
    let live = tempfile::NamedTempFile::new().unwrap();
    let printed = Sealed::new().trctl(&format!("completions {shell} --live"));
    std::fs::write(live.path(), printed.stdout).unwrap();
    let committed = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("completions")
        .join(file);
    shell_reads(shell, &committed);
    shell_reads(shell, live.path());
}

fn shell_reads(shell: &str, path: &Path) {
    let output = std::process::Command::new(shell)
        .arg("-n")
        .arg(path)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
#[ignore = "needs bash"]
fn bash_understands_its_completions() {
    shell_understands("bash", "trctl.bash");
}

#[test]
#[ignore = "needs zsh"]
fn zsh_understands_its_completions() {
    shell_understands("zsh", "_trctl");
}

#[test]
#[ignore = "needs fish"]
fn fish_understands_its_completions() {
    shell_understands("fish", "trctl.fish");
}
