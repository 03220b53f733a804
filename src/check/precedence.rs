//! Of several findings on the same two claims, the one that says most, and of one that is found twice the first.

use super::DRAFT;
use super::retold::Retold;
use crate::finding::Finding;
use crate::pack::Rule;
use rustc_hash::FxHashSet;

/// Whose words they are that a finding holds against each other, whichever stands first.
type Claims = Vec<String>;

/// Takes out what a rule finds in two claims in which another, that is named to report instead of it, finds something; and
/// what it finds in a claim of the record that the draft has as well, where it finds it there.
pub(super) fn most_telling(findings: &mut Vec<Finding>, rules: &[Rule], retold: &Retold) {
    let mut taken: FxHashSet<(String, Claims)> = FxHashSet::default();
    for rule in rules.iter().filter(|rule| !rule.instead_of.is_empty()) {
        for found in findings.iter().filter(|found| found.rule == rule.id) {
            let claims = claims_of(found, retold);
            taken.extend(rule.instead_of.iter().map(|other| (other.clone(), claims.clone())));
        }
    }
    let in_draft = |found: &Finding| found.labels.iter().all(|label| label.file == DRAFT);
    let of_rule = |found: &Finding| (found.rule.clone(), claims_of(found, retold));
    let told: FxHashSet<(String, Claims)> = match retold.is_empty() {
        true => FxHashSet::default(),
        false => findings.iter().filter(|found| in_draft(found)).map(of_rule).collect(),
    };
    findings.retain(|found| {
        let own = of_rule(found);
        !taken.contains(&own) && (in_draft(found) || !told.contains(&own))
    });
}

/// A fingerprint without its rule.
fn claims_of(finding: &Finding, retold: &Retold) -> Claims {
    let claims = finding.fingerprint.strip_prefix(finding.rule.as_str()).unwrap_or_default();
    let known = |claim: &str| retold.get(claim).cloned().unwrap_or_else(|| claim.to_owned());
    let mut claims: Claims = claims.split('|').map(known).collect();
    claims.sort_unstable();
    claims
}
