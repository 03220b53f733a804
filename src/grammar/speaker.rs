//! Noun phrases: who may be the source of what is said.

use super::item::{Item, Items, Miss, Parsed};
use super::tag::Tag;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::multi::{many0, many1};
use nom::sequence::preceded;
use nom::{IResult, Input, Parser};
use std::ops::Range;

/// What kind of noun phrase one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// he, they, everyone.
    Pronoun,
    /// who, which, that.
    Relative,
    /// Its last word is a name.
    Name,
    /// Its last word is a common noun.
    Common,
    /// It has no noun: a number, a quotation, "the rich".
    Other,
}

/// A noun phrase without what follows its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Its items.
    pub items: Range<usize>,
    /// What kind it is.
    pub sort: Sort,
}

impl Noun {
    /// The item of the head: the last.
    pub fn head(&self) -> usize {
        self.items.end.saturating_sub(1)
    }
}

/// The noun phrases of a sentence, one after the other.
pub fn nouns(items: &[Item]) -> Vec<Noun> {
    let mut nouns = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let input = Items(items.get(at..).unwrap_or_default());
        let floats = nouns.last().is_some_and(|noun| floats(items, noun, at));
        let behind_noun = nouns.last().is_some_and(|noun: &Noun| noun.items.end == at);
        let when = if behind_noun { when_end(items, at) } else { None };
        match (noun(input), when) {
            _ if floats || is_correlative(input) || tells_when(input) => at += 1,
            (_, Some(end)) => at = end,
            (Ok((rest, sort)), None) => {
                let end = at + (input.len() - rest.len()).max(1);
                nouns.push(Noun { items: at..end, sort });
                at = end;
            }
            (Err(_), None) => at += 1,
        }
    }
    nouns
}

/// "Lind and Holm both said", "Lind, 54, and Holm, 43, each said": the subject is what stands before.
fn floats(items: &[Item], before: &Noun, at: usize) -> bool {
    let is_any = |at: usize, words: &[&str]| items.get(at).is_some_and(|item| item.is_any(words));
    let comma = is_any(before.items.end, &[","]);
    let verb = |item: &Item| matches!(item.tag, Tag::VBD | Tag::VBP | Tag::VBZ);
    before.items.end + usize::from(comma) == at
        && is_any(at, &["both", "all", "each"])
        && (!comma || items.get(at + 1).is_some_and(verb))
}

/// "would neither confirm nor deny": it joins verbs.
fn is_correlative(input: Items) -> bool {
    let verb = |item: &Item| matches!(item.tag, Tag::VB | Tag::VBD | Tag::VBN | Tag::VBZ | Tag::VBP);
    match input.0 {
        [neither, next, rest @ ..] if neither.is("neither") && verb(next) => {
            rest.iter().take(CORRELATED).any(|item| item.is("nor"))
        }
        _ => false,
    }
}

/// "released | Sunday by the board": when it was done.
fn tells_when(input: Items) -> bool {
    matches!(input.0, [verb, day, ..] if is_participle(verb) && is_day(day))
}

/// Items between the first of two verbs and "nor".
const CORRELATED: usize = 8;

/// `noun = relative | pronoun | phrase | "some" | "many" | "others" | …`
fn noun<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, Sort> {
    alt((
        one(|item| matches!(item.tag, Tag::WP | Tag::WDT)).map(|_| Sort::Relative),
        one(|item| item.tag == Tag::PRP && !names_nobody(item) || item.is_any(EVERYONE))
            .map(|_| Sort::Pronoun),
        phrase,
        one(|item| item.is_any(STAND_ALONE)).map(|_| Sort::Pronoun),
    ))
    .parse(input)
}

/// "himself", and the "’s" of "let’s".
fn names_nobody(item: &Item) -> bool {
    item.is_any(&["'s", "’s"]) || item.lower.ends_with("self") || item.lower.ends_with("selves")
}

const EVERYONE: &[&str] = &[
    "everyone",
    "everybody",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "no-one",
    "nobody",
    "none",
    "nothing",
    "everything",
    "something",
    "anything",
];

/// Determiners that may stand for a noun.
const STAND_ALONE: &[&str] = &[
    "some", "many", "others", "another", "both", "all", "few", "most", "several", "one", "this", "that",
    "these", "those", "each", "neither", "either", "any",
];

/// `phrase = share | { determiner } ( heads | modifier { modifier } ) [ "’s" phrase ]`; modifiers alone only behind a
/// determiner
fn phrase<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, Sort> {
    if let Ok(share) = share(input) {
        return Ok(share);
    }
    let (bare, _) = many0(one(is_determiner)).parse(input)?;
    let determined = bare.len() < input.len();
    let (rest, sort) = alt((
        |input| headed(input, determined),
        // "the rich", "the accused", "the two"
        |input| verify(many1(one(is_modifier)), |_: &Vec<_>| determined).map(|_| Sort::Other).parse(input),
    ))
    .parse(bare)?;
    let (rest, possessed) = opt(preceded(one(|item| item.tag == Tag::POS), phrase)).parse(rest)?;
    Ok((rest, possessed.unwrap_or(sort)))
}

/// `share = ( number ( "in" | "of" | "out" "of" ) | "all" "but" | at_least ) number [ heads ]`: "two in three voters", "all
/// but two", "at least 20 witnesses"
fn share<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, Sort> {
    let number = || one(|item| item.tag == Tag::CD);
    let is = |words: &'static [&'static str]| one(move |item| item.is_any(words));
    let among = alt((is(&["in", "of"]).map(drop), (is(&["out"]), is(&["of"])).map(drop)));
    let part = (number(), among, peek(one(is_no_year))).map(drop);
    let rest = (is(&["all"]), is(&["but"])).map(drop);
    let (behind, _) = (alt((part, rest, at_least)), number()).parse(input)?;
    let (behind, sort) = opt(|input| headed(input, true)).parse(behind)?;
    Ok((behind, sort.unwrap_or(Sort::Other)))
}

/// `at_least = "at" ( "least" | "most" ) | ( "more" | "fewer" | "less" ) "than" | "as" ( "many" | "few" ) "as" | "up" "to"`
fn at_least<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, ()> {
    let is = |words: &'static [&'static str]| one(move |item| item.is_any(words));
    alt((
        (is(&["at"]), is(&["least", "most"])).map(drop),
        (is(&["more", "fewer", "less"]), is(&["than"])).map(drop),
        (is(&["as"]), is(&["many", "few"]), is(&["as"])).map(drop),
        (is(&["up"]), is(&["to"])).map(drop),
    ))
    .parse(input)
}

/// "Five in 2019 said": a year is no number of people.
fn is_no_year(item: &Item) -> bool {
    item.word.len() != 4 || !item.word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `heads = [ modifier ] modified { [ "/" ] modified }`; participles only behind a determiner or a modifier
fn headed<'i, 't>(input: Items<'i, 't>, determined: bool) -> Parsed<'i, 't, Sort> {
    let first = move |item: &Item| is_modifier(item) && (determined || !is_participle(item));
    let (rest, _) = opt(one(first)).parse(input)?;
    let (mut rest, mut sort) = modified(rest)?;
    // "A Times/Post poll" is of both.
    while let Ok((after, next)) = preceded(opt(one(|item| item.is("/"))), modified).parse(rest) {
        // What describes the next noun belongs to it, and a day or "last week" tells when.
        let apart = |item: &Item| is_day(item) || is_participle(item) || item.tag == Tag::RB;
        if rest.first().is_some_and(apart) || when(rest).is_ok() {
            break;
        }
        (rest, sort) = (after, next);
    }
    Ok((rest, sort))
}

/// `when = ( "last" | "next" | "this" | "that" | "the" "same" | "the" "following" | … ) ( "week" | "month" | "night" | … )`:
/// when, not who
pub fn when<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, ()> {
    let near = one(|item| item.is_any(&["last", "next", "this", "that"])).map(drop);
    let other = (
        one(|item| item.is_any(&["the", "that", "this"])),
        one(|item| item.is_any(&["same", "following", "next", "previous"])),
    );
    let period = one(|item| item.is_any(PERIODS) || is_day(item));
    (alt((other.map(drop), near)), period).map(drop).parse(input)
}

/// Where "this week", "the same day" ends that begins at an item.
pub fn when_end(items: &[Item], at: usize) -> Option<usize> {
    let rest = items.get(at..)?;
    when(Items(rest)).ok().map(|(behind, ())| at + rest.len() - behind.0.len())
}

/// Times that "last" and "next" are said of.
const PERIODS: &[&str] = &[
    "moment",
    "time",
    "day",
    "week",
    "weekend",
    "month",
    "year",
    "decade",
    "morning",
    "afternoon",
    "evening",
    "night",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "season",
];

/// `modified = { modifier } head`
fn modified<'i, 't>(input: Items<'i, 't>) -> Parsed<'i, 't, Sort> {
    preceded(many0(one(is_modifier)), one(is_head).map(sort_of)).parse(input)
}

/// The days of the week, and those near. A day after a noun tells when, not who: "told reporters Thursday".
pub const DAYS: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"];

/// A name may hold one: "Norland TODAY".
fn is_day(item: &Item) -> bool {
    item.is_any(DAYS) && !item.word.chars().all(char::is_uppercase)
}

fn sort_of(item: &Item) -> Sort {
    match item.tag {
        _ if item.is_quotation() => Sort::Other,
        Tag::NNP | Tag::NNPS => Sort::Name,
        Tag::NN | Tag::NNS => Sort::Common,
        _ => Sort::Other,
    }
}

/// `determiner = DT | PDT | PRP$ | WP$`
fn is_determiner(item: &Item) -> bool {
    matches!(item.tag, Tag::DT | Tag::PDT | Tag::PRPS | Tag::WPS)
}

/// `modifier = adjective | number | participle | adverb | "$"`
fn is_modifier(item: &Item) -> bool {
    match item.tag {
        Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD | Tag::RBS | Tag::RBR => true,
        Tag::RB => !item.is_any(SENTENCE_ADVERBS),
        _ => is_participle(item) || item.is("$"),
    }
}

/// Adverbs that belong to a verb, not to an adjective.
const SENTENCE_ADVERBS: &[&str] =
    &["not", "n't", "also", "then", "now", "later", "only", "just", "even", "still", "never", "again"];

fn is_participle(item: &Item) -> bool {
    matches!(item.tag, Tag::VBN | Tag::VBG)
}

/// `head = common_noun | name | number | short_quotation`
fn is_head(item: &Item) -> bool {
    match item.tag {
        _ if item.is_quotation() => item.tokens.len() <= SHORT && !item.closed,
        Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::CD => true,
        _ => false,
    }
}

/// Tokens of a quotation, marks included, that can be part of a noun phrase.
const SHORT: usize = 6;

/// One item that satisfies a condition.
pub fn one<'i, 't: 'i, P: Fn(&Item) -> bool>(
    condition: P,
) -> impl Parser<Items<'i, 't>, Output = &'i Item<'t>, Error = Miss> {
    move |input: Items<'i, 't>| -> IResult<Items<'i, 't>, &'i Item<'t>, Miss> {
        let item = input.first().filter(|item| condition(item)).ok_or(nom::Err::Error(Miss))?;
        Ok((input.take_from(1), item))
    }
}
