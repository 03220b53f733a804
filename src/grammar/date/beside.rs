//! Days and weeks told by a named day: `the week of March 6`, `Easter weekend`, `two days before Christmas`.

use super::calendar::{any_weekday, dated, feast_name};
use super::distance::measured;
use super::lexicon::Lex;
use super::piece::{Cursor, Read, no, piece, word};
use super::unit::singular;
use super::year::{of_year, which};
use super::{Found, guard, the};
use crate::claim::time::{DateTerm, NamedDay, Unit, YearOf};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded, terminated};

/// `beside = around | feast_week | counted_beside`
pub(super) fn beside(at: Cursor) -> Read<Found> {
    map(alt((around, feast_week, counted)), Found::new).parse(at)
}

/// `around = [ the ] ( "week" | "weekend" ) ( "of" | "beginning" | "ending" | … ) [ "on" ] named_day`
fn around(at: Cursor) -> Read<DateTerm> {
    let holds = word(&["of", "beginning", "starting", "commencing", "ending", "ended"]);
    let unit = terminated(preceded(opt(the), week), pair(holds, opt(word(&["on"]))));
    map(pair(unit, named_day), |(unit, day)| DateTerm::Around { unit, day }).parse(at)
}

fn week(at: Cursor) -> Read<Unit> {
    verify(singular, |unit| matches!(unit, Unit::Week | Unit::Weekend)).parse(at)
}

/// `feast_week = feast_name ( "week" | "weekend" ) [ of_year ]`
fn feast_week(at: Cursor) -> Read<DateTerm> {
    let (rest, (feast, unit, year)) = (feast_name, week, opt(of_year)).parse(at)?;
    let year = year.unwrap_or(YearOf::Open(Default::default()));
    Ok((rest, DateTerm::Around { unit, day: NamedDay::Feast { feast, year } }))
}

/// `counted_beside = ( measured | [ the ] "day" ) ( "before" | "after" | "from" ) named_day`; from no day of a month, which
/// begins a stretch
fn counted(at: Cursor) -> Read<DateTerm> {
    let day = map(preceded(opt(the), verify(singular, |unit| *unit == Unit::Day)), |unit| (Some(1), unit));
    let (rest, (count, unit)) = alt((measured, day)).parse(at)?;
    let (rest, later) =
        alt((map(word(&["before"]), |()| false), map(word(&["after", "from"]), |()| true))).parse(rest)?;
    let working = matches!(rest.words(rest.before(3)), "trading" | "business" | "working");
    let from = rest.previous().eq_ignore_ascii_case("from");
    let (rest, day) = named_day(rest)?;
    let stretch = from && matches!(day, NamedDay::Calendar { .. });
    match count.filter(|_| unit >= Unit::Day && !stretch && !working) {
        Some(count) => Ok((rest, DateTerm::Beside { count, unit, later, day })),
        None => no(),
    }
}

/// `named_day = feast_name [ of_year ] | dated | [ which ] weekday_name | "yesterday" | "today" | "tomorrow"`
fn named_day(at: Cursor) -> Read<NamedDay> {
    let feast = map(pair(feast_name, opt(of_year)), |(feast, year)| NamedDay::Feast {
        feast,
        year: year.unwrap_or(YearOf::Open(Default::default())),
    });
    let near = piece(|piece| match piece.lex {
        Lex::Today(shift, false) => Some(NamedDay::Near(shift)),
        _ => None,
    });
    alt((feast, of_month, weekday, near)).parse(at)
}

fn of_month(at: Cursor) -> Read<NamedDay> {
    match dated(at)? {
        (rest, DateTerm::Calendar { year, month: Some(month), day: Some(day), .. }) => {
            Ok((rest, NamedDay::Calendar { year, month, day }))
        }
        _ => no(),
    }
}

fn weekday(at: Cursor) -> Read<NamedDay> {
    let (name, which) = opt(which).parse(at)?;
    let (rest, weekday) = any_weekday(name)?;
    if !guard::is_weekday(name, which.is_some()) || guard::is_plural_weekday(name) {
        return no();
    }
    Ok((rest, NamedDay::Weekday { weekday, which: which.unwrap_or_default() }))
}
