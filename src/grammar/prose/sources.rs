//! Productions of sources: the noun phrases around a cue, and how each stands to it.

use super::adverbial::{is_day, is_span_of_time};
use super::candidate::{Complement, Cue, Link, Sentence, Shape, Source};
use super::complement::{is_dash, is_finite};
use super::contents::SUBORDINATORS;
use super::nominal::is_copular;
use crate::grammar::item::{Item, Items, Parsed};
use crate::grammar::speaker::{Noun, Sort, one, when, when_end};
use crate::grammar::tag::Tag;
use nom::branch::alt;
use nom::combinator::{all_consuming, opt, value};
use nom::multi::{many_till, many0, many1};
use nom::sequence::preceded;
use nom::{IResult, Parser};
use std::ops::Range;

/// Items before a cue in which its source is looked for.
const REACH: usize = 48;

/// Items behind a cue in which its source is looked for.
const REACH_BEHIND: usize = 8;

/// The sources that a cue may have, in the order of the sentence.
pub fn sources(sentence: &Sentence, cue: &Cue) -> Vec<Source> {
    let from = cue.items.start.saturating_sub(REACH);
    let to = cue.items.end + REACH_BEHIND;
    let near = |index: &usize| {
        sentence.nouns.get(*index).is_some_and(|noun| noun.items.start >= from && noun.items.end <= to)
    };
    let candidates = (0..sentence.nouns.len()).filter(near);
    let mut sources: Vec<Source> = candidates.filter_map(|noun| source(sentence, cue, noun)).collect();
    if cue.shape == Shape::Finite && sources.first().is_some_and(|first| first.items.start < cue.items.start)
    {
        let first = sources.first().map_or(0, |first| first.items.start);
        // "A sign on the door | said": what a preposition stands before is no subject, where there is another.
        sources.retain(|source| {
            source.link != Link::Subject || source.items.start == first || !is_introduced(sentence, source)
        });
    }
    if let Some(subject) = interrupted_subject(sentence, cue, &sources) {
        sources.retain(|source| source.head < subject);
    }
    sources.extend(owner(sentence, cue));
    sources
}

/// "Lind, who met the mayor of Ashford, | said": where the noun phrase ends that opens a clause and is its subject, whatever
/// else stands in what is inserted or behind the cue.
fn interrupted_subject(sentence: &Sentence, cue: &Cue, sources: &[Source]) -> Option<usize> {
    let subject = sources.iter().find(|source| source.link == Link::Apposed)?;
    let noun = sentence.noun_over(subject.head).and_then(|index| sentence.nouns.get(index))?;
    let opens = |item: &Item| item.is_any(&["that", "and", "but", ";", ":"]) || item.is_quotation();
    let first = sentence.before(subject.items.start).is_none_or(opens);
    let inserted = sentence.item(noun.items.end).is_some_and(|item| item.is(","));
    let verb = cue.shape == Shape::Finite && cue.complement != Complement::Pause;
    (first && inserted && verb && noun.sort != Sort::Relative).then_some(noun.items.end)
}

/// Whether a preposition stands before the source: then it is part of a longer phrase or an adverbial.
pub fn is_introduced(sentence: &Sentence, source: &Source) -> bool {
    let preposition = |item: &Item| item.tag == Tag::IN && !item.is("that") && !item.is_any(SUBORDINATORS);
    sentence.before(source.items.start).is_some_and(preposition)
}

fn source(sentence: &Sentence, cue: &Cue, index: usize) -> Option<Source> {
    let noun = sentence.nouns.get(index)?;
    let head = sentence.item(noun.head());
    if noun.items.len() == 1 && head.is_some_and(is_day) || head.is_some_and(measures) {
        return None;
    }
    let link = if noun.items.end <= cue.items.start {
        link_before(sentence, cue, index)?
    } else if noun.items.start >= cue.items.end {
        link_behind(sentence, cue, index)?
    } else {
        return None;
    };
    let items = match link {
        Link::Subject if cue.shape == Shape::Noun => {
            let end = before_verb(sentence, noun.items.end..cue.items.start);
            coordinated(sentence, noun.items.start)..end
        }
        Link::Apposed if is_interrupted(sentence, noun.items.end..cue.items.start) => noun.items.clone(),
        Link::Subject | Link::Attributed | Link::Apposed => {
            let end = subject_end(sentence, cue, noun.items.end);
            coordinated(sentence, noun.items.start)..end
        }
        Link::Before => noun.items.start..of_tail(sentence, noun.items.end).min(cue.items.start),
        Link::Inverted | Link::By => noun.items.start..whole(sentence, noun.items.end),
        _ => noun.items.clone(),
    };
    Some(Source { head: noun.head(), sort: noun.sort, items, link })
}

/// "A few minutes later they said": no one of whom it is told, but when. "The Week said" it.
fn measures(item: &Item) -> bool {
    is_span_of_time(item) && item.word.starts_with(char::is_lowercase)
}

/// "Biden, the official said, warned": what stands between is another's cue, no part of the source.
fn is_interrupted(sentence: &Sentence, gap: Range<usize>) -> bool {
    let relative = |at: usize| sentence.item(at).is_some_and(|item| is_relative(item));
    let within =
        |cue: &Cue| gap.start <= cue.items.start && cue.items.end <= gap.end && cue.shape == Shape::Finite;
    !gap.clone().any(relative) && sentence.cues.iter().any(within)
}

/// "Lind | has no doubt", "the head of the board | also made a call for": where the verb's group begins.
fn before_verb(sentence: &Sentence, gap: Range<usize>) -> usize {
    let is = |at: usize, what: fn(&Item) -> bool| sentence.item(at).is_some_and(what);
    let verb = gap.clone().find(|at| is(*at, is_finite)).unwrap_or(gap.start);
    let adverbs = (gap.start..verb).rev().take_while(|at| is(*at, |item| item.tag == Tag::RB)).count();
    verb - adverbs
}

/// The subject runs up to its cue, adverbs and another verb left out.
fn subject_end(sentence: &Sentence, cue: &Cue, head_end: usize) -> usize {
    if sentence.items.get(head_end..cue.items.start).is_some_and(|gap| correlates(Items(gap))) {
        return head_end;
    }
    before_adverbials(sentence, head_end..cue.items.start)
}

/// Where the adverbs and days begin that end a range.
fn before_adverbials(sentence: &Sentence, range: Range<usize>) -> usize {
    let Range { start, mut end } = range;
    while let Some(before) = sentence.before(end).filter(|_| end > start) {
        // "Lind on Friday said".
        let on = is_day(before) && sentence.before(end - 1).is_some_and(|item| item.is("on"));
        let when = end >= start + 2
            && sentence.items.get(end - 2..end).is_some_and(|last| when(Items(last)).is_ok())
            && sentence.before(end - 2).is_none_or(|item| item.tag != Tag::IN);
        match before.tag {
            _ if on || when => end -= 2,
            Tag::RB => end -= 1,
            _ => break,
        }
    }
    end.max(start)
}

/// `coordinated = [ "neither" ] noun { ( "and" | "or" | "nor" ) noun }`: where it begins, seen from its last noun
fn coordinated(sentence: &Sentence, from: usize) -> usize {
    let mut start = from;
    while sentence.before(start).is_some_and(|item| item.is_any(&["and", "or", "nor"])) {
        let end = before_insertion(sentence, start - 1);
        let Some(noun) = sentence.noun_to(end).and_then(|index| sentence.nouns.get(index)) else {
            break;
        };
        let opens = sentence.before(noun.items.start).is_none_or(|item| {
            !matches!(item.tag, Tag::IN | Tag::TO | Tag::VB | Tag::VBD | Tag::VBG | Tag::VBP | Tag::VBZ)
        });
        if !opens {
            break;
        }
        start = noun.items.start;
    }
    start - usize::from(start < from && sentence.before(start).is_some_and(|item| item.is("neither")))
}

/// "Berg, 54, | and Lind": where the noun phrase ends that an insertion follows.
fn before_insertion(sentence: &Sentence, end: usize) -> usize {
    let comma = |at: usize| sentence.item(at).is_some_and(|item| item.is(","));
    let Some(close) = end.checked_sub(1).filter(|close| comma(*close)) else { return end };
    let open = (close.saturating_sub(INSERTED)..close).rev().find(|at| comma(*at));
    let plain = |item: &Item| item.is_word() && !is_finite(item);
    let inserted = open.and_then(|open| sentence.items.get(open + 1..close)).unwrap_or_default();
    open.filter(|_| !inserted.is_empty() && inserted.iter().all(plain)).unwrap_or(end)
}

/// Words of an insertion behind the first of two who speak.
const INSERTED: usize = 8;

fn link_before(sentence: &Sentence, cue: &Cue, index: usize) -> Option<Link> {
    let noun = sentence.nouns.get(index)?;
    let gap = Items(sentence.items.get(noun.items.end..cue.items.start)?);
    if cue.shape == Shape::Noun {
        return Some(if holds(gap) { Link::Subject } else { Link::Before });
    }
    let link = if noun.sort == Sort::Relative && adverbs_only(gap) {
        Link::Relative
    } else if noun.sort == Sort::Relative
        && gap.0.last().is_some_and(|item| item.is(",") || item.is_quotation())
    {
        // "Lund, who called it “a fairy tale,” | refused": its clause is over.
        return None;
    } else if adverbs_only(gap) || correlates(gap) {
        Link::Subject
    } else if joins_verbs(gap) {
        Link::Before
    } else if is_measure(sentence, noun.head(), gap) {
        return None;
    } else if attributed(gap) {
        Link::Attributed
    } else if apposed(gap) || inserted_between(sentence, noun.items.end..cue.items.start) {
        Link::Apposed
    } else {
        Link::Before
    };
    Some(link)
}

/// "Two weeks before | Lind": when, not who.
fn is_measure(sentence: &Sentence, head: usize, gap: Items) -> bool {
    let relative = gap.first().is_some_and(|item| item.is_any(&["before", "after", "since"]));
    relative && sentence.item(head).is_some_and(is_span_of_time)
}

/// Whether a cue noun's owner stands before its verb: "he has hopes that".
fn holds(gap: Items) -> bool {
    gap.len() < 8 && gap.0.iter().filter(|item| is_finite(item)).count() == 1
}

/// `{ adverb | when }`: "Lind last week".
fn adverbs_only(gap: Items) -> bool {
    all_consuming(many0(alt((when, one(is_adverb).map(drop))))).parse(gap).is_ok()
}

/// "would neither confirm nor | deny": one subject has both verbs.
fn correlates(gap: Items) -> bool {
    let before = |item: &Item| item.tag == Tag::MD || is_adverb(item);
    let mut rest = gap.0.iter().skip_while(|item| before(item) && !item.is("neither"));
    let opens = rest.next().is_some_and(|item| item.is("neither"));
    opens && gap.len() < CORRELATED && rest.last().is_some_and(|item| item.is("nor"))
}

/// Items between a subject and the second of its verbs.
const CORRELATED: usize = 8;

/// "left the union by March and | suggested": the conjunction joins verbs, so the subject stands further off.
fn joins_verbs(gap: Items) -> bool {
    gap.0.last().is_some_and(|item| item.is_any(&["and", "or", "but"]))
}

/// `attributed = { adverb } ( related | description { description } )`
///
/// `description = prepositional | predicated | purpose | adverb`
fn attributed(gap: Items) -> bool {
    let described = many1(alt((prepositional, predicated, purpose, one(is_adverb).map(drop))));
    all_consuming(preceded(many0(one(is_adverb)), described)).parse(gap).is_ok() || related(gap)
}

/// `predicated = ( adjective | participle ) [ day ] ( prepositional | "to" nominal { nominal } )`: "close to the mayor"
fn predicated<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, ()> {
    let predicate = one(|item: &Item| matches!(item.tag, Tag::JJ | Tag::VBN | Tag::VBG));
    let link =
        alt((prepositional, (one(|item: &Item| item.tag == Tag::TO), many1(one(is_nominal))).map(drop)));
    (predicate, opt(one(is_day)), link).map(drop).parse(input)
}

/// `purpose = "to" verb { nominal }`: "in a position to know"
fn purpose<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, ()> {
    let verb = (one(|item: &Item| item.tag == Tag::TO), one(|item: &Item| item.tag == Tag::VB));
    (verb, many0(one(is_nominal))).map(drop).parse(input)
}

/// `related = relative …`, a clause of one verb without a pause: "who wrote the report"
fn related(gap: Items) -> bool {
    let relative = gap.first().is_some_and(|item| matches!(item.tag, Tag::WP | Tag::WDT));
    let finite = gap.0.iter().filter(|item| is_finite(item)).count();
    relative && finite == 1 && gap.len() > 2 && gap.0.iter().all(|item| item.is_word())
}

/// `prepositional = preposition nominal { nominal }`, of any words of a noun phrase
fn prepositional<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, ()> {
    let preposition = |item: &Item| item.tag == Tag::IN && !item.is("that") && !item.is_any(CLAUSAL);
    preceded(one(preposition), many1(one(is_nominal))).map(drop).parse(input)
}

/// Prepositions that a clause with a subject of its own may follow: "Lind on Sunday after | the mayor had said".
const CLAUSAL: &[&str] = &["after", "before", "because", "although", "though", "unless", "whereas", "while"];

/// An adverb, or a word that floats behind a subject as one does.
fn is_adverb(item: &Item) -> bool {
    item.tag == Tag::RB || item.is_any(FLOATING)
}

const FLOATING: &[&str] =
    &["both", "all", "each", "himself", "herself", "itself", "themselves", "myself", "ourselves"];

fn is_nominal(item: &Item) -> bool {
    match item.tag {
        Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::DT | Tag::JJ | Tag::CD | Tag::POS | Tag::PRPS => {
            true
        }
        Tag::PRP | Tag::JJR | Tag::JJS | Tag::PDT => true,
        _ => item.is_any(&["and", "&"]),
    }
}

/// `apposed = { prepositional } insertion { insertion } [ "," ] { adverb }`
fn apposed(gap: Items) -> bool {
    let comma = opt(one(|item: &Item| item.is(",")));
    all_consuming(preceded(many0(prepositional), many1(insertion)).and(comma).and(many0(one(is_adverb))))
        .parse(gap)
        .is_ok()
}

/// `inserted = "," { word | "," } ","`, no verb but behind a relative pronoun: "Lind, a farmer from Ashford, which lies by the
/// river, | said"
fn inserted_between(sentence: &Sentence, gap: Range<usize>) -> bool {
    let gap = gap.start..before_adverbials(sentence, gap);
    let Some([open, inside @ .., close]) = sentence.items.get(gap) else { return false };
    let apart = |item: &Item| item.is_any(&[";", ":", "."]) || item.is_quotation();
    let first = inside.iter().find(|item| is_relative(item) || is_finite(item));
    open.is(",") && close.is(",") && first.is_none_or(is_relative) && !inside.iter().any(apart)
}

fn is_relative(item: &Item) -> bool {
    matches!(item.tag, Tag::WP | Tag::WDT | Tag::WPS)
}

/// `insertion = "," … "," | "(" … ")" | dash … dash`
fn insertion<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, ()> {
    alt((
        between(|item| item.is(","), |item| item.is(",")),
        between(|item| item.is("("), |item| item.is(")")),
        between(is_dash, is_dash),
    ))
    .parse(input)
}

/// Something between two signs, the last of which a further insertion may share: ", 46, a farmer,".
fn between<'i, 't: 'i>(
    open: fn(&Item) -> bool,
    close: fn(&Item) -> bool,
) -> impl Parser<Items<'i, 't>, Output = (), Error = crate::grammar::item::Miss> {
    move |input: Items<'i, 't>| -> IResult<Items<'i, 't>, (), crate::grammar::item::Miss> {
        let inside = one(|item: &Item| !item.is_any(&[";", ":", "."]) && !item.is_quotation());
        let (rest, _) = one(open).parse(input)?;
        value((), many_till(inside, one(close))).parse(rest)
    }
}

fn link_behind(sentence: &Sentence, cue: &Cue, index: usize) -> Option<Link> {
    let noun = sentence.nouns.get(index)?;
    let does = |noun: &Noun| sentence.item(noun.items.start).is_some_and(|item| item.tag == Tag::VBG);
    match sentence.items.get(cue.items.end..noun.items.start)? {
        [] => Some(Link::Inverted),
        // "Broke in by | praising Lind": how, not who.
        [.., by] if by.is("by") && noun.sort == Sort::Name && does(noun) => None,
        [.., by] if by.is("by") || by.is("from") && cue.shape == Shape::Noun => Some(Link::By),
        [of] if of.is("of") && is_copular(sentence, cue) => Some(Link::By),
        gap if gap.iter().any(|item| item.is_any(&[".", ";", ":", "?", "!"])) => None,
        _ => Some(Link::Behind),
    }
}

/// `whole = noun { tail | apposition | "(" … ")" }`: where a noun phrase ends that begins behind the cue
pub fn whole(sentence: &Sentence, head_end: usize) -> usize {
    let mut end = head_end;
    loop {
        let next = after_phrase(sentence, end)
            .or_else(|| after_apposition(sentence, end))
            .or_else(|| after_bracket(sentence, end));
        match next.filter(|next| *next > end) {
            Some(next) => end = next,
            None => return end,
        }
    }
}

/// "The Bank | of Norland left the rate alone and said": where a noun phrase ends with all that "of" adds.
fn of_tail(sentence: &Sentence, end: usize) -> usize {
    let of = sentence.item(end).filter(|item| item.is("of"));
    let noun = of.and_then(|_| sentence.noun_from(end + 1)).and_then(|index| sentence.nouns.get(index));
    noun.filter(|noun| noun.sort != Sort::Relative).map_or(end, |noun| noun.items.end)
}

/// `tail = [ when ] [ adjective ] ( "of" | "for" | "at" | "from" | "in" | "with" | "and" | "on" | "by" | "to" ) noun | participle …`
fn after_phrase(sentence: &Sentence, at: usize) -> Option<usize> {
    if sentence.item(at).is_some_and(|item| item.tag == Tag::VBN) {
        let rest = sentence.items.get(at..).unwrap_or_default().iter().take(PARTICIPIAL);
        return rest.clone().position(|item| !item.is_word()).map(|count| at + count);
    }
    // "A study last year | by economists".
    let at = when_end(&sentence.items, at).unwrap_or(at);
    // "A person familiar with the matter".
    let at = at + usize::from(sentence.item(at).is_some_and(|item| item.tag == Tag::JJ));
    let links = ["of", "for", "at", "from", "in", "with", "and", "on", "by", "to"];
    sentence.item(at).filter(|item| item.is_any(&links))?;
    if sentence.item(at + 1).is_some_and(is_day) {
        return None;
    }
    let noun = sentence.noun_from(at + 1).and_then(|index| sentence.nouns.get(index))?;
    let verb = sentence.item(noun.items.end).is_some_and(is_finite);
    (noun.sort != Sort::Relative && !verb).then_some(noun.items.end)
}

/// `"(" … ")"`
fn after_bracket(sentence: &Sentence, at: usize) -> Option<usize> {
    sentence.item(at).filter(|item| item.is("("))?;
    let rest = sentence.items.get(at..)?.iter().take(PARTICIPIAL);
    rest.clone().position(|item| item.is(")")).map(|count| at + count + 1)
}

/// Items of the longest participial phrase behind a noun: "a report published on Monday".
const PARTICIPIAL: usize = 10;

/// `apposition = "," noun { tail } [ relative … ] | "," relative …`, before a sign or the sentence’s end
fn after_apposition(sentence: &Sentence, at: usize) -> Option<usize> {
    sentence.item(at).filter(|item| item.is(","))?;
    let noun = sentence.noun_from(at + 1).and_then(|index| sentence.nouns.get(index))?;
    let mut end = noun.items.end;
    if noun.sort == Sort::Relative {
        return Some(relative_end(sentence, end));
    }
    while let Some(next) = after_phrase(sentence, end) {
        end = next;
    }
    // "Lind, head of a union that left the board,"
    if sentence
        .noun_from(end)
        .and_then(|index| sentence.nouns.get(index))
        .is_some_and(|next| next.sort == Sort::Relative)
    {
        end = relative_end(sentence, end);
    }
    let closed = sentence.item(end).is_none_or(|item| item.is_any(&[",", ".", ";", "—"]));
    closed.then_some(end)
}

/// Where a clause ends that its relative pronoun began before an item.
fn relative_end(sentence: &Sentence, from: usize) -> usize {
    let rest = sentence.items.get(from..).unwrap_or_default();
    from + rest.iter().position(|item| !item.is_word()).unwrap_or(rest.len())
}

/// `owner = possessive_pronoun | noun "’s"`, in the noun phrase of a cue noun (“his claim”, “in his view”)
fn owner(sentence: &Sentence, cue: &Cue) -> Option<Source> {
    let noun = sentence.noun_over(cue.head).and_then(|index| sentence.nouns.get(index))?;
    let owned = matches!(cue.shape, Shape::Noun | Shape::According);
    let words = sentence.items.get(noun.items.start..cue.head).filter(|_| owned)?;
    let items = match words.iter().rposition(|item| item.tag == Tag::POS) {
        Some(at) => noun.items.start..noun.items.start + at,
        None => {
            let at = noun.items.start + words.iter().position(|item| item.tag == Tag::PRPS)?;
            at..at + 1
        }
    };
    let head = items.end.saturating_sub(1);
    let pronoun = sentence.item(head)?.tag == Tag::PRPS;
    let sort = if pronoun { Sort::Pronoun } else { Sort::Name };
    Some(Source { head, sort, items, link: Link::Owner })
}
