use std::io;
use std::sync::Arc;
use std::time::Duration;

use futures::{StreamExt as _, stream};
use serde_json::value::RawValue;

use super::*;

struct Task {
    raw: Box<RawValue>,
    name: String,
    age: u64,
}

impl Row for Task {
    fn raw(&self) -> &RawValue {
        &self.raw
    }

    fn sid(&self) -> Option<String> {
        Some(format!("WT{}", self.name))
    }
}

static COLUMNS: [Column<Task>; 3] = [
    Column::new("name", "NAME", |task| task.name.as_str().into()),
    Column::new("age", "AGE", |task| Cell::age(task.age)),
    Column::wide("note", "NOTE", |_| Cell::EMPTY),
];

fn task(name: &str, age: u64) -> Task {
    let attributes = serde_json::json!({"from": format!("+{age}"), "tags": ["a", "b"]}).to_string();
    let json =
        serde_json::json!({"sid": format!("WT{name}"), "age": age, "attributes": attributes});
    Task {
        raw: RawValue::from_string(json.to_string()).unwrap(),
        name: name.to_owned(),
        age,
    }
}

fn tasks() -> Vec<Task> {
    vec![task("b", 59), task("a,\"x\"", 7500), task("c", 3)]
}

fn legacy() -> Legacy<Task> {
    Legacy {
        before: vec!["+++ List tasks.".to_owned()],
        row: |task| vec![format!("++ SID: {}", task.name)],
        after: vec!["+ end of list.".to_owned()],
    }
}

fn printed_at(width: Option<u16>, view: View, rows: &[Task]) -> Result<String, Error> {
    let (console, captured) = Console::captured(width, false);
    let printer = Printer::new(Arc::new(console), view)?;
    let mut list = printer.list(&COLUMNS, Some(legacy()))?;
    for row in rows {
        list.row(row)?;
    }
    list.finish()?;
    Ok(captured.stdout())
}

fn printed(view: View) -> String {
    printed_at(None, view, &tasks()).unwrap()
}

fn format(name: &str) -> View {
    View {
        format: Some(name.parse().unwrap()),
        ..View::default()
    }
}

fn columns(view: View, names: &[&str]) -> View {
    View {
        columns: Some(names.iter().map(|name| (*name).to_owned()).collect()),
        ..view
    }
}

/// What is printed in each format, one after the other.
fn in_every_format(print: impl Fn(View) -> String) -> String {
    let mut all = String::new();
    for (name, _) in Format::ALL {
        all.push_str("--- ");
        all.push_str(name);
        all.push('\n');
        all.push_str(&print(format(name)));
    }
    all
}

#[test]
fn every_format_of_a_list() {
    insta::assert_snapshot!(in_every_format(printed));
}

#[test]
fn every_format_of_an_empty_list() {
    insta::assert_snapshot!(in_every_format(|view| printed_at(None, view, &[]).unwrap()));
}

#[test]
fn every_format_of_one_object() {
    insta::assert_snapshot!(in_every_format(|view| {
        let (console, captured) = Console::captured(None, false);
        let printer = Printer::new(Arc::new(console), view).unwrap();
        printer
            .object(&task("a", 61), &COLUMNS, Some(legacy()))
            .unwrap();
        captured.stdout()
    }));
}

#[test]
fn json_is_verbatim() {
    let raw = "{\n  \"big\": 12345678901234567890123, \"x\": 1.50\n}";
    let row = Task {
        raw: RawValue::from_string(raw.to_owned()).unwrap(),
        ..task("a", 1)
    };
    let text = printed_at(None, format("json"), &[row]).unwrap();
    assert_eq!(text, format!("[\n{raw}\n]\n"));
}

#[test]
fn columns_are_names_or_paths_into_attributes() {
    let names = [
        "sid",
        "attributes.from",
        "attributes.tags.1",
        "attributes.none",
        "age",
    ];
    assert_eq!(
        printed(columns(format("csv"), &names)),
        "sid,attributes.from,attributes.tags.1,attributes.none,age\n\
         WTb,+59,b,,59\n\"WTa,\"\"x\"\"\",+7500,b,,7500\nWTc,+3,b,,3\n"
    );
    let json = printed(columns(format("ndjson"), &["name", "age"]));
    assert_eq!(json.lines().next(), Some(r#"{"name":"b","age":59}"#));
}

#[test]
fn an_unknown_column_is_an_error_before_anything_is_printed() {
    for view in [
        columns(format("csv"), &["name", "nmae"]),
        View {
            sort: vec!["-nmae".to_owned()],
            ..format("json")
        },
    ] {
        let error = printed_at(None, view, &tasks()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown column `nmae`; there are name, age, note, sid, attributes"
        );
    }
}

#[test]
fn a_list_can_be_sorted_by_several_keys() {
    let sorted = |keys: &[&str]| {
        let view = View {
            sort: keys.iter().map(|key| (*key).to_owned()).collect(),
            ..format("sid")
        };
        printed(view).replace('\n', " ")
    };
    assert_eq!(sorted(&["age"]), "WTc WTb WTa,\"x\" ");
    assert_eq!(sorted(&["-age"]), "WTa,\"x\" WTb WTc ");
    assert_eq!(sorted(&["note", "attributes.from"]), "WTc WTb WTa,\"x\" ");
}

#[test]
fn a_filter_sees_the_whole_list_and_prints_texts_bare() {
    let filter = |code: &str| View {
        jq: Some(code.to_owned()),
        ..View::default()
    };
    assert_eq!(printed(filter(".[].sid")), "WTb\nWTa,\"x\"\nWTc\n");
    assert_eq!(printed(filter("map(.age) | add, length")), "7562\n3\n");
    assert_eq!(printed(filter(".[0] | {age}")), "{\"age\":59}\n");
    assert_eq!(printed(filter(".[2].attributes | fromjson.from")), "+3\n");
    assert_eq!(printed_at(None, filter("length"), &[]).unwrap(), "0\n");
    for (code, message) in [
        (
            ".[",
            "`--jq` filter `.[` is not valid: expected closing bracket, the filter ends",
        ),
        (
            "nope(.)",
            "`--jq` filter `nope(.)` is not valid: undefined filter `nope`",
        ),
    ] {
        let error = printed_at(None, filter(code), &[]).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    let error = printed_at(None, filter(".[] | error(\"no\")"), &tasks()).unwrap_err();
    assert!(matches!(error, Error::Jq(_)), "{error}");
    let with_table = View {
        jq: Some(".".to_owned()),
        ..format("table")
    };
    assert!(matches!(
        printed_at(None, with_table, &[]),
        Err(Error::JqNeedsJson)
    ));
}

#[test]
fn later_rows_keep_the_widths_of_the_first() {
    let (console, captured) = Console::captured(None, false);
    let printer = Printer::new(Arc::new(console), format("table")).unwrap();
    let mut list = printer.list(&COLUMNS, None).unwrap();
    for age in 0..1000 {
        list.row(&task("abcdef", age % 60)).unwrap();
    }
    for late in ["a", "longer than the rest"] {
        list.row(&task(late, 5)).unwrap();
        list.flush().unwrap();
    }
    list.finish().unwrap();
    let text = captured.stdout();
    let ends: Vec<&str> = text.lines().rev().take(2).collect();
    assert_eq!(ends, ["longer than the rest   5s", "a        5s"]);
    assert_eq!(text.lines().count(), 1003);
}

#[test]
fn nothing_stands_behind_the_last_header() {
    let (console, captured) = Console::captured(Some(11), false);
    console.choose_color(ColorChoice::Always);
    let printer = Printer::new(Arc::new(console), format("table")).unwrap();
    let mut list = printer.list(&COLUMNS, None).unwrap();
    list.row(&task("abcdef", 3)).unwrap();
    list.finish().unwrap();
    // The bold header fills this terminal to its last character: `NAME`, gutters and `AGE`.
    let text = captured.stdout();
    let header = text.lines().next().unwrap();
    assert!(header.contains("AGE\u{1b}["), "{header:?}");
}

#[test]
fn a_terminal_is_never_overrun_and_nothing_is_cut() {
    let rows = [task(&"word ".repeat(20), 1)];
    let text = printed_at(Some(40), format("table"), &rows).unwrap();
    assert!(text.lines().all(|line| line.len() <= 40), "{text}");
    assert_eq!(text.matches("word").count(), 20);
}

#[test]
fn a_sid_is_never_broken() {
    let sid = "WT0123456789abcdef0123456789abcdef";
    let rows = [task(&format!("{sid} some more words"), 1)];
    let text = printed_at(Some(30), format("table"), &rows).unwrap();
    assert!(text.contains(sid), "{text}");
}

#[test]
fn lines_end_at_the_edge() {
    let rows = [task(&"indivisible".repeat(9), 1), task("short", 2)];
    for width in [12, 20, 40] {
        let text = printed_at(Some(width), format("wide"), &rows).unwrap();
        assert!(
            text.lines()
                .all(|line| line.chars().count() <= usize::from(width)),
            "{width}\n{text}"
        );
    }
}

#[test]
fn a_name_cannot_drive_the_terminal() {
    let rows = [task("a\u{1b}[2Jb\nc", 1)];
    let text = printed_at(None, format("table"), &rows).unwrap();
    assert!(text.contains("a\\u{1b}[2Jb c"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn what_there_is_shows_when_the_stream_waits() {
    for name in ["table", "csv", "json", "ndjson", "yaml", "sid"] {
        let (console, captured) = Console::captured(None, false);
        let printer = Printer::new(Arc::new(console), format(name)).unwrap();
        let rows = stream::iter([Ok::<_, Error>(task("first", 1))]).chain(stream::once(async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            assert!(captured.stdout().contains("first"), "{name}");
            Err(Error::Jq("broke".to_owned()))
        }));
        let list = printer.list(&COLUMNS, None).unwrap();
        let error = list.drain(rows).await.unwrap_err();
        assert!(matches!(error, Error::Jq(_)));
    }
}

#[tokio::test(start_paused = true)]
async fn rows_that_come_one_by_one_are_laid_out_together() {
    let (console, captured) = Console::captured(Some(80), false);
    let printer = Printer::new(Arc::new(console), format("table")).unwrap();
    let rows = stream::iter(["a", "a longer name", "b"]).then(async |name| {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Ok::<_, Error>(task(name, 1))
    });
    let list = printer.list(&COLUMNS, None).unwrap();
    list.drain(rows).await.unwrap();
    let text = captured.stdout();
    assert_eq!(text.lines().count(), 4, "{text}");
}

#[test]
fn a_closed_pipe_is_told_apart_from_a_full_disk() {
    let error = |kind| Error::from(io::Error::from(kind));
    assert!(matches!(error(io::ErrorKind::BrokenPipe), Error::Closed));
    assert!(matches!(error(io::ErrorKind::StorageFull), Error::Write(_)));
}

#[test]
fn quiet_leaves_warnings_and_errors() {
    let (console, captured) = Console::captured(None, true);
    console.note("note");
    console.hint("hint");
    console.warn("careful");
    console.error("broken");
    console.caused_by("rust");
    assert_eq!(
        captured.stderr(),
        "warning: careful\nerror: broken\ncaused by: rust\n"
    );
    assert_eq!(captured.stdout(), "");
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    let (console, _) = Console::captured(None, false);
    assert!(matches!(console.confirm("Go?"), Err(Error::NeedsYes)));
    assert!(matches!(
        console.ask_secret("Token", "use a pipe"),
        Err(Error::NoTerminal { .. })
    ));
}

#[test]
fn a_printer_can_be_shared_between_tasks() {
    fn shareable<T: Send + Sync>() {}
    shareable::<Console>();
    shareable::<Printer>();
}
