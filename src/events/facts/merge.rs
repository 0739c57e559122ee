//! The merges: each is commutative, associative and idempotent, so whatever is put together from
//! them is.

use crate::events::pack::{Corrupt, Packer, Unpacker};
use crate::events::recorded::outranks;

/// Something that two tellings are merged into, whichever came first and however often.
pub(in crate::events) trait Merge {
    fn merge(&mut self, other: Self);
}

/// Something that is kept as bytes.
pub(in crate::events) trait Keep: Sized {
    fn keep(&self, into: &mut Keeper);
    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt>;
}

/// Writes a state: its stamps, of which many registers share few, are written once each.
#[derive(Debug, Default)]
pub(in crate::events) struct Keeper {
    stamps: Vec<Stamp>,
    packer: Packer,
}

/// Reads one again.
#[derive(Debug)]
pub(in crate::events) struct Kept<'a> {
    stamps: Vec<Stamp>,
    unpacker: Unpacker<'a>,
}

/// The first byte of every state that is kept in this form.
const FORM: u8 = 1;

/// A state as bytes.
pub(in crate::events) fn to_bytes<T: Keep>(state: &T) -> Vec<u8> {
    let mut keeper = Keeper::default();
    state.keep(&mut keeper);
    let body = keeper.packer.bytes;
    let mut packer = Packer::with_capacity(body.len() + 2 + keeper.stamps.len() * 28);
    packer.byte(FORM);
    packer.number(keeper.stamps.len() as u64);
    for stamp in keeper.stamps {
        packer.signed(stamp.version);
        packer.signed(stamp.at);
        packer.byte(stamp.rank);
        packer.bits(stamp.event);
    }
    packer.bytes.extend_from_slice(&body);
    packer.bytes
}

/// The state these bytes are.
pub(in crate::events) fn from_bytes<T: Keep>(bytes: &[u8]) -> Result<T, Corrupt> {
    let mut unpacker = Unpacker::new(bytes);
    if unpacker.byte()? != FORM {
        return Err(Corrupt);
    }
    let mut stamps = Vec::new();
    for _ in 0..unpacker.number()? {
        stamps.push(Stamp {
            version: unpacker.signed()?,
            at: unpacker.signed()?,
            rank: unpacker.byte()?,
            event: unpacker.bits()?,
        });
    }
    T::kept(&mut Kept { stamps, unpacker })
}

/// Who wrote a latest value: the greater is the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::events) struct Stamp {
    /// The version of what it is about; −1 when the event does not tell.
    pub(in crate::events) version: i64,
    /// When the event happened.
    pub(in crate::events) at: i64,
    /// Of two events of one moment, the type with the greater rank happened later.
    pub(in crate::events) rank: u8,
    /// The event, so that no two stamps are equal.
    pub(in crate::events) event: u128,
}

/// A value that the last writer decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::events) struct Latest<T> {
    pub(in crate::events) stamp: Stamp,
    pub(in crate::events) value: T,
}

/// A value of which one event can be told two.
pub(in crate::events) trait Ranked {
    fn outranks(&self, known: &Self) -> bool;
}

impl Ranked for String {
    fn outranks(&self, known: &Self) -> bool {
        outranks(self, known)
    }
}

macro_rules! ranked_by_size {
    ($($number:ty),+) => {
        $(impl Ranked for $number {
            fn outranks(&self, known: &Self) -> bool {
                self > known
            }
        })+
    };
}
ranked_by_size!(i64, u128, bool);

impl<T: Ranked> Merge for Option<Latest<T>> {
    fn merge(&mut self, other: Self) {
        let Some(told) = other else { return };
        let wins = self.as_ref().is_none_or(|known| {
            told.stamp > known.stamp
                || (told.stamp == known.stamp && told.value.outranks(&known.value))
        });
        if wins {
            *self = Some(told);
        }
    }
}

/// The earliest of what was told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::events) struct Earliest(pub(in crate::events) Option<i64>);

impl Merge for Earliest {
    fn merge(&mut self, other: Self) {
        self.0 = match (self.0, other.0) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
    }
}

/// The greatest of what was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::events) struct Greatest<T>(pub(in crate::events) Option<T>);

impl<T> Default for Greatest<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Ord> Merge for Greatest<T> {
    fn merge(&mut self, other: Self) {
        if other.0 > self.0 {
            self.0 = other.0;
        }
    }
}

/// What was there when somebody looked; the last look decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::events) struct Seen<T> {
    pub(in crate::events) as_of: i64,
    pub(in crate::events) state: T,
}

impl<T: Keep> Merge for Option<Seen<T>> {
    fn merge(&mut self, other: Self) {
        let Some(told) = other else { return };
        let wins = self.as_ref().is_none_or(|known| {
            told.as_of > known.as_of
                || (told.as_of == known.as_of && to_bytes(&told.state) > to_bytes(&known.state))
        });
        if wins {
            *self = Some(told);
        }
    }
}

impl<T: Keep> Keep for Seen<T> {
    fn keep(&self, into: &mut Keeper) {
        self.as_of.keep(into);
        self.state.keep(into);
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        Ok(Self {
            as_of: i64::kept(from)?,
            state: T::kept(from)?,
        })
    }
}

impl Keep for i64 {
    fn keep(&self, into: &mut Keeper) {
        into.packer.signed(*self);
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        from.unpacker.signed()
    }
}

impl Keep for u128 {
    fn keep(&self, into: &mut Keeper) {
        into.packer.bits(*self);
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        from.unpacker.bits()
    }
}

impl Keep for bool {
    fn keep(&self, into: &mut Keeper) {
        into.packer.byte(u8::from(*self));
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        Ok(from.unpacker.byte()? != 0)
    }
}

impl Keep for String {
    fn keep(&self, into: &mut Keeper) {
        into.packer.text(self);
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        from.unpacker.text().map(str::to_owned)
    }
}

impl<T: Keep> Keep for Option<T> {
    fn keep(&self, into: &mut Keeper) {
        self.is_some().keep(into);
        if let Some(value) = self {
            value.keep(into);
        }
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        bool::kept(from)?.then(|| T::kept(from)).transpose()
    }
}

impl<T: Keep> Keep for Latest<T> {
    fn keep(&self, into: &mut Keeper) {
        let place = into
            .stamps
            .iter()
            .position(|stamp| *stamp == self.stamp)
            .unwrap_or_else(|| {
                into.stamps.push(self.stamp);
                into.stamps.len() - 1
            });
        into.packer.number(place as u64);
        self.value.keep(into);
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        let place = usize::try_from(from.unpacker.number()?).map_err(|_| Corrupt)?;
        Ok(Self {
            stamp: *from.stamps.get(place).ok_or(Corrupt)?,
            value: T::kept(from)?,
        })
    }
}

impl Keep for Earliest {
    fn keep(&self, into: &mut Keeper) {
        self.0.keep(into);
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        Option::kept(from).map(Self)
    }
}

impl<T: Keep> Keep for Greatest<T> {
    fn keep(&self, into: &mut Keeper) {
        self.0.keep(into);
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        Option::kept(from).map(Self)
    }
}

/// Declares a state whose merge is the merge of its fields.
macro_rules! state {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub(in crate::events) struct $name {
            $($(#[$field_doc])* pub(in crate::events) $field: $type,)+
        }

        impl $crate::events::facts::merge::Merge for $name {
            fn merge(&mut self, other: Self) {
                $($crate::events::facts::merge::Merge::merge(&mut self.$field, other.$field);)+
            }
        }

        $crate::events::facts::merge::kept_by_field! { $name { $($field: $type,)+ } }
    };
}

/// Keeps a structure field by field.
macro_rules! kept_by_field {
    ($name:ident { $($field:ident: $type:ty,)+ }) => {
        impl $crate::events::facts::merge::Keep for $name {
            fn keep(&self, into: &mut $crate::events::facts::merge::Keeper) {
                $(self.$field.keep(into);)+
            }

            fn kept(
                from: &mut $crate::events::facts::merge::Kept<'_>,
            ) -> Result<Self, $crate::events::pack::Corrupt> {
                Ok(Self { $($field: <$type>::kept(from)?,)+ })
            }
        }
    };
}

pub(in crate::events) use {kept_by_field, state};
