//! Figures and lengths of time in which two statements are opposed.

use super::alignment::Alignment;
use super::change::may_be_recounted;
use super::domain::counted_apart;
use super::framing;
use super::opposition::{Opposition, are_both_so, contradicts, effective};
use super::portion::portion;
use super::quantity::{self, QuantityConflict};
use super::statement::Statement;
use super::tally;
use super::thesaurus::PredicateMatch;
use super::timing::{Timing, days_between, timing};
use crate::claim::{Act, Bound, Comparator, DateKind, DateRead, Grain, Interval, Measure, Unit};

/// Figures for one thing that cannot both be right.
pub(super) fn quantities(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
    tolerance: f64,
    falls: bool,
) -> Result<Opposition, String> {
    if let Some(told) = tally::held(a, b, alignment) {
        return told;
    }
    let conflict = conflict(a, b, alignment, tolerance)?;
    if let Some(want) = portion(a, b, &conflict) {
        return Err(want);
    }
    if falls && !is_fall(a, b, &conflict) {
        return Err("the later figure is not the smaller one".to_owned());
    }
    if falls && may_be_recounted(a, b, &conflict) {
        return Err("fewer may be so at the later time than were".to_owned());
    }
    let sides = (a.words_at(conflict.a.span), b.words_at(conflict.b.span));
    Ok(contradicts(format!("{} and {} cannot both be right", sides.0, sides.1), sides.0, sides.1))
}

/// Why figures that conflict may be of a part and of the whole after all.
pub(super) fn part_and_whole(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
    tolerance: f64,
) -> Option<String> {
    portion(a, b, &opposed_figures(a, b, alignment, tolerance)?)
}

/// The figures of two statements that cannot both be of one thing.
pub(super) fn opposed_figures(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
    tolerance: f64,
) -> Option<QuantityConflict> {
    conflict(a, b, alignment, tolerance).ok()
}

/// Two figures that cannot both be of one thing; else for want of what there are none.
fn conflict(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
    tolerance: f64,
) -> Result<QuantityConflict, String> {
    if let Some(want) = counted_apart(a, b) {
        return Err(want);
    }
    if matches!(alignment, Some(Alignment::Same { predicate: PredicateMatch::Opposite, .. })) {
        return Err("the opposite is said of what they count".to_owned());
    }
    if let Some((one, other)) = other_deadlines(a, b) {
        return Err(format!("the one is for “{one}”, the other for “{other}”"));
    }
    let told = quantity::conflicting(
        &a.claim.assertion.measures,
        &b.claim.assertion.measures,
        tolerance,
        |one, other| {
            is_former(a, one) == is_former(b, other)
                && is_to_come(a, one) == is_to_come(b, other)
                && same_period(a.period_of(one), b)
                && same_period(b.period_of(other), a)
        },
    );
    match told {
        Ok(Some(conflict)) => Ok(conflict),
        other => match only_figures(a, b, alignment).filter(|it| it.is_beyond(tolerance)) {
            Some(conflict) => Ok(conflict),
            None => Err(other.err().unwrap_or_else(|| "the figures agree after rounding".to_owned())),
        },
    }
}

/// "40 percent by 2030", "60 percent by 2040": what will be reached by the one day may be less than by the other.
fn other_deadlines(a: &Statement, b: &Statement) -> Option<(String, String)> {
    let of = |statement: &Statement| {
        let by = |date: &&DateRead| date.interval.is_some_and(|day| day.bound == Bound::By);
        let date = statement.claim.dates.iter().find(by)?;
        Some((date.interval?, statement.words_at(date.span)))
    };
    let ((one, told), (other, said)) = of(a).zip(of(b))?;
    (days_between(&one, &other) != 0).then_some((told, said))
}

/// "Put the toll at 31", "the toll rose to 31", "the toll is 31": the only figure of either is the level of one thing, whoever
/// tells it.
pub fn are_levels(a: &Statement, b: &Statement) -> bool {
    let level = |of: &Statement| {
        let [figure] = &*of.claim.assertion.measures else { return None };
        let before: Vec<_> = of.words.iter().take_while(|word| word.span.end <= figure.span.start).collect();
        let reached = before
            .last()
            .is_some_and(|word| matches!(&*word.form, "at" | "to" | "is" | "are" | "was" | "were"));
        // "Its rate" is that of whoever speaks.
        let owned =
            before.iter().any(|word| matches!(&*word.form, "its" | "their" | "his" | "her" | "my" | "our"));
        (reached && !owned && !figure.counted.is_empty()).then(|| figure.counted.clone())
    };
    level(a).zip(level(b)).is_some_and(|(one, other)| one == other)
}

/// "From 40" is what a figure was before, whatever it is now.
fn is_former(statement: &Statement, figure: &Measure) -> bool {
    let before = statement.words_before(figure.span.start).last();
    before.is_some_and(|word| *word.form == *"from")
}

/// "May rise to 30", "is expected to reach 30": what it will come to is not what it is.
fn is_to_come(statement: &Statement, figure: &Measure) -> bool {
    let before = statement.words_before(figure.span.start);
    let forecast = statement.claim.assertion.act == Act::Forecast;
    let before: Vec<&str> = before.iter().map(|word| &*word.form).collect();
    framing::is_to_come(&before, forecast)
}

/// "Opened at nine": a bare figure behind "at".
fn is_hour(statement: &Statement, figure: &Measure) -> bool {
    let before = statement.words_before(figure.span.start).last();
    let bare = figure.unit == Unit::Count && figure.counted.is_empty();
    bare && figure.value <= HOURS && before.is_some_and(|word| *word.form == *"at")
}

/// Hours of a day.
const HOURS: f64 = 24.0;

/// The only figures of two statements that say the same of the same: whatever they count, it is one thing.
fn only_figures(a: &Statement, b: &Statement, alignment: Option<&Alignment>) -> Option<QuantityConflict> {
    let says_same = matches!(
        alignment,
        Some(Alignment::Same {
            swapped: false,
            predicate: PredicateMatch::Same | PredicateMatch::Synonym,
            ..
        })
    ) && are_both_so(a, b);
    let ([one], [other]) = (&*a.claim.assertion.measures, &*b.claim.assertion.measures) else { return None };
    let hours = is_hour(a, one) && is_hour(b, other);
    let one_time = is_former(a, one) == is_former(b, other) && is_to_come(a, one) == is_to_come(b, other);
    (says_same && !hours && one_time && quantity::may_be_one(one, other))
        .then(|| QuantityConflict { a: one.clone(), b: other.clone() })
}

/// Whether no figure, length of time or hour of the one is another in the other: only then do they say the same. One of
/// them may give more figures than the other.
pub(super) fn agree_in_figures(a: &Statement, b: &Statement) -> bool {
    let (ones, others) = (&a.claim.assertion.measures, &b.claim.assertion.measures);
    let (ones, others) = (quantity::foremost(ones), quantity::foremost(others));
    let meet = |one: &Measure, other: &Measure| {
        quantity::meet(one, other) && !is_beyond(a, one, other) && !is_beyond(b, other, one)
    };
    let among = ones.iter().all(|one| others.iter().any(|other| meet(one, other)))
        || others.iter().all(|other| ones.iter().any(|one| meet(one, other)));
    among && lengths_apart(a, b).is_none() && !tally::differ(a, b)
}

/// "Fewer than 40" are not 40.
fn is_beyond(statement: &Statement, own: &Measure, exact: &Measure) -> bool {
    let bounded = matches!(own.comparator, Comparator::AtLeast | Comparator::AtMost);
    let words = statement.words_at(own.span);
    let excluded = EXCLUSIVE.iter().any(|comparator| words.starts_with(comparator));
    bounded && excluded && exact.comparator == Comparator::Exact && own.value == exact.value
}

/// Comparators that leave out what they name.
const EXCLUSIVE: &[&str] =
    &["more than", "over", "above", "fewer than", "less than", "under", "below", "well"];

/// "Lasted three days", "lasted five days".
pub(super) fn lengths(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
) -> Result<Opposition, String> {
    let says_same =
        matches!(alignment, Some(Alignment::Same { swapped: false, predicate: PredicateMatch::Same, .. }))
            && effective(a) == effective(b);
    let sides = lengths_apart(a, b).filter(|_| says_same);
    let sides = sides.ok_or_else(|| "they give no two lengths of one thing".to_owned())?;
    Ok(contradicts(format!("{} and {} cannot both be right", sides.0, sides.1), sides.0, sides.1))
}

/// The words for the only lengths of time in two statements, where they are counted in one unit and differ.
fn lengths_apart(a: &Statement, b: &Statement) -> Option<(String, String)> {
    let of = |statement: &Statement| {
        let mut dates = statement.claim.dates.iter().filter(|date| date.kind == DateKind::Duration);
        let only = dates.next().filter(|_| dates.next().is_none())?;
        // Who has lived there for two years has lived there for one.
        let before = statement.words_before(only.span.start).last();
        if before.is_some_and(|word| matches!(&*word.form, "for" | "in" | "within")) {
            return None;
        }
        Some((only.value.clone(), statement.words_at(only.span)))
    };
    let ((one, said), (other, told)) = (of(a)?, of(b)?);
    let unit = |value: &str| value.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    (one != other && unit(&one) == unit(&other)).then_some((said, told))
}

/// Whether a figure's own period, if it has one, can be the time that the other claim speaks of: the period of its own
/// figures, else the time it was made.
fn same_period(period: Option<Interval>, other: &Statement) -> bool {
    let Some(period) = period.filter(|period| period.grain >= Grain::Month) else { return true };
    let others = other.claim.assertion.measures.iter().find_map(|measure| other.period_of(measure));
    timing(Some(&period), others.as_ref().or(other.claim.said.as_ref())) != Timing::Disjoint
}

/// Whether the figure said later, or further on in one text, is the smaller one.
fn is_fall(a: &Statement, b: &Statement, conflict: &QuantityConflict) -> bool {
    let apart = match (&a.claim.said, &b.claim.said) {
        (Some(one), Some(other)) => days_between(one, other),
        _ => 0,
    };
    match apart {
        0 => false,
        days if days > 0 => conflict.b.high < conflict.a.low,
        _ => conflict.a.high < conflict.b.low,
    }
}
