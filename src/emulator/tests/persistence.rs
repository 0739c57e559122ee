//! The data file, and an emulator with a port.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::lab::{START, authorization};
use crate::emulator::data::DataError;
use crate::emulator::{Config, DEFAULT_ACCOUNT, DEFAULT_TOKEN, Emulator, Error};
use crate::model::sid::{AccountSid, Sid as _};
use crate::routing::Moment;

fn config(path: &Path) -> Config {
    Config {
        data_file: Some(path.to_owned()),
        ..Config::for_tests(Moment::from_millisecond(START))
    }
}

async fn get(url: &str) -> serde_json::Value {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = client
        .get(url)
        .header(
            "Authorization",
            authorization(DEFAULT_ACCOUNT, DEFAULT_TOKEN),
        )
        .send()
        .await
        .unwrap();
    answer.json().await.unwrap()
}

#[tokio::test]
async fn the_state_outlives_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("state.json");
    let seed = directory.path().join("seed.yaml");
    std::fs::write(
        &seed,
        "workspaces:\n  - friendly_name: kept\n    activities: [{friendly_name: Lunch}]\n",
    )
    .unwrap();
    let seeded = Config {
        seed_file: Some(seed),
        ..config(&path)
    };
    let running = Emulator::start(&seeded).await.unwrap();
    let first = get(&format!("{}/v1/Workspaces", running.url())).await;
    running.shut_down().await.unwrap();
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    // The seed file fills only an empty account.
    let running = Emulator::start(&seeded).await.unwrap();
    let second = get(&format!("{}/v1/Workspaces", running.url())).await;
    running.shut_down().await.unwrap();
    assert_eq!(
        first["workspaces"][0]["sid"],
        second["workspaces"][0]["sid"]
    );
    assert_eq!(second["workspaces"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_damaged_file_is_an_error_and_stays() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("state.json");
    for text in ["{\"format\": 1, \"engine\": ", "not json", ""] {
        std::fs::write(&path, text).unwrap();
        let error = Emulator::new(&config(&path)).unwrap_err();
        assert!(
            matches!(error, Error::Data(DataError::Damaged { .. })),
            "{error}"
        );
        assert!(error.to_string().contains("state.json"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
    std::fs::write(&path, "{\"format\": 99}").unwrap();
    let error = Emulator::new(&config(&path)).unwrap_err();
    assert!(matches!(
        error,
        Error::Data(DataError::Format { found: 99, .. })
    ));
}

#[tokio::test]
async fn another_accounts_file_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("state.json");
    let running = Emulator::start(&config(&path)).await.unwrap();
    running.shut_down().await.unwrap();
    let other = Config {
        account_sid: AccountSid::from_bits(2),
        ..config(&path)
    };
    let error = Emulator::new(&other).unwrap_err();
    assert!(matches!(error, Error::Data(DataError::Account { .. })));
}

#[tokio::test]
async fn a_port_in_use_is_named() {
    let running = Emulator::start(&Config::for_tests(Moment::default()))
        .await
        .unwrap();
    let taken = Config {
        bind: running.address(),
        ..Config::for_tests(Moment::default())
    };
    let error = Emulator::start(&taken).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("cannot listen on {}", running.address())
    );
    running.shut_down().await.unwrap();
}
