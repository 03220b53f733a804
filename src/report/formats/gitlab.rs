//! GitLab's code quality report: a JSON array; lines only, as its viewer shows no columns.

use super::one_line;
use crate::finding::Severity;
use crate::report::json::{Envelope, PlacedFinding, pretty};
use serde::Serialize;

#[derive(Serialize)]
struct Issue<'e> {
    description: String,
    check_name: &'e str,
    fingerprint: &'e str,
    severity: &'static str,
    location: Location<'e>,
}

#[derive(Serialize)]
struct Location<'e> {
    path: &'e str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub(super) fn print(envelope: &Envelope) -> String {
    pretty(&envelope.findings.iter().filter_map(issue).collect::<Vec<_>>())
}

fn issue(finding: &PlacedFinding) -> Option<Issue<'_>> {
    let (place, _) = finding.sides()?;
    Some(Issue {
        description: one_line(&finding.message),
        check_name: &finding.rule,
        fingerprint: &finding.fingerprint,
        severity: match finding.severity {
            Severity::Note => "info",
            Severity::Warning => "minor",
            Severity::Error => "major",
        },
        location: Location { path: &place.file, lines: Lines { begin: place.from.line, end: place.to.line } },
    })
}
