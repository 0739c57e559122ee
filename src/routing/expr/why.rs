//! Why an expression is false: the fewest comparisons that would have to come out differently, and
//! what they found.

use serde::Serialize;
use serde_json::Value as Json;

use super::ast::{Comparison, Expr, Operand};
use super::eval::Value;
use super::reference::Reference;
use super::scope::Scope;

/// A comparison that is false and would have to be true.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Miss {
    /// The comparison as it is written.
    pub comparison: String,
    /// The same with the names of the other side replaced by their values, so that it tells what
    /// the one who is looked at would need: `worker.languages HAS "fr"`.
    pub wanted: String,
    /// What the names in `wanted` stand for now.
    pub found: Vec<Found>,
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    /// The name, as it is written.
    pub name: String,
    /// Its value; `null` also when there is none.
    pub value: Json,
}

impl std::fmt::Display for Miss {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`", self.wanted)?;
        for (position, found) in self.found.iter().enumerate() {
            let opening = if position == 0 { " (" } else { ", " };
            match &found.value {
                Json::Null => write!(f, "{opening}`{}` is missing", found.name)?,
                value => write!(f, "{opening}`{}` is {value}", found.name)?,
            }
        }
        if !self.found.is_empty() {
            f.write_str(")")?;
        }
        Ok(())
    }
}

impl Expr {
    /// The smallest set of comparisons whose change would make the expression true; empty when it
    /// is true. `is_given` names the references that are not to change, such as those of the task
    /// when a worker is looked at.
    pub fn misses<S: Scope + ?Sized>(
        &self,
        scope: &S,
        is_given: &dyn Fn(&Reference) -> bool,
    ) -> Vec<Miss> {
        if self.eval(scope) {
            return Vec::new();
        }
        match self {
            Self::And(operands) => operands
                .iter()
                .flat_map(|operand| operand.misses(scope, is_given))
                .collect(),
            Self::Or(operands) => operands
                .iter()
                .map(|operand| operand.misses(scope, is_given))
                .min_by_key(|misses| {
                    (
                        misses.iter().filter(|miss| miss.is_hopeless()).count(),
                        misses.len(),
                    )
                })
                .unwrap_or_default(),
            Self::Compare(comparison) => vec![comparison.miss(scope, is_given)],
        }
    }
}

impl Miss {
    /// Whether nothing the one who is looked at has could make it true: it mentions nothing of
    /// theirs.
    pub fn is_hopeless(&self) -> bool {
        self.found.is_empty()
    }
}

impl Comparison {
    fn miss<S: Scope + ?Sized>(&self, scope: &S, is_given: &dyn Fn(&Reference) -> bool) -> Miss {
        let filled = Self {
            left: self.left.filled(scope, is_given),
            operator: self.operator,
            right: self.right.filled(scope, is_given),
        }
        .turned();
        let mut found: Vec<Found> = Vec::new();
        for reference in Expr::Compare(filled.clone()).references() {
            let name = reference.to_string();
            if found.iter().all(|known| known.name != name) {
                let value = scope.resolve(reference).to_json();
                found.push(Found { name, value });
            }
        }
        Miss {
            comparison: self.to_string(),
            wanted: filled.to_string(),
            found,
        }
    }
}

impl Operand {
    /// The operand with given references replaced by their values, where the language can write
    /// them.
    fn filled<S: Scope + ?Sized>(&self, scope: &S, is_given: &dyn Fn(&Reference) -> bool) -> Self {
        match self {
            Self::Reference(reference) if is_given(reference) => {
                Self::literal(&scope.resolve(reference).to_json()).unwrap_or_else(|| self.clone())
            }
            Self::Array(elements) => Self::Array(
                elements
                    .iter()
                    .map(|element| element.filled(scope, is_given))
                    .collect(),
            ),
            other => other.clone(),
        }
    }

    /// A JSON value as a literal; objects and negative numbers cannot be written.
    fn literal(json: &Json) -> Option<Self> {
        Some(match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::String(text) => Self::String(text.as_str().into()),
            Json::Number(number) if number.as_f64().is_some_and(|value| value >= 0.0) => {
                Self::Number(number.into())
            }
            Json::Array(elements) => {
                Self::Array(elements.iter().map(Self::literal).collect::<Option<_>>()?)
            }
            Json::Number(_) | Json::Object(_) => return None,
        })
    }
}

impl Value<'_> {
    /// The value as JSON. An object is told as `{}` and an array of the expression as it is
    /// written: neither is ever looked up.
    fn to_json(self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Bool(value) => value.into(),
            Self::Number(super::ast::Number::Integer(value)) => value.into(),
            Self::Number(super::ast::Number::Float(value)) => value.into(),
            Self::Str(text) => text.into(),
            Self::Array(elements) => elements.into(),
            Self::List(_) => Json::Array(Vec::new()),
            Self::Object => Json::Object(serde_json::Map::new()),
        }
    }
}
