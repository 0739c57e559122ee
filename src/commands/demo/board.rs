//! What the board says at the end, held against the story.

use serde_json::Value;

use super::server::Server;
use super::stage::Stage;
use crate::exit_code::{ExitCode, Failure};

/// What the story amounts to, by the figures' places in the answer of `/stats`.
const STORY: [(&str, u64); 11] = [
    ("tasks_created", 3),
    ("tasks_accepted", 2),
    ("tasks_completed", 2),
    ("tasks_canceled", 1),
    ("tasks_abandoned", 1),
    ("reservations_created", 4),
    ("reservations_accepted", 2),
    ("reservations_rejected", 1),
    ("reservations_timed_out", 1),
    ("reservations_rescinded", 0),
    ("reservations_completed", 2),
];

/// Shows the board's figures; they must be those of the story.
pub(super) async fn show(stage: &Stage<'_>, server: &Server) -> anyhow::Result<()> {
    let stats: Value = server
        .settled(stage, "/stats", |stats| differing(stats).is_empty())
        .await?;
    let of = |name: &str| figure(&stats, name);
    stage.show(&format!(
        "tasks          {} created, {} completed, {} given up waiting",
        of("tasks_created"),
        of("tasks_completed"),
        of("tasks_abandoned"),
    ))?;
    stage.show(&format!(
        "offers         {} made, {} accepted, {} rejected, {} not answered",
        of("reservations_created"),
        of("reservations_accepted"),
        of("reservations_rejected"),
        of("reservations_timed_out"),
    ))?;
    let waited = |place: &str| {
        let seconds = stats["in_window"][place]["avg"].as_f64();
        seconds.map_or_else(|| "nothing".to_owned(), |seconds| format!("{seconds:.0} s"))
    };
    stage.show(&format!(
        "waiting        {} until somebody accepted, {} until somebody gave up, on average",
        waited("acceptance_time"),
        waited("abandonment_time"),
    ))?;
    let level = &stats["in_window"]["service_level"];
    stage.show(&format!(
        "service level  {} % accepted within {} s",
        level["percent"], level["threshold"],
    ))?;
    let differing = differing(&stats);
    if !differing.is_empty() {
        return Err(Failure::new(
            ExitCode::CheckFailed,
            format!("the board tells another story: {}", differing.join(", ")),
        )
        .into());
    }
    server.get(stage, "/dashboard").await?;
    Ok(())
}

fn figure(stats: &Value, name: &str) -> u64 {
    stats["in_window"][name].as_u64().unwrap_or_default()
}

fn differing(stats: &Value) -> Vec<String> {
    STORY
        .iter()
        .filter(|(name, count)| figure(stats, name) != *count)
        .map(|(name, count)| format!("{name} {} and not {count}", figure(stats, name)))
        .collect()
}
