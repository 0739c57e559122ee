//! The way of a task through filters and steps.

use super::*;

#[test]
fn step_timeouts_accumulate_and_the_end_cancels_the_task() {
    let mut centre = Centre::new();
    let first = centre.queue("first", "1==0");
    let second = centre.queue("second", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{first}","timeout":10}},
            {{"queue":"{second}","timeout":10,"priority":7}},
            {{"timeout":"10"}}]}}],
          "default_filter":{{"queue":"{first}"}}}}}}"#
    ));
    let task = centre.task("{}");
    centre.engine.take_effects();
    centre.pass(9);
    assert_eq!(centre.queue_of(task), "first");
    centre.pass(1);
    assert_eq!(centre.queue_of(task), "second");
    assert_eq!(centre.workspace().tasks.get(task).unwrap().priority, 7);
    assert_eq!(
        centre.events(),
        [
            "task-queue.timeout",
            "task-queue.moved",
            "task-queue.entered",
            "workflow.target-matched"
        ]
    );
    centre.pass(10);
    // The third target names no queue: the task stays where it is.
    assert_eq!(centre.queue_of(task), "second");
    centre.pass(10);
    assert_eq!(centre.status(task), TaskStatus::Canceled);
    assert_eq!(centre.reason(task), "Task canceled on Workflow timeout");
    let events = centre.events();
    assert_eq!(
        events[events.len() - 2..],
        ["workflow.timeout", "task.canceled"]
    );
}

#[test]
fn after_the_last_target_the_next_matching_filter_takes_over() {
    let mut centre = Centre::new();
    let first = centre.queue("first", "1==0");
    let second = centre.queue("second", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[
            {{"expression":"a==1","targets":[{{"queue":"{first}","timeout":10}}]}},
            {{"expression":"b==1","targets":[{{"queue":"{first}"}}]}},
            {{"expression":"a==1","targets":[{{"queue":"{second}"}}]}}]}}}}"#
    ));
    let task = centre.task(r#"{"a":1}"#);
    centre.pass(10);
    assert_eq!(centre.queue_of(task), "second");
    assert_eq!(centre.status(task), TaskStatus::Pending);
}

#[test]
fn skip_if_passes_a_step_over_and_the_default_filter_still_counts() {
    let mut centre = Centre::new();
    let empty = centre.queue("empty", r#"team == "none""#);
    let rest = centre.queue("rest", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{empty}","skip_if":"workers.available == 0"}}]}}],
          "default_filter":{{"queue":"{rest}"}}}}}}"#
    ));
    let task = centre.task("{}");
    assert_eq!(centre.queue_of(task), "rest");
    centre.worker("somebody", r#"{"team":"none"}"#);
    let stays = centre.task("{}");
    assert_eq!(centre.queue_of(stays), "empty");
}

#[test]
fn skipped_out_of_everything_a_task_is_canceled() {
    let mut centre = Centre::new();
    let queue = centre.queue("empty", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","skip_if":"1==1"}}]}}]}}}}"#
    ));
    let task = centre.task("{}");
    assert_eq!(centre.status(task), TaskStatus::Canceled);
    assert!(centre.events().contains(&"workflow.skipped"));
}

#[test]
fn a_known_worker_step_waits_for_that_worker_alone() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","known_worker_friendly_name":"task.agent","timeout":30}},
            {{"queue":"{queue}"}}]}}]}}}}"#
    ));
    centre.worker("anybody", "{}");
    let known = centre.worker("dave", "{}");
    centre.set_activity(known, "Offline");
    let task = centre.task(r#"{"agent":"dave"}"#);
    let lost = centre.task(r#"{"agent":"nobody"}"#);
    assert_eq!(centre.status(task), TaskStatus::Pending);
    centre.set_activity(known, "Available");
    assert_eq!(centre.offered_to(task), ["dave"]);
    let offer = centre.last_offer(task);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    assert_eq!(centre.status(lost), TaskStatus::Pending);
    centre.pass(30);
    assert_eq!(centre.offered_to(lost), ["anybody"]);
}

#[test]
fn a_known_worker_who_can_never_be_reserved_is_told_to_the_debugger() {
    let mut centre = Centre::new();
    let other = centre
        .engine
        .create_workspace(
            centre.now,
            &NewWorkspace {
                friendly_name: "elsewhere".to_owned(),
                ..NewWorkspace::default()
            },
        )
        .unwrap();
    let stranger = NewWorker {
        friendly_name: "stranger".to_owned(),
        ..NewWorker::default()
    };
    let stranger = centre
        .engine
        .create_worker(centre.now, other, &stranger)
        .unwrap();
    let queue = centre.queue("Support", "team == 'support'");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[
            {{"expression":"by == 'name'","targets":[
                {{"queue":"{queue}","known_worker_friendly_name":"task.agent","timeout":30}}]}},
            {{"expression":"1==1","targets":[
                {{"queue":"{queue}","known_worker_sid":"task.agent"}}]}}]}}}}"#
    ));
    let seller = centre.worker("seller", r#"{"team":"sales"}"#);
    let busy = centre.worker("busy", r#"{"team":"support"}"#);
    centre.set_activity(busy, "Offline");
    centre.alerts();
    let cases = [
        (format!(r#"{{"agent":"{seller}"}}"#), Some(40152)),
        ("{}".to_owned(), Some(40154)),
        (r#"{"agent":7}"#.to_owned(), Some(40154)),
        (r#"{"agent":"seller"}"#.to_owned(), Some(40154)),
        (
            r#"{"agent":"WK00000000000000000000000000000009"}"#.to_owned(),
            Some(40154),
        ),
        (r#"{"by":"name","agent":"nobody"}"#.to_owned(), Some(40154)),
        (
            r#"{"by":"name","agent":"stranger"}"#.to_owned(),
            Some(40154),
        ),
        (format!(r#"{{"agent":"{stranger}"}}"#), Some(40155)),
        (r#"{"agent":null}"#.to_owned(), None),
        (format!(r#"{{"agent":"{busy}"}}"#), None),
        (r#"{"by":"name","agent":"busy"}"#.to_owned(), None),
    ];
    for (attributes, expected) in cases {
        let task = centre.task(&attributes);
        let told: Vec<_> = centre.alerts();
        let codes: Vec<_> = told
            .iter()
            .map(|(about, code, _)| (*about, *code))
            .collect();
        assert_eq!(
            codes,
            Vec::from_iter(expected.map(|code| (task, code))),
            "{attributes}"
        );
        assert_eq!(centre.status(task), TaskStatus::Pending, "{attributes}");
    }
    // Not again while the task waits, but when the attributes were changed to something wrong.
    let task = centre.task("{}");
    centre.alerts();
    centre.pass(10);
    assert_eq!(centre.alerts(), []);
    let update = TaskUpdate {
        attributes: Some(r#"{"agent":"x"}"#.to_owned()),
        ..TaskUpdate::default()
    };
    centre.update(task, update).unwrap();
    assert_eq!(
        centre.alerts(),
        [(
            task,
            40154,
            "the task attribute `task.agent` does not name a worker".to_owned()
        )]
    );
}

#[test]
fn a_known_worker_who_is_hired_later_gets_the_task() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","known_worker_friendly_name":"task.agent"}}]}}]}}}}"#
    ));
    let task = centre.task(r#"{"agent":"dave"}"#);
    centre.worker("dave", "{}");
    assert_eq!(centre.offered_to(task), ["dave"]);
}

#[test]
fn a_step_expression_passes_workers_over_without_blocking_others() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","expression":"task.language IN worker.languages"}}]}}]}}}}"#
    ));
    let german = centre.task(r#"{"language":"de"}"#);
    let english = centre.task(r#"{"language":"en"}"#);
    centre.worker("dave", r#"{"languages":["en"]}"#);
    assert_eq!(centre.status(german), TaskStatus::Pending);
    assert_eq!(centre.offered_to(english), ["dave"]);
}

#[test]
fn a_step_that_asks_for_the_load_is_matched_when_the_load_changes() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"kind=='quiet'","targets":[
            {{"queue":"{queue}","expression":"worker.channel.voice.assigned_tasks == 0"}}]}}],
          "default_filter":{{"queue":"{queue}"}}}}}}"#
    ));
    centre.worker("dave", "{}");
    let call = centre.task_with(&NewTask {
        task_channel: Some("voice".to_owned()),
        ..NewTask::default()
    });
    let offer = centre.last_offer(call);
    centre.answer(offer, ReservationAnswer::Accept).unwrap();
    let chat = centre.task_with(&NewTask {
        attributes: Some(r#"{"kind":"quiet"}"#.to_owned()),
        task_channel: Some("chat".to_owned()),
        ..NewTask::default()
    });
    assert_eq!(centre.status(chat), TaskStatus::Pending);
    // Wrapping still takes up capacity, but the task no longer counts as assigned.
    centre.answer(offer, ReservationAnswer::Wrap).unwrap();
    assert_eq!(centre.offered_to(chat), ["dave"]);
}

#[test]
fn a_step_that_asks_for_the_time_is_matched_when_the_time_comes() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    // The clock of these tests starts at 22:13:20 UTC.
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"1==1","targets":[
            {{"queue":"{queue}","expression":"taskrouter.currentTime >= 2220"}}]}}]}}}}"#
    ));
    centre.worker("dave", "{}");
    let task = centre.task("{}");
    centre.pass(399);
    assert_eq!(centre.status(task), TaskStatus::Pending);
    centre.pass(1);
    assert_eq!(centre.offered_to(task), ["dave"]);
}

#[test]
fn new_attributes_send_a_waiting_task_through_the_filters_again() {
    let mut centre = Centre::new();
    let support = centre.queue("Support", "1==0");
    let sales = centre.queue("Sales", "1==0");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"team=='sales'","targets":[{{"queue":"{sales}"}}]}}],
            "default_filter":{{"queue":"{support}"}}}}}}"#
    ));
    let task = centre.task("{}");
    assert_eq!(centre.queue_of(task), "Support");
    let update = TaskUpdate {
        attributes: Some(r#"{"team":"sales"}"#.to_owned()),
        ..TaskUpdate::default()
    };
    centre.update(task, update).unwrap();
    assert_eq!(centre.queue_of(task), "Sales");
    assert_eq!(centre.workspace().tasks.get(task).unwrap().version, 2);
}

#[test]
fn a_changed_workflow_moves_waiting_tasks_only_when_asked_to() {
    let mut centre = Centre::new();
    let support = centre.queue("Support", "1==0");
    let sales = centre.queue("Sales", "1==0");
    let workflow = centre.default_workflow(support);
    let task = centre.task("{}");
    let mut update = WorkflowUpdate {
        configuration: Some(format!(
            r#"{{"task_routing":{{"filters":[],"default_filter":{{"queue":"{sales}"}}}}}}"#
        )),
        ..WorkflowUpdate::default()
    };
    centre
        .engine
        .update_workflow(centre.now, centre.workspace, workflow, &update)
        .unwrap();
    assert_eq!(centre.queue_of(task), "Support");
    update.reevaluate_tasks = true;
    centre
        .engine
        .update_workflow(centre.now, centre.workspace, workflow, &update)
        .unwrap();
    assert_eq!(centre.queue_of(task), "Sales");
}

#[test]
fn an_unheard_of_workflow_or_none_among_several_is_refused() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    let (now, workspace) = (centre.now, centre.workspace);
    let none = centre
        .engine
        .create_task(now, workspace, &NewTask::default());
    assert_eq!(none, Err(Error::WorkflowRequired));
    centre.default_workflow(queue);
    centre.default_workflow(queue);
    let several = centre
        .engine
        .create_task(now, workspace, &NewTask::default());
    assert_eq!(several, Err(Error::WorkflowRequired));
}

#[test]
fn attributes_that_match_nothing_are_refused_without_a_default_filter() {
    let mut centre = Centre::new();
    let queue = centre.queue("Support", "1==1");
    centre.workflow(&format!(
        r#"{{"task_routing":{{"filters":[{{"expression":"a==1","targets":[{{"queue":"{queue}"}}]}}]}}}}"#
    ));
    let refused = centre
        .engine
        .create_task(centre.now, centre.workspace, &NewTask::default());
    assert!(matches!(refused, Err(Error::NoTarget { .. })));
    assert!(centre.workspace().tasks.is_empty());
}
