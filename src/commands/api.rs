//! `trctl api`: any request, with trctl's credentials, pace and patience.

use std::io::Write as _;

use anyhow::Context as _;
use serde::Deserialize;
use serde::de::IgnoredAny;
use url::Url;

use crate::app::App;
use crate::commands::attributes;
use crate::exit_code::{ExitCode, Failure};
use crate::twilio::{Client, Form, Host, Reply, Request, Verb};

/// Send any request to Twilio and print the answer as it comes
///
/// PATH is one of TaskRouter (`/v1/…`) or of the 2010 API (`/2010-04-01/…`), or a full URL of
/// Twilio's; the credentials go nowhere else. `{workspace}` and `{account}` in it stand for the SIDs
/// of those in use. A GET that fails is repeated, a POST only where Twilio has not begun it. The
/// exit code follows the status: 0 for success, 3 for 401, 4 for 404, else 5. Of the output's flags
/// only `--jq` has a meaning here.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl api GET '/v1/Workspaces/{workspace}/Tasks?PageSize=5' --include
  trctl api GET /v1/Workspaces/{workspace}/Workers -f ActivityName=Offline --paginate
  trctl api GET /v1/Workspaces --jq '.workspaces[].friendly_name'
  trctl api POST /v1/Workspaces/{workspace}/Tasks/WT0123456789abcdef0123456789abcdef -f Priority=5
  trctl api GET /2010-04-01/Accounts/{account}/Calls.json -f Status=in-progress")]
pub(super) struct ApiArgs {
    /// GET, POST or DELETE
    #[arg(value_name = "METHOD", value_parser = verb)]
    verb: Verb,

    /// Path, or full URL of Twilio's
    #[arg(value_name = "PATH")]
    path: String,

    /// Parameter (can be repeated): in the body of a POST, else behind the path
    #[arg(short, long = "field", value_name = "KEY=VALUE", value_parser = field)]
    fields: Vec<(String, String)>,

    /// File with a JSON document as the body of a POST, `-` for stdin
    #[arg(long, value_name = "FILE", conflicts_with = "fields")]
    input: Option<String>,

    /// Print the pages behind the first one, too, each as it comes
    #[arg(long)]
    paginate: bool,

    /// Print status and headers before the body
    #[arg(short, long)]
    include: bool,
}

fn verb(text: &str) -> Result<Verb, &'static str> {
    match text.to_ascii_uppercase().as_str() {
        "GET" => Ok(Verb::Get),
        "POST" => Ok(Verb::Post),
        "DELETE" => Ok(Verb::Delete),
        _ => Err("Twilio's methods are GET, POST and DELETE"),
    }
}

fn field(text: &str) -> Result<(String, String), &'static str> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write `KEY=VALUE`"),
    }
}

pub(super) fn run(app: &App, args: &ApiArgs) -> anyhow::Result<()> {
    if args.paginate && args.verb != Verb::Get {
        return Err(Failure::usage("only what is got has pages").into());
    }
    if args.input.is_some() && args.verb != Verb::Post {
        return Err(Failure::usage("only a POST has a body").into());
    }
    app.block_on(async {
        let client = app.client()?;
        let body = body(args)?;
        let mut request = request(app, client, args, body.as_deref()).await?;
        if app.global().dry_run {
            let console = app.console();
            console.note(format_args!(
                "dry run: would send a request to {}",
                request.url()
            ));
            if args.verb == Verb::Post {
                for (name, value) in &args.fields {
                    console.note(format_args!("  {name}={value}"));
                }
                for line in body.iter().flat_map(|body| body.lines()) {
                    console.note(format_args!("  {line}"));
                }
            }
            return Ok(());
        }
        loop {
            let reply = client.exchange(&request).await?;
            print(app, args, &reply)?;
            judge(&reply)?;
            if !args.paginate {
                return Ok(());
            }
            match next_page(client, &reply)? {
                Some(next) => request = next,
                None => return Ok(()),
            }
        }
    })
}

/// The JSON that is sent as it is given.
fn body(args: &ApiArgs) -> anyhow::Result<Option<String>> {
    let body = attributes::text_of(None, args.input.as_deref(), "body")?;
    if let Some(text) = &body {
        serde_json::from_str::<IgnoredAny>(text)
            .map_err(|error| Failure::usage(format!("the body is not JSON: {error}")))?;
    }
    Ok(body)
}

async fn request(
    app: &App,
    client: &Client,
    args: &ApiArgs,
    body: Option<&str>,
) -> anyhow::Result<Request> {
    let mut path = args.path.clone();
    if path.contains("{workspace}") {
        path = path.replace("{workspace}", &app.workspace().await?.to_string());
    }
    path = path.replace("{account}", &client.account().to_string());
    let form = args.fields.iter().fold(Form::new(), |form, (name, value)| {
        form.with(name.clone(), value)
    });
    let request = if path.starts_with('/') {
        // What follows the path of a stand-in is its own business.
        let (bare, query) = path.split_once('?').unwrap_or((&path, ""));
        let pairs = url::form_urlencoded::parse(query.as_bytes());
        let query = pairs.fold(Form::new(), |form, (name, value)| {
            form.with(name.into_owned(), value)
        });
        let request = client.request(args.verb, Host::of_path(bare), bare);
        request.more_query(&query)
    } else {
        let url = Url::parse(&path).map_err(|error| {
            Failure::usage(format!("`{path}` is neither a path nor a URL: {error}"))
                .with_hint("a path begins with a slash, such as `/v1/Workspaces`")
        })?;
        client.request_to(args.verb, &url)?
    };
    Ok(match args.verb {
        Verb::Post => match body {
            Some(body) => request.json(body.to_owned()),
            None => request.form(form),
        },
        Verb::Get | Verb::Delete => request.more_query(&form),
    })
}

fn print(app: &App, args: &ApiArgs, reply: &Reply) -> anyhow::Result<()> {
    // A refusal is shown whole: filters are written for answers.
    if reply.status < 300 && !reply.body.is_empty() && app.printer()?.filtered(&reply.body)? {
        return Ok(());
    }
    let mut bytes = Vec::with_capacity(reply.body.len() + 1);
    if args.include {
        writeln!(bytes, "HTTP {}", reply.status)?;
        for (name, value) in &reply.headers {
            writeln!(bytes, "{name}: {value}")?;
        }
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(&reply.body);
    let is_shown = args.paginate || app.console().stdout_is_terminal();
    if is_shown && !reply.body.is_empty() && !reply.body.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    app.console().print_bytes(&bytes)?;
    Ok(())
}

fn judge(reply: &Reply) -> Result<(), Failure> {
    let code = match reply.status {
        200..=299 => return Ok(()),
        401 => ExitCode::Settings,
        404 => ExitCode::NotFound,
        _ => ExitCode::Twilio,
    };
    let path = reply.url.path();
    Err(Failure::new(
        code,
        format!("Twilio answered {path} with HTTP {}", reply.status),
    ))
}

/// The links to the next page, as either API writes them.
#[derive(Default, Deserialize)]
struct Links {
    #[serde(default)]
    meta: Meta,
    #[serde(default)]
    next_page_uri: Option<String>,
}

#[derive(Default, Deserialize)]
struct Meta {
    #[serde(default)]
    next_page_url: Option<String>,
}

/// The request for the page behind this one, if there is one.
fn next_page(client: &Client, reply: &Reply) -> anyhow::Result<Option<Request>> {
    let links: Links = serde_json::from_slice(&reply.body).with_context(|| {
        format!(
            "cannot find the next page in the answer of {}",
            reply.url.path()
        )
    })?;
    let link = links.meta.next_page_url.or(links.next_page_uri);
    match link.filter(|link| !link.is_empty()) {
        Some(link) => Ok(Some(client.follow(&reply.url, &link)?)),
        None => Ok(None),
    }
}
