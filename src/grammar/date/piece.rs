//! Words cut finer than tokens (`third-quarter`, `mid-1990s`), each with what it can be in a date, and the
//! elementary parsers over them.

use super::figures;
use super::lexicon::{Aid, Entry, Lex, look_up};
use crate::text::{Kind, Span, Text};
use nom::{Err, IResult};
use std::ops::Range;

/// A word or a part of a hyphenated word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) lex: Lex,
    pub(super) aid: Aid,
    /// A hyphen joins it to the piece before.
    pub(super) glued: bool,
    pub(super) capital: bool,
}

impl Piece {
    pub(super) fn is_known(&self) -> bool {
        self.lex != Lex::Other || self.aid != Aid::default()
    }

    /// Whether a date may be found in it: in every heart, and in "a.m." and "p.m." where there is a heart.
    pub(super) fn is_core(&self) -> bool {
        self.is_heart() || matches!(self.lex, Lex::Meridiem(_))
    }

    /// Whether it can be the heart of a date: a sentence without one holds none.
    pub(super) fn is_heart(&self) -> bool {
        let bare = match self.lex {
            Lex::Other | Lex::Several | Lex::Meridiem(_) => true,
            // "Nineteen ninety-six".
            Lex::Number(number) => !(17..=20).contains(&number),
            _ => false,
        };
        !bare || self.aid.vague.is_some() || self.aid.feast || self.aid.starter
    }
}

/// A place among the pieces of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'s> {
    pub(super) prose: &'s str,
    pub(super) pieces: &'s [Piece],
    pub(super) at: usize,
}

/// What a production read, and where it stopped.
pub(super) type Read<'s, T> = IResult<Cursor<'s>, T, ()>;

impl<'s> Cursor<'s> {
    /// The piece `ahead` of this place.
    pub(super) fn peek(self, ahead: usize) -> Option<&'s Piece> {
        self.pieces.get(self.at + ahead)
    }

    /// The piece so many `back` from this place; 1 is the one before.
    pub(super) fn before(self, back: usize) -> Option<&'s Piece> {
        self.pieces.get(self.at.checked_sub(back)?)
    }

    pub(super) fn words(self, piece: Option<&Piece>) -> &'s str {
        piece.map_or("", |piece| piece.span.slice(self.prose))
    }

    pub(super) fn next(self) -> &'s str {
        self.words(self.peek(0))
    }

    pub(super) fn previous(self) -> &'s str {
        self.words(self.before(1))
    }

    pub(super) fn skip(self, count: usize) -> Cursor<'s> {
        Cursor { at: self.at + count, ..self }
    }
}

/// The production does not apply.
pub(super) fn no<'s, T>() -> Read<'s, T> {
    Err(Err::Error(()))
}

/// One piece that `pick` finds a use for.
pub(super) fn piece<'s, T>(pick: impl Fn(&Piece) -> Option<T>) -> impl Fn(Cursor<'s>) -> Read<'s, T> {
    move |at: Cursor<'s>| match at.peek(0).and_then(&pick) {
        Some(found) => Ok((at.skip(1), found)),
        None => no(),
    }
}

/// One of some words.
pub(super) fn word<'s>(words: &'static [&'static str]) -> impl Fn(Cursor<'s>) -> Read<'s, ()> {
    move |at: Cursor<'s>| {
        let next = at.next();
        if words.iter().any(|word| word.eq_ignore_ascii_case(next)) { Ok((at.skip(1), ())) } else { no() }
    }
}

/// Appends the pieces of a range of tokens.
pub(super) fn cut(text: &Text, tokens: Range<usize>, pieces: &mut Vec<Piece>) {
    for index in tokens {
        let Some(token) = text.tokens().get(index) else { break };
        let word = text.word(index);
        let known = match token.kind {
            Kind::Word => look_up(word).or_else(|| figures::decade(word)),
            Kind::Number => Some(figures::read(word)),
            _ => None,
        };
        let whole = known.filter(|entry| *entry != Entry::default());
        if whole.is_none() && token.is_wordlike() && word.contains(['-', '‑', '–']) {
            split(token.span, word, pieces);
        } else {
            let Entry { lex, aid } = whole.unwrap_or_default();
            pieces.push(Piece { span: token.span, lex, aid, glued: false, capital: token.is_capitalised() });
        }
    }
}

fn split(span: Span, word: &str, pieces: &mut Vec<Piece>) {
    let mut start = span.start;
    for part in word.split(['-', '‑', '–']) {
        let known = if part.starts_with(|c: char| c.is_ascii_digit()) {
            Some(figures::read(part))
        } else {
            look_up(part)
        };
        let Entry { lex, aid } = known.unwrap_or_default();
        let glued = start > span.start;
        let here = Span::new(start, start + part.len());
        let capital = part.starts_with(char::is_uppercase);
        pieces.push(Piece { span: here, lex, aid, glued, capital });
        let sign = word.get(start - span.start + part.len()..).and_then(|rest| rest.chars().next());
        start += part.len() + sign.map_or(0, char::len_utf8);
    }
}
