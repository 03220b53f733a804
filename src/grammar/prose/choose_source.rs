//! Whose words they are, by hand-set preferences.

use super::adverbial;
use super::candidate::{Complement, Cue, Link, Sentence, Shape, Source};
use super::contents::is_pause;
use super::nominal::label_start;
use super::sources::{self, is_introduced};
use super::unsaid::{QUOTED, QUOTED_WITHIN};
use crate::grammar::cue::Frame;
use crate::grammar::item::Item;
use crate::grammar::speaker::Sort;
use crate::grammar::tag::Tag;

/// The source by the shape of the cue.
pub fn choose_source(sentence: &Sentence, cue: &Cue, shared: Option<Source>) -> Option<Source> {
    let candidates = sources::sources(sentence, cue);
    let linked = |links: &[Link]| {
        let ranked = candidates.iter().rev().filter(|source| links.contains(&source.link));
        ranked.min_by_key(|source| links.iter().position(|link| *link == source.link)).cloned()
    };
    match cue.shape {
        Shape::Raised | Shape::Adverb => None,
        Shape::According => linked(&[Link::Inverted, Link::Owner]),
        Shape::Colon => {
            label(sentence, cue, &candidates).or(candidates.first().filter(|it| it.items.start == 0)).cloned()
        }
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

/// "From the report: “…”": the label before a quotation.
pub fn label<'s>(sentence: &Sentence, cue: &Cue, candidates: &'s [Source]) -> Option<&'s Source> {
    let start = label_start(&sentence.items, cue.items.start);
    candidates.iter().find(|it| cue.complement == Complement::Quote && it.items.start == start)
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
            .is_some_and(|item| is_pause(item) || item.is("(") || is_postmodifier(item));
        let adverbial = is_introduced(sentence, source) && source.link == Link::Apposed;
        if !heads || source.sort == Sort::Relative || adverbial {
            break;
        }
        best = source;
    }
    Some(best.clone())
}

/// Whether a word behind a noun's head goes on with its phrase.
fn is_postmodifier(item: &Item) -> bool {
    matches!(item.tag, Tag::IN | Tag::JJ | Tag::VBN | Tag::VBG | Tag::WP | Tag::WDT)
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
            && !is_introduced(sentence, source)
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
    if stands_behind_quoted(sentence, cue) {
        return governing(sentence, candidates);
    }
    let adjacent = candidates.iter().rev().find(|source| source.link == Link::Subject);
    let with = adjacent.filter(|source| stands_behind_with(sentence, source));
    with.cloned()
        .or(shared.map(|source| Source { link: Link::Shared, ..source }))
        .or_else(|| governing(sentence, candidates))
}

/// "was quoted (by the Post) as saying": who is quoted says it.
pub fn stands_behind_quoted(sentence: &Sentence, cue: &Cue) -> bool {
    let before = sentence.items.get(cue.items.start.saturating_sub(QUOTED_WITHIN)..cue.items.start);
    let before = before.unwrap_or_default();
    before.last().is_some_and(|item| item.is("as")) && before.iter().any(|item| item.is_any(QUOTED))
}

/// "with Smith adding", "with Smith adding … and Lind saying": the gerund has a subject of its own.
pub fn stands_behind_with(sentence: &Sentence, source: &Source) -> bool {
    let behind = |start: usize, words: &[&str]| sentence.before(start).is_some_and(|item| item.is_any(words));
    let start = source.items.start;
    let before = sentence.nouns.partition_point(|noun| noun.items.end < start);
    let mut nouns = sentence.nouns.iter().take(before).rev().take(NOUNS_BETWEEN);
    let says = |at: usize| sentence.cue_over(at).is_some_and(|cue| cue.shape == Shape::Gerund);
    let joined = behind(start, &["and", "while"]);
    behind(start, &["with"])
        || joined && nouns.any(|noun| behind(noun.items.start, &["with"]) && says(noun.items.end))
}

/// Noun phrases between the subjects of two gerunds.
const NOUNS_BETWEEN: usize = 12;

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
    sentence.item(at).is_some_and(|item| adverbial::is_day(item) || adverbial::is_part_of_day(item))
}

/// "X disagreed, telling Y that": the subject of a cue that says nothing itself and stands right before a gerund.
pub fn disagreeing(sentence: &Sentence, index: usize) -> Option<Source> {
    let gerund = sentence.cues.get(index).filter(|cue| cue.shape == Shape::Gerund)?;
    let before = sentence.cues.get(index.checked_sub(1)?)?;
    let silent = before.shape == Shape::Finite && before.complement == Complement::Pause;
    (silent && before.opens + 1 == gerund.items.start)
        .then(|| subject(sentence, before, &sources::sources(sentence, before)))
        .flatten()
}
