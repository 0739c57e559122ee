//! Outside judges: scenarios on Twilio's official packages, which are run beside an emulator of
//! their own (`trctl emulator run`) and cannot tell that it is none of Twilio's.
//! `tests/judges/install` installs the packages; the scenarios are in `tests/sdk/`.
//!
//! `TRCTL_JUDGE_EMULATOR_ARGS` holds further arguments for `emulator run`, such as
//! `--record FILE`. What a judge says is kept in `judges/NAME.log` of the target directory.
#![cfg(feature = "server")]

mod common;

use std::path::{Path, PathBuf};

use common::Sealed;

/// Fewer would mean that scenarios were lost.
const FEWEST_ASSERTIONS: usize = 120;

/// Where `tests/judges/install` puts the packages.
fn installed(judge: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let directory = target.join("judges").join(judge);
    assert!(
        directory.join("installed").exists(),
        "{judge} is not installed: run tests/judges/install"
    );
    directory
}

/// The directory of a judge's scenarios.
fn scenarios(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sdk")
        .join(language)
}

/// Runs a judge's command beside an emulator whose clock moves only when a scenario says so.
fn ask(judge: &str, home: Sealed, command: &[&str]) {
    let more = std::env::var("TRCTL_JUDGE_EMULATOR_ARGS").unwrap_or_default();
    let mut arguments = vec!["emulator", "run", "--clock", "manual=2026-11-21T08:00:00Z"];
    arguments.extend(more.split_whitespace());
    arguments.push("--");
    arguments.extend(command);
    let path = std::env::var("PATH").unwrap();
    let output = home
        .env("PATH", &path)
        .command(&arguments)
        .output()
        .unwrap();
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    let log = installed(judge).with_extension("log");
    std::fs::write(&log, &said).unwrap();
    assert!(output.status.success(), "{}\n{said}", output.status);
    let assertions: usize = said
        .lines()
        .find_map(|line| line.strip_suffix(" assertions")?.parse().ok())
        .unwrap_or_else(|| panic!("no count of assertions in\n{said}"));
    assert!(assertions >= FEWEST_ASSERTIONS, "{assertions} assertions");
}

#[test]
#[ignore = "needs Node.js"]
fn the_official_node_package_cannot_tell() {
    let packages = installed("sdk-node").join("node_modules");
    let suite = scenarios("node").join("judge.js");
    let home = Sealed::new().env("NODE_PATH", packages.to_str().unwrap());
    ask(
        "sdk-node",
        home,
        &["node", "--test-reporter=spec", suite.to_str().unwrap()],
    );
}

#[test]
#[ignore = "needs Python"]
fn the_official_python_package_cannot_tell() {
    let python = installed("sdk-python").join("bin/python");
    let suite = scenarios("python");
    let home = Sealed::new().env("PYTHONDONTWRITEBYTECODE", "1");
    ask(
        "sdk-python",
        home,
        &[
            python.to_str().unwrap(),
            "-m",
            "pytest",
            "--quiet",
            "-c",
            suite.join("pytest.ini").to_str().unwrap(),
            suite.to_str().unwrap(),
        ],
    );
}
