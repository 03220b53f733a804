//! Noun phrases: head and what tells it apart.

use super::lexicon::LEXICON;
use super::word::Word;
use crate::grammar::tag::Tag;
use crate::text::{Text, form};
use std::ops::Range;

/// A noun phrase. Indices are those of the words.
#[derive(Clone, Debug)]
pub(super) struct NounPhrase {
    /// Base form, or the full name as written.
    pub(super) head: String,
    /// Base forms of the rest, and of what "of" and the like add.
    pub(super) modifiers: Vec<String>,
    pub(super) words: Range<usize>,
}

/// Quantifiers that tell a part from the whole.
const PARTS: &[&str] = &["some", "most", "many", "few", "several", "all", "half", "both", "certain", "other"];

/// "Dozens of houses" are houses.
const COUNTS: &[&str] = &["dozen", "hundred", "thousand", "million", "billion", "score", "handful", "couple"];

/// Prepositions that add to what a phrase names.
const ADDING: &[&str] = &[
    "of", "in", "for", "from", "between", "on", "at", "against", "with", "by", "to", "through", "across",
    "among", "near", "around", "along", "under", "over", "within",
];

/// `phrase = [ number "of" ] simple { ( "of" | preposition ) simple }`, its first word at `at`
///
/// `adding` says whether prepositions other than "of" may go on with it, as they do in a subject.
pub(super) fn noun_phrase(
    text: &Text,
    words: &[Word],
    at: usize,
    end: usize,
    adding: bool,
) -> Option<NounPhrase> {
    let mut phrase = simple(text, words, whole_of(words, at), end)?;
    phrase.words.start = at;
    while let Some(preposition) = words.get(phrase.words.end).filter(|_| phrase.words.end < end) {
        let adds = preposition.is("of") || adding && preposition.is_any(ADDING);
        let next = adds.then(|| simple(text, words, phrase.words.end + 1, end)).flatten();
        let Some(next) = next else { break };
        if preposition.is("of") && COUNTS.contains(&phrase.head.as_str()) {
            phrase = NounPhrase { words: at..next.words.end, ..next };
            continue;
        }
        if preposition.is("of") && is_written(&phrase) && is_written(&next) {
            phrase.head = format!("{} of {}", phrase.head, next.head);
            phrase.words.end = next.words.end;
            continue;
        }
        phrase.modifiers.extend(next.modifiers);
        phrase.modifiers.push(next.head.to_lowercase());
        phrase.words.end = next.words.end;
    }
    Some(phrase)
}

/// "Ten of | the 12 miners" are miners.
fn whole_of(words: &[Word], at: usize) -> usize {
    let counts = words.get(at).is_some_and(|word| word.tag == Tag::CD);
    let of = counts && words.get(at + 1).is_some_and(|word| word.is("of"));
    at + if of { 2 } else { 0 }
}

/// A name, as it is written.
fn is_written(phrase: &NounPhrase) -> bool {
    phrase.head.starts_with(char::is_uppercase)
}

/// `simple = { part } head`
fn simple(text: &Text, words: &[Word], at: usize, end: usize) -> Option<NounPhrase> {
    let inside = |next: &usize| {
        let part = words.get(*next).is_some_and(is_part);
        part && !(*next > at && starts_another(words, *next))
    };
    let last = (at..end).take_while(inside).filter(|at| is_head(words, *at)).last()?;
    let head = words.get(last)?;
    let first = if head.is_name() { name_start(words, at, last) } else { last };
    let rest = words.get(at..first).unwrap_or_default().iter();
    let number = number_behind(words, last, end);
    Some(NounPhrase {
        head: if head.is_name() { written(text, words, first..last + 1) } else { head.base().into_owned() },
        modifiers: rest.filter(|word| tells_apart(word)).map(modifier).chain(number.clone()).collect(),
        words: at..last + 1 + usize::from(number.is_some()),
    })
}

/// "Line 4", "block B": a short number or a letter behind a noun that no other noun follows.
fn number_behind(words: &[Word], noun: usize, end: usize) -> Option<String> {
    let word = words.get(noun + 1).filter(|_| noun + 1 < end)?;
    let counts =
        words.get(noun + 2).is_some_and(|next| next.is_noun() || next.is_adjective() || next.is("%"));
    let short = word.lower.len() < 4 && word.lower.chars().all(|c| c.is_ascii_digit());
    let letter = word.lower.len() == 1 && word.lower != "i" && word.lower.chars().all(char::is_alphabetic);
    let common = words.get(noun).is_some_and(|noun| noun.tag == Tag::NN || noun.is_name());
    (common && !counts && (short || letter && word.tag != Tag::DT)).then(|| word.lower.to_string())
}

fn is_part(word: &Word) -> bool {
    let determiner =
        matches!(word.tag, Tag::DT | Tag::PDT | Tag::PRPS | Tag::CD | Tag::POS | Tag::PRP | Tag::WP);
    determiner
        || word.is_noun()
        || word.is_adjective()
        || matches!(word.tag, Tag::VBN | Tag::VBG)
        || word.is_any(&["$", "%"])
}

/// "The loan last year" is two phrases.
fn starts_another(words: &[Word], at: usize) -> bool {
    let (Some(before), Some(word)) = (words.get(at - 1), words.get(at)) else { return false };
    let opens = matches!(word.tag, Tag::DT | Tag::PDT | Tag::PRPS | Tag::PRP | Tag::CD);
    before.tag == Tag::PRP
        || before.is_noun() && (opens || !before.is_name() && !word.is_noun() && word.tag != Tag::POS)
        || is_day(word)
}

fn is_day(word: &Word) -> bool {
    LEXICON.days.contains(&*word.lower) && word.is_name()
}

fn is_head(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    // "As many as 12" has no head in it.
    let compares = words.get(at + 1).is_some_and(|next| next.is("as"));
    // "All 12", "the five": whose number is known stand without a noun.
    let known = word.tag == Tag::CD
        && at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|it| it.is_any(&["all", "the"]));
    word.is_noun() || word.tag == Tag::PRP || known || word.is_any(PRONOMINAL) && !compares
}

/// What may stand for a noun.
const PRONOMINAL: &[&str] =
    &["this", "that", "these", "those", "some", "all", "many", "others", "nobody", "nothing", "none"];

fn name_start(words: &[Word], at: usize, last: usize) -> usize {
    (at..last).rev().take_while(|at| words.get(*at).is_some_and(Word::is_name)).last().unwrap_or(last)
}

fn written(text: &Text, words: &[Word], range: Range<usize>) -> String {
    let name = words.get(range).unwrap_or_default().iter();
    name.map(|word| text.word(word.token)).collect::<Vec<_>>().join(" ")
}

fn tells_apart(word: &Word) -> bool {
    let kind = word.is_noun() || word.is_adjective() || matches!(word.tag, Tag::VBN | Tag::VBG);
    let counts = form::is_number_word(&word.lower) || COUNTS.contains(&&*word.lower);
    (kind || PARTS.contains(&&*word.lower)) && !counts
}

fn modifier(word: &Word) -> String {
    form::noun_base(&word.lower).into_owned()
}
