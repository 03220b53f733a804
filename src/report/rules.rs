//! The list of rules.

use super::explain::subject;
use super::grid::Grid;
use super::json::pretty;
use crate::finding::Severity;
use crate::pack::Rule;
use serde::Serialize;

/// A line a rule: id, severity, title.
pub fn rule_table(rules: &[Rule], columns: usize) -> String {
    let row = |rule: &Rule| [rule.id.clone(), rule.severity.name().to_owned(), rule.title.clone()];
    Grid::new(2, &[0, 1]).print(&rules.iter().map(row).collect::<Vec<_>>(), columns)
}

/// The list for machines.
pub fn rules_json(rules: &[Rule]) -> String {
    pretty(&rules.iter().map(RuleEntry::of).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct RuleEntry<'r> {
    id: &'r str,
    title: &'r str,
    severity: Severity,
    looks_at: String,
    flags: usize,
    allows: usize,
}

impl<'r> RuleEntry<'r> {
    fn of(rule: &'r Rule) -> RuleEntry<'r> {
        RuleEntry {
            id: &rule.id,
            title: &rule.title,
            severity: rule.severity,
            looks_at: subject(&rule.subject),
            flags: rule.flags.len(),
            allows: rule.allows.len(),
        }
    }
}
