//! The server as Twilio, readers and attackers see it.

mod access;
mod board;
mod events;
mod frame;
mod hours;
mod lab;
mod openapi;
mod signature;
mod stats;
mod store;
mod stream;
mod upkeep;
mod webhooks;
