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
        "tasks          3 created, 2 completed, 1 given up waiting",
        "offers         4 made, 2 accepted, 1 rejected, 1 not answered",
        "waiting        18 s until somebody accepted, 44 s until somebody gave up, on average",
        "STORE       ~/",
    ] {
        assert!(ran.stdout.contains(told), "{told} is missing in {ran}");
    }
    let left: Vec<_> = std::fs::read_dir(home.home()).unwrap().collect();
    assert!(left.is_empty(), "the demo left something behind: {left:?}");
}

#[cfg(unix)]
mod kept {
    use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
    use std::net::TcpStream;
    use std::process::{Child, ChildStdout, Command, Stdio};
    use std::time::Duration;

    use super::common::Sealed;

    /// Starts a demo and reads until a line begins with this; the lines after it.
    fn demo(home: &Sealed, line: &[&str], until: &str) -> (Child, Lines<BufReader<ChildStdout>>) {
        let mut child = home
            .command(line)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        if !lines.by_ref().any(|line| line.unwrap().starts_with(until)) {
            let mut said = String::new();
            let mut stderr = child.stderr.take().unwrap();
            stderr.read_to_string(&mut said).unwrap();
            panic!("it never said `{until}`: {said}");
        }
        (child, lines)
    }

    fn address(line: &str) -> String {
        let (_, rest) = line.split_once("http://").unwrap();
        rest.split(['/', ' ']).next().unwrap().to_owned()
    }

    fn get(address: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn signal(child: &Child, name: &str) {
        let id = child.id().to_string();
        assert!(
            Command::new("kill")
                .args([name, &id])
                .status()
                .unwrap()
                .success()
        );
    }

    /// A killed process takes a moment to let go of its port.
    fn nobody_listens(address: &str) {
        let gone = (0..1000).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            TcpStream::connect(address).is_err()
        });
        assert!(gone, "the server goes on at {address}");
    }

    #[test]
    fn what_is_kept_can_be_looked_at_until_it_is_told_to_end() {
        let home = Sealed::new();
        let (mut child, mut lines) = demo(&home, &["demo", "--keep"], "It goes on until Ctrl-C");
        let board = lines.find(|line| line.as_ref().unwrap().contains("/dashboard"));
        let server = address(&board.unwrap().unwrap());
        let export = lines.find(|line| line.as_ref().unwrap().contains("TRCTL_BASE_URL="));
        let emulator = address(&export.unwrap().unwrap());

        let board = get(&server, "/dashboard");
        assert!(board.starts_with("HTTP/1.1 200 "), "{board}");
        assert!(board.contains("Was stuck in wrapping") || board.contains("task.completed"));
        let agent = get(&server, "/agent");
        assert!(agent.contains("type=\"password\""), "{agent}");
        // Time goes on.
        let clock = get(&emulator, "/_emulator/clock");
        assert!(clock.contains("\"mode\":\"real\""), "{clock}");

        signal(&child, "-INT");
        assert_eq!(child.wait().unwrap().code(), Some(0));
        nobody_listens(&server);
    }

    #[test]
    fn who_ends_it_early_leaves_no_server_behind() {
        let home = Sealed::new();
        let (mut child, mut lines) = demo(&home, &["demo"], "$ trctl serve");
        let server = address(&lines.next().unwrap().unwrap());
        signal(&child, "-TERM");
        assert_eq!(child.wait().unwrap().code(), Some(130));
        nobody_listens(&server);
    }
}
