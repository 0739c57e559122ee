//! The `trctl` binary.

// Requests of the servers allocate on every thread; the system's allocator makes them wait for
// each other.
#[cfg(feature = "server")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    trctl::commands::main(std::env::args_os()).into()
}
