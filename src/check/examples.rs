//! A rule tried on the examples it carries.

use super::{DRAFT, Kit, check, read, record_statements};
use crate::claim::Medium;
use crate::document::{self, Document};
use crate::finding::Finding;
use crate::pack::{Example, Rule};
use crate::record::{self, Record};
use crate::text::{FileId, Source};

/// What an example is there to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// That the rule fires.
    Flags,
    /// That it stays silent.
    Allows,
}

/// An example and what the rule made of it.
#[derive(Debug)]
pub struct Tried {
    /// What it should show.
    pub expected: Expected,
    /// Its number among the examples of its kind, from 1.
    pub number: usize,
    /// Its draft.
    pub draft: Document,
    /// What the draft was held against.
    pub record: Record,
    /// What the rule found.
    pub findings: Vec<Finding>,
}

impl Tried {
    /// Whether the rule did as the example expects.
    pub fn is_right(&self) -> bool {
        (self.expected == Expected::Flags) != self.findings.is_empty()
    }
}

/// Tries a rule on all its examples: first those that it must flag, then those that it must allow.
pub fn try_examples(rule: &Rule, kit: &Kit) -> Vec<Tried> {
    let flags = numbered(&rule.flags).map(|(number, example)| (Expected::Flags, number, example));
    let allows = numbered(&rule.allows).map(|(number, example)| (Expected::Allows, number, example));
    flags
        .chain(allows)
        .map(|(expected, number, example)| try_one(rule, example, expected, number, kit))
        .collect()
}

fn numbered(examples: &[Example]) -> impl Iterator<Item = (usize, &Example)> {
    examples.iter().enumerate().map(|(index, example)| (index + 1, example))
}

fn try_one(rule: &Rule, example: &Example, expected: Expected, number: usize, kit: &Kit) -> Tried {
    let mut draft = document::read(Source::new("draft.md", example.draft.as_str()));
    draft.meta.date = draft.meta.date.or(example.date);
    let record = record::of_sources(sources(example), FileId(DRAFT.0 + 1));
    let statements = record_statements(&record, kit);
    let found = read(&draft, DRAFT, Medium::Draft, kit);
    let findings = check(&draft, &found, &statements, std::slice::from_ref(rule), kit).findings;
    Tried { expected, number, draft, record, findings }
}

fn sources(example: &Example) -> impl Iterator<Item = Source> {
    let journal = example.record.as_ref().map(|text| Source::new("record.claims", text.as_str()));
    let transcript = example.transcript.as_ref().map(|text| Source::new("transcript.md", text.as_str()));
    journal.into_iter().chain(transcript)
}
