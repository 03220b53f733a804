//! Figures for one thing: when do two of them conflict?

use crate::claim::{Comparator, Measure, Unit};
use crate::grammar::number::conversion;
use std::borrow::Cow;

impl QuantityConflict {
    /// Whether they differ by more than `tolerance` per cent.
    pub(super) fn is_beyond(&self, tolerance: f64) -> bool {
        disjoint(&self.a, &self.b, tolerance)
    }
}

/// Difference between two figures that is still the same figure, in per cent, where no rule says otherwise.
pub(super) const TOLERANCE: f64 = 5.0;

/// Whether two figures may be of one thing and one time: neither says that it counts another.
pub(super) fn may_be_one(a: &Measure, b: &Measure) -> bool {
    let counted = a.counted.is_empty() || b.counted.is_empty() || a.counted.eq_ignore_ascii_case(&b.counted);
    a.unit == b.unit && a.per == b.per && counted && populations_agree(a, b)
}

/// Whether two figures can be one: in one unit, and not apart.
pub(super) fn meet(a: &Measure, b: &Measure) -> bool {
    let (a, b) = &in_one_unit(a, b);
    a.unit == b.unit && a.per == b.per && !disjoint(a, b, TOLERANCE)
}

/// Two figures that cannot both be right.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantityConflict {
    /// The first claim's figure.
    pub a: Measure,
    /// The second claim's figure.
    pub b: Measure,
}

/// The first pair of figures for one thing that do not meet within `tolerance` per cent; `Err` says for want of
/// what none could be compared. `same_period` tells whether two figures can be of one time.
pub fn conflicting(
    a: &[Measure],
    b: &[Measure],
    tolerance: f64,
    same_period: impl Fn(&Measure, &Measure) -> bool,
) -> Result<Option<QuantityConflict>, String> {
    let mut want = match (a.is_empty(), b.is_empty()) {
        (false, false) => "the figures count different things".to_owned(),
        (true, true) => "neither gives a figure".to_owned(),
        _ => "only one of them gives a figure".to_owned(),
    };
    let (a, b) = (foremost(a), foremost(b));
    let mut comparable = false;
    let is_one = |x: &Measure, y: &Measure| same_thing(x, y).is_ok() && meet(x, y);
    // "34 missiles, four of them for training": what both count is no other count of the same.
    let told_by_both = |one: &Measure, other: &Measure| {
        b.iter().any(|it| it != other && is_one(one, it)) || a.iter().any(|it| it != one && is_one(it, other))
    };
    for one in a {
        for other in b {
            let (x, y) = &in_one_unit(one, other);
            match same_thing(x, y) {
                Ok(()) if !same_period(one, other) => want = "the figures are of different times".to_owned(),
                Ok(()) if disjoint(x, y, tolerance) && told_by_both(one, other) => comparable = true,
                Ok(()) if disjoint(x, y, tolerance) => {
                    if !add_up(a, one, other) && !add_up(b, other, one) {
                        return Ok(Some(QuantityConflict { a: one.clone(), b: other.clone() }));
                    }
                    want = "the figures of the one add up to that of the other".to_owned();
                }
                Ok(()) => comparable = true,
                Err(reason) => want = reason,
            }
        }
    }
    if comparable { Ok(None) } else { Err(want) }
}

/// "12 killed and 30 injured", "42 killed or injured": whether a figure and those that stand beside it come to the whole.
fn add_up(all: &[Measure], part: &Measure, whole: &Measure) -> bool {
    let Some(at) = all.iter().position(|measure| measure.span == part.span) else { return false };
    let ends = at + 1..=all.len().min(at + MOST);
    let mut runs =
        ends.flat_map(|to| (at.saturating_sub(MOST)..=at).filter_map(move |from| all.get(from..to)));
    let summed = |run: &[Measure]| {
        let sum: f64 = run.iter().map(|measure| measure.value).sum();
        run.len() > 1 && run.iter().all(|it| it.unit == whole.unit) && (whole.low..=whole.high).contains(&sum)
    };
    matches!(whole.comparator, Comparator::Exact | Comparator::About) && runs.any(summed)
}

/// Figures on either side of one that may be counted together with it.
const MOST: usize = 4;

/// Figures of a statement that are held against others: one with more is a table.
const FOREMOST: usize = 100;

/// The figures of a statement, as far as they are looked at.
pub(super) fn foremost(measures: &[Measure]) -> &[Measure] {
    measures.get(..FOREMOST).unwrap_or(measures)
}

/// "100 miles" and "161 kilometres": both in metres, where their units are not one.
fn in_one_unit<'m>(a: &'m Measure, b: &'m Measure) -> (Cow<'m, Measure>, Cow<'m, Measure>) {
    let both = converted(a).zip(converted(b)).filter(|(x, y)| a.unit != b.unit && x.unit == y.unit);
    both.map_or((Cow::Borrowed(a), Cow::Borrowed(b)), |(x, y)| (Cow::Owned(x), Cow::Owned(y)))
}

/// The same in the unit that its own is counted in; a unit that counts nothing else counts itself.
fn converted(measure: &Measure) -> Option<Measure> {
    let Unit::Other(unit) = &measure.unit else { return None };
    let (base, factor) = conversion(unit)?;
    let counted = if measure.counted == *unit { base.to_owned() } else { measure.counted.clone() };
    let [low, high, value] = [measure.low, measure.high, measure.value].map(|value| value * factor);
    Some(Measure { low, high, value, counted, unit: Unit::Other(base.to_owned()), ..measure.clone() })
}

/// Unit, noun and population must agree; a population that one side leaves out is not known to agree.
fn same_thing(a: &Measure, b: &Measure) -> Result<(), String> {
    if a.unit != b.unit || a.per != b.per {
        return Err("the figures have different units".to_owned());
    }
    if a.counted.is_empty() || b.counted.is_empty() {
        return Err("one of the figures does not say what it counts".to_owned());
    }
    if !a.counted.eq_ignore_ascii_case(&b.counted) {
        return Err(format!("the one counts “{}”, the other “{}”", a.counted, b.counted));
    }
    if populations_agree(a, b) {
        Ok(())
    } else {
        Err(format!("“{}” and “{}” are different populations", a.of.join(" "), b.of.join(" ")))
    }
}

/// A population that one side leaves out may be the other's.
fn populations_agree(a: &Measure, b: &Measure) -> bool {
    a.of.iter().all(|word| b.of.contains(word)) || b.of.iter().all(|word| a.of.contains(word))
}

fn disjoint(a: &Measure, b: &Measure, tolerance: f64) -> bool {
    let slack = tolerance / 100.0 * a.value.abs().max(b.value.abs());
    let exact = [a, b].iter().all(|measure| measure.comparator == Comparator::Exact);
    // "2 million" and "3 million" are rounded alike; what rounding leaves open is no excuse.
    if exact && are_rounded_alike(a, b) {
        return (a.value - b.value).abs() > slack;
    }
    let (low_a, high_a) = widened(a, slack);
    let (low_b, high_b) = widened(b, slack);
    high_a < low_b || high_b < low_a
}

/// Whether the last digits given are of one size; of billions the difference is one of many millions.
fn are_rounded_alike(a: &Measure, b: &Measure) -> bool {
    let (one, other) = (a.high - a.low, b.high - b.low);
    let precision = PRECISION * a.value.abs().max(b.value.abs()).max(1.0);
    // "35 to 45 feet" is no 40 rounded to tens where the other is "40 to 50".
    let rounded = |measure: &Measure, grain: f64| {
        let grains = measure.value / grain;
        grain <= precision || (grains - grains.round()).abs() <= ROUNDED
    };
    (one - other).abs() <= precision && rounded(a, one) && rounded(b, other)
}

/// How far a rounded figure may be from a whole number of what it is rounded to, of one.
const ROUNDED: f64 = 1e-6;

/// What binary fractions may add to a figure or take from it, of one.
const PRECISION: f64 = 1e-12;

fn widened(measure: &Measure, slack: f64) -> (f64, f64) {
    match measure.comparator {
        Comparator::Exact => (measure.low - slack, measure.high + slack),
        _ => (measure.low, measure.high),
    }
}
