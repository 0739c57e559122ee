//! Workspaces as code: a manifest describes one by name, and trctl makes it so.
//!
//! [`manifest::Manifest`] is the one description: files become one, a live workspace becomes one,
//! and two are compared.

mod align;
pub mod diff;
pub mod manifest;
pub mod names;
pub mod read;
mod schema;

pub use diff::Difference;
pub use manifest::Manifest;
