//! Reviewdog's diagnostics; its columns count bytes of UTF-8.

use crate::finding::Severity;
use crate::report::json::{Envelope, LabelledPlace, PlacedFinding, pretty};
use crate::text::Place;
use serde::Serialize;

#[derive(Serialize)]
struct Report<'e> {
    source: Name,
    diagnostics: Vec<Diagnostic<'e>>,
}

#[derive(Serialize)]
struct Name {
    name: &'static str,
}

#[derive(Serialize)]
struct Diagnostic<'e> {
    message: String,
    location: Location<'e>,
    severity: &'static str,
    code: Code<'e>,
    related_locations: Vec<Related<'e>>,
}

#[derive(Serialize)]
struct Code<'e> {
    value: &'e str,
}

#[derive(Serialize)]
struct Related<'e> {
    message: &'e str,
    location: Location<'e>,
}

#[derive(Serialize)]
struct Location<'e> {
    path: &'e str,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

pub(super) fn print(envelope: &Envelope) -> String {
    let diagnostics = envelope.findings.iter().filter_map(diagnostic).collect();
    pretty(&Report { source: Name { name: env!("CARGO_PKG_NAME") }, diagnostics })
}

fn diagnostic(finding: &PlacedFinding) -> Option<Diagnostic<'_>> {
    let (first, others) = finding.sides()?;
    let lines: Vec<String> = std::iter::once(finding.message.clone()).chain(finding.evidence()).collect();
    Some(Diagnostic {
        message: lines.join("\n"),
        location: location(first),
        severity: match finding.severity {
            Severity::Note => "INFO",
            Severity::Warning => "WARNING",
            Severity::Error => "ERROR",
        },
        code: Code { value: &finding.rule },
        related_locations: others
            .iter()
            .map(|place| Related { message: &place.label, location: location(place) })
            .collect(),
    })
}

fn location(place: &LabelledPlace) -> Location<'_> {
    Location { path: &place.file, range: Range { start: position(place.from), end: position(place.to) } }
}

fn position(place: Place) -> Position {
    Position { line: place.line, column: place.byte_column }
}
