//! Parts of speech, in the tags of the Penn Treebank (Marcus et al. 1993).
//!
//! An averaged perceptron (Collins 2002) decides from left to right; words that have one tag in nearly all
//! places get it unweighed. `rules/weights/tag.txt` holds both and is written by `tests/training/tag.py`.

pub mod feature;
pub mod vocabulary;
pub mod walk;
mod weights;

use crate::text::Text;
use feature::Feature;
use std::ops::Range;
use std::sync::LazyLock;
use vocabulary::Vocabulary;
use weights::{Scores, Weights};

macro_rules! tags {
    ($($(#[$meta:meta])* $name:ident)*) => {
        /// A part of speech. Names are those of the Penn Treebank; `PRPS` is `PRP$`, `WPS` is `WP$`.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, clippy::upper_case_acronyms)]
        pub enum Tag { $($(#[$meta])* $name),* }

        impl Tag {
            /// Every tag, in the order of their numbers.
            pub const ALL: &'static [Tag] = &[$(Tag::$name),*];

            /// The name that the Treebank gives it, `$` written as `S`.
            pub fn name(self) -> &'static str {
                match self { $(Tag::$name => stringify!($name)),* }
            }

            /// The tag of a name.
            pub fn named(name: &str) -> Option<Tag> {
                match name { $(stringify!($name) => Some(Tag::$name),)* _ => None }
            }
        }
    };
}

tags! {
    CC CD DT EX FW IN JJ JJR JJS MD
    #[default]
    NN
    NNS NNP NNPS PDT POS PRP PRPS RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ WDT WP WPS WRB
    /// Punctuation, symbols, marks, sentence ends.
    Punct
}

static MODEL: LazyLock<(Vocabulary, Weights)> = LazyLock::new(|| {
    let (words, weights) =
        include_str!("../../../rules/weights/tag.txt").split_once("\n[").unwrap_or_default();
    let vocabulary = Vocabulary::parse(words);
    let weights = Weights::parse(weights, &vocabulary);
    (vocabulary, weights)
});

/// The tags of a range of tokens that does not cross a sentence end, one each.
pub fn tags(text: &Text, tokens: Range<usize>) -> Vec<Tag> {
    let (vocabulary, weights) = &*MODEL;
    walk::walk(vocabulary, text, tokens, |_, features| {
        let mut scores = Scores::default();
        let known = features.iter().filter(|feature| **feature != Feature::NONE);
        known.for_each(|feature| weights.add(*feature, &mut scores));
        scores.best()
    })
}

impl Tag {
    /// A common noun or a name.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// An adjective of any degree.
    pub fn is_adjective(self) -> bool {
        matches!(self, Tag::JJ | Tag::JJR | Tag::JJS)
    }

    /// An adverb of any degree.
    pub fn is_adverb(self) -> bool {
        matches!(self, Tag::RB | Tag::RBR | Tag::RBS)
    }

    /// A verb with a tense, or a modal.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::MD | Tag::VBZ | Tag::VBP | Tag::VBD)
    }
}

#[cfg(test)]
mod tests;
