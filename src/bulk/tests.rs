use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use super::*;

fn items(count: usize) -> Vec<Item<usize>> {
    (0..count)
        .map(|number| Item {
            sid: format!("WT{number:032x}"),
            name: format!("task {number}"),
            subject: number,
        })
        .collect()
}

fn options(directory: &std::path::Path) -> Options {
    Options {
        verb: "wrap-complete".into(),
        command: vec!["trctl".into(), "tasks".into()],
        account: Some("AC".into()),
        workspace: Some("WS".into()),
        place: Some("writers".into()),
        journals: directory.join("journal"),
        resume: None,
        canary: None,
        max_failures: None,
        pace: Pace::new(4),
        cancel: CancellationToken::new(),
    }
}

fn done() -> Verdict {
    Verdict::Done {
        detail: "completed".into(),
        after: None,
    }
}

fn setup_error() -> twilio::Error {
    twilio::Error::Setup {
        reason: "stands for any failure".into(),
    }
}

fn lines(summary: &Summary) -> Vec<serde_json::Value> {
    std::fs::read_to_string(summary.journal.as_ref().unwrap())
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn every_item_ends_in_exactly_one_outcome() {
    let home = tempfile::tempdir().unwrap();
    let seen = RefCell::new(Vec::new());
    let summary = run(
        items(30),
        options(home.path()),
        |progress| seen.borrow_mut().push(progress),
        |item, step| async move {
            let raw = serde_json::value::to_raw_value(&item.subject).unwrap();
            let asked = Asked {
                method: "POST".into(),
                path: "/v1/Workspaces/WS/Tasks/WT".into(),
                form: vec![("AssignmentStatus".into(), "completed".into())],
            };
            step.begin("task", asked, Some("7"), Some(&raw))?;
            match item.subject % 3 {
                0 => Ok(done()),
                1 => Ok(Verdict::Unchanged("is completed by now".into())),
                _ => Err(setup_error().into()),
            }
        },
    )
    .await
    .unwrap();
    assert_eq!(
        (
            summary.done,
            summary.unchanged,
            summary.failed,
            summary.not_run
        ),
        (10, 10, 10, 0)
    );
    let order: Vec<&str> = summary.items.iter().map(|item| item.sid.as_str()).collect();
    assert!(order.is_sorted());
    assert_eq!(seen.borrow().last().unwrap().finished(), 30);
    assert_eq!(summary.result().unwrap_err().to_string(), "10 of 30 failed");

    let lines = lines(&summary);
    assert_eq!(lines.len(), 1 + 30 + 30 + 30 + 1);
    assert_eq!(lines[0]["journal"]["verb"], "wrap-complete");
    assert_eq!(lines[0]["journal"]["count"], 30);
    assert_eq!(lines.last().unwrap()["end"]["failed"], 10);
    for item in &summary.items {
        let own: Vec<_> = ["item", "begin", "outcome"]
            .into_iter()
            .flat_map(|kind| lines.iter().map(move |line| &line[kind]))
            .filter(|line| line["sid"] == item.sid)
            .collect();
        assert_eq!(own.len(), 3);
        assert!(own[1].get("before").is_some() && own[1]["etag"] == "7");
        assert_eq!(own[2]["outcome"], item.outcome.word());
    }
}

#[tokio::test(start_paused = true)]
async fn no_more_run_at_once_than_the_pace_allows() {
    let home = tempfile::tempdir().unwrap();
    let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let summary = run(
        items(50),
        options(home.path()),
        |_| {},
        |_, _| async {
            most.fetch_max(now.fetch_add(1, SeqCst) + 1, SeqCst);
            tokio::time::sleep(Duration::from_millis(20)).await;
            now.fetch_sub(1, SeqCst);
            Ok(done())
        },
    )
    .await
    .unwrap();
    assert_eq!((summary.done, most.load(SeqCst)), (50, 4));
}

#[tokio::test(start_paused = true)]
async fn an_interrupt_lets_running_items_finish_and_begins_no_others() {
    let home = tempfile::tempdir().unwrap();
    let options = options(home.path());
    let cancel = options.cancel.clone();
    let begun = Cell::new(0);
    let summary = run(
        items(20),
        options,
        |_| {},
        |_, _| {
            begun.set(begun.get() + 1);
            if begun.get() == 4 {
                cancel.cancel();
            }
            async {
                tokio::time::sleep(Duration::from_millis(20)).await;
                Ok(done())
            }
        },
    )
    .await
    .unwrap();
    assert_eq!((summary.done, summary.not_run), (4, 16));
    assert!(matches!(
        summary.result(),
        Err(Error::Interrupted {
            not_run: 16,
            total: 20
        })
    ));
    assert_eq!(lines(&summary).last().unwrap()["end"]["not_run"], 16);
}

#[tokio::test(start_paused = true)]
async fn an_error_without_prospect_ends_the_run() {
    let home = tempfile::tempdir().unwrap();
    let summary = run(
        items(20),
        options(home.path()),
        |_| {},
        |_, _| async {
            Err(twilio::Error::Connect {
                host: "127.0.0.1:1".into(),
                reason: "refused".into(),
            }
            .into())
        },
    )
    .await
    .unwrap();
    assert_eq!(summary.failed + summary.not_run, 20);
    assert!(summary.failed <= 4, "{}", summary.failed);
    assert!(!summary.interrupted);
    assert!(matches!(summary.result(), Err(Error::SomeFailed { .. })));
}

#[tokio::test]
async fn without_a_journal_nothing_is_changed() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("journal"), "a file in the way").unwrap();
    let outcome = run(
        items(1),
        options(home.path()),
        |_| {},
        |_, _| async { panic!("nothing may be begun") },
    )
    .await;
    assert!(matches!(outcome, Err(Error::Journal { .. })));
}

#[tokio::test]
async fn nothing_to_do_leaves_no_journal() {
    let home = tempfile::tempdir().unwrap();
    let summary = run(
        items(0),
        options(home.path()),
        |_| {},
        |_, _| async { panic!("there is no item") },
    )
    .await
    .unwrap();
    assert_eq!(summary.journal, None);
    assert!(summary.result().is_ok());
    assert!(!home.path().join("journal").exists());
}

#[cfg(unix)]
#[tokio::test]
async fn a_journal_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let summary = run(
        items(1),
        options(home.path()),
        |_| {},
        |_, _| async { Ok(done()) },
    )
    .await
    .unwrap();
    let file = std::fs::metadata(summary.journal.unwrap()).unwrap();
    assert_eq!(file.permissions().mode() & 0o777, 0o600);
    let directory = std::fs::metadata(home.path().join("journal")).unwrap();
    assert_eq!(directory.permissions().mode() & 0o777, 0o700);
}

mod edits {
    use serde_json::json;
    use wiremock::matchers::{header, method};
    use wiremock::{Mock, MockServer, ResponseTemplate};

    use super::*;
    use crate::bulk::journal::{Account, Opened};
    use crate::model::{Task, TaskStatus};
    use crate::twilio::tests::{client_of, error_body, task, task_body, workspace};
    use crate::twilio::{Form, Place};

    fn read(status: &str, etag: &str) -> ResponseTemplate {
        ResponseTemplate::new(200)
            .insert_header("etag", etag)
            .set_body_json(task_body(1, status))
    }

    async fn answer(server: &MockServer, verb: &str, answer: ResponseTemplate) {
        Mock::given(method(verb))
            .respond_with(answer)
            .up_to_n_times(1)
            .mount(server)
            .await;
    }

    async fn complete(server: &MockServer) -> Summary {
        complete_task(server, true).await
    }

    /// Here the client repeats changes by itself.
    async fn lossy(server: &MockServer) -> Summary {
        complete_task(server, false).await
    }

    /// Completes task 1 if it is wrapping.
    async fn complete_task(server: &MockServer, counted: bool) -> Summary {
        let home = tempfile::tempdir().unwrap();
        let summary = completed_in(server, options(home.path())).await;
        let images = lines(&summary)
            .iter()
            .filter(|line| line["begin"].get("before").is_some())
            .count();
        let posts = server
            .received_requests()
            .await
            .unwrap()
            .iter()
            .filter(|request| request.method.as_str() == "POST")
            .count();
        if counted {
            assert_eq!(images, posts, "a before-image for every change");
        }
        summary
    }

    async fn completed_in(server: &MockServer, options: Options) -> Summary {
        let client = client_of(&server.uri());
        let mut items = items(1);
        items[0].sid = task(1).to_string();
        run(
            items,
            options,
            |_| {},
            |_, step| {
                let client = &client;
                async move {
                    edit::<Task>(
                        client,
                        &Place::of::<Task>(client.account(), workspace(), task(1)),
                        &step,
                        |task| match task.assignment_status {
                            TaskStatus::Wrapping => Ok(Edit::Update(
                                Form::new().with("AssignmentStatus", TaskStatus::Completed),
                            )),
                            other => Err(format!("is {other} by now")),
                        },
                        |task| {
                            let now = task.map(|task| task.assignment_status);
                            Reached::if_so(now == Some(TaskStatus::Completed), "completed")
                        },
                        |_| "completed".to_owned(),
                    )
                    .await
                }
            },
        )
        .await
        .unwrap()
    }

    #[tokio::test]
    async fn the_change_is_made_under_the_version_that_was_judged() {
        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        Mock::given(header("if-match", "5"))
            .respond_with(read("completed", "6"))
            .mount(&server)
            .await;
        let summary = complete(&server).await;
        assert_eq!(summary.done, 1);
    }

    #[tokio::test]
    async fn after_412_it_is_read_and_judged_again() {
        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        answer(
            &server,
            "POST",
            error_body(412, 20412, "Precondition Failed"),
        )
        .await;
        answer(&server, "GET", read("wrapping", "6")).await;
        Mock::given(header("if-match", "6"))
            .respond_with(read("completed", "7"))
            .mount(&server)
            .await;
        assert_eq!(complete(&server).await.done, 1);

        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        answer(
            &server,
            "POST",
            error_body(412, 20412, "Precondition Failed"),
        )
        .await;
        answer(&server, "GET", read("completed", "6")).await;
        let summary = complete(&server).await;
        assert_eq!(summary.items[0].outcome.detail(), "is completed by now");
        assert!(summary.result().is_ok());
    }

    #[tokio::test]
    async fn what_left_the_state_or_is_gone_is_no_failure() {
        let server = MockServer::start().await;
        answer(&server, "GET", error_body(404, 20404, "was not found")).await;
        let summary = complete(&server).await;
        assert_eq!(summary.items[0].outcome.detail(), "is gone by now");

        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        answer(
            &server,
            "POST",
            error_body(400, 20001, "not currently assigned"),
        )
        .await;
        answer(&server, "GET", read("completed", "6")).await;
        assert_eq!(complete(&server).await.unchanged, 1);
    }

    #[tokio::test]
    async fn a_change_whose_answer_was_lost_counts_as_made_when_it_is_found_made() {
        // The repeated change is refused for the version that the lost one made.
        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        answer(&server, "POST", error_body(502, 20502, "Bad Gateway")).await;
        answer(
            &server,
            "POST",
            error_body(412, 20412, "Precondition Failed"),
        )
        .await;
        answer(&server, "GET", read("completed", "6")).await;
        let summary = lossy(&server).await;
        assert_eq!(
            summary.items[0].outcome.detail(),
            "completed (found so, the answer was lost)"
        );
        assert_eq!(summary.done, 1);

        // No answer comes at all.
        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        Mock::given(method("POST"))
            .respond_with(error_body(503, 20503, "Service is not available"))
            .mount(&server)
            .await;
        answer(&server, "GET", read("completed", "6")).await;
        assert_eq!(lossy(&server).await.done, 1);
    }

    #[tokio::test]
    async fn a_change_whose_answer_was_lost_failed_when_it_is_found_not_made() {
        let server = MockServer::start().await;
        Mock::given(method("GET"))
            .respond_with(read("wrapping", "5"))
            .mount(&server)
            .await;
        Mock::given(method("POST"))
            .respond_with(error_body(503, 20503, "Service is not available"))
            .mount(&server)
            .await;
        let summary = lossy(&server).await;
        let (_, error) = summary.failures().next().unwrap();
        assert!(error.to_string().contains("20503"), "{error}");
    }

    #[tokio::test]
    async fn a_change_that_can_neither_be_heard_of_nor_looked_at_is_said_to_be_open() {
        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        for verb in ["POST", "GET"] {
            Mock::given(method(verb))
                .respond_with(error_body(503, 20503, "Service is not available"))
                .mount(&server)
                .await;
        }
        let summary = lossy(&server).await;
        let (_, error) = summary.failures().next().unwrap();
        let text = error.to_string();
        assert!(
            text.starts_with("whether it was changed is not known, nor can it be read ("),
            "{text}"
        );
        assert!(error.hint().unwrap().contains("look before you repeat it"));
    }

    #[tokio::test]
    async fn a_refusal_for_another_reason_is_a_failure() {
        let server = MockServer::start().await;
        Mock::given(method("GET"))
            .respond_with(read("wrapping", "5"))
            .mount(&server)
            .await;
        answer(
            &server,
            "POST",
            error_body(400, 20001, "Reason is too long"),
        )
        .await;
        let summary = complete(&server).await;
        let (_, error) = summary.failures().next().unwrap();
        assert!(
            error.to_string().ends_with("20001 Reason is too long"),
            "{error}"
        );
        let shown = serde_json::to_value(&summary).unwrap();
        assert_eq!(shown["items"][0]["outcome"], json!("failed"));
    }

    #[tokio::test]
    async fn a_resource_that_never_rests_fails_in_the_end() {
        let server = MockServer::start().await;
        Mock::given(method("GET"))
            .respond_with(read("wrapping", "5"))
            .mount(&server)
            .await;
        Mock::given(method("POST"))
            .respond_with(error_body(412, 20412, "Precondition Failed"))
            .mount(&server)
            .await;
        let summary = complete(&server).await;
        let (_, error) = summary.failures().next().unwrap();
        assert!(error.to_string().contains("changed meanwhile"), "{error}");
    }

    fn account(summary: &Summary) -> Account {
        Account::read(summary.journal.as_ref().unwrap()).unwrap()
    }

    /// Refused once, then done by somebody else.
    #[tokio::test]
    async fn what_was_clearly_refused_is_neither_undone_nor_found_done_later() {
        let home = tempfile::tempdir().unwrap();
        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        answer(&server, "POST", error_body(400, 21000, "No")).await;
        let summary = completed_in(&server, options(home.path())).await;
        assert_eq!(summary.failed, 1);
        let told = account(&summary);
        assert!(told.items[0].left_open().is_none());
        assert_eq!(
            Undo::of(&told.items[0]),
            Undo::Nothing("was refused, and so not changed".to_owned())
        );

        answer(&server, "GET", read("completed", "6")).await;
        let opened = Opened::open(summary.journal.as_ref().unwrap()).unwrap();
        let resumed = Options {
            resume: Some(opened),
            ..options(home.path())
        };
        let summary = completed_in(&server, resumed).await;
        assert_eq!(summary.items[0].outcome.detail(), "is completed by now");
    }

    #[tokio::test]
    async fn what_was_left_open_is_looked_at_later() {
        let home = tempfile::tempdir().unwrap();
        let server = MockServer::start().await;
        answer(&server, "GET", read("wrapping", "5")).await;
        for verb in ["POST", "GET"] {
            Mock::given(method(verb))
                .respond_with(error_body(503, 20503, "Service is not available"))
                .mount(&server)
                .await;
        }
        let summary = completed_in(&server, options(home.path())).await;
        assert_eq!(summary.failed, 1);
        let told = account(&summary);
        assert!(told.items[0].left_open().is_some());
        assert!(Undo::of(&told.items[0]) != Undo::Nothing("was not changed".to_owned()));

        server.reset().await;
        // Before anything is begun anew it fails again: that says nothing of what was begun.
        Mock::given(method("GET"))
            .respond_with(error_body(400, 21000, "No"))
            .mount(&server)
            .await;
        let resume = || Options {
            resume: Some(Opened::open(summary.journal.as_ref().unwrap()).unwrap()),
            ..options(home.path())
        };
        assert_eq!(completed_in(&server, resume()).await.failed, 1);
        server.reset().await;
        answer(&server, "GET", read("completed", "6")).await;
        let summary = completed_in(&server, resume()).await;
        assert_eq!(
            summary.items[0].outcome.detail(),
            "completed (found so, the run had broken off)"
        );
    }

    #[tokio::test]
    async fn only_what_was_deleted_is_told_to_be() {
        for (answered, undo) in [
            (
                ResponseTemplate::new(204),
                "impossible: was deleted, and Twilio gives nothing back",
            ),
            (
                error_body(400, 21000, "No"),
                "nothing: was refused, and so not changed",
            ),
            (
                error_body(503, 20503, "Service is not available"),
                "impossible: was perhaps deleted; the journal does not tell, and Twilio gives \
                 nothing back",
            ),
        ] {
            let home = tempfile::tempdir().unwrap();
            let server = MockServer::start().await;
            let client = client_of(&server.uri());
            Mock::given(method("GET"))
                .respond_with(read("completed", "5"))
                .mount(&server)
                .await;
            Mock::given(method("DELETE"))
                .respond_with(answered)
                .mount(&server)
                .await;
            let place = Place::of::<Task>(client.account(), workspace(), task(1));
            let summary = run(
                items(1),
                options(home.path()),
                |_| {},
                async |_, step| {
                    edit::<Task>(
                        &client,
                        &place,
                        &step,
                        |_| Ok(Edit::Delete),
                        |now| Reached::if_so(now.is_none(), "deleted"),
                        |_| "deleted".to_owned(),
                    )
                    .await
                },
            )
            .await
            .unwrap();
            assert_eq!(Undo::of(&account(&summary).items[0]).to_string(), undo);
        }
    }
}
