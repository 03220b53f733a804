//! Sentences reduced to what tells them apart: their telling words, what turns them down, their figures and dates.
//!
//! For texts that are not built alike (a claim and a headline against it), so that no skeleton can align them. What
//! two such sentences have in common is decided in `compare`.

mod denial;
mod event;
mod lexicon;
mod negator;
mod noun;
mod scope;
mod toll;
mod turn;
mod word;

pub use event::{Event, EventDate};
pub use scope::Complement;
pub use toll::Toll;
pub use turn::{Turn, Turning};
pub use word::Word;

use crate::claim::Measure;
use crate::grammar::number::measures;
use crate::text::Text;
use lexicon::LEXICON;
use std::collections::BTreeSet;
use std::ops::Range;

/// Sentences of a text that are read; what follows them is passed over.
const MOST: usize = 60;

/// Tokens of a sentence that are read.
const LONGEST: usize = 160;

/// A sentence. Indices are those of its words.
#[derive(Clone, Debug, Default)]
pub struct Gist {
    /// As it is written.
    pub sentence: String,
    /// Its words and signs.
    pub words: Vec<Word>,
    /// What turns it, or the sentence before it, down.
    pub turns: Vec<Turn>,
    /// It asks.
    pub asks: bool,
    /// It asks for yes or no.
    pub is_polar: bool,
    /// Its figures.
    pub measures: Vec<Measure>,
    /// What happens once in it, with its date.
    pub events: Vec<Event>,
    /// Ordinals and the noun that each counts: ("second", "album").
    pub ordinals: Vec<(usize, String)>,
    /// What it says its subject is: the words of the noun phrase behind "is a".
    pub class: Option<Range<usize>>,
    /// What was done "by" somebody with a name: the verb's base form, and the words of the name.
    pub agents: Vec<(String, BTreeSet<String>)>,
}

impl Gist {
    /// The families of the telling words in a range.
    pub fn keys(&self, range: Range<usize>) -> BTreeSet<&str> {
        let words = self.words.get(range.start..range.end.min(self.words.len())).unwrap_or_default();
        words.iter().filter(|word| word.telling).map(|word| word.family.as_str()).collect()
    }

    /// A word of it as it is written.
    pub fn written(&self, word: &Word) -> String {
        let start = self.words.first().map_or(0, |first| first.span.start);
        let own = word.span.start.saturating_sub(start)..word.span.end.saturating_sub(start);
        self.sentence.get(own).unwrap_or(&word.lower).to_owned()
    }

    /// Whether hardly a word of it tells anything ("the report is wrong"), so that its nouns must.
    pub fn tells_little(&self) -> bool {
        self.words.iter().filter(|word| word.telling).count() < 2
    }

    /// Whether the negator at `at` says that there was nobody, or nothing, of which it is so.
    pub fn denies_anybody(&self, at: usize) -> bool {
        let next_is_one = || self.words.get(at + 1).is_some_and(|next| next.lower == "one");
        self.words.get(at).is_some_and(|word| match word.lower.as_str() {
            "nobody" | "none" | "nothing" => true,
            "no" => next_is_one(),
            _ => false,
        })
    }

    /// Whether it has a negator, whatever that turns down.
    pub fn is_negated(&self) -> bool {
        self.words.iter().any(|word| LEXICON.not.contains(&*word.lower))
    }

    /// Whether a negator stands shortly before a word.
    pub fn is_negated_at(&self, at: usize) -> bool {
        let near = self.words.get(at.saturating_sub(NEGATED)..at).unwrap_or_default();
        near.iter().any(|word| LEXICON.not.contains(&*word.lower) || LEXICON.none.contains(&*word.lower))
    }

    /// The families of all telling words.
    pub fn all_keys(&self) -> BTreeSet<&str> {
        self.keys(0..self.words.len())
    }
}

/// Words before one in which a negator is its own.
const NEGATED: usize = 3;

/// "Falsely": whether a word before a verb of saying tells that what is said is not so.
pub fn is_wrongly(adverb: &str) -> bool {
    LEXICON.wrongly.contains(adverb)
}

/// "Charges": whether a base form names what somebody is accused of.
pub fn is_charge(base: &str) -> bool {
    LEXICON.charge.contains(base)
}

/// "Charge", "sue": whether a base form tells that somebody is accused.
pub fn accuses(base: &str) -> bool {
    LEXICON.accuse.contains(base)
}

/// The sentences of a text, as far as they are read.
pub fn gists(text: &Text) -> Vec<Gist> {
    let mut gists: Vec<Gist> = Vec::new();
    for sentence in text.sentences().iter().take(MOST) {
        let gist = gist(text, sentence.start..sentence.end.min(sentence.start + LONGEST), gists.last());
        gists.push(gist);
    }
    gists
}

fn gist(text: &Text, sentence: Range<usize>, before: Option<&Gist>) -> Gist {
    let mut words = word::words(text, sentence.clone());
    let asked = before.is_some_and(|before| before.is_polar);
    let turns = turn::turns(&mut words, asked);
    let asks = words.iter().rev().take(2).any(|word| word.is("?"));
    let is_polar = asks && words.first().is_some_and(|word| LEXICON.polar.contains(&*word.lower));
    Gist {
        sentence: text.slice(text.span_of(sentence.clone())).trim().to_owned(),
        measures: measures(text, sentence),
        events: event::events(&words),
        ordinals: noun::ordinals(&words),
        class: noun::class(&words),
        agents: noun::agents(&words),
        words,
        turns,
        asks,
        is_polar,
    }
}

#[cfg(test)]
mod tests;
