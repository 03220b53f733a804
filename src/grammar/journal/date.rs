//! ISO 8601 days, months and years, and ranges of them.

use super::fault::{JournalFault, Reading, Trouble, fail};
use crate::claim::{Basis, Bound, Grain, Interval};
use crate::text::Span;
use chrono::{Datelike, NaiveDate};
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::opt;
use nom::sequence::preceded;
use nom::{Offset, Parser};
use std::fmt;

/// A date or a range of dates in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The date, or the first of the range.
    pub from: IsoDate,
    /// The last of the range.
    pub to: Option<IsoDate>,
    /// Bytes of the file's text.
    pub span: Span,
}

impl Stated {
    /// The days it covers: sure, on an absolute basis, with the coarser grain of the two ends.
    pub fn interval(&self) -> Interval {
        let last = self.to.unwrap_or(self.from);
        let from = self.from.first_day();
        Interval {
            from,
            to: last.day_after(),
            grain: self.from.grain().max(last.grain()),
            modifier: None,
            bound: Bound::At,
            basis: Basis::Absolute,
            sure: true,
        }
    }
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}..{to}", self.from),
            None => write!(f, "{}", self.from),
        }
    }
}

/// A calendar day, month or year, checked to exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IsoDate {
    first: NaiveDate,
    grain: Grain,
}

impl IsoDate {
    /// The day, month or year of these numbers; `None` where the calendar has none. A day without a month is none.
    pub fn new(year: i32, month: Option<u32>, day: Option<u32>) -> Option<IsoDate> {
        let grain = match (month, day) {
            (Some(_), Some(_)) => Grain::Day,
            (Some(_), None) => Grain::Month,
            (None, None) => Grain::Year,
            (None, Some(_)) => return None,
        };
        let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))?;
        Some(IsoDate { first, grain })
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The day after its last.
    pub fn day_after(self) -> NaiveDate {
        let (year, month) = (self.first.year(), self.first.month());
        let after = match self.grain {
            Grain::Day => self.first.succ_opt(),
            Grain::Month if month < 12 => NaiveDate::from_ymd_opt(year, month + 1, 1),
            _ => NaiveDate::from_ymd_opt(year + 1, 1, 1),
        };
        after.unwrap_or(self.first)
    }

    /// Day, month or year.
    pub fn grain(self) -> Grain {
        self.grain
    }
}

impl fmt::Display for IsoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.grain {
            Grain::Day => write!(f, "{year:04}-{month:02}-{:02}", self.first.day()),
            Grain::Month => write!(f, "{year:04}-{month:02}"),
            _ => write!(f, "{year:04}"),
        }
    }
}

/// A range as read, before its place in the file is known.
pub(super) type Range = (IsoDate, Option<IsoDate>);

/// `said = date [ ".." date ] space`
pub(super) fn said(input: &str) -> Reading<'_, Range> {
    let (rest, first) = date(input)?;
    let (rest, last) = opt(preceded(tag(".."), date)).parse(rest)?;
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return Err(not_a_date(input));
    }
    match last {
        Some(last) if last.first_day() < first.first_day() => {
            let whole = input.get(..input.offset(rest)).unwrap_or(input);
            fail(whole, JournalFault::ReversedRange { from: first, to: last })
        }
        last => Ok((rest, (first, last))),
    }
}

/// `date = year [ "-" month [ "-" day ] ]`
fn date(input: &str) -> Reading<'_, IsoDate> {
    let (rest, year) = digits(4, input).map_err(|_| not_a_date(input))?;
    let (rest, month) = opt(preceded(tag("-"), two_digits)).parse(rest)?;
    let (rest, day) = match month {
        Some(_) => opt(preceded(tag("-"), two_digits)).parse(rest)?,
        None => (rest, None),
    };
    if rest.starts_with(goes_on) {
        return Err(not_a_date(input));
    }
    // Four digits at most: the year fits.
    let year = i32::try_from(year).unwrap_or_default();
    match IsoDate::new(year, month, day) {
        Some(date) => Ok((rest, date)),
        None => {
            let whole = input.get(..input.offset(rest)).unwrap_or(input);
            fail(whole, JournalFault::NoSuchDate { year, month: month.unwrap_or_default(), day })
        }
    }
}

fn two_digits(input: &str) -> Reading<'_, u32> {
    digits(2, input)
}

/// `year = 4 * digit`, `month = 2 * digit`, `day = 2 * digit`
fn digits(count: usize, input: &str) -> Reading<'_, u32> {
    let (rest, digits) = take_while_m_n(count, count, |c: char| c.is_ascii_digit()).parse(input)?;
    Ok((rest, digits.bytes().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))))
}

/// What cannot follow a date: it would be part of a number or of another notation.
fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '/' | '–' | '—' | ':')
}

/// The first word, which was meant to be a date.
fn not_a_date(input: &str) -> nom::Err<Trouble<'_>> {
    let found = input.split(char::is_whitespace).next().unwrap_or(input);
    nom::Err::Failure(Trouble::new(found, JournalFault::NotADate { found: found.to_owned() }))
}
