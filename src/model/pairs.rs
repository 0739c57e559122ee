//! Names with their values, such as the fields of a form: all in one text, for there are many of
//! them in every request.

use std::fmt;
use std::hash::{Hash, Hasher};

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

    /// Sorts the pairs, and keeps the first of those with the same name.
    pub fn sort_and_keep_first(
        &mut self,
        mut order: impl FnMut((&str, &str), (&str, &str)) -> std::cmp::Ordering,
    ) {
        let Self { text, places } = self;
        let pair = |place: &Place| {
            (
                &text[place.name..place.value],
                &text[place.value..place.end],
            )
        };
        places.sort_unstable_by(|one, other| order(pair(one), pair(other)));
        places.dedup_by(|later, earlier| pair(later).0 == pair(earlier).0);
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
    use super::Pairs;

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
        pairs.sort_and_keep_first(|one, other| one.0.cmp(other.0).then(other.1.cmp(one.1)));
        assert_eq!(all(&pairs), [("a", "x"), ("b", "2")]);
        assert_eq!(pairs.search("b"), Ok(1));
        assert_eq!(pairs.search("aa"), Err(1));
        assert_eq!(pairs.at(1), ("b", "2"));
    }
}
