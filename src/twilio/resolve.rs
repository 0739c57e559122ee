//! From what somebody typed to the SID it means.
//!
//! A SID means itself. A name is looked up exactly first; if nothing has it, letter case is
//! ignored, since Twilio itself does not tell `Dave` from `dave` among workers. The names that
//! count most go first: a worker's friendly name before its attribute `name`.

use std::borrow::Cow;

use futures::TryStreamExt as _;

use crate::model::sid::{SidError, looks_like_sid};

use super::client::Client;
use super::error::Error;
use super::form::ListQuery;
use super::resource::{Naming, Resource};

/// How alike (Jaro-Winkler, 0 to 1) a name must be to be suggested.
const ALIKE: f64 = 0.75;

/// How alike a name counts of which a part was typed.
const CONTAINED: f64 = 0.9;

/// Names suggested at most.
const SUGGESTIONS: usize = 3;

impl Client {
    /// The SID that a name or a SID stands for.
    pub async fn resolve<R: Resource>(
        &self,
        scope: R::Scope,
        name_or_sid: &str,
    ) -> Result<R::Sid, Error> {
        match name_or_sid.parse::<R::Sid>() {
            Ok(sid) => return Ok(sid),
            Err(error) if R::NAMING == Naming::Nameless => return Err(error.into()),
            Err(error @ SidError::WrongKind { .. }) if !R::NAMED_AFTER_SIDS => {
                return Err(error.into());
            }
            // `WQ12` is a slip of the finger, `WQ` may well be a name.
            Err(error @ SidError::Malformed { .. }) if nearly_a_sid(name_or_sid) => {
                return Err(error.into());
            }
            Err(_) => {}
        }
        if let Naming::Filtered(filter) | Naming::FilteredThenListed(filter) = R::NAMING {
            let query = ListQuery::all().filter(filter, name_or_sid);
            let found: Vec<R> = self.read_all(scope, &query).await?;
            if let Some(sid) = choose(&found, name_or_sid)? {
                return Ok(sid);
            }
            if R::NAMING == Naming::Filtered(filter) {
                return Err(unknown(name_or_sid, &found));
            }
        }
        let all: Vec<R> = self.read_all(scope, &ListQuery::all()).await?;
        match choose(&all, name_or_sid)? {
            Some(sid) => Ok(sid),
            None => Err(unknown::<R>(name_or_sid, &all)),
        }
    }

    async fn read_all<R: Resource>(
        &self,
        scope: R::Scope,
        query: &ListQuery,
    ) -> Result<Vec<R>, Error> {
        self.list::<R>(scope, query)
            .map_ok(|record| record.value)
            .try_collect()
            .await
    }
}

/// Two capitals and more than a word's worth of hexadecimal digits.
fn nearly_a_sid(text: &str) -> bool {
    looks_like_sid(text)
        || (text.len() > 16 && text.bytes().skip(2).all(|byte| byte.is_ascii_hexdigit()))
}

/// The one that is meant; an error if several are.
fn choose<R: Resource>(all: &[R], wanted: &str) -> Result<Option<R::Sid>, Error> {
    let folded = wanted.to_lowercase();
    let ranks = all.iter().map(|each| each.names().len()).max().unwrap_or(0);
    let exact = |name: &str| name == wanted;
    let alike = |name: &str| name.to_lowercase() == folded;
    for matches in [&exact as &dyn Fn(&str) -> bool, &alike] {
        for rank in 0..ranks {
            let mut found: Vec<(&R, String)> = all
                .iter()
                .filter_map(|each| {
                    let name = each.names().into_iter().nth(rank)?;
                    matches(&name).then(|| (each, name.into_owned()))
                })
                .collect();
            if found.len() > 1 && found.iter().any(|(each, _)| each.answers_to_its_name()) {
                found.retain(|(each, _)| each.answers_to_its_name());
            }
            match found.as_slice() {
                [] => {}
                [(only, _)] => return Ok(Some(only.sid())),
                several => {
                    return Err(Error::Ambiguous {
                        kinds: R::MANY,
                        name: wanted.to_owned(),
                        candidates: several
                            .iter()
                            .map(|(each, name)| {
                                // What it is called first tells them apart better than what they
                                // have in common.
                                let first = each.names().into_iter().next();
                                let label = first.map_or_else(|| name.clone(), Cow::into_owned);
                                (each.sid().to_string(), label)
                            })
                            .collect(),
                    });
                }
            }
        }
    }
    Ok(None)
}

fn unknown<R: Resource>(name: &str, all: &[R]) -> Error {
    let folded = name.to_lowercase();
    let mut close: Vec<(f64, String)> = all
        .iter()
        .flat_map(Resource::names)
        .map(|known| {
            let other = known.to_lowercase();
            let likeness = if other.contains(&folded) {
                CONTAINED
            } else {
                strsim::jaro_winkler(&folded, &other)
            };
            (likeness, known.into_owned())
        })
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    close.sort_by(|(left, left_name), (right, right_name)| {
        right
            .total_cmp(left)
            .then_with(|| left_name.cmp(right_name))
    });
    close.dedup_by(|(_, left), (_, right)| left == right);
    Error::NoSuchName {
        kind: R::ONE,
        name: name.to_owned(),
        suggestions: close
            .into_iter()
            .take(SUGGESTIONS)
            .map(|(_, name)| name)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::{Conference, Worker};

    fn worker(digit: u8, name: &str, attributes: &str) -> Worker {
        serde_json::from_value(json!({
            "sid": format!("WK{digit:032x}"),
            "account_sid": format!("AC{:032x}", 1),
            "workspace_sid": format!("WS{:032x}", 1),
            "friendly_name": name,
            "attributes": attributes,
            "date_created": null,
            "date_updated": null,
            "date_status_changed": null,
        }))
        .unwrap()
    }

    fn crew() -> Vec<Worker> {
        vec![
            worker(1, "dave", r#"{"name":"David"}"#),
            worker(2, "edith", r#"{"name":"dave"}"#),
            worker(3, "susan", "not JSON"),
            worker(4, "twin-1", r#"{"name":"Twin"}"#),
            worker(5, "twin-2", r#"{"name":"Twin"}"#),
        ]
    }

    #[test]
    fn the_name_that_counts_most_wins() {
        let crew = crew();
        for (wanted, digit) in [
            ("dave", Some(1)),
            ("David", Some(1)),
            ("DAVE", Some(1)),
            ("david", Some(1)),
            ("Susan", Some(3)),
            ("sue", None),
        ] {
            let found = choose(&crew, wanted).unwrap();
            assert_eq!(
                found.map(|sid| sid.to_string()),
                digit.map(|digit| format!("WK{digit:032x}")),
                "{wanted}"
            );
        }
    }

    #[test]
    fn two_of_one_name_are_listed() {
        let error = choose(&crew(), "Twin").unwrap_err();
        assert_eq!(
            error.to_string(),
            "2 workers are named `Twin`: WK00000000000000000000000000000004 (twin-1), \
             WK00000000000000000000000000000005 (twin-2)"
        );
    }

    #[test]
    fn names_that_come_close_are_suggested() {
        match unknown("eddith", &crew()) {
            Error::NoSuchName { suggestions, .. } => assert_eq!(suggestions, ["edith"]),
            other => panic!("{other}"),
        }
        let error = unknown("zzz", &crew());
        assert_eq!(error.to_string(), "there is no worker named `zzz`");
    }

    #[test]
    fn a_conference_that_ended_makes_way_for_a_running_one() {
        let conference = |digit: u8, status: &str| -> Conference {
            serde_json::from_value(json!({
                "sid": format!("CF{digit:032x}"),
                "account_sid": format!("AC{:032x}", 1),
                "friendly_name": "call",
                "status": status,
                "date_created": null,
                "date_updated": null,
            }))
            .unwrap()
        };
        let over = [conference(1, "completed"), conference(2, "completed")];
        let mixed = [conference(1, "completed"), conference(2, "in-progress")];
        assert!(choose(&over, "call").is_err());
        assert!(choose(&over[..1], "call").unwrap().is_some());
        assert_eq!(choose(&mixed, "call").unwrap(), Some(mixed[1].sid));
    }
}
