//! A rule file as written: the serde shape, nothing checked beyond the types.
//!
//! Tables are tagged from outside and never flattened, so that a fault keeps its place in the file.

mod lists;
mod opposed;
mod select;

pub use lists::PhraseList;
pub use opposed::{
    DenialTable, DepartureWord, DisjointWord, GapTable, OpposedTable, PairTable, QuantityTable, WordingTable,
};
pub use select::{SaidWord, SelectTable};

use crate::compare::BoundTo;
use crate::finding::{Confidence, Severity};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// JSON Schema of a rule file, for editors.
pub const RULE_SCHEMA: &str = include_str!("../../../rules/rule.schema.json");

/// `rules/<pack>/<rule>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleFile {
    /// `<pack>/<rule>`, the same as the path.
    pub id: Spanned<String>,
    /// What is wrong, in a few words.
    pub title: Spanned<String>,
    /// note, warning or error.
    pub severity: Severity,
    /// At most this sure.
    pub confidence: Option<Confidence>,
    /// Why it matters.
    pub why: Spanned<String>,
    /// The norms it rests on.
    #[serde(default)]
    pub norms: Vec<String>,
    /// What a finding says; `{a.speaker}` and the like are filled in.
    pub message: Spanned<String>,
    /// What an editor can do.
    pub help: Spanned<String>,
    /// Two claims against each other.
    pub pair: Option<Spanned<PairTable>>,
    /// One claim alone.
    pub claim: Option<Spanned<ClaimTable>>,
    /// Places of the text, whoever speaks.
    pub passage: Option<Spanned<PassageTable>>,
    /// Figures that do not fit together.
    pub figures: Option<Spanned<FiguresTable>>,
    /// Date expressions.
    pub date: Option<Spanned<DateTable>>,
    /// Directives in the draft's comments.
    pub directive: Option<Spanned<DirectiveTable>>,
    /// The rule whose topic and scales this one uses.
    pub borrow: Option<Spanned<String>>,
    /// Rules that say less of the same two claims, and give way to this one there.
    #[serde(default)]
    pub instead_of: Vec<Spanned<String>>,
    /// What the claims must be about.
    pub topic: Option<Spanned<TopicTable>>,
    /// Scales: name → step → what it is known by.
    #[serde(default)]
    pub scale: Scales,
    /// In what two claims must be opposed.
    pub opposed: Option<Spanned<OpposedTable>>,
    /// Drafts that must be flagged.
    #[serde(default)]
    pub flags: Vec<ExampleTable>,
    /// Drafts that must not.
    #[serde(default)]
    pub allows: Vec<ExampleTable>,
}

/// Scales by their names, steps by theirs.
pub type Scales = BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, StepTable>>;

/// `[claim]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClaimTable {
    /// What it must be.
    pub select: SelectTable,
    /// One finding a claim, a speaker or a document.
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
    /// All of the document.
    Document,
}

/// `[passage]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PassageTable {
    /// Phrases of which a sentence of the body holds one, outside quotation marks.
    pub holds: Vec<Spanned<String>>,
    /// Phrases of which the same sentence holds one as well.
    pub with: Option<Vec<Spanned<String>>>,
    /// Phrases of which a sentence near it holds one.
    pub beside: Option<Vec<Spanned<String>>>,
    /// Phrases of which no sentence near it may hold one.
    pub unless: Option<Vec<Spanned<String>>>,
    /// What the reader is to be told near it, by the phrases that tell it; those that are missing are the finding.
    #[serde(default)]
    pub lacks: BTreeMap<String, Vec<Spanned<String>>>,
    /// How many of these must be missing.
    pub at_least: Option<usize>,
    /// How many sentences before and after are near.
    #[serde(default)]
    pub near: usize,
    /// One finding a passage, or one a document.
    #[serde(default)]
    pub per: PassagePer,
}

/// What makes one finding about passages.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PassagePer {
    /// Each passage.
    #[default]
    Passage,
    /// All of the document.
    Document,
}

/// `[figures]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FiguresTable {
    /// What is wrong with them.
    pub wrong: FigureWord,
}

/// What is wrong with figures.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureWord {
    /// Two for one thing, side by side, that do not meet.
    Apposed,
    /// A rise or fall that is not the difference of its two ends.
    Change,
    /// A share that is not the part of the whole beside it.
    Share,
    /// Parts that come to more than their whole.
    Parts,
    /// A lead that the margin of error covers.
    Lead,
}

/// `[date]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DateTable {
    /// What is wrong with it.
    pub wrong: DateWord,
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateWord {
    /// Its weekday is not that of the calendar day beside it.
    Weekday,
    /// It cannot be told which days it means.
    Unresolved,
}

/// `[directive]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DirectiveTable {
    /// What is wrong with it.
    pub wrong: DirectiveWord,
}

/// What is wrong with a directive.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DirectiveWord {
    /// It cannot be read, or stands where it does not count.
    Malformed,
    /// It does not say why.
    Unexplained,
    /// It names a rule that there is not.
    UnknownRule,
    /// Its last day is over.
    Expired,
    /// There is nothing to let pass.
    Unused,
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
    /// What else two claims on it must share.
    pub bound_to: Option<BoundTo>,
}

/// A step of a scale.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepTable {
    /// Where it lies.
    pub at: Spanned<f64>,
    /// What it is known by.
    #[serde(default)]
    pub phrases: Vec<Spanned<String>>,
    /// Base forms of cues that take it, whatever is said: "warn".
    #[serde(default)]
    pub cues: Vec<Spanned<String>>,
    /// The step a negated phrase stands for.
    pub negated: Option<Spanned<String>>,
}

/// `[[flags]]` and `[[allows]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ExampleTable {
    /// The draft, Markdown.
    pub draft: Spanned<String>,
    /// Words that stand for `{each}` in draft, record and marks, one after the other: an example for each of them.
    pub each: Option<Vec<String>>,
    /// Its day of publication, ISO.
    pub date: Option<Spanned<String>>,
    /// A claim journal to hold it against.
    pub record: Option<Spanned<String>>,
    /// A transcript to hold it against.
    pub transcript: Option<String>,
    /// What the example is there for.
    pub note: Option<String>,
    /// The words of the draft that the findings mark, in their order.
    pub marks: Option<Vec<String>>,
    /// Why the rule does not do as the example says yet; such an example is reported and fails nothing.
    pub todo: Option<String>,
}
