//! Tokens as nom takes them, and the productions that take a single one.

use crate::grammar::table::{Table, lower};
use crate::text::{Kind, Text, Token};
use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult};
use std::borrow::Cow;

/// The tokens from `at` to `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run<'t> {
    pub(super) text: &'t Text<'t>,
    pub(super) at: usize,
    pub(super) end: usize,
}

/// A production did not apply; where and why does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Miss;

/// What a production gives.
pub(super) type Parsed<'t, T> = IResult<Run<'t>, T, Miss>;

impl<I> ParseError<I> for Miss {
    fn from_error_kind(_: I, _: ErrorKind) -> Miss {
        Miss
    }

    fn append(_: I, _: ErrorKind, _: Miss) -> Miss {
        Miss
    }
}

pub(super) fn miss<T>() -> Result<T, Err<Miss>> {
    Err(Err::Error(Miss))
}

impl<'t> Run<'t> {
    /// The next token; none where a sentence ends.
    pub(super) fn token(self) -> Option<Token> {
        let token = self.text.tokens().get(self.at).filter(|_| self.at < self.end)?;
        (!token.is_end()).then_some(*token)
    }

    /// The next word in lower case; empty where there is none.
    pub(super) fn word(self) -> Cow<'t, str> {
        self.token().map_or(Cow::Borrowed(""), |_| lower(self.text, self.at))
    }

    pub(super) fn skip(self, tokens: usize) -> Run<'t> {
        Run { at: (self.at + tokens).min(self.end), ..self }
    }
}

/// A token of one kind; gives its index.
pub(super) fn kind<'t>(kind: Kind) -> impl Fn(Run<'t>) -> Parsed<'t, usize> {
    move |run| match run.token() {
        Some(token) if token.kind == kind => Ok((run.skip(1), run.at)),
        _ => miss(),
    }
}

/// One of these words.
pub(super) fn word<'t>(words: &'static [&'static str]) -> impl Fn(Run<'t>) -> Parsed<'t, ()> {
    move |run| if words.contains(&&*run.word()) { Ok((run.skip(1), ())) } else { miss() }
}

/// The longest phrase of a table.
pub(super) fn listed<'t, T: Copy>(table: &Table<T>) -> impl Fn(Run<'t>) -> Parsed<'t, T> {
    move |run| match table.longest(run.text, run.at, run.end) {
        Some((at, value)) if run.token().is_some() => Ok((Run { at, ..run }, value)),
        _ => miss(),
    }
}
