//! Productions of contents: where what is said may begin and end.

use super::adverbial::is_day;
use super::candidate::{Boundary, Complement, Cue, Edge, Link, Sentence, Shape, Source};
use super::complement::{is_dash, is_finite, is_sentence_quoted, relative_object, starts_measured};
use crate::grammar::item::Item;
use crate::grammar::speaker::when_end;
use crate::grammar::tag::Tag;
use std::ops::Range;

/// The items of cue and source together, where they touch; else of the cue. Content stands before or behind.
pub fn block(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Range<usize> {
    match source {
        Some(source) if source.link == Link::Inverted || source.link == Link::By => {
            cue.items.start..source.items.end.max(cue.items.end)
        }
        Some(source)
            if matches!(source.link, Link::Subject | Link::Attributed | Link::Apposed | Link::Relative) =>
        {
            source.items.start.min(cue.items.start)..cue.items.end
        }
        // "In Lind's view".
        Some(source) if source.link == Link::Owner && cue.shape == Shape::According => {
            source.items.start.saturating_sub(1)..cue.items.end
        }
        Some(source) if source.items.end <= cue.items.start && is_behind_quotation(sentence, source) => {
            source.items.start..cue.items.end
        }
        _ => cue.items.clone(),
    }
}

/// "“…,” Lind, hat in hand, said": whatever stands between, content ends before such a source.
fn is_behind_quotation(sentence: &Sentence, source: &Source) -> bool {
    sentence.before(source.items.start).is_some_and(|item| item.is_quotation() && item.closed)
}

/// What is said of what stands before a relative clause: "| the bridge, which Lind said would close". The pronoun itself
/// where a preposition leaves open what it stands for: "the head of the bank, | whom".
fn object_before(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Option<Range<usize>> {
    let at = relative_before(sentence, cue, source)?;
    if sentence.item(at).is_some_and(|item| item.is("what")) {
        return Some(at..at + 1);
    }
    let end = at - usize::from(sentence.before(at).is_some_and(is_pause));
    let antecedent =
        sentence.noun_to(end).and_then(|index| sentence.nouns.get(index)).map(|noun| &noun.items);
    let alone = |noun: &&Range<usize>| !sentence.before(noun.start).is_some_and(|item| item.is("of"));
    Some(antecedent.filter(alone).cloned().unwrap_or(at..at + 1))
}

/// Content that stands behind the cue with what it is said of; "the recount, which Lund had asked for, | was held" goes on
/// with something else.
pub fn with_object(
    sentence: &Sentence,
    cue: &Cue,
    source: Option<&Source>,
    behind: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    match object_before(sentence, cue, source) {
        Some(object) if matches!(cue.complement, Complement::Pause | Complement::End) => vec![object],
        object => object.into_iter().chain(behind).collect(),
    }
}

/// The relative pronoun before the source and the cue of its clause.
pub fn relative_before(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Option<usize> {
    let subject = source.is_some_and(|source| source.link == Link::Subject);
    relative_object(&sentence.items, &sentence.nouns, &cue.items).filter(|_| subject)
}

/// Where content behind the cue may begin, nearest first.
pub fn right_starts(sentence: &Sentence, cue: &Cue, block: &Range<usize>) -> Vec<Boundary> {
    let near = block.end..(block.end + FARTHEST_START).min(sentence.items.len());
    near.filter(|at| !is_time_alone(sentence, *at))
        .filter_map(|at| {
            let edge = match sentence.item(at)? {
                _ if at == cue.opens => Edge::Complement,
                _ if at == block.end => Edge::Touching,
                item => opening(sentence, at, item)?,
            };
            Some(Boundary { at, edge })
        })
        .collect()
}

/// "Said on | Tuesday, …", "said | this week, …": when, before a sign or the end.
fn is_time_alone(sentence: &Sentence, at: usize) -> bool {
    let day = sentence.item(at).filter(|item| is_day(item)).map(|_| at + 1);
    let end = day.or_else(|| when_end(&sentence.items, at));
    end.is_some_and(|end| sentence.item(end).is_none_or(|item| !item.is_word() && !item.is_quotation()))
}

/// Items between a cue and the start of its content.
const FARTHEST_START: usize = 20;

/// What makes content begin at an item.
fn opening(sentence: &Sentence, at: usize, item: &Item) -> Option<Edge> {
    let before = sentence.before(at)?;
    Some(match item {
        _ if item.is_quotation() => Edge::Quotation,
        _ if !item.is_word() => return None,
        _ if before.is(",") && starts_measured(&sentence.items, at) => return None,
        _ if item.is_any(&["that", "whether", "if"]) => Edge::That,
        _ if before.is(",") => Edge::Comma,
        _ if before.is_any(&[":", ";"]) => Edge::Semicolon,
        _ if is_dash(before) => Edge::Dash,
        _ if item.tag == Tag::TO || item.tag == Tag::IN => Edge::Preposition,
        _ if matches!(item.tag, Tag::WRB | Tag::WP | Tag::WDT) => Edge::Relative,
        _ if matches!(item.tag, Tag::VBG | Tag::VBN | Tag::VB) => Edge::Modifier,
        _ if sentence.noun_to(at).is_some() || sentence.noun_from(at).is_some() => Edge::Noun,
        _ => return None,
    })
}

/// Where content that begins at `start` behind the cue may end, nearest first.
pub fn right_ends(sentence: &Sentence, start: usize) -> Vec<Boundary> {
    let last = sentence.items.len();
    (start + 1..=last).filter_map(|at| Some(Boundary { at, edge: closing(sentence, at)? })).collect()
}

/// What makes content end before an item.
fn closing(sentence: &Sentence, at: usize) -> Option<Edge> {
    let Some(item) = sentence.item(at) else { return Some(Edge::Sentence) };
    let before = sentence.before(at)?;
    let last = at + 1 == sentence.items.len();
    Some(match item {
        _ if last && !item.is_word() && !item.is_quotation() => Edge::Sentence,
        _ if item.is(",") => Edge::Comma,
        _ if item.is_any(&[";", ":"]) => Edge::Semicolon,
        _ if is_dash(item) => Edge::Dash,
        _ if item.is_any(&["(", ")"]) => Edge::Bracket,
        _ if !item.is_word() && !item.is_quotation() => return None,
        _ if !before.is_word() && !before.is_quotation() => return None,
        _ if before.is_quotation() || item.is_quotation() => Edge::Quotation,
        _ if item.tag == Tag::CC => Edge::Conjunction,
        _ if item.is_any(SUBORDINATORS) => Edge::Subordinator,
        _ if matches!(item.tag, Tag::WDT | Tag::WP | Tag::WRB | Tag::WPS) => Edge::Relative,
        _ if sentence.cue_over(at).is_some_and(|cue| cue.items.start == at) => Edge::Cue,
        _ if matches!(item.tag, Tag::IN | Tag::TO) => Edge::Preposition,
        _ if is_finite(item) => Edge::Verb,
        _ if matches!(item.tag, Tag::VBG | Tag::VBN | Tag::RB) => Edge::Modifier,
        _ if sentence.noun_to(at).is_some() => Edge::Noun,
        _ => return None,
    })
}

/// Words that begin a clause of their own.
pub const SUBORDINATORS: &[&str] = &[
    "after", "although", "as", "because", "before", "since", "though", "unless", "until", "when", "whereas",
    "while",
];

/// Where content before the block may end, nearest first: behind pauses.
pub fn left_end(sentence: &Sentence, block: &Range<usize>) -> usize {
    let mut end = block.start;
    while sentence.before(end).is_some_and(|item| is_pause(item)) {
        end -= 1;
    }
    end
}

/// Where content that ends before `end` may begin, nearest first.
pub fn left_starts(sentence: &Sentence, end: usize) -> Vec<Boundary> {
    (0..end).rev().filter_map(|at| Some(Boundary { at, edge: left_opening(sentence, at)? })).collect()
}

fn left_opening(sentence: &Sentence, at: usize) -> Option<Edge> {
    let item = sentence.item(at)?;
    let Some(before) = sentence.before(at) else { return Some(Edge::Sentence) };
    Some(match item {
        _ if !item.is_word() && !item.is_quotation() => return None,
        _ if item.is_quotation() || before.is_quotation() => Edge::Quotation,
        _ if before.is(",") => Edge::Comma,
        _ if before.is_any(&[";", ":", "."]) => Edge::Semicolon,
        _ if is_dash(before) => Edge::Dash,
        _ if before.is_any(&["(", ")"]) => Edge::Bracket,
        _ if before.tag == Tag::CC => Edge::Conjunction,
        _ if item.is_any(&["that", "whether"]) => Edge::That,
        _ if sentence.cue_over(at - 1).is_some_and(|cue| cue.items.end == at) => Edge::Cue,
        _ if matches!(item.tag, Tag::WP | Tag::WDT | Tag::WRB) => Edge::Relative,
        _ if sentence.noun_from(at).is_some() => Edge::Noun,
        _ if item.tag == Tag::IN => Edge::Preposition,
        _ if is_finite(item) => Edge::Verb,
        _ if matches!(item.tag, Tag::VBG | Tag::VBN | Tag::VB | Tag::RB | Tag::JJ | Tag::TO) => {
            Edge::Modifier
        }
        _ => return None,
    })
}

/// The clause around a hearsay adverb or a raised subject: where its subject begins.
pub fn clause_start(sentence: &Sentence, at: usize) -> usize {
    let opens = |index: &usize| {
        sentence.before(*index).is_none_or(|before| {
            before.is_any(CLAUSE_STARTS)
                || is_dash(before)
                || before.is_quotation()
                || sentence.item(*index).is_some_and(|item| matches!(item.tag, Tag::WP | Tag::WDT))
                || before.is(",") && !closes_insertion(sentence, *index - 1)
        })
    };
    (0..at).rev().find(opens).unwrap_or(0)
}

/// Behind these a clause begins.
const CLAUSE_STARTS: &[&str] = &[
    ";", ":", ".", "(", "that", "because", "and", "but", "while", "after", "before", "when", "if", "whether",
    "as",
];

/// Whether the comma ends an insertion behind the subject: a verb follows and another comma stands before.
fn closes_insertion(sentence: &Sentence, comma: usize) -> bool {
    let verb = sentence.item(comma + 1).is_some_and(|item| is_finite(item) || item.tag == Tag::RB);
    verb && sentence.items.iter().take(comma).any(|item| item.is(","))
}

/// Cuts pauses and stops off both ends.
pub fn trimmed(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end.min(sentence.items.len()));
    while start < end
        && sentence.item(start).is_some_and(|item| is_pause(item) || item.is_any(&[".", ";", ")"]))
    {
        start += 1;
    }
    while end > start
        && sentence
            .before(end)
            .is_some_and(|item| is_pause(item) || item.is_any(&[".", ";", ":", "(", "…", "..."]))
    {
        end -= 1;
    }
    start..end
}

/// "her choice of words: an invasion, she said, was near": what another cue interrupts begins behind the colon.
pub fn before_interrupted(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let interrupts = || {
        let subject = sentence.noun_from(range.end + 1).and_then(|index| sentence.nouns.get(index))?;
        let cue = sentence.cue_over(subject.items.end)?;
        let pauses = cue.items.start == subject.items.end && cue.complement == Complement::Pause;
        sentence.item(range.end).filter(|item| item.is(",") && pauses)
    };
    let colon =
        sentence.items.get(range.clone()).and_then(|items| items.iter().rposition(|item| item.is(":")));
    match colon.filter(|_| interrupts().is_some()) {
        Some(colon) => range.start..range.start + colon,
        None => range,
    }
}

/// "He hated the rest: | “There is too much of it,” he said": a quotation behind a colon stands by itself.
pub fn behind_colon(sentence: &Sentence, left: Range<usize>) -> Range<usize> {
    let last = left.end.saturating_sub(1);
    let quoted = left.len() > 2 && sentence.item(last).is_some_and(is_sentence_quoted);
    let announced = quoted && sentence.before(last).is_some_and(|item| item.is(":"));
    if announced { last..left.end } else { left }
}

/// Whether a range holds more than the day of what was said.
pub fn says_something(sentence: &Sentence, range: &Range<usize>) -> bool {
    sentence.items.get(range.clone()).unwrap_or_default().iter().any(|item| !is_day(item))
}

/// "The plan, he said on Friday, | is to wait": a verb right behind a comma has its subject before the cue.
pub fn lacks_subject(sentence: &Sentence, content: &[Range<usize>]) -> bool {
    let first = content.first().map(|range| range.start);
    first.is_some_and(|at| {
        sentence.item(at).is_some_and(is_finite) && sentence.before(at).is_some_and(|item| item.is(","))
    })
}

/// A comma or a dash.
pub fn is_pause(item: &Item) -> bool {
    item.is(",") || is_dash(item)
}

/// Whether what the cue announces stands in the next sentence: "He wrote:".
pub fn awaits(sentence: &Sentence, cue: &Cue) -> bool {
    cue.complement == Complement::Quote && cue.opens >= sentence.items.len()
}

/// Whether a cue's subject is no part of what it reports.
pub fn is_impersonal(shape: Shape) -> bool {
    matches!(shape, Shape::Raised | Shape::Adverb)
}
