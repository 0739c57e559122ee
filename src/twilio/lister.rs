//! Which command lists what an error is about, for hints.

/// The noun in messages, its collection in paths, and the command.
const LISTERS: &[(&str, &str, &str)] = &[
    ("workspace", "Workspaces", "workspace list"),
    ("activity", "Activities", "activities list"),
    ("task channel", "TaskChannels", "channels list"),
    ("worker", "Workers", "workers list"),
    ("worker channel", "Channels", "workers channels WORKER"),
    ("task queue", "TaskQueues", "queues list"),
    ("workflow", "Workflows", "workflows list"),
    ("task", "Tasks", "tasks list"),
    ("reservation", "Reservations", "reservations list"),
    ("event", "Events", "events list"),
    ("conference", "Conferences", "conferences list"),
    (
        "participant",
        "Participants",
        "conferences participants CONFERENCE",
    ),
    ("voice queue", "Queues", "voice-queues list"),
    ("member", "Members", "voice-queues members VOICE-QUEUE"),
    ("call", "Calls", "calls list"),
    ("number", "IncomingPhoneNumbers", "numbers list"),
    ("phone number", "IncomingPhoneNumbers", "numbers list"),
];

/// The command that lists nouns, such as `task` or `a task`.
pub(super) fn of_noun(noun: &str) -> String {
    let bare = noun.strip_prefix("a ").or_else(|| noun.strip_prefix("an "));
    let bare = bare.unwrap_or(noun);
    written(LISTERS.iter().find(|(known, ..)| *known == bare))
}

/// The command that lists what is at a path.
pub(super) fn of_path(path: &str) -> String {
    let collections = path.rsplit('/').map(|part| part.trim_end_matches(".json"));
    let mut found = collections.map(|part| LISTERS.iter().find(|(_, known, _)| *known == part));
    written(found.find_map(|known| known))
}

fn written(found: Option<&(&str, &str, &str)>) -> String {
    match found {
        Some((.., command)) => format!("`trctl {command}`"),
        None => "the `list` command".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twilio::kinds::KINDS;

    #[test]
    fn every_noun_is_listed_by_some_command() {
        for kind in KINDS {
            assert!(of_noun(kind.one).starts_with("`trctl "), "{}", kind.one);
        }
        assert_eq!(of_noun("an activity"), "`trctl activities list`");
        assert_eq!(of_noun("a trunk"), "the `list` command");
        for (path, command) in [
            (
                "/v1/Workspaces/WS1/Tasks/WT1/Reservations/WR1",
                "`trctl reservations list`",
            ),
            ("/v1/Workspaces/WS1", "`trctl workspace list`"),
            (
                "/2010-04-01/Accounts/AC1/Queues/QU1.json",
                "`trctl voice-queues list`",
            ),
            ("/elsewhere", "the `list` command"),
        ] {
            assert_eq!(of_path(path), command, "{path}");
        }
    }
}
