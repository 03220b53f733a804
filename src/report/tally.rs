//! How much was found: the last line of a report.

use crate::check::Verdict;
use crate::claim::Voice;
use crate::compare::Statement;
use crate::finding::{Finding, Severity, Standing};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
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
    /// Findings that directives let pass.
    pub let_pass: usize,
    /// Findings that a baseline knows.
    pub known: usize,
    /// Findings that are not grave enough to be shown.
    pub hidden: usize,
    /// Drafts checked.
    pub files: usize,
    /// Claims attributed in them.
    pub claims: usize,
    /// Those who make them, as far as they have a name.
    pub speakers: usize,
    /// How many claims stand how to the record; empty where there is none.
    pub verdicts: BTreeMap<Standing, usize>,
    #[serde(skip)]
    names: BTreeSet<String>,
}

impl Tally {
    /// Counts the claims of one draft.
    pub fn of(statements: &[Statement]) -> Tally {
        let claims = statements.iter().filter(|it| it.claim.origin.voice == Voice::Source);
        let names: BTreeSet<String> =
            claims.clone().map(|it| it.claim.speaker.name.clone()).filter(|name| !name.is_empty()).collect();
        Tally { files: 1, claims: claims.count(), speakers: names.len(), names, ..Tally::default() }
    }

    /// Counts findings by how grave they are.
    pub fn count(&mut self, findings: &[Finding]) {
        let grave = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        self.errors = grave(Severity::Error);
        self.warnings = grave(Severity::Warning);
        self.notes = grave(Severity::Note);
    }

    /// The same with the number of findings that directives let pass.
    #[must_use]
    pub fn with_let_pass(self, let_pass: usize) -> Tally {
        Tally { let_pass, ..self }
    }

    /// The same with what the record says of the claims.
    #[must_use]
    pub fn with_verdicts(mut self, verdicts: &[Verdict]) -> Tally {
        for verdict in verdicts {
            *self.verdicts.entry(verdict.standing).or_default() += 1;
        }
        self
    }

    /// The counts of several drafts together; a speaker of two of them counts once.
    pub fn sum(tallies: impl IntoIterator<Item = Tally>) -> Tally {
        tallies.into_iter().fold(Tally::default(), |mut sum, tally| {
            sum.errors += tally.errors;
            sum.warnings += tally.warnings;
            sum.notes += tally.notes;
            sum.let_pass += tally.let_pass;
            sum.known += tally.known;
            sum.hidden += tally.hidden;
            sum.files += tally.files;
            sum.claims += tally.claims;
            for (standing, count) in tally.verdicts {
                *sum.verdicts.entry(standing).or_default() += count;
            }
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

/// "3 errors, 1 warning, 5 notes in 4 files; 31 claims by 17 speakers: 12 on record, 1 misquoted, 18 not on record".
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let found: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(*count, noun)).collect();
        let found = if found.is_empty() { "no findings".to_owned() } else { found.join(", ") };
        let aside =
            [(self.let_pass, "let pass"), (self.known, "known"), (self.hidden, "not shown")].into_iter();
        let aside = aside.filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
        let aside = aside.collect::<Vec<_>>().join(", ");
        let aside = if aside.is_empty() { aside } else { format!(" ({aside})") };
        let (files, claims) = (counted(self.files, "file"), counted(self.claims, "claim"));
        write!(f, "{found}{aside} in {files}; {claims} by {}", counted(self.speakers, "speaker"))?;
        let verdicts = self.verdicts.iter().map(|(standing, count)| format!("{count} {}", standing.title()));
        let verdicts = verdicts.collect::<Vec<_>>().join(", ");
        if verdicts.is_empty() { Ok(()) } else { write!(f, ": {verdicts}") }
    }
}

/// `1 claim`, `2 claims`.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_leaves_out_what_there_is_none_of() {
        let verdict = |standing| Verdict { claim: 0, standing, on_record: None, by: None };
        let one = Tally { errors: 1, notes: 2, files: 1, claims: 3, ..Tally::default() };
        let one = one.with_verdicts(&[verdict(Standing::NotOnRecord), verdict(Standing::OnRecord)]);
        let names = BTreeSet::from(["Ann Reed".to_owned()]);
        let other = Tally { notes: 1, files: 1, claims: 1, speakers: 1, names, ..Tally::default() };
        insta::assert_snapshot!(
            Tally::sum([one, other]),
            @"1 error, 3 notes in 2 files; 4 claims by 1 speaker: 1 on record, 1 not on record"
        );
        insta::assert_snapshot!(Tally::default(), @"no findings in 0 files; 0 claims by 0 speakers");
    }
}
