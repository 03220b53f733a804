//! From days to places on a line, drawn to scale.

use crate::claim::Interval;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Ticks of an axis at the most; more would not stand side by side on a phone.
const TICKS: i64 = 5;

/// Per cent that are left free at either end.
const MARGIN: f64 = 3.0;

/// Days before and after the draft's that are shown in any case.
const LEAST_REACH: i64 = 60;

/// A stretch of days over the width of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    from: NaiveDate,
    /// The last day.
    to: NaiveDate,
}

/// The distance between two ticks.
#[derive(Clone, Copy, Debug)]
enum Stride {
    Days(u64),
    Months(u32),
}

/// Strides that calendars are divided by.
const STRIDES: [Stride; 14] = [
    Stride::Days(1),
    Stride::Days(2),
    Stride::Days(7),
    Stride::Days(14),
    Stride::Months(1),
    Stride::Months(3),
    Stride::Months(6),
    Stride::Months(12),
    Stride::Months(24),
    Stride::Months(60),
    Stride::Months(120),
    Stride::Months(300),
    Stride::Months(600),
    Stride::Months(1200),
];

impl Scale {
    /// The scale on which all these days lie.
    pub fn over(days: impl IntoIterator<Item = NaiveDate>) -> Option<Scale> {
        let ends = days.into_iter().map(|day| (day, day));
        let (from, to) = ends.reduce(|ends, (day, _)| (ends.0.min(day), ends.1.max(day)))?;
        Some(Scale { from, to })
    }

    /// Both together.
    pub fn and(self, other: Scale) -> Scale {
        Scale { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    /// Whether a day is no further off than the scale is long; what is would leave no room for the rest.
    pub fn is_near(&self, day: NaiveDate) -> bool {
        let reach = self.days().max(LEAST_REACH);
        (self.from - day).num_days() <= reach && (day - self.to).num_days() <= reach
    }

    /// Whether some day of a time lies on it.
    pub fn shows(&self, time: &Interval) -> bool {
        time.from <= self.to && time.to > self.from
    }

    /// Where a day lies, in per cent of the width; days beyond an end lie on the edge.
    pub fn at(&self, day: NaiveDate) -> f64 {
        let share = (day - self.from).num_days() as f64 / self.days() as f64;
        (MARGIN + share * (100.0 - 2.0 * MARGIN)).clamp(0.0, 100.0)
    }

    /// Where to write which days.
    pub fn ticks(&self) -> Vec<(f64, String)> {
        let few = |stride: &&Stride| self.days() / stride.days() <= TICKS;
        let Some(stride) = STRIDES.iter().find(few).or(STRIDES.last()) else { return Vec::new() };
        let first = stride.first(self.from);
        let days = std::iter::successors(first, |day| stride.after(*day)).take_while(|day| *day <= self.to);
        let mut year = None;
        let named = days.map(|day| {
            let new_year = year.replace(day.year()) != Some(day.year());
            (self.at(day), stride.name(day, new_year))
        });
        named.collect()
    }

    fn days(&self) -> i64 {
        (self.to - self.from).num_days().max(1)
    }
}

impl Stride {
    fn days(self) -> i64 {
        match self {
            Stride::Days(days) => days as i64,
            Stride::Months(months) => i64::from(months) * 30,
        }
    }

    /// The first tick that is not before `day`.
    fn first(self, day: NaiveDate) -> Option<NaiveDate> {
        let Stride::Months(months) = self else { return Some(day) };
        let month = day.with_day(1)?;
        let into = (month.year() * 12 + month.month0() as i32).rem_euclid(months as i32);
        let begun = month.checked_sub_months(Months::new(into as u32))?;
        if begun < day { self.after(begun) } else { Some(begun) }
    }

    fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Stride::Days(days) => day.checked_add_days(Days::new(days)),
            Stride::Months(months) => day.checked_add_months(Months::new(months)),
        }
    }

    /// The year is written where a new one begins.
    fn name(self, day: NaiveDate, new_year: bool) -> String {
        let form = match (self, new_year) {
            (Stride::Days(_), true) => "%-d %b %Y",
            (Stride::Days(_), false) => "%-d %b",
            (Stride::Months(months), _) if months >= 12 => "%Y",
            (Stride::Months(_), true) => "%b %Y",
            (Stride::Months(_), false) => "%b",
        };
        day.format(form).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(from: &str, to: &str) -> String {
        let scale = Scale::over([from, to].map(|day| day.parse().unwrap())).unwrap();
        let ticks = scale.ticks().into_iter().map(|(at, name)| format!("{at:.0} {name}"));
        ticks.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn ticks_fall_on_what_calendars_are_divided_by() {
        insta::assert_snapshot!(ticks("2031-05-02", "2031-05-02"), @"3 2 May 2031");
        insta::assert_snapshot!(ticks("2031-12-30", "2032-01-02"), @"3 30 Dec 2031, 34 31 Dec, 66 1 Jan 2032, 97 2 Jan");
        insta::assert_snapshot!(ticks("2031-05-02", "2031-05-20"), @"3 2 May 2031, 40 9 May, 76 16 May");
        insta::assert_snapshot!(ticks("2031-05-02", "2031-09-20"), @"23 Jun 2031, 43 Jul, 64 Aug, 84 Sep");
        insta::assert_snapshot!(ticks("2031-05-02", "2032-09-20"), @"14 Jul 2031, 31 Oct, 48 Jan 2032, 65 Apr, 82 Jul");
        insta::assert_snapshot!(ticks("1986-01-28", "2031-09-20"), @"11 1990, 32 2000, 52 2010, 73 2020, 93 2030");
    }

    #[test]
    fn days_beyond_the_ends_lie_on_the_edge() {
        let scale = Scale::over(["2031-05-02", "2031-05-04"].map(|day| day.parse().unwrap())).unwrap();
        let at = |day: &str| scale.at(day.parse().unwrap());
        assert_eq!([at("1031-01-01"), at("2031-05-03"), at("9031-01-01")], [0.0, 50.0, 100.0]);
    }
}
