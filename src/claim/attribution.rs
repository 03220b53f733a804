//! Source, cue and content: the spans of an attribution in its text (Pareti 2012; PolNeAR, Newell et al. 2018).

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Words of a text and where they stand there. Discontinuous where something else stands between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The words, pieces joined by a space.
    pub text: String,
    /// Byte spans in the prose, ascending, at least one.
    pub spans: Vec<Span>,
}

impl Wording {
    /// The words of `spans` in `prose`; `None` where no span holds any.
    pub fn of(prose: &str, spans: Vec<Span>) -> Option<Wording> {
        let spans: Vec<Span> =
            spans.into_iter().filter(|span| !span.slice(prose).trim().is_empty()).collect();
        let text = spans.iter().map(|span| span.slice(prose)).collect::<Vec<_>>().join(" ");
        (!spans.is_empty()).then_some(Wording { text, spans })
    }

    /// From the first byte to the last.
    pub fn span(&self) -> Option<Span> {
        self.spans.iter().copied().reduce(Span::cover)
    }
}

/// Whether content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Part of it.
    Mixed,
}

/// What the cue reports of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Words uttered, written or ruled.
    Speech,
    /// A belief, feeling, hope or judgement.
    Attitude,
    /// A plan or a refusal.
    Intention,
    /// Something seen, heard, learnt or remembered.
    Perception,
}

/// An attribution: source, cue and content as they stand in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Who; `None` for hearsay ("reportedly") and implicit sources.
    pub source: Option<Wording>,
    /// The words that say that something is said; `None` for a continued quotation.
    pub cue: Option<Wording>,
    /// What is said.
    pub content: Option<Wording>,
    /// The quotations inside the content, marks excluded.
    pub quotes: Vec<Span>,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// Speech, attitude, intention or perception.
    pub class: Class,
    /// The cue's base form: `say` for "said", `accord` for "according to"; empty where there is no cue.
    pub lemma: String,
    /// How sure the grammar is that this is an attribution with these parts, 0 to 1.
    pub confidence: f32,
    /// The productions and decisions that led here, for `sayso why`.
    pub trail: Vec<String>,
    /// The attribution in whose content this one stands, as an index into the list of the text's attributions.
    pub within: Option<usize>,
}

impl Attribution {
    /// A source and nothing else: for claims that no sentence attributes, as of headers and journals.
    pub fn of_source(source: Option<Wording>) -> Attribution {
        Attribution {
            source,
            cue: None,
            content: None,
            quotes: Vec::new(),
            kind: QuoteKind::Indirect,
            class: Class::Speech,
            lemma: String::new(),
            confidence: 1.0,
            trail: Vec::new(),
            within: None,
        }
    }
}
