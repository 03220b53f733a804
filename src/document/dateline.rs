//! The dateline: "KYIV, Jan. 29 —" before the first sentence.

use super::day::{self, WrittenDay};
use super::lines::trim;
use crate::text::Span;

/// The place and the day before the first sentence of a report, as bytes of the prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, the dash included.
    pub span: Span,
    /// The place: "KYIV", "SCRANTON, Pa.". Agencies leave it out at times.
    pub place: Option<Span>,
    /// The agency in brackets, the brackets left out.
    pub outlet: Option<Span>,
    /// The day as written; month and day often stand without a year.
    pub date: Option<Span>,
}

impl Dateline {
    /// The same dateline, `by` bytes further on.
    pub(super) fn shifted(self, by: usize) -> Dateline {
        let shift = |span: Span| Span::new(span.start + by, span.end + by);
        Dateline {
            span: shift(self.span),
            place: self.place.map(shift),
            outlet: self.outlet.map(shift),
            date: self.date.map(shift),
        }
    }
}

/// A dateline found in a string, with the day it names.
pub(super) struct Found {
    pub(super) dateline: Dateline,
    pub(super) day: Option<WrittenDay>,
}

/// A dateline is short; a dash further on belongs to the sentence.
const LONGEST: usize = 90;

/// Words in capitals that stand before a dash as a dateline does and are none.
const KICKERS: &[&str] = &[
    "ANALYSIS",
    "BREAKING",
    "COMMENT",
    "CORRECTION",
    "EDITORIAL",
    "EXCLUSIVE",
    "FACT",
    "LIVE",
    "NOTE",
    "OPINION",
    "PHOTO",
    "PHOTOS",
    "UPDATE",
    "UPDATED",
    "VIDEO",
    "WATCH",
];

/// Finds the dateline at the start of `text`.
///
/// `dateline = place { "," ( region | day ) } [ "(" outlet [ "," day ] ")" ] dash | day "(" outlet ")" dash`
/// `place = words`, in capitals, or capitalised where a day or an outlet follows
pub(super) fn find(text: &str) -> Option<Found> {
    let (end, dash) = find_dash(text)?;
    let head = text.get(..end)?;
    let (before, outlet, mut date) = split_outlet(head)?;
    let (place, day_before) = split_day(text, before)?;
    date = date.or(day_before);
    let after = text.get(end + dash..)?;
    let firm = date.is_some() || outlet.is_some();
    let placed = place.map_or(date.is_some() && outlet.is_some(), |place| is_place(place.slice(text), firm));
    if !placed || !starts_sentence(after) {
        return None;
    }
    let length = end + dash + (after.len() - after.trim_start().len());
    let dateline = Dateline { span: Span::new(0, length), place, outlet, date };
    Some(Found { dateline, day: date.and_then(|span| day::read_day(span.slice(text))) })
}

/// The first dash with white space before it: where it stands and how long it is.
fn find_dash(text: &str) -> Option<(usize, usize)> {
    let head = text.char_indices().take_while(|(at, _)| *at < LONGEST);
    let mut spaced = false;
    for (at, c) in head {
        let rest = text.get(at..)?;
        let width = match c {
            '—' | '–' | '―' => c.len_utf8(),
            '-' if spaced && rest.starts_with("-- ") => 2,
            '-' if spaced && rest.starts_with("- ") => 1,
            _ => 0,
        };
        if width > 0 {
            return Some((at, width));
        }
        spaced = c.is_whitespace();
    }
    None
}

/// `WASHINGTON (AP)`, `LONDON (Reuters, 12 March)`: what stands before the bracket, the outlet, the day.
fn split_outlet(head: &str) -> Option<(Span, Option<Span>, Option<Span>)> {
    let end = head.trim_end().len();
    let Some(open) = head.find('(') else { return Some((Span::new(0, end), None, None)) };
    let inner = head.get(open + 1..end)?.strip_suffix(')')?;
    let before = Span::new(0, open);
    let outlet = Span::new(open + 1, open + 1 + inner.len());
    match inner.split_once(',') {
        Some((name, tail)) if day::read_day(tail).is_some() => {
            let name = Span::new(outlet.start, outlet.start + name.len());
            Some((before, Some(name), Some(trim(head, Span::new(name.end + 1, outlet.end)))))
        }
        _ => Some((before, Some(outlet), None)),
    }
}

/// Splits `KYIV, Jan. 29, 2022` at the first comma behind which the rest is a day.
fn split_day(text: &str, before: Span) -> Option<(Option<Span>, Option<Span>)> {
    let words = before.slice(text).trim_end().trim_end_matches(',');
    let all = trim(text, Span::new(before.start, before.start + words.len()));
    if is_day(words) {
        return Some((None, Some(all)));
    }
    for (comma, _) in words.match_indices(", ") {
        if is_day(words.get(comma + 1..)?) {
            let place = Span::new(all.start, before.start + comma);
            return Some((Some(place), Some(trim(text, Span::new(before.start + comma + 1, all.end)))));
        }
    }
    Some((Some(all), None))
}

fn is_day(words: &str) -> bool {
    day::read_day(words).is_some() || day::is_weekday(words.trim())
}

/// Whether `words` may be a place. Without a day or an outlet it must be in capitals, lest
/// "Diplomacy — the only way" be taken for one.
fn is_place(words: &str, firm: bool) -> bool {
    let city = words.split(',').next().unwrap_or_default();
    let letters = city.chars().filter(|c| c.is_alphabetic());
    let in_capitals = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
    let kicker = city.split_whitespace().next().is_some_and(|word| KICKERS.contains(&word));
    let short = words.split_whitespace().count() <= 6 && words.split(',').all(|part| !part.trim().is_empty());
    let named = words.split_whitespace().all(is_name_part);
    short && named && !kicker && (in_capitals || (firm && !city.is_empty()))
}

/// `Kyiv`, `Pa.`, `de`: capitalised, or a short link between names.
fn is_name_part(word: &str) -> bool {
    let link =
        matches!(word, "de" | "la" | "le" | "el" | "al" | "the" | "of" | "da" | "do" | "sur" | "am" | "and");
    let spelt = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | ',' | '\'' | '’' | '-' | '/'));
    spelt && (link || word.starts_with(char::is_uppercase))
}

/// "NATO — the alliance —" goes on in lower case; a sentence after a dateline does not.
fn starts_sentence(after: &str) -> bool {
    let first = after.trim_start().chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_numeric() || !c.is_alphanumeric() && !c.is_whitespace())
}
