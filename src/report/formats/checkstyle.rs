//! Checkstyle's XML, which many servers read; columns count code points.

use super::xml::{Xml, fit};
use super::{by_file, one_line};
use crate::finding::Severity;
use crate::report::json::{Envelope, PlacedFinding};

pub(super) fn print(envelope: &Envelope) -> String {
    let mut xml = Xml::new();
    xml.element("checkstyle", &[("version", "4.3")], |xml| {
        for (name, findings) in by_file(envelope) {
            xml.element("file", &[("name", &fit(name))], |xml| {
                findings.into_iter().for_each(|finding| error(xml, finding));
            });
        }
    });
    xml.print()
}

fn error(xml: &mut Xml, finding: &PlacedFinding) {
    let Some((place, _)) = finding.sides() else { return };
    let severity = match finding.severity {
        Severity::Note => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let (line, column) = (place.from.line.to_string(), place.from.column.to_string());
    let attributes = [
        ("line", line.as_str()),
        ("column", &column),
        ("severity", severity),
        ("message", &fit(&one_line(&finding.message))),
        ("source", &format!("{}.{}", env!("CARGO_PKG_NAME"), finding.rule.replace('/', "."))),
    ];
    xml.empty("error", &attributes);
}
