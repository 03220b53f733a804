//! Productions of cues that are no verbs: "according to" and its kin, nouns, adjectives, labels.

use super::candidate::{Complement, Cue, Sentence, Shape};
use super::complement::{self, is_auxiliary, is_be, is_dash, is_finite, starts_infinitive};
use crate::claim::Class;
use crate::grammar::cue::{self, Entry, Frame};
use crate::grammar::item::{Item, Items, Parsed};
use crate::grammar::speaker::{Noun, Sort, one};
use crate::grammar::tag::Tag;
use nom::Parser;
use nom::branch::alt;
use std::ops::Range;

/// `according = "according" "to" | ( "in" | "by" ) "the" voice "of" | in_ones_words`
pub fn according(items: &[Item], nouns: &[Noun], at: usize) -> Option<Cue> {
    let input = Items(items.get(at..)?);
    let count = match attributive(input) {
        Ok((rest, ())) => input.len() - rest.len(),
        Err(_) if in_ones_words(items, nouns, at) => 1,
        Err(_) => return None,
    };
    Some(Cue::plain(at..at + count, "accord", Class::Speech, Shape::According))
}

fn attributive<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, ()> {
    let word = |word: &'static str| one(move |item: &Item| item.is(word));
    let into = one(|item: &Item| item.is_any(&["in", "by"]));
    let voice = one(|item: &Item| item.is_any(VOICES));
    alt(((word("according"), word("to")).map(drop), (into, word("the"), voice, word("of")).map(drop)))
        .parse(input)
}

/// `voice = "words" | "view" | "account" | …`: what one says or holds, where it stands beside a clause
pub const VOICES: &[&str] = &[
    "words",
    "view",
    "opinion",
    "eyes",
    "judgment",
    "judgement",
    "telling",
    "account",
    "estimation",
    "reckoning",
    "admission",
    "assessment",
    "estimate",
    "estimates",
];

/// `in_ones_words = ( "in" | "by" ) owner [ "own" ] voice`, between pauses; what stands in one's eyes may be tears
fn in_ones_words(items: &[Item], nouns: &[Noun], at: usize) -> bool {
    let voice = items.get(at).is_some_and(|item| item.is_any(VOICES) && !item.is("eyes"));
    let Some(phrase) = nouns.iter().find(|noun| noun.items.end == at + 1).filter(|_| voice) else {
        return false;
    };
    let owned = is_owned(items, phrase.items.start..at);
    let ends = |item: &Item| !item.is_word() || item.is("that");
    let before = |count: usize| phrase.items.start.checked_sub(count).and_then(|at| items.get(at));
    let apart = before(2).is_none_or(ends) && items.get(at + 1).is_none_or(ends);
    owned && apart && before(1).is_some_and(|item| item.is_any(&["in", "by"]))
}

/// `cue_noun = listed_noun ( [ preposition ] | ( "by" | "from" ) noun )`, before a complement that it takes; `told`;
/// `copular`
pub fn noun_cue(items: &[Item], nouns: &[Noun], at: usize) -> Option<Cue> {
    let item = items.get(at).filter(|item| matches!(item.tag, Tag::NN | Tag::NNS))?;
    let entry = cue::noun(&item.lower)?;
    let cue = copular(items, nouns, at, entry)
        .or_else(|| predicative(items, nouns, at..at + 1, entry, Shape::Noun));
    let opens = || claimed_by(items, nouns, at).filter(|_| entry.frames.has(Frame::That));
    let with = |complement, opens, grade| {
        let noun = Cue::plain(at..at + 1, &entry.lemma, entry.class, Shape::Noun);
        Cue { grade, frames: entry.frames, complement, opens, ..noun }
    };
    cue.or_else(|| Some(with(Complement::That, opens()?, entry.grade)))
        .or_else(|| Some(with(Complement::Quote, told(items, nouns, at, entry)?, Cue::SURE)))
}

/// `copular = ( owner noun | noun ( "of" | "from" | "by" ) noun ) be ( "that" … | [ ":" ] quotation )`: "Her answer was that …"
fn copular(items: &[Item], nouns: &[Noun], at: usize, entry: &Entry) -> Option<Cue> {
    let word = |at: usize, words: &[&str]| items.get(at).is_some_and(|item| item.is_any(words));
    let phrase = nouns.iter().find(|noun| noun.items.end == at + 1)?;
    let before = phrase.items.start.checked_sub(1).and_then(|before| items.get(before));
    let is_subject = before.is_none_or(|item| !matches!(item.tag, Tag::IN | Tag::TO) && !is_finite(item));
    let owned = is_owned(items, phrase.items.start..at);
    let links: &[&str] = if owned { &["to", "on", "in"] } else { &["of", "from", "by"] };
    let linked = nouns.iter().find(|noun| noun.items.start == at + 2).filter(|_| word(at + 1, links));
    let be = linked.map_or(at + 1, |noun| noun.items.end);
    let opens = be + 1 + usize::from(word(be + 1, &[":"]));
    let complement = match items.get(opens)? {
        item if item.is_quotation() && item.closed => Complement::Quote,
        item if item.is("that") && tells(items, opens + 1) => Complement::That,
        _ => return None,
    };
    let is_copula = items.get(be).is_some_and(|item| is_finite(item) && is_be(item));
    let end = if owned { opens } else { at + 1 };
    (is_subject && is_copula && (owned || linked.is_some())).then(|| Cue {
        frames: entry.frames,
        complement,
        opens,
        ..Cue::plain(at..end, &entry.lemma, entry.class, Shape::Noun)
    })
}

/// Whether a clause begins at an item: “that” before it is no pronoun (“was that of a child”).
fn tells(items: &[Item], at: usize) -> bool {
    let mut words = items.iter().skip(at).take(LONGEST_TOLD).take_while(|item| item.is_word());
    items.get(at).is_some_and(|item| item.tag != Tag::IN) && words.any(is_finite)
}

/// "the ministry’s", "her".
fn is_owned(items: &[Item], phrase: Range<usize>) -> bool {
    let words = items.get(phrase).unwrap_or_default();
    words.iter().any(|item| matches!(item.tag, Tag::POS | Tag::PRPS))
}

/// "the claim by the mayor | that": where what is claimed begins.
fn claimed_by(items: &[Item], nouns: &[Noun], at: usize) -> Option<usize> {
    items.get(at + 1).filter(|item| item.is_any(&["by", "from"]))?;
    let by = nouns.iter().find(|noun| noun.items.start == at + 2)?;
    complement::is_that(items, by.items.end).then_some(by.items.end)
}

/// `told = owner noun [ "to" … ] [ be word { word } ] ":" quotation`: "Her answer was short: “…”"
fn told(items: &[Item], nouns: &[Noun], at: usize, entry: &Entry) -> Option<usize> {
    let phrase = nouns.iter().find(|noun| noun.items.end == at + 1)?;
    let owned = is_owned(items, phrase.items.start..at);
    let words = items.get(at + 1..)?.iter().take(LONGEST_TOLD).take_while(|item| item.is_word());
    let verbs = words.clone().filter(|item| is_finite(item));
    let colon = at + 1 + words.clone().count();
    let plain = verbs.clone().count() < 2 && verbs.into_iter().all(is_be);
    let quoted = items.get(colon).is_some_and(|item| item.is(":"))
        && items.get(colon + 1).is_some_and(complement::is_sentence_quoted);
    (owned && plain && quoted && entry.class == Class::Speech).then_some(colon + 1)
}

/// Items between a noun that names what is said and the colon before it.
const LONGEST_TOLD: usize = 10;

/// `adjective_group = { auxiliary | copula } listed_adjective [ preposition ]`, before a complement that it takes
pub fn adjective_cue(items: &[Item], nouns: &[Noun], at: usize) -> Option<Cue> {
    let before = |item: &Item| is_auxiliary(item) || item.is_any(COPULAS);
    let head = at + items.get(at..)?.iter().take_while(|item| before(item)).count();
    let item = items.get(head).filter(|item| matches!(item.tag, Tag::JJ | Tag::VBN | Tag::VBD | Tag::RB))?;
    let cue = predicative(items, nouns, at..head + 1, cue::adjective(&item.lower)?, Shape::Adjective)?;
    // "the concerned parents": an adjective before a noun says nothing of anybody.
    (item.tag != Tag::VBD || head > at).then_some(Cue { head, ..cue })
}

/// Verbs that link a subject to an adjective.
const COPULAS: &[&str] = &[
    "remain", "remains", "remained", "seem", "seems", "seemed", "sound", "sounds", "sounded", "look",
    "looks", "looked", "become", "becomes", "became", "feel", "feels", "felt", "grow", "grew", "stay",
    "stayed", "appear", "appears", "appeared",
];

/// A noun or an adjective before a complement that it takes; a preposition becomes part of the cue.
fn predicative(
    items: &[Item],
    nouns: &[Noun],
    group: Range<usize>,
    entry: &'static Entry,
    shape: Shape,
) -> Option<Cue> {
    let next = items.get(group.end)?;
    let infinitive = starts_infinitive(Items(items.get(group.end..)?));
    let linked = !infinitive && entry.prepositions.contains(&&*next.lower);
    let end = group.end + usize::from(linked);
    let found = complement::complement(items, nouns, end, entry.frames, linked);
    let takes = match found.complement {
        _ if linked => true,
        Complement::That => entry.frames.has(Frame::That),
        Complement::Clause => entry.frames.has(Frame::Clause),
        Complement::To => entry.frames.has(Frame::To) || entry.prepositions.contains(&"to"),
        Complement::Wh => entry.frames.has(Frame::Wh),
        _ => false,
    };
    (takes && found.at <= end + 1).then(|| Cue {
        grade: entry.grade,
        frames: entry.frames,
        complement: if linked { Complement::Preposition } else { found.complement },
        opens: if linked { end } else { found.at },
        ..Cue::plain(group.start..end, &entry.lemma, entry.class, shape)
    })
}

/// `colon = ":"`, behind the sentence’s first noun phrase, before something to say; behind `[ … dash ] [ [ "more" ] "from" ]
/// noun` a quotation
pub fn colon(items: &[Item], nouns: &[Noun], at: usize) -> Option<Cue> {
    items.get(at).filter(|item| item.is(":"))?;
    let quoted = items.get(at + 1).is_some_and(Item::is_quotation);
    let from = if quoted { label_start(items, at) } else { 0 };
    let label = nouns.iter().find(|noun| noun.items.start == from)?;
    let named = label.sort != Sort::Relative && at <= label.items.end + LABEL;
    let verbless = items.get(from..at)?.iter().all(|item| !is_finite(item));
    (named && verbless && at + 1 < items.len()).then(|| Cue {
        complement: if quoted { Complement::Quote } else { Complement::Clause },
        grade: 0.6,
        ..Cue::plain(at..at + 1, "", Class::Speech, Shape::Colon)
    })
}

/// Where a label before the colon of a quotation begins: behind a dash ("A closer vote - Holm: “…”"), and behind "from".
pub fn label_start(items: &[Item], colon: usize) -> usize {
    let before = items.get(..colon).unwrap_or_default();
    let start = before.iter().rposition(is_dash).map_or(0, |dash| dash + 1);
    let is = |at: usize, word: &str| items.get(at).is_some_and(|item| item.is(word));
    let from = start + usize::from(is(start, "more"));
    if is(from, "from") { from + 1 } else { start }
}

/// Items that may stand between a label's noun phrase and its colon: an office, a place.
const LABEL: usize = 6;

/// Whether what a cue noun names is told behind a form of "be": "her answer was that …".
pub fn is_copular(sentence: &Sentence, cue: &Cue) -> bool {
    let colon = usize::from(sentence.before(cue.opens).is_some_and(|item| item.is(":")));
    cue.shape == Shape::Noun && sentence.before(cue.opens.saturating_sub(colon)).is_some_and(is_be)
}
