//! Workspaces as code: a manifest describes one by name, and trctl makes it so.
//!
//! [`manifest::Manifest`] is the one description: files become one, a live workspace becomes one,
//! and two are compared.

mod align;
mod compare;
pub mod apply;
pub mod diff;
pub mod kind;
pub mod manifest;
pub mod moved;
pub mod names;
pub mod object;
pub mod plan;
pub mod read;
mod render;
mod schema;
pub mod step;
mod warnings;

pub use diff::Difference;
pub use manifest::Manifest;
pub use render::render;
pub use warnings::{Waiting, warnings};
