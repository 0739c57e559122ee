//! What can be wrong with the text of an expression, and the drawing that points at it.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A mistake in an expression (or an `order_by` clause).
///
/// Its text is one line and names the column; [`Error::render`] draws the place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind} at column {column}{}", Parenthesis(.suggestion.as_ref()))]
pub struct Error {
    /// What is wrong.
    pub kind: ErrorKind,
    /// Where, in bytes of the source; empty when something is missing at that place.
    pub span: Range<usize>,
    /// Where, in characters of the source, counted from 1.
    pub column: usize,
    /// What to write instead, when that can be guessed.
    pub suggestion: Option<Suggestion>,
}

/// The kinds of mistakes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ErrorKind {
    /// Nothing but blanks.
    #[error("the expression is empty")]
    Empty,
    /// A character that begins nothing in the language.
    #[error("unexpected character `{}`", .0.escape_debug())]
    UnexpectedCharacter(char),
    /// A sign that other languages have.
    #[error("unknown operator {0}")]
    UnknownSign(Found),
    /// A hyphen in a name (`skill-level`) or before a number.
    #[error("unexpected `-`: names cannot contain it and numbers cannot be negative")]
    Hyphen,
    /// A text whose closing quote is missing.
    #[error("the text is not closed, expected `{0}`")]
    UnclosedString(char),
    /// More digits than a number can hold.
    #[error("the number is too large")]
    NumberTooLarge,
    /// An index that is not a whole number.
    #[error("expected an array index, found {0}")]
    ExpectedIndex(Found),
    /// A value, a reference or `(` should stand here.
    #[error("expected a value, found {0}")]
    ExpectedOperand(Found),
    /// A comparison operator should stand here.
    #[error("expected an operator after `{left}`, found {found}")]
    ExpectedOperator {
        /// The operand before it.
        left: String,
        /// What stands there.
        found: Found,
    },
    /// After a complete comparison only these may follow.
    #[error("expected `AND`, `OR` or the end, found {0}")]
    ExpectedConjunction(Found),
    /// A name should follow the dot.
    #[error("expected a name after `.`, found {0}")]
    ExpectedName(Found),
    /// A bracket or parenthesis is still open.
    #[error("expected `{close}`, found {found}")]
    ExpectedClose {
        /// The character that closes it.
        close: char,
        /// What stands there.
        found: Found,
    },
    /// `NOT` other than in `NOT IN`.
    #[error("`NOT` can only be used as `NOT IN`")]
    Not,
    /// More nested parentheses and brackets than supported.
    #[error("nested deeper than {0} levels")]
    TooDeep(usize),
    /// An `order_by` key that is not `worker.<attribute>`.
    #[error("expected `worker.<attribute>`, found {0}")]
    ExpectedWorkerAttribute(Found),
    /// After an `order_by` key only these may follow.
    #[error("expected `ASC`, `DESC`, `,` or the end, found {0}")]
    ExpectedDirection(Found),
}

/// What stood where something else was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This text.
    Text(String),
    /// Nothing more.
    End,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "`{text}`"),
            Self::End => f.write_str("the end"),
        }
    }
}

/// How a mistake could be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// Write this in place of the marked text.
    Replace(String),
    /// A sentence on what the language offers.
    Advice(String),
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Replace(text) => write!(f, "did you mean `{text}`?"),
            Self::Advice(text) => f.write_str(text),
        }
    }
}

struct Parenthesis<'a>(Option<&'a Suggestion>);

impl fmt::Display for Parenthesis<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(suggestion) => write!(f, " ({suggestion})"),
            None => Ok(()),
        }
    }
}

impl Error {
    pub(super) fn new(source: &str, kind: ErrorKind, span: Range<usize>) -> Self {
        let column = source[..span.start].chars().count() + 1;
        Self {
            kind,
            span,
            column,
            suggestion: None,
        }
    }

    pub(super) fn suggesting(mut self, suggestion: Option<Suggestion>) -> Self {
        self.suggestion = suggestion;
        self
    }

    /// Draws the source with a mark under the mistake.
    ///
    /// `source` is the text that was parsed; `color` adds terminal colours.
    pub fn render(&self, source: &str, color: bool) -> String {
        let renderer = if color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let title = self.kind.to_string();
        let mut group = Group::with_title(Level::ERROR.primary_title(title)).element(
            Snippet::source(source).annotation(AnnotationKind::Primary.span(self.span.clone())),
        );
        if let Some(suggestion) = &self.suggestion {
            group = group.element(Level::HELP.message(suggestion.to_string()));
        }
        renderer.render(&[group])
    }
}
