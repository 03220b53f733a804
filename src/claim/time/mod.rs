//! Time as intervals with a grain, never points; prints as TIMEX3 (ISO-TimeML, Pustejovsky et al. 2010).

mod timex;
mod written;

pub use written::{
    Counted, CountedFrom, DateTerm, DayPart, Feast, Lies, NamedDay, Recurrence, Season, TimeOfDay, Unit,
    Vague, Which, Within, WrittenDate, YearOf, YearPart,
};

use crate::text::Span;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The calendar unit that an expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Grain {
    /// One day (parts of a day included).
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Spring, summer, autumn, winter.
    Season,
    /// Six months.
    Half,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// Which part of the unit, or how roughly it is meant (TIMEX3 `mod`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Modifier {
    /// Early.
    Start,
    /// Middle.
    Mid,
    /// Late.
    End,
    /// About.
    Approx,
}

/// How the event lies to the interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// Within it.
    #[default]
    At,
    /// From it on.
    Since,
    /// Up to it.
    Until,
    /// At the latest in it.
    By,
    /// Earlier than it.
    Before,
    /// Later than it.
    After,
}

/// What the expression was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Nothing: it is complete in itself.
    Absolute,
    /// The day of publication.
    Dateline,
    /// Another date of the text ("the following day").
    Anchor,
    /// The day of the utterance, inside quotation marks.
    Quote,
    /// Nothing that can be named ("recently").
    Vague,
}

/// A resolved stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// First day.
    pub from: NaiveDate,
    /// The day after the last.
    pub to: NaiveDate,
    /// The unit named.
    pub grain: Grain,
    /// Part of the unit, or roughness.
    pub modifier: Option<Modifier>,
    /// How the event lies to it.
    pub bound: Bound,
    /// What it was counted from.
    pub basis: Basis,
    /// Whether it is known rather than guessed. Only sure dates may make a conflict.
    pub sure: bool,
}

impl Interval {
    /// A single day on an absolute basis.
    pub fn day(day: NaiveDate) -> Interval {
        Interval {
            from: day,
            to: day.succ_opt().unwrap_or(day),
            grain: Grain::Day,
            modifier: None,
            bound: Bound::At,
            basis: Basis::Absolute,
            sure: true,
        }
    }
}

/// The TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DateKind {
    /// A calendar expression.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}

/// A date expression resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRead {
    /// Where it stands.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: DateKind,
    /// TIMEX3 `value`.
    pub value: String,
    /// The days it covers; `None` where it names none that can be told ("recently").
    pub interval: Option<Interval>,
}
