//! What the same speaker is on record with, and which of it is most like a quotation.

use crate::claim::Medium;
use crate::compare::{Fidelity, Statement, Utterance, fidelity};
use rustc_hash::FxHashMap;

/// The statements of the record by their speakers' names. Unnamed and unknown speakers have none.
#[derive(Default)]
pub struct BySpeaker<'s> {
    by_name: FxHashMap<&'s str, Vec<(usize, &'s Statement)>>,
}

/// The passage of the record most like a quotation.
pub(super) struct Likeness {
    /// Its index among all statements.
    pub(super) passage: usize,
    /// How like.
    pub(super) fidelity: Fidelity,
}

impl<'s> BySpeaker<'s> {
    /// Sorts `statements` by speaker, those of the draft left out.
    pub fn of(statements: &[&'s Statement]) -> BySpeaker<'s> {
        let mut by_name: FxHashMap<&str, Vec<(usize, &Statement)>> = FxHashMap::default();
        for (index, statement) in statements.iter().enumerate() {
            let speaker = &statement.claim.speaker;
            let recorded = statement.claim.origin.medium != Medium::Draft;
            if recorded && !speaker.is_nobody() && !speaker.anonymous {
                by_name.entry(&speaker.name).or_default().push((index, statement));
            }
        }
        BySpeaker { by_name }
    }

    /// What the speaker of `statement` is on record with, with the indices among all statements.
    pub(super) fn same_speaker(
        &self,
        statement: &Statement,
    ) -> impl Iterator<Item = (usize, &'s Statement)> + use<'_, 's> {
        let known = self.by_name.get(statement.claim.speaker.name.as_str());
        known.filter(|_| !statement.claim.speaker.anonymous).into_iter().flatten().copied()
    }

    /// The passage that shares most with a quotation in `own`, if any shares enough to be compared.
    pub(super) fn most_like(&self, own: &Statement, quote: &Utterance) -> Option<Likeness> {
        let passages = self.same_speaker(own).flat_map(|(index, other)| {
            other.quotes.iter().filter_map(move |words| Some((index, fidelity(quote, words)?)))
        });
        // The first of several equally like passages, so that the order of the record decides, not chance.
        let best = passages.reduce(|best, next| if next.1.ratio > best.1.ratio { next } else { best });
        best.map(|(passage, fidelity)| Likeness { passage, fidelity })
    }
}
