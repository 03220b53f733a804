//! Annotations of GitHub's workflows: commands that the runner reads off standard output.
//!
//! Form and escapes follow "Workflow commands for GitHub Actions".

use super::from_root;
use crate::finding::Severity;
use crate::report::json::{Envelope, PlacedFinding};

pub(super) fn print(envelope: &Envelope) -> String {
    envelope.findings.iter().filter_map(command).collect()
}

fn command(finding: &PlacedFinding) -> Option<String> {
    let (place, _) = finding.sides()?;
    let level = match finding.severity {
        Severity::Note => "notice",
        graver => graver.name(),
    };
    let (file, title) = (property(from_root(&place.file)), property(&finding.rule));
    let (from, to) = (place.from, place.to);
    // A runner shows columns only where the place is of one line.
    let end = if from.line == to.line { format!(",endColumn={}", to.column) } else { String::new() };
    let place = format!("file={file},line={},endLine={},col={}{end}", from.line, to.line, from.column);
    let lines: Vec<String> = std::iter::once(finding.message.clone()).chain(finding.evidence()).collect();
    Some(format!("::{level} {place},title={title}::{}\n", data(&lines.join("\n"))))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
