//! A line a finding, for `grep` and editors: `draft.md:3:1: warning[pack/rule]: message; see record.claims:2:10`.

use super::one_line;
use crate::report::json::{Envelope, LabelledPlace, PlacedFinding};
use crate::text::visible;

pub(super) fn print(envelope: &Envelope) -> String {
    envelope.findings.iter().filter_map(line).collect()
}

fn line(finding: &PlacedFinding) -> Option<String> {
    let (first, others) = finding.sides()?;
    let others: Vec<String> = others.iter().map(place).collect();
    let see = if others.is_empty() { String::new() } else { format!("; see {}", others.join(", ")) };
    let (severity, message) = (finding.severity.name(), one_line(&finding.message));
    let message = visible(&message);
    Some(format!("{}: {severity}[{}]: {message}{see}\n", place(first), finding.rule))
}

fn place(place: &LabelledPlace) -> String {
    format!("{}:{}:{}", visible(&place.file), place.from.line, place.from.column)
}
