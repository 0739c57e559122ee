//! Pages: complete, in order, and steady while rows come and go.

use super::lab::{Centre, Lab, sid};

/// The path and query of an absolute link back to this server.
fn local(url: &str) -> String {
    url.strip_prefix("http://emulator.test:8765")
        .unwrap_or_else(|| panic!("{url} leads elsewhere"))
        .to_owned()
}

async fn centre_with_tasks(count: usize) -> (Centre, Vec<String>) {
    let centre = Centre::new().await;
    let mut tasks = Vec::new();
    for number in 0..count {
        let priority = (number % 3).to_string();
        tasks.push(centre.task(&[("Priority", &priority)]).await);
    }
    (centre, tasks)
}

/// Follows `key` of the meta block to the end.
async fn walk(lab: &Lab, start: String, link: &str) -> (Vec<Vec<String>>, String) {
    let mut pages = Vec::new();
    let mut path = start;
    loop {
        let page = lab.get(&path).await.ok();
        let items = page["tasks"].as_array().unwrap();
        pages.push(items.iter().map(sid).collect());
        match page["meta"][link].as_str() {
            Some(next) => path = local(next),
            None => return (pages, path),
        }
    }
}

#[tokio::test]
async fn a_list_is_complete_in_both_directions() {
    let (centre, tasks) = centre_with_tasks(120).await;
    let start = format!("{}/Tasks?PageSize=7", centre.path);
    let (pages, last) = walk(&centre.lab, start, "next_page_url").await;
    assert_eq!(pages.len(), 18);
    assert!(pages[..17].iter().all(|page| page.len() == 7));
    assert_eq!(pages.concat(), tasks);

    let (mut back, first) = walk(&centre.lab, last, "previous_page_url").await;
    back.reverse();
    assert_eq!(back.concat(), tasks);
    let first = centre.lab.get(&first).await.ok();
    assert_eq!(first["meta"]["page"], 0);
}

#[tokio::test]
async fn deletions_between_pages_lose_and_repeat_nothing() {
    let (centre, tasks) = centre_with_tasks(120).await;
    let mut path = format!("{}/Tasks?PageSize=7", centre.path);
    let mut seen = Vec::new();
    loop {
        let page = centre.lab.get(&path).await.ok();
        let items: Vec<String> = page["tasks"].as_array().unwrap().iter().map(sid).collect();
        // The purge deletes what it saw, the page's token included.
        for task in &items {
            let path = format!("{}/Tasks/{task}", centre.path);
            assert_eq!(centre.lab.delete(&path).await.status, 204);
        }
        seen.extend(items);
        match page["meta"]["next_page_url"].as_str() {
            Some(next) => path = local(next),
            None => break,
        }
    }
    assert_eq!(seen, tasks);
    let list = centre.lab.get(&format!("{}/Tasks", centre.path)).await.ok();
    assert_eq!(list["tasks"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn links_repeat_filters_and_order_and_survive_deletions() {
    let (centre, tasks) = centre_with_tasks(30).await;
    let start = format!(
        "{}/Tasks?AssignmentStatus=pending&Ordering=Priority%3Adesc&PageSize=4",
        centre.path
    );
    let first = centre.lab.get(&start).await.ok();
    let meta = &first["meta"];
    assert_eq!(meta["key"], "tasks");
    assert_eq!(meta["page_size"], 4);
    assert!(meta["previous_page_url"].is_null());
    let next = meta["next_page_url"].as_str().unwrap();
    assert!(
        next.contains("/Tasks?AssignmentStatus=pending&Ordering=Priority%3Adesc&PageSize=4&Page=1&PageToken=PAWT"),
        "{next}"
    );
    // The item the token names goes away; the list goes on behind its place.
    let token = sid(&first["tasks"][3]);
    centre
        .lab
        .delete(&format!("{}/Tasks/{token}", centre.path))
        .await;
    let (rest, _) = walk(&centre.lab, local(next), "next_page_url").await;
    let mut expected = Vec::new();
    for priority in [2, 1, 0] {
        expected.extend(tasks.iter().skip(priority).step_by(3).cloned());
    }
    assert_eq!(rest.concat(), expected[4..]);
}

#[tokio::test]
async fn only_relative_paging_works() {
    let (centre, _) = centre_with_tasks(3).await;
    let path = format!("{}/Tasks", centre.path);
    for (query, expected) in [
        ("Page=1", (400, 40153)),
        ("Page=1&PageToken=nonsense", (400, 20001)),
        (
            "Page=1&PageToken=PAWT00000000000000000000000000000000",
            (400, 20001),
        ),
        ("PageSize=ten", (400, 20001)),
    ] {
        let reply = centre.lab.get(&format!("{path}?{query}")).await;
        assert_eq!(reply.code(), expected, "{query}");
    }
    for (query, size) in [
        ("Page=0", 50),
        ("PageSize=5000", 1000),
        ("PageSize=0", 1),
        ("PageSize=-3", 1),
    ] {
        let page = centre.lab.get(&format!("{path}?{query}")).await.ok();
        assert_eq!(page["meta"]["page_size"], size, "{query}");
    }
}

#[tokio::test]
async fn reservations_are_paged_on_both_sides() {
    let centre = Centre::new().await;
    let worker = centre.worker("dave", "Available").await;
    let channel = format!("{}/Workers/{worker}/Channels/default", centre.path);
    centre.lab.post(&channel, &[("Capacity", "5")]).await.ok();
    for _ in 0..5 {
        centre.task(&[]).await;
    }
    let mut path = format!("{}/Workers/{worker}/Reservations?PageSize=2", centre.path);
    let mut sizes = Vec::new();
    loop {
        let page = centre.lab.get(&path).await.ok();
        sizes.push(page["reservations"].as_array().unwrap().len());
        match page["meta"]["next_page_url"].as_str() {
            Some(next) => path = local(next),
            None => break,
        }
    }
    assert_eq!(sizes, [2, 2, 1]);
}

#[tokio::test]
async fn a_workers_reservations_are_its_own_as_long_as_their_task_exists() {
    let centre = Centre::new().await;
    let lab = &centre.lab;
    let dave = centre.worker("dave", "Available").await;
    let susan = centre.worker("susan", "Offline").await;
    let path = |worker: &str| format!("{}/Workers/{worker}/Reservations", centre.path);
    let task = centre.task(&[]).await;
    let offline = centre.activity("Offline").await;
    let form = [
        ("ReservationStatus", "rejected"),
        ("WorkerActivitySid", offline.as_str()),
    ];
    centre.answer(&task, &form).await.ok();
    let available = centre.activity("Available").await;
    let form = [("ActivitySid", available.as_str())];
    let worker = format!("{}/Workers/{susan}", centre.path);
    lab.post(&worker, &form).await.ok();
    for (worker, status) in [(&dave, "rejected"), (&susan, "pending")] {
        // The parameter `WorkerSid` belongs to the task's side and is ignored on this one.
        let list = lab.get(&format!("{}?WorkerSid={dave}", path(worker))).await;
        let list = list.ok();
        assert_eq!(list["reservations"].as_array().unwrap().len(), 1);
        assert_eq!(list["reservations"][0]["reservation_status"], status);
        assert_eq!(list["reservations"][0]["worker_sid"], worker.as_str());
    }
    lab.delete(&format!("{}/Tasks/{task}", centre.path)).await;
    for worker in [&dave, &susan] {
        let list = lab.get(&path(worker)).await.ok();
        assert_eq!(list["reservations"], serde_json::json!([]));
    }
}
