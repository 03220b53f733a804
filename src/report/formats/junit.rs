//! JUnit's XML: a suite a draft, a case a finding. Warnings and errors fail, notes only speak, and a draft without
//! findings is a case that passes.

use super::xml::{Xml, fit};
use super::{by_file, one_line};
use crate::finding::Severity;
use crate::report::json::{Envelope, PlacedFinding};

pub(super) fn print(envelope: &Envelope) -> String {
    let mut xml = Xml::new();
    xml.element("testsuites", &[("name", env!("CARGO_PKG_NAME"))], |xml| {
        by_file(envelope).for_each(|(name, findings)| suite(xml, name, &findings));
    });
    xml.print()
}

fn suite(xml: &mut Xml, name: &str, findings: &[&PlacedFinding]) {
    let failures = findings.iter().filter(|finding| finding.severity > Severity::Note).count().to_string();
    let tests = findings.len().max(1).to_string();
    let attributes = [("name", &*fit(name)), ("tests", &tests), ("failures", &failures), ("errors", "0")];
    xml.element("testsuite", &attributes, |xml| {
        findings.iter().for_each(|finding| case(xml, name, finding));
        if findings.is_empty() {
            xml.empty("testcase", &[("classname", &fit(name)), ("name", "no findings")]);
        }
    });
}

fn case(xml: &mut Xml, file: &str, finding: &PlacedFinding) {
    let line = finding.sides().map_or(1, |(place, _)| place.from.line);
    let (class, name) = (fit(file), format!("{} at line {line}", finding.rule));
    let message = fit(&one_line(&finding.message));
    let evidence = finding.evidence().join("\n");
    xml.element("testcase", &[("classname", &class), ("name", &name)], |xml| match finding.severity {
        Severity::Note => xml.element("system-out", &[], |xml| xml.text(&format!("{message}\n{evidence}"))),
        graver => {
            let attributes = [("type", graver.name()), ("message", &message)];
            xml.element("failure", &attributes, |xml| xml.text(&evidence));
        }
    });
}
