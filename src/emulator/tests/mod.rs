//! The emulator from outside: requests in, answers and callbacks out. Time is manual unless a
//! test is about it.

mod agents;
mod application;
mod assignments;
mod callback_faults;
mod callbacks;
mod control;
mod event_payloads;
mod events;
mod faults;
mod lab;
mod paging;
mod persistence;
mod protocol;
mod receiver;
mod record;
mod recount;
mod resources;
mod scenario;
mod state;
mod statistics;
mod telephone;
mod voice;
mod wire;
