//! One utterance or two: a quotation that differs from what its speaker said elsewhere.

use super::bound_by;
use crate::check::relate::OPPOSITES;
use crate::claim::Voice;
use crate::compare::{Change, Statement, Timing, Utterance, Weighing, Weight, fidelity, later, timing};
use crate::finding::{Confidence, Gate, Party, Relation, Step};
use crate::grammar::gist::{Gist, Word, gists};
use crate::text::Text;

/// Share of common words from which two quotations are one utterance, and one of them is wrong.
const SAME_UTTERANCE: f64 = 0.75;

/// Quotations of fewer words may be alike by chance.
const SHORTEST_QUOTE: usize = 5;

/// Words from which on nobody says the same of two things.
const NO_PARALLEL: usize = 14;

/// Quotations of one speaker that differ in more than grammar, and are too alike to be two utterances; where they say the same of
/// two things, they are two after all.
pub(super) fn misquoted(one: &Statement, other: &Statement) -> Option<Weighing> {
    let (ours, theirs) = (&one.claim, &other.claim);
    let apart = timing(ours.said.as_ref(), theirs.said.as_ref()) == Timing::Disjoint;
    if !ours.speaker.is_same(&theirs.speaker) || apart {
        return None;
    }
    let by = match (one.quotes.is_empty(), other.quotes.is_empty()) {
        (false, true) => Some(Party::A),
        (true, false) => Some(Party::B),
        _ => ours.said.zip(theirs.said).and_then(|(one, other)| later(one, other)),
    };
    // Where nothing tells which is the original, either may be: how two claims stand is not a matter of their order.
    let parties = by.map_or_else(|| vec![Party::B, Party::A], |by| vec![by]);
    let mut found = parties.into_iter().filter_map(|by| misquoted_by(by, one, other));
    let first = found.next()?;
    let is_graver = |it: &Weighing| it.relation == Relation::Misquotes;
    Some(if is_graver(&first) { first } else { found.find(is_graver).unwrap_or(first) })
}

fn misquoted_by(by: Party, one: &Statement, other: &Statement) -> Option<Weighing> {
    let (quoting, recorded) = if by == Party::A { (one, other) } else { (other, one) };
    let passages = own_words(recorded);
    let pairs = quoting.quotes.iter().flat_map(|quote| passages.iter().map(move |passage| (quote, passage)));
    let mut found = pairs.filter(|(quote, _)| quote.len() >= SHORTEST_QUOTE);
    let (quote, change) = found.find_map(|(quote, passage)| Some((quote, departure(quote, passage)?)))?;
    let Change { quoted, recorded: original, .. } = &change;
    if quote.len() < NO_PARALLEL && speaks_of_another(&change, quoting, recorded) {
        return Some(two_sayings(format!(
            "two sayings: the one is about “{quoted}”, the other about “{original}”"
        )));
    }
    let reason = format!("“{quoted}” in the quotation, “{original}” in the original");
    Some(bound_by(Relation::Misquotes, by, "one speaker, one utterance", reason))
}

fn two_sayings(reason: String) -> Weighing {
    let trail = vec![Step { gate: Gate::Topic, passed: false, reason }];
    Weighing {
        relation: Relation::NotComparable,
        by: None,
        trail,
        opposition: None,
        confidence: Confidence::Low,
    }
}

/// What a speaker said word for word: the quotations, or all of a claim that is in nobody else's words.
fn own_words(statement: &Statement) -> Vec<Utterance> {
    match statement.claim.origin.voice {
        Voice::Narrator if statement.quotes.is_empty() => vec![Utterance::of_words(&statement.words)],
        _ => statement.quotes.clone(),
    }
}

/// The gravest change, where it is no matter of grammar.
fn departure(quote: &Utterance, passage: &Utterance) -> Option<Change> {
    let found = fidelity(quote, passage).filter(|found| found.ratio >= SAME_UTTERANCE)?;
    found.changes.into_iter().max_by_key(|change| change.weight).filter(|it| it.weight > Weight::Grammar)
}

/// "The dam is old", "the bridge is old": of two things the same may be said. North and south, a week and a month are one
/// thing said otherwise.
fn speaks_of_another(change: &Change, quoting: &Statement, recorded: &Statement) -> bool {
    let things = thing(quoting, &change.quoted).zip(thing(recorded, &change.recorded));
    change.weight == Weight::Content
        && things.is_some_and(|(one, other)| {
            let nouns = one.is_noun() && other.is_noun() && !OPPOSITES.are(&one, &other);
            nouns || one.is_ordinal() && other.is_ordinal()
        })
}

/// The word that changed ones end in, where it is no part of a date.
fn thing(statement: &Statement, changed: &str) -> Option<Word> {
    let last = changed.rsplit(' ').next()?;
    let content = statement.claim.content();
    let mut words = gists(&Text::of_paragraph(content)).into_iter().flat_map(|Gist { words, .. }| words);
    let word = words.find(|word| word.lower == last)?;
    let mut dates = statement.claim.dates.iter();
    let is_dated = dates.any(|date| statement.words_at(date.span).split(' ').any(|word| word == last));
    (!is_dated).then_some(word)
}
