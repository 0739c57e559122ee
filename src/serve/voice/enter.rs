//! From the first ring to the queue: hours, greeting, menus.

use super::super::flow::{Cue, Hours, Menu, Opening, Spoken, Then};
use super::Route;
use super::call::Call;
use super::speech::spoken_in;
use super::trail::{self, DEFAULT, Step};
use crate::twilio::twiml::{Dial, Gather, Input, Target, Verb};

impl Call<'_> {
    /// A call comes in.
    pub(super) fn come_in(&mut self) -> Vec<Verb> {
        if let Some(said) = self.closed_to_everybody() {
            return self.go(&Step::Closed, said);
        }
        let number = self.number;
        let lead = self.greeting();
        if let Some(menu) = self.first_menu() {
            return self.ask(menu, 1, lead);
        }
        if let Some(address) = number.and_then(|number| number.dial.as_deref()) {
            return self.dial(address, lead);
        }
        let then = number.and_then(|number| number.then);
        self.then(then.unwrap_or(Then::Queue), lead)
    }

    /// Something went wrong at the usual place: no questions, straight to the queue, if somebody is
    /// there, or where the number's calls go.
    pub(super) fn fall_back(&mut self) -> Vec<Verb> {
        if let Some(code) = self.parameters.get("ErrorCode") {
            let url = self.parameters.get("ErrorUrl").unwrap_or("?");
            self.warnings
                .push(format!("Twilio could not use {url}: error {code}"));
        }
        if let Some(said) = self.closed_to_everybody() {
            return self.go(&Step::Closed, said);
        }
        let number = self.number;
        let lead = self.greeting();
        if let Some(address) = number.and_then(|number| number.dial.as_deref()) {
            return self.dial(address, lead);
        }
        let then = number.and_then(|number| number.then);
        self.then(then.unwrap_or(Then::Queue), lead)
    }

    /// What is said because nobody is there for calls to this number; `None` when somebody is.
    fn closed_to_everybody(&self) -> Option<Vec<Verb>> {
        let own = self.number.and_then(|number| number.hours.as_ref());
        self.closed_now(own.or(self.flow().hours.as_ref())?)
    }

    fn greeting(&self) -> Vec<Verb> {
        match self.number.and_then(|number| number.say.as_ref()) {
            Some(spoken) => self.speak(spoken),
            None => self.cue(Cue::Greeting, &[]),
        }
    }

    /// What is said because nobody is there; `None` when somebody is.
    pub(super) fn closed_now(&self, hours: &Hours) -> Option<Vec<Verb>> {
        let closed = hours.closed.say.as_ref();
        let holiday = match hours.at(self.ground.now) {
            Opening::Open => return None,
            Opening::Closed => None,
            Opening::Holiday(holiday) => holiday.say.as_ref(),
        };
        Some(match (holiday, closed) {
            (Some(spoken), _) | (None, Some(spoken)) => self.speak(spoken),
            (None, None) => self.cue(Cue::Closed, &[]),
        })
    }

    /// Asks a menu's question.
    pub(super) fn ask(&mut self, name: &str, attempt: u32, lead: Vec<Verb>) -> Vec<Verb> {
        let Some(menu) = self.flow().menus.get(name) else {
            self.warnings.push(format!("the flow has no menu `{name}`"));
            return self.enqueue(lead);
        };
        let attempt = attempt.to_string();
        let here = [("menu", name), ("try", attempt.as_str())];
        let listens = menu.options.iter().any(|option| !option.speech.is_empty());
        let keys = menu
            .options
            .iter()
            .filter_map(|option| option.digits.as_deref());
        let (_, language) = self.flow().language_or_first(self.settled.language);
        let (key, _) = self.flow().language_or_first(self.settled.language);
        let mut verbs = lead;
        verbs.extend(self.speak_of(menu));
        let gather = Gather {
            input: listens.then_some(Input::DtmfSpeech),
            num_digits: keys
                .clone()
                .map(str::len)
                .max()
                .and_then(|longest| u32::try_from(longest).ok()),
            timeout: Some(menu.timeout.0),
            speech_timeout: listens.then(|| "auto".to_owned()),
            action: Some(self.url(Route::Enqueue, &here)),
            // Or the key would end the input instead of being it.
            finish_on_key: keys
                .clone()
                .any(|keys| keys.contains('#'))
                .then(String::new),
            language: listens.then(|| language.code_or(key).to_owned()),
            hints: listens.then(|| {
                let words = menu
                    .options
                    .iter()
                    .flat_map(|option| self.words(&option.speech));
                words.collect::<Vec<&str>>().join(", ")
            }),
            verbs,
            ..Gather::default()
        };
        vec![Verb::Gather(gather), self.redirect(Route::Enqueue, &here)]
    }

    fn speak_of(&self, menu: &Menu) -> Vec<Verb> {
        // A menu of languages is asked in each of them.
        match (&menu.prompt, self.settled.language) {
            (Spoken::ByLanguage(phrases), None) if menu.offers_languages() => phrases
                .iter()
                .flat_map(|each| self.speak(&Spoken::ByLanguage(vec![each.clone()])))
                .collect(),
            (prompt, _) => self.speak(prompt),
        }
    }

    /// A menu was answered, or nothing was.
    pub(super) fn answer_menu(&mut self) -> Vec<Verb> {
        // Without a menu, the question was an older program's.
        let Some(name) = self.parameters.get("menu").or_else(|| self.first_menu()) else {
            return self.enqueue(Vec::new());
        };
        let Some(menu) = self.flow().menus.get(name) else {
            self.warnings.push(format!("the flow has no menu `{name}`"));
            return self.enqueue(Vec::new());
        };
        let attempt = self.parameters.number("try").unwrap_or(1);
        let attempt = u32::try_from(attempt).unwrap_or(u32::MAX);
        if let Some(place) = self.chosen(menu) {
            let id = trail::id(menu, place);
            let menu = name.to_owned();
            return self.go(&Step::Option { menu, id }, Vec::new());
        }
        if attempt < menu.tries {
            let said = ["Digits", "SpeechResult"];
            let cue = if said.iter().any(|name| self.parameters.get(name).is_some()) {
                Cue::NotUnderstood
            } else {
                Cue::NotHeard
            };
            let lead = self.cue(cue, &[]);
            return self.ask(name, attempt + 1, lead);
        }
        let step = Step::Option {
            menu: name.to_owned(),
            id: DEFAULT.to_owned(),
        };
        self.go(&step, Vec::new())
    }

    /// The place of the option that was pressed or said.
    fn chosen(&self, menu: &Menu) -> Option<usize> {
        let pressed = |digits: &str| {
            let fits =
                |option: &super::super::flow::Choice| option.digits.as_deref() == Some(digits);
            menu.options.iter().position(fits)
        };
        if let Some(digits) = self.parameters.get("Digits") {
            return pressed(digits.trim());
        }
        let said = self.parameters.get("SpeechResult")?;
        let confidence: f64 = self
            .parameters
            .get("Confidence")
            .and_then(|text| text.trim().parse().ok())
            .unwrap_or(1.0);
        if confidence < menu.confidence {
            return None;
        }
        // The more words of an option were said, the likelier it was meant; of two the first.
        let found = menu.options.iter().map(|option| {
            let words = self.words(&option.speech).into_iter();
            words.map(|words| spoken_in(words, said)).max().unwrap_or(0)
        });
        let best = found
            .enumerate()
            .filter(|(_, words)| *words > 0)
            .max_by_key(|(place, words)| (*words, std::cmp::Reverse(*place)));
        let bare = said.trim().trim_end_matches(['.', '!', '?']);
        best.map(|(place, _)| place).or_else(|| pressed(bare))
    }

    /// Puts the caller through to somebody outside.
    pub(super) fn dial(&mut self, address: &str, mut lead: Vec<Verb>) -> Vec<Verb> {
        let target = if let Some(identity) = address.strip_prefix("client:") {
            Target::Client {
                identity: identity.to_owned(),
            }
        } else if address.starts_with("sip:") {
            Target::Sip {
                uri: address.to_owned(),
            }
        } else {
            Target::Number {
                number: address.to_owned(),
                url: None,
            }
        };
        lead.push(Verb::Dial(Dial {
            action: Some(self.url(Route::AfterDial, &[])),
            targets: vec![target],
            ..Dial::default()
        }));
        lead
    }
}
