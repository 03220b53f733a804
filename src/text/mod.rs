//! Text as the machine sees it: spans, places, tokens, sentences, quotation marks.
//!
//! The lowest room. It knows letters and punctuation, nothing of attribution. All spans in
//! sayso are byte ranges of one *prose* string; [`SourceMap`] leads from there back to the file,
//! and [`Source`] from a byte of the file to the line and column that a person looks for.

mod abbreviation;
mod fault;
pub mod form;
mod map;
mod mark;
mod meant;
mod quotation;
mod sentence;
mod source;
mod span;
mod token;
mod visible;

pub use fault::Fault;
pub use map::SourceMap;
pub use mark::Family;
pub use meant::{did_you_mean, meant};
pub use quotation::Quotation;
pub use source::{Before, FileId, Place, Repair, Source};
pub use span::Span;
pub use token::{Case, Kind, Token};
pub use visible::{push_sign, steers, visible, visible_but};

use std::ops::Range;

/// A prose string cut into tokens, sentences, paragraphs and quotations.
///
/// Every index in here is a token index unless its name says otherwise.
#[derive(Debug, Clone)]
pub struct Text<'p> {
    prose: &'p str,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    paragraphs: Vec<Range<usize>>,
    quotations: Vec<Quotation>,
}

impl<'p> Text<'p> {
    /// Reads `prose`, whose paragraphs are `blocks` (byte spans in ascending order, not overlapping).
    ///
    /// Blocks that do not lie on character boundaries inside `prose` are passed over.
    pub fn read(prose: &'p str, blocks: &[Span]) -> Text<'p> {
        let mut text = Text {
            prose,
            tokens: Vec::with_capacity(blocks.iter().map(|block| block.len()).sum::<usize>() / 5),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
            quotations: Vec::new(),
        };
        for block in blocks {
            text.read_paragraph(*block);
        }
        text
    }

    /// Reads a single paragraph: the whole of `prose`.
    pub fn of_paragraph(prose: &'p str) -> Text<'p> {
        Text::read(prose, &[Span::new(0, prose.len())])
    }

    fn read_paragraph(&mut self, block: Span) {
        let first = self.tokens.len();
        token::tokenize(self.prose, block, &mut self.tokens);
        if self.tokens.len() == first {
            return;
        }
        sentence::close_sentences(self.prose, &mut self.tokens, first, &mut self.sentences);
        let end = Span::new(block.end, block.end);
        self.tokens.push(Token::mark(end, Kind::ParagraphEnd));
        let paragraph = first..self.tokens.len();
        quotation::pair_marks(self.prose, &self.tokens, paragraph.clone(), &mut self.quotations);
        self.paragraphs.push(paragraph);
    }

    /// The string that was read.
    pub fn prose(&self) -> &'p str {
        self.prose
    }

    /// All tokens, with a [`Kind::SentenceEnd`] after each sentence and a [`Kind::ParagraphEnd`] after each paragraph.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Token ranges of the sentences, their `SentenceEnd` excluded.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// Token ranges of the paragraphs, their `ParagraphEnd` included.
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }

    /// The quotations, outermost only, in the order of the text.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The words of a span as they stand in the prose; empty where the span is not inside it.
    pub fn slice(&self, span: Span) -> &'p str {
        span.slice(self.prose)
    }

    /// The words of a token; empty for sentence and paragraph ends and past the last token.
    pub fn word(&self, index: usize) -> &'p str {
        self.tokens.get(index).map_or("", |token| token.span.slice(self.prose))
    }

    /// The span from the first to the last token of a range; empty at the range's start where it holds none.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let tokens = self.tokens.get(range.clone()).unwrap_or_default();
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => {
                let at = self.tokens.get(range.start).map_or(self.prose.len(), |token| token.span.start);
                Span::new(at, at)
            }
        }
    }

    /// The range of the tokens that lie wholly or partly in a byte span, zero-width tokens left out at both ends.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|token| token.span.end <= span.start);
        let to = self.tokens.partition_point(|token| token.span.start < span.end);
        from..to.max(from)
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_at(&self, token: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.end <= token);
        self.sentences.get(index).filter(|sentence| sentence.contains(&token)).map(|_| index)
    }

    /// The index of the paragraph that holds a token.
    pub fn paragraph_at(&self, token: usize) -> Option<usize> {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.end <= token);
        self.paragraphs.get(index).map(|_| index)
    }

    /// The quotation whose marks or inside hold a token.
    pub fn quotation_at(&self, token: usize) -> Option<&Quotation> {
        let index = self.quotations.partition_point(|quotation| quotation.end() <= token);
        self.quotations.get(index).filter(|quotation| quotation.open <= token)
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
