//! The report in the forms that other programs take. All are made from the [`Envelope`], so that each has the same
//! findings at the same places.

mod checkstyle;
mod concise;
mod github;
mod gitlab;
mod jsonl;
mod junit;
mod markdown;
mod rdjson;
mod sarif;
mod xml;

pub use markdown::plain_markdown;
pub(super) use xml::fit;

use super::json::{Envelope, LabelledPlace, PlacedFinding};
use super::layout::one_line;
use super::tally::counted;
use crate::finding::Severity;
use crate::pack::Rule;
use crate::text::{Place, visible};
use std::collections::BTreeMap;

/// A form of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A line a finding.
    Concise,
    /// One JSON document; `schema/report.schema.json`.
    Json,
    /// A JSON object a line: findings, faults, the summary.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub's workflows.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit's XML: a suite a draft.
    Junit,
    /// Checkstyle's XML.
    Checkstyle,
    /// Reviewdog's diagnostics.
    Rdjson,
    /// A comment for a pull request.
    Markdown,
}

impl Format {
    /// The report in this form; ends in a line break, if it holds anything.
    pub fn print(self, envelope: &Envelope, rules: &[Rule]) -> String {
        match self {
            Format::Concise => concise::print(envelope),
            Format::Json => envelope.print(),
            Format::Jsonl => jsonl::print(envelope),
            Format::Sarif => sarif::print(envelope, rules),
            Format::Github => github::print(envelope),
            Format::Gitlab => gitlab::print(envelope),
            Format::Junit => junit::print(envelope),
            Format::Checkstyle => checkstyle::print(envelope),
            Format::Rdjson => rdjson::print(envelope),
            Format::Markdown => markdown::print(envelope),
        }
    }
}

impl PlacedFinding {
    /// Where it stands in the draft, and the other places.
    fn sides(&self) -> Option<(&LabelledPlace, &[LabelledPlace])> {
        self.places.split_first()
    }

    /// What diverges, in one line in which nothing steers what shows it.
    fn headline(&self) -> String {
        shown(&self.message)
    }

    /// All that is to be said of it beside the message: who says what where, why it counts, what to do.
    fn evidence(&self) -> Vec<String> {
        let notes = self.notes.iter().map(|note| shown(&format!("note: {note}")));
        listed(&self.places).chain(notes).chain(self.advice()).collect()
    }

    /// The message with the other side and what to do about it, for forms that have one line for all.
    fn whole_line(&self) -> String {
        let others = listed(self.sides().map_or(&[][..], |(_, others)| others));
        let parts = std::iter::once(self.headline()).chain(others).chain(self.advice());
        parts.collect::<Vec<_>>().join("; ")
    }

    fn advice(&self) -> Option<String> {
        self.help.as_ref().map(|help| shown(&format!("help: {help}")))
    }
}

/// Places that a report lists of one finding; the JSON of it has them all.
const LISTED: usize = 20;

/// The first places, and how many more there are.
fn listed(places: &[LabelledPlace]) -> impl Iterator<Item = String> {
    let more = places.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| format!("and {}", counted(more, "more place")));
    places.iter().take(LISTED).map(quoted).chain(more)
}

/// `record.claims:2:10: Ann Reed, 2 May 2031: “the dam is safe”`.
fn quoted(place: &LabelledPlace) -> String {
    let LabelledPlace { file, from, label, words, .. } = place;
    let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
    shown(&format!("{file}:{}:{}: {label}“{words}”", from.line, from.column))
}

/// Words in one line, with something to be seen in place of what would steer a screen or turn words round.
fn shown(words: &str) -> String {
    visible(&one_line(words)).into_owned()
}

/// Something that is wrong with a file rather than with what its sources say.
struct Notice<'e> {
    file: &'e str,
    severity: Severity,
    /// What kind of thing it is, in the manner of a rule's id.
    rule: &'static str,
    /// What is wrong and what to do, in one line.
    message: String,
    /// Where, if the file could be read at all.
    place: Option<(Place, Place)>,
}

impl Notice<'_> {
    fn line(&self) -> usize {
        self.place.map_or(1, |(from, _)| from.line)
    }

    fn column(&self) -> usize {
        self.place.map_or(1, |(from, _)| from.column)
    }
}

/// What could not be read, then what was passed over.
fn notices(envelope: &Envelope) -> impl Iterator<Item = Notice<'_>> {
    let unread = envelope.errors.iter().map(|error| Notice {
        file: &error.file,
        severity: Severity::Error,
        rule: "sayso/unreadable",
        message: shown(&format!("{}; {}", error.reason, error.help)),
        place: None,
    });
    let faults = envelope.faults.iter().map(|fault| Notice {
        file: &fault.file,
        severity: fault.severity,
        rule: "sayso/fault",
        message: shown(&fault.in_words()),
        place: Some((fault.from, fault.to)),
    });
    unread.chain(faults)
}

/// What is to be said of one file.
struct OfFile<'e> {
    name: &'e str,
    findings: Vec<&'e PlacedFinding>,
    notices: Vec<Notice<'e>>,
}

/// The drafts one after another, then other files that something is wrong with.
fn by_file(envelope: &Envelope) -> Vec<OfFile<'_>> {
    let new = |name| OfFile { name, findings: Vec::new(), notices: Vec::new() };
    let mut files: Vec<OfFile> = envelope.files.iter().map(|file| new(&file.name)).collect();
    let mut numbers: BTreeMap<&str, usize> =
        files.iter().enumerate().map(|(n, file)| (file.name, n)).collect();
    for finding in &envelope.findings {
        let name = finding.sides().map_or("", |(place, _)| place.file.as_str());
        if let Some(file) = numbers.get(name).and_then(|number| files.get_mut(*number)) {
            file.findings.push(finding);
        }
    }
    for notice in notices(envelope) {
        let number = *numbers.entry(notice.file).or_insert(files.len());
        if number == files.len() {
            files.push(new(notice.file));
        }
        if let Some(file) = files.get_mut(number) {
            file.notices.push(notice);
        }
    }
    files
}
