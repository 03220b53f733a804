//! What is said of what a figure counts: "12 miners died" and "31 miners are missing" are two counts.

use super::clause::clause;
use super::group::group;
use super::lexicon::LEXICON;
use super::word::{Word, first_sentence};
use crate::claim::Measure;
use crate::text::Text;

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
        said.extend(object.map(|word| word.base().into_owned()));
    }
    let lemma = verb.lemma;
    if lemma != "be" && lemma != "have" {
        said.push(lemma.clone());
    }
    measure.of.extend(said);
    if measure.counted.is_empty() && behind.is_none() && LEXICON.levels.contains(&*lemma) {
        let subject = words.get(clause(words, 0).subject).unwrap_or_default();
        measure.counted = subject
            .iter()
            .rev()
            .find(|word| word.is_noun())
            .map(|word| word.base().into_owned())
            .unwrap_or_default();
    }
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
