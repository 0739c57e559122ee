//! Agents and their tokens: `trctl tokens`, and the pages that serve has for them.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;

#[test]
fn a_workers_token_reads_what_is_theirs() {
    let lab = Lab::writers();
    let made = lab.trctl("tokens worker dave");
    assert_eq!(made.code, 0, "{made}");
    assert_eq!(made.stdout.trim().split('.').count(), 3, "{made}");

    let read = lab.home.trctl_with_stdin("tokens inspect", &made.stdout);
    assert_eq!(read.code, 0, "{read}");
    assert_eq!(read.stderr, "");
    for line in [
        "KIND        TaskRouter capability token",
        "EXPIRES     2026-11-21T09:00:00Z",
        "SIGNATURE   valid",
        "ALLOWS",
    ] {
        assert!(
            read.stdout.lines().any(|told| told.trim() == line),
            "{read}"
        );
    }
    let json =
        lab.trctl("tokens worker dave --allow reservations,activity,reservations --ttl 8h -o json");
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["expires"], "2026-11-21T16:00:00Z");
    assert_eq!(json["allows"].as_array().unwrap().len(), 7, "{json}");
}

#[test]
fn what_is_too_broad_is_said_and_what_is_wrong_fails() {
    let lab = Lab::writers();
    let broad = lab.trctl("tokens workspace --allow read,delete");
    assert_eq!(broad.code, 0, "{broad}");
    for said in [
        "/**` reads everything in the workspace",
        "/**` deletes everything",
    ] {
        assert!(broad.stderr.contains(said), "{broad}");
    }
    let refused = |line: &str, stdin: &str| {
        let ran = lab.home.trctl_with_stdin(line, stdin);
        let text = ran.stderr.clone();
        (ran.code, text)
    };
    let token = broad.stdout.trim();
    let (code, said) = refused("tokens inspect", &format!("{token}A"));
    assert_eq!(code, 2, "{said}");
    let (head, signature) = token.rsplit_once('.').unwrap();
    let turned: String = signature.chars().rev().collect();
    let (code, said) = refused("tokens inspect", &format!("{head}.{}", &turned));
    assert!(code == 7 || code == 2, "{said}");
    let (code, said) = refused("tokens inspect", "no token");
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("has three parts with dots between them"),
        "{said}"
    );

    let mut later = lab;
    later.home.set_env("TRCTL_NOW", "2026-11-21T09:00:00Z");
    let ran = later.home.trctl_with_stdin("tokens inspect", token);
    assert_eq!(ran.code, 7, "{ran}");
    assert!(
        ran.stderr.contains("it expired at 2026-11-21T09:00:00Z"),
        "{ran}"
    );
    assert!(!ran.to_string().contains(signature), "{ran}");
}

#[test]
fn access_tokens_want_an_api_key() {
    let mut lab = Lab::writers();
    let ran = lab.trctl("tokens access dave --worker dave");
    assert_eq!(ran.code, 3, "{ran}");
    assert!(
        ran.stderr.contains("signed with an API key's secret"),
        "{ran}"
    );
    lab.home
        .set_env("TWILIO_API_KEY", "SK00000000000000000000000000000001");
    lab.home
        .set_env("TWILIO_API_SECRET", "fedcba9876543210fedcba9876543210");
    let made = lab.trctl("tokens access dave --voice-incoming");
    assert_eq!(made.code, 0, "{made}");
    let read = lab.home.trctl_with_stdin("tokens inspect", &made.stdout);
    assert_eq!(read.code, 0, "{read}");
    for line in [
        "SUBJECT     dave",
        "SIGNATURE   valid",
        r#"voice {"incoming":{"allow":true}}"#,
    ] {
        assert!(
            read.stdout.lines().any(|told| told.trim() == line),
            "{read}"
        );
    }
    let ran = lab.trctl("tokens access dave --ttl 25h");
    assert_eq!(ran.code, 2, "{ran}");
}
