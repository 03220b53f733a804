//! Clues to whether an attribution, once all its parts are chosen, is right as a whole.

use super::candidate::{Choice, Cue};
use super::clue::{And, Clues, Count, Tenths, clue};
use super::clues_cue::fits;
use super::complement::is_finite;
use super::place::Place;
use crate::grammar::cue::Frame;

/// How sure each decision was.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sure {
    /// That the cue is one.
    pub cue: f32,
    /// Of the source.
    pub source: f32,
    /// Of the side.
    pub side: f32,
    /// Of the start of the content.
    pub start: f32,
    /// Of its end.
    pub end: f32,
    /// That the end is not far off.
    pub near: f32,
}

/// Adds what speaks for and against a choice.
pub fn add(clues: &mut impl Clues, place: &Place, cue: &Cue, choice: &Choice, sure: Sure) {
    let form = And(cue.shape, cue.complement);
    clue!(clues, "cue", Tenths(sure.cue));
    clue!(clues, "source", Tenths(sure.source));
    clue!(clues, "side", Tenths(sure.side));
    clue!(clues, "start", Tenths(sure.start));
    clue!(clues, "end", Tenths(sure.end));
    clue!(clues, "all", Tenths(sure.cue * sure.source * sure.side * sure.start * sure.end));
    clue!(clues, "near", Tenths(sure.near), Tenths(sure.end));
    clue!(clues, "all near", Tenths(sure.cue * sure.source * sure.side * sure.start * sure.near));
    clue!(clues, "all near form", Tenths(sure.source * sure.side * sure.start * sure.near), form);
    clue!(clues, "cue form", Tenths(sure.cue), form);
    clue!(clues, "source form", Tenths(sure.source), cue.shape);
    clue!(clues, "bounds", Tenths(sure.start * sure.end), And(choice.side, cue.complement));
    clue!(clues, "cue source", Tenths(sure.cue), Tenths(sure.source));
    clue!(clues, "form", form, choice.side);
    clue!(clues, "lemma", place.lemma(cue), choice.side);
    clue!(clues, "lemma complement", place.lemma(cue), cue.complement);
    clue!(clues, "grade", Tenths(cue.grade), choice.side);
    clue!(clues, "fits", fits(cue), And(choice.side, form));
    source(clues, place, cue, choice);
    content(clues, place, cue, choice);
}

fn source(clues: &mut impl Clues, place: &Place, cue: &Cue, choice: &Choice) {
    let Some(source) = &choice.source else { return clue!(clues, "no-source", cue.shape, choice.side) };
    clue!(clues, "link", source.link, cue.shape);
    clue!(clues, "link sort", source.link, source.sort);
    clue!(clues, "link grade", source.link, Tenths(cue.grade));
    clue!(clues, "link side", source.link, And(choice.side, cue.complement));
    clue!(clues, "sort class", source.sort, And(cue.class, cue.complement));
    clue!(clues, "source-word", place.word(source.head));
    clue!(clues, "source-word class", place.word(source.head), cue.class);
    clue!(clues, "source-length", Count(source.items.len()), source.link);
}

fn content(clues: &mut impl Clues, place: &Place, cue: &Cue, choice: &Choice) {
    let items = || choice.content.iter().cloned().flatten().filter_map(|at| place.sentence.item(at));
    let (quoted, bare) =
        (items().any(|item| item.is_quotation()), items().filter(|item| item.is_word()).count());
    let length: usize = items().map(|item| item.tokens.len()).sum();
    let finite = items().any(is_finite);
    let form = And(choice.side, cue.complement);
    clue!(clues, "content", And(quoted, finite), form);
    clue!(clues, "bare", And(quoted, Count(bare)), form);
    clue!(clues, "length", Count(length), form);
    let longest = items().filter(|item| item.is_quotation()).map(|item| item.tokens.len()).max();
    let longest = Count(longest.unwrap_or_default());
    let holds = |at: usize| choice.content.iter().any(|range| range.contains(&at));
    let rivals =
        place.sentence.cues.iter().filter(|other| other.head != cue.head && !holds(other.head)).count();
    clue!(clues, "quotation", longest, form);
    clue!(clues, "rivals", Count(rivals), longest);
    clue!(clues, "rivals grade", Count(rivals), And(quoted, Tenths(cue.grade)));
    clue!(clues, "class", cue.class, And(quoted, finite));
    if let Some(first) = choice.content.first() {
        let all = And(first.start == 0, finite);
        clue!(clues, "from", all, And(quoted, And(choice.side, cue.shape)));
        clue!(clues, "from frames", all, And(choice.side, cue.frames.has(Frame::Clause)));
        let behind = place.len().saturating_sub(cue.items.end);
        clue!(clues, "from rest", And(all, choice.side), Count(behind));
        let link = choice.source.as_ref().map(|source| source.link);
        if let Some(link) = link {
            clue!(clues, "from link", And(all, choice.side), And(link, Tenths(cue.grade)));
        }
    }
    let other = |at: usize| place.sentence.cue_over(at).filter(|other| other.head == at);
    let inner = choice.content.iter().cloned().flatten().filter_map(other);
    let best = inner.map(|other| other.grade).fold(0.0, f32::max);
    clue!(clues, "cue-inside", Tenths(best), Tenths(cue.grade));
    if let (Some(first), Some(last)) = (choice.content.first(), choice.content.last()) {
        clue!(clues, "first", place.word(first.start), cue.complement);
        clue!(clues, "next", place.word(last.end), choice.side);
        clue!(clues, "last-tag", place.tag_before(last.end), choice.side);
    }
}
