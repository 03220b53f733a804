//! How two texts stand to each other, as a JSON line.

use super::json::line;
use crate::check::Related;
use crate::finding::{Confidence, Relation, Step};
use serde::Serialize;

/// One pair; the line break is included.
pub fn relation_line(id: &str, related: &Related) -> String {
    line(&RelationLine {
        id,
        relation: related.relation,
        confidence: related.confidence,
        reason: related.evidence.as_ref().map(|evidence| evidence.reason.as_str()),
        trail: &related.trail,
    })
}

#[derive(Serialize)]
struct RelationLine<'r> {
    id: &'r str,
    relation: Relation,
    confidence: Confidence,
    reason: Option<&'r str>,
    trail: &'r [Step],
}
