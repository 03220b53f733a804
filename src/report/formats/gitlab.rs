//! GitLab's code quality report: a JSON array; lines only, as its viewer shows no columns.

use super::{from_root, one_line};
use crate::finding::Severity;
use crate::report::json::{Envelope, PlacedFinding, pretty};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Issue<'e> {
    description: String,
    check_name: &'e str,
    fingerprint: String,
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
    // Of two issues of one fingerprint the viewer shows one.
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let issues = envelope.findings.iter().filter_map(|finding| {
        let times = seen.entry(&finding.fingerprint).or_default();
        *times += 1;
        issue(finding, *times)
    });
    pretty(&issues.collect::<Vec<_>>())
}

/// A finding that was found so many times before, itself counted.
fn issue(finding: &PlacedFinding, times: usize) -> Option<Issue<'_>> {
    let (place, _) = finding.sides()?;
    Some(Issue {
        description: one_line(&finding.message),
        check_name: &finding.rule,
        fingerprint: match times {
            1 => finding.fingerprint.clone(),
            again => format!("{}|{again}", finding.fingerprint),
        },
        severity: match finding.severity {
            Severity::Note => "info",
            Severity::Warning => "minor",
            Severity::Error => "major",
        },
        location: Location {
            path: from_root(&place.file),
            lines: Lines { begin: place.from.line, end: place.to.line },
        },
    })
}
