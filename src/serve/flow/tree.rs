//! The flow as a tree for people.

use super::super::assignment::{Policy, Way};
use super::hours::Hours;
use super::{Choice, Cue, Flow, Menu, Phrase, Span, Spoken, Then};

/// A line and what is below it.
struct Branch {
    text: String,
    below: Vec<Branch>,
}

impl Branch {
    fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            below: Vec::new(),
        }
    }

    fn over(text: impl Into<String>, below: Vec<Self>) -> Self {
        Self {
            text: text.into(),
            below,
        }
    }

    fn lines(&self, first: &str, others: &str, lines: &mut Vec<String>) {
        lines.push(format!("{first}{}", self.text));
        for (place, branch) in (1..).zip(&self.below) {
            if place == self.below.len() {
                branch.lines(&format!("{others}└─ "), &format!("{others}   "), lines);
            } else {
                branch.lines(&format!("{others}├─ "), &format!("{others}│  "), lines);
            }
        }
    }
}

/// The flow as lines: what happens to a call from the first ring on.
pub fn tree(flow: &Flow) -> Vec<String> {
    let tree = Tree { flow };
    let mut below = Vec::new();
    below.push(tree.languages());
    below.extend(flow.hours.as_ref().map(|hours| tree.hours(hours)));
    for (number, choice) in &flow.numbers {
        let mut text = format!("calls to {number}");
        text.push_str(&tree.to(choice, None));
        let hours = choice.hours.as_ref().map(|hours| tree.hours(hours));
        below.push(Branch::over(text, hours.into_iter().collect()));
    }
    let mut seen = Vec::new();
    below.push(match &flow.menu {
        Some(menu) => tree.menu(menu, &mut seen),
        None => Branch::new(format!("everybody{}", tree.to(&Choice::default(), None))),
    });
    for number in flow.numbers.values() {
        if let Some(menu) = number
            .menu
            .as_deref()
            .filter(|menu| !seen.contains(&(*menu).to_owned()))
        {
            below.push(tree.menu(menu, &mut seen));
        }
    }
    for menu in flow.menus.keys() {
        if !seen.contains(menu) {
            below.push(tree.menu(menu, &mut seen));
        }
    }
    below.push(tree.hold());
    below.push(tree.after_queue());
    below.push(tree.assignment());
    let mut lines = Vec::new();
    Branch::over("flow", below).lines("", "", &mut lines);
    lines
}

struct Tree<'a> {
    flow: &'a Flow,
}

impl Tree<'_> {
    fn languages(&self) -> Branch {
        let languages: Vec<String> = self
            .flow
            .languages_in_order()
            .into_iter()
            .map(|(key, language)| match &language.voice {
                Some(voice) => format!("{key} ({}, {voice})", language.code_or(key)),
                None => format!("{key} ({})", language.code_or(key)),
            })
            .collect();
        let mut branch = Branch::new(format!("speaks {}", languages.join(", ")));
        if let Some(greeting) = self.flow.prompts.get(&Cue::Greeting) {
            branch
                .below
                .push(Branch::new(format!("greets {}", self.spoken(greeting))));
        }
        branch
    }

    fn hours(&self, hours: &Hours) -> Branch {
        let mut below: Vec<Branch> = hours
            .open
            .iter()
            .map(|(days, openings)| Branch::new(format!("{days}: {openings}")))
            .collect();
        for (day, holiday) in &hours.holidays {
            let name = holiday.name.as_deref().map(|name| format!(" ({name})"));
            let name = name.unwrap_or_default();
            below.push(Branch::new(format!("{day}{name}: {}", holiday.open)));
        }
        let to = self.to(&hours.closed, Some(Then::Voicemail));
        below.push(Branch::new(format!("otherwise{to}")));
        Branch::over(format!("open, in {}", hours.time_zone), below)
    }

    /// A menu with what is behind it; one that was shown before is only named.
    fn menu(&self, name: &str, seen: &mut Vec<String>) -> Branch {
        let Some(menu) = self.flow.menus.get(name) else {
            return Branch::new(format!("menu {name}, which does not exist"));
        };
        if seen.iter().any(|known| known == name) {
            return Branch::new(format!("menu {name}, as above"));
        }
        seen.push(name.to_owned());
        let mut below: Vec<Branch> = menu
            .options
            .iter()
            .map(|option| self.option(option, &name_of(option), seen))
            .collect();
        let silence = format!("nothing, {}", tries(menu));
        below.push(self.option(&menu.default, &silence, seen));
        Branch::over(format!("menu {name} {}", self.spoken(&menu.prompt)), below)
    }

    fn option(&self, option: &Choice, name: &str, seen: &mut Vec<String>) -> Branch {
        let mut branch = Branch::new(format!("{name}{}", self.to(option, None)));
        branch
            .below
            .extend(option.hours.as_ref().map(|hours| self.hours(hours)));
        branch
            .below
            .extend(option.menu.as_deref().map(|menu| self.menu(menu, seen)));
        branch
    }

    /// ` → …`: where a choice leads, and what it settles.
    fn to(&self, choice: &Choice, usually: Option<Then>) -> String {
        let mut parts = Vec::new();
        parts.extend(
            choice
                .say
                .as_ref()
                .map(|said| format!("says {}", self.spoken(said))),
        );
        parts.extend(
            choice
                .language
                .as_ref()
                .map(|language| format!("language {language}")),
        );
        parts.extend(choice.team.as_ref().map(|team| format!("team {team}")));
        if !choice.attributes.is_empty() {
            let attributes = serde_json::Value::Object(choice.attributes.clone());
            parts.push(format!("attributes {attributes}"));
        }
        let priority = choice.priority;
        parts.extend(priority.map(|priority| format!("priority {priority}")));
        parts.extend(
            choice
                .timeout
                .map(|span| format!("for {} at most", seconds(span))),
        );
        let workflow = choice.workflow.as_deref();
        let then = choice.then.or(usually);
        if let Some(menu) = &choice.menu {
            parts.extend(workflow.map(|workflow| format!("workflow {workflow}")));
            parts.push(format!("menu {menu}"));
        } else if let Some(address) = &choice.dial {
            parts.push(format!("call to {address}"));
        } else {
            parts.push(match then.unwrap_or(Then::Queue) {
                Then::Queue => match workflow.or(self.flow.workflow.as_deref()) {
                    Some(workflow) => format!("workflow {workflow}"),
                    None => "the only workflow".to_owned(),
                },
                Then::Voicemail => "voicemail".to_owned(),
                Then::Callback => "call back".to_owned(),
                Then::HangUp => "end of the call".to_owned(),
            });
        }
        format!(" → {}", parts.join(", "))
    }

    fn hold(&self) -> Branch {
        let hold = &self.flow.hold;
        let mut told = Vec::new();
        if hold.position {
            told.push("place in line");
        }
        if hold.expected_wait {
            told.push("expected wait");
        }
        let mut below = Vec::new();
        if !told.is_empty() {
            below.push(Branch::new(format!("is told: {}", told.join(", "))));
        }
        below.push(Branch::new(format!("hears {}", hold.audio)));
        for (key, to) in [
            (&hold.voicemail_key, "voicemail"),
            (&hold.callback_key, "call back"),
        ] {
            if let Some(key) = key {
                below.push(Branch::new(format!("{key} → {to}")));
            }
        }
        if let Some(limit) = hold.give_up_after {
            let choice = Choice {
                then: Some(hold.give_up),
                ..Choice::default()
            };
            let to = self.to(&choice, None);
            below.push(Branch::new(format!("after {}{to}", seconds(limit))));
        }
        Branch::over("who waits", below)
    }

    fn after_queue(&self) -> Branch {
        let mut below: Vec<Branch> = self
            .flow
            .after_queue
            .iter()
            .map(|(result, choice)| {
                let usual = if result.is_over() {
                    Then::HangUp
                } else {
                    Then::Voicemail
                };
                let word = serde_json::to_value(result).unwrap_or_default();
                let word = word.as_str().unwrap_or_default().to_owned();
                Branch::new(format!("{word}{}", self.to(choice, Some(usual))))
            })
            .collect();
        below.push(Branch::new("has spoken with somebody → end of the call"));
        below.push(Branch::new("nobody could take the call → voicemail"));
        Branch::over("who leaves the queue", below)
    }

    fn assignment(&self) -> Branch {
        let policies = &self.flow.assignment;
        let own = policies.workflows.iter().map(|(name, policy)| {
            Branch::new(format!("{name}: {}", way(policy, &policies.default)))
        });
        let text = format!(
            "reaches workers by {}",
            way(&policies.default, &policies.default)
        );
        Branch::over(text, own.collect())
    }

    /// The first language's words, in quotes and not too long.
    fn spoken(&self, spoken: &Spoken) -> String {
        let first = self.flow.first_language().0;
        let phrase = spoken.in_language(first).or(match spoken {
            Spoken::ByLanguage(phrases) => phrases.first().map(|(_, phrase)| phrase),
            Spoken::Every(phrase) => Some(phrase),
        });
        match phrase {
            Some(Phrase::Say(text)) if text.chars().count() > 60 => {
                let begun: String = text.chars().take(57).collect();
                format!("“{}…”", begun.trim_end())
            }
            Some(Phrase::Say(text)) => format!("“{text}”"),
            Some(Phrase::Play(url)) => format!("({url})"),
            None => String::new(),
        }
    }
}

fn way(policy: &Policy, default: &Policy) -> String {
    let word = match policy
        .instruction
        .or(default.instruction)
        .unwrap_or_default()
    {
        Way::Conference => "conference",
        Way::Dequeue => "dequeue",
        Way::Call => "call",
        Way::Redirect => "redirect",
        Way::Accept => "accept",
        Way::Reject => "reject",
        Way::Agent => "nothing: they answer themselves",
    };
    let after = policy.post_work_activity.as_ref();
    match after.or(default.post_work_activity.as_ref()) {
        Some(activity) => format!("{word}, then {activity}"),
        None => word.to_owned(),
    }
}

fn name_of(option: &Choice) -> String {
    let words = match &option.speech {
        super::Words::Every(words) => words.clone(),
        super::Words::ByLanguage(words) => words.values().flatten().cloned().collect(),
    };
    let words: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    let keys = option.digits.iter().cloned();
    let mut name = keys.chain(words).collect::<Vec<String>>().join(" or ");
    if let Some(label) = &option.label {
        name = format!("{name} {label}");
    }
    name
}

fn tries(menu: &Menu) -> String {
    match menu.tries {
        1 => format!("asked once, {} s", menu.timeout.0),
        tries => format!("asked {tries} times, {} s each", menu.timeout.0),
    }
}

fn seconds(span: Span) -> String {
    match span.0 {
        whole if whole % 3600 == 0 && whole > 0 => format!("{} h", whole / 3600),
        whole if whole % 60 == 0 && whole > 0 => format!("{} min", whole / 60),
        whole => format!("{whole} s"),
    }
}
