//! Conditions on one claim.

use crate::claim::{Act, Class, Evidential, Modality, Polarity, QuoteKind, Voice, Zone};
use crate::compare::Statement;
use crate::grammar::phrase::Phrases;

/// Which claims a rule is about. Every condition that is set must hold.
#[derive(Clone, Debug)]
pub struct Selector {
    pub(super) voice: Option<Voice>,
    pub(super) zone: Option<Vec<Zone>>,
    pub(super) sourced: Option<bool>,
    pub(super) anonymous: Option<bool>,
    pub(super) group: Option<bool>,
    pub(super) side: Option<bool>,
    pub(super) relayed: Option<bool>,
    pub(super) corroborated: Option<bool>,
    pub(super) quoted: Option<bool>,
    pub(super) act: Option<Vec<Act>>,
    pub(super) class: Vec<Class>,
    pub(super) evidential: Option<Vec<Evidential>>,
    pub(super) modality: Option<Vec<Modality>>,
    pub(super) polarity: Option<Vec<Polarity>>,
    pub(super) cue: Option<Vec<String>>,
    pub(super) source: Phrases,
    pub(super) source_unless: Phrases,
    pub(super) content: Phrases,
    pub(super) sentence_unless: Phrases,
}

impl Selector {
    /// Whether a statement fulfils every condition, corroboration apart (that takes the other statements).
    pub fn takes(&self, statement: &Statement) -> bool {
        self.takes_attribution(statement)
            && self.takes_speaker(statement)
            && self.takes_assertion(statement)
            && self.takes_words(statement)
    }

    /// Whether the rule asks for corroborated (`true`) or uncorroborated claims.
    pub fn wants_corroborated(&self) -> Option<bool> {
        self.corroborated
    }

    fn takes_attribution(&self, statement: &Statement) -> bool {
        let claim = &statement.claim;
        let quoted = claim.attribution.kind != QuoteKind::Indirect;
        fits(self.voice, claim.origin.voice)
            && within(&self.zone, claim.origin.zone)
            && (self.class.contains(&claim.attribution.class) || !statement.is_attributed())
            && fits(self.quoted, quoted)
            && self.cue.as_ref().is_none_or(|cues| cues.contains(&claim.attribution.lemma))
    }

    fn takes_speaker(&self, statement: &Statement) -> bool {
        let speaker = &statement.claim.speaker;
        fits(self.sourced, !speaker.is_nobody())
            && fits(self.anonymous, speaker.anonymous)
            && fits(self.group, speaker.group)
            && fits(self.side, speaker.side.is_some() || speaker.institution.is_some())
            && fits(self.relayed, !statement.claim.via.is_empty())
    }

    fn takes_assertion(&self, statement: &Statement) -> bool {
        let assertion = &statement.claim.assertion;
        within(&self.act, assertion.act)
            && within(&self.evidential, assertion.evidential)
            && within(&self.modality, assertion.modality)
            && within(&self.polarity, assertion.polarity)
    }

    fn takes_words(&self, statement: &Statement) -> bool {
        let holds = |phrases: &Phrases, words| phrases.is_empty() || phrases.matches(words);
        holds(&self.source, &statement.source_words)
            && holds(&self.content, &statement.words)
            && !self.source_unless.matches(&statement.source_words)
            && !self.sentence_unless.matches(&statement.sentence_words)
    }
}

fn fits<T: PartialEq>(wanted: Option<T>, found: T) -> bool {
    wanted.is_none_or(|wanted| wanted == found)
}

fn within<T: PartialEq>(wanted: &Option<Vec<T>>, found: T) -> bool {
    wanted.as_ref().is_none_or(|wanted| wanted.contains(&found))
}
