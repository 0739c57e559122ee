//! What the members of a resource's JSON are called, as its type has them.

use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};

/// The names of a resource's members; none for a type that is no plain structure.
pub fn members<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    let read = T::deserialize(Names(&mut names));
    debug_assert!(read.is_err(), "there is nothing to be read");
    names
}

/// Hears which members a type asks for, and has none of them.
struct Names<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = names;
        Err(Error::custom("only the names are asked for"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("it has no named members"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::members;
    use crate::model::{Task, TaskStatus};

    #[test]
    fn a_resource_tells_its_members_by_their_names_on_the_wire() {
        let task = members::<Task>();
        for name in ["sid", "attributes", "task_queue_friendly_name", "links"] {
            assert!(task.contains(&name), "{name}");
        }
        assert!(members::<TaskStatus>().is_empty());
    }
}
