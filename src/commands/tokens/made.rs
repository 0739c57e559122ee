//! A token that was made: how long it lasts, and how it is shown.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use crate::app::App;
use crate::cli::Seconds;
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Column, Format, Local};
use crate::twilio::tokens::{self, Decoded, LONGEST_LIFE, Life, Token};

/// `--ttl`
#[derive(Debug, clap::Args)]
pub(super) struct LifeArgs {
    /// How long it lasts, such as `8h`; a day at most
    #[arg(long, value_name = "TIME", default_value = "1h")]
    ttl: Seconds,
}

impl LifeArgs {
    /// From now on.
    pub(super) fn life(&self, app: &App) -> Result<Life, Failure> {
        let long = Duration::from_secs(self.ttl.0);
        if long.is_zero() || long > LONGEST_LIFE {
            return Err(Failure::usage(
                "a token lasts from a second to a day (`--ttl`)",
            ));
        }
        Ok(Life::starting(app.now(), long))
    }
}

#[derive(Debug, Serialize)]
struct Made {
    token: String,
    kind: &'static str,
    /// The channel, or the identity.
    subject: Option<String>,
    expires: Timestamp,
    allows: Vec<String>,
}

type Row = Local<Made>;

static COLUMNS: [Column<Row>; 4] = [
    Column::new("token", "TOKEN", |row| row.value.token.as_str().into()),
    Column::new("kind", "KIND", |row| row.value.kind.into()),
    Column::new("subject", "SUBJECT", |row| {
        row.value.subject.as_deref().into()
    }),
    Column::new("expires", "EXPIRES", |row| {
        row.value.expires.to_string().into()
    }),
];

/// The token alone for people and shells, with what it says for programs. What is too broad about
/// it is said beside.
pub(super) fn show(app: &App, token: &Token, life: Life) -> anyhow::Result<()> {
    let decoded = tokens::decode(token.expose()).expect("a token that was just made can be read");
    let found = tokens::inspect(&decoded, app.now());
    for finding in &found.findings {
        match finding {
            tokens::Finding::Refused(why) | tokens::Finding::Broad(why) => app.console().warn(why),
        }
    }
    if for_people(app)? {
        app.console().print_line(token.expose())?;
        return Ok(());
    }
    let row = Local::new(Made {
        token: token.expose().to_owned(),
        kind: found.kind.as_str(),
        subject: found.subject,
        expires: life.expires,
        allows: found.allows,
    });
    app.printer()?.object(&row, &COLUMNS, None)?;
    Ok(())
}

/// Whether nobody asked for a format of programs.
pub(super) fn for_people(app: &App) -> anyhow::Result<bool> {
    Ok(app.printer()?.format() == Format::Table)
}

/// What a token of this kind is signed with, if the settings have it: an access token with the
/// secret of the API key that issued it, any other with the auth token of its account.
pub(super) fn key_of(
    app: &App,
    token: &Decoded,
    found: &tokens::Inspection,
) -> Result<secrecy::SecretString, String> {
    let credentials = app
        .credentials()
        .map_err(|_| "there are no credentials in the settings".to_owned())?;
    let ours = credentials.account_sid.to_string();
    if let Some(account) = &found.account
        && *account != ours
    {
        return Err(format!(
            "it is of the account {account}, and the settings are of {ours}"
        ));
    }
    if found.kind == tokens::Kind::Access {
        let issuer = token.text("iss").unwrap_or_default();
        return match &credentials.secret {
            crate::settings::Secret::ApiKey(key, secret) if key.to_string() == issuer => {
                Ok(secret.clone())
            }
            _ => Err(format!(
                "the settings have no secret of the API key {issuer}"
            )),
        };
    }
    let settings = app
        .settings()
        .map_err(|_| "the settings cannot be read".to_owned())?;
    settings
        .auth_token(credentials)
        .ok_or_else(|| "the settings have no auth token".to_owned())
}

/// What capability tokens are signed with.
pub(super) fn auth_token(app: &App) -> anyhow::Result<secrecy::SecretString> {
    let credentials = app.credentials()?;
    app.settings()?.auth_token(credentials).ok_or_else(|| {
        Failure::new(
            ExitCode::Settings,
            "TaskRouter's tokens are signed with the account's auth token, and there is only an \
             API key",
        )
        .with_hint("set TWILIO_AUTH_TOKEN beside the API key; requests go on using the key")
        .into()
    })
}
