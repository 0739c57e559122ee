//! `trctl serve password`: what the settings file keeps instead of a secret.

use secrecy::ExposeSecret as _;
use serde::Serialize;

use crate::app::App;
use crate::exit_code::Failure;
use crate::output::{Column, Format, Local};
use crate::serve::access::{PasswordHash, new_secret};

/// Hash a password, or make a token, for the settings file
///
/// The password is asked for, or read from stdin with `--stdin`. With `--token` a secret is made
/// that nobody can guess; it is shown this once, and the settings keep its hash.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl serve password --user anna
  trctl serve password --token grafana
  pass show trctl/anna | trctl serve password --user anna --stdin")]
pub(super) struct PasswordArgs {
    /// Whose password it is, for the lines to put into the settings
    #[arg(
        long,
        value_name = "NAME",
        default_value = "NAME",
        conflicts_with = "token"
    )]
    user: String,

    /// Make a token for a program of this name
    #[arg(long, value_name = "NAME", conflicts_with = "stdin")]
    token: Option<String>,

    /// Read the password from stdin
    #[arg(long)]
    stdin: bool,
}

/// What to keep where.
#[derive(Debug, Serialize)]
struct Hashed {
    hash: String,
    /// What to send as `Authorization: Bearer`; made with `--token` alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

const HASH: Column<Local<Hashed>> =
    Column::new("hash", "HASH", |row| row.value.hash.as_str().into());
const TOKEN: Column<Local<Hashed>> =
    Column::new("token", "TOKEN", |row| row.value.token.as_deref().into());

static COLUMNS: [Column<Local<Hashed>>; 1] = [HASH];
static TOKEN_COLUMNS: [Column<Local<Hashed>>; 2] = [TOKEN, HASH];

pub(super) fn run(app: &App, args: &PasswordArgs) -> anyhow::Result<()> {
    let name = args.token.as_ref().unwrap_or(&args.user);
    if name.is_empty() || name.contains([':', '.']) || name.chars().any(char::is_control) {
        return Err(Failure::usage("a name has neither `:` nor `.`").into());
    }
    let secret = if args.token.is_some() {
        new_secret()?
    } else if args.stdin {
        app.console().read_secret()?
    } else {
        app.console()
            .ask_secret("password", "give it on stdin with `--stdin`")?
    };
    if secret.expose_secret().is_empty() {
        return Err(Failure::usage("the password is empty").into());
    }
    let hash = PasswordHash::of(&secret)?.to_string();
    let row = Local::new(Hashed {
        token: args
            .token
            .as_ref()
            .map(|name| format!("{name}.{}", secret.expose_secret())),
        hash,
    });
    let printer = app.printer()?;
    if row.value.token.is_some() {
        printer.object(&row, &TOKEN_COLUMNS, None)?;
    } else {
        printer.object(&row, &COLUMNS, None)?;
    }
    if matches!(printer.format(), Format::Table | Format::Wide) {
        let (section, key) = match args.token {
            Some(_) => ("tokens", "token"),
            None => ("users", "password"),
        };
        app.console().note(format_args!(
            "\nIn the settings file, with the role `viewer`, `lead` or `admin`:\n\
             [serve.{section}.{}]\n{key} = \"{}\"\nrole = \"viewer\"",
            toml_key(name),
            row.value.hash
        ));
    }
    Ok(())
}

/// A name as a key of the settings file.
fn toml_key(name: &str) -> String {
    toml_edit::Key::new(name).to_string()
}
