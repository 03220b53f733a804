//! Months, days of months, weekdays, holidays.

use super::amount::ordinal;
use super::clock::day_part;
use super::guard;
use super::lexicon::{FEASTS, Lex};
use super::piece::{Cursor, Read, no, piece, word};
use super::unit::week;
use super::year::{of_year, which};
use super::{Found, the};
use crate::claim::time::{DateTerm, Recurrence, Which, YearOf};
use chrono::{NaiveDate, Weekday};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded, terminated};

/// `calendar = [ weekday_name [ "," | "the" | "(" ] ] ( figures | days | dated | month | the_nth ) [ day_part ]`; `days` and `month` only without a weekday, `the_nth` only behind one
pub(super) fn date(at: Cursor) -> Read<Found> {
    let beside = terminated(any_weekday, opt(word(&[",", "the", "("])));
    let (rest, weekday) = opt(beside).parse(at)?;
    let (rest, term) = match weekday {
        None => alt((figures, days, dated, month)).parse(rest)?,
        Some(_) => alt((figures, dated, the_nth)).parse(rest)?,
    };
    let term = match term {
        DateTerm::Calendar { year, month, day, .. } => DateTerm::Calendar { year, month, day, weekday },
        other => other,
    };
    let (rest, time) = opt(day_part).parse(rest)?;
    Ok((rest, Found { time, ..Found::new(term) }))
}

/// `the_nth = ordinal` (“Friday the 13th”)
fn the_nth(at: Cursor) -> Read<DateTerm> {
    let led = at.previous().eq_ignore_ascii_case("the");
    let (rest, day) = verify(ordinal, |day| led && *day < 32).parse(at)?;
    let calendar =
        DateTerm::Calendar { year: YearOf::Open(Which::Bare), month: None, day: Some(day), weekday: None };
    let figures = rest.previous().starts_with(|c: char| c.is_ascii_digit());
    if !figures && rest.next().starts_with(char::is_alphabetic) { no() } else { Ok((rest, calendar)) }
}

/// `figures = day_token | month_token`
fn figures(at: Cursor) -> Read<DateTerm> {
    let calendar = |year, month, day| {
        Some(DateTerm::Calendar { year: YearOf::Given(year), month: Some(month), day, weekday: None })
    };
    piece(|piece| match piece.lex {
        Lex::Iso(year, month, day) => calendar(year, month, Some(day)),
        Lex::IsoMonth(year, month) => calendar(year, month, None),
        _ => None,
    })(at)
}

/// `dated = [ which ] ( month_day | day_month ) [ of_year ]`
pub(super) fn dated(at: Cursor) -> Read<DateTerm> {
    let (rest, which) = opt(which).parse(at)?;
    let (rest, (month, day)) = alt((month_day, day_month)).parse(rest)?;
    let (rest, year) = opt(of_year).parse(rest)?;
    let exists = NaiveDate::from_ymd_opt(given(year).unwrap_or(2000), month, day).is_some();
    if !exists {
        return no();
    }
    let year = year.unwrap_or(YearOf::Open(which.unwrap_or_default()));
    Ok((rest, DateTerm::Calendar { year, month: Some(month), day: Some(day), weekday: None }))
}

fn given(year: Option<YearOf>) -> Option<i32> {
    match year? {
        YearOf::Given(year) => Some(year),
        _ => None,
    }
}

/// `another_day = ( "," | "and" | "or" | "&" ) day`, after a day of a month in figures
pub(super) fn another_day(at: Cursor, before: DateTerm) -> Read<DateTerm> {
    let DateTerm::Calendar { year: year @ YearOf::Open(_), month, day: Some(_), .. } = before else {
        return no();
    };
    let in_figures = |at: Cursor| at.previous().starts_with(|c: char| c.is_ascii_digit());
    if !in_figures(at) || !in_figures(at.skip(2)) {
        return no();
    }
    let (rest, day) = preceded(word(&[",", "and", "or", "&"]), day).parse(at)?;
    let ends = rest.peek(0).is_none_or(|next| !next.glued && !next.is_known()) && !guard::goes_on(rest);
    if ends { Ok((rest, DateTerm::Calendar { year, month, day: Some(day), weekday: None })) } else { no() }
}

/// `month_day = month_name [ "the" ] day`
fn month_day(at: Cursor) -> Read<(u32, u32)> {
    let (rest, pair) = pair(month_name, preceded(opt(word(&["the"])), day)).parse(at)?;
    if guard::counts_on(rest) { no() } else { Ok((rest, pair)) }
}

/// `day_month = [ "the" ] day [ "of" ] month_name`
fn day_month(at: Cursor) -> Read<(u32, u32)> {
    let (rest, (_, day, _, month)) = (opt(word(&["the"])), day, opt(word(&["of"])), month_name).parse(at)?;
    Ok((rest, (month, day)))
}

/// `days = ( month_days | days_month ) [ of_year ]`
fn days(at: Cursor) -> Read<DateTerm> {
    let (rest, (month, first, last)) = alt((month_days, days_month)).parse(at)?;
    let (rest, year) = opt(of_year).parse(rest)?;
    if first >= last {
        return no();
    }
    let year = year.unwrap_or(YearOf::Open(Which::Bare));
    Ok((rest, DateTerm::Days { year, month, days: (first, last) }))
}

/// `month_days = month_name day until_day`
fn month_days(at: Cursor) -> Read<(u32, u32, u32)> {
    map((month_name, day, until_day), |(month, first, last)| (month, first, last)).parse(at)
}

/// `days_month = [ "the" ] day until_day [ "of" ] month_name`
fn days_month(at: Cursor) -> Read<(u32, u32, u32)> {
    let days = preceded(opt(word(&["the"])), pair(day, until_day));
    let (rest, ((first, last), _, month)) = (days, opt(word(&["of"])), month_name).parse(at)?;
    Ok((rest, (month, first, last)))
}

/// `until_day = [ "-" | "–" | "—" | "to" | "through" | "until" | "and" ] [ "the" ] day`; "and" only after "between", without
/// a sign only in a hyphenated token (“27-28”)
fn until_day(at: Cursor) -> Read<u32> {
    if at.peek(0).is_some_and(|piece| piece.glued) {
        return day(at);
    }
    let between = (2..5).any(|back| at.words(at.before(back)).eq_ignore_ascii_case("between"));
    let joint = verify(word(&["-", "–", "—", "to", "through", "until", "till", "and"]), |()| {
        between || !at.next().eq_ignore_ascii_case("and")
    });
    preceded(pair(joint, opt(word(&["the"]))), day).parse(at)
}

/// `day = 1 … 31 | ordinal`
fn day(at: Cursor) -> Read<u32> {
    let figure = piece(|piece| match piece.lex {
        Lex::Number(number) => Some(number),
        _ => None,
    });
    let in_figures = |at: Cursor| at.next().starts_with(|c: char| c.is_ascii_digit());
    if in_figures(at) {
        return verify(alt((figure, ordinal)), |day| (1..=31).contains(day)).parse(at);
    }
    verify(ordinal, |day| (1..=31).contains(day)).parse(at)
}

/// `month = [ which ] month_name [ of_year ]`
fn month(at: Cursor) -> Read<DateTerm> {
    let (rest, which) = opt(which).parse(at)?;
    let name = rest;
    let (rest, month) = month_name(rest)?;
    let (rest, year) = opt(of_year).parse(rest)?;
    if year.is_none() && which.is_none() && !guard::is_month(name, rest) {
        return no();
    }
    let year = year.unwrap_or(YearOf::Open(which.unwrap_or_default()));
    Ok((rest, DateTerm::Calendar { year, month: Some(month), day: None, weekday: None }))
}

/// With a capital; without one only where the word is nothing else and a day or a year is beside it.
///
/// `month_name = "January" | "Jan." | …`
pub(super) fn month_name(at: Cursor) -> Read<u32> {
    piece(|piece| match piece.lex {
        Lex::Month(month) if piece.capital || guard::is_small_month(at) => Some(month),
        _ => None,
    })(at)
}

/// `weekday_name = "Monday" | "Mon." | …`
pub(super) fn any_weekday(at: Cursor) -> Read<Weekday> {
    piece(|piece| match piece.lex {
        Lex::Weekday(weekday) if piece.capital || guard::is_small_weekday(at) => Some(weekday),
        _ => None,
    })(at)
}

/// `weekday = week_first | name_first`
pub(super) fn weekday(at: Cursor) -> Read<Found> {
    alt((week_first, name_first)).parse(at)
}

/// `week_first = week [ "on" | "’s" ] weekday_name`
fn week_first(at: Cursor) -> Read<Found> {
    let (rest, (week, _, weekday)) = (week, opt(word(&["on", "’s", "'s"])), any_weekday).parse(at)?;
    Ok((rest, Found::new(DateTerm::Weekday { weekday, which: Which::Bare, week: Some(week) })))
}

/// `name_first = [ [ the ] which ] weekday_name [ [ "of" | "," ] week ] [ day_part ]`
fn name_first(at: Cursor) -> Read<Found> {
    let (rest, which) = opt(preceded(opt(the), which)).parse(at)?;
    let name = rest;
    let (rest, weekday) = any_weekday(rest)?;
    if !guard::is_weekday(name, which.is_some()) {
        return no();
    }
    if which.is_none() && guard::is_plural_weekday(name) {
        return Ok((rest, Found::new(DateTerm::Repeated(Recurrence::Weekday(weekday)))));
    }
    let (rest, week) = opt(preceded(opt(word(&["of", ","])), week)).parse(rest)?;
    let (rest, time) = opt(day_part).parse(rest)?;
    let term = DateTerm::Weekday { weekday, which: which.unwrap_or_default(), week };
    Ok((rest, Found { time, ..Found::new(term) }))
}

/// `feast = [ which ] feast_name [ of_year ]`
pub(super) fn feast(at: Cursor) -> Read<Found> {
    let (rest, which) = opt(which).parse(at)?;
    let (rest, feast) = feast_name(rest)?;
    let (rest, year) = opt(of_year).parse(rest)?;
    let year = year.unwrap_or(YearOf::Open(which.unwrap_or_default()));
    Ok((rest, Found::new(DateTerm::Feast { feast, year })))
}

/// `feast_name = "Christmas" | "Labor" "Day" | …`
pub(super) fn feast_name(at: Cursor) -> Read<crate::claim::time::Feast> {
    if at.peek(0).is_none_or(|piece| !piece.aid.feast) {
        return Err(nom::Err::Error(()));
    }
    let initial = at.next().as_bytes().first().map(u8::to_ascii_lowercase);
    let likely = FEASTS.iter().filter(|(name, _)| name.as_bytes().first().copied() == initial);
    let known = likely.into_iter().find_map(|(name, feast)| {
        let mut rest = at;
        for part in name.split(' ') {
            rest = is_word(rest.next(), part).then(|| rest.skip(1))?;
        }
        Some((rest, *feast))
    });
    known.ok_or(nom::Err::Error(()))
}

/// Whether a word is the one of the list, whatever its apostrophe.
fn is_word(word: &str, listed: &str) -> bool {
    word.eq_ignore_ascii_case(listed) || (listed == "'s" && word == "’s")
}
