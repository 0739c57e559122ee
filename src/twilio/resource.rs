//! What makes a type a resource, and everything that can be done to any of them.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::model::members::members;
use crate::model::sid::{AccountSid, Sid};
use crate::output::Row;

use super::client::{Answer, Client, Request, Verb};
use super::error::Error;
use super::failure::not_json;
use super::form::{Change, Form, ListQuery};
use super::host::Host;
use super::page::List;

/// How things of one kind are found by their name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// They have none.
    Nameless,
    /// By reading the whole list.
    Listed,
    /// By this filter of the server's; the list is too long to be read.
    Filtered(&'static str),
    /// By this filter, then by reading the list: for other names, other letter case, suggestions.
    FilteredThenListed(&'static str),
}

/// A noun of Twilio's: where it lives, what it is called, how its lists look.
pub trait Resource: DeserializeOwned + Send + Sync + 'static {
    /// Its identifier.
    type Sid: Sid;
    /// What a collection of it belongs to; the account itself is `()`.
    type Scope: Copy + Send + Sync + 'static;

    /// The noun in messages, singular.
    const ONE: &'static str;
    /// The noun in messages, plural.
    const MANY: &'static str;
    /// The API it belongs to, and with it the style of paths and pages.
    const HOST: Host;
    /// The name of the array in its lists.
    const KEY: &'static str;
    /// The filters the server has for its lists.
    const FILTERS: &'static [&'static str];
    /// What an update can set, and so can set back: the member of the resource's JSON and the
    /// parameter that sets it.
    const SETTABLE: &'static [(&'static str, &'static str)] = &[];
    /// How a name is looked up.
    const NAMING: Naming = Naming::Nameless;
    /// Whether its name can be the SID of something else: a conference is named after its task.
    const NAMED_AFTER_SIDS: bool = false;

    /// Its identifier.
    fn sid(&self) -> Self::Sid;

    /// The path of the collection without suffix.
    fn collection(account: AccountSid, scope: Self::Scope) -> String;

    /// What it can be called by, the names that count most first; none for what has no name.
    fn names(&self) -> Vec<Cow<'_, str>> {
        Vec::new()
    }

    /// Its attributes, a JSON document as text; `None` for what has none.
    fn attributes(&self) -> Option<&str> {
        None
    }

    /// Whether it is still meant when its name is used; a conference that ended is not.
    fn answers_to_its_name(&self) -> bool {
        true
    }
}

/// A resource, and the bytes it was read from: what Twilio said, nothing lost.
#[derive(Debug, Clone)]
pub struct Record<T> {
    /// The resource.
    pub value: T,
    /// Its JSON, as it came.
    pub raw: Box<RawValue>,
}

impl<T: DeserializeOwned> Record<T> {
    pub(crate) fn read(raw: &RawValue) -> Result<Self, serde_json::Error> {
        Ok(Self {
            value: serde_json::from_str(raw.get())?,
            raw: raw.to_owned(),
        })
    }
}

impl<T: Resource> Row for Record<T> {
    fn raw(&self) -> &RawValue {
        &self.raw
    }

    fn sid(&self) -> Option<String> {
        Some(self.value.sid().to_string())
    }

    fn members() -> &'static [&'static str] {
        members::<T>()
    }
}

impl<T> AsRef<Self> for Record<T> {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// A resource and its version.
#[derive(Debug, Clone)]
pub struct Versioned<T> {
    /// The resource.
    pub record: Record<T>,
    /// The version to give as `If-Match`; only tasks, workers and reservations have one.
    pub etag: Option<String>,
}

impl Client {
    /// All resources of a collection that pass the filters, page by page; the next page is fetched
    /// while the present one is consumed. Must be called inside a Tokio runtime.
    pub fn list<R: Resource>(&self, scope: R::Scope, query: &ListQuery) -> List<R> {
        let request = self
            .collection::<R>(Verb::Get, scope)
            .query(&query.first_page());
        List::start(self.clone(), request, query.limit)
    }

    /// One resource.
    pub async fn get<R: Resource>(
        &self,
        scope: R::Scope,
        sid: R::Sid,
    ) -> Result<Versioned<R>, Error> {
        let request = self.instance::<R>(Verb::Get, scope, sid);
        read_one(&self.send(&request).await?)
    }

    /// A new resource. Without an answer it is not tried again: it may exist already, which is what
    /// [`Error::MaybeCreated`] says.
    pub async fn create<R: Resource>(
        &self,
        scope: R::Scope,
        form: Form,
    ) -> Result<Versioned<R>, Error> {
        let request = self.collection::<R>(Verb::Post, scope).form(form);
        let made = match self.send(&request).await {
            Ok(answer) => read_one(&answer),
            Err(error) => Err(error),
        };
        made.map_err(|error| {
            if !error.leaves_open() {
                return error;
            }
            Error::MaybeCreated {
                what: R::ONE,
                source: Box::new(error),
            }
        })
    }

    /// Changes a resource.
    pub async fn update<R: Resource>(
        &self,
        scope: R::Scope,
        sid: R::Sid,
        change: Change,
    ) -> Result<Versioned<R>, Error> {
        let request = self
            .instance::<R>(Verb::Post, scope, sid)
            .form(change.form)
            .if_match(change.if_match)
            .idempotent(change.idempotent);
        read_one(&self.send(&request).await?)
    }

    /// Deletes a resource, only in this version if one is given. That it is gone already is a success
    /// when an earlier attempt got no answer: that attempt removed it, or it is gone as was wanted.
    pub async fn delete<R: Resource>(
        &self,
        scope: R::Scope,
        sid: R::Sid,
        etag: Option<String>,
    ) -> Result<(), Error> {
        let request = self.instance::<R>(Verb::Delete, scope, sid).if_match(etag);
        self.send_deletion(&request).await
    }

    pub(super) async fn send_deletion(&self, request: &Request) -> Result<(), Error> {
        match self.send(request).await {
            Ok(_) => Ok(()),
            Err(Error::Unanswered { last }) if matches!(*last, Error::NotFound(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn collection<R: Resource>(&self, verb: Verb, scope: R::Scope) -> Request {
        let path = R::collection(self.account(), scope);
        self.request(verb, R::HOST, &format!("{path}{}", suffix(R::HOST)))
    }

    fn instance<R: Resource>(&self, verb: Verb, scope: R::Scope, sid: R::Sid) -> Request {
        let path = R::collection(self.account(), scope);
        self.request(verb, R::HOST, &format!("{path}/{sid}{}", suffix(R::HOST)))
    }
}

/// The 2010 API answers XML to a path without it.
pub(super) const fn suffix(host: Host) -> &'static str {
    match host {
        Host::TaskRouter => "",
        Host::Api => ".json",
    }
}

fn read_one<R: Resource>(answer: &Answer) -> Result<Versioned<R>, Error> {
    Ok(Versioned {
        record: read_record(answer, R::ONE)?,
        etag: answer.etag.clone(),
    })
}

/// Reads an answer that holds one thing; `what` says which for messages.
pub(super) fn read_record<T: DeserializeOwned>(
    answer: &Answer,
    what: &'static str,
) -> Result<Record<T>, Error> {
    let raw: &RawValue = serde_json::from_slice(&answer.body)
        .map_err(|_| not_json(&answer.url, answer.status, &answer.body))?;
    Record::read(raw).map_err(|source| Error::Decode {
        what,
        path: answer.url.path().to_owned(),
        source,
    })
}
