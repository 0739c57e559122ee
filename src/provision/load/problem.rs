//! What is wrong with a manifest, with the place drawn.

use std::fmt;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::node::Place;
use crate::routing::alike;

/// A text that was read, and what it is called in messages.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
}

/// Something wrong at a place.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) place: Place,
    pub(super) message: String,
    /// What to write instead.
    pub(super) help: Option<String>,
    /// Another place that matters, and why.
    pub(super) beside: Option<(Place, String)>,
}

impl Problem {
    pub(super) fn new(place: Place, message: impl Into<String>) -> Self {
        Self {
            place,
            message: message.into(),
            help: None,
            beside: None,
        }
    }

    pub(super) fn with_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    pub(super) fn beside(mut self, place: Place, why: impl Into<String>) -> Self {
        self.beside = Some((place, why.into()));
        self
    }

    /// `file:line:column: message`, then the place.
    fn draw(&self, sources: &[Source], level: Level<'_>) -> String {
        let mut group = Group::with_title(level.primary_title(&self.message));
        let mut snippet = Self::snippet(sources, self.place, AnnotationKind::Primary, None);
        match &self.beside {
            Some((place, why)) if place.source == self.place.source => {
                let span = drawn(&sources[place.source].text, *place);
                snippet =
                    snippet.annotation(AnnotationKind::Context.span(span).label(why.as_str()));
                group = group.element(snippet);
            }
            Some((place, why)) => {
                group = group.element(snippet).element(Self::snippet(
                    sources,
                    *place,
                    AnnotationKind::Context,
                    Some(why),
                ));
            }
            None => group = group.element(snippet),
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        Renderer::plain().render(&[group])
    }

    fn snippet<'a>(
        sources: &'a [Source],
        place: Place,
        kind: AnnotationKind,
        label: Option<&'a str>,
    ) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let source = &sources[place.source];
        let span = drawn(&source.text, place);
        let mut annotation = kind.span(span);
        if let Some(label) = label {
            annotation = annotation.label(label);
        }
        Snippet::source(source.text.as_str())
            .path(source.name.as_str())
            .annotation(annotation)
    }
}

/// The first line of a place: a whole block would drown what is wrong with it.
fn drawn(text: &str, place: Place) -> std::ops::Range<usize> {
    let start = floor(text, place.start);
    let line = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = floor(text, place.end).min(line);
    if end > start {
        return start..end;
    }
    // Only the beginning is known: up to the end of the word.
    let word = text[start..line]
        .find(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ':' | '}' | ']'))
        .map_or(line, |at| start + at);
    start..word.max(start)
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Several problems, drawn under each other.
pub(super) struct Drawn<'a> {
    pub(super) problems: &'a [Problem],
    pub(super) sources: &'a [Source],
    pub(super) level: Level<'static>,
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.problems.iter().enumerate() {
            if position > 0 {
                formatter.write_str("\n\n")?;
            }
            formatter.write_str(&problem.draw(self.sources, self.level.clone()))?;
        }
        Ok(())
    }
}

/// `did you mean …?`, if one of the words is like it.
pub(super) fn suggestion<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    alike::nearest(word, known).map(|best| format!("did you mean `{best}`?"))
}
