//! TaskRouter's rules, pure: the expression language, workflow configurations and the engine that
//! routes by them. No I/O, no clock, no randomness; moments come from the caller.

pub mod engine;
pub mod expr;
mod moment;
pub mod workflow;

pub use moment::Moment;
