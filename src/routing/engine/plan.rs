//! A workflow configuration as tasks follow it.

use std::sync::Arc;

use super::effect::StepFacts;
use super::state::Position;
use crate::routing::Moment;
use crate::routing::workflow::{Configuration, Errors, Target};

/// A configuration and what is asked of it for every task. A task keeps the plan it entered with.
#[derive(Debug)]
pub(super) struct Plan {
    /// Tells plans apart in the waiting index.
    pub(super) id: u64,
    /// As written.
    pub(super) text: Arc<str>,
    pub(super) configuration: Configuration,
    /// What events tell of each target of each filter.
    steps: Vec<Vec<StepFacts>>,
    /// What events tell of the default filter.
    default_step: StepFacts,
}

impl Plan {
    pub(super) fn parse(id: u64, text: &str) -> Result<Self, Errors> {
        let configuration = Configuration::parse(text)?;
        let target_expression = |target: &Target| {
            target
                .expression
                .as_ref()
                .map(|expression| Arc::from(expression.to_string()))
        };
        let steps = configuration
            .filters
            .iter()
            .map(|filter| {
                let facts = StepFacts {
                    filter_name: filter.friendly_name.as_deref().map(Arc::from),
                    filter_expression: Some(Arc::from(filter.expression.to_string())),
                    ..StepFacts::default()
                };
                let of_target = |target| StepFacts {
                    target_expression: target_expression(target),
                    ..facts.clone()
                };
                filter.targets.iter().map(of_target).collect()
            })
            .collect();
        let default_step = StepFacts {
            target_expression: configuration
                .default_filter
                .as_ref()
                .and_then(target_expression),
            ..StepFacts::default()
        };
        Ok(Self {
            id,
            text: Arc::from(text),
            configuration,
            steps,
            default_step,
        })
    }

    /// The target of a step, `None` for a task routed directly.
    pub(super) fn target(&self, position: Position) -> Option<&Target> {
        match position {
            Position::Step { filter, target } => {
                self.configuration.filters.get(filter)?.targets.get(target)
            }
            Position::Default => self.configuration.default_filter.as_ref(),
            Position::Direct => None,
        }
    }

    /// When a step's time is up; `None` for never.
    pub(super) fn deadline(&self, position: Position, entered: Moment) -> Option<Moment> {
        let Position::Step { filter, target } = position else {
            return None;
        };
        let seconds = self.configuration.filters.get(filter)?.deadline(target)?;
        Some(entered.plus_seconds(seconds))
    }

    /// What events tell of a step.
    pub(super) fn facts(&self, position: Position) -> StepFacts {
        match position {
            Position::Step { filter, target } => self
                .steps
                .get(filter)
                .and_then(|steps| steps.get(target))
                .cloned()
                .unwrap_or_default(),
            _ => self.default_step.clone(),
        }
    }
}
