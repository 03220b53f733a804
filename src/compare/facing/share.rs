//! What two sentences share.

use crate::grammar::gist::Gist;
use std::collections::BTreeSet;

/// The families of words that two sentences share, and how much of each that is.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub(super) words: BTreeSet<String>,
    /// Of the first's words.
    pub(super) of_claim: f64,
    /// Of the words that the other turns down.
    pub(super) of_other: f64,
    /// How many words the first has.
    total: usize,
    /// The words that are shared, as the first has them.
    shown: Vec<String>,
}

/// From this share on two sentences speak of the same.
const WIDE: f64 = 0.6;

impl Share {
    /// `None` where they share nothing.
    pub(super) fn of(claim: &BTreeSet<&str>, other: &BTreeSet<&str>) -> Option<Share> {
        let words: BTreeSet<String> = claim.intersection(other).map(|word| (*word).to_owned()).collect();
        let shared = words.len();
        let part = |all: usize| shared as f64 / all as f64;
        (shared > 0).then(|| Share {
            of_claim: part(claim.len()),
            of_other: part(other.len()),
            total: claim.len(),
            shown: Vec::new(),
            words,
        })
    }

    /// The same with the words as they stand in the first sentence.
    pub(super) fn shown_in(self, claim: &Gist) -> Share {
        let mut families = BTreeSet::new();
        let shared = claim.words.iter().filter(|word| self.words.contains(&word.family));
        let shown =
            shared.filter(|word| families.insert(&word.family)).map(|word| claim.written(word)).collect();
        Share { shown, ..self }
    }

    /// Whether one of them has little that the other has not.
    pub(super) fn is_wide(&self) -> bool {
        self.words.len() > 1 && self.of_claim.max(self.of_other) >= WIDE
    }

    pub(super) fn describe(&self) -> String {
        let words = self.shown.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
        format!("both speak of {words} ({} of {} telling words)", self.words.len(), self.total)
    }
}
