//! What every command has in common: help, profiles, settings, formats, errors and exit codes.

mod common;

use std::process::Stdio;

use common::Sealed;

const ONE: &str = "AC11111111111111111111111111111111";

#[test]
fn help_is_short_and_long() {
    let sealed = Sealed::new();
    insta::assert_snapshot!("help_short", sealed.trctl("-h"));
    insta::assert_snapshot!("help_long", sealed.trctl("profile add --help"));
    assert_eq!(sealed.trctl("").code, 2);
}

#[test]
fn version_help_completions_and_manual_read_no_file() {
    let sealed = Sealed::new();
    sealed.write(sealed.config(), "this is not TOML");
    sealed.write("work/.env", "nor is this = = a\n");
    for line in [
        "--version",
        "--help",
        "completions bash",
        "man",
        "man profile add",
    ] {
        let ran = sealed.trctl(line);
        assert_eq!(ran.code, 0, "{line}: {ran}");
        assert_eq!(ran.stderr, "", "{line}");
        assert!(ran.stdout.contains("trctl"), "{line}");
    }
    insta::assert_snapshot!(sealed.trctl("man nothing here"), @"
    exit code 2
    --- stderr
    error: there is no command `trctl nothing here`
    hint: `trctl --help` lists the commands
    ");
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let sealed = Sealed::new();
    assert_eq!(sealed.trctl("man --directory pages").code, 0);
    for page in ["trctl.1", "trctl-profile.1", "trctl-profile-add.1"] {
        assert!(sealed.work().join("pages").join(page).exists(), "{page}");
    }
}

#[test]
fn a_profile_is_added_listed_shown_used_and_removed() {
    let sealed = Sealed::new();
    let add = format!(
        "profile add production --account-sid {ONE} --auth-token-stdin --workspace writers"
    );
    insta::assert_snapshot!(sealed.trctl_with_stdin(&add, "hunter2\n"), @"
    exit code 0
    --- stderr
    Stored profile `production` in `~/.config/trctl/config.toml`; it is the current one
    ");
    insta::assert_snapshot!(sealed.trctl_with_stdin(&add, "hunter2\n"), @"
    exit code 2
    --- stderr
    error: there is already a profile `production`
    hint: `--replace` replaces it
    ");
    insta::assert_snapshot!(sealed.trctl("profiles list"), @"
    exit code 0
    --- stdout
    NAME        IN USE  ACCOUNT                             WORKSPACE  KEPT IN
    production  yes     AC11111111111111111111111111111111  writers    ~/.config/trctl/config.toml
    emulator            AC00000000000000000000000000000001             built-in
    ");
    insta::assert_snapshot!(sealed.trctl("profile show --origin"), @"
    exit code 0
    --- stdout
    SETTING      VALUE                               ORIGIN
    profile      production                          profile production in ~/.config/trctl/config.toml
    account_sid  AC11111111111111111111111111111111  profile production in ~/.config/trctl/config.toml
    auth_token   set                                 profile production in ~/.config/trctl/config.toml
    workspace    writers                             profile production in ~/.config/trctl/config.toml
    output       table                               default
    page_size    1000                                default
    timeout      30s                                 default
    color        auto                                default
    ");
    insta::assert_snapshot!(sealed.trctl("profile use emulator"), @"
    exit code 0
    --- stderr
    Using profile `emulator`
    ");
    insta::assert_snapshot!(sealed.trctl("profile show --columns name,value"), @"
    exit code 0
    --- stdout
    SETTING      VALUE
    profile      emulator
    account_sid  AC00000000000000000000000000000001
    auth_token   set
    base_url     http://127.0.0.1:8765/
    output       table
    page_size    1000
    timeout      30s
    color        auto
    ");
    insta::assert_snapshot!(sealed.trctl("profile remove production"), @"
    exit code 2
    --- stderr
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(sealed.trctl("profile remove production --dry-run"), @"
    exit code 0
    --- stderr
    Would remove profile `production` from `~/.config/trctl/config.toml`
    ");
    insta::assert_snapshot!(sealed.trctl("profile remove production --yes"), @"
    exit code 0
    --- stderr
    Removed profile `production` from `~/.config/trctl/config.toml`
    ");
    insta::assert_snapshot!(sealed.trctl("profile remove emulator --yes"), @"
    exit code 3
    --- stderr
    error: profile `emulator` is built in and cannot be removed
    ");
}

#[test]
fn the_profile_file_is_private_and_no_output_has_the_secret() {
    let sealed = Sealed::new();
    let add = format!("profile add p --account-sid {ONE} --auth-token-stdin");
    sealed.trctl_with_stdin(&add, "hunter2\n");
    let stored = std::fs::read_to_string(sealed.config()).unwrap();
    assert!(stored.contains("auth_token = \"hunter2\""));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(sealed.config()).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o600);
    }
    for line in [
        "profile show --origin",
        "profile show -o json -vvv",
        "profile list -o wide",
        "profile list -o yaml",
    ] {
        let said = sealed.trctl(line).to_string();
        assert!(!said.contains("hunter2"), "{line}: {said}");
    }
}

#[test]
fn a_secret_is_not_asked_for_without_a_terminal() {
    let sealed = Sealed::new();
    let add = format!("profile add p --account-sid {ONE}");
    insta::assert_snapshot!(sealed.trctl(&add), @"
    exit code 2
    --- stderr
    error: the auth token cannot be asked for without a terminal
    hint: `--auth-token-stdin` reads it from stdin; `--credential-command` runs a command
    ");
    assert!(!sealed.config().exists());
}

#[test]
fn wrong_settings_end_with_three_and_a_way_out() {
    let sealed = Sealed::new();
    sealed.write(sealed.config(), "profile = \"p\"\n[profiles.p\n");
    insta::assert_snapshot!(sealed.trctl("profile list"), @"
    exit code 3
    --- stderr
    error: `~/.config/trctl/config.toml` line 2: unclosed table, expected `]`
    hint: correct the file, or point TRCTL_CONFIG at another while you do
    ");
    insta::assert_snapshot!(
        Sealed::new().trctl("profile list --profile nobody"), @"
        exit code 3
        --- stderr
        error: there is no profile `nobody` (there are: emulator)
        hint: `trctl profile list` shows the profiles, `trctl profile add NAME` makes one
        "
    );
    insta::assert_snapshot!(
        Sealed::new().env("TRCTL_OUTPUT", "xml").trctl("profile list"), @"
        exit code 3
        --- stderr
        error: output `xml` (environment TRCTL_OUTPUT) is not valid: it must be one of table, wide, json, ndjson, yaml, csv, tsv, sid, legacy
        "
    );
}

#[test]
fn wrong_usage_ends_with_two() {
    let sealed = Sealed::new();
    for line in [
        "nonsense",
        "profile list --nonsense",
        "profile list -o xml",
        "profile list -o legacy",
        "profile list -o sid",
        "profile list --columns nmae",
        "profile list --sort nmae",
        "profile list --jq .[",
        "profile list -o csv --jq .",
        "profile list --limit 0",
        "completions cmd",
        "profile add p --account-sid WS11111111111111111111111111111111",
    ] {
        let ran = sealed.trctl(line);
        assert_eq!(ran.code, 2, "{line}: {ran}");
        assert!(ran.stderr.starts_with("error: "), "{line}: {ran}");
        assert_eq!(ran.stdout, "", "{line}");
    }
}

#[test]
fn global_flags_work_before_and_behind_the_command() {
    let sealed = Sealed::new();
    for line in [
        "-o csv --columns name profile list",
        "profile -o csv --columns name list",
        "profile list -o csv --columns name",
    ] {
        assert_eq!(sealed.trctl(line).stdout, "name\nemulator\n", "{line}");
    }
    assert_eq!(
        sealed.trctl("profile list --jq .[].name").stdout,
        "emulator\n"
    );
    let configured = Sealed::new().env("TRCTL_OUTPUT", "csv");
    assert_eq!(
        configured.trctl("profile list --jq .[].name").stdout,
        "emulator\n"
    );
}

#[test]
fn a_closed_pipe_is_success() {
    let sealed = Sealed::new();
    for line in [["profile", "list"], ["completions", "bash"]] {
        let mut child = sealed
            .command(&line)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{line:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{line:?}");
    }
}

#[test]
fn colour_is_for_terminals_unless_told_otherwise() {
    let sealed = Sealed::new();
    let has_color = |line| sealed.trctl(line).stdout.contains('\u{1b}');
    assert!(!has_color("profile list"));
    assert!(has_color("profile list --color always"));
    assert!(!has_color("profile list --color never"));
}

#[test]
fn contradictions_are_said_and_a_wide_open_file_too() {
    let sealed = Sealed::new()
        .env("TR_ACCOUNT_SID", ONE)
        .env("TWILIO_ACCOUNT_SID", "AC22222222222222222222222222222222")
        .env("TWILIO_AUTH_TOKEN", "hunter2");
    insta::assert_snapshot!(sealed.trctl("profile show --origin"), @"
    exit code 0
    --- stdout
    SETTING      VALUE                               ORIGIN
    account_sid  AC22222222222222222222222222222222  environment TWILIO_ACCOUNT_SID
    auth_token   set                                 environment TWILIO_AUTH_TOKEN
    output       table                               default
    page_size    1000                                default
    timeout      30s                                 default
    color        auto                                default
    --- stderr
    warning: environment TWILIO_ACCOUNT_SID and environment TR_ACCOUNT_SID say different things; the first is used
    ");
}

#[test]
fn a_dry_run_leaves_the_current_profile_alone() {
    let sealed = Sealed::new();
    insta::assert_snapshot!(sealed.trctl("profile use emulator --dry-run"), @r"
    exit code 0
    --- stderr
    Would use profile `emulator`
    ");
    assert!(!sealed.config().exists(), "nothing was written");
}
