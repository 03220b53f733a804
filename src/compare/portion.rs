//! Whether one of two figures may be a part of the other: "12 died in Klow", "40 died"; youth unemployment, unemployment.

use super::alignment::{Alignment, grammatical_subject};
use super::framing::{self, Figure, Framing};
use super::narrower;
use super::opposition::effective;
use super::quantity::QuantityConflict;
use super::statement::Statement;
use super::tally;
use super::thesaurus::PredicateMatch;
use crate::claim::{Measure, Participant, Role, Unit};

/// Why the figures of two statements may be of a part and of the whole, where they may.
pub(super) fn portion(a: &Statement, b: &Statement, found: &QuantityConflict) -> Option<String> {
    let attribute = attribute(a, &found.a, b, &found.b).or_else(|| attribute(b, &found.b, a, &found.a));
    let behind = || behind(a, &found.a, b, &found.b).or_else(|| behind(b, &found.b, a, &found.a));
    attribute
        .or_else(behind)
        .map(of_one)
        .or_else(|| apart((&a.framing(), &found.a), (&b.framing(), &found.b)))
}

/// Why two figures may be of two things: one is bound to a place, a group or a period and may be a part of the other for
/// that, or what is told around them sets them apart.
pub(super) fn apart(one: (&Framing, &Measure), other: (&Framing, &Measure)) -> Option<String> {
    let restricted = restricted(one, other).or_else(|| restricted(other, one));
    let another = || framing::of_another(one.0, other.0);
    restricted.or_else(another).map(of_one).or_else(|| {
        let figures = Figure::of(one.0, one.1).zip(Figure::of(other.0, other.1));
        figures.and_then(|(one, other)| framing::unlike_figures(one, other))
    })
}

fn of_one(told: String) -> String {
    format!("only one of the figures is of “{told}”")
}

/// What binds only the first of two figures, where it may be a part of the other for that.
fn restricted((one, own): (&Framing, &Measure), (other, its): (&Framing, &Measure)) -> Option<String> {
    let figures = Figure::of(one, own).zip(Figure::of(other, its));
    let part = || figures.and_then(|(one, other)| framing::part(one, other));
    let portion = may_be_part(own, its).then(|| framing::portion(one, other).or_else(part)).flatten();
    portion.or_else(|| may_vary(one, own).then(|| framing::condition(one, other)).flatten())
}

/// "Hired 300 workers", "dismissed 200"; "rescued ten", "did not rescue two": those of whom the one is so are others than those
/// of whom it is not.
pub(super) fn others_counted(a: &Statement, b: &Statement, alignment: Option<&Alignment>) -> Option<String> {
    let opposite = matches!(alignment, Some(Alignment::Same { predicate: PredicateMatch::Opposite, .. }));
    let apart = || effective(a) != effective(b);
    if let Some(shares) = shares(a, b).filter(|_| opposite || apart()) {
        return Some(shares);
    }
    let (one, other) = (counted_party(a)?, counted_party(b)?);
    let denied = apart() && one != other && tally::held(a, b, alignment).is_none();
    (opposite || denied).then(|| format!("the one counts “{one}”, the other “{other}”"))
}

/// "80 percent have power", "20 percent have none": shares of which the one is so and the other not, and which leave room for
/// each other.
fn shares(a: &Statement, b: &Statement) -> Option<String> {
    let share = |of: &Statement| {
        let subject = grammatical_subject(&of.claim.assertion.skeleton)?;
        let mut shares = of.claim.assertion.measures.iter().filter(|it| it.unit == Unit::Percent);
        let share = shares.find(|it| it.span.overlaps(subject.span) || it.span.end <= subject.span.start)?;
        Some((share.low, of.words_at(share.span)))
    };
    let ((low, one), (least, other)) = (share(a)?, share(b)?);
    (low + least <= WHOLE).then(|| format!("it is so of {one}, and not of {other}"))
}

/// All of a whole, in per cent, with room for rounding.
const WHOLE: f64 = 101.0;

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

/// A share of a part may be greater than that of the whole, and what comes a day more on some days than on others; a number
/// cannot.
pub(super) fn may_be_part(part: &Measure, whole: &Measure) -> bool {
    is_rate(part) || part.value < whole.value
}

fn is_rate(measure: &Measure) -> bool {
    matches!(measure.unit, Unit::Percent | Unit::Points) || measure.per.is_some()
}

/// Rates, prices and levels are higher at one time than at another; how many there were is counted once.
fn may_vary(of: &Framing, measure: &Measure) -> bool {
    let level = || Figure::of(of, measure).is_some_and(Figure::is_passing);
    is_rate(measure) || matches!(measure.unit, Unit::Money(_) | Unit::Other(_)) || level()
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

/// "Patients under 50": which of those that are counted, where only the one tells.
fn behind(one: &Statement, own: &Measure, other: &Statement, its: &Measure) -> Option<String> {
    if !may_be_part(own, its) {
        return None;
    }
    let subject = grammatical_subject(&one.claim.assertion.skeleton);
    let counted = subject.filter(|subject| own.span.overlaps(subject.span));
    let told = counted.and_then(|subject| narrower::told_behind((subject, one), other));
    told.or_else(|| narrower::told_of(own, one, other))
}

/// The subject that a figure is of: "unemployment rose to 7 percent".
fn counted<'s>(statement: &'s Statement, measure: &Measure) -> Option<&'s Participant> {
    let subject = grammatical_subject(&statement.claim.assertion.skeleton)?;
    let is_level = measure.counted.is_empty() || measure.counted.eq_ignore_ascii_case(&subject.head);
    let share = matches!(measure.unit, Unit::Percent | Unit::Points | Unit::Money(_));
    (share && is_level && subject.name.is_none()).then_some(subject)
}
