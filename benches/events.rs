//! The event store under load: `cargo bench --bench events`.
//!
//! One sample is fifty senders of whom each waits for an event to be on the disk before it sends the
//! next, as a server with fifty connections does. The figures are those of the disk that holds the
//! temporary directory.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use trctl::events::{EventStore, RecordedEvent, Span, open};

fn main() {
    divan::main();
}

const SENDERS: u64 = 50;
const EACH: u64 = 100;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A form of about 2.4 KB, when it is encoded.
fn form() -> Vec<(String, String)> {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    // SIDs are scattered as Twilio's are.
    let scattered = |salt: u64| {
        let upper = (number / 10 + salt).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let lower = (number / 10 + salt).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        format!("{upper:016x}{lower:016x}")
    };
    let kinds = [
        "workflow.entered",
        "task-queue.entered",
        "task.created",
        "workflow.target-matched",
        "reservation.created",
        "reservation.accepted",
        "task.wrapup",
        "reservation.wrapup",
        "task.completed",
        "reservation.completed",
    ];
    let place = usize::try_from(number % 10).expect("less than ten");
    let statuses = [
        "pending",
        "pending",
        "pending",
        "pending",
        "reserved",
        "assigned",
        "wrapping",
        "wrapping",
        "completed",
        "completed",
    ];
    let worker = number / 10 % 200;
    let at = 1_700_000_000_000 + number * 7;
    let event = number.wrapping_mul(0x94d0_49bb_1331_11eb);
    let attributes = format!(
        r#"{{"type":"support","language":"en","from":"+1555{number:07}","to":"+15550001111","direction":"inbound","call_sid":"CA{}","customer":{{"name":"Somebody With A Name","tier":"gold","notes":"{}"}}}}"#,
        scattered(5),
        "what was said before ".repeat(12),
    );
    let pairs = [
        ("Sid", format!("EV{event:016x}{number:016x}")),
        ("EventType", kinds[place].to_owned()),
        ("AccountSid", format!("AC{:032x}", 1)),
        ("WorkspaceSid", format!("WS{:032x}", 1)),
        ("WorkspaceName", "Support".to_owned()),
        ("EventDescription", format!("Task {} changed", scattered(1))),
        ("ResourceType", "task".to_owned()),
        ("ResourceSid", format!("WT{}", scattered(1))),
        ("Timestamp", (at / 1000).to_string()),
        ("TimestampMs", at.to_string()),
        ("TaskSid", format!("WT{}", scattered(1))),
        ("TaskAttributes", attributes),
        ("TaskAge", place.to_string()),
        ("TaskPriority", "5".to_owned()),
        ("TaskAssignmentStatus", statuses[place].to_owned()),
        ("TaskVersion", place.to_string()),
        ("TaskChannelSid", format!("TC{:032x}", 1)),
        ("TaskChannelUniqueName", "voice".to_owned()),
        ("TaskDateCreated", (at / 1000).to_string()),
        ("TaskQueueEnteredDate", (at / 100_000 * 100).to_string()),
        ("TaskQueueSid", format!("WQ{:032x}", number / 10 % 20)),
        ("TaskQueueName", format!("queue {}", number / 10 % 20)),
        (
            "TaskQueueTargetExpression",
            "skills HAS \"support\"".to_owned(),
        ),
        ("WorkflowSid", format!("WW{:032x}", 1)),
        ("WorkflowName", "Support".to_owned()),
        ("WorkerSid", format!("WK{worker:032x}")),
        ("WorkerName", format!("worker {worker}")),
        (
            "WorkerAttributes",
            format!(
                r#"{{"contact_uri":"client:worker{worker}","skills":["support","sales"],"languages":["en","de"],"team":"a","notes":"{}"}}"#,
                "somebody ".repeat(30)
            ),
        ),
        ("WorkerVersion", "3".to_owned()),
        ("WorkerActivitySid", format!("WA{:032x}", 2)),
        ("WorkerActivityName", "Available".to_owned()),
        ("ReservationSid", format!("WR{}", scattered(2))),
        ("ReservationVersion", place.to_string()),
    ];
    pairs
        .into_iter()
        .filter(|(name, _)| {
            let of_worker = name.starts_with("Worker") || name.starts_with("Reservation");
            !of_worker || kinds[place].starts_with("reservation")
        })
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn event() -> RecordedEvent {
    RecordedEvent::from_callback(form()).expect("a form of an event")
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime")
}

fn opened(directory: &Path) -> Arc<dyn EventStore> {
    open(&directory.join("events.db")).expect("a store")
}

/// Fifty senders, one event at a time each, each waiting until it is on the disk.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn append_with_fifty_waiting(bencher: Bencher<'_, '_>) {
    let directory = tempfile::tempdir().expect("a directory");
    let runtime = runtime();
    let store = opened(directory.path());
    bencher
        .counter(ItemsCount::new(SENDERS * EACH))
        .with_inputs(|| {
            (0..SENDERS)
                .map(|_| (0..EACH).map(|_| event()).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        })
        .bench_local_values(|events| {
            runtime.block_on(async {
                let senders = events.into_iter().map(|events| {
                    let store = Arc::clone(&store);
                    tokio::spawn(async move {
                        for event in events {
                            store.append(vec![event]).await.expect("room on the disk");
                        }
                    })
                });
                for sender in senders.collect::<Vec<_>>() {
                    sender.await.expect("a sender");
                }
            });
        });
    runtime.block_on(store.close());
}

/// The same, and until the facts have followed.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn append_at_once_and_make_facts(bencher: Bencher<'_, '_>) {
    let directory = tempfile::tempdir().expect("a directory");
    let runtime = runtime();
    let store = opened(directory.path());
    bencher
        .counter(ItemsCount::new(SENDERS * EACH))
        .with_inputs(|| (0..SENDERS * EACH).map(|_| event()).collect::<Vec<_>>())
        .bench_local_values(|events| {
            runtime.block_on(async {
                store.append(events).await.expect("room on the disk");
                let position = *store.positions().borrow();
                let mut projected = store.projected();
                projected
                    .wait_for(|projected| *projected >= position)
                    .await
                    .expect("an open store");
            });
        });
    runtime.block_on(store.close());
}

/// Everything about a span in which 700 tasks happened.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn facts_of_a_span(bencher: Bencher<'_, '_>) {
    let directory = tempfile::tempdir().expect("a directory");
    let runtime = runtime();
    let store = opened(directory.path());
    let events: Vec<RecordedEvent> = (0..100_000).map(|_| event()).collect();
    let last = events.last().expect("some").at;
    runtime.block_on(async {
        store.append(events).await.expect("room on the disk");
        let mut projected = store.projected();
        let done = projected.wait_for(|projected| *projected >= 100_000);
        done.await.expect("an open store");
    });
    let span = Span {
        from: last - 7 * 7_000,
        to: last,
    };
    bencher.bench_local(|| {
        runtime
            .block_on(store.facts(black_box(span)))
            .expect("facts")
    });
    runtime.block_on(store.close());
}

/// The form of a callback becomes an event.
#[divan::bench]
fn decode_a_callback(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(form)
        .bench_local_values(|form| RecordedEvent::from_callback(form).expect("an event"));
}
