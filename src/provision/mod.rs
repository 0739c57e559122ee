//! Provisioning: what a workspace is to look like, what it looks like, and the way between.

mod align;
mod diff;

pub use diff::{Difference, Shown, configurations, documents, same_names, same_target_workers};
