//! What is said of what a figure counts: "12 miners died" and "31 miners are missing" are two counts.

use super::clause::clause;
use super::fate_of;
use super::group::group;
use super::lexicon::LEXICON;
use super::word::{Word, first_sentence};
use crate::claim::{Measure, Unit};
use crate::grammar::tag::Tag;
use crate::text::Text;
use std::ops::Range;

/// Words between a figure's noun and its verb, or its verb and the figure.
const NEAR: usize = 8;

/// Adds to each measure the predicate that it is counted for; a figure that counts nothing takes the subject.
pub(super) fn with_predicates(text: &Text, measures: &mut [Measure]) {
    for measure in measures {
        let token = text.tokens_in(measure.span);
        let Some(sentence) = text.sentence_at(token.start).and_then(|own| text.sentences().get(own)) else {
            continue;
        };
        let from = sentence.start.max(token.start.saturating_sub(2 * NEAR));
        let to = sentence.end.min(token.end + 3 * NEAR);
        let words = first_sentence(text, std::slice::from_ref(&(from..to)));
        let at = words.partition_point(|word| word.token < token.start);
        let end = words.partition_point(|word| word.token < token.end);
        complete(&words, at, end, measure);
    }
}

fn complete(words: &[Word], at: usize, end: usize, measure: &mut Measure) {
    let named = fate_of(&measure.counted);
    if let Some(fate) = named.or_else(|| fate_beside(words, at, end, measure)) {
        if measure.counted.is_empty() || named.is_some() {
            PEOPLE.clone_into(&mut measure.counted);
        }
        measure.of.push(fate.to_owned());
        return;
    }
    let behind = verb_behind(words, end);
    let verb = behind.or_else(|| verb_before(words, at));
    let Some(verb) = verb.and_then(|verb| group(words, verb)) else { return };
    let predicated = words
        .get(verb.words.end..)
        .unwrap_or_default()
        .iter()
        .take_while(|word| !word.is_any(&[",", ".", ";"]));
    let mut said: Vec<String> = Vec::new();
    if behind.is_some() {
        let object = predicated.take(NEAR).find(|word| word.is_noun() || word.is_adjective());
        said.extend(object.map(|word| fated(word.base().into_owned())));
    }
    // Those who killed are not those who died.
    let suffered = behind.is_none() || verb.passive;
    let lemma = if suffered || verb.lemma == "die" { fated(verb.lemma) } else { verb.lemma };
    let level = if measure.counted.is_empty() && behind.is_none() {
        level(words, &lemma, verb.words.start, verb.words.end..at)
    } else {
        None
    };
    // "Stands at 31", "was put at 31": one level, however it came about.
    let came_to = level.is_some() && is_reached(words, at);
    if is_whole(words, at) || behind.is_none() && is_held(words, &lemma, verb.words.start) {
        said.push(HELD.to_owned());
    } else if lemma != "be" && lemma != "have" && !came_to {
        said.push(lemma);
    }
    measure.of.extend(said);
    if let Some((noun, of)) = level {
        measure.counted = noun;
        measure.of.extend(of);
    }
}

/// "40 | killed in a storm", "leaves 40 people | dead", "kills | 40": what became of those whom a figure counts, told in the shortest
/// way.
fn fate_beside(words: &[Word], at: usize, end: usize, measure: &Measure) -> Option<&'static str> {
    let counts =
        |at: usize| words.get(at).is_some_and(|word| word.is_noun() && *word.base() == *measure.counted);
    let behind = if measure.counted.is_empty() { end } else { end + usize::from(counts(end)) };
    let beside = measure.counted.is_empty() || behind > end;
    let is_verb = |word: &&Word| word.tag != Tag::VBD || measure.counted.is_empty();
    let fate = |at: usize| fate_of(&words.get(at).filter(is_verb)?.lower);
    let joined =
        words.get(behind + 1).is_some_and(|word| word.is_any(&["or", "and"])) && fate(behind + 2).is_some();
    let told = || fate(behind).filter(|_| beside && !joined && measure.unit == Unit::Count);
    let before = || {
        let verb = at.checked_sub(1).and_then(|before| words.get(before)).filter(|word| word.is_verb())?;
        let nameless = measure.counted.is_empty() && measure.unit == Unit::Count;
        fate_of(&verb.base()).filter(|_| nameless)
    };
    told().or_else(before)
}

/// Whom a figure counts that stands beside what became of them.
const PEOPLE: &str = "people";

/// One word for all that tell the same of somebody: "killed" and "died".
fn fated(lemma: String) -> String {
    fate_of(&lemma).map_or(lemma, str::to_owned)
}

/// "Has 900 | workers", "there are 900": how many there are is no count of those to whom something happened.
fn is_held(words: &[Word], lemma: &str, verb: usize) -> bool {
    let there =
        || verb.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.is("there"));
    lemma == "have" || lemma == "be" && there()
}

/// "Of the | 300 miners, 40 left".
fn is_whole(words: &[Word], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
    before(2).is_some_and(|word| word.is("of"))
        && before(1).is_some_and(|word| word.is_any(&["the", "its", "their", "his", "her", "our", "all"]))
}

/// What stands for having them.
const HELD: &str = "have";

/// The noun whose level a figure is, and what tells it apart: "the toll rose to 31", "put the toll of the fire at 31".
fn level(words: &[Word], verb: &str, verb_at: usize, between: Range<usize>) -> Option<(String, Vec<String>)> {
    let subject = || named(words.get(subject_of(words, verb_at)?)?);
    if LEXICON.levels.contains(verb) {
        return subject();
    }
    let sets = LEXICON.sets.contains(verb) && is_reached(words, between.end);
    let object = words.get(between).unwrap_or_default();
    sets.then(|| named(object).or_else(subject)).flatten()
}

/// The subject of the clause of a verb: what is said stands behind who says it, "Lind said that the rate had fallen to 6".
fn subject_of(words: &[Word], verb: usize) -> Option<Range<usize>> {
    let mut from = 0;
    for _ in 0..CLAUSES {
        let clause = clause(words, from);
        if clause.group.words.contains(&verb) || clause.group.words.end <= from {
            return Some(clause.subject);
        }
        from = clause.group.words.end;
        let that = words.iter().take(verb).rposition(|word| word.is("that"));
        from = that.map_or(from, |that| from.max(that));
    }
    None
}

/// Clauses that may stand before that of a figure.
const CLAUSES: usize = 3;

/// The head of a noun phrase, the words before it and the noun behind its preposition; "the number of" things is their number.
fn named(phrase: &[Word]) -> Option<(String, Vec<String>)> {
    let mut parts = phrase.split(|word| word.tag == Tag::IN).filter(|part| part.iter().any(Word::is_noun));
    let (first, behind) = (parts.next()?, parts.next());
    let counts = |part: &[Word]| nouns(part).last().is_some_and(|noun| noun.is_any(NUMBERS));
    let (own, behind) = match behind {
        Some(behind) if counts(first) => (behind, None),
        behind => (first, behind),
    };
    let mut of: Vec<String> =
        nouns(own).chain(behind.into_iter().flat_map(nouns)).map(|noun| noun.base().into_owned()).collect();
    let head = nouns(own).count().checked_sub(1)?;
    Some((of.remove(head), of))
}

fn nouns<'w, 't>(phrase: &'w [Word<'t>]) -> impl Iterator<Item = &'w Word<'t>> {
    phrase.iter().filter(|word| word.is_noun() || word.is_adjective())
}

const NUMBERS: &[&str] = &["number", "numbers", "total", "count"];

/// "At 31", "to 31".
fn is_reached(words: &[Word], figure: usize) -> bool {
    figure.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.is_any(&["at", "to"]))
}

fn verb_behind(words: &[Word], end: usize) -> Option<usize> {
    // "15.3 percent, of Americans, support …"
    let of = |at: usize| {
        words.get(at).is_some_and(|word| word.is(",")) && words.get(at + 1).is_some_and(|word| word.is("of"))
    };
    let end = end + usize::from(of(end));
    let near = (end..words.len().min(end + NEAR)).take_while(|at| {
        words.get(*at).is_some_and(|word| !word.is_any(&[",", ";", ".", "and", "or", "but", "—"]))
    });
    near.into_iter().find(|at| words.get(*at).is_some_and(|word| word.is_finite() || word.is_be()))
}

fn verb_before(words: &[Word], at: usize) -> Option<usize> {
    let near = (at.saturating_sub(NEAR)..at)
        .rev()
        .take_while(|at| words.get(*at).is_some_and(|word| !word.is_any(&[";", "—"])));
    near.into_iter().find(|at| words.get(*at).is_some_and(Word::is_verb))
}
