//! Evaluation. Nothing here fails: whatever cannot be compared is not equal, not less, not in.
//!
//! Twilio documents part of the rules; the rest is inferred from examples and observation. All
//! decisions stand here:
//!
//! | Rule | Basis |
//! |---|---|
//! | an array beside `== != > >= < <= CONTAINS` → false, also for `!=` and against `null` | documented; `!=` inferred |
//! | `HAS`, `IN`, `NOT IN` with two scalars → false | documented |
//! | an array on the scalar side of `HAS`, `IN`, `NOT IN` → false | inferred |
//! | an object on either side → false | inferred |
//! | a number and a numeric text compare as numbers (`"6" > 5`, `"6" == 6`) | ordering documented by example; equality inferred |
//! | a numeric text is digits with an optional sign and fraction; no blanks, no exponent | inferred |
//! | a number and any other text: not equal, never ordered | inferred |
//! | two texts are ordered as numbers when both are numeric, else by code point; equality is exact and case-sensitive | inferred |
//! | `1 == 1.0` | inferred |
//! | booleans equal booleans only and are never ordered | inferred |
//! | a missing attribute is `null`; so is anything behind a non-object or beyond an array's end | documented for missing keys |
//! | `null == null` true, `null != x` true for any scalar `x` | documented or observed for the tests against `null`; ⚠ inferred for other `x` |
//! | `null` with `> >= < <= CONTAINS HAS IN` → false | inferred |
//! | `null NOT IN array` true, `x NOT IN null` false | ⚠ inferred |
//! | membership uses the equality of `==`, but `null` is never a member | inferred |
//! | `CONTAINS` is a case-sensitive search for text; a number stands for its decimal text; booleans → false | documented for text; rest inferred |
//! | built-in names (`worker.sid`, `taskrouter.…`) win over attributes of that name | inferred |

use std::borrow::Cow;
use std::cmp::Ordering;

use serde_json::Value as Json;

use super::ast::{Comparison, Expr, Number, Operand, Operator};
use super::scope::Scope;

/// A value during evaluation, borrowed from the attributes or from the expression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// `null`, or nothing there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Str(&'a str),
    /// An array of the attributes.
    Array(&'a [Json]),
    /// An array written in the expression; its elements may be references.
    List(&'a [Operand]),
    /// An object of the attributes; compares with nothing.
    Object,
}

impl<'a> From<&'a Json> for Value<'a> {
    fn from(json: &'a Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::Number(number) => Self::Number(number.into()),
            Json::String(text) => Self::Str(text),
            Json::Array(elements) => Self::Array(elements),
            Json::Object(_) => Self::Object,
        }
    }
}

impl<'a> From<Option<&'a Json>> for Value<'a> {
    fn from(json: Option<&'a Json>) -> Self {
        json.map_or(Self::Null, Self::from)
    }
}

impl Expr {
    /// Whether the expression is true with the names that `scope` knows.
    pub fn eval<S: Scope + ?Sized>(&self, scope: &S) -> bool {
        match self {
            Self::Or(operands) => operands.iter().any(|operand| operand.eval(scope)),
            Self::And(operands) => operands.iter().all(|operand| operand.eval(scope)),
            Self::Compare(comparison) => comparison.eval(scope),
        }
    }
}

impl Comparison {
    fn eval<S: Scope + ?Sized>(&self, scope: &S) -> bool {
        let left = self.left.value(scope);
        let right = self.right.value(scope);
        match self.operator {
            Operator::Equal => equal(left, right) == Some(true),
            Operator::NotEqual => equal(left, right) == Some(false),
            Operator::Greater => order(left, right).is_some_and(Ordering::is_gt),
            Operator::GreaterOrEqual => order(left, right).is_some_and(Ordering::is_ge),
            Operator::Less => order(left, right).is_some_and(Ordering::is_lt),
            Operator::LessOrEqual => order(left, right).is_some_and(Ordering::is_le),
            Operator::Contains => contains(left, right),
            Operator::Has => is_member(right, left, scope) == Some(true),
            Operator::In => is_member(left, right, scope) == Some(true),
            Operator::NotIn => is_member(left, right, scope) == Some(false),
        }
    }
}

impl Operand {
    fn value<'a, S: Scope + ?Sized>(&'a self, scope: &'a S) -> Value<'a> {
        match self {
            Self::String(text) => Value::Str(text),
            Self::Number(number) => Value::Number(*number),
            Self::Bool(value) => Value::Bool(*value),
            Self::Null => Value::Null,
            Self::Array(elements) => Value::List(elements),
            Self::Reference(reference) => scope.resolve(reference),
        }
    }
}

/// `None` where neither `==` nor `!=` holds: arrays and objects.
fn equal(left: Value<'_>, right: Value<'_>) -> Option<bool> {
    use Value::{Array, Bool, List, Null, Object, Str};
    match (left, right) {
        (Array(_) | List(_) | Object, _) | (_, Array(_) | List(_) | Object) => None,
        (Null, Null) => Some(true),
        (Bool(left), Bool(right)) => Some(left == right),
        (Str(left), Str(right)) => Some(left == right),
        (Value::Number(_), Str(_) | Value::Number(_)) | (Str(_), Value::Number(_)) => {
            Some(order(left, right) == Some(Ordering::Equal))
        }
        (Null | Bool(_) | Str(_) | Value::Number(_), _) => Some(false),
    }
}

fn order(left: Value<'_>, right: Value<'_>) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.compare(right),
        (Value::Number(left), Value::Str(right)) => left.compare(Number::from_text(right)?),
        (Value::Str(left), Value::Number(right)) => Number::from_text(left)?.compare(right),
        (Value::Str(left), Value::Str(right)) => {
            match (Number::from_text(left), Number::from_text(right)) {
                (Some(left), Some(right)) => left.compare(right),
                _ => Some(left.cmp(right)),
            }
        }
        _ => None,
    }
}

fn contains(left: Value<'_>, right: Value<'_>) -> bool {
    match (text(left), text(right)) {
        (Some(left), Some(right)) => left.contains(&*right),
        _ => false,
    }
}

fn text(value: Value<'_>) -> Option<Cow<'_, str>> {
    match value {
        Value::Str(text) => Some(Cow::Borrowed(text)),
        Value::Number(Number::Integer(value)) => Some(Cow::Owned(value.to_string())),
        Value::Number(Number::Float(value)) => Some(Cow::Owned(value.to_string())),
        _ => None,
    }
}

/// `None` where neither `IN` nor `NOT IN` holds: no array, or no scalar.
fn is_member<S: Scope + ?Sized>(scalar: Value<'_>, array: Value<'_>, scope: &S) -> Option<bool> {
    if matches!(scalar, Value::Array(_) | Value::List(_) | Value::Object) {
        return None;
    }
    let is_scalar =
        |element: Value<'_>| scalar != Value::Null && equal(scalar, element) == Some(true);
    match array {
        Value::Array(elements) => Some(elements.iter().any(|json| is_scalar(json.into()))),
        Value::List(elements) => Some(elements.iter().any(|one| is_scalar(one.value(scope)))),
        _ => None,
    }
}
