//! Times of day.

use super::lexicon::Lex;
use super::piece::{Cursor, Read, no, piece, word};
use super::{Found, edged};
use crate::claim::time::{CountedFrom, DateTerm, DayPart, TimeOfDay, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded, terminated};

/// `timed = time [ "," ] [ "on" ] edged | edged [ "," ] [ "at" ] clock`
pub(super) fn timed(at: Cursor) -> Read<Found> {
    let link = (opt(word(&[","])), opt(word(&["on"])));
    let before = pair(terminated(time, link), edged);
    let between = (opt(word(&[","])), opt(word(&["at"])));
    let after = map(pair(edged, preceded(between, clock)), |(found, time)| (time, found));
    let (rest, (time, found)) = alt((before, after)).parse(at)?;
    let dated =
        !matches!(found.term, DateTerm::Length { .. } | DateTerm::Repeated(_)) && found.time.is_none();
    if dated { Ok((rest, Found { time: Some(time), ..found })) } else { no() }
}

/// `alone = clock | this_part | noon`
pub(super) fn alone(at: Cursor) -> Read<Found> {
    let today = |time| Found { time: Some(time), ..Found::new(day(0)) };
    alt((map(clock, today), this_part, map(noon, today))).parse(at)
}

fn day(shift: i64) -> DateTerm {
    DateTerm::Unit { unit: Unit::Day, shift, from: CountedFrom::Now }
}

/// `this_part = [ edge ] ( "this" | "last" | "that" ) part_of_day`
fn this_part(at: Cursor) -> Read<Found> {
    use super::lexicon::Pointer;
    let (rest, _) = opt(verify(piece(|piece| piece.aid.edge), |edge| !edge.of)).parse(at)?;
    let (rest, (pointer, part)) = pair(piece(|piece| piece.aid.which), part).parse(rest)?;
    let term = match (pointer, part) {
        (Pointer::This, _) => day(0),
        (Pointer::Last, DayPart::Night | DayPart::Evening) => day(-1),
        (Pointer::Same, _) => DateTerm::Same(Unit::Day),
        _ => return no(),
    };
    Ok((rest, Found { time: Some(TimeOfDay::Part(part)), ..Found::new(term) }))
}

/// `noon = "noon" | "midday" | "midnight"`
fn noon(at: Cursor) -> Read<TimeOfDay> {
    let midday = verify(piece(|piece| piece.aid.edge.is_none().then_some(piece.lex)), |lex| {
        *lex == Lex::DayPart(DayPart::Midday)
    });
    alt((
        map(midday, |_| TimeOfDay::Clock(12, Some(0))),
        map(word(&["midnight"]), |()| TimeOfDay::Clock(24, Some(0))),
    ))
    .parse(at)
}

/// `time = clock | noon | [ "mid" ] part_of_day`
fn time(at: Cursor) -> Read<TimeOfDay> {
    alt((clock, noon, map(preceded(opt(word(&["mid"])), part), TimeOfDay::Part))).parse(at)
}

/// `clock = ( with_half | clock_token ) [ zone ]`
pub(super) fn clock(at: Cursor) -> Read<TimeOfDay> {
    let (rest, (hour, minute)) = alt((with_half, twenty_four)).parse(at)?;
    let (rest, _) = opt(zone).parse(rest)?;
    if hour > 24 { no() } else { Ok((rest, TimeOfDay::Clock(hour, minute))) }
}

/// `with_half = ( hour | clock_token ) ( "a.m." | "p.m." | … )`
fn with_half(at: Cursor) -> Read<(u32, Option<u32>)> {
    let hour = piece(|piece| match piece.lex {
        Lex::Number(hour @ 1..=12) => Some((hour, None)),
        Lex::Clock(hour @ 1..=12, minute) => Some((hour, minute)),
        _ => None,
    });
    let half = piece(|piece| match piece.lex {
        Lex::Meridiem(hours) => Some(hours),
        _ => None,
    });
    let (rest, ((hour, minute), half)) = pair(hour, half).parse(at)?;
    Ok((rest, (hour % 12 + half, minute)))
}

/// A time of 24 hours, or one whose half is glued to it.
fn twenty_four(at: Cursor) -> Read<(u32, Option<u32>)> {
    piece(|piece| match piece.lex {
        Lex::Clock(hour, minute) => Some((hour, minute)),
        _ => None,
    })(at)
}

/// `zone = "GMT" | "EST" | "local" | …`
fn zone(at: Cursor) -> Read<()> {
    word(&["GMT", "UTC", "EST", "EDT", "ET", "CST", "CDT", "PST", "PDT", "BST", "CET", "CEST", "local"])(at)
}

/// `part_of_day = "morning" | "afternoon" | "night" | …`
fn part(at: Cursor) -> Read<DayPart> {
    piece(|piece| match piece.lex {
        Lex::DayPart(part) => Some(part),
        _ => None,
    })(at)
}

/// `day_part = [ "at" ] noon | part_of_day`
pub(super) fn day_part(at: Cursor) -> Read<TimeOfDay> {
    let at_noon = preceded(opt(word(&["at"])), noon);
    alt((at_noon, map(part, TimeOfDay::Part))).parse(at)
}
