//! Seeded SIDs and the tables that are ordered by them.
//!
//! A SID carries, scrambled, the ordinal of its making. So a table needs one tree: it finds a row
//! by its SID, lists rows in the order they were made, and knows where to go on behind a row that
//! has meanwhile been deleted, which is what a page token asks.

use std::collections::BTreeMap;
use std::ops::Bound;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::sid::Sid;

/// The running number of everything an engine makes.
pub(crate) type Ordinal = u64;

/// One step of the splitmix64 generator: the same on every platform and in every release.
pub(crate) const fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// The scrambling of ordinals into SIDs, decided by a seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Scramble(u64);

impl Scramble {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn upper(self, ordinal: Ordinal) -> u64 {
        mix(mix(self.0) ^ ordinal)
    }

    const fn mask(self, upper: u64) -> u64 {
        mix(upper ^ self.0.rotate_left(32))
    }

    pub(crate) fn sid<S: Sid>(self, ordinal: Ordinal) -> S {
        let upper = self.upper(ordinal);
        let lower = ordinal ^ self.mask(upper);
        S::from_bits((u128::from(upper) << 64) | u128::from(lower))
    }

    /// The ordinal a SID was made from, `None` for a SID of another seed.
    pub(crate) fn ordinal<S: Sid>(self, sid: S) -> Option<Ordinal> {
        let bits = sid.bits();
        let upper = u64::try_from(bits >> 64).expect("the upper half has 64 bits");
        let lower = u64::try_from(bits & u128::from(u64::MAX)).expect("masked to 64 bits");
        let ordinal = lower ^ self.mask(upper);
        (self.upper(ordinal) == upper).then_some(ordinal)
    }
}

/// Something that has a SID and lives in [`Rows`].
pub trait Row {
    /// The type of its SID.
    type Sid: Sid;

    /// Its SID.
    fn sid(&self) -> Self::Sid;
}

/// A table of rows in the order they were made.
#[derive(Debug, Clone)]
pub struct Rows<T> {
    scramble: Scramble,
    rows: BTreeMap<Ordinal, Box<T>>,
}

impl<T: Row> Rows<T> {
    pub(crate) const fn new(scramble: Scramble) -> Self {
        Self {
            scramble,
            rows: BTreeMap::new(),
        }
    }

    /// Whether the rows' SIDs are made from this seed.
    pub(crate) fn are_of(&self, scramble: Scramble) -> bool {
        self.scramble == scramble
    }

    pub(crate) fn ordinal(&self, sid: T::Sid) -> Option<Ordinal> {
        self.scramble.ordinal(sid)
    }

    /// The row with this SID.
    pub fn get(&self, sid: T::Sid) -> Option<&T> {
        self.rows.get(&self.ordinal(sid)?).map(AsRef::as_ref)
    }

    pub(crate) fn at(&self, ordinal: Ordinal) -> Option<&T> {
        self.rows.get(&ordinal).map(AsRef::as_ref)
    }

    pub(crate) fn at_mut(&mut self, ordinal: Ordinal) -> Option<&mut T> {
        self.rows.get_mut(&ordinal).map(AsMut::as_mut)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.rows.values().map(AsRef::as_ref)
    }

    /// The rows made after the one with this SID, whether or not that one still exists; `None`
    /// for a SID that was never given out here.
    pub fn after(&self, sid: T::Sid) -> Option<impl DoubleEndedIterator<Item = &T> + Clone> {
        let ordinal = self.ordinal(sid)?;
        let behind = (Bound::Excluded(ordinal), Bound::Unbounded);
        Some(self.rows.range(behind).map(|(_, row)| row.as_ref()))
    }

    /// The rows made before the one with this SID, oldest first; `None` for a SID that was never
    /// given out here.
    pub fn before(&self, sid: T::Sid) -> Option<impl DoubleEndedIterator<Item = &T> + Clone> {
        let ordinal = self.ordinal(sid)?;
        Some(self.rows.range(..ordinal).map(|(_, row)| row.as_ref()))
    }

    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = (Ordinal, &T)> + Clone {
        self.rows
            .iter()
            .map(|(ordinal, row)| (*ordinal, row.as_ref()))
    }

    pub(crate) fn entries_mut(&mut self) -> impl DoubleEndedIterator<Item = (Ordinal, &mut T)> {
        self.rows
            .iter_mut()
            .map(|(ordinal, row)| (*ordinal, row.as_mut()))
    }

    pub(crate) fn insert(&mut self, row: T) -> Ordinal {
        let ordinal = self
            .ordinal(row.sid())
            .expect("rows are made with SIDs of their own engine");
        self.rows.insert(ordinal, Box::new(row));
        ordinal
    }

    pub(crate) fn remove(&mut self, ordinal: Ordinal) -> Option<T> {
        self.rows.remove(&ordinal).map(|row| *row)
    }
}

impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.scramble, self.rows.values().collect::<Vec<_>>()).serialize(serializer)
    }
}

impl<'de, T: Row + Deserialize<'de>> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (scramble, list) = <(Scramble, Vec<Box<T>>)>::deserialize(deserializer)?;
        let rows = list
            .into_iter()
            .map(|row| {
                scramble
                    .ordinal(row.sid())
                    .map(|ordinal| (ordinal, row))
                    .ok_or_else(|| {
                        serde::de::Error::custom(
                            "a row's SID does not belong to this engine's seed",
                        )
                    })
            })
            .collect::<Result<_, D::Error>>()?;
        Ok(Self { scramble, rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sid::TaskSid;

    struct Thing(TaskSid);

    impl Row for Thing {
        type Sid = TaskSid;

        fn sid(&self) -> TaskSid {
            self.0
        }
    }

    #[test]
    fn a_sid_gives_its_ordinal_back_and_a_strange_one_none() {
        let scramble = Scramble::new(7);
        for ordinal in [0, 1, 2, 1_000_000, u64::MAX] {
            let sid: TaskSid = scramble.sid(ordinal);
            assert_eq!(scramble.ordinal(sid), Some(ordinal));
        }
        assert_eq!(Scramble::new(8).ordinal(scramble.sid::<TaskSid>(1)), None);
    }

    #[test]
    fn a_listing_goes_on_behind_a_deleted_row() {
        let scramble = Scramble::new(1);
        let mut rows = Rows::new(scramble);
        let sids: Vec<TaskSid> = (1..=4).map(|ordinal| scramble.sid(ordinal)).collect();
        for sid in &sids {
            rows.insert(Thing(*sid));
        }
        rows.remove(2);
        let behind: Vec<TaskSid> = rows.after(sids[1]).unwrap().map(Row::sid).collect();
        assert_eq!(behind, sids[2..]);
        let before: Vec<TaskSid> = rows.before(sids[2]).unwrap().map(Row::sid).collect();
        assert_eq!(before, sids[..1]);
        assert!(rows.after(TaskSid::from_bits(5)).is_none());
    }
}
