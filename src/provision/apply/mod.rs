//! Carries a plan out: every step becomes work for the runner, each piece one request, and needs the
//! pieces that make what it refers to.

mod form;
mod ground;
mod pieces;

pub use ground::Ground;
pub use pieces::{Work, pieces};
