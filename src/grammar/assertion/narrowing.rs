//! What narrows an assertion: words of scope, places, for whom, at what hour.

use super::lexicon::LEXICON;
use super::noun::noun_phrase;
use super::skeleton::{Builder, MOST};
use super::word::Word;
use crate::claim::Setting;
use crate::grammar::tag::Tag;
use std::ops::Range;

impl Builder<'_, '_> {
    /// Words that narrow the assertion.
    pub(super) fn scope(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end.min(self.words.len()) && self.skeleton.scope.len() < MOST {
            let rest = self.words.get(at..range.end.min(self.words.len())).unwrap_or_default();
            if self.is_not_yet(at) {
                at += 1;
            } else if let Some((len, ())) = LEXICON.scope.starting(rest.iter().map(|word| &*word.lower)) {
                let phrase = rest.get(..len).unwrap_or_default().iter().map(|word| &*word.lower);
                self.skeleton.scope.push(phrase.collect::<Vec<_>>().join(" "));
                at += len;
            } else {
                self.skeleton.scope.extend(self.place(rest, at));
                at += 1;
            }
        }
    }

    /// "Has not yet begun" says that it has not.
    fn is_not_yet(&self, at: usize) -> bool {
        let negated = at.checked_sub(1).and_then(|before| self.word(before)).is_some_and(Word::is_not);
        negated && self.word(at).is_some_and(|word| word.is("yet"))
    }

    /// "For adults", "to France", "in the evening", "at 9 a.m.".
    pub(super) fn settings(&mut self, range: Range<usize>) {
        for at in range.start..range.end.min(self.words.len()) {
            if self.skeleton.settings.len() >= MOST {
                return;
            }
            let found = self.hour(at).or_else(|| self.setting(at, range.end));
            self.skeleton.settings.extend(found);
        }
    }

    fn hour(&self, at: usize) -> Option<Setting> {
        let word = self.word(at).filter(|word| LEXICON.hours.contains(&*word.lower))?;
        let clock = at.checked_sub(1).and_then(|before| self.word(before)).filter(|word| word.tag == Tag::CD);
        let what =
            clock.iter().map(|clock| &*clock.lower).chain([&*word.lower]).collect::<Vec<_>>().join(" ");
        Some(Setting { of: "hour".to_owned(), what })
    }

    /// `setting = preposition ( plural | name )`
    fn setting(&self, at: usize, end: usize) -> Option<Setting> {
        let preposition = self.word(at).filter(|word| matches!(word.tag, Tag::IN | Tag::TO))?;
        let phrase = noun_phrase(self.text, self.words, at + 1, end.min(self.words.len()), false)?;
        let name = phrase.head.starts_with(char::is_uppercase);
        let last = phrase.words.end.checked_sub(1).and_then(|last| self.word(last))?;
        let people = name || last.tag == Tag::NNS;
        if !people || self.is_time(&phrase) || IDLE.contains(&&*preposition.lower) {
            return None;
        }
        let what = phrase.modifiers.iter().chain([&phrase.head]).map(|word| word.to_lowercase());
        Some(Setting { of: preposition.lower.to_string(), what: what.collect::<Vec<_>>().join(" ") })
    }

    /// "In Kiev", "among women".
    fn place(&self, rest: &[Word], at: usize) -> Option<String> {
        let preposition = rest.first()?;
        let people = LEXICON.population.contains(&*preposition.lower);
        if !people && !LEXICON.places.contains(&*preposition.lower) {
            return None;
        }
        let phrase = noun_phrase(self.text, self.words, at + 1, at + 1 + rest.len(), false)?;
        let name = phrase.head.starts_with(char::is_uppercase);
        (people || name && !self.is_time(&phrase)).then(|| phrase.head.to_lowercase())
    }
}

/// Prepositions that set nothing apart: of the doer, of a part, of clauses.
const IDLE: &[&str] = &["by", "of", "than", "that", "as", "if", "because", "about", "like", "with"];
