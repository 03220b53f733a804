//! Quotations of the draft against the words on record.

use super::evidence::{Evidence, bound};
use super::likeness::Likeness;
use crate::claim::Medium;
use crate::compare::{Change, Fidelity, Utterance, Weighing, Weight};
use crate::finding::{Confidence, Finding, Gate, Label, Relation, Severity, Step};
use crate::pack::Selector;

/// The quotations of the draft that are like something on record and are not it.
pub(super) fn altered(evidence: &Evidence, at_least: f64, select: &Selector) -> Vec<Finding> {
    let statements = evidence.case.statements.iter().enumerate();
    let quoting = statements
        .filter(|(_, statement)| statement.claim.origin.medium == Medium::Draft && select.takes(statement));
    quoting
        .flat_map(|(index, statement)| {
            let telling = statement.quotes.iter().filter(|quote| quote.is_telling());
            telling.filter_map(move |quote| finding(evidence, index, quote, at_least))
        })
        .collect()
}

fn finding(evidence: &Evidence, index: usize, quote: &Utterance, at_least: f64) -> Option<Finding> {
    let own = evidence.case.statements.get(index)?;
    let Likeness { passage, fidelity } = evidence.case.record.most_like(own, quote)?;
    let gravest = fidelity.changes.iter().map(|change| change.weight).max()?;
    if fidelity.ratio < at_least {
        return None;
    }
    let quoted = quote.span.map_or("", |span| span.slice(&evidence.draft.prose));
    let mut finding = evidence.of_pair(index, passage, &weighing(&fidelity, quoted))?;
    // Quotation marks promise the very words, through however many mouths they came.
    finding.severity = if gravest == Weight::Grammar { Severity::Note } else { evidence.rule.severity };
    finding.notes.extend(fidelity.changes.iter().map(describe));
    point_at(&mut finding.labels, quote, &fidelity);
    Some(finding)
}

fn weighing(fidelity: &Fidelity, quoted: &str) -> Weighing {
    let reason = format!("{:.0} % of the words are the same", fidelity.ratio * 100.0);
    let steps = vec![Step { gate: Gate::Topic, passed: true, reason: reason.clone() }];
    let opposition = bound(Relation::Misquotes, &reason, quoted, &fidelity.recorded);
    Weighing {
        relation: Relation::Misquotes,
        trail: steps,
        opposition: Some(opposition),
        confidence: Confidence::High,
    }
}

fn describe(change: &Change) -> String {
    let kind = match change.weight {
        Weight::Negation => "a negation",
        Weight::Number => "a figure",
        Weight::Hedge => "a hedge",
        Weight::Content => "a word",
        Weight::Grammar => "a form",
    };
    match (change.quoted.is_empty(), change.recorded.is_empty()) {
        (true, _) => format!("{kind} is missing: “{}”", change.recorded),
        (_, true) => format!("{kind} was added: “{}”", change.quoted),
        _ => format!("{kind} differs: “{}” for “{}”", change.quoted, change.recorded),
    }
}

/// The labels point at the quotation itself and at the very window of the record.
fn point_at(labels: &mut [Label], quote: &Utterance, fidelity: &Fidelity) {
    for (label, span) in labels.iter_mut().zip([quote.span, fidelity.window]) {
        label.span = span.unwrap_or(label.span);
    }
}
