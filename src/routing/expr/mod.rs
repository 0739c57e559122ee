//! `TaskRouter`'s expression language: `skills HAS "support" AND level >= 3`.
//!
//! [`Expr::parse`] reads a text, [`Expr::eval`] answers it within a [`Scope`], which decides what
//! names mean: the same `sid` is a worker's field in a queue, an attribute in a filter and nothing
//! in a target. The rules of comparison are listed in [`eval`]. [`OrderBy`] is the sibling
//! language of `order_by`.
//!
//! Reading and evaluating are pure; evaluation does not allocate, except for `CONTAINS` on numbers.

mod ast;
mod error;
pub mod eval;
mod lexer;
mod logic;
mod order_by;
mod parser;
mod reference;
mod scope;
mod spelling;
mod target_workers;
mod time;
mod why;

#[cfg(test)]
mod tests;

pub use ast::{Comparison, Expr, Number, Operand, Operator, References};
pub use error::{Error, ErrorKind, Found, Suggestion};
pub use eval::Value;
pub use order_by::{Direction, NotAnInteger, OrderBy, OrderKey, Rank};
pub use parser::MAX_DEPTH;
pub use reference::{Reference, Segment};
pub use scope::{
    ChannelLoad, DocumentScope, Scope, SkipIfScope, TargetScope, TaskScope, WorkerCounts,
    WorkerFacts, WorkerRecord, WorkerScope,
};
pub use target_workers::TargetWorkers;
pub use time::next_minute;
pub use why::{Found as FoundValue, Miss};

use parser::Parser;

impl Expr {
    /// Reads an expression.
    ///
    /// # Errors
    /// When the text is not an expression; an empty one is not (for queues see
    /// [`TargetWorkers`]). Names are not checked: one that does not exist is `null`.
    pub fn parse(source: &str) -> Result<Self, Error> {
        Parser::new(source)?.whole_expression()
    }
}

impl std::str::FromStr for Expr {
    type Err = Error;

    fn from_str(source: &str) -> Result<Self, Error> {
        Self::parse(source)
    }
}

impl Reference {
    /// Reads a single reference, e.g. `task.language`.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn parse(source: &str) -> Result<Self, Error> {
        let mut parser = Parser::new(source)?;
        if parser.token().kind != lexer::TokenKind::Name {
            return Err(parser.error(ErrorKind::ExpectedName(parser.found())));
        }
        let reference = parser.reference()?;
        if parser.token().kind != lexer::TokenKind::End {
            return Err(parser.error(ErrorKind::ExpectedConjunction(parser.found())));
        }
        Ok(reference)
    }
}
