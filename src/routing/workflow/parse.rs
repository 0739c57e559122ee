//! Reads the JSON document of a workflow.

use serde_json::{Map, Value as Json};

use super::error::{Error, ErrorKind, Errors, Warning, WarningKind};
use super::{Configuration, Filter, KnownWorkerKey, Target};
use crate::routing::expr::{self, Expr, Number, OrderBy, Reference};

const TARGET_KEYS: [&str; 8] = [
    "queue",
    "priority",
    "timeout",
    "expression",
    "order_by",
    "skip_if",
    "known_worker_sid",
    "known_worker_friendly_name",
];

impl Configuration {
    /// Reads a workflow configuration as Twilio stores it.
    ///
    /// # Errors
    /// All problems, not only the first.
    pub fn parse(text: &str) -> Result<Self, Errors> {
        Self::parse_with_warnings(text).map(|(configuration, _)| configuration)
    }

    /// Like [`Configuration::parse`], and tells what is accepted but odd.
    ///
    /// # Errors
    /// All problems, not only the first.
    pub fn parse_with_warnings(text: &str) -> Result<(Self, Vec<Warning>), Errors> {
        let mut reader = Reader::default();
        let configuration = match serde_json::from_str(text) {
            Ok(document) => reader.document(&document),
            Err(error) => {
                reader.error("", ErrorKind::NotJson(error.to_string()));
                None
            }
        };
        Errors::check(reader.errors)?;
        let configuration = configuration.expect("whoever returns nothing reports an error");
        let warnings = reader.warnings;
        Ok((configuration, warnings))
    }
}

impl std::str::FromStr for Configuration {
    type Err = Errors;

    fn from_str(text: &str) -> Result<Self, Errors> {
        Self::parse(text)
    }
}

/// Collects problems; a method that returns `None` for something required has reported one.
#[derive(Default)]
struct Reader {
    errors: Vec<Error>,
    warnings: Vec<Warning>,
}

type Object = Map<String, Json>;

impl Reader {
    fn error(&mut self, path: &str, kind: ErrorKind) {
        let path = path.to_owned();
        self.errors.push(Error { path, kind });
    }

    fn warn(&mut self, path: &str, kind: WarningKind) {
        let path = path.to_owned();
        self.warnings.push(Warning { path, kind });
    }

    fn wrong_type(&mut self, path: &str, expected: &'static str, found: &Json) {
        let found = match found {
            Json::Null => "null".to_owned(),
            Json::Array(_) => "an array".to_owned(),
            Json::Object(_) => "an object".to_owned(),
            scalar => format!("`{scalar}`"),
        };
        self.error(path, ErrorKind::WrongType { expected, found });
    }

    fn unknown_keys(&mut self, path: &str, object: &Object, known: &[&str]) {
        for key in object.keys() {
            if !known.contains(&key.as_str()) {
                self.warn(&join(path, key), WarningKind::UnknownKey);
            }
        }
    }

    fn object<'a>(&mut self, path: &str, json: &'a Json) -> Option<&'a Object> {
        let object = json.as_object();
        if object.is_none() {
            self.wrong_type(path, "an object", json);
        }
        object
    }

    fn array<'a>(&mut self, path: &str, json: &'a Json) -> Option<&'a Vec<Json>> {
        let array = json.as_array();
        if array.is_none() {
            self.wrong_type(path, "an array", json);
        }
        array
    }

    /// An optional text: `None` when absent, `null` or (reported) of another type.
    fn text<'a>(&mut self, path: &str, object: &'a Object, key: &str) -> Option<&'a str> {
        match present(object, key)? {
            Json::String(text) => Some(text),
            other => {
                self.wrong_type(&join(path, key), "a text", other);
                None
            }
        }
    }

    fn document(&mut self, document: &Json) -> Option<Configuration> {
        let root = self.object("", document)?;
        self.unknown_keys("", root, &["task_routing"]);
        let path = "task_routing";
        let Some(routing) = present(root, path) else {
            self.error(path, ErrorKind::Missing);
            return None;
        };
        let routing = self.object(path, routing)?;
        self.unknown_keys(path, routing, &["filters", "default_filter"]);
        let filters = match present(routing, "filters") {
            Some(filters) => self.filters(&join(path, "filters"), filters),
            None => Some(Vec::new()),
        };
        let default_path = join(path, "default_filter");
        let default_filter = if let Some(json) = present(routing, "default_filter") {
            Some(self.default_filter(&default_path, json)?)
        } else {
            self.warn(&default_path, WarningKind::NoDefaultFilter);
            None
        };
        Some(Configuration {
            filters: filters?,
            default_filter,
        })
    }

    fn filters(&mut self, path: &str, json: &Json) -> Option<Vec<Filter>> {
        let filters = self.array(path, json)?.iter().enumerate();
        // Not short-circuiting: the filters after a wrong one are read as well.
        let filters: Vec<_> = filters
            .map(|(position, json)| self.filter(&format!("{path}[{position}]"), json))
            .collect();
        filters.into_iter().collect()
    }

    fn filter(&mut self, path: &str, json: &Json) -> Option<Filter> {
        let filter = self.object(path, json)?;
        // The second and third spelling occur in deployed configurations.
        let labels = ["filter_friendly_name", "filterFriendlyName", "friendlyName"];
        let known = [&labels[..], &["expression", "targets"]].concat();
        self.unknown_keys(path, filter, &known);
        let label = labels.iter().find(|key| filter.contains_key(**key));
        let friendly_name = label.and_then(|key| self.text(path, filter, key));
        let expression = self.filter_expression(&join(path, "expression"), filter);
        let targets_path = join(path, "targets");
        let targets = if let Some(json) = present(filter, "targets") {
            self.targets(&targets_path, json)
        } else {
            self.error(&targets_path, ErrorKind::Missing);
            None
        };
        Some(Filter {
            friendly_name: friendly_name.map(str::to_owned),
            expression: expression?,
            targets: targets?,
        })
    }

    fn filter_expression(&mut self, path: &str, filter: &Object) -> Option<Expr> {
        let Some(json) = present(filter, "expression") else {
            self.error(path, ErrorKind::Missing);
            return None;
        };
        let Json::String(text) = json else {
            self.wrong_type(path, "a text", json);
            return None;
        };
        let expression = self.read(path, text, Expr::parse)?;
        let known = "task attributes without a prefix and `taskrouter.…`";
        // `task` may well be an attribute, but `task.…` in a filter is a slip.
        self.names(path, &expression, known, |reference| {
            !reference.is_task() && !reference.is_worker() && !reference.is_worker_count()
        });
        Some(expression)
    }

    fn targets(&mut self, path: &str, json: &Json) -> Option<Vec<Target>> {
        let array = self.array(path, json)?;
        if array.is_empty() {
            self.error(path, ErrorKind::NoTargets);
        }
        let mut targets: Vec<Target> = Vec::new();
        let mut complete = true;
        let mut inherited = None;
        for (position, json) in array.iter().enumerate() {
            let path = format!("{path}[{position}]");
            let Some(object) = self.object(&path, json) else {
                complete = false;
                continue;
            };
            self.unknown_keys(&path, object, &TARGET_KEYS);
            let named = self.text(&path, object, "queue").map(str::to_owned);
            let queue = named.or_else(|| inherited.clone());
            if queue.is_none() && position == 0 && present(object, "queue").is_none() {
                self.error(&join(&path, "queue"), ErrorKind::NoQueue);
            }
            inherited.clone_from(&queue);
            if let Some(before) = targets.last()
                && before.timeout.is_none()
                && before.skip_if.is_none()
                && targets.len() == position
            {
                self.warn(&path, WarningKind::Unreachable);
            }
            // Read even without a queue, for the sake of further problems.
            let target = self.target(&path, object, queue.unwrap_or_default());
            targets.push(target);
        }
        complete.then_some(targets)
    }

    fn default_filter(&mut self, path: &str, json: &Json) -> Option<Target> {
        let object = self.object(path, json)?;
        let known = [&TARGET_KEYS[..], &["task_queue_sid"]].concat();
        self.unknown_keys(path, object, &known);
        // The second is a very old spelling.
        let keys = ["queue", "task_queue_sid"];
        let key = keys.iter().find(|key| present(object, key).is_some());
        let queue = key.and_then(|key| self.text(path, object, key));
        if key.is_none() {
            self.error(&join(path, "queue"), ErrorKind::NoQueue);
        }
        let mut target = self.target(path, object, queue.unwrap_or_default().to_owned());
        if target.timeout.take().is_some() {
            let path = join(path, "timeout");
            self.warn(&path, WarningKind::TimeoutInDefaultFilter);
        }
        Some(target)
    }

    fn target(&mut self, path: &str, object: &Object, queue: String) -> Target {
        let at = |key| join(path, key);
        let expression = self.optional(path, object, "expression", Expr::parse);
        if let Some(expression) = &expression {
            let known = "`task.…`, `worker.…` and `taskrouter.…`";
            self.names(&at("expression"), expression, known, |reference| {
                reference.is_task() || reference.is_worker() || reference.is_time()
            });
        }
        let order_by = self.optional(path, object, "order_by", OrderBy::parse);
        let skip_if = self.optional(path, object, "skip_if", Expr::parse);
        if let Some(skip_if) = &skip_if {
            let known = "`workers.available`, `workers.unavailable` and `workers.WA…`";
            self.names(&at("skip_if"), skip_if, known, Reference::is_worker_count);
        }
        Target {
            queue,
            priority: self.integer(path, object, "priority", 0),
            timeout: self
                .integer(path, object, "timeout", 1)
                .map(i64::unsigned_abs),
            expression,
            order_by,
            skip_if,
            known_worker: self.known_worker(path, object),
        }
    }

    /// An optional whole number from `least` on, also as a text.
    fn integer(&mut self, path: &str, object: &Object, key: &str, least: i64) -> Option<i64> {
        // Priorities are documented up to here; longer timeouts would outlive any task.
        const MOST: i64 = i32::MAX as i64;
        let json = present(object, key)?;
        let number = match json {
            Json::Number(number) => Some(Number::from(number)),
            Json::String(text) => Number::from_text(text.trim()),
            _ => None,
        };
        let value = number
            .and_then(Number::to_i64)
            .filter(|value| (least..=MOST).contains(value));
        if value.is_none() {
            let expected = match least {
                0 => "a whole number from 0 to 2147483647",
                _ => "a whole number from 1 to 2147483647",
            };
            self.wrong_type(&join(path, key), expected, json);
        }
        value
    }

    /// An optional text in one of the expression languages; a blank one counts as absent.
    fn optional<T>(
        &mut self,
        path: &str,
        object: &Object,
        key: &str,
        parse: impl FnOnce(&str) -> Result<T, expr::Error>,
    ) -> Option<T> {
        let text = self.text(path, object, key)?;
        if text.trim().is_empty() {
            return None;
        }
        self.read(&join(path, key), text, parse)
    }

    fn read<T>(
        &mut self,
        path: &str,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, expr::Error>,
    ) -> Option<T> {
        match parse(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let text = text.to_owned();
                self.error(path, ErrorKind::Expression { text, error });
                None
            }
        }
    }

    fn known_worker(&mut self, path: &str, object: &Object) -> Option<KnownWorkerKey> {
        let sid = self.task_reference(path, object, "known_worker_sid");
        let name = self.task_reference(path, object, "known_worker_friendly_name");
        let is_present = |key| present(object, key).is_some();
        if is_present("known_worker_sid") && is_present("known_worker_friendly_name") {
            let path = join(path, "known_worker_friendly_name");
            self.error(&path, ErrorKind::TwoKnownWorkers);
        }
        sid.map(KnownWorkerKey::Sid)
            .or(name.map(KnownWorkerKey::FriendlyName))
    }

    fn task_reference(&mut self, path: &str, object: &Object, key: &str) -> Option<Reference> {
        let text = self.text(path, object, key)?;
        let reference = Reference::parse(text).ok().filter(Reference::is_task);
        if reference.is_none() {
            let kind = ErrorKind::NotATaskReference(text.to_owned());
            self.error(&join(path, key), kind);
        }
        reference
    }

    fn names(
        &mut self,
        path: &str,
        expression: &Expr,
        known: &'static str,
        is_known: impl Fn(&Reference) -> bool,
    ) {
        for reference in expression.references().filter(|one| !is_known(one)) {
            let name = reference.to_string();
            self.warn(path, WarningKind::NameOutOfScope { name, known });
        }
    }
}

/// The member, unless it is missing or `null`.
fn present<'a>(object: &'a Object, key: &str) -> Option<&'a Json> {
    object.get(key).filter(|json| !json.is_null())
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}
