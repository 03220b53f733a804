//! Parts of speech, in the tags of the Penn Treebank (Marcus et al. 1993).
//!
//! An averaged perceptron (Collins 2002) decides from left to right; words that have one tag in nearly all
//! places get it unweighed. `rules/weights/tag.txt` holds both and is written by `tests/training/tag.py`.

pub mod feature;
mod part;
mod template;
pub mod vocabulary;
pub mod walk;
mod weights;

pub use part::Tag;

use crate::text::Text;
use std::ops::Range;
use std::sync::LazyLock;
use vocabulary::Vocabulary;
use weights::Scores;

static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::parse(include_str!(concat!(env!("OUT_DIR"), "/words.txt"))));

/// The tags of a range of tokens that does not cross a sentence end, one each.
pub fn tags(text: &Text, tokens: Range<usize>) -> Vec<Tag> {
    let mut tags = walk::walk(&VOCABULARY, text, tokens, |_, features| Scores::of(features).best());
    agree(&mut tags);
    tags
}

/// "Norland | rejects claims": a plural behind a name, before a verb of a singular, is the name's verb, and the verb its
/// object.
fn agree(tags: &mut [Tag]) {
    let mut at = 0;
    while let Some([before, plural, verb, ..]) = tags.get_mut(at..) {
        if (*before, *plural, *verb) == (Tag::NNP, Tag::NNS, Tag::VBZ) {
            (*plural, *verb) = (Tag::VBZ, Tag::NNS);
        }
        at += 1;
    }
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

    /// A verb in any form.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ)
    }

    /// A verb with a tense, or a modal.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::MD | Tag::VBZ | Tag::VBP | Tag::VBD)
    }
}

#[cfg(test)]
mod tests;
