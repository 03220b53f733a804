//! When: date expressions become intervals, and claims get the day they were made.

use crate::claim::{Attribution, DateRead, Interval, WrittenDate};
use crate::text::{Span, Text};
use chrono::{NaiveDate, Weekday};

/// Resolves the date expressions of a text; `day` is its day of publication.
pub fn read(_text: &Text, _written: &[WrittenDate], _day: Option<NaiveDate>) -> Vec<DateRead> {
    Vec::new()
}

/// When each attribution was made, in their order; `dates` are all of the text's, as [`read`] gives them.
pub fn said(
    _text: &Text,
    attributions: &[Attribution],
    _dates: &[DateRead],
    _day: Option<NaiveDate>,
) -> Vec<Option<Interval>> {
    vec![None; attributions.len()]
}

/// Expressions that state both a weekday and a calendar day: where, the weekday written, the day meant.
pub fn stated_weekdays(_written: &[WrittenDate], _read: &[DateRead]) -> Vec<(Span, Weekday, NaiveDate)> {
    Vec::new()
}
