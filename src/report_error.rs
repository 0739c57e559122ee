//! Turns an error into `error:`, `caused by:` and `hint:` on stderr and into an exit code. Each
//! kind of error is recognised by its type, here and nowhere else.

use std::error::Error as StdError;

use crate::bulk;
use crate::exit_code::{ExitCode, Failure, ProgramEnded};
use crate::output::{self, Console};
use crate::provision::load::LoadError;
use crate::routing::expr;
use crate::settings;
use crate::twilio;

/// Reports an error; nothing is said of a closed stdout, which is no failure, and of a program's
/// own end.
pub fn report(error: &anyhow::Error, console: &Console) -> ExitCode {
    if let Some(ProgramEnded(code)) = error.downcast_ref() {
        return ExitCode::OfProgram(*code);
    }
    let verdict = error.chain().find_map(judge).unwrap_or(Verdict {
        code: ExitCode::Other,
        hint: None,
    });
    if verdict.code == ExitCode::Done {
        return verdict.code;
    }
    if error.chain().any(is_a_no) {
        console.note(error);
        return verdict.code;
    }
    let mut said = error.to_string();
    console.error(&said);
    for cause in error.chain().skip(1) {
        let text = cause.to_string();
        // An error that hands its cause's text on has said it already.
        if !said.ends_with(&text) {
            console.caused_by(&text);
        }
        said = text;
    }
    if let Some(hint) = verdict.hint {
        console.hint(hint);
    }
    verdict.code
}

/// What to do about an error, if anything is known to help.
pub fn hint_of(error: &anyhow::Error) -> Option<String> {
    error.chain().find_map(judge)?.hint
}

/// Whether somebody said no or stop: told, but nothing went wrong.
fn is_a_no(error: &(dyn StdError + 'static)) -> bool {
    let stopped = |failure: &Failure| failure.code == ExitCode::Interrupted;
    matches!(error.downcast_ref(), Some(output::Error::Declined))
        || error.downcast_ref().is_some_and(stopped)
}

struct Verdict {
    code: ExitCode,
    hint: Option<String>,
}

/// What an error in the chain means, if its kind means anything.
fn judge(error: &(dyn StdError + 'static)) -> Option<Verdict> {
    let (code, hint) = if let Some(failure) = error.downcast_ref::<Failure>() {
        (failure.code, failure.hint.clone())
    } else if let Some(error) = error.downcast_ref::<settings::Error>() {
        (ExitCode::Settings, error.hint())
    } else if let Some(error) = error.downcast_ref::<output::Error>() {
        (code_of_output(error), error.hint())
    } else if let Some(error) = error.downcast_ref::<twilio::Error>() {
        (code_of_twilio(error.kind()), error.hint())
    } else if let Some(error) = error.downcast_ref::<bulk::Error>() {
        code_of_bulk(error)
    } else if error.is::<expr::Error>() || error.is::<LoadError>() {
        (ExitCode::Usage, None)
    } else {
        return None;
    };
    Some(Verdict { code, hint })
}

fn code_of_twilio(kind: twilio::ErrorKind) -> ExitCode {
    match kind {
        twilio::ErrorKind::Usage => ExitCode::Usage,
        twilio::ErrorKind::Settings => ExitCode::Settings,
        twilio::ErrorKind::NotFound => ExitCode::NotFound,
        twilio::ErrorKind::Service => ExitCode::Twilio,
    }
}

fn code_of_bulk(error: &bulk::Error) -> (ExitCode, Option<String>) {
    match error {
        bulk::Error::Journal { .. } => (
            ExitCode::Other,
            Some(
                "nothing was changed; make the directory writable, or set XDG_STATE_HOME"
                    .to_owned(),
            ),
        ),
        bulk::Error::NoJournal { directory, .. } => (
            ExitCode::NotFound,
            Some(format!("journals are kept in `{}`", directory.display())),
        ),
        bulk::Error::ReadJournal { .. } => (ExitCode::Other, None),
        bulk::Error::OtherJournal { .. } | bulk::Error::DamagedJournal { .. } => {
            (ExitCode::Usage, None)
        }
        bulk::Error::BusyJournal { .. } => (
            ExitCode::Usage,
            Some("wait for its end, or interrupt it first".to_owned()),
        ),
        bulk::Error::SomeFailed { .. } => (ExitCode::ItemsFailed, None),
        bulk::Error::Interrupted { .. } => (
            ExitCode::Interrupted,
            Some(
                "the same command with `--resume last` goes on; one without that flag does when it \
                 is run again"
                    .to_owned(),
            ),
        ),
    }
}

fn code_of_output(error: &output::Error) -> ExitCode {
    use output::Error;
    match error {
        Error::Closed => ExitCode::Done,
        Error::Declined => ExitCode::Interrupted,
        Error::UnknownColumn { .. }
        | Error::NoLegacy
        | Error::NoSid
        | Error::JqNeedsJson
        | Error::JqSyntax { .. }
        | Error::NeedsYes
        | Error::NeedsName { .. }
        | Error::YesWithName(_)
        | Error::NoTerminal { .. } => ExitCode::Usage,
        Error::Write(_) | Error::Jq(_) | Error::Encode { .. } | Error::Prompt(_) => ExitCode::Other,
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    fn reported(error: &anyhow::Error) -> (ExitCode, String) {
        let (console, captured) = Console::captured(None, false);
        let code = report(error, &console);
        (code, captured.stderr())
    }

    #[test]
    fn the_kind_decides_wherever_it_is_in_the_chain() {
        let error = Err::<(), _>(settings::Error::NoHome)
            .context("cannot store the profile")
            .unwrap_err();
        let (code, said) = reported(&error);
        assert_eq!(code, ExitCode::Settings);
        assert_eq!(
            said,
            "error: cannot store the profile\n\
             caused by: there is no home directory to keep profiles in\n\
             hint: set HOME, or TRCTL_CONFIG to the path of a file\n"
        );
    }

    #[test]
    fn a_closed_pipe_is_success_and_silent() {
        let error = anyhow::Error::from(output::Error::Closed).context("cannot list the tasks");
        assert_eq!(reported(&error), (ExitCode::Done, String::new()));
    }

    #[test]
    fn a_no_is_told_and_is_no_error() {
        let error = anyhow::Error::from(output::Error::Declined);
        assert_eq!(
            reported(&error),
            (ExitCode::Interrupted, "nothing was done\n".to_owned())
        );
    }

    #[test]
    fn anything_else_is_one() {
        let error = anyhow::anyhow!("inner").context("outer");
        assert_eq!(
            reported(&error),
            (ExitCode::Other, "error: outer\ncaused by: inner\n".into())
        );
    }
}
