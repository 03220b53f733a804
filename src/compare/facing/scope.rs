//! Whether two sentences that share their words are about two things: other people, places, hours, others in a row.

use super::Known;
use crate::grammar::gist::{Complement, Gist, Word};
use std::collections::BTreeSet;

/// What the one is about and what the other. `aside` holds the words that are opposed: they set nothing apart.
pub(super) fn other_scope(
    (one, two): (&Gist, &Gist),
    aside: &BTreeSet<String>,
    known: &Known,
) -> Option<(String, String)> {
    let pair = Pair { one, two, aside, known };
    pair.other_subject().or_else(|| pair.other_modifier()).or_else(|| pair.other_complement())
}

struct Pair<'p> {
    one: &'p Gist,
    two: &'p Gist,
    aside: &'p BTreeSet<String>,
    known: &'p Known<'p>,
}

impl<'p> Pair<'p> {
    /// "Teachers received a raise", "nurses did not".
    fn other_subject(&self) -> Option<(String, String)> {
        let (one, two) = (self.one.subject()?, self.two.subject()?);
        if one.name == two.name { self.apart(&[one], &[two]) } else { None }
    }

    /// "The first trial", "the second trial"; "line 4", "line 5".
    fn other_modifier(&self) -> Option<(String, String)> {
        let nouns =
            |gist: &'p Gist| gist.words.iter().enumerate().filter(|(_, word)| word.telling && word.is_noun());
        nouns(self.one).find_map(|(at, noun)| {
            let mut twins = nouns(self.two).filter(|(_, other)| other.family == noun.family);
            twins.find_map(|(twin, _)| {
                self.apart_by_number(at, twin).or_else(|| self.apart_by_attribute(at, twin))
            })
        })
    }

    fn apart_by_number(&self, at: usize, twin: usize) -> Option<(String, String)> {
        let noun = self.one.words.get(at)?;
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
        let tells = if is_name { names } else { subjects && (names || common) || exclusive() };
        tells.then(|| self.apart(&ones, &twos)).flatten()
    }

    /// "First" and "second", "older" and "younger", "Danish" and "Swedish".
    fn exclude(&self, one: &Word, two: &Word) -> bool {
        one.is_ordinal() && two.is_ordinal()
            || self.known.opposites.are(one, two)
            || self.known.state_of(&one.lower).is_some() && self.known.state_of(&two.lower).is_some()
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
