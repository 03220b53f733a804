//! Reviewdog's diagnostics; its columns count bytes of UTF-8.

use super::{Notice, notices, shown};
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'e>>,
}

#[derive(Serialize)]
struct Code<'e> {
    value: &'e str,
}

#[derive(Serialize)]
struct Related<'e> {
    message: String,
    location: Location<'e>,
}

#[derive(Serialize)]
struct Location<'e> {
    path: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
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
    let noticed = notices(envelope).map(|notice| noticed(&notice));
    let diagnostics = noticed.chain(envelope.findings.iter().filter_map(found)).collect();
    pretty(&Report { source: Name { name: env!("CARGO_PKG_NAME") }, diagnostics })
}

fn found(finding: &PlacedFinding) -> Option<Diagnostic<'_>> {
    let (first, others) = finding.sides()?;
    let lines: Vec<String> = std::iter::once(finding.headline()).chain(finding.evidence()).collect();
    Some(Diagnostic {
        message: lines.join("\n"),
        location: location(first),
        severity: level(finding.severity),
        code: Code { value: &finding.rule },
        related_locations: others
            .iter()
            .map(|place| Related { message: shown(&place.label), location: location(place) })
            .collect(),
    })
}

fn noticed<'e>(notice: &Notice<'e>) -> Diagnostic<'e> {
    let range = notice.place.map(|(from, to)| Range { start: position(from), end: position(to) });
    Diagnostic {
        message: notice.message.clone(),
        location: Location { path: notice.file, range },
        severity: level(notice.severity),
        code: Code { value: notice.rule },
        related_locations: Vec::new(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "INFO",
        Severity::Warning => "WARNING",
        Severity::Error => "ERROR",
    }
}

fn location(place: &LabelledPlace) -> Location<'_> {
    Location {
        path: &place.file,
        range: Some(Range { start: position(place.from), end: position(place.to) }),
    }
}

fn position(place: Place) -> Position {
    Position { line: place.line, column: place.byte_column }
}
