//! A rule file as written: the serde shape, nothing checked beyond the types.
//!
//! Tables are tagged from outside and never flattened, so that a fault keeps its place in the file.

use crate::claim::{Act, Class, Evidential, Modality, Polarity, Voice, Zone};
use crate::compare::Between;
use crate::finding::{Confidence, Severity};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// `rules/<pack>/<rule>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleFile {
    /// `<pack>/<rule>`, the same as the path.
    pub id: Spanned<String>,
    /// What is wrong, in a few words.
    pub title: String,
    /// note, warning or error.
    pub severity: Severity,
    /// At most this sure.
    pub confidence: Option<Confidence>,
    /// Why it matters.
    pub why: String,
    /// The norms it rests on.
    #[serde(default)]
    pub norms: Vec<String>,
    /// What a finding says; `{a.speaker}` and the like are filled in.
    pub message: Spanned<String>,
    /// What an editor can do.
    pub help: String,
    /// Two claims against each other.
    pub pair: Option<Spanned<PairTable>>,
    /// One claim alone.
    pub claim: Option<Spanned<ClaimTable>>,
    /// Figures in apposition.
    pub figures: Option<Spanned<FiguresTable>>,
    /// Date expressions.
    pub date: Option<Spanned<DateTable>>,
    /// What the claims must be about.
    pub topic: Option<Spanned<TopicTable>>,
    /// Scales: name → step → what it is known by.
    #[serde(default)]
    pub scale: BTreeMap<String, BTreeMap<String, StepTable>>,
    /// In what two claims must be opposed.
    pub opposed: Option<Spanned<OpposedTable>>,
    /// Drafts that must be flagged.
    #[serde(default)]
    pub flags: Vec<ExampleTable>,
    /// Drafts that must not.
    #[serde(default)]
    pub allows: Vec<ExampleTable>,
}

/// `[pair]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PairTable {
    /// Whose claims.
    pub between: Between,
    /// The most time between the two: "30 days", "2 weeks".
    pub within: Option<Spanned<String>>,
    /// What the first must be.
    pub a: Option<SelectTable>,
    /// What the second must be.
    pub b: Option<SelectTable>,
}

/// Conditions on one claim. Every key that is given must hold.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SelectTable {
    /// A source's voice or the text's own.
    pub voice: Option<Voice>,
    /// Headline, standfirst or body.
    pub zone: Option<Vec<Zone>>,
    /// Whether anybody is named or described as the source.
    pub sourced: Option<bool>,
    /// Whether the source is unnamed.
    pub anonymous: Option<bool>,
    /// Whether the source is more than one person, or a body.
    pub group: Option<bool>,
    /// Whether the source's side is known.
    pub side: Option<bool>,
    /// Whether the words came through others.
    pub relayed: Option<bool>,
    /// Whether another source of the text or record says the same.
    pub corroborated: Option<bool>,
    /// Whether part of the content stands in quotation marks.
    pub quoted: Option<bool>,
    /// What is done by saying it.
    pub act: Option<Vec<Act>>,
    /// Speech (unless said otherwise), attitude, intention, perception.
    pub class: Option<Vec<Class>>,
    /// How the source knows.
    pub evidential: Option<Vec<Evidential>>,
    /// How certain.
    pub modality: Option<Vec<Modality>>,
    /// So or not so.
    pub polarity: Option<Vec<Polarity>>,
    /// The cue's base form.
    pub cue: Option<Vec<String>>,
    /// Phrases of which the source must hold one.
    pub source: Option<Vec<Spanned<String>>>,
    /// Phrases of which the source may hold none.
    pub source_unless: Option<Vec<Spanned<String>>>,
    /// Phrases of which the content must hold one.
    pub content: Option<Vec<Spanned<String>>>,
    /// Phrases of which the sentence may hold none.
    pub sentence_unless: Option<Vec<Spanned<String>>>,
}

/// `[claim]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClaimTable {
    /// What it must be.
    pub select: SelectTable,
    /// One finding a claim, or one a speaker.
    #[serde(default)]
    pub per: PerWord,
}

/// What makes one finding.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PerWord {
    /// Each claim.
    #[default]
    Claim,
    /// All claims of one speaker.
    Speaker,
}

/// `[figures]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FiguresTable {
    /// What two figures for one thing, side by side, do.
    pub apposed: ApposedWord,
}

/// What two figures side by side do.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ApposedWord {
    /// They do not meet.
    Disagree,
}

/// `[date]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DateTable {
    /// What the weekday does.
    pub weekday: WeekdayWord,
}

/// What a weekday does.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WeekdayWord {
    /// Differs from that of the calendar date beside it.
    Mismatched,
}

/// `[topic]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TopicTable {
    /// What reports and journals call it.
    pub name: String,
    /// Phrases of which a claim about it holds one.
    pub any: Vec<Spanned<String>>,
    /// Phrases of which it holds none.
    #[serde(default)]
    pub unless: Vec<Spanned<String>>,
}

/// A step of a scale.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepTable {
    /// Where it lies.
    pub at: f64,
    /// What it is known by.
    pub phrases: Vec<Spanned<String>>,
    /// The step a negated phrase stands for.
    pub negated: Option<Spanned<String>>,
}

/// `[opposed]`; one of several suffices.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OpposedTable {
    /// So or not so.
    pub polarity: Option<bool>,
    /// `"disjoint"`.
    pub probability: Option<DisjointWord>,
    /// Scale → least gap.
    #[serde(default)]
    pub scale: BTreeMap<String, GapTable>,
    /// Figures.
    pub quantity: Option<QuantityTable>,
    /// Swapped roles.
    pub roles: Option<bool>,
    /// More certain by so many levels.
    pub certainty: Option<u8>,
    /// Hedged first, bare later.
    pub hedge_dropped: Option<bool>,
    /// Relayed first, in own voice later.
    pub chain_dropped: Option<bool>,
    /// A bare weekday for words said so many days earlier.
    pub stale_weekday: Option<i64>,
    /// Quotation against record.
    pub wording: Option<WordingTable>,
    /// The first turns the second down.
    pub denial: Option<DenialTable>,
}

/// The only way in which probabilities are opposed.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisjointWord {
    /// Their intervals do not meet.
    Disjoint,
}

/// `{ gap = 2 }`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapTable {
    /// Least difference of the steps' numbers.
    pub gap: f64,
}

/// `{ tolerance = "5%" }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantityTable {
    /// Relative difference that is none, as a percentage.
    pub tolerance: Spanned<String>,
}

/// `{ at-least = 0.6 }`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WordingTable {
    /// Share of common words below which it is another utterance.
    pub at_least: f64,
}

/// `{ participant = true }`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DenialTable {
    /// Only by those who took part.
    #[serde(default)]
    pub participant: bool,
}

/// `[[flags]]` and `[[allows]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ExampleTable {
    /// The draft, Markdown.
    pub draft: Spanned<String>,
    /// Its day of publication, ISO.
    pub date: Option<String>,
    /// A claim journal to hold it against.
    pub record: Option<String>,
    /// A transcript to hold it against.
    pub transcript: Option<String>,
    /// What the example is there for.
    pub note: Option<String>,
    /// The words of the draft that the findings mark, in their order.
    pub marks: Option<Vec<String>>,
    /// Why the rule does not do as the example says yet; such an example is reported and fails nothing.
    pub todo: Option<String>,
}
