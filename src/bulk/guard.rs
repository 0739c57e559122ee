//! Changing only what is still as it was judged to be, and telling the truth about a change whose
//! answer was lost.

use crate::twilio::{self, Client, Resource};

use super::{Step, StepError, Verdict};

/// How often somebody else may be faster before an item counts as failed.
const ROUNDS: u32 = 5;

/// Twilio's code for a change that the present state does not allow.
const WRONG_STATE: u32 = 20001;

/// Whether a resource is as a change was to make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// It is: what it is now, for people.
    Yes(String),
    /// It is not.
    No,
    /// It would look the same either way.
    Unclear,
}

impl Reached {
    /// What it is now if it is as wanted.
    pub fn if_so(reached: bool, now: &(impl ToString + ?Sized)) -> Self {
        if reached {
            Self::Yes(now.to_string())
        } else {
            Self::No
        }
    }
}

/// Reads the resource, judges it, keeps the before-image and makes the change under the version
/// that was judged.
///
/// Lists carry no versions, so the read cannot be saved. When the resource changed in between (412,
/// or a refusal for its state) it is read and judged again: `judge` says why it is not eligible any
/// more, and that is no failure. Neither is a resource that is gone.
///
/// When no answer came to the change, or only to a later attempt at it, the resource is read again
/// and `reached` says whether it is as it was to be (`None` for one that is gone): then the change
/// counts as made.
pub async fn guarded<R, F>(
    client: &Client,
    scope: R::Scope,
    sid: R::Sid,
    step: &Step,
    judge: impl Fn(&R) -> Result<(), String>,
    reached: impl Fn(Option<&R>) -> Reached,
    change: impl Fn(Option<String>) -> F,
) -> Result<Verdict, StepError>
where
    R: Resource,
    F: Future<Output = Result<Verdict, twilio::Error>>,
{
    let mut refused: Option<twilio::Error> = None;
    for _ in 0..ROUNDS {
        let current = match client.get::<R>(scope, sid).await {
            Ok(current) => current,
            Err(twilio::Error::NotFound(_)) => return Ok(gone()),
            Err(error) => return Err(error.into()),
        };
        if let Err(reason) = judge(&current.record.value) {
            return Ok(Verdict::Unchanged(reason));
        }
        match refused.take() {
            // Still eligible, so the refusal was not about its state.
            Some(error) if error.code() == Some(WRONG_STATE) => return Err(error.into()),
            _ => step.before(&current.record.raw, current.etag.as_deref())?,
        }
        match change(current.etag).await {
            Ok(verdict) => return Ok(verdict),
            Err(twilio::Error::NotFound(_)) => return Ok(gone()),
            Err(error) if error.leaves_open() => {
                match look_again(client, scope, sid, &reached).await {
                    Seen::Made(verdict) => return Ok(verdict),
                    Seen::Unclear(unread) => {
                        return Err(StepError::Unknown {
                            source: error,
                            unread,
                        });
                    }
                    Seen::NotMade if may_be_its_state(&error) => refused = Some(error),
                    Seen::NotMade => return Err(error.into()),
                }
            }
            Err(error) if may_be_its_state(&error) => refused = Some(error),
            Err(error) => return Err(error.into()),
        }
    }
    Err(refused
        .expect("the loop is left here only after a refusal")
        .into())
}

/// Whether the resource may have been refused for what became of it since it was read.
fn may_be_its_state(error: &twilio::Error) -> bool {
    match error {
        twilio::Error::PreconditionFailed(_) | twilio::Error::NotFound(_) => true,
        twilio::Error::Unanswered { last } => may_be_its_state(last),
        other => other.code() == Some(WRONG_STATE),
    }
}

/// What became of a change whose answer was lost.
enum Seen {
    Made(Verdict),
    NotMade,
    /// Nobody can tell; with the error if it could not even be read.
    Unclear(Option<Box<twilio::Error>>),
}

async fn look_again<R: Resource>(
    client: &Client,
    scope: R::Scope,
    sid: R::Sid,
    reached: impl Fn(Option<&R>) -> Reached,
) -> Seen {
    let now = match client.get::<R>(scope, sid).await {
        Ok(now) => Some(now.record),
        Err(twilio::Error::NotFound(_)) => None,
        Err(error) => return Seen::Unclear(Some(Box::new(error))),
    };
    match reached(now.as_ref().map(|record| &record.value)) {
        Reached::Yes(detail) => Seen::Made(Verdict::Done {
            detail: format!("{detail} (found so, the answer was lost)"),
            after: now.map(|record| record.raw),
        }),
        Reached::No => Seen::NotMade,
        Reached::Unclear => Seen::Unclear(None),
    }
}

fn gone() -> Verdict {
    Verdict::Unchanged("is gone by now".to_owned())
}
