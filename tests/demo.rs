//! The demo: every step comes out as told, on a machine that has nothing.
#![cfg(feature = "server")]

mod common;

use common::Sealed;

#[test]
fn everything_comes_out_as_told() {
    let home = Sealed::new();
    let ran = home.trctl("demo");
    assert_eq!(ran.code, 0, "{ran}");
    assert!(
        ran.stdout.ends_with("Everything came out as told.\n"),
        "{ran}"
    );
    assert_eq!(ran.stderr, "");
    for told in [
        "$ trctl tasks wrap-complete --older-than 10m --yes",
        "Was stuck in wrapping",
        "1 reservation.timeout",
        "2 task.completed",
    ] {
        assert!(ran.stdout.contains(told), "{told} is missing in {ran}");
    }
    let left: Vec<_> = std::fs::read_dir(home.home()).unwrap().collect();
    assert!(left.is_empty(), "the demo left something behind: {left:?}");
}
