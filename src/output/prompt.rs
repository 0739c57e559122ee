//! Questions on the terminal. Without one, or when nobody can answer, they are errors that tell
//! the flag to use instead.

use std::fmt;
use std::io::Read as _;

use secrecy::SecretString;

use super::{Console, Error};

impl Console {
    /// Whether somebody can answer: prompts are written to stderr and read from stdin.
    pub const fn can_ask(&self) -> bool {
        self.terminals.stdin && self.terminals.stderr
    }

    /// Asks for a yes; anything else is [`Error::Declined`].
    ///
    /// # Errors
    /// The answer was no, or there is no terminal to ask on.
    pub fn confirm(&self, question: impl fmt::Display) -> Result<(), Error> {
        if !self.can_ask() {
            return Err(Error::NeedsYes);
        }
        // A line, not a key: `Confirm` hides the cursor, and Ctrl-C would leave it hidden.
        let answer: String = dialoguer::Input::with_theme(&Asked("[y/N] "))
            .with_prompt(question.to_string())
            .allow_empty(true)
            .interact()
            .map_err(prompt_error)?;
        match answer.trim().to_ascii_lowercase().as_str() {
            "y" | "yes" => Ok(()),
            _ => Err(Error::Declined),
        }
    }

    /// Has the name typed of what is about to be lost for good; nothing typed is
    /// [`Error::Declined`].
    ///
    /// # Errors
    /// Another name was typed, or there is no terminal to ask on.
    pub fn confirm_by_name(&self, question: impl fmt::Display, name: &str) -> Result<(), Error> {
        let wrong = |given: Option<String>| Error::NeedsName {
            name: name.to_owned(),
            given,
        };
        if !self.can_ask() {
            return Err(wrong(None));
        }
        let answer: String = dialoguer::Input::with_theme(&Asked("Its name: "))
            .with_prompt(question.to_string())
            .allow_empty(true)
            .interact()
            .map_err(prompt_error)?;
        match answer.trim() {
            typed if typed == name => Ok(()),
            "" => Err(Error::Declined),
            typed => Err(wrong(Some(typed.to_owned()))),
        }
    }

    /// Asks for a secret, without showing what is typed; `what` is its name within a sentence.
    ///
    /// # Errors
    /// There is no terminal; `instead` tells how to give it otherwise.
    pub fn ask_secret(&self, what: &str, instead: &str) -> Result<SecretString, Error> {
        if !self.can_ask() {
            return Err(Error::NoTerminal {
                what: what.to_owned(),
                instead: instead.to_owned(),
            });
        }
        dialoguer::Password::new()
            .with_prompt(capitalised(what))
            .interact()
            .map(SecretString::from)
            .map_err(prompt_error)
    }

    /// Reads a secret from stdin: all of it, without the line end.
    ///
    /// # Errors
    /// Stdin cannot be read or is not text.
    pub fn read_secret(&self) -> Result<SecretString, Error> {
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(Error::Prompt)?;
        Ok(text.trim().into())
    }
}

/// How a question looks, with what stands between it and the answer.
struct Asked(&'static str);

impl dialoguer::theme::Theme for Asked {
    fn format_input_prompt(
        &self,
        line: &mut dyn fmt::Write,
        question: &str,
        _default: Option<&str>,
    ) -> fmt::Result {
        write!(line, "{question} {}", self.0)
    }

    fn format_input_prompt_selection(
        &self,
        line: &mut dyn fmt::Write,
        question: &str,
        answer: &str,
    ) -> fmt::Result {
        write!(line, "{question} {}{answer}", self.0)
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

fn prompt_error(error: dialoguer::Error) -> Error {
    let dialoguer::Error::IO(cause) = error;
    if cause.kind() == std::io::ErrorKind::Interrupted {
        Error::Declined
    } else {
        Error::Prompt(cause)
    }
}
