//! Properties: nothing panics, and what is printed can be read again.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::routing::expr::*;

/// Fragments of the language, valid and not, to be strung together.
fn soup() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        Just("("),
        Just(")"),
        Just("["),
        Just("]"),
        Just(","),
        Just("."),
        Just("=="),
        Just("="),
        Just("!="),
        Just(">-"),
        Just("<-"),
        Just("-"),
        Just("<"),
        Just(">="),
        Just("AND"),
        Just("or"),
        Just("NOT"),
        Just("IN"),
        Just("HAS"),
        Just("CONTAINS"),
        Just("true"),
        Just("null"),
        Just("'a'"),
        Just("\""),
        Just("\\"),
        Just("1"),
        Just("0.5"),
        Just("task"),
        Just("worker"),
        Just("channel"),
        Just("DESC"),
        Just("é"),
        Just("\n"),
        Just(" "),
    ];
    vec((fragment, any::<bool>()), 0..40).prop_map(|fragments| {
        let spaced =
            |(text, space): (&str, bool)| format!("{text}{}", if space { " " } else { "" });
        fragments.into_iter().map(spaced).collect()
    })
}

fn reference() -> impl Strategy<Value = Operand> {
    let name = prop_oneof![
        Just("task"),
        Just("worker"),
        Just("workers"),
        Just("taskrouter"),
        Just("a"),
        Just("_b"),
        Just("$c9"),
        Just("currentTime"),
        Just("sid"),
    ];
    let step = prop_oneof![
        "[A-Za-z_$][A-Za-z0-9_$]{0,8}".prop_map(|name| format!(".{name}")),
        (0_usize..1000).prop_map(|index| format!("[{index}]")),
    ];
    (name, vec(step, 0..4)).prop_map(|(name, steps)| {
        let text = format!("{name}{}", steps.concat());
        Operand::Reference(Reference::parse(&text).unwrap())
    })
}

fn operand() -> impl Strategy<Value = Operand> {
    let leaf = prop_oneof![
        any::<String>().prop_map(|text| Operand::String(text.into())),
        r#"["'\\ab]{0,6}"#.prop_map(|text| Operand::String(text.into())),
        (0..=i64::MAX).prop_map(|value| Operand::Number(Number::Integer(value))),
        (0.0..1e300_f64).prop_map(|value| Operand::Number(Number::Float(value))),
        (0_u32..1000).prop_map(|value| Operand::Number(Number::Float(value.into()))),
        any::<bool>().prop_map(Operand::Bool),
        Just(Operand::Null),
        reference(),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| vec(inner, 0..4).prop_map(Operand::Array))
}

fn expr() -> impl Strategy<Value = Expr> {
    let comparison =
        (operand(), 0..Operator::ALL.len(), operand()).prop_map(|(left, operator, right)| {
            Expr::Compare(Comparison {
                left,
                operator: Operator::ALL[operator],
                right,
            })
        });
    comparison.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(Expr::and),
            vec(inner, 1..4).prop_map(Expr::or),
        ]
    })
}

fn attributes() -> Json {
    json!({"a": [1, "x", null], "_b": {"a": 0.5}, "$c9": "5", "task": true, "sid": 3})
}

struct NoWorkers;

impl WorkerCounts for NoWorkers {
    fn available(&self) -> usize {
        0
    }
    fn unavailable(&self) -> usize {
        0
    }
    fn in_activity(&self, _: &str) -> usize {
        0
    }
}

/// Reads and, when that works, prints and evaluates everywhere. Only panics matter.
fn exercise(source: &str) {
    let attributes = attributes();
    let worker = WorkerRecord {
        attributes: &attributes,
        ..WorkerRecord::default()
    };
    match Expr::parse(source) {
        Ok(expr) => {
            assert_eq!(Expr::parse(&expr.to_string()).as_ref(), Ok(&expr));
            assert!(expr.references().count() <= source.len());
            expr.matches_document(&attributes);
            expr.matches_task(&attributes, i64::MAX);
            expr.matches_task(&attributes, i64::MIN);
            expr.matches_worker(&worker);
            expr.eval(&SkipIfScope(&NoWorkers));
        }
        Err(error) => {
            assert!(source.get(error.span.clone()).is_some());
            error.render(source, true);
            assert!(!error.to_string().is_empty());
        }
    }
    match OrderBy::parse(source) {
        Ok(order) => {
            assert_eq!(OrderBy::parse(&order.to_string()).as_ref(), Ok(&order));
            order.rank_all([&worker]);
        }
        Err(error) => assert!(source.get(error.span).is_some()),
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..200)) {
        exercise(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>()) {
        exercise(&text);
    }

    #[test]
    fn fragments_of_the_language_never_panic(text in soup()) {
        exercise(&text);
    }

    #[test]
    fn what_is_printed_can_be_read_again(expr in expr()) {
        let text = expr.to_string();
        prop_assert_eq!(Expr::parse(&text), Ok(expr), "{}", text);
    }

    #[test]
    fn the_canonical_text_means_the_same(expr in expr()) {
        let attributes = attributes();
        let again = Expr::parse(&expr.to_string()).unwrap();
        prop_assert_eq!(again.matches_task(&attributes, 0), expr.matches_task(&attributes, 0));
    }

    #[test]
    fn equal_and_not_equal_never_both_hold(left in operand(), right in operand()) {
        let attributes = attributes();
        let holds = |operator| {
            let comparison = Comparison { left: left.clone(), operator, right: right.clone() };
            Expr::Compare(comparison).matches_task(&attributes, 0)
        };
        prop_assert!(!(holds(Operator::Equal) && holds(Operator::NotEqual)));
        prop_assert!(!(holds(Operator::In) && holds(Operator::NotIn)));
        prop_assert!(!(holds(Operator::Less) && holds(Operator::GreaterOrEqual)));
    }
}
