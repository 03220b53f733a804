//! Words of a sentence as nom takes them: tokens with their tags, quotations masked.

use crate::grammar::tag::Tag;
use nom::error::{ErrorKind, ParseError};
use nom::{IResult, Input, Needed};
use std::borrow::Cow;
use std::iter::Enumerate;
use std::ops::Range;
use std::slice::Iter;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A word or a number.
    Word,
    /// A sign, or a quotation mark without its pair.
    Sign,
    /// A whole quotation, marks included: its index in the text.
    Quotation(usize),
}

/// A word, a sign, or a whole quotation.
#[derive(Clone, Debug)]
pub struct Item<'t> {
    /// As it stands; empty for a quotation.
    pub word: &'t str,
    /// In lower case.
    pub lower: Cow<'t, str>,
    /// Part of speech.
    pub tag: Tag,
    /// Word, sign or quotation.
    pub sort: Sort,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// For a quotation: whether a comma or stop stands before its closing mark, so that its sentence pauses there.
    pub closed: bool,
    /// For a quotation: whether it has the capitals of a title, as of a book or a broadcast.
    pub titled: bool,
}

impl Item<'_> {
    /// Whether it is this word, whatever its capitals.
    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether it is one of these words.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&&*self.lower)
    }

    /// Whether it is a quotation.
    pub fn is_quotation(&self) -> bool {
        matches!(self.sort, Sort::Quotation(_))
    }

    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        self.sort == Sort::Word
    }
}

/// The items that a production reads.
#[derive(Clone, Copy, Debug)]
pub struct Items<'i, 't>(pub &'i [Item<'t>]);

/// A production did not apply. Where and why does not matter: another one is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Miss;

/// What a production of the prose grammar gives.
pub type Parsed<'i, 't, T> = IResult<Items<'i, 't>, T, Miss>;

impl<I> ParseError<I> for Miss {
    fn from_error_kind(_: I, _: ErrorKind) -> Miss {
        Miss
    }

    fn append(_: I, _: ErrorKind, _: Miss) -> Miss {
        Miss
    }
}

impl<'i, 't> Items<'i, 't> {
    /// The first item.
    pub fn first(self) -> Option<&'i Item<'t>> {
        self.0.first()
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl<'i, 't> Input for Items<'i, 't> {
    type Item = &'i Item<'t>;
    type Iter = Iter<'i, Item<'t>>;
    type IterIndices = Enumerate<Iter<'i, Item<'t>>>;

    fn input_len(&self) -> usize {
        self.0.len()
    }

    fn take(&self, index: usize) -> Self {
        Items(self.0.get(..index).unwrap_or(self.0))
    }

    fn take_from(&self, index: usize) -> Self {
        Items(self.0.get(index..).unwrap_or_default())
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.0.iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.0.iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.0.len() { Ok(count) } else { Err(Needed::new(count - self.0.len())) }
    }
}
