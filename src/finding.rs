//! What a rule reports, with the evidence for it.

use crate::text::{FileId, Span};
use serde::{Deserialize, Serialize};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Should be looked at before publication.
    Warning,
    /// Should not be published as it is.
    Error,
}

impl Severity {
    /// Its word in rules, settings and reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// How sure the engine is that the finding is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Matched through lists or guessed dates.
    Low,
    /// Some of it through lists.
    Medium,
    /// Matched outright.
    High,
}

/// How two claims stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Not both can be true.
    Contradicts,
    /// They differ in degree, certainty or evaluation.
    Diverges,
    /// The one says the other is not so.
    Denies,
    /// The one calls the other's account wrong.
    Disputes,
    /// The one takes the other back.
    Retracts,
    /// The one replaces the other.
    Supersedes,
    /// Independent sources say the same.
    Corroborates,
    /// One source says the same again.
    Repeats,
    /// The one passes the other on.
    Relays,
    /// The one quotes the other wrongly.
    Misquotes,
    /// They speak of the same thing and do not conflict.
    Unrelated,
    /// It cannot be told whether they speak of the same thing.
    NotComparable,
}

/// One of two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// The first.
    A,
    /// The second.
    B,
}

impl Party {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Party {
        match self {
            Party::A => Party::B,
            Party::B => Party::A,
        }
    }
}

/// How a claim stands to the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The speaker is on record with it.
    OnRecord,
    /// The speaker is on record with other words than those in quotation marks.
    Misquoted,
    /// The speaker is on record with the opposite.
    Contradicted,
    /// It is on record, and so is somebody's dispute of it.
    Disputed,
    /// It is on record, and so is its correction or retraction.
    Superseded,
    /// Nothing like it is on record.
    NotOnRecord,
}

impl Standing {
    /// All of them, in the order in which summaries count them.
    pub const ALL: [Standing; 6] = [
        Standing::OnRecord,
        Standing::Misquoted,
        Standing::Contradicted,
        Standing::Disputed,
        Standing::Superseded,
        Standing::NotOnRecord,
    ];

    /// As reports print it.
    pub fn title(self) -> &'static str {
        match self {
            Standing::OnRecord => "on record",
            Standing::Misquoted => "misquoted",
            Standing::Contradicted => "contradicted",
            Standing::Disputed => "disputed",
            Standing::Superseded => "superseded",
            Standing::NotOnRecord => "not on record",
        }
    }
}

/// The gates that a conflict must pass, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Gate {
    /// Neither is embedded or irrealis.
    Stated,
    /// Same event or topic.
    Topic,
    /// Same place, population, period, unit.
    Scope,
    /// Both dated, ordered or overlapping.
    Time,
    /// Polarity, modality, probability, quantity, roles or curated words are opposed.
    Opposed,
    /// Not superseded, corrected, or changed and acknowledged by the speaker.
    Standing,
    /// Chain length, dispute and acknowledgement set the severity.
    Weight,
}

/// What happened at one gate, in words a person can check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The gate.
    pub gate: Gate,
    /// Whether the pair passed.
    pub passed: bool,
    /// Why.
    pub reason: String,
}

/// A labelled place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The file.
    pub file: FileId,
    /// Bytes of its prose.
    pub span: Span,
    /// What stands there: who, when, what.
    pub text: String,
    /// Identifies it across edits elsewhere: speaker and wording, not lines.
    pub key: String,
}

/// What a rule reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id: `divergence/imminence`.
    pub rule: String,
    /// How grave.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// One line that says what diverges.
    pub message: String,
    /// Both sides; the first is where the finding stands in the draft. Never empty.
    pub labels: Vec<Label>,
    /// How the two stand to one another, for findings about two claims.
    pub relation: Option<Relation>,
    /// The gates passed.
    pub trail: Vec<Step>,
    /// Why it counts: what matched, how far apart, what the text says of it itself.
    pub notes: Vec<String>,
    /// What an editor can do about it.
    pub help: Option<String>,
    /// Whether the text itself marks the conflict.
    pub acknowledged: bool,
    /// Identifies the finding across edits elsewhere: rule, speakers and wording, not lines.
    pub fingerprint: String,
}
