//! Files as documents: Markdown, plain text and front matter become prose with a place in the file.

use crate::claim::Zone;
use crate::text::{Fault, Source, SourceMap, Span};
use chrono::NaiveDate;

/// What kind of text a document is (front matter `kind`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// An article before publication.
    #[default]
    Draft,
    /// Speakers' own words, in turns.
    Transcript,
    /// A published article.
    Article,
}

/// What the front matter and the head of a document say about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Headline.
    pub title: Option<String>,
    /// Day of publication: front matter, else dateline.
    pub date: Option<NaiveDate>,
    /// Publisher.
    pub outlet: Option<String>,
    /// Byline.
    pub author: Option<String>,
    /// Draft, transcript or article.
    pub kind: DocumentKind,
}

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
    /// An item of a list.
    Item,
    /// A block quotation.
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

/// A document: its prose, and the way back to the file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub source: Source,
    /// The text to read: the file less markup and front matter.
    pub prose: String,
    /// From prose to file.
    pub map: SourceMap,
    /// The blocks of the prose, ascending, not overlapping.
    pub blocks: Vec<Block>,
    /// Title, date, outlet, author, kind.
    pub meta: Meta,
    /// The day and place before the first sentence ("KYIV, Jan. 29 —"), in prose; empty where there is none.
    pub dateline: Span,
    /// What was wrong and read all the same.
    pub faults: Vec<Fault>,
}
