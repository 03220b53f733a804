//! Figures of one text that must fit together and do not.

use crate::claim::{Measure, Unit};
use crate::grammar::number::Stated;

/// Values within bounds.
type Bounds = (f64, f64);

/// What figures that do not fit come to, in words; `None` where they fit, or where it cannot be told.
pub fn misfit(stated: &Stated) -> Option<String> {
    match stated {
        Stated::Twice(a, b) => (a.high < b.low || b.high < a.low).then(String::new),
        Stated::Change { by, from, to } => wrong_change(by, from, to),
        Stated::Share { part, whole, share } => wrong_share(part, whole, share),
        Stated::Parts { whole, parts } => wrong_parts(whole, parts),
        Stated::Lead { ahead, behind, margin } => covered_lead(ahead, behind, margin),
    }
}

fn wrong_change(by: &Measure, from: &Measure, to: &Measure) -> Option<String> {
    if from.unit != to.unit || bounds(from).0 <= 0.0 || !is_exact(from) || !is_exact(to) {
        return None;
    }
    let difference = distance(bounds(from), bounds(to));
    let rate = (100.0 * difference.0 / bounds(from).1, 100.0 * difference.1 / bounds(from).0);
    let expected = if by.unit == Unit::Percent { rate } else { difference };
    if by.unit != Unit::Percent
        && by.unit != from.unit
        && (&by.unit, &from.unit) != (&Unit::Points, &Unit::Percent)
    {
        return None;
    }
    if meet(bounds(by), expected) {
        return None;
    }
    let points = (to.value - from.value).abs();
    Some(match (&by.unit, &from.unit) {
        (Unit::Percent, Unit::Percent) if meet(bounds(by), difference) => {
            format!("{} percentage points, or {} percent", short(points), short(100.0 * points / from.value))
        }
        (Unit::Percent, _) => format!("{} percent", short(100.0 * points / from.value)),
        _ => short(points),
    })
}

fn wrong_share(part: &Measure, whole: &Measure, share: &Measure) -> Option<String> {
    if bounds(whole).0 <= 0.0 || !is_exact(part) || !is_exact(whole) {
        return None;
    }
    let (part_bounds, whole_bounds) = (bounds(part), bounds(whole));
    let expected = (100.0 * part_bounds.0 / whole_bounds.1, 100.0 * part_bounds.1 / whole_bounds.0);
    (!meet(bounds(share), expected)).then(|| format!("{} percent", short(100.0 * part.value / whole.value)))
}

fn wrong_parts(whole: &Measure, parts: &[Measure]) -> Option<String> {
    let sum: f64 = parts.iter().map(|part| bounds(part).0).sum();
    let exact = parts.iter().chain([whole]).all(is_exact);
    (exact && sum > bounds(whole).1).then(|| short(parts.iter().map(|part| part.value).sum()))
}

fn covered_lead(ahead: &Measure, behind: &Measure, margin: &Measure) -> Option<String> {
    let lead = ahead.value - behind.value;
    (lead <= margin.value)
        .then(|| format!("a lead of {} with a margin of {}", short(lead), short(margin.value)))
}

/// What a figure may stand for, as rounded as it looks: "33 percent" for 32.5 to 33.5, "62 million" for half a million
/// either way. Small counts are exact.
fn bounds(measure: &Measure) -> Bounds {
    let half = match measure.unit {
        Unit::Percent | Unit::Points => decimals(measure.value) / 2.0,
        _ if measure.value < EXACT => 0.0,
        _ => last_place(measure.value) / 2.0,
    };
    (measure.low - half, measure.high + half)
}

/// Counts below this are counted one by one.
const EXACT: f64 = 1000.0;

/// The place of the last decimal written: 1, 0.1 or 0.01.
fn decimals(value: f64) -> f64 {
    let whole = |place: f64| ((value / place) - (value / place).round()).abs() < 1e-6;
    [1.0, 0.1, 0.01].into_iter().find(|place| whole(*place)).unwrap_or(0.01)
}

/// The place of the last digit that is no nought: 1,000,000 for 62 million.
fn last_place(value: f64) -> f64 {
    let places = std::iter::successors(Some(1.0), |place: &f64| Some(place * 10.0)).take(15);
    places.take_while(|place| (value / place).fract() == 0.0).last().unwrap_or(1.0)
}

fn distance(a: Bounds, b: Bounds) -> Bounds {
    let (low, high) = if b.0 >= a.0 { (b.0 - a.1, b.1 - a.0) } else { (a.0 - b.1, a.1 - b.0) };
    (low.max(0.0), high)
}

fn meet(a: Bounds, b: Bounds) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

fn is_exact(measure: &Measure) -> bool {
    measure.comparator == crate::claim::Comparator::Exact && measure.high.is_finite()
}

/// At most one decimal.
fn short(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::number::stated;
    use crate::text::Text;

    /// What the figures of a text come to, where they do not fit.
    fn misfits(prose: &str) -> Vec<String> {
        stated(&Text::of_paragraph(prose)).iter().filter_map(misfit).collect()
    }

    #[test]
    fn figures_that_do_not_fit() {
        let cases = [
            (
                "Unemployment rose 5 percent, from 10 percent to 15 percent.",
                "5 percentage points, or 50 percent",
            ),
            ("Ships fell by 40 percent from 200 to 150.", "25 percent"),
            ("Ships rose by 40 percent from 200 to 250.", "25 percent"),
            ("It was supported by 12 of the 40 members (25 percent).", "30 percent"),
            ("Of the 40 members, 25 voted for it, 12 against it and 5 did not vote.", "42"),
            (
                "Holm leads by 43 percent to 40 percent. The margin of error is 3 points.",
                "a lead of 3 with a margin of 3",
            ),
        ];
        for (prose, expected) in cases {
            assert_eq!(misfits(prose), [expected], "{prose}");
        }
    }

    #[test]
    fn figures_that_fit_or_cannot_be_held_against_each_other() {
        for prose in [
            "Unemployment rose 5 percentage points, from 10 percent to 15 percent.",
            "Ships fell by 25 percent from 200 to 150.",
            "Sales rose 3.3 percent, from 60 million to 62 million.",
            "Ships fell by about 40 percent from some 200 to 150.",
            "It was supported by 13 of the 40 members (33 percent).",
            "Of the 40 members, 25 voted for it and 5 against it.",
            "Holm leads by 55 percent to 43 percent. The margin of error is 4 points.",
            "Holm is slightly ahead by 43 percent to 40 percent. The margin of error is 4 points.",
        ] {
            assert_eq!(misfits(prose), [""; 0], "{prose}");
        }
    }
}
