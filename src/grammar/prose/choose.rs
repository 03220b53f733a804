//! The choice among candidates by few preferences, without weights.
//!
//! Order of the day: is the cue to be trusted in its frame, who is its source, on which side stands the content,
//! where does it begin and end.

use super::candidate::{Boundary, Choice, Complement, Cue, Edge, Link, Sentence, Shape, Side, Source};
use super::complement::{self, is_dash, is_finite};
use super::contents::{self, SUBORDINATORS, block, is_pause, trimmed};
use super::sources;
use crate::claim::Class;
use crate::grammar::cue::Frame;
use crate::grammar::item::Item;
use crate::grammar::speaker::Sort;
use crate::grammar::tag::Tag;
use std::ops::Range;

/// Confidence below which no attribution is made.
pub const THRESHOLD: f32 = 0.5;

/// What is chosen for each cue of the sentence, in the order of the cues.
pub fn choose(sentence: &Sentence) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for index in 0..sentence.cues.len() {
        let shared = disagreeing(sentence, index)
            .or_else(|| choices.iter().rev().find_map(|choice| choice.source.clone()));
        choices.extend(choose_one(sentence, index, shared));
    }
    choices
}

/// "X disagreed, telling Y that": the subject of a cue that says nothing itself and stands right before a gerund.
fn disagreeing(sentence: &Sentence, index: usize) -> Option<Source> {
    let gerund = sentence.cues.get(index).filter(|cue| cue.shape == Shape::Gerund)?;
    let before = sentence.cues.get(index.checked_sub(1)?)?;
    let silent = before.shape == Shape::Finite && before.complement == Complement::Pause;
    (silent && before.opens + 1 == gerund.items.start)
        .then(|| subject(sentence, before, &sources::sources(sentence, before)))
        .flatten()
}

fn choose_one(sentence: &Sentence, index: usize, shared: Option<Source>) -> Option<Choice> {
    let cue = sentence.cues.get(index)?;
    let source = choose_source(sentence, cue, shared);
    let side = choose_side(sentence, cue, source.as_ref())?;
    let confidence = trust(cue, side, source.as_ref(), sentence);
    if confidence < THRESHOLD {
        return None;
    }
    let content = match side {
        Side::Right => right(sentence, cue, source.as_ref()),
        Side::Left => left(sentence, cue, source.as_ref()),
        Side::Around => around(sentence, cue, source.as_ref()),
    };
    let content: Vec<Range<usize>> =
        content.into_iter().map(|range| trimmed(sentence, range)).filter(|range| !range.is_empty()).collect();
    let trail = trail(cue, source.as_ref(), side);
    (contents::awaits(sentence, cue) || !content.is_empty()).then_some(Choice {
        cue: index,
        source,
        content,
        side,
        confidence,
        trail,
    })
}

fn trail(cue: &Cue, source: Option<&Source>, side: Side) -> Vec<String> {
    let link = source.map_or("none".to_owned(), |source| format!("{:?}", source.link).to_lowercase());
    vec![
        format!("cue {:?} before {:?}, grade {:.2}", cue.shape, cue.complement, cue.grade).to_lowercase(),
        format!("source {link}"),
        format!("content {side:?}").to_lowercase(),
    ]
}

/// The source by the shape of the cue.
fn choose_source(sentence: &Sentence, cue: &Cue, shared: Option<Source>) -> Option<Source> {
    let candidates = sources::sources(sentence, cue);
    let linked = |links: &[Link]| {
        let ranked = candidates.iter().rev().filter(|source| links.contains(&source.link));
        ranked.min_by_key(|source| links.iter().position(|link| *link == source.link)).cloned()
    };
    match cue.shape {
        Shape::Raised | Shape::Adverb => None,
        Shape::According => linked(&[Link::Inverted]),
        Shape::Colon => candidates.first().filter(|source| source.items.start == 0).cloned(),
        Shape::Noun => linked(&[Link::Owner, Link::Subject, Link::By]),
        Shape::Passive => linked(&[Link::By]),
        Shape::Participle => linked(&[Link::By]).or(shared),
        Shape::Gerund => gerund_source(sentence, cue, &candidates, shared),
        Shape::Infinitive => {
            shared.or_else(|| governing(sentence, &candidates)).filter(|source| !is_it(sentence, source))
        }
        Shape::Finite if is_inverted(sentence, cue, &candidates) => linked(&[Link::Inverted]),
        Shape::Finite | Shape::Adjective => subject(sentence, cue, &candidates).or_else(|| {
            let joined =
                sentence.before(cue.items.start).is_some_and(|item| item.tag == Tag::CC || item.is(","));
            joined.then(|| shared.or_else(|| governing(sentence, &candidates))).flatten()
        }),
    }
}

/// The subject: the phrase that reaches up to the cue, from its first noun on.
fn subject(sentence: &Sentence, cue: &Cue, candidates: &[Source]) -> Option<Source> {
    let reaches = |source: &&Source| {
        matches!(source.link, Link::Subject | Link::Attributed | Link::Apposed | Link::Relative)
            && source.head < cue.items.start
    };
    let mut near = candidates.iter().rev().filter(reaches);
    let mut best = near.next().filter(|source| !expletive(sentence, source))?;
    for source in near.take_while(|_| best.link != Link::Relative) {
        let heads = sentence
            .item(source.head + 1)
            .is_some_and(|item| item.tag == Tag::IN || is_pause(item) || item.is("("));
        let adverbial = introduced(sentence, source) && source.link == Link::Apposed;
        if !heads || source.sort == Sort::Relative || adverbial {
            break;
        }
        best = source;
    }
    Some(best.clone())
}

/// Whether a preposition stands before the source: then it is part of a longer phrase or an adverbial.
fn introduced(sentence: &Sentence, source: &Source) -> bool {
    let preposition = |item: &Item| item.tag == Tag::IN && !item.is("that") && !item.is_any(SUBORDINATORS);
    sentence.before(source.items.start).is_some_and(preposition)
}

/// "it is wrong to say"
fn is_it(sentence: &Sentence, source: &Source) -> bool {
    sentence.item(source.head).is_some_and(|item| item.is("it"))
}

/// "it" and "there", which stand for nobody.
fn expletive(sentence: &Sentence, source: &Source) -> bool {
    sentence.item(source.head).is_some_and(|item| item.is("there"))
}

/// The subject of the verb that governs an infinitive or shares its subject: the first before a finite verb.
fn governing(sentence: &Sentence, candidates: &[Source]) -> Option<Source> {
    let governs = |source: &&Source| {
        matches!(source.link, Link::Before | Link::Attributed | Link::Apposed | Link::Subject)
            && !introduced(sentence, source)
            && source.sort != Sort::Relative
    };
    let mut found = candidates.iter().find(governs)?.clone();
    found.link = Link::Shared;
    Some(found)
}

/// "with Smith adding"; else the source before; else the sentence's subject.
fn gerund_source(
    sentence: &Sentence,
    cue: &Cue,
    candidates: &[Source],
    shared: Option<Source>,
) -> Option<Source> {
    let adjacent = candidates.iter().rev().find(|source| source.link == Link::Subject);
    let with =
        adjacent.filter(|source| sentence.before(source.items.start).is_some_and(|item| item.is("with")));
    let _ = cue;
    with.cloned()
        .or(shared.map(|source| Source { link: Link::Shared, ..source }))
        .or_else(|| governing(sentence, candidates))
}

/// "said Smith": a noun phrase behind the cue, and before it a pause or a quotation.
fn is_inverted(sentence: &Sentence, cue: &Cue, candidates: &[Source]) -> bool {
    let Some(noun) = sentence.noun_from(cue.items.end).and_then(|index| sentence.nouns.get(index)) else {
        return false;
    };
    let (paused, quoted) = match sentence.before(cue.items.start) {
        Some(before) if is_pause(before) => {
            (true, sentence.before(cue.items.start - 1).is_some_and(|item| item.is_quotation()))
        }
        Some(before) => (before.is_quotation() || before.is_any(&["?", "!"]), before.is_quotation()),
        None => return false,
    };
    let closed = sentence.item(sources::whole(sentence, noun.items.end)).is_none_or(|item| item.is("."));
    let takes_nouns = cue.frames.has(Frame::Np) || cue.frames.has(Frame::Told);
    let closed = closed && subject(sentence, cue, candidates).is_none();
    paused
        && cue.complement == Complement::Np
        && !is_day(sentence, noun.head())
        && (quoted || !takes_nouns || closed)
}

fn is_day(sentence: &Sentence, at: usize) -> bool {
    sentence.item(at).is_some_and(complement::is_day)
}

fn choose_side(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Option<Side> {
    if contents::is_impersonal(cue.shape) {
        return Some(Side::Around);
    }
    let block = block(cue, source);
    let end = contents::left_end(sentence, &block);
    let quoted = sentence.before(end).is_some_and(|item| item.is_quotation());
    let paused = quoted || end < block.start;
    let speech = cue.frames.has(Frame::Quote) || cue.frames.has(Frame::Clause);
    let left = end > 0 && paused && (quoted && cue.frames.has(Frame::Quote) || speech);
    match cue.complement {
        _ if cue.shape == Shape::According => Some(according_side(sentence, cue, end)),
        _ if cue.shape == Shape::Colon => Some(Side::Right),
        Complement::Quote if left && quoted => Some(Side::Left),
        Complement::That | Complement::Clause | Complement::Quote => Some(Side::Right),
        _ if left && quoted && cue.shape != Shape::Gerund => Some(Side::Left),
        Complement::Pause | Complement::End | Complement::Other if left => Some(Side::Left),
        Complement::Np if left && source.is_some_and(|source| source.link == Link::Inverted) => {
            Some(Side::Left)
        }
        Complement::Pause if cue.frames.has(Frame::Clause) && clause_behind_pause(sentence, cue) => {
            Some(Side::Right)
        }
        Complement::Pause | Complement::End | Complement::Other => None,
        _ => Some(Side::Right),
    }
}

/// "said, if elected, she would": a clause behind an insertion.
fn clause_behind_pause(sentence: &Sentence, cue: &Cue) -> bool {
    let rest = sentence.items.get(cue.opens + 1..).unwrap_or_default();
    let first = sentence.item(cue.opens + 1).is_some_and(|item| item.tag == Tag::IN || item.is("that"));
    first && rest.iter().any(is_finite)
}

/// "A, according to B", but "…: according to B, A".
fn according_side(sentence: &Sentence, cue: &Cue, end: usize) -> Side {
    let opens = |item: &Item| is_dash(item) || item.tag == Tag::CC || item.is_any(&[";", ":", "that"]);
    let first = end == 0 || sentence.before(cue.items.start).is_some_and(opens);
    if first { Side::Right } else { Side::Left }
}

/// How far a cue is to be trusted in its frame.
fn trust(cue: &Cue, side: Side, source: Option<&Source>, sentence: &Sentence) -> f32 {
    let frames = cue.frames;
    let has = |frame| frames.has(frame);
    let quoted_left = || {
        let end = contents::left_end(sentence, &block(cue, source));
        sentence.before(end).is_some_and(|item| item.is_quotation())
    };
    let support = match (cue.shape, side, cue.complement) {
        (Shape::According | Shape::Adverb | Shape::Raised, ..) => 1.0,
        (Shape::Colon, _, Complement::Quote) => 1.0,
        (Shape::Colon, ..) if sentence.items.iter().skip(cue.opens).any(is_finite) => 0.7,
        (Shape::Colon, ..) => 0.0,
        (Shape::Noun, _, Complement::Preposition) => 0.0,
        (Shape::Noun, ..) => 1.1,
        (Shape::Adjective, _, Complement::Preposition) => 0.8,
        (Shape::Adjective, ..) => 1.0,
        (Shape::Passive, _, Complement::Np | Complement::Other | Complement::Pause | Complement::End) => 0.0,
        (_, Side::Left, _) if quoted_left() => 1.4,
        (_, Side::Left, _) => 0.9,
        (_, _, Complement::Quote) if has(Frame::Quote) => 1.4,
        (_, _, Complement::Quote) => 0.9,
        (_, _, Complement::That) if has(Frame::That) || has(Frame::Clause) => 1.3,
        (_, _, Complement::Clause) if has(Frame::Clause) => 1.2,
        (_, Side::Right, Complement::Pause) => 0.8,
        (_, _, Complement::Wh) if has(Frame::Wh) => 0.9,
        (_, _, Complement::To) if has(Frame::To) => 1.0,
        (_, _, Complement::Object) => 1.0,
        (_, _, Complement::Ing) if has(Frame::Ing) => 0.9,
        (_, _, Complement::Np) if has(Frame::Np) && cue.class == Class::Speech => 0.8,
        (_, _, Complement::Np) if has(Frame::Np) => 0.7,
        (_, _, Complement::Preposition) => 0.9,
        _ => 0.0,
    };
    let impersonal = contents::is_impersonal(cue.shape) || cue.shape == Shape::Noun;
    let source = if source.is_none() && !impersonal { 0.75 } else { 1.0 };
    (cue.grade.sqrt() * support * source).min(0.99)
}

/// Content behind the cue.
fn right(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Vec<Range<usize>> {
    let block = block(cue, source);
    let start = cue.opens.max(block.end);
    Vec::from([start..right_end(sentence, cue, start)])
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
fn own_subject(sentence: &Sentence, at: usize) -> bool {
    let noun = sentence.noun_from(at).and_then(|index| sentence.nouns.get(index));
    let cue = noun
        .and_then(|noun| sentence.cue_over(noun.items.end).filter(|cue| cue.items.start == noun.items.end));
    cue.is_some_and(|cue| {
        cue.class == Class::Speech
            && matches!(cue.complement, Complement::That | Complement::Clause | Complement::Quote)
    })
}

/// Content before the cue; and behind it, where the cue interrupts a quotation.
fn left(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Vec<Range<usize>> {
    let block = block(cue, source);
    let end = contents::left_end(sentence, &block);
    let starts = contents::left_starts(sentence, end);
    let start = starts.iter().find(|start| begins(sentence, end, start)).map_or(0, |start| start.at);
    let mut content = vec![start..end];
    content.extend(rejoined(sentence, cue, &(start..end), block.end));
    content
}

/// What goes on behind a cue that interrupts: `“A,” he said, “B”`, and "The plan, he said, is to wait".
pub fn rejoined(sentence: &Sentence, cue: &Cue, left: &Range<usize>, from: usize) -> Option<Range<usize>> {
    if sentence.before(left.end).is_some_and(|item| item.is_quotation()) {
        return resumed(sentence, cue, from);
    }
    let verbless = !sentence.items.get(left.clone()).unwrap_or_default().iter().any(is_finite);
    let goes_on = cue.shape != Shape::According && sentence.item(from).is_some_and(is_pause);
    (verbless && goes_on).then(|| from + 1..right_end(sentence, cue, from + 1))
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

/// `“A,” he said, “B”`: the quotation behind the cue, up to its end.
fn resumed(sentence: &Sentence, cue: &Cue, from: usize) -> Option<Range<usize>> {
    let rest = sentence.items.get(from..)?;
    let at = from + rest.iter().position(|item| item.is_quotation())?;
    let between = sentence.items.get(from..at)?;
    let other =
        sentence.cues.iter().any(|other| other.items.start > cue.items.start && other.items.start < at);
    let paused = between.last().is_none_or(|item| is_pause(item) || item.lower.ends_with(['.', ':', ';']));
    (!other && paused).then_some(at..at + 1)
}

/// The clause around an impersonal cue: its subject, and what follows the cue.
fn around(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Vec<Range<usize>> {
    let mut content = right(sentence, &Cue { opens: cue.items.end.max(cue.opens), ..cue.clone() }, source);
    content.splice(0..0, subject_of_clause(sentence, cue, source));
    content
}

/// What stands before an impersonal cue in its clause; nothing for "it is said".
pub fn subject_of_clause(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Option<Range<usize>> {
    let block = block(cue, source);
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
