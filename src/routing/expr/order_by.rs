//! `order_by` of workflow targets: which of several workers comes first.

use std::cmp::Reverse;
use std::fmt;

use super::ast::Number;
use super::error::{Error, ErrorKind, Found};
use super::eval::Value;
use super::lexer::TokenKind;
use super::parser::Parser;
use super::reference::Reference;
use super::scope::{WorkerFacts, prefixed_worker};
use super::spelling::Position;

/// `worker.level DESC, worker.seniority ASC`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderBy {
    keys: Vec<OrderKey>,
}

/// One key of an [`OrderBy`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderKey {
    /// Always `worker.…`.
    pub reference: Reference,
    /// Ascending when the text names none (inferred).
    pub direction: Direction,
}

/// The direction of an [`OrderKey`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// The place of one worker in an order: the smaller comes first.
///
/// Only ranks of the same [`OrderBy`] can be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(Vec<Place>);

/// A missing attribute comes after every present one, whatever the direction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Ascending(i64),
    Descending(Reverse<i64>),
    Missing,
}

/// An attribute that is present but not an integer: Twilio then ignores the whole `order_by`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{reference}` is not an integer")]
pub struct NotAnInteger {
    /// The key with that value.
    pub reference: Reference,
}

impl OrderBy {
    /// Reads an `order_by` clause.
    pub fn parse(source: &str) -> Result<Self, Error> {
        let mut parser = Parser::new(source)?;
        if parser.token().kind == TokenKind::End {
            return Err(parser.error(ErrorKind::Empty));
        }
        let mut keys = vec![OrderKey::parse(&mut parser)?];
        while parser.eat(&TokenKind::Comma)? {
            keys.push(OrderKey::parse(&mut parser)?);
        }
        if parser.token().kind != TokenKind::End {
            return Err(parser
                .error(ErrorKind::ExpectedDirection(parser.found()))
                .suggesting(parser.misspelling(Position::Direction)));
        }
        Ok(Self { keys })
    }

    /// The keys, most important first.
    pub fn keys(&self) -> &[OrderKey] {
        &self.keys
    }

    /// The worker's place. Workers of equal rank are told apart by who waited longest.
    ///
    /// # Errors
    /// When a value is present but no integer; then the order must be ignored for all workers.
    pub fn rank<W: WorkerFacts + ?Sized>(&self, worker: &W) -> Result<Rank, NotAnInteger> {
        self.keys
            .iter()
            .map(|key| key.place(worker))
            .collect::<Result<_, _>>()
            .map(Rank)
    }

    /// The ranks of all `workers`, in their order; `None` when a non-integer value makes the
    /// whole clause ignored.
    pub fn rank_all<'a, W: WorkerFacts + ?Sized + 'a>(
        &self,
        workers: impl IntoIterator<Item = &'a W>,
    ) -> Option<Vec<Rank>> {
        workers
            .into_iter()
            .map(|worker| self.rank(worker).ok())
            .collect()
    }
}

impl OrderKey {
    fn parse(parser: &mut Parser<'_>) -> Result<Self, Error> {
        let start = parser.token().span.start;
        if parser.token().kind != TokenKind::Name {
            return Err(parser.error(ErrorKind::ExpectedWorkerAttribute(parser.found())));
        }
        let reference = parser.reference()?;
        if !reference.is_worker() {
            let written = parser.source()[start..parser.token().span.start].trim_end();
            let kind = ErrorKind::ExpectedWorkerAttribute(Found::Text(written.to_owned()));
            let span = start..start + written.len();
            return Err(Error::new(parser.source(), kind, span));
        }
        let word = &parser.source()[parser.token().span.clone()];
        let direction = if word.eq_ignore_ascii_case("ASC") {
            Some(Direction::Ascending)
        } else if word.eq_ignore_ascii_case("DESC") {
            Some(Direction::Descending)
        } else {
            None
        };
        if direction.is_some() {
            parser.advance()?;
        }
        Ok(Self {
            reference,
            direction: direction.unwrap_or(Direction::Ascending),
        })
    }

    fn place<W: WorkerFacts + ?Sized>(&self, worker: &W) -> Result<Place, NotAnInteger> {
        let value = prefixed_worker(worker, &self.reference).unwrap_or(Value::Null);
        let integer = match value {
            Value::Null => return Ok(Place::Missing),
            Value::Number(number) => Number::to_i64(number),
            _ => None,
        };
        match (integer, self.direction) {
            (Some(value), Direction::Ascending) => Ok(Place::Ascending(value)),
            (Some(value), Direction::Descending) => Ok(Place::Descending(Reverse(value))),
            (None, _) => Err(NotAnInteger {
                reference: self.reference.clone(),
            }),
        }
    }
}

impl fmt::Display for OrderBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, key) in self.keys.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            let direction = match key.direction {
                Direction::Ascending => "ASC",
                Direction::Descending => "DESC",
            };
            write!(f, "{} {direction}", key.reference)?;
        }
        Ok(())
    }
}
