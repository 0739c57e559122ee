//! The expression of a queue, which unlike others may be empty.

use std::fmt;

use super::ast::Expr;
use super::error::Error;
use super::scope::WorkerFacts;

/// `TargetWorkers` of a task queue: which workers serve it.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetWorkers {
    /// The empty expression: no worker.
    Nobody,
    /// The workers for which this is true.
    Matching(Expr),
}

impl TargetWorkers {
    /// Reads the expression of a queue; an empty text means nobody.
    pub fn parse(source: &str) -> Result<Self, Error> {
        if source.trim().is_empty() {
            return Ok(Self::Nobody);
        }
        Expr::parse(source).map(Self::Matching)
    }

    /// The expression, unless it is empty.
    pub fn expr(&self) -> Option<&Expr> {
        match self {
            Self::Nobody => None,
            Self::Matching(expr) => Some(expr),
        }
    }

    /// Whether the worker serves the queue.
    pub fn matches<W: WorkerFacts + ?Sized>(&self, worker: &W) -> bool {
        self.expr().is_some_and(|expr| expr.matches_worker(worker))
    }
}

impl fmt::Display for TargetWorkers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => Ok(()),
            Self::Matching(expr) => write!(f, "{expr}"),
        }
    }
}
