//! `trctl serve`: what answers the webhooks of a contact centre.

pub mod assignment;
pub mod directory;
pub mod flow;
pub mod parameters;
pub mod voice;
