//! The whole command tree: every command, what it says of itself, and what it takes.
#![cfg(feature = "server")]

use std::fmt::Write as _;

use clap::{Arg, Command};

#[test]
fn the_command_tree() {
    let mut tree = String::new();
    let mut trctl = trctl::commands::command();
    // Arguments know how they are written only once the tree is built.
    trctl.build();
    describe(&trctl, "trctl", &mut tree);
    insta::assert_snapshot!(tree);
}

#[test]
fn every_help_begins_with_an_order() {
    // A sentence that ends in a period, or begins with a noun or an article, is none.
    each(&trctl::commands::command(), &mut |command| {
        let about = command.get_about().unwrap().to_string();
        assert!(!about.ends_with('.'), "{about}");
        let first = about.split(' ').next().unwrap();
        let is_order = first.starts_with(char::is_uppercase) && !["A", "The"].contains(&first);
        assert!(is_order && !first.ends_with("ing"), "{about}");
    });
}

/// Verbs that end or undo something, with or without a bulk run behind them.
const DESTRUCTIVE: [&str; 8] = [
    "delete", "cancel", "complete", "destroy", "hang-up", "purge", "remove", "undo",
];

#[test]
fn bulk_and_destructive_verbs_show_an_example() {
    let mut seen = 0;
    each(&trctl::commands::command(), &mut |command| {
        let mut arguments = command.get_arguments();
        let is_bulk = arguments.any(|argument| argument.get_id() == "canary");
        if is_bulk || DESTRUCTIVE.contains(&command.get_name()) {
            let after = command.get_after_help().map(ToString::to_string);
            let shown = after.is_some_and(|after| after.starts_with("Example"));
            assert!(shown, "{} shows no example", command.get_name());
            seen += 1;
        }
    });
    assert!(seen > 20, "{seen}");
}

fn each(command: &Command, visit: &mut impl FnMut(&Command)) {
    visit(command);
    for verb in command.get_subcommands() {
        each(verb, visit);
    }
}

fn describe(command: &Command, path: &str, tree: &mut String) {
    let about = command.get_about().unwrap();
    writeln!(tree, "{path}: {about}").unwrap();
    for argument in command.get_arguments().filter(|each| is_its_own(each)) {
        let help = argument.get_help().unwrap();
        writeln!(tree, "    {argument}  {help}").unwrap();
    }
    for verb in command.get_subcommands() {
        let mut names = vec![verb.get_name()];
        names.extend(verb.get_all_aliases());
        describe(verb, &format!("{path} {}", names.join("|")), tree);
    }
}

fn is_its_own(argument: &Arg) -> bool {
    !argument.is_global_set() && !["help", "version"].contains(&argument.get_id().as_str())
}
