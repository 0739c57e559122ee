//! Changing only what is still as it was judged to be, telling the truth about a change whose answer
//! was lost, and not making a change twice when a run goes on after a crash.

use serde::de::DeserializeOwned;

use crate::twilio::{self, Change, Client, Form, Place, Record, Resource, Versioned};

use super::{Asked, Step, StepError, Verdict};

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

/// A change of one resource, as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Parameters that say what is wanted, so that sending them twice does no more than once.
    Update(Form),
    /// Parameters that do something each time they are sent, such as dialing.
    UpdateOnce(Form),
    /// Away with it.
    Delete,
}

impl Edit {
    fn asked(&self, place: &Place) -> Asked {
        let (method, form) = match self {
            Self::Update(form) | Self::UpdateOnce(form) => ("POST", written(form)),
            Self::Delete => ("DELETE", Vec::new()),
        };
        Asked {
            method: method.to_owned(),
            path: place.path().to_owned(),
            form,
        }
    }
}

fn written(form: &Form) -> Vec<(String, String)> {
    form.iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Reads the resource, judges it, keeps the before-image and the request, and makes the change under
/// the version that was judged.
///
/// Lists carry no versions, so the read cannot be saved. `judge` says what is to be sent, or why the
/// resource is not eligible (any more), and that is no failure. When the resource changed in
/// between (412, or a refusal for its state) it is read and judged again. Neither is one that is
/// gone a failure. `told` says what the change made of it, `None` standing for one that is gone.
///
/// When no answer came to the change, or only to a later attempt at it, the resource is read again
/// and `reached` says whether it is as it was to be (`None` for one that is gone): then the change
/// counts as made. It is asked too when an earlier part of the run began the change and did not
/// live to see its end.
///
/// # Errors
/// Twilio refused, could not be reached, or left open what happened; the journal cannot be written.
pub async fn edit<T: DeserializeOwned>(
    client: &Client,
    place: &Place,
    step: &Step,
    judge: impl Fn(&T) -> Result<Edit, String>,
    reached: impl Fn(Option<&T>) -> Reached,
    told: impl Fn(Option<&T>) -> String,
) -> Result<Verdict, StepError> {
    let mut refused: Option<twilio::Error> = None;
    for _ in 0..ROUNDS {
        let current = match client.get_at::<T>(place).await {
            Ok(current) => current,
            Err(twilio::Error::NotFound(_)) => {
                return Ok(match (step.earlier(), reached(None)) {
                    (Some(_), Reached::Yes(detail)) => found(&detail, BROKE_OFF, None::<Record<T>>),
                    _ => gone(),
                });
            }
            Err(error) => return Err(error.into()),
        };
        if let Some(begun) = step.earlier() {
            match reached(Some(&current.record.value)) {
                Reached::Yes(detail) => {
                    return Ok(found(&detail, BROKE_OFF, Some(current.record)));
                }
                Reached::No => {}
                // Who was not touched was not changed.
                Reached::Unclear if begun.etag.is_some() && begun.etag == current.etag => {}
                Reached::Unclear => return Err(StepError::LeftOpen),
            }
        }
        let wanted = match judge(&current.record.value) {
            Ok(wanted) => wanted,
            Err(reason) => return Ok(Verdict::Unchanged(reason)),
        };
        match refused.take() {
            // Still eligible, so the refusal was not about its state.
            Some(error) if error.code() == Some(WRONG_STATE) => return Err(error.into()),
            _ => step.begin(
                place.kind(),
                wanted.asked(place),
                current.etag.as_deref(),
                Some(&current.record.raw),
            )?,
        }
        match make(client, place, wanted, current.etag).await {
            Ok(after) => {
                let detail = told(after.as_ref().map(|after| &after.record.value));
                let after = after.map(|after| after.record.raw);
                return Ok(Verdict::Done { detail, after });
            }
            Err(twilio::Error::NotFound(_)) => return Ok(gone()),
            Err(error) if error.leaves_open() => match look_again(client, place, &reached).await {
                Seen::Made(verdict) => return Ok(verdict),
                Seen::Unclear(unread) => {
                    return Err(StepError::Unknown {
                        source: error,
                        unread,
                    });
                }
                Seen::NotMade if may_be_its_state(&error) => refused = Some(error),
                Seen::NotMade => return Err(error.into()),
            },
            Err(error) => {
                step.refuse();
                if !may_be_its_state(&error) {
                    return Err(error.into());
                }
                refused = Some(error);
            }
        }
    }
    Err(refused
        .expect("the loop is left here only after a refusal")
        .into())
}

async fn make<T: DeserializeOwned>(
    client: &Client,
    place: &Place,
    wanted: Edit,
    etag: Option<String>,
) -> Result<Option<Versioned<T>>, twilio::Error> {
    let change = match wanted {
        Edit::Update(form) => Change::new(form).idempotent(),
        Edit::UpdateOnce(form) => Change::new(form),
        Edit::Delete => return client.delete_at(place, etag).await.map(|()| None),
    };
    client
        .update_at(place, change.if_match(etag))
        .await
        .map(Some)
}

/// Makes something new; what is made can be found again by its name, if it has one.
///
/// It is sent once. When no answer came, what has the name counts as made; without a name nobody
/// can tell. Runs that make things are planned anew instead of being gone on with.
///
/// # Errors
/// Twilio refused, could not be reached, or left open what happened; the journal cannot be written.
pub async fn create<R: Resource>(
    client: &Client,
    scope: R::Scope,
    step: &Step,
    name: Option<&str>,
    form: Form,
) -> Result<Verdict, StepError> {
    let place = Place::collection::<R>(client.account(), scope);
    let request = Asked {
        method: "POST".to_owned(),
        path: place.path().to_owned(),
        form: written(&form),
    };
    step.begin(R::ONE, request, None, None)?;
    let error = match client.create::<R>(scope, form).await {
        Ok(made) => {
            return Ok(Verdict::Done {
                detail: "created".to_owned(),
                after: Some(made.record.raw),
            });
        }
        Err(error) => error,
    };
    if !error.leaves_open() {
        step.refuse();
        return Err(error.into());
    }
    match name {
        Some(name) => match named::<R>(client, scope, name).await {
            Ok(Some(made)) => Ok(found("created", LOST, Some(made))),
            Ok(None) => Err(error.into()),
            Err(unread) => Err(StepError::Unknown {
                source: error,
                unread: Some(Box::new(unread)),
            }),
        },
        None => Err(error.into()),
    }
}

async fn named<R: Resource>(
    client: &Client,
    scope: R::Scope,
    name: &str,
) -> Result<Option<Record<R>>, twilio::Error> {
    match client.resolve::<R>(scope, name).await {
        Ok(sid) => Ok(Some(client.get::<R>(scope, sid).await?.record)),
        Err(twilio::Error::NoSuchName { .. }) => Ok(None),
        Err(error) => Err(error),
    }
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

async fn look_again<T: DeserializeOwned>(
    client: &Client,
    place: &Place,
    reached: impl Fn(Option<&T>) -> Reached,
) -> Seen {
    let now = match client.get_at::<T>(place).await {
        Ok(now) => Some(now.record),
        Err(twilio::Error::NotFound(_)) => None,
        Err(error) => return Seen::Unclear(Some(Box::new(error))),
    };
    match reached(now.as_ref().map(|record| &record.value)) {
        Reached::Yes(detail) => Seen::Made(found(&detail, LOST, now)),
        Reached::No => Seen::NotMade,
        Reached::Unclear => Seen::Unclear(None),
    }
}

/// Why a change was found made instead of heard of.
const LOST: &str = "the answer was lost";
const BROKE_OFF: &str = "the run had broken off";

fn found<T>(detail: &str, why: &str, now: Option<Record<T>>) -> Verdict {
    Verdict::Done {
        detail: format!("{detail} (found so, {why})"),
        after: now.map(|record| record.raw),
    }
}

fn gone() -> Verdict {
    Verdict::Unchanged("is gone by now".to_owned())
}
