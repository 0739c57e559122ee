//! The parameters of a request, from the query and from a form body.

use std::str::FromStr;

use super::Problem;
use crate::model::sid::Sid;
use crate::routing::Moment;
use crate::routing::engine::Update;

/// Names and values in the order they came; unknown ones are simply never asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// Those in one text.
    #[cfg(test)]
    pub(crate) fn of(encoded: &str) -> Self {
        let mut params = Self::default();
        params.read(encoded.as_bytes());
        params
    }

    /// Reads `a=1&b=2`; anything can be read this way.
    pub(crate) fn read(&mut self, encoded: &[u8]) {
        self.0
            .extend(url::form_urlencoded::parse(encoded).into_owned());
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value, which may be empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// The value unless it is empty.
    pub(crate) fn given(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    pub(crate) fn required(&self, name: &str) -> Result<String, Problem> {
        self.given(name)
            .map(str::to_owned)
            .ok_or_else(|| Problem::missing(name))
    }

    /// `true`, `1` and `yes` are true, anything else is false.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.given(name).map(truth)
    }

    pub(crate) fn number<N: FromStr>(&self, name: &str) -> Result<Option<N>, Problem> {
        self.read_as(name, "is not a whole number in range", |text| {
            text.trim().parse().ok()
        })
    }

    pub(crate) fn sid<S: Sid>(&self, name: &str) -> Result<Option<S>, Problem> {
        self.given(name)
            .map(|text| {
                text.parse()
                    .map_err(|error| Problem::invalid(format!("{name}: {error}")))
            })
            .transpose()
    }

    /// The same for something that an empty value clears.
    pub(crate) fn update<S: Sid>(&self, name: &str) -> Result<Update<S>, Problem> {
        Ok(match (self.get(name), self.sid(name)?) {
            (None, _) => Update::Keep,
            (Some(_), None) => Update::Clear,
            (Some(_), Some(sid)) => Update::Set(sid),
        })
    }

    pub(crate) fn moment(&self, name: &str) -> Result<Option<Moment>, Problem> {
        self.read_as(name, "is not a date such as 2016-08-01T22:10:40Z", |text| {
            text.parse::<jiff::Timestamp>().ok().map(Moment::from)
        })
    }

    /// One of Twilio's words, in any case.
    pub(crate) fn word<W: FromStr>(
        &self,
        name: &str,
        spelled: fn(&str) -> String,
    ) -> Result<Option<W>, Problem>
    where
        W::Err: std::fmt::Display,
    {
        self.given(name)
            .map(|text| {
                spelled(text)
                    .parse()
                    .map_err(|error| Problem::invalid(format!("{name}: {error}")))
            })
            .transpose()
    }

    fn read_as<T>(
        &self,
        name: &str,
        problem: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Problem> {
        self.given(name)
            .map(|text| {
                read(text).ok_or_else(|| Problem::invalid(format!("{name}: `{text}` {problem}")))
            })
            .transpose()
    }
}

/// The documented reading of boolean parameters.
pub(crate) fn truth(text: &str) -> bool {
    ["true", "1", "yes"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sid::ActivitySid;

    #[test]
    fn values_repeat_may_be_empty_and_are_decoded() {
        let params = Params::of("A=1&A=2&Empty=&Name=a+b%2Fc&DateCreated%3E=2024-01-01");
        assert_eq!(params.all("A").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(params.get("Empty"), Some(""));
        assert_eq!(params.given("Empty"), None);
        assert_eq!(params.get("Name"), Some("a b/c"));
        assert_eq!(params.get("DateCreated>"), Some("2024-01-01"));
        assert_eq!(params.get("a"), None);
    }

    #[test]
    fn an_empty_value_clears() {
        let text = "WA00000000000000000000000000000001";
        let params = Params::of(&format!("A=&B={text}"));
        assert_eq!(params.update::<ActivitySid>("A").unwrap(), Update::Clear);
        assert_eq!(
            params.update("B").unwrap(),
            Update::Set(text.parse::<ActivitySid>().unwrap())
        );
        assert_eq!(params.update::<ActivitySid>("C").unwrap(), Update::Keep);
    }

    #[test]
    fn only_three_words_are_true() {
        for (text, expected) in [("true", true), ("1", true), ("yes", true), ("on", false)] {
            assert_eq!(Params::of(&format!("X={text}")).flag("X"), Some(expected));
        }
        assert_eq!(Params::of("X=").flag("X"), None);
    }

    #[test]
    fn malformed_values_name_their_parameter() {
        let problem = Params::of("Priority=high")
            .number::<i64>("Priority")
            .unwrap_err();
        assert_eq!(
            problem.message(),
            "Priority: `high` is not a whole number in range"
        );
        assert!(Params::of("T=yesterday").moment("T").is_err());
    }
}
