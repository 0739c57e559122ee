//! `trctl numbers point`: sends the calls of numbers somewhere else.

use clap::builder::PossibleValuesParser;

use super::{COLUMNS, Target, noun, target};
use crate::app::{App, Changes};
use crate::bulk::{self, Edit, Item, Reached, Step};
use crate::cli::{BulkArgs, absolute_url};
use crate::exit_code::Failure;
use crate::model::PhoneNumber;
use crate::model::instruction::METHODS;
use crate::model::sid::{AccountSid, ApplicationSid, FlowSid};
use crate::twilio::{Form, Place, Record};

/// Send the calls of numbers to a URL, a Studio flow or an application
///
/// A trunk or an application that stood before the URL is taken away. One number is changed at
/// once; several are shown first.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:
  trctl numbers point +15550100 --voice-url https://example.com/voice
  trctl numbers point Hotline --flow FW… --status-callback https://example.com/status
  trctl numbers point +15550100 +15550101 --voice-application-sid AP… --yes",
    group(clap::ArgGroup::new("where").required(true).multiple(true).arg("resume"))
)]
pub(super) struct PointArgs {
    /// The numbers, by themselves, by name or SID
    #[arg(value_name = "NUMBER", required_unless_present = "resume")]
    numbers: Vec<String>,

    /// URL of the TwiML for a call
    #[arg(
        long,
        value_name = "URL",
        value_parser = absolute_url,
        group = "where",
        conflicts_with_all = ["flow", "voice_application_sid"]
    )]
    voice_url: Option<String>,

    /// Studio flow that takes the calls
    #[arg(long, value_name = "FW…", group = "where", conflicts_with_all = ["voice_application_sid", "voice_method"])]
    flow: Option<FlowSid>,

    /// TwiML application that takes the calls
    #[arg(long, value_name = "AP…", group = "where")]
    voice_application_sid: Option<ApplicationSid>,

    /// How the voice URL is called; `POST` unless given
    #[arg(long, value_name = "METHOD", value_parser = PossibleValuesParser::new(METHODS))]
    voice_method: Option<String>,

    /// URL of the TwiML when the first cannot be had
    #[arg(long, value_name = "URL", value_parser = absolute_url, group = "where")]
    voice_fallback_url: Option<String>,

    /// How it is called
    #[arg(long, value_name = "METHOD", value_parser = PossibleValuesParser::new(METHODS))]
    voice_fallback_method: Option<String>,

    /// URL that is told when a call is over
    #[arg(long, value_name = "URL", value_parser = absolute_url, group = "where")]
    status_callback: Option<String>,

    /// How it is called
    #[arg(long, value_name = "METHOD", value_parser = PossibleValuesParser::new(METHODS))]
    status_callback_method: Option<String>,

    #[command(flatten)]
    bulk: BulkArgs,
}

impl PointArgs {
    /// The URL, a flow's included.
    fn url(&self, account: AccountSid) -> Option<String> {
        match (&self.voice_url, self.flow) {
            (Some(url), _) => Some(url.clone()),
            (None, Some(flow)) => Some(format!(
                "https://webhooks.twilio.com/v1/Accounts/{account}/Flows/{flow}"
            )),
            (None, None) => None,
        }
    }

    fn form(&self, url: Option<&str>) -> Form {
        let method = match (&self.voice_method, url) {
            (Some(method), _) => Some(method.as_str()),
            // That of the URL before may be another one.
            (None, Some(_)) => Some("POST"),
            (None, None) => None,
        };
        Form::new()
            .with_option("VoiceUrl", url)
            .with_option("VoiceMethod", method)
            .with_option("VoiceApplicationSid", self.voice_application_sid)
            .with_option("VoiceFallbackUrl", self.voice_fallback_url.as_ref())
            .with_option("VoiceFallbackMethod", self.voice_fallback_method.as_ref())
            .with_option("StatusCallback", self.status_callback.as_ref())
            .with_option("StatusCallbackMethod", self.status_callback_method.as_ref())
    }

    /// Whether a number is as it is to be.
    fn is_met(&self, url: Option<&str>, number: &PhoneNumber) -> bool {
        let same = |wanted: Option<&str>, has: &Option<String>| {
            wanted.is_none_or(|wanted| has.as_deref() == Some(wanted))
        };
        let goes_there = match (url, self.voice_application_sid) {
            (Some(url), _) => target(number) == Some(Target::Url(url)),
            (None, Some(sid)) => target(number) == Some(Target::Application(sid)),
            (None, None) => true,
        };
        let method = url.map(|_| self.voice_method.as_deref().unwrap_or("POST"));
        goes_there
            && same(method, &number.voice_method)
            && same(
                self.voice_fallback_url.as_deref(),
                &number.voice_fallback_url,
            )
            && same(
                self.voice_fallback_method.as_deref(),
                &number.voice_fallback_method,
            )
            && same(self.status_callback.as_deref(), &number.status_callback)
            && same(
                self.status_callback_method.as_deref(),
                &number.status_callback_method,
            )
    }
}

pub(super) async fn run(app: &App, args: &PointArgs) -> anyhow::Result<()> {
    let bulk = app.bulk(&args.bulk)?;
    let client = app.client()?;
    let url = args.url(client.account());
    if url.is_none() && args.voice_method.is_some() {
        return Err(Failure::usage(
            "`--voice-method` says how a voice URL is called, and none is given",
        )
        .with_hint("give `--voice-url` too")
        .into());
    }
    let rows = noun::named::<PhoneNumber>(app, (), &args.numbers).await?;
    let form = args.form(url.as_deref());
    if app.global().dry_run || rows.len() > 1 {
        for (parameter, value) in form.iter() {
            app.console().note(format_args!("{parameter}: {value}"));
        }
    }
    let changes = Changes {
        verb: "point",
        imperative: "Point",
        doing: "pointing",
        noun: ("number", "numbers"),
        place: format!("account {}", client.account()),
        rows,
        columns: &COLUMNS,
        legacy: None,
    };
    let subject = |row: Record<PhoneNumber>| Item {
        sid: row.value.sid.to_string(),
        name: row.value.phone_number.clone(),
        subject: row.value,
    };
    let (form, url) = (&form, url.as_deref());
    let operation = |item: Item<PhoneNumber>, step: Step| async move {
        let before = item.subject;
        let told = |number: &PhoneNumber| {
            let there = |number| {
                target(number).map_or_else(|| "nowhere".to_owned(), |target| target.to_string())
            };
            let (was, is) = (there(&before), there(number));
            if was == is {
                format!("calls go to {is}")
            } else {
                format!("calls go to {is} (went to {was})")
            }
        };
        bulk::edit::<PhoneNumber>(
            client,
            &Place::of::<PhoneNumber>(client.account(), (), before.sid),
            &step,
            |now| {
                if args.is_met(url, now) {
                    return Err(format!("is so already: {}", told(now)));
                }
                // What stands before a URL must go, or the URL is never asked.
                let mut form = form.clone();
                if url.is_some() && now.voice_application_sid.is_some() {
                    form.push("VoiceApplicationSid", "");
                }
                if url.is_some() && now.trunk_sid.as_ref().is_some_and(|sid| !sid.is_empty()) {
                    form.push("TrunkSid", "");
                }
                Ok(Edit::Update(form))
            },
            |now| match now {
                Some(now) if args.is_met(url, now) => Reached::Yes(told(now)),
                _ => Reached::No,
            },
            |now| now.map_or_else(String::new, told),
        )
        .await
    };
    bulk.change_named(changes, subject, operation).await
}
