//! Findings that are known and left alone, by rule and by who said what rather than by line.
//!
//! A finding of two claims is one entry. One that tells of a thing at several places is an entry for each of them, so
//! that a new place is new and the known ones stay known. Entries are filed under the draft they were met in; those of a
//! draft that is gone count wherever their words turn up, as the draft was probably renamed.

use crate::finding::{Finding, Label};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the file. The first knew no drafts.
const VERSION: u32 = 2;

/// How often each entry is left alone.
type Entries = BTreeMap<String, usize>;

/// A baseline. Names of drafts are the caller's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    files: BTreeMap<String, Entries>,
    /// Of an older baseline, which does not tell their drafts.
    unfiled: Entries,
    /// Of drafts that are gone.
    orphaned: Entries,
}

/// The file as written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    #[serde(default)]
    files: BTreeMap<String, Entries>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    findings: Entries,
}

impl Baseline {
    /// Files a draft with what was found in it.
    pub fn file(&mut self, name: &str, findings: &[Finding]) {
        let entries = self.files.entry(name.to_owned()).or_default();
        for key in findings.iter().flat_map(keys) {
            *entries.entry(key).or_default() += 1;
        }
    }

    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong with it and what to do, in one line.
    pub fn parse(json: &str) -> Result<Baseline, String> {
        let written: Written = serde_json::from_str(json).map_err(|error| {
            format!("this is no baseline ({error}); name another file, or delete this one and write it anew")
        })?;
        match written.version {
            1..=VERSION => {
                Ok(Baseline { files: written.files, unfiled: written.findings, orphaned: Entries::default() })
            }
            newer => Err(format!(
                "this baseline is of version {newer}; this program knows versions 1 to {VERSION}, use a newer one"
            )),
        }
    }

    /// The file: indented JSON in the order of names and entries, so that a change of it reads well.
    pub fn print(self) -> String {
        let mut files = self.files;
        files.retain(|_, entries| !entries.is_empty());
        let written = Written { version: VERSION, files, findings: self.unfiled };
        let mut printed = serde_json::to_string_pretty(&written).unwrap_or_default();
        printed.push('\n');
        printed
    }

    /// The same, entries of drafts that are gone set free.
    #[must_use]
    pub fn with_orphans(mut self, is_there: impl Fn(&str) -> bool) -> Baseline {
        let (there, gone) = self.files.into_iter().partition(|(name, _)| is_there(name));
        self.files = there;
        for (key, count) in gone.into_values().flatten() {
            *self.orphaned.entry(key).or_default() += count;
        }
        self
    }

    /// What of a finding in a draft is new, led by its new places; each entry counts as often as it says.
    pub fn new_of(&mut self, name: &str, mut finding: Finding) -> Option<Finding> {
        if self.take(name, &finding.fingerprint) {
            return None;
        }
        if !has_many_places(&finding) {
            return Some(finding);
        }
        let labels = std::mem::take(&mut finding.labels).into_iter();
        let (known, new): (Vec<Label>, Vec<Label>) =
            labels.partition(|label| self.take(name, &entry(&finding, label)));
        let is_new = !new.is_empty();
        finding.labels = new.into_iter().chain(known).collect();
        is_new.then_some(finding)
    }

    /// What of this baseline was found, too. Entries of drafts that `found` does not file were not looked for, and stay.
    #[must_use]
    pub fn pruned(mut self, found: &Baseline) -> Baseline {
        let mut kept = Baseline::default();
        for (name, entries) in &found.files {
            let known = entries
                .iter()
                .map(|(key, count)| (key.clone(), (0..*count).take_while(|_| self.take(name, key)).count()));
            let known: Entries = known.filter(|(_, count)| *count > 0).collect();
            kept.files.insert(name.clone(), known);
        }
        kept.unfiled = std::mem::take(&mut self.unfiled);
        kept.unfiled.retain(|_, count| *count > 0);
        kept.with_others_of(self)
    }

    /// The same with the drafts of another that it does not file itself.
    #[must_use]
    pub fn with_others_of(mut self, other: Baseline) -> Baseline {
        for (name, entries) in other.files {
            self.files.entry(name).or_insert(entries);
        }
        self
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        let filed = self.files.values().chain([&self.unfiled, &self.orphaned]);
        filed.flat_map(BTreeMap::values).sum()
    }

    /// How many of them tell no draft.
    pub fn unfiled(&self) -> usize {
        self.unfiled.values().sum()
    }

    /// Whether it leaves nothing alone.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn take(&mut self, name: &str, key: &str) -> bool {
        let own = self.files.get_mut(name);
        let entries = own.into_iter().chain([&mut self.unfiled, &mut self.orphaned]);
        let mut left = entries.filter_map(|entries| entries.get_mut(key)).filter(|left| **left > 0);
        left.next().map(|left| *left -= 1).is_some()
    }
}

fn keys(finding: &Finding) -> Vec<String> {
    if !has_many_places(finding) {
        return vec![finding.fingerprint.clone()];
    }
    finding.labels.iter().map(|label| entry(finding, label)).collect()
}

/// Whether each label is a place of its own rather than a side of a conflict.
fn has_many_places(finding: &Finding) -> bool {
    finding.relation.is_none()
}

fn entry(finding: &Finding, label: &Label) -> String {
    format!("{}|{}", finding.rule, label.key)
}
