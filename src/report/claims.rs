//! Claims as JSON lines: one line a claim, keys in a fixed order (`schema/claims.schema.json`).

use super::json;
use super::shelf::Shelved;
use crate::check::Topics;
use crate::claim::{
    Act, Basis, Class, Evidential, Grain, Interval, Modality, Polarity, Probability, QuoteKind, Speaker,
    Wording,
};
use crate::compare::Statement;
use crate::pack::Rule;
use crate::text::Span;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A claim as machines read it. Offsets count from the beginning of the file as it is on disk.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimLine<'c> {
    doc: &'c str,
    id: &'c str,
    kind: QuoteKind,
    source: Option<Words<'c>>,
    cue: Option<Words<'c>>,
    content: Option<Words<'c>>,
    quotes: Vec<Words<'c>>,
    speaker: Option<Who<'c>>,
    via: Vec<&'c str>,
    said: Option<When>,
    act: Act,
    modality: Modality,
    polarity: Polarity,
    probability: Option<Probability>,
    evidential: Evidential,
    class: Class,
    topics: BTreeSet<&'c str>,
    stance: BTreeMap<&'c str, String>,
    line: usize,
    column: usize,
}

/// Words and where they stand, in half-open ranges of code points and of bytes.
#[derive(Clone, Debug, Serialize)]
struct Words<'c> {
    text: &'c str,
    chars: Vec<[usize; 2]>,
    bytes: Vec<[usize; 2]>,
}

#[derive(Clone, Debug, Serialize)]
struct Who<'c> {
    name: &'c str,
    role: Option<&'c str>,
    side: Option<&'c str>,
    anonymous: bool,
    group: bool,
}

/// When something was said.
#[derive(Clone, Debug, Serialize)]
pub(super) struct When {
    from: NaiveDate,
    to: NaiveDate,
    grain: Grain,
    basis: Basis,
    sure: bool,
    timex: String,
}

/// Claims of one document; `rules` give the topics and scales on which they are placed.
pub fn claim_lines<'c>(
    claims: &[&'c Statement],
    shelved: Shelved<'c>,
    rules: &'c [Rule],
) -> Vec<ClaimLine<'c>> {
    let topics = Topics::of(rules, &[]);
    claims.iter().map(|statement| Writer { statement, shelved, topics: &topics }.line()).collect()
}

impl ClaimLine<'_> {
    /// As one line of JSON, its line break included.
    pub fn print(&self) -> String {
        json::line(self)
    }
}

struct Writer<'c, 'w> {
    statement: &'c Statement,
    shelved: Shelved<'c>,
    topics: &'w Topics<'c>,
}

impl<'c> Writer<'c, '_> {
    fn line(&self) -> ClaimLine<'c> {
        let claim = &self.statement.claim;
        let (attribution, assertion) = (&claim.attribution, &claim.assertion);
        let place = self.shelved.places(claim.focus()).0;
        ClaimLine {
            doc: self.shelved.source.name(),
            id: &claim.id,
            kind: attribution.kind,
            source: self.wording(&attribution.source),
            cue: self.wording(&attribution.cue),
            content: self.wording(&attribution.content),
            quotes: attribution
                .quotes
                .iter()
                .map(|quote| self.words(quote.slice(self.shelved.prose), &[*quote]))
                .collect(),
            speaker: who(&claim.speaker),
            via: claim.via.iter().map(|link| link.name.as_str()).collect(),
            said: claim.said.as_ref().map(When::of),
            act: assertion.act,
            modality: assertion.modality,
            polarity: assertion.polarity,
            probability: self.statement.probability(),
            evidential: assertion.evidential,
            class: attribution.class,
            topics: self.topics.of_claim(self.statement),
            stance: self.topics.stance(self.statement),
            line: place.line,
            column: place.column,
        }
    }

    fn wording(&self, wording: &'c Option<Wording>) -> Option<Words<'c>> {
        wording.as_ref().map(|wording| self.words(&wording.text, &wording.spans))
    }

    fn words(&self, text: &'c str, spans: &[Span]) -> Words<'c> {
        let places = spans.iter().map(|span| self.shelved.places(*span));
        let (chars, bytes) = places.map(|(from, to)| ([from.char, to.char], [from.byte, to.byte])).unzip();
        Words { text, chars, bytes }
    }
}

fn who(speaker: &Speaker) -> Option<Who<'_>> {
    (!speaker.is_nobody()).then(|| Who {
        name: &speaker.name,
        role: speaker.role.as_deref(),
        side: speaker.side.as_deref(),
        anonymous: speaker.anonymous,
        group: speaker.group,
    })
}

impl When {
    pub(super) fn of(said: &Interval) -> When {
        When {
            from: said.from,
            to: said.to,
            grain: said.grain,
            basis: said.basis,
            sure: said.sure,
            timex: said.timex(),
        }
    }
}
