//! A text and the parts of speech of its sentences.

use super::{Tag, tags};
use crate::text::Text;
use std::cell::OnceCell;
use std::ops::{Deref, Range};

/// A text whose sentences are tagged when one of them is first asked for, each once. All that reads a text reads it as this,
/// so that attribution, assertion and figures see the same parts of speech.
pub struct Tagged<'t> {
    text: &'t Text<'t>,
    /// Those of each sentence.
    tags: Vec<OnceCell<Vec<Tag>>>,
}

impl<'t> Tagged<'t> {
    /// A text of which nothing is tagged yet.
    pub fn new(text: &'t Text<'_>) -> Tagged<'t> {
        Tagged { text, tags: vec![OnceCell::new(); text.sentences().len()] }
    }

    /// The tags of a range of tokens, as far as the sentence goes that it begins in.
    pub fn tags(&self, tokens: Range<usize>) -> &[Tag] {
        let Some(index) = self.text.sentence_at(tokens.start) else { return &[] };
        let Some(sentence) = self.text.sentences().get(index) else { return &[] };
        let Some(tagged) = self.tags.get(index) else { return &[] };
        let tagged = tagged.get_or_init(|| tags(self.text, sentence.clone()));
        let within =
            tokens.start - sentence.start..tokens.end.min(sentence.end).max(tokens.start) - sentence.start;
        tagged.get(within).unwrap_or_default()
    }
}

impl<'t> Deref for Tagged<'t> {
    type Target = Text<'t>;

    fn deref(&self) -> &Text<'t> {
        self.text
    }
}
