//! What a workspace consists of.

use super::*;

#[test]
fn a_workspace_starts_with_activities_and_channels() {
    let centre = Centre::new();
    let workspace = centre.workspace();
    let activities: Vec<_> = workspace
        .activities
        .iter()
        .map(|activity| (&*activity.friendly_name, activity.available))
        .collect();
    assert_eq!(
        activities,
        [
            ("Offline", false),
            ("Available", true),
            ("Unavailable", false)
        ]
    );
    let channels: Vec<_> = workspace
        .channels
        .iter()
        .map(|channel| &*channel.unique_name)
        .collect();
    assert_eq!(channels, ["default", "voice", "chat", "sms", "video"]);
    assert_eq!(
        workspace.activity_name(workspace.timeout_activity),
        "Offline"
    );
}

#[test]
fn what_is_in_use_cannot_be_deleted() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==0");
    let workflow = centre.default_workflow(queue);
    let task = centre.task("{}");
    let (now, workspace) = (centre.now, centre.workspace);
    let (offline, available) = (centre.activity("Offline"), centre.activity("Available"));
    let voice = centre.workspace().find_channel("voice").unwrap();
    let in_use = |refused: Result<(), Error>| matches!(refused, Err(Error::InUse { .. }));
    assert!(in_use(centre.engine.delete_queue(now, workspace, queue)));
    assert!(in_use(
        centre.engine.delete_workflow(now, workspace, workflow)
    ));
    assert!(in_use(
        centre.engine.delete_activity(now, workspace, offline)
    ));
    assert!(in_use(
        centre.engine.delete_task_channel(now, workspace, voice)
    ));
    let dave = centre.worker("dave", "{}");
    assert!(in_use(
        centre.engine.delete_activity(now, workspace, available)
    ));
    centre.engine.delete_worker(now, workspace, dave).unwrap();
    centre
        .engine
        .delete_activity(now, workspace, available)
        .unwrap();
    centre.engine.delete_task(now, workspace, task).unwrap();
    centre
        .engine
        .delete_workflow(now, workspace, workflow)
        .unwrap();
    centre.engine.delete_queue(now, workspace, queue).unwrap();
}

#[test]
fn worker_names_are_unique_whatever_the_case() {
    let mut centre = Centre::new();
    centre.worker("Dave", "{}");
    let again = NewWorker {
        friendly_name: "dave".to_owned(),
        ..NewWorker::default()
    };
    let refused = centre
        .engine
        .create_worker(centre.now, centre.workspace, &again)
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Worker with the same friendly name already exists"
    );
}
