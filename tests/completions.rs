//! The committed completion scripts are those of the whole command tree.
#![cfg(feature = "server")]

use std::path::Path;

#[test]
fn the_committed_completions_are_fresh() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    let bless = std::env::var_os("TRCTL_BLESS").is_some();
    let mut stale = Vec::new();
    for (name, script) in trctl::commands::completion_files() {
        let path = directory.join(name);
        if bless {
            std::fs::create_dir_all(&directory).unwrap();
            std::fs::write(&path, &script).unwrap();
        }
        if std::fs::read_to_string(&path).ok().as_deref() != Some(&script) {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "completions/ is stale: {}\nwrite it anew with `TRCTL_BLESS=1 cargo test --test completions`",
        stale.join(", ")
    );
}

fn shell_understands(shell: &str, file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("completions")
        .join(file);
    let output = std::process::Command::new(shell)
        .arg("-n")
        .arg(path)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
#[ignore = "needs bash"]
fn bash_understands_its_completions() {
    shell_understands("bash", "trctl.bash");
}

#[test]
#[ignore = "needs zsh"]
fn zsh_understands_its_completions() {
    shell_understands("zsh", "_trctl");
}

#[test]
#[ignore = "needs fish"]
fn fish_understands_its_completions() {
    shell_understands("fish", "trctl.fish");
}
