//! Runs that break off after any of their requests: another run, or the same plan applied again, gets
//! to the same end.

use trctl::bulk::{Planned as Piece, Step};
use trctl::model::Workspace;
use trctl::provision::apply::{Ground, Work, pieces};
use trctl::provision::load::load_text;
use trctl::provision::manifest::Manifest;
use trctl::provision::moved::left;
use trctl::provision::numbers::Numbers;
use trctl::provision::plan::{Options, Plan, Planned, plan};
use trctl::provision::read::{Live, Scope, read};
use trctl::twilio;

use super::common::lab::Lab;

/// Which of the requests that may be made next is made.
#[derive(Debug, Clone, Copy)]
enum Next {
    First,
    Last,
}

/// How a run that broke off is gone on with.
#[derive(Debug, Clone, Copy)]
enum GoOn {
    Provision,
    Apply,
}

/// A change that is broken off in every way there is.
struct Scenario {
    from: Option<&'static str>,
    to: &'static str,
    prune: bool,
    /// A command before the change.
    before: &'static str,
}

fn manifest(text: &str) -> Manifest {
    load_text("centre", text, &|_| None).unwrap().manifest
}

fn live(lab: &Lab) -> Option<Live> {
    let found = lab.wait(lab.client.resolve::<Workspace>((), "centre"));
    match found {
        Ok(sid) => Some(lab.wait(read(&lab.client, sid, &Scope::all())).unwrap()),
        Err(twilio::Error::NoSuchName { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

fn planned(lab: &Lab, text: &str, prune: bool) -> Planned {
    let options = Options {
        prune,
        ..Options::default()
    };
    let live = live(lab);
    plan(
        &manifest(text),
        "centre",
        live.as_ref(),
        &Numbers::default(),
        options,
    )
    .unwrap_or_else(|problems| panic!("{problems}"))
}

/// Makes the first `count` requests; how many there are.
fn carry_out(lab: &Lab, planned: &Planned, next: Next, count: usize) -> usize {
    let live = live(lab);
    let ground = Ground::new(
        lab.client.clone(),
        live.as_ref().map(|live| (live.sid, &live.sids)),
    );
    let mut waiting: Vec<Piece<Work>> = pieces(&planned.plan, &planned.future);
    let all = waiting.len();
    for _ in 0..count.min(all) {
        let keys: Vec<String> = waiting.iter().map(|one| one.item.sid.clone()).collect();
        let is_ready = |one: &Piece<Work>| !one.needs.iter().any(|needed| keys.contains(needed));
        let position = match next {
            Next::First => waiting.iter().position(is_ready),
            Next::Last => waiting.iter().rposition(is_ready),
        };
        let piece = waiting.remove(position.expect("no circle"));
        let step = Step::unrecorded(&piece.item.sid);
        let done = lab.wait(ground.carry_out(piece.item.subject, step));
        done.unwrap_or_else(|error| panic!("{} ({}): {error}", piece.item.name, piece.item.sid));
    }
    all
}

impl Scenario {
    fn play(&self) {
        for (next, go_on) in [(Next::First, GoOn::Provision), (Next::Last, GoOn::Apply)] {
            let mut count = 0;
            while self.broken_off(next, go_on, count) {
                count += 1;
            }
        }
    }

    /// Whether there was something to break off.
    fn broken_off(&self, next: Next, go_on: GoOn, count: usize) -> bool {
        let lab = Lab::new();
        if let Some(from) = self.from {
            carry_out(&lab, &planned(&lab, from, false), Next::First, usize::MAX);
        }
        if !self.before.is_empty() {
            let ran = lab.trctl(self.before);
            assert_eq!(ran.code, 0, "{ran}");
        }
        let begun = planned(&lab, self.to, self.prune);
        let kept = serde_json::to_string(&begun.plan).unwrap();
        let all = carry_out(&lab, &begun, next, count);
        let what = format!("{next:?} {count} of {all} {go_on:?}");
        let plan = || serde_json::from_str::<Plan>(&kept).unwrap();
        let left = || {
            left(plan(), live(&lab).as_ref(), &Numbers::default())
                .unwrap_or_else(|unfit| panic!("{what}: {unfit}"))
        };
        let rest = match go_on {
            GoOn::Provision => planned(&lab, self.to, self.prune),
            GoOn::Apply => left(),
        };
        carry_out(&lab, &rest, next, usize::MAX);
        assert_eq!(planned(&lab, self.to, self.prune).plan.steps, [], "{what}");
        assert_eq!(left().plan.steps, [], "{what}");
        count < all
    }
}

#[test]
fn a_new_workspace_is_gone_on_with() {
    Scenario {
        from: None,
        to: r#"
friendly_name: centre
event_callback_url: http://127.0.0.1:1/events
default_activity: Break
timeout_activity: Break
activities:
  - { friendly_name: Offline, available: true }
  - { friendly_name: Available, available: false }
  - { friendly_name: Break, available: false }
task_channels:
  - { unique_name: voice, channel_optimized_routing: true }
  - { unique_name: callback }
task_queues:
  - { friendly_name: Support, target_workers: 'skills HAS "support"' }
workflows:
  - friendly_name: Calls
    configuration: { task_routing: { filters: [], default_filter: { queue: Support } } }
workers:
  - friendly_name: dave
    activity: Offline
    attributes: { skills: [support] }
    channels: { voice: 2, chat: 0 }
  - { friendly_name: susan, activity: Available }
"#,
        prune: true,
        before: "",
    }
    .play();
}

#[test]
fn a_new_workspace_whose_first_activity_is_exchanged_is_gone_on_with() {
    Scenario {
        from: None,
        to: "friendly_name: centre\nactivities: [{ friendly_name: Offline, available: true }]\n",
        prune: false,
        before: "",
    }
    .play();
}

#[test]
fn a_change_of_everything_is_gone_on_with() {
    Scenario {
        from: Some(super::CENTRE),
        to: r#"
friendly_name: centre
events_filter: [task.created]
timeout_activity: Lunch
default_activity: Unavailable
activities:
  - { friendly_name: Offline }
  - { friendly_name: Unavailable, available: true }
  - { friendly_name: Lunch, renamed_from: Break, available: true }
task_channels: []
task_queues:
  - friendly_name: Help
    renamed_from: Support
    target_workers: 'skills HAS "support" AND activity_sid != "${activity.sid:Lunch}"'
workflows:
  - friendly_name: Calls
    task_reservation_timeout: 91
    configuration:
      task_routing:
        filters:
          - expression: product == "sales"
            targets: [{ queue: Help, skip_if: 'workers.${activity.sid:Unavailable} == 0' }]
        default_filter: { queue: Help }
workers:
  - friendly_name: David
    renamed_from: dave
    attributes: { skills: [support], languages: [fr] }
    channels: { voice: 3, chat: { capacity: 2, available: false } }
  - { friendly_name: eve, activity: Unavailable, channels: { voice: 4 } }
"#,
        prune: true,
        before: "workers set-activity dave Break --workspace centre",
    }
    .play();
}
