//! Where in a passage a quotation may stand: the diagonals on which the two share words, two by two.

use super::utterance::Utterance;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// The ways to lay a quotation beside a passage, with the pairs of words that they share there.
pub(super) struct Diagonals {
    quoted: usize,
    recorded: usize,
    /// By where in the passage the quotation would end, ascending; counted from as many words before its first as the
    /// quotation has.
    shared: Vec<(usize, usize)>,
}

impl Diagonals {
    /// Those on which a quotation and a passage share any pair.
    pub fn of(quoted: &Utterance, recorded: &Utterance) -> Diagonals {
        let mut places: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
        for (at, pair) in quoted.pairs().enumerate() {
            places.entry(pair).or_default().push(at);
        }
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, pair) in recorded.pairs().enumerate() {
            for place in places.get(&pair).into_iter().flatten() {
                *shared.entry(at + quoted.len() - place).or_default() += 1;
            }
        }
        Diagonals { quoted: quoted.len(), recorded: recorded.len(), shared: shared.into_iter().collect() }
    }

    /// The part of the passage that shares most pairs with the quotation, words moved by up to `slack`, and with that much
    /// room at both ends; of equals the first. `None` where no pair is shared.
    pub fn window(&self, slack: usize) -> Option<Range<usize>> {
        let (mut first, mut end, mut near) = (0, 0, 0);
        let mut best: Option<(usize, usize)> = None;
        for (diagonal, _) in &self.shared {
            while let Some((_, count)) = self.shared.get(end).filter(|(other, _)| *other <= diagonal + slack)
            {
                (near, end) = (near + count, end + 1);
            }
            while let Some((_, count)) = self.shared.get(first).filter(|(other, _)| other + slack < *diagonal)
            {
                (near, first) = (near - count, first + 1);
            }
            if best.is_none_or(|(most, _)| near > most) {
                best = Some((near, *diagonal));
            }
        }
        let (_, diagonal) = best?;
        let start = diagonal.saturating_sub(self.quoted + slack);
        let end = (diagonal + slack).min(self.recorded);
        (start < end).then_some(start..end)
    }
}
