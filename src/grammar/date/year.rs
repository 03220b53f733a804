//! Years, decades, centuries.

use super::amount::{number, ordinal};
use super::guard;
use super::lexicon::{Lex, Pointer};
use super::piece::{Cursor, Read, no, piece, word};
use super::{Found, the};
use crate::claim::time::{DateTerm, Unit, Which, YearOf};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, value, verify};
use nom::sequence::{pair, preceded};

/// `years = decade | century | span | announced | bare`
pub(super) fn years(at: Cursor) -> Read<Found> {
    map(alt((decade, century, span, announced, bare)), Found::new).parse(at)
}

/// `year = 4 * digit | spelled`
pub(super) fn year(at: Cursor) -> Read<i32> {
    alt((figures, spelled)).parse(at)
}

fn figures(at: Cursor) -> Read<i32> {
    piece(|piece| match piece.lex {
        Lex::Year(year) if (1000..2200).contains(&year) => Some(year),
        _ => None,
    })(at)
}

/// `spelled = ( "seventeen" | "eighteen" | "nineteen" | "twenty" ) number`
fn spelled(at: Cursor) -> Read<i32> {
    let in_words = at.next().starts_with(|c: char| c.is_alphabetic());
    let century = verify(plain, |century| in_words && matches!(century, 17..=20));
    let within = verify(number, |within| (10..100).contains(within));
    let (rest, (century, within)) = pair(century, within).parse(at)?;
    Ok((rest, century * 100 + i32::try_from(within).unwrap_or(0)))
}

fn plain(at: Cursor) -> Read<i32> {
    piece(|piece| match piece.lex {
        Lex::Number(number) => i32::try_from(number).ok(),
        _ => None,
    })(at)
}

/// `announced = [ the ] ( "fiscal" [ "year" ] | "year" | "calendar" ) ( year | "two" "thousand" )`
fn announced(at: Cursor) -> Read<DateTerm> {
    let fiscal = (word(&["fiscal"]), opt(word(&["year"])));
    let thousand = map(verify(number, |number| *number == 2000), |_| 2000);
    let (rest, year) =
        preceded((opt(the), alt((value((), fiscal), word(&["year", "calendar"])))), alt((year, thousand)))
            .parse(at)?;
    Ok((rest, calendar_year(year)))
}

/// `bare = [ the ] year`
fn bare(at: Cursor) -> Read<DateTerm> {
    let (rest, year) = preceded(opt(the), year).parse(at)?;
    let in_figures = rest.previous().starts_with(|c: char| c.is_ascii_digit());
    if in_figures && rest.at > at.at + 1 && !guard::names_a_year_after_the(rest) {
        return no();
    }
    let edged = at.before(1).is_some_and(|piece| piece.aid.edge.is_some());
    let glued = in_figures && !edged && rest.before(1).is_some_and(|piece| piece.glued);
    if !glued && guard::is_year(at, rest, year) { Ok((rest, calendar_year(year))) } else { no() }
}

fn calendar_year(year: i32) -> DateTerm {
    DateTerm::Calendar { year: YearOf::Given(year), month: None, day: None, weekday: None }
}

/// `span = years_token` (“1914-18”)
fn span(at: Cursor) -> Read<DateTerm> {
    piece(|piece| match piece.lex {
        Lex::Years(first, last) => Some(DateTerm::Years(first, last)),
        _ => None,
    })(at)
}

/// `decade = [ the ] ( "1990s" | "’90s" | "nineties" | … )`
fn decade(at: Cursor) -> Read<DateTerm> {
    preceded(
        opt(the),
        piece(|piece| match piece.lex {
            Lex::Decade(first) => Some(DateTerm::Decade(first)),
            _ => None,
        }),
    )
    .parse(at)
}

/// `century = [ the ] ordinal "century"`
fn century(at: Cursor) -> Read<DateTerm> {
    let century = piece(|piece| matches!(piece.lex, Lex::Unit(Unit::Century, _)).then_some(()));
    let (rest, (_, number, _)) = (opt(the), ordinal, century).parse(at)?;
    Ok((rest, DateTerm::Century(i32::try_from(number).unwrap_or(1) - 1)))
}

/// `of_year = [ "," | "of" ] year | [ "," ] [ "of" ] shifted_year`
pub(super) fn of_year(at: Cursor) -> Read<YearOf> {
    let given = preceded(opt(word(&[",", "of"])), map(year, YearOf::Given));
    let shifted = preceded(opt((opt(word(&[","])), opt(word(&["of"])))), shifted_year);
    alt((given, shifted)).parse(at)
}

/// `shifted_year = which "year"`
pub(super) fn shifted_year(at: Cursor) -> Read<YearOf> {
    let unit = piece(|piece| matches!(piece.lex, Lex::Unit(Unit::Year, _)).then_some(()));
    let (rest, (pointer, ())) = pair(piece(|piece| piece.aid.which), unit).parse(at)?;
    let shift = match pointer {
        Pointer::This => 0,
        Pointer::Last => -1,
        Pointer::Next => 1,
        _ => return no(),
    };
    Ok((rest, YearOf::Shifted(shift)))
}

/// `which = "this" | "last" | "next"`, and their like
pub(super) fn which(at: Cursor) -> Read<Which> {
    piece(|piece| match piece.aid.which? {
        Pointer::This => Some(Which::This),
        Pointer::Last => Some(Which::Last),
        Pointer::Next => Some(Which::Next),
        _ => None,
    })(at)
}
