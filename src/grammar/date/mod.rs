//! Date expressions as they are written (TIMEX3: DATE, TIME, DURATION, SET).
//!
//! A sentence is cut into pieces, each looked up once; productions are tried only where a piece is a word of
//! dates, and only in sentences that hold the heart of one.

mod amount;
mod beside;
mod calendar;
mod clock;
mod distance;
mod figures;
mod guard;
mod lexicon;
mod nth;
mod piece;
mod unit;
mod vague;
mod year;

use crate::claim::time::{DateTerm, TimeOfDay, Unit};
use crate::claim::{Bound, DateKind, Modifier, WrittenDate};
use crate::text::Text;
use lexicon::{Article, Edge};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{preceded, terminated};
use piece::{Cursor, Piece, Read, cut, no, piece, word};

/// The date expressions of a text, in its order, not overlapping.
pub fn dates(text: &Text) -> Vec<WrittenDate> {
    let mut pieces = Vec::new();
    let mut found = Vec::new();
    for sentence in text.sentences() {
        pieces.clear();
        cut(text, sentence.clone(), &mut pieces);
        read_sentence(text.prose(), &pieces, &mut found);
    }
    found
}

/// Pieces of a date before the heart of it, at the most.
const LONGEST_LEAD: usize = 12;

fn read_sentence(prose: &str, pieces: &[Piece], found: &mut Vec<WrittenDate>) {
    if !pieces.iter().any(Piece::is_heart) {
        return;
    }
    let mut last = 0;
    let cores = pieces.iter().enumerate().filter(|(_, piece)| piece.is_core());
    for (core, _) in cores {
        let mut at = last.max(core.saturating_sub(LONGEST_LEAD));
        while at <= core {
            let here = Cursor { prose, pieces, at };
            at = match expression(here) {
                Ok((rest, date)) if rest.at > at => {
                    found.extend(written(here, rest, date));
                    more_days(rest, date, found).at
                }
                _ => at + 1,
            };
        }
        last = at;
    }
}

/// `more_days = { another_day }`, each a date of its own
fn more_days<'s>(mut at: Cursor<'s>, date: Found, found: &mut Vec<WrittenDate>) -> Cursor<'s> {
    while let Ok((rest, term)) = calendar::another_day(at, date.term) {
        found.extend(written(Cursor { at: rest.at - 1, ..rest }, rest, Found { term, ..date }));
        at = rest;
    }
    at
}

fn written(from: Cursor, to: Cursor, date: Found) -> Option<WrittenDate> {
    let span = from.peek(0)?.span.cover(to.before(1)?.span);
    let kind = match date.term {
        DateTerm::Length { .. } => DateKind::Duration,
        DateTerm::Repeated(_) => DateKind::Set,
        DateTerm::Distance { unit, .. } if unit < Unit::Day => DateKind::Time,
        _ if date.time.is_some() => DateKind::Time,
        _ => DateKind::Date,
    };
    let Found { term, modifier, time } = date;
    Some(WrittenDate { span, kind, term, modifier, bound: bound(from.previous()), time })
}

/// What the word before a date says of how the event lies to it.
fn bound(word: &str) -> Bound {
    match word.to_ascii_lowercase().as_str() {
        "since" => Bound::Since,
        "until" | "till" | "til" | "through" => Bound::Until,
        "by" => Bound::By,
        "before" => Bound::Before,
        "after" => Bound::After,
        _ => Bound::At,
    }
}

/// A date being read.
#[derive(Clone, Copy, Debug)]
struct Found {
    term: DateTerm,
    modifier: Option<Modifier>,
    time: Option<TimeOfDay>,
}

impl Found {
    fn new(term: DateTerm) -> Found {
        Found { term, modifier: None, time: None }
    }
}

/// `expression = timed | edged | alone | repeated | length | vague`
fn expression(at: Cursor) -> Read<Found> {
    if at.peek(0).is_none_or(|first| !first.is_known()) {
        return no();
    }
    alt((clock::timed, edged, clock::alone, distance::repeated, distance::length, vague::vague)).parse(at)
}

/// `edged = [ edge ] ( date | of_now )`
fn edged(at: Cursor) -> Read<Found> {
    let (rest, edge) = opt(edge).parse(at)?;
    let linked = matches!(rest.previous(), "of" | "in");
    let (rest, found) = match edge {
        Some(_) if linked => alt((date, unit::of_now)).parse(rest)?,
        _ => date(rest)?,
    };
    Ok((rest, Found { modifier: edge.and_then(|edge| edge.modifier).or(found.modifier), ..found }))
}

/// `edge = [ the ] ( "beginning" | "end" | … ) "of" | ( "early" | "late" | "mid" | "about" | … ) [ "in" | "on" ]`
fn edge(at: Cursor) -> Read<Edge> {
    let plain = verify(piece(|piece| piece.aid.edge), |edge: &Edge| !edge.of);
    let of = verify(piece(|piece| piece.aid.edge), |edge: &Edge| edge.of);
    let with_of = preceded(opt(the), terminated(of, word(&["of"])));
    alt((with_of, terminated(plain, opt(word(&["in", "on"]))))).parse(at)
}

/// `date = beside | nth | calendar | weekday | feast | distance | part | quarter_of | today | pointed | years`
fn date(at: Cursor) -> Read<Found> {
    alt((
        beside::beside,
        nth::nth,
        calendar::date,
        calendar::weekday,
        calendar::feast,
        distance::distance,
        unit::part,
        unit::quarter_of,
        unit::today,
        unit::pointed,
        year::years,
    ))
    .parse(at)
}

/// `the = "the" | "its" | "their" | …`
fn the(at: Cursor) -> Read<()> {
    map(verify(piece(|piece| piece.aid.article), |article| *article == Article::The), drop).parse(at)
}

/// `a = "a" | "an"`
fn a(at: Cursor) -> Read<()> {
    map(verify(piece(|piece| piece.aid.article), |article| *article == Article::One), drop).parse(at)
}
