//! Whether what an editor marks in a quotation takes its sense along: “We … close” for “we will not close”.
//!
//! An ellipsis may stand for any words and a bracket for any others, as long as what is left says what was said. It does
//! not where a negator, a modal or a hedge is gone whose sentence is still there.

use super::utterance::Utterance;
use super::weight::{Class, Weight};
use super::wording::LEFT_OUT;
use std::ops::Range;

/// The words of a passage that a quotation leaves out, and those that it has in their place.
pub(super) struct Elision<'e> {
    passage: &'e Utterance,
    /// The words left out.
    gap: Range<usize>,
    /// What stands in brackets instead.
    inserted: Vec<&'e str>,
    /// Other words instead, outside of brackets.
    quoted: Vec<&'e str>,
}

/// A word that should not have been taken away, or put in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Trace {
    pub word: String,
    pub weight: Weight,
    pub added: bool,
}

impl<'e> Elision<'e> {
    pub fn of(
        passage: &'e Utterance,
        gap: Range<usize>,
        inserted: Vec<&'e str>,
        quoted: Vec<&'e str>,
    ) -> Elision<'e> {
        Elision { passage, gap, inserted, quoted }.moved_back()
    }

    /// “We will … keep it” leaves the same out of “we will not close it, we will keep it” whichever “we will” is meant.
    fn moved_back(mut self) -> Elision<'e> {
        for _ in 0..LEFT_OUT.min(self.gap.start) {
            let Range { start, end } = self.gap;
            if start == end || self.word(start - 1) != self.word(end - 1) {
                break;
            }
            self.gap = start - 1..end - 1;
        }
        self
    }

    /// The gravest word whose loss or gain makes the quotation say something else. What leaves out whole paragraphs leaves
    /// out whole sentences.
    pub fn trace(&self) -> Option<Trace> {
        let is_short = self.gap.len() <= 2 * LEFT_OUT;
        self.lost().filter(|_| is_short).or_else(|| self.gained())
    }

    fn word(&self, at: usize) -> Option<&'e str> {
        self.passage.words.get(at).map(|word| &*word.form)
    }

    fn lost(&self) -> Option<Trace> {
        if !self.inserted.iter().all(|word| is_light(word) || self.left_out(word)) {
            return None;
        }
        let lost = self.gap.clone().filter(|at| self.governs(*at));
        let (weight, word) = lost
            .filter_map(|at| self.word(at).map(|word| (Weight::of(word), word)))
            .filter(|(weight, word)| !self.is_replaced(*weight, word))
            .max_by_key(|(weight, _)| *weight)?;
        Some(Trace { word: word.to_owned(), weight, added: false })
    }

    /// What a bracket makes of a sentence, if it adds nothing else.
    fn gained(&self) -> Option<Trace> {
        if !self.inserted.iter().all(|word| is_light(word)) {
            return None;
        }
        let gained = self.inserted.iter().filter_map(|word| Some((weight_gained(word)?, *word)));
        let (weight, word) = gained
            .filter(|(weight, word)| !self.is_left_out(*weight, word))
            .max_by_key(|(weight, _)| *weight)?;
        Some(Trace { word: word.to_owned(), weight, added: true })
    }

    fn left_out(&self, word: &str) -> bool {
        self.gap.clone().any(|at| self.word(at) == Some(word))
    }

    /// Whether the quotation has another word of the kind in its place.
    fn is_replaced(&self, weight: Weight, word: &str) -> bool {
        self.inserted.iter().chain(&self.quoted).any(|other| are_kin(weight, word, other))
    }

    fn is_left_out(&self, weight: Weight, word: &str) -> bool {
        let mut gap = self.gap.clone().filter_map(|at| self.word(at));
        gap.any(|other| are_kin(weight, word, other))
    }

    /// Whether what is left of the passage on either side depends on a word that is left out.
    fn governs(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        match Weight::of(word) {
            Weight::Negation if word == "without" || self.is_idle(at) => false,
            Weight::Negation => self.hangs_on_before(at) && self.reaches_after(at) || self.leads_on(at),
            Weight::Modal if is_tense(word) => false,
            Weight::Hedge if matches!(word, "about" | "around" | "some") && !self.is_figure(at + 1) => false,
            Weight::Modal | Weight::Hedge => {
                self.hangs_on_before(at) && self.is_light_until_pause(at)
                    || self.leads_on(at)
                    || self.is_aside(at)
            }
            _ => false,
        }
    }

    fn is_figure(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| Weight::of(word) == Weight::Number)
    }

    fn is_idle(&self, at: usize) -> bool {
        let next = self.word(at + 1).unwrap_or_default();
        let word = self.word(at).unwrap_or_default();
        Class::Idle.has(&format!("{word} {next}"))
    }

    /// Whether a word belongs to a sentence that begins before the gap.
    fn hangs_on_before(&self, at: usize) -> bool {
        self.gap.start > 0
            && !(self.gap.start..=at).any(|word| self.begins_clause(word))
            && self.are_light(self.gap.start..at)
    }

    /// Whether a negator's sentence still goes on behind the gap.
    fn reaches_after(&self, at: usize) -> bool {
        let to = self.word(at + 1) == Some("to") && at + 2 < self.gap.end;
        let end = self.clause_end(at);
        !to && (end > self.gap.end || self.are_light(at + 1..end))
    }

    fn is_light_until_pause(&self, at: usize) -> bool {
        let end = self.clause_end(at).min(self.gap.end);
        self.are_light(at + 1..end)
    }

    /// Whether a clause begins with a word and others as light, and goes on behind the gap.
    fn leads_on(&self, at: usize) -> bool {
        self.clause_end(at) > self.gap.end && self.are_light(self.clause_start(at)..self.gap.end)
    }

    /// “, perhaps,”
    fn is_aside(&self, at: usize) -> bool {
        let (start, end) = (self.clause_start(at), self.clause_end(at));
        end <= self.gap.end
            && self.passage.notation.pauses_before(end)
            && !self.passage.notation.ends_before(end)
            && self.are_light(start..end)
    }

    /// The first word of the clause that a word stands in, within the gap.
    fn clause_start(&self, at: usize) -> usize {
        let mut before = (self.gap.start..=at).rev();
        before.find(|word| self.begins_clause(*word)).unwrap_or(self.gap.start)
    }

    /// The first word of the next clause; beyond the gap if its end is none.
    fn clause_end(&self, at: usize) -> usize {
        let mut after = at + 1..=self.gap.end;
        after.find(|word| self.begins_clause(*word)).unwrap_or(self.gap.end + 1)
    }

    fn begins_clause(&self, word: usize) -> bool {
        let opens = self.word(word).is_some_and(|word| Class::Clause.has(word));
        opens || self.passage.notation.pauses_before(word)
    }

    fn are_light(&self, words: Range<usize>) -> bool {
        words.filter_map(|at| self.word(at)).all(is_light)
    }
}

/// Whether a word has no matter of its own.
fn is_light(word: &str) -> bool {
    let weight = Weight::of(word);
    let is_known = Class::Light.has(word) || Class::Assurance.has(word);
    is_known || !matches!(weight, Weight::Content | Weight::Number) || word.len() > 4 && word.ends_with("ly")
}

/// What is to come is a matter of tense, which editors change.
fn is_tense(word: &str) -> bool {
    !Class::Possible.has(word) && !Class::Needful.has(word)
}

/// How grave it is that a bracket adds a word; `None` if it may. Newsrooms put in that something is only alleged.
fn weight_gained(word: &str) -> Option<Weight> {
    match Weight::of(word) {
        Weight::Modal if is_tense(word) => None,
        Weight::Hedge if matches!(word, "allegedly" | "reportedly") => None,
        weight @ (Weight::Negation | Weight::Modal | Weight::Hedge) => Some(weight),
        _ if Class::Assurance.has(word) => Some(Weight::Content),
        _ => None,
    }
}

/// Whether one word says in its way what another does that weighs as much.
fn are_kin(weight: Weight, word: &str, other: &str) -> bool {
    let both = |class: Class| class.has(word) && class.has(other);
    match weight {
        Weight::Modal => both(Class::Possible) || both(Class::Needful),
        Weight::Content => Class::Assurance.has(other),
        _ => Weight::of(other) == weight,
    }
}
