//! The report for machines: a versioned envelope, findings with all their places, faults, counts.
//!
//! `schema/report.schema.json` describes it. The version changes when a reader of the old form would break.

use super::input::InputFault;
use super::root::Root;
use super::shelf::{Shelf, Shelved};
use super::tally::Tally;
use super::verdicts::PlacedVerdict;
use crate::finding::{Confidence, Finding, Label, Relation, Severity, Step};
use crate::record::Io;
use crate::text::{Place, Span, steers};
use chrono::NaiveDate;
use serde::Serialize;

/// The version of the envelope.
const VERSION: u32 = 1;

/// All that a run of `sayso check` gives.
#[derive(Clone, Debug, Serialize)]
pub struct Envelope {
    pub(super) version: u32,
    pub(super) tool: Tool,
    pub(super) files: Vec<CheckedFile>,
    pub(super) findings: Vec<PlacedFinding>,
    pub(super) faults: Vec<PlacedFault>,
    /// Of every claim, where there is a record.
    pub(super) verdicts: Vec<PlacedVerdict>,
    /// What could not be read.
    pub(super) errors: Vec<Unread>,
    pub(super) summary: Tally,
    #[serde(skip)]
    pub(super) root: Root,
}

/// A file or folder that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// Its name as given.
    pub file: String,
    /// What kept it from being read.
    pub reason: String,
    /// What to do about it.
    pub help: String,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
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
    /// The rule’s id.
    pub rule: String,
    /// How grave.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// What diverges, in one line.
    pub message: String,
    /// Both sides; the first is where the finding stands in the draft.
    pub places: Vec<LabelledPlace>,
    /// How the two stand to one another.
    pub relation: Option<Relation>,
    /// Whether the text itself marks the conflict.
    pub acknowledged: bool,
    /// The gates passed.
    pub trail: Vec<Step>,
    /// Why it counts.
    pub notes: Vec<String>,
    /// What an editor can do about it.
    pub help: Option<String>,
    /// What identifies it across edits elsewhere.
    pub fingerprint: String,
}

/// A place with what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LabelledPlace {
    /// The file’s name as given.
    pub file: String,
    /// Its first character.
    pub from: Place,
    /// The character after its last.
    pub to: Place,
    /// The words there, markup included.
    pub words: String,
    /// What is to be said of it.
    pub label: String,
}

/// A fault of an input file.
#[derive(Clone, Debug, Serialize)]
pub struct PlacedFault {
    pub(super) file: String,
    pub(super) severity: Severity,
    pub(super) title: String,
    pub(super) from: Place,
    pub(super) to: Place,
    pub(super) label: String,
    pub(super) help: Option<String>,
}

impl Envelope {
    /// The program's name and version, for forms that have one line for both.
    pub(super) const GENERATOR: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

    /// Puts together what was found in the drafts of a run.
    pub fn new(
        files: Vec<CheckedFile>,
        findings: Vec<PlacedFinding>,
        faults: Vec<PlacedFault>,
        verdicts: Vec<PlacedVerdict>,
        summary: Tally,
    ) -> Envelope {
        let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
        let (errors, root) = (Vec::new(), Root::default());
        Envelope { version: VERSION, tool, files, findings, faults, verdicts, errors, summary, root }
    }

    /// The same with what could not be read.
    #[must_use]
    pub fn with_errors(self, errors: Vec<Unread>) -> Envelope {
        Envelope { errors, ..self }
    }

    /// The same, told where in a repository the run stands.
    #[must_use]
    pub fn below(self, root: Root) -> Envelope {
        Envelope { root, ..self }
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

impl Unread {
    /// What kept a file or folder from being read.
    pub fn new(error: &Io) -> Unread {
        let file = error.path().to_string_lossy().into_owned();
        Unread { file, reason: error.what().to_owned(), help: error.help().into_owned() }
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

impl PlacedFault {
    /// What is wrong, what was expected, what to do.
    pub(super) fn in_words(&self) -> String {
        let parts = [Some(self.title.as_str()), Some(self.label.as_str()), self.help.as_deref()];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("; ")
    }
}

/// Any value as indented JSON; ends in a line break.
pub(super) fn pretty(value: &impl Serialize) -> String {
    escaped(serde_json::to_string_pretty(value).unwrap_or_default() + "\n")
}

/// Any value as one line of JSON, its line break included.
pub(super) fn line(value: &impl Serialize) -> String {
    escaped(serde_json::to_string(value).unwrap_or_default() + "\n")
}

/// JSON in which characters that steer a screen stand as escapes: a reader has them, whoever looks at the file has not.
fn escaped(json: String) -> String {
    let hidden = |c: char| steers(c) && c != '\n';
    if !json.chars().any(hidden) {
        return json;
    }
    let mut shown = String::with_capacity(json.len());
    for c in json.chars() {
        if hidden(c) { shown.push_str(&format!("\\u{:04x}", u32::from(c))) } else { shown.push(c) }
    }
    shown
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
