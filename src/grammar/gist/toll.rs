//! How many people died, were hurt or are missing, in the shortest words: "storm kills 40", "40 dead".

use super::{Gist, Word};
use crate::claim::{Measure, Unit};
use crate::grammar::assertion::fate_of;
use crate::grammar::tag::Tag;

/// How many people came to a fate.
#[derive(Clone, Copy, Debug)]
pub struct Toll<'g> {
    /// How many.
    pub figure: &'g Measure,
    /// What became of them, as it is told.
    pub word: &'g Word,
    /// The word that stands for all that tell the same.
    pub fate: &'static str,
}

impl Gist {
    /// The figures that count people, named or not, beside what became of them.
    pub fn tolls(&self) -> impl Iterator<Item = Toll<'_>> {
        self.measures.iter().filter(|figure| counts_people(figure)).filter_map(|figure| {
            let (word, fate) = self.fate_behind(figure).or_else(|| self.fate_before(figure))?;
            Some(Toll { figure, word, fate })
        })
    }

    /// "40 people have been | killed", "40 | dead".
    fn fate_behind(&self, figure: &Measure) -> Option<(&Word, &'static str)> {
        let from = self.words.iter().position(|word| word.span.start >= figure.span.end)?;
        let passed = |word: &Word| matches!(&*word.base, "people" | "be" | "have") || word.is_adverb();
        let at = (from..self.words.len()).find(|at| self.words.get(*at).is_none_or(|word| !passed(word)))?;
        let found = fate(self.words.get(at)?)?;
        // "40 people killed a guard".
        let object = |next: &Word| matches!(next.tag, Tag::DT | Tag::PRPS | Tag::CD);
        let does_it = self.words.get(at + 1).is_some_and(object) && found.0.base != "die";
        (!does_it && !self.is_joined(at + 1, at + 2)).then_some(found)
    }

    /// "Kills | 40"; not "may kill | 40".
    fn fate_before(&self, figure: &Measure) -> Option<(&Word, &'static str)> {
        let from = self.words.iter().position(|word| word.span.start >= figure.span.start)?;
        let before = |back: usize| from.checked_sub(back).and_then(|at| self.words.get(at));
        let joined = from.checked_sub(3).is_some_and(|at| self.is_joined(at + 1, at));
        fate(before(1)?).filter(|_| !joined && before(2).is_none_or(|word| word.tag != Tag::MD))
    }

    /// "Killed or injured 42": they came to the one or the other.
    fn is_joined(&self, conjunction: usize, another: usize) -> bool {
        let word = |at: usize| self.words.get(at);
        word(conjunction).is_some_and(|word| matches!(&*word.lower, "or" | "and"))
            && word(another).and_then(fate).is_some()
    }
}

/// "40", "40 people", "40 dead".
fn counts_people(figure: &Measure) -> bool {
    let noun = figure.counted.as_str();
    figure.unit == Unit::Count && (matches!(noun, "" | "people") || fate_of(noun).is_some())
}

fn fate(word: &Word) -> Option<(&Word, &'static str)> {
    fate_of(&word.base).or_else(|| fate_of(&word.lower)).map(|fate| (word, fate))
}
