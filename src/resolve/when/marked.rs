//! Dates that a file itself marks: what its markup says stands, and what was read in their place does not.

use super::calendar::{around, calendar, first, months, part};
use crate::claim::time::{Season, Unit, YearPart};
use crate::claim::{DateRead, Grain, Interval};
use chrono::{NaiveDate, Weekday};

/// The dates read, those that the file marks in the place of any that they meet. Both come in the order of the text.
pub(super) fn keep(read: Vec<DateRead>, marked: &[DateRead]) -> Vec<DateRead> {
    if marked.is_empty() {
        return read;
    }
    let free = |date: &DateRead| {
        let next = marked.partition_point(|other| other.span.end <= date.span.start);
        marked.get(next).is_none_or(|other| !other.span.overlaps(date.span))
    };
    let given = marked.iter().map(|date| DateRead { interval: days(&date.value), ..date.clone() });
    let mut all: Vec<DateRead> = read.into_iter().filter(free).chain(given).collect();
    all.sort_by_key(|date| date.span);
    all
}

/// The days of a TIMEX3 value; `None` for lengths, references and what is left open.
fn days(value: &str) -> Option<Interval> {
    let day = value.split('T').next()?;
    let (year, rest) = day.split_once('-').unwrap_or((day, ""));
    let number: i32 = year.parse().ok()?;
    match (year.len(), rest) {
        (2, "") => months(first(number.checked_mul(100)?, 1)?, 1200, Grain::Century),
        (3, "") => months(first(number.checked_mul(10)?, 1)?, 120, Grain::Decade),
        (4, "") => calendar(number, None, None),
        (4, _) => within(number, rest),
        _ => None,
    }
}

/// What stands behind the year: `03`, `03-15`, `Q2`, `H1`, `SP`, `W04`, `W04-WE`.
fn within(year: i32, rest: &str) -> Option<Interval> {
    let numbered = |letter| rest.strip_prefix(letter).and_then(|number: &str| number.parse::<u32>().ok());
    if let Some(quarter) = numbered('Q').filter(|quarter| (1..=4).contains(quarter)) {
        return part(YearPart::Quarter(quarter), year);
    }
    if let Some(half) = numbered('H').filter(|half| (1..=2).contains(half)) {
        return part(YearPart::Half(half), year);
    }
    if let Some(week) = rest.strip_prefix('W') {
        let (week, weekend) = week.strip_suffix("-WE").map_or((week, false), |week| (week, true));
        let monday = NaiveDate::from_isoywd_opt(year, week.parse().ok()?, Weekday::Mon)?;
        return around(monday, if weekend { Unit::Weekend } else { Unit::Week });
    }
    if let Some(season) = Season::of_letters(rest) {
        return part(YearPart::Season(season), year);
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
    calendar(year, Some(month.parse().ok()?), day.map(str::parse).transpose().ok()?)
}
