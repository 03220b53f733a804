//! From files to what stands in the tables.

use super::outline::Outline;
use super::term::terms_of;
use crate::check::{Kit, passage_statements};
use crate::claim::{Claim, Resolved};
use crate::compare::Statement;
use crate::record::{Filed, Record, RecordFile};
use crate::resolve::who::Headers;
use crate::text::{Before, Source, Span};
use chrono::Datelike;
use std::ops::Range;

/// Passages that are read in one go.
const PASSAGES: usize = 500;

/// A part of a record's file, small enough to be read in a moment.
#[derive(Clone, Debug)]
pub struct Part {
    /// The file, an index into [`Record::files`].
    pub file: usize,
    passages: Range<usize>,
}

/// A part that was read, ready to be added.
#[derive(Clone, Debug)]
pub struct Read {
    pub(super) file: usize,
    pub(super) passages: Vec<Passage>,
}

/// A row of `passages` with those of its claims.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub text: String,
    pub before: Before,
    pub claims: Vec<Row>,
}

/// A row of `claims`, with its links and terms.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Days from the year 1 on, 0 where it is not known.
    pub day: i64,
    pub name: String,
    pub speaker: String,
    pub role: Option<String>,
    pub side: Option<String>,
    pub via: Option<String>,
    pub said: Option<(String, String)>,
    pub cue: String,
    pub content: String,
    pub links: Vec<(String, &'static str)>,
    pub terms: String,
    pub outline: String,
}

/// The parts of a record, in its order.
pub fn parts(record: &Record) -> Vec<Part> {
    let of_file = |(file, filed): (usize, &RecordFile)| {
        let count = filed.passage_count();
        let starts = (0..count).step_by(PASSAGES);
        starts.map(move |start| Part { file, passages: start..count.min(start + PASSAGES) })
    };
    record.files.iter().enumerate().flat_map(of_file).collect()
}

/// Reads a part of a record.
pub fn read(part: &Part, record: &Record, headers: &Headers, kit: &Kit) -> Read {
    let Some(file) = record.files.get(part.file) else {
        return Read { file: part.file, passages: Vec::new() };
    };
    let statements = passage_statements(record, file, part.passages.clone(), headers, kit);
    let spans = file.passages(part.passages.clone()).into_iter();
    let is_journal = matches!(file.content, Filed::Journal { .. });
    let mut statements = statements.iter().peekable();
    let passages = spans.enumerate().map(|(number, span)| {
        let number = part.passages.start + number;
        let own = |it: &&Statement| !is_journal || it.claim.origin.paragraph == number;
        let claims = std::iter::from_fn(|| statements.next_if(own)).map(row).collect();
        passage(file.source(), span, claims)
    });
    Read { file: part.file, passages: passages.collect() }
}

fn passage(source: &Source, span: Span, claims: Vec<Row>) -> Passage {
    let place = source.place(span.start);
    let before = Before { bytes: place.byte, chars: place.char, lines: place.line - 1 };
    Passage { text: span.slice(source.text()).to_owned(), before, claims }
}

fn row(statement: &Statement) -> Row {
    let claim = &statement.claim;
    let via: Vec<&str> = claim.via.iter().map(|link| link.name.as_str()).collect();
    Row {
        day: day_of(claim),
        name: claim.id.clone(),
        speaker: claim.speaker.name.clone(),
        role: claim.speaker.role.clone(),
        side: claim.speaker.side.clone(),
        via: (!via.is_empty()).then(|| via.join("; ")),
        said: claim.said.map(|said| (said.from.to_string(), said.to.to_string())),
        cue: claim.cue().to_owned(),
        content: claim.content().to_owned(),
        links: claim.links.iter().map(|link| (link.target.clone(), link.kind.verb())).collect(),
        terms: terms_of(statement),
        outline: Outline::of(statement).to_json(),
    }
}

fn day_of(claim: &Claim<Resolved>) -> i64 {
    claim.said.map_or(0, |said| day_number(said.from))
}

/// As the tables count days.
pub(super) fn day_number(day: chrono::NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce().max(1))
}
