//! From choices in a sentence to attributions of the text.

use super::candidate::{Choice, Complement, Cue, Link, Sentence, Shape, Side, Source};
use super::contents::relative_before;
use crate::claim::{Attribution, Class, QuoteKind, Wording};
use crate::grammar::item::Sort;
use crate::grammar::tag::Tag;
use crate::text::{Span, Text};
use std::ops::Range;

/// The attributions of a sentence: the surest first, and none that stands in the way of a surer one.
pub fn attributions(text: &Text, sentence: &Sentence, mut choices: Vec<Choice>) -> Vec<Attribution> {
    for choice in &mut choices {
        let Some(cue) = sentence.cues.get(choice.cue) else { continue };
        choice.content = choice.content.iter().flat_map(|range| without(range, &cue.items)).collect();
        if let Some(source) = choice.source.as_ref().filter(|_| choice.side == Side::Around) {
            choice.content = choice.content.iter().flat_map(|range| without(range, &source.items)).collect();
        }
    }
    choices.retain(|choice| !is_about_relative(sentence, choice));
    choices.sort_by(|one, other| other.confidence.total_cmp(&one.confidence).then(one.cue.cmp(&other.cue)));
    let mut kept: Vec<Choice> = Vec::with_capacity(choices.len());
    for choice in choices {
        if kept.iter().all(|other| go_together(sentence, other, &choice)) {
            kept.push(choice);
        }
    }
    kept.sort_by_key(|choice| choice.cue);
    let owners = owners(sentence, &kept);
    let made = kept.iter().enumerate();
    made.filter_map(|(index, choice)| {
        attribution(text, sentence, choice, |at| owners.get(at) == Some(&Some(index)))
    })
    .collect()
}

/// "who appeared to hesitate": without its antecedent the content says nothing.
fn is_about_relative(sentence: &Sentence, choice: &Choice) -> bool {
    let first = choice.content.first().filter(|range| range.len() == 1 && choice.side == Side::Around);
    let item = first.and_then(|range| sentence.item(range.start));
    let raised = sentence
        .cues
        .get(choice.cue)
        .is_some_and(|cue| relative_before(sentence, cue, choice.source.as_ref()).is_none());
    raised && item.is_some_and(|item| matches!(item.tag, Tag::WP | Tag::WDT | Tag::IN) && !item.is("what"))
}

/// Whether two choices can both stand: side by side, or one within the other's content.
fn go_together(sentence: &Sentence, one: &Choice, other: &Choice) -> bool {
    match (holds(sentence, one, other), holds(sentence, other, one)) {
        (true, true) => false,
        (true, false) => may_nest(sentence, one, other),
        (false, true) => may_nest(sentence, other, one),
        (false, false) => !overlap(own_content(sentence, one), own_content(sentence, other)),
    }
}

/// Content without what a relative clause is about: "Voters liked the plan, which Voss called “bold”" says one thing of it
/// and another.
fn own_content<'c>(sentence: &Sentence, choice: &'c Choice) -> &'c [Range<usize>] {
    let relative = |cue: &Cue| relative_before(sentence, cue, choice.source.as_ref()).is_some();
    match choice.content.as_slice() {
        [_, own @ ..] if !own.is_empty() && sentence.cues.get(choice.cue).is_some_and(relative) => own,
        all => all,
    }
}

/// Whether the cue of `inner` stands in the content of `outer`.
fn holds(sentence: &Sentence, outer: &Choice, inner: &Choice) -> bool {
    let head = sentence.cues.get(inner.cue).map(|cue| cue.head);
    head.is_some_and(|head| outer.content.iter().any(|range| range.contains(&head)))
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
fn may_nest(sentence: &Sentence, outer: &Choice, inner: &Choice) -> bool {
    let (Some(over), Some(cue)) = (sentence.cues.get(outer.cue), sentence.cues.get(inner.cue)) else {
        return false;
    };
    // "Lind said the dam was safe, the Gazette reported": all that stands before a tag is told by whoever it names.
    let tagged = outer.side == Side::Left;
    let clause = tagged && cue.complement == Complement::Clause
        || matches!(cue.complement, Complement::That | Complement::Quote);
    let own = inner.source.as_ref().is_some_and(|source| source.link != Link::Before);
    let sure = tagged || cue.grade >= NESTED;
    let speaks = cue.class == Class::Speech && sure && clause && own && inner.side == Side::Right;
    let hearsay =
        [over.shape, cue.shape].iter().any(|shape| matches!(shape, Shape::According | Shape::Adverb));
    (speaks || hearsay) && contained(&inner.content, &outer.content)
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
    let source = choice.source.as_ref().map(|source| source.items.clone());
    let cue_items = with_own_verb(cue, choice.source.as_ref());
    let items = choice.content.iter().cloned().flatten();
    let quotes = items.clone().filter(|at| owns(*at)).filter_map(|at| quote(text, sentence, at)).collect();
    Some(Attribution {
        source: source.as_ref().and_then(|source| wording(std::slice::from_ref(source))),
        cue: wording(std::slice::from_ref(&cue_items)),
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

/// `own_verb = verb { determiner | adjective }`, "Lind | has no doubt", "Lind | made a call for": the verb before a noun of saying belongs to the cue.
fn with_own_verb(cue: &Cue, source: Option<&Source>) -> Range<usize> {
    let subject = source.filter(|source| cue.shape == Shape::Noun && source.link == Link::Subject);
    subject.map_or(cue.items.start, |source| source.items.end)..cue.items.end
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
    found.sort_by_key(place);
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
