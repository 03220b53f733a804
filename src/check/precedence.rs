//! Of several findings on the same two claims, the one that says most.

use crate::finding::Finding;
use crate::pack::Rule;
use rustc_hash::FxHashSet;

/// Takes out what a rule finds in two claims in which another, that is named to report instead of it, finds something.
pub(super) fn most_telling(findings: &mut Vec<Finding>, rules: &[Rule]) {
    let mut taken: FxHashSet<(String, Vec<String>)> = FxHashSet::default();
    for rule in rules.iter().filter(|rule| !rule.instead_of.is_empty()) {
        for found in findings.iter().filter(|found| found.rule == rule.id) {
            let claims = claims_of(found);
            taken.extend(rule.instead_of.iter().map(|other| (other.clone(), claims.clone())));
        }
    }
    findings.retain(|found| !taken.contains(&(found.rule.clone(), claims_of(found))));
}

/// Who is held against whom, with their words, whichever stands first: a fingerprint without its rule.
fn claims_of(finding: &Finding) -> Vec<String> {
    let claims = finding.fingerprint.strip_prefix(finding.rule.as_str()).unwrap_or_default();
    let mut claims: Vec<String> = claims.split('|').map(str::to_owned).collect();
    claims.sort_unstable();
    claims
}
