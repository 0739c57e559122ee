//! What can be wrong with a workflow configuration, and what is merely odd.

use std::fmt;

use crate::routing::expr;

/// One problem of a workflow configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// Where, e.g. `task_routing.filters[1].targets[0].expression`; empty for the whole document.
    pub path: String,
    /// What is wrong.
    pub kind: ErrorKind,
}

/// The kinds of problems.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ErrorKind {
    /// The text is no JSON.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// A required key is missing.
    #[error("missing")]
    Missing,
    /// A value of another type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What should stand there.
        expected: &'static str,
        /// What does.
        found: String,
    },
    /// A filter without steps.
    #[error("at least one target is needed")]
    NoTargets,
    /// The first target of a filter, or the default filter, names no queue.
    #[error("missing: only targets after the first inherit a queue")]
    NoQueue,
    /// An expression or `order_by` that cannot be read.
    #[error("{error}")]
    Expression {
        /// The text as written; the spans of `error` refer to it.
        text: String,
        /// What is wrong with it.
        #[source]
        error: expr::Error,
    },
    /// Both ways to name a known worker in one target.
    #[error("cannot be combined with `known_worker_sid`")]
    TwoKnownWorkers,
    /// A known worker that is not given by reference.
    #[error("expected a reference `task.<attribute>`, found `{0}`")]
    NotATaskReference(String),
    /// A queue that does not exist.
    #[error("there is no task queue `{0}`")]
    UnknownQueue(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}`: ", self.path)?;
        }
        write!(f, "{}", self.kind)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.kind)
    }
}

impl Error {
    /// The problem on several lines; for expressions with a mark under the mistake.
    pub fn render(&self, color: bool) -> String {
        match &self.kind {
            ErrorKind::Expression { text, error } => {
                format!("`{}`\n{}", self.path, error.render(text, color))
            }
            _ => self.to_string(),
        }
    }
}

/// All problems of a workflow configuration, in the order of the document; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors(Vec<Error>);

impl Errors {
    /// `Ok` when there are no errors.
    pub(super) fn check(errors: Vec<Error>) -> Result<(), Self> {
        if errors.is_empty() {
            Ok(())
        } else {
            Err(Self(errors))
        }
    }

    /// The problems.
    pub fn as_slice(&self) -> &[Error] {
        &self.0
    }
}

impl IntoIterator for Errors {
    type Item = Error;
    type IntoIter = std::vec::IntoIter<Error>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// One line: the problems, separated by semicolons.
impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, error) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}

/// Something Twilio accepts but that hardly means what was intended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where, see [`Error::path`].
    pub path: String,
    /// What is odd.
    pub kind: WarningKind,
}

/// The kinds of oddities.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WarningKind {
    /// A key that means nothing here.
    #[error("unknown key, ignored")]
    UnknownKey,
    /// A timeout where none applies.
    #[error("the default filter has no timeout, ignored")]
    TimeoutInDefaultFilter,
    /// Tasks that match no filter are cancelled.
    #[error("missing: tasks that match no filter have nowhere to go")]
    NoDefaultFilter,
    /// A name without a value in this expression: it compares as `null`.
    #[error("`{name}` means nothing here: known are {known}")]
    NameOutOfScope {
        /// The reference.
        name: String,
        /// What can be referred to.
        known: &'static str,
    },
    /// A target after one that neither expires nor is skipped.
    #[error("never reached: the target before has neither `timeout` nor `skip_if`")]
    Unreachable,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.path, self.kind)
    }
}
