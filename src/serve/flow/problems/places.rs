//! Everything of a kind that a flow has, each with its place in the settings.

use super::super::super::assignment::Policy;
use super::super::{Choice, Flow, Hours};

/// What a choice is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Option,
    Default,
    Number,
    Closed,
    Left,
}

impl Flow {
    pub(super) fn policies(&self) -> Vec<(String, &Policy)> {
        let own = self.assignment.workflows.iter();
        let own = own.map(|(name, policy)| (format!("flow.assignment.workflows.{name}"), policy));
        std::iter::once((
            "flow.assignment.default".to_owned(),
            &self.assignment.default,
        ))
        .chain(own)
        .collect()
    }

    /// Every choice there is, with its place.
    pub(super) fn choices(&self) -> Vec<(String, &Choice, Role)> {
        let mut all = Vec::new();
        if let Some(hours) = &self.hours {
            collect(
                &mut all,
                "flow.hours.closed".to_owned(),
                &hours.closed,
                Role::Closed,
            );
        }
        for (number, choice) in &self.numbers {
            collect(
                &mut all,
                format!("flow.numbers.{number}"),
                choice,
                Role::Number,
            );
        }
        for (name, menu) in &self.menus {
            for (place, option) in (1..).zip(&menu.options) {
                let place = format!("flow.menus.{name}.options[{place}]");
                collect(&mut all, place, option, Role::Option);
            }
            let place = format!("flow.menus.{name}.default");
            collect(&mut all, place, &menu.default, Role::Default);
        }
        for (result, choice) in &self.after_queue {
            let word = serde_json::to_value(result).unwrap_or_default();
            let place = format!("flow.after_queue.{}", word.as_str().unwrap_or_default());
            collect(&mut all, place, choice, Role::Left);
        }
        all
    }

    /// Every set of hours there is, with its place.
    pub(super) fn all_hours(&self) -> Vec<(String, &Hours)> {
        let own = self
            .hours
            .iter()
            .map(|hours| ("flow.hours".to_owned(), hours));
        let others = self.choices();
        let others = others.into_iter().filter_map(|(place, choice, _)| {
            Some((format!("{place}.hours"), choice.hours.as_ref()?))
        });
        own.chain(others).collect()
    }
}

fn collect<'a>(
    all: &mut Vec<(String, &'a Choice, Role)>,
    place: String,
    choice: &'a Choice,
    role: Role,
) {
    if let Some(hours) = &choice.hours {
        let place = format!("{place}.hours.closed");
        collect(all, place, &hours.closed, Role::Closed);
    }
    all.push((place, choice, role));
}
