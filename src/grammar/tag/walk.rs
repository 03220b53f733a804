//! The way through a sentence, the same for choosing tags and for learning to.

use super::Tag;
use super::feature::{Feature, Group, MOST, Place};
use super::vocabulary::{Look, Vocabulary};
use crate::text::{Kind, Text};
use std::ops::Range;

/// Gives each token its tag: the sole one of its word, or else what `choose` makes of the token and its features.
pub fn walk(
    vocabulary: &Vocabulary,
    text: &Text,
    tokens: Range<usize>,
    mut choose: impl FnMut(usize, &[Feature; MOST]) -> Tag,
) -> Vec<Tag> {
    let tokens = tokens.start..tokens.end.min(text.tokens().len());
    let look = |index: usize| {
        if tokens.contains(&index) { look_at(vocabulary, text, index, tokens.start) } else { Look::EDGE }
    };
    let mut place = Place {
        looks: [Look::EDGE, Look::EDGE, look(tokens.start), look(tokens.start.saturating_add(1))],
        tags: [Tag::Punct; 2],
        group: Group::default(),
    };
    let mut tags = Vec::with_capacity(tokens.len());
    for index in tokens.clone() {
        let [_, before, this, after] = place.looks;
        place.looks = [before, this, after, look(index + 2)];
        let tag = this.sole.unwrap_or_else(|| choose(index, &place.features()));
        place.group = place.group.after(&this, tag);
        place.tags = [place.tags[1], tag];
        tags.push(tag);
    }
    tags
}

fn look_at(vocabulary: &Vocabulary, text: &Text, index: usize, start: usize) -> Look {
    let Some(token) = text.tokens().get(index) else { return Look::EDGE };
    vocabulary.look(token, text.word(index), index == start || opens(text, index - 1))
}

/// Whether a sentence may begin behind this token.
fn opens(text: &Text, index: usize) -> bool {
    let kind = text.tokens().get(index).map(|token| token.kind);
    match kind {
        Some(Kind::Mark) => true,
        Some(Kind::Punct) => !matches!(text.word(index), "," | "&" | "-" | "/" | "$"),
        _ => false,
    }
}
