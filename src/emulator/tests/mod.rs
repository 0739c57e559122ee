//! The emulator from outside: requests in, answers and callbacks out. Time is manual throughout.

mod callbacks;
mod control;
mod faults;
mod lab;
mod paging;
mod persistence;
mod protocol;
mod resources;
mod scenario;
mod voice;
