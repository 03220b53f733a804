//! Parts of speech, in the tags of the Penn Treebank (Marcus et al. 1993).

use crate::text::{Kind, Text};
use std::ops::Range;

/// A part of speech. Names are those of the Penn Treebank; `PRPS` is `PRP$`, `WPS` is `WP$`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, clippy::upper_case_acronyms)]
pub enum Tag {
    CC,
    CD,
    DT,
    EX,
    FW,
    IN,
    JJ,
    JJR,
    JJS,
    MD,
    #[default]
    NN,
    NNS,
    NNP,
    NNPS,
    PDT,
    POS,
    PRP,
    PRPS,
    RB,
    RBR,
    RBS,
    RP,
    TO,
    UH,
    VB,
    VBD,
    VBG,
    VBN,
    VBP,
    VBZ,
    WDT,
    WP,
    WPS,
    WRB,
    /// Punctuation, symbols, marks, sentence ends.
    Punct,
}

/// The tags of a range of tokens that does not cross a sentence end, one each.
pub fn tags(text: &Text, tokens: Range<usize>) -> Vec<Tag> {
    tokens.map(|index| guess(text, index)).collect()
}

fn guess(text: &Text, index: usize) -> Tag {
    let Some(token) = text.tokens().get(index) else { return Tag::Punct };
    let word = text.word(index).to_lowercase();
    match token.kind {
        Kind::Number => Tag::CD,
        Kind::Word if token.is_capitalised() => Tag::NNP,
        Kind::Word if word.ends_with("ed") => Tag::VBD,
        Kind::Word if word.ends_with("ly") => Tag::RB,
        Kind::Word => Tag::NN,
        _ => Tag::Punct,
    }
}
