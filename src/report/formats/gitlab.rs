//! GitLab's code quality report: a JSON array; lines only, as its viewer shows no columns.

use super::{Notice, notices};
use crate::finding::Severity;
use crate::report::Root;
use crate::report::json::{Envelope, LabelledPlace, PlacedFinding, pretty};
use serde::Serialize;
use std::collections::BTreeMap;

/// In the form of Code Climate, of which the viewer shows the description; `content` and `other_locations` are for
/// other readers of it.
#[derive(Serialize)]
struct Issue<'e> {
    description: String,
    check_name: &'e str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<Content>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_locations: Vec<Location>,
}

#[derive(Serialize)]
struct Content {
    body: String,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub(super) fn print(envelope: &Envelope) -> String {
    let root = &envelope.root;
    // Of two issues of one fingerprint the viewer shows one.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let noticed = notices(envelope).map(|notice| noticed(&notice, root));
    let found = envelope.findings.iter().filter_map(|finding| found(finding, root));
    let mut issues: Vec<Issue> = noticed.chain(found).collect();
    for issue in &mut issues {
        let times = seen.entry(issue.fingerprint.clone()).or_default();
        *times += 1;
        if *times > 1 {
            issue.fingerprint.push_str(&format!("|{times}"));
        }
    }
    pretty(&issues)
}

fn found<'e>(finding: &'e PlacedFinding, root: &Root) -> Option<Issue<'e>> {
    let (place, others) = finding.sides()?;
    let body = finding.evidence().iter().map(|line| format!("- {}\n", super::plain_markdown(line))).collect();
    Some(Issue {
        description: finding.whole_line(),
        check_name: &finding.rule,
        fingerprint: finding.fingerprint.clone(),
        severity: level(finding.severity),
        location: location(place, root),
        content: Some(Content { body }),
        other_locations: others.iter().take(super::LISTED).map(|place| location(place, root)).collect(),
    })
}

fn noticed(notice: &Notice, root: &Root) -> Issue<'static> {
    let line = notice.line();
    Issue {
        description: notice.message.clone(),
        check_name: notice.rule,
        fingerprint: format!("{}|{}|{}", notice.rule, notice.file, notice.message),
        severity: level(notice.severity),
        location: Location { path: root.path_of(notice.file), lines: Lines { begin: line, end: line } },
        content: None,
        other_locations: Vec::new(),
    }
}

fn location(place: &LabelledPlace, root: &Root) -> Location {
    let lines = Lines { begin: place.from.line, end: place.to.line };
    Location { path: root.path_of(&place.file), lines }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "info",
        Severity::Warning => "minor",
        Severity::Error => "major",
    }
}
