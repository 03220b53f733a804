//! Quotations that go on after their attribution: in the next sentence, in the next paragraph.

use super::signature::{Signature, signature};
use crate::claim::{Attribution, Class, QuoteKind, Wording};
use crate::document::BlockKind;
use crate::grammar::cue::{self, Frame};
use crate::grammar::item::{Item, Sort};
use crate::grammar::quote::Period;
use crate::text::{Family, Quotation, Span, Text};
use std::ops::Range;

/// Reads paragraph after paragraph and remembers who has the floor.
pub struct Floor<'t, 'p> {
    text: &'t Text<'p>,
    found: Vec<Attribution>,
    /// The attribution whose words a quotation without a cue goes on with.
    speaking: Option<usize>,
    /// Whether that attribution was made, or gone on with, in the paragraph being read.
    here: bool,
    /// Whether the last quotation had no closing mark, so that the next paragraph goes on with it.
    open: bool,
    /// The period before, if it was nothing but quotations: a signature may follow.
    unsigned: Option<Unsigned>,
}

/// Quotations that the next period may say who they are by.
struct Unsigned {
    span: Span,
    quotes: Vec<Span>,
    /// The attribution they were taken for.
    taken_for: Option<usize>,
}

impl<'t, 'p> Floor<'t, 'p> {
    /// Nobody has the floor.
    pub fn new(text: &'t Text<'p>) -> Floor<'t, 'p> {
        Floor { text, found: Vec::new(), speaking: None, here: false, open: false, unsigned: None }
    }

    /// What was found.
    pub fn done(self) -> Vec<Attribution> {
        let mut found = self.found;
        found.retain(|attribution| attribution.content.is_some());
        found
    }

    /// Reads a paragraph.
    pub fn paragraph(
        &mut self,
        kind: BlockKind,
        periods: Vec<Period<'p>>,
        mut read: impl FnMut(Period<'p>) -> Vec<Attribution>,
    ) {
        self.here = false;
        let quoted = kind == BlockKind::Quote;
        let begins = periods.first().and_then(|period| period.items.first()).map(|item| item.tokens.start);
        for mut period in periods {
            let bullet = kind == BlockKind::Item && self.unsigned.is_some();
            if let Some(signature) = signature(self.text, &mut period, bullet)
                && self.sign(&period, &signature, begins.filter(|_| quoted || signature.account))
            {
                continue;
            }
            self.unsigned = quotations(self.text, &period).map(|span| self.unsigned(&period, span));
            if let Some(span) = self.unsigned.as_ref().map(|it| it.span).filter(|_| self.speaking.is_some()) {
                self.go_on(&period, span);
                continue;
            }
            if quoted && self.awaited() {
                let span = whole(self.text, &period);
                self.fill(span, Vec::new());
                continue;
            }
            self.open = is_open(self.text, &period);
            let begun = begun(self.text, &period).filter(|_| self.here);
            let read = read(period);
            match begun.filter(|_| read.is_empty()) {
                Some((span, quotes)) => self.fill(span, quotes),
                None => self.hear(read),
            }
        }
        if !self.here {
            self.speaking = None;
        }
    }

    /// Whether the one who has the floor has said nothing yet: "He wrote:".
    fn awaited(&self) -> bool {
        self.speaking
            .and_then(|index| self.found.get(index))
            .is_some_and(|attribution| attribution.content.is_none() || attribution.quotes.is_empty())
    }

    /// Takes in what a period said; its last speaker has the floor.
    fn hear(&mut self, read: Vec<Attribution>) {
        let from = self.found.len();
        self.found.extend(read);
        let speaks = |attribution: &&Attribution| attribution.class == Class::Speech;
        let quotes = |it: &&Attribution| speaks(it) && takes_quotations(&it.lemma) && it.source.is_some();
        let prose = self.text.prose();
        let utters = |it: &&Attribution| it.quotes.iter().any(|quote| is_utterance(quote.slice(prose)));
        let quoted = |it: &&Attribution| quotes(it) && (utters(it) || it.content.is_none());
        let made = self.found.get(from..).unwrap_or_default();
        let last = |is: &dyn Fn(&&Attribution) -> bool| made.iter().rposition(|it| is(&it));
        let last = last(&quoted).or_else(|| last(&quotes)).or_else(|| last(&speaks));
        self.speaking = last.map(|at| from + at);
        self.here |= last.is_some();
    }

    /// A period that is nothing but quotations.
    fn go_on(&mut self, period: &Period, span: Span) {
        let quotes = inner_spans(self.text, period, span);
        let waiting =
            self.speaking.and_then(|index| self.found.get(index)).is_some_and(|a| a.content.is_none());
        let open = self.open;
        self.open = is_open(self.text, period);
        if self.here || waiting || open {
            self.fill(span, quotes);
        } else if self.is_heading(period) {
            self.speaking = None;
            return;
        } else {
            self.begin(span, quotes);
        }
        self.here = true;
        if let Some(unsigned) = &mut self.unsigned {
            unsigned.taken_for = self.speaking;
        }
    }

    /// ‘A fine place’ between paragraphs that quote in “double marks”: a headline, whose words it may be.
    fn is_heading(&self, period: &Period) -> bool {
        let quotations = self.text.quotations();
        let single = |item: &Item| match item.sort {
            Sort::Quotation(index) => quotations.get(index).is_some_and(|it| it.family == Family::Single),
            _ => true,
        };
        let before = self.speaking.and_then(|index| self.found.get(index)?.quotes.last());
        let last = before.and_then(|quote| {
            let starts = |quotation: &Quotation| self.text.span_of(quotation.inner.clone()).start;
            quotations.get(quotations.partition_point(|quotation| starts(quotation) < quote.start))
        });
        last.is_some_and(|quotation| quotation.family != Family::Single) && period.items.iter().all(single)
    }

    fn unsigned(&self, period: &Period, span: Span) -> Unsigned {
        Unsigned { span, quotes: inner_spans(self.text, period, span), taken_for: None }
    }

    /// Gives the quotations before a signature to who signs them; whether there are any.
    ///
    /// `from` is the first token of what is signed where it needs no quotation marks.
    fn sign(&mut self, period: &Period, signature: &Signature, from: Option<usize>) -> bool {
        let before = period.items.get(..signature.dash.start).unwrap_or_default();
        let dash = period.items.get(signature.dash.start).map_or(0, |item| item.tokens.start);
        let (span, quotes) = match (from, before, self.unsigned.take()) {
            (Some(from), ..) if from < dash => (self.text.span_of(from..dash), Vec::new()),
            (_, [], Some(unsigned)) => self.take_back(unsigned),
            (_, [], None) => return false,
            (_, [first, ..], _) => {
                let span = self.text.span_of(first.tokens.start..dash);
                (span, inner_spans(self.text, period, span))
            }
        };
        let signed = self.signed(period, signature, span, quotes);
        self.speaking = None;
        self.found.extend(signed);
        true
    }

    /// Takes quotations from whoever they were taken for.
    fn take_back(&mut self, unsigned: Unsigned) -> (Span, Vec<Span>) {
        let Unsigned { span, quotes, taken_for } = unsigned;
        if let Some(attribution) = taken_for.and_then(|index| self.found.get_mut(index)) {
            attribution.quotes.retain(|quote| !quotes.contains(quote));
            let spans = attribution.content.take().map(|wording| wording.spans).unwrap_or_default();
            let others = spans.into_iter().filter(|other| *other != span).collect();
            attribution.content = Wording::of(self.text.prose(), others);
        }
        (span, quotes)
    }

    fn signed(
        &self,
        period: &Period,
        signature: &Signature,
        span: Span,
        quotes: Vec<Span>,
    ) -> Option<Attribution> {
        let words = |items: Range<usize>| {
            let items = period.items.get(items)?;
            let span = self.text.span_of(items.first()?.tokens.start..items.last()?.tokens.end);
            Wording::of(self.text.prose(), vec![span])
        };
        Some(Attribution {
            source: Some(words(signature.source.clone())?),
            cue: words(signature.dash.clone()),
            content: Some(Wording::of(self.text.prose(), vec![span])?),
            quotes,
            kind: QuoteKind::Direct,
            class: Class::Speech,
            lemma: String::new(),
            confidence: SIGNED,
            trail: vec!["signed behind a dash".to_owned()],
            within: None,
        })
    }

    /// Adds to the content of the one who has the floor.
    fn fill(&mut self, span: Span, quotes: Vec<Span>) {
        let prose = self.text.prose();
        let Some(attribution) = self.speaking.and_then(|index| self.found.get_mut(index)) else { return };
        let mut spans = attribution.content.take().map(|wording| wording.spans).unwrap_or_default();
        if spans.is_empty() {
            attribution.kind = if quotes.is_empty() { QuoteKind::Indirect } else { QuoteKind::Direct };
        } else if attribution.kind == QuoteKind::Indirect && !quotes.is_empty() {
            attribution.kind = QuoteKind::Mixed;
        }
        spans.push(span);
        attribution.content = Wording::of(prose, spans);
        attribution.quotes.extend(quotes);
        attribution.trail.push("the quotation goes on".to_owned());
        self.here = true;
    }

    /// A quotation that begins a paragraph on the same speaker's floor is an attribution without a cue.
    fn begin(&mut self, span: Span, quotes: Vec<Span>) {
        let Some(before) = self.speaking.and_then(|index| self.found.get(index)) else { return };
        let continued = Attribution {
            source: before.source.clone(),
            cue: None,
            content: Wording::of(self.text.prose(), vec![span]),
            quotes,
            kind: QuoteKind::Direct,
            class: Class::Speech,
            lemma: String::new(),
            confidence: before.confidence.min(CONTINUED),
            trail: vec!["a quotation without a cue; the speaker before has the floor".to_owned()],
            within: None,
        };
        self.speaking = Some(self.found.len());
        self.found.push(continued);
    }
}

/// Whether a quotation is more than a borrowed expression: a “misunderstanding” does not take the floor.
fn is_utterance(quoted: &str) -> bool {
    quoted.split_whitespace().nth(UTTERANCE - 1).is_some()
}

/// Words of the shortest quotation that takes the floor.
const UTTERANCE: usize = 3;

fn takes_quotations(lemma: &str) -> bool {
    let base = lemma.split(' ').next().unwrap_or(lemma);
    cue::verbs(base).iter().any(|entry| *entry.lemma == *lemma && entry.frames.has(Frame::Quote))
}

/// Confidence in a signature.
const SIGNED: f32 = 0.8;

/// Confidence in the speaker of a paragraph that names none.
const CONTINUED: f32 = 0.6;

/// Whether the period ends with a quotation that is not closed.
fn is_open(text: &Text, period: &Period) -> bool {
    let last = period.items.last().map(|item| item.sort);
    let Some(Sort::Quotation(index)) = last else { return false };
    text.quotations().get(index).is_some_and(|quotation| quotation.close.is_none())
}

/// Tokens of the shortest quotation that can be a sentence of its own.
const SENTENCE: usize = 3;

/// The span of a period that is nothing but quotations and signs.
fn quotations(text: &Text, period: &Period) -> Option<Span> {
    let only = period.items.iter().all(|item| !item.is_word());
    let mut quotations =
        period.items.iter().filter(|item| item.is_quotation() && item.tokens.len() >= SENTENCE);
    let first = quotations.next()?;
    let last = quotations.next_back().unwrap_or(first);
    only.then(|| text.span_of(first.tokens.start..last.tokens.end))
}

/// The span and the quotations of a period that a quotation begins and other words end.
fn begun(text: &Text, period: &Period) -> Option<(Span, Vec<Span>)> {
    period.items.first().filter(|item| item.is_quotation() && item.tokens.len() >= BEGUN)?;
    let span = whole(text, period);
    Some((span, inner_spans(text, period, span)))
}

/// Tokens of the shortest quotation that goes on with the one before although its sentence ends otherwise.
const BEGUN: usize = 7;

fn whole(text: &Text, period: &Period) -> Span {
    let (first, last) = (period.items.first(), period.items.last());
    let tokens = first.map_or(0, |item| item.tokens.start)..last.map_or(0, |item| item.tokens.end);
    text.span_of(tokens)
}

/// The insides of the quotations in `whole`.
fn inner_spans(text: &Text, period: &Period, whole: Span) -> Vec<Span> {
    let inner = |sort: Sort| match sort {
        Sort::Quotation(index) => {
            text.quotations().get(index).map(|quotation| text.span_of(quotation.inner.clone()))
        }
        _ => None,
    };
    period
        .items
        .iter()
        .filter_map(|item| inner(item.sort))
        .filter(|span| !span.is_empty() && whole.contains(*span))
        .collect()
}
