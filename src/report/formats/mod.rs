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
use crate::pack::Rule;

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

/// A path as code hosts name it: from the root of the repository, which is where a run is started.
fn from_root(path: &str) -> &str {
    path.trim_start_matches("./")
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

    /// All that is to be said of it beside the message: who says what where, why it counts, what to do.
    fn evidence(&self) -> Vec<String> {
        let places = self.places.iter().map(|place| {
            let LabelledPlace { file, from, label, words, .. } = place;
            format!("{file}:{}:{}: {label}: “{}”", from.line, from.column, one_line(words))
        });
        let notes = self.notes.iter().map(|note| format!("note: {note}"));
        let help = self.help.iter().map(|help| format!("help: {help}"));
        places.chain(notes).chain(help).collect()
    }
}

/// The findings of one file after another, in the order of the files.
fn by_file(envelope: &Envelope) -> impl Iterator<Item = (&str, Vec<&PlacedFinding>)> {
    envelope.files.iter().map(|file| {
        let own = envelope.findings.iter().filter(|finding| stands_in(finding, &file.name));
        (file.name.as_str(), own.collect())
    })
}

fn stands_in(finding: &PlacedFinding, file: &str) -> bool {
    finding.sides().is_some_and(|(place, _)| place.file == file)
}
