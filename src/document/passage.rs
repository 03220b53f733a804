//! A block of prose on its way from a file into a document.

use crate::claim::Zone;
use crate::text::{SourceMap, Span};

/// What a block of prose is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Title or first line.
    Headline,
    /// Lines under the headline.
    Standfirst,
    /// A paragraph.
    Paragraph,
    /// A heading within the body.
    Heading,
    /// An item of a list, a cell of a table, a footnote.
    Item,
    /// A paragraph of a block quotation.
    Quote,
}

/// A block of prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Bytes of the prose.
    pub span: Span,
}

impl Block {
    /// Headline, standfirst or body.
    pub fn zone(self) -> Zone {
        match self.kind {
            BlockKind::Headline => Zone::Headline,
            BlockKind::Standfirst => Zone::Standfirst,
            _ => Zone::Body,
        }
    }
}

/// The words of one block, with the way back to the file.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) kind: BlockKind,
    pub(super) text: String,
    /// From `text` to the file.
    pub(super) map: SourceMap,
    /// Over how many lines of the file it runs.
    pub(super) lines: usize,
    /// Whether no blank line stands between it and the block before.
    pub(super) glued: bool,
    /// Whether all its words are emphasised.
    pub(super) emphasised: bool,
}

impl Passage {
    pub(super) fn new(kind: BlockKind) -> Passage {
        Passage {
            kind,
            text: String::new(),
            map: SourceMap::default(),
            lines: 1,
            glued: false,
            emphasised: false,
        }
    }

    /// Words that stand nowhere in the file.
    pub(super) fn told(kind: BlockKind, words: &str) -> Passage {
        let mut passage = Passage::new(kind);
        passage.insert(0, words.trim());
        passage
    }

    /// Adds the words of the file that stand at `span`.
    pub(super) fn copy(&mut self, file: &str, span: Span) {
        self.map.push(self.text.len(), span.start, span.len());
        self.text.push_str(span.slice(file));
    }

    /// Adds `words` that stand in the file from byte `at` on in another spelling (`&amp;`).
    pub(super) fn insert(&mut self, at: usize, words: &str) {
        self.map.push(self.text.len(), at, 0);
        self.text.push_str(words);
    }

    /// Adds a space for a line break, unless white space stands there already.
    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
