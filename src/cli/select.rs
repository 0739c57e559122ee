//! Selection: what every list and every bulk verb takes to say which ones.

use std::str::FromStr;

use clap::Args;

use super::{Age, When};
use crate::routing::expr::Expr;

/// An expression over a resource, with the text it was read from.
#[derive(Debug, Clone)]
pub struct Where {
    /// As it was written.
    pub source: String,
    /// As it was understood.
    pub expression: Expr,
}

impl FromStr for Where {
    type Err = String;

    fn from_str(source: &str) -> Result<Self, String> {
        match Expr::parse(source) {
            Ok(expression) => Ok(Self {
                source: source.to_owned(),
                expression,
            }),
            Err(error) => {
                // Of the drawing, the title and the advice are said already.
                let drawing = error.render(source, false);
                let picture: Vec<&str> = drawing
                    .lines()
                    .skip(1)
                    .filter(|line| !line.trim_start().starts_with("= "))
                    .collect();
                let picture = picture.join("\n");
                Err(format!(
                    "{error}\n{}",
                    picture.trim_end_matches([' ', '|', '\n'])
                ))
            }
        }
    }
}

/// `--where`
#[derive(Debug, Clone, Default, Args)]
pub struct WhereArgs {
    /// Only those for which the expression is true (can be repeated: all must be)
    ///
    /// TaskRouter's expression language over the resource's fields, attributes included:
    /// `priority > 5 AND attributes.channel == "voice"`.
    #[arg(long = "where", value_name = "EXPR")]
    pub conditions: Vec<Where>,
}

/// `--older-than`
#[derive(Debug, Clone, Default, Args)]
pub struct AgeArgs {
    /// Only those at least this old, such as `10m`
    #[arg(long, value_name = "AGE")]
    pub older_than: Option<Age>,
}

/// `--since` and `--until`
#[derive(Debug, Clone, Default, Args)]
pub struct PeriodArgs {
    /// Only from this moment on: a date, a time, or how long ago (`2h`)
    #[arg(long, value_name = "TIME")]
    pub since: Option<When>,

    /// Only before this moment
    #[arg(long, value_name = "TIME")]
    pub until: Option<When>,
}

/// Everything a list or a bulk verb can be narrowed by on this side.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Selection")]
pub struct SelectArgs {
    #[command(flatten)]
    #[doc(hidden)]
    pub conditions: WhereArgs,
    #[command(flatten)]
    #[doc(hidden)]
    pub age: AgeArgs,
    #[command(flatten)]
    #[doc(hidden)]
    pub period: PeriodArgs,
}

#[cfg(test)]
mod tests {
    use super::Where;

    #[test]
    fn a_mistake_is_pointed_at() {
        let error = "skills HSA \"x\"".parse::<Where>().unwrap_err();
        insta::assert_snapshot!(error, @r#"
        expected an operator after `skills`, found `HSA` at column 8 (did you mean `HAS`?)
          |
        1 | skills HSA "x"
          |        ^^^
        "#);
    }
}
