//! Workspaces as code: a manifest describes one by name, and trctl makes it so.
//!
//! [`manifest::Manifest`] is the one description: files become one, a live workspace becomes one,
//! and two are compared. [`plan::plan`] finds the way from one to the other, [`apply`] goes it.

mod align;
pub mod apply;
pub mod between;
mod compare;
pub mod diff;
mod given;
pub mod kind;
pub mod load;
pub mod manifest;
pub mod moved;
pub mod names;
pub mod numbers;
pub mod object;
pub mod plan;
pub mod read;
mod render;
pub mod schema;
pub mod step;
pub mod templates;
mod warnings;
pub mod write;

pub use diff::Difference;
pub use manifest::Manifest;
pub use render::render;
pub use warnings::{Waiting, warnings};
