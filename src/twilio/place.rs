//! A resource by where it is rather than by its type: for whoever works from notes, such as the
//! journal of a bulk run.

use serde::de::DeserializeOwned;

use crate::model::sid::AccountSid;

use super::client::{Client, Request, Verb};
use super::error::Error;
use super::form::Change;
use super::host::Host;
use super::kinds;
use super::resource::{Resource, Versioned, read_record, suffix};

/// Where a resource is, or the collection it is to be made in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    kind: &'static str,
    path: String,
}

impl Place {
    /// The place of one resource.
    pub fn of<R: Resource>(account: AccountSid, scope: R::Scope, sid: R::Sid) -> Self {
        Self {
            kind: R::ONE,
            path: format!("{}/{sid}", R::collection(account, scope)),
        }
    }

    /// The place where resources of a kind are made.
    pub fn collection<R: Resource>(account: AccountSid, scope: R::Scope) -> Self {
        Self {
            kind: R::ONE,
            path: R::collection(account, scope),
        }
    }

    /// The place that was written down as a kind and a path; `None` if there is no such kind.
    pub fn noted(kind: &str, path: &str) -> Option<Self> {
        Some(Self {
            kind: kinds::kind(kind)?.one,
            path: path.to_owned(),
        })
    }

    /// A resource of the collection that this is.
    #[must_use]
    pub fn member(&self, sid: &str) -> Self {
        Self {
            kind: self.kind,
            path: format!("{}/{sid}", self.path),
        }
    }

    /// The noun, singular.
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// The path, without the suffix that the 2010 API wants.
    pub fn path(&self) -> &str {
        &self.path
    }

    fn host(&self) -> Host {
        Host::of_path(&self.path)
    }
}

impl Client {
    /// Reads what is at a place.
    ///
    /// # Errors
    /// Those of [`Client::get`].
    pub async fn get_at<T: DeserializeOwned>(&self, place: &Place) -> Result<Versioned<T>, Error> {
        self.read_at(place, &self.at(Verb::Get, place)).await
    }

    /// Changes what is at a place.
    ///
    /// # Errors
    /// Those of [`Client::update`].
    pub async fn update_at<T: DeserializeOwned>(
        &self,
        place: &Place,
        change: Change,
    ) -> Result<Versioned<T>, Error> {
        let request = self
            .at(Verb::Post, place)
            .form(change.form)
            .if_match(change.if_match)
            .idempotent(change.idempotent);
        self.read_at(place, &request).await
    }

    /// Deletes what is at a place, as [`Client::delete`] does.
    ///
    /// # Errors
    /// Those of [`Client::delete`].
    pub async fn delete_at(&self, place: &Place, etag: Option<String>) -> Result<(), Error> {
        self.send_deletion(&self.at(Verb::Delete, place).if_match(etag))
            .await
    }

    fn at(&self, verb: Verb, place: &Place) -> Request {
        let host = place.host();
        self.request(verb, host, &format!("{}{}", place.path, suffix(host)))
    }

    async fn read_at<T: DeserializeOwned>(
        &self,
        place: &Place,
        request: &Request,
    ) -> Result<Versioned<T>, Error> {
        let answer = self.send(request).await?;
        Ok(Versioned {
            record: read_record(&answer, place.kind)?,
            etag: answer.etag,
        })
    }
}
