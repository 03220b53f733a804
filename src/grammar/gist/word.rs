//! Words as sentences are held against each other by: base form, family, whether they tell anything.

use super::lexicon::LEXICON;
use crate::grammar::table::lower;
use crate::grammar::tag::{Tag, tags};
use crate::text::{Span, Text, form};
use std::ops::Range;

/// A word or a sign of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written, in lower case.
    pub lower: String,
    /// Base form, its class left open: headlines are capitalised throughout, and their tags unsure.
    pub base: String,
    /// What words of different classes have in common ("arrest", "arrested", "arrests").
    pub family: String,
    /// Its part of speech.
    pub tag: Tag,
    /// It is a name, or looks like one.
    pub name: bool,
    /// It starts with a capital letter.
    pub capital: bool,
    /// It says something that another sentence can say, too.
    pub telling: bool,
    /// Its place.
    pub span: Span,
}

impl Word {
    pub(super) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&&*self.lower)
    }

    /// Whether it is a noun, a name among them.
    pub fn is_noun(&self) -> bool {
        self.tag.is_noun()
    }

    /// Whether it is a verb in any form.
    pub fn is_verb(&self) -> bool {
        self.tag.is_verb()
    }

    /// Whether it is a verb other than "be", "have" and "do".
    pub fn is_full_verb(&self) -> bool {
        self.is_verb() && !matches!(&*self.base, "be" | "have" | "do")
    }

    pub(super) fn is_finite(&self) -> bool {
        self.tag.is_finite()
    }

    /// A verb, or what may be one in a headline.
    pub(super) fn may_be_verb(&self) -> bool {
        self.is_verb() || self.name
    }

    /// Whether it is an adjective.
    pub fn is_adjective(&self) -> bool {
        self.tag.is_adjective()
    }

    /// Whether it is an adverb.
    pub fn is_adverb(&self) -> bool {
        self.tag.is_adverb()
    }

    /// A sign that clauses end at.
    pub(super) fn is_break(&self) -> bool {
        self.tag == Tag::Punct
    }
}

/// The words of a sentence.
pub(super) fn words(text: &Text, sentence: Range<usize>) -> Vec<Word> {
    let tags = tags(text, sentence.clone());
    let all = sentence.zip(tags).filter(|(token, _)| !text.word(*token).is_empty());
    all.map(|(token, tag)| word(text, token, tag)).collect()
}

fn word(text: &Text, token: usize, tag: Tag) -> Word {
    let lower = match lower(text, token) {
        // Not the abbreviation of "number": nothing follows that is counted.
        answer if answer == "no." => "no".to_owned(),
        other => other.into_owned(),
    };
    let base = form::base_form(&lower).into_owned();
    let negates = LEXICON.not.contains(&*lower) || LEXICON.none.contains(&*lower);
    let idle = negates || LEXICON.untelling.contains(&*lower) || LEXICON.untelling.contains(&*base);
    Word {
        family: family(&base),
        telling: is_open(tag) && !idle && lower.chars().any(char::is_alphanumeric),
        name: matches!(tag, Tag::NNP | Tag::NNPS),
        capital: text.word(token).starts_with(char::is_uppercase),
        span: text.span_of(token..token + 1),
        lower,
        base,
        tag,
    }
}

/// Whether words of this class can tell anything.
fn is_open(tag: Tag) -> bool {
    !matches!(
        tag,
        Tag::CC
            | Tag::DT
            | Tag::EX
            | Tag::IN
            | Tag::MD
            | Tag::PDT
            | Tag::POS
            | Tag::PRP
            | Tag::PRPS
            | Tag::RP
            | Tag::TO
            | Tag::WDT
            | Tag::WP
            | Tag::WPS
            | Tag::WRB
            | Tag::Punct
    )
}

/// Letters that an ending must leave for what is left to be a family.
const STEM: usize = 4;

/// The base form without its ending, or the word that a list knows it by.
fn family(base: &str) -> String {
    if let Some(same) = LEXICON.same.get(base) {
        return format!("={same}");
    }
    let stems = LEXICON.endings.iter().filter_map(|ending| base.strip_suffix(ending));
    stems.map(str::to_owned).find(|stem| stem.len() >= STEM).unwrap_or_else(|| base.to_owned())
}
