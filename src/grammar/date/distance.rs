//! Distances from a day, lengths of time, and what comes again.

use super::amount::{Amount, amount, ordinal};
use super::guard;
use super::lexicon::{Lex, Pointer};
use super::piece::{Cursor, Read, no, piece, word};
use super::unit::singular;
use super::{Found, the};
use crate::claim::time::{CountedFrom, DateTerm, Lies, Recurrence, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded};

/// `distance = counted_from | glued`
pub(super) fn distance(at: Cursor) -> Read<Found> {
    map(alt((counted, glued)), Found::new).parse(at)
}

/// `counted_from = ( measured | the ( "day" | "week" | "month" ) ) ( direction | from_now )`
fn counted(at: Cursor) -> Read<DateTerm> {
    let short = verify(singular, |unit| matches!(unit, Unit::Day | Unit::Week | Unit::Month));
    let the_day = map(preceded(the, short), |unit| (Some(1), unit));
    let (rest, (count, unit)) = alt((measured, the_day)).parse(at)?;
    let (rest, (later, from)) = alt((direction, from_now)).parse(rest)?;
    if unit < Unit::Day && count.is_none() || guard::starts_clause(rest, from) {
        return no();
    }
    Ok((rest, DateTerm::Distance { count, unit, later, from }))
}

/// `measured = amount ( unit | units )`
pub(super) fn measured(at: Cursor) -> Read<(Amount, Unit)> {
    map(pair(amount, any_unit), |(count, (unit, times))| {
        (count.map(|count| count.saturating_mul(times)), unit)
    })
    .parse(at)
}

fn any_unit(at: Cursor) -> Read<(Unit, u32)> {
    piece(|piece| match piece.lex {
        Lex::Unit(unit, times) | Lex::Units(unit, times) => Some((unit, times)),
        _ => None,
    })(at)
}

/// `direction = "ago" | "earlier" | "before" | "later" | "after"`
fn direction(at: Cursor) -> Read<(bool, CountedFrom)> {
    piece(|piece| {
        let back = piece.aid.back.map(|from| (false, from));
        back.or(piece.aid.forth.map(|from| (true, from)))
    })(at)
}

/// `from_now = "from" ( "now" | "today" )`
fn from_now(at: Cursor) -> Read<(bool, CountedFrom)> {
    map(pair(word(&["from"]), word(&["now", "today"])), |_| (true, CountedFrom::Now)).parse(at)
}

/// `glued = [ the ] "year" "-" ( "ago" | "earlier" ) [ [ ordinal ] period ]`
fn glued(at: Cursor) -> Read<DateTerm> {
    let (rest, (_, (unit, _), (later, from))) = (opt(the), any_unit, direction).parse(at)?;
    if later || unit != Unit::Year || !rest.before(1).is_some_and(|piece| piece.glued) {
        return no();
    }
    let third = (opt(ordinal), word(&["quarter", "period"]));
    let (rest, _) = opt(third).parse(rest)?;
    Ok((rest, DateTerm::Distance { count: Some(1), unit, later, from }))
}

/// `length = pointed_length | recent | plain | plural | ended_year`
pub(super) fn length(at: Cursor) -> Read<Found> {
    let (rest, term) = alt((pointed, recent, plain, plural, ended_year)).parse(at)?;
    if guard::is_age(rest) { no() } else { Ok((rest, Found::new(term))) }
}

/// `pointed_length = [ the ] side ( measured | unit )`
fn pointed(at: Cursor) -> Read<DateTerm> {
    let one = piece(|piece| match piece.lex {
        Lex::Unit(unit, times) => Some((Some(times), unit)),
        _ => None,
    });
    let (rest, (_, lies, (count, unit))) = (opt(the), side, alt((measured, one))).parse(at)?;
    if guard::is_adjective(rest, unit) {
        return no();
    }
    Ok((rest, DateTerm::Length { count, unit, lies }))
}

/// `side = "past" | "last" | "next" | "coming" | …`
fn side(at: Cursor) -> Read<Lies> {
    piece(|piece| match piece.aid.which? {
        Pointer::Last | Pointer::Before => Some(Lies::Before),
        Pointer::Next | Pointer::After => Some(Lies::After),
        _ => None,
    })(at)
}

/// `units = "days" | "weeks" | …`
fn units(at: Cursor) -> Read<Unit> {
    piece(|piece| match piece.lex {
        Lex::Units(unit, _) => Some(unit),
        _ => None,
    })(at)
}

/// `recent = [ the ] ( "recent" | side ) units`
fn recent(at: Cursor) -> Read<DateTerm> {
    let recently = map(word(&["recent"]), |()| Lies::Before);
    let (rest, (_, lies, unit)) = (opt(the), alt((recently, side)), units).parse(at)?;
    Ok((rest, DateTerm::Length { count: None, unit, lies }))
}

/// `plural = units`, after "for", "within" and their like
fn plural(at: Cursor) -> Read<DateTerm> {
    let led =
        matches!(at.previous(), "for" | "For" | "within" | "Within" | "over" | "took" | "after" | "After");
    map(verify(units, |_| led), |unit| DateTerm::Length { count: None, unit, lies: Lies::Anywhere }).parse(at)
}

/// `plain = measured` (“three years”, “5-year”)
fn plain(at: Cursor) -> Read<DateTerm> {
    let (rest, (count, unit)) = measured(at)?;
    if guard::is_length(at, rest, unit) {
        Ok((rest, DateTerm::Length { count, unit, lies: Lies::Anywhere }))
    } else {
        no()
    }
}

/// `ended_year = the [ "fiscal" ] "year"`, before "ended" or "ending"
fn ended_year(at: Cursor) -> Read<DateTerm> {
    let year = verify(singular, |unit| *unit == Unit::Year);
    let (rest, (_, _, unit)) = (the, opt(word(&["fiscal"])), year).parse(at)?;
    let term = DateTerm::Length { count: Some(1), unit, lies: Lies::Anywhere };
    if guard::is_ended(rest) { Ok((rest, term)) } else { no() }
}

/// `repeated = "daily" | … | every | each_named`
pub(super) fn repeated(at: Cursor) -> Read<Found> {
    map(alt((adverb, every, each_named)), |found| Found::new(DateTerm::Repeated(found))).parse(at)
}

fn adverb(at: Cursor) -> Read<Recurrence> {
    piece(|piece| match piece.lex {
        Lex::Repeated(unit) => Some(Recurrence::Every(1, unit)),
        _ => None,
    })(at)
}

/// `every = ( "every" | "each" ) [ "other" | "second" | amount ] ( unit | units )`
fn every(at: Cursor) -> Read<Recurrence> {
    let other = map(word(&["other", "second"]), |()| 2);
    let count = alt((other, map(verify(amount, Option::is_some), |count| count.unwrap_or(1))));
    let (rest, (_, count, (unit, times))) = (every_word, opt(count), any_unit).parse(at)?;
    Ok((rest, Recurrence::Every(count.unwrap_or(1).saturating_mul(times), unit)))
}

/// `each_named = ( "every" | "each" ) ( weekday_name | month_name | season_name | part_of_day )`
fn each_named(at: Cursor) -> Read<Recurrence> {
    let named = piece(|piece| match piece.lex {
        Lex::Weekday(weekday) if piece.span.len() > 5 => Some(Recurrence::Weekday(weekday)),
        Lex::Month(month) if piece.capital => Some(Recurrence::Month(month)),
        Lex::Season(season) => Some(Recurrence::Season(season)),
        Lex::DayPart(_) => Some(Recurrence::Every(1, Unit::Day)),
        _ => None,
    });
    preceded(every_word, named).parse(at)
}

fn every_word(at: Cursor) -> Read<()> {
    piece(|piece| piece.aid.every.then_some(()))(at)
}
