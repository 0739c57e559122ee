//! `trctl` runs a Twilio TaskRouter contact centre from the terminal and from CI.
//!
//! The library is laid out in floors; a module may use the floors below its own, never its
//! neighbours. From the bottom up: [`model`] (Twilio's resources as types) and [`routing`]
//! (expressions, workflow configuration, the engine), both pure; [`cli`] (shared flags),
//! [`output`] (everything the user sees) and [`settings`] (every configurable value);
//! [`twilio`], the REST client; `events`, what a workspace told, kept;
//! [`bulk`], the one runner of changes,
//! and [`worker_table`], workers as CSV and NDJSON;
//! [`provision`], workspaces as code, `emulator`, the local look-alike of Twilio, and `serve`, the
//! server behind a contact centre's webhooks;
//! [`commands`] (what happens)
//! with [`app`] (what a command may touch).
#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod app;
pub mod bulk;
pub mod cli;
pub mod commands;
#[cfg(feature = "server")]
pub mod emulator;
#[cfg(feature = "server")]
pub mod events;
pub mod exit_code;
pub mod model;
pub mod output;
pub mod provision;
pub mod report_error;
pub mod routing;
#[cfg(feature = "server")]
pub mod serve;
pub mod settings;
pub mod twilio;
pub mod worker_table;
