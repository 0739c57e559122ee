//! Workspaces as code: a manifest describes one by name, and trctl makes it so.
//!
//! [`manifest::Manifest`] is the one description: files become one, a live workspace becomes one,
//! and two are compared.

pub mod load;
pub mod manifest;
pub mod names;
pub mod read;
pub mod schema;
pub mod templates;
pub mod write;

pub use manifest::Manifest;
