//! A sentence as clues look at it: words by their hash, names and numbers veiled.

use super::candidate::{Cue, Sentence};
use super::clue::Word;
use crate::grammar::item::{Item, Sort};
use crate::grammar::tag::Tag;

/// A sentence with the words of its items as they may count.
#[derive(Debug)]
pub struct Place<'s, 't> {
    /// The sentence.
    pub sentence: &'s Sentence<'t>,
    words: Vec<Word<'s>>,
    edge: Word<'static>,
}

impl<'s, 't> Place<'s, 't> {
    /// Looks at a sentence.
    pub fn new(sentence: &'s Sentence<'t>) -> Place<'s, 't> {
        let words = sentence.items.iter().map(|item| Word::new(counts_as(item))).collect();
        Place { sentence, words, edge: Word::new("~edge") }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.sentence.items.len()
    }

    /// The word at a place.
    pub fn word(&self, at: usize) -> Word<'s> {
        self.words.get(at).copied().unwrap_or(self.edge)
    }

    /// The word before a place.
    pub fn word_before(&self, at: usize) -> Word<'s> {
        at.checked_sub(1).map_or(self.edge, |at| self.word(at))
    }

    /// The tag at a place.
    pub fn tag(&self, at: usize) -> Tag {
        self.sentence.item(at).map_or(Tag::Punct, |item| item.tag)
    }

    /// The tag before a place.
    pub fn tag_before(&self, at: usize) -> Tag {
        self.sentence.before(at).map_or(Tag::Punct, |item| item.tag)
    }

    /// The base form of a cue.
    pub fn lemma(&self, cue: &'s Cue) -> Word<'s> {
        Word::new(&cue.lemma)
    }
}

/// Names count as names, whoever bears them: what was said of one person must not weigh on the next.
fn counts_as<'i>(item: &'i Item) -> &'i str {
    match (item.sort, item.tag) {
        (Sort::Quotation(_), _) => "~quotation",
        (Sort::Word, Tag::NNP | Tag::NNPS | Tag::FW) => "~name",
        (Sort::Word, Tag::CD) => "~number",
        _ if item.lower.contains([' ', '+']) => "~sign",
        _ => &item.lower,
    }
}
