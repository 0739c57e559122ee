//! Menus, their options, and where calls go.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::assignment::can_be_called;
use super::super::{Choice, Menu, Words};
use super::places::Role;
use super::{Check, is_key};
use crate::routing::alike;

impl<'a> Check<'a> {
    pub(super) fn menu_name(&mut self, place: &str, menu: &str) {
        let menus = &self.flow.menus;
        if !menus.contains_key(menu) {
            let question = alike::question(menu, menus.keys().map(String::as_str));
            self.tell(place, format!("`flow.menus` has no `{menu}`{question}"));
        }
    }

    pub(super) fn menu(&mut self, place: &str, name: &str, menu: &Menu) {
        let is_plain = |each: char| each.is_ascii_alphanumeric() || matches!(each, '-' | '_');
        if name.is_empty() || !name.chars().all(is_plain) {
            self.tell(
                place,
                "a menu's name is made of letters, digits, `-` and `_`",
            );
        }
        self.spoken(&format!("{place}.prompt"), &menu.prompt, true);
        if menu.options.is_empty() {
            self.tell(format!("{place}.options"), "there is nothing to choose");
        }
        if !(1..=10).contains(&menu.tries) {
            self.tell(format!("{place}.tries"), "it must be 1 to 10");
        }
        if !(1..=60).contains(&menu.timeout.0) {
            self.tell(format!("{place}.timeout"), "it must be 1 to 60 seconds");
        }
        if !(0.0..=1.0).contains(&menu.confidence) {
            self.tell(format!("{place}.confidence"), "it must be 0 to 1");
        }
        self.keys(place, menu);
        self.words(place, menu);
    }

    pub(super) fn keys(&mut self, place: &str, menu: &Menu) {
        let mut used: BTreeMap<&str, usize> = BTreeMap::new();
        let mut length = None;
        for (number, option) in (1..).zip(&menu.options) {
            let Some(digits) = option.digits.as_deref() else {
                if option.speech.is_empty() {
                    self.tell(
                        format!("{place}.options[{number}]"),
                        "nothing can be pressed or said for it: give it `digits` or `speech`",
                    );
                }
                continue;
            };
            let place = format!("{place}.options[{number}].digits");
            if digits.is_empty() || !digits.chars().all(is_key) {
                self.tell(
                    &place,
                    format!("`{digits}` are no keys: use 0 to 9, `*` and `#`"),
                );
            }
            if let Some(first) = used.insert(digits, number) {
                self.tell(&place, format!("`{digits}` is option {first} already"));
            }
            if *length.get_or_insert(digits.len()) != digits.len() {
                self.tell(
                    &place,
                    "all options of a menu must have the same number of keys",
                );
            }
        }
    }

    pub(super) fn words(&mut self, place: &str, menu: &Menu) {
        let languages: Vec<&String> = self.flow.languages.keys().collect();
        let mut told = BTreeSet::new();
        for language in languages {
            let mut used: BTreeMap<String, usize> = BTreeMap::new();
            for (number, option) in (1..).zip(&menu.options) {
                for word in option.speech.in_language(language) {
                    let first = *used.entry(word.to_lowercase()).or_insert(number);
                    if first != number && told.insert((number, word)) {
                        self.tell(
                            format!("{place}.options[{number}].speech"),
                            format!("`{word}` is option {first} already"),
                        );
                    }
                }
            }
        }
    }

    pub(super) fn choice(&mut self, place: &str, choice: &Choice, role: Role) {
        if role != Role::Option && (choice.digits.is_some() || !choice.speech.is_empty()) {
            self.tell(place, "`digits` and `speech` are for the options of menus");
        }
        if let Words::ByLanguage(words) = &choice.speech {
            for language in words.keys() {
                self.language(&format!("{place}.speech"), language);
            }
        }
        if let Some(spoken) = &choice.say {
            self.spoken(&format!("{place}.say"), spoken, true);
        }
        if let Some(language) = &choice.language {
            self.language(&format!("{place}.language"), language);
        }
        self.time(&format!("{place}.timeout"), choice.timeout);
        let ways = [
            choice.menu.is_some(),
            choice.dial.is_some(),
            choice.then.is_some(),
        ];
        if ways.into_iter().filter(|way| *way).count() > 1 {
            self.tell(place, "only one of `menu`, `dial` and `then` can come next");
        }
        if let Some(menu) = &choice.menu {
            self.menu_name(&format!("{place}.menu"), menu);
        }
        if let Some(address) = choice.dial.as_deref().filter(|uri| !can_be_called(uri)) {
            self.tell(
                format!("{place}.dial"),
                format!("`{address}` is neither a number nor a `client:` or `sip:` address"),
            );
        }
        // Where else a call could go would have hours of its own, and so on without end.
        if matches!(role, Role::Closed | Role::Left) && choice.hours.is_some() {
            self.tell(format!("{place}.hours"), "there are no hours within hours");
        }
    }

    /// A caller who does nothing must come somewhere: following what becomes of them must not lead
    /// to a menu they come from.
    pub(super) fn circles(&mut self) {
        let flow = self.flow;
        let next = |choice: &'a Choice| {
            let closed = choice.hours.iter().map(|hours| &*hours.closed);
            std::iter::once(choice)
                .chain(closed)
                .filter_map(|choice| choice.menu.as_deref())
                .collect::<Vec<&str>>()
        };
        for (name, menu) in &flow.menus {
            let mut open = next(&menu.default);
            let mut seen = BTreeSet::new();
            while let Some(reached) = open.pop() {
                if reached == name {
                    self.tell(
                        format!("flow.menus.{name}.default"),
                        "a caller who chooses nothing comes back here for ever",
                    );
                    break;
                }
                if seen.insert(reached)
                    && let Some(menu) = flow.menus.get(reached)
                {
                    open.extend(next(&menu.default));
                }
            }
        }
    }
}
