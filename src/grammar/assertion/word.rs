//! The words of a content, as the chunker reads them: pieces joined, quotation marks left out.

use super::lexicon::LEXICON;
use crate::grammar::table::lower;
use crate::grammar::tag::{Tag, tags};
use crate::text::{Kind, Span, Text, form};
use std::borrow::Cow;
use std::ops::Range;

/// A word or a sign.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub(super) token: usize,
    pub(super) lower: Cow<'t, str>,
    pub(super) tag: Tag,
}

impl Word<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&&*self.lower)
    }

    pub(super) fn is_noun(&self) -> bool {
        self.tag.is_noun()
    }

    pub(super) fn is_name(&self) -> bool {
        matches!(self.tag, Tag::NNP | Tag::NNPS)
    }

    pub(super) fn is_adjective(&self) -> bool {
        self.tag.is_adjective()
    }

    /// Whether it may stand inside a verb group without being part of it.
    pub(super) fn is_adverb(&self) -> bool {
        self.tag.is_adverb() || self.is_any(&["not", "n't", "never", "also", "still"])
    }

    pub(super) fn is_finite(&self) -> bool {
        self.tag.is_finite()
    }

    pub(super) fn is_verb(&self) -> bool {
        is_verb(self.tag)
    }

    /// Form of "be", clitics included.
    pub(super) fn is_be(&self) -> bool {
        let clitic = self.is_any(&["'s", "'re", "'m"]) && self.tag != Tag::POS;
        clitic || self.is_any(&["be", "is", "are", "was", "were", "am", "been", "being"])
    }

    pub(super) fn is_have(&self) -> bool {
        let clitic = self.is("'ve") || self.is_any(&["'s", "'d"]) && self.tag != Tag::POS;
        clitic || self.is_any(&["have", "has", "had", "having"])
    }

    pub(super) fn is_not(&self) -> bool {
        self.is_any(&["not", "n't"])
    }

    pub(super) fn is_do(&self) -> bool {
        self.is_any(&["do", "does", "did"])
    }

    /// Whether it may name the one who is told.
    pub(super) fn is_addressee(&self) -> bool {
        self.tag == Tag::PRP || self.is_noun()
    }

    /// Base form by its class.
    pub(super) fn base(&self) -> Cow<'_, str> {
        match self.tag {
            Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBZ => form::verb_base(&self.lower),
            Tag::NNS | Tag::NNPS => form::noun_base(&self.lower),
            _ if self.is_verb() => form::verb_base(&self.lower),
            _ => Cow::Borrowed(&*self.lower),
        }
    }
}

pub(super) fn is_verb(tag: Tag) -> bool {
    tag.is_finite() || matches!(tag, Tag::VB | Tag::VBG | Tag::VBN)
}

/// More words than this are not looked at: what a sentence asserts, it asserts before that.
const LONGEST: usize = 160;

/// Words before a piece that are tagged along, so that it has a context.
const CONTEXT: usize = 24;

/// The words of the first sentence among `pieces` that has a verb.
pub(super) fn first_sentence<'t>(text: &'t Text, pieces: &[Range<usize>]) -> Vec<Word<'t>> {
    let mut words: Vec<Word> = Vec::new();
    let mut sentence = None;
    for piece in pieces {
        let mut start = piece.start;
        while start < piece.end && words.len() < LONGEST {
            let own = text.sentence_at(start);
            if own != sentence && words.iter().any(Word::is_verb) {
                return words;
            }
            sentence = own;
            let end = own.and_then(|own| text.sentences().get(own)).map_or(start + 1, |range| range.end);
            add(text, start..end.min(piece.end).min(start + LONGEST), &mut words);
            start = end.max(start) + usize::from(end < piece.end);
        }
    }
    words
}

fn add<'t>(text: &'t Text, piece: Range<usize>, words: &mut Vec<Word<'t>>) {
    let first = words.len();
    let sentence = text.sentence_at(piece.start).and_then(|own| text.sentences().get(own));
    let from = sentence.map_or(piece.start, |range| range.start.max(piece.start.saturating_sub(CONTEXT)));
    let tags = tags(text, from..piece.end);
    for (token, tag) in (from..piece.end).zip(tags).skip(piece.start - from) {
        let mark = text.tokens().get(token).is_none_or(|token| token.kind == Kind::Mark || token.is_end());
        if !mark {
            let lower = lower(text, token);
            words.push(Word { token, tag: corrected(&lower, tag), lower });
        }
    }
    costs(words.get_mut(first..).unwrap_or_default());
}

/// "The deal | cost $4,000": what may be a verb of level and stands between a noun and a sum of money is one.
fn costs(words: &mut [Word]) {
    for at in 1..words.len() {
        let [.., subject, level, sign] = words.get_mut(..at + 2).unwrap_or_default() else { continue };
        let levels = level.tag == Tag::NN && LEXICON.levels.contains(&*level.lower);
        if levels && sign.is_any(&["$", "€", "£"]) && (subject.is_noun() || subject.tag == Tag::PRP) {
            level.tag = Tag::VBD;
        }
    }
}

/// Words that are nothing else, whatever their neighbours.
fn corrected(lower: &str, tag: Tag) -> Tag {
    match lower {
        "cannot" | "could" | "would" | "should" => Tag::MD,
        "who" => Tag::WP,
        "is" | "has" | "does" => Tag::VBZ,
        "are" => Tag::VBP,
        "was" | "were" | "did" => Tag::VBD,
        _ => tag,
    }
}

/// The tokens of byte spans.
pub(super) fn pieces(text: &Text, spans: &[Span]) -> Vec<Range<usize>> {
    spans.iter().map(|span| text.tokens_in(*span)).collect()
}
