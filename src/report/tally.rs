//! How much was found: the last line of a report.

use crate::claim::Voice;
use crate::compare::Statement;
use crate::finding::{Finding, Severity};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;

/// Counts over the drafts of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are notes.
    pub notes: usize,
    /// Drafts checked.
    pub files: usize,
    /// Claims attributed in them.
    pub claims: usize,
    /// Those who make them, as far as they have a name.
    pub speakers: usize,
    #[serde(skip)]
    names: BTreeSet<String>,
}

impl Tally {
    /// Counts one draft.
    pub fn of(findings: &[Finding], statements: &[Statement]) -> Tally {
        let grave = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let claims = statements.iter().filter(|it| it.claim.origin.voice == Voice::Source);
        let names: BTreeSet<String> =
            claims.clone().map(|it| it.claim.speaker.name.clone()).filter(|name| !name.is_empty()).collect();
        Tally {
            errors: grave(Severity::Error),
            warnings: grave(Severity::Warning),
            notes: grave(Severity::Note),
            files: 1,
            claims: claims.count(),
            speakers: names.len(),
            names,
        }
    }

    /// The counts of several drafts together; a speaker of two of them counts once.
    pub fn sum(tallies: impl IntoIterator<Item = Tally>) -> Tally {
        tallies.into_iter().fold(Tally::default(), |mut sum, tally| {
            sum.errors += tally.errors;
            sum.warnings += tally.warnings;
            sum.notes += tally.notes;
            sum.files += tally.files;
            sum.claims += tally.claims;
            sum.names.extend(tally.names);
            sum.speakers = sum.names.len();
            sum
        })
    }

    /// The number of findings.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }
}

/// "3 errors, 1 warning, 5 notes in 4 files; 31 claims by 17 speakers".
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let found: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(*count, noun)).collect();
        let found = if found.is_empty() { "no findings".to_owned() } else { found.join(", ") };
        let (files, claims) = (counted(self.files, "file"), counted(self.claims, "claim"));
        write!(f, "{found} in {files}; {claims} by {}", counted(self.speakers, "speaker"))
    }
}

/// `1 claim`, `2 claims`.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
