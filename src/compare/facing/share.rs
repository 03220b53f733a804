//! What two sentences share.

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
            words,
        })
    }

    /// Whether one of them has little that the other has not.
    pub(super) fn is_wide(&self) -> bool {
        self.words.len() > 1 && self.of_claim.max(self.of_other) >= WIDE
    }

    pub(super) fn describe(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.trim_start_matches('=')).collect();
        format!("both speak of {} ({} of {} telling words)", words.join(", "), words.len(), self.total)
    }
}
