//! Dates and times that are one token of figures: `2022-01-27`, `1/27/2022`, `1990s`, `15th`, `5:30`, `1914-18`.

use super::lexicon::{Aid, Entry, Lex};
use chrono::NaiveDate;

/// What a token that starts with a digit can be.
pub(super) fn read(word: &str) -> Entry {
    let lex = numeral(word).unwrap_or_default();
    Entry { lex, aid: Aid { feast: word == "9/11", ..Aid::default() } }
}

/// `’90s`, with the apostrophe.
pub(super) fn decade(word: &str) -> Option<Entry> {
    let digits = word.strip_prefix(['\'', '’'])?.strip_suffix('s')?;
    let lex = Lex::Decade(1900 + two(digits)?);
    Some(Entry { lex, aid: Aid::default() })
}

fn numeral(word: &str) -> Option<Lex> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, tail) = word.split_at_checked(digits)?;
    match (digits, tail) {
        (1..=3, "") => Some(Lex::Number(number.parse().ok()?)),
        (4, "") => Some(Lex::Year(number.parse().ok()?)),
        (1..=2, "st" | "nd" | "rd" | "th") => {
            number.parse().ok().filter(|ordinal| *ordinal > 0).map(Lex::Ordinal)
        }
        (4, "s" | "'s" | "’s") if number.ends_with('0') => Some(Lex::Decade(number.parse().ok()?)),
        (1..=2, "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m") => clock(number, None, tail),
        (1..=2, _) if tail.starts_with(':') => minutes(number, tail.get(1..)?),
        (1..=3, _) if tail.starts_with(',') => thousands(number, tail),
        _ => years(word).or_else(|| calendar(word)),
    }
}

/// `clock_token = hour [ ":" minute [ ":" second ] ] [ "am" | "p.m." | … ]`
fn clock(hour: &str, minute: Option<u32>, half: &str) -> Option<Lex> {
    let hour: u32 = hour.parse().ok()?;
    let hour = match half.chars().next() {
        Some('p') if hour < 12 => hour + 12,
        Some('a') if hour == 12 => 0,
        _ => hour,
    };
    (hour < 25 && minute.is_none_or(|minute| minute < 60)).then_some(Lex::Clock(hour, minute))
}

fn minutes(hour: &str, tail: &str) -> Option<Lex> {
    let (minute, half) = tail.split_at_checked(2)?;
    let half = half.strip_prefix(':').and_then(|seconds| seconds.get(2..)).unwrap_or(half);
    matches!(half, "" | "am" | "pm" | "a.m." | "p.m.").then_some(())?;
    clock(hour, Some(minute.parse().ok()?), half)
}

/// `1,700` as a number of years; more is no length of time that news counts.
fn thousands(number: &str, tail: &str) -> Option<Lex> {
    let digits = tail.strip_prefix(',').filter(|digits| digits.len() == 3)?;
    Some(Lex::Number(format!("{number}{digits}").parse().ok()?))
}

/// `years_token = year ( "-" | "–" | "/" ) ( year | 2 * digit )`
/// `month_token = year "-" 2 * digit`
fn years(word: &str) -> Option<Lex> {
    let (first, last) = word.split_once(['-', '–', '/'])?;
    let first: i32 = four(first)?;
    let last = four(last).or_else(|| two(last).map(|last| first / 100 * 100 + last))?;
    // "1999-00" crosses the century; "2022-01" is a month.
    let last = if last < first { last + 100 } else { last };
    let month = word.len() == 7 && (1..=12).contains(&(last % 100)) && word.contains('-');
    if month && first > 1999 {
        return Some(Lex::IsoMonth(first, u32::try_from(last % 100).ok()?));
    }
    (last > first && last - first <= 100).then_some(Lex::Years(first, last))
}

/// `day_token = year sign month sign day | month sign day sign year | day sign month sign year`, `sign = "-" | "/" | "."`
fn calendar(word: &str) -> Option<Lex> {
    let word = word.split_once('T').map_or(word, |(date, _)| date);
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = match (four(a), four(c)) {
        (Some(year), _) => (year, b.parse().ok()?, c.parse().ok()?),
        (_, Some(year)) => in_order(year, a, b)?,
        _ if word.contains('/') && c.len() == 2 => {
            let short = two(c)?;
            in_order(short + if short < 50 { 2000 } else { 1900 }, a, b)?
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day).map(|_| Lex::Iso(year, month, day))
}

/// Month before day, as most news has it, unless there is no such month.
fn in_order(year: i32, a: &str, b: &str) -> Option<(i32, u32, u32)> {
    let (a, b) = (a.parse().ok()?, b.parse().ok()?);
    Some(if a > 12 { (year, b, a) } else { (year, a, b) })
}

fn four(digits: &str) -> Option<i32> {
    (digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

fn two(digits: &str) -> Option<i32> {
    (digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}
