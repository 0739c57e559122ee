//! What is wrong with a flow: in itself, and against the workspace it is for.

mod attributes;
mod hours;
mod menus;
mod places;
mod policies;
mod speech;
mod waiting;
mod workspace;

use std::fmt;

use serde::Serialize;

use self::attributes::{KEPT_ATTRIBUTES, TWILIOS_ATTRIBUTES};
use super::{Flow, Phrase, Span, Spoken};

/// Seconds a task may wait at most.
const LONGEST_TIMEOUT: u32 = 14 * 24 * 60 * 60;

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The setting, such as `flow.menus.main.options[2].digits`; options are counted from 1.
    pub place: String,
    /// What is wrong with it.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.text)
    }
}

impl Flow {
    /// What is wrong with the flow in itself.
    pub fn problems(&self) -> Vec<Problem> {
        let mut check = Check {
            flow: self,
            found: Vec::new(),
        };
        check.whole();
        check.found
    }

    /// What may be meant as it is written, and probably is not.
    pub fn warnings(&self) -> Vec<Problem> {
        if self.languages.len() < 2 {
            return Vec::new();
        }
        let prompts = self.prompts.iter();
        let prompts =
            prompts.map(|(cue, spoken)| (format!("flow.prompts.{}", cue.as_str()), spoken));
        // One that asks for the language may well be in all of them.
        let menus = self
            .menus
            .iter()
            .filter(|(_, menu)| !menu.offers_languages());
        let menus = menus.map(|(name, menu)| (format!("flow.menus.{name}.prompt"), &menu.prompt));
        let choices = self.choices().into_iter();
        let choices = choices.filter_map(|(place, choice, _)| {
            // Who calls such a number speaks its language.
            let one = choice.language.is_some();
            let spoken = choice.say.as_ref().filter(|_| !one)?;
            Some((format!("{place}.say"), spoken))
        });
        let hours = self.all_hours().into_iter();
        let holidays = hours.flat_map(|(place, hours)| {
            hours.holidays.iter().filter_map(move |(day, holiday)| {
                Some((format!("{place}.holidays.{day}.say"), holiday.say.as_ref()?))
            })
        });
        let plain = |spoken: &Spoken| matches!(spoken, Spoken::Every(Phrase::Say(_)));
        prompts
            .chain(menus)
            .chain(choices)
            .chain(holidays)
            .filter(|(_, spoken)| plain(spoken))
            .map(|(place, _)| Problem {
                place,
                text: "every language's voice reads the same text: write it for each language"
                    .to_owned(),
            })
            .collect()
    }
}

struct Check<'a> {
    flow: &'a Flow,
    found: Vec<Problem>,
}

impl Check<'_> {
    fn tell(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.found.push(Problem {
            place: place.into(),
            text: text.into(),
        });
    }

    fn whole(&mut self) {
        let flow = self.flow;
        self.languages();
        self.prompts();
        self.time("flow.timeout", flow.timeout);
        self.time("flow.voicemail.timeout", Some(flow.voicemail.timeout));
        self.time("flow.callback.timeout", Some(flow.callback.timeout));
        if let Some(number) = flow.caller_id.as_deref().filter(|number| !is_e164(number)) {
            self.tell(
                "flow.caller_id",
                format!("`{number}` is no number with `+` and country code, without blanks"),
            );
        }
        if let Some(menu) = &flow.menu {
            self.menu_name("flow.menu", menu);
        }
        for number in flow.numbers.keys() {
            let is_address = ["sip:", "client:"]
                .iter()
                .any(|kind| number.starts_with(kind));
            if !is_address && !is_e164(number) {
                self.tell(
                    format!("flow.numbers.{number}"),
                    "no call is to this number: write it with `+` and country code, without blanks",
                );
            }
        }
        for (name, menu) in &flow.menus {
            self.menu(&format!("flow.menus.{name}"), name, menu);
        }
        for (place, choice, role) in flow.choices() {
            self.choice(&place, choice, role);
        }
        for (place, hours) in flow.all_hours() {
            self.hours(&place, hours);
        }
        self.circles();
        self.hold();
        self.voicemail();
        self.callback();
        for (place, policy) in flow.policies() {
            self.policy(&place, policy);
        }
        self.attributes("flow", &flow.attributes, &TWILIOS_ATTRIBUTES);
        for (place, choice, _) in flow.choices() {
            self.attributes(&place, &choice.attributes, &TWILIOS_ATTRIBUTES);
        }
        let voicemail = &flow.voicemail.attributes;
        self.attributes("flow.voicemail", voicemail, &KEPT_ATTRIBUTES);
        self.attributes("flow.callback", &flow.callback.attributes, &KEPT_ATTRIBUTES);
    }

    fn time(&mut self, place: &str, timeout: Option<Span>) {
        if timeout.is_some_and(|span| !(1..=LONGEST_TIMEOUT).contains(&span.0)) {
            self.tell(place, "a task waits between a second and two weeks");
        }
    }
}

fn is_key(each: char) -> bool {
    each.is_ascii_digit() || matches!(each, '*' | '#')
}

/// Whether it is written as Twilio writes numbers.
fn is_e164(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or_default();
    (7..=15).contains(&digits.len())
        && digits.bytes().all(|each| each.is_ascii_digit())
        && !digits.starts_with('0')
}

fn is_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
