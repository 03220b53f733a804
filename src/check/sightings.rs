//! Where the phrases that rules look for in the whole draft stand: one pass over the text for all rules.

use super::Read;
use crate::claim::Zone;
use crate::compare::Statement;
use crate::document::Document;
use crate::grammar::phrase::{Lookout, Phrases, TextWords, Word};
use crate::pack::Rule;
use crate::text::{Span, Text};
use std::ops::Range;

/// Words of the draft that a rule looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sighting {
    /// The number of their sentence.
    pub(super) sentence: usize,
    /// The number of their paragraph.
    pub(super) paragraph: usize,
    /// Where they stand.
    pub(super) span: Span,
    /// The sentence they stand in.
    pub(super) within: Span,
    /// Headline, standfirst or body.
    pub(super) zone: Zone,
    /// Whether they stand in quotation marks.
    pub(super) quoted: bool,
}

/// Where sentences and quotations stand in a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    sentences: Vec<Span>,
    quotations: Vec<Quoted>,
}

/// The inside of a quotation, and where what follows it begins.
#[derive(Clone, Copy, Debug)]
struct Quoted {
    inner: Span,
    next: usize,
}

impl Layout {
    /// Of a text.
    pub(super) fn of(text: &Text) -> Layout {
        let after = |end: usize| text.tokens().get(end).map_or(usize::MAX, |token| token.span.start);
        let quotations = text.quotations().iter().map(|quotation| Quoted {
            inner: text.span_of(quotation.inner.clone()),
            next: after(quotation.end()),
        });
        let sentences = text.sentences().iter().map(|tokens| text.span_of(tokens.clone()));
        Layout { sentences: sentences.collect(), quotations: quotations.collect() }
    }
}

/// The sightings of all rules.
#[derive(Default)]
pub(super) struct Sightings {
    /// By what is watched for, in the order of the text.
    seen: Vec<Vec<Sighting>>,
    /// Where the watched of each rule begin in `seen`.
    first: Vec<usize>,
}

/// The sightings of one rule.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen<'s> {
    watched: &'s [Vec<Sighting>],
}

impl Sightings {
    /// Looks through a draft for all that `rules` watch for.
    pub(super) fn of(draft: &Document, read: &Read, rules: &[Rule]) -> Sightings {
        let first = rules.iter().scan(0, |next, rule| {
            let own = *next;
            *next += rule.watched.len();
            Some(own)
        });
        let first: Vec<usize> = first.collect();
        let watched: Vec<&Phrases> = rules.iter().flat_map(|rule| &rule.watched).collect();
        let mut seen = vec![Vec::new(); watched.len()];
        let lookout = Lookout::new(watched);
        if !lookout.is_empty() {
            let mut walk = Walk { draft, layout: &read.layout, words: &read.words, block: 0, quotation: 0 };
            for (number, sentence) in read.layout.sentences.iter().enumerate() {
                walk.sentence(number, *sentence, &lookout, &mut seen);
            }
        }
        Sightings { seen, first }
    }

    /// Those of the rule with this number.
    pub(super) fn of_rule(&self, rule: usize, watched: usize) -> Seen<'_> {
        let first = self.first.get(rule).copied().unwrap_or_default();
        Seen { watched: self.seen.get(first..first + watched).unwrap_or_default() }
    }
}

/// The way through a draft, sentence by sentence.
struct Walk<'w> {
    draft: &'w Document,
    layout: &'w Layout,
    words: &'w TextWords,
    /// The block that holds the sentence.
    block: usize,
    /// The first quotation that is not over before it.
    quotation: usize,
}

impl Walk<'_> {
    fn sentence(&mut self, number: usize, within: Span, lookout: &Lookout, seen: &mut [Vec<Sighting>]) {
        let words = self.words.within(within);
        self.step_to(within);
        let zone = self.draft.blocks.get(self.block).map_or(Zone::Body, |block| block.zone());
        lookout.sight(&words, |watched, range| {
            let (Some(span), Some(list)) = (span_of(&words, range), seen.get_mut(watched)) else { return };
            // Several phrases of one list may match the same words.
            if list.last().is_none_or(|last| last.span != span) {
                let quoted = self.is_quoted(span);
                let paragraph = self.block;
                list.push(Sighting { sentence: number, paragraph, span, within, zone, quoted });
            }
        });
    }

    fn step_to(&mut self, span: Span) {
        let blocks = self.draft.blocks.iter().skip(self.block);
        self.block += blocks.take_while(|block| block.span.end <= span.start).count();
        let quotations = self.layout.quotations.iter().skip(self.quotation);
        self.quotation += quotations.take_while(|quotation| quotation.next <= span.start).count();
    }

    fn is_quoted(&self, span: Span) -> bool {
        let mut near = self.layout.quotations.iter().skip(self.quotation).map(|quotation| quotation.inner);
        near.find(|inner| inner.end > span.start).is_some_and(|inner| inner.start <= span.start)
    }
}

fn span_of(words: &[Word], range: Range<usize>) -> Option<Span> {
    let words = words.get(range)?;
    Some(words.first()?.span.cover(words.last()?.span))
}

impl<'s> Seen<'s> {
    /// All sightings of what is watched for under this number.
    pub(super) fn all(&self, watched: usize) -> &'s [Sighting] {
        self.watched.get(watched).map_or(&[], Vec::as_slice)
    }

    /// Whether it stands in the paragraph of a statement.
    pub(super) fn in_paragraph_of(&self, watched: usize, statement: &Statement) -> bool {
        let paragraph = statement.claim.origin.paragraph;
        let all = self.all(watched);
        let at = all.partition_point(|sighting| sighting.paragraph < paragraph);
        all.get(at).is_some_and(|sighting| sighting.paragraph == paragraph)
    }

    /// The sightings at most `near` sentences away.
    pub(super) fn near(&self, watched: usize, sentence: usize, near: usize) -> &'s [Sighting] {
        let all = self.all(watched);
        let from = all.partition_point(|sighting| sighting.sentence + near < sentence);
        let to = all.partition_point(|sighting| sighting.sentence <= sentence + near);
        all.get(from..to).unwrap_or_default()
    }
}
