//! Pages of a list. Twilio pages by cursor: the token of the next page names the last item of
//! this one, so that a list goes on where it stopped even when rows were deleted in between
//! (<https://www.twilio.com/docs/usage/twilios-response#pagination>).

use super::{Params, Problem};
use crate::routing::engine::{Row, Rows};

const DEFAULT_SIZE: usize = 50;
const LARGEST_SIZE: usize = 1000;

/// The page a client asks for.
#[derive(Debug, Clone)]
pub(crate) struct PageRequest {
    size: usize,
    page: u64,
    cursor: Cursor,
}

#[derive(Debug, Clone)]
enum Cursor {
    Start,
    After(Place),
    Before(Place),
}

/// A place in a list: an item's SID and, in an ordered list, what it was ordered by.
#[derive(Debug, Clone)]
struct Place {
    sid: String,
    keys: Vec<i64>,
}

impl PageRequest {
    /// Reads `PageSize`, `Page` and `PageToken`.
    pub(crate) fn read(params: &Params) -> Result<Self, Problem> {
        let size = params
            .number::<i64>("PageSize")?
            .map_or(DEFAULT_SIZE, |size| {
                usize::try_from(size.max(1)).map_or(LARGEST_SIZE, |size| size.min(LARGEST_SIZE))
            });
        let page = params.number::<u64>("Page")?.unwrap_or(0);
        let cursor = match params.given("PageToken") {
            Some(token) => {
                Cursor::read(token).ok_or_else(|| Problem::invalid("Invalid PageToken"))?
            }
            None if page > 0 => return Err(Problem::absolute_paging()),
            None => Cursor::Start,
        };
        Ok(Self { size, page, cursor })
    }
}

impl Cursor {
    fn read(token: &str) -> Option<Self> {
        let (direction, rest) = token.split_at_checked(2)?;
        let mut parts = rest.split('_');
        let sid = parts.next()?.to_owned();
        let keys = parts.map(|key| key.parse().ok()).collect::<Option<_>>()?;
        let place = Place { sid, keys };
        match direction {
            "PA" => Some(Self::After(place)),
            "PB" => Some(Self::Before(place)),
            _ => None,
        }
    }
}

type Keep<'a, T> = Box<dyn Fn(&T) -> bool + 'a>;
/// What to order by and whether the largest comes first.
type Key<T> = (fn(&T) -> i64, bool);

/// Which rows a list shows and in which order: that of creation unless told otherwise.
pub(crate) struct Selection<'a, T> {
    among: Option<Vec<&'a T>>,
    keep: Vec<Keep<'a, T>>,
    order: Vec<Key<T>>,
    newest_first: bool,
}

impl<T> Default for Selection<'_, T> {
    fn default() -> Self {
        Self {
            among: None,
            keep: Vec::new(),
            order: Vec::new(),
            newest_first: false,
        }
    }
}

impl<'a, T> Selection<'a, T> {
    /// Only these rows, found on a shorter way than by looking at all.
    pub(crate) fn among(&mut self, rows: Vec<&'a T>) {
        self.among = Some(rows);
    }

    /// Only rows for which this holds.
    pub(crate) fn keep(&mut self, keep: impl Fn(&T) -> bool + 'a) {
        self.keep.push(Box::new(keep));
    }

    /// By this key, behind the keys given before.
    pub(crate) fn order_by(&mut self, key: fn(&T) -> i64, descending: bool) {
        self.order.push((key, descending));
    }

    /// Rows that are equal by every key: the newest first.
    pub(crate) fn newest_first(&mut self) {
        self.newest_first = true;
    }

    fn keeps(&self, row: &T) -> bool {
        self.keep.iter().all(|keep| keep(row))
    }

    fn keys(&self, row: &T) -> Vec<i64> {
        self.order
            .iter()
            .map(|(key, descending)| if *descending { -key(row) } else { key(row) })
            .collect()
    }
}

/// Rows in the order of a list that can be entered at any row there ever was.
pub(crate) trait Table<'a, T: Row + 'a> {
    /// All rows.
    fn all(&self) -> impl DoubleEndedIterator<Item = &'a T>;

    /// The rows behind one that may be gone; `None` for a SID that was never given out.
    fn after(&self, sid: T::Sid) -> Option<impl DoubleEndedIterator<Item = &'a T>>;

    /// The rows before one that may be gone, in the order of the list.
    fn before(&self, sid: T::Sid) -> Option<impl DoubleEndedIterator<Item = &'a T>>;
}

impl<'a, T: Row> Table<'a, T> for &'a Rows<T> {
    fn all(&self) -> impl DoubleEndedIterator<Item = &'a T> {
        self.iter()
    }

    fn after(&self, sid: T::Sid) -> Option<impl DoubleEndedIterator<Item = &'a T>> {
        Rows::after(self, sid)
    }

    fn before(&self, sid: T::Sid) -> Option<impl DoubleEndedIterator<Item = &'a T>> {
        Rows::before(self, sid)
    }
}

/// A page of rows and the tokens of its neighbours.
pub(crate) struct Paged<'a, T> {
    pub(crate) rows: Vec<&'a T>,
    size: usize,
    page: u64,
    previous: Option<String>,
    next: Option<String>,
}

/// Cuts the page out of a table.
pub(crate) fn paged<'a, T: Row>(
    table: &'a Rows<T>,
    request: &PageRequest,
    selection: &Selection<'a, T>,
) -> Result<Paged<'a, T>, Problem> {
    let strange = || Problem::invalid("Invalid PageToken");
    let in_creation_order = selection.order.is_empty() && !selection.newest_first;
    let (rows, before, after) = match &selection.among {
        Some(few) => sorted_slice(table, few.iter().copied(), request, selection),
        None if in_creation_order => slice(&table, request, &|row| selection.keeps(row)),
        None => sorted_slice(table, table.iter(), request, selection),
    }
    .ok_or_else(strange)?;
    Ok(page((rows, before, after), request, |row| {
        selection.keys(row)
    }))
}

/// Cuts the page out of a table whose order is the list's.
pub(crate) fn paged_as_it_is<'a, T: Row>(
    table: &impl Table<'a, T>,
    request: &PageRequest,
    keeps: &dyn Fn(&T) -> bool,
) -> Result<Paged<'a, T>, Problem> {
    slice(table, request, keeps)
        .map(|slice| page(slice, request, |_| Vec::new()))
        .ok_or_else(|| Problem::invalid("Invalid PageToken"))
}

/// A page with the tokens of its neighbours, which hold what rows are ordered by.
fn page<'a, T: Row>(
    (rows, before, after): Slice<'a, T>,
    request: &PageRequest,
    keys: impl Fn(&T) -> Vec<i64>,
) -> Paged<'a, T> {
    let token = |direction: &str, row: &T| {
        let mut token = format!("{direction}{}", row.sid());
        for key in keys(row) {
            use std::fmt::Write as _;
            write!(token, "_{key}").expect("a string takes everything");
        }
        token
    };
    Paged {
        previous: rows.first().filter(|_| before).map(|row| token("PB", row)),
        next: rows.last().filter(|_| after).map(|row| token("PA", row)),
        rows,
        size: request.size,
        page: request.page,
    }
}

/// The rows of the page and whether there are any before and behind it.
type Slice<'a, T> = (Vec<&'a T>, bool, bool);

/// In its own order the table itself knows where to go on. `None` for a token whose SID was
/// never given out here.
fn slice<'a, T: Row>(
    table: &impl Table<'a, T>,
    request: &PageRequest,
    keeps: &dyn Fn(&T) -> bool,
) -> Option<Slice<'a, T>> {
    let forward = |rows: &mut dyn Iterator<Item = &'a T>| {
        let mut page: Vec<&T> = rows
            .filter(|row| keeps(row))
            .take(request.size + 1)
            .collect();
        let more = page.len() > request.size;
        page.truncate(request.size);
        (page, more)
    };
    match &request.cursor {
        Cursor::Start => {
            let (page, more) = forward(&mut table.all());
            Some((page, false, more))
        }
        Cursor::After(place) => {
            let (page, more) = forward(&mut table.after(place.sid.parse().ok()?)?);
            let earlier = page
                .first()
                .and_then(|first| table.before(first.sid()))
                .is_some_and(|rows| rows.rev().any(keeps));
            Some((page, earlier, more))
        }
        Cursor::Before(place) => {
            let rows = table.before(place.sid.parse().ok()?)?;
            let (mut page, more) = forward(&mut rows.rev());
            page.reverse();
            let later = page
                .last()
                .and_then(|last| table.after(last.sid()))
                .is_some_and(|mut rows| rows.any(keeps));
            Some((page, more, later))
        }
    }
}

/// In any other order the rows are sorted for every page; what a row was ordered by is part of
/// the token, so that the row may be gone or changed when its token comes back.
fn sorted_slice<'a, T: Row>(
    table: &'a Rows<T>,
    candidates: impl Iterator<Item = &'a T>,
    request: &PageRequest,
    selection: &Selection<'a, T>,
) -> Option<Slice<'a, T>> {
    let rank = |sid: T::Sid| {
        let ordinal = i64::try_from(table.ordinal(sid)?).ok()?;
        Some(if selection.newest_first {
            -ordinal
        } else {
            ordinal
        })
    };
    let mut rows: Vec<(Vec<i64>, &T)> = candidates
        .filter(|row| selection.keeps(row))
        .filter_map(|row| {
            let mut keys = selection.keys(row);
            keys.push(rank(row.sid())?);
            Some((keys, row))
        })
        .collect();
    rows.sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
    let at = |place: &Place| {
        if place.keys.len() != selection.order.len() {
            return None;
        }
        let mut keys = place.keys.clone();
        keys.push(rank(place.sid.parse().ok()?)?);
        Some(keys)
    };
    let (start, end) = match &request.cursor {
        Cursor::Start => (0, request.size.min(rows.len())),
        Cursor::After(place) => {
            let place = at(place)?;
            let start = rows.partition_point(|(keys, _)| *keys <= place);
            (start, (start + request.size).min(rows.len()))
        }
        Cursor::Before(place) => {
            let place = at(place)?;
            let end = rows.partition_point(|(keys, _)| *keys < place);
            (end.saturating_sub(request.size), end)
        }
    };
    let page = rows[start..end].iter().map(|(_, row)| *row).collect();
    Some((page, start > 0, end < rows.len()))
}

/// The links of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageLinks {
    pub(crate) first: String,
    pub(crate) previous: Option<String>,
    pub(crate) current: String,
    pub(crate) next: Option<String>,
}

impl<T> Paged<'_, T> {
    pub(crate) fn size(&self) -> u64 {
        self.size as u64
    }

    pub(crate) fn page(&self) -> u64 {
        self.page
    }

    /// The links, which repeat the filters; `base` is what comes before the question mark.
    pub(crate) fn links(&self, base: &str, params: &Params) -> PageLinks {
        let link = |page: u64, token: Option<&str>| {
            let mut query =
                url::form_urlencoded::Serializer::for_suffix(format!("{base}?"), base.len() + 1);
            for (name, value) in params.iter() {
                if !matches!(name, "PageSize" | "Page" | "PageToken") {
                    query.append_pair(name, value);
                }
            }
            query.append_pair("PageSize", &self.size.to_string());
            query.append_pair("Page", &page.to_string());
            if let Some(token) = token {
                query.append_pair("PageToken", token);
            }
            query.finish()
        };
        PageLinks {
            first: link(0, None),
            previous: self
                .previous
                .as_deref()
                .map(|token| link(self.page.saturating_sub(1), Some(token))),
            current: link(self.page, params.given("PageToken")),
            next: self
                .next
                .as_deref()
                .map(|token| link(self.page + 1, Some(token))),
        }
    }
}
