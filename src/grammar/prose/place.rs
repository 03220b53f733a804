//! A sentence as clues look at it: words by their hash, names and numbers veiled.

use super::candidate::{Cue, Sentence};
use super::clue::Word;
use super::complement::is_finite;
use super::contents::{SUBORDINATORS, is_pause};
use crate::grammar::item::{Item, Sort};
use crate::grammar::tag::Tag;
use std::ops::Range;

/// A sentence with the words of its items as they may count.
#[derive(Debug)]
pub struct Place<'s, 't> {
    /// The sentence.
    pub sentence: &'s Sentence<'t>,
    words: Vec<Word<'s>>,
    edge: Word<'static>,
    finite: Running,
    quotations: Running,
    bare: Running,
    pauses: Running,
    openers: Running,
}

/// How many items of a kind stand before each place: how many there are in a range is told without looking at it.
#[derive(Debug)]
struct Running(Vec<usize>);

impl Running {
    fn of(items: &[Item], is: impl Fn(&Item) -> bool) -> Running {
        let mut count = 0;
        let counts = items.iter().map(|item| {
            count += usize::from(is(item));
            count
        });
        Running(std::iter::once(0).chain(counts).collect())
    }

    /// How many there are in a range; none where the range lies outside.
    fn within(&self, range: Range<usize>) -> usize {
        let before = |at: usize| self.0.get(at).copied();
        before(range.end).zip(before(range.start)).map_or(0, |(end, start)| end.saturating_sub(start))
    }
}

impl<'s, 't> Place<'s, 't> {
    /// Looks at a sentence.
    pub fn new(sentence: &'s Sentence<'t>) -> Place<'s, 't> {
        let items = &sentence.items;
        Place {
            sentence,
            words: items.iter().map(|item| Word::new(counts_as(item))).collect(),
            edge: Word::new("~edge"),
            finite: Running::of(items, is_finite),
            quotations: Running::of(items, |item| item.is_quotation()),
            bare: Running::of(items, |item| item.is_word()),
            pauses: Running::of(items, is_pause),
            openers: Running::of(items, opens_clause),
        }
    }

    /// How many finite verbs a range holds.
    pub fn finite(&self, range: Range<usize>) -> usize {
        self.finite.within(range)
    }

    /// How many words a range holds that open a clause with a verb of its own.
    pub fn openers(&self, range: Range<usize>) -> usize {
        self.openers.within(range)
    }

    /// How many quotations a range holds.
    pub fn quotations(&self, range: Range<usize>) -> usize {
        self.quotations.within(range)
    }

    /// How many words a range holds outside quotations.
    pub fn bare(&self, range: Range<usize>) -> usize {
        self.bare.within(range)
    }

    /// The first pause from a place on, or the sentence's end.
    pub fn pause(&self, from: usize) -> usize {
        let Some(before) = self.pauses.0.get(from) else { return self.len() };
        self.pauses.0.partition_point(|count| count <= before) - 1
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

/// Whether a word opens a clause with a verb of its own: a clause that holds no other verb is not whole yet.
fn opens_clause(item: &Item) -> bool {
    matches!(item.tag, Tag::WDT | Tag::WP | Tag::WRB)
        || item.is_any(SUBORDINATORS)
        || item.is_any(&["that", "if", "whether"])
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
