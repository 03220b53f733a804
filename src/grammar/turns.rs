//! The turns of a transcript as claims: whoever has the floor says it, in these words.

use super::assertion;
use super::identity::{Register, derived};
use crate::claim::{
    AsWritten, Assertion, Attribution, Claim, Class, Medium, Origin, QuoteKind, Voice, Wording, Zone,
};
use crate::document::{Document, Turn};
use crate::text::{FileId, Span, Text};

/// The claims of a transcript; `text` is its prose read over its blocks.
///
/// Each turn gives one claim that holds all its words, for quotations to be held against, and one claim a sentence,
/// for assertions to be held against.
pub fn turns(document: &Document, text: &Text, file: FileId) -> Vec<Claim<AsWritten>> {
    let mut maker = Maker { text, file, register: Register::default() };
    crate::document::turns(document).iter().flat_map(|turn| maker.claims(turn)).collect()
}

struct Maker<'m> {
    text: &'m Text<'m>,
    file: FileId,
    register: Register,
}

impl Maker<'_> {
    fn claims(&mut self, turn: &Turn) -> Vec<Claim<AsWritten>> {
        let whole = self.claim(turn, turn.words.clone(), turn.words.clone(), Assertion::default());
        let sentences = self
            .sentences(turn)
            .into_iter()
            .filter_map(|(span, assertion)| self.claim(turn, vec![span], Vec::new(), assertion));
        let sentences: Vec<_> = sentences.collect();
        whole.into_iter().chain(sentences).collect()
    }

    /// The sentences of a turn, each with what it asserts.
    fn sentences(&self, turn: &Turn) -> Vec<(Span, Assertion)> {
        let ranges = turn.words.iter().flat_map(|words| {
            let tokens = self.text.tokens_in(*words);
            let first = self.text.sentences().partition_point(|sentence| sentence.end <= tokens.start);
            let within = self.text.sentences().iter().skip(first);
            within
                .take_while(move |sentence| sentence.start < tokens.end)
                .map(move |sentence| sentence.start.max(tokens.start)..sentence.end.min(tokens.end))
        });
        ranges
            .map(|range| (self.text.span_of(range.clone()), assertion::of_sentence(self.text, range)))
            .collect()
    }

    fn claim(
        &mut self,
        turn: &Turn,
        words: Vec<Span>,
        quotes: Vec<Span>,
        assertion: Assertion,
    ) -> Option<Claim<AsWritten>> {
        let content = Wording::of(self.text.prose(), words)?;
        let name = turn.speaker.map_or("", |label| label.slice(self.text.prose()));
        let span = content.span()?;
        let id = self.register.take(&derived(name, "", &content.text.to_lowercase()));
        let attribution = Attribution {
            source: Wording::of(self.text.prose(), turn.speaker.into_iter().collect()),
            cue: None,
            content: Some(content),
            quotes,
            kind: QuoteKind::Direct,
            class: Class::Speech,
            lemma: String::new(),
            confidence: 1.0,
            trail: vec!["a turn of the transcript".to_owned()],
            within: None,
        };
        Some(Claim::new(id, self.origin(turn, span), attribution, assertion))
    }

    fn origin(&self, turn: &Turn, span: Span) -> Origin {
        Origin {
            file: self.file,
            medium: Medium::Transcript,
            zone: Zone::Body,
            voice: Voice::Source,
            span,
            sentence: span,
            paragraph: turn.paragraph,
        }
    }
}
