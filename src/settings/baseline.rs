//! Findings that are known and left alone, by rule and by who said what rather than by line.

use crate::finding::Finding;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the file.
const VERSION: u32 = 1;

/// A baseline: how often each finding, by its fingerprint, is left alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    findings: BTreeMap<String, usize>,
}

impl Default for Baseline {
    fn default() -> Baseline {
        Baseline { version: VERSION, findings: BTreeMap::new() }
    }
}

impl Baseline {
    /// Everything found.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Baseline {
        let mut baseline = Baseline::default();
        for finding in findings {
            *baseline.findings.entry(finding.fingerprint.clone()).or_default() += 1;
        }
        baseline
    }

    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong with it and what to do, in one line.
    pub fn parse(json: &str) -> Result<Baseline, String> {
        let baseline: Baseline = serde_json::from_str(json).map_err(|error| {
            format!("this is no baseline ({error}); name another file, or delete this one and write it anew")
        })?;
        match baseline.version {
            VERSION => Ok(baseline),
            newer => Err(format!(
                "this baseline is of version {newer}; this program knows version {VERSION}, use a newer one"
            )),
        }
    }

    /// The file: indented JSON in the order of the fingerprints, so that a change of it reads well.
    pub fn print(&self) -> String {
        let mut printed = serde_json::to_string_pretty(self).unwrap_or_default();
        printed.push('\n');
        printed
    }

    /// Whether this finding is left alone; each entry counts as often as it says.
    pub fn takes(&mut self, finding: &Finding) -> bool {
        let left = self.findings.get_mut(&finding.fingerprint).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    }

    /// What of this baseline is among `found`, too.
    #[must_use]
    pub fn pruned(&self, found: &Baseline) -> Baseline {
        let both = self.findings.iter().filter_map(|(print, count)| {
            let count = (*count).min(*found.findings.get(print)?);
            Some((print.clone(), count))
        });
        Baseline { version: VERSION, findings: both.collect() }
    }

    /// How many findings it leaves alone.
    pub fn len(&self) -> usize {
        self.findings.values().sum()
    }

    /// Whether it leaves none alone.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
