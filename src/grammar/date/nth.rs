//! Days found by counting: `the first Monday of October`, `the second week of 2019`, `the 15th`, `the 20th of next month`.

use super::amount::ordinal;
use super::calendar::{any_weekday, month_name};
use super::lexicon::{Lex, Pointer};
use super::piece::{Cursor, Read, no, piece, word};
use super::unit::singular;
use super::year::{of_year, shifted_year, which, year};
use super::{Found, the};
use crate::claim::time::{Counted, DateTerm, Unit, Which, Within, YearOf};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded, terminated};

/// `nth = counted | day_of | the_day`
pub(super) fn nth(at: Cursor) -> Read<Found> {
    map(alt((counted, day_of, the_day)), Found::new).parse(at)
}

/// `counted = [ the ] ( ordinal | "last" ) ( weekday_name | "day" | "week" ) ( "of" | "in" ) within`
fn counted(at: Cursor) -> Read<DateTerm> {
    let last = piece(|piece| (piece.aid.which == Some(Pointer::Last)).then_some(-1));
    let number = map(verify(ordinal, |nth| *nth < 54), |nth| i32::try_from(nth).unwrap_or(1));
    let unit = piece(|piece| match piece.lex {
        Lex::Unit(Unit::Day, 1) => Some(Counted::Day),
        Lex::Unit(Unit::Week, 1) => Some(Counted::Week),
        _ => None,
    });
    let what = alt((map(any_weekday, Counted::Weekday), unit));
    let (rest, (_, nth, what, ())) = (opt(the), alt((number, last)), what, word(&["of", "in"])).parse(at)?;
    let (rest, within) = within(rest)?;
    Ok((rest, DateTerm::Nth { nth, what, within }))
}

/// `within = month_name [ of_year ] | year | shifted_year | ( [ the ] which | the ) "month"`
fn within(at: Cursor) -> Read<Within> {
    let month = map(pair(month_name, opt(of_year)), |(month, year)| {
        Within::Month(month, year.unwrap_or(YearOf::Open(Which::Bare)))
    });
    let year = alt((map(year, YearOf::Given), shifted_year));
    alt((month, map(year, Within::Year), months_on)).parse(at)
}

fn months_on(at: Cursor) -> Read<Within> {
    let month = verify(singular, |unit| *unit == Unit::Month);
    let pointed = map(preceded(opt(the), which), |which| match which {
        Which::Last => -1,
        Which::Next => 1,
        Which::Bare | Which::This => 0,
    });
    map(terminated(alt((pointed, map(the, |()| 0))), month), Within::MonthsOn).parse(at)
}

/// `day_of = [ the ] ordinal "of" ( [ the ] which | the ) "month"`
fn day_of(at: Cursor) -> Read<DateTerm> {
    let day = map(verify(ordinal, |day| *day < 32), |day| i32::try_from(day).unwrap_or(1));
    let (rest, (_, nth, (), within)) = (opt(the), day, word(&["of"]), months_on).parse(at)?;
    Ok((rest, DateTerm::Nth { nth, what: Counted::Day, within }))
}

/// `the_day = "the" ordinal`, in figures, after a preposition and before no noun
fn the_day(at: Cursor) -> Read<DateTerm> {
    let led = matches!(at.previous(), "on" | "On" | "by" | "By" | "until" | "since");
    let day = piece(|piece| match piece.lex {
        Lex::Ordinal(day @ 1..=31) => Some(day),
        _ => None,
    });
    let (rest, day) = preceded(word(&["the"]), day).parse(at)?;
    let figures = rest.previous().starts_with(|c: char| c.is_ascii_digit());
    let alone = !rest.next().starts_with(|c: char| c.is_alphanumeric())
        && rest.peek(0).is_none_or(|next| !next.glued);
    if !led || !figures || !alone {
        return no();
    }
    Ok((
        rest,
        DateTerm::Calendar { year: YearOf::Open(Which::Bare), month: None, day: Some(day), weekday: None },
    ))
}
