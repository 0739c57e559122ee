//! `trctl events tail --server`: what a running `trctl serve` takes in, as it takes it in.
//!
//! The server sends every event with its position. A connection that breaks is made again behind the
//! last one, so that nothing is left out or shown twice.

use std::time::Duration;

use anyhow::Context as _;
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue};
use serde_json::Value as Json;
use serde_json::value::RawValue;
use url::Url;

use super::Row;
use super::filter::Filter;
use crate::app::App;
use crate::commands::http_client::http_client;
use crate::events::Stored;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Event;
use crate::model::sid::{AccountSid, Sid as _, WorkspaceSid};
use crate::output::List;
use crate::twilio::root_cause;

/// The first and the longest pause before a connection is made again.
const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(15);

/// The server says that it lives every quarter of a minute.
const SILENCE: Duration = Duration::from_mins(1);

/// The longest message; an event is a thousandth of it.
const LARGEST: usize = 16 << 20;

/// Follows a server from a position on, or from now on.
pub(super) async fn follow(
    app: &App,
    server: &Url,
    after: Option<u64>,
    filter: &Filter,
    list: &mut List<'_, Row>,
) -> anyhow::Result<()> {
    let mut url = server.clone();
    url.path_segments_mut()
        .map_err(|()| Failure::usage(format!("`{server}` is no address of a server")))?
        .pop_if_empty()
        .extend(["events", "stream"]);
    let _ = url.set_username("");
    let _ = url.set_password(None);
    let http = http_client(server, SILENCE)?;
    let authorization = authorization(app, server)?;
    let console = app.console();
    let mut position = after;
    let mut left = app.global().limit.map(std::num::NonZeroU64::get);
    let mut pause = FIRST;
    let mut is_first = true;
    loop {
        let mut request = http.get(url.clone()).header(ACCEPT, "text/event-stream");
        if let Some(value) = &authorization {
            request = request.header(AUTHORIZATION, value.clone());
        }
        if let Some(position) = position {
            request = request.header("last-event-id", position);
        }
        let ended = match request.send().await {
            Ok(answer) if answer.status().is_success() => {
                if is_first {
                    console.note(format_args!("following {server}; Ctrl-C ends it"));
                }
                is_first = false;
                pause = FIRST;
                let mut messages = Messages::new(answer);
                loop {
                    match messages.next().await {
                        Ok(Some(message)) => {
                            if let Some(told) = message.id {
                                position = Some(told);
                            }
                            let Some(row) = row(&message.data) else {
                                continue;
                            };
                            if filter.takes_what_twilio_would(&row) && filter.takes(&row) {
                                list.row(&row)?;
                                left = left.map(|left| left - 1);
                                if left == Some(0) {
                                    return Ok(());
                                }
                                list.flush()?;
                            }
                        }
                        Ok(None) => break "the server ended the connection".to_owned(),
                        Err(error) => break error,
                    }
                }
            }
            Ok(answer) if answer.status().is_server_error() => {
                format!("the server answered {}", answer.status())
            }
            Ok(answer) => return Err(refused(server, answer.status()).into()),
            Err(error) => {
                let reason = root_cause(&error);
                if is_first {
                    return Err(Failure::new(
                        ExitCode::Twilio,
                        format!("no server answers at {server}: {reason}"),
                    )
                    .with_hint("`trctl serve` starts one; without `--server` Twilio's log is read")
                    .into());
                }
                reason
            }
        };
        console.note(format_args!("connecting again: {ended}"));
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST);
    }
}

fn refused(server: &Url, status: reqwest::StatusCode) -> Failure {
    match status.as_u16() {
        401 | 403 => Failure::new(
            ExitCode::Settings,
            format!("the server at {server} answered {status}"),
        )
        .with_hint("give a token in TRCTL_SERVER_TOKEN, or `http://NAME:PASSWORD@…` as the server"),
        404 => Failure::new(
            ExitCode::NotFound,
            format!("what answers at {server} is no `trctl serve`"),
        ),
        _ => Failure::new(
            ExitCode::Other,
            format!("the server at {server} answered {status}"),
        ),
    }
}

/// The token from the environment, or the name and password of the URL.
fn authorization(app: &App, server: &Url) -> anyhow::Result<Option<HeaderValue>> {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    let text = if let Some(token) = app.sources().variable("TRCTL_SERVER_TOKEN") {
        format!("Bearer {token}")
    } else if server.username().is_empty() {
        return Ok(None);
    } else {
        let decoded = |text: &str| {
            let pair = format!("x={}", text.replace('+', "%2B"));
            let mut pairs = url::form_urlencoded::parse(pair.as_bytes());
            pairs
                .next()
                .map(|(_, value)| value.into_owned())
                .unwrap_or_default()
        };
        let name = decoded(server.username());
        let password = decoded(server.password().unwrap_or_default());
        format!("Basic {}", STANDARD.encode(format!("{name}:{password}")))
    };
    let mut value = HeaderValue::try_from(text).context("the server's token is not printable")?;
    value.set_sensitive(true);
    Ok(Some(value))
}

/// An event as the rest of the verb knows it; `None` for what is none.
fn row(data: &str) -> Option<Row> {
    let raw: Box<RawValue> = serde_json::from_str(data).ok()?;
    let stored: Stored = serde_json::from_str(data).ok()?;
    let event = stored.event;
    let parameters = event
        .parameters
        .iter()
        .map(|(name, value)| (name.to_owned(), Json::from(value)))
        .collect();
    let told = |name: &str| event.parameter(name).map(str::to_owned);
    let value = Event {
        sid: event.sid,
        account_sid: event.account_sid.unwrap_or(AccountSid::from_bits(0)),
        workspace_sid: event.workspace_sid.unwrap_or(WorkspaceSid::from_bits(0)),
        description: told("event_description").unwrap_or_default(),
        event_date: None,
        event_date_ms: Some(event.at),
        actor_type: told("actor_type"),
        actor_sid: told("actor_sid"),
        source: told("source"),
        event_type: event.kind,
        event_data: Some(parameters),
        resource_type: event.resource_type,
        resource_sid: event.resource_sid,
        resource_url: None,
        actor_url: None,
        source_ip_address: None,
        url: None,
    };
    Some(Row { value, raw })
}

/// A message of the stream.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    id: Option<u64>,
    data: String,
}

/// The messages of an answer.
struct Messages {
    answer: reqwest::Response,
    lines: Lines,
}

impl Messages {
    fn new(answer: reqwest::Response) -> Self {
        Self {
            answer,
            lines: Lines::default(),
        }
    }

    /// The next one; `None` when the connection was ended.
    async fn next(&mut self) -> Result<Option<Message>, String> {
        loop {
            if let Some(message) = self.lines.message() {
                return Ok(Some(message));
            }
            match self.answer.chunk().await {
                Ok(Some(chunk)) => self.lines.push(&chunk)?,
                Ok(None) => return Ok(None),
                Err(error) => return Err(root_cause(&error)),
            }
        }
    }
}

/// Bytes cut into lines, lines put together to messages.
#[derive(Debug, Default)]
struct Lines {
    bytes: Vec<u8>,
    /// The bytes before it were looked at and hold no end of a line.
    searched: usize,
    present: Message,
}

impl Lines {
    fn push(&mut self, bytes: &[u8]) -> Result<(), String> {
        if self.bytes.len() + self.present.data.len() + bytes.len() > LARGEST {
            return Err("a message is too long".to_owned());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// The next message that is whole; one without data, such as a sign of life, is none.
    fn message(&mut self) -> Option<Message> {
        loop {
            let end = self.bytes[self.searched..]
                .iter()
                .position(|byte| *byte == b'\n');
            let Some(end) = end.map(|end| self.searched + end) else {
                self.searched = self.bytes.len();
                return None;
            };
            let line: Vec<u8> = self.bytes.drain(..=end).collect();
            self.searched = 0;
            let line = String::from_utf8_lossy(&line);
            let line = line.trim_end_matches(['\n', '\r']);
            if line.is_empty() {
                let message = std::mem::take(&mut self.present);
                if !message.data.is_empty() {
                    return Some(message);
                }
                continue;
            }
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            let value = value.strip_prefix(' ').unwrap_or(value);
            match name {
                "id" => self.present.id = value.parse().ok(),
                "data" => {
                    if !self.present.data.is_empty() {
                        self.present.data.push('\n');
                    }
                    self.present.data.push_str(value);
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_put_together_however_they_are_cut() {
        let text = "retry: 3\n\n: alive\n\nid: 4\nevent: task.created\ndata: {\"a\":1}\n\r\nid:5\ndata:x\ndata: y\n\n";
        for size in [1, 2, 7, text.len()] {
            let mut lines = Lines::default();
            let mut found = Vec::new();
            for chunk in text.as_bytes().chunks(size) {
                lines.push(chunk).unwrap();
                while let Some(message) = lines.message() {
                    found.push((message.id, message.data));
                }
            }
            let wanted = [
                (Some(4), "{\"a\":1}".to_owned()),
                (Some(5), "x\ny".to_owned()),
            ];
            assert_eq!(found, wanted, "{size}");
        }
    }

    #[test]
    fn a_message_without_end_is_not_waited_for() {
        let mut lines = Lines::default();
        let chunk = vec![b'a'; LARGEST / 2 + 1];
        lines.push(&chunk).unwrap();
        assert_eq!(lines.message(), None);
        assert!(lines.push(&chunk).is_err());
    }

    #[test]
    fn an_event_of_the_server_is_shown_like_one_of_twilio_s() {
        let data = r#"{"position":4,"sid":"EV00000000000000000000000000000001","event_type":"task.created","event_date_ms":5,"event_data":{"event_description":"Made","task_sid":"WT1"}}"#;
        let row = row(data).unwrap();
        assert_eq!(row.raw.get(), data);
        assert_eq!(row.value.description, "Made");
        assert_eq!(row.value.parameter("task_sid"), Some("WT1"));
        assert_eq!(row.value.millisecond(), Some(5));
    }
}
