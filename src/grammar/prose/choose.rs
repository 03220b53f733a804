//! The choice among candidates by few preferences, without weights.
//!
//! Order of the day: is the cue to be trusted in its frame, who is its source, on which side stands the content,
//! where does it begin and end.

use super::candidate::{Choice, Complement, Cue, Link, Sentence, Shape, Side, Source};
use super::choose_content::{around, left, right};
use super::choose_source::{choose_source, disagreeing};
use super::complement::{is_dash, is_finite};
use super::contents::{self, block, trimmed};
use super::tail;
use crate::claim::Class;
use crate::grammar::cue::Frame;
use crate::grammar::item::Item;
use crate::grammar::tag::Tag;
use std::ops::Range;

/// Confidence below which no attribution is made.
pub const THRESHOLD: f32 = 0.5;

/// What is chosen for each cue of the sentence, in the order of the cues, and why.
pub fn choose(sentence: &Sentence) -> Vec<Choice> {
    let mut choices = preferred(sentence);
    choices.iter_mut().for_each(|choice| choice.trail = trail(sentence, choice));
    choices
}

/// The same without the reasons: most of what is preferred gives way to what is weighed.
pub fn preferred(sentence: &Sentence) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for index in 0..sentence.cues.len() {
        let shared = disagreeing(sentence, index)
            .or_else(|| choices.iter().rev().find_map(|choice| choice.source.clone()));
        choices.extend(tail::final_tag(sentence, index).or_else(|| choose_one(sentence, index, shared)));
    }
    choices
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
        Side::Right => {
            contents::with_object(sentence, cue, source.as_ref(), right(sentence, cue, source.as_ref()))
        }
        Side::Left => left(sentence, cue, source.as_ref()),
        Side::Around => around(sentence, cue, source.as_ref()),
    };
    let content: Vec<Range<usize>> =
        content.into_iter().map(|range| trimmed(sentence, range)).filter(|range| !range.is_empty()).collect();
    (contents::awaits(sentence, cue) || !content.is_empty()).then_some(Choice {
        cue: index,
        source,
        content,
        side,
        confidence,
        trail: Vec::new(),
    })
}

/// The reasons of a choice, in words.
pub fn trail(sentence: &Sentence, choice: &Choice) -> Vec<String> {
    let Some(cue) = sentence.cues.get(choice.cue) else { return Vec::new() };
    let source = choice.source.as_ref().map(|source| format!("{:?}", source.link).to_lowercase());
    let (link, side) = (source.unwrap_or_else(|| "none".to_owned()), choice.side);
    vec![
        format!("cue {:?} before {:?}, grade {:.2}", cue.shape, cue.complement, cue.grade).to_lowercase(),
        format!("source {link}"),
        format!("content {side:?}").to_lowercase(),
    ]
}

fn choose_side(sentence: &Sentence, cue: &Cue, source: Option<&Source>) -> Option<Side> {
    if contents::is_impersonal(cue.shape) {
        return Some(Side::Around);
    }
    let block = block(sentence, cue, source);
    let end = contents::left_end(sentence, &block);
    let quoted = sentence.before(end).is_some_and(|item| item.is_quotation());
    let paused = quoted || end < block.start;
    let speech = cue.frames.has(Frame::Quote) || cue.frames.has(Frame::Clause);
    let left = end > 0 && paused && (quoted && cue.frames.has(Frame::Quote) || speech);
    match cue.complement {
        _ if cue.shape == Shape::According => Some(according_side(sentence, block.start, end)),
        _ if cue.shape == Shape::Colon => Some(Side::Right),
        Complement::Pause | Complement::End | Complement::Other if done_by(cue, source) => Some(Side::Around),
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

/// "The report was denied by the ministry": what is denied is the subject.
fn done_by(cue: &Cue, source: Option<&Source>) -> bool {
    cue.shape == Shape::Passive && source.is_some_and(|source| source.link == Link::By)
}

/// "said, if elected, she would": a clause behind an insertion.
fn clause_behind_pause(sentence: &Sentence, cue: &Cue) -> bool {
    let rest = sentence.items.get(cue.opens + 1..).unwrap_or_default();
    let first = sentence.item(cue.opens + 1).is_some_and(|item| item.tag == Tag::IN || item.is("that"));
    first && rest.iter().any(is_finite)
}

/// "A, according to B", but "…: according to B, A".
fn according_side(sentence: &Sentence, start: usize, end: usize) -> Side {
    let opens = |item: &Item| is_dash(item) || item.tag == Tag::CC || item.is_any(&[";", ":", "that"]);
    let first = end == 0 || sentence.before(start).is_some_and(opens);
    if first { Side::Right } else { Side::Left }
}

/// How far a cue is to be trusted in its frame.
fn trust(cue: &Cue, side: Side, source: Option<&Source>, sentence: &Sentence) -> f32 {
    let frames = cue.frames;
    let has = |frame| frames.has(frame);
    let quoted_left = || {
        let end = contents::left_end(sentence, &block(sentence, cue, source));
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
        (Shape::Passive, Side::Around, _) => 0.9,
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
