//! Reckoning with days, and the units that hold them.

use crate::claim::time::{Feast, Season, Unit, YearPart};
use crate::claim::{Basis, Bound, Grain, Interval};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The stretch from `from` to before `to`, of a grain.
pub(super) fn stretch(from: NaiveDate, to: NaiveDate, grain: Grain) -> Option<Interval> {
    (from < to).then_some(Interval {
        from,
        to,
        grain,
        modifier: None,
        bound: Bound::At,
        basis: Basis::Absolute,
        sure: true,
    })
}

/// The first of a month.
pub(super) fn first(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

/// A year, a month or a day.
pub(super) fn calendar(year: i32, month: Option<u32>, day: Option<u32>) -> Option<Interval> {
    match (month, day) {
        (Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day).map(Interval::day),
        (Some(month), None) => months(first(year, month)?, 1, Grain::Month),
        (None, _) => months(first(year, 1)?, 12, Grain::Year),
    }
}

/// So many months from a day on.
pub(super) fn months(from: NaiveDate, count: u32, grain: Grain) -> Option<Interval> {
    stretch(from, from.checked_add_months(Months::new(count))?, grain)
}

/// So many days from a day on.
pub(super) fn days(from: NaiveDate, count: u64, grain: Grain) -> Option<Interval> {
    stretch(from, from.checked_add_days(Days::new(count))?, grain)
}

/// A quarter, half or season of a year.
pub(super) fn part(part: YearPart, year: i32) -> Option<Interval> {
    match part {
        YearPart::Quarter(number) => months(first(year, number * 3 - 2)?, 3, Grain::Quarter),
        YearPart::Half(number) => months(first(year, number * 6 - 5)?, 6, Grain::Half),
        YearPart::Season(season) => {
            let month = match season {
                Season::Spring => 3,
                Season::Summer => 6,
                Season::Autumn => 9,
                Season::Winter => 12,
            };
            months(first(year, month)?, 3, Grain::Season)
        }
    }
}

/// The unit that holds a day; parts of days count as the day.
pub(super) fn around(day: NaiveDate, unit: Unit) -> Option<Interval> {
    let year = day.year();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(Interval::day(day)),
        Unit::Week => days(monday(day), 7, Grain::Week),
        Unit::Weekend => days(monday(day).checked_add_days(Days::new(5))?, 2, Grain::Weekend),
        Unit::Month => calendar(year, Some(day.month()), None),
        Unit::Quarter => part(YearPart::Quarter(day.month0() / 3 + 1), year),
        Unit::Year => calendar(year, None, None),
        Unit::Decade => months(first(year.div_euclid(10) * 10, 1)?, 120, Grain::Decade),
        Unit::Century => months(first(year.div_euclid(100) * 100, 1)?, 1200, Grain::Century),
    }
}

/// The week of a day, or the weekend next to it: that before a Monday or Tuesday.
pub(super) fn beside(day: NaiveDate, unit: Unit) -> Option<Interval> {
    let begun = unit == Unit::Weekend && day.weekday().num_days_from_monday() < 2;
    around(if begun { shifted(day, Unit::Week, -1)? } else { day }, unit)
}

/// The day so many units on.
pub(super) fn shifted(day: NaiveDate, unit: Unit, count: i64) -> Option<NaiveDate> {
    let months = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return Some(day),
        Unit::Day => return day.checked_add_signed(chrono::TimeDelta::try_days(count)?),
        Unit::Week | Unit::Weekend => {
            return day.checked_add_signed(chrono::TimeDelta::try_weeks(count)?);
        }
        Unit::Month => count,
        Unit::Quarter => count.checked_mul(3)?,
        Unit::Year => count.checked_mul(12)?,
        Unit::Decade => count.checked_mul(120)?,
        Unit::Century => count.checked_mul(1200)?,
    };
    let magnitude = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { day.checked_sub_months(magnitude) } else { day.checked_add_months(magnitude) }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}

/// The latest such weekday up to a day.
pub(super) fn latest(weekday: Weekday, day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().days_since(weekday))))
}

/// The first such weekday from a day on.
pub(super) fn soonest(weekday: Weekday, day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(weekday.days_since(day.weekday()))))
}

/// The day of a holiday in a year.
pub(super) fn feast(feast: Feast, year: i32) -> Option<NaiveDate> {
    match feast {
        Feast::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Feast::Once(year, month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Feast::Easter(days) => shifted(easter(year)?, Unit::Day, days),
        Feast::Nth(nth, weekday, month, after) => {
            let month = months(first(year, month)?, 1, Grain::Month)?;
            shifted(nth_weekday(weekday, nth, &month)?, Unit::Day, after)
        }
    }
}

/// The n-th such weekday of a month or year; from -1 backwards, counted from its end.
pub(super) fn nth_weekday(weekday: Weekday, nth: i32, within: &Interval) -> Option<NaiveDate> {
    if nth < 0 {
        return shifted(latest(weekday, within.last())?, Unit::Week, i64::from(nth) + 1);
    }
    shifted(soonest(weekday, within.from)?, Unit::Week, i64::from(nth) - 1)
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let epact = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (b % 4) + 2 * (c / 4) - epact - c % 4) % 7;
    let correction = (a + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * correction + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}
