//! What shall go wrong: the document of `emulator start --fault` and of `POST /_emulator/faults`.
//! `docs/fault-lab.md` describes it for people.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::rule::{OneOrMany, Pattern, Turn};
use crate::emulator::yaml_problem;

/// What shall go wrong; by default nothing does.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FaultPlan {
    /// Decides every chance and every jitter.
    pub seed: u64,
    /// A scenario whose rules come before those below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Scenario>,
    /// What happens to requests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<RequestRule>,
    /// What happens to callbacks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub callbacks: Vec<CallbackRule>,
}

/// Why a plan cannot be followed.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The file cannot be read.
    #[error("cannot read the fault plan `{}`", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The file does not hold what it should.
    #[error("cannot follow the fault plan `{}`", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: Box<Self>,
    },
    /// It is not YAML, or not a plan.
    #[error("it is not understood: {0}")]
    Malformed(String),
    /// A rule contradicts itself or does nothing.
    #[error("the rule {list}[{index}] {problem}")]
    Rule {
        /// `requests` or `callbacks`.
        list: &'static str,
        /// Counted from 0.
        index: usize,
        /// What is wrong with it.
        problem: &'static str,
    },
}

/// A plan that comes with the emulator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    /// Writes are refused with 429, some with `Retry-After`.
    RateLimited,
    /// Connections break before anything happened, answers are slow, gateways fail.
    FlakyNetwork,
    /// Callbacks come twice, late and in disorder.
    EventStorm,
    /// Changes are made and their answers lost.
    Amnesia,
}

impl Scenario {
    /// Every one, in the order of the documentation.
    pub const ALL: [Self; 4] = [
        Self::RateLimited,
        Self::FlakyNetwork,
        Self::EventStorm,
        Self::Amnesia,
    ];

    /// As it is written in a plan and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RateLimited => "rate-limited",
            Self::FlakyNetwork => "flaky-network",
            Self::EventStorm => "event-storm",
            Self::Amnesia => "amnesia",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == name)
    }

    /// Its plan as YAML.
    pub const fn text(self) -> &'static str {
        match self {
            Self::RateLimited => include_str!("scenarios/rate-limited.yaml"),
            Self::FlakyNetwork => include_str!("scenarios/flaky-network.yaml"),
            Self::EventStorm => include_str!("scenarios/event-storm.yaml"),
            Self::Amnesia => include_str!("scenarios/amnesia.yaml"),
        }
    }

    fn plan(self) -> FaultPlan {
        self.text()
            .parse()
            .expect("a test reads every scenario that comes with the emulator")
    }
}

/// What happens to requests that match. At least one of the fields behind `first` is given.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RequestRule {
    /// Only these methods.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<OneOrMany<Method>>,
    /// Only paths of this shape, without the query: `/v1/Workspaces/*/Tasks/*`, `**/Conferences/*`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Pattern>,
    /// Only this API.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api: Option<Api>,
    /// Every n-th that matches; neither this nor `chance` for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<u64>,
    /// With this probability, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<f64>,
    /// The first so many that match are spared; all counting begins behind them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<u64>,
    /// Only among the first so many that match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<u64>,

    /// Milliseconds the answer takes at least, the work for it included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latency_ms: Option<u64>,
    /// Up to so many milliseconds more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jitter_ms: Option<u64>,
    /// It is answered 429, 500, 502 or 503 and not carried out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Seconds that `Retry-After` of a 429 or 503 asks for; without it there is no such header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// It is carried out before it is answered with `status`, which must be 500 or above.
    #[serde(skip_serializing_if = "is_false")]
    pub after_effect: bool,
    /// The connection is reset without an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reset: Option<Reset>,
    /// The answer breaks off in the middle of its body.
    #[serde(skip_serializing_if = "is_false")]
    pub truncated_body: bool,
    /// The body comes in small pieces over so many milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slow_body_ms: Option<u64>,
}

/// The methods of Twilio's APIs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Read.
    Get,
    /// Create or update.
    Post,
    /// Delete.
    Delete,
}

/// The APIs the emulator has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Api {
    /// Everything below `/v1`.
    Taskrouter,
    /// Everything below `/2010-04-01`.
    Voice,
}

/// When a connection is reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reset {
    /// Before the request is carried out, which it then never is.
    BeforeEffect,
    /// When it has been carried out.
    AfterEffect,
}

/// What happens to callbacks that match. At least one of the fields behind `first` is given.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CallbackRule {
    /// Only events or only assignments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub callback: Option<CallbackKind>,
    /// Only events of these types: `task.created`, `reservation.*`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<OneOrMany<Pattern>>,
    /// As for requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<u64>,
    /// As for requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<f64>,
    /// As for requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<u64>,
    /// As for requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<u64>,

    /// It is never sent, and nobody notices.
    #[serde(skip_serializing_if = "is_false")]
    pub lost: bool,
    /// It is sent twice.
    #[serde(skip_serializing_if = "is_false")]
    pub duplicated: bool,
    /// It is sent so many milliseconds of the emulator's time later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_ms: Option<u64>,
    /// Up to so many milliseconds more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jitter_ms: Option<u64>,
    /// It is sent behind the next event of its workspace.
    #[serde(skip_serializing_if = "is_false")]
    pub out_of_order: bool,
    /// Its signature is that of somebody with another token.
    #[serde(skip_serializing_if = "is_false")]
    pub wrong_signature: bool,
    /// So many milliseconds are added to its `Timestamp` and `TimestampMs`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skew_ms: Option<i64>,
}

/// The kinds of callbacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CallbackKind {
    /// To a workspace's `EventCallbackUrl`.
    Event,
    /// To a workflow's `AssignmentCallbackUrl`.
    Assignment,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands the field over by reference"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl FaultPlan {
    /// Every request takes at least so long.
    pub fn latency(at_least: Duration) -> Self {
        Self {
            requests: vec![RequestRule::latency(at_least)],
            ..Self::default()
        }
    }

    /// A scenario and nothing else.
    pub fn of(scenario: Scenario) -> Self {
        Self {
            scenario: Some(scenario),
            ..Self::default()
        }
    }

    /// Reads a plan from a YAML file.
    ///
    /// # Errors
    /// It cannot be read, or does not hold what it should.
    pub fn load(path: &Path) -> Result<Self, PlanError> {
        std::fs::read_to_string(path)
            .map_err(|source| PlanError::Read {
                path: path.to_owned(),
                source,
            })?
            .parse()
            .map_err(|source| PlanError::File {
                path: path.to_owned(),
                source: Box::new(source),
            })
    }

    /// The rules of the scenario, then its own.
    pub(super) fn rules(&self) -> (Vec<RequestRule>, Vec<CallbackRule>) {
        let mut all = self.scenario.map(Scenario::plan).unwrap_or_default();
        all.requests.extend_from_slice(&self.requests);
        all.callbacks.extend_from_slice(&self.callbacks);
        (all.requests, all.callbacks)
    }

    /// Finds rules that nobody can have meant.
    ///
    /// # Errors
    /// A rule contradicts itself or does nothing.
    pub(crate) fn check(&self) -> Result<(), PlanError> {
        fn refuse(
            list: &'static str,
            problems: impl Iterator<Item = Option<&'static str>>,
        ) -> Result<(), PlanError> {
            match problems
                .enumerate()
                .find_map(|(index, problem)| Some((index, problem?)))
            {
                None => Ok(()),
                Some((index, problem)) => Err(PlanError::Rule {
                    list,
                    index,
                    problem,
                }),
            }
        }
        refuse("requests", self.requests.iter().map(RequestRule::problem))?;
        refuse(
            "callbacks",
            self.callbacks.iter().map(CallbackRule::problem),
        )
    }
}

impl FromStr for FaultPlan {
    type Err = PlanError;

    /// Reads YAML, of which JSON is a part.
    fn from_str(text: &str) -> Result<Self, PlanError> {
        let plan: Option<Self> = serde_saphyr::from_str(text)
            .map_err(|error| PlanError::Malformed(yaml_problem(&error)))?;
        let plan = plan.unwrap_or_default();
        plan.check()?;
        Ok(plan)
    }
}

impl RequestRule {
    /// Every request takes at least so long.
    pub fn latency(at_least: Duration) -> Self {
        Self {
            latency_ms: Some(u64::try_from(at_least.as_millis()).unwrap_or(u64::MAX)),
            ..Self::default()
        }
    }

    pub(super) fn turn(&self) -> Turn {
        Turn::new(self.every, self.chance, self.after, self.first)
    }

    fn problem(&self) -> Option<&'static str> {
        let does_nothing = self.latency_ms.is_none()
            && self.status.is_none()
            && self.reset.is_none()
            && !self.truncated_body
            && self.slow_body_ms.is_none();
        if does_nothing {
            return Some(
                "does nothing: give `latency_ms`, `status`, `reset`, `truncated_body` or \
                 `slow_body_ms`",
            );
        }
        if self.jitter_ms.is_some() && self.latency_ms.is_none() {
            return Some("has `jitter_ms` without `latency_ms`");
        }
        if self.status.is_some() && self.reset.is_some() {
            return Some("has `status` and `reset`, but a reset connection answers nothing");
        }
        if !matches!(self.status, None | Some(429 | 500 | 502 | 503)) {
            return Some("has a `status` other than 429, 500, 502 and 503");
        }
        if self.retry_after.is_some() && !matches!(self.status, Some(429 | 503)) {
            return Some("has `retry_after` without the `status` 429 or 503");
        }
        if self.after_effect && !matches!(self.status, Some(500 | 502 | 503)) {
            return Some("has `after_effect` without a `status` that leaves it open, 500 or above");
        }
        self.turn().problem()
    }
}

impl CallbackRule {
    pub(super) fn turn(&self) -> Turn {
        Turn::new(self.every, self.chance, self.after, self.first)
    }

    fn problem(&self) -> Option<&'static str> {
        let does_nothing = !self.lost
            && !self.duplicated
            && self.late_ms.is_none()
            && !self.out_of_order
            && !self.wrong_signature
            && self.skew_ms.is_none();
        if does_nothing {
            return Some(
                "does nothing: give `lost`, `duplicated`, `late_ms`, `out_of_order`, \
                 `wrong_signature` or `skew_ms`",
            );
        }
        if self.jitter_ms.is_some() && self.late_ms.is_none() {
            return Some("has `jitter_ms` without `late_ms`");
        }
        let assignments = self.callback == Some(CallbackKind::Assignment);
        if assignments && self.out_of_order {
            return Some("has `out_of_order`, but assignments have no order");
        }
        if assignments && self.event.is_some() {
            return Some("has `event`, but is about assignments");
        }
        self.turn().problem()
    }
}
