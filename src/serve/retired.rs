//! Paths of programs that trctl replaces, behind which there is nothing any more: who still asks for
//! one is told what took its place.

/// Paths, and what is there instead. One that ends in `/` stands for all below it.
const RETIRED: [(&str, &str); 13] = [
    (
        "/api/dashboard/sync-tasks",
        "there is nothing to synchronise: `/stats/tasks` tells of the tasks",
    ),
    (
        "/sync_taskrouter_tasks",
        "there is nothing to synchronise: `/stats/tasks` tells of the tasks",
    ),
    (
        "/api/dashboard/ems-token",
        "`/stats/stream` tells of events and asks for no token",
    ),
    ("/api/taskrouter/workspace", "see `trctl workspace get`"),
    ("/api/taskrouter/activities", "see `trctl activities list`"),
    (
        "/api/workers",
        "`/stats/workers` tells of the workers, `trctl workers` changes them",
    ),
    (
        "/api/workers/",
        "`/stats/workers` tells of the workers, `trctl workers` changes them",
    ),
    ("/create-task", "see `trctl tasks create`"),
    ("/accept", "see `trctl reservations accept`"),
    ("/create_test_calls", "see `trctl tasks create`"),
    ("/api/setup", "see `trctl workspace provision`"),
    ("/api/setup/", "see `trctl serve --register`"),
    ("/api/validate/setup", "see `trctl doctor`"),
];

/// What took a path's place.
pub(super) fn replacement(path: &str) -> Option<&'static str> {
    let is_it = |known: &str| path == known || known.ends_with('/') && path.starts_with(known);
    let found = RETIRED.iter().find(|(known, _)| is_it(known));
    found.map(|(_, instead)| *instead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_is_gone_has_a_replacement() {
        for (path, part) in [
            ("/api/dashboard/sync-tasks", Some("/stats/tasks")),
            ("/api/workers", Some("trctl workers")),
            ("/api/workers/WK1", Some("trctl workers")),
            ("/api/workersx", None),
            ("/accept", Some("trctl reservations accept")),
            ("/accept/1", None),
            ("/voice", None),
        ] {
            let found = replacement(path);
            assert_eq!(found.is_some(), part.is_some(), "{path}");
            assert!(found.unwrap_or_default().contains(part.unwrap_or_default()));
        }
    }

    #[test]
    fn every_path_is_in_the_documentation() {
        let page = include_str!("../../docs/serve.md");
        for (path, _) in RETIRED {
            let path = path.trim_end_matches('/');
            assert!(page.contains(&format!("`{path}")), "{path}");
        }
    }
}
