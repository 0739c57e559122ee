//! Attributes as they are typed: a whole document, or members one by one; and how they change what
//! is there.

use std::fs;
use std::io::Read as _;

use anyhow::Context as _;
use serde_json::Value as Json;
use serde_json::map::Map;

use crate::exit_code::Failure;
use crate::worker_table::merge;

/// How much of a line is shown around a mistake, in characters on either side.
const AROUND: usize = 36;

/// The attributes that are given.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct DocumentArgs {
    /// Attributes as a JSON object; `@FILE` reads a file, `-` stdin
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    attributes: Option<String>,

    /// File that holds the attributes, a JSON object; `-` reads stdin
    #[arg(long, value_name = "FILE", conflicts_with = "attributes")]
    attributes_file: Option<String>,

    /// Set one attribute (can be repeated); the value is JSON if it reads as such, else text
    ///
    /// Dots lead into objects, which are made where they are missing: `--set conference.sid=CF1`.
    #[arg(
        long,
        visible_alias = "attribute",
        value_name = "KEY=VALUE",
        value_parser = member,
    )]
    set: Vec<Member>,
}

impl DocumentArgs {
    /// The document of something new, as it was written unless members are to be set in it.
    pub(super) fn document(&self) -> anyhow::Result<Option<String>> {
        let text = self.text()?;
        let mut members = match &text {
            Some(text) => parse(text)?,
            None => Map::new(),
        };
        if self.set.is_empty() {
            return Ok(text);
        }
        set(&mut members, &self.set)?;
        Ok(Some(Json::Object(members).to_string()))
    }

    fn text(&self) -> anyhow::Result<Option<String>> {
        text_of(
            self.attributes.as_deref(),
            self.attributes_file.as_deref(),
            "attributes",
        )
    }
}

/// How the attributes of something are to change: what is given is merged into what is there.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Attributes")]
pub(super) struct EditArgs {
    #[command(flatten)]
    document: DocumentArgs,

    /// Remove one attribute (can be repeated)
    #[arg(long, value_name = "KEY", value_parser = path_of)]
    unset: Vec<String>,

    /// Keep nothing of the present attributes
    #[arg(long, conflicts_with = "unset")]
    replace: bool,
}

impl EditArgs {
    /// What is to change, if anything is.
    pub(super) fn edit(&self) -> anyhow::Result<Option<Edit>> {
        if self.replace {
            return match self.document.document()? {
                Some(text) => Ok(Some(Edit::Replace(text))),
                None => Err(Failure::usage("`--replace` does not say by what")
                    .with_hint("give `--attributes`, `--attributes-file` or `--set` with it")
                    .into()),
            };
        }
        let document = match self.document.text()? {
            Some(text) => parse(&text)?,
            None => Map::new(),
        };
        let merge = Merge {
            document,
            set: self.document.set.clone(),
            unset: self.unset.clone(),
        };
        Ok((!merge.is_nothing()).then_some(Edit::Merge(merge)))
    }
}

/// A change of attributes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Edit {
    /// This document takes their place.
    Replace(String),
    /// They change in part.
    Merge(Merge),
}

/// A change of a part of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Merge {
    /// Merged in, object by object.
    pub(super) document: Map<String, Json>,
    pub(super) set: Vec<Member>,
    pub(super) unset: Vec<String>,
}

impl Merge {
    fn is_nothing(&self) -> bool {
        self.document.is_empty() && self.set.is_empty() && self.unset.is_empty()
    }

    /// The present document as it is to be: first members go, then others come. `None` if it is no
    /// JSON object.
    pub(super) fn apply_to(&self, present: &str) -> Result<Option<String>, Failure> {
        let mut document = if present.trim().is_empty() {
            Map::new()
        } else {
            match serde_json::from_str(present) {
                Ok(Json::Object(members)) => members,
                _ => return Ok(None),
            }
        };
        unset(&mut document, &self.unset);
        merge(&mut document, &self.document);
        set(&mut document, &self.set)?;
        Ok(Some(Json::Object(document).to_string()))
    }
}

/// A member to set: a path such as `conference.sid`, and its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    path: String,
    value: Json,
}

/// Reads `KEY=VALUE`; the value is JSON if it can be read as such, else text.
fn member(text: &str) -> Result<Member, String> {
    let Some((path, value)) = text.split_once('=') else {
        return Err("write `KEY=VALUE`".to_owned());
    };
    Ok(Member {
        path: path_of(path)?,
        value: serde_json::from_str(value).unwrap_or_else(|_| Json::String(value.to_owned())),
    })
}

/// A path of keys with dots between them.
fn path_of(text: &str) -> Result<String, String> {
    if text.split('.').any(str::is_empty) {
        return Err(
            "a key must not be empty; dots lead into objects, as in `conference.sid`".to_owned(),
        );
    }
    Ok(text.to_owned())
}

/// The text of a document: given itself, as `@FILE`, or `-` for stdin; or by the name of its file.
pub(super) fn text_of(
    given: Option<&str>,
    file: Option<&str>,
    what: &str,
) -> anyhow::Result<Option<String>> {
    match (given, file) {
        (Some("-"), _) => read("-", what).map(Some),
        (Some(given), _) => match given.strip_prefix('@') {
            Some(path) => read(path, what).map(Some),
            None => Ok(Some(given.to_owned())),
        },
        (None, Some(path)) => read(path, what).map(Some),
        (None, None) => Ok(None),
    }
}

/// The text of a file, or of stdin for `-`.
fn read(path: &str, what: &str) -> anyhow::Result<String> {
    if path == "-" {
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .with_context(|| format!("cannot read the {what} from stdin"))?;
        return Ok(text);
    }
    fs::read_to_string(path)
        .map_err(|error| Failure::usage(format!("cannot read the {what} from `{path}`: {error}")))
        .map_err(Into::into)
}

/// The document that is given as [`text_of`] reads it.
pub(super) fn given(text: &str) -> anyhow::Result<Map<String, Json>> {
    let text = text_of(Some(text), None, "attributes")?.unwrap_or_default();
    Ok(parse(&text)?)
}

/// The document, if it is a JSON object; a mistake is pointed at.
pub(super) fn parse(text: &str) -> Result<Map<String, Json>, Failure> {
    if text.trim().is_empty() {
        return Err(Failure::usage(
            "the attributes are empty; `{}` is the least there can be",
        ));
    }
    match serde_json::from_str::<Json>(text) {
        Ok(Json::Object(members)) => Ok(members),
        Ok(_) => Err(Failure::usage(
            "attributes must be a JSON object, such as `{\"channel\": \"voice\"}`",
        )),
        Err(error) => Err(Failure::usage(format!(
            "the attributes are not JSON: {}",
            pointed_at(text, &error)
        ))
        .with_hint("`--set KEY=VALUE` needs no JSON quoting")),
    }
}

/// What is wrong, with the line it is on and a caret below the place.
pub(super) fn pointed_at(text: &str, error: &serde_json::Error) -> String {
    let said = error.to_string();
    let what = said
        .rsplit_once(" at line ")
        .map_or(said.as_str(), |(what, _)| what)
        .replace("EOF while parsing", "the text ends within");
    let number = error.line().max(1);
    let line = text.lines().nth(number - 1).unwrap_or_default();
    // serde_json counts the bytes of the line up to and with the one it stumbled over.
    let end = error.column().saturating_sub(1).min(line.len());
    let column = line
        .bytes()
        .take(end)
        .filter(|byte| is_first(*byte))
        .count()
        + usize::from(error.is_eof() && end < line.len());
    let start = column.saturating_sub(AROUND);
    let shown: String = line
        .chars()
        .skip(start)
        .take(2 * AROUND)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let margin = " ".repeat(number.to_string().len());
    let before = if start > 0 { "…" } else { "" };
    let behind = if line.chars().count() > start + 2 * AROUND {
        "…"
    } else {
        ""
    };
    let indent = " ".repeat(column - start + before.chars().count());
    format!(
        "{what} at line {number} column {}\n{margin} |\n{number} | {before}{shown}{behind}\n\
         {margin} | {indent}^",
        column + 1
    )
}

const fn is_first(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// Sets members; objects on the way are made.
fn set(document: &mut Map<String, Json>, members: &[Member]) -> Result<(), Failure> {
    for member in members {
        let mut here = &mut *document;
        let mut keys = member.path.split('.').peekable();
        while let Some(key) = keys.next() {
            if keys.peek().is_none() {
                here.insert(key.to_owned(), member.value.clone());
                break;
            }
            let next = here.entry(key).or_insert_with(|| Json::Object(Map::new()));
            here = next.as_object_mut().ok_or_else(|| {
                Failure::usage(format!(
                    "`{}` cannot be set: `{key}` is not an object",
                    member.path
                ))
            })?;
        }
    }
    Ok(())
}

/// Removes members; what is not there needs no removing.
fn unset(document: &mut Map<String, Json>, paths: &[String]) {
    for path in paths {
        let (parents, last) = path.rsplit_once('.').unwrap_or(("", path));
        let parent = parents
            .split('.')
            .filter(|key| !key.is_empty())
            .try_fold(&mut *document, |here, key| {
                here.get_mut(key).and_then(Json::as_object_mut)
            });
        if let Some(parent) = parent {
            parent.shift_remove(last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_json_where_it_can_be() {
        for (text, path, value) in [
            ("channel=voice", "channel", serde_json::json!("voice")),
            ("from=+15550100", "from", serde_json::json!("+15550100")),
            ("level=5", "level", serde_json::json!(5)),
            ("level=\"5\"", "level", serde_json::json!("5")),
            ("vip=true", "vip", serde_json::json!(true)),
            ("skills=[\"a\"]", "skills", serde_json::json!(["a"])),
            ("note=", "note", serde_json::json!("")),
            ("query=a=b", "query", serde_json::json!("a=b")),
        ] {
            let read = member(text).unwrap();
            assert_eq!((read.path.as_str(), read.value), (path, value), "{text}");
        }
        for text in ["", "channel", "=voice", "a..b=1", ".a=1"] {
            assert!(member(text).is_err(), "{text}");
        }
    }

    #[test]
    fn members_are_set_and_removed_along_paths() {
        let mut document = parse(r#"{"a":1,"b":{"c":2,"d":3},"e":4}"#).unwrap();
        let members: Vec<Member> = ["a=5", "b.c=6", "f.g=7"]
            .iter()
            .map(|text| member(text).unwrap())
            .collect();
        set(&mut document, &members).unwrap();
        let paths = ["e", "b.d", "x.y", "a.z"].map(str::to_owned);
        unset(&mut document, &paths);
        assert_eq!(
            Json::Object(document.clone()).to_string(),
            r#"{"a":5,"b":{"c":6},"f":{"g":7}}"#
        );
        let error = set(&mut document, &[member("a.b=1").unwrap()]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`a.b` cannot be set: `a` is not an object"
        );
    }

    #[test]
    fn a_document_is_merged_object_by_object() {
        let merge = Merge {
            document: parse(r#"{"a":{"b":2,"n":null},"list":[3],"new":{"x":1}}"#).unwrap(),
            set: vec![member("a.c=4").unwrap()],
            unset: vec!["old".to_owned()],
        };
        let merged = |present| merge.apply_to(present).unwrap();
        assert_eq!(
            merged(r#"{"a":{"a":1,"b":1},"list":[1,2],"old":0,"kept":true}"#).as_deref(),
            Some(r#"{"a":{"a":1,"b":2,"n":null,"c":4},"list":[3],"kept":true,"new":{"x":1}}"#)
        );
        assert_eq!(
            merged("").as_deref(),
            Some(r#"{"a":{"b":2,"n":null,"c":4},"list":[3],"new":{"x":1}}"#)
        );
        for present in ["[1]", "no JSON", "7"] {
            assert_eq!(merged(present), None, "{present}");
        }
        assert!(merge.apply_to(r#"{"a":{"c":{}},"kept":1}"#).is_ok());
    }

    #[test]
    fn a_mistake_is_pointed_at() {
        insta::assert_snapshot!(parse(r#"{"a": 1 "b": 2}"#).unwrap_err(), @r#"
        the attributes are not JSON: expected `,` or `}` at line 1 column 9
          |
        1 | {"a": 1 "b": 2}
          |         ^
        "#);
        insta::assert_snapshot!(parse("{\n  \"größe\": ü}").unwrap_err(), @r#"
        the attributes are not JSON: expected value at line 2 column 12
          |
        2 |   "größe": ü}
          |            ^
        "#);
        insta::assert_snapshot!(parse(r#"{"a": [1"#).unwrap_err(), @r#"
        the attributes are not JSON: the text ends within a list at line 1 column 9
          |
        1 | {"a": [1
          |         ^
        "#);
        insta::assert_snapshot!(parse("\n").unwrap_err(), @"the attributes are empty; `{}` is the least there can be");
        insta::assert_snapshot!(
            parse(&format!("{{\"long\":\"{0}\" x, \"more\":\"{0}\"}}", "y".repeat(60))).unwrap_err(),
            @r#"
        the attributes are not JSON: expected `,` or `}` at line 1 column 72
          |
        1 | …yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" x, "more":"yyyyyyyyyyyyyyyyyyyyyyyyy…
          |                                      ^
        "#
        );
        insta::assert_snapshot!(parse("[1]").unwrap_err(), @r#"
        attributes must be a JSON object, such as `{"channel": "voice"}`
        "#);
    }
}
