//! Lists as the 2010 API wraps them, and its date filters
//! (<https://www.twilio.com/docs/usage/twilios-response#pagination>).

use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::bare;
use crate::emulator::http::{
    Call as Request, PageRequest, Params, Problem, Selection, answer, paged,
};
use crate::routing::Moment;
use crate::routing::engine::{Row, Rows};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A page; its items lie beside the page's data, under a name of their own.
pub(super) struct List<B> {
    key: &'static str,
    items: Vec<B>,
    page: u64,
    page_size: u64,
    uri: String,
    first_page_uri: String,
    previous_page_uri: Option<String>,
    next_page_uri: Option<String>,
}

impl<B: Serialize> Serialize for List<B> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Both are 0 on an empty page, as Twilio has it.
        let start = if self.items.is_empty() {
            0
        } else {
            self.page * self.page_size
        };
        let end = start + (self.items.len() as u64).saturating_sub(1);
        let mut map = serializer.serialize_map(Some(9))?;
        map.serialize_entry("first_page_uri", &self.first_page_uri)?;
        map.serialize_entry("end", &end)?;
        map.serialize_entry("previous_page_uri", &self.previous_page_uri)?;
        map.serialize_entry(self.key, &self.items)?;
        map.serialize_entry("uri", &self.uri)?;
        map.serialize_entry("page_size", &self.page_size)?;
        map.serialize_entry("start", &start)?;
        map.serialize_entry("next_page_uri", &self.next_page_uri)?;
        map.serialize_entry("page", &self.page)?;
        map.end()
    }
}

impl<B: Serialize> List<B> {
    pub(super) fn into_answer(self) -> Response {
        answer::json(StatusCode::OK, &self)
    }
}

/// Cuts a page out of a table and renders it; its links are relative.
pub(super) fn list_of<'a, T: Row, B>(
    request: &Request,
    key: &'static str,
    table: &'a Rows<T>,
    page: &PageRequest,
    selection: &Selection<'a, T>,
    render: impl Fn(&T) -> B,
) -> Result<List<B>, Problem> {
    let cut = paged(table, page, selection)?;
    let links = cut.links(&request.path, &request.params);
    Ok(List {
        key,
        page: cut.page(),
        page_size: cut.size(),
        uri: links.current,
        first_page_uri: links.first,
        previous_page_uri: links.previous,
        next_page_uri: links.next,
        items: cut.rows.into_iter().map(render).collect(),
    })
}

/// Adds the filters `Name`, `Name<` and `Name>`: on that day, not after it, not before it.
pub(super) fn keep_dates<'a, T: 'a>(
    selection: &mut Selection<'a, T>,
    params: &Params,
    name: &str,
    date: fn(&T) -> Option<Moment>,
) -> Result<(), Problem> {
    for sign in ["", "<", ">"] {
        let parameter = format!("{name}{sign}");
        let Some(text) = params.given(&parameter) else {
            continue;
        };
        let (from, until) = span(text).ok_or_else(|| {
            Problem::invalid(format!(
                "{parameter}: `{text}` is not a date such as 2024-01-31"
            ))
        })?;
        selection.keep(move |row: &T| {
            date(row)
                .map(Moment::as_millisecond)
                .is_some_and(|at| match sign {
                    "<" => at < until,
                    ">" => at >= from,
                    _ => from <= at && at < until,
                })
        });
    }
    Ok(())
}

/// The row whose SID the path names.
pub(super) fn found<'a, R: Row>(
    rows: &'a Rows<R>,
    segment: &str,
    request: &Request,
) -> Result<&'a R, Problem> {
    bare(segment)
        .parse()
        .ok()
        .and_then(|sid| rows.get(sid))
        .ok_or_else(|| request.not_found())
}

/// The first millisecond of a day or second and the first behind it.
fn span(text: &str) -> Option<(i64, i64)> {
    if let Ok(time) = text.parse::<jiff::Timestamp>() {
        let start = time.as_millisecond();
        return Some((start, start + 1000));
    }
    let day: Date = text.parse().ok()?;
    let start = day
        .to_zoned(TimeZone::UTC)
        .ok()?
        .timestamp()
        .as_millisecond();
    Some((start, start + DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_or_a_second() {
        assert_eq!(span("1970-01-02"), Some((DAY, 2 * DAY)));
        assert_eq!(span("1970-01-01T00:00:05Z"), Some((5000, 6000)));
        assert_eq!(span("yesterday"), None);
    }
}
