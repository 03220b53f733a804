//! A rule tried on the examples it carries.

use super::why::{Answer, furthest};
use super::{DRAFT, DRAFT_TEXT, Hearing, Kit, Read, check, read, record_statements, suppress};
use crate::claim::Medium;
use crate::compare::Statement;
use crate::document::{self, Document};
use crate::finding::Finding;
use crate::pack::{Example, Rule, Subject, builtin_files_for_checks, load};
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

/// An example, read once; a rule and its variants are tried on it.
#[derive(Debug)]
pub struct Scene<'r> {
    /// What it should show.
    pub expected: Expected,
    /// As the rule's file has it.
    pub example: &'r Example,
    /// Its draft.
    pub draft: Document,
    /// What the draft is held against.
    pub record: Record,
    read: Read,
    statements: Vec<Statement>,
}

/// An example and what the rule made of it.
#[derive(Debug)]
pub struct Tried<'r> {
    /// The example.
    pub scene: Scene<'r>,
    /// What the rule found.
    pub findings: Vec<Finding>,
}

/// In what a rule went against an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It finds nothing where it should.
    Silent,
    /// It finds something where it should not.
    Fires,
    /// It marks other words of the draft than the example says.
    Marks(Vec<String>),
}

/// How near an example came to what a rule looks for and does not find there.
#[derive(Clone, Debug)]
pub enum Shortfall<'t> {
    /// The rule asks for a claim, or two, and takes none of these.
    Claims(Vec<&'t Statement>),
    /// It takes these two, and they stop at a gate.
    Pair([&'t Statement; 2], Box<Answer>),
}

/// How an example turned out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As it says.
    Right,
    /// Not as it says.
    Wrong(Wrong),
    /// Not as it says, and known to be so.
    Todo(Wrong),
    /// As it says, though it is marked as not being so yet.
    Done,
}

impl Tried<'_> {
    /// How the example turned out.
    pub fn outcome(&self) -> Outcome {
        match (self.wrong(), self.scene.example.todo.is_some()) {
            (None, false) => Outcome::Right,
            (None, true) => Outcome::Done,
            (Some(wrong), false) => Outcome::Wrong(wrong),
            (Some(wrong), true) => Outcome::Todo(wrong),
        }
    }

    fn wrong(&self) -> Option<Wrong> {
        match (self.scene.expected, self.findings.is_empty()) {
            (Expected::Flags, true) => Some(Wrong::Silent),
            (Expected::Allows, false) => Some(Wrong::Fires),
            _ => self.wrong_marks(),
        }
    }

    fn wrong_marks(&self) -> Option<Wrong> {
        let marks = self.marks();
        let expected = self.scene.example.marks.as_ref()?;
        (marks != *expected).then_some(Wrong::Marks(marks))
    }

    /// What there is to say of an example in which a rule about claims should find something and does not.
    pub fn shortfall(&self, rule: &Rule, kit: &Kit) -> Option<Shortfall<'_>> {
        let is_of_claims = matches!(rule.subject, Subject::Pair(_) | Subject::Claim { .. });
        if !is_of_claims || self.wrong() != Some(Wrong::Silent) {
            return None;
        }
        let statements = self.scene.read.statements.iter().chain(&self.scene.statements);
        let mut claims: Vec<&Statement> = statements.collect();
        // Of pairs that come equally far the one of speakers says more than one with the text's own voice.
        claims.sort_by_key(|claim| !claim.is_attributed());
        let pair = furthest(&claims, rule, kit).map(|(pair, answer)| Shortfall::Pair(pair, Box::new(answer)));
        Some(pair.unwrap_or(Shortfall::Claims(claims)))
    }

    /// The words of the draft that the findings mark, in their order.
    pub fn marks(&self) -> Vec<String> {
        let labels = self.findings.iter().flat_map(|finding| &finding.labels);
        let draft = &self.scene.draft;
        let words = labels.filter_map(|label| match label.file {
            DRAFT => Some(label.span.slice(&draft.prose)),
            DRAFT_TEXT => Some(label.span.slice(draft.source.text())),
            _ => None,
        });
        words.map(str::to_owned).collect()
    }
}

/// Tries a rule on all its examples: first those that it must flag, then those that it must allow.
pub fn try_examples<'r>(rule: &'r Rule, kit: &Kit) -> Vec<Tried<'r>> {
    let scenes = scenes(rule, kit);
    scenes.into_iter().map(|scene| Tried { findings: scene.play(rule, kit), scene }).collect()
}

/// The examples of a rule, those that it must flag first.
pub fn scenes<'r>(rule: &'r Rule, kit: &Kit) -> Vec<Scene<'r>> {
    let flags = rule.flags.iter().map(|example| (Expected::Flags, example));
    let allows = rule.allows.iter().map(|example| (Expected::Allows, example));
    flags.chain(allows).map(|(expected, example)| Scene::of(expected, example, kit)).collect()
}

impl<'r> Scene<'r> {
    fn of(expected: Expected, example: &'r Example, kit: &Kit) -> Scene<'r> {
        let mut draft = document::read(Source::new("draft.md", example.draft.as_str()));
        draft.meta.date = draft.meta.date.or(example.date);
        let record = record::of_sources(sources(example), FileId(DRAFT.0 + 1));
        let statements = record_statements(&record, kit);
        let read = read(&draft, DRAFT, Medium::Draft, kit);
        Scene { expected, example, draft, record, read, statements }
    }

    /// What a rule finds in it.
    pub fn play(&self, rule: &Rule, kit: &Kit) -> Vec<Finding> {
        let is_on_record = self.example.record.is_some() || self.example.transcript.is_some();
        let record = is_on_record.then_some(self.statements.as_slice());
        if matches!(rule.subject, Subject::Directive(_)) {
            return self.heard(rule, record, kit);
        }
        check(&self.draft, &self.read, record, std::slice::from_ref(rule), kit).findings
    }

    /// What a rule about directives finds, beside the built-in rules that directives speak of.
    fn heard(&self, rule: &Rule, record: Option<&[Statement]>, kit: &Kit) -> Vec<Finding> {
        let mut rules = load(builtin_files_for_checks()).rules;
        rules.retain(|known| known.id != rule.id);
        rules.push(rule.clone());
        let findings = check(&self.draft, &self.read, record, &rules, kit).findings;
        let hearing = Hearing { rules: &rules, used: &rules, today: None };
        let mut heard = suppress(&self.draft, findings, hearing).findings;
        heard.retain(|finding| finding.rule == rule.id);
        heard
    }
}

fn sources(example: &Example) -> impl Iterator<Item = Source> {
    let journal = example.record.as_ref().map(|text| Source::new("record.claims", text.as_str()));
    let transcript = example.transcript.as_ref().map(|text| Source::new("transcript.md", text.as_str()));
    journal.into_iter().chain(transcript)
}
