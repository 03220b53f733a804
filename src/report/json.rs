//! The report for machines: a versioned envelope, findings with all their places, faults, counts.
//!
//! `schema/report.schema.json` describes it. The version changes when a reader of the old form would break.

use super::input::InputFault;
use super::shelf::{Shelf, Shelved};
use super::tally::Tally;
use crate::finding::{Confidence, Finding, Label, Relation, Severity, Step};
use crate::text::{Place, Span};
use chrono::NaiveDate;
use serde::Serialize;

/// The version of the envelope.
const VERSION: u32 = 1;

/// All that a run of `sayso check` gives.
#[derive(Clone, Debug, Serialize)]
pub struct Envelope {
    version: u32,
    tool: Tool,
    files: Vec<CheckedFile>,
    findings: Vec<PlacedFinding>,
    faults: Vec<PlacedFault>,
    summary: Tally,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// A draft that was checked.
#[derive(Clone, Debug, Serialize)]
pub struct CheckedFile {
    /// Its name as given.
    pub name: String,
    /// Its day of publication, if it is known.
    pub date: Option<NaiveDate>,
    /// How many claims are attributed in it.
    pub claims: usize,
}

/// A finding whose places are places in files.
#[derive(Clone, Debug, Serialize)]
pub struct PlacedFinding {
    rule: String,
    severity: Severity,
    confidence: Confidence,
    message: String,
    places: Vec<LabelledPlace>,
    relation: Option<Relation>,
    acknowledged: bool,
    trail: Vec<Step>,
    notes: Vec<String>,
    help: Option<String>,
    fingerprint: String,
}

/// A place with what is to be said of it.
#[derive(Clone, Debug, Serialize)]
struct LabelledPlace {
    file: String,
    from: Place,
    to: Place,
    words: String,
    label: String,
}

/// A fault of an input file.
#[derive(Clone, Debug, Serialize)]
pub struct PlacedFault {
    file: String,
    severity: Severity,
    title: String,
    from: Place,
    to: Place,
    label: String,
    help: Option<String>,
}

impl Envelope {
    /// Puts together what was found in the drafts of a run.
    pub fn new(
        files: Vec<CheckedFile>,
        findings: Vec<PlacedFinding>,
        faults: Vec<PlacedFault>,
        summary: Tally,
    ) -> Envelope {
        let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
        Envelope { version: VERSION, tool, files, findings, faults, summary }
    }

    /// As indented JSON; ends in a line break.
    pub fn print(&self) -> String {
        pretty(self)
    }
}

impl PlacedFinding {
    /// The finding with the places of its labels; a label in a file that is not on the shelf is left out.
    pub fn new(finding: &Finding, shelf: &Shelf) -> PlacedFinding {
        let finding = finding.clone();
        let places = finding.labels.iter();
        PlacedFinding {
            places: places.filter_map(|label| Some(placed(label, shelf.get(label.file)?))).collect(),
            rule: finding.rule,
            severity: finding.severity,
            confidence: finding.confidence,
            message: finding.message,
            relation: finding.relation,
            acknowledged: finding.acknowledged,
            trail: finding.trail,
            notes: finding.notes,
            help: finding.help,
            fingerprint: finding.fingerprint,
        }
    }
}

impl PlacedFault {
    /// The fault with its place.
    pub fn new(fault: &InputFault) -> PlacedFault {
        let (from, to) = Shelved::text(fault.source).places(fault.fault.span);
        PlacedFault {
            file: fault.source.name().to_owned(),
            severity: fault.severity,
            title: fault.fault.title.clone(),
            from,
            to,
            label: fault.fault.label.clone(),
            help: fault.fault.help.clone(),
        }
    }
}

/// Any value as indented JSON; ends in a line break.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut printed = serde_json::to_string_pretty(value).unwrap_or_default();
    printed.push('\n');
    printed
}

/// Any value as one line of JSON, its line break included.
pub(super) fn line(value: &impl Serialize) -> String {
    let mut printed = serde_json::to_string(value).unwrap_or_default();
    printed.push('\n');
    printed
}

fn placed(label: &Label, shelved: Shelved) -> LabelledPlace {
    let (from, to) = shelved.places(label.span);
    LabelledPlace {
        file: shelved.source.name().to_owned(),
        from,
        to,
        words: words(shelved, label.span),
        label: label.text.clone(),
    }
}

/// The words of the file, markup included.
fn words(shelved: Shelved, span: Span) -> String {
    shelved.in_file(span).slice(shelved.source.text()).to_owned()
}
