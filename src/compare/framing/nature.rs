//! What is so, and what was done: of what is so in the south, the whole may be otherwise; what was done there was done.

use super::Framing;
use super::lexicon::LEXICON;
use crate::text::form::{is_irregular_verb, verb_base};

/// Whether two statements say how something is, what goes on, or what changes by degrees, rather than what was done once.
pub(super) fn is_state(one: &Framing, other: &Framing) -> bool {
    [one, other].iter().all(|of| !of.has_any(&LEXICON.future) && !exists(of))
        && [one, other].iter().any(|of| is_how(of) || goes_on(of) || changes(of))
}

/// "There was an attack": it took place.
fn exists(of: &Framing) -> bool {
    of.places(&LEXICON.be).any(|at| of.before(at) == "there")
}

/// "Is popular", "is banned", "was open"; not "was arrested".
pub(super) fn is_how(of: &Framing) -> bool {
    let Some(be) = of.find(&LEXICON.be) else { return false };
    let state = predicate(of, be);
    let now = !matches!(of.word(be), "was" | "were" | "been") && !of.has("been");
    let word = of.word(state);
    now || LEXICON.state.contains(word) || !is_participle(word)
}

/// "Is dead": it was otherwise once.
pub(super) fn is_last(of: &Framing) -> bool {
    of.find(&LEXICON.be).is_some_and(|be| LEXICON.last.contains(of.word(predicate(of, be))))
        && !of.is_negated()
}

/// The first word behind a form of "be" that is no adverb.
pub(super) fn predicate(of: &Framing, be: usize) -> usize {
    let passed = |at: &usize| is_adverbial(of.word(*at)) || matches!(of.word(*at), "be" | "been" | "being");
    (be + 1..of.words.len()).find(|at| !passed(at)).unwrap_or(of.words.len())
}

pub(super) fn is_participle(word: &str) -> bool {
    ["ed", "en", "ing"].iter().any(|end| word.ends_with(end))
        && !LEXICON.state.contains(word)
        && word != "open"
        || is_irregular_verb(word) && verb_base(word) != word
}

/// "Does not work", "do not support".
fn goes_on(of: &Framing) -> bool {
    let negator = |at: usize| LEXICON.not.contains(of.word(at + 1));
    (0..of.words.len()).any(|at| matches!(of.word(at), "do" | "does") && negator(at))
}

/// "Wages rose", "support has fallen".
fn changes(of: &Framing) -> bool {
    of.words.iter().any(|word| LEXICON.trend.contains(&*verb_base(word)))
}

pub(super) fn is_adverbial(word: &str) -> bool {
    LEXICON.not.contains(word)
        || word.ends_with("ly")
        || matches!(word, "now" | "still" | "already" | "also" | "then" | "very" | "too" | "so")
}
