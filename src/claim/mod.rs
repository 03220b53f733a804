//! A claim: who is said to have said what, and when.
//!
//! The type carries its phase. The grammar makes a [`Claim<AsWritten>`], whose speaker is a phrase and whose
//! dates are expressions; [`crate::resolve`] turns it into a [`Claim<Resolved>`]. Comparison and rules take
//! only the latter, so that an unresolved claim cannot reach a rule.

mod assertion;
mod attribution;
mod speaker;
pub mod time;

pub use assertion::{
    Act, Assertion, Comparator, Estimate, Evidential, Irrealis, Measure, Modality, Participant, Polarity,
    Predicate, Probability, Role, Setting, Skeleton, Unit,
};
pub use attribution::{Attribution, Class, QuoteKind, Wording};
pub use speaker::{Reached, Speaker, SpeakerAsWritten, is_suffix, last_name};
pub use time::{Basis, Bound, DateKind, DateRead, DateTerm, Grain, Interval, Modifier, WrittenDate};

use crate::text::{FileId, Span};

/// How far a claim has been understood. Implemented by [`AsWritten`] and [`Resolved`] only.
pub trait Phase: sealed::Sealed + Clone + std::fmt::Debug {
    /// Who speaks.
    type Speaker: Clone + std::fmt::Debug;
    /// When it was said.
    type Said: Clone + std::fmt::Debug;
    /// A date the assertion speaks of.
    type Date: Clone + std::fmt::Debug;
}

/// As the grammar read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsWritten {}

/// With speakers and dates resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {}

impl Phase for AsWritten {
    type Speaker = SpeakerAsWritten;
    type Said = Vec<WrittenDate>;
    type Date = WrittenDate;
}

impl Phase for Resolved {
    type Speaker = Speaker;
    type Said = Option<Interval>;
    type Date = DateRead;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::AsWritten {}
    impl Sealed for super::Resolved {}
}

/// Which part of a document a claim stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// The headline or title.
    Headline,
    /// The lines under the headline.
    Standfirst,
    /// Everything else.
    Body,
}

/// What kind of text a claim was taken from; decides how much it weighs as a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// The text under check.
    Draft,
    /// A claim journal (`*.claims`).
    Journal,
    /// A speaker's own words, written down.
    Transcript,
    /// Another article, one link further from the source.
    Article,
}

/// In whose voice a statement is made.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// A source's: the text attributes it, if only to nobody in particular.
    #[default]
    Source,
    /// The text's own.
    Narrator,
}

/// Where a claim stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// What kind of text that is.
    pub medium: Medium,
    /// Headline, standfirst or body.
    pub zone: Zone,
    /// A source's voice or the text's own.
    pub voice: Voice,
    /// Source, cue and content together.
    pub span: Span,
    /// The sentence that holds the cue, or the content where there is no cue.
    pub sentence: Span,
    /// The number of the paragraph, from 0.
    pub paragraph: usize,
}

/// What one claim says of another, by the other's `id`. Only claim journals have these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it does to the other claim.
    pub kind: LinkKind,
    /// The other claim's `id`.
    pub target: String,
    /// Where the link is written.
    pub span: Span,
}

/// The kinds of [`Link`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// Puts it right.
    Corrects,
    /// Takes it back.
    Retracts,
    /// Calls another's account wrong.
    Disputes,
    /// Says it is not so.
    Denies,
}

impl LinkKind {
    /// The verb that journals and tables have for it.
    pub fn verb(self) -> &'static str {
        match self {
            LinkKind::Corrects => "corrects",
            LinkKind::Retracts => "retracts",
            LinkKind::Disputes => "disputes",
            LinkKind::Denies => "denies",
        }
    }
}

/// A claim in phase `P`.
#[derive(Clone, Debug)]
pub struct Claim<P: Phase> {
    /// Stable name: survives edits elsewhere in the file. In journals the `id` line, if there is one.
    pub id: String,
    /// Where it stands.
    pub origin: Origin,
    /// Source, cue and content in the text.
    pub attribution: Attribution,
    /// Who speaks. For a claim without a source in its text, a speaker with an empty name.
    pub speaker: P::Speaker,
    /// Those through whom the words came, the nearest to the reader first: outlet, then its source.
    pub via: Vec<P::Speaker>,
    /// When it was said.
    pub said: P::Said,
    /// The dates that the content speaks of.
    pub dates: Vec<P::Date>,
    /// What is asserted.
    pub assertion: Assertion,
    /// Topics named by the journal (`about`) or found by rule packs.
    pub topics: Vec<String>,
    /// Links to other claims by id.
    pub links: Vec<Link>,
    /// The occasion (`at daily briefing`), a free note and the address of the source, as journals give them.
    pub particulars: Particulars,
}

/// What a journal says of a claim beside the claim itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// `at …`: the occasion.
    pub occasion: Option<String>,
    /// `note …`.
    pub note: Option<String>,
    /// `source …`.
    pub source: Option<String>,
}

impl Claim<AsWritten> {
    /// A claim of which nothing more is known; the words of its source name the speaker.
    pub fn new(
        id: String,
        origin: Origin,
        attribution: Attribution,
        assertion: Assertion,
    ) -> Claim<AsWritten> {
        let name = attribution.source.as_ref().map(|source| source.text.clone()).unwrap_or_default();
        Claim {
            id,
            origin,
            attribution,
            speaker: SpeakerAsWritten { name, ..SpeakerAsWritten::default() },
            via: Vec::new(),
            said: Vec::new(),
            dates: Vec::new(),
            assertion,
            topics: Vec::new(),
            links: Vec::new(),
            particulars: Particulars::default(),
        }
    }
}

impl<P: Phase> Claim<P> {
    /// The words of the content; empty where there is none.
    pub fn content(&self) -> &str {
        self.attribution.content.as_ref().map_or("", |wording| wording.text.as_str())
    }

    /// The words of the cue; empty where there is none.
    pub fn cue(&self) -> &str {
        self.attribution.cue.as_ref().map_or("", |wording| wording.text.as_str())
    }

    /// Where to point a reader: the content, else the cue, else the whole.
    pub fn focus(&self) -> Span {
        let part = self.attribution.content.as_ref().or(self.attribution.cue.as_ref());
        part.and_then(Wording::span).unwrap_or(self.origin.span)
    }
}
