//! Whole units counted from a day: days, weeks, months, quarters, seasons, years.

use super::amount::ordinal;
use super::clock::day_part;
use super::guard;
use super::lexicon::{Lex, Pointer};
use super::piece::{Cursor, Read, no, piece, word};
use super::year::{of_year, shifted_year, which, year};
use super::{Found, the};
use crate::claim::Modifier;
use crate::claim::time::{CountedFrom, DateTerm, DayPart, Season, TimeOfDay, Unit, Which, YearOf, YearPart};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded, terminated};

/// `today = ( "today" | "yesterday" | "tomorrow" | "tonight" ) [ day_part ]`
pub(super) fn today(at: Cursor) -> Read<Found> {
    let (rest, (shift, night)) = piece(|piece| match piece.lex {
        Lex::Today(shift, night) => Some((shift, night)),
        _ => None,
    })(at)?;
    if guard::is_shouted(at) {
        return no();
    }
    let (rest, time) = opt(day_part).parse(rest)?;
    let time = time.or(night.then_some(TimeOfDay::Part(DayPart::Night)));
    Ok((rest, Found { time, ..Found::new(counted(Unit::Day, shift, CountedFrom::Now)) }))
}

fn counted(unit: Unit, shift: i64, from: CountedFrom) -> DateTerm {
    DateTerm::Unit { unit, shift, from }
}

/// `pointed = unit_end | with_pointer | the_unit`
pub(super) fn pointed(at: Cursor) -> Read<Found> {
    alt((unit_end, map(alt((with_pointer, the_unit)), Found::new))).parse(at)
}

/// `unit_end = [ the ] unit [ "’s" ] "end"`
fn unit_end(at: Cursor) -> Read<Found> {
    let unit = verify(singular, |unit| *unit >= Unit::Week);
    let (rest, (unit, _, ())) =
        (preceded(opt(the), unit), opt(word(&["'s", "’s"])), word(&["end"])).parse(at)?;
    Ok((rest, Found { modifier: Some(Modifier::End), ..Found::new(counted(unit, 0, CountedFrom::Now)) }))
}

/// `with_pointer = [ the ] pointer [ "fiscal" | "calendar" | "full" ] ( unit | "period" )`; a period only behind "latest"
fn with_pointer(at: Cursor) -> Read<DateTerm> {
    let (rest, article) = opt(the).parse(at)?;
    let (rest, pointer) = piece(|piece| piece.aid.which)(rest)?;
    let latest = rest.previous().eq_ignore_ascii_case("latest");
    let period = map(verify(word(&["period"]), move |()| latest), |()| Unit::Quarter);
    let unit = alt((verify(singular, |unit| *unit >= Unit::Day), period));
    let (rest, unit) = preceded(opt(word(&["fiscal", "calendar", "full"])), unit).parse(rest)?;
    match pointed_unit(pointer, unit, article.is_some()) {
        Some(term) if !guard::is_title(rest) => Ok((rest, term)),
        _ => no(),
    }
}

/// "The next day" hangs on the text, "next week" on the day of publication.
fn pointed_unit(pointer: Pointer, unit: Unit, article: bool) -> Option<DateTerm> {
    use CountedFrom::{Now, There};
    Some(match pointer {
        Pointer::This => counted(unit, 0, Now),
        Pointer::Last if article && !matches!(unit, Unit::Year | Unit::Quarter | Unit::Weekend) => {
            return None;
        }
        Pointer::Last if unit == Unit::Day => return None,
        Pointer::Last => counted(unit, -1, Now),
        Pointer::Next if article && unit != Unit::Year || unit == Unit::Day => counted(unit, 1, There),
        Pointer::Next => counted(unit, 1, Now),
        Pointer::Before => counted(unit, -1, There),
        Pointer::After => counted(unit, 1, There),
        Pointer::Same => DateTerm::Same(unit),
    })
}

/// `the_unit = the [ "full" | "fiscal" ] unit`
fn the_unit(at: Cursor) -> Read<DateTerm> {
    let (rest, unit) = preceded((the, opt(word(&["full", "fiscal"]))), singular).parse(at)?;
    if guard::is_the_unit(at, rest, unit) && !(unit == Unit::Year && guard::is_ended(rest)) {
        Ok((rest, DateTerm::Same(unit)))
    } else {
        no()
    }
}

/// `of_now = the unit`, after "the end of"
pub(super) fn of_now(at: Cursor) -> Read<Found> {
    let unit = verify(singular, |unit| *unit > Unit::Day);
    map(preceded(the, unit), |unit| Found::new(counted(unit, 0, CountedFrom::Now))).parse(at)
}

/// `week = which "week"`
pub(super) fn week(at: Cursor) -> Read<i64> {
    let (rest, (pointer, _)) = pair(which, verify(singular, |unit| *unit == Unit::Week)).parse(at)?;
    let shift = match pointer {
        Which::Last => -1,
        Which::Next => 1,
        _ => 0,
    };
    Ok((rest, shift))
}

/// A unit in the singular.
///
/// `unit = "day" | "week" | "quarter" | "year" | …`
pub(super) fn singular(at: Cursor) -> Read<Unit> {
    piece(|piece| match piece.lex {
        Lex::Unit(unit, 1) => Some(unit),
        _ => None,
    })(at)
}

/// `part = quarter | half | season`
pub(super) fn part(at: Cursor) -> Read<Found> {
    map(alt((quarter, half, season)), |(part, year)| Found::new(DateTerm::Part { part, year })).parse(at)
}

type PartOf = (YearPart, YearOf);

/// `quarter = [ year_before ] ( [ the ] [ "fiscal" ] ordinal "quarter" | "Q1" | … ) [ of_year ]`
fn quarter(at: Cursor) -> Read<PartOf> {
    let (rest, before) = opt(year_before).parse(at)?;
    let fiscal = word(&["fiscal", "fiscal's"]);
    let named = (opt(the), opt(fiscal), verify(ordinal, |quarter| *quarter <= 4), quarter_word);
    let short = piece(|piece| match piece.lex {
        Lex::Quarter(quarter) => Some(quarter),
        _ => None,
    });
    let (rest, quarter) = alt((map(named, |(_, _, quarter, ())| quarter), short)).parse(rest)?;
    let (rest, after) = opt(of_year).parse(rest)?;
    Ok((rest, (YearPart::Quarter(quarter), before.or(after).unwrap_or(YearOf::Open(Which::Bare)))))
}

fn quarter_word(at: Cursor) -> Read<()> {
    piece(|piece| matches!(piece.lex, Lex::Unit(Unit::Quarter, _)).then_some(()))(at)
}

/// `year_before = [ the ] ( year | shifted_year ) [ "’s" ]`
fn year_before(at: Cursor) -> Read<YearOf> {
    let year = alt((map(year, YearOf::Given), shifted_year));
    terminated(preceded(opt(the), year), opt(word(&["'s", "’s"]))).parse(at)
}

/// `quarter_of = year_before period | [ the ] ( "corresponding" | "same" | "comparable" ) period [ "of" | "in" | "a" ] shifted_year`, `period = "quarter" | "period"`
pub(super) fn quarter_of(at: Cursor) -> Read<Found> {
    let period = || word(&["quarter", "period"]);
    let like = word(&["corresponding", "same", "comparable"]);
    let after = (opt(the), like, period(), opt(word(&["of", "in", "a"])), shifted_year);
    let year = alt((terminated(year_before, period()), map(after, |(.., year)| year)));
    map(year, |year| Found::new(DateTerm::QuarterOf(year))).parse(at)
}

/// `half = [ the ] ( ordinal | "last" | "latter" ) "half" ( of_year | "of" the unit )`
fn half(at: Cursor) -> Read<PartOf> {
    let number = alt((verify(ordinal, |half| *half <= 2), map(word(&["last", "latter"]), |()| 2)));
    let this_year = map((the, singular), |_| YearOf::Shifted(0));
    let of = alt((of_year, preceded(word(&["of"]), this_year)));
    let (rest, (_, half, (), year)) = (opt(the), number, word(&["half"]), of).parse(at)?;
    Ok((rest, (YearPart::Half(half), year)))
}

/// `season = [ the [ edge ] ] [ which ] season_name [ of_year ]`
fn season(at: Cursor) -> Read<PartOf> {
    let (rest, article) = opt(the).parse(at)?;
    let (rest, edge) = match article {
        Some(()) => opt(verify(piece(|piece| piece.aid.edge), |edge| !edge.of)).parse(rest)?,
        None => (rest, None),
    };
    let (rest, which) = opt(which).parse(rest)?;
    let name = rest;
    let (rest, season) = season_name(rest)?;
    let (rest, year) = opt(of_year).parse(rest)?;
    let introduced = article.is_some() || which.is_some() || edge.is_some() || year.is_some();
    if !guard::is_season(at, name, rest, introduced) {
        return no();
    }
    Ok((rest, (YearPart::Season(season), year.unwrap_or(YearOf::Open(which.unwrap_or_default())))))
}

fn season_name(at: Cursor) -> Read<Season> {
    piece(|piece| match piece.lex {
        Lex::Season(season) => Some(season),
        _ => None,
    })(at)
}
