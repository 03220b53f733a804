//! Who does it to whom: roles that are swapped, and two who are said to have done one thing.

use super::alignment::{Alignment, agent, differ, done_to, is_same, modifiers_agree};
use super::opposition::{Opposition, are_both_so, contradicts};
use super::statement::Statement;
use crate::claim::{Modality, Participant, Role, Skeleton};
use crate::text::Span;
use crate::text::form::noun_base;

/// "Norland sold arms to Sudland", "Sudland sold arms to Norland": the same went the other way.
pub(super) fn are_handed_round(x: &Participant, y: &Participant, (a, b): (&Skeleton, &Skeleton)) -> bool {
    let receives = |skeleton: &Skeleton, party: &Participant| {
        let mut others = skeleton.participants.iter().filter(|other| other.role == Role::Oblique);
        others.any(|other| is_same(other, party))
    };
    let same_thing = done_to(a).zip(done_to(b)).is_some_and(|(one, other)| is_same(one, other));
    same_thing && go_one_way(a, b) && receives(a, y) && receives(b, x)
}

/// "To the rebels", "from Sudland", on either side; "with" goes both ways.
fn go_one_way(a: &Skeleton, b: &Skeleton) -> bool {
    let ways = |of: &Skeleton| of.settings.iter().map(|it| it.of.clone()).collect::<Vec<_>>();
    let (one, other) = (ways(a), ways(b));
    let directed = |way: &String| matches!(way.as_str(), "to" | "from" | "into" | "against" | "for");
    let known = one.iter().chain(&other).all(directed) && !(one.is_empty() && other.is_empty());
    known && (one == other || one.is_empty() || other.is_empty())
}

/// "Of fraud", "of theft".
pub(super) fn are_other_charges(a: Option<&Participant>, b: Option<&Participant>) -> bool {
    a.zip(b).is_some_and(|(one, other)| !modifiers_agree(&one.modifiers, &other.modifiers))
}

pub(super) fn roles(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
) -> Result<Opposition, String> {
    match alignment {
        Some(Alignment::Same { swapped: true, .. }) if are_one_of_many(a, b) => {
            Err("each may have given the other one of them".to_owned())
        }
        Some(Alignment::Same { swapped: true, .. }) if are_both_so(a, b) => {
            let sides = (a.claim.content().to_owned(), b.claim.content().to_owned());
            Ok(contradicts("who did it and to whom it was done are swapped".to_owned(), sides.0, sides.1))
        }
        _ => Err("the roles are not swapped".to_owned()),
    }
}

/// "Sent a letter to": of what there are many, the one may have got one, and the other another.
fn are_one_of_many(a: &Statement, b: &Statement) -> bool {
    let thing = |of: &Statement| done_to(&of.claim.assertion.skeleton).map(|it| it.span);
    let indefinite = |of: &Statement, span: Span| {
        let mut near = of.words.iter().rev().skip_while(|word| word.span.start > span.start).take(2);
        let counted = of.claim.assertion.measures.iter().any(|it| it.span.overlaps(span));
        counted || near.any(|word| matches!(&*word.form, "a" | "an" | "some" | "another"))
    };
    let handed = is_handed(a) && is_handed(b);
    handed && [a, b].iter().any(|of| thing(of).is_some_and(|span| indefinite(of, span)))
}

/// Whether somebody gets something from somebody: there is a third party beside the two.
fn is_handed(statement: &Statement) -> bool {
    let parties = &statement.claim.assertion.skeleton.participants;
    parties.iter().any(|party| party.role == Role::Oblique)
        && done_to(&statement.claim.assertion.skeleton).is_some()
}

pub(super) fn agents(a: &Statement, b: &Statement) -> Result<Opposition, String> {
    let (one, other) = (&a.claim.assertion, &b.claim.assertion);
    let both_certain = one.modality == Modality::CT && other.modality == Modality::CT;
    if !both_certain || !are_both_so(a, b) {
        return Err("one of them does not say that it was done".to_owned());
    }
    if !is_of_one_thing(a) || !is_of_one_thing(b) {
        return Err("one of them does not say that it was this one and no other".to_owned());
    }
    match (agent(&one.skeleton), agent(&other.skeleton)) {
        (Some(x), Some(y)) if differ(x, y) || is_speaker(a, y) && is_speaker(b, x) => {
            let named = |who: &Participant| who.name.clone().unwrap_or_else(|| who.head.clone());
            let sides = (named(x), named(y));
            Ok(contradicts(format!("{} and {} for one deed", sides.0, sides.1), sides.0, sides.1))
        }
        _ => Err("they do not name two different doers".to_owned()),
    }
}

/// Whether somebody spoken of is the one who speaks in a statement: "the army said the rebels did it"; or for whom somebody
/// does: "an army spokesman".
fn is_speaker(statement: &Statement, party: &Participant) -> bool {
    let (name, head) = (statement.claim.speaker.name.to_lowercase(), party.head.to_lowercase());
    name.split([' ', '-']).any(|word| !word.is_empty() && noun_base(word) == head)
}

/// "Shelled the depot", not "shelled 12 depots", "shelled a depot", or "shelled the depot, too".
fn is_of_one_thing(statement: &Statement) -> bool {
    let assertion = &statement.claim.assertion;
    let Some(thing) = done_to(&assertion.skeleton) else { return false };
    let is_counted = assertion.measures.iter().any(|it| it.counted.eq_ignore_ascii_case(&thing.head));
    let mut near = statement.words.iter().rev().skip_while(|word| word.span.start > thing.span.start).take(2);
    let is_told = thing.name.is_some()
        || near
            .any(|word| word.capital || matches!(&*word.form, "the" | "this" | "that" | "these" | "those"));
    let also = statement.words.iter().any(|word| matches!(&*word.form, "also" | "too" | "both" | "well"));
    is_told && !is_counted && !also
}
