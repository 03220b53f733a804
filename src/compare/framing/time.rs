//! When: what is over, has not come yet, or is so again.

use super::Framing;
use super::lexicon::LEXICON;
use super::nature::{is_adverbial, is_how, is_state};
use crate::text::form::{base_form, is_weekday, month, verb_base};

/// The words that bind the first to another time than that of the second.
pub(super) fn bound(one: &Framing, other: &Framing) -> Option<String> {
    over(one, other)
        .or_else(|| not_until(one, other))
        .or_else(|| stays_until(one, other))
        .or_else(|| not_yet(one, other))
        .or_else(|| not_so_far(one, other))
}

/// "Was safe until 2019", "is not safe"; "used to support", "does not support".
fn over(one: &Framing, other: &Framing) -> Option<String> {
    let is_now = is_now(other) && !other.has_any(&LEXICON.formerly);
    let once =
        || one.places(&LEXICON.formerly).find(|at| is_formerly(one, *at)).map(|at| one.told(at, at + 1));
    let used = || {
        let at = (1..one.words.len())
            .find(|at| matches!(one.word(*at), "used" | "use") && one.word(at + 1) == "to")?;
        (!LEXICON.be.contains(one.before(at))).then(|| one.told(at, at + 2))
    };
    let dated = || if is_past(one) { time_phrase(one) } else { None };
    is_now.then(|| once().or_else(used).or_else(dated)).flatten()
}

/// A change that lies ahead, with the figure that it comes to behind these words.
pub(super) fn is_to_come(before: &[&str], is_forecast: bool) -> bool {
    let changes = before.last().is_some_and(|last| matches!(*last, "to" | "by") || grows(last));
    let ahead = |word: &&str| {
        [&LEXICON.may, &LEXICON.future, &LEXICON.expected].iter().any(|words| words.contains(word))
    };
    changes && (is_forecast || before.iter().any(ahead))
}

/// "Will rise | between 3 and 5 percent".
fn grows(verb: &str) -> bool {
    base_form(verb) == "reach" || LEXICON.trend.contains(&*verb_base(verb))
}

/// "Was safe last year", "was not safe": of what is so, only one says when. What rose may have fallen in May.
pub(super) fn dated(one: &Framing, other: &Framing) -> Option<String> {
    let undated = time_phrase(other).is_none() && deictic(other).is_none();
    time_phrase(one).filter(|phrase| {
        let trend = length(phrase).is_some() && changes(one) && changes(other);
        undated && (is_past(one) && is_state(one, other) || trend)
    })
}

/// "Rose", "fell".
fn changes(of: &Framing) -> bool {
    of.words.iter().any(|word| LEXICON.trend.contains(&*verb_base(word)))
}

/// "Sold 300 in June", "sold 900"; "in June", "in 2019": a period that the other's may hold. A day tells which event is meant.
pub(super) fn portion(one: &Framing, other: &Framing) -> Option<String> {
    let within = length(&time_phrase(one)?)?;
    let holds = time_phrase(other).is_none_or(|phrase| length(&phrase).is_some_and(|whole| whole > within));
    time_phrase(one).filter(|_| holds)
}

/// "Not open on Sunday", "open next week": one part of a time may be otherwise than the rest. What will not be this decade may
/// be later.
pub(super) fn exception(one: &Framing, other: &Framing) -> Option<String> {
    let span = |of: &Framing| time_phrase(of).or_else(|| deictic(of));
    let excepted = span(one).filter(|_| one.is_negated() && !other.is_negated())?;
    match span(other) {
        Some(whole) => (reach(&excepted) < reach(&whole)).then_some(excepted),
        None => (lies_ahead(one).is_some() && lies_ahead(other).is_some()).then_some(excepted),
    }
}

/// Days, then weeks, months, years.
fn reach(phrase: &str) -> u8 {
    match phrase.rsplit(' ').next() {
        Some("week" | "weeks" | "weekend") => 1,
        _ => length(phrase).map_or(0, |length| length + 1),
    }
}

/// Months, then years.
fn length(phrase: &str) -> Option<u8> {
    let last = phrase.rsplit(' ').next()?;
    let is_year = last == "year" || last.chars().all(|c| c.is_ascii_digit());
    match last {
        _ if is_year => Some(2),
        "week" | "month" | "quarter" | "spring" | "summer" | "autumn" | "winter" | "season" => Some(1),
        _ => month(last).map(|_| 1),
    }
}

/// "Was once": no "once the ground thaws", no "at once".
fn is_formerly(of: &Framing, at: usize) -> bool {
    let before = of.before(at);
    let next = of.word(at + 1);
    of.word(at) != "once"
        || LEXICON.past.contains(before)
        || LEXICON.past.contains(next)
        || next.ends_with("ed")
}

/// "Did not resign until June" says that it came then.
fn not_until(one: &Framing, other: &Framing) -> Option<String> {
    let not = one.find(&LEXICON.not)?;
    let at = (not + 1..not + 1 + NEAR).find(|at| matches!(one.word(*at), "until" | "till" | "before"))?;
    let told = one.words.get(not..at + 2)?;
    let joined = told.iter().all(|word| word.starts_with(char::is_alphanumeric) && *word != "than");
    (joined && !other.has(one.word(at))).then(|| one.told(at, at + 2))
}

/// "Will stay closed until Tuesday" says that it will reopen then.
fn stays_until(one: &Framing, other: &Framing) -> Option<String> {
    let at = (1..one.words.len()).find(|at| matches!(one.word(*at), "until" | "till"))?;
    let lone = one.find(&LEXICON.not).is_none() && !other.has("until") && !other.has("till");
    (lone && other.has_any(&LEXICON.future)).then(|| one.told(at, at + 2))
}

/// "Weakened overnight", "will strengthen on Sunday": the one was done or goes on, the other comes later. What is cancelled or
/// banned is so of what was to come, and what will cost more than it costs is told of one thing.
pub(super) fn ahead(one: &Framing, other: &Framing) -> Option<String> {
    let may = |of: &Framing| of.places(&LEXICON.may).any(|at| !of.is_name(at));
    let affirmed = |of: &Framing| !of.is_negated() && !may(of);
    let settled = || other.words.iter().any(|word| LEXICON.settling.contains(&*verb_base(word)));
    let (from, to) = coming(one).filter(|_| affirmed(one) && affirmed(other))?;
    let told = |word: &&str| verb_base(word) == verb_base(one.word(to));
    let apart = coming(other).is_none() && !settled() && !other.words.iter().any(told);
    apart.then(|| one.told(from, to + 1))
}

/// What is told to come: from where to its verb.
fn coming(of: &Framing) -> Option<(usize, usize)> {
    let from = lies_ahead(of).filter(|from| of.word(from + 1) != "have")?;
    let leads = |word: &str| word == "to" || is_adverbial(word) || LEXICON.ahead.contains(word);
    Some((from, (from + 1..of.words.len()).find(|at| !leads(of.word(*at)))?))
}

/// "Has not taken effect", "will take effect in July".
fn not_so_far(one: &Framing, other: &Framing) -> Option<String> {
    let comes = other.has_any(&LEXICON.future) && other.find(&LEXICON.not).is_none();
    not_come(one).filter(|_| comes)
}

/// "Has not taken effect", "could take effect".
pub(super) fn may_come(one: &Framing, other: &Framing) -> Option<String> {
    let may = other.places(&LEXICON.may).any(|at| !matches!(other.word(at + 1), "have" | "not"));
    not_come(one).filter(|_| may && other.find(&LEXICON.not).is_none())
}

/// "Is closed", "will open on Monday"; "is not legal", "would be legal from July". What "would be" without a day is no more than judged.
pub(super) fn to_come(one: &Framing, other: &Framing) -> Option<String> {
    let at = lies_ahead(one)?;
    let judged = one.word(at) == "would" && one.word(at + 1) == "be" && !tells_when(one);
    let is_now = lies_ahead(other).is_none() && !other.has_any(&LEXICON.may) && is_how(other);
    (is_now && !judged).then(|| one.told(at, at + 2))
}

/// Where it is told, in a main clause, that something is to come.
fn lies_ahead(of: &Framing) -> Option<usize> {
    let is_to = |at: usize| {
        let next = at + usize::from(LEXICON.not.contains(of.word(at + 1)));
        let next = next + usize::from(LEXICON.ahead.contains(of.word(next + 1)));
        LEXICON.be.contains(of.word(at)) && of.word(next + 1) == "to"
    };
    let mut main = (0..of.words.len()).take_while(|at| !LEXICON.clause.contains(of.word(*at)));
    main.find(|at| LEXICON.future.contains(of.word(*at)) || is_to(*at))
}

fn tells_when(of: &Framing) -> bool {
    let dated = |at: usize| matches!(of.word(at), "in" | "on" | "from" | "by") && is_date(of.word(at + 1));
    deictic(of).is_some() || (0..of.words.len()).any(dated)
}

/// "Has not": so far, as of when it is told.
pub(super) fn has_not(one: &Framing) -> bool {
    one.places(&LEXICON.not).any(|not| matches!(one.before(not), "has" | "have"))
}

fn not_come(one: &Framing) -> Option<String> {
    let not = one.find(&LEXICON.not)?;
    let perfect = matches!(one.before(not), "has" | "have" | "had");
    (perfect && !one.has_any(&LEXICON.future)).then(|| one.told(not - 1, not + 1))
}

/// Words behind a negator among which its "until" stands.
const NEAR: usize = 5;

/// "Had not yet begun", "will begin on Monday".
fn not_yet(one: &Framing, other: &Framing) -> Option<String> {
    let not = one.find(&LEXICON.not)?;
    let yet = (not + 1..one.words.len()).find(|at| one.word(*at) == "yet")?;
    let later = other.has_any(&LEXICON.future) || one.has("had") && !other.has("had");
    (later && !one.has_any(&LEXICON.future)).then(|| one.told(yet, yet + 1))
}

/// "Safe again", "has reopened": it was otherwise before.
pub(super) fn anew(one: &Framing, other: &Framing) -> Option<String> {
    let again = one.find(&LEXICON.again);
    let back = || {
        let has = |at: &usize| matches!(one.word(*at), "has" | "have" | "had");
        let at = (0..one.words.len()).find(has)?;
        (at + 1..at + 3).find(|at| LEXICON.returns.contains(one.word(*at)) && is_now(other))
    };
    let at = again.or_else(back)?;
    let word = one.word(at);
    (!other.has(word) && !other.has_any(&LEXICON.again)).then(|| word.to_owned())
}

/// "This week", "next month"; "today", "tomorrow".
pub(super) fn other_time(one: &Framing, other: &Framing) -> Option<(String, String)> {
    let (first, second) = (deictic(one)?, deictic(other)?);
    (first.split(' ').next() != second.split(' ').next()).then_some((first, second))
}

fn deictic(of: &Framing) -> Option<String> {
    let moves = |at: &usize| matches!(of.word(*at), "today" | "tomorrow" | "yesterday" | "tonight");
    let unit = |at: &usize| {
        matches!(of.word(*at), "this" | "last" | "next") && LEXICON.unit.contains(of.word(at + 1))
    };
    let at = (0..of.words.len()).find(|at| moves(at) || unit(at))?;
    Some(of.told(at, at + 1 + usize::from(unit(&at))))
}

/// "In the morning", "at noon", "overnight", "earlier in the day", "a week ago".
pub(super) fn hour(of: &Framing) -> Option<String> {
    let ends = |at: usize| !of.word(at + 1).starts_with(char::is_alphanumeric);
    let earlier =
        |at: usize| of.word(at) == "earlier" && (ends(at) || LEXICON.function.contains(of.word(at + 1)));
    let at = (0..of.words.len())
        .find(|at| LEXICON.hour.contains(of.word(*at)) || earlier(*at) || of.word(*at) == "ago" && *at > 1)?;
    Some(of.told(at - usize::from(of.word(at) == "ago"), at + 1))
}

/// "By noon", "by Tuesday evening": until then.
pub(super) fn by_then(of: &Framing) -> Option<String> {
    let ends = |at: &usize| LEXICON.hour.contains(of.word(*at)) || in_calendar(of.word(*at));
    (0..of.words.len()).filter(|at| of.word(*at) == "by").find_map(|by| {
        let to = (by + 1..by + NEAR).find(ends)?;
        (by + 1..to)
            .all(|at| in_calendar(of.word(at)) || LEXICON.determiner.contains(of.word(at)))
            .then(|| of.told(by, to + 1))
    })
}

pub(super) fn time_phrase(of: &Framing) -> Option<String> {
    (0..of.words.len()).find_map(|at| {
        let next = of.word(at + 1);
        let long = match of.word(at) {
            // "Before July | because …".
            "before" | "until" | "till" if !of.has("than") && is_date(next) => 2,
            "before" | "until" | "till" if !of.has("than") => 3,
            "in" | "on" | "during" | "throughout" | "from" if is_date(next) => 2,
            "in" | "during" if length(next) == Some(1) => 2,
            "in" | "during" if next == "the" && length(of.word(at + 2)) == Some(1) => 3,
            "last" if LEXICON.unit.contains(next) => 2,
            "for" if !matches!(next, "the") && LEXICON.unit.contains(of.word(at + 2)) => 3,
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
    let first = of.find(&LEXICON.auxiliary).map(|at| of.word(at));
    first.is_some_and(|first| !LEXICON.past.contains(first) && !matches!(first, "has" | "have"))
}

fn is_past(of: &Framing) -> bool {
    of.find(&LEXICON.auxiliary).is_some_and(|at| LEXICON.past.contains(of.word(at)))
}
