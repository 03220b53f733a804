//! Date expressions as JSON lines.

use super::json;
use super::layout::cut;
use super::shelf::Shelved;
use crate::claim::{Basis, DateKind, DateRead, Grain, Modifier};
use chrono::NaiveDate;
use serde::Serialize;

/// A date expression as machines read it. Offsets count from the beginning of the file as it is on disk.
#[derive(Clone, Debug, Serialize)]
pub struct DateLine<'d> {
    doc: &'d str,
    text: &'d str,
    chars: [usize; 2],
    bytes: [usize; 2],
    line: usize,
    column: usize,
    r#type: DateKind,
    value: &'d str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    grain: Option<Grain>,
    modifier: Option<Modifier>,
    basis: Option<Basis>,
    sure: Option<bool>,
}

/// The date expressions of a document in its order.
pub fn date_lines<'d>(dates: &'d [DateRead], shelved: Shelved<'d>) -> Vec<DateLine<'d>> {
    dates.iter().map(|date| line(date, shelved)).collect()
}

impl DateLine<'_> {
    /// As one line of JSON, its line break included.
    pub fn print(&self) -> String {
        json::line(self)
    }

    fn row(&self) -> String {
        let days = match (self.from, self.to) {
            (Some(from), Some(to)) => format!("{from} until {to}, exclusive"),
            _ => "no days that can be told".to_owned(),
        };
        format!("{}:{}:{}  “{}”  {}  {days}", self.doc, self.line, self.column, self.text, self.value)
    }
}

/// A line a date: place, words, value, days.
pub fn date_table(lines: &[DateLine], columns: usize) -> String {
    lines.iter().map(|line| cut(&line.row(), columns) + "\n").collect()
}

fn line<'d>(date: &'d DateRead, shelved: Shelved<'d>) -> DateLine<'d> {
    let (from, to) = shelved.places(date.span);
    let days = date.interval.as_ref();
    DateLine {
        doc: shelved.source.name(),
        text: date.span.slice(shelved.prose),
        chars: [from.char, to.char],
        bytes: [from.byte, to.byte],
        line: from.line,
        column: from.column,
        r#type: date.kind,
        value: &date.value,
        from: days.map(|days| days.from),
        to: days.map(|days| days.to),
        grain: days.map(|days| days.grain),
        modifier: days.and_then(|days| days.modifier),
        basis: days.map(|days| days.basis),
        sure: days.map(|days| days.sure),
    }
}
