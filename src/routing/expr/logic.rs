//! What can be proved about expressions without knowing any values: which are always or never
//! true, and which follow from others.
//!
//! Everything here errs on one side: a yes is certain, a no means that nothing could be proved.

use super::ast::{Comparison, Expr, Number, Operand, Operator};
use super::eval::Value;
use super::reference::Reference;
use super::scope::Scope;

/// Nothing has a value here; for comparisons that mention nothing.
struct Nothing;

impl Scope for Nothing {
    fn resolve<'a>(&'a self, _: &'a Reference) -> Value<'a> {
        Value::Null
    }
}

/// Every reference has this value; for comparisons that mention one reference only.
struct Everything<'v>(&'v Operand);

impl Scope for Everything<'_> {
    fn resolve<'a>(&'a self, _: &'a Reference) -> Value<'a> {
        match self.0 {
            Operand::String(text) => Value::Str(text),
            Operand::Number(number) => Value::Number(*number),
            Operand::Bool(value) => Value::Bool(*value),
            _ => Value::Null,
        }
    }
}

impl Expr {
    /// Whether it can be proved that the expression is true whatever the values: `1 == 1`.
    pub fn is_always_true(&self) -> bool {
        match self {
            Self::Or(operands) => operands.iter().any(Self::is_always_true),
            Self::And(operands) => operands.iter().all(Self::is_always_true),
            Self::Compare(comparison) => comparison.constant() == Some(true),
        }
    }

    /// Whether it can be proved that the expression is false whatever the values: `1 == 0`,
    /// `type == "a" AND type == "b"`.
    pub fn is_never_true(&self) -> bool {
        match self {
            Self::Or(operands) => operands.iter().all(Self::is_never_true),
            Self::And(operands) => {
                operands.iter().any(Self::is_never_true)
                    || operands.iter().enumerate().any(|(position, one)| {
                        operands[..position]
                            .iter()
                            .any(|other| one.excludes(other) || other.excludes(one))
                    })
            }
            Self::Compare(comparison) => {
                comparison.constant() == Some(false)
                    || comparison
                        .alternatives()
                        .is_some_and(|values| values.is_empty())
            }
        }
    }

    /// Whether it can be proved that `other` is true whenever this expression is.
    ///
    /// Knows equal parts, `AND` and `OR` in any order, a value among several (`IN`), and numbers
    /// beyond other numbers (`level > 5`, `level > 3`).
    pub fn implies(&self, other: &Self) -> bool {
        if self == other || self.is_never_true() || other.is_always_true() {
            return true;
        }
        if let Self::Or(operands) = self {
            return operands.iter().all(|operand| operand.implies(other));
        }
        if let Self::And(operands) = other {
            return operands.iter().all(|operand| self.implies(operand));
        }
        if let Self::Or(operands) = other
            && operands.iter().any(|operand| self.implies(operand))
        {
            return true;
        }
        match self {
            Self::And(operands) => operands.iter().any(|operand| operand.implies(other)),
            Self::Compare(one) => match one.alternatives() {
                Some(values) => values
                    .iter()
                    .all(|value| Self::Compare(value.clone()).implies(other)),
                None => match other {
                    Self::Compare(other) => one.implies(other),
                    _ => false,
                },
            },
            Self::Or(_) => false,
        }
    }

    /// Whether it can be proved that the two are never both true.
    fn excludes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Or(operands), _) => operands.iter().all(|operand| operand.excludes(other)),
            (_, Self::Or(operands)) => operands.iter().all(|operand| self.excludes(operand)),
            (Self::And(operands), _) => operands.iter().any(|operand| operand.excludes(other)),
            (_, Self::And(operands)) => operands.iter().any(|operand| self.excludes(operand)),
            (Self::Compare(one), Self::Compare(other)) => {
                let all_exclude = |values: Vec<Comparison>, other: &Comparison| {
                    values.iter().all(|value| value.excludes(other))
                };
                match (one.alternatives(), other.alternatives()) {
                    (Some(ones), Some(others)) => {
                        others.iter().all(|other| all_exclude(ones.clone(), other))
                    }
                    (Some(ones), None) => all_exclude(ones, other),
                    (None, Some(others)) => others.iter().all(|other| one.excludes(other)),
                    (None, None) => one.excludes(other),
                }
            }
        }
    }
}

impl Comparison {
    /// The answer when nothing in it has to be looked up.
    fn constant(&self) -> Option<bool> {
        let has_reference = |operand: &Operand| match operand {
            Operand::Reference(_) => true,
            Operand::Array(elements) => elements
                .iter()
                .any(|element| matches!(element, Operand::Reference(_) | Operand::Array(_))),
            _ => false,
        };
        let looks_up = has_reference(&self.left) || has_reference(&self.right);
        (!looks_up).then(|| Expr::Compare(self.clone()).eval(&Nothing))
    }

    /// The same with the reference on the left where the operator can be turned around.
    pub(super) fn turned(&self) -> Self {
        let same = || self.clone();
        if matches!(self.left, Operand::Reference(_))
            || !matches!(self.right, Operand::Reference(_))
        {
            return same();
        }
        let operator = match self.operator {
            Operator::Equal => Operator::Equal,
            Operator::NotEqual => Operator::NotEqual,
            Operator::Greater => Operator::Less,
            Operator::GreaterOrEqual => Operator::LessOrEqual,
            Operator::Less => Operator::Greater,
            Operator::LessOrEqual => Operator::GreaterOrEqual,
            Operator::Has => Operator::In,
            Operator::In => Operator::Has,
            Operator::Contains | Operator::NotIn => return same(),
        };
        Self {
            left: self.right.clone(),
            operator,
            right: self.left.clone(),
        }
    }

    /// `x IN ["a", "b"]` as `x == "a"`, `x == "b"`; none for anything else.
    fn alternatives(&self) -> Option<Vec<Self>> {
        let turned = self.turned();
        let (Operator::In, Operand::Array(elements)) = (turned.operator, turned.right) else {
            return None;
        };
        // Membership is equality, but null is never a member.
        let of_element = |element: Operand| match element {
            Operand::Null => None,
            element => Some(Self {
                left: turned.left.clone(),
                operator: Operator::Equal,
                right: element,
            }),
        };
        Some(elements.into_iter().filter_map(of_element).collect())
    }

    fn implies(&self, other: &Self) -> bool {
        let (one, other) = (self.turned(), other.turned());
        if one == other {
            return true;
        }
        let (Some((name, value)), Some((other_name, other_value))) = (one.about(), other.about())
        else {
            return false;
        };
        if name != other_name {
            return false;
        }
        if one.operator == Operator::Equal {
            if is_exact(value) {
                return Expr::Compare(other.clone()).eval(&Everything(value));
            }
            // The value itself, written in the same way, is among others if it is there at all.
            if let (Operator::In, Operand::Array(elements)) = (other.operator, other_value)
                && elements.contains(value)
            {
                return true;
            }
        }
        match (Range::of(&one), number(other_value)) {
            (Some(range), Some(limit)) => range.is_within(other.operator, limit),
            _ => false,
        }
    }

    fn excludes(&self, other: &Self) -> bool {
        let (one, other) = (self.turned(), other.turned());
        let (Some((name, value)), Some((other_name, _))) = (one.about(), other.about()) else {
            return false;
        };
        if name != other_name {
            return false;
        }
        if one.operator == Operator::Equal && is_exact(value) {
            return !Expr::Compare(other.clone()).eval(&Everything(value));
        }
        match (Range::of(&one), Range::of(&other)) {
            (Some(one), Some(other)) => one.is_apart_from(&other),
            _ => false,
        }
    }

    /// The one reference on the left and the literal on the right.
    fn about(&self) -> Option<(&Reference, &Operand)> {
        let is_literal = match &self.right {
            Operand::Reference(_) => false,
            Operand::Array(elements) => elements
                .iter()
                .all(|element| !matches!(element, Operand::Reference(_) | Operand::Array(_))),
            _ => true,
        };
        match &self.left {
            Operand::Reference(name) if is_literal => Some((name, &self.right)),
            _ => None,
        }
    }
}

/// Whether being equal to the literal leaves one value only. A number equals numeric texts too.
fn is_exact(literal: &Operand) -> bool {
    match literal {
        Operand::String(text) => Number::from_text(text).is_none(),
        Operand::Bool(_) | Operand::Null => true,
        _ => false,
    }
}

fn number(literal: &Operand) -> Option<Number> {
    match literal {
        Operand::Number(number) => Some(*number),
        _ => None,
    }
}

/// The numbers for which a comparison with a number is true; each end with whether it belongs to
/// the range.
struct Range {
    from: Option<(Number, bool)>,
    to: Option<(Number, bool)>,
}

impl Range {
    fn of(comparison: &Comparison) -> Option<Self> {
        let value = number(&comparison.right)?;
        let (from, to) = match comparison.operator {
            Operator::Equal => (Some((value, true)), Some((value, true))),
            Operator::Greater => (Some((value, false)), None),
            Operator::GreaterOrEqual => (Some((value, true)), None),
            Operator::Less => (None, Some((value, false))),
            Operator::LessOrEqual => (None, Some((value, true))),
            _ => return None,
        };
        Some(Self { from, to })
    }

    /// Whether every number of the range is this much of the limit.
    fn is_within(&self, operator: Operator, limit: Number) -> bool {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let from = self
            .from
            .and_then(|(end, within)| Some((end.compare(limit)?, within)));
        let to = self
            .to
            .and_then(|(end, within)| Some((end.compare(limit)?, within)));
        let above = matches!(from, Some((Greater, _) | (Equal, false)));
        let below = matches!(to, Some((Less, _) | (Equal, false)));
        match operator {
            Operator::Greater => above,
            Operator::GreaterOrEqual => above || matches!(from, Some((Equal, _))),
            Operator::Less => below,
            Operator::LessOrEqual => below || matches!(to, Some((Equal, _))),
            Operator::NotEqual => above || below,
            Operator::Equal => {
                matches!(from, Some((Equal, true))) && matches!(to, Some((Equal, true)))
            }
            _ => false,
        }
    }

    fn is_apart_from(&self, other: &Self) -> bool {
        let ends_before = |one: &Self, other: &Self| match (one.to, other.from) {
            (Some((to, to_within)), Some((from, from_within))) => match to.compare(from) {
                Some(std::cmp::Ordering::Less) => true,
                Some(std::cmp::Ordering::Equal) => !(to_within && from_within),
                _ => false,
            },
            _ => false,
        };
        ends_before(self, other) || ends_before(other, self)
    }
}
