//! How far content reaches, by hand-set preferences.

use super::adverbial::adverbials_end;
use super::bounds::bounded;
use super::candidate::{Boundary, Complement, Cue, Edge, Sentence, Shape, Source};
use super::complement::{is_be, is_dash, is_finite, is_that, starts_measured};
use super::contents::{self, SUBORDINATORS, block, is_pause};
use crate::claim::Class;
use crate::grammar::cue::Frame;
use crate::grammar::speaker::Sort;
use crate::grammar::tag::Tag;
use std::ops::Range;

/// Content behind the cue.
pub fn right(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Vec<Range<usize>> {
    let block = block(sentence, cue, source);
    let start = cue.opens.max(block.end);
    let content = start..right_end(sentence, cue, start);
    std::iter::once(bounded(sentence, cue, source, content)).collect()
}

fn right_end(sentence: &Sentence, cue: &Cue, start: usize) -> usize {
    let ends = contents::right_ends(sentence, start);
    ends.iter().find(|end| stops(sentence, cue, start, end)).or(ends.last()).map_or(start, |end| end.at)
}

/// Whether content behind the cue stops at a boundary.
fn stops(sentence: &Sentence, cue: &Cue, start: usize, boundary: &Boundary) -> bool {
    let at = boundary.at;
    let next = if sentence.item(at).is_some_and(is_pause) { at + 1 } else { at };
    let loose = matches!(
        cue.complement,
        Complement::Np | Complement::Preposition | Complement::Ing | Complement::To | Complement::Object
    );
    match boundary.edge {
        Edge::Sentence | Edge::Semicolon => true,
        _ if begins_attribution(sentence, cue, next) => true,
        Edge::Quotation => {
            let alone = sentence.item(start).is_some_and(|item| item.is_quotation()) && at == start + 1;
            alone && sentence.item(at).is_some_and(|item| item.is_word() && item.tag == Tag::CC)
        }
        Edge::Comma if quoted_only(sentence, start, at) => true,
        Edge::Dash => !in_pair(sentence, start, at),
        Edge::Comma if loose => !goes_on(sentence, next),
        Edge::Comma if at == start + 1 => false,
        Edge::Comma => sentence.item(next).is_some_and(|item| {
            item.is_any(&["while", "although", "though", "but", "with"])
                || item.is_any(SUBORDINATORS) && !item.is("as")
        }),
        Edge::Subordinator if loose => sentence.item(at).is_some_and(|item| !item.is("as")),
        _ => false,
    }
}

/// Whether a dash is one of two that enclose an insertion.
fn in_pair(sentence: &Sentence, start: usize, at: usize) -> bool {
    let before =
        sentence.items.get(start..at).unwrap_or_default().iter().filter(|item| is_dash(item)).count();
    before % 2 == 1 || sentence.items.iter().skip(at + 1).any(is_dash)
}

/// Behind a comma a list or an example goes on.
fn goes_on(sentence: &Sentence, at: usize) -> bool {
    let example = ["including", "especially", "particularly", "such", "even", "not"];
    sentence.item(at).is_some_and(|item| item.is_any(&example) || item.tag == Tag::JJ)
        || sentence.noun_from(at).and_then(|index| sentence.nouns.get(index)).is_some_and(|noun| {
            noun.sort != Sort::Relative && !sentence.item(noun.items.end).is_some_and(is_finite)
        })
}

fn quoted_only(sentence: &Sentence, start: usize, end: usize) -> bool {
    sentence.items.get(start..end).is_some_and(|items| items.iter().all(|item| item.is_quotation()))
}

/// Another cue with this one's source begins here: "and added", ", saying", ", according to".
fn begins_attribution(sentence: &Sentence, cue: &Cue, at: usize) -> bool {
    let joined = sentence.item(at).is_some_and(|item| item.tag == Tag::CC);
    let next = if joined { at + 1 } else { at };
    if joined && own_subject(sentence, next) {
        return true;
    }
    let Some(other) = sentence.cue_over(next).filter(|other| other.items.start == next) else { return false };
    let paused = sentence.before(at).is_some_and(|item| is_pause(item) || item.is_quotation());
    match other.shape {
        Shape::According => true,
        Shape::Gerund => paused && !follows_silent(sentence, other),
        Shape::Finite => joined && other.head > cue.head,
        _ => false,
    }
}

/// Whether the gerund belongs to a cue within the content: "that X disagreed, telling Y".
fn follows_silent(sentence: &Sentence, gerund: &Cue) -> bool {
    let before = gerund.items.start.checked_sub(2).and_then(|at| sentence.cue_over(at));
    before.is_some_and(|cue| cue.complement == Complement::Pause && cue.shape == Shape::Finite)
}

/// "and Smith said": a noun phrase and a cue that takes a clause.
pub(super) fn own_subject(sentence: &Sentence, at: usize) -> bool {
    cue_of_subject(sentence, at).is_some_and(puts_a_clause)
}

/// The cue right behind the noun phrase that begins at an item.
pub(super) fn cue_of_subject<'s>(sentence: &'s Sentence, at: usize) -> Option<&'s Cue> {
    let noun = sentence.noun_from(at).and_then(|index| sentence.nouns.get(index))?;
    sentence.cue_over(noun.items.end).filter(|cue| cue.items.start == noun.items.end)
}

/// Whether a cue says something that is a clause.
pub(super) fn puts_a_clause(cue: &Cue) -> bool {
    cue.class == Class::Speech
        && matches!(cue.complement, Complement::That | Complement::Clause | Complement::Quote)
}

/// Content before the cue; and behind it, where the cue interrupts a quotation.
pub fn left(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Vec<Range<usize>> {
    let block = block(sentence, cue, source);
    let end = contents::left_end(sentence, &block);
    let starts = contents::left_starts(sentence, end);
    let start = starts.iter().find(|start| begins(sentence, end, start)).map_or(0, |start| start.at);
    let left = contents::behind_colon(sentence, start..end);
    let rejoined = rejoined(sentence, cue, &left, block.end);
    std::iter::once(left).chain(rejoined).collect()
}

/// What goes on behind a cue that interrupts: `“A,” he said, “B”`, "The plan, he said on Friday, is to wait", "“A,” he said, that
/// B".
pub fn rejoined(sentence: &Sentence, cue: &Cue, left: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let behind = behind_circumstances(sentence, cue, from);
    let paused = cue.shape != Shape::According && sentence.item(behind).is_some_and(is_pause);
    let rest = || behind + 1..right_end(sentence, cue, behind + 1);
    let that = || (paused && is_that(&sentence.items, behind + 1)).then(rest);
    if sentence.before(left.end).is_some_and(|item| item.is_quotation()) {
        return resumed(sentence, cue, from).or_else(that);
    }
    let verbless = !sentence.items.get(left.clone()).unwrap_or_default().iter().any(is_finite);
    // "The levy is, in the words of its critics, unfair".
    let broken = sentence.before(left.end).is_some_and(is_be);
    if broken || verbless && paused { Some(rest()) } else { that() }
}

/// The pause behind whom, when and where it was said, if one stands there: "she told reporters|, remained", "he said on
/// Friday|, is".
fn behind_circumstances(sentence: &Sentence, cue: &Cue, from: usize) -> usize {
    let from = if cue.complement == Complement::Pause { cue.opens.max(from) } else { from };
    let end = adverbials_end(&sentence.items, &sentence.nouns, from, |_| false);
    end.filter(|end| sentence.item(*end).is_some_and(is_pause)).unwrap_or(from)
}

/// Whether content before the cue begins at a boundary.
fn begins(sentence: &Sentence, end: usize, boundary: &Boundary) -> bool {
    let at = boundary.at;
    match boundary.edge {
        Edge::Sentence | Edge::Semicolon => true,
        Edge::Quotation => {
            let whole = sentence
                .before(at)
                .is_none_or(|item| !item.is_word() && !item.is(",") && !item.is_quotation());
            whole && quoted_only(sentence, at, end)
        }
        Edge::Conjunction => at == 1,
        _ => false,
    }
}

/// The least grade of a cue that takes what stands behind it from the one before.
const PARTING: f32 = 0.6;

/// `“A,” he said, “B”`: the quotation behind the cue, up to its end.
fn resumed(sentence: &Sentence, cue: &Cue, from: usize) -> Option<Range<usize>> {
    let rest = sentence.items.get(from..)?;
    let at = from + rest.iter().position(|item| item.is_quotation())?;
    let between = sentence.items.get(from..at)?;
    // "…, pointing at the bills, “…”": what is seldom a cue does not part the two.
    let parts =
        |other: &Cue| other.items.start > cue.items.start && other.items.start < at && other.grade >= PARTING;
    let other = sentence.cues.iter().any(parts);
    let paused = between.last().is_none_or(|item| is_pause(item) || item.lower.ends_with(['.', ':', ';']));
    (!other && paused && !is_anothers(sentence, at + 1)).then_some(at..at + 1)
}

/// Whether a cue of its own stands right behind a quotation: `“B,” said Holm`, `“B,” Holm said`.
fn is_anothers(sentence: &Sentence, at: usize) -> bool {
    let subject =
        sentence.noun_from(at).and_then(|index| sentence.nouns.get(index)).map(|noun| noun.items.end);
    [Some(at), subject].into_iter().flatten().any(|at| {
        sentence.cue_over(at).is_some_and(|cue| cue.items.start == at && cue.frames.has(Frame::Quote))
    })
}

/// The clause around an impersonal cue: its subject, and what follows the cue.
pub fn around(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Vec<Range<usize>> {
    let mut content = right(sentence, &Cue { opens: cue.items.end.max(cue.opens), ..cue.clone() }, source);
    if cue.shape == Shape::Passive {
        // "Was rejected by Lind as absurd", but "was rejected by Lind on Monday".
        content.retain(|range| sentence.item(range.start).is_some_and(|item| item.is("as")));
    }
    content.splice(0..0, subject_of_clause(sentence, cue, source));
    content
}

/// What stands on both sides of a cue, as far as it can be one clause.
pub fn around_cue(
    sentence: &Sentence,
    cue: &Cue,
    before: Option<Range<usize>>,
    behind: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    // "Earlier in the day Lind said that …": the clause is whole without it.
    if cue.shape == Shape::Finite && cue.complement == Complement::That {
        return behind;
    }
    let is_clause =
        |range: &Range<usize>| sentence.items.get(range.clone()).unwrap_or_default().iter().any(is_finite);
    let gerund = |at: usize| sentence.cue_over(at).is_some_and(|next| next.shape == Shape::Gerund);
    // "The dam was unsafe, the Post reported, citing …", "…, adding that …".
    let cites = |range: &Range<usize>| gerund(range.start) || range.start > 0 && gerund(range.start - 1);
    // "…, the Post reported, a day after …".
    let aside = |range: &Range<usize>| (cue.items.end..range.start).any(|at| opens_aside(sentence, at));
    let whole = before.as_ref().is_some_and(is_clause);
    // Behind the person told: "the dam was unsafe, the Post told the board, and …".
    let told = |range: Range<usize>| match cue.complement {
        Complement::Pause => range.start.max(cue.opens)..range.end,
        _ => range,
    };
    let behind = behind.into_iter().filter(|range| !(whole && (cites(range) || aside(range)))).map(told);
    before.into_iter().chain(behind).collect()
}

/// A comma, and behind it when it was said.
fn opens_aside(sentence: &Sentence, at: usize) -> bool {
    sentence.item(at).is_some_and(|item| item.is(",")) && starts_measured(&sentence.items, at + 1)
}

/// What stands before an impersonal cue in its clause; nothing for "it is said".
pub fn subject_of_clause(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Option<Range<usize>> {
    let block = block(sentence, cue, source);
    if !contents::is_impersonal(cue.shape) && block.start < cue.items.start {
        let end = contents::left_end(sentence, &block);
        let starts = contents::left_starts(sentence, end);
        return starts.iter().find(|start| begins(sentence, end, start)).map(|start| start.at..end);
    }
    let start = contents::clause_start(sentence, cue.items.start);
    let expletive = sentence.item(start).is_some_and(|item| item.is_any(&["it", "there"]))
        && start + 1 == cue.items.start;
    (!expletive).then_some(start..cue.items.start)
}
