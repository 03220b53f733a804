//! Conditions on one claim.

use super::schema::SaidWord;
use crate::claim::{Act, Class, Evidential, Modality, Polarity, QuoteKind, Voice, Zone};
use crate::compare::Statement;
use crate::finding::Standing;
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
    pub(super) quoted: Option<bool>,
    pub(super) all_quoted: Option<bool>,
    pub(super) quote_words: Option<usize>,
    pub(super) act: Option<Vec<Act>>,
    pub(super) class: Vec<Class>,
    pub(super) evidential: Option<Vec<Evidential>>,
    pub(super) modality: Option<Vec<Modality>>,
    pub(super) polarity: Option<Vec<Polarity>>,
    pub(super) cue: Option<Vec<String>>,
    pub(super) words: Vec<Wanted>,
    pub(super) beyond: Beyond,
}

/// Phrases of which some words must hold one, or may hold none.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) part: Part,
    pub(super) phrases: Phrases,
    pub(super) held: bool,
}

/// The words of a claim that phrases are looked for in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Source,
    Content,
    Sentence,
}

/// Conditions that take more than the claim itself: the text around it, the other claims, the record.
#[derive(Clone, Debug, Default)]
pub struct Beyond {
    /// Whether another, independent source says the same.
    pub corroborated: Option<bool>,
    /// How it stands to the record.
    pub standing: Option<Vec<Standing>>,
    /// What of the day it was said.
    pub said: Option<SaidWord>,
    /// Whether the same speaker has said something like it before.
    pub earlier: Option<bool>,
    /// Whether anybody whom its words name speaks.
    pub answered: Option<bool>,
    /// How many named persons of the source's side speak nearby.
    pub side_voices: Option<usize>,
    /// Whether it holds the first quotation of the body.
    pub first_quote: Option<bool>,
    /// Whether the body gives no other figure for what it counts.
    pub backed: Option<bool>,
    /// What the text around it must or may not hold.
    pub around: Vec<Around>,
}

/// Phrases that the text around a claim must hold, or may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// The phrases, a number in [`super::Rule::watched`].
    pub watched: usize,
    /// The paragraph, or else the whole draft.
    pub in_paragraph: bool,
    /// Whether they must be there.
    pub held: bool,
}

impl Selector {
    /// Whether a statement fulfils every condition on itself; those [`Selector::beyond`] it are left open.
    pub fn takes(&self, statement: &Statement) -> bool {
        self.takes_attribution(statement)
            && self.takes_speaker(statement)
            && self.takes_assertion(statement)
            && self.takes_words(statement)
    }

    /// The conditions that take more than the statement.
    pub fn beyond(&self) -> &Beyond {
        &self.beyond
    }

    fn takes_attribution(&self, statement: &Statement) -> bool {
        let claim = &statement.claim;
        let quoted = claim.attribution.kind != QuoteKind::Indirect;
        fits(self.voice, claim.origin.voice)
            && within(&self.zone, claim.origin.zone)
            && (self.class.contains(&claim.attribution.class) || !statement.is_attributed())
            && fits(self.quoted, quoted)
            && fits(self.all_quoted, statement.is_all_quoted())
            && self.quote_words.is_none_or(|least| statement.quotes.iter().any(|quote| quote.len() >= least))
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
        self.words.iter().all(|wanted| {
            let words = match wanted.part {
                Part::Source => &statement.source_words,
                Part::Content => &statement.words,
                Part::Sentence => &statement.sentence_words,
            };
            wanted.phrases.matches(words) == wanted.held
        })
    }
}

fn fits<T: PartialEq>(wanted: Option<T>, found: T) -> bool {
    wanted.is_none_or(|wanted| wanted == found)
}

fn within<T: PartialEq>(wanted: &Option<Vec<T>>, found: T) -> bool {
    wanted.as_ref().is_none_or(|wanted| wanted.contains(&found))
}
