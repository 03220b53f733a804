//! A JSON object a line, each with its `type`: `finding`, `fault`, `verdict`, `error`, and at the end `summary`.

use crate::report::json::{Envelope, line};
use serde::Serialize;

/// The same objects as in the JSON report.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'e> {
    Finding(&'e crate::report::json::PlacedFinding),
    Fault(&'e crate::report::json::PlacedFault),
    /// Of one claim, where there is a record; what it says stands under `verdict`.
    Verdict(&'e crate::report::PlacedVerdict),
    /// What could not be read.
    Error(&'e crate::report::json::Unread),
    Summary(&'e crate::report::Tally),
}

pub(super) fn print(envelope: &Envelope) -> String {
    let findings = envelope.findings.iter().map(Line::Finding);
    let faults = envelope.faults.iter().map(Line::Fault);
    let verdicts = envelope.verdicts.iter().map(Line::Verdict);
    findings
        .chain(faults)
        .chain(verdicts)
        .chain(envelope.errors.iter().map(Line::Error))
        .chain([Line::Summary(&envelope.summary)])
        .map(|object| line(&object))
        .collect()
}
