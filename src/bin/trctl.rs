//! The `trctl` binary.

fn main() -> std::process::ExitCode {
    trctl::commands::main(std::env::args_os()).into()
}
