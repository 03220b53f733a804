//! Whether one phrase says all that another does.

use super::machine::{add_all, holds, steps};
use super::{Pattern, Phrase, Term, parse};
use crate::text::form;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// The most states that are looked at; of phrases that have more it is not told.
const MOST: usize = 2_000;

/// Phrases filed under the rarest words that each cannot do without: only those whose words another holds may cover it.
pub struct Coverers {
    by_word: FxHashMap<String, Vec<usize>>,
    /// Phrases that can do without any certain word.
    open: Vec<usize>,
}

impl Coverers {
    /// Of phrases, which are known by their numbers from 0.
    pub fn of(phrases: &[&Phrase]) -> Coverers {
        let mut holders: FxHashMap<String, usize> = FxHashMap::default();
        phrases.iter().flat_map(|phrase| phrase.own_words()).for_each(|word| {
            *holders.entry(word).or_default() += 1;
        });
        let mut coverers = Coverers { by_word: FxHashMap::default(), open: Vec::new() };
        for (at, phrase) in phrases.iter().enumerate() {
            let pattern = parse(phrase.source()).ok();
            match pattern.and_then(|pattern| pattern.needed(&holders)) {
                None => coverers.open.push(at),
                Some(words) => {
                    words.into_iter().for_each(|word| coverers.by_word.entry(word).or_default().push(at))
                }
            }
        }
        coverers
    }

    /// Those that may cover a phrase, ascending; every one that does is among them.
    pub fn candidates(&self, phrase: &Phrase) -> BTreeSet<usize> {
        let words = phrase.own_words().into_iter();
        let filed = words.filter_map(|word| self.by_word.get(&word)).flatten();
        filed.chain(&self.open).copied().collect()
    }
}

impl Pattern {
    /// Words of which every match holds one, those with the fewest holders; `None` where it can do without any.
    fn needed(&self, holders: &FxHashMap<String, usize>) -> Option<Vec<String>> {
        let weight = |words: &Vec<String>| -> usize {
            words.iter().map(|word| holders.get(word).copied().unwrap_or_default()).sum()
        };
        match self {
            Pattern::Sequence(items) => {
                items.iter().filter_map(|item| item.needed(holders)).min_by_key(weight)
            }
            Pattern::Either(items) => items
                .iter()
                .map(|item| item.needed(holders))
                .reduce(|all, item| Some([all?, item?].concat()))?,
            Pattern::Term(Term::Base(word)) => Some(vec![form::base_form(word).into_owned()]),
            Pattern::Term(Term::Exact(word)) => Some(vec![word.clone()]),
            Pattern::Optional(_) | Pattern::Gap(_) | Pattern::Term(_) => None,
        }
    }
}

impl Phrase {
    /// The certain words of it, a certain form with its base form.
    fn own_words(&self) -> BTreeSet<String> {
        let words = |term: &Term| match term {
            Term::Base(base) => vec![base.clone()],
            Term::Exact(form) => vec![form.clone(), form::base_form(form).into_owned()],
            _ => Vec::new(),
        };
        self.terms().iter().flat_map(words).collect()
    }

    /// Whether every text that `other` matches holds a match of this phrase, as far as can be told from the words of both.
    pub fn covers(&self, other: &Phrase) -> bool {
        let mut known = FxHashSet::default();
        let mut open: Vec<(usize, Vec<u64>)> =
            other.first().map(|step| (step, self.start().to_vec())).collect();
        while let Some((step, reached)) = open.pop() {
            let Some(taken) = other.term(step) else { return false };
            let Some(next) = self.behind_term(&reached, taken) else { continue };
            if known.insert((step, reached)) {
                open.extend(steps(other.next(step).iter().copied()).map(|step| (step, next.clone())));
            }
            if known.len() > MOST {
                return false;
            }
        }
        true
    }

    /// What may come behind a word that fits `taken`, a match that begins there included; `None` where a match is over.
    fn behind_term(&self, reached: &[u64], taken: &Term) -> Option<Vec<u64>> {
        let mut next = self.start().to_vec();
        let fits = |step: &usize| self.term(*step).is_some_and(|term| term.covers(taken));
        for step in steps(reached.iter().copied()).filter(fits) {
            add_all(&mut next, self.next(step));
        }
        (!holds(&next, self.len())).then_some(next)
    }
}

impl Term {
    /// Whether it takes every word that `other` takes.
    fn covers(&self, other: &Term) -> bool {
        match (self, other) {
            (Term::Any, _) => true,
            (Term::Base(base), Term::Exact(form)) => base == form || *form::base_form(form) == **base,
            (Term::Prefix(start), Term::Exact(form) | Term::Prefix(form)) => form.starts_with(start.as_str()),
            _ => self == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled(phrases: &[String]) -> Vec<Phrase> {
        phrases.iter().map(|phrase| Phrase::new(phrase).unwrap()).collect()
    }

    #[test]
    fn whatever_covers_a_phrase_is_asked() {
        let phrases = [
            "talk",
            "=talks",
            "talk*",
            "the talk … off",
            "(talk|deal) … off",
            "… off",
            "deal? off",
            "<any> talk",
            "deal",
            "=deals",
            "(no deal|=talks) … off",
            "<number> … deal",
        ];
        let phrases = compiled(&phrases.map(str::to_owned));
        let coverers = Coverers::of(&phrases.iter().collect::<Vec<_>>());
        let mut covered = 0;
        for phrase in &phrases {
            let asked = coverers.candidates(phrase);
            for (at, _) in phrases.iter().enumerate().filter(|(_, wide)| wide.covers(phrase)) {
                assert!(asked.contains(&at), "{} by {}", phrase.source(), phrases[at].source());
                covered += 1;
            }
        }
        assert!(covered > 2 * phrases.len(), "{covered}");
    }

    #[test]
    fn few_are_asked_where_all_have_a_word_in_common() {
        let phrases: Vec<String> = (0..500).map(|number| format!("the … word{number}q … that")).collect();
        let phrases = compiled(&phrases);
        let coverers = Coverers::of(&phrases.iter().collect::<Vec<_>>());
        assert!(phrases.iter().all(|phrase| coverers.candidates(phrase).len() == 1));
    }
}
