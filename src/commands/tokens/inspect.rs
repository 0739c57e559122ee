//! `trctl tokens inspect`: what a token says, and whether that is to be believed.

use anyhow::Context as _;
use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;

use super::made;
use crate::app::App;
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Cell, Column, Local, Tone};
use crate::twilio::tokens::{self, Check, Finding};

/// Read a token: whose it is, what it allows, whether it still holds
///
/// The signature is checked when the settings have the secret it was made with. What Twilio would
/// refuse ends with exit code 7; what is broader than most pages need is only said.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tokens worker dave | trctl tokens inspect
  trctl tokens inspect -o json < token.txt")]
pub(super) struct InspectArgs {
    /// The token; read from stdin unless given, where other users of the machine do not see it
    #[arg(value_name = "JWT")]
    token: Option<String>,
}

#[derive(Debug, Serialize)]
struct Shown {
    kind: &'static str,
    account: Option<String>,
    issuer: Option<String>,
    subject: Option<String>,
    issued_at: Option<Timestamp>,
    not_before: Option<Timestamp>,
    expires: Option<Timestamp>,
    algorithm: Option<String>,
    /// `valid`, `wrong` or `unchecked`.
    signature: &'static str,
    allows: Vec<String>,
    refused: Vec<String>,
    broad: Vec<String>,
}

type Row = Local<Shown>;

fn moment(at: Option<Timestamp>) -> Cell {
    at.map(|at| at.to_string()).into()
}

static COLUMNS: [Column<Row>; 9] = [
    Column::new("kind", "KIND", |row| row.value.kind.into()),
    Column::new("account", "ACCOUNT", |row| {
        row.value.account.as_deref().into()
    }),
    Column::new("issuer", "ISSUER", |row| row.value.issuer.as_deref().into()),
    Column::new("subject", "SUBJECT", |row| {
        row.value.subject.as_deref().into()
    }),
    Column::new("issued_at", "ISSUED", |row| moment(row.value.issued_at)),
    Column::new("not_before", "NOT BEFORE", |row| {
        moment(row.value.not_before)
    }),
    Column::new("expires", "EXPIRES", |row| moment(row.value.expires)),
    Column::new("algorithm", "ALGORITHM", |row| {
        row.value.algorithm.as_deref().into()
    }),
    Column::new("signature", "SIGNATURE", |row| {
        let cell = Cell::from(row.value.signature);
        match row.value.signature {
            "wrong" => cell.tone(Tone::Bad),
            "unchecked" => cell.tone(Tone::Notice),
            _ => cell,
        }
    }),
];

pub(super) fn run(app: &App, args: &InspectArgs) -> anyhow::Result<()> {
    let text: SecretString = match &args.token {
        Some(text) => text.as_str().into(),
        None => app.console().read_secret()?,
    };
    let token = tokens::decode(text.expose_secret())
        .map_err(|error| Failure::usage(error.to_string()))
        .context("cannot read the token")?;
    let found = tokens::inspect(&token, app.now());
    let mut refused = Vec::new();
    let signature = match made::key_of(app, &token, &found) {
        Ok(key) => match token.check(&key) {
            Check::Valid => "valid",
            Check::Wrong => {
                refused.push(
                    "its signature was made with another secret, or it was changed".to_owned(),
                );
                "wrong"
            }
            Check::Algorithm => {
                refused.push("Twilio signs with HS256, HS384 or HS512 alone".to_owned());
                "wrong"
            }
        },
        Err(why) => {
            app.console()
                .note(format_args!("the signature is not checked: {why}"));
            "unchecked"
        }
    };
    let mut broad = Vec::new();
    for finding in found.findings {
        match finding {
            Finding::Refused(why) => refused.push(why),
            Finding::Broad(why) => broad.push(why),
        }
    }
    let row = Local::new(Shown {
        kind: found.kind.as_str(),
        account: found.account,
        issuer: found.issuer,
        subject: found.subject,
        issued_at: found.issued_at,
        not_before: found.not_before,
        expires: found.expires,
        algorithm: token.header_text("alg").map(str::to_owned),
        signature,
        allows: found.allows,
        refused,
        broad,
    });
    let printer = app.printer()?;
    printer.object(&row, &COLUMNS, None)?;
    if made::for_people(app)? {
        for (heading, said) in [
            ("ALLOWS", &row.value.allows),
            ("TOO BROAD", &row.value.broad),
            ("REFUSED", &row.value.refused),
        ] {
            if said.is_empty() {
                continue;
            }
            app.console().print_heading(heading)?;
            for line in said {
                app.console().print_line(line)?;
            }
        }
    }
    match row.value.refused.first() {
        None => Ok(()),
        Some(why) => Err(Failure::new(
            ExitCode::CheckFailed,
            format!("the token would be refused: {why}"),
        )
        .into()),
    }
}
