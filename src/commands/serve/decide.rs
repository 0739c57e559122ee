//! What the server is told: flags before the environment before the settings file.

use std::net::IpAddr;
use std::str::FromStr;

use secrecy::SecretString;

use super::start::StartArgs;
use crate::app::App;
use crate::exit_code::{ExitCode, Failure};
use crate::serve::flow::Flow;
use crate::serve::{PublicUrl, ServeSettings, Signing};
use crate::settings::{self, Secret, Setting, section, variable};

/// The `[serve]` section with what overrules it.
pub(super) fn settings(app: &App, args: &StartArgs) -> Result<ServeSettings, settings::Error> {
    let sources = app.sources();
    let mut settings: ServeSettings = section::read(sources, "serve")?.unwrap_or_default();
    if let Some(bind) = parsed(variable(sources, &["TRCTL_BIND"])?, "bind", |text| {
        text.parse::<IpAddr>()
            .map_err(|_| "it must be an address like `127.0.0.1`".to_owned())
    })? {
        settings.bind = bind;
    }
    if let Some(port) = parsed(
        variable(sources, &["TRCTL_PORT", "PORT"])?,
        "port",
        |text| {
            text.parse::<u16>()
                .map_err(|_| "it must be a number from 0 to 65535".to_owned())
        },
    )? {
        settings.port = port;
    }
    let public_url = variable(sources, &["TRCTL_PUBLIC_URL"])?;
    if let Some(url) = parsed(public_url, "public_url", PublicUrl::from_str)? {
        settings.public_url = Some(url);
    }
    if let Some(bind) = args.bind {
        settings.bind = bind;
    }
    if let Some(port) = args.port {
        settings.port = port;
    }
    if let Some(url) = &args.public_url {
        settings.public_url = Some(url.clone());
    }
    if let Some(mode) = args.policy {
        settings.policy.mode = mode;
    }
    Ok(settings)
}

/// The `[flow]` section.
pub(super) fn flow(app: &App) -> Result<Flow, settings::Error> {
    Ok(section::read(app.sources(), "flow")?.unwrap_or_default())
}

fn parsed<T>(
    setting: Option<Setting<String>>,
    name: &'static str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, settings::Error> {
    let Some(setting) = setting else {
        return Ok(None);
    };
    match parse(&setting.value) {
        Ok(value) => Ok(Some(value)),
        Err(reason) => Err(settings::Error::Invalid {
            name,
            value: setting.value,
            origin: setting.origin,
            reason,
        }),
    }
}

/// What webhooks are checked with; nothing when nothing is to be checked.
pub(super) fn auth_token(app: &App, args: &StartArgs) -> anyhow::Result<Option<SecretString>> {
    if args.insecure_no_signature {
        return Ok(None);
    }
    let credentials = app.credentials()?;
    app.settings()?
        .auth_token(credentials)
        .map(Some)
        .ok_or_else(|| {
            Failure::new(
                ExitCode::Settings,
                "Twilio signs webhooks with the account's auth token, and there is only an API key",
            )
            .with_hint("set TWILIO_AUTH_TOKEN beside the API key; requests go on using the key")
            .into()
        })
}

/// What tokens for browsers are signed with: whatever of it the settings have.
pub(super) fn signing(app: &App) -> anyhow::Result<Signing> {
    let credentials = app.credentials()?;
    Ok(Signing {
        auth_token: app.settings()?.auth_token(credentials),
        api_key: match &credentials.secret {
            Secret::ApiKey(key, secret) => Some((*key, secret.clone())),
            Secret::AuthToken(_) => None,
        },
    })
}

/// The password that workers without one of their own sign in with, where that is switched on.
pub(super) fn shared_by_agents(
    app: &App,
    settings: &ServeSettings,
) -> anyhow::Result<Option<SecretString>> {
    if !settings.agents.shared_password {
        return Ok(None);
    }
    let told = variable(app.sources(), &["TR_TOKEN_PASSWORD", "TOKEN_PASSWORD"])?;
    match told {
        Some(setting) => Ok(Some(setting.value.into())),
        None => Err(Failure::new(
            ExitCode::Settings,
            "[serve.agents] has `shared_password` on, and there is no TR_TOKEN_PASSWORD",
        )
        .with_hint("`trctl agents set-password NAME` gives each worker a password of their own")
        .into()),
    }
}

/// Refuses to believe everybody, unless nobody else can speak.
pub(super) fn may_listen(settings: &ServeSettings, args: &StartArgs) -> Result<(), Failure> {
    if !args.insecure_no_signature {
        return Ok(());
    }
    let public_url = settings.public_url.as_ref();
    let way_in = if !settings.bind.is_loopback() {
        Some((settings.bind.to_string(), "`--bind`"))
    } else if let Some(url) = public_url.filter(|url| !url.is_loopback()) {
        Some((url.to_string(), "`--public-url`"))
    } else if !settings.trusted_proxies.is_empty() {
        let proxies = "the proxies of `trusted_proxies`".to_owned();
        Some((proxies, "`trusted_proxies`"))
    } else if args.register.register {
        let number = "whatever is registered".to_owned();
        Some((number, "`--register`"))
    } else {
        None
    };
    let Some((way_in, flag)) = way_in else {
        return Ok(());
    };
    Err(Failure::usage(format!(
        "without signatures anybody could pass for Twilio through {way_in}"
    ))
    .with_hint(format!(
        "`--insecure-no-signature` is for this machine alone: leave it out, or {flag}"
    )))
}
