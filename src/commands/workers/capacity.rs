//! `trctl workers capacity`: how much a worker takes of which task channel.

use anyhow::Context as _;

use super::channels::{self, COLUMNS};
use crate::app::{App, Changes};
use crate::bulk::{self, Edit, Item, Reached, Step};
use crate::exit_code::Failure;
use crate::model::WorkerChannel;
use crate::twilio::{ChannelSetting, Place, Record};

/// Set how many tasks of a channel a worker takes at once
///
/// One channel is changed at once; several are shown first. Tasks the worker has already stay,
/// whatever the capacity.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workers capacity dave chat=3
  trctl workers capacity dave voice=1 chat=3 --yes
  trctl workers capacity dave voice --unavailable")]
pub(super) struct CapacityArgs {
    /// Name or SID of the worker
    #[arg(value_name = "WORKER")]
    worker: String,

    /// Task channels, by unique name, with the tasks at once; without a number only
    /// `--available` and `--unavailable` change them
    #[arg(value_name = "CHANNEL[=N]", required = true, value_parser = wanted)]
    channels: Vec<Wanted>,

    /// Let the worker take tasks of these channels
    #[arg(long, conflicts_with = "unavailable")]
    available: bool,

    /// Keep tasks of these channels from the worker
    #[arg(long)]
    unavailable: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    channel: String,
    capacity: Option<u32>,
}

fn wanted(text: &str) -> Result<Wanted, String> {
    let (channel, capacity) = match text.split_once('=') {
        None => (text, None),
        Some((channel, number)) => {
            let number = number
                .parse()
                .map_err(|_| format!("`{number}` is not a whole number of tasks"))?;
            (channel, Some(number))
        }
    };
    if channel.is_empty() {
        return Err("write `CHANNEL=NUMBER`, such as `voice=1`".to_owned());
    }
    Ok(Wanted {
        channel: channel.to_owned(),
        capacity,
    })
}

fn told(channel: &WorkerChannel) -> String {
    let available = match channel.available {
        Some(false) => "unavailable",
        _ => "available",
    };
    format!("capacity {}, {available}", channel.configured_capacity)
}

pub(super) async fn run(app: &App, args: &CapacityArgs) -> anyhow::Result<()> {
    let available = match (args.available, args.unavailable) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    };
    if available.is_none()
        && let Some(idle) = args.channels.iter().find(|one| one.capacity.is_none())
    {
        let channel = &idle.channel;
        return Err(
            Failure::usage(format!("nothing is said of the channel `{channel}`"))
                .with_hint(format!(
                    "write `{channel}=2`, or give `--available` or `--unavailable`"
                ))
                .into(),
        );
    }
    let scope = channels::scope(app, &args.worker).await?;
    let client = app.client()?;
    let mut rows: Vec<Record<WorkerChannel>> = Vec::new();
    let mut targets = Vec::new();
    for one in &args.channels {
        let sid = client.resolve::<WorkerChannel>(scope, &one.channel).await?;
        if rows.iter().any(|row| row.value.sid == sid) {
            return Err(
                Failure::usage(format!("the channel `{}` is named twice", one.channel)).into(),
            );
        }
        let record = client
            .get::<WorkerChannel>(scope, sid)
            .await
            .with_context(|| format!("cannot get the channel `{}`", one.channel))?
            .record;
        let target = ChannelSetting {
            capacity: one.capacity,
            available,
        };
        targets.push((sid, target));
        rows.push(record);
    }
    if app.global().dry_run || rows.len() > 1 {
        for (row, (_, target)) in rows.iter().zip(&targets) {
            app.console().note(format_args!(
                "{}: {} → {}",
                row.value.task_channel_unique_name,
                told(&row.value),
                told(&WorkerChannel {
                    configured_capacity: target.capacity.unwrap_or(row.value.configured_capacity),
                    available: target.available.or(row.value.available),
                    ..row.value.clone()
                })
            ));
        }
    }
    let changes = Changes {
        verb: "capacity",
        imperative: "Change",
        doing: "changing",
        noun: ("channel", "channels"),
        place: format!("{} of {}", args.worker, app.place(scope.workspace)?),
        rows,
        columns: &COLUMNS,
        legacy: None,
    };
    let subject = |row: Record<WorkerChannel>| Item {
        sid: row.value.sid.to_string(),
        name: row.value.task_channel_unique_name.clone(),
        subject: row.value.sid,
    };
    let targets = &targets;
    let operation = |item: Item<_>, step: Step| async move {
        let channel = item.subject;
        let target = targets
            .iter()
            .find(|(sid, _)| *sid == channel)
            .map(|(_, target)| *target)
            .expect("every row has its target");
        bulk::edit::<WorkerChannel>(
            client,
            &Place::of::<WorkerChannel>(client.account(), scope, channel),
            &step,
            |now| {
                if target.is_met(now) {
                    return Err(format!("has {} already", told(now)));
                }
                Ok(Edit::Update(target.form()))
            },
            |now| match now {
                Some(now) if target.is_met(now) => Reached::Yes(told(now)),
                _ => Reached::No,
            },
            |now| now.map_or_else(String::new, told),
        )
        .await
    };
    app.change_named(changes, subject, operation).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_has_a_number_or_none() {
        for (text, channel, capacity) in [
            ("voice=2", "voice", Some(2)),
            ("voice=0", "voice", Some(0)),
            ("voice", "voice", None),
        ] {
            let read = wanted(text).unwrap();
            assert_eq!((read.channel.as_str(), read.capacity), (channel, capacity));
        }
        for text in ["=2", "voice=", "voice=two", "voice=-1", ""] {
            assert!(wanted(text).is_err(), "{text}");
        }
    }
}
