//! What a date expression says, set in its context, becomes days.

use super::calendar::{
    around, beside, calendar, feast, first, latest, months, nth_weekday, part, shifted, soonest, stretch,
};
use super::direction::Cue;
use crate::claim::time::{
    Counted, CountedFrom, DateTerm, Feast, Lies, Unit, Vague, Which, Within, YearOf, YearPart,
};
use crate::claim::{Basis, Grain, Interval};
use chrono::{Datelike, NaiveDate, Weekday};

/// What an expression is read against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// The day of publication; inside quotation marks that of the utterance.
    pub(super) day: Option<NaiveDate>,
    /// What it is: dateline or quote.
    pub(super) basis: Basis,
    /// The date last spoken of.
    pub(super) there: Option<Interval>,
    /// The quarter last spoken of.
    pub(super) quarter: Option<Interval>,
    /// Past or future.
    pub(super) cue: Cue,
}

/// The days of a term; `None` where they cannot be told.
pub(super) fn resolve(term: &DateTerm, setting: &Setting) -> Option<Interval> {
    match *term {
        DateTerm::Calendar { year, month, day, .. } => setting.calendar(year, month, day),
        DateTerm::Days { year, month, days } => setting.days(year, month, days),
        DateTerm::Years(from, to) => stretch(first(from, 1)?, first(to + 1, 1)?, Grain::Year),
        DateTerm::Weekday { weekday, which, week } => setting.weekday(weekday, which, week),
        DateTerm::Nth { nth, what, within } => setting.nth(nth, what, within),
        DateTerm::Part { part, year } => setting.part(part, year),
        DateTerm::QuarterOf(year) => setting.quarter_of(year),
        DateTerm::Feast { feast, year } => setting.feast(feast, year),
        DateTerm::Decade(year) => months(first(year, 1)?, 120, Grain::Decade),
        DateTerm::Century(digits) => months(first(digits.checked_mul(100)?, 1)?, 1200, Grain::Century),
        DateTerm::Unit { unit, shift, from } => setting.unit(unit, shift, from),
        DateTerm::Distance { count, unit, later, from } => setting.distance(count?, unit, later, from),
        DateTerm::Around { unit, day } => {
            let base = resolve(&day.term(), setting)?;
            beside(base.from, unit).map(|found| Interval { basis: base.basis, sure: base.sure, ..found })
        }
        DateTerm::Beside { count, unit, later, day } => {
            counted_off(&resolve(&day.term(), setting)?, count, unit, later)
        }
        DateTerm::Same(unit) => setting.same(unit),
        DateTerm::Vague(Vague::Present) => Some(guessed(vague(Interval::day(setting.day?)))),
        DateTerm::Vague(_) | DateTerm::Repeated(_) => None,
        DateTerm::Length { count, unit, lies } => setting.length(count?, unit, lies),
    }
}

/// So many units before or after a day, in days where they are weeks.
fn counted_off(base: &Interval, count: u32, unit: Unit, later: bool) -> Option<Interval> {
    let steps = if later { i64::from(count) } else { -i64::from(count) };
    let grain = if matches!(unit, Unit::Week | Unit::Weekend) { Unit::Day } else { unit };
    let found = around(shifted(base.from, unit, steps)?, grain)?;
    Some(Interval { basis: base.basis, sure: base.sure, ..found })
}

fn guessed(interval: Interval) -> Interval {
    Interval { sure: false, ..interval }
}

fn vague(interval: Interval) -> Interval {
    Interval { basis: Basis::Vague, ..interval }
}

/// A month and day farther away than this from the day of publication may belong to another year.
const NEAR: i64 = 150;

impl Setting {
    /// Counted from the day of publication or utterance: sure unless someone else's "today".
    fn counted(&self, interval: Interval) -> Interval {
        Interval { basis: self.basis, sure: interval.sure && self.basis == Basis::Dateline, ..interval }
    }

    fn calendar(&self, year: YearOf, month: Option<u32>, day: Option<u32>) -> Option<Interval> {
        match (year, month, day) {
            (YearOf::Given(year), _, _) => calendar(year, month, day),
            (YearOf::Shifted(years), _, _) => {
                let year = self.day?.year().checked_add(i32::try_from(years).ok()?)?;
                calendar(year, month, day).map(|found| self.counted(found))
            }
            (YearOf::Open(which), Some(month), Some(day)) => {
                self.nearest(which, |year| NaiveDate::from_ymd_opt(year, month, day))
            }
            (YearOf::Open(which), Some(month), None) => self.month(which, month),
            (YearOf::Open(_), None, Some(day)) => self.day_of_month(day),
            (YearOf::Open(_), None, None) => None,
        }
    }

    /// `The 15th`: the latest, unless a cue says that it is to come.
    fn day_of_month(&self, number: u32) -> Option<Interval> {
        let today = self.day?;
        let months =
            [-1, 0, 1].into_iter().filter_map(|shift| shifted(today.with_day(1)?, Unit::Month, shift));
        let mut days = months.filter_map(|first| first.with_day(number));
        let found = match self.cue {
            Cue::Future => days.find(|day| *day >= today),
            _ => days.rfind(|day| *day <= today),
        };
        found.map(|day| guessed(self.counted(Interval::day(day))))
    }

    /// The n-th day, week or weekday of a month or year.
    fn nth(&self, nth: i32, what: Counted, within: Within) -> Option<Interval> {
        let whole = match within {
            Within::Month(month, year) => self.calendar(year, Some(month), None)?,
            Within::Year(year) => self.calendar(year, None, None)?,
            Within::MonthsOn(shift) => self.unit(Unit::Month, shift, CountedFrom::Now)?,
        };
        let day = match what {
            Counted::Weekday(weekday) => nth_weekday(weekday, nth, &whole)?,
            Counted::Day if nth < 0 => shifted(whole.to, Unit::Day, nth.into())?,
            Counted::Day => shifted(whole.from, Unit::Day, i64::from(nth) - 1)?,
            Counted::Week if nth < 0 => shifted(whole.last(), Unit::Week, i64::from(nth) + 1)?,
            Counted::Week => shifted(whole.from, Unit::Week, i64::from(nth) - 1)?,
        };
        let unit = if what == Counted::Week { Unit::Week } else { Unit::Day };
        let found = around(day, unit).filter(|found| found.from < whole.to && found.to > whole.from)?;
        Some(Interval { basis: whole.basis, sure: whole.sure, ..found })
    }

    /// The month nearest in the past, unless a cue says that it is to come; next month is never called by its name
    /// alone where the one of the year before is meant.
    fn month(&self, which: Which, month: u32) -> Option<Interval> {
        let today = self.day?;
        let this = today.month();
        let nears = self.cue != Cue::Over && month == this % 12 + 1
            || month == (this + 1) % 12 + 1 && !matches!(self.cue, Cue::Past | Cue::Over);
        let ahead = which == Which::Next || which == Which::Bare && (self.cue == Cue::Future || nears);
        let year = match (which, ahead) {
            (Which::This, _) => today.year(),
            (Which::Last, _) if month >= this => today.year() - 1,
            (_, true) if month < this || month == this && which == Which::Next => today.year() + 1,
            (Which::Bare, false) if month > this => today.year() - 1,
            _ => today.year(),
        };
        let found = self.counted(calendar(year, Some(month), None)?);
        Some(Interval { sure: found.sure && (which != Which::Bare || self.cue != Cue::Unclear), ..found })
    }

    /// The nearest day that comes once a year; a cue decides only where it is far.
    fn nearest(&self, which: Which, in_year: impl Fn(i32) -> Option<NaiveDate>) -> Option<Interval> {
        let today = self.day?;
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let all = || years.into_iter().filter_map(&in_year);
        let distance = |day: &NaiveDate| (*day - today).num_days().abs();
        let past = all().filter(|day| *day <= today).max();
        let ahead = all().filter(|day| *day >= today).min();
        let near = all().min_by_key(distance)?;
        let found = match which {
            Which::Last => past.filter(|day| *day < today).or(past)?,
            Which::Next => ahead?,
            Which::This => in_year(today.year())?,
            Which::Bare if distance(&near) < CLOSE && self.cue != Cue::Over => near,
            Which::Bare => match self.cue {
                Cue::Future => ahead?,
                Cue::Past | Cue::Over => past?,
                Cue::Unclear => near,
            },
        };
        let sure = which != Which::Bare || distance(&found) < NEAR;
        let found = self.counted(Interval::day(found));
        Some(Interval { sure: found.sure && sure, ..found })
    }

    fn days(&self, year: YearOf, month: u32, days: (u32, u32)) -> Option<Interval> {
        let from = self.calendar(year, Some(month), Some(days.0))?;
        let last = NaiveDate::from_ymd_opt(from.from.year(), month, days.1)?;
        Some(Interval { to: last.succ_opt()?, ..from })
    }

    /// The latest such day, unless a cue says that it is to come.
    fn weekday(&self, weekday: Weekday, which: Which, week: Option<i64>) -> Option<Interval> {
        let today = self.day?;
        let of_week = |shift| soonest(weekday, around(shifted(today, Unit::Week, shift)?, Unit::Week)?.from);
        let found = match (week, which) {
            (Some(shift), _) => of_week(shift)?,
            (_, Which::This) => of_week(0)?,
            (_, Which::Last) => latest(weekday, today.pred_opt()?)?,
            (_, Which::Next) => soonest(weekday, today.succ_opt()?)?,
            (_, Which::Bare) if self.cue == Cue::Future => soonest(weekday, today)?,
            (_, Which::Bare) => latest(weekday, today)?,
        };
        let told = week.is_some() || which != Which::Bare || self.cue != Cue::Unclear;
        let found = self.counted(Interval::day(found));
        Some(Interval { sure: found.sure && told, ..found })
    }

    /// The latest that has begun, unless a cue says that it is to come.
    fn part(&self, which: YearPart, year: YearOf) -> Option<Interval> {
        let pointed = match year {
            YearOf::Given(year) => return part(which, year),
            YearOf::Shifted(years) => {
                let year = self.day?.year().checked_add(i32::try_from(years).ok()?)?;
                return part(which, year).map(|found| self.counted(found));
            }
            YearOf::Open(pointed) => pointed,
        };
        let today = self.day?;
        let year = today.year();
        let mut all = [year - 1, year, year + 1].into_iter().filter_map(|year| part(which, year));
        let found = match pointed {
            Which::This => {
                all.find(|found| found.from <= today && today < found.to).or_else(|| part(which, year))
            }
            Which::Next => all.find(|found| found.from > today),
            Which::Last => all.rfind(|found| found.to <= today),
            Which::Bare if self.cue == Cue::Future => all.min_by_key(|found| apart(found, today)),
            Which::Bare => all.rfind(|found| found.from <= today),
        };
        found.map(|found| Interval { sure: pointed != Which::Bare, ..self.counted(found) })
    }

    /// Where no quarter has been spoken of, the year.
    fn quarter_of(&self, year: YearOf) -> Option<Interval> {
        let whole = self.calendar(year, None, None)?;
        let Some(quarter) = self.quarter else { return Some(whole) };
        let found = around(quarter.from.with_year(whole.from.year())?, Unit::Quarter)?;
        Some(guessed(Interval { basis: whole.basis, ..found }))
    }

    fn feast(&self, which: Feast, year: YearOf) -> Option<Interval> {
        match (which, year) {
            (Feast::Once(year, month, day), _) => calendar(year, Some(month), Some(day)),
            (_, YearOf::Given(year)) => feast(which, year).map(Interval::day),
            (_, YearOf::Shifted(years)) => {
                let year = self.day?.year().checked_add(i32::try_from(years).ok()?)?;
                feast(which, year).map(|day| self.counted(Interval::day(day)))
            }
            (_, YearOf::Open(pointed)) => self.nearest(pointed, |year| feast(which, year)),
        }
    }

    /// The date last spoken of. For months and years the day of publication will do, days would be wrong from there.
    fn there(&self, unit: Unit) -> Option<Interval> {
        let anchored = self.there.map(|there| Interval { basis: Basis::Anchor, sure: false, ..there });
        let published = || self.day.filter(|_| unit >= Unit::Month).map(Interval::day);
        anchored.or_else(|| published().map(|day| guessed(self.counted(day))))
    }

    fn unit(&self, unit: Unit, shift: i64, from: CountedFrom) -> Option<Interval> {
        match from {
            CountedFrom::Now => {
                let today = self.day?;
                // To most news a week starts on Sunday: that day, "last week" is the one of Saturday.
                let sunday = unit == Unit::Week && shift < 0 && today.weekday() == Weekday::Sun;
                let today = if sunday { today.succ_opt()? } else { today };
                let day = shifted(around(today, unit)?.from, unit, shift)?;
                around(day, unit).map(|found| self.counted(found))
            }
            CountedFrom::There => {
                let there = self.there(unit)?;
                let found = around(shifted(around(there.from, unit)?.from, unit, shift)?, unit)?;
                Some(Interval { basis: there.basis, sure: false, ..found })
            }
        }
    }

    /// Weeks and days ago are counted in days, months in months, years in years; where quarters are compared, in those.
    fn distance(&self, count: u32, unit: Unit, later: bool, from: CountedFrom) -> Option<Interval> {
        let base = match from {
            CountedFrom::Now => self.counted(Interval::day(self.day?)),
            CountedFrom::There => self.there(unit)?,
        };
        let quarter = self.quarter.filter(|_| unit == Unit::Year && count == 1 && !later);
        let Some(quarter) = quarter else { return counted_off(&base, count, unit, later) };
        let found = around(shifted(quarter.from, unit, -i64::from(count))?, Unit::Quarter)?;
        Some(Interval { basis: base.basis, sure: false, ..found })
    }

    fn same(&self, unit: Unit) -> Option<Interval> {
        if unit == Unit::Weekend {
            return self.weekend();
        }
        if unit == Unit::Quarter {
            let last_one = || self.unit(Unit::Quarter, -1, CountedFrom::Now);
            return self.quarter.or_else(last_one).map(guessed);
        }
        let there = self.there(unit)?;
        around(there.from, unit).map(|found| Interval { basis: there.basis, sure: false, ..found })
    }

    /// The weekend that is over or on, unless a cue says that it is to come.
    fn weekend(&self) -> Option<Interval> {
        let today = self.day?;
        let this = around(today, Unit::Weekend)?;
        let before = this.from > today && self.cue != Cue::Future;
        let found = if before { around(shifted(today, Unit::Week, -1)?, Unit::Weekend)? } else { this };
        Some(guessed(self.counted(found)))
    }

    fn length(&self, count: u32, unit: Unit, lies: Lies) -> Option<Interval> {
        let today = self.day?;
        let grain = around(today, unit)?.grain;
        let count = i64::from(count);
        let found = match lies {
            Lies::Anywhere => return None,
            Lies::Before => stretch(shifted(today, unit, -count)?, today.succ_opt()?, grain)?,
            Lies::After => stretch(today, shifted(today, unit, count)?.max(today.succ_opt()?), grain)?,
        };
        Some(guessed(self.counted(found)))
    }
}

/// Days between a day and an interval.
fn apart(found: &Interval, day: NaiveDate) -> i64 {
    (found.from - day).num_days().max((day - found.last()).num_days()).max(0)
}

/// A month and day nearer than this are taken for the nearest whatever the cue.
const CLOSE: i64 = 120;
