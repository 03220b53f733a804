//! Checkstyle's XML, which many servers read; columns count code points.

use super::xml::Xml;
use super::{Notice, by_file};
use crate::finding::Severity;
use crate::report::json::{Envelope, PlacedFinding};

pub(super) fn print(envelope: &Envelope) -> String {
    let mut xml = Xml::new();
    xml.element("checkstyle", &[("version", "4.3")], |xml| {
        for file in by_file(envelope) {
            xml.element("file", &[("name", file.name)], |xml| {
                file.notices.iter().for_each(|notice| noticed(xml, notice));
                file.findings.into_iter().for_each(|finding| found(xml, finding));
            });
        }
    });
    xml.print()
}

fn found(xml: &mut Xml, finding: &PlacedFinding) {
    let Some((place, _)) = finding.sides() else { return };
    error(xml, (place.from.line, place.from.column), finding.severity, &finding.whole_line(), &finding.rule);
}

fn noticed(xml: &mut Xml, notice: &Notice) {
    error(xml, (notice.line(), notice.column()), notice.severity, &notice.message, notice.rule);
}

fn error(xml: &mut Xml, (line, column): (usize, usize), severity: Severity, message: &str, rule: &str) {
    let severity = match severity {
        Severity::Note => "info",
        graver => graver.name(),
    };
    let own = concat!(env!("CARGO_PKG_NAME"), "/");
    let rule = rule.strip_prefix(own).unwrap_or(rule).replace('/', ".");
    let attributes = [
        ("line", line.to_string()),
        ("column", column.to_string()),
        ("severity", severity.to_owned()),
        ("message", message.to_owned()),
        ("source", format!("{}.{rule}", env!("CARGO_PKG_NAME"))),
    ];
    xml.empty("error", &attributes.each_ref().map(|(key, value)| (*key, value.as_str())));
}
