//! Date expressions as they are written: what the words say, before anything is known of when they were written.

use super::{Bound, DateKind, Modifier};
use crate::text::Span;
use chrono::Weekday;

/// A date expression in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    /// Where it stands; the preposition before it is not part of it.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: DateKind,
    /// What it says.
    pub term: DateTerm,
    /// "Early", "late", "about".
    pub modifier: Option<Modifier>,
    /// What the preposition before it says ("since", "by").
    pub bound: Bound,
    /// The time of day beside it.
    pub time: Option<TimeOfDay>,
}

/// What a date expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateTerm {
    /// A year, with month and day where given: `Jan. 27`, `last May`, `1999`.
    Calendar {
        /// Which year.
        year: YearOf,
        /// 1 to 12.
        month: Option<u32>,
        /// 1 to 31.
        day: Option<u32>,
        /// The weekday written beside the day.
        weekday: Option<Weekday>,
    },
    /// Several days of one month: `Jan. 27-29`.
    Days {
        /// Which year.
        year: YearOf,
        /// 1 to 12.
        month: u32,
        /// First and last day.
        days: (u32, u32),
    },
    /// From year to year: `1914-18`.
    Years(i32, i32),
    /// A day of the week.
    Weekday {
        /// Which day.
        weekday: Weekday,
        /// Bare, "last", "next".
        which: Which,
        /// Weeks from this one, where the week is named: `Friday of last week`.
        week: Option<i64>,
    },
    /// The n-th of something in a month or year: `the first Monday of October`.
    Nth {
        /// From 1; from -1 backwards, counted from the end.
        nth: i32,
        /// What is counted.
        what: Counted,
        /// In what it is counted.
        within: Within,
    },
    /// A quarter, half or season.
    Part {
        /// Which part.
        part: YearPart,
        /// Of which year.
        year: YearOf,
    },
    /// The quarter spoken of, in another year: `the 1988 quarter`, `last year’s quarter`.
    QuarterOf(YearOf),
    /// A holiday.
    Feast {
        /// Which.
        feast: Feast,
        /// Of which year.
        year: YearOf,
    },
    /// Ten years, by the first of them.
    Decade(i32),
    /// A hundred years, by their first two digits.
    Century(i32),
    /// A whole unit counted from another: `last year` (-1), `this week` (0), `the following month` (1).
    Unit {
        /// What is counted.
        unit: Unit,
        /// How many on.
        shift: i64,
        /// Counted from where.
        from: CountedFrom,
    },
    /// So long before or after: `three weeks ago`, `a year earlier`.
    Distance {
        /// How many; `None` for "several".
        count: Option<u32>,
        /// Of what.
        unit: Unit,
        /// After rather than before.
        later: bool,
        /// Counted from where.
        from: CountedFrom,
    },
    /// The week or weekend of a named day: `the week of March 6`, `Easter weekend`.
    Around {
        /// Which of them.
        unit: Unit,
        /// A day in it.
        day: NamedDay,
    },
    /// So long before or after a named day: `two days before Christmas`.
    Beside {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
        /// After rather than before.
        later: bool,
        /// Counted from where.
        day: NamedDay,
    },
    /// The one spoken of: `that day`, `the quarter`.
    Same(Unit),
    /// `recently`, `now`, `soon`.
    Vague(Vague),
    /// A length of time: `three days`.
    Length {
        /// How many; `None` for "several".
        count: Option<u32>,
        /// Of what.
        unit: Unit,
        /// `the past three days`.
        lies: Lies,
    },
    /// Again and again: `every Friday`.
    Repeated(Recurrence),
}

/// Which year a day, month or season belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearOf {
    /// This one.
    Given(i32),
    /// Years from that of publication: `October of last year`.
    Shifted(i64),
    /// To be told from the context.
    Open(Which),
}

/// A day that another expression is told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedDay {
    /// A day of a month.
    Calendar {
        /// Which year.
        year: YearOf,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// A day of the week.
    Weekday {
        /// Which day.
        weekday: Weekday,
        /// Bare, "last", "next".
        which: Which,
    },
    /// A holiday.
    Feast {
        /// Which.
        feast: Feast,
        /// Of which year.
        year: YearOf,
    },
    /// Days from now: `tomorrow`.
    Near(i64),
}

impl NamedDay {
    /// The day as an expression of its own.
    pub fn term(self) -> DateTerm {
        match self {
            NamedDay::Calendar { year, month, day } => {
                DateTerm::Calendar { year, month: Some(month), day: Some(day), weekday: None }
            }
            NamedDay::Weekday { weekday, which } => DateTerm::Weekday { weekday, which, week: None },
            NamedDay::Feast { feast, year } => DateTerm::Feast { feast, year },
            NamedDay::Near(shift) => DateTerm::Unit { unit: Unit::Day, shift, from: CountedFrom::Now },
        }
    }
}

/// What days and weeks are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// A month, 1 to 12.
    Month(u32, YearOf),
    /// A year.
    Year(YearOf),
    /// A month by its distance from this one: `of next month`.
    MonthsOn(i64),
}

/// What is counted within a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Such weekdays.
    Weekday(Weekday),
    /// Days.
    Day,
    /// Sevens of days.
    Week,
}

/// What a word before a weekday, month or season says of which one is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Nothing.
    #[default]
    Bare,
    /// `this`.
    This,
    /// `last`.
    Last,
    /// `next`.
    Next,
}

/// What an expression is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// When the words are said or published.
    Now,
    /// The date last spoken of.
    There,
}

/// On which side of the day of publication a length of time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// Not told.
    Anywhere,
    /// Up to it.
    Before,
    /// From it on.
    After,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPart {
    /// 1 to 4.
    Quarter(u32),
    /// 1 or 2.
    Half(u32),
    /// A season of the northern half of the world.
    Season(Season),
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// How the day of a holiday is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// Month and day.
    Fixed(u32, u32),
    /// The n-th such weekday of a month, from its end where negative, and so many days after it.
    Nth(i32, Weekday, u32, i64),
    /// Days from Easter Sunday.
    Easter(i64),
    /// A day of one year only.
    Once(i32, u32, u32),
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// `S`.
    Second,
    /// `M` after `T`.
    Minute,
    /// `H`.
    Hour,
    /// `D`.
    Day,
    /// `WE`.
    Weekend,
    /// `W`.
    Week,
    /// `M`.
    Month,
    /// `Q`.
    Quarter,
    /// `Y`.
    Year,
    /// `DE`.
    Decade,
    /// `CE`.
    Century,
}

/// Without any day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// `PAST_REF`.
    Past,
    /// `PRESENT_REF`.
    Present,
    /// `FUTURE_REF`.
    Future,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOfDay {
    /// Morning to night.
    Part(DayPart),
    /// Hour and, where given, minute.
    Clock(u32, Option<u32>),
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// `MO`.
    Morning,
    /// `MI`.
    Midday,
    /// `AF`.
    Afternoon,
    /// `EV`.
    Evening,
    /// `NI`.
    Night,
}

/// What comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// Every so many units.
    Every(u32, Unit),
    /// Every such weekday.
    Weekday(Weekday),
    /// Every such month.
    Month(u32),
    /// Every such season.
    Season(Season),
}
