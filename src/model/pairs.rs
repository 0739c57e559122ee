//! Names with their values, such as the fields of a form: all in one text, for there are many of
//! them in every request.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use url::form_urlencoded;

/// Names with their values, in some order; a name may come again.
#[derive(Clone, Default)]
pub struct Pairs {
    /// Each name with its value behind it.
    text: String,
    places: Vec<Place>,
}

/// Where in the text a pair is.
#[derive(Debug, Clone, Copy)]
struct Place {
    name: usize,
    value: usize,
    end: usize,
}

impl Pairs {
    /// None yet, with room for so many, and for so many bytes of them.
    pub fn with_capacity(pairs: usize, bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            places: Vec::with_capacity(pairs),
        }
    }

    /// The fields of a form, decoded, in their order
    /// (<https://url.spec.whatwg.org/#urlencoded-parsing>).
    pub fn of_form(form: &[u8]) -> Self {
        Self::decoded(form).unwrap_or_else(|| form_urlencoded::parse(form).collect())
    }

    /// The same in one pass; `None` when it is not UTF-8 throughout.
    fn decoded(form: &[u8]) -> Option<Self> {
        // Decoded it is no longer than before.
        let mut text = vec![0; form.len()];
        let mut places = Vec::with_capacity(64);
        let mut end = 0;
        for field in form.split(|byte| *byte == b'&') {
            if field.is_empty() {
                continue;
            }
            let name = end;
            let mut value = None;
            let mut bytes = field.iter();
            while let Some(&byte) = bytes.next() {
                let decoded = match byte {
                    b'=' if value.is_none() => {
                        value = Some(end);
                        continue;
                    }
                    b'+' => b' ',
                    b'%' => match escaped(bytes.as_slice()) {
                        Some(byte) => {
                            bytes.nth(1);
                            byte
                        }
                        None => byte,
                    },
                    byte => byte,
                };
                text[end] = decoded;
                end += 1;
            }
            places.push(Place {
                name,
                value: value.unwrap_or(end),
                end,
            });
        }
        text.truncate(end);
        let text = String::from_utf8(text).ok()?;
        let are_whole = places
            .iter()
            .all(|place| text.is_char_boundary(place.value) && text.is_char_boundary(place.end));
        are_whole.then_some(Self { text, places })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Puts a pair behind the others.
    pub fn push(&mut self, name: &str, value: &str) {
        let place = self.keep(name, value);
        self.places.push(place);
    }

    /// Puts a pair before the one at this index, or behind all.
    pub fn insert(&mut self, index: usize, name: &str, value: &str) {
        let place = self.keep(name, value);
        self.places.insert(index, place);
    }

    /// Gives the pair at this index another value.
    ///
    /// # Panics
    /// There are fewer.
    pub fn replace(&mut self, index: usize, value: &str) {
        // What is no longer told stays in the text: this is seldom done.
        let known = self.places[index];
        let name = self.text.len();
        self.text.extend_from_within(known.name..known.value);
        let behind = self.text.len();
        self.text.push_str(value);
        self.places[index] = Place {
            name,
            value: behind,
            end: self.text.len(),
        };
    }

    /// The pair at this index.
    ///
    /// # Panics
    /// There are fewer.
    pub fn at(&self, index: usize) -> (&str, &str) {
        self.pair(self.places[index])
    }

    /// The pairs in their order.
    pub fn iter(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&str, &str)> + ExactSizeIterator + Clone {
        self.places.iter().map(|place| self.pair(*place))
    }

    /// Finds a name among pairs that are sorted by their names; else where it belongs.
    ///
    /// # Errors
    /// The name is not among them.
    pub fn search(&self, name: &str) -> Result<usize, usize> {
        self.places
            .binary_search_by(|place| self.pair(*place).0.cmp(name))
    }

    /// Keeps only those of which this is true.
    pub fn retain(&mut self, mut is_kept: impl FnMut((&str, &str)) -> bool) {
        let Self { text, places } = self;
        places.retain(|place| {
            is_kept((
                &text[place.name..place.value],
                &text[place.value..place.end],
            ))
        });
    }

    /// Sorts the pairs by their names, and keeps of those with the same name the one whose value
    /// comes first in this order.
    pub fn sort_and_keep_first(&mut self, mut order: impl FnMut(&str, &str) -> Ordering) {
        let Self { text, places } = self;
        let name = |place: &Place| &text[place.name..place.value];
        let value = |place: &Place| &text[place.value..place.end];
        let mut sorted: Vec<(NameKey, Place)> = places
            .iter()
            .map(|place| (NameKey::of(name(place)), *place))
            .collect();
        sorted.sort_unstable_by(|(key, one), (other_key, other)| {
            key.cmp(other_key)
                .then_with(|| name(one).cmp(name(other)))
                .then_with(|| order(value(one), value(other)))
        });
        sorted.dedup_by(|(_, later), (_, earlier)| name(later) == name(earlier));
        places.clear();
        places.extend(sorted.iter().map(|(_, place)| *place));
    }

    fn keep(&mut self, name: &str, value: &str) -> Place {
        let start = self.text.len();
        self.text.push_str(name);
        let behind = self.text.len();
        self.text.push_str(value);
        Place {
            name: start,
            value: behind,
            end: self.text.len(),
        }
    }

    fn pair(&self, place: Place) -> (&str, &str) {
        (
            &self.text[place.name..place.value],
            &self.text[place.value..place.end],
        )
    }
}

/// The beginning of a name as a number: names are in the order of their keys, and compared
/// themselves only where those are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NameKey(u128);

impl NameKey {
    pub(crate) fn of(name: &str) -> Self {
        let name = name.as_bytes();
        let mut beginning = [0; 16];
        match name.first_chunk::<16>() {
            Some(first) => beginning = *first,
            None => beginning[..name.len()].copy_from_slice(name),
        }
        Self(u128::from_be_bytes(beginning))
    }
}

/// The byte that the two digits behind a `%` are.
fn escaped(behind: &[u8]) -> Option<u8> {
    let [high, low, ..] = behind else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        let mut all = Self::with_capacity(pairs.size_hint().0, 0);
        for (name, value) in pairs {
            all.push(name.as_ref(), value.as_ref());
        }
        all
    }
}

impl PartialEq for Pairs {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Pairs {}

impl Hash for Pairs {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        self.iter().for_each(|pair| pair.hash(state));
    }
}

impl fmt::Debug for Pairs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::form_urlencoded;

    use super::{NameKey, Pairs};

    fn all(pairs: &Pairs) -> Vec<(&str, &str)> {
        pairs.iter().collect()
    }

    #[test]
    fn pairs_are_what_was_put_in() {
        let mut pairs: Pairs = [("b", "2"), ("", ""), ("a", "é")].into_iter().collect();
        assert_eq!(all(&pairs), [("b", "2"), ("", ""), ("a", "é")]);
        pairs.replace(0, "longer than before");
        pairs.insert(1, "c", "");
        assert_eq!(
            all(&pairs),
            [("b", "longer than before"), ("c", ""), ("", ""), ("a", "é")]
        );
        let again: Pairs = pairs.iter().collect();
        assert_eq!(pairs, again, "how they came to be is no part of them");
        assert_ne!(pairs, Pairs::default());
    }

    #[test]
    fn sorted_pairs_are_found() {
        let mut pairs: Pairs = [("b", "1"), ("a", "x"), ("b", "2")].into_iter().collect();
        pairs.sort_and_keep_first(|one, other| other.cmp(one));
        assert_eq!(all(&pairs), [("a", "x"), ("b", "2")]);
        assert_eq!(pairs.search("b"), Ok(1));
        assert_eq!(pairs.search("aa"), Err(1));
        assert_eq!(pairs.at(1), ("b", "2"));
    }

    #[test]
    fn a_form_is_decoded() {
        for (form, wanted) in [
            ("", &[][..]),
            ("a=b&c=d", &[("a", "b"), ("c", "d")]),
            (
                "a&&=&=b&c=d=e",
                &[("a", ""), ("", ""), ("", "b"), ("c", "d=e")],
            ),
            ("a+b=c+%2B%26%3d", &[("a b", "c +&=")]),
            (
                "a=%&b=%4&c=%zz&d=%c3%a9",
                &[("a", "%"), ("b", "%4"), ("c", "%zz"), ("d", "é")],
            ),
            // A character that is cut by the end of its field is none.
            ("a=%c3&%a9=b", &[("a", "\u{fffd}"), ("\u{fffd}", "b")]),
            ("%c3=%a9", &[("\u{fffd}", "\u{fffd}")]),
        ] {
            assert_eq!(all(&Pairs::of_form(form.as_bytes())), wanted, "{form}");
        }
    }

    proptest! {
        #[test]
        fn any_form_is_decoded_as_the_standard_says(
            form in proptest::collection::vec(
                prop_oneof![
                    4 => Just(b'%'), 2 => Just(b'='), 2 => Just(b'&'), 1 => Just(b'+'),
                    4 => proptest::sample::select(b"0123456789abcdefABCDEF".to_vec()),
                    1 => any::<u8>(),
                ],
                0..60,
            ),
        ) {
            let wanted: Pairs = form_urlencoded::parse(&form).collect();
            prop_assert_eq!(Pairs::of_form(&form), wanted);
        }

        #[test]
        fn names_are_in_the_order_of_their_keys(
            one in "[ab\u{0}é]{0,18}", other in "[ab\u{0}é]{0,18}",
        ) {
            let keys = NameKey::of(&one).cmp(&NameKey::of(&other));
            prop_assert_eq!(keys.then_with(|| one.cmp(&other)), one.cmp(&other));
        }
    }
}
