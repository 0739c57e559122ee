//! `trctl workers` against an emulator.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;

fn writers() -> Lab {
    let mut lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.pass(90);
    lab
}

#[test]
fn workers_are_listed_in_every_format() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers list"), @"
    exit code 0
    --- stdout
    NAME   SID                                 ACTIVITY    SINCE  AVAILABLE  SKILLS
    dave   WK0b88fa7a1849310c8b94f6441313bfd8  Available  1m 30s  true       support
    edith  WK895b9907b270298f6c971a10850bb53a  Offline    1m 30s  false      support
    susan  WK71d84f61fef73ee71feebb00859380fd  Offline    1m 30s  false      sales
    ");
    insta::assert_snapshot!(lab.trctl("worker status --columns name,since --sort -since"), @"
    exit code 0
    --- stdout
    NAME    SINCE
    dave   1m 30s
    edith  1m 30s
    susan  1m 30s
    ");
    insta::assert_snapshot!(lab.trctl("workers list -o csv --limit 1"), @r#"
    exit code 0
    --- stdout
    name,sid,activity,since,available,skills,task,contact,attributes,activity_sid,created
    dave,WK0b88fa7a1849310c8b94f6441313bfd8,Available,90,true,support,,+15550100,"{""name"":""dave"",""skills"":[""support""],""contact_uri"":""+15550100""}",WAdef434e398051d632367df909c5b19a1,2026-11-21T08:00:00Z
    "#);
    insta::assert_snapshot!(lab.trctl("workers list -o sid"), @"
    exit code 0
    --- stdout
    WK0b88fa7a1849310c8b94f6441313bfd8
    WK895b9907b270298f6c971a10850bb53a
    WK71d84f61fef73ee71feebb00859380fd
    ");
    insta::assert_snapshot!(lab.trctl("workers list -o legacy"), @"
    exit code 0
    --- stdout
    +++ Start.
    ++ List worker activity status.
    + WK0b88fa7a1849310c8b94f6441313bfd8 : dave : Available
    + WK895b9907b270298f6c971a10850bb53a : edith : Offline
    + WK71d84f61fef73ee71feebb00859380fd : susan : Offline
    ");
    insta::assert_snapshot!(lab.trctl("workers list -o yaml --columns name,activity,since,attributes.skills --limit 1"), @"
    exit code 0
    --- stdout
    - name: dave
      activity: Available
      since: 90
      attributes.skills:
      - support
    ");
    insta::assert_snapshot!(lab.trctl("workers list --jq '.[] | select(.available) | .friendly_name'"), @"
    exit code 0
    --- stdout
    dave
    ");
}

#[test]
fn json_is_what_twilio_said() {
    let lab = writers();
    let ran = lab.trctl("workers list -o json");
    let workers: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(workers[0]["friendly_name"], "dave");
    assert!(
        workers[0]["attributes"]
            .as_str()
            .unwrap()
            .contains("contact_uri")
    );
    assert!(workers[0]["links"]["reservations"].is_string());
}

#[test]
fn a_list_is_one_request() {
    let lab = writers();
    let requests = || lab.control_get("")["requests"].as_u64().unwrap();
    let before = requests();
    assert_eq!(lab.trctl("workers list --workspace writers").code, 0);
    // Beside the list: the workspace's name, and this question.
    assert_eq!(requests() - before, 3);
}

#[test]
fn twilio_filters_by_names() {
    let lab = writers();
    for (filter, found) in [
        ("--activity Available", "dave"),
        ("--available", "dave"),
        ("--available=false", "edith susan"),
        ("--queue Sales", "susan"),
        ("--target 'skills HAS \"support\"'", "dave edith"),
        ("--name edith", "edith"),
        ("--where 'attributes.contact_uri == \"+15550102\"'", "susan"),
        ("--where 'activity == \"Available\"'", "dave"),
        ("--activity Offline --order desc --limit 1", "edith"),
        ("--older-than 1m", "dave edith susan"),
        ("--older-than 2m", ""),
    ] {
        let ran = lab.trctl(&format!(
            "workers list --columns name --no-headers {filter}"
        ));
        let names: Vec<&str> = ran.stdout.split_whitespace().collect();
        assert_eq!(names.join(" "), found, "{filter}: {ran}");
    }
}

#[test]
fn the_present_task_is_joined_where_it_is_shown() {
    let lab = writers();
    let task = lab.task("Support", "{}").to_string();
    let ran = lab.trctl("workers list --columns name,task --no-headers");
    assert_eq!(ran.stdout, format!("dave   {task}\nedith\nsusan\n"));
    let ran = lab.trctl("workers list --where 'task != null' --columns name --no-headers");
    assert_eq!(ran.stdout, "dave\n");
    let ran = lab.trctl("workers get dave --columns task -o csv --no-headers");
    assert_eq!(ran.stdout, format!("{task}\n"));
}

#[test]
fn one_worker_is_shown() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers get dave"), @r#"
    exit code 0
    --- stdout
    NAME          dave
    SID           WK0b88fa7a1849310c8b94f6441313bfd8
    ACTIVITY      Available
    SINCE         1m 30s
    AVAILABLE     true
    SKILLS        support
    TASK
    CONTACT       +15550100
    ATTRIBUTES    {"name":"dave","skills":["support"],"contact_uri":"+15550100"}
    ACTIVITY SID  WAdef434e398051d632367df909c5b19a1
    CREATED       2026-11-21T08:00:00Z
    "#);
    insta::assert_snapshot!(lab.trctl("workers get dvae"), @"
    exit code 4
    --- stderr
    error: there is no worker named `dvae`
    hint: did you mean `dave`?
    ");
    insta::assert_snapshot!(lab.trctl("workers get WT00000000000000000000000000000001"), @"
    exit code 2
    --- stderr
    error: `WT00000000000000000000000000000001` is the SID of a task, not of a worker
    hint: look the right one up with `trctl workers list`
    ");
}

#[test]
fn two_workers_of_one_name_are_told_apart_by_their_sids() {
    let lab = writers();
    lab.worker("agent-1", r#"{"name":"twin"}"#);
    lab.worker("agent-2", r#"{"name":"twin"}"#);
    insta::assert_snapshot!(lab.trctl("workers set-activity twin Available"), @"
    exit code 2
    --- stderr
    error: 2 workers are named `twin`: WK98fe11a44e15d73272430f30ae83904a (agent-1), WKcb3689e9967583d6712a9c93b52fd71f (agent-2)
    hint: use the SID of the one you mean
    ");
}

#[test]
fn a_named_worker_is_moved_at_once() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers set-activity edith Available"), @"
    exit code 0
    --- stdout
    SID                                 NAME   OUTCOME  DETAIL
    WK895b9907b270298f6c971a10850bb53a  edith  done     Available (was Offline)
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity edith available"), @"
    exit code 0
    --- stdout
    SID                                 NAME   OUTCOME    DETAIL
    WK895b9907b270298f6c971a10850bb53a  edith  unchanged  is Available already
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity edith --to Offline --dry-run"), @"
    exit code 0
    --- stdout
    NAME   SID                                 ACTIVITY   SINCE  AVAILABLE  SKILLS
    edith  WK895b9907b270298f6c971a10850bb53a  Available     0s  true       support
    --- stderr
    activity: Offline
    dry run: would move 1 worker in writers
    ");
    insta::assert_snapshot!(lab.trctl("workers list --available --columns name --no-headers"), @"
    exit code 0
    --- stdout
    dave
    edith
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity edith Ofline"), @"
    exit code 4
    --- stderr
    error: there is no activity named `Ofline`
    hint: did you mean `Offline`?
    ");
}

#[test]
fn several_workers_are_moved_after_a_question() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers set-activity dave edith dave Offline"), @"
    exit code 2
    --- stderr
    activity: Offline
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    let ran = lab.trctl("workers set-activity dave edith dave Offline --yes");
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(ran.stdout, @"
    SID                                 NAME   OUTCOME    DETAIL
    WK0b88fa7a1849310c8b94f6441313bfd8  dave   done       Offline (was Available)
    WK895b9907b270298f6c971a10850bb53a  edith  unchanged  is Offline already
    ");
    assert!(ran.stderr.contains("1 done, 1 unchanged in"), "{ran}");
    assert!(
        ran.stderr
            .contains("journal: ~/.local/state/trctl/journals/"),
        "{ran}"
    );

    insta::assert_snapshot!(
        lab.trctl("workers set-activity --queue Support --activity Offline --to Available --dry-run"),
        @"
        exit code 0
        --- stdout
        NAME   SID                                 ACTIVITY   SINCE  AVAILABLE  SKILLS
        dave   WK0b88fa7a1849310c8b94f6441313bfd8  Offline       0s  false      support
        edith  WK895b9907b270298f6c971a10850bb53a  Offline   1m 30s  false      support
        --- stderr
        activity: Available
        dry run: would move 2 workers in writers
        "
    );
    let ran = lab.trctl("workers set-activity --queue Support --to Available --yes -o csv");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(ran.stdout.matches(",done,").count(), 2, "{ran}");
}

#[test]
fn offers_are_rejected_with_the_activity() {
    let lab = writers();
    let task = lab.task("Support", "{}");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "reserved");
    insta::assert_snapshot!(lab.trctl("workers set-activity dave Available --reject-pending"), @"
    exit code 2
    --- stderr
    error: `--reject-pending` is not for `Available`, which takes tasks
    hint: reject single offers with `trctl reservations reject`
    ");
    let ran = lab.trctl("workers set-activity dave Offline --reject-pending");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "pending");
}

#[test]
fn who_is_to_be_moved_must_be_said() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers set-activity"), @"
    exit code 2
    --- stderr
    error: no activity is given
    hint: write `trctl workers set-activity dave Available`
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity Offline"), @"
    exit code 2
    --- stderr
    error: no worker is given to be put to `Offline`
    hint: name workers before the activity, or select them with `--queue`, `--activity` or `--where`
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity dave Offline --queue Support"), @"
    exit code 2
    --- stderr
    error: workers are named and selected at the same time
    hint: leave out one of the two
    ");
}

#[test]
fn what_cannot_be_told_is_not_done() {
    let lab = writers();
    assert_eq!(
        lab.trctl("workers set-activity dave Offline -o legacy")
            .code,
        2
    );
    let ran = lab.trctl("workers list --name dave --columns activity --no-headers");
    assert_eq!(ran.stdout, "Available\n");
}

#[test]
fn a_selection_is_moved_and_its_offers_are_rejected() {
    let lab = writers();
    lab.set_activity("edith", "Available");
    let tasks = [lab.task("Support", "{}"), lab.task("Support", "{}")];
    let statuses = || tasks.map(|task| lab.get_task(task).assignment_status.to_string());
    assert_eq!(statuses(), ["reserved", "reserved"]);
    let line = "workers set-activity --where 'attributes.skills HAS \"support\"' --to Offline \
                --reject-pending --yes";
    let ran = lab.trctl(line);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(ran.stdout.matches("  done  ").count(), 2, "{ran}");
    assert_eq!(statuses(), ["pending", "pending"]);
}

#[test]
fn channels_of_a_worker_are_listed() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers channels dave --where 'channel == \"voice\" OR channel == \"chat\"'"), @"
    exit code 0
    --- stdout
    CHANNEL  CAPACITY  ASSIGNED  FREE %  AVAILABLE
    voice           1         0     100  true
    chat            1         0     100  true
    ");
    insta::assert_snapshot!(lab.trctl("workers channels dvae"), @"
    exit code 4
    --- stderr
    error: there is no worker named `dvae`
    hint: did you mean `dave`?
    ");
}

#[test]
fn a_channel_is_changed_at_once_and_several_after_a_question() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers capacity dave chat=3"), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME  DETAIL
    WC0c33e9a3ee12ea11da4fdbd9c51d5c27  chat  done     capacity 3, available
    ");
    insta::assert_snapshot!(lab.trctl("workers capacity dave chat=3"), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME    DETAIL
    WC0c33e9a3ee12ea11da4fdbd9c51d5c27  chat  unchanged  has capacity 3, available already
    ");
    insta::assert_snapshot!(lab.trctl("workers capacity dave voice=2 chat --unavailable"), @"
    exit code 2
    --- stderr
    voice: capacity 1, available → capacity 2, unavailable
    chat: capacity 3, available → capacity 3, unavailable
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    let ran = lab.trctl("workers capacity dave voice=2 chat --unavailable --yes");
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(ran.stdout, @"
    SID                                 NAME   OUTCOME  DETAIL
    WC67ffc25651f8c825fef001ba240b29cc  voice  done     capacity 2, unavailable
    WC0c33e9a3ee12ea11da4fdbd9c51d5c27  chat   done     capacity 3, unavailable
    ");
    insta::assert_snapshot!(lab.trctl("workers capacity dave voice --available --dry-run"), @"
    exit code 0
    --- stdout
    CHANNEL  CAPACITY  ASSIGNED  FREE %  AVAILABLE
    voice           2         0     100  false
    --- stderr
    voice: capacity 2, unavailable → capacity 2, available
    dry run: would change 1 channel in dave of writers
    ");
    let ran = lab.trctl(
        "workers channels dave --columns channel,capacity,available --where 'capacity > 1' -o csv",
    );
    insta::assert_snapshot!(ran.stdout, @"
    channel,capacity,available
    voice,2,false
    chat,3,false
    ");
}

#[test]
fn what_a_channel_is_to_become_must_be_said() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers capacity dave chat"), @"
    exit code 2
    --- stderr
    error: nothing is said of the channel `chat`
    hint: write `chat=2`, or give `--available` or `--unavailable`
    ");
    insta::assert_snapshot!(lab.trctl("workers capacity dave chta=2"), @"
    exit code 4
    --- stderr
    error: there is no worker channel named `chta`
    hint: did you mean `chat`?
    ");
    insta::assert_snapshot!(lab.trctl("workers capacity dave chat=2 chat=3"), @"
    exit code 2
    --- stderr
    error: the channel `chat` is named twice
    ");
    assert_eq!(lab.trctl("workers capacity dave chat=many").code, 2);
    assert_eq!(lab.trctl("workers capacity dave").code, 2);
}

/// Capacity and availability of a channel, and the activity.
fn state_of(lab: &Lab, worker: &str, channel: &str) -> String {
    let channel = lab.trctl(&format!(
        "workers channels {worker} --columns capacity,available --no-headers -o csv --where 'channel == \"{channel}\"'"
    ));
    let activity = lab.trctl(&format!(
        "workers get {worker} --columns activity --no-headers -o csv"
    ));
    format!("{},{}", channel.stdout.trim(), activity.stdout.trim())
}

fn attributes_of(lab: &Lab, worker: &str) -> serde_json::Value {
    let ran = lab.trctl(&format!("workers get {worker} -o json"));
    let worker: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    serde_json::from_str(worker["attributes"].as_str().unwrap()).unwrap()
}

#[test]
fn workers_are_created_and_changed_as_a_table_says() {
    let lab = writers();
    lab.home.write(
        "work/workers.csv",
        "friendly_name,activity,attributes.level,attributes.team.name,channels.chat.capacity\n\
         dave,Offline,7,night,3\n\
         Edith,,,,\n\
         frank,Available,\"\"\"7\"\"\",\"say \"\"hi\"\"\nthere\",2\n",
    );
    insta::assert_snapshot!(lab.trctl("workers import workers.csv --dry-run"), @r#"
    exit code 0
    --- stdout
       NAME   DETAILS
    ~  dave   channels.chat.capacity: 1 → 3
    ~  dave   attributes.level: → 7, attributes.team: → {"name":"night"}
    ~  dave   activity: Available → Offline
    +  frank  attributes.level: → "7", attributes.team: → {"name":"say \"hi\"\nthere"}
    +  frank  channels.chat.capacity: → 2
    +  frank  activity: → Available
    --- stderr
    workers: + 1 to create, ~ 1 to change, = 1 as they are
    dry run: would make 6 changes of workers in writers
    "#);
    insta::assert_snapshot!(lab.trctl("workers import workers.csv"), @"
    exit code 2
    --- stderr
    workers: + 1 to create, ~ 1 to change, = 1 as they are
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    let ran = lab.trctl("workers import workers.csv --yes");
    insta::assert_snapshot!(ran.steady(), @r#"
    exit code 0
    --- stdout
    SID                                 NAME   OUTCOME  DETAIL
    WC0c33e9a3ee12ea11da4fdbd9c51d5c27  dave   done     channels.chat.capacity: 1 → 3
    WK0b88fa7a1849310c8b94f6441313bfd8  dave   done     attributes.level: → 7, attributes.team: → {"name":"night"}
    WK0b88fa7a1849310c8b94f6441313bfd8  dave   done     activity: Available → Offline
                                        frank  done     created
                                        frank  done     channels.chat.capacity: → 2
                                        frank  done     activity: → Available
    --- stderr
    workers: + 1 to create, ~ 1 to change, = 1 as they are
    6 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
    assert_eq!(
        attributes_of(&lab, "dave"),
        serde_json::json!({
            "name": "dave", "skills": ["support"], "contact_uri": "+15550100",
            "level": 7, "team": {"name": "night"}
        }),
    );
    assert_eq!(
        attributes_of(&lab, "frank"),
        serde_json::json!({"level": "7", "team": {"name": "say \"hi\"\nthere"}}),
    );
    assert_eq!(state_of(&lab, "dave", "chat"), "3,true,Offline");
    assert_eq!(state_of(&lab, "frank", "chat"), "2,true,Available");
    insta::assert_snapshot!(lab.trctl("workers import workers.csv --yes"), @"
    exit code 0
    --- stderr
    workers: + 0 to create, ~ 0 to change, = 3 as they are
    ");
}

#[test]
fn importing_what_was_exported_changes_nothing() {
    let lab = writers();
    lab.worker(
        "größe, \"quoted\"\nand more",
        r#"{"five":"5","number":5.0,"nothing":null,"empty":"","list":[1,"a,b"],"deep":{"er":{}},"with.dot":{"a":1},"emoji":"🎧","lines":"a\r\nb","yes":"true"}"#,
    );
    lab.worker("bare", "{}");
    lab.trctl("workers capacity dave chat=4");
    let exported = lab.trctl("workers export");
    assert_eq!(exported.code, 0, "{exported}");
    for flags in ["", "--attributes json", "-o ndjson", "--no-channels"] {
        let exported = lab.trctl(&format!("workers export {flags}"));
        assert_eq!(exported.code, 0, "{flags}: {exported}");
        let ran = lab
            .home
            .trctl_with_stdin("workers import -", &exported.stdout);
        assert_eq!(ran.code, 0, "{flags}: {ran}");
        assert_eq!(
            ran.stderr.lines().next(),
            Some("workers: + 0 to create, ~ 0 to change, = 5 as they are"),
            "{flags}: {ran}"
        );
    }
}

#[test]
fn a_table_makes_the_same_workers_elsewhere() {
    let lab = writers();
    let exported = lab.trctl("workers export").stdout;
    let other = Lab::new();
    let ran = other
        .home
        .trctl_with_stdin("workers import - --yes --concurrency 1", &exported);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(other.trctl("workers export").stdout, exported);
}

#[test]
fn an_export_is_a_table_for_people() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers export --queue Support --no-channels"), @r#"
    exit code 0
    --- stdout
    friendly_name,activity,attributes.contact_uri,attributes.name,attributes.skills
    dave,Available,+15550100,dave,"[""support""]"
    edith,Offline,+15550101,edith,"[""support""]"
    "#);
    insta::assert_snapshot!(lab.trctl("workers export --name dave -o ndjson"), @r#"
    exit code 0
    --- stdout
    {"friendly_name":"dave","activity":"Available","attributes":{"name":"dave","skills":["support"],"contact_uri":"+15550100"},"channels":{"chat":{"capacity":1,"available":true},"default":{"capacity":1,"available":true},"sms":{"capacity":1,"available":true},"video":{"capacity":1,"available":true},"voice":{"capacity":1,"available":true}}}
    "#);
    insta::assert_snapshot!(lab.trctl("workers export -o yaml"), @"
    exit code 2
    --- stderr
    error: workers are not exported as `yaml`
    hint: `-o csv` and `-o ndjson` can be imported; `trctl workers list` has the other formats
    ");
}

#[test]
fn a_mistake_in_a_table_is_told_before_anything_is_done() {
    let lab = writers();
    let import = |text: &str| {
        lab.home
            .trctl_with_stdin("workers import - --yes", text)
            .to_string()
    };
    insta::assert_snapshot!(import("friendly_name,activty\nnew,Offline\n"), @"
    exit code 2
    --- stderr
    error: stdin: line 1: there is no column `activty`
    hint: did you mean `activity`?
    ");
    insta::assert_snapshot!(import("friendly_name,activity\nnew,Offline\nother,Ofline\n"), @"
    exit code 4
    --- stderr
    error: line 3 cannot be imported
    caused by: there is no activity named `Ofline`
    hint: did you mean `Offline`?
    ");
    insta::assert_snapshot!(import("friendly_name,channels.vioce.capacity\nnew,1\n"), @"
    exit code 4
    --- stderr
    error: line 2 cannot be imported
    caused by: there is no task channel named `vioce`
    hint: did you mean `Voice` or `voice` or `Video`?
    ");
    insta::assert_snapshot!(import("{\"friendly_name\":\"new\",\"sid\":\"WK1\"}"), @"
    exit code 2
    --- stderr
    error: stdin: line 1: there is no column `sid`
    hint: did you mean `attributes.sid`?
    ");
    insta::assert_snapshot!(lab.trctl("workers import missing.csv --yes"), @"
    exit code 2
    --- stderr
    error: cannot read the workers from `missing.csv`: No such file or directory (os error 2)
    ");
    assert_eq!(lab.trctl("workers get new").code, 4);
}

#[test]
fn a_row_that_fails_does_not_keep_the_others() {
    let lab = writers();
    let long = "x".repeat(5000);
    let ran = lab.home.trctl_with_stdin(
        "workers import - --yes",
        &format!("friendly_name,attributes.note\ngrace,short\nheidi,{long}\n"),
    );
    assert_eq!(ran.code, 6, "{ran}");
    assert!(ran.stderr.contains("1 done, 1 failed in"), "{ran}");
    assert_eq!(lab.trctl("workers get grace").code, 0);
    assert_eq!(lab.trctl("workers get heidi").code, 4);
}

#[tokio::test]
async fn a_capacity_for_a_channel_that_a_worker_lacks_is_no_success() {
    use serde_json::json;
    use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

    let twilio = MockServer::start().await;
    let workspace = "WS00000000000000000000000000000001";
    let lists = [
        (
            "Workers",
            "workers",
            json!({"sid": "WK00000000000000000000000000000001", "friendly_name": "dave"}),
        ),
        (
            "TaskChannels",
            "channels",
            json!({"sid": "TC00000000000000000000000000000001", "friendly_name": "Fax", "unique_name": "fax"}),
        ),
    ];
    let answers = |path: String, key: &str, found: Vec<serde_json::Value>| {
        let page = json!({key: found, "meta": {"key": key, "next_page_url": null}});
        Mock::given(matchers::method("GET"))
            .and(matchers::path_regex(path))
            .respond_with(ResponseTemplate::new(200).set_body_json(page))
    };
    for (path, key, mut one) in lists {
        one["account_sid"] = json!("AC00000000000000000000000000000001");
        one["workspace_sid"] = json!(workspace);
        one["attributes"] = json!("{}");
        answers(format!("/{path}$"), key, vec![one])
            .mount(&twilio)
            .await;
    }
    answers("/Channels$".to_owned(), "channels", Vec::new())
        .mount(&twilio)
        .await;
    let home = common::Sealed::new()
        .env("TRCTL_BASE_URL", &twilio.uri())
        .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
        .env("TWILIO_AUTH_TOKEN", "secret")
        .env("TRCTL_WORKSPACE", workspace);
    let table = "friendly_name,channels.fax.capacity\ndave,2\n";
    let ran = home.trctl_with_stdin("workers import - --yes", table);
    insta::assert_snapshot!(ran, @"
    exit code 2
    --- stderr
    error: line 2 cannot be imported
    caused by: worker dave has no channel `fax`
    ");
}
