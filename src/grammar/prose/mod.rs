//! Attribution: who is said to say what, where in the text.
//!
//! The grammar proposes, a choice picks. Productions find the words that may be cues (`cues`), the noun phrases
//! that may be their sources (`sources`) and the places where their contents may begin and end (`contents`);
//! `choose` picks among them, and `assemble` turns what was picked into attributions of the text.

mod adverbial;
mod assemble;
pub mod assured;
mod bounds;
mod candidate;
mod choose;
mod choose_content;
mod choose_source;
pub mod clue;
mod clues_content;
mod clues_cue;
mod clues_source;
mod clues_whole;
mod complement;
mod contents;
mod continued;
mod cues;
mod extent;
mod key;
pub mod model;
mod nominal;
mod place;
mod signature;
mod sources;
mod tail;
mod unsaid;
pub mod weigh;

/// How the attributions of a sentence are chosen among the candidates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choosing {
    /// By the built-in weights, and what rules are sure of besides; only what is at least so sure, 0 to 1. The dial
    /// from recall to precision.
    Weights(f32),
    /// By hand-set preferences alone.
    ByHand,
}

impl Default for Choosing {
    /// The confidence at which precision and recall are in balance.
    fn default() -> Choosing {
        Choosing::Weights(THRESHOLD)
    }
}

/// Probability below which no attribution is made unless asked for.
pub const THRESHOLD: f32 = 0.37;

pub use candidate::{Choice, Cue, Sentence, Side, Source};

use crate::claim::Attribution;
use crate::document::{BlockKind, Document};
use crate::grammar::item::Item;
use crate::grammar::quote::{self, Period};
use crate::grammar::speaker;
use crate::grammar::tag::Tag;
use crate::text::Text;
use continued::Floor;
use model::Model;

/// The attributions of a document, in the order of their cues (of their contents, where there is no cue).
///
/// `text` is the document's prose read over its blocks.
pub fn attributions(document: &Document, text: &Text, choosing: Choosing) -> Vec<Attribution> {
    match choosing {
        Choosing::Weights(at_least) => attributions_weighed(document, text, Model::built_in(), at_least),
        Choosing::ByHand => attributions_by_hand(document, text),
    }
}

/// The same by weights of your own, and only those that are at least so sure.
pub fn attributions_weighed(
    document: &Document,
    text: &Text,
    mut model: &Model,
    threshold: f32,
) -> Vec<Attribution> {
    attributions_by(document, text, |sentence| {
        let mut choices = assured::assure(sentence, weigh::choose(sentence, &mut model));
        choices.retain(|choice| choice.confidence >= threshold);
        choices
    })
}

/// The same by hand-set preferences, without weights.
pub fn attributions_by_hand(document: &Document, text: &Text) -> Vec<Attribution> {
    attributions_by(document, text, choose::choose)
}

/// The same by a choice of your own for each sentence.
pub fn attributions_by(
    document: &Document,
    text: &Text,
    mut choose: impl FnMut(&Sentence) -> Vec<Choice>,
) -> Vec<Attribution> {
    let mut floor = Floor::new(text);
    for (index, paragraph) in text.paragraphs().iter().enumerate() {
        let kind = document.blocks.get(index).map_or(BlockKind::Paragraph, |block| block.kind);
        let headline = kind == BlockKind::Headline;
        let read = |period| read(text, period, headline, &mut choose);
        floor.paragraph(kind, quote::periods(text, paragraph.clone()), read);
    }
    let mut found = floor.done();
    assemble::nest(&mut found);
    found
}

/// The attributions of one period.
fn read(
    text: &Text,
    mut period: Period,
    headline: bool,
    choose: &mut impl FnMut(&Sentence) -> Vec<Choice>,
) -> Vec<Attribution> {
    if !period.items.iter().any(|item| item.is_quotation() || cues::may_be_cue(item)) {
        return Vec::new();
    }
    period.tag(text);
    let sentence = sentence(period.items, headline);
    assemble::attributions(text, &sentence, choose(&sentence))
}

fn sentence(mut items: Vec<Item>, headline: bool) -> Sentence {
    if let Some(verb) = tail::final_verb(&items).and_then(|at| items.get_mut(at)) {
        verb.tag = Tag::VBZ;
    }
    let nouns = speaker::nouns(&items);
    let cues = cues::cues(&items, &nouns);
    Sentence { items, nouns, cues, headline }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
