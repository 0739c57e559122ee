//! A TwiML document, read and checked against what Twilio documents
//! (<https://www.twilio.com/docs/voice/twiml>).
//!
//! What is read is a tree of verbs with their attributes as text; the table in `rules` says which verbs,
//! nouns and attributes there are, what may stand in what, and of which kind a value is. An element
//! that does not belong where it stands spoils the document. An attribute that is unknown or has an
//! impossible value is left out and reported: Twilio warns and goes on with the default.

use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use serde::{Deserialize, Serialize};
use url::Url;

use super::rules::{Inside, Rule, rule_of};

/// The document is no XML.
const NO_XML: u32 = 12100;
/// The document is XML but no TwiML.
const NO_TWIML: u32 = 12200;

/// A verb or a noun.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    /// Elements inside.
    pub(super) children: Vec<Self>,
    /// The text inside, without blanks around it.
    pub(super) text: String,
}

impl Element {
    /// An element with nothing but text in it.
    pub(super) fn of(name: &str, text: String) -> Self {
        Self {
            name: name.to_owned(),
            text,
            ..Self::default()
        }
    }

    /// An attribute as it was written; what is impossible has been left out.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// An attribute that says something.
    pub(super) fn given(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.trim().parse().ok()
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.get(name).map(|value| value == "true")
    }

    /// The method under this name, `POST` unless given.
    pub(super) fn method(&self, name: &str) -> Method {
        match self.get(name) {
            Some("GET") => Method::Get,
            _ => Method::Post,
        }
    }

    /// A list of words.
    pub(super) fn words(&self, name: &str) -> Vec<String> {
        let value = self.get(name).unwrap_or_default();
        value.split_whitespace().map(str::to_owned).collect()
    }
}

/// How something is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Method {
    Get,
    #[default]
    Post,
}

impl Method {
    /// The method a setting names, `POST` unless it says otherwise.
    pub(crate) fn of(text: Option<&str>) -> Self {
        match text {
            Some(text) if text.eq_ignore_ascii_case("GET") => Self::Get,
            _ => Self::Post,
        }
    }
}

/// A document and where it is from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Document {
    /// What relative URLs in it go by; there is none for a document that was not fetched.
    pub(super) url: Option<Url>,
    pub(super) verbs: Arc<Vec<Element>>,
}

impl Document {
    /// A URL in this document, made absolute.
    pub(super) fn resolve(&self, url: &str) -> Option<String> {
        match &self.url {
            Some(base) => base.join(url).ok().map(String::from),
            None => Url::parse(url).ok().map(String::from),
        }
    }
}

/// What is wrong with a document or an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    /// Twilio's error code.
    pub(super) code: u32,
    pub(super) message: String,
}

fn flaw(code: u32, message: impl Into<String>) -> Flaw {
    Flaw {
        code,
        message: message.into(),
    }
}

/// Reads a document. Its verbs come with what had to be left out.
///
/// # Errors
/// It is no XML, or holds an element where it does not belong.
pub(super) fn read(text: &str) -> Result<(Vec<Element>, Vec<Flaw>), Flaw> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut flaws = Vec::new();
    // What is open, the root first; the elements of speech markup are not kept.
    let mut open: Vec<Element> = Vec::new();
    let mut markup = 0_u32;
    let mut root: Option<Element> = None;
    loop {
        let event = reader
            .read_event()
            .map_err(|error| flaw(NO_XML, format!("the document is no XML: {error}")))?;
        match event {
            Event::Start(start) => {
                if markup > 0 || is_speech(&open) {
                    markup += 1;
                } else {
                    open.push(begin(&start, &open, root.is_some(), &mut flaws)?);
                }
            }
            Event::Empty(start) => {
                if markup == 0 && !is_speech(&open) {
                    let element = begin(&start, &open, root.is_some(), &mut flaws)?;
                    end(element, &mut open, &mut root);
                }
            }
            Event::End(_) if markup > 0 => markup -= 1,
            Event::End(_) => {
                let Some(element) = open.pop() else {
                    return Err(flaw(NO_XML, "an element ends that never began"));
                };
                end(element, &mut open, &mut root);
            }
            Event::Text(text) => add_text(&mut open, &text.xml10_content())?,
            Event::CData(text) => add_text(&mut open, &text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let name: &str = &reference;
                let text = format!("&{name};");
                let text = unescape(&text)
                    .map_err(|error| flaw(NO_XML, format!("the document is no XML: {error}")))?;
                add_text(&mut open, &text)?;
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if let Some(element) = open.last() {
        return Err(flaw(NO_XML, format!("<{}> does not end", element.name)));
    }
    let root = root.ok_or_else(|| flaw(NO_XML, "the document is empty"))?;
    Ok((root.children, flaws))
}

fn is_speech(open: &[Element]) -> bool {
    open.last()
        .and_then(|element| rule_of(&element.name))
        .is_some_and(|rule| matches!(rule.inside, Inside::Speech))
}

fn begin(
    start: &BytesStart<'_>,
    open: &[Element],
    ended: bool,
    flaws: &mut Vec<Flaw>,
) -> Result<Element, Flaw> {
    let name = start.name().0.to_owned();
    let Some(parent) = open.last() else {
        if ended || name != "Response" {
            return Err(flaw(
                NO_TWIML,
                format!("a document is one <Response>, not <{name}>"),
            ));
        }
        let rule = rule_of("Response").expect("the table begins with it");
        return element(start, rule, flaws);
    };
    let rule = rule_of(&name)
        .filter(|rule| belongs(parent, rule.name))
        .ok_or_else(|| {
            flaw(
                NO_TWIML,
                format!("<{name}> does not belong into <{}>", parent.name),
            )
        })?;
    element(start, rule, flaws)
}

fn belongs(parent: &Element, name: &str) -> bool {
    match rule_of(&parent.name).map(|rule| rule.inside) {
        Some(Inside::Elements(names) | Inside::Either(names)) => names.contains(&name),
        _ => false,
    }
}

fn element(start: &BytesStart<'_>, rule: &Rule, flaws: &mut Vec<Flaw>) -> Result<Element, Flaw> {
    let mut element = Element {
        name: rule.name.to_owned(),
        ..Element::default()
    };
    for attribute in start.attributes() {
        let attribute =
            attribute.map_err(|error| flaw(NO_XML, format!("the document is no XML: {error}")))?;
        let name = attribute.key.0.to_owned();
        let value = unescape(&attribute.value)
            .map_err(|error| flaw(NO_XML, format!("the document is no XML: {error}")))?;
        // Names of schemas and the like are no attributes of the verb.
        if name.starts_with("xml") {
            continue;
        }
        let known = rule.attributes.iter().find(|(known, _)| *known == name);
        let problem = match known {
            None => Some(format!("<{}> has no attribute `{name}`", rule.name)),
            Some((_, kind)) => kind
                .problem(&value)
                .map(|problem| format!("<{} {name}>: {problem}", rule.name)),
        };
        match problem {
            Some(problem) => flaws.push(flaw(NO_TWIML, problem)),
            None => element.attributes.push((name, value.into_owned())),
        }
    }
    Ok(element)
}

fn add_text(open: &mut [Element], text: &str) -> Result<(), Flaw> {
    let Some(element) = open.last_mut() else {
        return if text.trim().is_empty() {
            Ok(())
        } else {
            Err(flaw(NO_XML, "there is text outside of <Response>"))
        };
    };
    let takes_text = rule_of(&element.name)
        .is_some_and(|rule| !matches!(rule.inside, Inside::Nothing | Inside::Elements(_)));
    if takes_text {
        element.text.push_str(text);
    }
    Ok(())
}

fn end(mut element: Element, open: &mut [Element], root: &mut Option<Element>) {
    if element.text.trim().len() < element.text.len() {
        element.text = element.text.trim().into();
    }
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None => *root = Some(element),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verbs(text: &str) -> Vec<Element> {
        let (verbs, flaws) = read(text).unwrap();
        assert_eq!(flaws, []);
        verbs
    }

    #[test]
    fn a_document_is_read_as_the_libraries_write_it() {
        let read = verbs(
            r#"<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf speech" numDigits="1" timeout="5" action="/menu?lang=fr&amp;x=1" method="POST" actionOnEmptyResult="true" hints="a, b"><Say voice="Polly.Lea" language="fr-FR">Tapez 1 &amp; attendez &lt;l'agent&gt;</Say></Gather><Redirect method="POST">/voice</Redirect></Response>"#,
        );
        let [gather, redirect] = read.as_slice() else {
            panic!("{read:?}")
        };
        assert_eq!(gather.get("action"), Some("/menu?lang=fr&x=1"));
        assert_eq!(gather.number("numDigits"), Some(1));
        assert_eq!(gather.flag("actionOnEmptyResult"), Some(true));
        assert_eq!(gather.children[0].text, "Tapez 1 & attendez <l'agent>");
        assert_eq!(redirect.text, "/voice");
        assert_eq!(verbs("<Response/>"), []);
        assert_eq!(verbs("<Response />\n"), []);
    }

    #[test]
    fn speech_markup_is_read_as_what_is_said() {
        let read = verbs(
            "<Response>\n <!-- a greeting -->\n <Say>Wait <break time=\"1s\"/>a <emphasis>little \
             <sub alias=\"longer\">long.</sub></emphasis></Say>\n</Response>",
        );
        assert_eq!(read[0].text, "Wait a little long.");
    }

    #[test]
    fn what_stands_where_it_does_not_belong_spoils_the_document() {
        for (text, code) in [
            ("<Response><Shout>x</Shout></Response>", 12200),
            ("<Response><say>x</say></Response>", 12200),
            ("<Response><Gather><Hangup/></Gather></Response>", 12200),
            ("<Response><Number>1</Number></Response>", 12200),
            ("<Enqueue/>", 12200),
            ("<Response/><Response/>", 12200),
            ("<Response><Say>x</Response>", 12100),
            ("<Response><Say>x</Say>", 12100),
            ("<Response><Say>&nothing;</Say></Response>", 12100),
            ("hello", 12100),
            ("", 12100),
        ] {
            assert_eq!(read(text).unwrap_err().code, code, "{text}");
        }
    }

    #[test]
    fn attributes_that_are_unknown_or_impossible_are_left_out_and_told() {
        let (verbs, flaws) = read(
            r#"<Response><Gather numDigits="one" colour="red" method="PUT" input="dtmf eyes" timeout="3"/></Response>"#,
        )
        .unwrap();
        assert_eq!(
            verbs[0].attributes,
            [("timeout".to_owned(), "3".to_owned())]
        );
        let told: Vec<&str> = flaws.iter().map(|flaw| flaw.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "<Gather numDigits>: `one` is no whole number",
                "<Gather> has no attribute `colour`",
                "<Gather method>: `PUT` is not one of GET, POST",
                "<Gather input>: `eyes` is not one of dtmf, speech",
            ]
        );
    }

    #[test]
    fn urls_are_relative_to_the_document() {
        let mut document = Document {
            url: Some("https://app.test/a/voice?x=1".parse().unwrap()),
            verbs: Arc::default(),
        };
        for (url, absolute) in [
            ("/menu", "https://app.test/menu"),
            ("menu", "https://app.test/a/menu"),
            ("?y=2", "https://app.test/a/voice?y=2"),
            ("http://b.test/x#rc=2", "http://b.test/x#rc=2"),
        ] {
            assert_eq!(document.resolve(url).as_deref(), Some(absolute), "{url}");
        }
        document.url = None;
        assert_eq!(document.resolve("/menu"), None);
    }
}
