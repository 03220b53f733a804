//! Whether one of two figures may be a part of the other: "12 died in Klow", "40 died"; youth unemployment, unemployment.

use super::alignment::{Alignment, grammatical_subject};
use super::framing::{self, Framing};
use super::opposition::effective;
use super::quantity::QuantityConflict;
use super::statement::Statement;
use super::tally;
use super::thesaurus::PredicateMatch;
use crate::claim::{Measure, Participant, Role, Unit};

/// Why the figures of two statements may be of a part and of the whole, where they may.
pub(super) fn portion(a: &Statement, b: &Statement, found: &QuantityConflict) -> Option<String> {
    let attribute = attribute(a, &found.a, b, &found.b).or_else(|| attribute(b, &found.b, a, &found.a));
    let told = attribute.or_else(|| restricted((&a.framing(), &found.a), (&b.framing(), &found.b)))?;
    Some(format!("only one of the figures is of “{told}”"))
}

/// What binds only one of two figures to a place, a group or a period, where it may be a part of the other for that.
pub(super) fn restricted(
    (one, first): (&Framing, &Measure),
    (other, second): (&Framing, &Measure),
) -> Option<String> {
    let part = |of: &Framing, own: &Measure, whole: &Framing, its: &Measure| {
        framing::portion(of, whole).filter(|_| may_be_part(own, its))
    };
    part(one, first, other, second)
        .or_else(|| part(other, second, one, first))
        .or_else(|| framing::of_another(one, other))
}

/// "Hired 300 workers", "dismissed 200"; "rescued ten", "did not rescue two": those of whom the one is so are others than those
/// of whom it is not.
pub(super) fn others_counted(a: &Statement, b: &Statement, alignment: Option<&Alignment>) -> Option<String> {
    let opposite = matches!(alignment, Some(Alignment::Same { predicate: PredicateMatch::Opposite, .. }));
    let (one, other) = (counted_party(a)?, counted_party(b)?);
    let denied = effective(a) != effective(b) && one != other && tally::held(a, b, alignment).is_none();
    (opposite || denied).then(|| format!("the one counts “{one}”, the other “{other}”"))
}

/// The subject or object of which a figure tells how many there are, with the figure.
fn counted_party(statement: &Statement) -> Option<String> {
    let assertion = &statement.claim.assertion;
    let counts = |party: &Participant, measure: &Measure| {
        party.role != Role::Oblique && measure.unit == Unit::Count && measure.counted == party.head
    };
    let counted = |measure: &&Measure| assertion.skeleton.participants.iter().any(|it| counts(it, measure));
    let measure = assertion.measures.iter().find(counted)?;
    Some(format!("{} {}", statement.words_at(measure.span), measure.counted))
}

/// A share of a part may be greater than that of the whole; a number cannot.
pub(super) fn may_be_part(part: &Measure, whole: &Measure) -> bool {
    matches!(part.unit, Unit::Percent | Unit::Points) || part.value < whole.value
}

/// "Youth" unemployment, "season" tickets: an attribute of what is counted that only the one has.
fn attribute(one: &Statement, own: &Measure, other: &Statement, its: &Measure) -> Option<String> {
    if !may_be_part(own, its) {
        return None;
    }
    let of_subject = || {
        let (x, y) = (counted(one, own)?, counted(other, its)?);
        let is_one = x.head.eq_ignore_ascii_case(&y.head);
        x.modifiers.iter().find(|word| is_one && !y.modifiers.contains(word)).cloned()
    };
    let of_noun = || {
        let before = |word: &&String| one.has_before(word, &own.counted, own.span);
        own.of.iter().filter(|word| !its.of.contains(word)).find(before).cloned()
    };
    of_noun().or_else(of_subject)
}

/// The subject that a figure is of: "unemployment rose to 7 percent".
fn counted<'s>(statement: &'s Statement, measure: &Measure) -> Option<&'s Participant> {
    let subject = grammatical_subject(&statement.claim.assertion.skeleton)?;
    let is_level = measure.counted.is_empty() || measure.counted.eq_ignore_ascii_case(&subject.head);
    let share = matches!(measure.unit, Unit::Percent | Unit::Points | Unit::Money(_));
    (share && is_level && subject.name.is_none()).then_some(subject)
}
