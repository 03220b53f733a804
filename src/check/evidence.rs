//! From a match to a finding: labels for both places, and the notes that say why it counts.

use super::Case;
use super::sightings::Seen;
use crate::claim::Medium;
use crate::compare::{Opposition, Statement, Weighing, describe_day, marks_conflict};
use crate::document::Document;
use crate::finding::{Finding, Gate, Label, Relation, Severity, Step};
use crate::pack::{Fields, Rule, Subject};
use crate::text::Span;

/// Words of a content that a message shows at the most, in characters.
const SHOWN: usize = 80;

/// What a finding of one rule is made from.
pub(super) struct Evidence<'e> {
    pub rule: &'e Rule,
    pub draft: &'e Document,
    pub case: &'e Case<'e>,
    /// Where what the rule watches for stands in the draft.
    pub seen: Seen<'e>,
}

impl Evidence<'_> {
    /// A finding about two statements, the first of which stands in the draft.
    pub fn of_pair(&self, a: usize, b: usize, weighing: &Weighing) -> Option<Finding> {
        let (one, other) = (*self.case.statements.get(a)?, *self.case.statements.get(b)?);
        let opposition = weighing.opposition.as_ref()?;
        let acknowledged = self.acknowledged(one, other);
        let fields = (self.fields(one, &opposition.a), self.fields(other, &opposition.b));
        let change = weighing.change();
        let mut finding = Finding {
            severity: self.severity(&[a, b], acknowledged.is_some() || change.is_some()),
            confidence: weighing.confidence.min(self.rule.confidence),
            message: self.rule.message.fill(&fields.0, &fields.1),
            labels: vec![label(one, &opposition.a), label(other, &opposition.b)],
            relation: Some(weighing.relation),
            trail: weighing.trail.clone(),
            notes: weighing
                .trail
                .iter()
                .filter(|step| is_telling(step))
                .map(|step| step.reason.clone())
                .collect(),
            acknowledged: acknowledged.is_some(),
            ..self.blank(&[one, other])
        };
        finding.notes.extend(change.map(str::to_owned));
        finding.notes.extend(self.chain_notes(&[a, b]));
        finding.notes.extend(acknowledged.map(|words| format!("the draft acknowledges it: “{words}”")));
        self.add_weight(&mut finding, &[one, other]);
        Some(finding)
    }

    /// A finding about one or more statements of one speaker.
    pub fn of_claims(&self, indices: &[usize]) -> Option<Finding> {
        let statements: Vec<&Statement> =
            indices.iter().filter_map(|index| self.case.statements.get(*index).copied()).collect();
        let first = statements.first()?;
        let fields = self.fields(first, "");
        Some(Finding {
            message: self.rule.message.fill(&fields, &Fields::default()),
            labels: statements.iter().map(|statement| label(statement, "")).collect(),
            notes: self.chain_notes(indices),
            ..self.blank(&statements)
        })
    }

    /// A finding about a place in the draft, `a` and `b` being what stands there.
    pub fn of_span(&self, span: Span, a: &str, b: &str) -> Finding {
        let side = |says: &str| Fields {
            says: says.to_owned(),
            words: span.slice(&self.draft.prose).to_owned(),
            ..Fields::default()
        };
        let label = self.label_at(span, b);
        Finding {
            message: self.rule.message.fill(&side(a), &side(b)),
            fingerprint: format!("{}|{}", self.rule.id, label.key),
            labels: vec![label],
            ..self.blank(&[])
        }
    }

    /// A label at a place of the draft.
    pub fn label_at(&self, span: Span, text: &str) -> Label {
        let key = span.slice(&self.draft.prose).to_lowercase();
        Label { file: super::DRAFT, span, text: text.to_owned(), key }
    }

    fn blank(&self, statements: &[&Statement]) -> Finding {
        Finding {
            rule: self.rule.id.clone(),
            severity: self.rule.severity,
            confidence: self.rule.confidence,
            message: String::new(),
            labels: Vec::new(),
            relation: None,
            trail: Vec::new(),
            notes: Vec::new(),
            help: Some(self.rule.help.clone()).filter(|help| !help.is_empty()),
            acknowledged: false,
            fingerprint: fingerprint(&self.rule.id, statements),
        }
    }

    /// A conflict that the text marks, or that may be a change, is a note; one that rests on second-hand words is no error.
    fn severity(&self, indices: &[usize], excused: bool) -> Severity {
        let weak = indices.iter().any(|index| {
            let second_hand =
                self.case.statements.get(*index).is_some_and(|statement| statement.is_second_hand());
            second_hand || self.disputers(*index).next().is_some()
        });
        match (excused, weak) {
            (true, _) => Severity::Note,
            (false, true) => self.rule.severity.min(Severity::Warning),
            (false, false) => self.rule.severity,
        }
    }

    fn add_weight(&self, finding: &mut Finding, statements: &[&Statement]) {
        let links = statements.iter().map(|statement| statement.claim.via.len()).max().unwrap_or_default();
        let chain = match links {
            0 => "both are first-hand".to_owned(),
            1 => "one came through one other".to_owned(),
            links => format!("one came through {links} others"),
        };
        let marked = if finding.acknowledged { "; the draft marks the conflict itself" } else { "" };
        finding.trail.push(Step { gate: Gate::Weight, passed: true, reason: format!("{chain}{marked}") });
    }

    /// The words with which the draft sets the two off against each other.
    fn acknowledged(&self, a: &Statement, b: &Statement) -> Option<String> {
        let in_draft = |statement: &Statement| statement.claim.origin.medium == Medium::Draft;
        let loses = matches!(&self.rule.subject, Subject::Pair(pair) if pair.lens.looks_for_loss());
        if !in_draft(a) || !in_draft(b) || loses {
            return None;
        }
        let one_speaker = a.claim.speaker.is_same(&b.claim.speaker);
        let marker = marks_conflict(&self.case.draft.markers, a.sentence, b.sentence, one_speaker)?;
        Some(marker.span.slice(&self.draft.prose).to_owned())
    }

    fn fields(&self, statement: &Statement, says: &str) -> Fields {
        let claim = &statement.claim;
        let is_own = claim.origin.medium == Medium::Draft;
        let name = if claim.speaker.is_nobody() { "nobody named" } else { &claim.speaker.name };
        let source = claim.attribution.source.as_ref().map_or(name, |source| source.text.as_str());
        Fields {
            speaker: if statement.is_attributed() { name.to_owned() } else { "the text".to_owned() },
            who: statement.who(),
            side: claim.speaker.side.clone().unwrap_or_else(|| name.to_owned()),
            says: says.to_owned(),
            cue: claim.cue().to_owned(),
            words: shortened(without_that(claim.content())),
            sentence: shortened(if is_own {
                claim.origin.sentence.slice(&self.draft.prose)
            } else {
                claim.content()
            }),
            // It stands behind "on".
            date: claim.said.as_ref().map_or_else(|| "a day not given".to_owned(), describe_day),
            source: source.to_owned(),
        }
    }

    fn disputers(&self, index: usize) -> impl Iterator<Item = &Statement> {
        let denials = self.case.denials.iter().filter(move |denial| denial.target.index == index);
        denials.filter_map(|denial| self.case.statements.get(denial.denial).copied())
    }

    /// What is to be known of the chain and the standing of each side.
    fn chain_notes(&self, indices: &[usize]) -> Vec<String> {
        let mut notes = Vec::new();
        for index in indices {
            let Some(statement) = self.case.statements.get(*index) else { continue };
            if !statement.claim.via.is_empty() {
                notes.push(format!("second-hand: {}", statement.who()));
            }
            for disputer in self.disputers(*index) {
                notes.push(format!(
                    "{} disputes what {} is said to have said",
                    disputer.claim.speaker.with_side(),
                    statement.claim.speaker.with_side()
                ));
            }
        }
        notes.dedup();
        notes
    }
}

/// Steps whose reasons a reader wants to see; the others only say that nothing stood in the way.
fn is_telling(step: &Step) -> bool {
    step.passed && matches!(step.gate, Gate::Topic | Gate::Time | Gate::Opposed)
}

fn label(statement: &Statement, says: &str) -> Label {
    let claim = &statement.claim;
    let when = claim.said.as_ref().map(|said| format!(", {}", describe_day(said))).unwrap_or_default();
    let what = if says.is_empty() { String::new() } else { format!(": {says}") };
    let text = format!("{}{when}{what}", statement.who());
    Label { file: claim.origin.file, span: claim.focus(), text, key: key(statement) }
}

/// A clause as it would stand alone.
fn without_that(content: &str) -> &str {
    content.strip_prefix("that ").unwrap_or(content)
}

/// At most [`SHOWN`] characters, cut between words.
fn shortened(words: &str) -> String {
    if words.chars().count() <= SHOWN {
        return words.to_owned();
    }
    let cut: String = words.chars().take(SHOWN).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut))
}

/// Rule, speakers and words, so that it survives edits elsewhere.
fn fingerprint(rule: &str, statements: &[&Statement]) -> String {
    let sides = statements.iter().map(|statement| key(statement));
    std::iter::once(rule.to_owned()).chain(sides).collect::<Vec<_>>().join("|")
}

/// Who says what: a claim as fingerprints name it.
pub(super) fn key(statement: &Statement) -> String {
    format!("{}:{}", statement.claim.speaker.name, statement.claim.content().to_lowercase())
}

/// How two statements stand where something other than the gates binds them.
pub(super) fn bound(relation: Relation, reason: &str, a: &str, b: &str) -> Opposition {
    Opposition { relation, reason: reason.to_owned(), a: a.to_owned(), b: b.to_owned() }
}
