//! Annotations of GitHub's workflows: commands that the runner reads off standard output.
//!
//! Form and escapes follow "Workflow commands for GitHub Actions".

use super::{Notice, notices};
use crate::finding::Severity;
use crate::report::Root;
use crate::report::json::{Envelope, PlacedFinding};
use crate::text::visible;

pub(super) fn print(envelope: &Envelope) -> String {
    let noticed = notices(envelope).map(|notice| noticed(&notice, &envelope.root));
    noticed.chain(envelope.findings.iter().filter_map(|finding| found(finding, &envelope.root))).collect()
}

fn noticed(notice: &Notice, root: &Root) -> String {
    let file = property(&root.path_of(notice.file));
    let line =
        notice.place.map(|(from, _)| format!(",line={},col={}", from.line, from.column)).unwrap_or_default();
    let title = property(notice.rule);
    format!("::{} file={file}{line},title={title}::{}\n", level(notice.severity), data(&notice.message))
}

fn found(finding: &PlacedFinding, root: &Root) -> Option<String> {
    let (place, _) = finding.sides()?;
    let (file, title) = (property(&root.path_of(&place.file)), property(&finding.rule));
    let (from, to) = (place.from, place.to);
    // A runner shows columns only where the place is of one line.
    let end = if from.line == to.line { format!(",endColumn={}", to.column) } else { String::new() };
    let place = format!("file={file},line={},endLine={},col={}{end}", from.line, to.line, from.column);
    let lines: Vec<String> = std::iter::once(finding.headline()).chain(finding.evidence()).collect();
    Some(format!("::{} {place},title={title}::{}\n", level(finding.severity), data(&lines.join("\n"))))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "notice",
        graver => graver.name(),
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&visible(text)).replace(':', "%3A").replace(',', "%2C")
}
