//! Ranges: the end that names no year takes it from the other: `from May to October 2020`, `Nov. 2021 to March`.

use super::calendar::calendar;
use crate::claim::time::{DateTerm, Which, YearOf};
use crate::claim::{DateRead, Interval, WrittenDate};
use crate::text::Text;

/// The longest word between two ends in bytes, spaces aside.
const LONGEST: usize = 9;

/// Moves the ends of each range of `read` that name no year next to the other end.
pub(super) fn join(text: &Text, written: &[WrittenDate], read: &mut [DateRead]) {
    for (at, pair) in written.windows(2).enumerate() {
        let [first, last] = pair else { continue };
        let ends = read.get(at).zip(read.get(at + 1));
        let Some((from, to)) = ends.and_then(|(from, to)| from.interval.zip(to.interval)) else { continue };
        if !is_range(text, first, last) {
            continue;
        }
        let (moved, index) = match (is_open(first), is_open(last)) {
            _ if !is_month(first) || !is_month(last) => continue,
            (true, _) => (up_to(&first.term, &to), at),
            (false, true) => (from_on(&last.term, &from), at + 1),
            (false, false) => continue,
        };
        if let (Some(moved), Some(date)) = (moved, read.get_mut(index)) {
            let interval =
                date.interval.map(|old| Interval { modifier: old.modifier, bound: old.bound, ..moved });
            (date.value, date.interval) = (moved.timex(), interval);
        }
    }
}

/// `from`, `between` or nothing before the first, and a word that leads on between the two.
fn is_range(text: &Text, first: &WrittenDate, last: &WrittenDate) -> bool {
    let between = text.prose().get(first.span.end..last.span.start).unwrap_or_default();
    if between.len() > LONGEST + 2 {
        return false;
    }
    let before = text.tokens_in(first.span).start.checked_sub(1).map_or("", |at| text.word(at));
    match between.trim() {
        "to" | "until" | "till" | "through" | "-" | "–" | "—" => true,
        "and" => before.eq_ignore_ascii_case("between"),
        _ => false,
    }
}

/// A month, with or without a day.
fn is_month(date: &WrittenDate) -> bool {
    matches!(date.term, DateTerm::Calendar { month: Some(_), weekday: None, .. }) && date.time.is_none()
}

/// Nothing tells the year.
fn is_open(date: &WrittenDate) -> bool {
    matches!(date.term, DateTerm::Calendar { year: YearOf::Open(Which::Bare), .. })
}

/// The latest that begins no later than the other end.
fn up_to(term: &DateTerm, end: &Interval) -> Option<Interval> {
    around(term, end).filter(|found| found.from <= end.from).last()
}

/// The first that begins no earlier than the other end.
fn from_on(term: &DateTerm, start: &Interval) -> Option<Interval> {
    around(term, start).find(|found| found.from >= start.from)
}

fn around(term: &DateTerm, other: &Interval) -> impl Iterator<Item = Interval> {
    use chrono::Datelike;
    let (month, day) = match *term {
        DateTerm::Calendar { month, day, .. } => (month, day),
        _ => (None, None),
    };
    let (year, basis, sure) = (other.from.year(), other.basis, other.sure);
    let found = (year - 1..=year + 1).filter_map(move |year| calendar(year, Some(month?), day));
    found.map(move |found| Interval { basis, sure, ..found })
}
