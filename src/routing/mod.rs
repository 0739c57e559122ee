//! TaskRouter's rules, pure: the expression language, workflow configurations, the engine that
//! routes by them, and what can be said of them beforehand (`lint`) and afterwards (`explain`). No I/O, no clock, no randomness; moments come from the caller.

pub mod alike;
pub mod engine;
pub mod explain;
pub mod expr;
pub mod lint;
mod moment;
pub mod roster;
pub mod trial;
pub mod workflow;

pub use moment::Moment;
