//! `trctl tokens access`: access tokens, with the grants that are asked for.

use crate::app::App;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Worker;
use crate::model::sid::ApplicationSid;
use crate::settings::Secret;
use crate::twilio::tokens::{
    Access, Grants, Outgoing, Role, ServiceGrant, TaskRouterGrant, VideoGrant, VoiceGrant,
};

use super::made::{self, LifeArgs};

/// Make an access token for Twilio's newer SDKs
///
/// It says who somebody is and grants nothing unless told: each product is a flag. Signed with the
/// secret of the API key in the settings.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tokens access dave --worker dave
  trctl tokens access dave --voice-incoming --voice-application AP0123456789abcdef0123456789abcdef
  trctl tokens access visitor-17 --conversations IS0123456789abcdef0123456789abcdef --ttl 15m")]
pub(super) struct AccessArgs {
    /// Who somebody is in the products' eyes
    identity: String,

    /// TaskRouter, as this worker, by name or SID
    #[arg(long, value_name = "WORKER")]
    worker: Option<String>,

    /// TaskRouter, in this role; `worker` when `--worker` is given
    #[arg(long, value_name = "ROLE")]
    role: Option<RoleName>,

    /// Voice: calls come in
    #[arg(long)]
    voice_incoming: bool,

    /// Voice: calls go out, by this application
    #[arg(long, value_name = "SID")]
    voice_application: Option<ApplicationSid>,

    /// Sync, of this service (`IS…`)
    #[arg(long, value_name = "SID", value_parser = service_sid)]
    sync: Option<String>,

    /// Conversations or Chat, of this service (`IS…`)
    #[arg(long, value_name = "SID", value_parser = service_sid)]
    conversations: Option<String>,

    /// Video, in this room alone
    #[arg(long, value_name = "ROOM")]
    video: Option<String>,

    #[command(flatten)]
    life: LifeArgs,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum RoleName {
    /// Works
    Worker,
    /// Sees and steers workers
    Supervisor,
    /// May everything
    Admin,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Worker => Self::Worker,
            RoleName::Supervisor => Self::Supervisor,
            RoleName::Admin => Self::Admin,
        }
    }
}

fn service_sid(text: &str) -> Result<String, String> {
    if crate::model::sid::looks_like_sid(text) && text.starts_with("IS") {
        return Ok(text.to_owned());
    }
    Err("a service's SID is `IS` and 32 hexadecimal digits".to_owned())
}

pub(super) async fn run(app: &App, args: &AccessArgs) -> anyhow::Result<()> {
    if args.identity.is_empty() {
        return Err(Failure::usage("the identity is empty").into());
    }
    let life = args.life.life(app)?;
    let credentials = app.credentials()?;
    let Secret::ApiKey(key, secret) = &credentials.secret else {
        return Err(Failure::new(
            ExitCode::Settings,
            "access tokens are signed with an API key's secret, and the settings have the auth \
             token",
        )
        .with_hint("set TWILIO_API_KEY and TWILIO_API_SECRET; the Console makes them")
        .into());
    };
    let service = |sid: &Option<String>| {
        sid.clone().map(|sid| ServiceGrant {
            service_sid: Some(sid),
            ..ServiceGrant::default()
        })
    };
    let outgoing = args.voice_application.map(|application_sid| Outgoing {
        application_sid,
        params: serde_json::Map::new(),
    });
    let voice = (args.voice_incoming || outgoing.is_some()).then_some(VoiceGrant {
        incoming: args.voice_incoming,
        outgoing,
        ..VoiceGrant::default()
    });
    let token = Access {
        account: credentials.account_sid,
        identity: args.identity.clone(),
        grants: Grants {
            task_router: task_router(app, args).await?,
            sync: service(&args.sync),
            chat: service(&args.conversations),
            video: args
                .video
                .clone()
                .map(|room| VideoGrant { room: Some(room) }),
            voice,
        },
        region: app
            .settings()?
            .region
            .as_ref()
            .map(|region| region.value.clone()),
    };
    made::show(app, &token.sign(life, *key, secret), life)
}

async fn task_router(app: &App, args: &AccessArgs) -> anyhow::Result<Option<TaskRouterGrant>> {
    if args.worker.is_none() && args.role.is_none() {
        return Ok(None);
    }
    let role = args.role.map_or(Role::Worker, Role::from);
    if args.worker.is_none() && role == Role::Worker {
        return Err(
            Failure::usage("the role `worker` is a worker's: name one with `--worker`").into(),
        );
    }
    let workspace_sid = app.workspace().await?;
    let worker_sid = match &args.worker {
        Some(name) => Some(app.client()?.resolve::<Worker>(workspace_sid, name).await?),
        None => None,
    };
    Ok(Some(TaskRouterGrant {
        workspace_sid,
        worker_sid,
        role,
    }))
}
