//! Calls that are played from the first ring to the end.

mod conference;
mod dial;
mod documents;
mod gather;
mod history;
mod outbound;
mod queue;
mod recording;
mod rest;
mod workers;

use serde_json::{Value, json};

use super::application::{
    Application, NUMBER, account, names, place, steps, telephone_centre, voice,
};
use super::lab::{Centre, Lab, sid};

async fn tasks(centre: &Centre) -> Vec<Value> {
    let list = centre.lab.get(&format!("{}/Tasks", centre.path)).await.ok();
    list["tasks"].as_array().unwrap().clone()
}

/// The attributes of the only task.
async fn attributes(centre: &Centre) -> Value {
    let tasks = tasks(centre).await;
    serde_json::from_str(tasks[0]["attributes"].as_str().unwrap()).unwrap()
}

async fn status(lab: &Lab, call: &str) -> String {
    let call = voice(lab, &format!("Calls/{call}")).await;
    call["status"].as_str().unwrap().to_owned()
}

async fn alert_codes(lab: &Lab) -> Vec<u64> {
    let list = lab.get("/_emulator/alerts").await.ok();
    let alerts = list["alerts"].as_array().unwrap();
    alerts
        .iter()
        .map(|alert| alert["code"].as_u64().unwrap())
        .collect()
}

/// The only call that was made for another one.
async fn worker_leg(lab: &Lab) -> String {
    let list = voice(lab, "Calls").await;
    let leg = list["calls"]
        .as_array()
        .unwrap()
        .iter()
        .find(|call| call["direction"] == "outbound-api")
        .unwrap();
    sid(leg)
}

const MENU: &str = r#"<Gather numDigits="1" action="/menu"><Say>Press one.</Say></Gather><Redirect>/voice</Redirect>"#;
