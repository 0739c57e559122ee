//! The data file, and an emulator with a port.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use serde_json::json;

use super::lab::{Lab, START, authorization};
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

/// Asks an emulator that listens.
pub(super) async fn get(url: &str) -> serde_json::Value {
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

const CENTRE: &str = "
workspaces:
  - friendly_name: kept
    task_queues: [{ friendly_name: All }]
    workflows:
      - friendly_name: Route
        task_reservation_timeout: 10
        configuration: { task_routing: { default_filter: { queue: All } } }
    workers: [{ friendly_name: dave, activity: Available }]
    tasks: [{ attributes: { kind: call }, count: 2 }]
";

#[tokio::test]
async fn the_state_outlives_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("state.json");
    let seed = directory.path().join("seed.yaml");
    std::fs::write(&seed, CENTRE).unwrap();
    let seeded = Config {
        seed_file: Some(seed),
        ..config(&path)
    };
    let running = Emulator::start(&seeded).await.unwrap();
    let first = get(&format!("{}/v1/Workspaces", running.url())).await;
    let workspace = first["workspaces"][0]["sid"].as_str().unwrap();
    let tasks = format!("/v1/Workspaces/{workspace}/Tasks");
    let before = get(&format!("{}{tasks}", running.url())).await;
    running.shut_down().await.unwrap();
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    // The seed file fills only an empty account: nothing is there twice.
    let lab = Lab::with(&seeded);
    let after = lab.get(&tasks).await.ok();
    let facts = |list: &serde_json::Value| -> Vec<serde_json::Value> {
        list["tasks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|task| json!([task["sid"], task["assignment_status"], task["attributes"]]))
            .collect()
    };
    assert_eq!(facts(&after), facts(&before));
    assert_eq!(after["tasks"][0]["assignment_status"], "reserved");
    assert_eq!(after["tasks"][1]["assignment_status"], "pending");

    let worker = lab
        .get(&format!("/v1/Workspaces/{workspace}/Workers"))
        .await
        .ok()["workers"][0]["sid"]
        .clone();
    let offers = format!(
        "/v1/Workspaces/{workspace}/Workers/{}/Reservations",
        worker.as_str().unwrap()
    );
    let offers = lab.get(&offers).await.ok();
    assert_eq!(offers["reservations"].as_array().unwrap().len(), 1);

    // What was due before the restart is due after it.
    lab.advance("10s").await;
    let first = after["tasks"][0]["sid"].as_str().unwrap();
    let offers = lab.get(&format!("{tasks}/{first}/Reservations")).await.ok();
    assert_eq!(offers["reservations"][0]["reservation_status"], "timeout");
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
