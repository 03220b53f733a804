//! What a rule about two claims compares, as written.

use super::SelectTable;
use crate::compare::{Between, On};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// `[pair]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PairTable {
    /// Whose claims.
    pub between: Between,
    /// What makes them claims about one thing, where no topic does.
    #[serde(default)]
    pub on: On,
    /// Whether what is asked for counts as a position: "there must be no talks".
    #[serde(default)]
    pub demands: bool,
    /// The most time between the two: "30 days", "2 weeks".
    pub within: Option<Spanned<String>>,
    /// What the first must be.
    pub a: Option<SelectTable>,
    /// What the second must be.
    pub b: Option<SelectTable>,
}

/// `[opposed]`; one of several suffices.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OpposedTable {
    /// So or not so.
    pub polarity: Option<bool>,
    /// `"disjoint"`, or `{ disjoint-on = "ipcc" }`.
    pub probability: Option<DisjointWord>,
    /// Scale → least gap.
    #[serde(default)]
    pub scale: BTreeMap<Spanned<String>, GapTable>,
    /// Figures.
    pub quantity: Option<QuantityTable>,
    /// Swapped roles.
    pub roles: Option<bool>,
    /// Two doers of one deed.
    pub agents: Option<bool>,
    /// More certain by so many levels.
    pub certainty: Option<u8>,
    /// Hedged first, bare later.
    pub hedge_dropped: Option<bool>,
    /// Relayed first, in own voice later.
    pub chain_dropped: Option<bool>,
    /// A source that the first leaves out.
    pub source_dropped: Option<bool>,
    /// One root behind both.
    pub shared_root: Option<bool>,
    /// The first answers the second and is dated before it.
    pub answered_before: Option<bool>,
    /// A bare weekday for words said so many days earlier.
    pub stale_weekday: Option<i64>,
    /// Quotation against record.
    pub wording: Option<WordingTable>,
    /// The first turns the second down.
    pub denial: Option<DenialTable>,
}

/// The only way in which probabilities are opposed.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisjointWord {
    /// Their intervals do not meet on the scale in use.
    Disjoint,
    /// They do not meet on this scale.
    DisjointOn(Spanned<String>),
}

/// `{ gap = 2 }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapTable {
    /// Least difference of the steps' numbers.
    pub gap: Spanned<f64>,
}

/// `{ tolerance = "5%" }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantityTable {
    /// Relative difference that is none, as a percentage.
    pub tolerance: Spanned<String>,
    /// Only if the later figure is the smaller one.
    #[serde(default)]
    pub falls: bool,
}

/// `{ at-least = 0.6, departure = "altered" }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WordingTable {
    /// Share of common words below which it is another utterance.
    pub at_least: f64,
    /// How the quotation departs from the record.
    pub departure: DepartureWord,
    /// Phrases right before the words on record that turn their meaning.
    #[serde(default)]
    pub after: Vec<Spanned<String>>,
    /// Phrases right behind the words on record that turn their meaning.
    #[serde(default)]
    pub before: Vec<Spanned<String>>,
    /// Phrases of the draft's sentence, outside of the quotation, with which it tells itself what stands behind.
    #[serde(default)]
    pub told: Vec<Spanned<String>>,
    /// Phrases right before words that somebody only passes on.
    #[serde(default)]
    pub relayed: Vec<Spanned<String>>,
    /// Phrases of a clause behind such words that rejects them.
    #[serde(default)]
    pub rejected: Vec<Spanned<String>>,
}

/// How a quotation departs from the record.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DepartureWord {
    /// It has other words.
    Altered,
    /// It leaves words out and does not show it.
    Shortened,
    /// A “not” was left out or put in.
    Negation,
    /// A figure is another.
    Figure,
    /// A “could”, “must” or “will” is gone, new or another.
    Modal,
    /// A “perhaps” or “about” is gone, new or another.
    Hedge,
    /// It joins what was said at two places.
    Spliced,
    /// Somebody else said it.
    OtherSpeaker,
    /// It was said on another day.
    OtherDay,
    /// It leaves out what turns its meaning.
    OutOfContext,
}

/// `{ participant = true }`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DenialTable {
    /// Only by those who took part.
    #[serde(default)]
    pub participant: bool,
}
