//! `trctl serve`: what answers the webhooks of a contact centre.

pub mod backfill;
pub mod history;
pub mod policy;
pub mod register;
pub mod verify;
