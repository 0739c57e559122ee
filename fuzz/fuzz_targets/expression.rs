//! Expressions: reading never panics, and what is printed can be read again.
//!
//! `cargo +nightly fuzz run expression`
#![no_main]

use libfuzzer_sys::fuzz_target;
use trctl::routing::expr::{Expr, OrderBy, TargetWorkers, WorkerRecord};

fuzz_target!(|source: &str| {
    let worker = WorkerRecord::default();
    match Expr::parse(source) {
        Ok(expr) => {
            assert_eq!(Expr::parse(&expr.to_string()).as_ref(), Ok(&expr));
            expr.matches_task(worker.attributes, 0);
            expr.matches_worker(&worker);
        }
        Err(error) => {
            error.render(source, true);
        }
    }
    if let Ok(order) = OrderBy::parse(source) {
        assert_eq!(OrderBy::parse(&order.to_string()).as_ref(), Ok(&order));
    }
    if let Ok(target_workers) = TargetWorkers::parse(source) {
        target_workers.matches(&worker);
    }
});
