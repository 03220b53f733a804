//! Whose figures they are: who counts in a house, town or sample of their own counts nothing of another's.

use super::alignment::{are_of_two, grammatical_subject, is_same};
use super::figures::are_levels;
use super::statement::{Statement, sides_differ};
use crate::claim::{Participant, Role, Speaker};

/// For want of what the figures of two claims are not of one thing, where speakers or subjects tell so.
pub(super) fn counted_apart(a: &Statement, b: &Statement) -> Option<String> {
    if a.claim.speaker.is_same(&b.claim.speaker) {
        return None;
    }
    own_places(a, b).or_else(|| own_doings(a, b)).or_else(|| other_owners(a, b)).or_else(|| other_doers(a, b))
}

/// "Its army lost 40 tanks", "its army lost 90": each speaks of what is another's.
pub fn other_owners(a: &Statement, b: &Statement) -> Option<String> {
    let (ones, others) = (&a.claim.assertion.skeleton.participants, &b.claim.assertion.skeleton.participants);
    let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    let mut apart = pairs.filter(|(one, other)| one.head == other.head && are_of_two(one, other));
    let (one, other) = apart.next()?;
    let (owner, another) = one.owner.as_ref().zip(other.owner.as_ref())?;
    Some(format!("the “{}” of the one is of {owner}, that of the other of {another}", one.head))
}

/// "The mayor of Brill", "the mayor of Orm": each tells of their own town. Those who speak for states tell of each other's.
fn own_places(a: &Statement, b: &Statement) -> Option<String> {
    let (one, other) = (&a.claim.speaker, &b.claim.speaker);
    let ((office, place), (same, elsewhere)) = (office(one)?, office(other)?);
    let of_states = one.side.is_some() && other.side.is_some() && one.side != other.side;
    let apart = office.eq_ignore_ascii_case(same) && !place.eq_ignore_ascii_case(elsewhere) && !of_states;
    apart.then(|| format!("the one speaks for {place}, the other for {elsewhere}"))
}

/// "Officials in Orm", "officials in Brill" who say of “the law” that it is so and that it is not: each tell of what they have
/// there. Those of two states tell of each other.
pub(super) fn own_grounds(a: &Statement, b: &Statement) -> Option<String> {
    let stationed = |of: &'_ Statement| {
        let (who, place) = of.claim.speaker.name.rsplit_once(" in ")?;
        let group = of.claim.speaker.group && place.starts_with(char::is_uppercase);
        group.then(|| (who.to_owned(), place.to_owned()))
    };
    let ((one, place), (other, elsewhere)) = (stationed(a)?, stationed(b)?);
    let subject = grammatical_subject(&a.claim.assertion.skeleton)?;
    let local = subject.name.is_none() && LOCAL.contains(&&*subject.head);
    let apart = one.eq_ignore_ascii_case(&other) && place != elsewhere && !sides_differ(a, b);
    (local && apart).then(|| format!("the one speaks for {place}, the other for {elsewhere}"))
}

/// What every place has of its own.
const LOCAL: [&str; 12] = [
    "law", "rule", "ban", "curfew", "order", "mandate", "tax", "school", "hospital", "election", "vote",
    "council",
];

/// An office and what it is over.
fn office(speaker: &Speaker) -> Option<(&str, &str)> {
    let (office, place) = speaker.role.as_deref()?.split_once(" of ")?;
    let place = place.trim_start_matches("the ");
    place.starts_with(char::is_uppercase).then_some((office, place))
}

/// "She had treated 12 people", "he had treated 30": each tells what they did themselves.
fn own_doings(a: &Statement, b: &Statement) -> Option<String> {
    let themselves = |statement: &Statement| {
        let speaker = &statement.claim.speaker;
        grammatical_subject(&statement.claim.assertion.skeleton).is_some_and(|it| {
            let by_name = it.name.as_ref().is_some_and(|name| !name.is_empty() && *name == speaker.name);
            by_name || matches!(it.head.to_ascii_lowercase().as_str(), "i" | "we" | "he" | "she")
        })
    };
    (themselves(a) && themselves(b)).then(|| "each speaks of what they did themselves".to_owned())
}

/// "The fire destroyed 12 barns", "the storm destroyed 30": what each counts was done by another. Who puts a toll at 12 did
/// nothing to it.
fn other_doers(a: &Statement, b: &Statement) -> Option<String> {
    if are_levels(a, b) {
        return None;
    }
    let (one, other) = (doer(a)?, doer(b)?);
    (!is_same(one, other))
        .then(|| format!("the one speaks of what “{}” did, the other of “{}”", one.head, other.head))
}

/// Who or what does something to what is counted.
fn doer(statement: &Statement) -> Option<&Participant> {
    let assertion = &statement.claim.assertion;
    let active = assertion.skeleton.predicate.as_ref().is_some_and(|predicate| !predicate.passive);
    let has_object = assertion.skeleton.participants.iter().any(|party| party.role == Role::Object);
    let is_counted = |party: &Participant| {
        assertion.measures.iter().any(|measure| {
            measure.span.overlaps(party.span) || measure.counted.eq_ignore_ascii_case(&party.head)
        })
    };
    grammatical_subject(&assertion.skeleton)
        .filter(|party| active && has_object && !is_counted(party) && !party.head.is_empty())
}
