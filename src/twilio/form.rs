//! The parameters of a request: forms, queries and what a list is asked for.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// The largest page Twilio serves.
pub const MAXIMUM_PAGE_SIZE: u16 = 1000;

/// Parameters in the order they were given; a name may repeat.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(Cow<'static, str>, String)>);

impl Form {
    /// No parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl ToString) -> Self {
        self.push(name, value);
        self
    }

    /// Adds a parameter if there is a value for it.
    #[must_use]
    pub fn with_option(
        self,
        name: impl Into<Cow<'static, str>>,
        value: Option<impl ToString>,
    ) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a parameter in place.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers hand over SIDs, numbers and text alike"
    )]
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl ToString) {
        self.0.push((name.into(), value.to_string()));
    }

    /// Name and value of each parameter.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_ref(), value.as_str()))
    }

    /// Whether there are no parameters.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn encoded(&self) -> String {
        serde_html_form::to_string(self).expect("pairs of text can be written as a form")
    }
}

impl Serialize for Form {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// What a list is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// The server's own filters and ordering.
    pub filters: Form,
    /// Items per page, 1 to 1,000.
    pub page_size: u16,
    /// Items wanted in all; `None` for every one.
    pub limit: Option<u64>,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self {
            filters: Form::new(),
            page_size: MAXIMUM_PAGE_SIZE,
            limit: None,
        }
    }
}

impl ListQuery {
    /// Everything, in the largest pages.
    pub fn all() -> Self {
        Self::default()
    }

    /// Adds a filter of the server's.
    #[must_use]
    pub fn filter(mut self, name: impl Into<Cow<'static, str>>, value: impl ToString) -> Self {
        self.filters.push(name, value);
        self
    }

    /// Stops after this many items.
    #[must_use]
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// The parameters of the first page: no more per page than are wanted in all.
    pub(crate) fn first_page(&self) -> Form {
        let page_size = u64::from(self.page_size.clamp(1, MAXIMUM_PAGE_SIZE));
        let wanted = self
            .limit
            .map_or(page_size, |limit| limit.clamp(1, page_size));
        self.filters.clone().with("PageSize", wanted)
    }
}

/// An update of a resource, with what it depends on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The parameters.
    pub form: Form,
    /// Only if the resource still has this version (`ETag`).
    pub if_match: Option<String>,
    /// Whether making the change twice is the same as making it once, so that it may be repeated
    /// when no answer came.
    pub idempotent: bool,
}

impl Change {
    /// A change that depends on nothing and is not repeated without an answer.
    pub fn new(form: Form) -> Self {
        Self {
            form,
            ..Self::default()
        }
    }

    /// Only if the resource still has this version.
    #[must_use]
    pub fn if_match(mut self, etag: Option<String>) -> Self {
        self.if_match = etag;
        self
    }

    /// The change may be made twice.
    #[must_use]
    pub fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_repeat_and_values_are_escaped() {
        let form = Form::new()
            .with("StatusCallbackEvent", "initiated")
            .with("StatusCallbackEvent", "answered")
            .with("Attributes", r#"{"a": "ü&="}"#)
            .with("EventCallbackUrl", "")
            .with_option("Priority", None::<i64>);
        assert_eq!(
            form.encoded(),
            "StatusCallbackEvent=initiated&StatusCallbackEvent=answered\
             &Attributes=%7B%22a%22%3A+%22%C3%BC%26%3D%22%7D&EventCallbackUrl="
        );
    }

    #[test]
    fn a_page_is_no_larger_than_the_limit() {
        for (page_size, limit, wanted) in [
            (1000, None, "1000"),
            (1000, Some(5), "5"),
            (50, Some(500), "50"),
            (0, None, "1"),
            (5000, None, "1000"),
        ] {
            let query = ListQuery {
                page_size,
                limit,
                ..ListQuery::all()
            };
            let form = query.first_page();
            assert_eq!(form.iter().last(), Some(("PageSize", wanted)));
        }
    }
}
