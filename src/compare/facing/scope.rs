//! Whether two sentences that share their words are about two things: other people, places, hours, others in a row.

use super::Known;
use crate::grammar::gist::{Complement, Gist, Word};
use crate::grammar::tag::Tag;
use std::collections::BTreeSet;

/// What the one is about and what the other. `aside` holds the words that are opposed: they set nothing apart.
pub(super) fn other_scope(
    (one, two): (&Gist, &Gist),
    aside: &BTreeSet<String>,
    known: &Known,
) -> Option<(String, String)> {
    let pair = Pair { one, two, aside, known };
    pair.other_subject()
        .or_else(|| pair.narrower_subject())
        .or_else(|| pair.other_modifier())
        .or_else(|| pair.other_part())
        .or_else(|| pair.other_field())
        .or_else(|| pair.other_respect())
        .or_else(|| pair.other_object())
        .or_else(|| pair.other_end())
        .or_else(|| pair.other_complement())
}

/// The same of a denial and what it may turn down, whose subjects need not be the same: "denied that he took the car", "took the
/// money".
pub(super) fn other_deed((one, two): (&Gist, &Gist), known: &Known) -> Option<(String, String)> {
    let pair = Pair { one, two, aside: &BTreeSet::new(), known };
    pair.other_object().or_else(|| pair.other_complement())
}

struct Pair<'p> {
    one: &'p Gist,
    two: &'p Gist,
    aside: &'p BTreeSet<String>,
    known: &'p Known<'p>,
}

impl<'p> Pair<'p> {
    /// "Teachers received a raise", "nurses did not"; "the minister", "the minister’s brother".
    fn other_subject(&self) -> Option<(String, String)> {
        let (one, two) = (self.one.subject()?, self.two.subject()?);
        let owner = self.two.is_owner(one) && !known_in(self.one, two)
            || self.one.is_owner(two) && !known_in(self.two, one);
        if owner {
            return Some((one.lower.clone(), two.lower.clone()));
        }
        if one.name == two.name { self.apart(&[one], &[two]) } else { None }
    }

    /// "The mayor", "the deputy mayor"; "exports", "exports to China": of one noun only the one tells which.
    fn narrower_subject(&self) -> Option<(String, String)> {
        let (one, two) = (self.one.subject()?, self.two.subject()?);
        let one_noun = one.family == two.family && !one.name && !two.name;
        let strange = |own: &'p Gist, its: &Gist, head: &Word| -> Option<String> {
            let telling = subject_phrase(own, head).into_iter();
            let mut telling =
                telling.filter(|word| !self.aside.contains(&word.family) && !known_in(its, word));
            telling.next().map(|word| word.lower.clone())
        };
        let told = |own, its, head: &Word| Some(format!("{} {}", strange(own, its, head)?, head.lower));
        let ours = one_noun.then(|| told(self.one, self.two, one)).flatten();
        let theirs = one_noun.then(|| told(self.two, self.one, two)).flatten();
        match (ours, theirs) {
            (None, None) => None,
            (ours, theirs) => {
                Some((ours.unwrap_or_else(|| one.lower.clone()), theirs.unwrap_or_else(|| two.lower.clone())))
            }
        }
    }

    /// "The first trial", "the second trial"; "line 4", "line 5".
    fn other_modifier(&self) -> Option<(String, String)> {
        twins(self.one, self.two, is_telling_noun).find_map(|(at, twin)| {
            self.apart_by_number(at, twin).or_else(|| self.apart_by_attribute(at, twin))
        })
    }

    fn apart_by_number(&self, at: usize, twin: usize) -> Option<(String, String)> {
        let noun = self.one.words.get(at).filter(|noun| !self.aside.contains(&noun.family))?;
        let (one, two) = self.one.number(at).zip(self.two.number(twin))?;
        (one.lower != two.lower)
            .then(|| (format!("{} {}", noun.lower, one.lower), format!("{} {}", noun.lower, two.lower)))
    }

    /// Of subjects any two attributes tell; elsewhere "main" and "major" may be one, and only those do that exclude each other.
    fn apart_by_attribute(&self, at: usize, twin: usize) -> Option<(String, String)> {
        let (ones, twos) = (self.one.modifiers(at), self.two.modifiers(twin));
        let is_name = self.one.words.get(at).is_some_and(|noun| noun.name);
        let names = ones.iter().chain(&twos).all(|word| word.name);
        let common = ones.iter().chain(&twos).all(|word| !word.name);
        let heads = self.one.subject().zip(self.two.subject());
        let subjects = heads.is_some_and(|(one, two)| {
            let is = |gist: &Gist, at: usize, head: &Word| {
                gist.words.get(at).is_some_and(|word| word.span == head.span)
            };
            is(self.one, at, one) && is(self.two, twin, two)
        });
        let exclusive = || {
            let mut pairs = ones.iter().flat_map(|one| twos.iter().map(move |two| (*one, *two)));
            pairs.any(|(one, two)| self.exclude(one, two))
        };
        let opposed = !self.aside.is_empty();
        let objects = opposed && is_object(self.one, at) && is_object(self.two, twin);
        let tells = if is_name { names } else { (subjects || objects) && (names || common) || exclusive() };
        tells.then(|| self.apart(&ones, &twos)).flatten()
    }

    /// "First" and "second", "older" and "younger", "Danish" and "Swedish".
    fn exclude(&self, one: &Word, two: &Word) -> bool {
        one.is_ordinal() && two.is_ordinal()
            || self.known.opposites.are(one, two)
            || self.known.state_of(&one.lower).is_some() && self.known.state_of(&two.lower).is_some()
    }

    /// "Most members voted", "some members did not".
    fn other_part(&self) -> Option<(String, String)> {
        let (at, twin) = twins(self.one, self.two, is_telling_noun).find(|(at, twin)| {
            let parts = (self.one.part(*at), self.two.part(*twin));
            matches!(parts, (Some(one), Some(two)) if one.lower != two.lower)
        })?;
        let told =
            |gist: &Gist, at: usize| Some(format!("{} {}", gist.part(at)?.lower, gist.words.get(at)?.lower));
        Some((told(self.one, at)?, told(self.two, twin)?))
    }

    /// "The tallest woman", "not the tallest person": among whom somebody comes first.
    fn other_field(&self) -> Option<(String, String)> {
        twins(self.one, self.two, |word| word.tag == Tag::JJS)
            .find_map(|(at, twin)| self.apart(&[self.one.object(at)?], &[self.two.object(twin)?]))
    }

    /// "Publicly", "privately".
    fn other_respect(&self) -> Option<(String, String)> {
        let adverbs = |gist: &'p Gist| gist.words.iter().filter(|word| word.is_adverb());
        let mut pairs = adverbs(self.one).flat_map(|one| adverbs(self.two).map(move |two| (one, two)));
        let (one, two) = pairs.find(|(one, two)| self.known.opposites.are(one, two))?;
        Some((one.lower.clone(), two.lower.clone()))
    }

    /// "Covers cars", "does not cover bicycles".
    fn other_object(&self) -> Option<(String, String)> {
        let takes = |word: &Word| word.is_full_verb() || word.base == "have";
        twins(self.one, self.two, takes)
            .find_map(|(at, twin)| self.apart(&[self.one.object(at)?], &[self.two.object(twin)?]))
    }

    /// "Smoking causes cancer", "smoking does not cause gout": what both end with, right behind one word, which need not be known
    /// for a verb.
    fn other_end(&self) -> Option<(String, String)> {
        let end = |gist: &'p Gist| {
            let mut back = gist.words.iter().rev().skip_while(|word| !word.telling);
            let last = back.next().filter(|word| word.is_noun())?;
            Some((back.next()?, last))
        };
        let ((before, one), (its, two)) = (end(self.one)?, end(self.two)?);
        let verb = before.is_full_verb() || its.is_full_verb();
        (verb && before.family == its.family).then(|| self.apart(&[one], &[two])).flatten()
    }

    /// "Safe for adults", "safe for children"; "open in the morning", "closed in the evening".
    fn other_complement(&self) -> Option<(String, String)> {
        let (ones, twos): (Vec<_>, Vec<_>) =
            (self.one.complements().collect(), self.two.complements().collect());
        ones.iter().find_map(|Complement { of, .. }| {
            self.apart(&heads(self.one, &ones, of), &heads(self.two, &twos, of))
        })
    }

    /// The first words of both, if both have any, and neither has one that the other sentence knows. Names that begin alike
    /// may be spellings of one.
    fn apart(&self, ones: &[&Word], twos: &[&Word]) -> Option<(String, String)> {
        let (first, second) = (ones.first()?, twos.first()?);
        let strange = |word: &&&Word, gist: &Gist| {
            let known = |other: &Word| other.family == word.family || word.name && begin_alike(word, other);
            !self.aside.contains(&word.family) && !gist.words.iter().any(known)
        };
        let apart = ones.iter().all(|word| strange(&word, self.two))
            && twos.iter().all(|word| strange(&word, self.one));
        apart.then(|| (first.lower.clone(), second.lower.clone()))
    }
}

/// The places of words of a kind that both have.
fn twins<'p>(
    one: &'p Gist,
    two: &'p Gist,
    is_kind: impl Fn(&Word) -> bool + Copy + 'p,
) -> impl Iterator<Item = (usize, usize)> + 'p {
    let of_kind = move |gist: &'p Gist| gist.words.iter().enumerate().filter(move |(_, word)| is_kind(word));
    of_kind(one).flat_map(move |(at, own)| {
        let same = of_kind(two).filter(move |(_, its)| its.family == own.family);
        same.map(move |(twin, _)| (at, twin))
    })
}

/// "Passed the housing bill", "rejected the tax bill": whether a noun is what a verb is done to.
fn is_object(gist: &Gist, noun: usize) -> bool {
    let mut verbs = gist.words.iter().enumerate().take(noun).filter(|(_, word)| word.is_full_verb());
    let head = gist.words.get(noun).map(|word| word.span);
    verbs.any(|(verb, _)| gist.object(verb).map(|object| object.span) == head)
}

fn known_in(gist: &Gist, word: &Word) -> bool {
    gist.words.iter().any(|other| other.family == word.family)
}

fn is_telling_noun(word: &Word) -> bool {
    word.telling && word.is_noun()
}

/// Letters in which two spellings of a name agree.
const ALIKE: usize = 3;

fn begin_alike(one: &Word, other: &Word) -> bool {
    let first = |word: &Word| word.lower.chars().take(ALIKE).collect::<String>();
    other.name && first(one) == first(other)
}

fn heads<'g>(gist: &'g Gist, complements: &[Complement], of: &str) -> Vec<&'g Word> {
    let same = complements.iter().filter(|complement| complement.of == of);
    same.filter_map(|complement| gist.words.get(complement.head)).collect()
}

/// What tells a subject apart: before it, and in the phrase right behind it.
fn subject_phrase<'g>(gist: &'g Gist, head: &Word) -> Vec<&'g Word> {
    let Some(at) = gist.words.iter().position(|word| word.span == head.span) else { return Vec::new() };
    let mut told = gist.modifiers(at);
    let first = gist.words.first().map(|word| word.span);
    // "The council leader Ida al-Falk": a title in front of a name is no other person.
    if told.iter().any(|word| word.name || word.capital && Some(word.span) != first) {
        return Vec::new();
    }
    let behind = gist.words.get(at + 1..).unwrap_or_default();
    if behind.first().is_some_and(|word| matches!(&*word.lower, "of" | "in" | "to" | "from" | "for" | "with"))
    {
        let phrase = behind
            .iter()
            .skip(1)
            .take_while(|word| !word.tag.is_finite() && word.tag != Tag::IN)
            .take(BEHIND);
        told.extend(phrase.filter(|word| word.telling || word.name || word.tag == Tag::VBN));
    }
    told
}

/// Words of such a phrase.
const BEHIND: usize = 4;
