//! Sentences read around their quotations.
//!
//! A quotation is one item, however many sentences it holds; so `“A. B,” he said` is one sentence, and no word
//! inside quotation marks can be taken for a cue.

use super::cue::{self, Frame};
use super::item::{Item, Sort};
use super::tag::{self, Tag};
use crate::text::{Kind, Text, form};
use std::borrow::Cow;
use std::ops::Range;

/// Items of the longest sentence that is read as one; keeps endless sentences from costing time.
const LONGEST: usize = 240;

/// Tokens of the longest quotation that the tagger reads through.
const READ_THROUGH: usize = 30;

/// A sentence as items, or several that a quotation joins.
#[derive(Clone, Debug)]
pub struct Period<'t> {
    /// Its words, signs and quotations.
    pub items: Vec<Item<'t>>,
}

/// The periods of a paragraph of `text`, not yet tagged.
pub fn periods<'t>(text: &Text<'t>, paragraph: Range<usize>) -> Vec<Period<'t>> {
    let mut periods = Vec::new();
    let mut items = Vec::new();
    let mut at = paragraph.start;
    while at < paragraph.end {
        let next = match quotation_opening(text, at) {
            Some((index, end)) => {
                items.push(masked(text, index, at..end));
                end
            }
            None => {
                items.extend(item_at(text, at));
                at + 1
            }
        };
        let ended = text.tokens().get(at).is_none_or(|token| token.is_end()) && !asks_who(text, &items, at);
        if !items.is_empty() && (ended || items.len() >= LONGEST) {
            periods.push(Period { items: std::mem::take(&mut items) });
        }
        at = next;
    }
    if !items.is_empty() {
        periods.push(Period { items });
    }
    periods
}

/// `“Is it safe?” Lind asked.` is one sentence though the quotation ends as one: a name and a verb of speech follow.
fn asks_who(text: &Text, items: &[Item], at: usize) -> bool {
    let quotation = items.last().filter(|item| item.is_quotation() && item.closed);
    let asks = quotation.is_some_and(|item| {
        (item.tokens.start..item.tokens.end).rev().take(3).any(|at| matches!(text.word(at), "?" | "!"))
    });
    let ends = text.tokens().get(at).is_some_and(|token| token.kind == Kind::SentenceEnd);
    asks && ends && speaker_follows(text, at + 1)
}

/// `name [ "," … "," ] verb`, the verb one that takes a quotation
fn speaker_follows(text: &Text, at: usize) -> bool {
    let words = (at..at + LONGEST_NAME).map(|at| text.word(at));
    let mut insertion = false;
    for word in words {
        if cue::verbs(word).iter().any(|entry| entry.frames.has(Frame::Quote)) {
            return true;
        }
        insertion |= word == ",";
        let nominal = insertion
            || word.starts_with(char::is_uppercase)
            || matches!(word, "the" | "a" | "an" | "of" | "de" | "he" | "she" | "they");
        if !nominal {
            return false;
        }
    }
    false
}

/// Words of the longest name and title between a quotation and its verb.
const LONGEST_NAME: usize = 14;

fn quotation_opening(text: &Text, at: usize) -> Option<(usize, usize)> {
    let index = text.quotations().partition_point(|quotation| quotation.open < at);
    let quotation = text.quotations().get(index).filter(|quotation| quotation.open == at)?;
    Some((index, quotation.end().max(at + 1)))
}

fn masked<'t>(text: &Text<'t>, index: usize, tokens: Range<usize>) -> Item<'t> {
    let inner = text.quotations().get(index).map_or(0..0, |quotation| quotation.inner.clone());
    let last = text
        .tokens()
        .get(inner.clone())
        .unwrap_or_default()
        .iter()
        .rfind(|token| !token.is_end() && token.kind != Kind::Mark);
    let closed = last.is_some_and(|token| token.kind == Kind::Punct);
    let titled = is_titled(text, inner);
    Item {
        word: "",
        lower: Cow::Borrowed(""),
        tag: Tag::NN,
        sort: Sort::Quotation(index),
        tokens,
        closed,
        titled,
    }
}

/// Words of the longest title.
const LONGEST_TITLE: usize = 12;

/// "The Long Road Home": two words or more, of which all but the short ones have a capital.
fn is_titled(text: &Text, inner: Range<usize>) -> bool {
    if inner.len() > LONGEST_TITLE {
        return false;
    }
    let words: Vec<&str> =
        inner.map(|at| text.word(at)).filter(|word| word.contains(char::is_alphabetic)).collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let ends = [words.first(), words.last()].into_iter().flatten().all(capital);
    words.len() > 1 && ends && words.iter().all(|word| capital(word) || word.len() <= SHORT_IN_TITLE)
}

/// Letters of words that may stand in a title without a capital: "and", "from".
const SHORT_IN_TITLE: usize = 4;

fn item_at<'t>(text: &Text<'t>, at: usize) -> Option<Item<'t>> {
    let token = text.tokens().get(at).filter(|token| !token.is_end())?;
    let word = text.word(at);
    let lower = form::lowered(word);
    let sort = if matches!(token.kind, Kind::Word | Kind::Number) { Sort::Word } else { Sort::Sign };
    Some(Item { word, lower, tag: Tag::Punct, sort, tokens: at..at + 1, closed: false, titled: false })
}

impl Period<'_> {
    /// Gives the words their parts of speech.
    pub fn tag(&mut self, text: &Text) {
        let mut from = 0;
        while let Some(run) = self.run(text, from) {
            let tags = tag::tags(text, run.tokens.clone());
            for item in self.items.get_mut(from..run.end).unwrap_or_default() {
                let place = item.tokens.start.checked_sub(run.tokens.start);
                if let Some(tag) = place.and_then(|place| tags.get(place)).filter(|_| item.is_word()) {
                    item.tag = *tag;
                }
            }
            from = run.end;
        }
        mend(&mut self.items);
    }

    /// The items from `from` on that the tagger can read in one go: of one sentence, no long quotation between.
    fn run(&self, text: &Text, from: usize) -> Option<Run> {
        let first = self.items.get(from)?;
        let sentence = text.sentence_at(first.tokens.start).and_then(|at| text.sentences().get(at).cloned());
        let sentence = sentence.unwrap_or(first.tokens.clone());
        let fits = |item: &&Item| {
            item.tokens.start < sentence.end && (item.is_word() || item.tokens.len() <= READ_THROUGH)
        };
        let count = self.items.iter().skip(from).take_while(fits).count().max(1);
        let last = self.items.get(from + count - 1)?;
        let tokens = first.tokens.start..last.tokens.end.min(sentence.end).max(first.tokens.start);
        let long = last.tokens.len() > READ_THROUGH;
        Some(Run { tokens: if long { 0..0 } else { tokens }, end: from + count })
    }
}

/// `“…,” Lind notes.`: behind a quotation and who said it, what may be a verb of speech is no noun.
fn mend(items: &mut [Item]) {
    for at in 2..items.len() {
        let (before, rest) = items.split_at_mut(at);
        let Some((item, behind)) = rest.split_first_mut() else { return };
        let many = before.last().is_some_and(|item| matches!(item.tag, Tag::NNS | Tag::NNPS));
        let singular = item.lower.ends_with('s');
        let mistaken =
            matches!(item.tag, Tag::NNS | Tag::NN) && singular != many && takes_quotation(&item.lower);
        let last = behind
            .first()
            .is_none_or(|next| !next.is_word() || matches!(next.tag, Tag::IN | Tag::TO | Tag::RB));
        if mistaken && last && is_speaker_behind_quotation(before) {
            item.tag = if singular { Tag::VBZ } else { Tag::VBP };
        }
    }
}

fn takes_quotation(word: &str) -> bool {
    cue::verbs(word).iter().any(|entry| entry.frames.has(Frame::Quote))
}

/// `quotation [ "," ] speaker`, the speaker a name, a pronoun or a noun phrase without anything behind its head
fn is_speaker_behind_quotation(items: &[Item]) -> bool {
    let nominal = |item: &&Item| {
        matches!(
            item.tag,
            Tag::NNP | Tag::NNPS | Tag::NN | Tag::NNS | Tag::PRP | Tag::DT | Tag::JJ | Tag::PRPS
        )
    };
    let words =
        items.iter().rev().take(LONGEST_NAME).take_while(|item| item.is_word() && nominal(item)).count();
    let quotation = items.len().checked_sub(words + 1).and_then(|at| items.get(at));
    words > 0 && quotation.is_some_and(|item| item.is_quotation() && item.closed)
}

struct Run {
    /// What the tagger reads.
    tokens: Range<usize>,
    /// One past the last item.
    end: usize,
}
