//! When: date expressions become intervals, and claims get the day they were made.

mod calendar;
mod direction;
mod event;
mod marked;
mod range;
mod said;
mod term;

pub use said::said;

use crate::claim::time::{CountedFrom, DateTerm, Unit, Vague};
use crate::claim::{Basis, Bound, DateKind, DateRead, Grain, Interval, WrittenDate};
use crate::document::Meta;
use crate::text::{Span, Text};
use chrono::{NaiveDate, Weekday};
use direction::Cue;
use term::Setting;

/// Resolves the date expressions of a text; `day` is its day of publication.
///
/// Without a day, expressions that are complete in themselves are resolved all the same, and others have no interval.
pub fn read(text: &Text, written: &[WrittenDate], day: Option<NaiveDate>) -> Vec<DateRead> {
    let mut reader = Reader { text, day, paragraph: None, there: None, quarter: None };
    let settings: Vec<Setting> = Vec::with_capacity(written.len());
    let (settings, read) = written.iter().fold((settings, Vec::new()), |(mut settings, mut read), date| {
        let setting = reader.setting(date);
        let found = resolved(date, &setting);
        reader.remember(date, found.interval);
        settings.push(setting);
        read.push(found);
        (settings, read)
    });
    let again = |(index, date): (usize, &WrittenDate)| {
        let setting = settings.get(index)?;
        let day = uttered(text, date, setting, &read)?;
        Some(resolved(date, &Setting { day: Some(day), ..*setting }))
    };
    let in_quotes: Vec<Option<DateRead>> = written.iter().enumerate().map(again).collect();
    let mut read: Vec<DateRead> =
        read.into_iter().zip(in_quotes).map(|(first, again)| again.unwrap_or(first)).collect();
    range::join(text, written, &mut read);
    read
}

/// The dates of a document: those read in it from its day of publication, and those it marks itself.
pub fn in_document(text: &Text, written: &[WrittenDate], meta: &Meta) -> Vec<DateRead> {
    marked::keep(read(text, written, meta.date), &meta.marked)
}

/// How many dates of one sentence are looked at to find the day of an utterance.
const BESIDE: usize = 16;

/// "Tomorrow", "now", "this week": whoever says it means their own day.
fn hangs_on_the_moment(term: &DateTerm) -> bool {
    matches!(term, DateTerm::Unit { from: CountedFrom::Now, .. } | DateTerm::Vague(Vague::Present))
}

/// The day of the utterance for a date inside quotation marks: a day that its sentence names outside of them.
fn uttered(text: &Text, date: &WrittenDate, setting: &Setting, read: &[DateRead]) -> Option<NaiveDate> {
    if setting.basis != Basis::Quote || !hangs_on_the_moment(&date.term) {
        return None;
    }
    let sentence = text.sentences().get(text.sentence_at(text.tokens_in(date.span).start)?)?;
    let span = text.span_of(sentence.clone());
    let first = read.partition_point(|other| other.span.end <= span.start);
    let beside = read.iter().skip(first).take(BESIDE).take_while(|other| other.span.start < span.end);
    let days = beside.filter_map(|other| other.interval).filter(|found| found.grain == Grain::Day);
    days.filter(|found| found.basis == Basis::Dateline || found.basis == Basis::Absolute)
        .map(|found| found.from)
        .find(|day| setting.day.is_none_or(|published| *day <= published))
}

fn resolved(date: &WrittenDate, setting: &Setting) -> DateRead {
    let found = term::resolve(&date.term, setting);
    let found = found.map(|found| Interval { modifier: date.modifier, bound: date.bound, ..found });
    DateRead { span: date.span, kind: date.kind, value: value(date, found), interval: found }
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
    fn setting(&mut self, date: &WrittenDate) -> Setting {
        let token = self.text.tokens_in(date.span).start;
        let paragraph = self.text.paragraph_at(token);
        if paragraph != self.paragraph {
            (self.paragraph, self.there) = (paragraph, None);
        }
        Setting {
            day: self.day,
            basis: if self.text.quotation_at(token).is_some() { Basis::Quote } else { Basis::Dateline },
            there: self.there,
            quarter: self.quarter,
            cue: self.cue(date),
        }
    }

    /// "Later in May" and "by May" are to come, "earlier in May" has been; else the sentence tells.
    fn cue(&self, date: &WrittenDate) -> Cue {
        let first = self.text.word(self.text.tokens_in(date.span).start);
        match date.bound {
            _ if first.eq_ignore_ascii_case("later") => Cue::Future,
            _ if first.eq_ignore_ascii_case("earlier") => Cue::Past,
            Bound::By => Cue::Future,
            _ => direction::cue(self.text, date.span),
        }
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
