//! Base forms of English words, by rule and by a list of what no rule gives.
//!
//! Comparatives stay as they are: "higher" says something else than "high", and what is compared here are
//! assertions.

mod calendar;
mod lexicon;
mod suffix;

pub use calendar::{is_weekday, month};

use lexicon::FORMS;
use std::borrow::Cow;

/// Bytes of the longest word that is taken apart; what is longer is no English word.
const LONGEST: usize = 32;

/// A word in lower case, its apostrophes straight.
pub fn lowered(word: &str) -> Cow<'_, str> {
    match word {
        _ if !word.is_ascii() => Cow::Owned(word.to_lowercase().replace('’', "'")),
        _ if word.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(word.to_ascii_lowercase()),
        _ => Cow::Borrowed(word),
    }
}

/// Base form of a lower-case word whose class is not known. A base form is its own base form.
///
/// Of two readings the commoner one is taken ("found" is a form of "find"), and a noun in -ing is a form of its
/// verb, so that all forms of one family of words come out as one.
pub fn base_form(word: &str) -> Cow<'_, str> {
    if word.len() > LONGEST || word.len() < 2 {
        return Cow::Borrowed(word);
    }
    let mut base = step(word);
    // "buildings" is "building", and that is "build". Each step takes letters away, or ends in the list.
    loop {
        let next = step(&base);
        if next == base {
            return base;
        }
        base = Cow::Owned(next.into_owned());
    }
}

/// Base form of a lower-case verb.
pub fn verb_base(word: &str) -> Cow<'_, str> {
    if let Some(base) = FORMS.verbs.get(word) {
        return Cow::Borrowed(base);
    }
    let inflected = word.len() <= LONGEST;
    inflected.then(|| suffix::of_verb(word)).flatten().unwrap_or(Cow::Borrowed(word))
}

/// Whether a lower-case word may be the "-ing" form of a verb.
pub fn is_gerund(word: &str) -> bool {
    word.ends_with("ing") && *verb_base(word) != *word
}

/// Whether a lower-case word is a form of a verb that no rule gives ("bit", "cost", "led").
pub fn is_irregular_verb(word: &str) -> bool {
    FORMS.verbs.contains_key(word)
}

/// Singular of a lower-case noun.
pub fn noun_base(word: &str) -> Cow<'_, str> {
    if let Some(base) = FORMS.nouns.get(word) {
        return Cow::Borrowed(base);
    }
    let inflected = word.len() <= LONGEST && !FORMS.unchanged.contains(word);
    inflected.then(|| suffix::of_plural(word)).flatten().unwrap_or(Cow::Borrowed(word))
}

/// Whether the word is a number word.
pub fn is_number_word(word: &str) -> bool {
    number_word(word).is_some()
}

/// The cardinal number words, compounds with a hyphen left out.
pub fn number_words() -> impl Iterator<Item = &'static str> {
    FORMS.numbers.keys().copied()
}

/// What a cardinal number word adds or multiplies by ("seventeen" is 17, "million" is 1,000,000); "one-in-six" is none.
pub fn number_word(word: &str) -> Option<u64> {
    if let Some(value) = FORMS.numbers.get(word) {
        return Some(*value);
    }
    let (tens, ones) = word.split_once('-')?;
    let (tens, ones) = (FORMS.numbers.get(tens)?, FORMS.numbers.get(ones)?);
    ((20..100).contains(tens) && (1..10).contains(ones)).then_some(tens + ones)
}

/// One step towards the base form.
fn step(word: &str) -> Cow<'_, str> {
    if let Some(base) = FORMS.listed(word) {
        return Cow::Borrowed(base);
    }
    suffix::of_verb(word).or_else(|| suffix::of_plural(word)).unwrap_or(Cow::Borrowed(word))
}

#[cfg(test)]
mod tests;
