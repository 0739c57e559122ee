//! The figures of one owner, under each of the names they go by.

use serde_json::value::RawValue;
use serde_json::{Map, Value as Json, json};

use crate::output::{Cell, Row, age};

/// What says whose the figures are; everything else is a figure.
const NOT_FIGURES: [&str; 7] = [
    "account_sid",
    "workspace_sid",
    "task_queue_sid",
    "workflow_sid",
    "worker_sid",
    "url",
    "realtime",
];

/// Real-time and cumulative statistics of one owner, as far as they were asked for.
#[derive(Debug)]
pub(super) struct StatsRow {
    /// What it is called.
    pub(super) name: String,
    sid: Option<String>,
    raw: Box<RawValue>,
    document: Json,
}

impl Row for StatsRow {
    fn raw(&self) -> &RawValue {
        &self.raw
    }

    fn sid(&self) -> Option<String> {
        self.sid.clone()
    }
}

/// Whose figures they are.
pub(super) struct Owner {
    pub(super) name: String,
    pub(super) sid: Option<String>,
    /// What a worker is doing.
    pub(super) activity: Option<String>,
}

impl StatsRow {
    pub(super) fn new(
        owner: Owner,
        real_time: Option<&RawValue>,
        cumulative: Option<&RawValue>,
    ) -> Self {
        let Owner {
            name,
            sid,
            activity,
        } = owner;
        let mut members = vec![
            ("name", Json::from(name.as_str()).to_string()),
            ("sid", Json::from(sid.as_deref()).to_string()),
        ];
        let activity = activity.map(Json::from);
        if let Some(activity) = &activity {
            members.push(("activity", activity.to_string()));
        }
        let parts = [("real_time", real_time), ("cumulative", cumulative)];
        members.extend(
            parts
                .iter()
                .filter_map(|(name, part)| Some((*name, part.as_ref()?.get().to_owned()))),
        );
        let members: Vec<String> = members
            .into_iter()
            .map(|(name, value)| format!("\"{name}\":{value}"))
            .collect();
        let raw = RawValue::from_string(format!("{{{}}}", members.join(",")))
            .expect("members of JSON make an object");
        let document = figures(&raw);
        Self {
            name,
            sid,
            raw,
            document,
        }
    }

    /// All figures by their names, and the two bodies as `real_time` and `cumulative`.
    pub(super) const fn document(&self) -> &Json {
        &self.document
    }

    /// A figure, by a dotted path.
    pub(super) fn figure(&self, path: &str) -> Cell {
        Cell::json(self.look_up(path).cloned().unwrap_or_default())
    }

    /// A figure in seconds.
    pub(super) fn seconds(&self, path: &str) -> Cell {
        self.look_up(path)
            .and_then(Json::as_u64)
            .map_or(Cell::EMPTY, Cell::age)
    }

    fn look_up(&self, path: &str) -> Option<&Json> {
        path.split('.')
            .try_fold(&self.document, |here, name| here.get(name))
    }

    /// `Available 2, Offline 1`
    pub(super) fn workers_by_activity(&self) -> Cell {
        self.activities("activity_statistics", "workers", |workers| {
            workers.to_string()
        })
    }

    /// `Available 1h 2m, Offline 3m`
    pub(super) fn time_by_activity(&self) -> Cell {
        self.activities("activity_durations", "total", age::short)
    }

    fn activities(&self, list: &str, member: &str, show: fn(u64) -> String) -> Cell {
        let Some(list) = self.document.get(list).and_then(Json::as_array) else {
            return Cell::EMPTY;
        };
        let shown: Vec<String> = list
            .iter()
            .filter_map(|activity| {
                let number = activity
                    .get(member)?
                    .as_u64()
                    .filter(|number| *number > 0)?;
                let name = activity.get("friendly_name")?.as_str()?;
                Some(format!("{name} {}", show(number)))
            })
            .collect();
        shown.join(", ").into()
    }

    /// `5s 3/4, 30s 4/4`: how many acceptances came within each threshold, of all.
    pub(super) fn accepted_within(&self) -> Cell {
        self.within("reservations_accepted")
    }

    /// The same of cancellations.
    pub(super) fn canceled_within(&self) -> Cell {
        self.within("tasks_canceled")
    }

    fn within(&self, member: &str) -> Cell {
        let shown: Vec<String> = splits(&self.document)
            .into_iter()
            .map(|(seconds, split)| {
                let [below, above] = sides(split, member);
                format!("{} {below}/{}", age::short(seconds), below + above)
            })
            .collect();
        shown.join(", ").into()
    }
}

/// The waits below and above a threshold.
fn sides(split: &Json, member: &str) -> [u64; 2] {
    ["below", "above"].map(|side| {
        split
            .get(side)
            .and_then(|side| side.get(member)?.as_u64())
            .unwrap_or(0)
    })
}

/// The splits by threshold, the shortest first.
fn splits(document: &Json) -> Vec<(u64, &Json)> {
    let mut splits: Vec<(u64, &Json)> = document
        .get("split_by_wait_time")
        .and_then(Json::as_object)
        .into_iter()
        .flatten()
        .filter_map(|(seconds, split)| Some((seconds.parse().ok()?, split)))
        .collect();
    splits.sort_unstable_by_key(|(seconds, _)| *seconds);
    splits
}

fn figures(raw: &RawValue) -> Json {
    let mut document: Json = serde_json::from_str(raw.get()).expect("a raw value is JSON");
    let mut figures = Map::new();
    for part in ["real_time", "cumulative"] {
        let members = document.get(part).and_then(Json::as_object);
        for (name, value) in members.into_iter().flatten() {
            if !NOT_FIGURES.contains(&name.as_str()) {
                figures.insert(name.clone(), value.clone());
            }
        }
    }
    let mut figures = Json::Object(figures);
    let derived = derived(&figures);
    if let (Json::Object(document), Json::Object(figures)) = (&mut document, &mut figures) {
        figures.extend(derived);
        figures.append(document);
    }
    figures
}

/// What follows from Twilio's figures and is asked for often.
fn derived(figures: &Json) -> Vec<(String, Json)> {
    let mut derived = Vec::new();
    if let Some(statuses) = figures.get("tasks_by_status") {
        for (name, status) in [
            ("tasks_waiting", "pending"),
            ("tasks_reserved", "reserved"),
            ("tasks_assigned", "assigned"),
            ("tasks_wrapping", "wrapping"),
        ] {
            let count = statuses.get(status).cloned().unwrap_or_default();
            derived.push((name.to_owned(), count));
        }
    }
    for (list, prefix, member) in [
        ("activity_statistics", "workers_in", "workers"),
        ("activity_durations", "seconds_in", "total"),
    ] {
        let activities = figures.get(list).and_then(Json::as_array);
        for activity in activities.into_iter().flatten() {
            let name = activity.get("friendly_name").and_then(Json::as_str);
            let number = activity.get(member).cloned().unwrap_or_default();
            derived.push((
                format!("{prefix}_{}", underscored(name.unwrap_or_default())),
                number,
            ));
        }
    }
    for (seconds, split) in splits(figures) {
        let [accepted, late] = sides(split, "reservations_accepted");
        let [canceled, canceled_late] = sides(split, "tasks_canceled");
        // Of no acceptance there is no share.
        let level = (accepted * 100).checked_div(accepted + late);
        derived.extend([
            (format!("accepted_within_{seconds}"), json!(accepted)),
            (format!("accepted_after_{seconds}"), json!(late)),
            (format!("canceled_within_{seconds}"), json!(canceled)),
            (format!("canceled_after_{seconds}"), json!(canceled_late)),
            (format!("service_level_{seconds}"), json!(level)),
        ]);
    }
    derived
}

/// A name as part of a figure's: `Wrap Up` becomes `wrap_up`.
fn underscored(name: &str) -> String {
    name.chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter.to_lowercase().to_string()
            } else {
                "_".to_owned()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_go_by_twilios_names_and_by_derived_ones() {
        let raw = |text: &str| RawValue::from_string(text.to_owned()).unwrap();
        let now = raw(
            r#"{"account_sid":"AC1","tasks_by_status":{"pending":3},"activity_statistics":
            [{"friendly_name":"Wrap Up","workers":2},{"friendly_name":"Idle","workers":0}]}"#,
        );
        let then = raw(
            r#"{"url":"x","split_by_wait_time":{"30":{"above":{"reservations_accepted":1},
            "below":{"reservations_accepted":2,"tasks_canceled":1}},
            "5":{"above":{},"below":{}}}}"#,
        );
        let owner = Owner {
            name: "Support".to_owned(),
            sid: Some("WQ1".to_owned()),
            activity: None,
        };
        let row = StatsRow::new(owner, Some(&now), Some(&then));
        let document = row.document();
        for (name, value) in [
            ("name", json!("Support")),
            ("tasks_waiting", json!(3)),
            ("workers_in_wrap_up", json!(2)),
            ("accepted_within_30", json!(2)),
            ("canceled_within_30", json!(1)),
            ("service_level_30", json!(66)),
            ("service_level_5", json!(null)),
        ] {
            assert_eq!(document[name], value, "{name}");
        }
        assert_eq!(document["real_time"]["account_sid"], "AC1");
        assert_eq!(document.get("account_sid"), None);
        assert_eq!(row.accepted_within(), "5s 0/0, 30s 2/3".into());
        assert_eq!(row.workers_by_activity(), "Wrap Up 2".into());
    }
}
