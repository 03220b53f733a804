//! Clues to whose words follow or precede a cue.

use super::candidate::{Choice, Cue, Link, Source};
use super::clue::{And, Clues, Count, Tenths, clue};
use super::complement::is_finite;
use super::place::Place;
use crate::grammar::speaker::Sort;
use crate::grammar::tag::Tag;

/// What is known before the source is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Known<'c> {
    /// The cue.
    pub cue: &'c Cue,
    /// The choice for the cue before.
    pub last: Option<&'c Choice>,
}

/// Adds what speaks for having no source.
pub fn none(clues: &mut impl Clues, place: &Place, known: Known) {
    let cue = known.cue;
    clue!(clues, "none shape", cue.shape, cue.complement);
    clue!(clues, "none before", place.word_before(cue.items.start), cue.shape);
    clue!(clues, "none tag-before", place.tag_before(cue.items.start), cue.shape);
    clue!(clues, "none lemma", place.lemma(cue), cue.shape);
    clue!(clues, "none first", cue.items.start == 0, cue.shape);
    clue!(clues, "none after", place.tag(cue.items.end), cue.shape);
    clue!(clues, "none in", place.word(cue.items.start), cue.shape);
    clue!(clues, "none grade", Tenths(cue.grade), cue.shape);
}

/// Adds what speaks for and against the candidate `all[index]`.
pub fn add(clues: &mut impl Clues, place: &Place, known: Known, all: &[Source], index: usize) {
    let Some(source) = all.get(index) else { return };
    let cue = known.cue;
    let (link, shape, sort) = (source.link, cue.shape, source.sort);
    let behind = source.items.start >= cue.items.end;
    let between = all.iter().filter(|other| lies_between(other, source, cue)).count();
    clue!(clues, "link", link, shape);
    clue!(clues, "link sort", link, And(sort, shape));
    clue!(clues, "link complement", link, And(shape, cue.complement));
    clue!(clues, "between", Count(between), And(link, shape));
    clue!(clues, "word", place.word(source.head), link);
    clue!(clues, "word shape", place.word(source.head), shape);
    clue!(clues, "head-tag", place.tag(source.head), And(place.tag(cue.head), link));
    clue!(clues, "sort between", And(sort, behind), Count(between));
    neighbours(clues, place, cue, source);
    span_between(clues, place, cue, source);
    shared(clues, known, source);
}

/// Whether `other` stands between a source and its cue.
fn lies_between(other: &Source, source: &Source, cue: &Cue) -> bool {
    let other = other.head;
    (source.head < other && other < cue.items.start) || (cue.items.end <= other && other < source.head)
}

fn neighbours(clues: &mut impl Clues, place: &Place, cue: &Cue, source: &Source) {
    let (start, link) = (source.items.start, source.link);
    let noun = place.sentence.noun_over(source.head).and_then(|index| place.sentence.nouns.get(index));
    let (first, end) = noun.map_or((start, source.head + 1), |noun| (noun.items.start, noun.items.end));
    clue!(clues, "before", place.word_before(first), And(link, cue.shape));
    clue!(clues, "tag-before", place.tag_before(first), link);
    clue!(clues, "after", place.word(end), And(link, cue.shape));
    clue!(clues, "tag-after", place.tag(end), link);
    clue!(clues, "first-word", place.word(first), link);
    clue!(clues, "first", first == 0, And(link, cue.shape));
    clue!(clues, "length", Count(source.items.len()), And(link, source.sort));
    let of = place.sentence.before(first).is_some_and(|item| item.tag == Tag::IN);
    clue!(clues, "introduced", of, And(link, source.sort));
}

fn span_between(clues: &mut impl Clues, place: &Place, cue: &Cue, source: &Source) {
    let behind = source.items.start >= cue.items.end;
    let gap = if behind { cue.items.end..source.head } else { source.head + 1..cue.items.start };
    let items = place.sentence.items.get(gap.clone()).unwrap_or_default();
    let finite = items.iter().filter(|item| is_finite(item)).count();
    let commas = items.iter().filter(|item| item.is(",")).count();
    let (link, shape) = (source.link, cue.shape);
    clue!(clues, "distance", Count(items.len()), And(link, shape));
    clue!(clues, "finite", Count(finite), And(link, shape));
    clue!(clues, "commas", Count(commas), And(link, shape));
    clue!(clues, "finite-commas", And(Count(finite), Count(commas)), And(behind, shape));
    let relative = items.iter().any(|item| matches!(item.tag, Tag::WP | Tag::WDT));
    clue!(clues, "relative", relative, And(link, Count(finite)));
    let conjunction = items.iter().any(|item| item.tag == Tag::CC);
    clue!(clues, "conjunction", conjunction, And(link, Count(finite)));
    let quoted = items.iter().any(|item| item.is_quotation());
    clue!(clues, "quotation", quoted, And(link, shape));
    let clause = items.iter().any(|item| item.is("that"));
    clue!(clues, "that", clause, And(link, shape));
}

/// How the candidate stands to the choice for the cue before.
fn shared(clues: &mut impl Clues, known: Known, source: &Source) {
    let Some(last) = known.last else { return clue!(clues, "no-last", source.link, known.cue.shape) };
    let same = last.source.as_ref().is_some_and(|other| other.head == source.head);
    let inside = last.content.iter().any(|range| range.contains(&source.head));
    let cue_inside = last.content.iter().any(|range| range.contains(&known.cue.head));
    clue!(clues, "same", And(same, cue_inside), And(source.link, known.cue.shape));
    clue!(clues, "inside", And(inside, cue_inside), And(source.link, known.cue.shape));
    if same {
        clue!(clues, "same-sort", source.sort == Sort::Relative, source.link == Link::Before);
    }
}
