//! Clues to where content stands, begins and ends.

use super::candidate::{Boundary, Cue, Edge, Sentence, Shape, Side, Source};
use super::clue::{And, Clues, Count, Tenths, clue};
use super::clues_cue::fits;
use super::complement::is_finite;
use super::contents::{self, is_pause};
use super::place::Place;
use crate::grammar::cue::Frame;
use crate::grammar::tag::Tag;
use std::ops::Range;

/// What is known before the content is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Known<'c> {
    /// The cue.
    pub cue: &'c Cue,
    /// Its source.
    pub source: Option<&'c Source>,
}

impl Known<'_> {
    fn block(&self, sentence: &Sentence) -> Range<usize> {
        contents::block(sentence, self.cue, self.source)
    }
}

/// Adds what speaks for and against a side.
pub fn side(clues: &mut impl Clues, place: &Place, known: Known, side: Side) {
    let (cue, block) = (known.cue, known.block(place.sentence));
    let end = contents::left_end(place.sentence, &block);
    let quoted =
        |at: Option<usize>| at.and_then(|at| place.sentence.item(at)).is_some_and(|item| item.is_quotation());
    let (left, right) = (quoted(end.checked_sub(1)), quoted(Some(cue.opens.max(block.end))));
    let paused = place.sentence.before(block.start).is_some_and(is_pause);
    let form = And(cue.shape, cue.complement);
    clue!(clues, "form", side, form);
    clue!(clues, "lemma", side, place.lemma(cue));
    clue!(clues, "quoted", And(side, left), And(right, form));
    let closed = |at: Option<usize>| {
        at.and_then(|at| place.sentence.item(at))
            .map_or(0, |item| if item.closed { item.tokens.len() } else { 0 })
    };
    let (before, behind) = (closed(end.checked_sub(1)), closed(Some(cue.opens.max(block.end))));
    clue!(clues, "closed", And(side, Count(before)), Count(behind));
    clue!(clues, "closed form", And(side, before > 0), form);
    clue!(clues, "paused", And(side, paused), And(left, form));
    clue!(clues, "left", And(side, Count(end)), form);
    clue!(clues, "after", side, place.word(block.end));
    clue!(clues, "tag-after", And(side, place.tag(block.end)), cue.shape);
    clue!(clues, "before", side, place.word_before(block.start));
    let last = block.end >= place.len() || place.sentence.item(block.end).is_some_and(|item| item.is("."));
    clue!(clues, "last", And(side, last), form);
    clue!(clues, "rest", And(side, Count(place.len().saturating_sub(block.end))), form);
    let link = known.source.map(|source| source.link);
    if let Some(link) = link {
        clue!(clues, "link", And(side, link), form);
    }
    clue!(clues, "finite-left", And(side, place.finite(0..end) > 0), form);
    clue!(clues, "finite-right", And(side, place.finite(block.end..place.len()) > 0), form);
    clue!(
        clues,
        "frames",
        And(side, cue.frames.has(Frame::Quote)),
        And(cue.frames.has(Frame::Clause), cue.complement)
    );
    clue!(clues, "fits", And(side, fits(cue)), form);
    clue!(clues, "grade", And(side, Tenths(cue.grade)), cue.complement);
}

/// Adds what speaks for content behind the cue to begin at `all[index]`.
pub fn start(clues: &mut impl Clues, place: &Place, known: Known, all: &[Boundary], index: usize) {
    let Some(boundary) = all.get(index) else { return };
    let (cue, at, edge) = (known.cue, boundary.at, boundary.edge);
    let opens = at == cue.opens;
    let form = And(cue.shape, cue.complement);
    clue!(clues, "edge", edge, form);
    clue!(clues, "opens", opens, form);
    clue!(clues, "opens edge", opens, And(edge, cue.complement));
    clue!(clues, "index", Count(index), form);
    clue!(clues, "distance", Count(at - cue.items.end.min(at)), And(edge, cue.complement));
    clue!(clues, "word", place.word(at), cue.shape);
    clue!(clues, "word complement", place.word(at), cue.complement);
    clue!(clues, "word index", place.word(at), Count(index));
    clue!(clues, "tag", place.tag(at), cue.complement);
    clue!(clues, "before", place.word_before(at), cue.complement);
    clue!(clues, "tag-before", place.tag_before(at), And(place.tag(at), opens));
    clue!(clues, "lemma", place.lemma(cue), And(opens, edge));
    let skipped = place.sentence.items.get(cue.items.end..at).unwrap_or_default();
    clue!(clues, "skips-that", skipped.iter().any(|item| item.is("that")), edge);
    clue!(clues, "skips-quotation", place.quotations(cue.items.end..at) > 0, edge);
    clue!(clues, "skips-finite", place.finite(cue.items.end..at) > 0, edge);
    clue!(clues, "before-opens", at < cue.opens, form);
    let later = all.iter().skip(index + 1).any(|later| matches!(later.edge, Edge::Quotation));
    clue!(clues, "quotation-later", later, And(edge, cue.complement));
    let clause = all.iter().skip(index + 1).any(|later| matches!(later.edge, Edge::That));
    clue!(clues, "that-later", clause, And(edge, cue.complement));
    let link = known.source.map(|source| source.link);
    if let Some(link) = link {
        clue!(clues, "link", link, And(edge, opens));
    }
}

/// Adds what speaks for content that begins at `start` to end at `all[index]`.
pub fn end(
    clues: &mut impl Clues,
    place: &Place,
    known: Known,
    start: usize,
    all: &[Boundary],
    index: usize,
) {
    let Some(boundary) = all.get(index) else { return };
    let (cue, at, edge) = (known.cue, boundary.at, boundary.edge);
    let next = if place.sentence.item(at).is_some_and(is_pause) { at + 1 } else { at };
    let clause = place.finite(start..at) > 0;
    let form = And(cue.shape, cue.complement);
    let same = all.iter().take(index).filter(|other| other.edge == edge).count();
    clue!(clues, "edge", edge, form);
    clue!(clues, "edge clause", And(edge, clause), form);
    clue!(clues, "edge nth", And(edge, Count(same)), cue.complement);
    clue!(clues, "length", Count(at - start), And(edge, cue.complement));
    clue!(clues, "rest", Count(place.len().saturating_sub(at)), And(edge, clause));
    clue!(clues, "next", place.word(next), edge);
    clue!(clues, "next complement", place.word(next), And(edge, cue.complement));
    clue!(clues, "next-tag", place.tag(next), And(edge, And(clause, cue.complement)));
    clue!(clues, "next-tags", And(place.tag(next), place.tag(next + 1)), edge);
    clue!(clues, "last-tag", place.tag_before(at), And(edge, place.tag(next)));
    clue!(clues, "last", place.word_before(at), edge);
    clue!(clues, "lemma", place.lemma(cue), edge);
    let quotations = place.quotations(start..at);
    let (quoted, all_quoted) = (quotations > 0, quotations == at - start);
    clue!(clues, "quoted", And(quoted, all_quoted), And(edge, cue.complement));
    clue!(clues, "all-quoted", all_quoted, And(edge, place.word(next)));
    let last = place.sentence.before(at).is_some_and(|item| item.is_quotation());
    clue!(clues, "last-quoted", And(last, all_quoted), And(edge, place.tag(next)));
    ahead(clues, place, cue, next, boundary);
    behind(clues, place, cue, start, all, index);
    whole(clues, place, cue, start, boundary);
}

/// What follows an end.
fn ahead(clues: &mut impl Clues, place: &Place, cue: &Cue, next: usize, boundary: &Boundary) {
    let edge = boundary.edge;
    let sentence = place.sentence;
    let joined = sentence.item(next).is_some_and(|item| item.tag == Tag::CC);
    let verb = if joined { next + 1 } else { next };
    if let Some(other) = sentence.cue_over(verb).filter(|other| other.items.start == verb) {
        clue!(clues, "cue-next", And(other.shape, joined), And(edge, cue.shape));
        clue!(clues, "cue-next-grade", And(other.shape, Tenths(other.grade)), And(edge, joined));
        clue!(clues, "cue-next-complement", And(other.shape, other.complement), And(edge, joined));
    }
    if let Some(noun) = sentence.noun_from(verb).and_then(|index| sentence.nouns.get(index)) {
        let cue_behind =
            sentence.cue_over(noun.items.end).filter(|other| other.items.start == noun.items.end);
        match cue_behind {
            Some(other) => {
                clue!(clues, "subject-cue", And(joined, other.complement), And(edge, noun.sort));
                clue!(clues, "subject-cue-grade", Tenths(other.grade), And(edge, joined));
            }
            None => {
                let finite = sentence.item(noun.items.end).is_some_and(is_finite);
                clue!(clues, "subject", And(joined, finite), And(edge, noun.sort));
            }
        }
    }
    let pause = place.pause(next);
    let finite = place.finite(next..pause) > 0;
    clue!(clues, "finite-ahead", finite, And(edge, place.word(next)));
    clue!(
        clues,
        "pause-ahead",
        And(pause < place.len(), Count(pause.saturating_sub(next))),
        And(edge, finite)
    );
    let quotation = place.quotations(next..place.len()) > 0;
    clue!(clues, "quotation-ahead", quotation, And(edge, cue.complement));
}

/// Whether what stands before an end is a whole clause, and whether another "that" goes on with it.
fn whole(clues: &mut impl Clues, place: &Place, cue: &Cue, start: usize, boundary: &Boundary) {
    let (at, edge) = (boundary.at, boundary.edge);
    let opened = place.openers(start + 1..at);
    let whole = place.finite(start..at) > opened;
    let begins = place.openers(start..start + 1) > 0
        && !place.sentence.item(start).is_some_and(|item| item.is("that"));
    clue!(clues, "whole", And(whole, Count(opened)), And(edge, cue.complement));
    clue!(clues, "whole begun", And(whole, begins), And(edge, place.tag(at)));
    let next = place.sentence.items.get(at..).unwrap_or_default();
    let again = next.iter().take(CONJOINED).position(|item| item.is("that")).unwrap_or(CONJOINED);
    let joined = next.iter().take(again).any(|item| item.tag == Tag::CC);
    clue!(clues, "that-again", And(Count(again), joined), And(edge, cue.complement));
}

/// Items within which the "that" of "…, but that …" stands.
const CONJOINED: usize = 3;

/// What stands between the start and an end.
fn behind(clues: &mut impl Clues, place: &Place, cue: &Cue, start: usize, all: &[Boundary], index: usize) {
    let Some(edge) = all.get(index).map(|boundary| boundary.edge) else { return };
    let passed = |wanted: Edge| all.iter().take(index).filter(|other| other.edge == wanted).count();
    clue!(clues, "commas", Count(passed(Edge::Comma)), And(edge, cue.complement));
    clue!(clues, "colons", Count(passed(Edge::Semicolon)), And(edge, cue.complement));
    clue!(clues, "cues", Count(passed(Edge::Cue)), edge);
    clue!(clues, "subordinators", Count(passed(Edge::Subordinator)), edge);
    let ends = all.len() == index + 1;
    clue!(clues, "ends", ends, And(cue.shape, cue.complement));
    clue!(clues, "ends lemma", ends, place.lemma(cue));
    clue!(clues, "first", place.word(start), And(edge, ends));
}

/// Adds what speaks for content that ends at `end` before the cue to begin at `all[index]`.
pub fn left_start(
    clues: &mut impl Clues,
    place: &Place,
    known: Known,
    end: usize,
    all: &[Boundary],
    index: usize,
) {
    let Some(boundary) = all.get(index) else { return };
    let (cue, at, edge) = (known.cue, boundary.at, boundary.edge);
    let (quoted, all_quoted) = (place.quotations(at..end) > 0, place.bare(at..end) == 0);
    let clause = place.finite(at..end) > 0;
    let same = all.iter().take(index).filter(|other| other.edge == edge).count();
    clue!(clues, "edge", edge, And(cue.shape, cue.complement));
    clue!(clues, "edge nth", And(edge, Count(same)), cue.shape);
    clue!(clues, "edge clause", And(edge, clause), And(quoted, all_quoted));
    clue!(clues, "zero", at == 0, And(quoted, all_quoted));
    clue!(clues, "zero clause", And(at == 0, clause), And(quoted, cue.shape));
    clue!(clues, "zero form", And(at == 0, clause), And(cue.complement, cue.frames.has(Frame::Clause)));
    clue!(clues, "zero edge", And(at == 0, clause), And(edge, Count(all.len().saturating_sub(index + 1))));
    clue!(clues, "length", Count(end - at), edge);
    clue!(clues, "left", Count(at), And(edge, all_quoted));
    clue!(clues, "word", place.word(at), edge);
    clue!(clues, "before", place.word_before(at), And(edge, all_quoted));
    clue!(clues, "tag-before", place.tag_before(at), And(edge, place.tag(at)));
    clue!(clues, "second", place.word_before(at.saturating_sub(1)), edge);
    clue!(clues, "lemma", place.lemma(cue), edge);
    clue!(clues, "class", cue.class, And(edge, cue.shape == Shape::According));
    clue!(clues, "finite-outside", place.finite(0..at) > 0, And(edge, clause));
    clue!(clues, "quotation-outside", place.quotations(0..at) > 0, And(edge, all_quoted));
    if let Some(other) = place.sentence.cues.iter().rfind(|other| other.items.end <= at) {
        let touching = other.items.end + 1 >= at;
        clue!(clues, "cue-outside", And(touching, Tenths(other.grade)), edge);
    }
}
