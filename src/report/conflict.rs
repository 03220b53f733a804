//! A conflict between two claims of a record, as a JSON line.

use super::claims::When;
use super::json::line;
use crate::check::{Conflict, Gathered};
use crate::finding::{Confidence, Relation, Severity, Step};
use serde::Serialize;

/// One conflict; the line break is included. Its claims are told by text and number, so that the line is the same wherever
/// the two were brought together.
pub fn conflict_line(found: &Conflict, gathered: &Gathered) -> String {
    let finding = &found.finding;
    let (a, b) = found.pair;
    line(&ConflictLine {
        rule: &finding.rule,
        severity: finding.severity,
        confidence: finding.confidence,
        relation: finding.relation,
        message: &finding.message,
        a: side(gathered, a),
        b: side(gathered, b),
        key: &found.key,
        positions: [0, 1].map(|at| found.positions.get(at).map(|(who, what)| [who.as_str(), what.as_str()])),
        notes: &finding.notes,
        trail: &finding.trail,
        help: finding.help.as_deref(),
        fingerprint: &finding.fingerprint,
    })
}

#[derive(Serialize)]
struct ConflictLine<'c> {
    rule: &'c str,
    severity: Severity,
    confidence: Confidence,
    relation: Option<Relation>,
    message: &'c str,
    a: Option<SideLine<'c>>,
    b: Option<SideLine<'c>>,
    /// What the two share.
    key: &'c str,
    /// Of several conflicts of a rule that have these in common the first is told: by `doc` and `n` of `a`, then of `b`.
    positions: [Option<[&'c str; 2]>; 2],
    notes: &'c [String],
    trail: &'c [Step],
    help: Option<&'c str>,
    fingerprint: &'c str,
}

/// A claim of the two.
#[derive(Serialize)]
struct SideLine<'c> {
    doc: &'c str,
    /// Its number among the claims of its text.
    n: usize,
    id: &'c str,
    who: String,
    said: Option<When>,
    words: &'c str,
}

fn side(gathered: &Gathered, index: usize) -> Option<SideLine<'_>> {
    let (statement, home) = (gathered.statements.get(index)?, gathered.homes.get(index)?);
    let claim = &statement.claim;
    Some(SideLine {
        doc: &home.text,
        n: home.number,
        id: &claim.id,
        who: statement.who(),
        said: claim.said.as_ref().map(When::of),
        words: claim.content(),
    })
}
