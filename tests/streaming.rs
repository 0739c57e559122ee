//! Rows are shown while further pages are still on their way, and again and again with `--watch`.
#![cfg(unix)]

mod common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};

use common::Sealed;

/// What a client asks for, without the headers.
fn target_of(stream: &mut BufReader<TcpStream>) -> String {
    let mut first = String::new();
    stream.read_line(&mut first).unwrap();
    let mut line = String::new();
    while line != "\r\n" {
        line.clear();
        stream.read_line(&mut line).unwrap();
    }
    first.split(' ').nth(1).unwrap_or_default().to_owned()
}

fn answer(stream: &mut BufReader<TcpStream>, body: &str) {
    write!(
        stream.get_mut(),
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
}

fn page(number: u8, next: Option<&str>) -> String {
    serde_json::json!({
        "tasks": [{
            "sid": format!("WT{number:032x}"),
            "account_sid": "AC00000000000000000000000000000001",
            "workspace_sid": "WS00000000000000000000000000000001",
            "assignment_status": "pending",
            "attributes": "{}",
            "date_created": "2026-11-21T07:00:00Z",
            "date_updated": "2026-11-21T07:00:00Z",
        }],
        "meta": {"key": "tasks", "next_page_url": next},
    })
    .to_string()
}

/// Two pages of one task each; the second is sent when told so.
fn serve(listener: TcpListener, go: Receiver<()>) {
    let base = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            let mut stream = BufReader::new(connection.unwrap());
            let target = target_of(&mut stream);
            if target.contains("Page=1") {
                go.recv().unwrap();
                answer(&mut stream, &page(2, None));
            } else {
                let next = format!("{base}{target}&Page=1&PageToken=PT1");
                answer(&mut stream, &page(1, Some(&next)));
            }
        }
    });
}

fn home_at(listener: &TcpListener) -> Sealed {
    let base = format!("http://{}", listener.local_addr().unwrap());
    Sealed::new()
        .env("TRCTL_BASE_URL", &base)
        .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
        .env("TWILIO_AUTH_TOKEN", "secret")
        .env("TRCTL_WORKSPACE", "WS00000000000000000000000000000001")
}

fn spawn(home: &Sealed, arguments: &[&str]) -> (Child, BufReader<std::process::ChildStdout>) {
    let mut child = home
        .command(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    (child, stdout)
}

#[test]
fn the_first_rows_are_out_before_the_second_page_is_complete() {
    for format in ["table", "sid", "ndjson", "csv"] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let home = home_at(&listener);
        let (go, wait) = channel();
        serve(listener, wait);
        let (mut child, mut stdout) = spawn(&home, &["tasks", "list", "-o", format]);
        let mut shown = String::new();
        // Held back for ever, page two ends the run by its time-out, and the row never comes.
        while !shown.contains("WT00000000000000000000000000000001") {
            assert!(
                stdout.read_line(&mut shown).unwrap() > 0,
                "{format}: {shown}"
            );
        }
        assert!(!shown.contains("WT00000000000000000000000000000002"));
        go.send(()).unwrap();
        stdout.read_to_string(&mut shown).unwrap();
        assert!(
            shown.contains("WT00000000000000000000000000000002"),
            "{format}: {shown}"
        );
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn a_watched_list_comes_again_until_nobody_looks() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let home = home_at(&listener);
    let (go, wait) = channel();
    serve(listener, wait);
    for _ in 0..100 {
        go.send(()).unwrap();
    }
    let (mut child, mut stdout) = spawn(
        &home,
        &[
            "tasks",
            "list",
            "--columns",
            "sid",
            "--no-headers",
            "--watch=1",
        ],
    );
    let mut shown = String::new();
    for _ in 0..4 {
        stdout.read_line(&mut shown).unwrap();
    }
    let round = "WT00000000000000000000000000000001\nWT00000000000000000000000000000002\n";
    assert_eq!(shown, round.repeat(2));
    drop(stdout);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
