//! The REST client: send, retry, pace, page, name and sign. It knows Twilio, no command.

mod client;
mod config;
mod error;
mod failure;
mod form;
mod host;
mod kinds;
mod lister;
mod nouns;
pub mod overrides;
pub mod pace;
mod page;
mod place;
pub mod probe;
mod resolve;
mod resource;
mod retry;
pub mod signature;
mod statistics;
pub(crate) mod tls;
pub mod tokens;
mod trace;
#[cfg(feature = "server")]
pub mod twiml;
mod verbs;
mod worker;

pub use client::{Answer, Client, Reply, Request, Verb};
pub use config::ClientConfig;
pub use error::{Error, ErrorKind, Refusal};
#[cfg(feature = "server")]
pub(crate) use failure::{root_cause, tls_failure};
pub use form::{Change, Form, ListQuery, MAXIMUM_PAGE_SIZE};
pub use host::Host;
pub use kinds::{Kind, kind};
pub use nouns::{ReservationScope, WorkerScope};
pub use pace::Pace;
pub use page::List;
pub use place::Place;
pub use resource::{Naming, Record, Resource, Versioned};
pub use retry::RetryPolicy;
pub use statistics::Statistics;
pub use trace::TARGET as TRACE_TARGET;
pub use worker::ChannelSetting;

#[cfg(test)]
pub(crate) mod tests;
