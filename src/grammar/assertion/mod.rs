//! What is asserted: factuality, act, figures and the skeleton to align by.
//!
//! No parser: a chunker finds the finite verb group of the main clause and what stands around it.

mod act;
mod clause;
mod evidence;
mod group;
mod lexicon;
mod measured;
mod narrowing;
mod noun;
mod passing;
mod put;
mod reading;
mod sentences;
mod skeleton;
mod word;

use crate::claim::{Act, Assertion, Attribution, Evidential, Irrealis, Modality, Polarity};
use crate::grammar::number::measures;
use crate::grammar::tag::Tag;
use crate::text::Text;
use act::{Cue, act_of};
use clause::Form;
use lexicon::LEXICON;
pub use sentences::sentences;
use std::ops::Range;

/// The word that stands for all that tell the same of somebody: "killed", "dead" and "died".
pub fn fate_of(word: &str) -> Option<&'static str> {
    LEXICON.fates.get(word)
}

/// The assertion that an attribution makes: its content, as its cue puts it.
pub fn of_attribution(text: &Text, attribution: &Attribution) -> Assertion {
    let Some(content) = &attribution.content else { return Assertion::default() };
    let pieces = word::pieces(text, &content.spans);
    let cue = Cue {
        lemma: &attribution.lemma,
        particle: evidence::particle(text, attribution),
        listed: evidence::listed_in_cue(text, attribution),
        negated: evidence::cue_is_negated(text, attribution),
        present: evidence::cue_is_present(text, attribution),
        called_false: evidence::is_called_false(text, attribution),
    };
    let mut assertion = read(text, &pieces, &cue);
    if assertion.evidential == Evidential::None {
        assertion.evidential = evidence::around_cue(text, attribution);
    }
    if evidence::is_supposed(text, attribution) {
        assertion.irrealis = Some(Irrealis::Condition);
        assertion.modality = Modality::U;
    }
    assertion
}

/// The assertion that a sentence (a range of tokens) makes in the text's own voice.
pub fn of_sentence(text: &Text, sentence: Range<usize>) -> Assertion {
    read(text, &[sentence], &Cue::default())
}

fn read(text: &Text, pieces: &[Range<usize>], cue: &Cue) -> Assertion {
    let mut words = word::first_sentence(text, pieces);
    let said_false = put::unwrapped(&mut words, cue.lemma, cue.answers()) || cue.called_false;
    let mut reading = reading::read(&words);
    reading.negations += u32::from(said_false);
    if reading.first == Form::Infinitive && LEXICON.plan.contains(cue.lemma) {
        reading.intentions.insert(0, cue.lemma.to_owned());
        reading.modality = Modality::U;
    }
    if cue.leaves_open() {
        reading.modality = reading.modality.min(Modality::PS);
    }
    let (act, polarity) = act_of(cue, &words, &reading);
    let unsaid = cue.negated && !cue.grants();
    let uncommitted = (unsaid && polarity == Polarity::Unknown).then_some(Irrealis::Unsaid);
    let irrealis = uncommitted.or(reading.irrealis).or(irrealis_of(act));
    let mut measures: Vec<_> = pieces.iter().flat_map(|piece| measures(text, piece.clone())).collect();
    measured::with_predicates(text, &mut measures);
    Assertion {
        modality: if irrealis.is_some() { Modality::U } else { reading.modality },
        polarity,
        estimate: reading.estimate,
        evidential: reading.evidential,
        act,
        irrealis,
        past: is_past(&words, &reading),
        unsaid,
        measures,
        skeleton: skeleton::skeleton(text, &words, &reading, cue.puts()),
    }
}

/// Whether the verb group of the clause that counts opens in the past tense.
fn is_past(words: &[word::Word], reading: &reading::Reading) -> bool {
    let first = words.get(reading.clause.group.words.start);
    first.is_some_and(|first| first.tag == Tag::VBD || first.is_any(&["was", "were", "did", "had"]))
}

fn irrealis_of(act: Act) -> Option<Irrealis> {
    match act {
        Act::Demand => Some(Irrealis::Demand),
        Act::Hope => Some(Irrealis::Hope),
        Act::Question => Some(Irrealis::Question),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
