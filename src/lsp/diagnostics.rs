//! Findings and faults as an editor underlines them.

use super::Sheet;
use super::address::address_of;
use super::encoding::Encoding;
use crate::finding::Severity;
use crate::report::json::{LabelledPlace, PlacedFinding};
use crate::text::Fault;
use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Uri,
};

/// Places of one finding that are listed; a speaker may be named a thousand times.
const PLACES: usize = 6;

/// Faults of the text, then findings in its order.
pub(super) fn of_sheet(sheet: &Sheet, uri: &Uri, encoding: Encoding) -> Vec<Diagnostic> {
    let faults = sheet.draft.faults.iter().map(|fault| of_fault(fault, sheet, encoding));
    let findings =
        sheet.findings.iter().filter_map(|finding| of_finding(finding, sheet.source().name(), uri, encoding));
    faults.chain(findings).collect()
}

/// A finding; its places that are in the text itself are at `uri`.
pub(super) fn of_finding(
    finding: &PlacedFinding,
    name: &str,
    uri: &Uri,
    encoding: Encoding,
) -> Option<Diagnostic> {
    let own = own_place(finding, name)?;
    let related = finding.places.iter().take(PLACES).filter_map(|place| {
        Some(DiagnosticRelatedInformation {
            location: location(place, name, uri, encoding)?,
            message: if place.label.is_empty() { place.words.clone() } else { place.label.clone() },
        })
    });
    let notes = finding.notes.iter().map(|note| format!("\n{note}"));
    let help = finding.help.iter().map(|help| format!("\nhelp: {help}"));
    Some(Diagnostic {
        range: encoding.range(own.from, own.to),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.clone())),
        source: Some("sayso".to_owned()),
        message: std::iter::once(finding.message.clone()).chain(notes).chain(help).collect(),
        related_information: Some(related.collect()),
        ..Diagnostic::default()
    })
}

/// Where a finding is to be underlined in the text.
pub(super) fn own_place<'f>(finding: &'f PlacedFinding, name: &str) -> Option<&'f LabelledPlace> {
    finding.places.iter().find(|place| place.file == name)
}

/// Where a place is to be found.
pub(super) fn location(place: &LabelledPlace, name: &str, uri: &Uri, encoding: Encoding) -> Option<Location> {
    let uri = if place.file == name { uri.clone() } else { address_of(&place.file)? };
    Some(Location { uri, range: encoding.range(place.from, place.to) })
}

fn of_fault(fault: &Fault, sheet: &Sheet, encoding: Encoding) -> Diagnostic {
    let parts = [Some(&fault.label), fault.help.as_ref()].into_iter().flatten();
    let parts = parts.filter(|part| !part.is_empty()).map(|part| format!("; {part}"));
    Diagnostic {
        range: encoding.range_of(sheet.source(), fault.span),
        severity: Some(DiagnosticSeverity::WARNING),
        source: Some("sayso".to_owned()),
        message: std::iter::once(fault.title.clone()).chain(parts).collect(),
        ..Diagnostic::default()
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Note => DiagnosticSeverity::INFORMATION,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Error => DiagnosticSeverity::ERROR,
    }
}
