//! The nouns by their names, for journals, which keep no types.

use super::resource::Resource;
use crate::model::{
    Activity, Call, Conference, Member, Participant, PhoneNumber, Reservation, Task, TaskChannel,
    TaskQueue, VoiceQueue, Worker, WorkerChannel, Workflow, Workspace,
};

/// What is known of a noun without its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// [`Resource::ONE`]
    pub one: &'static str,
    /// [`Resource::SETTABLE`]
    pub settable: &'static [(&'static str, &'static str)],
}

const fn kind_of<R: Resource>() -> Kind {
    Kind {
        one: R::ONE,
        settable: R::SETTABLE,
    }
}

pub(super) const KINDS: &[Kind] = &[
    kind_of::<Workspace>(),
    kind_of::<Activity>(),
    kind_of::<TaskChannel>(),
    kind_of::<Worker>(),
    kind_of::<WorkerChannel>(),
    kind_of::<TaskQueue>(),
    kind_of::<Workflow>(),
    kind_of::<Task>(),
    kind_of::<Reservation>(),
    kind_of::<Conference>(),
    kind_of::<Participant>(),
    kind_of::<VoiceQueue>(),
    kind_of::<Member>(),
    kind_of::<Call>(),
    kind_of::<PhoneNumber>(),
];

/// The noun that is called so in messages and journals.
pub fn kind(one: &str) -> Option<Kind> {
    KINDS.iter().find(|kind| kind.one == one).copied()
}
