//! When: what is over, has not come yet, or is so again.

use super::{BE, Framing, NEGATORS};
use crate::text::form::{is_weekday, month};

/// The words that bind the first to another time than that of the second.
pub(super) fn bound(one: &Framing, other: &Framing) -> Option<String> {
    over(one, other)
        .or_else(|| not_until(one, other))
        .or_else(|| not_yet(one, other))
        .or_else(|| anew(one, other))
}

/// "Was safe until 2019", "is not safe"; "used to support", "does not support".
fn over(one: &Framing, other: &Framing) -> Option<String> {
    let is_now = is_now(other) && !other.has_any(FORMERLY);
    let once = || one.places(FORMERLY).find(|at| is_formerly(one, *at)).map(|at| one.told(at, at + 1));
    let used = || {
        let at = one.places(&["used", "use"]).find(|at| one.word(at + 1) == "to")?;
        (!BE.contains(&one.word(at.checked_sub(1)?))).then(|| one.told(at, at + 2))
    };
    let dated = || if is_past(one) { time_phrase(one) } else { None };
    is_now.then(|| once().or_else(used).or_else(dated)).flatten()
}

/// "Was once": no "once the ground thaws", no "at once".
fn is_formerly(of: &Framing, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| of.word(before));
    let next = of.word(at + 1);
    of.word(at) != "once" || PAST.contains(&before) || PAST.contains(&next) || next.ends_with("ed")
}

/// "Did not resign until June" says that it came then.
fn not_until(one: &Framing, other: &Framing) -> Option<String> {
    let not = one.find(NEGATORS)?;
    let at = (not + 1..not + 1 + NEAR).find(|at| matches!(one.word(*at), "until" | "till" | "before"))?;
    let told = one.words.get(not..at + 2)?;
    let joined = told.iter().all(|word| word.starts_with(char::is_alphanumeric) && *word != "than");
    (joined && !other.has(one.word(at))).then(|| one.told(at, at + 2))
}

/// Words behind a negator among which its "until" stands.
const NEAR: usize = 5;

/// "Had not yet begun", "will begin on Monday".
fn not_yet(one: &Framing, other: &Framing) -> Option<String> {
    let not = one.find(NEGATORS)?;
    let yet = one.places(&["yet"]).find(|at| *at > not)?;
    let later = other.has_any(FUTURE) || one.has("had") && !other.has("had");
    (later && !one.has_any(FUTURE)).then(|| one.told(yet, yet + 1))
}

/// "Safe again", "has reopened": it was otherwise before.
fn anew(one: &Framing, other: &Framing) -> Option<String> {
    let again = one.find(&["again", "anew"]);
    let back = || {
        let at = one.find(&["has", "have", "had"])?;
        (at + 1..at + 3).find(|at| RETURNS.contains(&one.word(*at)) && is_now(other))
    };
    let at = again.or_else(back)?;
    let word = one.word(at);
    (!other.has(word) && !other.has_any(&["again", "anew"])).then(|| word.to_owned())
}

/// "This week", "next month"; "today", "tomorrow".
pub(super) fn other_time(one: &Framing, other: &Framing) -> Option<(String, String)> {
    let (first, second) = (deictic(one)?, deictic(other)?);
    (first.split(' ').next() != second.split(' ').next()).then_some((first, second))
}

fn deictic(of: &Framing) -> Option<String> {
    let moves = |at: &usize| matches!(of.word(*at), "today" | "tomorrow" | "yesterday" | "tonight");
    let unit =
        |at: &usize| matches!(of.word(*at), "this" | "last" | "next") && UNITS.contains(&of.word(at + 1));
    let at = (0..of.words.len()).find(|at| moves(at) || unit(at))?;
    Some(of.told(at, at + 1 + usize::from(unit(&at))))
}

fn time_phrase(of: &Framing) -> Option<String> {
    (0..of.words.len()).find_map(|at| {
        let next = of.word(at + 1);
        let long = match of.word(at) {
            "before" | "until" | "till" if !of.has("than") => 3,
            "in" | "on" | "during" | "throughout" | "from" if is_date(next) => 2,
            "last" if UNITS.contains(&next) => 2,
            "for" if !matches!(next, "the") && UNITS.contains(&of.word(at + 2)) => 3,
            "yesterday" | "ago" => 1,
            _ => return None,
        };
        Some(of.told(at, at + long))
    })
}

fn is_date(word: &str) -> bool {
    let year = word.len() == 4 && word.chars().all(|c| c.is_ascii_digit());
    year || in_calendar(word)
}

/// The name of a weekday or a month.
pub(super) fn in_calendar(word: &str) -> bool {
    is_weekday(word) || month(word).is_some()
}

/// Whether the first auxiliary speaks of what is so or will be; what "has" been done was done.
fn is_now(of: &Framing) -> bool {
    let first = of.find(AUXILIARIES).map(|at| of.word(at));
    first.is_some_and(|first| !PAST.contains(&first) && !matches!(first, "has" | "have"))
}

fn is_past(of: &Framing) -> bool {
    of.find(AUXILIARIES).is_some_and(|at| PAST.contains(&of.word(at)))
}

const FORMERLY: &[&str] = &["once", "formerly", "previously", "originally"];

const FUTURE: &[&str] = &["will", "shall", "'ll", "’ll"];

const PAST: &[&str] = &["was", "were", "had", "did"];

const AUXILIARIES: &[&str] = &[
    "is", "are", "am", "'s", "’s", "does", "do", "remains", "remain", "will", "shall", "has", "have", "was",
    "were", "had", "did",
];

const RETURNS: &[&str] =
    &["reopened", "resumed", "restarted", "returned", "recovered", "restored", "reinstated"];

const UNITS: &[&str] = &[
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "weekend", "month", "months",
    "quarter", "year", "years", "decade", "decades", "century", "spring", "summer", "autumn", "winter",
    "season", "night",
];
