//! `trctl profile add`: stores an account under a name.

use anyhow::Context as _;
use secrecy::{ExposeSecret as _, SecretString};

use crate::app::App;
use crate::exit_code::Failure;
use crate::model::sid::{AccountSid, ApiKeySid};
use crate::settings::names::Key;
use crate::settings::profiles::ProfileFile;
use crate::settings::{self, Origin};

/// Store an account under a name
///
/// The auth token, or the secret of `--api-key`, is asked for on the terminal or read from stdin;
/// it is never an argument, where other users of the machine could read it. `--workspace`,
/// `--base-url`, `--output`, `--page-size`, `--timeout` and `--color` are stored when given. The
/// first profile becomes the current one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl profile add production --account-sid AC… --workspace writers
  trctl profile add ci --account-sid AC… --api-key SK… --api-secret-stdin < secret
  trctl profile add vault --account-sid AC… --credential-command 'pass show twilio'")]
pub(super) struct AddArgs {
    /// Name of the profile
    name: String,

    /// The account; a credential command may print it instead
    #[arg(
        long,
        value_name = "AC…",
        required_unless_present = "credential_command"
    )]
    account_sid: Option<AccountSid>,

    /// Read the auth token from stdin
    #[arg(long, conflicts_with_all = ["api_key", "credential_command"])]
    auth_token_stdin: bool,

    /// Use an API key instead of the auth token
    #[arg(long, value_name = "SK…", conflicts_with = "credential_command")]
    api_key: Option<ApiKeySid>,

    /// Read the API key's secret from stdin
    #[arg(long, requires = "api_key")]
    api_secret_stdin: bool,

    /// Command that prints the auth token, or a JSON object with `auth_token` or with `api_key`
    /// and `api_secret`; it runs whenever credentials are needed, and nothing secret is stored
    #[arg(long, value_name = "COMMAND")]
    credential_command: Option<String>,

    /// Twilio edge location, such as `sydney`
    #[arg(long)]
    edge: Option<String>,

    /// Twilio region, such as `au1`
    #[arg(long)]
    region: Option<String>,

    /// Replace a profile of this name
    #[arg(long)]
    replace: bool,

    /// Make it the current profile
    #[arg(long = "use")]
    make_current: bool,
}

pub(super) fn run(app: &App, args: &AddArgs) -> anyhow::Result<()> {
    let name = args.name.as_str();
    let mut file = ProfileFile::open(app.sources())?;
    if file.contains(name) && !args.replace {
        return Err(
            Failure::usage(format!("there is already a profile `{name}`"))
                .with_hint("`--replace` replaces it")
                .into(),
        );
    }
    let values = values(app, args)?;
    let was_current = file.current() == Some(name);
    file.remove(name);
    for (key, value) in &values {
        file.set(name, *key, value);
    }
    if let Some((key, secret)) = secret(app, args)? {
        file.set(name, key, secret.expose_secret());
    }
    if args.make_current || was_current || file.current().is_none() {
        file.set_current(Some(name));
    }
    let path = file.path().display().to_string();
    if app.global().dry_run {
        app.console()
            .note(format_args!("Would store profile `{name}` in `{path}`"));
        return Ok(());
    }
    file.save().context("cannot store the profile")?;
    let current = if file.current() == Some(name) {
        "; it is the current one"
    } else {
        ""
    };
    app.console()
        .note(format_args!("Stored profile `{name}` in `{path}`{current}"));
    Ok(())
}

/// What is stored besides the secret, each checked as it will be when it is used.
fn values(app: &App, args: &AddArgs) -> Result<Vec<(Key, String)>, settings::Error> {
    let global = app.global();
    let given = [
        (
            Key::AccountSid,
            "--account-sid",
            args.account_sid.map(|sid| sid.to_string()),
        ),
        (
            Key::ApiKey,
            "--api-key",
            args.api_key.map(|sid| sid.to_string()),
        ),
        (
            Key::CredentialCommand,
            "--credential-command",
            args.credential_command.clone(),
        ),
        (Key::Workspace, "--workspace", global.workspace.clone()),
        (Key::BaseUrl, "--base-url", global.base_url.clone()),
        (Key::Edge, "--edge", args.edge.clone()),
        (Key::Region, "--region", args.region.clone()),
        (Key::Output, "--output", global.output.clone()),
        (Key::PageSize, "--page-size", global.page_size.clone()),
        (Key::Timeout, "--timeout", global.timeout.clone()),
        (Key::Color, "--color", global.color.clone()),
    ];
    let mut values = Vec::new();
    for (key, flag, value) in given {
        if let Some(value) = value {
            settings::check(key, &value, Origin::Flag(flag))?;
            values.push((key, value));
        }
    }
    Ok(values)
}

fn secret(app: &App, args: &AddArgs) -> anyhow::Result<Option<(Key, SecretString)>> {
    let console = app.console();
    let (key, what, from_stdin, flag) = if args.credential_command.is_some() {
        return Ok(None);
    } else if args.api_key.is_some() {
        let flag = "--api-secret-stdin";
        (
            Key::ApiSecret,
            "API key secret",
            args.api_secret_stdin,
            flag,
        )
    } else {
        let flag = "--auth-token-stdin";
        (Key::AuthToken, "auth token", args.auth_token_stdin, flag)
    };
    let secret = if from_stdin {
        console.read_secret()?
    } else {
        let instead =
            format!("`{flag}` reads it from stdin; `--credential-command` runs a command");
        console.ask_secret(what, &instead)?
    };
    if secret.expose_secret().is_empty() {
        return Err(Failure::usage(format!("the {what} is empty")).into());
    }
    Ok(Some((key, secret)))
}
