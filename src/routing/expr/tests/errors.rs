//! Mistakes: what is said, and where the mark is drawn.

use insta::assert_snapshot;

use crate::routing::expr::*;

fn error(source: &str) -> Error {
    match Expr::parse(source) {
        Ok(expr) => panic!("{source} was read as {expr}"),
        Err(error) => error,
    }
}

fn drawn(source: &str) -> String {
    error(source).render(source, false)
}

#[test]
fn mistakes_are_named() {
    let marked = |source: &str| {
        let error = error(source);
        (source[error.span.clone()].to_owned(), error.to_string())
    };
    for (source, mark, message) in [
        ("", "", "the expression is empty at column 1"),
        (
            "skills HSA \"x\"",
            "HSA",
            "expected an operator after `skills`, found `HSA` at column 8 (did you mean `HAS`?)",
        ),
        (
            "is_vip",
            "",
            "expected an operator after `is_vip`, found the end at column 7 \
             (to test for truth, write `is_vip == true`)",
        ),
        (
            "(a.b) AND c == 1",
            ")",
            "expected an operator after `a.b`, found `)` at column 5 \
             (to test for truth, write `a.b == true`)",
        ),
        (
            "'a' 'b'",
            "'b'",
            "expected an operator after `'a'`, found `'b'` at column 5",
        ),
        (
            "skill-level > 3",
            "-",
            "unexpected `-`: names cannot contain it and numbers cannot be negative at column 6",
        ),
        (
            "a > -3",
            "-",
            "unexpected `-`: names cannot contain it and numbers cannot be negative at column 5",
        ),
        (
            "a NOT HAS 1",
            "NOT",
            "`NOT` can only be used as `NOT IN` at column 3",
        ),
        (
            "NOT a == 1",
            "NOT",
            "`NOT` can only be used as `NOT IN` at column 1",
        ),
        ("a ==", "", "expected a value, found the end at column 5"),
        (
            "a == AND",
            "AND",
            "expected a value, found `AND` at column 6",
        ),
        (
            "a == 1 AND",
            "",
            "expected a value, found the end at column 11",
        ),
        ("a == (1)", "(", "expected a value, found `(` at column 6"),
        (
            "a == 1 ADN b == 2",
            "ADN",
            "expected `AND`, `OR` or the end, found `ADN` at column 8 (did you mean `AND`?)",
        ),
        (
            "a == 1)",
            ")",
            "expected `AND`, `OR` or the end, found `)` at column 7",
        ),
        ("(a == 1", "", "expected `)`, found the end at column 8"),
        ("a IN [1, 2", "", "expected `]`, found the end at column 11"),
        ("a IN [1 2]", "2", "expected `]`, found `2` at column 9"),
        ("a IN [1,]", "]", "expected a value, found `]` at column 9"),
        (
            "a[x] == 1",
            "x",
            "expected an array index, found `x` at column 3",
        ),
        (
            "a[1.5] == 1",
            "1.5",
            "expected an array index, found `1.5` at column 3",
        ),
        ("a[1 == 1", "==", "expected `]`, found `==` at column 5"),
        (
            "a. == 1",
            "==",
            "expected a name after `.`, found `==` at column 4",
        ),
        (
            "a == 'x",
            "'x",
            "the text is not closed, expected `'` at column 6",
        ),
        ("é == 1", "é", "unexpected character `é` at column 1"),
        ("a == 'é' # 1", "#", "unexpected character `#` at column 10"),
        (
            "a && b",
            "&&",
            "unknown operator `&&` at column 3 (did you mean `AND`?)",
        ),
        (
            "a === 1",
            "===",
            "unknown operator `===` at column 3 (did you mean `==`?)",
        ),
        (
            "a <> 1",
            "<>",
            "unknown operator `<>` at column 3 (did you mean `!=`?)",
        ),
        (
            "a == \u{201c}x\u{201d}",
            "\u{201c}",
            "unexpected character `\u{201c}` at column 6 (use straight quotes, `\"` or `'`)",
        ),
        (
            "!a",
            "!",
            "unexpected character `!` at column 1 \
             (there is no negation other than `!=` and `NOT IN`)",
        ),
    ] {
        assert_eq!(
            marked(source),
            (mark.to_owned(), message.to_owned()),
            "{source}"
        );
    }
}

#[test]
fn numbers_that_cannot_be_held_are_refused() {
    let digits = "9".repeat(400);
    assert_eq!(
        error(&format!("a == {digits}")).kind,
        ErrorKind::NumberTooLarge
    );
    assert!(matches!(
        error(&format!("a[{digits}] == 1")).kind,
        ErrorKind::ExpectedIndex(_)
    ));
}

#[test]
fn nesting_is_limited() {
    let nested = |depth: usize| format!("{}1==1{}", "(".repeat(depth), ")".repeat(depth));
    assert!(Expr::parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(
        error(&nested(MAX_DEPTH + 1)).kind,
        ErrorKind::TooDeep(MAX_DEPTH)
    );
    assert_eq!(error(&"(".repeat(1_000_000)).span, 100..101);
    let arrays = format!("a IN {}", "[".repeat(1_000_000));
    assert_eq!(error(&arrays).kind, ErrorKind::TooDeep(MAX_DEPTH));
}

#[test]
fn long_chains_are_not_nested() {
    let chain = vec!["a == 1"; 10_000].join(" AND ");
    let Expr::And(operands) = Expr::parse(&chain).unwrap() else {
        panic!("a chain is one conjunction");
    };
    assert_eq!(operands.len(), 10_000);
}

#[test]
fn the_mark_stands_under_the_mistake() {
    assert_snapshot!(drawn(r#"skills HSA "x""#), @r#"
    error: expected an operator after `skills`, found `HSA`
      |
    1 | skills HSA "x"
      |        ^^^
      |
      = help: did you mean `HAS`?
    "#);
    assert_snapshot!(drawn("is_vip"), @r#"
    error: expected an operator after `is_vip`, found the end
      |
    1 | is_vip
      |       ^
      |
      = help: to test for truth, write `is_vip == true`
    "#);
    assert_snapshot!(drawn("a == 'é' AND\n  level >> 3"), @r#"
    error: expected a value, found `>`
      |
    2 |   level >> 3
      |          ^
    "#);
    assert_snapshot!(drawn(""), @r#"
    error: the expression is empty
      |
    1 |
      | ^
    "#);
}

#[test]
fn colour_is_only_added_on_request() {
    let error = error("a HSA 1");
    assert!(!error.render("a HSA 1", false).contains('\u{1b}'));
    assert!(error.render("a HSA 1", true).contains('\u{1b}'));
}
