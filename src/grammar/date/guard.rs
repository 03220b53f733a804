//! What looks like a date and is none.

use super::lexicon::Lex;
use super::piece::{Cursor, Piece};
use crate::claim::time::{CountedFrom, Unit};

/// Words after which a month, a year or a season is one.
const INTO: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "through",
    "during",
    "of",
    "from",
    "to",
    "between",
    "before",
    "after",
    "for",
    "around",
    "about",
    "early",
    "late",
    "mid",
    "last",
    "this",
    "next",
    "every",
    "each",
    "and",
    "or",
    "on",
    "than",
    "throughout",
    "circa",
    "back",
    "late-",
    "as",
    "until",
    "versus",
    "was",
    "is",
];

fn among(list: &[&str], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// Whether a capitalised month without a day or year is a month: not a name, a verb or the start of a march.
pub(super) fn is_month(name: Cursor, rest: Cursor) -> bool {
    let (word, previous) = (name.next(), name.previous());
    let before = name.before(1);
    let introduced = among(INTO, previous) || before.is_some_and(|piece| piece.aid.edge.is_some());
    let named_before = before.is_some_and(|piece| piece.capital && piece.lex == Lex::Other && !introduced);
    if rest.peek(0).is_some_and(|next| matches!(next.lex, Lex::Number(0..100)) && !next.capital) {
        return false;
    }
    // "In March Falk said": at the beginning the name behind is that of the subject.
    let begins = previous == "In";
    let named_after = !begins && rest.peek(0).is_some_and(|piece| piece.capital && !piece.is_known());
    match word {
        "May" | "March" | "Mar" | "Jan" | "Mar." | "Jan." | "Dec" | "Sep" => {
            introduced && !named_after || previous.eq_ignore_ascii_case("the") && stands_before_a_noun(rest)
        }
        "April" | "June" | "August" => !named_after && (introduced || !named_before),
        _ => !named_before || introduced,
    }
}

/// Whether a month without a capital is one: `april`, and `march 3rd` or `3 march`, but not `may` or `they march`.
pub(super) fn is_small_month(name: Cursor) -> bool {
    let day = |piece: &Piece| matches!(piece.lex, Lex::Ordinal(1..=31) | Lex::Year(1900..2060));
    let number = |piece: &Piece| matches!(piece.lex, Lex::Number(1..=31) | Lex::Ordinal(1..=31));
    match name.next() {
        "may" | "march" | "august" | "mar" | "dec" | "sep" | "jan" => {
            name.peek(1).is_some_and(day) || name.before(1).is_some_and(number)
        }
        word => word.len() > 3,
    }
}

/// Whether a weekday without a capital is one: not `sat`, `sun`, `wed`.
pub(super) fn is_small_weekday(name: Cursor) -> bool {
    name.next().len() > 5
}

/// `the March summit`, not `the March for Freedom` or `the March King`.
fn stands_before_a_noun(rest: Cursor) -> bool {
    let lower = rest.peek(0).is_some_and(|next| !next.capital && !next.glued);
    lower && rest.next().starts_with(|c: char| c.is_alphabetic()) && !among(INTO, rest.next())
}

/// Whether a number goes on after what was taken for a day: `May 5,000 people`, `March 3 percent`.
pub(super) fn counts_on(rest: Cursor) -> bool {
    matches!(rest.next(), "percent" | "per" | "%" | "million" | "billion" | "points" | "/")
}

/// Whether a noun follows a bare number.
pub(super) fn goes_on(rest: Cursor) -> bool {
    let word = rest.next();
    counts_on(rest)
        || word.starts_with(|c: char| c.is_alphabetic())
            && !among(INTO, word)
            && !among(&["at", "with"], word)
}

/// Whether a weekday is one, and no part of a name; abbreviations only beside a date.
pub(super) fn is_weekday(name: Cursor, pointed: bool) -> bool {
    let word = name.next();
    let whole = word.len() > 5;
    let named = matches!(name.previous(), "Super" | "Black" | "Bloody" | "Cyber" | "Ruby" | "Joe" | "Man");
    let paper = name.previous().eq_ignore_ascii_case("the")
        && name.peek(1).is_some_and(|next| next.capital && !next.is_known());
    whole && !named && (pointed || !paper)
}

/// `Fridays`.
pub(super) fn is_plural_weekday(name: Cursor) -> bool {
    name.next().ends_with('s')
}

/// Whether the four digits of an expression are a year.
pub(super) fn is_year(at: Cursor, rest: Cursor, year: i32) -> bool {
    let before = at.previous();
    if among(&["$", "£", "€", "¥", "#", "No.", "no.", "page", "room", "flight", "channel", "sq"], before)
    {
        return false;
    }
    let article = rest.at > at.at + 1;
    let introduced = article
        || before == "("
        || among(BEFORE_YEARS, before)
        || at.before(1).is_some_and(|piece| piece.aid.edge.is_some() || matches!(piece.lex, Lex::Month(_)));
    let noun = rest.peek(0).is_some_and(|next| is_unit(next) || !introduced && is_plural(rest.next()));
    !noun && (introduced || (1900..2060).contains(&year))
}

/// Words after which four digits are a year and no number of things.
const BEFORE_YEARS: &[&str] = &[
    "in", "since", "until", "till", "by", "through", "during", "before", "after", "of", "from", "late",
    "early", "mid",
];

/// `2000 miles`, `1500 days`.
fn is_unit(next: &Piece) -> bool {
    matches!(next.lex, Lex::Units(..) | Lex::Unit(..)) && !matches!(next.lex, Lex::Unit(Unit::Quarter, _))
}

/// A noun that is counted.
fn is_plural(word: &str) -> bool {
    let lower = word.starts_with(|c: char| c.is_ascii_lowercase());
    lower
        && (word.ends_with('s') && !matches!(word, "was" | "is" | "has" | "as")
            || matches!(word, "people" | "men" | "women" | "children"))
}

/// `the 1988 quarter`, `the 1996 election`: a year after an article.
pub(super) fn names_a_year_after_the(rest: Cursor) -> bool {
    rest.peek(0).is_some_and(|next| next.span.slice(rest.prose).starts_with(|c: char| c.is_alphabetic()))
}

/// `This Week` with capitals is a broadcast or a column. `rest` stands behind the unit.
pub(super) fn is_title(rest: Cursor) -> bool {
    rest.before(1).is_some_and(|unit| unit.capital)
}

/// `USA TODAY`: all capitals, after a word with a capital.
pub(super) fn is_shouted(at: Cursor) -> bool {
    let shouted = at.next().len() > 1 && !at.next().contains(|c: char| c.is_lowercase());
    shouted && at.before(1).is_some_and(|piece| piece.capital)
}

/// Whether `the quarter`, `the week` is the one spoken of.
pub(super) fn is_the_unit(at: Cursor, rest: Cursor, unit: Unit) -> bool {
    let article = at.next().eq_ignore_ascii_case("the");
    let numbered = rest.peek(0).is_some_and(|next| matches!(next.lex, Lex::Number(_) | Lex::Year(_)));
    let led = among(&["for", "of", "during", "in", "into"], at.previous()) && !numbered;
    let of = rest.next().eq_ignore_ascii_case("of") || rest.peek(0).is_some_and(|piece| piece.glued);
    let full = at.peek(1).is_some_and(|piece| piece.span.slice(at.prose) == "full");
    let whole = matches!(unit, Unit::Quarter | Unit::Week | Unit::Weekend | Unit::Month);
    article && !of && (full || whole || led && unit == Unit::Year)
}

/// `the year ended June 30`: a length that the following date ends.
pub(super) fn is_ended(rest: Cursor) -> bool {
    among(&["ended", "ending"], rest.next())
}

/// Whether a season is one: `the fall of the Wall`, `Arab Spring` are not.
pub(super) fn is_season(at: Cursor, name: Cursor, rest: Cursor, introduced: bool) -> bool {
    let named = name.before(1).is_some_and(|piece| piece.capital && !piece.is_known());
    let of = rest.next().eq_ignore_ascii_case("of") || among(&["in", "Games"], rest.next());
    let fall = name.next().eq_ignore_ascii_case("fall") || name.next().eq_ignore_ascii_case("spring");
    let after_in =
        among(&["in", "since", "until", "by", "during", "early", "late", "mid", "every"], at.previous());
    let pointed = name.before(1).is_some_and(|piece| piece.aid.which.is_some());
    let other = named || of && fall && !pointed;
    !other && (introduced || after_in)
}

/// `two days before the vote`: counted from what follows, not from a date.
pub(super) fn starts_clause(rest: Cursor, from: CountedFrom) -> bool {
    let conjunction = matches!(rest.previous(), "before" | "after" | "Before" | "After");
    let ended = rest.peek(0).is_none_or(|next| {
        matches!(
            next.span.slice(rest.prose),
            "," | "." | ";" | "and" | "but" | "''" | "”" | "\"" | ")" | "—" | "--"
        )
    });
    from == CountedFrom::There && conjunction && !ended
}

/// `35-year-old`, `35 years old`, `aged`: an age.
pub(super) fn is_age(rest: Cursor) -> bool {
    among(&["old", "olds", "of"], rest.next())
        && (rest.next() != "of" || among(&["age"], rest.words(rest.peek(1))))
}

/// Whether an amount of a unit is a length of time: not `a quarter of voters`, `a second`, `$500-a-year`.
pub(super) fn is_length(at: Cursor, rest: Cursor, unit: Unit) -> bool {
    let last = rest.before(1);
    let plural = last.is_some_and(|piece| matches!(piece.lex, Lex::Units(..)) || piece.glued);
    let only_article = rest.at == at.at + 2 && among(&["a", "an", "one"], at.next());
    if only_article {
        let fraction = matches!(unit, Unit::Second | Unit::Quarter);
        return !fraction && !last.is_some_and(|piece| piece.glued);
    }
    plural
}

/// `last-minute` is an adjective. `rest` stands behind the unit.
pub(super) fn is_adjective(rest: Cursor, unit: Unit) -> bool {
    unit < Unit::Day && rest.before(1).is_some_and(|piece| piece.glued)
}

/// `in the past`, `the future is`: not `the past president`.
pub(super) fn is_reference(at: Cursor, rest: Cursor) -> bool {
    let led = matches!(at.previous(), "in" | "In");
    let next = rest.next();
    let ends = !next.starts_with(char::is_alphabetic);
    led || ends || among(INTO, next) || matches!(next, "will" | "that" | "when")
}

/// An adverb of time, and no adjective or noun.
pub(super) fn is_adverb(at: Cursor, rest: Cursor) -> bool {
    let word = at.next();
    if among(&["past", "future", "current", "present"], word) {
        return among(&["current"], word)
            && !at.previous().eq_ignore_ascii_case("the")
            && rest.peek(0).is_some();
    }
    true
}
