//! JUnit's XML: a suite a draft, a case a finding. Warnings and errors fail, notes only speak, what could not be read is
//! an error, and a draft without findings is a case that passes.

use super::xml::Xml;
use super::{Notice, OfFile, by_file};
use crate::finding::Severity;
use crate::report::json::{Envelope, PlacedFinding};

pub(super) fn print(envelope: &Envelope) -> String {
    let mut xml = Xml::new();
    xml.element("testsuites", &[("name", env!("CARGO_PKG_NAME"))], |xml| {
        by_file(envelope).iter().for_each(|file| suite(xml, file));
    });
    xml.print()
}

fn suite(xml: &mut Xml, OfFile { name, findings, notices }: &OfFile) {
    let failures = findings.iter().filter(|finding| finding.severity > Severity::Note).count().to_string();
    let errors = notices.iter().filter(|notice| notice.severity == Severity::Error).count().to_string();
    let tests = (findings.len() + notices.len()).max(1).to_string();
    let attributes = [("name", *name), ("tests", &tests), ("failures", &failures), ("errors", &errors)];
    xml.element("testsuite", &attributes, |xml| {
        notices.iter().for_each(|notice| error(xml, notice));
        findings.iter().for_each(|finding| case(xml, name, finding));
        if findings.is_empty() && notices.is_empty() {
            xml.empty("testcase", &[("classname", name), ("name", "no findings")]);
        }
    });
}

fn error(xml: &mut Xml, notice: &Notice) {
    let name = notice.place.map_or(notice.rule.to_owned(), |(from, _)| at_line(notice.rule, from.line));
    let attributes = [("classname", notice.file), ("name", &name)];
    xml.element("testcase", &attributes, |xml| match notice.severity {
        Severity::Error => xml.empty("error", &[("type", notice.rule), ("message", &notice.message)]),
        _ => xml.element("system-out", &[], |xml| xml.text(&notice.message)),
    });
}

fn case(xml: &mut Xml, file: &str, finding: &PlacedFinding) {
    let line = finding.sides().map_or(1, |(place, _)| place.from.line);
    let (message, evidence) = (finding.headline(), finding.evidence().join("\n"));
    let attributes = [("classname", file), ("name", &at_line(&finding.rule, line))];
    xml.element("testcase", &attributes, |xml| match finding.severity {
        Severity::Note => xml.element("system-out", &[], |xml| xml.text(&format!("{message}\n{evidence}"))),
        graver => {
            let attributes = [("type", graver.name()), ("message", &message)];
            xml.element("failure", &attributes, |xml| xml.text(&evidence));
        }
    });
}

fn at_line(rule: &str, line: usize) -> String {
    format!("{rule} at line {line}")
}
