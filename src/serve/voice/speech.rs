//! What is said, in the voices of the languages it is said in, and what is understood.

use super::super::flow::{Cue, Phrase, Spoken, Words};
use super::call::Call;
use crate::twilio::twiml::{Play, Say, Verb};

impl Call<'_> {
    /// The languages a caller is spoken to in, by their keys: the chosen one; every one before a
    /// language was chosen where it can be.
    pub(super) fn tongues(&self) -> Vec<&str> {
        match self.settled.language {
            Some(language) => vec![language],
            None if self.chooses_language() => {
                let languages = self.ground.flow.languages_in_order();
                languages.into_iter().map(|(key, _)| key).collect()
            }
            None => vec![self.ground.flow.first_language().0],
        }
    }

    /// Speaks or plays what the settings say.
    pub(super) fn speak(&self, spoken: &Spoken) -> Vec<Verb> {
        let tongues = self.tongues();
        match spoken {
            Spoken::Every(phrase) => {
                vec![self.verb(
                    phrase,
                    self.ground.flow.language_or_first(self.settled.language).0,
                )]
            }
            Spoken::ByLanguage(phrases) => {
                let verbs: Vec<Verb> = phrases
                    .iter()
                    .filter(|(language, _)| tongues.contains(&language.as_str()))
                    .map(|(language, phrase)| self.verb(phrase, language))
                    .collect();
                if !verbs.is_empty() {
                    return verbs;
                }
                // Rather another language than nothing.
                let first = self.ground.flow.first_language().0;
                let found = phrases.iter().find(|(language, _)| language == first);
                found
                    .or(phrases.first())
                    .map(|(language, phrase)| self.verb(phrase, language))
                    .into_iter()
                    .collect()
            }
        }
    }

    /// Says the sentence for an occasion, its blanks filled in.
    pub(super) fn cue(&self, cue: Cue, blanks: &[(&str, &str)]) -> Vec<Verb> {
        let flow = self.ground.flow;
        let mut verbs = Vec::new();
        for tongue in self.tongues() {
            let first = flow.first_language().0;
            let phrase = flow
                .phrase(cue, tongue)
                .map(|phrase| (phrase, tongue))
                .or_else(|| flow.phrase(cue, first).map(|phrase| (phrase, first)));
            let Some((phrase, tongue)) = phrase else {
                continue;
            };
            let phrase = match phrase {
                Phrase::Say(text) => Phrase::Say(filled(&text, blanks)),
                played @ Phrase::Play(_) => played,
            };
            let verb = self.verb(&phrase, tongue);
            // One file for all languages is played once.
            if !verbs.contains(&verb) {
                verbs.push(verb);
            }
        }
        verbs
    }

    fn verb(&self, phrase: &Phrase, key: &str) -> Verb {
        match phrase {
            Phrase::Say(text) => {
                let (key, language) = self.ground.flow.language_or_first(Some(key));
                Verb::Say(Say {
                    voice: language.voice.clone(),
                    language: Some(language.code_or(key).to_owned()),
                    repeat: None,
                    text: text.clone(),
                })
            }
            Phrase::Play(url) => Verb::Play(Play {
                url: url.clone(),
                ..Play::default()
            }),
        }
    }

    /// The words of an option that this caller may say.
    pub(super) fn words<'a>(&self, words: &'a Words) -> Vec<&'a str> {
        let tongues = self.tongues();
        let mut all: Vec<&str> = Vec::new();
        for word in tongues.iter().flat_map(|tongue| words.in_language(tongue)) {
            if !all.contains(&word.as_str()) {
                all.push(word);
            }
        }
        all
    }
}

fn filled(text: &str, blanks: &[(&str, &str)]) -> String {
    blanks.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// How well a phrase is found in what somebody said: the number of its words if all of them are
/// there, one after the other, and 0 if not.
pub(super) fn spoken_in(phrase: &str, said: &str) -> usize {
    let (phrase, said) = (words_of(phrase), words_of(said));
    let is_there = !phrase.is_empty() && said.windows(phrase.len()).any(|part| part == phrase);
    if is_there { phrase.len() } else { 0 }
}

fn words_of(text: &str) -> Vec<String> {
    let is_between = |each: char| !(each.is_alphanumeric() || is_joined(each));
    text.to_lowercase()
        .split(is_between)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Marks that belong to the letter before: Hindi's vowels are such.
const fn is_joined(each: char) -> bool {
    matches!(each, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_found_in_what_somebody_says() {
        for (phrase, said, words) in [
            ("sales", "Sales.", 1),
            ("sales", "I'd like to talk to SALES, please", 1),
            ("technical support", "the technical support", 2),
            ("technical support", "support for technical things", 0),
            ("art", "start", 0),
            ("हिंदी", "मुझे हिंदी चाहिए", 1),
            ("été", "l'été", 0),
            ("l'été", "L'ÉTÉ", 1),
            ("", "anything", 0),
            ("2", "2", 1),
        ] {
            assert_eq!(spoken_in(phrase, said), words, "{phrase} in {said}");
        }
    }
}
