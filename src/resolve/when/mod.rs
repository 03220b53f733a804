//! When: date expressions become intervals, and claims get the day they were made.

mod calendar;
mod direction;
mod term;

use crate::claim::time::{DateTerm, YearPart};
use crate::claim::{Attribution, Basis, DateKind, DateRead, Grain, Interval, WrittenDate};
use crate::text::{Span, Text};
use chrono::{NaiveDate, Weekday};
use term::Setting;

/// Resolves the date expressions of a text; `day` is its day of publication.
pub fn read(text: &Text, written: &[WrittenDate], day: Option<NaiveDate>) -> Vec<DateRead> {
    let mut reader = Reader { text, day, paragraph: None, there: None, quarter: None };
    written.iter().map(|date| reader.read(date)).collect()
}

/// What has been spoken of so far.
struct Reader<'t> {
    text: &'t Text<'t>,
    day: Option<NaiveDate>,
    paragraph: Option<usize>,
    there: Option<Interval>,
    quarter: Option<Interval>,
}

impl Reader<'_> {
    fn read(&mut self, date: &WrittenDate) -> DateRead {
        let token = self.text.tokens_in(date.span).start;
        let paragraph = self.text.paragraph_at(token);
        if paragraph != self.paragraph {
            (self.paragraph, self.there) = (paragraph, None);
        }
        let setting = Setting {
            day: self.day,
            basis: if self.text.quotation_at(token).is_some() { Basis::Quote } else { Basis::Dateline },
            there: self.there,
            quarter: self.quarter,
            cue: direction::cue(self.text, date.span),
            bound: date.bound,
        };
        let found = term::resolve(&date.term, &setting);
        let found = found.map(|found| Interval { modifier: date.modifier, bound: date.bound, ..found });
        self.remember(date, found);
        DateRead { span: date.span, kind: date.kind, value: value(date, found), interval: found }
    }

    fn remember(&mut self, date: &WrittenDate, found: Option<Interval>) {
        if date.kind == DateKind::Duration || matches!(date.term, DateTerm::Vague(_)) {
            return;
        }
        if matches!(date.term, DateTerm::Part { part: YearPart::Quarter(_), .. }) {
            self.quarter = found;
        }
        self.there = found.or(self.there);
    }
}

/// The TIMEX3 value of a date, with its days where they are known.
fn value(date: &WrittenDate, found: Option<Interval>) -> String {
    let open = matches!(date.term, DateTerm::Vague(_) | DateTerm::Length { .. } | DateTerm::Repeated(_));
    let days = match found {
        Some(found) if !open => found.timex(),
        _ => date.term.open_timex(),
    };
    let time = date.time.map_or_else(String::new, |time| time.to_string());
    format!("{days}{time}")
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
pub fn stated_weekdays(written: &[WrittenDate], read: &[DateRead]) -> Vec<(Span, Weekday, NaiveDate)> {
    let both = written.iter().zip(read);
    both.filter_map(|(written, read)| match (written.term, read.interval) {
        (DateTerm::Calendar { weekday: Some(weekday), .. }, Some(found)) if found.grain == Grain::Day => {
            Some((written.span, weekday, found.from))
        }
        _ => None,
    })
    .collect()
}
