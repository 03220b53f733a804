//! Sources that are more than their span: what stands right beside it and belongs to the same phrase.

use super::directory::{Directory, Mention};
use super::lexicon::Class;
use super::words::Words;
use std::ops::Range;

/// How many tokens behind a stroke still belong to a source.
const STROKE: usize = 6;

/// How far in front of a name its titles are followed, in tokens.
const TITLES: usize = 6;

/// The source with the rest of its names: `Reuters | /Ipsos poll`, `Nina Alvarez and | Laura Finch`. `cue` is the first
/// token of the cue.
pub(super) fn widened(directory: &Directory, source: Range<usize>, cue: Option<usize>) -> Range<usize> {
    let words = directory.words();
    let end = behind_stroke(words, source.end, cue).unwrap_or(source.end);
    let start = before_stroke(words, source.start);
    let before_cue = cue.is_some_and(|cue| cue >= end);
    let start = if before_cue { joined(directory, start, end) } else { start };
    start..end
}

/// Up to the cue, where a stroke and nothing but words lie between.
fn behind_stroke(words: Words, end: usize, cue: Option<usize>) -> Option<usize> {
    let cue = cue.filter(|cue| *cue > end && *cue <= end + STROKE)?;
    let within = (end..cue).all(|at| words.is_word(at) || words.word(at) == "/");
    (words.word(end) == "/" && within).then_some(cue)
}

/// Over a stroke and the capitalised words before it.
fn before_stroke(words: Words, start: usize) -> usize {
    match start.checked_sub(1).filter(|at| words.word(*at) == "/") {
        Some(stroke) => {
            let limit = stroke.saturating_sub(STROKE);
            (limit..stroke).rev().take_while(|at| words.is_capitalised(*at)).last().unwrap_or(start)
        }
        None => start,
    }
}

/// From the first of several names that open a clause, the last of which the source is.
fn joined(directory: &Directory, start: usize, end: usize) -> usize {
    let words = directory.words();
    let named = directory.runs_in(start..end).first().is_some_and(|run| run.whole.start <= start + 1);
    let Some(joint) = start.checked_sub(1).filter(|_| named) else { return start };
    let listed = words.word(joint) == "," && (start..end).any(|at| words.word(at) == "and");
    if words.word(joint) != "and" && !listed {
        return start;
    }
    opening(directory, joint).unwrap_or(start)
}

/// Where a name that ends at `end` begins, titles and article included, if it opens a clause.
pub(super) fn opening(directory: &Directory, end: usize) -> Option<usize> {
    let words = directory.words();
    let first = ending_at(directory, end)?.name.start;
    let limit = first.saturating_sub(TITLES);
    let title = |at: &usize| {
        words.is(*at, Class::TITLE.and(Class::PEOPLE).and(Class::MODIFIER).and(Class::DETERMINER))
    };
    let start = (limit..first).rev().take_while(title).last().unwrap_or(first);
    let behind_conjunction = start > 0 && words.is(start - 1, Class::CONJUNCTION);
    let behind_as = start > 0 && words.lower(start - 1) == "as";
    (words.is_initial(start) || behind_conjunction || behind_as).then_some(start)
}

/// The name whose last word stands before token `end`.
pub(super) fn ending_at<'d>(directory: &'d Directory, end: usize) -> Option<&'d Mention> {
    let next = directory.mentions().partition_point(|mention| mention.name.start < end);
    let last = directory.mentions().get(next.checked_sub(1)?)?;
    (last.name.end == end).then_some(last)
}
