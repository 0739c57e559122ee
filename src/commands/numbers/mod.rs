//! `trctl numbers`: the account's telephone numbers, and where their calls go.

mod list;
mod point;

use std::fmt;

use super::noun::{self, NameArgs};
use crate::app::App;
use crate::model::PhoneNumber;
use crate::model::sid::ApplicationSid;
use crate::output::{Cell, Column, Tone};
use crate::twilio::Record;

/// See the account's numbers, and where their calls go
#[derive(Debug, clap::Args)]
pub(super) struct NumbersArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    /// Show one number, by itself (`+15550100`), its name or SID
    Get(NameArgs),
    Point(point::PointArgs),
}

static COLUMNS: [Column<Record<PhoneNumber>>; 9] = [
    Column::new("number", "NUMBER", |row| {
        row.value.phone_number.as_str().into()
    }),
    Column::new("name", "NAME", |row| {
        row.value.friendly_name.as_str().into()
    }),
    Column::new("target", "CALLS GO TO", |row| match target(&row.value) {
        Some(target) => target.to_string().into(),
        None => Cell::from("nowhere").tone(Tone::Bad),
    }),
    Column::new("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::wide("voice_method", "METHOD", |row| {
        row.value.voice_method.clone().into()
    }),
    Column::wide("voice_fallback_url", "FALLBACK", |row| {
        row.value.voice_fallback_url.clone().into()
    }),
    Column::wide("status_callback", "STATUS CALLBACK", |row| {
        row.value.status_callback.clone().into()
    }),
    Column::wide("sms_url", "SMS URL", |row| row.value.sms_url.clone().into()),
    Column::wide("updated", "UPDATED", |row| row.value.date_updated.into()),
];

/// Where the calls of a number go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target<'a> {
    Trunk(&'a str),
    Application(ApplicationSid),
    Url(&'a str),
}

impl fmt::Display for Target<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Trunk(text) | Self::Url(text) => formatter.write_str(text),
            Self::Application(sid) => sid.fmt(formatter),
        }
    }
}

/// A trunk before an application, an application before the URL; `None` for nowhere.
pub(super) fn target(number: &PhoneNumber) -> Option<Target<'_>> {
    fn given(text: Option<&String>) -> Option<&str> {
        text.map(String::as_str).filter(|text| !text.is_empty())
    }
    let trunk = given(number.trunk_sid.as_ref()).map(Target::Trunk);
    trunk
        .or_else(|| number.voice_application_sid.map(Target::Application))
        .or_else(|| given(number.voice_url.as_ref()).map(Target::Url))
}

pub(super) fn run(app: &App, args: &NumbersArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => {
                app.watch(|| {
                    noun::get::<PhoneNumber, _, _>(app, (), &args.name, &COLUMNS, noun::alone)
                })
                .await
            }
            Verb::Point(args) => point::run(app, args).await,
        }
    })
}
