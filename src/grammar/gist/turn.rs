//! What turns a sentence, or the one before it, down: negators, verdicts, verbs of denying.

use super::lexicon::LEXICON;
use super::word::Word;
use std::cmp::Ordering;
use std::ops::Range;

/// In what way something is turned down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turning {
    /// "Was he arrested? No." The scope is the sentence before.
    Answer,
    /// "No, he was not."
    No,
    /// "Was not arrested".
    Negation,
    /// "No artist was arrested".
    None,
    /// "Refused to leave".
    Omission,
    /// "Is a hoax", "untrue".
    Verdict,
    /// "A false report".
    FalseReport,
    /// "A fake passport": false is what it is called, not what is told of it.
    FalseThing,
    /// "Not true", "did not happen".
    Untrue,
    /// "No evidence".
    Unproved,
    /// "Denies".
    Denial,
    /// "Doubts".
    Doubt,
    /// "Others say so. He does not."
    Ellipsis,
    /// "Pulls out of": what was planned will not be.
    Withdrawal,
    /// "Takes back the claim that".
    Retraction,
}

impl Turning {
    /// Whether it turns down just what stands behind it.
    pub fn is_local(self) -> bool {
        matches!(self, Turning::Negation | Turning::None | Turning::Omission | Turning::FalseThing)
    }

    /// Whether what it turns down may stand in the sentence before.
    pub fn reaches_back(self) -> bool {
        matches!(
            self,
            Turning::Answer
                | Turning::No
                | Turning::Verdict
                | Turning::FalseReport
                | Turning::Untrue
                | Turning::Ellipsis
        )
    }
}

/// A word that turns something down. Indices are those of the sentence's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// In what way.
    pub kind: Turning,
    /// The word.
    pub at: usize,
    /// Where what it turns down stands.
    pub scope: Range<usize>,
}

/// The turns of a sentence; `asked` tells that the sentence before it asks for yes or no. Words that only turn
/// something down tell nothing of their own afterwards.
pub(super) fn turns(words: &mut [Word], asked: bool) -> Vec<Turn> {
    let mut reader = Reader { words, spent: Vec::new(), idle: Vec::new(), turns: Vec::new() };
    if asked && reader.answers_no() {
        let end = reader.words.len();
        reader.turns.push(Turn { kind: Turning::Answer, at: 0, scope: 0..end });
        reader.spent.push(0);
    }
    for at in 0..reader.words.len() {
        reader.take_denial(at);
    }
    for at in 0..reader.words.len() {
        reader.take_negator(at);
    }
    let Reader { idle, turns, .. } = reader;
    for at in idle {
        if let Some(word) = words.get_mut(at) {
            word.telling = false;
        }
    }
    uncancelled(words, turns)
}

/// Turns that cancel each other, left out: "denies that it did not", "it is false that nobody came", "cannot not pay".
fn uncancelled(words: &[Word], mut turns: Vec<Turn>) -> Vec<Turn> {
    let mut at = 0;
    while let Some(outer) = turns.get(at) {
        let inner = turns.iter().position(|inner| cancels(words, outer, inner));
        match inner {
            Some(inner) => {
                turns.remove(inner.max(at));
                turns.remove(inner.min(at));
                at = 0;
            }
            None => at += 1,
        }
    }
    turns
}

/// Whether `outer` turns down what `inner` has turned down: a negation behind it, or in the clause that it is said of.
fn cancels(words: &[Word], outer: &Turn, inner: &Turn) -> bool {
    let order = inner.at.cmp(&outer.at);
    if order == Ordering::Equal || !is_negation(inner.kind) {
        return false;
    }
    let behind = order == Ordering::Greater;
    let between = |from: usize, to: usize| words.get(from..to).unwrap_or_default();
    let runs_on =
        |from: usize, to: usize| !between(from, to).iter().any(|word| word.is_any(&[";", "but", "and"]));
    let that = |from: usize, to: usize| between(from, to).iter().any(|word| word.is("that"));
    match outer.kind {
        Turning::Denial | Turning::Doubt => behind,
        Turning::Verdict | Turning::Untrue | Turning::FalseReport | Turning::Unproved => {
            let said = runs_on(outer.at, inner.at) && that(outer.at, inner.at);
            // "The claim that he did not pay is false."
            if behind { said } else { that(inner.at.saturating_sub(CLAIM), inner.at) }
        }
        _ if is_negation(outer.kind) => {
            behind && outer.scope.contains(&inner.at) && runs_on(outer.at, inner.at)
        }
        _ => false,
    }
}

/// Words between "the claim that" and a negator of that claim.
const CLAIM: usize = 10;

fn is_negation(kind: Turning) -> bool {
    matches!(kind, Turning::Negation | Turning::None | Turning::Omission)
}

pub(super) struct Reader<'w> {
    pub(super) words: &'w [Word],
    /// Negators that are used up ("not" in "not true").
    pub(super) spent: Vec<usize>,
    /// Words that turn something down and tell nothing besides.
    pub(super) idle: Vec<usize>,
    pub(super) turns: Vec<Turn>,
}

impl Reader<'_> {
    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub(super) fn before(&self, at: usize) -> Option<&Word> {
        at.checked_sub(1).and_then(|before| self.word(before))
    }

    pub(super) fn next_is(&self, at: usize, words: &[&str]) -> bool {
        self.word(at + 1).is_some_and(|next| next.is_any(words))
    }

    pub(super) fn within(&self, range: Range<usize>) -> &[Word] {
        self.words.get(range.start..range.end.min(self.words.len())).unwrap_or_default()
    }

    /// So many words behind one, if there are as many.
    pub(super) fn behind(&self, at: usize, most: usize) -> &[Word] {
        let rest = self.words.get(at + 1..).unwrap_or_default();
        rest.get(..most).unwrap_or(rest)
    }

    /// Notes a turn, unless a negator before it cancels it: "not a hoax".
    pub(super) fn turn(&mut self, kind: Turning, at: usize, scope: Range<usize>) {
        self.idle.push(at);
        match self.negator_before(at, NEAR) {
            Some(negator) => self.spent.push(negator),
            None => self.turns.push(Turn { kind, at, scope: scope.start..scope.end.min(self.words.len()) }),
        }
    }

    /// Notes a turn that a negator before it makes: "not true".
    pub(super) fn turn_if_negated(&mut self, kind: Turning, at: usize, reach: usize, from: usize) {
        if let Some(negator) = self.negator_before(at, reach) {
            self.spent.push(negator);
            self.idle.push(at);
            let start = from.max(if kind == Turning::Unproved { negator } else { 0 });
            self.turns.push(Turn { kind, at, scope: start..self.words.len() });
        }
    }

    /// The nearest negator that stands before a word in its clause.
    fn negator_before(&self, at: usize, reach: usize) -> Option<usize> {
        let near = (at.saturating_sub(reach)..at).rev();
        let clause = near.take_while(|at| self.word(*at).is_some_and(|word| !word.is_break()));
        let mut negators = clause.filter(|at| {
            let negates = self
                .word(*at)
                .is_some_and(|word| LEXICON.not.contains(&*word.lower) || word.is_any(&["no", "nor"]));
            negates && !self.spent.contains(at)
        });
        negators.next()
    }

    fn answers_no(&self) -> bool {
        let unanswered = self.word(1).is_some_and(|next| LEXICON.unanswered.contains(&*next.base));
        self.word(0).is_some_and(|first| LEXICON.no.contains(&*first.lower)) && !unanswered
    }
}

/// Words between a negator and the verdict that it cancels.
const NEAR: usize = 4;
