//! A call at one of its webhooks: who calls, what was chosen so far, and the URLs that carry it on.

use serde_json::{Map, Value};

use super::super::flow::{Choice, Cue, Flow, Then};
use super::super::parameters::Parameters;
use super::trail::{CHOSE, Step};
use super::{Ground, Route, Work};
use crate::model::sid::{CallSid, WorkflowSid};
use crate::twilio::twiml::{Enqueue, EnqueuedTask, Method, Redirect, Verb};

/// A call and what becomes of it.
pub(super) struct Call<'a> {
    pub(super) ground: &'a Ground<'a>,
    pub(super) parameters: &'a Parameters,
    /// What is different for the number that was called.
    pub(super) number: Option<&'a Choice>,
    pub(super) settled: Settled<'a>,
    trail: Vec<Step>,
    pub(super) work: Vec<Work>,
    pub(super) warnings: Vec<String>,
}

/// What was chosen so far.
#[derive(Default)]
pub(super) struct Settled<'a> {
    pub(super) language: Option<&'a str>,
    pub(super) team: Option<String>,
    pub(super) workflow: Option<&'a str>,
    pub(super) priority: Option<u32>,
    pub(super) timeout: Option<u32>,
    attributes: Map<String, Value>,
}

impl<'a> Settled<'a> {
    fn take(&mut self, choice: &'a Choice) {
        self.language = choice.language.as_deref().or(self.language);
        self.workflow = choice.workflow.as_deref().or(self.workflow);
        self.priority = choice.priority.or(self.priority);
        self.timeout = choice.timeout.map(|span| span.0).or(self.timeout);
        if choice.team.is_some() {
            self.team.clone_from(&choice.team);
        }
        self.attributes.extend(choice.attributes.clone());
    }

    /// Gives the task an attribute.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.attributes.insert(name.to_owned(), value.into());
    }
}

impl<'a> Call<'a> {
    pub(super) fn new(ground: &'a Ground<'a>, parameters: &'a Parameters) -> Self {
        let called = parameters.get("To").or_else(|| parameters.get("Called"));
        let mut call = Self {
            ground,
            parameters,
            number: called.and_then(|called| ground.flow.numbers.get(called)),
            settled: Settled::default(),
            trail: Vec::new(),
            work: Vec::new(),
            warnings: Vec::new(),
        };
        let flow = ground.flow;
        call.settled.workflow = flow.workflow.as_deref();
        call.settled.priority = flow.priority;
        call.settled.timeout = flow.timeout.map(|span| span.0);
        call.settled.attributes.clone_from(&flow.attributes);
        if let Some(number) = call.number {
            call.settled.take(number);
        }
        for step in parameters.all(CHOSE).filter_map(Step::parse) {
            call.take(step);
        }
        // What older programs' pages say of the team.
        if let Some(team) = parameters.get("teamId") {
            call.settled.team = Some(team.to_owned());
        }
        call
    }

    pub(super) fn flow(&self) -> &'a Flow {
        self.ground.flow
    }

    /// Goes a step further. Who comes to the same menu again starts from there.
    pub(super) fn take(&mut self, step: Step) {
        if let Some(choice) = step.choice(self.flow(), self.number) {
            self.settled.take(choice);
        }
        if let Step::Option { menu, .. } = &step
            && self.settled.language.is_none()
            && self
                .flow()
                .menus
                .get(menu)
                .is_some_and(super::super::flow::Menu::offers_languages)
        {
            // Who was asked and chose none speaks the first.
            self.settled.language = Some(self.flow().first_language().0);
        }
        if let Some(place) = self.trail.iter().position(|known| known.is_at(&step)) {
            self.trail.truncate(place);
        }
        self.trail.push(step);
    }

    /// Whether this step was taken before.
    pub(super) fn has_taken(&self, step: &Step) -> bool {
        self.trail.contains(step)
    }

    /// The menu that callers hear first.
    pub(super) fn first_menu(&self) -> Option<&'a str> {
        let number = self.number;
        let own = number.and_then(|number| number.menu.as_deref());
        let skips = number.is_some_and(|number| number.then.is_some() || number.dial.is_some());
        own.or_else(|| self.flow().menu.as_deref().filter(|_| !skips))
    }

    /// Whether there is a language still to be chosen.
    pub(super) fn chooses_language(&self) -> bool {
        let first = self.first_menu();
        let here = self.parameters.get("menu");
        [first, here]
            .into_iter()
            .flatten()
            .filter_map(|name| self.flow().menus.get(name))
            .any(super::super::flow::Menu::offers_languages)
    }

    /// A URL here that carries on what was chosen.
    pub(super) fn url(&self, route: Route, more: &[(&str, &str)]) -> String {
        let mut url = format!("{}{}", self.ground.prefix, route.path());
        if self.trail.is_empty() && more.is_empty() && self.settled_team().is_none() {
            return url;
        }
        url.push('?');
        let begun = url.len();
        let mut query = url::form_urlencoded::Serializer::for_suffix(url, begun);
        query.extend_pairs(more);
        for step in &self.trail {
            query.append_pair(CHOSE, &step.written());
        }
        if let Some(team) = self.settled_team() {
            query.append_pair("teamId", team);
        }
        query.finish()
    }

    fn settled_team(&self) -> Option<&'a str> {
        self.parameters.get("teamId")
    }

    pub(super) fn redirect(&self, route: Route, more: &[(&str, &str)]) -> Verb {
        Verb::Redirect(Redirect {
            method: None,
            url: self.url(route, more),
        })
    }

    pub(super) fn call_sid(&self) -> Option<CallSid> {
        self.parameters.get("CallSid")?.parse().ok()
    }

    /// The workflow that gets the call's task.
    pub(super) fn workflow(&mut self, other: Option<&str>) -> Option<WorkflowSid> {
        let workflows = &self.ground.directory.workflows;
        let Some(name) = other.or(self.settled.workflow) else {
            let only = workflows.only();
            if only.is_none() {
                self.warnings
                    .push("the flow names no workflow, and there is not just one".to_owned());
            }
            return only;
        };
        let found = workflows.find(name);
        if found.is_none() {
            self.warnings
                .push(format!("the workspace has no workflow `{name}`"));
        }
        found
    }

    /// The name of the workflow that gets the call's task, where nothing of that name is known: it
    /// may be when the task is created.
    pub(super) fn unresolved(
        &self,
        other: Option<&str>,
        found: Option<WorkflowSid>,
    ) -> Option<String> {
        let name = other.or(self.settled.workflow)?;
        found.is_none().then(|| name.to_owned())
    }

    /// The workflow that the call's task went to, as far as it can be told.
    pub(super) fn queued_for(&self) -> Option<WorkflowSid> {
        let workflows = &self.ground.directory.workflows;
        match self.settled.workflow {
            Some(name) => workflows.find(name),
            None => workflows.only(),
        }
    }

    /// The attributes of the call's task.
    pub(super) fn attributes(&self) -> Map<String, Value> {
        let (language, _) = self.flow().language_or_first(self.settled.language);
        let mut attributes = Map::new();
        attributes.insert("selected_language".to_owned(), language.into());
        if let Some(team) = &self.settled.team {
            attributes.insert("team".to_owned(), team.as_str().into());
        }
        attributes.extend(self.settled.attributes.clone());
        self.fill_in(&mut attributes);
        attributes
    }

    /// Puts the call's own values where attributes ask for them.
    pub(super) fn fill_in(&self, attributes: &mut Map<String, Value>) {
        for value in attributes.values_mut() {
            self.fill_in_value(value);
        }
    }

    fn fill_in_value(&self, value: &mut Value) {
        match value {
            Value::String(text) if text.contains('{') => {
                for (blank, parameter) in [
                    ("{from}", "From"),
                    ("{to}", "To"),
                    ("{call_sid}", "CallSid"),
                ] {
                    let value = self.parameters.get(parameter).unwrap_or_default();
                    *text = text.replace(blank, value);
                }
            }
            Value::Array(list) => list.iter_mut().for_each(|each| self.fill_in_value(each)),
            Value::Object(map) => self.fill_in(map),
            _ => {}
        }
    }

    /// Goes where a step leads: says what it says and does what comes next.
    pub(super) fn go(&mut self, step: &Step, mut lead: Vec<Verb>) -> Vec<Verb> {
        let again = self.has_taken(step);
        let choice = step.choice(self.flow(), self.number);
        self.take(step.clone());
        if let (Step::Option { menu, id }, Some(hours)) =
            (step, choice.and_then(|choice| choice.hours.as_ref()))
            && let Some(said) = self.closed_now(hours)
        {
            lead.extend(said);
            let (menu, id) = (menu.clone(), id.clone());
            return self.go(&Step::OptionClosed { menu, id }, lead);
        }
        // Why it is closed has been said.
        let is_closed = matches!(step, Step::Closed | Step::OptionClosed { .. });
        let said = choice.and_then(|choice| choice.say.as_ref());
        if let Some(spoken) = said.filter(|_| !is_closed) {
            lead.extend(self.speak(spoken));
        }
        let asked = choice.and_then(|choice| choice.then);
        if let Some(menu) = choice.and_then(|choice| choice.menu.as_deref()) {
            return self.ask(menu, 1, lead);
        }
        if let Some(address) = choice.and_then(|choice| choice.dial.as_deref()) {
            return self.dial(address, lead);
        }
        let then = match step {
            Step::Option { .. } => asked.unwrap_or(Then::Queue),
            // Who could not wait there the first time cannot the second time either.
            Step::Left(_) if again && asked == Some(Then::Queue) => Then::Voicemail,
            Step::Left(result) if result.is_over() => asked.unwrap_or(Then::HangUp),
            Step::Closed | Step::OptionClosed { .. } | Step::Left(_) => {
                asked.unwrap_or(Then::Voicemail)
            }
        };
        self.then(then, lead)
    }

    pub(super) fn then(&mut self, then: Then, mut lead: Vec<Verb>) -> Vec<Verb> {
        match then {
            Then::Queue => self.enqueue(lead),
            Then::Voicemail => self.leave_message(lead),
            Then::Callback => {
                // Who has waited keeps the time.
                let since = self.parameters.number("QueueTime");
                let since = since.map(|waited| self.since(waited));
                let more: Vec<(&str, &str)> = since
                    .iter()
                    .map(|since| ("since", since.as_str()))
                    .collect();
                lead.push(self.redirect(Route::Callback, &more));
                lead
            }
            Then::HangUp => {
                if lead.is_empty() {
                    lead = self.cue(Cue::Goodbye, &[]);
                }
                lead.push(Verb::Hangup);
                lead
            }
        }
    }

    /// Puts the caller into the queue.
    pub(super) fn enqueue(&mut self, mut lead: Vec<Verb>) -> Vec<Verb> {
        let Some(workflow) = self.workflow(None) else {
            lead.extend(self.cue(Cue::Trouble, &[]));
            return self.leave_message(lead);
        };
        lead.push(Verb::Enqueue(Enqueue {
            workflow_sid: Some(workflow),
            action: Some(self.url(Route::AfterQueue, &[])),
            method: None,
            wait_url: Some(self.url(Route::Wait, &[])),
            wait_url_method: Some(Method::Post),
            task: Some(EnqueuedTask {
                priority: self.settled.priority,
                timeout: self.settled.timeout,
                attributes: self.attributes(),
            }),
            queue: None,
        }));
        lead
    }
}
