//! What is asked for over HTTP, and what comes back.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::json;
use url::Url;

use super::document::{self, Document, Flaw};
use super::line::{Doing, Form, Frame, Role, Target};
use super::{Outgoing, Stage, Told};
use crate::emulator::voice::API_VERSION;
use crate::model::sid::CallSid;

/// Documents a call may ask for without any time passing.
const CIRCLE: u32 = 100;
/// Twilio's code for too many redirects.
const TOO_MANY_REDIRECTS: u32 = 11215;
/// Twilio's code for a content type that is no TwiML.
const CONTENT_TYPE: u32 = 12300;
/// Twilio's code for a URL that is none.
const INVALID_URL: u32 = 11100;

/// A document that is asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Request {
    call: CallSid,
    role: Role,
    pub(super) target: Target,
    pub(super) parameters: Form,
    /// Whether this is the fallback.
    fallback: bool,
}

impl Request {
    pub(super) const fn call(&self) -> CallSid {
        self.call
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// Where it came from in the end.
    pub(crate) url: String,
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) body: String,
}

/// What a body is.
enum Content {
    Document(Vec<document::Element>, Vec<Flaw>),
    /// Something to play.
    Audio,
    /// Something to say.
    Words(String),
}

impl Stage<'_> {
    /// Asks for a document that takes the place of what the topmost frame has, in a frame of this
    /// role.
    pub(super) fn fetch(&mut self, call: CallSid, role: Role, target: Target, extra: Form) {
        self.ask(call, role, target, extra, false);
    }

    fn ask(&mut self, call: CallSid, role: Role, target: Target, extra: Form, fallback: bool) {
        let now = self.now;
        let Some(line) = self.line(call) else {
            return;
        };
        if line.asked.0 != now {
            line.asked = (now, 0);
        }
        line.asked.1 += 1;
        if line.asked.1 > CIRCLE {
            let message = format!("more than {CIRCLE} documents were asked for at one moment");
            self.fail(call, TOO_MANY_REDIRECTS, message, Some(target.url));
            return;
        }
        let mut parameters = self.parameters(call);
        parameters.extend(extra);
        let number = self.network.number();
        if let Some(frame) = self.frame_of(call, role) {
            frame.doing = Doing::Fetching(number);
        }
        self.network.requests.insert(
            number,
            Request {
                call,
                role,
                target,
                parameters,
                fallback,
            },
        );
        self.network.outgoing.push(Outgoing::Fetch(number));
    }

    /// The topmost frame of a call, made if the topmost has another role.
    fn frame_of(&mut self, call: CallSid, role: Role) -> Option<&mut Frame> {
        let now = self.now;
        let line = self.line(call)?;
        if line.frames.last().is_none_or(|frame| frame.role != role) {
            line.frames.push(Frame {
                role,
                document: None,
                at: 0,
                doing: Doing::Next,
                since: now,
            });
        }
        line.frames.last_mut()
    }

    /// Tells a URL something; its answer does not matter.
    pub(super) fn tell(
        &mut self,
        subject: String,
        what: &'static str,
        target: Target,
        parameters: Form,
    ) {
        self.network.outgoing.push(Outgoing::Tell(Box::new(Told {
            subject,
            what,
            target,
            parameters,
        })));
    }

    /// A request was answered, or was not.
    pub(super) fn answered(&mut self, number: u64, outcome: Result<Fetched, Flaw>) {
        let Some(request) = self.network.requests.remove(&number) else {
            return;
        };
        let call = request.call;
        let waits = self.line(call).and_then(|line| line.frame()).is_some_and(
            |frame| matches!(frame.doing, Doing::Fetching(waited) if waited == number),
        );
        if !waits {
            return;
        }
        let url = request.target.url.clone();
        let read = outcome.and_then(|fetched| {
            let status = fetched.status;
            if !(200..300).contains(&status) {
                return Err(Flaw {
                    code: 11200,
                    message: format!("the document was answered {status}"),
                });
            }
            let content = content_of(&fetched)?;
            Ok((fetched.url, content))
        });
        match read {
            Ok((from, content)) => {
                self.step(call, "fetched", json!({"url": url}));
                self.begin(call, Url::parse(&from).ok(), content);
            }
            Err(flaw) => self.not_fetched(call, &request, flaw),
        }
    }

    fn not_fetched(&mut self, call: CallSid, request: &Request, flaw: Flaw) {
        let url = request.target.url.clone();
        self.step(
            call,
            "fetch-failed",
            json!({"url": url, "code": flaw.code, "message": flaw.message}),
        );
        let fallback = self
            .line(call)
            .and_then(|line| line.fallback.clone())
            .filter(|_| request.role == Role::Main && !request.fallback);
        match fallback {
            Some(target) => {
                self.alert(call, flaw.code, flaw.message, Some(url.clone()));
                let extra = vec![
                    ("ErrorCode".into(), flaw.code.to_string()),
                    ("ErrorUrl".into(), url),
                ];
                self.ask(call, request.role, target, extra, true);
            }
            None => self.fail(call, flaw.code, flaw.message, Some(url)),
        }
    }

    fn begin(&mut self, call: CallSid, url: Option<Url>, content: Content) {
        let (verbs, flaws) = match content {
            Content::Document(verbs, flaws) => (verbs, flaws),
            Content::Audio => {
                let text = url.as_ref().map(Url::to_string).unwrap_or_default();
                (vec![document::Element::of("Play", text)], Vec::new())
            }
            Content::Words(text) => (vec![document::Element::of("Say", text)], Vec::new()),
        };
        for flaw in flaws {
            let url = url.as_ref().map(Url::to_string);
            self.alert(call, flaw.code, flaw.message, url);
        }
        self.play_document(
            call,
            Document {
                url,
                verbs: Arc::new(verbs),
            },
        );
    }

    /// Puts a document into the topmost frame and plays it.
    pub(super) fn play_document(&mut self, call: CallSid, document: Document) {
        let now = self.now;
        if let Some(frame) = self.line(call).and_then(|line| line.frame()) {
            frame.document = Some(document);
            frame.at = 0;
            frame.doing = Doing::Next;
            frame.since = now;
        }
        self.play(call);
    }

    /// A URL in the document that is heard, made absolute; an error ends the call as Twilio does.
    pub(super) fn resolved(&mut self, call: CallSid, url: &str) -> Option<String> {
        let document = self
            .line(call)
            .and_then(|line| line.frame())
            .and_then(|frame| frame.document.as_ref());
        let resolved = document.and_then(|document| match url {
            "" => document.url.as_ref().map(Url::to_string),
            url => document.resolve(url),
        });
        if resolved.is_none() {
            self.fail(call, INVALID_URL, format!("`{url}` is no URL"), None);
        }
        resolved
    }

    /// Parameters that every webhook of a call has.
    pub(super) fn parameters(&self, call: CallSid) -> Form {
        let Some(row) = self.voice.calls.get(call) else {
            return Vec::new();
        };
        let mut form: Form = vec![
            ("CallSid".into(), call.to_string()),
            ("AccountSid".into(), self.engine.account().to_string()),
            ("From".into(), row.from.clone()),
            ("To".into(), row.to.clone()),
            ("CallStatus".into(), row.status.to_string()),
            ("ApiVersion".into(), API_VERSION.to_owned()),
            ("Direction".into(), row.direction.clone()),
            ("Caller".into(), row.from.clone()),
            ("Called".into(), row.to.clone()),
        ];
        if let Some(parent) = row.parent {
            form.push(("ParentCallSid".into(), parent.to_string()));
        }
        for (side, old, address) in [("From", "Caller", &row.from), ("To", "Called", &row.to)] {
            for prefix in [side, old] {
                for part in ["City", "State", "Zip"] {
                    form.push((format!("{prefix}{part}").into(), String::new()));
                }
                form.push((
                    format!("{prefix}Country").into(),
                    country(address).to_owned(),
                ));
            }
        }
        form
    }
}

/// The country a number belongs to, of the few whose prefix says it beyond doubt here.
pub(super) fn country(address: &str) -> &'static str {
    const PREFIXES: [(&str, &str); 10] = [
        ("+1", "US"),
        ("+31", "NL"),
        ("+32", "BE"),
        ("+33", "FR"),
        ("+34", "ES"),
        ("+41", "CH"),
        ("+43", "AT"),
        ("+44", "GB"),
        ("+49", "DE"),
        ("+420", "CZ"),
    ];
    PREFIXES
        .iter()
        .find(|(prefix, _)| address.starts_with(prefix))
        .map_or("", |(_, country)| country)
}

fn content_of(fetched: &Fetched) -> Result<Content, Flaw> {
    let kind = fetched.content_type.split(';').next().unwrap_or_default();
    let kind = kind.trim().to_ascii_lowercase();
    let document =
        |text: &str| document::read(text).map(|(verbs, flaws)| Content::Document(verbs, flaws));
    match kind.as_str() {
        "text/xml" | "application/xml" | "text/html" => document(&fetched.body),
        "text/plain" => Ok(document(&fetched.body)
            .unwrap_or_else(|_| Content::Words(fetched.body.trim().to_owned()))),
        audio if audio.starts_with("audio/") => Ok(Content::Audio),
        // Nothing at all is an empty document.
        _ if fetched.body.trim().is_empty() => Ok(Content::Document(Vec::new(), Vec::new())),
        _ => Err(Flaw {
            code: CONTENT_TYPE,
            message: format!(
                "the document has content type `{}`, which is no TwiML",
                fetched.content_type
            ),
        }),
    }
}
