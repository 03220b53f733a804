//! Draft × record × rules → findings, in the order of the draft.

mod conflicts;
mod coverage;
mod evidence;
mod examples;
mod kit;
mod likeness;
mod pairs;
mod quotes;
mod read;
mod record;
mod relate;
mod singles;
mod stats;
mod suppress;
mod topics;
mod verdict;
mod why;
mod words;

pub use conflicts::conflicts;
pub use coverage::{unmatched_phrases, unnoticed};
pub use examples::{Expected, Outcome, Scene, Tried, Wrong, scenes, try_examples};
pub use kit::Kit;
pub use pairs::NEAREST;
pub use read::{read, read_claims};
pub use record::{passage_statements, record_statements};
pub use relate::{Related, Side, relate};
pub use stats::Stats;
pub use suppress::{Heard, suppress};
pub use topics::Topics;
pub use verdict::{Standing, Verdict, verdicts};
pub use why::{Answer, why};

use crate::claim::{DateRead, Medium, Voice};
use crate::compare::{Marker, PredicateKey, Statement, target_of};
use crate::document::Document;
use crate::finding::Finding;
use crate::pack::{Grouping, Rule, Subject};
use crate::text::FileId;
use evidence::Evidence;
use likeness::BySpeaker;
use rustc_hash::FxHashMap;

/// The draft's number among the files of a check; the files of the record follow it.
pub const DRAFT: FileId = FileId(0);

/// The same file with its markup: for what is no prose, such as a comment.
pub const DRAFT_TEXT: FileId = FileId(u32::MAX);

/// A document with all that was read in it.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// Its statements in the order of the text, the text's own voice among them.
    pub statements: Vec<Statement>,
    /// Where the text marks conflicts itself.
    pub markers: Vec<Marker>,
    /// Figures that stand side by side for one thing.
    pub figures: Vec<ApposedFigures>,
    /// Weekdays beside calendar dates.
    pub weekdays: Vec<StatedWeekday>,
    /// Every date expression.
    pub dates: Vec<DateRead>,
}

/// Two figures side by side for one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct ApposedFigures {
    /// The first.
    pub a: crate::claim::Measure,
    /// The second.
    pub b: crate::claim::Measure,
}

/// A date expression that states both a weekday and a calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedWeekday {
    /// Where it stands.
    pub span: crate::text::Span,
    /// The weekday written.
    pub weekday: chrono::Weekday,
    /// The day it is written beside.
    pub day: chrono::NaiveDate,
}

/// What a check of one draft gives.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The findings, in the order of the draft.
    pub findings: Vec<Finding>,
}

/// All that the rules look at: the statements of draft and record, and which of them dispute which.
pub struct Case<'c> {
    /// The draft as read.
    pub draft: &'c Read,
    /// Draft first, then record; the pairs of rules are indices into this.
    pub statements: Vec<&'c Statement>,
    /// For each statement that turns another down: its index, the other's, and how that was found.
    pub denials: Vec<Denial>,
    /// The statements of the record by their speakers.
    pub record: BySpeaker<'c>,
    /// All statements by what they predicate.
    pub by_predicate: FxHashMap<PredicateKey<'c>, Vec<usize>>,
}

impl<'c> Case<'c> {
    /// A record alone, without a draft.
    fn of_record(nothing: &'c Read, record: &'c [Statement]) -> Case<'c> {
        Case {
            draft: nothing,
            statements: record.iter().collect(),
            denials: Vec::new(),
            record: BySpeaker::default(),
            by_predicate: FxHashMap::default(),
        }
    }

    fn of(read: &'c Read, record: &'c [Statement], kit: &'c Kit) -> Case<'c> {
        let statements: Vec<&Statement> = read.statements.iter().chain(record).collect();
        let denials = denials_in(&statements, kit);
        let record = BySpeaker::of(&statements);
        let by_predicate = by_predicate(&statements, kit);
        Case { draft: read, statements, denials, record, by_predicate }
    }
}

/// A statement that turns another down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// The one who turns down, an index into [`Case::statements`].
    pub denial: usize,
    /// What is turned down.
    pub target: crate::compare::Target,
}

/// Checks a draft against the record.
pub fn check(draft: &Document, read: &Read, record: &[Statement], rules: &[Rule], kit: &Kit) -> Checked {
    let case = Case::of(read, record, kit);
    let mut findings: Vec<Finding> = rules.iter().flat_map(|rule| apply(rule, draft, &case, kit)).collect();
    findings.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.rule.cmp(&b.rule)));
    Checked { findings }
}

fn place(finding: &Finding) -> (FileId, usize, usize) {
    finding.labels.first().map_or((DRAFT, 0, 0), |label| (label.file, label.span.start, label.span.end))
}

fn apply(rule: &Rule, draft: &Document, case: &Case, kit: &Kit) -> Vec<Finding> {
    let evidence = Evidence { rule, draft, case };
    match &rule.subject {
        Subject::Pair(pair) => pairs::findings(&evidence, pair, kit),
        Subject::Claim { select, per: Grouping::Claim } => singles::each_claim(&evidence, select, kit),
        Subject::Claim { select, per: Grouping::Speaker } => singles::each_speaker(&evidence, select, kit),
        Subject::Figures(_) => singles::figures(&evidence),
        Subject::Date(_) => singles::weekdays(&evidence),
    }
}

fn by_predicate<'s>(statements: &[&'s Statement], kit: &Kit) -> FxHashMap<PredicateKey<'s>, Vec<usize>> {
    let mut groups: FxHashMap<PredicateKey, Vec<usize>> = FxHashMap::default();
    for (index, statement) in statements.iter().enumerate() {
        if let Some(predicate) = &statement.claim.assertion.skeleton.predicate {
            groups.entry(kit.thesaurus.key(&predicate.lemma)).or_default().push(index);
        }
    }
    groups
}

/// Which statements of the draft turn down which others.
fn denials_in(statements: &[&Statement], kit: &Kit) -> Vec<Denial> {
    let own = statements.iter().enumerate().filter(|(_, statement)| {
        let origin = &statement.claim.origin;
        origin.medium == Medium::Draft
            && origin.voice == Voice::Source
            && crate::compare::turns_down(statement)
    });
    own.filter_map(|(denial, statement)| {
        let target = target_of(statement, statements, &kit.thesaurus)?;
        Some(Denial { denial, target })
    })
    .collect()
}
