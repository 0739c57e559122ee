//! The syntax tree of an expression, its canonical text, and what it refers to.

use std::cmp::Ordering;
use std::fmt;

use super::reference::Reference;

/// A boolean expression.
///
/// The parser flattens: an `And` never directly holds an `And`, nor an `Or` an `Or`, and both hold
/// at least two operands. [`Expr::and`] and [`Expr::or`] keep that promise for trees built in code.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// True when any operand is.
    Or(Vec<Expr>),
    /// True when every operand is. Binds tighter than `Or`.
    And(Vec<Expr>),
    /// One comparison.
    Compare(Comparison),
}

/// `left OPERATOR right`.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What stands before the operator.
    pub left: Operand,
    /// How the two are compared.
    pub operator: Operator,
    /// What stands after the operator.
    pub right: Operand,
}

/// The comparison operators; synonyms (`=`, `>-`, `<-`) are not told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `==`, also `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `CONTAINS`: text within text
    Contains,
    /// `HAS`, also `>-`: the array on the left holds the scalar on the right
    Has,
    /// `IN`, also `<-`: the scalar on the left is in the array on the right
    In,
    /// `NOT IN`: the scalar on the left is not in the array on the right
    NotIn,
}

impl Operator {
    /// Every operator, in the order of the grammar.
    pub const ALL: [Self; 10] = [
        Self::Equal,
        Self::NotEqual,
        Self::Greater,
        Self::GreaterOrEqual,
        Self::Less,
        Self::LessOrEqual,
        Self::Contains,
        Self::Has,
        Self::In,
        Self::NotIn,
    ];

    /// The canonical spelling.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Contains => "CONTAINS",
            Self::Has => "HAS",
            Self::In => "IN",
            Self::NotIn => "NOT IN",
        }
    }
}

/// One side of a comparison, or an element of an array.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A quoted text, unescaped.
    String(Box<str>),
    /// A number.
    Number(Number),
    /// `true` or `false`.
    Bool(bool),
    /// `null`.
    Null,
    /// `[a, b]`; elements may be references.
    Array(Vec<Operand>),
    /// A name to look up, e.g. `task.language`.
    Reference(Reference),
}

/// A number of the language or of JSON: integers stay exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number within 64 bits.
    Integer(i64),
    /// Everything else; always finite.
    Float(f64),
}

impl Number {
    /// Compares by value (`1` equals `1.0`).
    pub fn compare(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(left), Self::Integer(right)) => Some(left.cmp(&right)),
            _ => self.to_f64().partial_cmp(&other.to_f64()),
        }
    }

    /// The nearest float.
    #[expect(
        clippy::cast_precision_loss,
        reason = "beyond 53 bits a comparison with a fraction is rounded, as in JSON itself"
    )]
    pub fn to_f64(self) -> f64 {
        match self {
            Self::Integer(value) => value as f64,
            Self::Float(value) => value,
        }
    }

    /// The value when it is whole and fits 64 bits.
    pub fn to_i64(self) -> Option<i64> {
        // 2^63 is the first float beyond the range; the casts below are exact within it.
        const LIMIT: f64 = 9_223_372_036_854_775_808.0;
        match self {
            Self::Integer(value) => Some(value),
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the guard keeps it in range"
            )]
            Self::Float(value) if value.fract() == 0.0 && (-LIMIT..LIMIT).contains(&value) => {
                Some(value as i64)
            }
            Self::Float(_) => None,
        }
    }

    /// Reads a decimal number: digits, optionally a sign before and a fraction behind.
    ///
    /// Exponents, `inf`, blanks and hexadecimal are not numbers here.
    pub fn from_text(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !fraction.is_none_or(digits) {
            return None;
        }
        if fraction.is_none()
            && let Ok(value) = text.parse()
        {
            return Some(Self::Integer(value));
        }
        let value: f64 = text.parse().ok()?;
        value.is_finite().then_some(Self::Float(value))
    }
}

impl From<&serde_json::Number> for Number {
    fn from(number: &serde_json::Number) -> Self {
        match number.as_i64() {
            Some(value) => Self::Integer(value),
            // Only arbitrary-precision numbers lack an f64 form; they cannot occur here.
            None => Self::Float(number.as_f64().unwrap_or_default()),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => write!(f, "{value}"),
            // Keeps the fraction so that reading it back yields a float again.
            Self::Float(value) if value.fract() == 0.0 => write!(f, "{value}.0"),
            Self::Float(value) => write!(f, "{value}"),
        }
    }
}

impl Expr {
    /// Joins with `AND`. A single operand is returned as it is.
    ///
    /// # Panics
    /// When `operands` is empty.
    pub fn and(operands: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for operand in operands {
            match operand {
                Self::And(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        assert!(!flat.is_empty(), "`AND` needs an operand");
        if flat.len() == 1 {
            return flat.remove(0);
        }
        Self::And(flat)
    }

    /// Joins with `OR`. A single operand is returned as it is.
    ///
    /// # Panics
    /// When `operands` is empty.
    pub fn or(operands: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for operand in operands {
            match operand {
                Self::Or(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        assert!(!flat.is_empty(), "`OR` needs an operand");
        if flat.len() == 1 {
            return flat.remove(0);
        }
        Self::Or(flat)
    }

    /// Every reference, from left to right, repetitions included.
    pub fn references(&self) -> References<'_> {
        References {
            pending: vec![Piece::Expr(self)],
        }
    }

    /// The `task.*` references: for one worker, tasks that agree on the values of these (and on
    /// the moment, see [`Expr::uses_time`]) get the same answer from a target expression.
    pub fn task_references(&self) -> impl Iterator<Item = &Reference> {
        self.references().filter(|reference| reference.is_task())
    }

    /// Whether the answer may change with a worker's activity (`activity_sid`, `activity_name`,
    /// with or without `worker.`).
    pub fn uses_worker_activity(&self) -> bool {
        self.references().any(Reference::is_worker_activity)
    }

    /// Whether the answer may change with a worker's load (`worker.channel.<name>.…`).
    pub fn uses_worker_channels(&self) -> bool {
        self.references()
            .any(|reference| reference.worker_channel().is_some())
    }

    /// Whether the answer may change with the time of day or the day of the week
    /// (`taskrouter.*`). Such an answer holds until
    /// [`next_minute`](super::next_minute).
    pub fn uses_time(&self) -> bool {
        self.references().any(Reference::is_time)
    }
}

/// Iterator over the references of an expression, see [`Expr::references`].
#[derive(Debug)]
pub struct References<'a> {
    pending: Vec<Piece<'a>>,
}

#[derive(Debug)]
enum Piece<'a> {
    Expr(&'a Expr),
    Operand(&'a Operand),
}

impl<'a> Iterator for References<'a> {
    type Item = &'a Reference;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(piece) = self.pending.pop() {
            match piece {
                Piece::Expr(Expr::Or(operands) | Expr::And(operands)) => {
                    self.pending.extend(operands.iter().rev().map(Piece::Expr));
                }
                Piece::Expr(Expr::Compare(comparison)) => {
                    self.pending.push(Piece::Operand(&comparison.right));
                    self.pending.push(Piece::Operand(&comparison.left));
                }
                Piece::Operand(Operand::Array(elements)) => {
                    self.pending
                        .extend(elements.iter().rev().map(Piece::Operand));
                }
                Piece::Operand(Operand::Reference(reference)) => return Some(reference),
                Piece::Operand(_) => {}
            }
        }
        None
    }
}

/// The canonical text: `==`, `HAS` and `IN` for their synonyms, upper-case keywords, double
/// quotes, parentheses only where they change the meaning.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Or(operands) => join(f, operands, " OR "),
            Self::And(operands) => {
                for (position, operand) in operands.iter().enumerate() {
                    if position > 0 {
                        f.write_str(" AND ")?;
                    }
                    match operand {
                        Self::Or(_) => write!(f, "({operand})")?,
                        _ => write!(f, "{operand}")?,
                    }
                }
                Ok(())
            }
            Self::Compare(comparison) => write!(f, "{comparison}"),
        }
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.left, self.operator, self.right)
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(text) => {
                f.write_str("\"")?;
                for character in text.chars() {
                    if matches!(character, '"' | '\\') {
                        f.write_str("\\")?;
                    }
                    write!(f, "{character}")?;
                }
                f.write_str("\"")
            }
            Self::Number(number) => write!(f, "{number}"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Null => f.write_str("null"),
            Self::Array(elements) => {
                f.write_str("[")?;
                join(f, elements, ", ")?;
                f.write_str("]")
            }
            Self::Reference(reference) => write!(f, "{reference}"),
        }
    }
}

fn join<T: fmt::Display>(f: &mut fmt::Formatter<'_>, items: &[T], separator: &str) -> fmt::Result {
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            f.write_str(separator)?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}
