//! The routing domain, pure: the expression language and what is built on it.

pub mod expr;
pub mod workflow;
