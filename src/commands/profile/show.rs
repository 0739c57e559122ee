//! `trctl profile show`: what is in force, and where it came from.

use serde::Serialize;

use crate::app::App;
use crate::output::{Cell, Column, Local};
use crate::settings::{Origin, Setting, Settings};

/// Show the settings in force; secrets only as `set`
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl profile show --origin")]
pub(super) struct ShowArgs {
    /// Show them as they would be with this profile
    #[arg(value_name = "PROFILE")]
    name: Option<String>,

    /// Tell where each value comes from
    #[arg(long)]
    origin: bool,
}

#[derive(Debug, Serialize)]
struct Shown {
    name: String,
    value: String,
    origin: String,
}

type Row = Local<Shown>;

const NAME: Column<Row> = Column::new("name", "SETTING", |row| row.value.name.as_str().into());
const VALUE: Column<Row> = Column::new("value", "VALUE", |row| row.value.value.as_str().into());
const ORIGIN: fn(&Row) -> Cell = |row| row.value.origin.as_str().into();

static COLUMNS: [Column<Row>; 3] = [NAME, VALUE, Column::wide("origin", "ORIGIN", ORIGIN)];
static WITH_ORIGIN: [Column<Row>; 3] = [NAME, VALUE, Column::new("origin", "ORIGIN", ORIGIN)];

pub(super) fn run(app: &App, args: &ShowArgs) -> anyhow::Result<()> {
    let other;
    let settings = match &args.name {
        None => app.settings()?,
        Some(name) => {
            let mut sources = app.sources().clone();
            sources.flags.profile = Some(name.clone());
            other = Settings::resolve(&sources)?;
            &other
        }
    };
    let columns = if args.origin { &WITH_ORIGIN } else { &COLUMNS };
    let mut list = app.printer()?.list(columns, None)?;
    for shown in rows(settings) {
        list.row(&Local::new(shown))?;
    }
    list.finish()?;
    Ok(())
}

fn rows(settings: &Settings) -> Vec<Shown> {
    let mut rows = Vec::new();
    let mut add = |name: &str, value: Option<(String, &Origin)>| {
        rows.extend(value.map(|(value, origin)| Shown {
            name: name.to_owned(),
            value,
            origin: origin.to_string(),
        }));
    };
    add("profile", text(settings.profile.as_ref()));
    add("account_sid", text(settings.account_sid.as_ref()));
    let secret = settings.secret_origin();
    if let Some((what, origin)) = secret {
        add(
            &what.to_lowercase().replace(' ', "_"),
            Some(("set".to_owned(), origin)),
        );
    }
    add("workspace", text(settings.workspace.as_ref()));
    add("base_url", text(settings.base_url.as_ref()));
    add("edge", text(settings.edge.as_ref()));
    add("region", text(settings.region.as_ref()));
    add("output", text(Some(&settings.output)));
    add("page_size", text(Some(&settings.page_size)));
    let timeout = &settings.timeout;
    add(
        "timeout",
        Some((format!("{:?}", timeout.value), &timeout.origin)),
    );
    add("color", text(Some(&settings.color)));
    rows
}

fn text<T: ToString>(setting: Option<&Setting<T>>) -> Option<(String, &Origin)> {
    setting.map(|setting| (setting.value.to_string(), &setting.origin))
}
