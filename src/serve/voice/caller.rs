//! A caller who is only imagined: follows the documents as Twilio would, to see what is heard.

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::{Map, Value};

use super::super::parameters::Parameters;
use super::{Answer, Ground, Route, answer};
use crate::model::sid::WorkflowSid;
use crate::twilio::twiml::{Enqueue, Gather, Record, Target, Verb};

/// Documents followed at most: a caller who does nothing is through with a flow much sooner.
const PAGES: usize = 100;

/// Who calls and what they do.
#[derive(Debug, Clone, Default)]
pub struct Caller {
    /// What Twilio says of the call: `From`, `To`, and whatever else is given.
    pub parameters: Parameters,
    /// The keys they press, one after the other, whenever they are asked.
    pub keys: VecDeque<char>,
    /// What they say when they are asked and press nothing.
    pub speech: VecDeque<String>,
    /// Seconds of the message they leave; none unless given.
    pub message: Option<u32>,
    /// How a call to somebody outside ends.
    pub dialled: Option<String>,
}

/// A document, and what is heard and done on it.
#[derive(Debug, Clone)]
pub struct Page {
    /// The path it was asked for, with the query.
    pub path: String,
    /// The answer.
    pub answer: Answer,
    /// What happens.
    pub heard: Vec<Heard>,
}

/// Something that happens in a call.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "happens", rename_all = "snake_case")]
pub enum Heard {
    /// Text is spoken.
    Says {
        /// Its language.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// The voice.
        #[serde(skip_serializing_if = "Option::is_none")]
        voice: Option<String>,
        /// The text.
        text: String,
    },
    /// A file is played.
    Plays {
        /// Where it is.
        url: String,
    },
    /// A choice is asked for.
    Asks {
        /// What can be pressed, and what it is.
        keys: Vec<(String, String)>,
    },
    /// The caller presses keys.
    Presses {
        /// Which.
        keys: String,
    },
    /// The caller says something.
    Speaks {
        /// What.
        text: String,
    },
    /// The caller does nothing.
    Silence {
        /// Seconds.
        seconds: u32,
    },
    /// A message is recorded.
    Records {
        /// Seconds it may be long.
        seconds: u32,
    },
    /// Somebody outside is called.
    Dials {
        /// Whom.
        address: String,
    },
    /// The caller waits for a worker.
    Waits {
        /// The workflow of the task.
        workflow_sid: Option<WorkflowSid>,
        /// Its name.
        #[serde(skip_serializing_if = "Option::is_none")]
        workflow: Option<String>,
        /// The task's priority.
        #[serde(skip_serializing_if = "Option::is_none")]
        priority: Option<u32>,
        /// Seconds until the task is canceled.
        #[serde(skip_serializing_if = "Option::is_none")]
        timeout: Option<u32>,
        /// The task's attributes.
        attributes: Map<String, Value>,
    },
    /// The caller leaves the queue.
    Leaves,
    /// The call ends.
    HangsUp,
}

/// Where it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// The caller waits.
    Waiting,
    /// The call was ended.
    HungUp,
    /// A document said nothing more: Twilio hangs up.
    Exhausted,
    /// It goes round in a circle.
    Endless,
    /// A URL is not one of ours.
    Elsewhere,
}

/// Follows a call from a path on, which may have a query; `None` when the path is not one of ours.
pub fn follow(ground: &Ground, path: &str, caller: Caller) -> Option<(Vec<Page>, End)> {
    route_of(ground, path)?;
    let mut walk = Walk {
        ground,
        caller,
        queue: None,
        pages: Vec::new(),
    };
    let mut next = Request {
        path: path.to_owned(),
        parameters: Vec::new(),
    };
    for _ in 0..PAGES {
        match walk.visit(next) {
            Next::Page(request) if route_of(ground, &request.path).is_none() => {
                return Some((walk.pages, End::Elsewhere));
            }
            Next::Page(request) => next = request,
            Next::End(end) => return Some((walk.pages, end)),
        }
    }
    Some((walk.pages, End::Endless))
}

fn route_of(ground: &Ground, path: &str) -> Option<Route> {
    let path = path.split('?').next().unwrap_or_default();
    Route::of(path.strip_prefix(ground.prefix)?)
}

struct Request {
    path: String,
    parameters: Vec<(&'static str, String)>,
}

enum Next {
    Page(Request),
    End(End),
}

struct Walk<'a> {
    ground: &'a Ground<'a>,
    caller: Caller,
    /// While waiting: what is asked for afterwards.
    queue: Option<String>,
    pages: Vec<Page>,
}

impl Walk<'_> {
    fn visit(&mut self, request: Request) -> Next {
        let Some(route) = route_of(self.ground, &request.path) else {
            return Next::End(End::Elsewhere);
        };
        let mut parameters = self.caller.parameters.clone();
        if let Some((_, query)) = request.path.split_once('?') {
            parameters.add_encoded(query);
        }
        for (name, value) in request.parameters {
            parameters.add(name, value);
        }
        let answer = answer(self.ground, route, &parameters);
        let mut heard = Vec::new();
        let mut next = None;
        for verb in &answer.twiml.verbs {
            next = self.step(verb, &request.path, &mut heard);
            if next.is_some() {
                break;
            }
        }
        self.pages.push(Page {
            path: request.path,
            answer,
            heard,
        });
        next.unwrap_or(Next::End(if self.queue.is_some() {
            End::Waiting
        } else {
            End::Exhausted
        }))
    }

    fn step(&mut self, verb: &Verb, here: &str, heard: &mut Vec<Heard>) -> Option<Next> {
        let page = |path: &str, parameters| {
            Next::Page(Request {
                path: path.to_owned(),
                parameters,
            })
        };
        match verb {
            Verb::Say(say) => heard.push(Heard::Says {
                language: say.language.clone(),
                voice: say.voice.clone(),
                text: say.text.clone(),
            }),
            Verb::Play(play) => heard.push(Heard::Plays {
                url: play.url.clone(),
            }),
            Verb::Pause(pause) => heard.push(Heard::Silence {
                seconds: pause.length.unwrap_or(1),
            }),
            Verb::Gather(gather) => {
                for verb in &gather.verbs {
                    self.step(verb, here, heard);
                }
                let keys = self.keys(gather);
                if !keys.is_empty() {
                    heard.push(Heard::Asks { keys });
                }
                let input = self.input(gather, heard)?;
                return Some(page(gather.action.as_deref().unwrap_or(here), input));
            }
            Verb::Redirect(redirect) => return Some(page(&redirect.url, Vec::new())),
            Verb::Hangup | Verb::Reject(_) => {
                heard.push(Heard::HangsUp);
                return Some(Next::End(End::HungUp));
            }
            Verb::Leave => {
                heard.push(Heard::Leaves);
                let left = vec![("QueueResult", "leave".to_owned())];
                return Some(page(&self.queue.take()?, left));
            }
            Verb::Enqueue(enqueue) => return Some(self.wait(enqueue, heard)),
            Verb::Dial(dial) => {
                for target in &dial.targets {
                    heard.push(Heard::Dials {
                        address: address_of(target),
                    });
                }
                let status = self.caller.dialled.as_deref().unwrap_or("completed");
                let ended = vec![("DialCallStatus", status.to_owned())];
                return Some(page(dial.action.as_deref()?, ended));
            }
            Verb::Record(record) => return self.record(record, here, heard),
        }
        None
    }

    /// The keys of the menu that is asked.
    fn keys(&self, gather: &Gather) -> Vec<(String, String)> {
        let mut asked = Parameters::default();
        if let Some((_, query)) = gather.action.as_deref().and_then(|url| url.split_once('?')) {
            asked.add_encoded(query);
        }
        let menu = asked
            .get("menu")
            .and_then(|menu| self.ground.flow.menus.get(menu));
        let options = menu.map_or(&[][..], |menu| &menu.options);
        let names = options.iter().filter_map(|option| {
            let name = [
                &option.label,
                &option.team,
                &option.menu,
                &option.language,
                &option.workflow,
            ]
            .into_iter()
            .flatten()
            .next();
            Some((option.digits.clone()?, name.cloned().unwrap_or_default()))
        });
        names.collect()
    }

    /// What the caller enters; `None` when they do nothing.
    fn input(
        &mut self,
        gather: &Gather,
        heard: &mut Vec<Heard>,
    ) -> Option<Vec<(&'static str, String)>> {
        let finish = gather
            .finish_on_key
            .as_deref()
            .unwrap_or("#")
            .chars()
            .next();
        let mut keys = String::new();
        let most = gather.num_digits.map_or(usize::MAX, |most| most as usize);
        while keys.len() < most
            && let Some(key) = self.caller.keys.pop_front()
        {
            if Some(key) == finish {
                break;
            }
            keys.push(key);
        }
        if !keys.is_empty() {
            heard.push(Heard::Presses { keys: keys.clone() });
            return Some(vec![("Digits", keys)]);
        }
        if gather.input.is_some()
            && let Some(text) = self.caller.speech.pop_front()
        {
            heard.push(Heard::Speaks { text: text.clone() });
            return Some(vec![("SpeechResult", text), ("Confidence", "1".to_owned())]);
        }
        // Nobody waits for an answer while music plays.
        if self.queue.is_none() {
            heard.push(Heard::Silence {
                seconds: gather.timeout.unwrap_or(5),
            });
        }
        None
    }

    fn wait(&mut self, enqueue: &Enqueue, heard: &mut Vec<Heard>) -> Next {
        let task = enqueue.task.clone().unwrap_or_default();
        let name = |sid| self.ground.directory.workflows.name(sid).map(str::to_owned);
        heard.push(Heard::Waits {
            workflow_sid: enqueue.workflow_sid,
            workflow: enqueue.workflow_sid.and_then(name),
            priority: task.priority,
            timeout: task.timeout,
            attributes: task.attributes,
        });
        self.queue.clone_from(&enqueue.action);
        match &enqueue.wait_url {
            Some(url) => Next::Page(Request {
                path: url.clone(),
                parameters: vec![("QueueTime", "0".to_owned())],
            }),
            None => Next::End(End::Waiting),
        }
    }

    fn record(&mut self, record: &Record, here: &str, heard: &mut Vec<Heard>) -> Option<Next> {
        let longest = record.max_length.unwrap_or(3600);
        heard.push(Heard::Records { seconds: longest });
        let seconds = self.caller.message?;
        let sid = format!("RE{:032x}", 1);
        Some(Next::Page(Request {
            path: record.action.clone().unwrap_or_else(|| here.to_owned()),
            parameters: vec![
                (
                    "RecordingUrl",
                    format!("https://api.twilio.com/Recordings/{sid}"),
                ),
                ("RecordingSid", sid),
                ("RecordingDuration", seconds.min(longest).to_string()),
            ],
        }))
    }
}

fn address_of(target: &Target) -> String {
    match target {
        Target::Number { number, .. } => number.clone(),
        Target::Client { identity } => format!("client:{identity}"),
        Target::Sip { uri } => uri.clone(),
        Target::Queue(queue) => queue
            .reservation_sid
            .map_or_else(|| queue.name.clone(), |sid| format!("the call of {sid}")),
        Target::Conference(conference) => conference.name.clone(),
    }
}
