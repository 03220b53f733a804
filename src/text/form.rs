//! Word forms (placeholder until the lemma tables arrive).

use std::borrow::Cow;

/// Base form of a lower-case word.
pub fn base_form(word: &str) -> Cow<'_, str> {
    for (end, with) in [("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")] {
        if let Some(stem) = word.strip_suffix(end).filter(|stem| stem.len() > 2) {
            return Cow::Owned(format!("{stem}{with}"));
        }
    }
    Cow::Borrowed(word)
}

/// Whether the word is a number word.
pub fn is_number_word(word: &str) -> bool {
    matches!(
        word,
        "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "hundred"
            | "thousand"
            | "million"
    )
}
