//! Changing only what is still as it was judged to be.

use crate::twilio::{self, Client, Resource};

use super::{Step, StepError, Verdict};

/// How often somebody else may be faster before an item counts as failed.
const ROUNDS: u32 = 5;

/// Twilio's code for a change that the present state does not allow.
const WRONG_STATE: u32 = 20001;

/// Reads the resource, judges it, keeps the before-image and makes the change under the version
/// that was judged.
///
/// Lists carry no versions, so the read cannot be saved. When the resource changed in between (412,
/// or a refusal for its state) it is read and judged again: `judge` says why it is not eligible any
/// more, and that is no failure. Neither is a resource that is gone.
pub async fn guarded<R, F>(
    client: &Client,
    scope: R::Scope,
    sid: R::Sid,
    step: &Step,
    judge: impl Fn(&R) -> Result<(), String>,
    change: impl Fn(Option<String>) -> F,
) -> Result<Verdict, StepError>
where
    R: Resource,
    F: Future<Output = Result<Verdict, twilio::Error>>,
{
    let mut refused = None;
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
            Some(error @ twilio::Error::Api(_)) => return Err(error.into()),
            _ => step.before(&current.record.raw, current.etag.as_deref())?,
        }
        match change(current.etag).await {
            Ok(verdict) => return Ok(verdict),
            Err(twilio::Error::NotFound(_)) => return Ok(gone()),
            Err(error @ twilio::Error::PreconditionFailed(_)) => refused = Some(error),
            Err(error) if error.code() == Some(WRONG_STATE) => refused = Some(error),
            Err(error) => return Err(error.into()),
        }
    }
    Err(refused
        .expect("the loop is left here only after a refusal")
        .into())
}

fn gone() -> Verdict {
    Verdict::Unchanged("is gone by now".to_owned())
}
