//! The `trctl` binary.

fn main() {}
