//! Who stands to whom in what relation, whichever of the two is told of: "owns", "is a subsidiary of".

use crate::grammar::gist::{Gist, Word};
use crate::grammar::tag::Tag;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// `rules/lexicon/converses.txt`.
static RELATIONS: LazyLock<Vec<Relation>> = LazyLock::new(|| {
    let lines = include_str!("../../../rules/lexicon/converses.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='));
    lines.map(|(first, second)| Relation { of_first: words(first), of_second: words(second) }).collect()
});

struct Relation {
    of_first: Vec<Told>,
    of_second: Vec<Told>,
}

/// A word that tells of a relation: a noun, or a verb with the preposition that it takes.
struct Told {
    word: &'static str,
    is_noun: bool,
    preposition: Option<&'static str>,
}

fn words(list: &'static str) -> Vec<Told> {
    let told = |word: &'static str| match word.strip_prefix("noun: ") {
        Some(noun) => Told { word: noun, is_noun: true, preposition: None },
        None => match word.split_once(' ') {
            Some((verb, preposition)) => Told { word: verb, is_noun: false, preposition: Some(preposition) },
            None => Told { word, is_noun: false, preposition: None },
        },
    };
    list.split(',').map(|word| told(word.trim())).collect()
}

/// The first and the second of two in a relation: where their names stand.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub(super) first: Range<usize>,
    pub(super) second: Range<usize>,
    /// The word that tells of it.
    pub(super) by: usize,
}

/// A relation of two names in `claim` that `other` tells the other way round.
pub(super) fn swapped(claim: &Gist, other: &Gist) -> Option<(Bound, Bound)> {
    RELATIONS.iter().find_map(|relation| {
        let (ours, theirs) = (relation.told_in(claim), relation.told_in(other));
        let mut pairs = ours.iter().flat_map(|one| theirs.iter().map(move |two| (one, two)));
        let meets = |one: &Range<usize>, two: &Range<usize>| {
            names(claim, one).intersection(&names(other, two)).next().is_some()
        };
        let is_swapped = |(one, two): &(&Bound, &Bound)| {
            meets(&one.first, &two.second) && meets(&one.second, &two.first) && !meets(&one.first, &two.first)
        };
        pairs.find(is_swapped).map(|(one, two)| (one.clone(), two.clone()))
    })
}

fn names<'g>(gist: &'g Gist, range: &Range<usize>) -> BTreeSet<&'g str> {
    let words = gist.words.get(range.clone()).unwrap_or_default();
    words.iter().filter(|word| word.name).map(|word| word.family.as_str()).collect()
}

impl Relation {
    fn told_in(&self, gist: &Gist) -> Vec<Bound> {
        let firsts = self.of_first.iter().flat_map(|told| told.bounds(gist));
        let turned = |bound: Bound| Bound { first: bound.second, second: bound.first, ..bound };
        firsts.chain(self.of_second.iter().flat_map(|told| told.bounds(gist)).map(turned)).collect()
    }
}

impl Told {
    /// Whom it is told of, and who stands behind it.
    fn bounds(&self, gist: &Gist) -> Vec<Bound> {
        let here = |at: &usize| {
            gist.words.get(*at).is_some_and(|word| {
                word.base == self.word && if self.is_noun { word.is_noun() } else { word.is_verb() }
            })
        };
        let found = (0..gist.words.len()).filter(here);
        found.filter_map(|at| if self.is_noun { by_noun(gist, at) } else { self.by_verb(gist, at) }).collect()
    }

    /// `by_verb = name … verb [ preposition ] name | name … verb "by" name`
    fn by_verb(&self, gist: &Gist, at: usize) -> Option<Bound> {
        let (before, word) = (name_before(gist, at)?, gist.words.get(at + 1)?);
        match self.preposition {
            Some(preposition) if word.lower != preposition => None,
            Some(_) => Some(Bound { first: before, second: name_behind(gist, at + 2)?, by: at }),
            None if word.lower == "by" => {
                Some(Bound { first: name_behind(gist, at + 2)?, second: before, by: at })
            }
            None => Some(Bound { first: before, second: name_behind(gist, at + 1)?, by: at }),
        }
    }
}

/// `by_noun = name … noun ( "of" | "to" ) name | name "’s" { adjective } noun [ "," ] name | name … name "’s" noun`
fn by_noun(gist: &Gist, at: usize) -> Option<Bound> {
    let is = |at: usize, words: &[&str]| {
        gist.words.get(at).is_some_and(|word| words.contains(&word.lower.as_str()))
    };
    if is(at + 1, &["of", "to"]) {
        return Some(Bound { first: name_before(gist, at)?, second: name_behind(gist, at + 2)?, by: at });
    }
    let attributes = gist.words.get(..at)?.iter().rev().take_while(|word| word.tag.is_adjective()).count();
    let owner = (at - attributes).checked_sub(1).filter(|own| is_possessive(gist, *own))?;
    let second = run_ending(gist, owner)?;
    let copula = second
        .start
        .checked_sub(1)
        .is_some_and(|before| gist.words.get(before).is_some_and(|word| word.base == "be"));
    let first = if copula { name_before(gist, second.start) } else { name_behind(gist, at + 1) };
    Some(Bound { first: first?, second, by: at })
}

fn is_possessive(gist: &Gist, at: usize) -> bool {
    gist.words.get(at).is_some_and(|word| word.tag == Tag::POS)
}

/// Words between a name and the word that tells of it.
const NEAR: usize = 10;

/// The nearest name before a word; what stands between is said of it.
fn name_before(gist: &Gist, at: usize) -> Option<Range<usize>> {
    let last = (at.saturating_sub(NEAR)..at).rev().find(|at| is_name(gist, *at))?;
    run_ending(gist, last + 1).filter(|_| !is_possessive(gist, last + 1))
}

/// The names that a noun phrase behind a word begins with, or ends in: "the forestry group, Norwood Holdings".
fn name_behind(gist: &Gist, from: usize) -> Option<Range<usize>> {
    let goes_on = |word: &&Word| {
        word.is_noun()
            || word.tag.is_adjective()
            || matches!(word.tag, Tag::DT | Tag::CD)
            || word.lower == ","
    };
    let phrase = gist.words.get(from..)?.iter().take(NEAR).take_while(goes_on).count();
    let first = (from..from + phrase).find(|at| is_name(gist, *at))?;
    Some(first..from + phrase)
}

/// The name that ends before a word.
fn run_ending(gist: &Gist, end: usize) -> Option<Range<usize>> {
    let length = gist.words.get(..end)?.iter().rev().take_while(|word| word.name).count();
    (length > 0).then_some(end - length..end)
}

fn is_name(gist: &Gist, at: usize) -> bool {
    gist.words.get(at).is_some_and(|word| word.name)
}
