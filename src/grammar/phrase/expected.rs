//! What may stand at a place of a match. A glance at two words tells of nearly every phrase that it does not begin there.

use super::word::key;
use super::{Roles, Term, Word};

/// The words that some terms may take; more than these may seem to be among them, none of these is missed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Expected {
    /// A bit for each beginning of a key.
    keys: u64,
    /// A bit for each first byte of a prefix.
    initials: u64,
    roles: Roles,
    number: bool,
    name: bool,
    /// Any word, and none.
    anything: bool,
}

impl Expected {
    /// What these terms take; `None` is the end of the match.
    pub(super) fn of<'t>(terms: impl IntoIterator<Item = Option<&'t Term>>) -> Expected {
        let mut expected = Expected::default();
        terms.into_iter().for_each(|term| expected.add(term));
        expected
    }

    fn add(&mut self, term: Option<&Term>) {
        match term {
            None | Some(Term::Any) => self.anything = true,
            Some(Term::Base(word) | Term::Exact(word)) => self.keys |= bit_of_key(key(word)),
            Some(Term::Prefix(start)) => match start.bytes().next() {
                Some(first) => self.initials |= bit_of_initial(first),
                None => self.anything = true,
            },
            Some(Term::Number) => self.number = true,
            Some(Term::Name) => self.name = true,
            Some(Term::Part(role)) => self.roles.add(*role),
        }
    }

    /// Whether the match may go on with a word, or, where there is none, be over.
    pub(super) fn admits(&self, word: Option<&Word>) -> bool {
        self.anything || word.is_some_and(|word| self.admits_word(word))
    }

    fn admits_word(&self, word: &Word) -> bool {
        word.keys.iter().any(|key| self.keys & bit_of_key(*key) != 0)
            || self.number && (word.number || word.counts)
            || self.name && word.capital
            || self.roles.0 & word.roles.0 != 0
            || word.form.bytes().next().is_some_and(|first| self.initials & bit_of_initial(first) != 0)
    }
}

/// The first six bits of a key as one of 64.
fn bit_of_key(key: u64) -> u64 {
    1 << (key >> 58)
}

fn bit_of_initial(byte: u8) -> u64 {
    1 << (byte & 63)
}
