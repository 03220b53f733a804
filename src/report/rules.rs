//! The list of rules.

use super::explain::subject;
use super::json::pretty;
use super::layout::{cut, pad, width};
use crate::finding::Severity;
use crate::pack::Rule;
use serde::Serialize;

/// A line a rule: id, severity, title.
pub fn rule_table(rules: &[Rule], columns: usize) -> String {
    let widest = rules.iter().map(|rule| width(&rule.id)).max().unwrap_or_default();
    let line = |rule: &Rule| {
        let head = format!("{}  {}  ", pad(&rule.id, widest), pad(rule.severity.name(), "warning".len()));
        format!("{head}{}\n", cut(&rule.title, columns.saturating_sub(width(&head))))
    };
    rules.iter().map(line).collect()
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
