//! How two statements that are given as a pair stand to each other: beyond the gates, by what one does to the other.

use super::Kit;
use super::evidence::bound;
use super::why::general_lens;
use crate::claim::{Act, Irrealis, Voice};
use crate::compare::{
    Alignment, Statement, Timing, Utterance, Weighing, Weight, align, fidelity, later, target_of, timing,
    turns_down, weigh,
};
use crate::finding::{Confidence, Gate, Party, Relation, Step};
use crate::text::FileId;

/// Share of common words from which two quotations are one utterance, and one of them is wrong.
const SAME_UTTERANCE: f64 = 0.75;

/// Quotations of fewer words may be alike by chance.
const SHORTEST_QUOTE: usize = 5;

/// What the more telling of the two does to the other, else what the gates make of them.
pub(super) fn related(one: &Statement, other: &Statement, kit: &Kit) -> Weighing {
    let weighing = weigh(one, other, &general_lens(), &kit.thesaurus);
    misquoted(one, other)
        .or_else(|| taken_back(one, other, kit))
        .or_else(|| turned_down(one, other, kit, &weighing))
        .unwrap_or(weighing)
}

/// Quotations of one speaker that differ in more than grammar, and are too alike to be two utterances.
fn misquoted(one: &Statement, other: &Statement) -> Option<Weighing> {
    let (ours, theirs) = (&one.claim, &other.claim);
    let apart = timing(ours.said.as_ref(), theirs.said.as_ref()) == Timing::Disjoint;
    if !ours.speaker.is_same(&theirs.speaker) || apart {
        return None;
    }
    let by = match (one.quotes.is_empty(), other.quotes.is_empty()) {
        (false, true) => Party::A,
        (true, false) => Party::B,
        _ => ours.said.zip(theirs.said).and_then(|(one, other)| later(one, other)).unwrap_or(Party::B),
    };
    let (quoting, recorded) = if by == Party::A { (one, other) } else { (other, one) };
    let passages = own_words(recorded);
    let pairs = quoting.quotes.iter().flat_map(|quote| passages.iter().map(move |passage| (quote, passage)));
    let mut found = pairs.filter(|(quote, _)| quote.len() >= SHORTEST_QUOTE);
    let reason = found.find_map(|(quote, passage)| departure(quote, passage))?;
    Some(bound_by(Relation::Misquotes, by, "one speaker, one utterance", reason))
}

/// What a speaker said word for word: the quotations, or all of a claim that is in nobody else's words.
fn own_words(statement: &Statement) -> Vec<Utterance> {
    match statement.claim.origin.voice {
        Voice::Narrator if statement.quotes.is_empty() => vec![Utterance::of_words(&statement.words)],
        _ => statement.quotes.clone(),
    }
}

fn departure(quote: &Utterance, passage: &Utterance) -> Option<String> {
    let found = fidelity(quote, passage).filter(|found| found.ratio >= SAME_UTTERANCE)?;
    let gravest = found.changes.iter().max_by_key(|change| change.weight)?;
    (gravest.weight > Weight::Grammar)
        .then(|| format!("“{}” in the quotation, “{}” in the original", gravest.quoted, gravest.recorded))
}

/// A retraction or correction of what the other asserts.
fn taken_back(one: &Statement, other: &Statement, kit: &Kit) -> Option<Weighing> {
    let act = |statement: &Statement| statement.claim.assertion.act;
    let puts_right = |statement: &Statement| matches!(act(statement), Act::Retract | Act::Correct);
    let (by, own, earlier) = match (puts_right(one), puts_right(other)) {
        (true, false) => (Party::A, one, other),
        (false, true) => (Party::B, other, one),
        _ => return None,
    };
    let (mine, theirs) = (&own.claim.speaker, &earlier.claim.speaker);
    if !(theirs.is_nobody() || mine.is_same(theirs)) {
        return None;
    }
    let aligned = align(&own.claim.assertion.skeleton, &earlier.claim.assertion.skeleton, &kit.thesaurus);
    let Alignment::Same { swapped: false, matched, .. } = aligned else { return None };
    let (relation, reason) = match act(own) {
        Act::Retract => (Relation::Retracts, "takes back"),
        _ => (Relation::Supersedes, "puts right"),
    };
    let reason = format!("“{}” {reason} what the other says", own.claim.cue());
    Some(bound_by(relation, by, &format!("both speak of {matched}"), reason))
}

/// A denial or dispute of what the other asserts, or of the account that the other is.
fn turned_down(one: &Statement, other: &Statement, kit: &Kit, weighing: &Weighing) -> Option<Weighing> {
    let (by, denial, target) = match (turns_down(one), turns_down(other)) {
        (true, false) => (Party::A, one, other),
        (false, true) => (Party::B, other, one),
        _ => return None,
    };
    let relation = match denial.claim.assertion.act {
        Act::Deny => Relation::Denies,
        _ => Relation::Disputes,
    };
    if weighing.opposition.is_some() {
        return Some(Weighing { relation, by: Some(by), ..weighing.clone() });
    }
    if matches!(target.irrealis(), Some(irrealis) if irrealis != Irrealis::Embedded) {
        return None;
    }
    // What answers a claim of another text is looked for there, whatever its place.
    let mut denial = denial.clone();
    denial.claim.origin.file = ELSEWHERE;
    let found = target_of(&denial, &[target], &kit.thesaurus)?;
    let reason = format!("“{}” turns down what the other says", denial.claim.cue());
    Some(bound_by(relation, by, &found.found_by, reason))
}

/// No file of a pair.
const ELSEWHERE: FileId = FileId(u32::MAX);

fn bound_by(relation: Relation, by: Party, topic: &str, reason: String) -> Weighing {
    let passed = |gate, reason: &str| Step { gate, passed: true, reason: reason.to_owned() };
    Weighing {
        relation,
        by: Some(by),
        trail: vec![passed(Gate::Topic, topic), passed(Gate::Opposed, &reason)],
        opposition: Some(bound(relation, &reason, "", "")),
        confidence: Confidence::Medium,
    }
}

#[cfg(test)]
mod tests;
