//! `docs/emulator-fidelity.md` says what the emulator decided where Twilio's documentation is
//! silent, and which test holds each decision. This keeps the page honest: every row has its
//! ground, every test it names exists, and no test of an assumption goes unmentioned.

use std::collections::BTreeSet;
use std::path::Path;

const PAGE: &str = "docs/emulator-fidelity.md";
const GROUNDS: [&str; 3] = ["Documented", "Observed", "Assumed"];

/// The module a test function is in, as a path without its suffix, and its name.
type Test = (String, String);

/// Where a test is that the page names with its file.
const OVER_HTTP: &str = "src/emulator/tests/";
/// Modules that hold nothing but decisions of the page.
const OF_ASSUMPTIONS: [&str; 3] = [
    "src/emulator/tests/assignments",
    "src/emulator/tests/wire",
    "src/routing/engine/tests/assumptions",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The functions below a directory that are marked as tests.
fn tests_below(directory: &Path, tests: &mut BTreeSet<Test>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests_below(&path, tests);
        } else if path.extension().is_some_and(|suffix| suffix == "rs") {
            let module = path.with_extension("");
            let module = module.strip_prefix(root()).unwrap().to_str().unwrap();
            let text = std::fs::read_to_string(&path).unwrap();
            let mut marked = false;
            for line in text.lines().map(str::trim) {
                let function = line.strip_prefix("async ").unwrap_or(line);
                if let Some(function) = function.strip_prefix("fn ") {
                    let name = function.split(['(', '<']).next().unwrap_or_default();
                    if marked {
                        tests.insert((module.to_owned(), name.to_owned()));
                    }
                    marked = false;
                } else if line.starts_with("#[") {
                    marked |= line.contains("test]") || line.contains("test(");
                }
            }
        }
    }
}

fn all_tests() -> BTreeSet<Test> {
    let mut tests = BTreeSet::new();
    for directory in ["src", "tests"] {
        tests_below(&root().join(directory), &mut tests);
    }
    tests
}

/// The cells of every row of every table, without the heads.
fn rows(page: &str) -> Vec<Vec<&str>> {
    let mut rows = Vec::new();
    let mut lines = page.lines().peekable();
    let mut inside = false;
    while let Some(line) = lines.next() {
        if !line.starts_with('|') {
            inside = false;
        } else if inside {
            let cells = line.trim_matches('|').split(" | ").map(str::trim);
            rows.push(cells.collect());
        } else if lines.peek().is_some_and(|next| next.starts_with("|---")) {
            lines.next();
            inside = true;
        }
    }
    rows
}

/// What stands in backticks.
fn named(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_decision_has_a_ground_and_a_test_that_exists() {
    let page = std::fs::read_to_string(root().join(PAGE)).unwrap();
    let tests = all_tests();
    let rows = rows(&page);
    assert!(rows.len() > 80, "only {} rows were read", rows.len());
    let mut wrong = Vec::new();
    let mut behaviours = BTreeSet::new();
    for row in &rows {
        let [behaviour, _, source, names] = row[..] else {
            wrong.push(format!("not four cells: {row:?}"));
            continue;
        };
        if !behaviours.insert(behaviour) {
            wrong.push(format!("{behaviour}: there is another row of that name"));
        }
        if !GROUNDS.iter().any(|ground| source.starts_with(ground)) {
            wrong.push(format!("{behaviour}: the source is none of {GROUNDS:?}"));
        }
        let names = named(names);
        if names.is_empty() {
            wrong.push(format!("{behaviour}: no test"));
        }
        for name in names {
            let exists = match name.rsplit_once("::") {
                Some((file, name)) => {
                    tests.contains(&(format!("{OVER_HTTP}{file}"), name.to_owned()))
                }
                None => tests.iter().any(|(_, known)| known == name),
            };
            if !exists {
                wrong.push(format!("{behaviour}: there is no test `{name}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{PAGE}:\n{}", wrong.join("\n"));
}

#[test]
fn every_test_of_an_assumption_is_told() {
    let page = std::fs::read_to_string(root().join(PAGE)).unwrap();
    let told: BTreeSet<&str> = rows(&page)
        .iter()
        .filter_map(|row| row.last())
        .flat_map(|names| named(names))
        .map(|name| name.rsplit("::").next().unwrap_or(name))
        .collect();
    let untold: Vec<Test> = all_tests()
        .into_iter()
        .filter(|(module, name)| {
            OF_ASSUMPTIONS.contains(&module.as_str()) && !told.contains(name.as_str())
        })
        .collect();
    assert!(untold.is_empty(), "{PAGE} does not tell of {untold:?}");
}

#[test]
fn an_unmarked_function_is_no_test() {
    let tests = all_tests();
    let here = |name: &str| tests.contains(&("tests/fidelity".to_owned(), name.to_owned()));
    assert!(here("an_unmarked_function_is_no_test"));
    assert!(!here("named"));
}
