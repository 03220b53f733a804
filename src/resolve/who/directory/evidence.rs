//! What a text says of those it names: titles before the name, appositions behind it.

use super::entity::Title;
use super::run::{Run, runs_in};
use crate::resolve::actors::Gender;
use crate::resolve::who::lexicon::{Class, same_noun, singular};
use crate::resolve::who::words::Words;
use std::collections::BTreeSet;
use std::ops::Range;

/// How far titles are followed, in tokens.
const REACH: usize = 14;

/// A phrase that describes someone.
#[derive(Clone, Debug, Default)]
pub(super) struct Description {
    /// The whole of it, without its article.
    pub(super) range: Range<usize>,
    pub(super) titles: Vec<Title>,
}

/// `(modifier | noun | name | possessive)* noun ("of" name)?` before the name: "White House press secretary | Jen Psaki".
pub(super) fn before(words: Words, run: &Run) -> Option<Description> {
    // "The mayor of Westbrook" is no Westbrook.
    if run.whole.start > 0 && words.word(run.whole.start - 1) == "of" {
        return None;
    }
    let limit = run.name.start.saturating_sub(REACH);
    let mut start = run.whole.start;
    while start > limit && stands_in_title(words, start - 1) {
        start -= 1;
    }
    while start < run.name.start && (words.is_possessive(start) || words.word(start) == "of") {
        start += 1;
    }
    let range = start..run.name.start;
    let titles = titles(words, range.clone());
    (!titles.is_empty()).then_some(Description { range, titles })
}

fn stands_in_title(words: Words, at: usize) -> bool {
    if words.is_possessive(at) {
        return words.is_capitalised(at.wrapping_sub(1));
    }
    if words.word(at) == "of" {
        return words.is(at.wrapping_sub(1), Class::OFFICE);
    }
    let class = words.class(at);
    let noun = class.is(Class::NOUN.and(Class::MODIFIER).and(Class::TITLE));
    words.is_word(at)
        && (noun || words.is_capitalised(at))
        && !class.is(Class::BOUNDARY.without(Class::ADVERB))
}

/// `(determiner | name possessive) (modifier | noun)* noun (preposition …)? ","` before the name: "a lawyer for the bank,
/// | Mark Hall", "Norland's foreign minister, | Ines Roth,". Without a preposition a comma must close the apposition, lest
/// a list be taken for one.
pub(super) fn ahead(words: Words, run: &Run) -> Option<Description> {
    let comma = run.whole.start.checked_sub(1).filter(|at| words.word(*at) == ",")?;
    let range = phrase_start(words, comma)?..comma;
    let preposition = range.clone().find(|at| words.is(*at, Class::PREPOSITION));
    if preposition.is_none() && words.word(run.whole.end) != "," {
        return None;
    }
    let noun = preposition.unwrap_or(comma).checked_sub(1)?;
    let person = words.is(noun, Class::PEOPLE) && !words.is(noun, Class::PLURAL);
    let titles = titles(words, range.clone());
    (noun >= range.start && person && !titles.is_empty()).then_some(Description { range, titles })
}

/// Where the noun phrase that ends at `end` begins, its determiner left out.
fn phrase_start(words: Words, end: usize) -> Option<usize> {
    let limit = end.saturating_sub(REACH);
    let opener = |from: usize| {
        let mut near = (limit..from).rev().take_while(|at| words.is_word(*at));
        near.find(|at| words.is(*at, Class::DETERMINER) || words.is_possessive(*at))
    };
    let mut start = opener(end)?;
    // "a professor at the university": the phrase begins before its complement.
    let complement =
        start > 2 && words.is(start - 1, Class::PREPOSITION) && words.is(start - 2, Class::PEOPLE);
    if complement {
        start = opener(start - 1)?;
    }
    if !words.is_possessive(start) || words.is(start, Class::DETERMINER) {
        return Some(start + 1);
    }
    let owner = (limit..start).rev().take_while(|at| words.is_capitalised(*at)).last();
    owner.or(Some(start + 1))
}

/// `"," determiner? (modifier | noun)* noun (preposition …)? ("," | stop)` behind the name.
pub(super) fn after(words: Words, run: &Run) -> Option<Description> {
    let comma = run.whole.end;
    if words.word(comma) != "," {
        return None;
    }
    let mut start = comma + 1;
    while words.is(start, Class::DETERMINER) {
        start += 1;
    }
    let clause = words.word(start).ends_with("ing") && words.class(start) == Class::default();
    let end = (start..start + REACH).find(|at| ends_apposition(words, *at)).filter(|_| !clause)?;
    let head = (start..end).find(|at| words.is(*at, Class::PREPOSITION)).unwrap_or(end);
    let noun = head.checked_sub(1).filter(|at| *at >= start)?;
    let named =
        runs_in(words, start..head).last().is_some_and(|last| !last.nameless && last.whole.end == head);
    if named || !words.is(noun, Class::PEOPLE) {
        return None;
    }
    let titles = titles(words, start..end);
    (!titles.is_empty()).then_some(Description { range: start..end, titles })
}

fn ends_apposition(words: Words, at: usize) -> bool {
    if words.is_possessive(at) {
        return !words.is_capitalised(at.saturating_sub(1));
    }
    !words.is_word(at)
        || words.is(at, Class::AUXILIARY)
        || (words.is(at, Class::PRONOUN) && !words.is(at, Class::DETERMINER))
}

/// One title for each noun for people before the first preposition; the rest of the phrase are its modifiers.
pub(in crate::resolve::who) fn titles(words: Words, range: Range<usize>) -> Vec<Title> {
    let complement = range.clone().find(|at| words.is(*at, Class::PREPOSITION)).unwrap_or(range.end);
    let is_head = |at: &usize| {
        words.is(*at, Class::PEOPLE.and(Class::TITLE)) && !is_modifier_of(words, *at, complement)
    };
    let heads = (range.start..complement).filter(is_head);
    let called = |head: usize| same_noun(&singular(words.word(head).trim_end_matches('.')));
    heads.map(|head| title(words, called(head), range.start..head, complement..range.end)).collect()
}

/// The noun `head` with the words before and behind it.
pub(in crate::resolve::who) fn title(
    words: Words,
    head: String,
    front: Range<usize>,
    behind: Range<usize>,
) -> Title {
    let long = |word: &String| word.len() > 1;
    let front = front.filter(|at| words.is_word(*at)).map(|at| words.lower(at)).filter(long);
    let mut title = Title { head, modifiers: front.collect(), ..Title::default() };
    let mut link = Link::Other;
    for at in behind {
        if words.is(at, Class::PREPOSITION) {
            link = link.then(&words.lower(at));
        } else if words.is_word(at) && !words.is(at, Class::BOUNDARY) {
            match link {
                Link::Of => drop(title.of.insert(words.word(at).to_owned())),
                Link::At => drop(title.at.insert(words.word(at).to_owned())),
                Link::Other => {}
            }
            title.modifiers.insert(words.lower(at));
        }
    }
    title
}

/// How words behind a noun belong to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// Of or for whom or what.
    Of,
    /// Where.
    At,
    Other,
}

impl Link {
    /// Past a preposition; "in the town of Vik" is one place.
    fn then(self, preposition: &str) -> Link {
        match preposition {
            "of" if self == Link::At => Link::At,
            "of" | "for" | "to" => Link::Of,
            "in" | "at" | "from" | "near" | "outside" => Link::At,
            _ => Link::Other,
        }
    }
}

/// "Democratic nominee", "foreign minister": of two nouns side by side the last is the head.
fn is_modifier_of(words: Words, at: usize, end: usize) -> bool {
    let next = at + 1;
    words.is(at, Class::MODIFIER) && next < end && words.is_word(next) && !words.is(next, Class::CONJUNCTION)
}

/// A title read from the actors file: "deputy secretary of state".
pub(super) fn title_of(office: &str) -> Title {
    let office = office.to_lowercase();
    let parted = [" of ", " for ", " to "].iter().find_map(|link| office.split_once(link));
    let (front, complement) = parted.unwrap_or((&office, ""));
    let mut front: Vec<&str> = front.split(' ').collect();
    let head = same_noun(front.pop().unwrap_or_default());
    let set = |words: &mut dyn Iterator<Item = &str>| {
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let of = set(&mut complement.split(' '));
    let modifiers = set(&mut front.into_iter()).union(&of).cloned().collect();
    Title { head, modifiers, of, ..Title::default() }
}

/// The gender that titles, nouns and given names tell, in this order.
pub(super) fn gender(words: Words, run: &Run) -> Option<Gender> {
    let titled = (run.whole.start..run.name.start).rev().find_map(|at| words.class(at).gender());
    titled.or_else(|| {
        let given = words.class(run.name.start);
        given.gender().filter(|_| given.is(Class::GIVEN) && run.name.len() > 1)
    })
}

/// Behind an article or the preposition of a place stands no person's name.
pub(super) fn is_impersonal(words: Words, run: &Run) -> bool {
    let before = run.whole.start.checked_sub(1).map(|at| words.lower(at)).unwrap_or_default();
    matches!(
        before.as_str(),
        "the" | "a" | "an" | "this" | "that" | "in" | "at" | "on" | "into" | "near" | "across"
    )
}

/// `"(" abbreviation ")"` behind a name.
pub(super) fn short_in_brackets<'p>(words: Words<'_, 'p>, run: &Run) -> Option<&'p str> {
    let at = run.whole.end;
    let inside = words.word(at) == "(" && words.word(at + 2) == ")" && words.is_upper(at + 1);
    inside.then(|| words.word(at + 1))
}

/// `"(" ("R" | "D") "-" state ")"` behind a name.
pub(super) fn party_in_brackets(words: Words, run: &Run) -> Option<&'static str> {
    let at = run.whole.end;
    let inside = if words.word(at) == "(" { words.word(at + 1) } else { "" };
    match inside.split_once(['-', '–']).map_or(inside, |(party, _)| party) {
        "R" => Some("Republican Party"),
        "D" => Some("Democratic Party"),
        _ => None,
    }
}
