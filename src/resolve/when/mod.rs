//! When: date expressions become intervals, and claims get the day they were made.

mod calendar;
mod direction;
mod term;

use crate::claim::time::{DateTerm, Unit};
use crate::claim::{Attribution, Basis, Bound, DateKind, DateRead, Grain, Interval, WrittenDate};
use crate::text::{Span, Text};
use chrono::{NaiveDate, Weekday};
use direction::Cue;
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
            cue: match date.bound {
                Bound::By => Cue::Future,
                _ => direction::cue(self.text, date.span),
            },
        };
        let found = term::resolve(&date.term, &setting);
        let found = found.map(|found| Interval { modifier: date.modifier, bound: date.bound, ..found });
        self.remember(date, found);
        DateRead { span: date.span, kind: date.kind, value: value(date, found), interval: found }
    }

    fn remember(&mut self, date: &WrittenDate, found: Option<Interval>) {
        match date.term {
            DateTerm::Vague(_) => return,
            DateTerm::Length { unit: Unit::Month, count: Some(4..), .. } => return self.quarter = None,
            DateTerm::Length { .. } | DateTerm::Distance { .. } => {}
            _ => self.note_quarter(found),
        }
        if date.kind == DateKind::Duration {
            return;
        }
        self.there = found.or(self.there);
    }

    /// Quarters still to come are no base of comparison.
    fn note_quarter(&mut self, found: Option<Interval>) {
        let begun = |found: &Interval| self.day.is_none_or(|day| found.from <= day);
        self.quarter = found.filter(|found| found.grain == Grain::Quarter && begun(found)).or(self.quarter);
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
