//! The examples that a rule carries and is tested by.

use crate::text::Span;
use chrono::NaiveDate;

/// A draft, with what it is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its number among those of its kind in the file, from 1.
    pub number: usize,
    /// What stands for `{each}` in it, where the file has one example for several such words.
    pub each: Option<String>,
    /// Where its draft stands in the rule's file.
    pub at: Span,
    /// The draft, Markdown.
    pub draft: String,
    /// Its day of publication.
    pub date: Option<NaiveDate>,
    /// A claim journal.
    pub record: Option<String>,
    /// A transcript.
    pub transcript: Option<String>,
    /// What it is there for.
    pub note: Option<String>,
    /// The words of the draft that the findings mark, in their order; unset where the example does not say.
    pub marks: Option<Vec<String>>,
    /// Why the rule does not do as the example says yet.
    pub todo: Option<String>,
}
