//! A text as the grammar reads it: every attribution with what it asserts, and the text's own statements.

use super::identity::{Register, derived};
use super::prose::{self, Choosing};
use super::{assertion, date};
use crate::claim::{
    AsWritten, Attribution, Claim, Class, Medium, Origin, QuoteKind, Voice, Wording, WrittenDate, Zone,
};
use crate::document::Document;
use crate::text::{FileId, Span, Text};
use std::ops::Range;

/// Fewer words than this make no statement of the text's own (bylines, credits, crossheads).
const SHORTEST_STATEMENT: usize = 4;

/// The same in a headline, which leaves articles out: "Dam is safe".
const SHORTEST_HEADLINE: usize = 2;

/// What the grammar finds in a document.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Claims in the order of their sentences; those of one sentence in the order of their cues.
    pub claims: Vec<Claim<AsWritten>>,
    /// All date expressions, in the order of the text.
    pub dates: Vec<WrittenDate>,
}

/// Which sentences are read as the text's own statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// None: only what the document attributes to others is read.
    None,
    /// Those in which no attribution has any part, bylines and crossheads left out.
    Unattributed,
    /// Every one that counts for itself: short ones, too, and those whose attribution has no clause for its content ("Lind
    /// sued Voss").
    Every,
}

/// Reads the claims of a document; `text` is its prose read over its blocks.
///
/// `choosing` says how attributions are chosen, `own` which sentences become claims in the text's own voice.
pub fn read(
    document: &Document,
    text: &Text,
    file: FileId,
    medium: Medium,
    choosing: Choosing,
    own: Own,
) -> Reading {
    let dates = date::dates(text);
    let mut maker = Maker { document, text, file, medium, dates: &dates, register: Register::default() };
    let attributions = prose::attributions(document, text, choosing);
    let sourced = attributions.into_iter().map(|attribution| maker.attributed(attribution));
    let mut claims: Vec<(usize, Claim<AsWritten>)> = sourced.collect();
    let taking = claims.iter().map(|(_, claim)| claim);
    let taking = taking.filter(|claim| own != Own::Every || claim.assertion.skeleton.predicate.is_some());
    let sentences = if own == Own::None { Vec::new() } else { own_sentences(text, taking) };
    let shortest = if own == Own::Every { 1 } else { SHORTEST_STATEMENT };
    claims.extend(sentences.into_iter().filter_map(|sentence| maker.narrated(sentence, shortest)));
    claims.sort_by_key(|(sentence, _)| *sentence);
    Reading { claims: claims.into_iter().map(|(_, claim)| claim).collect(), dates }
}

/// The sentences in which none of these claims has any part.
fn own_sentences<'c>(text: &Text, claims: impl Iterator<Item = &'c Claim<AsWritten>>) -> Vec<usize> {
    let mut taken = vec![false; text.sentences().len()];
    let parts = claims.map(|claim| &claim.attribution).flat_map(|attribution| {
        [&attribution.source, &attribution.cue, &attribution.content].into_iter().flatten()
    });
    for span in parts.flat_map(|wording| &wording.spans) {
        let tokens = text.tokens_in(*span);
        let first = text.sentences().partition_point(|sentence| sentence.end <= tokens.start);
        let touched = taken.iter_mut().zip(text.sentences()).skip(first);
        touched.take_while(|(_, sentence)| sentence.start < tokens.end).for_each(|(taken, _)| *taken = true);
    }
    (0..taken.len()).filter(|index| taken.get(*index) == Some(&false)).collect()
}

struct Maker<'m> {
    document: &'m Document,
    text: &'m Text<'m>,
    file: FileId,
    medium: Medium,
    dates: &'m [WrittenDate],
    register: Register,
}

impl Maker<'_> {
    /// The claim of an attribution, with the number of its sentence.
    fn attributed(&mut self, attribution: Attribution) -> (usize, Claim<AsWritten>) {
        let parts = [&attribution.source, &attribution.cue, &attribution.content];
        let spans = || parts.into_iter().flatten().filter_map(Wording::span);
        let whole = spans().reduce(Span::cover).unwrap_or(Span::new(0, 0));
        let core = attribution.cue.as_ref().or(attribution.content.as_ref()).and_then(Wording::span);
        let sentence = self.sentence_of(core.unwrap_or(whole));
        let assertion = assertion::of_attribution(self.text, &attribution);
        let source = attribution.source.as_ref().map_or("", |source| source.text.as_str());
        let content = attribution.content.as_ref().map_or("", |content| content.text.as_str());
        let (inside, outside) = self.dates_of(sentence, whole, attribution.content.as_ref());
        let id = self.register.take(&derived(source, "", &content.to_lowercase()));
        let origin = self.origin(whole, sentence, Voice::Source);
        let claim = Claim::new(id, origin, attribution, assertion);
        (sentence, Claim { said: outside, dates: inside, ..claim })
    }

    /// The text's own statement in a sentence.
    fn narrated(&mut self, sentence: usize, shortest: usize) -> Option<(usize, Claim<AsWritten>)> {
        let range = self.text.sentences().get(sentence)?.clone();
        let words = self.text.tokens().get(range.clone())?.iter().filter(|token| token.is_wordlike()).count();
        let span = self.text.span_of(without_stop(self.text, range.clone()));
        let origin = self.origin(span, sentence, Voice::Narrator);
        let headline = origin.zone == Zone::Headline;
        if words < if headline { shortest.min(SHORTEST_HEADLINE) } else { shortest } {
            return None;
        }
        let content = Wording::of(self.text.prose(), vec![span])?;
        let (dates, _) = self.dates_of(sentence, span, Some(&content));
        let id = self.register.take(&derived("text", "", &content.text.to_lowercase()));
        let attribution = unattributed(self.text, content, range.clone());
        let claim = Claim::new(id, origin, attribution, assertion::of_sentence(self.text, range));
        Some((sentence, Claim { dates, ..claim }))
    }

    fn sentence_of(&self, span: Span) -> usize {
        let token = self.text.tokens_in(span).start;
        let after = self.text.sentences().partition_point(|sentence| sentence.end <= token);
        after.min(self.text.sentences().len().saturating_sub(1))
    }

    fn origin(&self, span: Span, sentence: usize, voice: Voice) -> Origin {
        let blocks = &self.document.blocks;
        let paragraph = blocks.partition_point(|block| block.span.end <= span.start);
        let zone = blocks.get(paragraph).map_or(Zone::Body, |block| block.zone());
        let tokens = self.text.sentences().get(sentence).cloned().unwrap_or_default();
        Origin {
            file: self.file,
            medium: self.medium,
            zone,
            voice,
            span,
            sentence: self.text.span_of(tokens),
            paragraph,
        }
    }

    /// The date expressions of the sentence and of the whole claim: those inside the content, and the others.
    fn dates_of(
        &self,
        sentence: usize,
        whole: Span,
        content: Option<&Wording>,
    ) -> (Vec<WrittenDate>, Vec<WrittenDate>) {
        let tokens = self.text.sentences().get(sentence).cloned().unwrap_or_default();
        let reach = self.text.span_of(tokens).cover(whole);
        let first = self.dates.partition_point(|date| date.span.end <= reach.start);
        let near = self.dates.iter().skip(first).take_while(|date| date.span.start < reach.end);
        let holds = |date: &&WrittenDate| {
            content.is_some_and(|content| content.spans.iter().any(|span| span.contains(date.span)))
        };
        near.cloned().partition(|date| holds(&date))
    }
}

/// A sentence without the stop that closes it.
fn without_stop(text: &Text, sentence: Range<usize>) -> Range<usize> {
    let last = sentence.end.saturating_sub(1);
    let stop = last > sentence.start && matches!(text.word(last), "." | "!" | "?" | ":" | ";");
    if stop { sentence.start..last } else { sentence }
}

/// The attribution of words that the text says itself.
fn unattributed(text: &Text, content: Wording, sentence: Range<usize>) -> Attribution {
    let first = text.quotations().partition_point(|quotation| quotation.open < sentence.start);
    let inside = text.quotations().iter().skip(first).take_while(|quotation| quotation.end() <= sentence.end);
    Attribution {
        source: None,
        cue: None,
        content: Some(content),
        quotes: inside.map(|quotation| text.span_of(quotation.inner.clone())).collect(),
        kind: QuoteKind::Indirect,
        class: Class::Speech,
        lemma: String::new(),
        confidence: 1.0,
        trail: vec!["the text’s own sentence".to_owned()],
        within: None,
    }
}
