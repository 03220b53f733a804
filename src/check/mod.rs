//! Draft × record × rules → findings, in the order of the draft.

mod assertions;
mod backing;
mod conflicts;
mod copies;
mod coverage;
mod earlier;
mod echoes;
mod evidence;
mod examples;
mod keys;
mod kit;
mod likeness;
mod namesakes;
mod pairs;
mod passages;
mod precedence;
mod quotes;
mod read;
mod record;
mod relate;
mod relation;
mod retold;
mod selection;
mod sharing;
mod sightings;
mod singles;
mod stats;
mod suppress;
mod topics;
mod verdict;
mod why;
mod words;

pub use conflicts::{Conflict, Gathered, LOOKED_AT, concerns_records, conflicts};
pub use coverage::{Untried, unnoticed, untried_phrases};
pub use examples::{Expected, Outcome, Scene, Shortfall, Tried, Wrong, scenes, try_examples};
pub use keys::{Home, blocking_keys};
pub use kit::Kit;
pub use pairs::NEAREST;
pub use read::{read, read_claims};
pub use record::{article_statements, document_statements, passage_statements, record_statements};
pub use relate::{Related, Side, relate};
pub use stats::Stats;
pub use suppress::{Heard, Hearing, sort_by_place, suppress};
pub use topics::Topics;
use verdict::verdicts;
pub use verdict::{Verdict, is_most, telling};
pub use why::{Answer, why};

use crate::claim::{DateRead, Medium, Voice, Zone, last_name};
use crate::compare::{Marker, PredicateKey, Statement, Utterance, target_of};
use crate::document::Document;
use crate::finding::{Finding, Standing};
use crate::grammar::number::Stated;
use crate::grammar::phrase::TextWords;
use crate::pack::{DateCheck, Grouping, Rule, Selector, Subject};
use crate::text::FileId;
use backing::forms_of_body;
use copies::Copies;
use evidence::Evidence;
use likeness::{Alike, BySpeaker, Likeness};
use namesakes::Namesakes;
use retold::retold;
use rustc_hash::{FxHashMap, FxHashSet};
use sharing::Sharing;
use sightings::Sightings;
use std::cell::OnceCell;

/// The draft's number among the files of a check; the files of the record follow it.
pub const DRAFT: FileId = FileId(0);

/// The same file with its markup: for what is no prose, such as a comment.
pub const DRAFT_TEXT: FileId = FileId(u32::MAX);

/// A document with all that was read in it.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// Its statements in the order of the text, the text's own voice among them.
    pub statements: Vec<Statement>,
    /// Its words.
    pub words: TextWords,
    /// Its sentences and quotations.
    pub(crate) layout: sightings::Layout,
    /// Where the text marks conflicts itself.
    pub markers: Vec<Marker>,
    /// Figures that must fit together.
    pub figures: Vec<Stated>,
    /// Weekdays beside calendar dates.
    pub weekdays: Vec<StatedWeekday>,
    /// Every date expression.
    pub dates: Vec<DateRead>,
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
    /// How its claims stand to the record, in the same order; none where there is no record.
    pub verdicts: Vec<Verdict>,
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
    /// Which passage of it each quotation of the draft is most like, found where the first rule asks.
    alike: OnceCell<Alike>,
    /// All statements by what they predicate.
    pub by_predicate: FxHashMap<PredicateKey<'c>, Vec<usize>>,
    /// How claims of the draft stand to the record, where there is one.
    pub verdicts: Vec<Verdict>,
    /// The same by claim, without what rules do not hold against the draft.
    pub standings: FxHashMap<usize, Standing>,
    /// Which statements share what pairs of rules must share.
    sharing: Sharing,
    /// Which texts are copies of one story.
    copies: Copies,
    /// The first statement of the body that holds a quotation.
    pub first_quote: Option<usize>,
    /// The forms of the body's words, where a rule asks whether it bears out the headline.
    body: FxHashSet<&'c str>,
    /// The last words of the names of all who speak, and their sides, in lower case.
    voices: FxHashSet<String>,
}

impl<'c> Case<'c> {
    /// A record alone, without a draft.
    fn of_record(nothing: &'c Read, record: &'c [Statement]) -> Case<'c> {
        Case {
            draft: nothing,
            statements: record.iter().collect(),
            denials: Vec::new(),
            record: BySpeaker::default(),
            alike: OnceCell::new(),
            by_predicate: FxHashMap::default(),
            verdicts: Vec::new(),
            standings: FxHashMap::default(),
            sharing: Sharing::default(),
            copies: Copies::default(),
            first_quote: None,
            body: FxHashSet::default(),
            voices: FxHashSet::default(),
        }
    }

    fn of(
        draft: &Document,
        read: &'c Read,
        record: Option<&'c [Statement]>,
        rules: &[Rule],
        kit: &'c Kit,
    ) -> Case<'c> {
        let statements: Vec<&Statement> =
            read.statements.iter().chain(record.into_iter().flatten()).collect();
        let mut case = Case {
            draft: read,
            denials: denials_in(&statements, kit),
            verdicts: Vec::new(),
            standings: FxHashMap::default(),
            sharing: Sharing::default(),
            copies: Copies::among(&statements),
            first_quote: first_quote(&statements),
            body: body(draft, read, rules),
            voices: voices(&statements),
            record: BySpeaker::of(&statements, Namesakes::of(statements.iter().copied())),
            alike: OnceCell::new(),
            by_predicate: by_predicate(&statements, kit),
            statements,
        };
        if record.is_some() {
            case.verdicts = verdicts(&case, kit);
            case.standings = standings(&case, draft);
        }
        case
    }

    /// The statements of the record, with their indices.
    fn recorded(&self) -> impl Iterator<Item = (usize, &'c Statement)> + Clone {
        self.statements.iter().copied().enumerate().skip(self.draft.statements.len())
    }
}

impl Case<'_> {
    /// The passage of the record that a quotation of a statement is most like, if any is like it enough to be compared.
    fn most_like(&self, statement: usize, quote: &Utterance) -> Option<&Likeness> {
        self.alike.get_or_init(|| self.record.alike(&self.statements)).get(&(statement, quote.span))
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

/// Checks a draft against the record; `None` where there is none, not even an empty one.
pub fn check(
    draft: &Document,
    read: &Read,
    record: Option<&[Statement]>,
    rules: &[Rule],
    kit: &Kit,
) -> Checked {
    let case = Case::of(draft, read, record, rules, kit);
    let sightings = Sightings::of(draft, read, rules);
    let apply = |(number, rule): (usize, &Rule)| {
        let seen = sightings.of_rule(number, rule.watched.len());
        apply(&Evidence { rule, draft, case: &case, seen }, kit)
    };
    let mut findings: Vec<Finding> = rules.iter().enumerate().flat_map(apply).collect();
    precedence::most_telling(&mut findings, rules, &retold(&read.statements, record));
    findings.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.rule.cmp(&b.rule)));
    Checked { findings, verdicts: case.verdicts }
}

fn place(finding: &Finding) -> (FileId, usize, usize) {
    finding.labels.first().map_or((DRAFT, 0, 0), |label| (label.file, label.span.start, label.span.end))
}

fn apply(evidence: &Evidence, kit: &Kit) -> Vec<Finding> {
    match &evidence.rule.subject {
        Subject::Pair(pair) => pairs::findings(evidence, pair, kit),
        Subject::Claim { select, per: Grouping::Each } => singles::each_claim(evidence, select, kit),
        Subject::Claim { select, per: Grouping::Speaker } => singles::each_speaker(evidence, select, kit),
        Subject::Claim { select, per: Grouping::Document } => singles::all_claims(evidence, select, kit),
        Subject::Passage(passage) => passages::findings(evidence, passage),
        Subject::Figures(check) => singles::figures(evidence, *check),
        Subject::Date(DateCheck::Weekday) => singles::weekdays(evidence),
        Subject::Date(DateCheck::Unresolved) => singles::unresolved(evidence).into_iter().collect(),
        // Directives are heard when everything else is found.
        Subject::Directive(_) => Vec::new(),
    }
}

impl Case<'_> {
    /// Whether anybody whom the words of a statement name is among those who speak.
    fn names_a_speaker(&self, statement: &Statement) -> bool {
        let own = last_name(&statement.claim.speaker.name).to_lowercase();
        let named = statement.words.iter().filter(|word| word.capital && *word.form != *own);
        named.into_iter().any(|word| self.voices.contains(&*word.form) || self.voices.contains(&*word.base))
    }
}

/// How the claims of the draft stand to the record. What was taken back after the draft’s day is not held against it.
fn standings(case: &Case, draft: &Document) -> FxHashMap<usize, Standing> {
    let said_by = |by: usize| case.statements.get(case.draft.statements.len() + by)?.claim.said;
    let came_later = |verdict: &Verdict| {
        let answer = verdict.by.and_then(said_by);
        answer.zip(draft.meta.date).is_some_and(|(answer, day)| answer.from > day)
    };
    // Words that somebody else is on record with can be shown, and other rules tell of them.
    let is_anothers =
        |verdict: &Verdict| verdict.standing == Standing::NotOnRecord && verdict.on_record.is_some();
    let known = case.verdicts.iter().filter(|verdict| !came_later(verdict) && !is_anothers(verdict));
    known.map(|verdict| (verdict.claim, verdict.standing)).collect()
}

/// The words of the body, if any rule asks for them.
fn body<'c>(draft: &Document, read: &'c Read, rules: &[Rule]) -> FxHashSet<&'c str> {
    let asked = asks(rules, |select| select.beyond().backed.is_some());
    if asked { forms_of_body(draft, read.words.all()) } else { FxHashSet::default() }
}

/// Whether any rule selects claims by a condition.
fn asks(rules: &[Rule], condition: impl Fn(&Selector) -> bool) -> bool {
    rules.iter().any(|rule| match &rule.subject {
        Subject::Claim { select, .. } => condition(select),
        Subject::Pair(pair) => condition(&pair.a) || condition(&pair.b),
        _ => false,
    })
}

fn first_quote(statements: &[&Statement]) -> Option<usize> {
    statements.iter().position(|statement| {
        let origin = &statement.claim.origin;
        let telling = statement.quotes.iter().any(|quote| quote.is_telling());
        origin.medium == Medium::Draft && origin.zone == Zone::Body && statement.is_attributed() && telling
    })
}

fn voices(statements: &[&Statement]) -> FxHashSet<String> {
    let speakers = statements
        .iter()
        .flat_map(|statement| std::iter::once(&statement.claim.speaker).chain(&statement.claim.via));
    let names = speakers.flat_map(|speaker| [Some(&speaker.name), speaker.side.as_ref()]);
    names.flatten().map(|name| last_name(name).to_lowercase()).filter(|name| !name.is_empty()).collect()
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
