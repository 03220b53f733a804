//! How many of how many: "three of the five signed", "all five did", "two of the five did not".

use super::alignment::Alignment;
use super::opposition::{Opposition, contradicts, effective};
use super::statement::Statement;
use super::thesaurus::PredicateMatch;
use crate::claim::{Modality, Polarity};
use crate::grammar::phrase::Word;
use crate::text::form::number_word;

/// Of how many it is so, the least and the most, and of how many it could be.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tally {
    least: u64,
    most: u64,
    whole: u64,
    /// The words.
    told: String,
}

impl Tally {
    /// Those of whom it is so, where it is told of how many it is not: of the others it may be so or not.
    fn turned(self) -> Tally {
        Tally { least: 0, most: self.whole - self.least, ..self }
    }

    fn excludes(&self, other: &Tally) -> bool {
        self.most < other.least || other.most < self.least
    }
}

/// Whether two claims that tell of how many of the same number one thing is so can both be right; `None` where they do not.
pub(super) fn held(
    a: &Statement,
    b: &Statement,
    alignment: Option<&Alignment>,
) -> Option<Result<Opposition, String>> {
    let (one, other) = tallies(a, b).filter(|_| say_one_thing(alignment))?;
    let apart = one.excludes(&other);
    let certain = [a, b].iter().all(|of| of.claim.assertion.modality == Modality::CT);
    Some(match apart && certain {
        true => {
            let reason = format!("“{}” and “{}” cannot both be right", one.told, other.told);
            Ok(contradicts(reason, one.told, other.told))
        }
        false => Err("of those of whom the one is not so, the other may be".to_owned()),
    })
}

/// Whether two claims tell of so many of one number that both can be right.
pub fn tallies_meet(a: &Statement, b: &Statement) -> bool {
    tallies(a, b).is_some_and(|(one, other)| !one.excludes(&other))
}

/// Whether two claims that tell how many of one number tell of other numbers.
pub(super) fn differ(a: &Statement, b: &Statement) -> bool {
    tallies(a, b).is_some_and(|(one, other)| (one.least, one.most) != (other.least, other.most))
}

fn tallies(a: &Statement, b: &Statement) -> Option<(Tally, Tally)> {
    let (one, other) = (tally(a)?, tally(b)?);
    (one.whole == other.whole).then_some((one, other))
}

fn say_one_thing(alignment: Option<&Alignment>) -> bool {
    matches!(
        alignment,
        Some(Alignment::Same {
            swapped: false,
            predicate: PredicateMatch::Same | PredicateMatch::Synonym,
            ..
        })
    )
}

/// The first tally of a claim, turned where it is told that it is not so.
fn tally(statement: &Statement) -> Option<Tally> {
    let words = &statement.words;
    let (at, found) =
        (0..words.len()).find_map(|at| Some((at, all(words, at).or_else(|| part(words, at))?)))?;
    let not_all = at > 0 && is(words, at - 1, &["not"]);
    match effective(statement) {
        _ if not_all => {
            let told = format!("not {}", found.told);
            Some(Tally { least: 0, most: found.least.checked_sub(1)?, told, ..found })
        }
        Polarity::Positive => Some(found),
        Polarity::Negative if found.least > 0 => Some(found.turned()),
        Polarity::Negative | Polarity::Unknown => None,
    }
}

/// "All five states", "each of the 12", "both".
fn all(words: &[Word], at: usize) -> Option<Tally> {
    if is(words, at, &["both"]) {
        return Some(told(words, (at, at + 1), (2, 2), 2));
    }
    let number = behind(words, at + 1, &["of", "the", "its", "their", "our", "his", "her", "these", "those"]);
    let whole = is(words, at, &["all", "each", "every"]).then(|| value(words, number)).flatten()?;
    (whole > 1).then(|| told(words, (at, number + 1), (whole, whole), whole))
}

/// "Three of the five states", "none of the 12", "at least ten out of twelve".
fn part(words: &[Word], at: usize) -> Option<Tally> {
    let none = is(words, at, &["none", "neither"]).then_some(0);
    let own = none.or_else(|| value(words, at))?;
    let of = behind(words, at + 1, &["out"]);
    let number =
        behind(words, of + 1, &["all", "the", "its", "their", "our", "his", "her", "these", "those"]);
    let whole =
        is(words, of, &["of"]).then(|| value(words, number)).flatten().filter(|whole| own <= *whole)?;
    let before =
        |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).map_or("", |word| &word.form);
    let (least, most) = match (before(2), before(1)) {
        ("at", "least") => (own, whole),
        ("more", "than") | (_, "over") => (own + 1, whole),
        ("at", "most") | ("up", "to") | ("many", "as") => (0, own),
        ("fewer" | "less", "than") | (_, "under") => (0, own.checked_sub(1)?),
        (_, "about" | "around" | "nearly" | "almost" | "roughly" | "some" | "perhaps") => return None,
        _ => (own, own),
    };
    (whole > 1 && least <= most).then(|| told(words, (at, number + 1), (least, most), whole))
}

fn told(words: &[Word], (start, end): (usize, usize), (least, most): (u64, u64), whole: u64) -> Tally {
    let spoken = words.get(start..end).unwrap_or_default().iter().map(|word| &*word.form);
    Tally { least, most, whole, told: spoken.collect::<Vec<_>>().join(" ") }
}

/// The first place from `at` on that none of some words stands at.
fn behind(words: &[Word], at: usize, passed: &[&str]) -> usize {
    at + words.iter().skip(at).take_while(|word| passed.contains(&&*word.form)).count()
}

fn is(words: &[Word], at: usize, any: &[&str]) -> bool {
    words.get(at).is_some_and(|word| any.contains(&&*word.form))
}

/// A number that can be one of things that are known one by one.
fn value(words: &[Word], at: usize) -> Option<u64> {
    let form = &*words.get(at)?.form;
    let digits = || form.replace(',', "").parse().ok().filter(|value| !(1900..2100).contains(value));
    number_word(form).or_else(digits)
}
