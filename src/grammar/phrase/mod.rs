//! The pattern language of rules: phrases that a topic, a stance or a source is known by.
//!
//! A word matches all its forms (`launch` matches "launched"), `=launch` only itself, `escalat*` every word that
//! starts so; `(a|b c)` are alternatives, `?` makes the item before it optional, `…` lets up to four words
//! stand between and `…9` up to nine; `<number>`, `<name>` and `<any>` stand for one word of that kind, `<date>`,
//! `<speaker>` and `<place>` for one or more that are a date, the source of a claim, a state or its capital.
//! Case, contractions and the form of apostrophes do not matter: `not` matches "n’t".

mod cover;
mod expected;
mod index;
mod kept;
mod lookout;
mod machine;
mod matcher;
mod parse;
mod parts;
mod word;

pub use cover::Coverers;
pub use index::WordIndex;
pub use kept::{KeptWords, Run};
pub use lookout::Lookout;
pub use machine::{Anchor, Phrase};
pub use matcher::Phrases;
pub use parse::parse;
pub use parts::{Loss, Part};
pub use word::{Role, Roles, Spelling, TextWords, Word, Words, words_of};

/// A pattern as parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// One after the other.
    Sequence(Vec<Pattern>),
    /// One of them.
    Either(Vec<Pattern>),
    /// It or nothing.
    Optional(Box<Pattern>),
    /// Up to so many words of any kind.
    Gap(usize),
    /// One word.
    Term(Term),
}

/// What one word of the text must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Any form of the word.
    Base(String),
    /// This form.
    Exact(String),
    /// Any word that starts so.
    Prefix(String),
    /// Digits or a number word.
    Number,
    /// A capitalised word.
    Name,
    /// Any word.
    Any,
    /// A word that is part of something.
    Part(Role),
}

#[cfg(test)]
mod tests;
