//! What binds one of two opposed statements to a time, a part or a respect, told by closed-class words alone.
//!
//! "Was safe until 2019" and "is not safe" are both true, and so are "safe by day" and "not safe by night". This needs no
//! skeleton, so that it serves [`super::weigh`] and [`super::face`] alike. It is asked only of what would be a conflict.

mod condition;
mod exception;
mod extent;
mod figure;
mod group;
mod hold;
mod lexicon;
mod nature;
mod passing;
mod respect;
mod time;

use crate::text::Span;
pub(super) use figure::Figure;
use lexicon::{LEXICON, Words};
pub(super) use passing::Hold;

/// The words of a statement, lower case, signs among them.
#[derive(Clone, Debug)]
pub(super) struct Framing<'w> {
    words: Vec<&'w str>,
    /// Which of them are written with a capital.
    capitals: Vec<bool>,
    /// Where they stand.
    spans: Vec<Span>,
}

/// Words of a statement that are looked at.
const LONGEST: usize = 60;

impl<'w> Framing<'w> {
    /// Takes words, each with whether it is written with a capital, and where it stands.
    pub(super) fn of(words: impl Iterator<Item = (&'w str, bool, Span)>) -> Framing<'w> {
        let mut framing = Framing { words: Vec::new(), capitals: Vec::new(), spans: Vec::new() };
        for (word, capital, span) in words.take(LONGEST) {
            framing.words.push(word);
            framing.capitals.push(capital);
            framing.spans.push(span);
        }
        framing
    }

    fn is_name(&self, at: usize) -> bool {
        at > 0 && self.capitals.get(at).is_some_and(|capital| *capital)
    }

    fn word(&self, at: usize) -> &'w str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn before(&self, at: usize) -> &'w str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&word)
    }

    fn has_any(&self, words: &Words) -> bool {
        self.find(words).is_some()
    }

    /// "Is closed", "was open".
    pub(super) fn says_how(&self) -> bool {
        nature::is_how(self)
    }

    fn has_perfect(&self) -> bool {
        self.words.iter().any(|word| matches!(*word, "has" | "have"))
    }

    fn is_negated(&self) -> bool {
        self.has_any(&LEXICON.not)
    }

    fn find(&self, words: &Words) -> Option<usize> {
        self.places(words).next()
    }

    /// The places of words; the "’s" of a possessive is no "is".
    fn places(&self, words: &Words) -> impl Iterator<Item = usize> {
        let all = self.words.iter().enumerate();
        all.filter(|(at, word)| words.contains(*word) && !self.is_possessive(*at)).map(|(at, _)| at)
    }

    fn is_possessive(&self, at: usize) -> bool {
        let is_verb =
            || LEXICON.pronoun.contains(self.before(at)) || LEXICON.follows.contains(self.word(at + 1));
        matches!(self.word(at), "'s" | "’s") && !is_verb()
    }

    /// The words from one place to before another, as they stand.
    fn told(&self, from: usize, to: usize) -> String {
        self.words.get(from..to.min(self.words.len())).unwrap_or_default().join(" ")
    }
}

/// Why two statements that are opposed are not about one thing, whichever stands first.
pub(super) fn apart(one: &Framing, other: &Framing) -> Option<String> {
    let both = || differ(one, other);
    let alone = unlike(one, other)
        .or_else(|| either(respect::narrowed, one, other))
        .or_else(|| either(respect::reserved, one, other))
        .or_else(|| either(time::dated, one, other))
        .or_else(|| either(time::exception, one, other))
        .or_else(|| either(time::may_come, one, other))
        .or_else(|| either(time::to_come, one, other))
        .or_else(|| either(time::ahead, one, other))
        .or_else(|| either(exception::excepted, one, other))
        .or_else(|| either(respect::another, one, other))
        .or_else(|| either(extent::others, one, other))
        .or_else(|| either(group::bound, one, other))
        .or_else(|| either(group::namesake, one, other))
        .or_else(|| either(extent::not_first, one, other));
    alone.map(|words| of_one(&words)).or_else(|| both().map(|(one, other)| of_two(&one, &other))).or_else(
        || {
            let (part, _) = extent::part(one).zip(extent::part(other))?;
            Some(format!("each is about a part only: “{part}”"))
        },
    )
}

/// "Only one of them is about it", which it is that the one is bound to.
pub(super) fn of_one(words: &str) -> String {
    format!("only one of them is about “{words}”")
}

/// That each of two statements is about something else.
pub(super) fn of_two(one: &str, other: &str) -> String {
    format!("the one is about “{one}”, the other about “{other}”")
}

/// The words that set the one apart where a topic sets the scope: only what is over, or is not so after all, is left apart.
pub(super) fn unlike(one: &Framing, other: &Framing) -> Option<String> {
    either(time::bound, one, other)
        .or_else(|| either(hold::unheld, one, other))
        .or_else(|| either(extent::partial, one, other))
}

/// "Almost resigned", "the alleged attack", "not entirely": why the one is no word for the other, where they are not opposed.
pub(super) fn reserved(one: &Framing, other: &Framing) -> Option<String> {
    unlike(one, other).or_else(|| either(hold::reserved, one, other))
}

/// "In the water", "in the soil": what two statements that look alike are about, where that is not the same.
pub(super) fn differ(one: &Framing, other: &Framing) -> Option<(String, String)> {
    time::other_time(one, other)
        .or_else(|| respect::other_respect(one, other))
        .or_else(|| respect::other_direction(one, other))
        .or_else(|| respect::other_charge(one, other))
        .or_else(|| respect::other_proof(one, other))
        .or_else(|| group::differ(one, other))
}

/// "May rise to | 30", "is expected to reach | 30": whether these words before a figure tell what it will come to.
pub(super) fn is_to_come(before: &[&str], is_forecast: bool) -> bool {
    time::is_to_come(before, is_forecast)
}

/// "In Klow", "in the north": where alone the first tells that something is so.
pub(super) fn place(one: &Framing, other: &Framing) -> Option<String> {
    respect::place(one, other)
}

/// The words by which the first tells that it is so again, and so was otherwise before.
pub(super) fn renewal(one: &Framing, other: &Framing) -> Option<String> {
    time::anew(one, other)
}

/// How long what is predicated at a place holds: "open" for a day, "legal" for good.
pub(super) fn hold_of(of: &Framing, predicate: usize) -> Hold {
    passing::predicated(of, predicate)
}

/// The same of a count whose figure stands from one place to before another: of those who are missing, of the dead.
pub(super) fn hold_of_count(of: &Framing, figure: (usize, usize), noun: &str) -> Hold {
    passing::counted(of, figure, noun)
}

/// "Has not arrived", and later "has arrived"; "is alive", and later "is dead": it may have come in between.
pub(super) fn may_have_come(earlier: &Framing, later: &Framing) -> bool {
    time::has_not(earlier) && later.has_perfect() || nature::is_last(later)
}

/// The words that bind what the first counts to a place, a group, a degree or a period which the second does not name.
pub(super) fn portion(one: &Framing, other: &Framing) -> Option<String> {
    respect::portion(one, other).or_else(|| extent::portion(one, other)).or_else(|| time::portion(one, other))
}

/// The times that come again, the state of things or the people for whom what the first tells is so, where the second names none.
pub(super) fn condition(one: &Framing, other: &Framing) -> Option<String> {
    condition::condition(one, other)
}

/// What tells which of those that somebody has the first figure counts, or until when: the second may count all.
pub(super) fn part(one: Figure, other: Figure) -> Option<String> {
    figure::part(one, other)
}

/// "Rose to 5", "rose by 5"; "two shots at the car", "three in the air": why two figures are not of one thing.
pub(super) fn unlike_figures(one: Figure, other: Figure) -> Option<String> {
    figure::unlike(one, other)
}

/// "In an earlier trial": only one of two figures is of another thing than what is spoken of.
pub(super) fn of_another(one: &Framing, other: &Framing) -> Option<String> {
    respect::of_another(one, other).or_else(|| respect::of_another(other, one))
}

fn either(tell: fn(&Framing, &Framing) -> Option<String>, one: &Framing, other: &Framing) -> Option<String> {
    tell(one, other).or_else(|| tell(other, one))
}
