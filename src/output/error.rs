//! What can go wrong while showing something or asking for something.

use super::shell_word;

/// A failure of output or of a prompt.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody reads stdout any more, such as `head` when it has seen enough. Not a failure.
    #[error("stdout is closed")]
    Closed,
    /// Stdout cannot be written.
    #[error("cannot write to stdout")]
    Write(#[source] std::io::Error),
    /// A name in `--columns` or `--sort` is neither a column nor a field of the resource.
    #[error("unknown column `{name}`; there are {}", known.join(", "))]
    UnknownColumn {
        /// The name.
        name: String,
        /// The columns, then the other fields of the resource.
        known: Vec<String>,
    },
    /// The command does not replace a script.
    #[error("`-o legacy` is not there for this command: it replaces no script")]
    NoLegacy,
    /// The rows have no SID.
    #[error("`-o sid` is not there for this command: what it lists has no SID")]
    NoSid,
    /// `--jq` with a format other than JSON.
    #[error("`--jq` works on JSON: leave `--output` out, or use `-o json`")]
    JqNeedsJson,
    /// The filter is not valid.
    #[error("`--jq` filter `{filter}` is not valid: {problem}")]
    JqSyntax {
        /// The filter.
        filter: String,
        /// Where and why.
        problem: String,
    },
    /// The filter failed on the data.
    #[error("`--jq` filter failed: {0}")]
    Jq(String),
    /// A record could not be shown in the chosen format.
    #[error("cannot show a record as {format}: {problem}")]
    Encode {
        /// The format.
        format: &'static str,
        /// Why.
        problem: String,
    },
    /// A confirmation is needed and there is nobody to ask.
    #[error("this needs a confirmation, and there is no terminal to ask on")]
    NeedsYes,
    /// `--yes=NAME` where there is nothing to name.
    #[error("`--yes={0}` names something, and here nothing is asked but yes or no")]
    YesWithName(String),
    /// What is lost for good must be named, and it was not.
    #[error("{}", wrong_name(name, given.as_deref()))]
    NeedsName {
        /// The name.
        name: String,
        /// What was given or typed instead, if anything was.
        given: Option<String>,
    },
    /// Something must be typed in and there is no terminal.
    #[error("the {what} cannot be asked for without a terminal")]
    NoTerminal {
        /// What was to be asked for.
        what: String,
        /// How to give it otherwise.
        instead: String,
    },
    /// The user said no.
    #[error("nothing was done")]
    Declined,
    /// A prompt failed.
    #[error("cannot ask on the terminal")]
    Prompt(#[source] std::io::Error),
}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Self {
        if cause.kind() == std::io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Write(cause)
        }
    }
}

impl Error {
    /// What to type next.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::NeedsYes => Some(
                "`--yes` goes ahead without asking; `--dry-run` shows what would be done"
                    .to_owned(),
            ),
            Self::YesWithName(_) => Some("write `--yes` alone".to_owned()),
            Self::NeedsName { name, .. } => Some(format!(
                "`{}` goes ahead without asking; `--dry-run` shows what would be done",
                shell_word(&format!("--yes={name}"))
            )),
            Self::NoTerminal { instead, .. } => Some(instead.clone()),
            Self::UnknownColumn { .. } => {
                Some("a path into the resource works too, such as `attributes.from`".to_owned())
            }
            _ => None,
        }
    }
}

fn wrong_name(name: &str, given: Option<&str>) -> String {
    match given {
        None => format!("this needs the name `{name}`, a yes is not enough"),
        Some(given) => format!("this needs the name `{name}`, not `{given}`"),
    }
}
