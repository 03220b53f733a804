//! Tokens with their classes: what the readers of names and phrases look at.

use super::lexicon::Class;
use crate::text::{Case, Kind, Text, form};
use std::ops::Range;

/// A text and the classes of its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a, 'p> {
    pub(super) text: &'a Text<'p>,
    pub(super) classes: &'a [Class],
}

impl<'p> Words<'_, 'p> {
    pub(super) fn class(&self, index: usize) -> Class {
        self.classes.get(index).copied().unwrap_or_default()
    }

    pub(super) fn word(&self, index: usize) -> &'p str {
        self.text.word(index)
    }

    pub(super) fn lower(&self, index: usize) -> String {
        form::lowered(self.word(index)).into_owned()
    }

    pub(super) fn is(&self, index: usize, class: Class) -> bool {
        self.class(index).is(class)
    }

    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        self.text.tokens().get(index).map(|token| token.kind)
    }

    pub(super) fn is_word(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Word)
    }

    /// A word with a capital first letter.
    pub(super) fn is_capitalised(&self, index: usize) -> bool {
        self.is_word(index) && self.word(index).chars().next().is_some_and(char::is_uppercase)
    }

    /// All in capitals, and more than one letter.
    pub(super) fn is_upper(&self, index: usize) -> bool {
        self.text.tokens().get(index).is_some_and(|token| token.case == Case::Upper)
    }

    /// The clitic of a possessive.
    pub(super) fn is_possessive(&self, index: usize) -> bool {
        matches!(self.word(index), "'s" | "’s" | "'" | "’")
    }

    /// The words of a range as they stand in the text, white space single.
    pub(super) fn phrase(&self, range: Range<usize>) -> String {
        let written = self.text.slice(self.text.span_of(range));
        let mut phrase = String::with_capacity(written.len());
        for word in written.split_whitespace() {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(word);
        }
        phrase
    }

    /// First word of its sentence, quotation or line, where any word is capitalised.
    pub(super) fn is_initial(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return true };
        matches!(self.kind(before), None | Some(Kind::SentenceEnd | Kind::ParagraphEnd | Kind::Mark))
            || matches!(self.word(before), ":" | "—" | "–" | "--" | "•")
    }
}
