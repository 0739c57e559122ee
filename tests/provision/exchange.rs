//! Activities that are exchanged for others of their name.

use super::common::lab::Lab;
use super::{CENTRE, lab, plan, provision, provisioned, steady, write_changed};

const BREAK: &str = "  - { friendly_name: Break, available: false }\n";

fn activities(lab: &Lab) -> String {
    let ran = lab.trctl("activities list -o csv --columns name,available");
    assert_eq!(ran.code, 0, "{ran}");
    ran.stdout
}

#[test]
fn an_activity_that_is_called_replaced_is_left_alone() {
    let lab = provisioned();
    let ran = lab.trctl("activities create --friendly-name 'Break (replaced)'");
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(plan(&lab, ""), @"
    exit code 0
    --- stderr
    centre: nothing to do
    ");
    write_changed(
        &lab,
        &[("Break, available: false", "Break, available: true")],
    );
    insta::assert_snapshot!(plan(&lab, ""), @"
    exit code 0
    --- stdout
    ~ workspace centre
        timeout_activity: the present `Break` → the new `Break`
    -/+ activity Break
        available: false → true
    --- stderr
    centre: 1 to change, 1 to replace
    ");
    provision(&lab, "");
    insta::assert_snapshot!(activities(&lab), @"
    name,available
    Offline,false
    Available,true
    Unavailable,false
    Break (replaced),false
    Break,true
    ");
}

#[test]
fn a_manifest_may_name_an_activity_replaced() {
    let lab = lab();
    let both = format!("{BREAK}  - {{ friendly_name: Break (replaced), available: true }}\n");
    write_changed(&lab, &[(BREAK, &both)]);
    provision(&lab, "");
    let exchanged = both.replace("Break, available: false", "Break, available: true");
    write_changed(&lab, &[(BREAK, &exchanged)]);
    provision(&lab, "");
    insta::assert_snapshot!(activities(&lab), @"
    name,available
    Offline,false
    Available,true
    Unavailable,false
    Break (replaced),true
    Break,true
    ");
}

#[test]
fn what_an_earlier_run_left_behind_is_told_before_it_goes() {
    let lab = provisioned();
    let ran = lab.trctl("workers set-activity dave Break");
    assert_eq!(ran.code, 0, "{ran}");
    // As by a run that broke off before the new one was made.
    let sid = lab.trctl("activities get Break -o sid").stdout;
    let end = &sid.trim()[26..];
    let ran = lab.trctl(&format!(
        "activities update Break --friendly-name 'Break (replaced {end})'"
    ));
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(steady(&plan(&lab, "")), @"
    exit code 0
    --- stdout
    ~ activity Break (was Break (replaced xxxxxxxx))
    --- stderr
    centre: 1 to change
    ");
    write_changed(
        &lab,
        &[("Break, available: false", "Break, available: true")],
    );
    insta::assert_snapshot!(steady(&plan(&lab, "")), @"
    exit code 0
    --- stdout
    ~ workspace centre
        timeout_activity: Break (replaced xxxxxxxx) → Break
    -/+ activity Break
        available: false → true
        activity Break (replaced xxxxxxxx) removed: an earlier run left it behind
    --- stderr
    centre: 1 to change, 1 to replace
    ");
    insta::assert_snapshot!(steady(&provision(&lab, "")), @"
    exit code 0
    --- stdout
    SID                                 NAME                                OUTCOME    DETAIL
    WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  activity Break                      unchanged  is set aside already
    WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  activity Break                      done       created WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  worker dave                         done       moved to the new Break
    WSxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  workspace centre                    done       changed timeout_activity
    WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  activity Break (replaced xxxxxxxx)  done       deleted
    --- stderr
    ~ workspace centre
        timeout_activity: Break (replaced xxxxxxxx) → Break
    -/+ activity Break
        available: false → true
        activity Break (replaced xxxxxxxx) removed: an earlier run left it behind
    centre: 1 to change, 1 to replace
    4 done, 1 unchanged in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    let workers = lab.trctl("workers list -o csv --columns name,activity");
    assert!(workers.stdout.contains("dave,Break\n"), "{workers}");
    // As by one that broke off before the old one was deleted.
    let made = lab
        .trctl("activities create --friendly-name Old -o sid")
        .stdout;
    let end = &made.trim()[26..];
    let ran = lab.trctl(&format!(
        "activities update Old --friendly-name 'Break (replaced {end})'"
    ));
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(steady(&plan(&lab, "")), @"
    exit code 0
    --- stdout
    -/+ activity Break
        activity Break (replaced xxxxxxxx) removed: an earlier run left it behind
    --- stderr
    centre: 1 to replace
    ");
    provision(&lab, "");
}

#[test]
fn a_worker_may_have_the_name_of_a_part_of_the_work() {
    let lab = lab();
    for name in ["aside", "successor", "removal"] {
        let text = CENTRE.replace("dave", name);
        lab.home.write("work/centre.yaml", &text);
        provision(&lab, "");
        let ran = lab.trctl(&format!("workers set-activity {name} Break"));
        assert_eq!(ran.code, 0, "{ran}");
    }
    let text = CENTRE.replace("Break, available: false", "Break, available: true");
    lab.home.write("work/centre.yaml", &text);
    provision(&lab, "");
    let all = lab.trctl("workers list -o csv --columns name,activity");
    for name in ["aside", "successor", "removal"] {
        assert!(all.stdout.contains(&format!("{name},Break\n")), "{all}");
    }
}
