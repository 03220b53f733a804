//! Whether one phrase says all that another does.

use super::machine::{add_all, holds, steps};
use super::{Phrase, Term};
use crate::text::form;
use rustc_hash::FxHashSet;

/// The most states that are looked at; of phrases that have more it is not told.
const MOST: usize = 2_000;

impl Phrase {
    /// Whether every text that `other` matches holds a match of this phrase, as far as can be told from the words of both.
    pub fn covers(&self, other: &Phrase) -> bool {
        if !self.shares_a_word(other) {
            return false;
        }
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

    /// Whether they have a word in common, where all that this phrase takes are words: without one it covers nothing.
    fn shares_a_word(&self, other: &Phrase) -> bool {
        self.takes_kinds() || other.keys().any(|key| !self.listed(key).is_empty())
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
