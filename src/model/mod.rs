//! Twilio's resources as types, each once, with the exact shape it has on the wire: the client
//! decodes them, the emulator encodes them. No I/O, no clock.

pub mod account;
pub mod activity;
pub mod call;
pub mod conference;
pub mod event;
pub mod instruction;
pub mod members;
pub mod pairs;
pub mod phone_number;
pub mod reservation;
pub mod sid;
pub mod statistics;
pub mod task;
pub mod task_channel;
pub mod task_queue;
pub mod time;
pub mod voice_queue;
pub mod wire;
pub mod worker;
pub mod workflow;
pub mod workspace;

pub use account::Account;
pub use activity::Activity;
pub use call::{Call, CallStatus};
pub use conference::{Conference, ConferenceStatus, Participant, ParticipantStatus};
pub use event::{Event, EventType};
pub(crate) use pairs::NameKey;
pub use pairs::Pairs;
pub use phone_number::PhoneNumber;
pub use reservation::{Reservation, ReservationStatus};
pub use task::{Task, TaskStatus};
pub use task_channel::TaskChannel;
pub use task_queue::TaskQueue;
pub use voice_queue::{Member, VoiceQueue};
pub use worker::{Worker, WorkerChannel};
pub use workflow::Workflow;
pub use workspace::{QueueOrder, Workspace};
