//! Clauses within nouns and frames: "the claim that … is false", "Lind as saying that …".

use super::lexicon::LEXICON;
use super::word::Word;

/// Words before "that", or before "as saying", at the most.
const BEFORE: usize = 6;

/// Words behind the verb of a verdict at the most.
const VERDICT: usize = 4;

/// Leaves of the words only the clause that they put, where they put one; tells whether they say that it is not so.
///
/// `noun` is the cue, where a noun is one: "the claim" that …; `answers` tells that the cue answers what somebody said.
pub(super) fn unwrapped(words: &mut Vec<Word>, noun: &str, answers: bool) -> bool {
    if let Some(start) = quoted(words).or_else(|| account(words).filter(|_| answers)) {
        words.drain(..start);
        return false;
    }
    let Some((start, end, negates)) = verdict(words, noun) else { return false };
    words.truncate(end);
    words.drain(..start);
    negates
}

/// `quoted = name "as" "saying" [ "that" ]`: where the clause starts
fn quoted(words: &[Word]) -> Option<usize> {
    let at = (1..words.len().min(BEFORE)).find(|at| {
        let saying = words.get(at + 1).is_some_and(|next| next.is_any(&["saying", "telling", "claiming"]));
        saying && words.get(*at).is_some_and(|word| word.is("as"))
    })?;
    words.first().filter(|first| first.is_noun())?;
    Some(at + 2)
}

/// `account = { word } talk "that" clause` (“the ministry’s statement that it is safe”): where the clause starts
fn account(words: &[Word]) -> Option<usize> {
    let that = (1..words.len().min(BEFORE)).find(|at| words.get(*at).is_some_and(|word| word.is("that")))?;
    let is_clause = |word: &Word| word.is_finite() || word.is_be();
    let talk = LEXICON.talk.contains(&*words.get(that - 1)?.base());
    let within = words.get(..that)?.iter().any(is_clause);
    (talk && !within && words.get(that + 1..)?.iter().any(is_clause)).then_some(that + 1)
}

/// `verdict = "the" talk "that" clause be [ "not" ] ( untrue | "true" )`: the clause, and whether it is said not to be so
fn verdict(words: &[Word], noun: &str) -> Option<(usize, usize, bool)> {
    let that = (0..words.len().min(BEFORE)).find(|at| words.get(*at).is_some_and(|word| word.is("that")))?;
    let before = that.checked_sub(1).and_then(|before| words.get(before));
    let talk = before.map_or(LEXICON.talk.contains(noun), |word| LEXICON.talk.contains(&*word.base()));
    let last = words.iter().rposition(|word| !word.is("."))?;
    let be = (that + 2..last).rev().take(VERDICT).find(|at| words.get(*at).is_some_and(Word::is_be))?;
    let head = words.get(last).filter(|_| talk)?;
    let untrue = LEXICON.untrue.contains(&*head.lower) || head.is_any(&["unfounded", "baseless"]);
    let judged = untrue || head.is_any(&["true", "correct", "right", "accurate"]);
    let clause = words.get(that + 1..be)?.iter().any(|word| word.is_finite() || word.is_be());
    let negated = words.get(be..last)?.iter().any(|word| word.is_any(&["not", "n't", "never"]));
    (judged && clause).then_some((that + 1, be, untrue != negated))
}
