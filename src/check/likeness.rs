//! What the same speaker is on record with, and which of it is most like a quotation.

use super::echoes::{Echoes, LOOKED_AT};
use crate::claim::Medium;
use crate::compare::{Fidelity, Statement, Timing, Utterance, fidelity, timing};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::cmp::Ordering;

/// The statements of the record by their speakers' names. Unknown speakers have none.
#[derive(Default)]
pub struct BySpeaker<'s> {
    by_name: FxHashMap<&'s str, Vec<(usize, &'s Statement)>>,
    /// Of those who said much: by what words it is found.
    echoes: FxHashMap<&'s str, Echoes>,
    /// Those of unnamed sources by description and by each outlet that they spoke through.
    unnamed: FxHashMap<(&'s str, &'s str), Vec<(usize, &'s Statement)>>,
}

/// Words that share less than this are another utterance, whatever the day.
pub(super) const SAME_UTTERANCE: f64 = 0.6;

/// The passage of the record most like a quotation.
pub(super) struct Likeness {
    /// Its index among all statements.
    pub(super) passage: usize,
    /// How like.
    pub(super) fidelity: Fidelity,
}

/// By the number of a statement and the place of a quotation in it.
pub(super) type Alike = FxHashMap<(usize, Option<Span>), Likeness>;

impl<'s> BySpeaker<'s> {
    /// Sorts `statements` by speaker, those of the draft left out.
    pub fn of(statements: &[&'s Statement]) -> BySpeaker<'s> {
        let mut known = BySpeaker::default();
        let recorded =
            statements.iter().enumerate().filter(|(_, it)| it.claim.origin.medium != Medium::Draft);
        for (index, statement) in recorded.filter(|(_, it)| !it.claim.speaker.is_nobody()) {
            let speaker = &statement.claim.speaker;
            if !speaker.anonymous {
                known.by_name.entry(&speaker.name).or_default().push((index, statement));
                continue;
            }
            for link in &statement.claim.via {
                known.unnamed.entry((&speaker.name, &link.name)).or_default().push((index, statement));
            }
        }
        let talkative = known.by_name.iter().filter(|(_, said)| said.len() > LOOKED_AT);
        known.echoes = talkative.map(|(name, said)| (*name, Echoes::of(said))).collect();
        known
    }

    /// What the speaker of `statement` is on record with, and of an unnamed one what a source of that description said
    /// through the same outlet: that is one report.
    pub(super) fn same_source(
        &self,
        statement: &Statement,
    ) -> impl Iterator<Item = (usize, &'s Statement)> + use<'_, 's> {
        let speaker = &statement.claim.speaker;
        let links = statement.claim.via.iter().filter(|_| speaker.anonymous);
        let told = links.filter_map(|link| self.unnamed.get(&(speaker.name.as_str(), link.name.as_str())));
        let told: Vec<_> = told.flatten().copied().collect();
        self.same_speaker(statement).chain(told)
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

    /// What the quotations in a draft's statements are most like.
    pub(super) fn alike(&self, statements: &[&Statement]) -> Alike {
        let drafts = statements.iter().enumerate().filter(|(_, it)| it.claim.origin.medium == Medium::Draft);
        let quotes = drafts.flat_map(|(index, own)| own.quotes.iter().map(move |quote| (index, own, quote)));
        let telling = quotes.filter(|(_, _, quote)| quote.is_telling());
        telling
            .filter_map(|(index, own, quote)| Some(((index, quote.span), self.most_like(own, quote)?)))
            .collect()
    }

    /// The passage that shares most with a quotation in `own`, if any shares enough to be compared.
    pub(super) fn most_like(&self, own: &Statement, quote: &Utterance) -> Option<Likeness> {
        let echoes = self.echoes(own, quote).into_iter();
        let passages = echoes.flat_map(|(passage, other)| {
            let of_day = timing(own.claim.said.as_ref(), other.claim.said.as_ref()) != Timing::Disjoint;
            let likeness =
                move |words| Some((Likeness { passage, fidelity: fidelity(quote, words)? }, of_day));
            other.quotes.iter().filter_map(likeness)
        });
        // The first of several equally like passages, so that the order of the record decides, not chance.
        let better = |(next, next_day): &(Likeness, bool), (best, best_day): &(Likeness, bool)| {
            next.rank(*next_day).partial_cmp(&best.rank(*best_day)) == Some(Ordering::Greater)
        };
        passages.reduce(|best, next| if better(&next, &best) { next } else { best }).map(|(best, _)| best)
    }
}

impl Likeness {
    /// The very words come first, on whatever day; then what was said on the day that the draft gives.
    fn rank(&self, of_day: bool) -> (bool, bool, f64) {
        let is_same = self.fidelity.ratio >= SAME_UTTERANCE;
        (self.fidelity.changes.is_empty(), of_day && is_same, self.fidelity.ratio)
    }
}
