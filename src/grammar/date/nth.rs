//! Days found by counting: `the first Monday of October`, `the second week of 2019`, `the 15th`, `the day after tomorrow`.

use super::amount::ordinal;
use super::calendar::{any_weekday, month_name};
use super::lexicon::{Lex, Pointer};
use super::piece::{Cursor, Read, no, piece, word};
use super::year::of_year;
use super::{Found, the};
use crate::claim::time::{Counted, CountedFrom, DateTerm, Unit, Which, YearOf};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded};

/// `nth = counted | beside_today | the_day`
pub(super) fn nth(at: Cursor) -> Read<Found> {
    map(alt((counted, beside_today, the_day)), Found::new).parse(at)
}

/// `counted = [ the ] ( ordinal | "last" ) ( weekday_name | "day" | "week" ) ( "of" | "in" ) ( month_name [ of_year ] | year )`
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
    let (rest, (month, year)) = alt((of_month, map(given_year, |year| (None, year)))).parse(rest)?;
    Ok((rest, DateTerm::Nth { nth, what, month, year }))
}

fn of_month(at: Cursor) -> Read<(Option<u32>, YearOf)> {
    let (rest, (month, year)) = pair(month_name, opt(of_year)).parse(at)?;
    Ok((rest, (Some(month), year.unwrap_or(YearOf::Open(Which::Bare)))))
}

fn given_year(at: Cursor) -> Read<YearOf> {
    map(super::year::year, YearOf::Given).parse(at)
}

/// `beside_today = [ the ] "day" ( "after" "tomorrow" | "before" "yesterday" )`
fn beside_today(at: Cursor) -> Read<DateTerm> {
    let after = value(2, (word(&["after"]), word(&["tomorrow"])));
    let before = value(-2, (word(&["before"]), word(&["yesterday"])));
    let (rest, (_, (), shift)) = (opt(the), word(&["day"]), alt((after, before))).parse(at)?;
    Ok((rest, DateTerm::Unit { unit: Unit::Day, shift, from: CountedFrom::Now }))
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
