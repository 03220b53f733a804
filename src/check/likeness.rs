//! What the same speaker is on record with, and which of it is most like a quotation.

use super::echoes::{Echoes, LOOKED_AT};
use crate::claim::Medium;
use crate::compare::{Fidelity, Statement, Utterance, fidelity};
use rustc_hash::FxHashMap;

/// The statements of the record by their speakers' names. Unnamed and unknown speakers have none.
#[derive(Default)]
pub struct BySpeaker<'s> {
    by_name: FxHashMap<&'s str, Vec<(usize, &'s Statement)>>,
    /// Of those who said much: by what words it is found.
    echoes: FxHashMap<&'s str, Echoes>,
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
        let talkative = by_name.iter().filter(|(_, said)| said.len() > LOOKED_AT);
        let echoes = talkative.map(|(name, said)| (*name, Echoes::of(said))).collect();
        BySpeaker { by_name, echoes }
    }

    /// What the speaker of `statement` is on record with, with the indices among all statements.
    pub(super) fn same_speaker(
        &self,
        statement: &Statement,
    ) -> impl Iterator<Item = (usize, &'s Statement)> + use<'_, 's> {
        let known = self.by_name.get(statement.claim.speaker.name.as_str());
        known.filter(|_| !statement.claim.speaker.anonymous).into_iter().flatten().copied()
    }

    /// What the speaker of `own` is on record with that shares words with a quotation, in the order of the record.
    pub(super) fn echoes(&self, own: &Statement, quote: &Utterance) -> Vec<(usize, &'s Statement)> {
        match self.echoes.get(own.claim.speaker.name.as_str()) {
            Some(echoes) if !own.claim.speaker.anonymous => {
                let said = self.by_name.get(own.claim.speaker.name.as_str()).map_or(&[][..], Vec::as_slice);
                echoes.to(quote).into_iter().filter_map(|number| said.get(number).copied()).collect()
            }
            _ => self.same_speaker(own).collect(),
        }
    }

    /// The passage that shares most with a quotation in `own`, if any shares enough to be compared.
    pub(super) fn most_like(&self, own: &Statement, quote: &Utterance) -> Option<Likeness> {
        let echoes = self.echoes(own, quote).into_iter();
        let passages = echoes.flat_map(|(index, other)| {
            other.quotes.iter().filter_map(move |words| Some((index, fidelity(quote, words)?)))
        });
        // The first of several equally like passages, so that the order of the record decides, not chance.
        let best = passages.reduce(|best, next| if next.1.ratio > best.1.ratio { next } else { best });
        best.map(|(passage, fidelity)| Likeness { passage, fidelity })
    }
}
