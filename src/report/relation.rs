//! How two texts stand to each other, as a JSON line.

use super::json::line;
use crate::check::Related;
use crate::compare::Opposition;
use crate::finding::{Confidence, Party, Relation, Step};
use serde::Serialize;
use serde_json::Value;

/// One pair; the line break is included.
pub fn relation_line(id: &Value, related: &Related) -> String {
    line(&RelationLine {
        id,
        relation: related.relation,
        by: related.by,
        confidence: related.confidence,
        gates: &related.trail,
        evidence: related.evidence.as_ref().map(Evidence::from),
    })
}

#[derive(Serialize)]
struct RelationLine<'r> {
    id: &'r Value,
    relation: Relation,
    by: Option<Party>,
    confidence: Confidence,
    gates: &'r [Step],
    evidence: Option<Evidence<'r>>,
}

/// In what two claims are opposed, and what each says.
#[derive(Serialize)]
struct Evidence<'r> {
    reason: &'r str,
    a: &'r str,
    b: &'r str,
}

impl<'r> From<&'r Opposition> for Evidence<'r> {
    fn from(found: &'r Opposition) -> Evidence<'r> {
        Evidence { reason: &found.reason, a: &found.a, b: &found.b }
    }
}
