//! Tests of the expression language as a whole.

mod errors;
mod introspection;
mod logic;
mod order_by;
mod properties;
mod rules;
mod table;
