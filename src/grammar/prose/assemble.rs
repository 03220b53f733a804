//! From choices in a sentence to attributions of the text.

use super::candidate::{Choice, Complement, Cue, Link, Sentence, Shape, Side};
use crate::claim::{Attribution, Class, QuoteKind, Wording};
use crate::grammar::item::Sort;
use crate::text::{Span, Text};
use std::ops::Range;

/// The attributions of a sentence. Those of cues inside others' contents are kept only where they are strong.
pub fn attributions(text: &Text, sentence: &Sentence, choices: Vec<Choice>) -> Vec<Attribution> {
    let mut kept: Vec<Choice> = Vec::with_capacity(choices.len());
    for choice in choices {
        if let Some(choice) = admit(sentence, &mut kept, choice) {
            kept.push(choice);
        }
    }
    let owners = owners(sentence, &kept);
    let made = kept.iter().enumerate();
    made.filter_map(|(index, choice)| {
        attribution(text, sentence, choice, |at| owners.get(at) == Some(&Some(index)))
    })
    .collect()
}

/// Whether a choice may stand beside those before it, and with what content.
fn admit(sentence: &Sentence, kept: &mut Vec<Choice>, mut choice: Choice) -> Option<Choice> {
    let cue = sentence.cues.get(choice.cue)?;
    choice.content = choice.content.iter().flat_map(|range| without(range, &cue.items)).collect();
    let outer = kept.iter().find(|other| other.content.iter().any(|range| range.contains(&cue.head)));
    if let Some(outer) = outer.and_then(|outer| sentence.cues.get(outer.cue)) {
        let admitted = outer.shape == Shape::According || may_nest(sentence, cue, &choice);
        return admitted.then_some(choice);
    }
    let swallows = |other: &Choice| {
        let head = sentence.cues.get(other.cue).map_or(0, |cue| cue.head);
        choice.content.iter().any(|range| range.contains(&head)) || overlap(&choice.content, &other.content)
    };
    kept.retain(|other| {
        !swallows(other) || {
            let cue = sentence.cues.get(other.cue);
            cue.is_some_and(|cue| may_nest(sentence, cue, other))
                && contained(&other.content, &choice.content)
        }
    });
    Some(choice)
}

fn overlap(one: &[Range<usize>], other: &[Range<usize>]) -> bool {
    one.iter().any(|a| other.iter().any(|b| a.start < b.end && b.start < a.end))
}

fn contained(inner: &[Range<usize>], outer: &[Range<usize>]) -> bool {
    inner.iter().all(|a| outer.iter().any(|b| b.start <= a.start && a.end <= b.end))
}

/// `range` less `hole`.
fn without(range: &Range<usize>, hole: &Range<usize>) -> Vec<Range<usize>> {
    let before = range.start..range.end.min(hole.start);
    let behind = range.start.max(hole.end)..range.end;
    [before, behind].into_iter().filter(|part| part.start < part.end).collect()
}

/// Someone else's words in somebody's words: a speech cue with a clause or a quotation, and a source of its own; or
/// hearsay, which must stay visible.
fn may_nest(_sentence: &Sentence, cue: &Cue, choice: &Choice) -> bool {
    let clause = matches!(cue.complement, Complement::That | Complement::Quote);
    let own = choice.source.as_ref().is_some_and(|source| source.link != Link::Before);
    cue.class == Class::Speech && cue.grade >= NESTED && clause && own && choice.side == Side::Right
        || matches!(cue.shape, Shape::According | Shape::Adverb)
}

/// The least grade of a cue inside another's content.
const NESTED: f32 = 0.7;

/// For each item, the innermost choice whose content it is, if it is a quotation.
fn owners(sentence: &Sentence, kept: &[Choice]) -> Vec<Option<usize>> {
    let size = |choice: &Choice| choice.content.iter().map(ExactSizeIterator::len).sum::<usize>();
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(kept.get(*index).map_or(0, size)));
    let mut owners = vec![None; sentence.items.len()];
    for index in order {
        for range in kept.get(index).into_iter().flat_map(|choice| &choice.content) {
            owners.get_mut(range.clone()).unwrap_or_default().fill(Some(index));
        }
    }
    owners
}

fn attribution(
    text: &Text,
    sentence: &Sentence,
    choice: &Choice,
    owns: impl Fn(usize) -> bool,
) -> Option<Attribution> {
    let cue = sentence.cues.get(choice.cue)?;
    let wording = |ranges: &[Range<usize>]| {
        let spans = ranges.iter().filter_map(|range| span(text, sentence, range)).collect();
        Wording::of(text.prose(), spans)
    };
    let items = choice.content.iter().cloned().flatten();
    let quotes = items.clone().filter(|at| owns(*at)).filter_map(|at| quote(text, sentence, at)).collect();
    Some(Attribution {
        source: choice.source.as_ref().and_then(|source| wording(std::slice::from_ref(&source.items))),
        cue: wording(std::slice::from_ref(&cue.items)),
        content: wording(&choice.content),
        quotes,
        kind: kind(sentence, items),
        class: cue.class,
        lemma: cue.lemma.clone(),
        confidence: choice.confidence,
        trail: choice.trail.clone(),
        within: None,
    })
}

fn span(text: &Text, sentence: &Sentence, range: &Range<usize>) -> Option<Span> {
    let items = sentence.items.get(range.clone())?;
    Some(text.span_of(items.first()?.tokens.start..items.last()?.tokens.end))
}

/// The inside of the quotation that an item is.
fn quote(text: &Text, sentence: &Sentence, at: usize) -> Option<Span> {
    let Sort::Quotation(index) = sentence.item(at)?.sort else { return None };
    let inner = text.quotations().get(index)?.inner.clone();
    Some(text.span_of(inner)).filter(|span| !span.is_empty())
}

fn kind(sentence: &Sentence, items: impl Iterator<Item = usize>) -> QuoteKind {
    let (mut quoted, mut bare) = (false, false);
    for item in items.filter_map(|at| sentence.item(at)) {
        quoted |= item.is_quotation();
        bare |= item.is_word();
    }
    match (quoted, bare) {
        (true, false) => QuoteKind::Direct,
        (true, true) => QuoteKind::Mixed,
        (false, _) => QuoteKind::Indirect,
    }
}

/// Attributions looked at around one for that in whose content it stands.
const NEIGHBOURS: usize = 12;

/// Puts the attributions in order and says which stands within which.
pub fn nest(found: &mut [Attribution]) {
    found.sort_by_key(|attribution| place(attribution));
    let spans: Vec<(Option<Span>, Vec<Span>)> = found
        .iter()
        .map(|attribution| {
            let content =
                attribution.content.as_ref().map(|wording| wording.spans.clone()).unwrap_or_default();
            (attribution.cue.as_ref().and_then(Wording::span), content)
        })
        .collect();
    for (index, attribution) in found.iter_mut().enumerate() {
        let Some((Some(cue), _)) = spans.get(index) else { continue };
        let near = index.saturating_sub(NEIGHBOURS)..(index + NEIGHBOURS).min(spans.len());
        let holds = |other: &usize| {
            *other != index
                && spans
                    .get(*other)
                    .is_some_and(|(_, content)| content.iter().any(|span| span.contains(*cue)))
        };
        let size = |other: &usize| {
            spans.get(*other).map_or(0, |(_, content)| content.iter().map(|span| span.len()).sum())
        };
        attribution.within = near.filter(holds).min_by_key(size);
    }
}

fn place(attribution: &Attribution) -> usize {
    let part = attribution.cue.as_ref().or(attribution.content.as_ref());
    part.and_then(Wording::span).map_or(0, |span| span.start)
}
