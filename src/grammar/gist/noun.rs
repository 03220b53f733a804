//! What noun phrases say: what kind of thing it is, the how many-th, done by whom.

use super::lexicon::LEXICON;
use super::word::Word;
use std::collections::BTreeSet;
use std::ops::Range;

/// `class = ( "is" | "was" | "are" | "were" ) ( "a" | "an" | "the" | "one" ) { adjective | noun | … } noun`
///
/// The words behind the article, up to the first noun that ends them.
pub(super) fn class(words: &[Word]) -> Option<Range<usize>> {
    let copula = (1..words.len()).find(|at| {
        let be = words.get(*at).is_some_and(|word| word.is_any(&["is", "was", "are", "were"]));
        be && words.get(at + 1).is_some_and(|next| next.is_any(&["a", "an", "the", "one"]))
    })?;
    let start = copula + 2;
    let mut end = None;
    for (at, word) in words.iter().enumerate().skip(start) {
        let ends = end.is_some() && word.is_verb();
        if !is_part_of_class(word) || ends {
            break;
        }
        end = if word.is_noun() { Some(at + 1) } else { end };
    }
    end.map(|end| start..end)
}

fn is_part_of_class(word: &Word) -> bool {
    let inner = word.is_any(&["'s", "-", "/", "most", "``", "\"", "“"]);
    let number = word.lower.starts_with(|sign: char| sign.is_ascii_digit());
    let verb = word.is_verb() && !word.is_any(&["is", "was", "has", "had"]);
    word.is_noun() || word.is_adjective() || word.is_adverb() || verb || number || inner
}

/// Words between an ordinal and its noun.
const COUNTED: usize = 4;

/// `ordinal = ( "first" | "second" | … | figure "th" ) { adjective | noun } noun`
pub(super) fn ordinals(words: &[Word]) -> Vec<(usize, String)> {
    let found = words.iter().enumerate().filter_map(|(at, word)| {
        let phrase = words
            .get(at + 1..)?
            .iter()
            .take(COUNTED)
            .take_while(|word| word.is_noun() || word.is_adjective());
        let head = phrase.filter(|word| word.is_noun()).last()?;
        Some((ordinal(&word.lower)?, head.family.clone()))
    });
    found.collect()
}

fn ordinal(word: &str) -> Option<usize> {
    let figures = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    LEXICON.ordinals.get(word).copied().or_else(|| figures?.parse().ok())
}

/// Words of the longest list of those who did it.
const DOERS: usize = 14;

/// `agent = verb "by" { name | noun | "," | "and" | article }`: the verb, and the names
pub(super) fn agents(words: &[Word]) -> Vec<(String, BTreeSet<String>)> {
    let by = words.iter().enumerate().filter(|(_, word)| word.is("by"));
    let found = by.filter_map(|(at, _)| {
        let verb = words.get(..at)?.last().filter(|word| word.is_verb())?;
        let doers = words.get(at + 1..)?.iter().take(DOERS).take_while(|word| {
            word.is_noun() || word.is_adjective() || word.is_any(&[",", "and", "the", "a"])
        });
        let names: BTreeSet<String> = doers.filter(|word| word.name).map(|word| word.lower.clone()).collect();
        (!names.is_empty()).then(|| (verb.base.clone(), names))
    });
    found.collect()
}

impl Word {
    /// Whether it says the how many-th something is.
    pub fn is_ordinal(&self) -> bool {
        ordinal(&self.lower).is_some()
    }

    /// The kind of thing that a noun names, where a list knows it.
    pub fn kind(&self) -> Option<&'static str> {
        LEXICON.kinds.get(&*self.base).or_else(|| LEXICON.kinds.get(&*self.lower)).copied()
    }
}
