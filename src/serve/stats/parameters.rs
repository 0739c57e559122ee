//! What a question says in its URL. Whatever is wrong with it is told with the parameter's name.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use schemars::JsonSchema;

use crate::events::statistics::{Between, Filters, Stamp, Window};
use crate::model::TaskStatus;
use crate::serve::problem::Problem;
use crate::serve::query;

/// The window of a question that gives none.
const DEFAULT_MINUTES: i64 = 60;
/// Thirty-one days.
const MOST_MINUTES: i64 = 31 * 24 * 60;
/// What is told minute by minute, and what is told every second, comes from memory.
pub(in crate::serve) const MOST_MINUTES_IN_MEMORY: i64 = 120;
const MINUTE: i64 = 60_000;
/// Rows of a list that was not told how many.
const DEFAULT_LIMIT: usize = 1_000;
const MOST_ROWS: usize = 10_000;
/// Rows of each list on the board: about what a screen holds.
const ROWS_ON_BOARD: usize = 20;
pub(in crate::serve) const MOST_ROWS_ON_BOARD: usize = 200;

/// What a question may say; the documentation is made of it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "read as a schema only")]
pub(in crate::serve) struct Asked {
    /// The window: this many minutes back from now; 60 unless anything is given.
    #[schemars(range(min = 1, max = 44_640))]
    minutes: Option<i64>,
    /// The beginning of the window: a moment with its offset, or a date or time in the server's
    /// time zone. At most 31 days before its end; 60 minutes before unless given.
    #[schemars(length(min = 1))]
    from: Option<String>,
    /// The end of the window, which still belongs to it; now unless given.
    #[schemars(length(min = 1))]
    to: Option<String>,
    /// Only tasks of this queue, by name or SID.
    #[schemars(length(min = 1))]
    queue: Option<String>,
    /// Only tasks of this workflow, by name or SID.
    #[schemars(length(min = 1))]
    workflow: Option<String>,
    /// Only tasks of the task channel with this unique name.
    #[schemars(length(min = 1))]
    channel: Option<String>,
    /// Only tasks and workers whose attribute `team` is this.
    #[schemars(length(min = 1))]
    team: Option<String>,
}

/// The words a question for tasks may give as `status`.
pub(in crate::serve) fn statuses() -> impl Iterator<Item = &'static str> {
    TaskStatus::ALL.iter().map(|status| status.as_str())
}

/// A window that may move with the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Period {
    /// So many minutes back from now.
    Minutes(i64),
    /// From a moment until now.
    Since(i64),
    /// From one moment to another.
    Between(Between),
}

impl Period {
    pub(super) fn at(self, now: i64) -> Between {
        match self {
            Self::Minutes(minutes) => Between {
                from: now.saturating_sub(minutes * MINUTE),
                to: now,
            },
            Self::Since(from) => Between { from, to: now },
            Self::Between(between) => between,
        }
    }

    /// The window without what moves with the clock.
    pub(super) fn still(self, window: &mut Window) {
        match self {
            Self::Minutes(_) => (window.start, window.end) = (Stamp(0), Stamp(0)),
            Self::Since(_) => (window.end, window.minutes) = (Stamp(0), 0.0),
            Self::Between(_) => {}
        }
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Ask {
    pub(super) period: Period,
    pub(super) filters: Filters,
    pub(super) status: Option<TaskStatus>,
    pub(super) limit: usize,
}

/// Which parameters a route knows: no more than change its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Known {
    /// The window and all filters.
    Figures,
    /// The window and all filters but `queue`, which is told already.
    Queue,
    /// All filters, `status` and `limit`.
    Tasks,
    /// `team`: nothing else narrows workers.
    Workers,
    /// The window alone.
    Window,
    /// A window that ends now and is short, and all filters.
    Minutes,
    /// The same and `limit`, on a page: what is not known is overlooked there.
    Board,
    /// As `Figures`, on an old route: what is not known is overlooked there.
    OldFigures,
    /// All filters, on an old route.
    OldTasks,
    /// `team`, on an old route.
    OldWorkers,
}

const WINDOW: [&str; 3] = ["minutes", "from", "to"];
const FILTERS: [&str; 4] = ["queue", "workflow", "channel", "team"];

impl Known {
    fn names(self) -> Vec<&'static str> {
        let [_, others @ ..] = &FILTERS;
        match self {
            Self::Figures | Self::OldFigures => [&WINDOW[..], &FILTERS].concat(),
            Self::Queue => [&WINDOW[..], others].concat(),
            Self::Tasks => [&FILTERS[..], &["status", "limit"]].concat(),
            Self::OldTasks => FILTERS.to_vec(),
            Self::Workers | Self::OldWorkers => vec!["team"],
            Self::Window => WINDOW.to_vec(),
            Self::Minutes => [&["minutes"], &FILTERS[..]].concat(),
            Self::Board => [&["minutes", "limit"], &FILTERS[..]].concat(),
        }
    }

    fn overlooks(self) -> bool {
        matches!(
            self,
            Self::OldFigures | Self::OldTasks | Self::OldWorkers | Self::Board
        )
    }

    const fn most_minutes(self) -> i64 {
        match self {
            Self::Minutes | Self::Board => MOST_MINUTES_IN_MEMORY,
            _ => MOST_MINUTES,
        }
    }
}

/// Reads the query of a URL.
pub(super) fn read(
    query: Option<&str>,
    known: Known,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Ask, Problem> {
    let names = known.names();
    let mut given = if known.overlooks() {
        query::read_known(query, &names)?
    } else {
        query::read(query, &names)?
    };
    Ok(Ask {
        period: period(&given, known.most_minutes(), zone, now)?,
        status: given.get("status").map(|text| status(text)).transpose()?,
        limit: limit(&given, known)?,
        filters: Filters {
            queue: given.remove("queue"),
            workflow: given.remove("workflow"),
            channel: given.remove("channel"),
            team: given.remove("team"),
        },
    })
}

fn limit(given: &BTreeMap<&str, String>, known: Known) -> Result<usize, Problem> {
    let (rows, most) = match known {
        Known::Board => (ROWS_ON_BOARD, MOST_ROWS_ON_BOARD),
        _ => (DEFAULT_LIMIT, MOST_ROWS),
    };
    let text = given.get("limit");
    text.map_or(Ok(rows), |text| whole("limit", text, most))
}

fn period(
    given: &BTreeMap<&str, String>,
    most: i64,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Period, Problem> {
    if let Some(minutes) = given.get("minutes") {
        if given.contains_key("from") || given.contains_key("to") {
            return Err(Problem::bad_request(
                "`minutes` goes without `from` and `to`",
            ));
        }
        return whole("minutes", minutes, most).map(Period::Minutes);
    }
    let moment = |name| {
        let text = given.get(name);
        text.map(|text| moment(name, text, zone)).transpose()
    };
    let from = moment("from")?;
    let to = moment("to")?;
    let between = match (from, to) {
        (None, None) => return Ok(Period::Minutes(DEFAULT_MINUTES)),
        (Some(from), None) => {
            check(from, now.as_millisecond())?;
            return Ok(Period::Since(from));
        }
        (None, Some(to)) => Between {
            from: to.saturating_sub(DEFAULT_MINUTES * MINUTE),
            to,
        },
        (Some(from), Some(to)) => Between { from, to },
    };
    check(between.from, between.to)?;
    Ok(Period::Between(between))
}

fn check(from: i64, to: i64) -> Result<(), Problem> {
    if from > to {
        return Err(Problem::bad_request("`from` is later than `to`"));
    }
    if to.saturating_sub(from) > MOST_MINUTES * MINUTE {
        return Err(Problem::bad_request(
            "`from` is more than 31 days before `to`",
        ));
    }
    Ok(())
}

/// A number from 1 to a most.
fn whole<N>(name: &str, text: &str, most: N) -> Result<N, Problem>
where
    N: std::str::FromStr + Ord + Copy + std::fmt::Display + From<u8>,
{
    // What `FromStr` takes beside digits is a sign.
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let number: Option<N> = text.parse().ok().filter(|_| is_number);
    number
        .filter(|number| N::from(1) <= *number && *number <= most)
        .ok_or_else(|| {
            Problem::bad_request(format!("`{name}` is no whole number from 1 to {most}"))
        })
}

fn status(text: &str) -> Result<TaskStatus, Problem> {
    text.parse().map_err(|_| {
        let words: Vec<&str> = statuses().collect();
        Problem::bad_request(format!("`status` is none of {}", words.join(", ")))
    })
}

/// A moment with its offset, or a date or time in the time zone.
fn moment(name: &str, text: &str, zone: &TimeZone) -> Result<i64, Problem> {
    // An offset's plus that nobody escaped.
    let text = match text.rsplit_once(' ') {
        Some((moment, offset)) if moment.contains(['T', 't']) => format!("{moment}+{offset}"),
        _ => text.to_owned(),
    };
    let local = |moment: DateTime| {
        let zoned = moment.to_zoned(zone.clone()).ok()?;
        Some(zoned.timestamp())
    };
    text.parse::<Timestamp>()
        .ok()
        .or_else(|| text.parse::<DateTime>().ok().and_then(local))
        .or_else(|| {
            let date = text.parse::<Date>().ok()?;
            local(date.to_datetime(jiff::civil::Time::midnight()))
        })
        .map(Timestamp::as_millisecond)
        .ok_or_else(|| {
            Problem::bad_request(format!(
                "`{name}` is no moment like `2026-11-21T08:00:00Z` and no date"
            ))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: &str = "2026-11-21T12:00:00Z";

    fn ask(query: &str, known: Known) -> Result<Ask, String> {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        read(Some(query), known, &zone, NOON.parse().unwrap())
            .map_err(|problem| problem.detail().to_owned())
    }

    /// The window in seconds before noon.
    fn window(query: &str) -> Result<(i64, i64), String> {
        let noon = NOON.parse::<Timestamp>().unwrap().as_millisecond();
        ask(query, Known::Figures).map(|ask| {
            let Between { from, to } = ask.period.at(noon);
            ((noon - from) / 1000, (noon - to) / 1000)
        })
    }

    #[test]
    fn windows_are_given_by_minutes_or_by_ends() {
        for (query, wanted) in [
            ("", (3600, 0)),
            ("minutes=15", (900, 0)),
            ("minutes=44640", (31 * 86_400, 0)),
            ("from=2026-11-21T11:00:00Z", (3600, 0)),
            (
                "from=2026-11-21T11:00:00Z&to=2026-11-21T11:30:00Z",
                (3600, 1800),
            ),
            ("to=2026-11-21T11:00:00Z", (7200, 3600)),
            ("from=2026-11-21T11:00:00%2B01:00", (7200, 0)),
            ("from=2026-11-21T11:00:00+01:00", (7200, 0)),
            ("from=2026-11-21T11:00", (7200, 0)),
            ("from=2026-11-21", (13 * 3600, 0)),
            ("from=2026-11-21&to=2026-11-21", (13 * 3600, 13 * 3600)),
        ] {
            assert_eq!(window(query), Ok(wanted), "{query}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_name() {
        for (query, wanted) in [
            ("minutes=0", "`minutes` is no whole number from 1 to 44640"),
            ("minutes=44641", "`minutes` is no whole"),
            ("minutes=-5", "`minutes` is no whole"),
            ("minutes=%2B5", "`minutes` is no whole"),
            ("minutes=5.0", "`minutes` is no whole"),
            ("minutes=99999999999999999999999", "`minutes` is no whole"),
            ("minutes=", "`minutes` is empty"),
            ("minutes=5&minutes=5", "`minutes` is given twice"),
            ("minutes=5&to=2026-11-21", "`minutes` goes without"),
            ("from=yesterday", "`from` is no moment"),
            ("to=2026-13-01", "`to` is no moment"),
            ("from=%00", "`from` is no moment"),
            ("from=%ff", "`from` is no moment"),
            ("from=2026-11-22", "`from` is later than `to`"),
            ("from=2026-01-01", "`from` is more than 31 days"),
            (
                "from=0001-01-01&to=9999-12-01",
                "`from` is more than 31 days",
            ),
            ("queue=", "`queue` is empty"),
            ("team=a&team=b", "`team` is given twice"),
            ("colour=red", "no parameter `colour`"),
            ("status=pending", "no parameter `status`"),
        ] {
            let error = window(query).unwrap_err();
            assert!(error.contains(wanted), "{query}: {error}");
        }
        for (query, wanted) in [
            ("status=asleep", "`status` is none of pending, "),
            ("limit=0", "`limit` is no whole number from 1 to 10000"),
        ] {
            let error = ask(query, Known::Tasks).unwrap_err();
            assert!(error.contains(wanted), "{query}: {error}");
        }
        for (query, known) in [
            ("queue=a", Known::Window),
            ("minutes=121", Known::Minutes),
            ("from=2026-11-21", Known::Minutes),
            ("minutes=121", Known::Board),
            ("limit=201", Known::Board),
            ("minutes=5", Known::Tasks),
            ("from=2026-11-21", Known::Workers),
            ("queue=a", Known::Workers),
            ("minutes=x", Known::OldFigures),
        ] {
            assert!(ask(query, known).is_err(), "{query}");
        }
        for (query, known) in [
            ("_=1700000000", Known::OldFigures),
            ("minutes=x", Known::OldTasks),
            ("limit=5&minutes=7&_=1", Known::OldWorkers),
        ] {
            let plain = ask("", known);
            assert_eq!(ask(query, known), plain, "{query}");
        }
    }
}
