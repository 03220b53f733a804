//! Scales of stances: how near, how bad, how sure, as a rule pack grades it by phrases.

use super::Statement;
use crate::claim::{Polarity, Wording};
use crate::grammar::phrase::{Phrases, Word};
use crate::text::Span;
use std::ops::Range;

/// Words before a phrase in which a negator still reaches it.
const NEGATION_REACH: usize = 4;

/// A step of a scale.
#[derive(Clone, Debug)]
pub struct StanceStep {
    /// What reports call it.
    pub name: String,
    /// Where it lies on the scale.
    pub at: f64,
    /// What it is known by.
    pub phrases: Phrases,
    /// Base forms of cues that take it, whatever is said.
    pub cues: Vec<String>,
    /// The step a negated phrase stands for; without one a negated phrase takes no stance.
    pub negated: Option<String>,
}

/// A named scale.
#[derive(Clone, Debug, Default)]
pub struct StanceScale {
    /// Its name in the pack.
    pub name: String,
    /// Its steps.
    pub steps: Vec<StanceStep>,
}

/// Where a claim stands on a scale, and by which words.
#[derive(Clone, Debug, PartialEq)]
pub struct Stance {
    /// The step's name.
    pub step: String,
    /// The step's number.
    pub at: f64,
    /// The words that say so.
    pub span: Span,
}

impl StanceScale {
    /// The stance that a statement's content takes; the longest phrase decides, the first of several.
    pub fn read(&self, statement: &Statement) -> Option<Stance> {
        self.read_words(statement).or_else(|| self.read_cue(statement))
    }

    /// By the cue alone: who warns of an attack sounds the alarm, whatever the words.
    fn read_cue(&self, statement: &Statement) -> Option<Stance> {
        let attribution = &statement.claim.attribution;
        let step = self.steps.iter().find(|step| step.cues.contains(&attribution.lemma))?;
        let span = attribution.cue.as_ref().and_then(Wording::span)?;
        let meant =
            !statement.claim.assertion.unsaid && statement.claim.assertion.polarity != Polarity::Negative;
        meant.then(|| Stance { step: step.name.clone(), at: step.at, span })
    }

    /// Whether the phrase of the step that a statement takes asks for these words of it; those in its gaps it does not.
    pub(super) fn is_known_by(&self, told: &str, statement: &Statement) -> bool {
        let found = self.longest(&statement.words);
        let found = found.and_then(|(step, range)| Some((step, statement.words.get(range)?)));
        found.is_some_and(|(step, taken)| {
            let form = |(at, word): (usize, &'_ Word)| match asks_for(step, taken, at) {
                true => word.form.clone(),
                false => GAP.to_owned(),
            };
            let asked: Vec<String> = taken.iter().enumerate().map(form).collect();
            let told: Vec<String> = told.split(' ').map(str::to_lowercase).collect();
            asked.windows(told.len()).any(|run| *run == *told)
        })
    }

    /// The step with the longest phrase, and the words that it takes.
    fn longest(&self, words: &[Word]) -> Option<(&StanceStep, Range<usize>)> {
        let found = self.steps.iter().filter_map(|step| Some((step, step.phrases.longest(words)?)));
        found.reduce(|best, next| if next.1.len() > best.1.len() { next } else { best })
    }

    fn read_words(&self, statement: &Statement) -> Option<Stance> {
        let words = &statement.words;
        let (step, range) = self.longest(words)?;
        let span = span_of(words, range.clone())?;
        if statement.passes_on(span) {
            return None;
        }
        // Who does not say so, or no longer does, takes no stance at all.
        if statement.claim.assertion.unsaid {
            return None;
        }
        if is_negated(words, &range) == statement.denies() {
            return Some(Stance { step: step.name.clone(), at: step.at, span });
        }
        let other = self.steps.iter().find(|other| Some(&other.name) == step.negated.as_ref())?;
        Some(Stance { step: other.name.clone(), at: other.at, span })
    }
}

/// Stands for a word that a phrase could do without.
const GAP: &str = "…";

/// Whether none of the phrases that take all of these words would do so without one of them.
fn asks_for(step: &StanceStep, taken: &[Word], at: usize) -> bool {
    let without: Vec<Word> =
        taken.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| word.clone()).collect();
    let mut taking = step.phrases.iter().filter(|phrase| phrase.find(taken) == Some(0..taken.len()));
    taking.all(|phrase| phrase.find(&without).is_none())
}

/// Whether a negator stands shortly before the phrase, with no other clause between. What one does not believe, see or
/// have reason for is negated through its "that" (neg-raising, Horn 1989).
fn is_negated(words: &[Word], range: &Range<usize>) -> bool {
    let mut from = range.start;
    let mut left = NEGATION_REACH;
    while let Some(at) = from.checked_sub(1).filter(|_| left > 0) {
        let Some(word) = words.get(at) else { return false };
        match &*word.form {
            form if NEGATORS.contains(&form) => return true,
            "that" if is_belief(words, at) => left = NEGATION_REACH,
            "that" | "but" | "and" | "which" | "who" => return false,
            _ => left -= 1,
        }
        from = at;
    }
    false
}

/// Whether a word of believing or of evidence stands right before.
fn is_belief(words: &[Word], at: usize) -> bool {
    let near = words.get(at.saturating_sub(2)..at).unwrap_or_default();
    near.iter().any(|word| BELIEFS.contains(&&*word.base))
}

const NEGATORS: &[&str] = &["not", "no", "never", "neither", "nor", "hardly", "without"];

const BELIEFS: &[&str] = &[
    "believe",
    "think",
    "expect",
    "suppose",
    "see",
    "reason",
    "ground",
    "sign",
    "indication",
    "evidence",
    "proof",
    "suggest",
    "conclude",
    "say",
];

fn span_of(words: &[Word], range: Range<usize>) -> Option<Span> {
    let words = words.get(range)?;
    Some(words.first()?.span.cover(words.last()?.span))
}
