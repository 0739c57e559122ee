//! The document of a plan, and the page that describes it.

use super::*;

const PAGE: &str = include_str!("../../../docs/fault-lab.md");

#[test]
fn every_scenario_is_a_plan_and_is_documented_as_it_is() {
    for scenario in Scenario::ALL {
        let plan: FaultPlan = scenario.text().parse().unwrap();
        assert_ne!(plan, FaultPlan::default());
        assert_eq!(Scenario::named(scenario.as_str()), Some(scenario));
        assert!(PAGE.contains(scenario.text()), "{}", scenario.as_str());
        let named = format!("scenario: {}", scenario.as_str());
        assert_eq!(named.parse::<FaultPlan>().unwrap().scenario, Some(scenario));
    }
}

#[test]
fn every_example_of_the_page_is_a_plan() {
    let mut examples = 0;
    for (language, example) in PAGE
        .split("\n```")
        .skip(1)
        .step_by(2)
        .filter_map(|block| block.split_once('\n'))
    {
        let plan: FaultPlan = match language {
            "yaml" => example.parse().unwrap(),
            "json" => serde_json::from_str(example).unwrap(),
            _ => continue,
        };
        plan.check().unwrap();
        assert_ne!(plan, FaultPlan::default(), "{example}");
        examples += 1;
    }
    assert!(examples >= 8, "{examples}");
}

#[test]
fn every_field_of_a_rule_is_documented() {
    let requests = RequestRule {
        method: Some(OneOrMany::One(Method::Get)),
        path: Some("**".parse().unwrap()),
        api: Some(Api::Voice),
        every: Some(1),
        chance: Some(1.0),
        after: Some(1),
        first: Some(1),
        latency_ms: Some(1),
        jitter_ms: Some(1),
        status: Some(503),
        retry_after: Some(1),
        after_effect: true,
        reset: Some(Reset::BeforeEffect),
        truncated_body: true,
        slow_body_ms: Some(1),
    };
    let callbacks = CallbackRule {
        callback: Some(CallbackKind::Event),
        event: Some(OneOrMany::One("task.*".parse().unwrap())),
        lost: true,
        duplicated: true,
        late_ms: Some(1),
        out_of_order: true,
        wrong_signature: true,
        skew_ms: Some(1),
        ..CallbackRule::default()
    };
    let fields = |rule: serde_json::Value| rule.as_object().unwrap().clone();
    let mut names = fields(serde_json::to_value(requests).unwrap());
    names.extend(fields(serde_json::to_value(callbacks).unwrap()));
    for name in names.keys() {
        assert!(PAGE.contains(&format!("| `{name}` |")), "{name}");
    }
}

#[test]
fn an_empty_document_is_an_empty_plan() {
    for text in ["", "{}", "# nothing yet\n"] {
        assert_eq!(
            text.parse::<FaultPlan>().unwrap(),
            FaultPlan::default(),
            "{text}"
        );
    }
}

#[test]
fn a_mistake_in_a_file_is_pointed_at() {
    let error = "requests:\n  - { every: 3, sttus: 429 }\n"
        .parse::<FaultPlan>()
        .unwrap_err();
    let text = error.to_string();
    assert!(text.contains("sttus") && text.contains("line 2"), "{text}");
}
