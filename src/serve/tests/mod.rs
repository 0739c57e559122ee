//! The server as Twilio, readers and attackers see it.

mod access;
mod events;
mod frame;
mod lab;
mod signature;
mod store;
mod stream;
mod webhooks;
