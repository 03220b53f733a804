//! What the same speaker is on record with, and which of it is most like a quotation.

use super::echoes::{Echoes, LOOKED_AT};
use super::namesakes::Namesakes;
use crate::claim::{Medium, Speaker, last_name};
use crate::compare::{Fidelity, Statement, Timing, Utterance, fidelity, timing};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::cmp::Ordering;

/// The statements of the record by their speakers' last names. Unknown speakers have none.
#[derive(Default)]
pub struct BySpeaker<'s> {
    namesakes: Namesakes,
    by_name: FxHashMap<String, Vec<(usize, &'s Statement)>>,
    /// Of those who said much: by what words it is found.
    echoes: FxHashMap<String, Echoes>,
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
    /// Sorts `statements` by speaker, those of the draft left out; `namesakes` are of the draft, too.
    pub fn of(statements: &[&'s Statement], namesakes: Namesakes) -> BySpeaker<'s> {
        let mut known = BySpeaker { namesakes, ..BySpeaker::default() };
        let recorded =
            statements.iter().enumerate().filter(|(_, it)| it.claim.origin.medium != Medium::Draft);
        let named = recorded.filter(|(_, it)| !it.claim.speaker.is_nobody() && !it.claim.speaker.anonymous);
        for (index, statement) in named {
            let name = last_name(&statement.claim.speaker.name).to_lowercase();
            known.by_name.entry(name).or_default().push((index, statement));
        }
        let talkative = known.by_name.iter().filter(|(_, said)| said.len() > LOOKED_AT);
        known.echoes = talkative.map(|(name, said)| (name.clone(), Echoes::of(said))).collect();
        known
    }

    /// What the speaker of `statement` is on record with, with the indices among all statements.
    pub(super) fn same_speaker<'o>(
        &'o self,
        statement: &'o Statement,
    ) -> impl Iterator<Item = (usize, &'s Statement)> + use<'o, 's> {
        let speaker = &statement.claim.speaker;
        let known = self.by_name.get(&last_name(&speaker.name).to_lowercase()).into_iter().flatten().copied();
        known.filter(|(_, other)| self.namesakes.are_one(speaker, &other.claim.speaker))
    }

    /// What the speaker of `own` is on record with that shares words with a quotation, in the order of the record.
    pub(super) fn echoes(&self, own: &Statement, quote: &Utterance) -> Vec<(usize, &'s Statement)> {
        let speaker = &own.claim.speaker;
        let name = last_name(&speaker.name).to_lowercase();
        let Some((echoes, said)) = self.echoes.get(&name).zip(self.by_name.get(&name)) else {
            return self.same_speaker(own).collect();
        };
        let found = echoes.to(quote).into_iter().filter_map(|number| said.get(number).copied());
        found.filter(|(_, other)| self.namesakes.are_one(speaker, &other.claim.speaker)).collect()
    }

    /// Whether two speakers are one as far as their names tell.
    pub(super) fn are_one(&self, one: &Speaker, other: &Speaker) -> bool {
        self.namesakes.are_one(one, other)
    }

    /// Whether two statements are of one source: of one speaker, or of unnamed ones of one description through one outlet,
    /// which is one report.
    pub(super) fn are_one_source(&self, one: &Statement, other: &Statement) -> bool {
        let (own, said) = (&one.claim, &other.claim);
        let unnamed = own.speaker.anonymous && said.speaker.anonymous && !said.speaker.is_nobody();
        let through_one = || own.via.iter().any(|link| said.via.iter().any(|other| other.name == link.name));
        self.are_one(&own.speaker, &said.speaker)
            || unnamed && own.speaker.name == said.speaker.name && through_one()
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
