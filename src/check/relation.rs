//! How two statements that are given as a pair stand to each other: beyond the gates, by what one does to the other.

mod misquote;

use super::Kit;
use super::evidence::bound;
use super::why::general_lens;
use crate::claim::{Act, Irrealis};
use crate::compare::{
    Alignment, Lens, Opposed, Opposition, Statement, Want, Weighing, align, are_levels, calls_false,
    denies_charge, target_of, turns_down, weigh,
};
use crate::finding::{Confidence, Gate, Party, Relation, Step};
use crate::text::FileId;
use misquote::misquoted;

/// What the more telling of the two does to the other, else what the gates make of them.
pub(super) fn related(one: &Statement, other: &Statement, kit: &Kit) -> Weighing {
    let weighing = weigh(one, other, &general_lens(), &kit.thesaurus);
    let weighing = blamed(one, other, kit, &weighing).unwrap_or(weighing);
    let weighing = counted(one, other, kit, &weighing).unwrap_or(weighing);
    let quoted = misquoted(one, other);
    let is_one = |found: &Weighing| found.opposition.is_some() || weighing.opposition.is_none();
    quoted
        .filter(is_one)
        .or_else(|| taken_back(one, other, kit))
        .or_else(|| turned_down(one, other, kit, &weighing))
        .unwrap_or(weighing)
}

/// "The army shelled the depot", "the rebels shelled it": of one deed that somebody answers for, two who did it.
fn blamed(one: &Statement, other: &Statement, kit: &Kit, weighing: &Weighing) -> Option<Weighing> {
    let lens = Lens { opposed: vec![Opposed::Agents], ..general_lens() };
    let apart = weighing.relation == Relation::NotComparable;
    apart.then(|| weigh(one, other, &lens, &kit.thesaurus)).filter(|found| found.opposition.is_some())
}

/// "40 people were hurt", "25 people were hurt": figures for one thing, whatever else is said of it.
fn counted(one: &Statement, other: &Statement, kit: &Kit, weighing: &Weighing) -> Option<Weighing> {
    let skeletons = (&one.claim.assertion.skeleton, &other.claim.assertion.skeleton);
    let alignment = align(skeletons.0, skeletons.1, &kit.thesaurus);
    let others = match &alignment {
        Alignment::Apart { want: Want::Subjects(..) | Want::Predicates(..) } if are_levels(one, other) => {
            false
        }
        // "People" are whoever is counted.
        Alignment::Apart { want: Want::Subjects(x, y) } => x.head != "people" || y.head != "people",
        Alignment::Apart { want: Want::Objects(..) | Want::Predicates(..) } => true,
        _ => skeletons.0.predicate.is_some() != skeletons.1.predicate.is_some(),
    };
    let mut lens = general_lens();
    lens.opposed.retain(|opposed| matches!(opposed, Opposed::Quantity { .. }));
    let open = weighing.relation == Relation::NotComparable && !others;
    open.then(|| weigh(one, other, &lens, &kit.thesaurus)).filter(|found| found.opposition.is_some())
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
    let denies = |statement: &Statement| turns_down(statement) || calls_false(statement);
    let (by, denial, target) = match (denies(one), denies(other)) {
        (true, false) => (Party::A, one, other),
        (false, true) => (Party::B, other, one),
        _ => return None,
    };
    if denies_charge(denial, target) {
        return None;
    }
    let relation = match denial.claim.assertion.act {
        Act::Deny => Relation::Denies,
        _ => Relation::Disputes,
    };
    if weighing.opposition.is_some() {
        // "Ruled it out", "did not rule it out": what is so of one answer is not so of the other.
        let one_answer = denial.claim.attribution.lemma == target.claim.attribution.lemma;
        let (relation, by) = if one_answer { (Relation::Contradicts, None) } else { (relation, Some(by)) };
        let opposition = weighing.opposition.clone().map(|found| Opposition { relation, ..found });
        return Some(Weighing { relation, by, opposition, ..weighing.clone() });
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
