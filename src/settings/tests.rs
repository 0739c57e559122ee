use secrecy::ExposeSecret as _;

use super::names::Key;
use super::profiles::ProfileFile;
use super::*;

const ONE: &str = "AC11111111111111111111111111111111";
const TWO: &str = "AC22222222222222222222222222222222";
const KEY: &str = "SK11111111111111111111111111111111";

/// Sources in an empty home, with this environment.
struct Home {
    sources: Sources,
    _directory: tempfile::TempDir,
}

impl Home {
    fn new(environment: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let work = directory.path().join("work");
        std::fs::create_dir(&work).unwrap();
        Self {
            sources: Sources {
                flags: Flags::default(),
                environment: environment
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                    .collect(),
                directory: work,
                home: Some(directory.path().to_owned()),
            },
            _directory: directory,
        }
    }

    fn config(self, text: &str) -> Self {
        let path = self.sources.config_file().unwrap();
        write_private(&path, text);
        self
    }

    fn dot_env(self, text: &str) -> Self {
        std::fs::write(self.sources.directory.join(".env"), text).unwrap();
        self
    }

    fn twilio_cli(self, text: &str) -> Self {
        let path = self.sources.twilio_cli_file().unwrap();
        write_private(&path, text);
        self
    }

    fn profile(mut self, name: &str) -> Self {
        self.sources.flags.profile = Some(name.to_owned());
        self
    }

    fn resolve(&self) -> Settings {
        Settings::resolve(&self.sources).unwrap()
    }

    fn error(&self) -> String {
        Settings::resolve(&self.sources).unwrap_err().to_string()
    }
}

fn write_private(path: &std::path::Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
}

fn profile(name: &str, account: &str) -> String {
    format!(
        "profile = \"{name}\"\n[profiles.{name}]\naccount_sid = \"{account}\"\n\
         auth_token = \"profile-token\"\nworkspace = \"writers\"\nregion = \"au1\"\n"
    )
}

fn password(settings: &Settings) -> String {
    let credentials = settings.credentials().unwrap();
    credentials.password().expose_secret().to_owned()
}

#[test]
fn every_layer_overrules_the_ones_below() {
    let workspace = |home: &Home| {
        let found = home.resolve().workspace.unwrap();
        (found.value, found.origin)
    };
    let mut home = Home::new(&[]).config(&profile("p", ONE));
    let path = home.sources.config_file().unwrap();
    assert_eq!(
        workspace(&home),
        ("writers".into(), Origin::Profile("p".into(), path))
    );
    home = home.dot_env("WORKSPACE_SID=dot-older\n");
    let dot_env = home.sources.directory.join(".env");
    assert_eq!(
        workspace(&home),
        ("dot-older".into(), Origin::DotEnv(dot_env, "WORKSPACE_SID"))
    );
    for (name, value) in [
        ("WORKSPACE_SID", "older"),
        ("TWILIO_WORKSPACE_SID", "twilio"),
        ("TRCTL_WORKSPACE", "trctl"),
    ] {
        home.sources
            .environment
            .insert(name.to_owned(), value.to_owned());
        assert_eq!(workspace(&home), (value.into(), Origin::Env(name)));
    }
    home.sources.flags.workspace = Some("flag".into());
    assert_eq!(
        workspace(&home),
        ("flag".into(), Origin::Flag("--workspace"))
    );
}

#[test]
fn every_variable_of_the_table_is_read() {
    for &(key, _, name) in names::VARIABLES {
        let value = match key {
            Key::AccountSid => ONE,
            Key::ApiKey => KEY,
            Key::BaseUrl => "https://twilio.test/",
            Key::PageSize => "17",
            Key::Timeout => "17s",
            Key::Color => "never",
            _ => "some-value",
        };
        // What makes the pair complete, and vouches for a bare name.
        let home = match key {
            Key::AccountSid => Home::new(&[(name, value), ("AUTH_TOKEN", "t")]),
            Key::ApiKey => Home::new(&[(name, value), ("API_SECRET", "s"), ("ACCOUNT_SID", ONE)]),
            Key::ApiSecret => Home::new(&[(name, value), ("API_KEY", KEY), ("ACCOUNT_SID", ONE)]),
            _ => Home::new(&[(name, value), ("ACCOUNT_SID", ONE)]),
        };
        let settings = home.resolve();
        let origin = match key {
            Key::AccountSid => settings.account_sid.clone().map(|found| found.origin),
            Key::AuthToken | Key::ApiSecret => settings
                .credentials()
                .ok()
                .map(|credentials| credentials.origin),
            Key::ApiKey => {
                assert_eq!(settings.credentials().unwrap().username(), KEY, "{name}");
                continue;
            }
            Key::Workspace => settings.workspace.map(|found| found.origin),
            Key::BaseUrl => settings.base_url.map(|found| found.origin),
            Key::Edge => settings.edge.map(|found| found.origin),
            Key::Region => settings.region.map(|found| found.origin),
            Key::Output => Some(settings.output.origin),
            Key::PageSize => Some(settings.page_size.origin),
            Key::Timeout => Some(settings.timeout.origin),
            Key::Color => Some(settings.color.origin),
            Key::CredentialCommand => unreachable!("has no variable"),
        };
        assert_eq!(origin, Some(Origin::Env(name)), "{name}");
    }
}

#[test]
fn two_older_names_that_disagree_are_both_named() {
    let home = Home::new(&[
        ("TR_ACCOUNT_SID", ONE),
        ("TWILIO_ACCOUNT_SID", TWO),
        ("TWILIO_AUTH_TOKEN", "secret-a"),
        ("TR_AUTH_TOKEN", "secret-b"),
    ]);
    let settings = home.resolve();
    assert_eq!(settings.account_sid.unwrap().value.to_string(), TWO);
    assert_eq!(
        settings.warnings,
        [
            "environment TWILIO_ACCOUNT_SID and environment TR_ACCOUNT_SID say different things; \
             the first is used",
            "environment TWILIO_AUTH_TOKEN and environment TR_AUTH_TOKEN say different things; \
             the first is used",
        ]
    );
}

#[test]
fn a_trctl_name_overrules_without_a_word() {
    let home = Home::new(&[("TRCTL_ACCOUNT_SID", ONE), ("TWILIO_ACCOUNT_SID", TWO)]);
    let settings = home.resolve();
    assert_eq!(settings.account_sid.unwrap().value.to_string(), ONE);
    assert!(settings.warnings.is_empty());
}

#[test]
fn names_anybody_uses_count_only_when_they_must_be_twilios() {
    let home = Home::new(&[
        ("AUTH_TOKEN", "of-something-else"),
        ("API_KEY", "of-something-else"),
        ("API_SECRET", "of-something-else"),
        ("ACCOUNT_ID", "12345"),
    ]);
    assert!(matches!(
        home.resolve().credentials(),
        Err(Error::NoCredentials)
    ));
    let home = Home::new(&[("ACCOUNT_SID", ONE), ("AUTH_TOKEN", "ours")]);
    assert_eq!(password(&home.resolve()), "ours");
}

#[test]
fn a_profile_named_by_flag_is_not_overruled_by_the_environment() {
    let environment = [("TWILIO_ACCOUNT_SID", TWO), ("TWILIO_AUTH_TOKEN", "env")];
    let home = Home::new(&environment).profile("emulator");
    let settings = home.resolve();
    assert_eq!(password(&settings), emulator::AUTH_TOKEN);
    assert_eq!(
        settings.base_url.unwrap().origin,
        Origin::BuiltIn("emulator")
    );
    assert_eq!(settings.warnings, Vec::<String>::new());

    let mut home = Home::new(&environment);
    home.sources
        .environment
        .insert("TRCTL_PROFILE".into(), "emulator".into());
    assert_eq!(password(&home.resolve()), emulator::AUTH_TOKEN);
    home.sources
        .environment
        .insert("TRCTL_WORKSPACE".into(), "above".into());
    assert_eq!(home.resolve().workspace.unwrap().value, "above");
}

#[test]
fn the_environment_overrules_the_current_profile_and_its_host() {
    let home = Home::new(&[("TWILIO_ACCOUNT_SID", TWO), ("TWILIO_AUTH_TOKEN", "env")])
        .config(&profile("p", ONE));
    let settings = home.resolve();
    assert_eq!(password(&settings), "env");
    assert!(settings.workspace.is_none() && settings.region.is_none());
    assert_eq!(
        settings.warnings,
        [format!(
            "the credentials are those of account {TWO} (environment TWILIO_AUTH_TOKEN); profile \
             `p` belongs to another account, so its workspace, region is not used"
        )]
    );
}

#[test]
fn an_account_is_never_opened_with_the_secret_of_another() {
    let home = Home::new(&[("TWILIO_ACCOUNT_SID", TWO)]).config(&profile("p", ONE));
    let error = home.resolve().credentials().unwrap_err();
    assert!(matches!(error, Error::OtherAccount(_)), "{error}");
    assert!(error.to_string().contains(ONE) && error.to_string().contains(TWO));

    // The same account in both places is no contradiction.
    let home = Home::new(&[("TWILIO_ACCOUNT_SID", ONE)]).config(&profile("p", ONE));
    assert_eq!(password(&home.resolve()), "profile-token");
}

#[test]
fn a_secret_without_account_is_completed_and_across_a_profile_said_so() {
    let home =
        Home::new(&[("TWILIO_AUTH_TOKEN", "env")]).dot_env(&format!("TWILIO_ACCOUNT_SID={ONE}\n"));
    let settings = home.resolve();
    assert_eq!(password(&settings), "env");
    assert!(settings.warnings.is_empty());

    let home = Home::new(&[("TWILIO_AUTH_TOKEN", "env")]).config(&profile("p", ONE));
    let settings = home.resolve();
    assert_eq!(password(&settings), "env");
    assert_eq!(settings.warnings.len(), 1);

    let home = Home::new(&[("TWILIO_AUTH_TOKEN", "env")]);
    assert!(matches!(
        home.resolve().credentials(),
        Err(Error::NoAccount { .. })
    ));
}

#[test]
fn an_api_key_goes_before_a_token_of_the_same_rank() {
    let home = Home::new(&[
        ("TWILIO_ACCOUNT_SID", ONE),
        ("TWILIO_AUTH_TOKEN", "token"),
        ("TWILIO_API_KEY", KEY),
        ("TWILIO_API_SECRET", "key-secret"),
    ]);
    let credentials = home.resolve().credentials().unwrap();
    assert_eq!(credentials.username(), KEY);
    assert_eq!(credentials.password().expose_secret(), "key-secret");

    let home = Home::new(&[("TWILIO_ACCOUNT_SID", ONE), ("TWILIO_API_KEY", KEY)]);
    assert_eq!(
        home.resolve().credentials().unwrap_err().to_string(),
        "api_key is set (environment TWILIO_API_KEY) but api_secret is not"
    );
}

#[test]
fn twilio_cli_is_read_when_nothing_else_is_there() {
    let file = format!(
        r#"{{"activeProject":"work","edge":"sydney","profiles":{{"work":{{"accountSid":"{ONE}",
        "apiKey":"{KEY}","apiSecret":"cli-secret","region":"au1"}}}}}}"#
    );
    let home = Home::new(&[]).twilio_cli(&file);
    let settings = home.resolve();
    assert_eq!(password(&settings), "cli-secret");
    assert_eq!(settings.region.unwrap().value, "au1");
    assert_eq!(
        settings.profile.unwrap().origin,
        Origin::TwilioCli("work".into())
    );

    // A stored profile is used before, and the other can still be named.
    let home = Home::new(&[]).twilio_cli(&file).config(&profile("p", TWO));
    assert_eq!(password(&home.resolve()), "profile-token");
    assert_eq!(password(&home.profile("work").resolve()), "cli-secret");

    let home = Home::new(&[]).twilio_cli("{\"profiles\": 1}");
    assert_eq!(home.resolve().warnings.len(), 1);
}

#[test]
#[cfg(unix)]
fn a_credential_command_delivers_a_token_or_an_object() {
    let with = |command: &str| {
        Home::new(&[]).config(&format!(
            "profile = 'p'\n[profiles.p]\naccount_sid = '{ONE}'\n\
             credential_command = '''{command}'''\n"
        ))
    };
    assert_eq!(password(&with("echo tok").resolve()), "tok");
    let object = format!("echo '{{\"api_key\":\"{KEY}\",\"api_secret\":\"s\"}}'");
    let credentials = with(&object).resolve().credentials().unwrap();
    assert_eq!(credentials.username(), KEY);
    for (command, problem) in [
        ("exit 3", "failed (exit status: 3)"),
        ("true", "printed nothing"),
        ("echo '{}'", "printed neither"),
        ("printf 'a\\nb\\n'", "printed more than one line"),
    ] {
        let error = with(command).resolve().credentials().unwrap_err();
        assert!(error.to_string().contains(problem), "{command}: {error}");
    }
}

#[test]
fn wrong_values_name_where_they_came_from() {
    for (name, value, said) in [
        (
            "TRCTL_PAGE_SIZE",
            "0",
            "page_size `0` (environment TRCTL_PAGE_SIZE) is not valid: it must be a number from 1 to 1000",
        ),
        (
            "TRCTL_TIMEOUT",
            "soon",
            "timeout `soon` (environment TRCTL_TIMEOUT) is not valid: it must be a time like `30s`, or a number of seconds above 0",
        ),
        (
            "TRCTL_BASE_URL",
            "ftp://x",
            "base_url `ftp://x` (environment TRCTL_BASE_URL) is not valid: it must start with `http://` or `https://` and name a host",
        ),
        (
            "TWILIO_EDGE",
            "evil.example/",
            "edge `evil.example/` (environment TWILIO_EDGE) is not valid: it must consist of letters, digits and hyphens, like `au1` or `sydney`",
        ),
        (
            "TWILIO_ACCOUNT_SID",
            "5up3rsecret",
            "account_sid `5u…` (environment TWILIO_ACCOUNT_SID) is not valid: it must be `AC` and 32 hexadecimal digits",
        ),
    ] {
        assert_eq!(Home::new(&[(name, value)]).error(), said);
    }
}

#[test]
fn files_that_cannot_be_understood_are_named_with_their_line_and_no_secret() {
    let home = Home::new(&[]).config("[profiles.p]\nauth_token = \"hunter2");
    let error = home.error();
    assert!(error.contains("config.toml` line 2: "), "{error}");
    assert!(!error.contains("hunter2"), "{error}");

    let home = Home::new(&[]).config("[profiles.p]\n\nacount_sid = \"x\"\n");
    assert!(
        home.error().contains("line 3: unknown key `acount_sid`"),
        "{}",
        home.error()
    );

    let home = Home::new(&[]).dot_env("A=1\nTWILIO_AUTH_TOKEN=hunter2 hunter2\n");
    let error = home.error();
    assert!(
        error.ends_with(".env` line 2 is not `NAME=value`"),
        "{error}"
    );

    let home = Home::new(&[]).profile("nobody");
    assert_eq!(
        home.error(),
        "there is no profile `nobody` (there are: emulator)"
    );
}

#[test]
fn a_base_url_without_encryption_is_remarked_unless_it_is_this_machine() {
    let warnings = |url| {
        Home::new(&[("TRCTL_BASE_URL", url)])
            .resolve()
            .warnings
            .len()
    };
    assert_eq!(warnings("http://twilio.test"), 1);
    assert_eq!(warnings("http://127.0.0.1:1"), 0);
    assert_eq!(warnings("http://localhost:1"), 0);
    assert_eq!(warnings("https://twilio.test"), 0);
}

#[test]
fn writing_keeps_comments_and_closes_the_file() {
    let home = Home::new(&[]).config("# mine\n[profiles.a] # also mine\nworkspace = \"w\"\n");
    let mut file = ProfileFile::open(&home.sources).unwrap();
    file.set("a", Key::PageSize, "50");
    file.set("b", Key::AccountSid, ONE);
    file.set_current(Some("b"));
    file.save().unwrap();
    let text = std::fs::read_to_string(file.path()).unwrap();
    assert!(text.contains("# mine\n") && text.contains("[profiles.a] # also mine\n"));
    assert!(text.contains("page_size = 50\n") && text.contains("profile = \"b\"\n"));
    assert_eq!(home.resolve().account_sid.unwrap().value.to_string(), ONE);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(file.path()), 0o600);
        std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o640)).unwrap();
        let warnings = home.resolve().warnings;
        assert!(warnings[0].contains("can be read by others (mode 0640)"));
    }
    assert!(file.remove("b") && !file.remove("b"));
    assert_eq!(file.current(), None);
}

#[test]
fn a_remembered_workspace_lies_over_a_profile_from_elsewhere() {
    let home = Home::new(&[]).profile("emulator");
    let remembered =
        profiles::remember_workspace(&home.sources, &home.resolve(), "writers").unwrap();
    assert_eq!(remembered.overruled_by, None);
    let settings = home.resolve();
    assert_eq!(settings.workspace.as_ref().unwrap().value, "writers");
    assert_eq!(password(&settings), emulator::AUTH_TOKEN);

    let home = Home::new(&[("WORKSPACE_SID", "older")]);
    let remembered =
        profiles::remember_workspace(&home.sources, &home.resolve(), "writers").unwrap();
    assert_eq!(remembered.profile, "default");
    assert_eq!(remembered.overruled_by, Some(Origin::Env("WORKSPACE_SID")));
}

#[test]
fn no_secret_is_in_any_debug_print() {
    let home = Home::new(&[
        ("TWILIO_ACCOUNT_SID", ONE),
        ("TWILIO_AUTH_TOKEN", "hunter2"),
    ])
    .config(&profile("p", ONE));
    let settings = home.resolve();
    let printed = format!(
        "{:?} {settings:?} {:?}",
        home.sources,
        settings.credentials().unwrap()
    );
    assert!(!printed.contains("hunter2") && !printed.contains("profile-token"));
}
